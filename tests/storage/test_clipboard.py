"""Copied pieces as text."""

from __future__ import annotations

import pytest

from lazygui.graph.edits import Clip, clip
from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.storage.clipboard import from_text, is_meant, to_text
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


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes": {"a": {"type": "nn.ReLU"}}}',
        '{"a": {"type": "nn.ReLU"}}',
        '"a": {"type": "nn.ReLU"},',
        '# mine\n{"format": "lazygui/1", "nodes": {"a": {"type": "nn.ReLU"},}, "edges": [],}',
        '/* two\nlines */ {"nodes": {"a": {"type": "nn.ReLU"}}} // end',
    ],
)
def test_what_is_only_form_may_be_missing(text: str) -> None:
    assert [(node.id, node.type) for node in from_text(text).nodes] == [("a", "nn.ReLU")]


@pytest.mark.parametrize("text", ['[["a", "b"], ["a", "c:1"]]', '["a", "b"],\n["a", "c:1"],'])
def test_edges_alone_are_a_piece(text: str) -> None:
    assert from_text(text) == Clip((), (Edge(Port("a"), Port("b")), Edge(Port("a"), Port("c", 1))))


def test_a_mistake_keeps_its_line_behind_comments() -> None:
    with pytest.raises(FormatError) as refused:
        from_text('// a comment, "quoted"\n/* and\nmore */\n{"nodes": {"a" {}}}')
    assert (refused.value.problem.code, refused.value.problem.details["line"]) == ("not_json", 4)


@pytest.mark.parametrize("text", ["[]", '[["a"]]', '[["a", "b:x"]]', "[1]", '["a"]'])
def test_edges_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(FormatError):
        from_text(text)


@pytest.mark.parametrize(
    ("text", "is_json"),
    [
        ('{"nodes": {}}', True),
        ('// one\n[["a", "b"]]', True),
        ('"a": {}', True),
        ("nn.ReLU()", False),
        ('"""A docstring."""\nnn.ReLU()', False),
        ("[nn.ReLU()]", False),
    ],
)
def test_text_that_looks_like_json_is_told_from_other_text(text: str, is_json: bool) -> None:
    assert is_meant(text) is is_json


def test_a_copied_piece_has_one_line_for_each_node() -> None:
    lines = to_text(clip(GRAPH, frozenset(GRAPH.nodes))).split("\n")
    assert [line.strip().rstrip(",") for line in lines if '"nn.ReLU"' in line] == [
        f'"{name}": {{"type": "nn.ReLU"}}' for name in "abc"
    ]
