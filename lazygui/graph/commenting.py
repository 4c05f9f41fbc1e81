"""Edits of comments: write one, change what it says or how it looks. They are moved and removed with nodes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from lazygui.graph.comments import COLORS, LONGEST_TEXT, Comment, CommentKind, Rect
from lazygui.graph.edits import BaseEdit, EditTitle
from lazygui.graph.model import Graph
from lazygui.graph.problems import refuse


@dataclass(frozen=True)
class AddComment(BaseEdit):
    """Write a comment. A frame lies behind those that are there already."""

    comment: Comment

    @property
    def title(self) -> EditTitle:
        return EditTitle("add_note" if self.comment.kind is CommentKind.NOTE else "add_frame")

    def apply(self, graph: Graph) -> Graph:
        return graph.with_comments({self.comment.id: _checked(self.comment)})


@dataclass(frozen=True)
class ChangeComment(BaseEdit):
    """Have a comment say something else, in another colour or elsewhere; None leaves a part as it is.

    Steps of one gesture become one undo step.
    """

    id: str
    text: str | None = None
    color: str | None = None
    rect: Rect | None = None
    gesture: int = 0

    @property
    def title(self) -> EditTitle:
        return EditTitle("change_comment")

    @property
    def merge_key(self) -> Hashable:
        return ("comment", self.gesture, self.id) if self.gesture else None

    def apply(self, graph: Graph) -> Graph:
        comment = graph.comments.get(self.id)
        if comment is None:
            raise refuse("missing_comment")
        if self.text is not None:
            comment = replace(comment, text=self.text)
        if self.color is not None:
            comment = replace(comment, color=self.color)
        if self.rect is not None:
            comment = comment.at(self.rect.sized(self.rect.width, self.rect.height))
        return graph.with_comments({self.id: _checked(comment)})


def _checked(comment: Comment) -> Comment:
    if len(comment.text) > LONGEST_TEXT:
        raise refuse("comment_too_long", most=LONGEST_TEXT, length=len(comment.text))
    if comment.color not in COLORS:
        raise refuse("comment_color", color=comment.color, expected=", ".join(COLORS))
    return comment
