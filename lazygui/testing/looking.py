"""A robot for the window in which one looks inside a node."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lazygui.testing import events
from lazygui.testing.widgets import find
from lazygui.ui.look.view import TensorView
from lazygui.ui.main_window import MainWindow

RUN_MS = 20_000


class LookRobot:
    """Looks inside the chosen node, with keys and clicks."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    @property
    def dialog(self) -> QDialog:
        return find(self._window, QDialog, "dialog.look")

    @property
    def view(self) -> TensorView:
        return find(self.dialog, TensorView, "look.view")

    def open(self) -> None:
        """Open the window by its key, for the node that is chosen on the canvas, and wait for the picture."""
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        events.key(self._window.canvas, Qt.Key.Key_I, modifiers)
        self.wait()

    def wait(self) -> None:
        """Wait until what was asked for is shown."""
        self._qtbot.waitUntil(lambda: not self._window.runs.is_asked, timeout=RUN_MS)
        QApplication.processEvents()

    def choose(self, tensor: str) -> None:
        """Choose a tensor by the begin of its name, `weight` or `output`, and wait for its picture."""
        box = find(self.dialog, QComboBox, "look.tensor")
        numbers = [number for number in range(box.count()) if box.itemText(number).startswith(tensor)]
        assert numbers, f"there is no {tensor}"
        steps = numbers[0] - box.currentIndex()
        for _ in range(abs(steps)):
            events.key(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        self.wait()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys in the picture: arrows go from number to number."""
        for key in keys:
            events.key(self.view, key)

    def number(self) -> str:
        """Return the number at the place, as it is told: `weight[0, 3] = 0.1`."""
        return find(self.dialog, QLabel, "look.number").text()

    def facts(self) -> str:
        return find(self.dialog, QLabel, "look.facts").text()

    def set(self, text: str) -> None:
        """Write a number for the place and press Enter; wait for the picture of it."""
        field = find(self.dialog, QLineEdit, "look.value")
        field.selectAll()
        events.type_text(field, text)
        events.key(field, Qt.Key.Key_Return)
        self.wait()

    def free(self) -> None:
        """Let the number at the place be as the run finds it."""
        button = find(self.dialog, QPushButton, "look.free")
        events.click(button, button.rect().center())
        self.wait()
