"""The lines of edges as graphics items: an edge, and the draft of one. They lie where they are told to."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lazygui.catalog.spec import UNKNOWN
from lazygui.graph.model import Port
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.items import SIMPLE_BELOW, Painting
from lazygui.ui.canvas.labels import NO_LABEL, Label
from lazygui.ui.canvas.routing import Way
from lazygui.ui.theme import Theme, mono_font

ARROW = 8.0
TIP = QPointF(-geo.PORT_RADIUS, 0)
HEAD = QPolygonF([TIP, TIP + QPointF(-ARROW, -ARROW * 0.55), TIP + QPointF(-ARROW, ARROW * 0.55)])
"""The arrow head, seen from the middle of the port that it stands before."""


class EdgeItem(QGraphicsItem):
    """An edge: a line with an arrow head, and the shape that walks along it in a pill at its middle."""

    def __init__(self, target: Port, painting: Painting) -> None:
        super().__init__()
        self.target = target
        self.carries = NO_LABEL
        self.is_chosen = self.is_lit = self.is_wrong = self.is_hovered = False
        self._painting = painting
        self._course: tuple[QPointF, QPointF, Way | None] = QPointF(), QPointF(), None
        self._path = QPainterPath()
        self._reach: QPainterPath | None = None
        self._bounds = QRectF()
        self._middle = QPointF()
        self._rest = 0.0

    def lead(self, start: QPointF, end: QPointF, way: Way | None = None) -> None:
        """Lay the edge from an output's position to an input's, by a way between cards or by the plainest."""
        if (start, end, way) != self._course or way is None:
            self._course = start, end, way
            self._lay(geo.edge_path(start, end, [QPointF(*corner) for corner in way.corners] if way else ()))
            self._middle = QPointF(*way.middle) if way else self._path.pointAtPercent(0.5)
            # Lanes pass below the pills of short lines, and long ones below those of others.
            self._rest = -min(abs(end.x() - start.x()) * 1e-6, 0.5) if way and way.corners else 0.0
            self._raise()

    def displace(self, first: QPointF, last: QPointF) -> None:
        """Show both ends elsewhere than they are, and what is between them with them."""
        start, end, way = self._course
        if way is None:
            return
        count = len(way.corners) + 1
        corners = [
            QPointF(*corner) + first * (1 - place / count) + last * (place / count)
            for place, corner in enumerate(way.corners, 1)
        ]
        self._lay(geo.edge_path(start + first, end + last, corners))
        self._middle = QPointF(*way.middle) + (first + last) / 2

    def _lay(self, path: QPainterPath) -> None:
        self.prepareGeometryChange()
        self._path = path
        self._bounds = path.boundingRect().adjusted(-70, -14, 70, 14)
        self._reach = None

    def hover(self, is_hovered: bool) -> None:
        """Stand out while the pointer is on it."""
        if is_hovered != self.is_hovered:
            self.is_hovered = is_hovered
            self._raise()

    def _raise(self) -> None:
        height = 1.0 if self.is_chosen or self.is_lit or self.is_hovered else self._rest
        if height != self.zValue():
            self.setZValue(height)
        self.update()

    def show_state(self, label: Label, is_chosen: bool, is_lit: bool, is_wrong: bool) -> None:
        """`is_lit`: one of its ends is chosen, or a layer would be spliced in here. `is_wrong`: its target failed."""
        state = (label, is_chosen, is_lit, is_wrong)
        if state != (self.carries, self.is_chosen, self.is_lit, self.is_wrong):
            self.carries, self.is_chosen, self.is_lit, self.is_wrong = state
            self._raise()

    def toolTip(self) -> str:
        """What the scene sets before Qt shows it: too much work for every edge after every edit."""
        return self.carries.notes(QCoreApplication.translate)

    @property
    def label(self) -> str:
        """The shape as it stands on the edge."""
        return self.carries.text

    @property
    def line(self) -> QPainterPath:
        """The line in the scene, without its pill and its head."""
        return self._path

    @property
    def line_rect(self) -> QRectF:
        """Where the line runs, without its pill."""
        return self._path.boundingRect()

    @property
    def middle(self) -> QPointF:
        return self._middle

    @property
    def width(self) -> float:
        if self.is_hovered:
            return tokens.EDGE_HOVERED
        return tokens.EDGE_CHOSEN if self.is_chosen else tokens.EDGE

    def color(self, theme: Theme) -> QColor:
        if self.is_wrong:
            return QColor(theme.error)
        if self.is_chosen or self.is_lit:
            return QColor(theme.accent)
        return QColor(theme.text_muted if self.is_hovered else theme.edge)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        """Wide enough to be met without care. Made when it is first asked for, for most edges are never pointed at."""
        if self._reach is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(2 * geo.EDGE_REACH)
            self._reach = stroker.createStroke(self._path)
        return self._reach

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        color = self.color(theme)
        paint_edge(painter, self._path, color, self.width, self.is_wrong)
        if self.label and painter.worldTransform().m11() >= SIMPLE_BELOW:
            self._paint_pill(painter, color, theme)

    def _paint_pill(self, painter: QPainter, color: QColor, theme: Theme) -> None:
        """The shape, its batch axis grey; in a lighter voice while it is only inferred."""
        is_light = self.carries.is_inferred and not self.is_wrong
        font = mono_font(tokens.TINY)
        font.setItalic(self.carries.is_inferred)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(self.label) + 16
        middle = self.middle
        pill = QRectF(middle.x() - width / 2, middle.y() - 10, width, 20)
        is_plain = not (self.is_chosen or self.is_lit or self.is_hovered)
        border = QColor(theme.border) if is_light and is_plain else color
        painter.setPen(QPen(border, 2.0 if self.is_hovered else 1.2))
        painter.setBrush(QColor(theme.canvas if is_light else theme.card))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setFont(font)
        x = pill.left() + 8
        for text, is_batch in self.carries.parts:
            painter.setPen(self._text_color(text, is_batch, theme))
            place = QRectF(x, pill.top(), metrics.horizontalAdvance(text) + 2, pill.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
            x += metrics.horizontalAdvance(text)

    def _text_color(self, text: str, is_batch: bool, theme: Theme) -> QColor:
        if self.is_wrong:
            return QColor(theme.error)
        if text == UNKNOWN:
            return QColor(theme.unknown)
        if is_batch:
            return QColor(theme.text_faint)
        return theme.inferred() if self.carries.is_inferred else QColor(theme.text)


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
        color = QColor(theme.error if self._is_wrong else theme.accent)
        paint_edge(painter, self._path, color, tokens.EDGE, self._is_wrong)


def paint_edge(painter: QPainter, path: QPainterPath, color: QColor, width: float, is_dashed: bool) -> None:
    """Stroke an edge and put the arrow head at its end, before the port."""
    painter.setPen(_pen(color.rgba(), width, is_dashed))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    tip = path.currentPosition()
    painter.translate(tip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(HEAD)
    painter.translate(-tip)


@cache
def _pen(color: int, width: float, is_dashed: bool) -> QPen:
    pen = QPen(QColor.fromRgba(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if is_dashed:
        pen.setDashPattern([4, 3])
    return pen
