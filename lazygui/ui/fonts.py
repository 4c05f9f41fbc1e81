"""The fonts that the program brings along, so that it looks and measures the same everywhere."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from lazygui import resources


def load() -> tuple[str, ...]:
    """Make the fonts of the assets known to Qt and return their families; needs a QGuiApplication."""
    files = sorted(resources.path("fonts").glob("*.[ot]tf"))
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return tuple(family for number in numbers for family in QFontDatabase.applicationFontFamilies(number))
