"""Aligning, spreading and tidying on the canvas, and the choice that follows edges."""

from __future__ import annotations

from collections.abc import Callable

from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point
from lazygui.testing.robots import AppRobot


def scattered(lazygui: AppRobot) -> AppRobot:
    places = {"x": Point(0, 0), "fc1": Point(300, 100), "relu": Point(900, 260), "fc2": Point(1000, 500)}
    lazygui.window.editor.do(MoveNodes(places))
    lazygui.window.canvas.setFocus()
    return lazygui


def places(lazygui: AppRobot) -> dict[str, Point]:
    return dict(lazygui.window.editor.graph.layout)


def test_cards_are_aligned_by_a_key_in_one_step(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = scattered(open_lazygui(live_shapes=False))
    before = places(lazygui)
    lazygui.window.editor.select(("fc1", "fc2"))
    lazygui.keys("Alt+Shift+Up")
    assert places(lazygui) == {**before, "fc2": Point(1000, 100)}
    assert lazygui.words("edit.undo") == "Undo alignment of fc2"
    lazygui.keys("Ctrl+Z")
    assert places(lazygui) == before


def test_middles_are_those_of_the_cards_as_they_are_drawn(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = scattered(open_lazygui(live_shapes=False))
    lazygui.window.editor.select(("x", "fc1"))
    lazygui.choose("arrange.middle")
    scene = lazygui.window.canvas.canvas_scene
    assert scene.cards_rect(("x",)).height() != scene.cards_rect(("fc1",)).height()
    assert scene.cards_rect(("x",)).center().y() == scene.cards_rect(("fc1",)).center().y()


def test_three_cards_are_spaced_evenly(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = scattered(open_lazygui(live_shapes=False))
    lazygui.window.editor.select(("x", "fc1", "fc2"))
    lazygui.keys("Alt+Shift+H")
    assert places(lazygui)["fc1"] == Point(500, 100)


def test_what_cannot_be_arranged_is_not_offered(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = open_lazygui(live_shapes=False)
    editor = lazygui.window.editor
    offered = ("arrange.left", "arrange.vertically", "edit.upstream")

    def enabled() -> list[bool]:
        return [lazygui.menu(action).isEnabled() for action in offered]

    editor.select()
    assert enabled() == [False, False, False]
    editor.select(("fc1",))
    assert enabled() == [False, False, True]
    editor.select(("fc1", "fc2"))
    assert enabled() == [True, False, True]
    editor.select_all()
    assert enabled() == [True, True, True]


def test_a_collapsed_group_is_aligned_as_one_card(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = scattered(open_lazygui(live_shapes=False))
    editor = lazygui.window.editor
    editor.select(("fc1", "relu"))
    group = editor.group_selection()
    assert group is not None
    editor.collapse(group)
    before = places(lazygui)
    editor.select((*editor.selected_nodes, "x"))
    lazygui.choose("arrange.top")
    after = places(lazygui)
    assert after[f"{group}.fc1"] == Point(300, 0)
    assert after[f"{group}.relu"].y - after[f"{group}.fc1"].y == before[f"{group}.relu"].y - before[f"{group}.fc1"].y


def test_tidying_lays_the_whole_drawing_out_in_one_step(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = scattered(open_lazygui(live_shapes=False))
    before = places(lazygui)
    lazygui.window.editor.select(("relu",))
    lazygui.keys("Ctrl+Shift+L")
    assert len({place.y for place in places(lazygui).values()}) == 1
    assert lazygui.words("edit.undo") == "Undo tidying of 3 nodes"
    lazygui.keys("Ctrl+Shift+L")
    assert lazygui.words("edit.undo") == "Undo tidying of 3 nodes"
    lazygui.keys("Ctrl+Z")
    assert places(lazygui) == before


def test_tidying_a_choice_leaves_the_others(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = scattered(open_lazygui(live_shapes=False))
    before = places(lazygui)
    lazygui.window.editor.select(("relu", "fc2"))
    lazygui.choose("arrange.tidy")
    after = places(lazygui)
    assert (after["x"], after["fc1"]) == (before["x"], before["fc1"])
    assert after["relu"].y == after["fc2"].y


def test_the_choice_grows_along_the_edges(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = open_lazygui(live_shapes=False)
    editor = lazygui.window.editor
    editor.select(("relu",))
    lazygui.window.canvas.setFocus()
    lazygui.keys("Ctrl+Shift+Right")
    assert editor.selected_nodes == {"relu", "fc2"}
    editor.select(("relu",))
    lazygui.keys("Ctrl+Shift+Left")
    assert editor.selected_nodes == {"x", "fc1", "relu"}
