"""The tensor that an Input node stands for. Knows torch; never touches its global random generator."""

from __future__ import annotations

from typing import Any

import torch

from lazygui.engine.dtypes import dtype_name
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem


def check(node: Node) -> Problem | None:
    """Return why no sample of this kind can be drawn, or None. The arguments are known to be valid one by one."""
    shape, dtype, fill = _shape(node), _dtype(node), node.value("fill")
    if fill in ("rand", "randn") and not (dtype.is_floating_point or dtype.is_complex):
        return Problem("fill_needs_floating", node.id, {"fill": fill, "dtype": dtype_name(dtype)})
    if fill == "randint" and not _holds(dtype, node.value("high")):
        return Problem("high_too_large", node.id, {"high": node.value("high"), "dtype": dtype_name(dtype)})
    if fill == "values":
        found = shape_of(node.value("values"))
        if found != shape:
            return Problem("values_shape", node.id, {"expected": shape, "got": found})
    return None


def draw(node: Node, generator: torch.Generator, device: torch.device | None = None) -> torch.Tensor:
    """Return the node's tensor. On another device than the generator's it has the shape and dtype, and no values."""
    shape, dtype = _shape(node), _dtype(node)
    if device is not None and device != generator.device:
        return torch.empty(shape, dtype=dtype, device=device)
    match node.value("fill"):
        case "rand":
            return torch.rand(shape, dtype=dtype, generator=generator)
        case "randn":
            return torch.randn(shape, dtype=dtype, generator=generator)
        case "randint":
            # bool(2) of two drawn numbers is what a fair bool means, whatever the bound says.
            high: Any = 2 if dtype == torch.bool else node.value("high")
            return torch.randint(high, shape, dtype=dtype, generator=generator)
        case "ones":
            return torch.ones(shape, dtype=dtype)
        case "zeros":
            return torch.zeros(shape, dtype=dtype)
        case _:
            return torch.tensor(node.value("values"), dtype=dtype)


def shape_of(values: object) -> tuple[int, ...]:
    """Return the shape of nested rows of numbers; () for a single number."""
    return (len(values), *shape_of(values[0] if values else 0)) if isinstance(values, tuple) else ()


def _shape(node: Node) -> tuple[int, ...]:
    shape: Any = node.value("shape")
    return shape if isinstance(shape, tuple) else (shape,)


def _dtype(node: Node) -> torch.dtype:
    """Return the torch dtype of that name; the catalogue's choices are the only names that get here."""
    dtype = getattr(torch, str(node.value("dtype")))
    assert isinstance(dtype, torch.dtype)
    return dtype


def _holds(dtype: torch.dtype, high: Any) -> bool:
    """Say whether all of 0 .. high-1 can be told apart in this dtype."""
    if dtype == torch.bool:
        return True
    if dtype.is_floating_point:
        return bool(high <= 2 / torch.finfo(dtype).eps)
    return bool(high - 1 <= torch.iinfo(dtype).max)
