"""What moves, in the whole window: robots wait until it stands still, and a person can have none of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF

from lazygui.graph.model import Point
from lazygui.testing.robots import AppRobot


def test_to_wait_until_idle_is_to_wait_until_all_stands_still(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = open_lazygui(live_shapes=False, is_animated=True)
    motion = lazygui.window.canvas.canvas_scene.motion
    before = lazygui.window.editor.graph.layout
    lazygui.canvas.click("relu")
    lazygui.window.canvas.move_selection(0, 4)
    assert motion.is_running
    lazygui.wait_until_idle()
    assert not motion.is_running
    lazygui.keys("Ctrl+Z")
    lazygui.wait_until_idle()
    assert lazygui.window.editor.graph.layout == before
    item = lazygui.window.canvas.canvas_scene.nodes["relu"]
    assert item.mapToScene(QPointF()) == item.pos()


def test_nothing_moves_in_a_test_that_does_not_ask_for_it(lazygui: AppRobot) -> None:
    lazygui.canvas.click("relu")
    lazygui.window.canvas.move_selection(0, 4)
    lazygui.choose("view.fit")
    assert not lazygui.window.canvas.canvas_scene.motion.is_running


def test_reduced_motion_ends_what_moves_and_stays(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = open_lazygui(live_shapes=False, is_animated=True)
    lazygui.canvas.click("relu")
    lazygui.window.canvas.move_selection(0, 4)
    lazygui.choose("view.reduce_motion")
    assert not lazygui.window.canvas.canvas_scene.motion.is_running
    lazygui.keys("Ctrl+Z")
    assert not lazygui.window.canvas.canvas_scene.motion.is_running
    assert lazygui.window.settings.reduces_motion is True


def test_the_grid_can_be_left_from_the_menu(lazygui: AppRobot) -> None:
    lazygui.choose("view.zoom_reset")
    lazygui.choose("view.snap_to_grid")
    place = lazygui.window.editor.graph.place("relu")
    lazygui.canvas.drag_node("relu", 7, 131)
    assert lazygui.window.editor.graph.place("relu") == Point(place.x + 7, place.y + 131)
