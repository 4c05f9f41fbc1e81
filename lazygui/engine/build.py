"""From the nodes of a drawing to modules and functions of torch. Builds only what the catalogue names."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

import torch
from torch import nn
from torch.nn import functional

from lazygui.catalog.spec import Call
from lazygui.graph.model import Node

_ROOTS: Final = MappingProxyType({"torch": torch, "F": functional, "nn": nn})

Function = Callable[..., Any]


def module(node: Node) -> nn.Module:
    """Return a fresh module for the node; raises whatever the constructor raises."""
    assert node.spec is not None
    built = _resolve(node.spec.type)(**node.arguments)
    assert isinstance(built, nn.Module)
    return built


def operation(node: Node, call: Call) -> Function:
    """Return what the node computes, as a function of its input tensors."""
    function, arguments = _resolve(call.function), dict(node.arguments)
    if call.gathers:
        return lambda *inputs: function(inputs, **arguments)
    return lambda *inputs: function(*inputs, **arguments)


def _resolve(name: str) -> Function:
    """Return what a name of the catalogue means. Names from a document never come here: a spec has looked them up."""
    root, _, attribute = name.partition(".")
    function: Function = getattr(_ROOTS[root], attribute)
    return function
