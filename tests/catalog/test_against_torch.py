"""Every fact of the catalogue holds for the torch that is installed."""

from __future__ import annotations

import inspect
from itertools import product
from typing import Any, get_overloads

import pytest
import torch
import trials
from torch import nn
from torch.nn.parameter import is_lazy
from trials import built, ran, real_shapes, resolve, started

from lazygui.catalog import CATALOG
from lazygui.catalog.shapes import parameter_shapes
from lazygui.catalog.spec import UNKNOWN, Kind, LayerSpec, Value

pytestmark = [
    # torch says of every lazy module that it is new; it is what this program is about.
    pytest.mark.filterwarnings("ignore:Lazy modules are a new feature"),
    # LazyInstanceNorm without a scale never learns its num_features, and torch says so.
    pytest.mark.filterwarnings("ignore:input's size at dim=1 does not match num_features"),
    pytest.mark.filterwarnings("ignore:enable_nested_tensor is True"),
    pytest.mark.filterwarnings("ignore:LSTM with projections is not supported with oneDNN"),
    # A transformer that is told of padding computes without it in prediction, and torch says that this is new.
    pytest.mark.filterwarnings("ignore:The PyTorch API of nested tensors"),
]

MODULES = [spec for spec in CATALOG.values() if spec.is_module]
each_module = pytest.mark.parametrize("spec", MODULES, ids=lambda spec: spec.type)
each_lazy = pytest.mark.parametrize("spec", [s for s in MODULES if s.is_lazy], ids=lambda spec: spec.type)
each_learner = pytest.mark.parametrize("spec", [s for s in MODULES if s.parameters], ids=lambda spec: spec.type)
EMPTY = inspect.Parameter.empty

LEFT_OUT = {
    "device": "the whole network lives on one device",
    "dtype": "the whole network has one dtype",
    "_weight": "a tensor, not a setting",
    "weight": "a tensor, not a setting",
    "pos_weight": "a tensor, not a setting",
    "_random_samples": "a tensor, not a setting",
    "_freeze": "a matter of training",
    "min_value": "a deprecated name of min_val",
    "max_value": "a deprecated name of max_val",
    "size_average": "a deprecated form of reduction",
    "reduce": "a deprecated form of reduction",
    "distance_function": "code, not a setting",
    "options": "how to compute, not what",
    "norm": "a module: it stands behind the stack as a node",
    "custom_encoder": "a module: encoder and decoder are nodes of their own",
    "custom_decoder": "a module: encoder and decoder are nodes of their own",
}


def signature(function: Any) -> dict[str, Any]:
    """Return the names that torch accepts, in order, each with its default or EMPTY."""
    parameters = inspect.signature(next(iter(get_overloads(function)), function)).parameters.values()
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return {p.name: p.default for p in parameters if p.kind not in variadic and p.name != "self"}


def built_with(spec: LayerSpec) -> dict[str, Any]:
    """Return what torch's constructor accepts and is not left out; a stack's inner layer comes first."""
    left_out = LEFT_OUT.keys() | ({"padding_mode"} if "Transpose" in spec.type else set())
    own = {name: value for name, value in signature(resolve(spec.type).__init__).items() if name not in left_out}
    if spec.inner is None:
        return own
    word, inner = spec.inner
    del own[word]
    return built_with(CATALOG[inner]) | own


def called_with(spec: LayerSpec) -> dict[str, Any]:
    """Return what torch's forward accepts; where it takes one tensor, that is "input" whatever torch calls it."""
    accepted = signature(resolve(spec.type).forward)
    return {"input": EMPTY, **dict(list(accepted.items())[1:])} if spec.inputs == ("input",) else accepted


def told_at_call(spec: LayerSpec) -> dict[str, Any]:
    tensors = {*spec.inputs, *(word for word, _ in spec.packs)}
    return {name: value for name, value in called_with(spec).items() if name not in tensors}


def plain(default: Any) -> Any:
    """Return a default of torch as a document writes it: a function of torch by its name."""
    return default.__name__ if inspect.isfunction(default) else default


def matches(expected: tuple[int | str, ...], real: tuple[int, ...]) -> bool:
    return len(expected) == len(real) and all(e in (UNKNOWN, r) for e, r in zip(expected, real, strict=True))


