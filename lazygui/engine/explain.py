"""Why torch refused, told from the layer and the shapes that came. Torch's words are passed on and never parsed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch

from lazygui.catalog.spec import Family
from lazygui.engine.dtypes import dtype_name
from lazygui.graph.model import Node
from lazygui.graph.problems import Detail, Problem
from lazygui.graph.results import Failure, Shape

_FLOATING: Final = frozenset(
    {Family.LINEAR, Family.CONVOLUTION, Family.NORMALIZATION, Family.ACTIVATION, Family.POOLING}
)
_BROADCASTING: Final = frozenset({"torch.add", "torch.sub", "torch.mul"})
_ALLOCATOR: Final = "DefaultCPUAllocator"
LONGEST: Final = 4000
"""Torch's words are cut after so many characters."""


def construction(node: Node, error: Exception) -> Failure:
    """Return the failure of a layer that could not even be built."""
    if _is_memory(error):
        return Failure(Problem("out_of_memory", node.id), (), words(error))
    return Failure(Problem("construction_failed", node.id, {"layer": node.type}), (), words(error))


def forward(node: Node, error: Exception, inputs: Sequence[torch.Tensor]) -> Failure:
    """Return the failure of a layer that raised `error` when it was called with these inputs."""
    received = tuple(tuple(tensor.shape) for tensor in inputs)
    problem = _memory(node, error) or _dtype(node, inputs) or _shapes(node, received)
    return Failure(
        problem or Problem("forward_failed", node.id, {"layer": node.type}),
        received,
        words(error),
    )


def words(error: BaseException) -> str:
    """Return what an exception says, or its name when it says nothing."""
    return str(error)[:LONGEST] or type(error).__name__


def _is_memory(error: Exception) -> bool:
    # The CPU allocator raises a plain RuntimeError; its own name in the text is the only sign it gives.
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or _ALLOCATOR in str(error)


def _memory(node: Node, error: Exception) -> Problem | None:
    return Problem("out_of_memory", node.id) if _is_memory(error) else None


def _dtype(node: Node, inputs: Sequence[torch.Tensor]) -> Problem | None:
    """Integers in a layer that computes with floating numbers, or floating numbers unlike those of its weights."""
    assert node.spec is not None
    if node.spec.family not in _FLOATING or node.spec.name == "Embedding":
        return None
    expected = torch.get_default_dtype()
    for tensor in inputs:
        dtype = dtype_name(tensor.dtype)
        if not (tensor.is_floating_point() or tensor.is_complex()):
            return Problem("not_floating", node.id, {"layer": node.type, "dtype": dtype})
        if node.spec.parameters and tensor.dtype != expected:
            details: dict[str, Detail] = {"layer": node.type, "dtype": dtype, "expected": dtype_name(expected)}
            return Problem("wrong_dtype", node.id, details)
    return None


def _shapes(node: Node, received: tuple[Shape, ...]) -> Problem | None:
    if node.type in _BROADCASTING and len(received) == 2:
        return _broadcast(node, *received)
    if len(received) != 1:
        return None
    code, argument, got = _sizes(node, received[0])
    expected = node.value(argument)
    if got is None or not isinstance(expected, int) or expected == got:
        return None
    return Problem(code, node.id, {"layer": node.type, "argument": argument, "expected": expected, "got": got})


def _sizes(node: Node, shape: Shape) -> tuple[str, str, int | None]:
    """Return the code, the argument that fixes a size, and the size that came; None when the rank itself is wrong."""
    name = node.type.removeprefix("nn.")
    if name == "Linear":
        return "wrong_features", "in_features", shape[-1] if shape else None
    axes = int(name[-2]) if name.endswith("d") and name[-2:-1].isdigit() else 0
    if name.startswith("Conv"):
        return "wrong_channels", "in_channels", _axis(shape, {axes + 2: 1, axes + 1: 0})
    if name.startswith("BatchNorm"):
        return "wrong_channels", "num_features", _axis(shape, {2: 1, 3: 1} if axes == 1 else {axes + 2: 1})
    return "", "", None


def _axis(shape: Shape, channel_axis: dict[int, int]) -> int | None:
    """Return the size of the axis that holds the channels at this rank, or None for a rank the layer does not take."""
    axis = channel_axis.get(len(shape))
    return None if axis is None else shape[axis]


def _broadcast(node: Node, first: Shape, second: Shape) -> Problem | None:
    """Name the last axis, counted from the end as broadcasting does, where two sizes differ and neither is 1."""
    for axis, (a, b) in enumerate(zip(reversed(first), reversed(second), strict=False), start=1):
        if a != b and 1 not in (a, b):
            details: dict[str, Detail] = {"first": first, "second": second, "axis": -axis, "a": a, "b": b}
            return Problem("cannot_broadcast", node.id, details)
    return None
