"""Draws the pictures of cards into the scene, on whole device pixels and not too many new ones in one frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform

from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.picture import Pictures
from lazygui.ui.theme import Theme

PICTURES_A_FRAME = 12
"""New pictures drawn in one frame while older ones of another scale can stand in for the rest."""


class Easel:
    """The pictures of one scene. `update` asks for another frame."""

    def __init__(self, update: Callable[[], None]) -> None:
        self._update = update
        self._pictures = Pictures()
        self._drawn_now = 0

    def draw(self, painter: QPainter, face: Face, theme: Theme) -> None:
        """Draw a card's picture on whole device pixels, so that its text is crisp at every zoom."""
        world = painter.worldTransform()
        device = painter.device()
        dpr = device.devicePixelRatioF() if device else 1.0
        pixmap, drawn_at = self._picture(face, round(world.m11() * dpr, 4), theme)
        corner = world.map(QPointF(-geo.MARGIN, -geo.MARGIN))
        share = world.m11() / drawn_at
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        x, y = round(corner.x() * dpr) / dpr, round(corner.y() * dpr) / dpr
        place = QRectF(x, y, pixmap.width() * share, pixmap.height() * share)
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.restore()

    def _picture(self, face: Face, scale: float, theme: Theme) -> tuple[QPixmap, float]:
        """Draw the picture, or, when this frame has drawn enough, stretch one of another scale until the next."""
        if not self._pictures.has(face, scale, theme):
            self._drawn_now += 1
        may_draw = self._drawn_now <= PICTURES_A_FRAME
        pixmap, drawn_at = self._pictures.get(face, scale, theme, may_draw)
        if drawn_at != scale:
            QTimer.singleShot(0, self._update)
        return pixmap, drawn_at

    def begin_frame(self) -> None:
        """Tell that a new frame is painted."""
        self._drawn_now = 0

    def clear(self) -> None:
        self._pictures.clear()
