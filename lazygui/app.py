"""The program with a window: makes the application, shows the window, and starts the rest after the first paint."""

from __future__ import annotations

import gc
import importlib
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import PySide6
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

import lazygui
from lazygui.storage.examples import example
from lazygui.storage.recovery import Recovery
from lazygui.ui import fonts
from lazygui.ui.appearance import Appearance
from lazygui.ui.blocks import BlockShelf
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.faults import Faults
from lazygui.ui.language import Language
from lazygui.ui.main_window import MainWindow
from lazygui.ui.settings import Settings
from lazygui.ui.windows import Windows

if TYPE_CHECKING:
    from lazygui.ui.figure.choices import Choices, Format, Subject

PYSIDE_VERSION: Final = PySide6.__version__
FIRST_EXAMPLE: Final = "lazy_init"
COLLECT_MS: Final = 200
"""A round of young garbage: the more seldom, the longer it takes at once."""
OLDEST_EVERY: Final = 300
COLLECT_SHARE: Final = 1 / 2000
"""How much of the time may go into collecting all: where it takes long, for a drawing is large, it is done seldom."""
SLICE_SECONDS: Final = 0.004
LOOK_MS: Final = 50
SWITCH_SECONDS: Final = 0.0005
"""How long a thread may keep Python from the window: with the usual 5 ms an import beside it is felt."""


def main(*paths: str) -> int:
    """Open a window for each file, or one with the first example; return the exit code when all are closed."""
    app = application()
    faults = Faults(app)
    settings, shelf = Settings(), BlockShelf()
    fonts.load()
    appearance, language = Appearance(settings, app, False), Language(settings, app)

    def make(client: EngineClient) -> MainWindow:
        window = MainWindow(client, appearance, language, settings, Recovery(recovery_folder()), blocks=shelf)
        window.closed.connect(client.shutdown)
        app.aboutToQuit.connect(client.shutdown)
        return window

    windows = Windows(lambda: started(make, EngineClient(app)), app)
    first = EngineClient(app)
    window = make(first)
    windows.changed.connect(lambda: faults.show_in(windows.active))
    windows.adopt(window)
    appearance.dress()
    window.show_example(example(FIRST_EXAMPLE))
    window.show()
    AfterFirstPaint(window, lambda: start(window, first, paths[0] if paths else None))
    AfterFirstPaint(window, lambda: [windows.open(path) for path in paths[1:]])
    try:
        return app.exec()
    finally:
        faults.close()


def started(make: Callable[[EngineClient], MainWindow], client: EngineClient) -> MainWindow:
    """Return a further window, whose engine starts when it is painted."""
    window = make(client)
    AfterFirstPaint(window, client.start)
    return window


def start(window: MainWindow, client: EngineClient, path: str | None) -> None:
    """Begin all that may come later than the first picture of the window."""
    client.start()
    # Off while a thread imports, for it would collect there.
    gc.disable()
    app = QApplication.instance()
    # Of the application, for the first window may be closed before the others.
    PlotImport(app, Collector(app).begin).start()
    if path is not None:
        window.files.open_path(path)
    window.files.offer_restore()


def application() -> QApplication:
    """Return the application with its names, which decide where settings and recovery copies lie."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("LazyGUI")
    app.setApplicationDisplayName("LazyGUI")
    app.setOrganizationName("LazyGUI")
    app.setApplicationVersion(lazygui.__version__)
    app.setDesktopFileName("lazygui")
    return app


def figure(subject: Subject, choices: Choices, format: Format, language: str) -> bytes:
    """Return the file of a figure, in this language. Needs no window. Raises Refused when there can be none."""
    from lazygui.ui.figure.figure import Figure

    running = QApplication.instance() or application()
    words = Language(parent=running)
    before = words.code
    words.set(language)
    fonts.load()
    try:
        return Figure(subject, choices).data(format)
    finally:
        words.set(before)
        words.deleteLater()


def recovery_folder() -> Path:
    """Return where copies of unsaved drawings lie."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "recovery"


class AfterFirstPaint(QObject):
    """Calls a function once, in the turn of the event loop after a widget was painted first."""

    def __init__(self, widget: QObject, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._widget, self._then)
        return False


class PlotImport(QTimer):
    """Imports pyqtgraph before anybody looks at a plot: it takes a third of a second, so a thread does it.

    Calls a function when it is over; until then nobody must collect garbage, least of all the thread.
    PySide6 makes its types when they are first asked for, pyqtgraph asks for all of them, and two threads that ask at
    the same moment end in a segmentation fault. So all types are made first, here, a few in each turn.
    """

    def __init__(self, parent: QObject | None, then: Callable[[], None]) -> None:
        super().__init__(parent)
        self._then = then
        self._types = ((module, name) for module in (QtCore, QtGui, QtWidgets, QtSvg) for name in dir(module))
        self._thread = threading.Thread(target=importlib.import_module, args=("pyqtgraph",))
        self.setInterval(0)
        self.timeout.connect(self._make_types)

    def _make_types(self) -> None:
        deadline = time.monotonic() + SLICE_SECONDS
        for module, name in self._types:
            getattr(module, name)
            if time.monotonic() > deadline:
                return
        sys.setswitchinterval(SWITCH_SECONDS)
        self._thread.start()
        QApplication.instance().aboutToQuit.connect(self._thread.join)  # type: ignore[union-attr]
        self.timeout.disconnect(self._make_types)
        self.timeout.connect(self._look)
        self.setInterval(LOOK_MS)

    def _look(self) -> None:
        if not self._thread.is_alive():
            self.stop()
            self._then()


class Collector(QTimer):
    """Collects cyclic garbage in the thread of the window, for in any other one it would delete Qt objects there."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._rounds, self._wait = 0, float(OLDEST_EVERY)
        """Rounds since all was collected, and how many must pass."""
        self.setInterval(COLLECT_MS)
        self.timeout.connect(self._collect)

    def begin(self) -> None:
        """Take over from Python's own collector; what is there now is taken to stay."""
        gc.disable()
        gc.freeze()
        self.start()

    def _collect(self) -> None:
        self._rounds += 1
        if self._rounds < self._wait:
            gc.collect(0)
            return
        begin = time.perf_counter()
        gc.collect()
        seconds = time.perf_counter() - begin
        self._rounds, self._wait = 0, max(OLDEST_EVERY, seconds / COLLECT_SHARE * 1000 / COLLECT_MS)
