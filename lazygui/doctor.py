"""What this machine lacks, and the one line that installs it.

Needs the standard library alone: it runs before anything is installed, since a missing library of Qt aborts the
process without a Python exception. Never imports Qt or torch; it asks only whether they could be.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.words.columns import filled, width
from lazygui.words.problems import Translate, english

if TYPE_CHECKING:
    import argparse


class Purpose(Enum):
    """What a thing is needed for, with the heading of its row."""

    SETUP = QT_TRANSLATE_NOOP("Doctor", "making the environment")
    PACKAGE = QT_TRANSLATE_NOOP("Doctor", "Python packages")
    DRAWING = QT_TRANSLATE_NOOP("Doctor", "libraries for drawing")
    WINDOW = QT_TRANSLATE_NOOP("Doctor", "libraries for a window under X")
    CHINESE = QT_TRANSLATE_NOOP("Doctor", "a font that draws Chinese")
    DISPLAY = QT_TRANSLATE_NOOP("Doctor", "a display")
    TESTS = QT_TRANSLATE_NOOP("Doctor", "programs for tests in a window")


class State(Enum):
    """How a thing stands; a NOTE lacks nothing that could be installed."""

    OK = QT_TRANSLATE_NOOP("Doctor", "ok")
    MISSING = QT_TRANSLATE_NOOP("Doctor", "missing")
    NOTE = QT_TRANSLATE_NOOP("Doctor", "note")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing examined. `advice` is a sentence to be translated; `package` is the one of Debian that holds it."""

    purpose: Purpose
    state: State
    subject: str
    version: str = ""
    advice: str = ""
    package: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All that was examined on one machine."""

    items: tuple[Item, ...]
    has_apt: bool
    is_root: bool

    @property
    def missing(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.state is State.MISSING)

    @property
    def packages(self) -> tuple[str, ...]:
        """The Debian packages that would mend what is missing, each once."""
        return tuple(dict.fromkeys(item.package for item in self.missing if item.package))

    def only(self, purposes: Iterable[Purpose]) -> Report:
        """The part of the report that serves these purposes."""
        wanted = frozenset(purposes)
        return Report(tuple(item for item in self.items if item.purpose in wanted), self.has_apt, self.is_root)


# Tried on a bare Debian: each package draws in the further libraries that Qt needs beside these.
_LIBRARIES: Final = (
    (Purpose.DRAWING, "libglib-2.0.so.0", "libglib2.0-0"),
    (Purpose.DRAWING, "libGL.so.1", "libgl1"),
    (Purpose.DRAWING, "libEGL.so.1", "libegl1"),
    (Purpose.DRAWING, "libxkbcommon.so.0", "libxkbcommon0"),
    (Purpose.DRAWING, "libdbus-1.so.3", "libdbus-1-3"),
    (Purpose.DRAWING, "libfontconfig.so.1", "libfontconfig1"),
    (Purpose.WINDOW, "libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    (Purpose.WINDOW, "libxcb-cursor.so.0", "libxcb-cursor0"),
    (Purpose.WINDOW, "libxcb-icccm.so.4", "libxcb-icccm4"),
    (Purpose.WINDOW, "libxcb-keysyms.so.1", "libxcb-keysyms1"),
    (Purpose.WINDOW, "libxcb-shape.so.0", "libxcb-shape0"),
)
_PROGRAMS: Final = (
    ("Xvfb", "xvfb"),
    ("xauth", "xauth"),
    ("xdotool", "xdotool"),
    ("dbus-run-session", "dbus"),
    ("at-spi-bus-launcher", "at-spi2-core"),
)
_HELPERS: Final = "/usr/libexec"
"""Where programs lie that nobody types."""
_PACKAGES: Final = ("PySide6-Essentials", "torch", "numpy", "pyqtgraph", "psutil")
_MODULES: Final = ("PySide6", *_PACKAGES[1:])
_CHINESE_PACKAGE: Final = "fonts-droid-fallback"
_CHINESE_FILE: Final = re.compile(
    r"cjk|droidsansfallback|wqy|uming|ukai|source ?han|simsun|simhei|msyh|notosans(sc|tc)", re.I
)
_FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")

_REINSTALL = QT_TRANSLATE_NOOP("Doctor", "install LazyGUI again.")
_OLD_PYTHON = QT_TRANSLATE_NOOP("Doctor", "LazyGUI needs 3.11 or newer.")
_NO_VENV = QT_TRANSLATE_NOOP("Doctor", "without it, python -m venv fails.")
_BAD_PYSIDE = QT_TRANSLATE_NOOP(
    "Doctor", "it crashes on this Python: pip install 'PySide6-Essentials<6.12', or take Python 3.12."
)
_BOXES = QT_TRANSLATE_NOOP("Doctor", "none: Chinese is drawn as boxes.")
_NO_DISPLAY = QT_TRANSLATE_NOOP("Doctor", "none: the window cannot open here, but lazygui run, code and doctor work.")
_ALL_WELL = QT_TRANSLATE_NOOP("Doctor", "Nothing is missing.")
_TYPE_THIS = QT_TRANSLATE_NOOP("Doctor", "To install what the system lacks, type:")
_NO_APT = QT_TRANSLATE_NOOP("Doctor", "Install, with the package manager of this system, what provides: {names}.")

DEFAULT: Final = frozenset(Purpose) - {Purpose.SETUP, Purpose.TESTS}
SETUP: Final = frozenset({Purpose.SETUP, Purpose.DRAWING, Purpose.WINDOW, Purpose.CHINESE})


def examine(purposes: Iterable[Purpose] = Purpose) -> Report:
    """Look at what serves these purposes. Packages, fonts and programs take some tens of milliseconds."""
    looks: dict[Purpose, Callable[[], Iterable[Item]]] = {
        Purpose.PACKAGE: lambda: (_python(), *_packages()),
        Purpose.SETUP: lambda: (_venv(),),
    }
    # Wheels of Qt for other systems bring their libraries along.
    if sys.platform.startswith("linux"):
        looks |= {
            Purpose.DRAWING: lambda: _libraries(Purpose.DRAWING),
            Purpose.WINDOW: lambda: _libraries(Purpose.WINDOW),
            Purpose.CHINESE: lambda: (_chinese(),),
            Purpose.DISPLAY: lambda: (_display(),),
            Purpose.TESTS: _programs,
        }
    wanted = frozenset(purposes)
    items = tuple(item for purpose, look in looks.items() if purpose in wanted for item in look())
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return Report(items, shutil.which("apt-get") is not None, is_root)


def has_packages() -> bool:
    """Whether every Python package is there: a quick question before the exact one of `examine`."""
    return all(importlib.util.find_spec(module) is not None for module in _MODULES)


def install_line(report: Report) -> str | None:
    """Return the one line that installs what is missing, or None: nothing is, or apt-get is not known here."""
    if not report.packages or not report.has_apt:
        return None
    sudo = "" if report.is_root else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(report.packages)}"


def install(report: Report) -> None:
    """Run the line, where that is allowed without asking for a password; otherwise do nothing."""
    sudo = _sudo(report)
    if sudo is None or install_line(report) is None:
        return
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    subprocess.run([*apt, "update"], check=False)
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *report.packages], check=False)
    importlib.invalidate_caches()


def describe(report: Report, translate: Translate) -> str:
    """Return the table and, below it, what to do."""
    rows = [
        (translate("Doctor", state.value), translate("Doctor", purpose.value), text)
        for state, purpose, text in _rows(report, translate)
    ]
    widths = [max((width(row[column]) for row in rows), default=0) for column in (0, 1)]
    lines = [f"{filled(state, widths[0])}  {filled(purpose, widths[1])}  {text}" for state, purpose, text in rows]
    return "\n".join([*lines, "", *_conclusion(report, translate)])


def main(argv: Sequence[str] | None = None, translate: Translate = english) -> int:
    """Print what this machine lacks. Return 0 if nothing, 1 otherwise; with `--setup`, 1 if the setup must stop."""
    options = _parser().parse_args(argv)
    purposes = SETUP if options.setup else DEFAULT | ({Purpose.TESTS} if options.tests else set())
    report = examine().only(purposes)
    if options.install and report.packages:
        install(report)
        report = examine().only(purposes)
    print(describe(report, translate), flush=True)
    # The program works without a Chinese font, so its absence stops no setup.
    fatal = report.only(SETUP - {Purpose.CHINESE}) if options.setup else report
    return 1 if fatal.missing else 0


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(prog="lazygui doctor", description="What this machine lacks for LazyGUI.")
    parser.add_argument("--install", action="store_true", help="install it, where no password is needed")
    parser.add_argument("--tests", action="store_true", help="also what tests in a real window need")
    parser.add_argument("--setup", action="store_true", help="only what must be there before the Python packages")
    return parser


def _python() -> Item:
    is_new = sys.version_info >= (3, 11)
    state = State.OK if is_new else State.MISSING
    return Item(Purpose.PACKAGE, state, "Python", platform.python_version(), "" if is_new else _OLD_PYTHON)


def _venv() -> Item:
    # Debian ships Python without ensurepip.
    is_there = importlib.util.find_spec("ensurepip") is not None
    package = f"python3.{sys.version_info.minor}-venv"
    return Item(Purpose.SETUP, State.OK if is_there else State.MISSING, "ensurepip", "", _NO_VENV, package)


def _packages() -> Iterator[Item]:
    # Costs as much as a third of a bare Qt; the window asks it only when something is wrong.
    from importlib import metadata

    for name in _PACKAGES:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Item(Purpose.PACKAGE, State.MISSING, name, "", _REINSTALL)
            continue
        is_bad = name == "PySide6-Essentials" and crashes(version, sys.version_info[:2])
        yield Item(Purpose.PACKAGE, State.MISSING if is_bad else State.OK, name, version, _BAD_PYSIDE if is_bad else "")


def crashes(pyside: str, python: tuple[int, int]) -> bool:
    """Whether this PySide6 loses references to None on this Python, and aborts after some thousands of calls."""
    major, minor = (int(part) for part in pyside.split(".")[:2])
    return (major, minor) >= (6, 12) and python < (3, 12)


def _libraries(wanted: Purpose) -> Iterator[Item]:
    for purpose, soname, package in _LIBRARIES:
        if purpose is wanted:
            yield Item(purpose, State.OK if _can_load(soname) else State.MISSING, soname, package=package)


def _can_load(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _programs() -> Iterator[Item]:
    for program, package in _PROGRAMS:
        is_there = shutil.which(program) or shutil.which(program, path=_HELPERS)
        state = State.OK if is_there else State.MISSING
        yield Item(Purpose.TESTS, state, program, package=package)


def _chinese() -> Item:
    font = _chinese_font()
    state = State.OK if font else State.MISSING
    return Item(Purpose.CHINESE, state, font, "", "" if font else _BOXES, _CHINESE_PACKAGE)


def _chinese_font() -> str:
    """The name of a font with Chinese signs, or nothing."""
    if program := shutil.which("fc-list"):
        command = [program, ":lang=zh", "family"]
        names = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
        return min(names, default="").split(",")[0]
    # A bare system has the fonts without the program that lists them.
    files = (file for folder in _FONT_FOLDERS for file in Path(folder).expanduser().rglob("*.[ot]t[cf]"))
    return min((file.stem for file in files if _CHINESE_FILE.search(file.stem)), default="")


def _display() -> Item:
    for variable in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        if value := os.environ.get(variable):
            return Item(Purpose.DISPLAY, State.OK, f"{variable}={value}")
    return Item(Purpose.DISPLAY, State.NOTE, "", "", _NO_DISPLAY)


def _sudo(report: Report) -> list[str] | None:
    """What to put before a command to run it as root, or None where a password would be asked for."""
    if report.is_root:
        return []
    sudo = shutil.which("sudo")
    if sudo is None or subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:
        return None
    return [sudo, "-n"]


def _rows(report: Report, translate: Translate) -> Iterator[tuple[State, Purpose, str]]:
    """One row for each purpose that has what it needs, one for each thing that is missing or to be noted."""
    for purpose in Purpose:
        items = [item for item in report.items if item.purpose is purpose]
        found = ", ".join(f"{item.subject} {item.version}".strip() for item in items if item.state is State.OK)
        if found:
            yield State.OK, purpose, found
        for item in items:
            if item.state is not State.OK:
                advice = item.advice and translate("Doctor", item.advice)
                yield item.state, purpose, ": ".join(filter(None, (f"{item.subject} {item.version}".strip(), advice)))


def _conclusion(report: Report, translate: Translate) -> Iterator[str]:
    if not report.missing:
        yield translate("Doctor", _ALL_WELL)
    elif line := install_line(report):
        yield translate("Doctor", _TYPE_THIS)
        yield f"    {line}"
    elif report.packages:
        names = ", ".join(item.subject or item.package or "" for item in report.missing if item.package)
        yield translate("Doctor", _NO_APT).format(names=names)


if __name__ == "__main__":
    sys.exit(main())
