"""The run as a show, by hand and keys: one layer at a time, forwards and back, with the same weights each time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QSlider

from lazygui.graph.results import NodeResult, State
from lazygui.storage.examples import Example, examples
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.canvas.token import TokenItem

Key = Qt.Key


@pytest.fixture
def stage(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    lazygui.canvas.view.setFocus()
    return lazygui


def press(robot: AppRobot, key: Qt.Key) -> None:
    robot.canvas.key(key)
    robot.wait_until_idle()


def known(robot: AppRobot) -> list[str]:
    results = robot.window.editor.results
    return [node for node in robot.window.editor.graph.nodes if results.state(node) is State.INITIALIZED]


def caption(robot: AppRobot) -> str:
    return find(robot.window, QLabel, "theatre.caption").text()


def weights(robot: AppRobot) -> Mapping[str, NodeResult | None]:
    """All that is known of the nodes, but for the time that they took."""
    results = robot.window.editor.results
    told = {node: results.result(node) for node in robot.window.editor.graph.nodes}
    return {node: replace(result, seconds=0) if result else None for node, result in told.items()}


def test_space_steps_and_b_goes_back(stage: AppRobot) -> None:
    press(stage, Key.Key_Space)
    assert known(stage) == ["x"]
    press(stage, Key.Key_Space)
    assert known(stage) == ["x", "fc1"]
    assert stage.node("fc1").weight_shape() == "256 × 20"
    assert caption(stage) == (
        "fc1: 2 × 20 → 2 × 256. LazyLinear became Linear. in_features = 20: the last axis of what arrived."
    )
    press(stage, Key.Key_B)
    assert known(stage) == ["x"]
    assert stage.node("fc1").state() is State.UNINITIALIZED


def test_the_keys_of_a_clicker_do_the_same_and_r_rewinds(stage: AppRobot) -> None:
    for _ in range(3):
        press(stage, Key.Key_PageDown)
    assert known(stage) == ["x", "fc1", "relu"]
    press(stage, Key.Key_PageUp)
    assert known(stage) == ["x", "fc1"]
    press(stage, Key.Key_R)
    assert known(stage) == []
    assert caption(stage) == "Nothing has been passed yet: no lazy layer knows its sizes."


def test_a_dragged_space_pans_and_steps_not(stage: AppRobot) -> None:
    view = stage.canvas.view
    middle = view.viewport().rect().center()
    before = view.mapToScene(middle)
    events.QTest.keyPress(view, Key.Key_Space)
    events.drag(view.viewport(), middle, middle + events.QPoint(60, 10))
    events.QTest.keyRelease(view, Key.Key_Space)
    assert view.mapToScene(middle) != before
    assert not stage.window.player.is_on


def test_the_buttons_and_the_bar_lead_through_the_pass(stage: AppRobot) -> None:
    find(stage.window, QPushButton, "run.step").click()
    stage.wait_until_idle()
    bar = find(stage.window, QSlider, "theatre.position")
    assert (bar.value(), bar.maximum()) == (1, 4)
    bar.setValue(4)
    assert known(stage) == ["x", "fc1", "relu", "fc2"]
    assert stage.status("parameters").startswith("7,946 parameters")
    find(stage.window, QPushButton, "run.back").click()
    assert (known(stage), bar.value()) == (["x", "fc1", "relu"], 3)
    stage.run.reset()
    assert not bar.isVisible()
    assert known(stage) == []


def test_it_plays(stage: AppRobot) -> None:
    find(stage.window, QPushButton, "run.play").click()
    stage.wait_until_idle()
    find(stage.window, QComboBox, "theatre.speed").setCurrentIndex(4)
    stage.qtbot.waitUntil(lambda: len(known(stage)) == 4, timeout=20_000)
    assert not stage.window.player.is_playing


def test_a_run_can_be_gone_back_through(stage: AppRobot) -> None:
    stage.run.sample()
    shown = weights(stage)
    press(stage, Key.Key_PageUp)
    assert known(stage) == ["x", "fc1", "relu"]
    press(stage, Key.Key_Space)
    assert weights(stage) == shown


def test_the_log_follows(stage: AppRobot) -> None:
    log = stage.window.log.model
    for _ in range(4):
        press(stage, Key.Key_Space)
    assert len(log.rows) == 6, "the beginning, four layers and the end"
    press(stage, Key.Key_B)
    assert len(log.rows) == 4
    press(stage, Key.Key_R)
    assert log.rows == []


def test_a_failing_step_says_why(open_lazygui: Callable[..., AppRobot]) -> None:
    robot = open_lazygui()
    robot.wait_until_ready()
    robot.direct.swap("fc2", "Linear")
    robot.direct.set_argument("fc2", "in_features", 3)
    robot.canvas.view.setFocus()
    for _ in range(4):
        press(robot, Key.Key_Space)
    assert robot.node("fc2").state() is State.FAILED
    assert "256" in caption(robot)
    press(robot, Key.Key_B)
    assert known(robot) == ["x", "fc1", "relu"]


def test_letters_of_the_show_begin_names_while_there_is_none(stage: AppRobot) -> None:
    stage.canvas.type("r")
    assert stage.quick_add.is_open
    stage.quick_add.escape()
    press(stage, Key.Key_Space)
    press(stage, Key.Key_R)
    assert not stage.quick_add.is_open


# The gate


@pytest.fixture
def asked(stage: AppRobot) -> AppRobot:
    """At the gate before fc1."""
    press(stage, Key.Key_Space)
    press(stage, Key.Key_P)
    press(stage, Key.Key_Space)
    assert find(stage.window, QLineEdit, "theatre.guess").hasFocus()
    return stage


def guess(robot: AppRobot, text: str) -> str:
    """Answer, and return the hint."""
    field = find(robot.window, QLineEdit, "theatre.guess")
    field.selectAll()
    events.type_text(field, text)
    events.key(field, Key.Key_Return)
    robot.wait_until_idle()
    hint = find(robot.window, QLabel, "theatre.hint")
    return hint.text() if hint.isVisible() else ""


def test_the_gate_says_which_axis_is_wrong_and_opens_at_the_right_answer(asked: AppRobot) -> None:
    assert guess(asked, "2, 20") == "Axis 1, counted from 0, is another."
    assert guess(asked, "7, 20") == "The axes 0, 1, counted from 0, are others."
    assert guess(asked, "2, 3, 4") == "It has another number of axes than 3."
    assert "such as 2, 256" in guess(asked, "many")
    assert known(asked) == ["x"]
    assert guess(asked, "2x256") == ""
    assert known(asked) == ["x", "fc1"]
    assert find(asked.window, QLabel, "theatre.score").text() == "0 of 1 at once"


def test_who_knows_at_once_scores_and_who_gives_up_is_shown(asked: AppRobot) -> None:
    guess(asked, "2 256")
    press(asked, Key.Key_Space)
    events.key(find(asked.window, QLineEdit, "theatre.guess"), Key.Key_Escape)
    asked.wait_until_idle()
    assert known(asked) == ["x", "fc1", "relu"]
    assert find(asked.window, QLabel, "theatre.score").text() == "1 of 2 at once"


def test_nothing_is_given_away_while_shapes_are_predicted(asked: AppRobot) -> None:
    assert asked.canvas.edge_label("fc2") == ""
    asked.choose("run.predict")
    asked.wait_until_idle()
    assert known(asked) == ["x", "fc1"], "the question is answered"
    assert asked.canvas.edge_label("fc2") != ""


def test_going_back_takes_the_question_away(asked: AppRobot) -> None:
    asked.choose("run.back")
    assert not find(asked.window, QLineEdit, "theatre.guess").isVisible()
    assert known(asked) == []


# What moves


def test_the_tensor_walks_and_arrives(open_lazygui: Callable[..., AppRobot]) -> None:
    robot = open_lazygui(is_animated=True)
    robot.wait_until_ready()
    scene = robot.canvas.view.canvas_scene
    robot.canvas.view.setFocus()
    press(robot, Key.Key_Space)
    robot.canvas.key(Key.Key_Space)
    robot.qtbot.waitUntil(lambda: any(isinstance(item, TokenItem) for item in scene.items()))
    assert robot.node("fc1").state() is State.RUNNING
    robot.wait_until_idle()
    assert robot.node("fc1").state() is State.INITIALIZED
    assert not any(isinstance(item, TokenItem) for item in scene.items())


# The same weights


@pytest.mark.parametrize("seed", [0, 41])
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.id)
def test_stepping_is_running_and_so_is_going_back_and_on(
    example: Example, seed: int, open_lazygui: Callable[..., AppRobot]
) -> None:
    dialogs = ScriptedDialogs()
    dialogs.allows = True
    robot = open_lazygui(path=example.file, live_shapes=False, dialogs=dialogs)
    robot.wait_until_ready()
    robot.window.runs.seed = seed
    player = robot.window.player
    robot.choose("run.step")
    robot.wait_until_idle()
    while player.can_step:
        player.step()
    stepped = weights(robot)
    assert all(stepped.values())
    while player.can_go_back:
        player.back()
    assert not any(weights(robot).values())
    while player.can_step:
        player.step()
    assert weights(robot) == stepped
    robot.run.sample()
    assert weights(robot) == stepped
