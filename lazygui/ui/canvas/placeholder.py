"""The outline of a card that is still to be chosen, with the edges that it will have. Paints, and decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lazygui.graph.inserting import Before, Into, Spot, source_of
from lazygui.graph.model import Graph, Point, Port
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.hits import port_place
from lazygui.ui.canvas.items import Painting
from lazygui.ui.canvas.lines import DraftEdge
from lazygui.ui.canvas.scene import CanvasScene

DASHES = (5.0, 4.0)


class Outline(QGraphicsItem):
    """The header of a card, dashed."""

    def __init__(self, painting: Painting) -> None:
        super().__init__()
        self._painting = painting
        self.setZValue(4)

    @property
    def card(self) -> QRectF:
        return geo.card_rect(geo.HEADER)

    def boundingRect(self) -> QRectF:
        return self.card.adjusted(-geo.MARGIN, -geo.MARGIN, geo.MARGIN, geo.MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        pen = QPen(QColor(theme.accent), 1.5)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        ground = QColor(theme.card)
        ground.setAlphaF(0.8)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.card, tokens.RADIUS, tokens.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)


class Placeholder:
    """One outline with its edges, in a scene until it is closed."""

    def __init__(self, scene: CanvasScene, graph: Graph, spot: Spot, place: Point) -> None:
        self._scene = scene
        corner = scene.shown_place(place)
        self.outline = Outline(scene)
        self.outline.setPos(corner.x, corner.y)
        self._items: list[QGraphicsItem] = [self.outline]
        source = source_of(graph, spot)
        target = spot.target if isinstance(spot, Before | Into) else None
        if source is not None:
            self._lead(scene.port_position(source, True), port_place(corner, 0, is_output=False))
        if target is not None:
            self._lead(port_place(corner, 0, is_output=True), scene.port_position(Port(*target), False))
        for item in self._items:
            scene.addItem(item)

    @property
    def rect(self) -> QRectF:
        return self.outline.card.translated(self.outline.pos())

    def close(self) -> None:
        for item in self._items:
            self._scene.removeItem(item)

    def _lead(self, start: QPointF, end: QPointF) -> None:
        draft = DraftEdge(self._scene)
        draft.lead(start, end, is_wrong=False)
        self._items.append(draft)
