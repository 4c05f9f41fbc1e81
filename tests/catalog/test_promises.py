"""What the catalogue promises of a layer beside its arguments holds: sizes, bounds, letters, numbers that it takes."""

from __future__ import annotations

import pytest
import torch
import trials
from trials import built, ran, samples, started

from lazygui.catalog import CATALOG
from lazygui.catalog.spec import AUTO, Auto, LayerSpec
from lazygui.graph.axes import Patterns, rule
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.rules import can_connect, check_node

pytestmark = [
    pytest.mark.filterwarnings("ignore:Lazy modules are a new feature"),
    pytest.mark.filterwarnings("ignore:input's size at dim=1 does not match num_features"),
    # A norm over integers is refused, and warns first that it would be slow.
    pytest.mark.filterwarnings("ignore:Mismatch dtype between input and weight"),
]

MODULES = [spec for spec in CATALOG.values() if spec.is_module]
TAKES_FLOATS = [spec for spec in MODULES if any(name.startswith("float") for name in trials.dtypes(spec))]
AUTOS = [(spec, a.name, a.auto) for spec in MODULES for a in spec.arguments if a.auto and not a.auto.is_bound]
BOUNDED = [(spec, port, argument) for spec in MODULES for port, argument in spec.index_inputs]


def named(value: object) -> str:
    return value.type if isinstance(value, LayerSpec) else value if isinstance(value, str) else ""


@pytest.mark.parametrize("spec", TAKES_FLOATS, ids=named)
def test_a_layer_that_computes_with_floating_numbers_only_refuses_integers_of_every_size(spec: LayerSpec) -> None:
    node, refused = started(spec), []
    for dtype in (torch.int64, torch.int32, torch.uint8):
        inputs = [tensor.to(dtype) if tensor.is_floating_point() else tensor for tensor in samples(spec)]
        try:
            ran(node, built(node), inputs=inputs)
        except (RuntimeError, ValueError, TypeError):
            refused.append(dtype)
    assert (len(refused) == 3) == spec.floating


@pytest.mark.parametrize(("spec", "name", "auto"), AUTOS, ids=named)
def test_a_size_that_is_left_open_is_the_length_of_the_axis_that_is_named(
    spec: LayerSpec, name: str, auto: Auto
) -> None:
    assert auto.input in spec.inputs
    assert check_node(started(spec)) is None
    node = started(spec, {name: AUTO})
    assert ran(node, built(node))
    # Without a scale an instance norm has nothing that must fit, and torch takes any number of channels.
    scaled = {"affine": True} if spec.argument("affine") else {}
    wrong = started(spec, {name: larger(node.arguments[name]), **scaled})
    with pytest.raises((RuntimeError, ValueError, AssertionError)):
        ran(wrong, built(wrong))


def larger(size: object) -> int | tuple[int, ...]:
    """Return a size that nothing fits; heads and groups still divide it."""
    return (4 * size[0],) if isinstance(size, tuple) else 4 * size  # type: ignore[operator]


@pytest.mark.parametrize(("spec", "port", "argument"), BOUNDED, ids=named)
def test_an_index_below_its_bound_is_taken_and_the_bound_itself_is_not(
    spec: LayerSpec, port: str, argument: str
) -> None:
    node, inputs = started(spec), samples(spec)
    bound = node.value(argument)
    assert isinstance(bound, int)
    index = spec.inputs.index(port)
    inputs[index] = inputs[index] + bound - 1
    assert ran(node, built(node), inputs=inputs)
    inputs[index] = inputs[index] + 1
    with pytest.raises((IndexError, RuntimeError)):
        ran(node, built(node), inputs=inputs)


@pytest.mark.parametrize("spec", [s for s in MODULES if "->" in s.axes], ids=named)
def test_its_letters_fit_its_sample(spec: LayerSpec) -> None:
    node = started(spec)
    inputs = tuple([("",) * len(shape) for shape in spec.sample])
    outputs = tuple([("",) * output.ndim for output in ran(node, built(node))])
    for text in (spec.axes, *(told for _, told in spec.axes_when)):
        read = rule(text)
        assert isinstance(read, Patterns)
        taken, given = read.fitting(inputs, outputs)
        assert taken
        assert len(given) == len(spec.outputs)


def test_padding_by_what_is_there_makes_no_new_values() -> None:
    for spec in (s for s in MODULES if s.passes_values and "Constant" not in s.name and "Zero" not in s.name):
        node = started(spec)
        values = torch.rand(spec.sample[0])
        (output,) = ran(node, built(node), inputs=[values])
        assert set(output.flatten().tolist()) <= set(values.flatten().tolist())


@pytest.mark.parametrize("spec", [s for s in MODULES if s.reads_values], ids=named)
def test_what_only_values_can_tell_meta_refuses(spec: LayerSpec) -> None:
    node = started(spec)
    with torch.device("meta"), pytest.raises((RuntimeError, NotImplementedError)):
        ran(node, built(node), inputs=[tensor.to("meta") for tensor in samples(spec)])


@pytest.mark.parametrize("spec", [s for s in MODULES if s.outputs_from], ids=named)
def test_an_output_that_is_switched_off_has_no_port(spec: LayerSpec) -> None:
    assert spec.outputs_from
    for is_on in (True, False):
        graph = Graph().with_nodes([Node("a", spec.type, {spec.outputs_from: is_on}), Node("b", "nn.Identity")])
        assert (can_connect(graph, Port("a", 1), Port("b")) is None) == is_on
        assert graph.output_count("a") == 1 + is_on
