"""What Qt needs of a machine, asked before Qt is imported: it aborts the process where a library or a display lacks."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.cli.documents import WrongError
from lazygui.words.problems import Translate

if TYPE_CHECKING:
    from types import ModuleType

    from lazygui.doctor import Report

_CANNOT_OPEN: Final = QT_TRANSLATE_NOOP("Cli", "the window cannot open, for something is missing:")
_CANNOT_DRAW: Final = QT_TRANSLATE_NOOP("Cli", "the figure cannot be drawn, for something is missing:")
_NO_DISPLAY: Final = QT_TRANSLATE_NOOP(
    "Cli",
    "there is no display to open the window on: set DISPLAY. lazygui run, check, figure, code and doctor need none.",
)


def app_for_window(translate: Translate) -> ModuleType:
    """Return `lazygui.app` where a window can open. Raises WrongError."""
    platform = os.environ.get("QT_QPA_PLATFORM") or ("wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb")
    return _app(platform.startswith("xcb"), _CANNOT_OPEN, translate)


def app_for_figures(translate: Translate) -> ModuleType:
    """Return `lazygui.app` where pictures can be drawn; from here on this process has no window. Raises WrongError."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _app(False, _CANNOT_DRAW, translate)


def _app(needs_x: bool, sentence: str, translate: Translate) -> ModuleType:
    from lazygui import doctor

    purposes = {doctor.Purpose.DRAWING}
    if needs_x:
        purposes |= {doctor.Purpose.WINDOW, doctor.Purpose.DISPLAY}
    if not doctor.has_packages():
        purposes.add(doctor.Purpose.PACKAGE)
    report = doctor.examine(purposes)
    if report.missing:
        raise _missing(report, sentence, translate)
    if any(item.state is not doctor.State.OK for item in report.items):
        raise WrongError(translate("Cli", _NO_DISPLAY))
    from lazygui import app

    if doctor.crashes(app.PYSIDE_VERSION, sys.version_info[:2]):
        raise _missing(doctor.examine({doctor.Purpose.PACKAGE}), sentence, translate)
    return app


def _missing(report: Report, sentence: str, translate: Translate) -> WrongError:
    from lazygui import doctor

    return WrongError(f"{translate('Cli', sentence)}\n{doctor.describe(report, translate)}")
