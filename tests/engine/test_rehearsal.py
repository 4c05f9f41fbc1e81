"""Where the meta device may be wrong a small call is made for real: it has the last word, and leaves no trace."""

from __future__ import annotations

import pytest
import torch
from engine_networks import events, graph, line, node, results, sample

from lazygui.catalog import CATALOG
from lazygui.catalog.spec import LayerSpec, Value
from lazygui.engine import rehearsal
from lazygui.engine.dtypes import Spec
from lazygui.engine.infer import infer
from lazygui.engine.messages import RunFinished
from lazygui.graph.model import Graph

READING = [spec for spec in CATALOG.values() if spec.reads_values]


def fed(layer: str, *inputs: tuple[tuple[int, ...], str], **arguments: Value) -> Graph:
    """Return the layer as node "n" with samples that suit any: fractions, and indices of 0."""
    fill = {"float32": "rand", "float16": "rand", "int64": "zeros"}
    sources = [sample(*shape, name=f"x{i}", dtype=dtype, fill=fill[dtype]) for i, (shape, dtype) in enumerate(inputs)]
    return graph((*sources, node("n", layer, **arguments)), *(f"x{i}>n:{i}" for i in range(len(inputs))))


def floats(*shapes: tuple[int, ...]) -> list[tuple[tuple[int, ...], str]]:
    return [(shape, "float32") for shape in shapes]


def started(spec: LayerSpec) -> Graph:
    dtypes = spec.sample_dtype if isinstance(spec.sample_dtype, tuple) else (spec.sample_dtype,) * len(spec.sample)
    return fed(spec.type, *zip(spec.sample, dtypes, strict=True), **spec.start_arguments())


TRANSPOSED: dict[str, Value] = {"out_channels": 16, "kernel_size": 3, "padding": 2}
META_IS_WRONG = {
    "torch.addmm": fed("torch.addmm", *floats((3, 4), (3, 8), (8, 1))),
    "F.scaled_dot_product_attention": fed(
        "F.scaled_dot_product_attention", *floats((2, 1, 8), (2, 6, 8), (2, 6, 8), (4, 6))
    ),
    "nn.CrossEntropyLoss": fed("nn.CrossEntropyLoss", ((5,), "float32"), ((1,), "int64")),
    "nn.NLLLoss": fed("nn.NLLLoss", ((5,), "float32"), ((1,), "int64")),
    "nn.MultiLabelMarginLoss": fed("nn.MultiLabelMarginLoss", ((3,), "float32"), ((3,), "int64"), reduction="none"),
    "nn.SoftMarginLoss": fed("nn.SoftMarginLoss", *floats((3, 1), (3, 5))),
    "nn.ConvTranspose1d": fed("nn.ConvTranspose1d", *floats((2, 4, 2)), in_channels=4, **TRANSPOSED),
    "nn.LazyConvTranspose1d": fed("nn.LazyConvTranspose1d", *floats((2, 4, 2)), **TRANSPOSED),
}
"""A call for each layer that the catalogue says meta is wrong about."""
DRAWING = fed("nn.RReLU", ((3, 4), "float16"))


@pytest.fixture
def nothing_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "MOST_NUMBERS", -1)


@pytest.mark.parametrize("spec", READING, ids=lambda spec: spec.type)
def test_a_layer_that_reads_values_is_foretold_as_a_run_has_it(spec: LayerSpec) -> None:
    network = started(spec)
    ran = results(network)["n"]
    foretold = infer(network).shapes["n"]
    assert foretold.outputs == ran.outputs
    assert foretold.parameters == tuple((p.name, p.shape) for p in ran.parameters)


@pytest.mark.parametrize("spec", READING, ids=lambda spec: spec.type)
def test_of_too_many_numbers_only_a_run_tells(spec: LayerSpec, nothing_is_small: None) -> None:
    network = started(spec)
    foretold = infer(network).shapes["n"]
    assert foretold.outputs == (None,) * len(spec.outputs)
    assert foretold.parameters == tuple((p.name, p.shape) for p in results(network)["n"].parameters)


def told(network: Graph) -> object:
    known = infer(network).shapes.get("n")
    return known.outputs if known else None


@pytest.mark.parametrize("layer", META_IS_WRONG)
def test_meta_is_wrong_about_what_the_catalogue_says_and_a_real_call_is_right(
    layer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = META_IS_WRONG[layer]
    last = events(network)[-1]
    ran = results(network)["n"].outputs if isinstance(last, RunFinished) else None
    assert told(network) == ran
    monkeypatch.setattr(rehearsal, "MOST_NUMBERS", -1)
    assert told(network) != ran


def test_there_is_a_proof_for_each_layer_that_meta_is_wrong_about() -> None:
    assert {*META_IS_WRONG} == {spec.type for spec in CATALOG.values() if spec.unlike_meta}


def test_data_types_decide_as_on_a_real_device() -> None:
    network = fed("nn.HuberLoss", ((3, 5), "float16"), ((3, 5), "float32"), reduction="none")
    assert infer(network).shapes["n"].dtypes == ("float16",)


def test_what_a_real_device_refuses_is_told_in_its_own_words() -> None:
    (found,) = infer(DRAWING, is_training=True).findings
    assert found.is_error
    assert "not implemented for 'Half'" in found.words


def test_a_wrong_foresight_is_overruled() -> None:
    """A sample of four axes is not taken in half precision, one of three axes is."""
    assert infer(line(sample(2, 8, 5, dtype="float16"), node("n", "nn.LocalResponseNorm", size=3))).shapes["n"]


def test_groups_that_do_not_suit_the_output_are_refused_for_their_bias() -> None:
    def tried(**arguments: Value) -> bool:
        layer = node("n", "nn.LazyConvTranspose2d", out_channels=16, kernel_size=3, groups=3, **arguments)
        return "n" in infer(line(sample(2, 3, 400, 400), layer)).shapes

    assert tried(bias=False)
    assert not tried()


def test_multiply_adds_are_counted_as_ever() -> None:
    network = fed("torch.addmm", *floats((3, 4), (3, 8), (8, 4)))
    assert infer(network).shapes["n"].macs == 3 * 8 * 4


def test_no_random_number_is_used_up() -> None:
    before = torch.get_rng_state()
    infer(DRAWING)
    assert torch.equal(torch.get_rng_state(), before)


def test_the_numbers_are_the_same_each_time() -> None:
    def drawn() -> torch.Tensor | None:
        _, (output,) = rehearsal.call(DRAWING.nodes["n"], (0,), (Spec((3, 4), "float16"),), is_training=False)
        return output

    first, second = drawn(), drawn()
    assert first is not None
    assert second is not None
    assert torch.equal(first, second)


def test_an_ordinary_call_is_not_made_for_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(rehearsal, "call")
    assert infer(line(sample(2, 4), node("n", "nn.LazyLinear", out_features=3))).shapes["n"].outputs == ((2, 3),)


def test_weights_count_among_the_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(rehearsal, "call")
    wide = node("n", "nn.LazyLinear", out_features=1_000_000)
    assert infer(line(sample(2, 4, dtype="float16"), wide)).findings


def test_the_source_of_a_document_is_never_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(rehearsal, "call")
    source = "def mine(x):\n    return x[:0]\n"
    network = line(sample(3, 4, dtype="float16"), node("n", "Custom", source=source, like=0))
    assert infer(network).shapes["n"].outputs == ((3, 4),)
