"""The program with a window: makes the application, shows the window, and starts the rest after the first paint."""

from __future__ import annotations

import gc
import importlib
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

import lazygui
from lazygui.storage.examples import example
from lazygui.storage.recovery import Recovery
from lazygui.ui import fonts
from lazygui.ui.appearance import Appearance
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.faults import Faults
from lazygui.ui.language import Language
from lazygui.ui.main_window import MainWindow
from lazygui.ui.settings import Settings

FIRST_EXAMPLE: Final = "lazy_init"
COLLECT_MS: Final = 1000
OLDER_EVERY: Final = 10
OLDEST_EVERY: Final = 60
SWITCH_SECONDS: Final = 0.0005
"""How long a thread may keep Python from the window: with the usual 5 ms an import beside it is felt."""


def main(path: str | None = None) -> int:
    """Open the window with a file, or with the first example; return the exit code when it has closed."""
    app = application()
    faults = Faults(app)
    settings = Settings()
    fonts.load()
    appearance, language, client = Appearance(settings, app), Language(settings, app), EngineClient(app)
    window = MainWindow(client, appearance, language, settings, Recovery(recovery_folder()))
    faults.window = window
    window.show_example(example(FIRST_EXAMPLE))
    window.show()
    AfterFirstPaint(window, lambda: start(window, client, path))
    try:
        return app.exec()
    finally:
        client.shutdown()
        faults.close()


def start(window: MainWindow, client: EngineClient, path: str | None) -> None:
    """Begin all that may come later than the first picture of the window."""
    client.start()
    Collector(window).begin()
    sys.setswitchinterval(SWITCH_SECONDS)
    # The plots of the inspector need half a second to import; nobody sees one before the first run.
    plots = threading.Thread(target=importlib.import_module, args=("pyqtgraph",))
    plots.start()
    QApplication.instance().aboutToQuit.connect(plots.join)  # type: ignore[union-attr]
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


def recovery_folder() -> Path:
    """Return where copies of unsaved drawings lie."""
    location = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "recovery"


class AfterFirstPaint(QObject):
    """Calls a function once, in the turn of the event loop after a widget was painted first."""

    def __init__(self, widget: QObject, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._widget, self._then)
        return False


class Collector(QTimer):
    """Collects cyclic garbage in the thread of the window, for in any other one it would delete Qt objects there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rounds = 0
        self.setInterval(COLLECT_MS)
        self.timeout.connect(self._collect)

    def begin(self) -> None:
        """Take over from Python's own collector; what is there now is taken to stay."""
        gc.disable()
        gc.freeze()
        self.start()

    def _collect(self) -> None:
        self._rounds += 1
        oldest, older = self._rounds % OLDEST_EVERY == 0, self._rounds % OLDER_EVERY == 0
        gc.collect(2 if oldest else 1 if older else 0)
