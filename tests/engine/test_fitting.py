"""Which layers fit at a place: torch says so, on the meta device."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from lazygui.catalog import CATALOG
from lazygui.engine import wire
from lazygui.engine.drawing import Drawing
from lazygui.engine.messages import Arrival, FitRequest, Fitted
from lazygui.graph.model import Node

ROWS: Arrival = ((2, 20), "float32")
PICTURE: Arrival = ((2, 3, 28, 28), "float32")
INDICES: Arrival = ((2, 20), "int64")
WIDE = Node("head", "nn.Linear", MappingProxyType({"in_features": 20, "out_features": 3}))


def ask(*types: str, tries: tuple[Arrival, ...] = (), **how: object) -> Fitted:
    nodes = tuple(Node(t, t, MappingProxyType(CATALOG[t].start_arguments())) for t in types)
    (said,) = Drawing().fit(FitRequest(7, nodes, tuple((one,) for one in tries), **how))  # type: ignore[arg-type]
    assert said.generation == 7
    return said


def test_what_takes_the_tensor_fits_and_tells_its_shape() -> None:
    said = ask("nn.LazyLinear", "nn.Flatten", "nn.ReLU", tries=(PICTURE,))
    assert said.shapes["nn.Flatten"] == (2, 2352)
    assert said.shapes["nn.ReLU"] == (2, 3, 28, 28)
    assert said.misfits == ()


def test_what_does_not_take_it_does_not_fit() -> None:
    assert ask("nn.LazyConv2d", "nn.Softmax2d", tries=(ROWS,)).misfits == ("nn.LazyConv2d", "nn.Softmax2d")
    assert ask("nn.Embedding", "nn.LazyLinear", tries=(INDICES,)).misfits == ("nn.LazyLinear",)


def test_a_layer_with_several_inputs_is_given_the_tensor_at_each_that_must_be_fed() -> None:
    said = ask("torch.add", "torch.cat", "nn.MultiheadAttention", tries=(ROWS,))
    assert said.shapes == {"torch.add": (2, 20), "torch.cat": (4, 20), "nn.MultiheadAttention": (2, 20)}


def test_a_reader_must_take_what_comes_out() -> None:
    said = ask("nn.ReLU", "nn.Flatten", "torch.sum", tries=(ROWS,), reader=WIDE)
    assert said.misfits == ("torch.sum",)


def test_the_reader_has_its_other_inputs() -> None:
    add = Node("add", "torch.add")
    said = ask("nn.ReLU", "torch.sum", tries=(ROWS,), reader=add, port=1, others=((0, (3, 20), "float32"),))
    assert said.misfits == ("nn.ReLU",)


def test_without_a_tensor_a_layer_is_tried_with_its_own_sample() -> None:
    said = ask("nn.LazyConv2d", "nn.ReLU", "Input", may_sample=True, reader=Node("pool", "nn.Softmax2d"))
    assert said.shapes["nn.LazyConv2d"] is None, "what comes of a sample is no promise"
    assert "Input" in said.misfits


def test_a_later_try_may_be_the_one_that_fits() -> None:
    assert ask("nn.ReLU", tries=(PICTURE, ROWS), reader=WIDE).shapes == {"nn.ReLU": (2, 20)}


def test_what_only_a_run_can_tell_may_fit() -> None:
    assert (
        ask("nn.Flatten", tries=(ROWS,), reader=Node("odd", "Custom", CATALOG["Custom"].start_arguments())).misfits
        == ()
    )


@pytest.mark.parametrize("tries", [(ROWS,), (PICTURE,), (INDICES,), ()])
def test_every_layer_of_the_catalogue_can_be_asked_about(tries: tuple[Arrival, ...]) -> None:
    said = ask(*CATALOG, tries=tries, may_sample=not tries)
    assert {*said.shapes, *said.misfits} == set(CATALOG)


def test_question_and_answer_cross_the_border() -> None:
    question = FitRequest(3, (WIDE,), ((ROWS, INDICES),), True, WIDE, 1, ((0, (2,), "float32"),), True)
    assert wire.decode(wire.encode(question)) == question
    said = ask("nn.ReLU", "nn.LazyConv2d", tries=(ROWS,))
    assert wire.decode(wire.encode(said)) == said
