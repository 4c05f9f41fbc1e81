"""The tensor that an Input node stands for. Knows torch; never touches its global random generator."""

from __future__ import annotations

from typing import Any

import torch

from lazygui.engine.dtypes import dtype_name
from lazygui.graph import rules
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem


def check(node: Node) -> Problem | None:
    """Return why torch cannot draw such a sample, or None. The rules of the drawing are known to be kept."""
    dtype, fill = _dtype(node), node.value("fill")
    if fill in ("rand", "randn") and not (dtype.is_floating_point or dtype.is_complex):
        return Problem("fill_needs_floating", node.id, {"fill": fill, "dtype": dtype_name(dtype)})
    if fill == "randint" and not _holds(dtype, node.value("high")):
        return Problem("high_too_large", node.id, {"high": node.value("high"), "dtype": dtype_name(dtype)})
    return None


def draw(node: Node, generator: torch.Generator, device: torch.device | None = None) -> torch.Tensor:
    """Return the node's tensor. On another device than the generator's it has the shape and dtype, and no values."""
    shape: Any = rules.sample_shape(node)
    dtype = _dtype(node)
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
