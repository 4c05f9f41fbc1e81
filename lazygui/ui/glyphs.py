"""The sign of each family, drawn: fan, kernel, bell, hinge, squares, loop, eye, plus, cube. Reads without colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from lazygui.catalog.spec import Family
from lazygui.ui.theme import TITLE, Theme, mono_font

GRID = 20.0
"""Glyphs are drawn on a square of this side and scaled to where they go."""

Draw = Callable[[QPainter, QColor], None]


def paint_glyph(painter: QPainter, rect: QRectF, family: Family, color: QColor) -> None:
    """Draw the family's glyph into a square, in one colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    pen = QPen(color, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _GLYPHS[family](painter, color)
    painter.restore()


def paint_tile(painter: QPainter, rect: QRectF, family: Family | None, theme: Theme) -> None:
    """Draw the rounded tile with the glyph in it; what has no family, for nobody knows it, has a question mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tint(family) if family else QColor(theme.hairline))
    radius = rect.width() * 0.22
    painter.drawRoundedRect(rect, radius, radius)
    if family is None:
        painter.setFont(mono_font(TITLE))
        painter.setPen(QColor(theme.text_muted))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "?")
    painter.restore()
    if family is not None:
        inset = rect.width() * 0.2
        paint_glyph(painter, rect.adjusted(inset, inset, -inset, -inset), family, theme.family(family))


def tile_pixmap(family: Family | None, theme: Theme, size: int, dpr: float = 1.0) -> QPixmap:
    """Return the tile as a picture of `size` logical pixels a side."""
    pixmap = QPixmap(round(size * dpr), round(size * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_tile(painter, QRectF(0, 0, size, size), family, theme)
    painter.end()
    return pixmap


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    painter.drawPath(path)


def _dots(painter: QPainter, color: QColor, radius: float, *points: tuple[float, float]) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for point in points:
        painter.drawEllipse(QPointF(*point), radius, radius)
    painter.restore()


def _fan(painter: QPainter, color: QColor) -> None:
    painter.setPen(QPen(color, 1.1))
    left, right = ((3.5, 4), (3.5, 10), (3.5, 16)), ((16.5, 6.5), (16.5, 13.5))
    for a in left:
        for b in right:
            painter.drawLine(QPointF(*a), QPointF(*b))
    _dots(painter, color, 2.2, *left, *right)


def _kernel(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(2.5, 2.5, 15, 15), 2.5, 2.5)
    painter.fillRect(QRectF(5.6, 5.6, 5, 5), color)
    _dots(painter, color, 1.0, (13.4, 6.9), (13.4, 10), (6.9, 13.4), (10, 13.4), (13.4, 13.4))


def _bell(painter: QPainter, _color: QColor) -> None:
    path = QPainterPath(QPointF(2, 16))
    path.cubicTo(QPointF(7.5, 16), QPointF(6.5, 3.5), QPointF(10, 3.5))
    path.cubicTo(QPointF(13.5, 3.5), QPointF(12.5, 16), QPointF(18, 16))
    painter.drawPath(path)
    _lines(painter, (10, 8.5), (10, 16))


def _hinge(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (2.5, 14.5), (10, 14.5), (17.5, 4.5))


def _squares(painter: QPainter, color: QColor) -> None:
    painter.fillRect(QRectF(2.5, 2.5, 6.6, 6.6), color)
    for corner in (QPointF(11.3, 2.9), QPointF(2.9, 11.3), QPointF(11.3, 11.3)):
        painter.drawRect(QRectF(corner.x(), corner.y(), 5.8, 5.8))


def _loop(painter: QPainter, _color: QColor) -> None:
    painter.drawArc(QRectF(3.5, 3.5, 13, 13), 40 * 16, 285 * 16)
    _lines(painter, (11.8, 4.2), (15.4, 5.4), (16, 1.9))


def _plus(painter: QPainter, _color: QColor) -> None:
    painter.drawEllipse(QPointF(10, 10), 7.4, 7.4)
    _lines(painter, (10, 6.3), (10, 13.7))
    _lines(painter, (6.3, 10), (13.7, 10))


def _enter(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (9, 3), (16.5, 3), (16.5, 17), (9, 17))
    _lines(painter, (2.5, 10), (11.5, 10))
    _lines(painter, (8.2, 6.6), (11.6, 10), (8.2, 13.4))


def _fold(painter: QPainter, _color: QColor) -> None:
    painter.drawRect(QRectF(2.8, 3, 5.6, 5.6))
    painter.drawRect(QRectF(2.8, 11.4, 5.6, 5.6))
    _lines(painter, (11.2, 10), (17.4, 10))
    _lines(painter, (14.6, 7.2), (17.4, 10), (14.6, 12.8))


def _veil(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(QPointF(5.4, 5.4), 2.2, 2.2)
    painter.drawEllipse(QPointF(14.6, 14.6), 2.2, 2.2)
    _dots(painter, color, 2.9, (14.6, 5.4), (5.4, 14.6))


def _eye(painter: QPainter, color: QColor) -> None:
    path = QPainterPath(QPointF(1.8, 10))
    path.quadTo(QPointF(10, -0.4), QPointF(18.2, 10))
    path.quadTo(QPointF(10, 20.4), QPointF(1.8, 10))
    painter.drawPath(path)
    _dots(painter, color, 2.9, (10, 10))


def _sigma(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (15.4, 5.6), (15.4, 3), (4.6, 3), (10.4, 10), (4.6, 17), (15.4, 17), (15.4, 14.4))


def _descent(painter: QPainter, color: QColor) -> None:
    _lines(painter, (3, 2.5), (3, 17), (17.5, 17))
    path = QPainterPath(QPointF(5.6, 3))
    path.cubicTo(QPointF(6.6, 10.4), QPointF(9.4, 12.6), QPointF(15, 13))
    painter.drawPath(path)
    _dots(painter, color, 2.2, (15, 13))


def _cube(painter: QPainter, _color: QColor) -> None:
    _lines(painter, (10, 1.8), (17, 5.8), (17, 14.2), (10, 18.2), (3, 14.2), (3, 5.8), (10, 1.8))
    _lines(painter, (3.2, 5.9), (10, 9.9), (16.8, 5.9))
    _lines(painter, (10, 9.9), (10, 18))


_GLYPHS: dict[Family, Draw] = {
    Family.IO: _enter,
    Family.LINEAR: _fan,
    Family.CONVOLUTION: _kernel,
    Family.NORMALIZATION: _bell,
    Family.ACTIVATION: _hinge,
    Family.POOLING: _squares,
    Family.SHAPE: _fold,
    Family.REGULARIZATION: _veil,
    Family.SEQUENCE: _loop,
    Family.ATTENTION: _eye,
    Family.MERGE: _plus,
    Family.MATH: _sigma,
    Family.LOSS: _descent,
    Family.BLOCK: _cube,
}
