"""Faults of the program itself: each is shown once, with a traceback to copy, and the drawing stays open.

The hook may run in any thread and in the middle of a paint, so it only emits; the window is shown from the event loop.
"""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

import lazygui


class Faults(QObject):
    """Takes the place of `sys.excepthook` until `close`."""

    _happened = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None
        self._known: set[str] = set()
        self._box: QMessageBox | None = None
        self._hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = lambda fault: self._on_exception(fault.exc_type, fault.exc_value, fault.exc_traceback)
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def show_in(self, window: QWidget | None) -> None:
        """Tell of faults in this window from now on."""
        self.window = window

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        # A paint that fails fails sixty times a second: what is known already is not told again.
        if text not in self._known:
            self._known.add(text)
            sys.stderr.write(text)
            self._happened.emit(f"{kind.__name__}: {error}", text)

    def _show(self, title: str, text: str) -> None:
        if self._box is not None:
            self._box.setDetailedText(f"{self._box.detailedText()}\n{text}")
            return
        self._box = QMessageBox(
            QMessageBox.Icon.Critical,
            self.tr("A fault in LazyGUI"),
            self.tr("Something went wrong in LazyGUI itself. The drawing is still open: save it."),
            QMessageBox.StandardButton.NoButton,
            self.window,
        )
        self._box.setObjectName("dialog.fault")
        self._box.setInformativeText(title)
        self._box.setDetailedText(f"LazyGUI {lazygui.__version__}\n{text}")
        self._box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        self._box.finished.connect(self._on_closed)
        self._box.open()

    def _on_closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
