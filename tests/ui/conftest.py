"""What the tests of the window share: an appearance, an editor, another language, and doubles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles import FakeEngine
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.graph.model import Point
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector import Inspector


class Marking(QTranslator):
    """Puts every text between brackets, as a language would change it."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"[{text}]"


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    appearance = Appearance()
    appearance.set_choice("light")
    yield appearance
    appearance.deleteLater()
    QCoreApplication.sendPostedEvents(appearance, QEvent.Type.DeferredDelete)


@pytest.fixture
def editor(qapp: QApplication) -> Editor:
    """The example of the program: x, fc1, relu, fc2 in a line, nothing selected."""
    editor = Editor()
    editor.add_layer("Input", Point(0, 0))
    for layer in ("nn.LazyLinear", "nn.ReLU", "nn.LazyLinear"):
        editor.append_layer(layer)
    editor.select()
    return editor


@pytest.fixture
def inspector(qtbot: QtBot, editor: Editor, appearance: Appearance) -> Inspector:
    inspector = Inspector(editor, appearance)
    qtbot.addWidget(inspector)
    inspector.resize(296, 720)
    inspector.show()
    inspector.activateWindow()
    return inspector


@pytest.fixture
def other_language(qapp: QApplication) -> Iterator[Marking]:
    """A language in which every text stands in brackets."""
    translator = Marking()
    qapp.installTranslator(translator)
    QCoreApplication.sendPostedEvents()
    yield translator
    qapp.removeTranslator(translator)
    QCoreApplication.sendPostedEvents()


@pytest.fixture
def engine(qapp: QApplication) -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
