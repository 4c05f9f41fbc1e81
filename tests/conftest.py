"""What every test shares: no window on the screen of whoever runs them, settings of its own, and no leftovers."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

ROOT = Path(__file__).parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--cases", type=int, default=200, help="random calls of each layer, against torch")
    parser.addoption("--cases-seed", type=int, default=0, help="other random calls")
    parser.addoption("--monkey-acts", type=int, default=20_000, help="random acts of a hand at the window")
    parser.addoption("--monkey-seed", type=int, default=0, help="other random acts")


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


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard: offscreen it outlives Python, and what Python has put there must not."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtWidgets import QApplication

        if QApplication.instance() is not None:
            QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


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
