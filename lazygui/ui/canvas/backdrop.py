"""What is painted behind and before the cards: the dotted ground, an empty canvas's invitation, the rubber band."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lazygui.graph import placement
from lazygui.ui import theme as tokens
from lazygui.ui.theme import Theme, ui_font

CLOSEST_DOTS = 14.0
"""Dots that would stand closer than this on the screen are thinned out."""


def paint_ground(painter: QPainter, rect: QRectF, zoom: float, theme: Theme) -> None:
    """Fill a rectangle of the scene with the canvas's colour and a dot at each point of the grid."""
    painter.fillRect(rect, QColor(theme.canvas))
    step = placement.GRID
    while step * zoom < CLOSEST_DOTS:
        step *= 4
    painter.setPen(QPen(QColor(theme.dots), 2.0 / zoom, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    left, top = rect.left() // step * step, rect.top() // step * step
    columns, rows = int(rect.width() / step) + 2, int(rect.height() / step) + 2
    painter.drawPoints([QPointF(left + i * step, top + j * step) for i in range(columns) for j in range(rows)])


def paint_invitation(painter: QPainter, room: QRect, words: str, theme: Theme) -> None:
    """Say in the middle of the viewport what to do next."""
    painter.save()
    painter.resetTransform()
    painter.setFont(ui_font(tokens.HEADING))
    painter.setPen(QColor(theme.text_muted))
    inside = room.adjusted(tokens.S4, 0, -tokens.S4, 0)
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)
    painter.restore()


def paint_band(painter: QPainter, rect: QRectF, zoom: float, theme: Theme) -> None:
    """Draw the rubber band over a rectangle of the scene."""
    accent = QColor(theme.accent)
    painter.setPen(QPen(accent, 1.0 / zoom))
    accent.setAlpha(28)
    painter.fillRect(rect, accent)
    painter.drawRect(rect)
