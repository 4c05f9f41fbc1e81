"""The tensors that nobody computes: samples, constants and bare parameters. Knows torch.

Samples never touch torch's global random generator, so that weights do not depend on them; constants and parameters
draw from it in running order, as plain code does that makes them in `__init__`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import torch
from torch import nn

from lazygui.engine import build, where
from lazygui.engine.dtypes import dtype_name
from lazygui.graph import rules, samples
from lazygui.graph.model import Graph, Node
from lazygui.graph.problems import Problem

_INITIALIZERS: Final[Mapping[str, Callable[[torch.Tensor], Any]]] = MappingProxyType(
    {
        "zeros": nn.init.zeros_,
        "ones": nn.init.ones_,
        "rand": nn.init.uniform_,
        "randn": nn.init.normal_,
        "xavier_uniform": nn.init.xavier_uniform_,
        "kaiming_uniform": nn.init.kaiming_uniform_,
        "trunc_normal": nn.init.trunc_normal_,
    }
)


def check(node: Node) -> Problem | None:
    """Return why torch cannot draw such a sample, or None. The rules of the drawing are known to be kept."""
    dtype, fill = _dtype(node), node.value("fill")
    is_floating = dtype.is_floating_point or dtype.is_complex
    if "fill" in node.arguments and fill in ("rand", "randn") and not is_floating:
        return Problem("fill_needs_floating", node.id, {"fill": fill, "dtype": dtype_name(dtype)})
    if fill == "randint" and node.value("high") is not None and not _holds(dtype, node.value("high")):
        return Problem("high_too_large", node.id, {"high": node.value("high"), "dtype": dtype_name(dtype)})
    return None


def draw(graph: Graph, node: Node, generator: torch.Generator, device: torch.device) -> torch.Tensor:
    """Return the sample of an Input; on meta it has the shape and the dtype, and no values."""
    shape: Any = rules.sample_shape(node)
    dtype = _dtype(node)
    if device.type == "meta":
        return torch.empty(shape, dtype=dtype, device=device)
    # Drawn on the CPU in any case: the same seed gives the same sample everywhere.
    return _drawn(graph, node, shape, dtype, generator).to(device)


def _drawn(graph: Graph, node: Node, shape: Any, dtype: torch.dtype, generator: torch.Generator) -> torch.Tensor:
    match samples.fill(node):
        case "randint":
            # bool(2) of two drawn numbers is what a fair bool means, whatever the bound says.
            high: Any = 2 if dtype == torch.bool else samples.high(graph, node)
            return torch.randint(high, shape, dtype=dtype, generator=generator)
        case "rand":
            return torch.rand(shape, dtype=dtype, generator=generator)
        case "randn":
            return torch.randn(shape, dtype=dtype, generator=generator)
        case fill:
            return _given(node, str(fill), shape, dtype)


def constant(node: Node) -> torch.Tensor:
    """Return the tensor of a Constant, on the device that is current."""
    shape: Any = rules.sample_shape(node)
    fill, dtype = str(node.value("fill")), _dtype(node)
    if fill in ("rand", "randn"):
        return torch.rand(shape, dtype=dtype) if fill == "rand" else torch.randn(shape, dtype=dtype)
    return _given(node, fill, shape, dtype)


def parameter(node: Node) -> nn.Parameter:
    """Return the learned tensor of an nn.Parameter node, on the device that is current."""
    shape: Any = rules.sample_shape(node)
    value = torch.empty(shape)
    if value.device.type != "meta":
        _INITIALIZERS[str(node.value("init"))](value)
    return nn.Parameter(value)


def _given(node: Node, fill: str, shape: Any, dtype: torch.dtype) -> torch.Tensor:
    if fill == "values":
        return torch.tensor(node.value("values"), dtype=dtype)
    if fill == "arange":
        return torch.arange(torch.Size(shape).numel(), dtype=dtype).reshape(shape)
    return torch.ones(shape, dtype=dtype) if fill == "ones" else torch.zeros(shape, dtype=dtype)


def _dtype(node: Node) -> torch.dtype:
    dtype = build.dtype(node.value("dtype"))
    assert dtype is not None
    return where.dtype_of_run(dtype)


def _holds(dtype: torch.dtype, high: Any) -> bool:
    """Say whether all of 0 .. high-1 can be told apart in this dtype."""
    if dtype == torch.bool:
        return True
    if dtype.is_floating_point:
        return bool(high <= 2 / torch.finfo(dtype).eps)
    return bool(high - 1 <= torch.iinfo(dtype).max)
