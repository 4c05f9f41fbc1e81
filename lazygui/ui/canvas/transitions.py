"""How cards get to where they are and into the state that they are in: they glide, appear and give off a ring.

The truth is in the items: a card that glides is painted elsewhere than it is. Knows items, no document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from lazygui.ui import theme as tokens
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.lines import EdgeItem
from lazygui.ui.canvas.motion import Motion
from lazygui.ui.state_icon import state_color
from lazygui.ui.theme import Theme

MOST_MOVING = 300
"""More cards than these are where they belong at once: nobody could follow them."""
MOST_RINGS = 100
RING_WAY = 14.0
"""How far the ring of a new state goes out."""
STILL = QPointF()


class Transitions:
    """What happens to the cards of one scene between two truths."""

    def __init__(self, scene: QGraphicsScene, motion: Motion) -> None:
        self._scene, self._motion = scene, motion
        self._rings: dict[NodeItem, float] = {}
        """Cards that have just come into another state, and how much of their rings' way is gone."""

    def glide(self, before: Mapping[NodeItem, QPointF], edges: Iterable[tuple[EdgeItem, NodeItem, NodeItem]]) -> None:
        """Lead cards from where they were to where they are, and the edges between two cards with them."""
        ways = {item: place - item.pos() for item, place in before.items() if place != item.pos()}
        if not ways or len(ways) > MOST_MOVING or not self._motion.is_on:
            return
        lines = [(edge, ways.get(one, STILL), ways.get(other, STILL)) for edge, one, other in edges]

        def step(share: float) -> None:
            left = 1.0 - share
            for item, way in ways.items():
                item.setTransform(QTransform.fromTranslate(way.x() * left, way.y() * left))
            for edge, first, last in lines:
                edge.displace(first * left, last * left)

        self._motion.play("cards", step, tokens.GLIDE_MS)

    def appear(self, items: Collection[QGraphicsItem]) -> None:
        """Let what is new come out of the ground."""
        if not 0 < len(items) <= MOST_MOVING or not self._motion.is_on:
            return

        def step(share: float) -> None:
            for item in items:
                item.setOpacity(share)

        self._motion.play("cards", step, tokens.APPEAR_MS)

    def ring(self, item: NodeItem) -> None:
        """Have a card give off a ring in the colour of the state that it has come into."""
        if item in self._rings or not self._motion.is_on or self._motion.count >= MOST_RINGS:
            return

        def step(share: float) -> None:
            if share < 1:
                self._rings[item] = share
            else:
                self._rings.pop(item, None)
            self._scene.update(_ring_rect(item, RING_WAY).adjusted(-2, -2, 2, 2))

        self._motion.play("rings", step, tokens.RING_MS)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the rings over the scene."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for item, share in self._rings.items():
            color = state_color(theme, item.face.state)
            color.setAlphaF(0.7 * (1 - share))
            painter.setPen(QPen(QColor(color), 2.5))
            out = RING_WAY * share
            painter.drawRoundedRect(_ring_rect(item, out), tokens.RADIUS + out, tokens.RADIUS + out)


def _ring_rect(item: NodeItem, out: float) -> QRectF:
    return item.card.translated(item.pos()).adjusted(-out, -out, out, out)
