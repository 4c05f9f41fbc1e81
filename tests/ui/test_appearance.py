"""The theme follows the choice, the choice is remembered, and Qt's own widgets wear the colours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.ui.appearance import STYLE, Appearance, faded, palette
from lazygui.ui.settings import Settings
from lazygui.ui.theme import DARK, LIGHT, Theme


def luminance(colour: QColor) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_a_choice_changes_the_theme_and_says_so(qtbot: QtBot, appearance: Appearance) -> None:
    with qtbot.waitSignal(appearance.theme_changed):
        appearance.set_choice("dark")
    assert (appearance.theme, appearance.choice) == (DARK, "dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)


def test_the_same_choice_again_is_no_change(qtbot: QtBot, appearance: Appearance) -> None:
    with qtbot.assertNotEmitted(appearance.theme_changed):
        appearance.set_choice("light")


def test_no_other_word_is_a_choice(appearance: Appearance) -> None:
    with pytest.raises(ValueError, match="pink"):
        appearance.set_choice("pink")


def test_a_choice_is_remembered(qapp: QApplication, store: QSettings) -> None:
    Appearance(Settings(store), qapp).set_choice("dark")
    again = Appearance(Settings(store), qapp)
    assert (again.choice, again.theme) == ("dark", DARK)
    again.set_choice("light")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)
def test_words_can_be_read_on_their_ground(colours: Theme) -> None:
    worn = palette(colours)
    for ground in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        assert contrast(worn.color(QPalette.ColorRole.Text), worn.color(ground)) >= 7
        assert contrast(QColor(colours.text_muted), worn.color(ground)) >= 4.5
    assert contrast(QColor(colours.on_accent), QColor(colours.accent)) >= 4.5
    assert contrast(faded(colours), QColor(colours.panel)) < contrast(QColor(colours.text_faint), QColor(colours.panel))


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert "#" not in STYLE.template.replace("QFrame#zoom", "")
