"""From the nodes of a drawing to modules and functions of torch. Builds only what the catalogue names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

import torch
from torch import nn
from torch.nn import functional

from lazygui.catalog.spec import Role
from lazygui.engine import functions
from lazygui.graph import calling
from lazygui.graph.calling import Construction, Setting, Tensor
from lazygui.graph.model import Node

_ROOTS: Final = MappingProxyType({"torch": torch, "F": functional, "nn": nn})

Function = Callable[..., Any]


class Held(nn.Module):
    """One tensor that stands in the network by itself: a parameter that is learned, or a buffer that is not."""

    value: torch.Tensor

    def __init__(self, value: torch.Tensor) -> None:
        super().__init__()
        if isinstance(value, nn.Parameter):
            self.value = value
        else:
            self.register_buffer("value", value)

    def forward(self) -> torch.Tensor:
        return self.value


def module(node: Node) -> nn.Module:
    """Return a fresh module for the node; raises whatever the constructor raises."""
    built = _constructed(calling.construction(node))
    assert isinstance(built, nn.Module)
    return built


def function(node: Node, taken: Collection[int], target: nn.Module | None = None) -> Function:
    """Return what the node computes, as a function of what arrives at the `taken` ports, in their order.

    `target` is the module of a node that has one.
    """
    assert node.spec is not None
    call = calling.calling(node, taken)
    called = target if target is not None else _function(node)
    if not call.keywords and call.positional == tuple(map(Tensor, sorted(taken))):
        return called
    place = {index: number for number, index in enumerate(sorted(taken))}
    positional = tuple(_filler(part, place) for part in call.positional)
    keywords = {_name(part): _filler(_content(part), place) for part in call.keywords}
    return lambda *inputs: called(
        *(fill(inputs) for fill in positional), **{name: fill(inputs) for name, fill in keywords.items()}
    )


def _function(node: Node) -> Function:
    """Return the function of an operation, of a block, or of a custom node."""
    assert node.spec is not None
    if node.spec.role is Role.CUSTOM:
        return functions.function(str(node.value("source")))
    if node.spec.source:
        return functions.function(node.spec.source)
    assert node.spec.call is not None
    return _resolve(node.spec.call.function)


def _constructed(plan: Construction) -> Any:
    settings = {setting.name: setting.value for setting in plan.settings}
    if plan.inner:
        word, inner = plan.inner
        return _resolve(plan.type)(**{word: _constructed(inner)}, **settings)
    return _resolve(plan.type)(**settings)


def _name(part: tuple[str, object] | Setting) -> str:
    return part.name if isinstance(part, Setting) else part[0]


def _content(part: Any) -> Tensor | tuple[Tensor, ...] | Setting:
    content: Tensor | tuple[Tensor, ...] | Setting = part if isinstance(part, Setting) else part[1]
    return content


def _filler(part: Tensor | tuple[Tensor, ...] | Setting, place: Mapping[int, int]) -> Callable[[tuple[Any, ...]], Any]:
    """Return how one argument of the call is made of the tensors that arrive."""
    if isinstance(part, Setting):
        value = dtype(part.value) if part.name == "dtype" else part.value
        return lambda inputs: value
    if isinstance(part, Tensor):
        number = place[part.index]
        return lambda inputs: inputs[number]
    numbers = tuple(place[one.index] for one in part)
    return lambda inputs: tuple(inputs[number] for number in numbers)


def dtype(name: object) -> torch.dtype | None:
    """Return the dtype of that name; the catalogue's choices are the only names that get here."""
    found = None if name is None else getattr(torch, str(name))
    assert found is None or isinstance(found, torch.dtype)
    return found


def _resolve(name: str) -> Function:
    """Return what a name of the catalogue means. Names from a document never come here: a spec has looked them up."""
    root, *attributes = name.split(".")
    found: Any = _ROOTS[root]
    for attribute in attributes:
        found = getattr(found, attribute)
    resolved: Function = found
    return resolved
