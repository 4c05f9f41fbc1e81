"""Which data types a layer computes with: asked of torch itself, once, on a sample of a few numbers.

The meta device does not look at data types, and no table of ours is to repeat what torch knows. Knows torch.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

import torch

from lazygui import catalog
from lazygui.catalog.spec import AUTO, Kind, LayerSpec, Role, Value
from lazygui.engine import build
from lazygui.graph.findings import Shape
from lazygui.graph.model import Node

_FREE: Final = (Kind.BOOLEAN, Kind.CHOICE, Kind.FLOAT)
"""Kinds of arguments that do not depend on sizes, so that the sample can be asked with the node's own."""


def takes(node: Node, taken: tuple[int, ...], dtypes: tuple[str, ...]) -> bool:
    """Say whether the layer computes with these data types at its `taken` ports; in doubt it does."""
    spec = node.spec
    if spec is None or spec.role is not Role.LAYER or not taken:
        return True
    usual = tuple(sample_dtype(spec, port) for port in taken)
    if dtypes == usual:
        return True
    settings = tuple(
        (a.name, node.value(a.name)) for a in spec.arguments if a.kind in _FREE and a.name in node.arguments
    )
    # Any number of inputs more are like the last of the sample.
    ports = tuple(min(port, len(spec.sample) - 1) for port in taken)
    if _runs(spec.type, settings, taken, ports, dtypes):
        return True
    return not _runs(spec.type, settings, taken, ports, usual)


def sample_dtype(spec: LayerSpec, port: int) -> str:
    """Return the data type of the sample at a port, which stands for the types that suit it."""
    told = spec.sample_dtype
    return told if isinstance(told, str) else told[min(port, len(told) - 1)]


@lru_cache(maxsize=4096)
def _runs(
    type: str,
    settings: tuple[tuple[str, Value], ...],
    taken: tuple[int, ...],
    ports: tuple[int, ...],
    dtypes: tuple[str, ...],
) -> bool:
    spec = catalog.CATALOG[type]
    shapes = tuple(spec.sample[port] for port in ports)
    node = filled(Node("sample", type, MappingProxyType({**spec.start_arguments(), **dict(settings)})), taken, shapes)
    try:
        with torch.random.fork_rng(devices=()), torch.no_grad():
            module = build.module(node).eval() if spec.is_module else None
            build.function(node, taken, module)(*map(numbers, shapes, dtypes))
    except Exception:  # torch's border: a layer may raise anything
        return False
    return True


def numbers(shape: Shape, dtype: str) -> torch.Tensor:
    """Return numbers that any layer takes that takes the type: indices of 0, fractions elsewhere."""
    kind = build.dtype(dtype)
    assert kind is not None
    return torch.rand(shape).to(kind) if kind.is_floating_point else torch.zeros(shape, dtype=kind)


def filled(node: Node, taken: tuple[int, ...], shapes: tuple[Shape, ...]) -> Node:
    """Return the node with what is left AUTO told by the shapes of a sample."""
    assert node.spec is not None
    found: dict[str, Any] = {}
    arrived = {node.input_names[min(port, len(node.input_names) - 1)]: s for port, s in zip(taken, shapes, strict=True)}
    for argument in node.spec.arguments:
        if argument.auto is None or node.arguments.get(argument.name) != AUTO:
            continue
        shape = arrived.get(argument.auto.input, (1,))
        length = 10 if argument.auto.is_bound else shape[argument.auto.axis]
        found[argument.name] = (length,) if argument.kind is Kind.SHAPE else length
    return replace(node, arguments=MappingProxyType({**node.arguments, **found}))
