"""The sheet of all keys and gestures: nothing is missing, nothing is cut off, and it is searched."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from lazygui.testing import events
from lazygui.testing.robots import AppRobot
from lazygui.ui.actions import shortcut_table
from lazygui.ui.cheat_sheet import CheatSheet, Line, columns
from lazygui.ui.gesture_table import GESTURES


def opened(robot: AppRobot) -> CheatSheet:
    sheet = robot.window.findChild(CheatSheet)
    assert sheet is not None
    return sheet


@pytest.fixture
def sheet(lazygui: AppRobot) -> CheatSheet:
    lazygui.canvas.view.setFocus()
    lazygui.keys("?")
    return opened(lazygui)


def test_every_command_with_keys_and_every_gesture_is_on_it(sheet: CheatSheet) -> None:
    said = [label.text() for label in sheet.findChildren(QLabel)]
    assert {row.text for row in shortcut_table()} | {spec.effect for spec in GESTURES} <= set(said)
    assert len(sheet.shown) == len(shortcut_table()) + len(GESTURES)


def test_it_is_searched_by_words_keys_and_menus(sheet: CheatSheet) -> None:
    sheet.field.setText("align top")
    assert [line.text for line in sheet.shown] == ["Align Top Edges"]
    sheet.field.setText("f11")
    assert [line.text for line in sheet.shown] == ["Projector Mode"]
    sheet.field.setText("nonsense")
    assert sheet.shown == ()
    assert "Try another word" in " ".join(label.text() for label in sheet.area.findChildren(QLabel))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_it_closes_by_the_key_that_opened_it_and_by_escape(sheet: CheatSheet, key: Qt.Key) -> None:
    events.key(sheet.field, key)
    assert not sheet.isVisible()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(960, 600), (1600, 1000)])
def test_nothing_is_cut_off(size: tuple[int, int], language: str, open_lazygui: Callable[..., AppRobot]) -> None:
    robot = open_lazygui(size=size, language=language)
    robot.choose("help.shortcuts")
    sheet = opened(robot)
    QApplication.processEvents()
    assert sheet.width() <= size[0]
    assert sheet.area.widget().minimumSizeHint().width() <= sheet.area.viewport().width()
    cut = [
        label.text()
        for label in sheet.area.findChildren(QLabel)
        if not label.wordWrap() and label.width() < label.sizeHint().width()
    ]
    assert cut == []
    sheet.close()


def test_columns_are_of_about_one_height_and_lose_nothing() -> None:
    lines = tuple(Line(f"menu {number // 20}", str(number), ("k",)) for number in range(100))
    parts = columns(lines, 3)
    assert len(parts) == 3
    assert tuple(line for part in parts for line in part) == lines
    assert max(map(len, parts)) - min(map(len, parts)) < 10
    assert columns((), 3) == []
