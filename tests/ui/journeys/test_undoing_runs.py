"""A run is undone like an edit: everything is uninitialized again, with the same seed, and comes back the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lazygui.graph.edits import MoveNodes, SetArgument
from lazygui.graph.model import Point
from lazygui.graph.results import NodeResult, State
from lazygui.testing import events
from lazygui.testing.robots import AppRobot

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def robot(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    lazygui.canvas.view.setFocus()
    return lazygui


def undo(robot: AppRobot) -> None:
    events.key(robot.canvas.view, Key.Key_Z, CONTROL)
    robot.wait_until_idle()


def redo(robot: AppRobot) -> None:
    events.key(robot.canvas.view, Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    robot.wait_until_idle()


def states(robot: AppRobot) -> set[State]:
    return {robot.window.editor.results.state(node) for node in robot.window.editor.graph.nodes}


def known(robot: AppRobot) -> dict[str, NodeResult | None]:
    return {node: robot.window.editor.results.result(node) for node in robot.window.editor.graph.nodes}


def text(robot: AppRobot, command: str) -> str:
    return robot.window.actions_table[command].text().replace("&", "")


def test_undo_after_a_run_makes_everything_uninitialized_and_redo_brings_it_back(robot: AppRobot) -> None:
    robot.run.sample()
    before, seed = known(robot), robot.window.runs.seed
    assert text(robot, "edit.undo") == "Undo run"
    undo(robot)
    assert states(robot) == {State.UNINITIALIZED}
    assert robot.window.runs.seed == seed
    assert robot.window.log.model.rows == []
    assert robot.window.runs.parameter_count is None
    assert text(robot, "edit.redo") == "Redo run"
    redo(robot)
    assert known(robot) == before
    assert robot.window.runs.parameter_count == 7946
    assert not robot.window.editor.document.is_modified


def test_after_an_undone_run_another_one_shows_the_same_weights(robot: AppRobot) -> None:
    robot.run.sample()
    before = known(robot)["fc1"]
    undo(robot)
    robot.run.sample()
    after = known(robot)["fc1"]
    assert before is not None
    assert after is not None
    assert after.parameters == before.parameters


def test_edits_and_runs_are_undone_in_the_order_in_which_they_were_done(robot: AppRobot) -> None:
    robot.window.editor.do(SetArgument("fc1", "out_features", 64))
    robot.run.sample()
    robot.window.editor.do(MoveNodes({"fc1": Point(300, 300)}))
    undo(robot)
    assert robot.window.editor.graph.place("fc1") != Point(300, 300)
    assert states(robot) == {State.INITIALIZED}
    undo(robot)
    assert states(robot) == {State.UNINITIALIZED}
    assert robot.window.editor.graph.nodes["fc1"].value("out_features") == 64
    undo(robot)
    assert robot.window.editor.graph.nodes["fc1"].value("out_features") == 256


def test_an_edit_leaves_no_run_to_bring_back(robot: AppRobot) -> None:
    robot.run.sample()
    undo(robot)
    robot.window.editor.do(SetArgument("fc1", "out_features", 64))
    assert not robot.window.actions_table["edit.redo"].isEnabled()
    redo(robot)
    assert states(robot) == {State.UNINITIALIZED}


def test_steps_are_undone_as_one_and_come_back_as_far_as_they_were(robot: AppRobot) -> None:
    for _ in range(2):
        robot.canvas.key(Key.Key_Space)
        robot.wait_until_idle()
    undo(robot)
    assert states(robot) == {State.UNINITIALIZED}
    redo(robot)
    initialized = [node for node in known(robot) if robot.window.editor.results.state(node) is State.INITIALIZED]
    assert initialized == ["x", "fc1"]


def test_a_failed_run_is_no_step_of_its_own(robot: AppRobot) -> None:
    robot.window.editor.select(("fc2",))
    robot.window.editor.swap_selection("nn.Conv2d")
    robot.run.sample()
    assert State.FAILED in states(robot)
    undo(robot)
    assert robot.window.editor.graph.nodes["fc2"].type == "nn.LazyLinear"


def test_a_run_is_no_change_of_the_document(robot: AppRobot) -> None:
    robot.run.sample()
    position = robot.window.editor.document.position
    undo(robot)
    redo(robot)
    assert robot.window.editor.document.position == position
    assert not robot.window.editor.document.is_modified
