"""The graphics items: a card, an edge, and the draft of an edge. They paint what they were told and decide nothing."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lazygui.graph.model import Port
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.picture import card_height, paint_far_card
from lazygui.ui.theme import Theme, mono_font

RING_GAP = 4.0
ARROW = 8.0
SIMPLE_BELOW = 0.22
"""Below this zoom a card is a plain rectangle that tells its family and its state: no text could be read."""


class Painting(Protocol):
    """What items ask of the scene that holds them."""

    @property
    def theme(self) -> Theme: ...

    def draw_card(self, painter: QPainter, face: Face) -> None: ...


class NodeItem(QGraphicsItem):
    """A card. Its ports are painted on it, for an item each would cost more than it gives."""

    def __init__(self, node_id: str, face: Face, painting: Painting) -> None:
        super().__init__()
        self.node_id = node_id
        self.face = face
        self.height = card_height(face)
        self.is_chosen = False
        self.highlighted_port: tuple[bool, int] | None = None
        """The port under the pointer: whether it is an output, and its index."""
        self._painting = painting
        self.setZValue(2)

    def show_face(self, face: Face) -> None:
        if face != self.face:
            self.prepareGeometryChange()
            self.face = face
            self.height = card_height(face)
            self.setToolTip(face.message)
            self.update()

    def choose(self, is_chosen: bool) -> None:
        self.is_chosen = is_chosen
        self.setZValue(3 if is_chosen else 2)
        self.update()

    def highlight_port(self, port: tuple[bool, int] | None) -> None:
        if port != self.highlighted_port:
            self.highlighted_port = port
            self.update()

    @property
    def card(self) -> QRectF:
        """The card in the item's own coordinates."""
        return geo.card_rect(self.height)

    def boundingRect(self) -> QRectF:
        return self.card.adjusted(-geo.MARGIN, -geo.MARGIN, geo.MARGIN, geo.MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        zoom = painter.worldTransform().m11()
        if zoom < SIMPLE_BELOW:
            paint_far_card(painter, self.card, self.face, theme)
        else:
            self._painting.draw_card(painter, self.face)
        if self.is_chosen:
            # As wide from afar as it is near, or it would vanish.
            painter.setPen(QPen(QColor(theme.accent), 2.0 / min(zoom, 1.0)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self.card.adjusted(-RING_GAP, -RING_GAP, RING_GAP, RING_GAP)
            painter.drawRoundedRect(ring, tokens.RADIUS + RING_GAP, tokens.RADIUS + RING_GAP)
        if self.highlighted_port:
            is_output, index = self.highlighted_port
            painter.setPen(QPen(QColor(theme.accent), 2.0))
            painter.setBrush(QColor(theme.accent))
            x = geo.WIDTH if is_output else 0.0
            painter.drawEllipse(QPointF(x, geo.PORT_Y + geo.PORT_STEP * index), 6.5, 6.5)


class EdgeItem(QGraphicsItem):
    """An edge: a cubic with an arrow head, and the shape that walks along it in a pill at its middle."""

    def __init__(self, target: Port, painting: Painting) -> None:
        super().__init__()
        self.target = target
        self.label = ""
        self.is_chosen = self.is_lit = self.is_wrong = False
        self._painting = painting
        self._path = QPainterPath()
        self._reach = QPainterPath()
        self.setZValue(0)

    def lead(self, start: QPointF, end: QPointF) -> None:
        """Lay the edge from an output's position to an input's."""
        self.prepareGeometryChange()
        self._path = geo.edge_path(start, end)
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * geo.EDGE_REACH)
        self._reach = stroker.createStroke(self._path)

    def show_state(self, label: str, is_chosen: bool, is_lit: bool, is_wrong: bool) -> None:
        """`is_lit`: one of its ends is chosen, or a layer would be spliced in here. `is_wrong`: its target failed."""
        state = (label, is_chosen, is_lit, is_wrong)
        if state != (self.label, self.is_chosen, self.is_lit, self.is_wrong):
            self.prepareGeometryChange()
            self.label, self.is_chosen, self.is_lit, self.is_wrong = state
            self.setZValue(1 if is_chosen or is_lit else 0)
            self.update()

    @property
    def middle(self) -> QPointF:
        return self._path.pointAtPercent(0.5)

    def color(self, theme: Theme) -> QColor:
        if self.is_wrong:
            return QColor(theme.error)
        return QColor(theme.accent if self.is_chosen or self.is_lit else theme.edge)

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-70, -14, 70, 14)

    def shape(self) -> QPainterPath:
        return self._reach

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        color = self.color(theme)
        paint_edge(painter, self._path, color, 3.0 if self.is_chosen else 2.0, self.is_wrong)
        if self.label and painter.worldTransform().m11() >= SIMPLE_BELOW:
            self._paint_pill(painter, color, theme)

    def _paint_pill(self, painter: QPainter, color: QColor, theme: Theme) -> None:
        font = mono_font(tokens.TINY)
        width = QFontMetricsF(font).horizontalAdvance(self.label) + 16
        middle = self.middle
        pill = QRectF(middle.x() - width / 2, middle.y() - 10, width, 20)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(QColor(theme.error if self.is_wrong else theme.text))
        painter.setFont(font)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), self.label)


class DraftEdge(QGraphicsItem):
    """The edge that follows the pointer or the keys while it is drawn; red and dashed where it cannot stay."""

    def __init__(self, painting: Painting) -> None:
        super().__init__()
        self._painting = painting
        self._path = QPainterPath()
        self._is_wrong = False
        self.setZValue(5)

    def lead(self, start: QPointF, end: QPointF, is_wrong: bool) -> None:
        self.prepareGeometryChange()
        self._path = geo.edge_path(start, end)
        self._is_wrong = is_wrong
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-12, -12, 12, 12)

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        paint_edge(painter, self._path, QColor(theme.error if self._is_wrong else theme.accent), 2.0, self._is_wrong)


def paint_edge(painter: QPainter, path: QPainterPath, color: QColor, width: float, is_dashed: bool) -> None:
    """Stroke an edge and put the arrow head at its end, before the port."""
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if is_dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    tip = path.currentPosition() - QPointF(geo.PORT_RADIUS, 0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-ARROW, -ARROW * 0.55), tip + QPointF(-ARROW, ARROW * 0.55)]))
