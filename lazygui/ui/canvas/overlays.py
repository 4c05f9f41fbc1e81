"""Small widgets over the canvas: the ghost of a dragged layer, the hint beside the pointer, the field for a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QGraphicsView, QLabel, QLineEdit, QWidget

from lazygui.graph.problems import Problem
from lazygui.ui import theme as tokens
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.picture import render
from lazygui.ui.theme import Theme, ui_font
from lazygui.ui.words import sentence

GRIP = QPointF(geo.WIDTH / 2, geo.PORT_Y)
"""The point of a card that the pointer holds while a layer comes from the palette."""

THIN = 0.55
"""The opacity of a ghost over an edge: the light on the edge is seen through it."""


class Ghost(QLabel):
    """The picture of a node that follows the pointer over the whole window; it takes no mouse events."""

    def __init__(self, view: QGraphicsView, layer_type: str, face: Face, theme: Theme) -> None:
        super().__init__(view.window())
        self._view = view
        self.layer_type = layer_type
        self._zoom = view.transform().m11()
        dpr = view.devicePixelRatioF()
        pixmap = render(face, self._zoom * dpr, theme)
        pixmap.setDevicePixelRatio(dpr)
        self.setObjectName("ghost")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet("background: transparent;")
        self.setPixmap(pixmap)
        self.resize(pixmap.deviceIndependentSize().toSize())
        self._veil = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._veil)
        self.let_through(False)
        self.show()
        self.raise_()

    def let_through(self, is_over_edge: bool) -> None:
        """Become thin over an edge that would take the layer in, for the ghost itself hides the light on it."""
        self._veil.setOpacity(THIN if is_over_edge else 1.0)

    def follow(self, at: QPoint) -> None:
        """Move so that the pointer, in global coordinates, holds the card by its header."""
        held = (GRIP + QPointF(geo.MARGIN, geo.MARGIN)) * self._zoom
        self.move(self.window().mapFromGlobal(at) - held.toPoint())

    def corner(self, at: QPoint) -> QPointF:
        """Return where the card's corner would be in the scene."""
        return self._view.mapToScene(self._view.viewport().mapFromGlobal(at)) - GRIP

    def close(self) -> bool:
        self.hide()
        self.deleteLater()
        return True


class Hint(QLabel):
    """One sentence beside the pointer."""

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent)
        self._room = parent
        self._appearance = appearance
        self.setObjectName("canvas.hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(ui_font(tokens.SMALL))
        self.setWordWrap(True)
        self.setMaximumWidth(300)
        self.hide()

    def show_text(self, text: str, at: QPoint | None, is_problem: bool = True) -> None:
        """Show the sentence near a point of the parent, kept inside it; an empty one hides the hint."""
        if not text or at is None:
            self.hide()
            return
        theme = self._appearance.theme
        ground, color, edge = (
            (theme.error_ground, theme.error, theme.error)
            if is_problem
            else (theme.panel, theme.text, theme.border_strong)
        )
        self.setStyleSheet(
            f"background: {ground}; color: {color}; border: 1px solid {edge};"
            f"border-radius: {tokens.CONTROL_RADIUS}px; padding: 5px 8px;"
        )
        self.setText(text)
        self.adjustSize()
        room = self._room.rect()
        x = min(at.x() + 16, room.right() - self.width() - 8)
        y = min(at.y() + 20, room.bottom() - self.height() - 8)
        self.move(max(x, 8), max(y, 8))
        self.show()
        self.raise_()


KEPT_REASONS: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A field stays open while its own menu, or another window, is in front of it."""


class NameField(QLineEdit):
    """A field on a title. Enter renames, and so does leaving it, if the name can be; Escape gives up.

    `place` is the title's in the scene, and `rename` takes the name or returns why it cannot be.
    """

    def __init__(
        self,
        view: QGraphicsView,
        name: str,
        place: QRectF,
        rename: Callable[[str], Problem | None],
        appearance: Appearance,
    ) -> None:
        super().__init__(name, view.viewport())
        self._rename = rename
        self._hint = Hint(view.viewport(), appearance)
        self._is_done = False
        self.setObjectName("canvas.name")
        self.setAccessibleName(self.tr("Name"))
        self._view = view
        zoom = view.transform().m11()
        self.setFont(ui_font(max(tokens.TINY, round(tokens.HEADING * zoom)), QFont.Weight.DemiBold))
        corner = view.mapFromScene(place.topLeft())
        self.setGeometry(corner.x(), corner.y(), max(120, round(150 * zoom)), max(24, round(26 * zoom)))
        self.returnPressed.connect(self._commit)
        self.textEdited.connect(lambda _text: self._hint.hide())
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commit(self) -> None:
        problem = self._rename(self.text().strip())
        if problem is None:
            self._leave()
        else:
            self._hint.show_text(sentence(problem), self.geometry().bottomLeft())

    def _leave(self) -> None:
        if not self._is_done:
            self._is_done = True
            had_focus = self.hasFocus()
            self._hint.deleteLater()
            self.hide()
            self.deleteLater()
            # Who goes on elsewhere keeps the focus there.
            if had_focus:
                self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
            # Else the canvas would hear Enter too, and open what is collapsed.
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._is_done and event.reason() not in KEPT_REASONS:
            self._rename(self.text().strip())
            self._leave()
