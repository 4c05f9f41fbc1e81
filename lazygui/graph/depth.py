"""How activations or gradients are spread from layer to layer: what vanishes and what explodes. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lazygui.graph.model import Graph
from lazygui.graph.results import Dead, Results, TensorStatistics
from lazygui.graph.topology import order


@dataclass(frozen=True, slots=True)
class Layer:
    """What came out of one node, or the gradient of that, in running order."""

    node: str
    tensor: TensorStatistics
    dead: Dead | None = None


def activations(graph: Graph, results: Results) -> tuple[Layer, ...]:
    """Return the first output of every node that has run."""
    known = ((node, results.result(node)) for node in order(graph))
    told = ((node, result.activations) for node, result in known if result is not None)
    return tuple(Layer(node, one.outputs[0], one.dead) for node, one in told if one.outputs)


def gradients(graph: Graph, results: Results) -> tuple[Layer, ...]:
    """Return the gradient of the first output of every node that has got one."""
    known = ((node, results.gradients(node)) for node in order(graph))
    return tuple(Layer(node, one.outputs[0]) for node, one in known if one is not None and one.outputs)


def common_ends(layers: Sequence[Layer]) -> tuple[float, float]:
    """Return an axis on which the bulk of every layer has room: four standard deviations around its mean."""
    lows, highs = [], []
    for layer in layers:
        tensor = layer.tensor
        if all(map(math.isfinite, (tensor.mean, tensor.std))):
            lows.append(max(tensor.minimum, tensor.mean - 4 * tensor.std))
            highs.append(min(tensor.maximum, tensor.mean + 4 * tensor.std))
    low, high = min(lows, default=0.0), max(highs, default=0.0)
    return (low, high) if low < high else (low - 0.5, high + 0.5)


def magnitudes(layers: Sequence[Layer]) -> tuple[int, int]:
    """Return the powers of ten between which all standard deviations lie that are not zero; at least one apart."""
    powers = [math.log10(one.tensor.std) for one in layers if 0 < one.tensor.std < math.inf]
    low, high = math.floor(min(powers, default=-1.0)), math.ceil(max(powers, default=0.0))
    return low, max(high, low + 1)
