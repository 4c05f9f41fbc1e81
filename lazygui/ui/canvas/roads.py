"""The ways of a scene's edges, and which of them must be asked for again after cards have come, gone or moved.

Knows rectangles of cards and positions of ports; `routing` knows what a way is.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF

from lazygui.graph.model import Port
from lazygui.ui.canvas.routing import Box, Ground, Spot, Way, route

MANY = 100
"""So many cards at once are looked at as one piece of ground."""


class Roads:
    """The ground of one scene. An edge is asked again only where a card has stirred what its way had looked at.

    Where all cards move together the ground moves under them, and every way with it.
    """

    def __init__(self) -> None:
        self._ground: Ground[str] = Ground()
        self._origin: Spot = (0.0, 0.0)
        self._looked: Ground[Port] = Ground()
        self._ways: dict[Port, tuple[Spot, Spot, Way]] = {}
        self._before: dict[str, Box | None] = {}
        """Where cards were that have stirred since `stirred` was asked last; None where they were not."""

    def place(self, cards: Iterable[str], rect_of: Callable[[str], QRectF]) -> None:
        """Have cards where they are now."""
        boxes = {card: self._box(rect_of(card)) for card in cards}
        if len(boxes) == len(self._ground) > 1:
            self._follow_all(boxes)
            boxes = {card: self._box(rect_of(card)) for card in boxes}
        for card, box in boxes.items():
            before = self._ground.box(card)
            if box != before:
                self._before.setdefault(card, before)
                self._ground.put(card, box)

    def _box(self, rect: QRectF) -> Box:
        x, y = self._origin
        return rect.left() - x, rect.top() - y, rect.right() - x, rect.bottom() - y

    def _follow_all(self, boxes: Mapping[str, Box]) -> None:
        """Move the ground where all cards have gone the same way."""
        ways = {
            (box[0] - before[0], box[1] - before[1])
            for card, box in boxes.items()
            if (before := self._ground.box(card))
        }
        if len(ways) == 1:
            ((dx, dy),) = ways
            self._origin = self._origin[0] + dx, self._origin[1] + dy

    def cards_in(self, rect: QRectF) -> dict[str, Box]:
        """Return the cards that a rectangle of the scene shows, even in part."""
        x, y = self._origin
        seen = self._ground.near(self._box(rect)).items()
        return {card: (box[0] + x, box[1] + y, box[2] + x, box[3] + y) for card, box in seen}

    def extent(self) -> QRectF:
        """Return the rectangle around all cards."""
        left, top, right, bottom = self._ground.extent()
        return QRectF(left, top, right - left, bottom - top).translated(*self._origin)

    def clear(self, card: str) -> None:
        """Have a card no more."""
        self._before.setdefault(card, self._ground.box(card))
        self._ground.drop(card)

    def keep_only(self, cards: Container[str], targets: Container[Port]) -> None:
        """Have no other cards and no other edges than these."""
        for card in [card for card in self._ground if card not in cards]:
            self.clear(card)
        for target in [target for target in self._ways if target not in targets]:
            self.give_up(target)

    def way(self, target: Port, start: QPointF, end: QPointF, ends: Iterable[str]) -> Way:
        """Return the way of the edge that ends at an input, between these places of ports."""
        x, y = self._origin
        first, last = (start.x() - x, start.y() - y), (end.x() - x, end.y() - y)
        known = self._ways.get(target)
        if known is not None and known[:2] == (first, last):
            return known[2].moved(x, y)
        way = route(first, last, self._ground, ends)
        self._ways[target] = first, last, way
        self._looked.put(target, way.looked)
        return way.moved(x, y)

    def give_up(self, target: Port) -> None:
        """Have an edge no more."""
        self._looked.drop(target)
        self._ways.pop(target, None)

    def stirred(self) -> frozenset[Port]:
        """Return the edges whose ways may be others, for cards have stirred near them."""
        changes = [(before, self._ground.box(card)) for card, before in self._before.items()]
        self._before.clear()
        boxes = [box for before, after in changes if before != after for box in (before, after) if box is not None]
        if len(boxes) > 2 * MANY:
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            boxes = [(min(lefts), min(tops), max(rights), max(bottoms))]
        found = frozenset(target for box in boxes if len(self._looked) for target in self._looked.near(box))
        for target in found:
            del self._ways[target]
        return found
