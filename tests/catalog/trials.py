"""Nodes of the catalogue tried on torch: built and called as the engine does it, on the samples of their specs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from lazygui.catalog.spec import AUTO, ArgumentSpec, Kind, LayerSpec, Value
from lazygui.engine import build
from lazygui.graph.model import Node

SPACES = {"nn": nn, "F": functional, "torch": torch}


def resolve(name: str) -> Any:
    space, *attributes = name.split(".")
    found: Any = SPACES[space]
    for attribute in attributes:
        found = getattr(found, attribute)
    return found


def started(spec: LayerSpec, arguments: Mapping[str, Value] | None = None) -> Node:
    """Return a new node with other arguments, and with what is left AUTO filled in from the sample."""
    given = {**spec.start_arguments(), **(arguments or {})}
    return Node("node", spec.type, {name: filled(spec, name, value) for name, value in given.items()})


def filled(spec: LayerSpec, name: str, value: Value) -> Value:
    argument = spec.argument(name)
    if value != AUTO or argument is None or argument.auto is None:
        return value
    size = spec.sample[spec.inputs.index(argument.auto.input)][argument.auto.axis]
    return (size,) if argument.kind is Kind.SHAPE else size


def dtypes(spec: LayerSpec) -> tuple[str, ...]:
    told = spec.sample_dtype
    return told if isinstance(told, tuple) else (told,) * len(spec.sample)


def samples(spec: LayerSpec) -> list[torch.Tensor]:
    """Return a tensor for each port: uniform numbers, or zeros, which are a valid index and mask nothing."""
    made = []
    for shape, name in zip(spec.sample, dtypes(spec), strict=True):
        dtype = getattr(torch, name)
        made.append(torch.rand(shape, dtype=dtype) if dtype.is_floating_point else torch.zeros(shape, dtype=dtype))
    return made


def required(spec: LayerSpec) -> tuple[int, ...]:
    return tuple(index for index, name in enumerate(spec.inputs) if name not in spec.optional)


def with_optional(spec: LayerSpec) -> Iterable[tuple[int, ...]]:
    """Return the required ports with one optional port more, or with those that are packed together."""
    together = {port: ports for _, ports in spec.packs for port in ports}
    groups = dict.fromkeys(together.get(name, (name,)) for name in spec.optional)
    return [tuple(sorted((*required(spec), *map(spec.inputs.index, group)))) for group in groups]


def built(node: Node) -> nn.Module:
    return build.module(node).eval()


def ran(
    node: Node,
    module: nn.Module,
    ports: tuple[int, ...] | None = None,
    inputs: list[torch.Tensor] | None = None,
) -> tuple[Any, ...]:
    """Return all that the module gives, flat, for what arrives at these ports, or else at the required ones."""
    assert node.spec is not None
    taken = required(node.spec) if ports is None else ports
    arriving = samples(node.spec) if inputs is None else inputs
    with torch.no_grad():
        return flat(build.function(node, taken, module)(*(arriving[port] for port in taken)))


def flat(result: Any) -> tuple[Any, ...]:
    return tuple(leaf for part in result for leaf in flat(part)) if isinstance(result, tuple) else (result,)


def real_shapes(module: nn.Module) -> dict[str, tuple[int, ...]]:
    return {name: tuple(parameter.shape) for name, parameter in module.named_parameters()}


def special_values(argument: ArgumentSpec) -> tuple[Value, ...]:
    """Return what an argument can be beside a number."""
    return (*argument.choices, *argument.words, *((None,) if argument.optional else ()))
