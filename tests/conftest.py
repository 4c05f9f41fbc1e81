"""What every test shares: no window on the screen of whoever runs them, settings of its own, and no leftovers."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the settings and recovery copies of the tests away from those of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_process_survives() -> Iterator[None]:
    """Fail when a process outlives the session, such as a worker of the engine that the tests share."""
    before = set(_processes())
    yield
    left = _processes()
    assert not left.keys() - before, f"left behind: {left}"


@pytest.fixture(autouse=True)
def no_leftovers() -> Iterator[None]:
    """Fail a test that leaves a window behind, or a process other than the workers that the tests share."""
    windows, processes = _windows(), set(_processes())
    yield
    left = [f"{type(window).__name__} {window.objectName()!r}" for window in _windows() - windows]
    left += [line for pid, line in _processes().items() if pid not in processes and "lazygui.engine.worker" not in line]
    assert not left, f"left behind: {', '.join(left)}"


def _windows() -> set[Any]:
    """Return the windows without a parent; a test that has imported no Qt has none, and shall not import it here."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {window for window in QApplication.topLevelWidgets() if window.parent() is None}


def _processes() -> dict[int, str]:
    """Return the command lines of the processes that this one has started and that still run."""
    found = {}
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
            found[child.pid] = " ".join(child.cmdline())
    return {pid: line for pid, line in found.items() if line}
