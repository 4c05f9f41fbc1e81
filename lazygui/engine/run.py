"""Run sample: one request in, events out, in running order. Knows torch; knows no process and no window."""

from __future__ import annotations

import os
from collections.abc import Iterator

import torch

from lazygui.engine import estimate, histogram, plan
from lazygui.engine.dtypes import dtype_name
from lazygui.engine.messages import NodeFailed, NodeFinished, NodeStarted, RunEvent, RunFinished, RunRequest
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.results import Failure, NodeResult


def run(request: RunRequest) -> Iterator[RunEvent]:
    """Build fresh modules and pass a sample through them, in eval mode unless asked; ends at the first failure.

    Modules are built in running order under the seed, so the weights are those of plain torch code that calls
    `torch.manual_seed`, builds the same modules in that order and calls them.
    """
    generation, graph = request.generation, request.graph
    problem = check_network(graph) or estimate.refusal(graph, request.is_training)
    if problem:
        yield NodeFailed(generation, problem.node, Failure(problem))
        return
    torch.set_num_threads(request.threads or default_threads())
    torch.manual_seed(request.seed)
    # Fresh modules: a failed forward leaves earlier lazy layers materialised, and torch has no way back.
    made = plan.make(graph, request.seed, is_training=request.is_training)
    values, parameters, seconds = plan.Values(), dict[int, int](), 0.0
    for step in made.steps:
        yield NodeStarted(generation, step.node.id)
        passed = plan.perform(step, values)
        if isinstance(passed, Failure):
            yield NodeFailed(generation, step.node.id, passed)
            return
        seconds += passed.seconds
        if step.module is not None:
            parameters.update((id(parameter), parameter.numel()) for parameter in step.module.parameters())
        yield NodeFinished(generation, step.node.id, node_result(step, passed))
        del passed  # else the next layer cannot use this memory again, and pays for fresh pages
    if made.fault:
        yield NodeFailed(generation, made.fault.problem.node, made.fault)
        return
    yield RunFinished(generation, sum(parameters.values()), seconds)


def check_network(graph: Graph) -> Problem | None:
    """Return what no single node is to blame for, or None: nothing to run, or nothing to run on."""
    if not graph.nodes:
        return Problem("empty_network")
    if not any(node.spec and node.spec.is_input for node in graph.nodes.values()):
        return Problem("no_input")
    return None


def default_threads() -> int:
    """One core is left to the window: torch on all cores of a busy machine can be four times slower."""
    return max(1, (os.cpu_count() or 1) - 1)


def node_result(step: plan.Step, passed: plan.Passed) -> NodeResult:
    """Return what the window is told of a step that went well. The tensors themselves stay here."""
    named = step.module.named_parameters() if step.module is not None else ()
    return NodeResult(
        type=step.node.type if step.module is None else f"nn.{type(step.module).__name__}",
        outputs=tuple(tuple(output.shape) for output in passed.outputs),
        dtypes=tuple(dtype_name(output.dtype) for output in passed.outputs),
        parameters=tuple(histogram.statistics(name, parameter) for name, parameter in named),
        seconds=passed.seconds,
    )
