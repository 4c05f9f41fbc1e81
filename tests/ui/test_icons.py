"""Icons: every drawing is on the same grid, and is painted in the theme's colour at any resolution."""

from __future__ import annotations

import gc
import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from lazygui import resources
from lazygui.ui import icons
from lazygui.ui.theme import DARK, LIGHT, Theme

NEEDED = {
    *("run", "stop", "reset", "undo", "redo", "new", "open", "save", "zoom-in", "zoom-out", "fit", "search", "copy"),
    *("delete", "language", "sun", "moon", "code", "warning", "chevron-down", "chevron-right"),
}


def picture(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(20, 20), 2.0, mode).toImage()


def darkest(image: QImage) -> QColor:
    """Return the colour of the most opaque pixel."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda color: color.alpha())


def test_the_icons_that_the_window_needs_are_there() -> None:
    assert set(icons.names()) >= NEEDED


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_drawn_on_the_grid_in_the_current_color(name: str) -> None:
    text = resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == f"0 0 {icons.GRID} {icons.GRID}"
    assert (root.get("stroke"), root.get("stroke-width"), root.get("stroke-linecap")) == (
        "currentColor",
        "1.6",
        "round",
    )
    assert "#" not in text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_painted_in_the_color_of_the_theme(qtbot: QtBot, name: str, theme: Theme) -> None:
    assert darkest(picture(icons.icon(name, theme))).name() == QColor(theme.text).name()


def test_a_role_gives_another_color_and_disabled_is_fainter(qtbot: QtBot) -> None:
    icon = icons.icon("stop", LIGHT, "error")
    assert darkest(picture(icon)).name() == QColor(LIGHT.error).name()
    assert darkest(picture(icon, QIcon.Mode.Disabled)).lightness() > QColor(LIGHT.error).lightness()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_is_crisp_at_every_scale(qtbot: QtBot, ratio: float) -> None:
    pixmap = icons.icon("run", LIGHT).pixmap(QSize(20, 20), ratio)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (20 * ratio, ratio)
    own = icons.pixmap("run", QColor("red"), 20, ratio)
    assert (own.width(), own.devicePixelRatio()) == (20 * ratio, ratio)


def test_an_icon_outlives_the_collection_of_its_engine(qtbot: QtBot) -> None:
    copy = QIcon(icons.icon("run", LIGHT))
    gc.collect()
    assert darkest(picture(copy)).name() == QColor(LIGHT.text).name()


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        icons.icon("no-such-icon", LIGHT)
