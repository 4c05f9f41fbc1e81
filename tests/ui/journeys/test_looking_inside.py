"""Looking inside a node: its weights and outputs as pictures, a number read and set by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from lazygui.graph.edits import Remove, RenameNode
from lazygui.graph.initialization import WeightEdit
from lazygui.storage.examples import example
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.look.view import SHADES, Place, shade_of, shades_of
from lazygui.ui.theme import DARK, LIGHT
from lazygui.words.numbers import number_words

Key = Qt.Key


@pytest.fixture
def robot(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    lazygui.run.sample()
    lazygui.canvas.click("fc1")
    return lazygui


def told(robot: AppRobot, tile: int, row: int, column: int) -> str:
    picture = robot.look.view.picture
    assert picture is not None
    return number_words(picture.value(tile, row, column))


def test_the_weight_of_the_chosen_node_is_shown_and_read_by_keys(robot: AppRobot) -> None:
    robot.look.open()
    assert robot.look.facts() == "256 × 20"
    assert robot.look.view.names == ("out 256", "in 20")
    assert robot.look.number() == f"weight[0, 0] = {told(robot, 0, 0, 0)}"
    robot.look.press(Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Left)
    assert robot.look.number() == f"weight[1, 1] = {told(robot, 0, 1, 1)}"
    robot.look.press(Key.Key_Up, Key.Key_Up)
    assert robot.look.view.place == Place(0, 0, 1)
    assert robot.look.view.accessibleDescription() == robot.look.number()


def test_the_output_has_the_letters_of_its_axes(robot: AppRobot) -> None:
    robot.look.open()
    robot.look.choose("output")
    assert robot.look.view.names == ("N 2", "F 256")
    assert robot.look.number().startswith("output[0, 0] = ")
    assert not find(robot.look.dialog, QPushButton, "look.set").isVisible()


def test_a_click_goes_to_the_number_under_it(robot: AppRobot) -> None:
    robot.look.open()
    robot.look.dialog.resize(640, 1400)
    view = robot.look.view
    rect = view.tile_rect(0)
    spot = QPoint(int(rect.x() + rect.width() * 4.5 / 20), int(rect.y() + rect.height() * 100.5 / 256))
    events.click(view, spot)
    assert view.place == Place(0, 100, 4)


def test_a_number_is_set_by_hand_and_freed_again(robot: AppRobot) -> None:
    robot.look.open()
    before = robot.look.number()
    robot.look.set("42")
    assert robot.window.editor.graph.weights == (WeightEdit("fc1", "weight", (0, 0), 42),)
    assert robot.look.number() == "weight[0, 0] = 42"
    assert "net[0].weight[0, 0] = 42" in robot.window.code.code
    robot.run.sample()
    result = robot.window.editor.results.result("fc1")
    assert result is not None
    assert result.parameters[0].maximum == 42
    robot.look.free()
    assert robot.window.editor.graph.weights == ()
    assert robot.look.number() == before
    robot.window.editor.undo()
    robot.look.wait()
    assert robot.look.number() == "weight[0, 0] = 42"


def test_what_is_no_number_is_told_and_changes_nothing(robot: AppRobot) -> None:
    robot.look.open()
    robot.look.set("much")
    assert robot.look.facts() == "“much” is no number: write one, such as 0.5."
    assert robot.window.editor.graph.weights == ()


def test_kernels_are_tiles_that_page_keys_go_through(lazygui: AppRobot) -> None:
    lazygui.window.show_example(example("lenet"))
    lazygui.wait_until_ready()
    lazygui.run.sample()
    lazygui.canvas.click("0")
    lazygui.look.open()
    assert lazygui.look.facts() == "6 × 1 × 5 × 5 · 6 tiles"
    lazygui.look.press(Key.Key_PageDown, Key.Key_PageDown)
    assert lazygui.look.number() == f"weight[2, 0, 0, 0] = {told(lazygui, 2, 0, 0)}"
    lazygui.look.press(Key.Key_PageUp)
    assert lazygui.look.view.place.tile == 1


def test_the_window_follows_a_new_name_and_closes_when_its_node_goes(robot: AppRobot) -> None:
    robot.look.open()
    robot.window.editor.do(RenameNode("fc1", "first"))
    robot.look.choose("bias")
    assert robot.look.number().startswith("bias[0] = ")
    robot.window.editor.do(Remove(frozenset({"first"})))
    robot.wait_until_idle()
    assert not any(dialog.isVisible() for dialog in robot.window.findChildren(QDialog, "dialog.look"))


def test_a_node_that_has_not_run_has_no_inside(lazygui: AppRobot) -> None:
    lazygui.wait_until_ready()
    lazygui.canvas.click("fc1")
    lazygui.window.actions_table["run.look"].trigger()
    assert lazygui.window.findChildren(QDialog, "dialog.look") == []
    assert find(lazygui.window, QLabel, "status.message").text().startswith("Run a sample and choose a node")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_scale_is_the_same_on_both_sides_of_zero(theme: object) -> None:
    shades = shades_of(theme)  # type: ignore[arg-type]
    assert len(shades) == SHADES + 1
    assert (shade_of(-2, 2), shade_of(0, 2), shade_of(2, 2)) == (0, SHADES // 2, SHADES - 1)
    assert shade_of(float("inf"), 2) == SHADES - 1
    assert shade_of(float("nan"), 2) == SHADES
    low, high = QColor(shades[0]), QColor(shades[SHADES - 1])
    assert low.blue() > low.red()
    assert high.red() > high.blue()


def test_what_is_painted_is_the_colour_of_the_number(robot: AppRobot) -> None:
    robot.look.open()
    view = robot.look.view
    picture = view.picture
    assert picture is not None
    rect = view.tile_rect(0)
    spot = QPoint(int(rect.x() + rect.width() * 10.5 / 20), int(rect.y() + rect.height() * 128.5 / 256))
    place = view.place_at(spot)
    assert place is not None
    colour = view.grab().toImage().pixelColor(spot)
    assert colour == QColor(shades_of(LIGHT)[shade_of(picture.value(*place), view.limit)])
