"""The wheel is whole: it works where there is no checkout."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import lazygui

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_it_holds_every_module_of_the_package(names: frozenset[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lazygui").rglob("*.py")}
    assert modules <= names


def test_it_holds_every_asset(names: frozenset[str]) -> None:
    assets = [path.relative_to(ROOT) for path in (ROOT / "assets").rglob("*") if path.is_file()]
    assert {f"lazygui/{path.as_posix()}" for path in assets} <= names
    assert "lazygui/assets/fonts/Inter-Regular.otf" in names


def test_it_holds_nothing_else(names: frozenset[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"lazygui", f"lazygui-{lazygui.__version__}.dist-info"}
    assert not [name for name in names if name.endswith(".pyc")]


def test_its_entry_points_are_the_program_and_the_plugin(wheel: Path) -> None:
    entries = configparser.ConfigParser()
    with zipfile.ZipFile(wheel) as archive:
        entries.read_string(archive.read(f"lazygui-{lazygui.__version__}.dist-info/entry_points.txt").decode())
    assert {section: dict(entries[section]) for section in entries.sections()} == {
        "console_scripts": {"lazygui": "lazygui.cli:main"},
        "gui_scripts": {"lazygui-window": "lazygui.cli:main"},
        "pytest11": {"lazygui": "lazygui.testing.plugin"},
    }


def test_its_assets_are_found_when_installed_elsewhere(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from lazygui import resources; print(resources.path('fonts/Inter-Regular.otf'))"
    # Measured here, the unpacked copy would count as code of its own.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert Path(run.stdout.strip()) == tmp_path / "lazygui" / "assets" / "fonts" / "Inter-Regular.otf"
