"""The field that opens on a note: several lines, taken over when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGraphicsView, QPlainTextEdit

from lazygui.ui import theme as tokens
from lazygui.ui.canvas.overlays import KEPT_REASONS
from lazygui.ui.theme import ui_font

NARROWEST, LOWEST = 160, 64


class NoteField(QPlainTextEdit):
    """Leaving it, Escape and Ctrl+Enter take over what stands there; nothing that was typed is lost."""

    def __init__(self, view: QGraphicsView, text: str, place: QRectF, take: Callable[[str], object]) -> None:
        super().__init__(text, view.viewport())
        self._view, self._take = view, take
        self._is_done = False
        self.setObjectName("canvas.note")
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Write a note"))
        zoom = view.transform().m11()
        self.setFont(ui_font(max(tokens.TINY, round(tokens.BODY * zoom))))
        self.setProperty("field", "true")
        corner = view.mapFromScene(place.topLeft())
        self.setGeometry(
            corner.x(),
            corner.y(),
            max(NARROWEST, round(place.width() * zoom)),
            max(LOWEST, round(place.height() * zoom)),
        )
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take over what stands there; the second time nothing happens."""
        if self._is_done:
            return
        self._is_done = True
        had_focus = self.hasFocus()
        self._take(self.toPlainText())
        self.hide()
        self.deleteLater()
        # Who goes on elsewhere keeps the focus there.
        if had_focus:
            self._view.setFocus()

    def event(self, event: QEvent) -> bool:
        # Before the window's own Esc.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (is_enter and has_control):
            self.leave()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in KEPT_REASONS:
            self.leave()
