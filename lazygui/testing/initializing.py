"""A robot for the dialog of initialization."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from lazygui.testing import events
from lazygui.testing.widgets import find
from lazygui.ui.main_window import MainWindow


class InitializationRobot:
    """Works in the dialog of initialization, with keys and clicks."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def dialog(self) -> QDialog:
        return find(self._window, QDialog, "dialog.init")

    def open(self) -> None:
        """Open the dialog by its key, from the canvas."""
        events.key(self._window.canvas, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    def set(self, field: str, text: str) -> None:
        """Fill a field by keys: `target` nn.Linear, `recipe` Xavier, `weight` xavier_uniform_, `weight.gain` 2.

        Of an initializer its name in PyTorch is enough.
        """
        widget = find(self.dialog, QWidget, f"init.{field}")
        if isinstance(widget, QComboBox):
            texts = [widget.itemText(number) for number in range(widget.count())]
            number = next((n for n, one in enumerate(texts) if text in (one, one.rpartition(" · ")[2])), None)
            assert number is not None, f"{field} offers {texts}"
            steps = number - widget.currentIndex()
            for _ in range(abs(steps)):
                events.key(widget, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        else:
            assert isinstance(widget, QLineEdit), f"{field} is no field of the dialog"
            widget.selectAll()
            events.type_text(widget, text)
        QApplication.processEvents()

    def text(self, field: str) -> str:
        """Return what a field shows."""
        widget = find(self.dialog, QWidget, f"init.{field}")
        assert isinstance(widget, QComboBox | QLineEdit)
        return widget.currentText() if isinstance(widget, QComboBox) else widget.text()

    def rules(self) -> list[str]:
        """Return the rules as they are listed, each on one line."""
        found = find(self.dialog, QListWidget, "init.rules")
        return [found.item(row).text().replace("\n", " · ") for row in range(found.count())]

    def said(self) -> str:
        """Return the sentence below: how many layers the rules speak for, or why they cannot be."""
        return find(self.dialog, QLabel, "init.said").text()

    def press(self, button: str) -> None:
        """Press `add`, `remove`, `accept` or `cancel`."""
        found = find(self.dialog, QPushButton, f"init.{button}")
        events.click(found, found.rect().center())
        QApplication.processEvents()
