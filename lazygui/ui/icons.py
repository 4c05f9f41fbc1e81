"""The icons of menus, bars and panels: drawings in one hand, painted in a colour of the theme at any resolution.

Each is an SVG on a grid of 20 with strokes of 1.6 in `currentColor`. Knows no action and no widget.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lazygui import resources
from lazygui.ui.theme import Theme, mixed

GRID: Final = 20
"""The size, in pixels at zoom 1, that an icon is drawn for."""

_DISABLED_SHARE: Final = 0.42


def icon(name: str, theme: Theme, role: str = "text") -> QIcon:
    """Return an icon in the colour that the theme calls `role`; disabled it is fainter. Unknown names are KeyErrors."""
    color = QColor(getattr(theme, role))
    return QIcon(_Engine(_drawing(name), color, mixed(QColor(theme.panel), color, _DISABLED_SHARE)))


def pixmap(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    """Return one picture of so many device-independent pixels, for widgets that paint themselves."""
    picture = _blank(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    _paint(painter, QRectF(0, 0, size, size), _drawing(name), color)
    painter.end()
    return picture


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(path.stem for path in resources.path("icons").glob("*.svg")))


class _Engine(QIconEngine):
    """Paints when asked, at the size asked for: an icon costs nothing before it is seen, and is crisp at any scale."""

    def __init__(self, drawing: str, color: QColor, disabled: QColor) -> None:
        super().__init__()
        self._drawing = drawing
        self._color = color
        self._disabled = disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._disabled if mode == QIcon.Mode.Disabled else self._color
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _paint(painter, square, self._drawing, color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = _blank(size)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._drawing, self._color, self._disabled)


def _paint(painter: QPainter, rect: QRectF, drawing: str, color: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.replace("currentColor", color.name()).encode())).render(painter, rect)


def _blank(size: QSize) -> QPixmap:
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


@cache
def _drawing(name: str) -> str:
    path = resources.path("icons") / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")
