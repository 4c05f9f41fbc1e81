"""What people write beside a network: notes, and frames with a title around parts of it. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, NamedTuple


class CommentKind(Enum):
    """A note lies on the drawing, a frame behind it."""

    NOTE = "note"
    FRAME = "frame"


COLORS: Final = ("yellow", "blue", "green", "red", "grey")
SMALLEST: Final = 48.0
"""No comment is narrower or lower."""
LONGEST_TEXT: Final = 10_000
NOTE_SIZE: Final = (240.0, 120.0)
FRAME_SIZE: Final = (480.0, 288.0)


class Rect(NamedTuple):
    """Where a comment lies, in pixels at zoom 1."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> Rect:
        return self._replace(x=self.x + dx, y=self.y + dy)

    def sized(self, width: float, height: float) -> Rect:
        return self._replace(width=max(width, SMALLEST), height=max(height, SMALLEST))


@dataclass(frozen=True, slots=True)
class Comment:
    """A note or a frame. `rect` is where it lies, `color` one of COLORS."""

    id: str
    kind: CommentKind
    rect: Rect
    text: str = ""
    color: str = COLORS[0]

    def at(self, rect: Rect) -> Comment:
        return replace(self, rect=rect)


def fresh(taken: Container[str]) -> str:
    """Return an id that no comment has."""
    number = 1
    while f"comment{number}" in taken:
        number += 1
    return f"comment{number}"


def renumbered(several: Iterable[Comment], taken: Iterable[str], dx: float, dy: float) -> dict[str, Comment]:
    """Return copies under ids that are free, moved by so much."""
    known, copies = set(taken), dict[str, Comment]()
    for comment in several:
        id = fresh(known)
        known.add(id)
        copies[id] = replace(comment, id=id, rect=comment.rect.moved(dx, dy))
    return copies


def inside(frame: Comment, comments: Mapping[str, Comment]) -> tuple[str, ...]:
    """Return the other comments that lie wholly in a frame."""
    own = frame.rect
    return tuple(
        key
        for key, other in comments.items()
        if key != frame.id
        and own.x <= other.rect.x
        and own.y <= other.rect.y
        and other.rect.x + other.rect.width <= own.x + own.width
        and other.rect.y + other.rect.height <= own.y + own.height
    )
