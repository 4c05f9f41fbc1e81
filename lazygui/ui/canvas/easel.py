"""Draws the pictures of cards into the scene, on whole device pixels and not too many new ones in one frame."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform

from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.picture import Pictures
from lazygui.ui.theme import Theme

NEW_SECONDS = 0.0025
"""How long one frame may draw new pictures while older ones of another scale can stand in for the rest."""

SMOOTH_FROM = 0.8
"""Below this zoom many cards are in sight, and a picture that is stretched for a moment need not be smooth."""
IDENTITY = QTransform()


class Easel:
    """The pictures of one scene. `update` asks for another frame."""

    def __init__(self, update: Callable[[], None]) -> None:
        self._update = update
        self._pictures = Pictures()
        self._spent = 0.0
        self._scale, self._scale_before = 0.0, 0.0
        """Those of this frame and of the one before it."""
        self.is_behind = False
        """Whether this frame shows pictures of another scale, or none, until the next."""

    def draw(self, painter: QPainter, face: Face, theme: Theme, before: Face | None = None) -> Face:
        """Draw a card's picture on whole device pixels, so that its text is crisp at every zoom; return what is seen.

        That may be the face that was seen `before`, until the next frame: a run tells of more cards than can be drawn.
        """
        if before is not None and before != face and self._spent >= NEW_SECONDS:
            is_known = self._pictures.has_any(face, theme)
            if not is_known and self._pictures.has_any(before, theme):
                self._fall_behind()
                face = before
        self._draw(painter, ((face, QPointF()),), theme, must_draw=True)
        return face

    def draw_all(self, painter: QPainter, cards: Iterable[tuple[Face, QPointF]], theme: Theme) -> list[int]:
        """Draw many cards with their corners at places; return the numbers of those that have to wait."""
        return self._draw(painter, cards, theme, must_draw=False)

    def _draw(
        self, painter: QPainter, cards: Iterable[tuple[Face, QPointF]], theme: Theme, must_draw: bool
    ) -> list[int]:
        world, device = painter.worldTransform(), painter.device()
        dpr = device.devicePixelRatioF() if device else 1.0
        zoom, left, top = world.m11(), world.dx(), world.dy()
        self._scale = scale = round(zoom * dpr, 4)
        painter.save()
        painter.setWorldTransform(IDENTITY)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, zoom >= SMOOTH_FROM)
        waiting = []
        for number, (face, place) in enumerate(cards):
            found = self._picture(face, scale, theme, must_draw)
            if found is None:
                waiting.append(number)
                continue
            pixmap, drawn_at = found
            x = round((left + zoom * (place.x() - geo.MARGIN)) * dpr) / dpr
            y = round((top + zoom * (place.y() - geo.MARGIN)) * dpr) / dpr
            if drawn_at == scale and dpr == 1.0:
                painter.drawPixmap(QPointF(x, y), pixmap)
            else:
                share = 1 / dpr if drawn_at == scale else zoom / drawn_at
                target = QRectF(x, y, pixmap.width() * share, pixmap.height() * share)
                painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
        painter.restore()
        return waiting

    def _picture(self, face: Face, scale: float, theme: Theme, must_draw: bool) -> tuple[QPixmap, float] | None:
        """Draw the picture, or, when this frame has drawn enough, return one of another scale until the next, or None.

        It is drawn where it `must` be and there is none of another scale.
        """
        known = self._pictures.known(face, scale, theme)
        if known is not None:
            return known, scale
        is_known = self._pictures.has_any(face, theme)
        # While somebody zooms, the next frame has another scale again.
        may_draw = self._spent < NEW_SECONDS and (scale == self._scale_before or not is_known)
        if not may_draw and not must_draw and not is_known:
            self._fall_behind()
            return None
        begin = time.perf_counter()
        found = self._pictures.get(face, scale, theme, may_draw)
        self._spent += time.perf_counter() - begin
        if found[1] != scale:
            self._fall_behind()
        return found

    def _fall_behind(self) -> None:
        if not self.is_behind:
            self.is_behind = True
            QTimer.singleShot(0, self._update)

    def begin_frame(self) -> None:
        """Tell that a new frame is painted."""
        self._spent = 0.0
        self._scale_before = self._scale
        self.is_behind = False

    def clear(self) -> None:
        self._pictures.clear()
