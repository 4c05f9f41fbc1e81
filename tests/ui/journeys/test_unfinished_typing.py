"""A command takes over what is still being typed: what is saved or run is what the person sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from lazygui.storage import files
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot, find

Act = Callable[[AppRobot], object]


def name_on_the_card(robot: AppRobot) -> QLineEdit:
    robot.canvas.double_click("fc1")
    return find(robot.window, QLineEdit, "canvas.name")


def argument_on_the_card(robot: AppRobot) -> QLineEdit:
    robot.canvas.double_click_arguments("fc1")
    field = robot.canvas.argument_field()
    assert isinstance(field, QLineEdit)
    return field


def name_in_the_inspector(robot: AppRobot) -> QLineEdit:
    robot.canvas.click("fc1")
    return find(robot.window, QLineEdit, "inspector.name")


def argument_in_the_inspector(robot: AppRobot) -> QLineEdit:
    robot.canvas.click("fc1")
    return find(robot.window, QLineEdit, "inspector.argument.out_features")


FIELDS = {
    "name on the card": (name_on_the_card, "hidden"),
    "argument on the card": (argument_on_the_card, "64"),
    "name in the inspector": (name_in_the_inspector, "hidden"),
    "argument in the inspector": (argument_in_the_inspector, "64"),
}


def fill(robot: AppRobot, name: str) -> QLineEdit:
    where, text = FIELDS[name]
    field = where(robot)
    field.setFocus()
    field.selectAll()
    events.type_text(field, text)
    return field


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_typed_is_saved(name: str, open_lazygui: Callable[..., AppRobot], tmp_path: Path) -> None:
    dialogs = ScriptedDialogs()
    dialogs.path = tmp_path / "net.lazygui.json"
    robot = open_lazygui(dialogs=dialogs)
    fill(robot, name)
    robot.keys("Ctrl+S")
    saved = files.open_file(dialogs.path)
    node = "fc1" if "argument" in name else "hidden"
    assert saved.nodes[node].value("out_features") == (64 if "argument" in name else 256)


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_typed_is_run(name: str, lazygui: AppRobot) -> None:
    fill(lazygui, name)
    lazygui.keys("F5")
    lazygui.wait_until_idle()
    node = "fc1" if "argument" in name else "hidden"
    assert lazygui.node(node).weight_shape() == ("64 × 20" if "argument" in name else "256 × 20")


def test_a_field_that_stays_keeps_the_focus(lazygui: AppRobot) -> None:
    field = fill(lazygui, "argument in the inspector")
    lazygui.keys("F5")
    assert QApplication.focusWidget() is field


def test_leaving_a_name_renames_if_it_can_be_and_escape_gives_up(lazygui: AppRobot) -> None:
    fill(lazygui, "name on the card")
    lazygui.canvas.click("relu")
    assert "hidden" in lazygui.canvas.node_names()
    lazygui.keys("Ctrl+Z")
    field = fill(lazygui, "name on the card")
    events.key(field, Qt.Key.Key_Escape)
    assert "hidden" not in lazygui.canvas.node_names()
    lazygui.canvas.double_click("fc1")
    field = find(lazygui.window, QLineEdit, "canvas.name")
    field.setText("relu")
    lazygui.canvas.click("x")
    assert lazygui.canvas.node_names() == ["x", "fc1", "relu", "fc2"]
