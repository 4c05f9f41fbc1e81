"""What the catalogue says of lengths is what torch does with each layer's own sample."""

from __future__ import annotations

import re

import pytest
from engine_networks import node

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec, Role
from lazygui.engine import explain, lengths, meta, probe
from lazygui.engine.case import Case
from lazygui.engine.dtypes import Spec, Specs
from lazygui.engine.reasons import of_arguments, of_call
from lazygui.graph.model import Node
from lazygui.graph.results import NodeShapes

LAYERS = [spec for spec in catalog.CATALOG.values() if spec.role is Role.LAYER]
TOLD = [spec for spec in LAYERS if spec.sizes]

every_layer = pytest.mark.parametrize("spec", LAYERS, ids=lambda spec: spec.type)
every_told = pytest.mark.parametrize("spec", TOLD, ids=lambda spec: spec.type)


def sampled(spec: LayerSpec) -> tuple[Node, tuple[int, ...], Specs]:
    """Return a new node with what its sample gives it at the inputs that it needs."""
    taken = tuple(index for index, name in enumerate(spec.inputs) if name not in spec.optional)
    specs = tuple(Spec(spec.sample[port], probe.sample_dtype(spec, port)) for port in taken)
    shapes = tuple(one.shape for one in specs)
    return probe.filled(Node("n", spec.type, spec.start_arguments()), taken, shapes), taken, specs


@every_layer
def test_the_sample_of_a_layer_gives_no_reason_to_refuse_it(spec: LayerSpec) -> None:
    layer, taken, specs = sampled(spec)
    case = Case(layer, dict(zip(taken, specs, strict=True)), {})
    assert lengths.complaint(layer, case.shapes) is None
    assert (of_arguments(case), of_call(case)) == (None, None)
    assert explain.foreseen(layer, taken, specs) is None


@every_told
def test_the_outputs_are_as_long_as_the_catalogue_says(spec: LayerSpec) -> None:
    layer, taken, specs = sampled(spec)
    found = meta.evaluate(layer, taken, specs, is_training=False)
    assert isinstance(found, NodeShapes)
    for one in lengths.alternatives(layer):
        ranks = [(pattern, len(specs[port].shape)) for port, pattern in enumerate(one.inputs) if port in taken]
        if all(lengths.spread(layer, pattern, rank) is not None for pattern, rank in ranks):
            told = [(p, shape) for p, shape in zip(one.outputs, found.outputs, strict=False) if p and shape is not None]
            assert all(suits(layer, pattern, shape) for pattern, shape in told)


def suits(layer: Node, pattern: lengths.Pattern, shape: tuple[int, ...]) -> bool:
    axes = lengths.spread(layer, pattern, len(shape)) or ()
    return bool(axes) and all(a.length in (None, length) for a, length in zip(axes, shape, strict=True))


@every_told
def test_every_long_word_is_made_of_arguments(spec: LayerSpec) -> None:
    texts = (spec.sizes, *(text for _, text in spec.sizes_when))
    words = {word for text in texts for word in re.split(r"[ ,]+", text.replace("->", " ")) if len(word) > 1}
    parts = {part for word in words - {lengths.DOTS} for part in re.split(r"[*|/]", word)}
    assert all(spec.argument(part) for part in parts)


@pytest.mark.parametrize("spec", [spec for spec in LAYERS if spec.divides], ids=lambda spec: spec.type)
def test_every_divisor_is_an_argument_and_every_number_is_there(spec: LayerSpec) -> None:
    layer, taken, specs = sampled(spec)
    case = Case(layer, dict(zip(taken, specs, strict=True)), {})
    for divisor, number, *_ in spec.divides:
        assert case.length(divisor)
        assert case.length(number)


def test_a_number_that_is_made_of_two_arguments_is_their_product() -> None:
    rnn = node("n", "nn.RNN", input_size=4, hidden_size=8, num_layers=3, bidirectional=True)
    found = lengths.complaint(rnn, {0: (5, 2, 4), 1: (3, 2, 8)})
    assert isinstance(found, lengths.WrongLength)
    assert (found.port, found.axis, found.expected, found.got) == (1, 0, 6, 3)
