"""A call for real, of few numbers: the last word where the meta device, or what we foresee ourselves, may be wrong.

Nothing of it is kept, and no random number that the network is to draw is used up.
"""

from __future__ import annotations

import warnings
from math import prod
from typing import Final

import torch
from torch import nn
from torch.nn.parameter import is_lazy

from lazygui.catalog.spec import Role
from lazygui.engine import build, plan, probe
from lazygui.engine.dtypes import Specs
from lazygui.graph.findings import Shape
from lazygui.graph.model import Node
from lazygui.graph.results import NodeShapes

MOST_NUMBERS: Final = 1_000_000
"""Of all inputs, weights and outputs together; drawing and passing them takes some milliseconds."""
MOST_MACS: Final = 20_000_000


def is_due(node: Node, taken: tuple[int, ...], specs: Specs, told: NodeShapes | None, is_refused: bool) -> bool:
    """Say whether to ask for real what meta `told` (None where it refused), or what was refused before it was asked.

    Meta overlooks data types and empty tensors, is known to be wrong about some layers, and refuses in words of its
    own, where people look for those that a run would show.
    """
    spec = node.spec
    assert spec is not None
    if spec.role is not Role.LAYER:
        return False
    if told is None:
        return True
    is_odd = any(one.dtype != probe.sample_dtype(spec, port) for port, one in zip(taken, specs, strict=True))
    is_doubted = spec.reads_values or spec.unlike_meta or is_odd
    parameters = (shape for _, shape in told.parameters)
    return is_doubted or is_refused or any(0 in shape for shape in (*_outputs(told), *parameters))


def is_small(specs: Specs, module: nn.Module | None, told: NodeShapes | None) -> bool:
    """Say whether a call takes no more than some milliseconds. `module` is the one that meta was asked with."""
    arrive = sum(prod(spec.shape) for spec in specs)
    weights = sum(p.numel() for p in module.parameters() if not is_lazy(p)) if module is not None else 0
    leave = sum(map(prod, _outputs(told))) if told else 0
    macs = (told.macs if told else None) or 0
    return arrive + weights + leave <= MOST_NUMBERS and macs <= MOST_MACS


def call(
    node: Node, taken: tuple[int, ...], specs: Specs, is_training: bool
) -> tuple[nn.Module | None, tuple[torch.Tensor | None, ...]]:
    """Build the node and call it with numbers; return its module and its outputs. Raises what torch raises."""
    assert node.spec is not None
    with torch.random.fork_rng(devices=()), torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.default_generator.manual_seed(0)
        module = build.module(node).train(is_training) if node.spec.is_module else None
        inputs = [probe.numbers(shape, dtype) for shape, dtype in specs]
        return module, plan.flat(build.function(node, taken, module)(*inputs))


def _outputs(told: NodeShapes) -> tuple[Shape, ...]:
    return tuple(shape for shape in told.outputs if shape is not None)
