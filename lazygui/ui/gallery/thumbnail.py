"""A drawing as a small picture: every node a card in its family's colour, every edge a line. Knows no view."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from lazygui.catalog.spec import Family
from lazygui.graph.model import Graph, Node
from lazygui.ui.canvas.geometry import BODY_PLAIN, HEADER, PORT_STEP, PORT_Y, WIDTH, edge_path
from lazygui.ui.theme import RADIUS, Theme, mixed

PAD: Final = 12
LARGEST_SCALE: Final = 0.32
"""A network of two nodes is not drawn as large as its picture."""
SMALLEST: Final = 2.0
"""No side of a card is less, in pixels, so that a network of hundreds of nodes can still be seen."""


def thumbnail(graph: Graph, width: int, height: int, ratio: float, theme: Theme) -> QPixmap:
    """Return the picture of a drawing as it is laid out, for a place of so many device-independent pixels."""
    pixmap = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if graph.nodes:
        _paint(painter, graph, QRectF(PAD, PAD, width - 2 * PAD, height - 2 * PAD), theme)
    painter.end()
    return pixmap


def _paint(painter: QPainter, graph: Graph, room: QRectF, theme: Theme) -> None:
    cards = {key: _card(graph, node) for key, node in graph.nodes.items()}
    whole = QRectF()
    for card in cards.values():
        whole = whole.united(card)
    scale = min(room.width() / whole.width(), room.height() / whole.height(), LARGEST_SCALE)
    painter.translate(room.center())
    painter.scale(scale, scale)
    painter.translate(-whole.center())
    _paint_edges(painter, graph, cards, scale, theme)
    for key, card in cards.items():
        spec = graph.nodes[key].spec
        _paint_card(painter, card, theme.family(spec.family if spec else Family.IO), scale, theme)


def _card(graph: Graph, node: Node) -> QRectF:
    """Return where a node's card is on the canvas, as far as the drawing alone tells."""
    ports = max(graph.input_count(node.id), graph.output_count(node.id))
    learns = node.spec is not None and bool(node.spec.parameters)
    height = max(HEADER, 2 * PORT_Y + PORT_STEP * (ports - 1)) + (BODY_PLAIN if learns else 0.0)
    place = graph.place(node.id)
    return QRectF(place.x, place.y, WIDTH, height)


def _paint_edges(painter: QPainter, graph: Graph, cards: dict[str, QRectF], scale: float, theme: Theme) -> None:
    pen = QPen(mixed(QColor(theme.canvas), QColor(theme.edge), 0.8), max(0.8, 3 * scale))
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for target, source in graph.edges.items():
        start = cards[source.node].topRight() + QPointF(0, PORT_Y + PORT_STEP * source.index)
        end = cards[target.node].topLeft() + QPointF(0, PORT_Y + PORT_STEP * target.index)
        painter.drawPath(edge_path(start, end))


def _paint_card(painter: QPainter, card: QRectF, color: QColor, scale: float, theme: Theme) -> None:
    least = SMALLEST / scale
    if card.width() < least or card.height() < least:
        grown = QRectF(0, 0, max(card.width(), least), max(card.height(), least))
        grown.moveCenter(card.center())
        card = grown
    pen = QPen(color, 1.2)
    pen.setCosmetic(True)
    # Too small for a border, the card is its colour.
    is_small = card.height() * scale < 8
    painter.setPen(Qt.PenStyle.NoPen if is_small else pen)
    painter.setBrush(color if is_small else mixed(QColor(theme.card), color, 0.32 if theme.is_dark else 0.22))
    corner = min(RADIUS * 2.4, card.height() / 3)
    painter.drawRoundedRect(card, corner, corner)
