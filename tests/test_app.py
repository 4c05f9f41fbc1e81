"""The program from its start to its end, in a process of its own as a person starts it."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lazygui import app
from lazygui.storage import files
from lazygui.storage.examples import example

DRIVE = """
import sys
from PySide6.QtCore import QTimer
from lazygui import app
begin = app.start
def start(window, client, path):
    assert window.isVisible() and "torch" not in sys.modules and "pyqtgraph" not in sys.modules
    begin(window, client, path)
    print(window.files.title, sorted(window.editor.graph.nodes), flush=True)
    QTimer.singleShot(0, window.close)
app.start = start
sys.exit(app.main(*sys.argv[1:]))
"""


def start(*arguments: str) -> str:
    """Start the program, close its window after the first paint, and return what it printed."""
    command = [sys.executable, "-c", DRIVE, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_program_opens_with_its_example_before_torch_is_there() -> None:
    assert "['fc1', 'fc2', 'relu', 'x']" in start()


def test_the_program_opens_the_file_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.lazygui.json"
    files.save(example("mlp").open(), path)
    assert start(str(path)).startswith("mine ")


QUIT = """
import sys
from PySide6.QtCore import QTimer
from lazygui import app
begin = app.start
def start(window, client, path):
    begin(window, client, path)
    QTimer.singleShot(0, window, lambda: look(window))
def look(window):
    if len(window.siblings()) < 2:
        return QTimer.singleShot(10, window, lambda: look(window))
    print(*(one.files.title for one in window.siblings()), flush=True)
    window.quit_wanted.emit()
app.start = start
sys.exit(app.main(*sys.argv[1:]))
"""


def test_each_file_that_is_named_has_a_window_and_quitting_ends_them_all(tmp_path: Path) -> None:
    paths = [tmp_path / f"{key}.lazygui.json" for key in ("mlp", "lenet")]
    for path in paths:
        files.save(example(path.name.partition(".")[0]).open(), path)
    command = [sys.executable, "-c", QUIT, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["mlp", "lenet"]


def test_a_function_is_called_once_after_the_first_paint(qtbot: QtBot) -> None:
    called: list[bool] = []
    widget = QWidget()
    qtbot.addWidget(widget)
    app.AfterFirstPaint(widget, lambda: called.append(widget.isVisible()))
    assert called == []
    widget.show()
    qtbot.waitUntil(lambda: called == [True])
    widget.repaint()
    assert called == [True]


def test_garbage_is_collected_by_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    generations: list[int] = []

    def collect(generation: int = 2) -> None:
        generations.append(generation)

    collector = app.Collector(widget)
    collector.setInterval(0)
    try:
        collector.begin()
        assert not gc.isenabled()
        monkeypatch.setattr(gc, "collect", collect)
        qtbot.waitUntil(lambda: len(generations) >= app.OLDEST_EVERY)
    finally:
        collector.stop()
        gc.unfreeze()
        gc.enable()
    assert generations[: app.OLDEST_EVERY] == [0] * (app.OLDEST_EVERY - 1) + [2]


PLOTS = """
import gc, sys, threading
from PySide6.QtCore import QObject
from lazygui import app

application = app.application()
parent = QObject()

def done():
    print("pyqtgraph" in sys.modules, threading.active_count())
    alien = [o for o in gc.get_objects() if isinstance(o, QObject) and o.thread() is not application.thread()]
    print(len(alien))
    application.quit()

app.PlotImport(parent, done).start()
application.exec()
"""


def test_pyqtgraph_is_imported_beside_the_window_and_leaves_no_object_to_another_thread() -> None:
    command = [sys.executable, "-c", PLOTS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == ["True", "1", "0"]