def assert_foretold(spec: LayerSpec, **arguments: Value) -> None:
    """The parameters of the layer once it has run are those that were told before."""
    node = started(spec, arguments)
    module = built(node)
    ran(node, module)
    foretold, real = dict(parameter_shapes(spec, node.arguments)), real_shapes(module)
    assert list(foretold) == list(real)
    assert all(matches(foretold[name], real[name]) for name in real), (arguments, foretold, real)


@each_module
def test_torch_has_it(spec: LayerSpec) -> None:
    assert issubclass(resolve(spec.type), nn.Module)


@each_module
def test_it_has_all_arguments_of_torch_in_the_order_of_torch(spec: LayerSpec) -> None:
    assert [a.name for a in spec.arguments if not a.at_call] == list(built_with(spec))
    assert [a.name for a in spec.arguments if a.at_call] == list(told_at_call(spec))


@each_module
def test_its_defaults_are_those_of_torch(spec: LayerSpec) -> None:
    expected = {name: plain(default) for name, default in (built_with(spec) | told_at_call(spec)).items()}
    assert {a.name: EMPTY if a.is_required else a.default for a in spec.arguments} == expected


@each_module
def test_its_ports_are_the_tensors_that_torch_asks_for(spec: LayerSpec) -> None:
    packed = {port: word for word, ports in spec.packs for port in ports}
    asked = called_with(spec)
    ports = list(dict.fromkeys(packed.get(name, name) for name in spec.inputs))
    assert ports == [name for name in asked if name in ports]
    assert {packed.get(name, name) for name in spec.optional} == {p for p in ports if asked[p] is not EMPTY}


@each_module
def test_its_sample_runs_and_gives_the_outputs_that_the_node_shows(spec: LayerSpec) -> None:
    node = started(spec)
    outputs = ran(node, built(node))
    assert len(outputs) == len(node.output_names)
    assert all(isinstance(output, torch.Tensor) and output.numel() > 0 for output in outputs)


OPTIONAL = [spec for spec in MODULES if spec.optional and spec.type != "nn.EmbeddingBag"]


@pytest.mark.parametrize("spec", OPTIONAL, ids=lambda spec: spec.type)
def test_an_optional_input_changes_no_shape(spec: LayerSpec) -> None:
    node = started(spec)
    module = built(node)
    without = [output.shape for output in ran(node, module)]
    for ports in trials.with_optional(spec):
        assert [output.shape for output in ran(node, module, ports)] == without


def test_a_bag_has_offsets_where_its_indices_are_one_row() -> None:
    node = started(CATALOG["nn.EmbeddingBag"], {"mode": "sum"})
    row, offsets, weights = torch.arange(6), torch.tensor([0, 2]), torch.ones(6)
    (plain,) = ran(node, built(node), (0, 1), [row, offsets, weights])
    assert plain.shape == (2, 32)
    module = built(node)
    (once,) = ran(node, module, (0, 1, 2), [row, offsets, weights])
    (twice,) = ran(node, module, (0, 1, 2), [row, offsets, 2 * weights])
    torch.testing.assert_close(2 * once, twice)


# Of a size and a scale torch takes just one.
INSTEAD: dict[str, dict[str, Value]] = {"scale_factor": {"size": (9, 9)}, "output_ratio": {"output_size": 4}}


@each_module
def test_torch_accepts_each_choice_word_and_none(spec: LayerSpec) -> None:
    for argument in (a for a in spec.arguments if not a.at_call):
        for value in trials.special_values(argument):
            assert built(started(spec, {argument.name: value, **INSTEAD.get(argument.name, {})}))


