"""The state of a node as a shape and a colour, for cards and for the inspector. Knows no face and no network."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lazygui.graph.results import State
from lazygui.ui.theme import Theme, mixed


def state_color(theme: Theme, state: State) -> QColor:
    """The colour of a state's icon, word and border."""
    return QColor(
        {
            State.RUNNING: theme.running,
            State.INITIALIZED: theme.ready,
            State.FAILED: theme.error,
            State.LEFT: theme.half,
        }.get(state, theme.idle)
    )


def paint_state_icon(painter: QPainter, centre: QPointF, state: State, theme: Theme) -> None:
    """The state as a shape: dashed ring, arc, disc with tick, ring with tick, half disc, triangle, ring with dots."""
    color = state_color(theme, state)
    radius = 7.5
    painter.save()
    pen = QPen(color, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    match state:
        case State.UNINITIALIZED:
            for part in range(8):
                painter.drawArc(box, part * 45 * 16, 24 * 16)
        case State.RUNNING:
            painter.setPen(QPen(mixed(QColor(theme.card), color, 0.25), 2.2))
            painter.drawEllipse(box)
            pen.setWidthF(2.2)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -120 * 16)
        case State.INITIALIZED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(box)
            _tick(painter, centre, QColor(theme.card))
        case State.REACHED:
            painter.drawEllipse(box)
            _tick(painter, centre, color)
        case State.LEFT:
            painter.drawEllipse(box)
            painter.setBrush(color)
            painter.drawChord(box, 90 * 16, 180 * 16)
        case State.FAILED:
            _triangle(painter, centre, color, theme)
        case State.WAITING:
            painter.drawEllipse(box)
            painter.setBrush(color)
            painter.setPen(Qt.PenStyle.NoPen)
            for offset in (-3.4, 0.0, 3.4):
                painter.drawEllipse(QPointF(centre.x() + offset, centre.y()), 1.1, 1.1)
    painter.restore()


def paint_warning(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """A diamond with an exclamation mark: no state, for torch would run it."""
    painter.save()
    color = QColor(theme.warning)
    pen = QPen(color, 1.7)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(color)
    path = QPainterPath(centre + QPointF(0, -7.2))
    for x, y in ((7.2, 0), (0, 7.2), (-7.2, 0)):
        path.lineTo(centre + QPointF(x, y))
    path.closeSubpath()
    painter.drawPath(path)
    _mark(painter, centre, theme)
    painter.restore()


def _tick(painter: QPainter, centre: QPointF, color: QColor) -> None:
    pen = QPen(color, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(centre + QPointF(-3.2, 0.2))
    path.lineTo(centre + QPointF(-0.8, 2.6))
    path.lineTo(centre + QPointF(3.4, -2.4))
    painter.drawPath(path)


def _triangle(painter: QPainter, centre: QPointF, color: QColor, theme: Theme) -> None:
    path = QPainterPath(centre + QPointF(0, -6.5))
    path.lineTo(centre + QPointF(7.5, 6.5))
    path.lineTo(centre + QPointF(-7.5, 6.5))
    path.closeSubpath()
    painter.setBrush(color)
    painter.drawPath(path)
    _mark(painter, centre + QPointF(0, 1.2), theme)


def _mark(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """An exclamation mark in the colour of the card."""
    pen = QPen(QColor(theme.card), 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(centre + QPointF(0, -3.4), centre + QPointF(0, 0.6))
    painter.drawPoint(centre + QPointF(0, 3.4))
