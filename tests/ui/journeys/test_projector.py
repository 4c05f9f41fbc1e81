"""Projector mode: what a class sees from the last row, and everything as it was afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from lazygui.graph.results import State
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.projector import TYPE_SCALE
from lazygui.ui.theme import DARK_CONTRAST, LIGHT_CONTRAST, Theme
from lazygui.ui.workspace import PANELS


def looks(robot: AppRobot) -> dict[str, object]:
    """All that projector mode changes."""
    window = robot.window
    zoom, centre, is_fitted = window.canvas.place
    return {
        "panels": [window.workspace.is_shown(panel) for panel in PANELS],
        "sizes": window.workspace.layout_state.data(),
        "bars": (window.menuBar().isVisible(), window.statusBar().isVisible()),
        "minimap": window.canvas.minimap.is_wanted,
        "theme": window.appearance.theme.name,
        "state": window.windowState() & Qt.WindowState.WindowFullScreen,
        "zoom": round(zoom, 6),
        "centre": centre.toPoint() if not is_fitted else None,
        "fonts": {w.objectName(): w.font().pixelSize() for w in window.bar.findChildren(QWidget) if w.objectName()},
    }


def test_it_takes_away_what_is_small_and_makes_the_rest_large(lazygui: AppRobot) -> None:
    run = find(lazygui.window, QPushButton, "run.sample")
    before = run.font().pixelSize()
    lazygui.keys("F11")
    QApplication.processEvents()
    assert not any(lazygui.window.workspace.is_shown(panel) for panel in PANELS)
    assert not lazygui.window.menuBar().isVisible()
    assert 1.5 <= run.font().pixelSize() / before <= 2
    assert lazygui.window.isFullScreen()
    assert lazygui.menu("view.projector").isChecked()
    lazygui.window.resize(3000, 1200)
    QApplication.processEvents()
    assert lazygui.window.canvas.place[0] == pytest.approx(TYPE_SCALE), "a small drawing is drawn larger than at zoom 1"


@pytest.mark.parametrize("way", ["F11", "Escape"])
def test_everything_comes_back_as_it_was(way: str, lazygui: AppRobot) -> None:
    lazygui.choose("view.palette")
    lazygui.canvas.wheel(1)
    before = looks(lazygui)
    lazygui.keys("F11")
    QApplication.processEvents()
    assert looks(lazygui) != before
    lazygui.keys(way)
    QApplication.processEvents()
    assert looks(lazygui) == before
    assert not lazygui.menu("view.projector").isChecked()


def test_what_was_fitted_is_fitted_again(lazygui: AppRobot) -> None:
    before = looks(lazygui)
    lazygui.keys("F11")
    lazygui.keys("F11")
    QApplication.processEvents()
    assert looks(lazygui) == before


def test_the_lesson_is_given_in_it_by_keys_alone(lazygui: AppRobot) -> None:
    lazygui.keys("F11")
    lazygui.keys("F5")
    lazygui.wait_until_idle()
    assert lazygui.node("fc2").state() is State.INITIALIZED
    lazygui.keys("B")
    assert lazygui.node("fc2").state() is State.UNINITIALIZED


def test_a_window_that_is_closed_in_it_is_a_normal_one_next_time(open_lazygui: Callable[..., AppRobot]) -> None:
    robot = open_lazygui()
    robot.keys("F11")
    robot.window.editor.document.mark_saved()
    robot.window.close()
    again = open_lazygui()
    assert all(again.window.workspace.is_shown(panel) for panel in PANELS)
    assert not again.window.isFullScreen()


def luminance(colour: QColor) -> float:
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return sum(share * channel for share, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


@pytest.mark.parametrize("theme", [LIGHT_CONTRAST, DARK_CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    "words",
    ["text", "text_muted", "text_faint", "accent", "unknown", "idle", "running", "ready", "half", "error", "warning"],
)
def test_words_stand_out_seven_to_one(words: str, theme: Theme) -> None:
    for ground in (theme.window, theme.panel, theme.canvas, theme.card, theme.field):
        dark, light = sorted((luminance(QColor(getattr(theme, words))), luminance(QColor(ground))))
        assert (light + 0.05) / (dark + 0.05) >= 7, ground
