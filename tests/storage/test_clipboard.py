"""Copied pieces as text."""

from __future__ import annotations

import pytest

from lazygui.graph.edits import Clip, clip
from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.storage.clipboard import from_text, to_text
from lazygui.storage.errors import FormatError
from lazygui.storage.format import load

GRAPH = Graph(
    {name: Node(name, "nn.ReLU") for name in ("a", "b", "c")},
    {Port("b"): Port("a"), Port("c"): Port("b")},
    {"a": Point(0, 0), "b": Point(336, 24), "c": Point(672, 0)},
)


def test_a_piece_comes_back_as_it_was_copied() -> None:
    piece = clip(GRAPH, frozenset({"b", "c"}))
    pasted = from_text(to_text(piece))
    assert pasted == piece
    assert pasted.edges == (Edge(Port("b"), Port("c")),)


def test_a_copied_piece_is_a_document() -> None:
    assert list(load(to_text(clip(GRAPH, frozenset({"a"})))).nodes) == ["a"]


def test_a_piece_without_places_is_laid_out() -> None:
    assert set(from_text(to_text(Clip((Node("a", "nn.ReLU"),)))).layout) == {"a"}


def test_other_text_is_refused() -> None:
    with pytest.raises(FormatError):
        from_text("nn.ReLU()")
