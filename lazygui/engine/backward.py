"""A backward pass: the run made anew, once more with gradients, and these told by node. Knows torch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

from lazygui.engine import activations, explain, histogram, infer, initialize, plan, run, where
from lazygui.engine.messages import BackwardDone, BackwardRequest
from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.results import Gradients, NoGradient


@dataclass(frozen=True, slots=True)
class _Pass:
    """What one node did in the pass with gradients."""

    step: plan.Step
    passed: plan.Passed


def backward(request: BackwardRequest) -> BackwardDone:
    """Return the gradients of all nodes after a backward pass, or why there is none."""
    problem = where.check(request.run.where)
    if problem:
        return BackwardDone(request.generation, {}, problem)
    with where.being(request.run.where):
        answer = _backward(request)
    if isinstance(answer, Problem):
        return BackwardDone(request.generation, {}, answer)
    return BackwardDone(request.generation, answer)


def _backward(request: BackwardRequest) -> dict[str, Gradients] | Problem:
    built = run.prepared(request.run, infer.Inferer())
    if isinstance(built, Problem):
        return built
    graph, made = built
    samples: run.Samples = {}
    if graph.initialization or graph.weights:
        # As the run does it; without an initialization there is but one pass, and dropout has the masks of that.
        for passed in run.passes(made.steps, samples):
            if isinstance(passed, Finding):
                return passed.problem
        initialize.finish(graph, made.steps)
    if made.fault:
        return made.fault.problem
    taken = _with_gradients(made.steps, samples)
    if isinstance(taken, Problem):
        return taken
    loss = _loss(graph, taken, request.loss)
    if isinstance(loss, Problem):
        return loss
    try:
        loss.backward()  # type: ignore[no-untyped-call]
    except RuntimeError as error:  # torch's border
        return Problem("backward_failed", request.loss or None, {"words": explain.words(error)})
    return {one.step.node.id: _gradients(one) for one in taken}


def _with_gradients(steps: tuple[plan.Step, ...], samples: run.Samples) -> list[_Pass] | Problem:
    """Pass the same sample once more, with a graph of gradients; every output keeps its own."""
    taken: list[_Pass] = []
    values = plan.Values()
    for step in steps:
        known = samples.get(step.node.id)
        passed = plan.perform(step, values, with_gradients=True) if known is None else run.copied(known)
        if isinstance(passed, Finding):
            return passed.problem
        if known is not None:
            plan.keep(step, passed, values)
        for output in passed.outputs:
            if output is not None and output.requires_grad:
                output.retain_grad()
        taken.append(_Pass(step, passed))
    return taken


def _loss(graph: Graph, taken: list[_Pass], node: str) -> torch.Tensor | Problem:
    """Return the output of a node that is one number; without a node, the mean of what nobody reads."""
    if node:
        outputs = next((one.passed.outputs for one in taken if one.step.node.id == node), ())
        if len(outputs) != 1 or outputs[0] is None or outputs[0].numel() != 1:
            return Problem("loss_not_scalar", node)
        found = outputs[0].reshape(())
        return found if found.requires_grad else Problem("loss_no_gradient", node)
    ends = [one.passed.outputs[0] for one in taken if one.step.node.id not in graph.outputs and one.step.reads]
    means = [end.float().mean() for end in ends if end is not None and end.requires_grad and not end.is_complex()]
    return torch.stack(means).mean() if means else Problem("no_gradient")


def _gradients(one: _Pass) -> Gradients:
    named = one.step.module.named_parameters() if isinstance(one.step.module, nn.Module) else ()
    outputs = activations.named_outputs(one.step.node, one.passed)
    of_parameters = [histogram.statistics(name, tensor.grad) for name, tensor in named if tensor.grad is not None]
    of_outputs = [
        histogram.sketch(name, output.grad)
        for name, output in outputs
        if output.requires_grad and output.grad is not None
    ]
    why = "" if of_parameters or of_outputs else _why_none([output for _, output in outputs]).value
    return Gradients(tuple(of_parameters), tuple(of_outputs), why)


def _why_none(outputs: list[torch.Tensor]) -> NoGradient:
    if not any(output.is_floating_point() or output.is_complex() for output in outputs):
        return NoGradient.DISCRETE
    return NoGradient.NOT_REACHED if any(output.requires_grad for output in outputs) else NoGradient.NOTHING_LEARNS
