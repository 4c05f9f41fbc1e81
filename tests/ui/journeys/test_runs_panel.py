"""The latest runs in their panel: listed, shown again, compared, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from lazygui.graph.edits import MoveNodes, SetArgument
from lazygui.graph.model import Graph, Point
from lazygui.graph.results import State
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.runs.panel import RunsPanel

Key = Qt.Key


@pytest.fixture
def robot(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    return lazygui


def panel(robot: AppRobot) -> RunsPanel:
    events.key(robot.canvas.view, Key.Key_9, Qt.KeyboardModifier.AltModifier)
    robot.wait_until_idle()
    return robot.window.runs_panel


def run_with(robot: AppRobot, *shape: int) -> None:
    robot.window.editor.do(SetArgument("x", "shape", shape))
    robot.run.sample()


def test_each_run_is_a_row(robot: AppRobot) -> None:
    robot.run.sample()
    robot.window.runs.seed = 7
    robot.run.sample()
    (first, second) = panel(robot).model.rows
    assert (first[0], first[2:5]) == ("1", ("0", "eval", "2 × 20"))
    assert (second[0], second[2], second[5], second[6], second[8]) == ("2", "7", "2 × 10", "7,946", "finished")


def test_a_failed_run_says_why(robot: AppRobot) -> None:
    robot.window.editor.select(("fc2",))
    robot.window.editor.swap_selection("nn.Conv2d")
    robot.run.sample()
    (row,) = panel(robot).model.rows
    assert "“conv1” must be 3 or 4" in row[8]
    assert row[6] == ""


def test_enter_shows_an_earlier_run_again(robot: AppRobot) -> None:
    robot.run.sample()
    before = robot.window.editor.results.result("fc1")
    robot.window.runs.seed = 7
    robot.run.sample()
    robot.window.editor.do(MoveNodes({"fc1": Point(300, 200)}))
    assert robot.window.editor.results.result("fc1") != before
    shown = panel(robot)
    shown.view.setCurrentIndex(shown.model.index(0, 0))
    events.key(shown.view, Key.Key_Return)
    robot.wait_until_idle()
    assert robot.window.editor.results.result("fc1") == before


def test_a_run_of_another_drawing_is_not_shown_on_this_one(robot: AppRobot) -> None:
    robot.run.sample()
    robot.window.editor.do(SetArgument("fc1", "out_features", 64))
    shown = panel(robot)
    events.key(shown.view, Key.Key_Return)
    assert robot.window.editor.results.state("fc1") is State.UNINITIALIZED
    assert find(shown, QLabel, "runs.note").text() == "Run 1 was of another drawing: undo until it is there again."
    robot.window.editor.undo()
    events.key(shown.view, Key.Key_Return)
    assert robot.window.editor.results.state("fc1") is State.INITIALIZED


def test_two_that_are_chosen_are_compared_and_copied(robot: AppRobot) -> None:
    robot.run.sample()
    run_with(robot, 2, 30)
    shown = panel(robot)
    shown.focus_list()
    events.key(shown.view, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    rows = {row[0]: row for row in shown.differences.rows}
    assert rows["fc1"][1:6] == (
        "2 × 256",
        "2 × 256",
        "weight 256 × 20, bias 256",
        "weight 256 × 30, bias 256",
        "other shapes",
    )
    assert rows["relu"][5] == ""
    assert 1 in shown.differences.strong
    shown.copy.click()
    assert "| fc1 | 2 × 256 |" in QGuiApplication.clipboard().text()


def test_what_another_sample_did_is_said(robot: AppRobot) -> None:
    robot.run.sample()
    run_with(robot, 8, 20)
    message = find(robot.window, QLabel, "status.message")
    assert message.text() == "Only the batch changed, 2 to 8: every weight is as it was."
    run_with(robot, 8, 30)
    assert message.text() == (
        "The sample changed from 8 × 20 to 8 × 30: fresh modules, with other weight shapes: "
        "fc1.weight 256 × 20 → 256 × 30."
    )
    robot.canvas.click("fc1")
    remarks = find(robot.window, QLabel, "inspector.remarks")
    assert remarks.text().startswith("In the run before it was 256 × 20.")
    robot.run.sample()
    assert "before" not in remarks.text()


def test_another_document_has_no_runs_yet(robot: AppRobot) -> None:
    robot.run.sample()
    robot.window.files.show_example(lambda: "", Graph())
    assert robot.window.runs_panel.kept.runs == ()
