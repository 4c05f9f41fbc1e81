"""The law of the house: which room may import which, and what stays out of the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PURE = ("lazygui.catalog", "lazygui.graph", "lazygui.codegen", "lazygui.storage", "lazygui.words", "lazygui.doctor")


def loaded_by(module: str) -> set[str]:
    """The top-level modules that a fresh process has loaded after importing `module`."""
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_contracts_between_rooms_are_kept(tmp_path: Path) -> None:
    # Its own cache: processes of the tests run beside each other.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--cache-dir", str(tmp_path), "--no-logo"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("module", PURE)
def test_a_pure_room_loads_neither_torch_nor_qt(module: str) -> None:
    assert loaded_by(module).isdisjoint({"torch", "numpy", "PySide6", "pyqtgraph"})


@pytest.mark.parametrize("module", ["lazygui.ui.main_window", "lazygui.app", "lazygui.engine.messages"])
def test_the_process_of_the_window_never_loads_torch(module: str) -> None:
    assert "torch" not in loaded_by(module)


def test_the_command_line_loads_neither_torch_nor_qt_before_it_knows_the_verb() -> None:
    assert loaded_by("lazygui.cli").isdisjoint({"torch", "PySide6"})


def test_the_worker_loads_no_qt() -> None:
    assert "PySide6" not in loaded_by("lazygui.engine.worker")
