"""A fault of the program is shown once, can be copied, and closes nothing."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lazygui.ui.faults import Faults


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    faults = Faults(window)
    faults.window = window
    yield window
    faults.close()


def fail(words: str) -> None:
    """Do what Python does with an exception that nobody has caught."""
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def boxes(window: QWidget) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_fault_is_shown_with_its_traceback(qtbot: QtBot, window: QWidget) -> None:
    fail("a wheel came off")
    assert boxes(window) == []
    qtbot.waitUntil(lambda: len(boxes(window)) == 1)
    box = boxes(window)[0]
    assert box.informativeText() == "RuntimeError: a wheel came off"
    assert "test_faults.py" in box.detailedText()
    box.reject()


def test_the_same_fault_is_shown_once_and_another_one_beside_it(qtbot: QtBot, window: QWidget) -> None:
    for _ in range(60):
        fail("first")
    fail("second")
    qtbot.waitUntil(lambda: any("second" in box.detailedText() for box in boxes(window)))
    assert len(boxes(window)) == 1
    assert boxes(window)[0].detailedText().count("RuntimeError: first") == 1
    boxes(window)[0].reject()
    fail("first")
    QApplication.processEvents()
    assert boxes(window) == []


def test_a_fault_in_a_thread_is_shown_by_the_window(qtbot: QtBot, window: QWidget) -> None:
    def work() -> None:
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes(window)) == 1)
    boxes(window)[0].reject()


def test_closing_gives_the_hooks_back(qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook
    faults = Faults()
    assert sys.excepthook != before[0]
    faults.close()
    assert (sys.excepthook, threading.excepthook) == before