@pytest.mark.parametrize(
    ("type", "argument", "outputs"),
    [(s.type, s.outputs_from, s.outputs) for s in MODULES if s.outputs_from],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_switch_adds_outputs(type: str, argument: str, outputs: tuple[str, ...]) -> None:
    for value, names in ((True, outputs), (False, outputs[:1])):
        node = started(CATALOG[type], {argument: value})
        assert node.output_names == names
        assert len([output for output in ran(node, built(node)) if output is not None]) == len(names)


@pytest.mark.parametrize("name", ["AdaptiveAvgPool", "AdaptiveMaxPool"])
@pytest.mark.parametrize("axes", [1, 2, 3])
def test_adaptive_pooling_keeps_an_axis_where_the_catalogue_says_so(name: str, axes: int) -> None:
    spec = CATALOG[f"nn.{name}{axes}d"]
    size = spec.argument("output_size")
    assert size is not None
    node = started(spec, {"output_size": (None,) * axes})
    if size.optional_axes:
        assert ran(node, built(node))[0].shape == spec.sample[0]
    else:
        with pytest.raises(TypeError):
            ran(node, built(node))


@each_learner
def test_its_parameters_have_the_shapes_that_were_foretold(spec: LayerSpec) -> None:
    spoken = {name for one in spec.parameters for name in (*one.when, *one.repeat)}
    switches = [a.name for a in spec.arguments if a.kind is Kind.BOOLEAN and a.name in spoken]
    for values in product((True, False), repeat=len(switches)):
        assert_foretold(spec, **dict(zip(switches, values, strict=True)))


@pytest.mark.parametrize(
    ("type", "arguments"),
    [
        ("nn.LazyConv2d", {"groups": 2, "kernel_size": 3}),
        ("nn.Conv2d", {"groups": 2, "kernel_size": (3, 2)}),
        ("nn.LazyConvTranspose2d", {"groups": 2, "kernel_size": (3, 2)}),
        ("nn.ConvTranspose2d", {"groups": 2, "kernel_size": 3}),
        ("nn.LSTM", {"num_layers": 3, "bidirectional": True}),
        ("nn.LSTM", {"num_layers": 2, "bidirectional": True, "proj_size": 5}),
        ("nn.GRU", {"num_layers": 2}),
        ("nn.RNN", {"num_layers": 2, "bidirectional": True}),
        ("nn.MultiheadAttention", {"kdim": 16, "vdim": 16}),
        ("nn.PReLU", {"num_parameters": 8}),
        ("nn.TransformerEncoder", {"num_layers": 3, "dim_feedforward": 24}),
        ("nn.TransformerDecoder", {"num_layers": 1, "bias": False}),
        ("nn.Transformer", {"num_encoder_layers": 1, "num_decoder_layers": 3}),
        ("nn.LinearCrossEntropyLoss", {"bias": True}),
        ("nn.AdaptiveLogSoftmaxWithLoss", {"cutoffs": (2, 5), "div_value": 2.0}),
    ],
)
def test_they_follow_the_arguments(type: str, arguments: dict[str, Value]) -> None:
    assert_foretold(CATALOG[type], **arguments)


@pytest.mark.parametrize(("kdim", "vdim"), [(4, 6), (4, None), (None, 6), (16, 6)])
def test_attention_to_other_widths_learns_one_matrix_for_each(kdim: int | None, vdim: int | None) -> None:
    spec = CATALOG["nn.MultiheadAttention"]
    node = started(spec, {"kdim": kdim, "vdim": vdim, "add_bias_kv": True})
    assert dict(parameter_shapes(spec, node.arguments)) == real_shapes(built(node))


def test_a_joint_loss_over_further_axes_learns_a_row_for_each_class_of_each() -> None:
    spec = CATALOG["nn.LinearCrossEntropyLoss"]
    node = started(spec, {"out_features": (4, 3)})
    assert dict(parameter_shapes(spec, node.arguments)) == real_shapes(built(node)) == {"linear.weight": (120, 8)}


@pytest.mark.parametrize("spec", [s for s in MODULES if not s.parameters], ids=lambda spec: spec.type)
def test_it_learns_nothing_where_no_parameter_is_foretold(spec: LayerSpec) -> None:
    assert real_shapes(built(started(spec))) == {}


@each_lazy
def test_what_is_foretold_as_unknown_is_uninitialized_in_torch(spec: LayerSpec) -> None:
    module = built(started(spec))
    foretold = dict(parameter_shapes(spec, spec.start_arguments()))
    assert {name for name, parameter in module.named_parameters() if is_lazy(parameter)} >= {
        name for name, shape in foretold.items() if UNKNOWN in shape
    }


@each_lazy
def test_it_becomes_the_class_that_is_named(spec: LayerSpec) -> None:
    node = started(spec)
    module = built(node)
    ran(node, module)
    assert spec.becomes is not None
    assert type(module) is resolve(spec.becomes)


def test_the_choices_of_an_input_are_names_of_torch() -> None:
    arguments = {argument.name: argument for argument in CATALOG["Input"].arguments}
    assert all(isinstance(getattr(torch, str(name)), torch.dtype) for name in arguments["dtype"].choices)
    assert all(callable(getattr(torch, str(name))) for name in arguments["fill"].choices if name != "values")
