"""The tensor that walks: its shape on its way along the edges that lead to a node."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lazygui.graph.findings import Shape
from lazygui.graph.model import Port
from lazygui.ui import theme as tokens
from lazygui.ui.canvas.items import Painting
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.theme import mono_font
from lazygui.words.numbers import shape_words

WALK_MS: Final = 700
Z: Final = 8.0
HEIGHT: Final = 26.0
PAD: Final = 10.0


class TokenItem(QGraphicsItem):
    """A shape in a pill of the accent's colour."""

    def __init__(self, text: str, painting: Painting) -> None:
        super().__init__()
        self._text, self._painting = text, painting
        self._font = mono_font(tokens.SMALL)
        self._font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetricsF(self._font).horizontalAdvance(text) + 2 * PAD
        self._pill = QRectF(-width / 2, -HEIGHT / 2, width, HEIGHT)
        self.setZValue(Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return self._pill.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        painter.setPen(QPen(QColor(theme.card), 2))
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(self._pill, HEIGHT / 2, HEIGHT / 2)
        painter.setPen(QColor(theme.on_accent))
        painter.setFont(self._font)
        painter.drawText(self._pill, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), self._text)


def walk(scene: CanvasScene, tensors: Iterable[tuple[Port, Shape]], lasts: int, arrived: Callable[[], None]) -> None:
    """Lead tensors along the edges that end at these inputs, in so many milliseconds; call when all are there.

    An edge within a collapsed group is not seen, and nothing walks on it.
    """
    ways = [(TokenItem(shape_words(shape), scene), scene.edges[to]) for to, shape in tensors if to in scene.edges]
    if not ways:
        arrived()
        return
    for token, _ in ways:
        scene.addItem(token)

    def step(share: float) -> None:
        for token, edge in ways:
            token.setPos(edge.line.pointAtPercent(share) if share < 1 else QPointF())
        if share >= 1:
            for token, _ in ways:
                scene.removeItem(token)
            arrived()

    scene.motion.play("cards", step, lasts)
