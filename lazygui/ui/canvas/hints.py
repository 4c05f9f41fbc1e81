"""Letters beside ports, to be typed: how they are dealt out, and the item that shows one. Decides no edge."""

from __future__ import annotations

from itertools import product
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lazygui.ui import theme as tokens
from lazygui.ui.canvas.items import Painting
from lazygui.ui.theme import mono_font

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the resting fingers first."""
HEIGHT: Final = 20.0
PAD: Final = 6.0


def codes(count: int) -> tuple[str, ...]:
    """Return as many codes, all of one length, so that none begins another: letters, or pairs of them, or more."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    deal = product(LETTERS, repeat=length)
    return tuple("".join(next(deal)) for _ in range(count))


class HintItem(QGraphicsItem):
    """The letters of one port, left of it, as large on the screen at every zoom.

    Every other port of a card has its letters further left: from afar, ports are nearer than letters are high.
    """

    def __init__(self, code: str, at: QPointF, is_odd: bool, painting: Painting) -> None:
        super().__init__()
        self.code = code
        self._painting = painting
        self._is_odd = is_odd
        self._font = mono_font(tokens.SMALL)
        self._font.setBold(True)
        self._width = QFontMetricsF(self._font).horizontalAdvance(code) + 2 * PAD
        self.setPos(at)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(6)

    @property
    def _pill(self) -> QRectF:
        left = -(1 + self._is_odd) * (self._width + PAD)
        return QRectF(left, -HEIGHT / 2, self._width, HEIGHT)

    def boundingRect(self) -> QRectF:
        return self._pill.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        # A ground of the canvas around it, for it may lie on an edge.
        painter.setPen(QPen(QColor(theme.canvas), 2))
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(self._pill, 5, 5)
        painter.setPen(QColor(theme.on_accent))
        painter.setFont(self._font)
        painter.drawText(self._pill, int(Qt.AlignmentFlag.AlignCenter), self.code.upper())
