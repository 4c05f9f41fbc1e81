"""Each gesture has two paths, by hand and direct, and both end in the same drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint

from lazygui.testing.robots import AppRobot

Act = Callable[[AppRobot], object]


@dataclass(frozen=True)
class Gesture:
    """The gesture by hand, the same directly, and what to arrange first."""

    by_hand: Act
    direct: Act
    before: Act = lambda robot: None
    has_own_place: bool = False
    """Whether the hand alone says where a card comes to stand; then nodes and edges are compared, and no places."""


def add_loose(robot: AppRobot) -> None:
    robot.direct.add("LazyLinear", 312, 288)


def drag_a_step(robot: AppRobot) -> None:
    # The canvas is fitted, so a step of the grid is another number of pixels.
    moved = robot.canvas.at(0, 96) - robot.canvas.at(0, 0)
    robot.canvas.drag_node("relu", 0, moved.y())


def type_size(robot: AppRobot) -> None:
    robot.canvas.click("fc1")
    robot.inspector.set("out_features", "64")


def hand_over(*acts: Act) -> Act:
    def do_all(robot: AppRobot) -> None:
        for act in acts:
            act(robot)

    return do_all


GESTURES = {
    "append": Gesture(
        hand_over(lambda robot: robot.canvas.click("fc2"), lambda robot: robot.palette.enter("Dropout")),
        lambda robot: robot.direct.append("Dropout", "fc2"),
    ),
    "splice": Gesture(
        lambda robot: robot.palette.drag("Dropout", onto=robot.canvas.middle_of_edge("fc2")),
        lambda robot: robot.direct.splice("Dropout", "fc2"),
    ),
    "connect": Gesture(
        lambda robot: robot.canvas.connect("relu", "fc3"),
        lambda robot: robot.direct.connect("relu", "fc3"),
        before=add_loose,
    ),
    "disconnect": Gesture(
        hand_over(lambda robot: robot.canvas.click_edge("relu"), lambda robot: robot.keys("Delete")),
        lambda robot: robot.direct.disconnect("relu"),
    ),
    "carry an edge's end away": Gesture(
        lambda robot: robot.canvas.pick_up("relu", robot.canvas.output_of("relu") + QPoint(0, 150)),
        lambda robot: robot.direct.disconnect("relu"),
    ),
    "move": Gesture(drag_a_step, lambda robot: robot.direct.move("relu", 0, 96)),
    "rename": Gesture(
        hand_over(lambda robot: robot.canvas.double_click("fc1"), lambda robot: robot.canvas.rename_to("hidden")),
        lambda robot: robot.direct.rename("fc1", "hidden"),
    ),
    "set an argument": Gesture(type_size, lambda robot: robot.direct.set_argument("fc1", "out_features", 64)),
    "delete": Gesture(
        hand_over(lambda robot: robot.canvas.click("relu"), lambda robot: robot.keys("Delete")),
        lambda robot: robot.direct.delete("relu"),
    ),
    "duplicate": Gesture(
        hand_over(
            lambda robot: robot.canvas.click("fc1"),
            lambda robot: robot.canvas.click("relu", extend=True),
            lambda robot: robot.keys("Ctrl+D"),
        ),
        lambda robot: robot.direct.duplicate("fc1", "relu"),
    ),
    "group": Gesture(
        hand_over(
            lambda robot: robot.canvas.click("fc1"),
            lambda robot: robot.canvas.click("relu", extend=True),
            lambda robot: robot.keys("Ctrl+G"),
        ),
        lambda robot: robot.direct.group("fc1", "relu"),
    ),
    "take out": Gesture(
        hand_over(lambda robot: robot.canvas.click("relu"), lambda robot: robot.keys("X")),
        lambda robot: robot.direct.take_out("relu"),
    ),
    "pull out": Gesture(
        lambda robot: robot.canvas.pull_out("relu", 0, 120),
        lambda robot: robot.direct.take_out("relu"),
        has_own_place=True,
    ),
    "delete and close": Gesture(
        hand_over(lambda robot: robot.canvas.click("relu"), lambda robot: robot.keys("Ctrl+Backspace")),
        lambda robot: robot.direct.delete_closing("relu"),
    ),
    "swap": Gesture(
        hand_over(
            lambda robot: robot.canvas.click("relu"),
            lambda robot: robot.keys("S"),
            lambda robot: robot.quick_add.enter("GELU"),
        ),
        lambda robot: robot.direct.swap("relu", "GELU"),
    ),
    "drop an edge": Gesture(
        hand_over(
            lambda robot: robot.canvas.drop_edge("fc1", robot.canvas.output_of("fc1") + QPoint(20, 150)),
            lambda robot: robot.quick_add.enter("Dropout"),
        ),
        lambda robot: robot.direct.insert_from("fc1", "Dropout", 600, 300),
        has_own_place=True,
    ),
    "type to add": Gesture(
        hand_over(
            lambda robot: robot.canvas.click("fc2"),
            lambda robot: robot.canvas.type("d"),
            lambda robot: robot.quick_add.enter("Dropout"),
        ),
        lambda robot: robot.direct.append("Dropout", "fc2"),
    ),
    "edit on the card": Gesture(
        hand_over(
            lambda robot: robot.canvas.double_click_arguments("fc1"), lambda robot: robot.canvas.type_argument("64")
        ),
        lambda robot: robot.direct.set_argument("fc1", "out_features", 64),
    ),
    "set an argument of several": Gesture(
        hand_over(
            lambda robot: robot.canvas.click("fc1"),
            lambda robot: robot.canvas.click("fc2", extend=True),
            lambda robot: robot.inspector.set("out_features", "64"),
        ),
        lambda robot: robot.direct.set_arguments(("fc1", "fc2"), "out_features", 64),
    ),
    "copy": Gesture(
        lambda robot: robot.canvas.copy_node("fc1", 0, 120),
        lambda robot: robot.direct.duplicate("fc1"),
        has_own_place=True,
    ),
    "undo": Gesture(
        lambda robot: robot.keys("Ctrl+Z"),
        lambda robot: robot.direct.undo(),
        before=lambda robot: robot.direct.delete("relu"),
    ),
}


@pytest.mark.parametrize("name", GESTURES)
def test_a_gesture_by_hand_and_the_direct_one_end_in_the_same_drawing(
    name: str, open_lazygui: Callable[..., AppRobot]
) -> None:
    gesture, drawings = GESTURES[name], []
    for act in (gesture.by_hand, gesture.direct):
        robot = open_lazygui(live_shapes=False)
        gesture.before(robot)
        before = robot.window.editor.graph
        act(robot)
        assert robot.window.editor.graph != before, "nothing has happened"
        after = robot.window.editor.graph
        drawings.append((after.nodes, after.edges) if gesture.has_own_place else after)
        robot.window.hide()
    assert drawings[0] == drawings[1]


def test_a_collapsed_group_is_one_card_on_both_paths(lazygui: AppRobot) -> None:
    path = lazygui.direct.group("fc1", "relu")
    lazygui.canvas.collapse(path)
    seen = lazygui.canvas.node_names()
    lazygui.canvas.expand(path)
    lazygui.direct.collapse(path)
    assert lazygui.canvas.node_names() == seen
    lazygui.direct.expand(path)
    assert lazygui.canvas.collapsed() == []


def test_what_cannot_be_done_says_why(lazygui: AppRobot) -> None:
    add_loose(lazygui)
    said = lazygui.direct.why_not("relu", "fc1")
    assert "already fed by “x”" in said
    assert said == lazygui.canvas.hover_connection("relu", "fc1")
    assert lazygui.direct.why_not("relu", "fc3") == ""
    with pytest.raises(AssertionError, match="fc9"):
        lazygui.direct.delete("fc9")
    with pytest.raises(AssertionError, match="no layer is called 'Nothing'"):
        lazygui.direct.append("Nothing")
