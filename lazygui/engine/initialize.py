"""Initializes the weights of built layers by the rules of a drawing: `net.apply(init)`. Knows torch, not messages' way.

Layers come in running order, what is inside one before itself, as `nn.Module.apply` goes, and each module once. Random
numbers come from torch's own generator, so that under one seed the weights are those of plain code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import nn
from torch.nn.parameter import is_lazy

from lazygui.engine import explain, histogram
from lazygui.engine.messages import InitializationApplied, NodeInitialized
from lazygui.engine.plan import Step
from lazygui.graph import initialization as init
from lazygui.graph import initializing
from lazygui.graph.initialization import Initializer, InitReport, Rules, WeightEdit
from lazygui.graph.model import Graph
from lazygui.graph.problems import Detail, Problem

Edited = tuple[WeightEdit, torch.Tensor | Problem]
"""A number that was to be set by hand, with the tensor that has it now, or why it could not be set."""


@dataclass(slots=True)
class Applied:
    """What was done to one layer: the calls by parameter, or why there are none."""

    node: str
    module: nn.Module
    calls: dict[str, Initializer] = field(default_factory=dict)
    reason: Problem | None = None


def told(generation: int, graph: Graph, steps: Sequence[Step]) -> Iterator[NodeInitialized | InitializationApplied]:
    """Apply the rules and what was set by hand; tell the numbers of every node that has a tensor which they changed."""
    done, edits = finish(graph, steps)
    calls = {id(tensor): call for one in done for tensor, call in _changed(one)}
    touched = calls.keys() | {id(found) for _, found in edits}
    for step in steps:
        if step.module is None:
            continue
        named = tuple(step.module.named_parameters())
        if any(id(tensor) in touched for _, tensor in named):
            numbers = tuple(histogram.statistics(name, tensor) for name, tensor in named)
            own = {name: calls[id(tensor)] for name, tensor in named if id(tensor) in calls}
            yield NodeInitialized(generation, step.node.id, numbers, own)
    edited = dict.fromkeys(one.node for one, found in edits if isinstance(found, torch.Tensor))
    unedited = tuple(found for _, found in edits if isinstance(found, Problem))
    yield InitializationApplied(generation, replace(report(done), edited=tuple(edited), unedited=unedited))


def finish(graph: Graph, steps: Sequence[Step]) -> tuple[list[Applied], list[Edited]]:
    """Do to the weights of a network that has run all that the drawing says."""
    return apply(graph, steps) if graph.initialization else [], edit(graph, steps)


def edit(graph: Graph, steps: Sequence[Step]) -> list[Edited]:
    """Set the numbers that a person has set by hand; return each with its tensor, or why it could not be set."""
    modules = {step.node.id: step.module for step in steps}
    return [(one, _edited(one, modules.get(one.node))) for one in graph.weights]


def _edited(one: WeightEdit, module: nn.Module | None) -> torch.Tensor | Problem:
    tensors = dict(module.named_parameters(remove_duplicate=False)) if module is not None else {}
    tensor = tensors.get(one.parameter)
    details: dict[str, Detail] = {"parameter": one.parameter}
    if tensor is None:
        return Problem("tie_parameter", one.node, details)
    is_inside = len(one.index) == tensor.dim() and all(map(int.__lt__, one.index, tensor.shape))
    if not is_inside:
        index = initializing.list_words(one.index)
        return Problem("weight_outside", one.node, {**details, "index": index, "shape": tuple(tensor.shape)})
    with torch.no_grad():
        tensor[one.index] = one.value
    return tensor


def _changed(applied: Applied) -> Iterator[tuple[torch.Tensor, Initializer]]:
    tensors = dict(applied.module.named_parameters(remove_duplicate=False))
    return ((tensors[name], call) for name, call in applied.calls.items())


def report(done: Sequence[Applied], was_early: bool = False) -> InitReport:
    """Return which layers were initialized, and why others were not."""
    applied = tuple(one.node for one in done if one.calls)
    skipped = tuple(one.reason for one in done if one.reason is not None)
    return InitReport(applied, skipped, was_early)


def apply(graph: Graph, steps: Sequence[Step]) -> list[Applied]:
    """Initialize every layer that learns, each module once, and return what was done to each."""
    rules, done = initializing.effective(graph), dict[int, Applied]()
    for step in steps:
        if step.module is not None and initializing.can_initialize(step.node) and id(step.module) not in done:
            applied = Applied(step.node.shares or step.node.id, step.module)
            done[id(step.module)] = applied
            _apply_to(applied, rules)
    return [one for one in done.values() if next(one.module.parameters(), None) is not None]


def _apply_to(applied: Applied, rules: Rules) -> None:
    paths = {id(part): path for path, part in applied.module.named_modules()}

    def visit(part: nn.Module) -> None:
        for name, tensor in part.named_parameters(recurse=False):
            path = f"{paths[id(part)]}.{name}".removeprefix(".")
            answer = _initialized(applied.node, _kind(part), path, tensor, rules)
            if isinstance(answer, Initializer):
                applied.calls[path] = answer
            else:
                applied.reason = applied.reason or answer

    applied.module.apply(visit)
    if applied.calls:
        applied.reason = None


def _kind(part: nn.Module) -> str:
    """Return the name of a class of `torch.nn`; nothing for one that only derives from it."""
    name = type(part).__name__
    return f"nn.{name}" if getattr(nn, name, None) is type(part) else ""


def _initialized(node: str, kind: str, path: str, tensor: torch.Tensor, rules: Rules) -> Initializer | Problem:
    """Initialize one tensor and return how, or why nothing was done."""

    def because(code: str, **details: Detail) -> Problem:
        return Problem(code, node, {"parameter": path, **details})

    if is_lazy(tensor):
        return because("init_lazy")
    part = init.part_of(path)
    found = init.chosen(rules, node, kind, part) if part is not None else None
    if found is None:
        return because("init_unsaid")
    rule, initializer = found
    if initializer.name == init.KEEP:
        return because("init_kept")
    if not init.suits(rule, initializer, tensor.dim()):
        is_spared = initializer.spec is not None and initializer.spec.takes(tensor.dim())
        return because(
            "init_spared" if is_spared else "init_axes", initializer=initializer.name, shape=tuple(tensor.shape)
        )
    assert initializer.spec is not None
    try:
        getattr(nn.init, initializer.spec.name)(tensor, **initializer.arguments)
    except Exception as error:  # torch's border: groups that do not divide the channels, for one
        return because("init_refused", initializer=initializer.name, words=explain.words(error))
    return initializer
