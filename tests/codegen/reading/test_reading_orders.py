"""The orders of parameters that the reader goes by are torch's own."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import nn

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec
from lazygui.codegen.reading import vocabulary

POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
RECURRENT = {"nn.RNN", "nn.LSTM", "nn.GRU"}
"""Their constructors take whatever comes and hand it on."""
MODULES = [spec for spec in catalog.CATALOG.values() if spec.is_module and spec.type not in RECURRENT]
FUNCTIONS = [spec for spec in catalog.CATALOG.values() if spec.call and spec.call.function.startswith("F.")]


def names(function: Callable[..., Any]) -> list[str]:
    return [one.name for one in inspect.signature(function).parameters.values() if one.kind in POSITIONAL]


def taken(spec: LayerSpec) -> tuple[str, ...]:
    own = tuple(argument.name for argument in spec.arguments if not argument.at_call)
    return vocabulary.ORDERS.get(spec.type, own)


@pytest.mark.parametrize("spec", MODULES, ids=lambda spec: spec.type)
def test_positional_arguments_of_a_constructor_are_those_of_torch(spec: LayerSpec) -> None:
    order = taken(spec)
    assert tuple(names(getattr(nn, spec.name))[: len(order)]) == order


@pytest.mark.parametrize("type", sorted(RECURRENT))
def test_positional_arguments_of_a_recurrent_layer_are_those_of_torch(type: str) -> None:
    spec = catalog.find(type)
    assert spec is not None
    starts = {argument.name: argument.start for argument in spec.arguments} | {"input_size": 3, "hidden_size": 4}
    layer = getattr(nn, spec.name)(*(starts[name] for name in taken(spec)))
    assert {name: getattr(layer, name) for name in taken(spec)} == starts


@pytest.mark.parametrize("spec", FUNCTIONS, ids=lambda spec: spec.type)
def test_positional_arguments_of_a_function_are_those_of_torch(spec: LayerSpec) -> None:
    function = getattr(nn.functional, spec.name)
    try:
        found = names(function)
    except ValueError:
        # Written in C: its documentation begins with the call.
        found = [part.partition("=")[0].strip() for part in str(function.__doc__).partition("(")[2].split(",")]
    order = vocabulary.ORDERS.get(spec.type, (*spec.inputs, *(argument.name for argument in spec.arguments)))
    wanted = [name.replace("tensor", "input") for name in found[: len(order)]]
    assert wanted[: len(order)] == list(order)[: len(wanted)]


@pytest.mark.parametrize("path", vocabulary.FUNCTIONAL_ORDERS)
def test_functions_that_become_modules_have_the_order_of_torch(path: str) -> None:
    order = vocabulary.FUNCTIONAL_ORDERS[path]
    function = {
        "max_pool1d": nn.functional.max_pool1d_with_indices,
        "max_pool2d": nn.functional.max_pool2d_with_indices,
    }.get(path[2:])
    function = (
        function
        or {"max_pool3d": nn.functional.max_pool3d_with_indices}.get(path[2:])
        or getattr(nn.functional, path[2:])
    )
    assert tuple(names(function)[1 : len(order) + 1]) == order


def test_a_module_is_called_in_the_order_of_torch() -> None:
    for type, order in vocabulary.CALL_ORDERS.items():
        assert tuple(names(getattr(nn, type[3:]).forward)[1:]) == order


def test_every_name_of_a_data_type_is_torch_s() -> None:
    for written, own in vocabulary.TYPES.items():
        assert getattr(torch, written) is getattr(torch, own)
    for method, own in vocabulary.CASTS.items():
        assert getattr(torch.ones(1), method)().dtype is getattr(torch, own)
