"""Where things are on a card and along an edge, in pixels at zoom 1. Pure arithmetic over Qt's value types."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from lazygui.graph.model import Point
from lazygui.ui.canvas.face import Face

WIDTH = 232.0
HEADER = 56.0
PORT_Y = 28.0
PORT_STEP = 24.0
PORT_RADIUS = 5.0
OPTIONAL_RADIUS = 3.6
"""Of a port that may stay free."""
PORT_REACH = 13.0
"""How far from a port's centre a press still means the port."""
BODY_PLAIN = 50.0
BODY_CONSTANT = 68.0
BODY_PLOT = 110.0
MESSAGE_LINE = 16.0
MESSAGE_PAD = 8.0
MARGIN = 10.0
"""Room around a card for its shadow and the ring of selection."""
EDGE_REACH = 9.0
LOOP_BELOW = 24.0
LOOP_REACH = 32.0
LOOP_BELOW_CARDS = 148.0
LANE = 16.0
CORNER = 14.0
MOST_LINES = 4


def header_height(face: Face) -> float:
    """The header grows with the ports: it must hold them all on one side."""
    return max(HEADER, PORT_Y * 2 + PORT_STEP * (max(face.inputs, face.outputs) - 1))


def body_height(face: Face) -> float:
    if not face.has_body:
        return 0.0
    if face.constant:
        return BODY_CONSTANT
    return BODY_PLOT if face.histogram else BODY_PLAIN


def growth(face: Face) -> float:
    """Return how much higher the body is once a run has shown a histogram: room that edges leave free before."""
    return max(BODY_PLOT - body_height(face), 0.0) if face.has_body else 0.0


def message_height(lines: int) -> float:
    return lines * MESSAGE_LINE + 2 * MESSAGE_PAD if lines else 0.0


def port_y(index: int) -> float:
    """How far below the card's top a port lies, on either side."""
    return PORT_Y + PORT_STEP * index


def input_position(place: Point, index: int) -> QPointF:
    return QPointF(place.x, place.y + port_y(index))


def output_position(place: Point, index: int) -> QPointF:
    return QPointF(place.x + WIDTH, place.y + port_y(index))


def edge_path(start: QPointF, end: QPointF, corners: Sequence[QPointF] = ()) -> QPainterPath:
    """Return the line from an output to an input; it leaves to the right and arrives from the left.

    By corners it is straight between them. Without any it is one cubic forwards; backwards it goes round, just above
    the row of its target.
    """
    if corners:
        return rounded_path(start, corners, end)
    if end.x() - start.x() < LOOP_BELOW:
        return _loop_path(start, end)
    reach = max(28.0, (end.x() - start.x()) * 0.5)
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + reach, start.y()), QPointF(end.x() - reach, end.y()), end)
    return path


def _loop_path(start: QPointF, end: QPointF) -> QPainterPath:
    lane = end.y() - PORT_Y - LANE if end.y() - start.y() > HEADER else max(start.y(), end.y()) + LOOP_BELOW_CARDS
    right, left = start.x() + LOOP_REACH, end.x() - LOOP_REACH
    corners = (QPointF(right, start.y()), QPointF(right, lane), QPointF(left, lane), QPointF(left, end.y()))
    return rounded_path(start, corners, end)


def rounded_path(start: QPointF, corners: Sequence[QPointF], end: QPointF) -> QPainterPath:
    """Return straight lines from corner to corner, each corner rounded."""
    path = QPainterPath(start)
    for position, corner in enumerate(corners):
        after = corners[position + 1] if position + 1 < len(corners) else end
        path.lineTo(_towards(corner, path.currentPosition()))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(end)
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """The point where a rounded corner begins, on the way from the corner to another point."""
    way = other - corner
    length = math.hypot(way.x(), way.y()) or 1.0
    return corner + way * (min(CORNER, length / 2) / length)


def card_rect(height: float) -> QRectF:
    return QRectF(0, 0, WIDTH, height)
