"""Where chosen cards go when they are aligned or spread evenly, and the edit that moves them. Pure.

Cards are rectangles here: how high they are is known by whoever draws them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, NamedTuple, get_args

from lazygui.graph.edits import BaseEdit, EditTitle, MoveNodes
from lazygui.graph.model import Graph, Point

Side = Literal["left", "centre", "right", "top", "middle", "bottom"]
SIDES: Final[tuple[Side, ...]] = get_args(Side)
Axis = Literal["horizontally", "vertically"]
AXES: Final[tuple[Axis, ...]] = get_args(Axis)


class Rect(NamedTuple):
    """A card on the canvas: its upper left corner and its size, in pixels at zoom 1."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Arrange(BaseEdit):
    """Move nodes as a whole: `verb` says why, and is what the step is called (`align`, `distribute`, `tidy`)."""

    layout: Mapping[str, Point]
    verb: str

    @property
    def title(self) -> EditTitle:
        return EditTitle(self.verb, len(self.layout), next(iter(self.layout), ""))

    def apply(self, graph: Graph) -> Graph:
        return MoveNodes(self.layout).apply(graph)


def aligned(cards: Mapping[str, Rect], side: Side) -> dict[str, Point]:
    """Return where cards go so that one side, or the middle, of all lies on one line: the outermost, or the middle.

    Cards move along one axis only, so that some may come to lie on others.
    """
    if not cards:
        return {}
    left, right = min(card.x for card in cards.values()), max(card.x + card.width for card in cards.values())
    top, bottom = min(card.y for card in cards.values()), max(card.y + card.height for card in cards.values())
    found = {}
    for name, (x, y, width, height) in cards.items():
        match side:
            case "left":
                x = left
            case "centre":
                x = (left + right - width) / 2
            case "right":
                x = right - width
            case "top":
                y = top
            case "middle":
                y = (top + bottom - height) / 2
            case "bottom":
                y = bottom - height
        found[name] = Point(x, y)
    return found


def distributed(cards: Mapping[str, Rect], axis: Axis) -> dict[str, Point]:
    """Return where cards go so that there is as much room between each two; the first and the last stay."""
    lies = axis == "horizontally"

    def span(name: str) -> tuple[float, float]:
        x, y, width, height = cards[name]
        return (x, x + width) if lies else (y, y + height)

    ordered = sorted(cards, key=lambda name: (sum(span(name)), name))
    if len(ordered) < 3:
        return {name: Point(card.x, card.y) for name, card in cards.items()}
    room = sum(span(after)[0] - span(before)[1] for before, after in pairwise(ordered)) / (len(ordered) - 1)
    found, at = {}, span(ordered[0])[0]
    for name in ordered:
        start, end = span(name)
        found[name] = Point(at, cards[name].y) if lies else Point(cards[name].x, at)
        at += end - start + room
    return found
