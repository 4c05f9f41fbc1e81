"""What part of the drawing is seen, and how large. Knows a graphics view and rectangles of its scene, no network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.motion import Motion
from lazygui.ui.theme import CAMERA_MS

SMALLEST, LARGEST = 0.05, 4.0
FIT_MARGIN = 32.0
REVEAL_MARGIN = 16


class Camera:
    """Zooms and scrolls one view."""

    def __init__(self, view: QGraphicsView, motion: Motion) -> None:
        self._view, self._motion = view, motion
        self._meant: float | None = None
        self.is_fitted = False
        """Whether nobody has zoomed or scrolled since the last fit."""
        self.largest_fit = 1.0
        """The zoom that a fit does not exceed."""

    @property
    def zoom(self) -> float:
        return self._view.transform().m11()

    @property
    def meant_zoom(self) -> float:
        """The zoom that the view has, or is on its way to."""
        return self._meant or self.zoom

    @contextmanager
    def gently(self) -> Iterator[None]:
        """Show the way from what is seen now to what is seen after what is done in the meantime."""
        self._motion.finish("camera")
        zoom, centre = self.zoom, self.centre
        yield
        if self._motion.is_on and (zoom, centre) != (self.zoom, self.centre):
            self._travel(zoom, centre)

    def _travel(self, zoom: float, centre: QPointF) -> None:
        """Go from a zoom and a centre to those of now."""
        bars = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        last_zoom, last_centre, values = self.zoom, self.centre, [bar.value() for bar in bars]
        self._meant = last_zoom

        def step(share: float) -> None:
            at = zoom * (last_zoom / zoom) ** share if share < 1 else last_zoom
            # The centre goes as the zoom does, or what is looked for would be out of sight on the way.
            done = (1 / at - 1 / zoom) / (1 / last_zoom - 1 / zoom) if last_zoom != zoom else share
            self._view.setTransform(QTransform.fromScale(at, at))
            if share < 1:
                self._view.centerOn(centre + (last_centre - centre) * done)
                return
            self._meant = None
            for bar, value in zip(bars, values, strict=True):
                bar.setValue(value)

        self._motion.play("camera", step, CAMERA_MS)

    @property
    def centre(self) -> QPointF:
        """The place of the scene in the middle of the view."""
        return self._view.mapToScene(self._view.viewport().rect().center())

    def look_at(self, centre: QPointF) -> None:
        """Have a place of the scene in the middle of the view."""
        moved = self._view.mapFromScene(centre) - self._view.viewport().rect().center()
        self.scroll(moved.x(), moved.y())

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom, within bounds, so that what is under a point of the view stays there; its centre without a point."""
        view = self._view
        at = (around or QPointF(view.viewport().rect().center())).toPoint()
        before = view.mapToScene(at)
        share = min(max(self.zoom * factor, SMALLEST), LARGEST) / self.zoom
        view.scale(share, share)
        self.is_fitted = False
        moved = view.mapFromScene(before) - at
        self.scroll(moved.x(), moved.y())

    def fit(self, rect: QRectF) -> None:
        """Show a rectangle of the scene whole, at `largest_fit` at most; an empty one shows the origin."""
        shown = QRectF(0, 0, geo.WIDTH, geo.HEADER) if rect.isEmpty() else rect
        room = self._view.viewport().rect()
        margin = 2 * FIT_MARGIN
        scales = (room.width() - margin) / shown.width(), (room.height() - margin) / shown.height()
        scale = min(*scales, self.largest_fit)
        self.zoom_by(max(scale, SMALLEST) / self.zoom)
        moved = self._view.mapFromScene(shown.center()) - room.center()
        self.scroll(moved.x(), moved.y())
        self.is_fitted = True

    def reveal(self, rect: QRectF) -> None:
        """Bring a rectangle of the scene into sight with as little scrolling as it takes."""
        seen = self._view.mapFromScene(rect).boundingRect()
        margin = REVEAL_MARGIN
        room = self._view.viewport().rect().adjusted(margin, margin, -margin, -margin)
        dx = min(seen.left() - room.left(), 0) or max(seen.right() - room.right(), 0)
        dy = min(seen.top() - room.top(), 0) or max(seen.bottom() - room.bottom(), 0)
        self.scroll(dx, dy)

    def scroll(self, dx: float, dy: float) -> None:
        """Move what is seen by pixels of the screen."""
        self.is_fitted = self.is_fitted and not (dx or dy)
        for bar, by in ((self._view.horizontalScrollBar(), dx), (self._view.verticalScrollBar(), dy)):
            bar.setValue(bar.value() + round(by))
