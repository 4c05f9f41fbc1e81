"""What is painted behind and before the cards: the dotted ground, an empty canvas's invitation, the rubber band."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from lazygui.graph import placement
from lazygui.ui import theme as tokens
from lazygui.ui.canvas.guides import Line
from lazygui.ui.theme import Theme, ui_font

ROOM = 2
"""Pixels around the middle of a dot."""
CLOSEST_DOTS = 14.0
"""Dots that would stand closer than this on the screen are thinned out."""


def paint_ground(painter: QPainter, rect: QRectF, zoom: float, theme: Theme) -> None:
    """Fill a rectangle of the scene with the canvas's colour and a dot at each point of the grid."""
    painter.fillRect(rect, QColor(theme.canvas))
    step = placement.GRID
    while step * zoom < CLOSEST_DOTS:
        step *= 4
    left, top = rect.left() // step * step, rect.top() // step * step
    columns, rows = int(rect.width() / step) + 2, int(rect.height() / step) + 2
    world, device = painter.worldTransform(), painter.device()
    corner, apart = world.map(QPointF(left, top)), step * zoom
    row = _row_of_dots(corner.x(), apart, columns, QColor(theme.dots), device.devicePixelRatioF() if device else 1.0)
    painter.save()
    painter.resetTransform()
    for number in range(rows):
        painter.drawPixmap(QPointF(math.floor(corner.x()) - ROOM, round(corner.y() + number * apart) - ROOM), row)
    painter.restore()


def _row_of_dots(start: float, apart: float, count: int, color: QColor, dpr: float) -> QPixmap:
    """Return one row of the grid: the same for all rows, and much sooner laid than so many dots are drawn."""
    row = QPixmap(math.ceil((count * apart + 2 * ROOM) * dpr), math.ceil(2 * ROOM * dpr))
    row.setDevicePixelRatio(dpr)
    row.fill(Qt.GlobalColor.transparent)
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    first = start - math.floor(start) + ROOM
    painter.drawPoints([QPointF(first + number * apart, ROOM) for number in range(count)])
    painter.end()
    return row


def paint_invitation(painter: QPainter, room: QRect, words: str, theme: Theme) -> None:
    """Say in the middle of the viewport what to do next."""
    painter.save()
    painter.resetTransform()
    painter.setFont(ui_font(tokens.HEADING))
    painter.setPen(QColor(theme.text_muted))
    inside = room.adjusted(tokens.S4, 0, -tokens.S4, 0)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
    painter.restore()


def paint_guides(painter: QPainter, lines: Iterable[Line], zoom: float, theme: Theme) -> None:
    """Draw the lines that a dragged card has come onto, as thin at every zoom."""
    painter.setPen(QPen(QColor(theme.accent), 1.2 / zoom))
    painter.drawLines([QLineF(*line) for line in lines])


def paint_band(painter: QPainter, rect: QRectF, zoom: float, theme: Theme) -> None:
    """Draw the rubber band over a rectangle of the scene."""
    accent = QColor(theme.accent)
    painter.setPen(QPen(accent, 1.0 / zoom))
    accent.setAlpha(28)
    painter.fillRect(rect, accent)
    painter.drawRect(rect)
