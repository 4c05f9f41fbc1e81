"""A robot for the bar that finds nodes on the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from lazygui.testing import events
from lazygui.testing.widgets import find
from lazygui.ui.main_window import MainWindow


class FindRobot:
    """Types what is looked for, and walks through what is found."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def field(self) -> QLineEdit:
        return find(self._window, QLineEdit, "find.field")

    def is_open(self) -> bool:
        return find(self._window, QWidget, "find").isVisible()

    def type(self, text: str) -> str:
        """Type into the field and return what the bar says of it: `1 of 3`."""
        assert self.is_open(), "the bar is not open"
        self.field.selectAll()
        events.key(self.field, Qt.Key.Key_Delete)
        if text.isascii():
            events.type_text(self.field, text)
        else:
            # No key says these letters: they come from an input method.
            composed = QInputMethodEvent()
            composed.setCommitString(text)
            QApplication.sendEvent(self.field, composed)
        return self.count()

    def count(self) -> str:
        QApplication.processEvents()
        return find(self._window, QLabel, "find.count").text()

    def enter(self, is_back: bool = False) -> str:
        """Press Enter, or Shift+Enter, and return what the bar says."""
        events.key(self.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier if is_back else events.PLAIN)
        return self.count()

    def press(self, button: str) -> str:
        """Click `next`, `previous` or `close`, and return what the bar says."""
        found = find(self._window, QPushButton, f"find.{button}")
        events.click(found, found.rect().center())
        return self.count()

    def escape(self) -> None:
        events.key(self.field, Qt.Key.Key_Escape)

    def rings(self) -> frozenset[str]:
        """Return the nodes that are marked on the canvas."""
        bar = self._window.canvas.find_bar
        return frozenset(bar.finder.nodes) if bar.isVisible() else frozenset()
