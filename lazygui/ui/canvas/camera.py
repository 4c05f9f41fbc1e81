"""What part of the drawing is seen, and how large. Knows a graphics view and rectangles of its scene, no network."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from lazygui.ui.canvas import geometry as geo

SMALLEST, LARGEST = 0.05, 4.0
FIT_MARGIN = 32.0
REVEAL_MARGIN = 16


class Camera:
    """Zooms and scrolls one view."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self.is_fitted = False
        """Whether nobody has zoomed or scrolled since the last fit."""

    @property
    def zoom(self) -> float:
        return self._view.transform().m11()

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
        """Show a rectangle of the scene whole, at zoom 1 at most; an empty one shows the origin."""
        shown = QRectF(0, 0, geo.WIDTH, geo.HEADER) if rect.isEmpty() else rect
        room = self._view.viewport().rect()
        margin = 2 * FIT_MARGIN
        scale = min((room.width() - margin) / shown.width(), (room.height() - margin) / shown.height(), 1.0)
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
