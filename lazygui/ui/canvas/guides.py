"""Where a dragged card snaps to: in line with other cards that are in sight, else on the grid. Knows boxes, no item."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from lazygui.graph import placement
from lazygui.ui.canvas.routing import Box

STEP = placement.GRID / 2
REACH = 5.0
"""How close, on the screen, a card must come to a line to be drawn onto it."""
BEYOND = 12.0
"""How far a guide looks out beyond the cards that it is about."""
ALIKE = 0.01

Line: TypeAlias = tuple[float, float, float, float]
"""A guide from one point to another."""


@dataclass(frozen=True, slots=True)
class Snap:
    """How far a card is drawn on each axis, None where nothing is near; and the guides that say so."""

    dx: float | None
    dy: float | None
    lines: tuple[Line, ...]


def align(box: Box, others: Iterable[Box], reach: float) -> Snap:
    """Return how a box gets in line with others: left with left, middle with middle, right with right, and so down."""
    boxes = tuple(others)
    dx = _nearest(_marks(box, 0), [_marks(other, 0) for other in boxes], reach)
    dy = _nearest(_marks(box, 1), [_marks(other, 1) for other in boxes], reach)
    x, y = dx or 0.0, dy or 0.0
    there = box[0] + x, box[1] + y, box[2] + x, box[3] + y
    upright = _lines(there, boxes, 0) if dx is not None else ()
    level = _lines(there, boxes, 1) if dy is not None else ()
    return Snap(dx, dy, (*upright, *((y1, x1, y2, x2) for x1, y1, x2, y2 in level)))


def _marks(box: Box, axis: int) -> tuple[float, float, float]:
    """What lines up along an axis: the low edge, the middle, the high edge."""
    low, high = box[axis], box[axis + 2]
    return low, (low + high) / 2, high


def _nearest(marks: tuple[float, ...], others: Iterable[tuple[float, ...]], reach: float) -> float | None:
    ways = (there - here for other in others for here, there in zip(marks, other, strict=True))
    return min((way for way in ways if abs(way) <= reach), key=lambda way: (abs(way), way), default=None)


def _lines(box: Box, others: Iterable[Box], axis: int) -> tuple[Line, ...]:
    """The guide across an axis, from the first to the last of the cards on it; cards of one size have three alike."""
    across = 1 - axis
    for kind, here in enumerate(_marks(box, axis)):
        held = [other for other in others if abs(_marks(other, axis)[kind] - here) < ALIKE]
        if held:
            low = min(other[across] for other in (box, *held)) - BEYOND
            high = max(other[across + 2] for other in (box, *held)) + BEYOND
            return ((here, low, here, high),)
    return ()


class Guides:
    """What draws the card in the hand. `near` returns the boxes of cards that are in sight, by name."""

    def __init__(self, near: Callable[[], dict[str, Box]], zoom: Callable[[], float]) -> None:
        self._near, self._zoom = near, zoom
        self.has_grid = True
        self.is_off = False
        """Whether nothing draws now: a key is held."""
        self.lines: tuple[Line, ...] = ()

    def steer(self, box: Box, dx: float, dy: float, moved: Iterable[str]) -> tuple[float, float]:
        """Return how far a card at a box really goes when the hand has moved so far. `moved` cards go with it."""
        self.lines = ()
        if self.is_off:
            return round(dx), round(dy)
        there = box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy
        along = frozenset(moved)
        snap = align(there, (one for name, one in self._near().items() if name not in along), REACH / self._zoom())
        self.lines = snap.lines
        x = self._on_grid(box[0], dx) if snap.dx is None else dx + snap.dx
        y = self._on_grid(box[1], dy) if snap.dy is None else dy + snap.dy
        return x, y

    def rest(self) -> None:
        """Show no guide any more."""
        self.lines = ()

    def _on_grid(self, start: float, way: float) -> float:
        return round((start + way) / STEP) * STEP - start if self.has_grid else float(round(way))
