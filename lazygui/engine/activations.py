"""The numbers of what comes out of a layer, and of the gradients that come back. Knows torch."""

from __future__ import annotations

import torch

from lazygui.catalog.spec import Family
from lazygui.engine import histogram
from lazygui.engine.plan import Passed, Step
from lazygui.graph.model import Node
from lazygui.graph.results import Activations, Dead, TensorStatistics


def activations(step: Step, passed: Passed) -> Activations:
    """Return the numbers of all outputs of a step that went well."""
    outputs = named_outputs(step.node, passed)
    told = tuple(histogram.sketch(name, output) for name, output in outputs if not output.is_complex())
    first = told[0] if told else None
    is_activation = step.node.spec is not None and step.node.spec.family is Family.ACTIVATION
    may_kill = is_activation and first is not None and first.minimum == 0 and first.zeros > 0
    return Activations(told, dead_units(outputs[0][1]) if may_kill else None)


def named_outputs(node: Node, passed: Passed) -> list[tuple[str, torch.Tensor]]:
    """Return the tensors that came out, by the names of their ports."""
    outputs = [output for output in passed.outputs if output is not None]
    names = node.output_names
    return [(names[n] if n < len(names) else f"output {n}", output) for n, output in enumerate(outputs)]


def dead_units(output: torch.Tensor) -> Dead | None:
    """Return how many units are zero for the whole sample: features on the last axis, of images channels on axis 1.

    The output is one that is nowhere below zero.
    """
    if output.dim() < 2:
        return None
    is_image = output.dim() > 3
    greatest = output.flatten(2).amax(-1).amax(0) if is_image else output.flatten(0, -2).amax(0)
    return Dead(int((greatest == 0).sum()), greatest.numel())


def buffers(step: Step) -> tuple[TensorStatistics, ...]:
    """Return the numbers of the tensors that a layer keeps and does not learn."""
    named = step.module.named_buffers() if step.module is not None else ()
    return tuple(histogram.statistics(name, tensor) for name, tensor in named if not tensor.is_complex())
