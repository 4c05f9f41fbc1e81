"""Comments in a document: saved and opened alike, and refused in words where they are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lazygui.graph.comments import Comment, CommentKind, Rect
from lazygui.graph.model import Graph
from lazygui.storage import clipboard
from lazygui.storage.errors import FormatError
from lazygui.storage.format import dump, load

SCHEMA = json.loads((Path(__file__).parents[2] / "assets/schema/lazygui-1.schema.json").read_text("utf-8"))
NOTE = Comment("comment7", CommentKind.NOTE, Rect(-24, 48.5, 240, 120), 'a "note"\nof two lines · 注释', "green")


def written(**comment: Any) -> str:
    return json.dumps({"format": "lazygui/1", "nodes": {}, "edges": [], "comments": {"c": comment}})


def test_a_drawing_with_comments_comes_back_as_it_was() -> None:
    graph = Graph(comments={NOTE.id: NOTE})
    text = dump(graph)
    assert load(text) == graph
    jsonschema.validate(json.loads(text), SCHEMA)


def test_a_drawing_without_comments_says_nothing_of_them() -> None:
    assert "comments" not in dump(Graph())


def test_text_and_colour_may_be_left_out() -> None:
    (found,) = load(written(kind="frame", rect=[0, 0, 10, 500])).comments.values()
    assert (found.text, found.color, found.rect) == ("", "yellow", Rect(0, 0, 48, 500))


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ({"kind": "cloud", "rect": [0, 0, 1, 1]}, "wrong_comment"),
        ({"kind": "note"}, "wrong_comment"),
        ({"kind": "note", "rect": [0, 0, 1]}, "wrong_comment"),
        ({"kind": "note", "rect": [0, 0, 1, True]}, "wrong_comment"),
        ({"kind": "note", "rect": [0, 0, 1, 1], "text": 5}, "wrong_comment"),
        ({"kind": "note", "rect": [0, 0, 1, 1], "color": "pink"}, "comment_color"),
        ({"kind": "note", "rect": [0, 0, 1, 1], "text": "x" * 10_001}, "comment_too_long"),
    ],
)
def test_what_is_no_comment_is_refused(comment: dict[str, Any], code: str) -> None:
    with pytest.raises(FormatError) as caught:
        load(written(**comment))
    assert caught.value.problem.code == code


def test_comments_that_are_no_object_are_refused() -> None:
    with pytest.raises(FormatError) as caught:
        load('{"format": "lazygui/1", "nodes": {}, "edges": [], "comments": []}')
    assert caught.value.problem.code == "wrong_member"


def test_the_clipboard_carries_them() -> None:
    graph = Graph(comments={NOTE.id: NOTE})
    text = clipboard.to_text(clipboard.clip(graph, frozenset(), {NOTE.id}))
    assert clipboard.from_text(text).comments == (NOTE,)
