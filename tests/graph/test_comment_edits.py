"""Notes and frames in the drawing: edits that can be undone, and nothing that the network hears of."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from lazygui.graph import edits
from lazygui.graph.commenting import AddComment, ChangeComment
from lazygui.graph.comments import SMALLEST, Comment, CommentKind, Rect, fresh, inside
from lazygui.graph.document import Document
from lazygui.graph.edits import clip, paste
from lazygui.graph.model import Graph, Node, Point

NOTE = Comment("comment1", CommentKind.NOTE, Rect(0, 0, 240, 120), "look here")
FRAME = Comment("comment2", CommentKind.FRAME, Rect(-10, -10, 500, 300), "block", "blue")


@pytest.fixture
def document() -> Document:
    return Document(Graph({"fc": Node("fc", "nn.ReLU")}, {}, {"fc": Point(20, 20)}))


@pytest.fixture
def commented(document: Document) -> Document:
    for comment in (NOTE, FRAME):
        assert document.do(AddComment(comment)) is None
    return document


def test_a_comment_is_added_and_taken_back(document: Document) -> None:
    before = document.graph
    document.do(AddComment(NOTE))
    assert document.graph.comments == {"comment1": NOTE}
    document.undo()
    assert document.graph == before


def test_it_says_something_else_in_another_colour_and_size(commented: Document) -> None:
    commented.do(ChangeComment("comment1", text="there", color="red", rect=Rect(1, 2, 300, 10)))
    changed = commented.graph.comments["comment1"]
    assert (changed.text, changed.color, changed.rect) == ("there", "red", Rect(1, 2, 300, SMALLEST))
    commented.undo()
    assert commented.graph.comments["comment1"] == NOTE


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (ChangeComment("nothing", text="x"), "missing_comment"),
        (ChangeComment("comment1", text="x" * 10_001), "comment_too_long"),
        (ChangeComment("comment1", color="pink"), "comment_color"),
        (edits.MoveNodes({}, comments={"nothing": Rect(0, 0, 50, 50)}), "missing_comment"),
    ],
)
def test_what_cannot_be_is_refused(commented: Document, edit: edits.Edit, code: str) -> None:
    before = commented.graph
    problem = commented.do(edit)
    assert problem is not None
    assert problem.code == code
    assert commented.graph is before


def test_comments_move_and_go_with_nodes(commented: Document) -> None:
    commented.do(edits.MoveNodes({"fc": Point(30, 20)}, comments={"comment1": NOTE.rect.moved(10, 0)}))
    assert commented.graph.comments["comment1"].rect.x == 10
    commented.do(edits.Remove(frozenset({"fc"}), frozenset(), frozenset({"comment1"})))
    assert (set(commented.graph.nodes), set(commented.graph.comments)) == (set(), {"comment2"})
    commented.undo()
    assert set(commented.graph.comments) == {"comment1", "comment2"}


def test_a_piece_takes_its_comments_along_under_free_ids(commented: Document) -> None:
    graph = commented.graph
    piece = clip(graph, frozenset({"fc"}), {"comment1"})
    commented.do(paste(graph, piece, Point(100, 50)))
    copy = commented.graph.comments["comment3"]
    assert (copy.text, copy.rect) == (NOTE.text, Rect(100, 50, 240, 120))
    assert len(commented.graph.nodes) == 2


def test_the_network_hears_nothing_of_them(commented: Document) -> None:
    heard = []
    commented.subscribe(heard.append)
    commented.do(ChangeComment("comment1", text="x"))
    (change,) = heard
    assert (*change.affected, *change.added, *change.changed, *change.moved) == ()


def test_what_lies_in_a_frame_is_told() -> None:
    outside = Comment("comment3", CommentKind.NOTE, Rect(400, 0, 240, 120))
    assert inside(FRAME, {one.id: one for one in (NOTE, FRAME, outside)}) == ("comment1",)


def test_an_id_is_free() -> None:
    assert fresh(MappingProxyType({"comment1": NOTE, "comment3": NOTE})) == "comment2"
