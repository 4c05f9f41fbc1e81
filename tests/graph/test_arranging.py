"""Cards that are aligned and spread evenly."""

from __future__ import annotations

import pytest

from lazygui.graph.arranging import Arrange, Rect, Side, aligned, distributed
from lazygui.graph.document import Document
from lazygui.graph.model import Graph, Node, Point

CARDS = {"a": Rect(0, 0, 232, 56), "b": Rect(400, 100, 232, 166), "c": Rect(1000, 48, 232, 106)}


@pytest.mark.parametrize(
    ("side", "places"),
    [
        ("left", [(0, 0), (0, 100), (0, 48)]),
        ("centre", [(500, 0), (500, 100), (500, 48)]),
        ("right", [(1000, 0), (1000, 100), (1000, 48)]),
        ("top", [(0, 0), (400, 0), (1000, 0)]),
        ("middle", [(0, 105), (400, 50), (1000, 80)]),
        ("bottom", [(0, 210), (400, 100), (1000, 160)]),
    ],
)
def test_cards_line_up_on_one_side(side: Side, places: list[tuple[float, float]]) -> None:
    assert list(aligned(CARDS, side).values()) == places


def test_aligning_again_moves_nothing() -> None:
    once = aligned(CARDS, "middle")
    moved = {name: Rect(*once[name], *card[2:]) for name, card in CARDS.items()}
    assert aligned(moved, "middle") == once


def test_cards_are_spread_with_as_much_room_between_each_two() -> None:
    assert distributed(CARDS, "horizontally") == {"a": (0, 0), "b": (500, 100), "c": (1000, 48)}


def test_spreading_counts_how_high_cards_are() -> None:
    stack = {"a": Rect(0, 0, 232, 50), "b": Rect(10, 60, 232, 200), "c": Rect(0, 400, 232, 100)}
    assert distributed(stack, "vertically") == {"a": (0, 0), "b": (10, 125), "c": (0, 400)}


def test_two_cards_are_spread_already() -> None:
    pair = {"a": CARDS["a"], "b": CARDS["b"]}
    assert distributed(pair, "vertically") == {"a": (0, 0), "b": (400, 100)}
    assert aligned({}, "left") == distributed({}, "vertically") == {}


def test_arranging_is_one_step_with_a_name_of_its_own() -> None:
    document = Document(Graph({name: Node(name, "nn.ReLU") for name in "ab"}))
    assert document.do(Arrange({"a": Point(0, 0), "b": Point(0, 192)}, "align")) is None
    assert document.undo_title is not None
    assert (document.undo_title.code, document.undo_title.count) == ("align", 2)
    document.undo()
    assert document.graph.layout == {}


def test_a_node_that_is_not_there_cannot_be_arranged() -> None:
    problem = Document().do(Arrange({"a": Point(0, 0)}, "tidy"))
    assert problem is not None
    assert problem.code == "missing_node"
