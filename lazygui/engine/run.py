"""Run sample: one request in, events out, in running order. Knows torch; knows no process and no window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

import torch
from torch.nn.parameter import is_lazy

from lazygui.engine import activations, build, diagnose, estimate, histogram, infer, initialize, meta, plan, where
from lazygui.engine.dtypes import dtype_name
from lazygui.engine.messages import (
    InitializationApplied,
    NodeFailed,
    NodeFinished,
    NodePassed,
    NodeStarted,
    RunEvent,
    RunFinished,
    RunRequest,
)
from lazygui.graph import filling
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.results import NodeResult


def run(request: RunRequest) -> Iterator[RunEvent]:
    """Build fresh modules and pass a sample through them, in eval mode unless asked; ends at the first failure.

    Then their weights are initialized as the drawing says, and the outputs told are those of the weights before it.
    Modules are built in running order under the seed, so the weights are those of plain torch code that calls
    `torch.manual_seed`, builds the same modules in that order and calls them.
    """
    problem = where.check(request.where)
    if problem:
        yield NodeFailed(request.generation, None, Finding(problem))
        return
    with where.being(request.where):
        yield from _run(request)


def _run(request: RunRequest) -> Iterator[RunEvent]:
    generation = request.generation
    inferer = infer.Inferer()
    built = prepared(request, inferer)
    if isinstance(built, Problem):
        yield NodeFailed(generation, built.node, Finding(built))
        return
    graph, made = built
    parameters, seconds, samples = dict[int, int](), 0.0, Samples()
    if graph.initialization and request.initializes_early:
        report = initialize.report(initialize.apply(graph, made.steps), was_early=True)
        yield InitializationApplied(generation, report)
        graph = graph.with_initialization(())
    values = plan.Values()
    for step in made.steps:
        yield NodeStarted(generation, step.node.id)
        passed = plan.perform(step, values)
        if isinstance(passed, Finding):
            failure = replace(_completed(inferer, request, passed), left=half_initialized(made.steps))
            yield NodeFailed(generation, step.node.id, failure)
            return
        seconds += passed.seconds
        if step.module is not None:
            parameters |= {id(parameter): parameter.numel() for parameter in step.module.parameters()}
        remember(step, passed, samples)
        yield NodeFinished(generation, step.node.id, node_result(step, passed))
        del passed  # else the next layer cannot use this memory again, and pays for fresh pages
    if made.fault:
        failure = replace(_completed(inferer, request, made.fault), left=half_initialized(made.steps))
        yield NodeFailed(generation, made.fault.problem.node, failure)
        return
    if graph.initialization or graph.weights:
        yield from initialize.told(generation, graph, made.steps)
        yield from _passed_again(generation, made.steps, samples)
    yield RunFinished(generation, sum(parameters.values()), seconds)


Samples = dict[str, plan.Passed]
"""What Inputs gave, by node: drawn once more they would give other numbers."""


def remember(step: plan.Step, passed: plan.Passed, samples: Samples) -> None:
    """Keep the sample that an Input has drawn, before a layer that works in place can change it."""
    if step.node.spec is not None and step.node.spec.is_input:
        samples[step.node.id] = copied(passed)


def copied(passed: plan.Passed) -> plan.Passed:
    """Return what a step gave in memory of its own."""
    return replace(passed, outputs=tuple(one if one is None else one.clone() for one in passed.outputs))


def passes(steps: Sequence[plan.Step], samples: Samples) -> Iterator[plan.Passed | Finding]:
    """Pass the sample through all steps, or as far as it comes: the one that is in `samples`, or a new one."""
    values = plan.Values()
    for step in steps:
        known = samples.get(step.node.id)
        passed = plan.perform(step, values) if known is None else copied(known)
        if known is not None and isinstance(passed, plan.Passed):
            plan.keep(step, passed, values)
        elif isinstance(passed, plan.Passed):
            remember(step, passed, samples)
        yield passed
        if isinstance(passed, Finding):
            return


def _passed_again(generation: int, steps: Sequence[plan.Step], samples: Samples) -> Iterator[RunEvent]:
    """Pass the sample once more and tell what comes out with the weights of now."""
    for step, passed in zip(steps, passes(steps, samples), strict=False):
        if isinstance(passed, Finding):
            yield NodeFailed(generation, step.node.id, passed)
            return
        yield NodePassed(generation, step.node.id, activations.activations(step, passed))


def prepared(request: RunRequest, inferer: infer.Inferer) -> tuple[Graph, plan.Plan] | Problem:
    """Return the drawing with all its sizes and its modules, under the seed of the request; or why it cannot run.

    Whoever asks is where the run is to be, see `where.being`.
    """
    graph = request.graph
    if filling.needs_filling(graph):
        known = inferer.infer(graph, request.is_training, should_explain=False)
        graph = filling.filled(graph, infer.sizes(known))
    problem = plan.check_network(graph) or estimate.refusal(graph, request.is_training)
    if problem:
        return problem
    torch.manual_seed(request.seed)
    # Fresh modules: a failed forward leaves earlier lazy layers materialised, and torch has no way back.
    device = torch.device(request.where.device)
    made = plan.make(graph, request.seed, device, request.is_training, request.may_run_code)
    return graph, made


def half_initialized(steps: Sequence[plan.Step]) -> tuple[tuple[str, tuple[tuple[str, Shape], ...]], ...]:
    """Return the lazy layers that have parameters by now, with these: what a failed pass leaves behind in plain code.

    The layer that failed may be one of them: it makes its parameters before it computes.
    """
    found: dict[str, tuple[tuple[str, Shape], ...]] = {}
    for step in steps:
        if step.module is not None and step.node.spec is not None and step.node.spec.is_lazy:
            named = [(name, parameter) for name, parameter in step.module.named_parameters()]
            if named and not any(is_lazy(parameter) for _, parameter in named):
                found[step.node.id] = tuple((name, tuple(parameter.shape)) for name, parameter in named)
    return tuple(found.items())


def _completed(inferer: infer.Inferer, request: RunRequest, finding: Finding) -> Finding:
    """Return what failed with causes and fixes for the drawing as the person sees it, where nothing is filled in."""
    return diagnose.completed(inferer, request.graph, finding, request.is_training)


def node_result(step: plan.Step, passed: plan.Passed) -> NodeResult:
    """Return what the window is told of a step that went well. The tensors themselves stay here."""
    named = step.module.named_parameters() if step.module is not None else ()
    is_torch = step.module is not None and not isinstance(step.module, build.Held)
    outputs = [output for output in passed.outputs if output is not None]
    return NodeResult(
        type=f"nn.{type(step.module).__name__}" if is_torch else step.node.type,
        outputs=tuple(tuple(output.shape) for output in outputs),
        dtypes=tuple(dtype_name(output.dtype) for output in outputs),
        parameters=tuple(histogram.statistics(name, parameter) for name, parameter in named),
        seconds=passed.seconds,
        sizes=MappingProxyType(meta.found_sizes(step.node, step.module)),
        buffers=activations.buffers(step),
        activations=activations.activations(step, passed),
    )
