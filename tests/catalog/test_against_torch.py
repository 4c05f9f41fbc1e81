"""Every fact of the catalogue holds for the torch that is installed."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest
import torch
from torch import nn
from torch.nn import functional
from torch.nn.modules import activation, dropout
from torch.nn.modules.lazy import LazyModuleMixin
from torch.nn.parameter import is_lazy

from lazygui.catalog import CATALOG
from lazygui.catalog.shapes import parameter_shapes
from lazygui.catalog.spec import UNKNOWN, ArgumentSpec, Kind, LayerSpec, Value

pytestmark = [
    # torch says of every lazy module that it is new; it is what this program is about.
    pytest.mark.filterwarnings("ignore:Lazy modules are a new feature"),
    # LazyInstanceNorm without a scale never learns its num_features, and torch says so.
    pytest.mark.filterwarnings("ignore:input's size at dim=1 does not match num_features"),
]

LAYERS = [spec for spec in CATALOG.values() if not spec.is_input]
MODULES = [spec for spec in LAYERS if spec.is_module]
each_layer = pytest.mark.parametrize("spec", LAYERS, ids=lambda spec: spec.type)
each_module = pytest.mark.parametrize("spec", MODULES, ids=lambda spec: spec.type)
each_lazy = pytest.mark.parametrize("spec", [s for s in MODULES if s.is_lazy], ids=lambda spec: spec.type)
each_learner = pytest.mark.parametrize("spec", [s for s in MODULES if s.parameters], ids=lambda spec: spec.type)

SPACES = {"nn": nn, "F": functional, "torch": torch}
LEFT_OUT = {
    "device": "the whole network lives on one device",
    "dtype": "the whole network has one dtype",
    "out": "every operation makes its own output",
    "return_indices": "it would turn one output into two",
    "_weight": "a tensor, not a setting",
    "_freeze": "a matter of training",
    "min_value": "a deprecated name of min_val",
    "max_value": "a deprecated name of max_val",
}


def resolve(type: str) -> Any:
    space, _, name = type.partition(".")
    return getattr(SPACES[space], name)


def signature(target: Any) -> dict[str, Any]:
    """Return the names that torch accepts, in order, each with its default or `inspect.Parameter.empty`."""
    try:
        parameters = inspect.signature(target).parameters.values()
    except ValueError:
        return documented_signature(target)
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return {parameter.name: parameter.default for parameter in parameters if parameter.kind not in variadic}


def documented_signature(builtin: Any) -> dict[str, Any]:
    """Read the signature of a function written in C++ from the first line of its documentation."""
    header = builtin.__doc__.strip().splitlines()[0]
    (function,) = ast.parse(f"def {header}: ...").body
    assert isinstance(function, ast.FunctionDef)
    given = function.args
    names = [argument.arg for argument in given.args]
    missing = [inspect.Parameter.empty] * (len(names) - len(given.defaults))
    defaults = missing + [ast.literal_eval(value) for value in given.defaults]
    keywords = {a.arg: ast.literal_eval(v) for a, v in zip(given.kwonlyargs, given.kw_defaults, strict=True) if v}
    return dict(zip(names, defaults, strict=True)) | keywords


def settings(spec: LayerSpec) -> dict[str, Any]:
    """Return what torch accepts beside the tensors and what is left out for a reason."""
    names = signature(resolve(spec.type))
    tensors = {*spec.inputs, "tensors"} if spec.call else set()
    left_out = tensors | LEFT_OUT.keys() | ({"padding_mode"} if "Transpose" in spec.type else set())
    return {name: default for name, default in names.items() if name not in left_out}


def samples(spec: LayerSpec) -> list[torch.Tensor]:
    # Indices of an embedding are small integers, and zeros are that.
    dtype = getattr(torch, spec.sample_dtype)
    return [torch.rand(shape).to(dtype) for shape in spec.sample]


def build(spec: LayerSpec, arguments: Mapping[str, Value]) -> nn.Module:
    module: nn.Module = resolve(spec.type)(**arguments)
    return module.eval()


def run(spec: LayerSpec, arguments: Mapping[str, Value], module: nn.Module | None = None) -> Any:
    inputs = samples(spec)
    with torch.no_grad():
        if spec.call is None:
            return (module or build(spec, arguments))(*inputs)
        function: Callable[..., Any] = resolve(spec.call.function)
        return function(tuple(inputs), **arguments) if spec.call.gathers else function(*inputs, **arguments)


def real_shapes(module: nn.Module) -> dict[str, tuple[int, ...]]:
    return {name: tuple(parameter.shape) for name, parameter in module.named_parameters()}


def matches(expected: tuple[int | str, ...], real: tuple[int, ...]) -> bool:
    return len(expected) == len(real) and all(e in (UNKNOWN, r) for e, r in zip(expected, real, strict=True))


@each_layer
def test_torch_has_it(spec: LayerSpec) -> None:
    found = resolve(spec.type)
    assert issubclass(found, nn.Module) if spec.is_module else callable(found)


@each_layer
def test_it_has_all_arguments_of_torch_in_the_order_of_torch(spec: LayerSpec) -> None:
    assert [argument.name for argument in spec.arguments] == list(settings(spec))


@each_layer
def test_its_defaults_are_those_of_torch(spec: LayerSpec) -> None:
    expected = {
        name: None if default is inspect.Parameter.empty else default for name, default in settings(spec).items()
    }
    assert {a.name: None if a.is_required else a.default for a in spec.arguments} == expected


@each_layer
def test_it_requires_what_torch_requires(spec: LayerSpec) -> None:
    expected = {name for name, default in settings(spec).items() if default is inspect.Parameter.empty}
    assert {argument.name for argument in spec.arguments if argument.is_required} == expected


@each_layer
def test_its_sample_runs_and_gives_one_tensor(spec: LayerSpec) -> None:
    output = run(spec, spec.start_arguments())
    assert isinstance(output, torch.Tensor)
    assert output.numel() > 0


@each_module
def test_torch_accepts_each_choice_word_and_none(spec: LayerSpec) -> None:
    values = [(argument.name, value) for argument in spec.arguments for value in special_values(argument)]
    for name, value in values:
        assert build(spec, {**spec.start_arguments(), name: value})


def special_values(argument: ArgumentSpec) -> tuple[Value, ...]:
    return (*argument.choices, *argument.words, *((None,) if argument.optional else ()))


@pytest.mark.parametrize("name", ["AdaptiveAvgPool", "AdaptiveMaxPool"])
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_adaptive_pooling_keeps_an_axis_where_the_catalogue_says_so(name: str, axes: int) -> None:
    spec = CATALOG[f"nn.{name}{axes}d"]
    size = spec.argument("output_size")
    assert size is not None
    arguments = {"output_size": (None,) * axes}
    if size.optional_axes:
        assert run(spec, arguments).shape == spec.sample[0]
    else:
        with pytest.raises(TypeError):
            run(spec, arguments)


@each_learner
def test_its_parameters_have_the_shapes_that_were_foretold(spec: LayerSpec) -> None:
    switches = [argument.name for argument in spec.arguments if argument.kind is Kind.BOOLEAN]
    for values in product((True, False), repeat=len(switches)):
        arguments = spec.start_arguments() | dict(zip(switches, values, strict=True))
        module = build(spec, arguments)
        run(spec, arguments, module)
        foretold, real = dict(parameter_shapes(spec, arguments)), real_shapes(module)
        assert list(foretold) == list(real)
        assert all(matches(foretold[name], real[name]) for name in real), (arguments, foretold, real)


@pytest.mark.parametrize("kernel", [3, (3, 2)])
@pytest.mark.parametrize("type", ["nn.LazyConv2d", "nn.Conv2d", "nn.LazyConvTranspose2d", "nn.ConvTranspose2d"])
def test_grouped_convolutions_have_the_shapes_that_were_foretold(type: str, kernel: Value) -> None:
    spec = CATALOG[type]
    arguments = spec.start_arguments() | {"groups": 2, "kernel_size": kernel}
    module = build(spec, arguments)
    run(spec, arguments, module)
    for name, shape in parameter_shapes(spec, arguments):
        assert matches(shape, real_shapes(module)[name])


@pytest.mark.parametrize("spec", [s for s in MODULES if not s.parameters], ids=lambda spec: spec.type)
def test_it_learns_nothing_where_no_parameter_is_foretold(spec: LayerSpec) -> None:
    assert real_shapes(build(spec, spec.start_arguments())) == {}


@each_lazy
def test_what_is_foretold_as_unknown_is_uninitialized_in_torch(spec: LayerSpec) -> None:
    module = build(spec, spec.start_arguments())
    foretold = dict(parameter_shapes(spec, spec.start_arguments()))
    assert {name for name, parameter in module.named_parameters() if is_lazy(parameter)} >= {
        name for name, shape in foretold.items() if UNKNOWN in shape
    }


@each_lazy
def test_it_becomes_the_class_that_is_named(spec: LayerSpec) -> None:
    module = build(spec, spec.start_arguments())
    run(spec, spec.start_arguments(), module)
    assert spec.becomes is not None
    assert type(module) is resolve(spec.becomes)


def test_all_lazy_classes_of_torch_and_their_twins_are_in_the_catalogue() -> None:
    classes = [c for c in vars(nn).values() if isinstance(c, type) and issubclass(c, LazyModuleMixin)]
    lazy = {c.__name__: c.cls_to_become.__name__ for c in classes if c.cls_to_become}
    assert len(lazy) == 13
    assert {f"nn.{name}" for name in (*lazy, *lazy.values())} <= CATALOG.keys()
    assert {f"nn.{name}" for name in lazy} == {spec.type for spec in MODULES if spec.is_lazy}


def test_all_activations_of_torch_without_parameters_are_in_the_catalogue() -> None:
    with_parameters = {"PReLU", "MultiheadAttention"}
    assert {f"nn.{name}" for name in set(activation.__all__) - with_parameters} <= CATALOG.keys()


def test_all_dropouts_of_torch_are_in_the_catalogue() -> None:
    assert {f"nn.{name}" for name in dropout.__all__} <= CATALOG.keys()


def test_the_choices_of_an_input_are_names_of_torch() -> None:
    arguments = {argument.name: argument for argument in CATALOG["Input"].arguments}
    assert all(isinstance(getattr(torch, str(name)), torch.dtype) for name in arguments["dtype"].choices)
    assert all(callable(getattr(torch, str(name))) for name in arguments["fill"].choices if name != "values")
