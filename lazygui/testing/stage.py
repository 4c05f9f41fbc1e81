"""Opens windows for tests and leaves nothing behind. Kept from the plugin, which must stay light to import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.storage.examples import example
from lazygui.storage.recovery import Recovery
from lazygui.testing.robots import AppRobot
from lazygui.ui import fonts
from lazygui.ui.appearance import Appearance
from lazygui.ui.blocks import BlockShelf
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.files import Dialogs
from lazygui.ui.language import Language
from lazygui.ui.main_window import MainWindow
from lazygui.ui.settings import Settings
from lazygui.ui.windows import Windows


class Stage:
    """The windows of one test: the first on an engine that is warm already, each further one on its own."""

    def __init__(self, qtbot: QtBot, folder: Path, engine: EngineClient) -> None:
        self._qtbot, self._folder, self._engine = qtbot, folder, engine
        self._windows: dict[MainWindow, EngineClient] = {}
        self._further_engines: list[EngineClient] = []
        self._services: list[Appearance | Language | Windows] = []

    def open(
        self,
        path: str | Path | None = None,
        language: str = "en",
        theme: str = "light",
        size: tuple[int, int] = (1280, 800),
        dialogs: Dialogs | None = None,
        live_shapes: bool = True,
        is_animated: bool = False,
    ) -> AppRobot:
        """Open the program with a document, or with the first example. Nothing moves unless it `is_animated`.

        Without `live_shapes` nothing is inferred: what a run finds is a surprise, and no answer comes in between.
        """
        fonts.load()
        settings = Settings(QSettings(str(self._folder / "settings.ini"), QSettings.Format.IniFormat))
        settings.language = language
        settings.has_live_shapes = live_shapes
        settings.reduces_motion = not is_animated
        appearance, words = Appearance(settings), Language(settings)
        self._services += [appearance, words]
        appearance.set_choice(theme)
        shelf = BlockShelf(self._folder / "blocks")

        def make() -> MainWindow:
            recovery = Recovery(self._folder / "recovery")
            engine = self._free_engine()
            made = MainWindow(engine, appearance, words, settings, recovery, dialogs, shelf)
            self._windows[made] = engine
            made.closed.connect(lambda: self._windows.pop(made))
            return made

        windows, window = Windows(make), make()
        self._services.append(windows)
        windows.adopt(window)
        window.show_example(example("lazy_init"))
        window.resize(*size)
        window.show()
        self._qtbot.waitExposed(window)
        if path is not None:
            window.files.open_path(path)
        # What the window has put off until it is shown, and the focus, which keys need.
        QApplication.processEvents()
        window.canvas.fit_all()
        return AppRobot(window, self._qtbot)

    def close(self) -> None:
        """Close what is open without a question, and give the engine back idle and the language English."""
        for window in tuple(self._windows):
            window.runs.cancel()
            window.editor.document.mark_saved()
            window.close()
        # Offscreen, the clipboard outlives Python, and what Python has put there must not.
        QApplication.clipboard().clear()
        for engine in self._further_engines:
            engine.shutdown()
        self._engine.forget_inference()
        self._engine.forget_fit()
        for service in self._services:
            if isinstance(service, Language):
                service.set("en")
            service.deleteLater()
        QApplication.processEvents()

    def _free_engine(self) -> EngineClient:
        """Return the warm engine, or another while a window has that: each window hears its own runs alone."""
        if self._engine not in self._windows.values():
            return self._engine
        self._further_engines.append(EngineClient())
        return self._further_engines[-1]
