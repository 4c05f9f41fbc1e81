"""A hand outside the program: xdotool moves the X server's own pointer, and Qt cannot tell it from a person's."""

from __future__ import annotations

import subprocess

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

STEPS = 8


class Hand:
    """Runs xdotool while the event loop goes on."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def do(self, *words: object) -> None:
        """Run one xdotool command line to its end; `--sync` in a move waits until the pointer is there."""
        process = subprocess.Popen(["xdotool", *map(str, words)])
        self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
        assert process.returncode == 0, f"xdotool {words} failed"

    def point(self, at: QPoint) -> None:
        self.do("mousemove", at.x(), at.y())

    def press(self) -> None:
        self.do("mousedown", 1)

    def let_go(self) -> None:
        self.do("mouseup", 1)

    def glide(self, start: QPoint, end: QPoint) -> None:
        for step in range(1, STEPS + 1):
            self.point(start + (end - start) * step / STEPS)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Press at one place of the screen, move to another, let go."""
        self.point(start)
        self.press()
        self.glide(start, end)
        self.let_go()

    def key(self, name: str) -> None:
        self.do("key", name)


def on_screen(widget: QWidget, at: QPoint) -> QPoint:
    return widget.mapToGlobal(at)
