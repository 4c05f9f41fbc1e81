"""The light on a path through the drawing, from the cause of a problem to where it shows: a ring around each card."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from lazygui.ui import theme as tokens
from lazygui.ui.canvas.frames import Painting

GLOW = 14.0
RINGS = 5
"""Thin rings, each fainter than the one inside it: a glow without a blur."""


class GlowItem(QGraphicsItem):
    """A soft ring around one card, behind it."""

    def __init__(self, card: str, painting: Painting) -> None:
        super().__init__()
        self.card = card
        self._painting = painting
        self._rect = QRectF()
        self.setZValue(1.5)

    def surround(self, rect: QRectF) -> None:
        """Stand around a card's rectangle in the scene."""
        self.prepareGeometryChange()
        self._rect = rect

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-GLOW, -GLOW, GLOW, GLOW)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        color = QColor(self._painting.theme.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        step = GLOW / RINGS
        for ring in range(RINGS):
            color.setAlphaF(0.55 * (1 - ring / RINGS) ** 1.5)
            painter.setPen(QPen(color, step))
            out = step * (ring + 0.5)
            radius = tokens.RADIUS + out
            painter.drawRoundedRect(self._rect.adjusted(-out, -out, out, out), radius, radius)


class Highlight:
    """The lit path of one scene, if there is one."""

    def __init__(self, scene: QGraphicsScene, painting: Painting, rect_of: Callable[[str], QRectF]) -> None:
        self._scene, self._painting, self._rect_of = scene, painting, rect_of
        self._nodes: frozenset[str] = frozenset()
        self.items: dict[str, GlowItem] = {}

    def show(self, cards: Iterable[str], nodes: Iterable[str]) -> None:
        """Light these cards, which show these nodes, and end the light on all others."""
        self._nodes = frozenset(nodes)
        wanted = frozenset(cards)
        for card in self.items.keys() - wanted:
            self._scene.removeItem(self.items.pop(card))
        for card in wanted - self.items.keys():
            self.items[card] = GlowItem(card, self._painting)
            self._scene.addItem(self.items[card])
        self.follow(wanted)

    def follow(self, cards: Iterable[str]) -> None:
        for card in self.items.keys() & frozenset(cards) if self.items else ():
            self.items[card].surround(self._rect_of(card))

    def has_edge(self, source: str, target: str) -> bool:
        """Say whether an edge lies on the path: both its ends do."""
        return source in self._nodes and target in self._nodes
