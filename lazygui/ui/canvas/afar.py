"""A drawing seen from afar: thousands of cards and edges in a few calls, where no word of them could be read.

What is painted for each item near by is painted together here, in the same colours. It is made once and kept until
something of it is another, for a frame has little time.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from lazygui.catalog.spec import Family
from lazygui.graph.results import State
from lazygui.ui import theme as tokens
from lazygui.ui.canvas.picture import far_colors
from lazygui.ui.theme import Theme

if TYPE_CHECKING:
    from lazygui.ui.canvas.items import NodeItem
    from lazygui.ui.canvas.lines import EdgeItem
    from lazygui.ui.canvas.scene import CanvasScene


class FarLines:
    """The lines of edges of one moment, by their colour and width, in the scene's coordinates."""

    def __init__(self, edges: Iterable[EdgeItem], theme: Theme) -> None:
        self._paths: dict[tuple[str, float], QPainterPath] = {}
        for edge in edges:
            key = edge.color(theme).name(), edge.width
            path = self._paths.get(key)
            if path is None:
                path = self._paths[key] = QPainterPath()
            path.addPath(edge.line)

    def paint(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for (color, width), path in self._paths.items():
            painter.setPen(QPen(QColor(color), width))
            painter.drawPath(path)


class FarCards:
    """The rectangles of cards of one moment, by the pens and brushes that draw them, in the scene's coordinates."""

    def __init__(self, cards: Iterable[NodeItem], theme: Theme) -> None:
        self._rects: dict[tuple[Family, State], tuple[QPen, QColor, list[QRectF]]] = {}
        for card in cards:
            key = card.face.family, card.face.state
            known = self._rects.get(key)
            if known is None:
                line, ground = far_colors(card.face, theme)
                pen = QPen(line, 1.0)
                pen.setCosmetic(True)
                known = self._rects[key] = pen, ground, []
            known[2].append(card.card.translated(card.pos()))

    def paint(self, painter: QPainter) -> None:
        for pen, ground, rects in self._rects.values():
            painter.setPen(pen)
            painter.setBrush(ground)
            painter.drawRects(rects)


def paint_afar(scene: CanvasScene, painter: QPainter, pictures: Iterable[FarLines | FarCards]) -> None:
    """Paint a scene from its ground up: frames, bonds and notes one by one, edges and cards together."""
    others = sorted(scene.others, key=QGraphicsItem.zValue)
    option = QStyleOptionGraphicsItem()
    for item in others:
        if item.zValue() < 0:
            _paint(item, painter, option)
    for picture in pictures:
        picture.paint(painter)
    # From afar a ring is as wide as near by, or it would vanish.
    painter.setPen(QPen(QColor(scene.theme.accent), 2.0 / min(painter.worldTransform().m11(), 1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for item in scene.nodes.values():
        if item.is_chosen:
            painter.drawRoundedRect(item.ring, tokens.RADIUS, tokens.RADIUS)
    for item in others:
        if item.zValue() >= 0:
            _paint(item, painter, option)


def _paint(item: QGraphicsItem, painter: QPainter, option: QStyleOptionGraphicsItem) -> None:
    if item.isVisible():
        painter.save()
        painter.translate(item.pos())
        painter.setOpacity(item.opacity())
        item.paint(painter, option)
        painter.restore()
