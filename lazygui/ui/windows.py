"""All windows of the program, a drawing in each: opens another, tells which there are, ends the program when asked.

How a window is made is told by `app`; each has an engine and a recovery copy of its own. Knows no drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal

from lazygui.ui.main_window import MainWindow

STEP: Final = QPoint(32, 32)
"""How far a further window stands from the one that it was opened from."""


class Windows(QObject):
    """The open windows, in the order in which they were opened."""

    changed = Signal()

    def __init__(self, make: Callable[[], MainWindow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._open: list[MainWindow] = []

    @property
    def all(self) -> tuple[MainWindow, ...]:
        return tuple(self._open)

    @property
    def active(self) -> MainWindow | None:
        """The window that the person is in, or was in last as far as that is known; None when all are closed."""
        found = next((window for window in self._open if window.isActiveWindow()), None)
        return found or (self._open[-1] if self._open else None)

    def adopt(self, window: MainWindow) -> None:
        """Count a window among the open ones until it is closed."""
        window.siblings = lambda: self.all
        window.window_wanted.connect(self.open)
        window.quit_wanted.connect(self.quit)
        window.closed.connect(partial(self._on_closed, window))
        self._open.append(window)
        self.changed.emit()

    def open(self, path: str = "") -> MainWindow:
        """Open a window with a file, or with an empty drawing. A file that is open already is shown where it is."""
        for window in self._open:
            if path and window.files.path == Path(path).absolute():
                window.come_to_front()
                return window
        beside = self.active
        window = self._make()
        self.adopt(window)
        window.show()
        if beside is not None and not window.isMaximized():
            window.move(beside.pos() + STEP)
        window.come_to_front()
        if path:
            window.files.open_path(path)
        return window

    def quit(self) -> None:
        """Close all windows once each says that nothing would be lost; whoever cancels keeps them all open."""
        self._ask(self.all)

    def _ask(self, waiting: tuple[MainWindow, ...]) -> None:
        if not waiting:
            for window in self.all:
                window.leave()
            return
        window, *others = waiting
        if window.editor.document.is_modified:
            window.come_to_front()
        window.files.leave(lambda: self._ask(tuple(others)))

    def _on_closed(self, window: MainWindow) -> None:
        if window in self._open:
            self._open.remove(window)
            self.changed.emit()
            # Not here: the window is in the middle of being closed.
            window.deleteLater()
