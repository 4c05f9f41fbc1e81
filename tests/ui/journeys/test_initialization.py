"""Weights are initialized after the dry run, as the person has said in the dialog; seen on cards, inspector and log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from lazygui.graph.initialization import KEEP, Initializer, InitRule
from lazygui.graph.initializing import SetInitialization
from lazygui.graph.results import NodeResult, State
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.run_log import NODE, WORDS

Key = Qt.Key
XAVIER, ZEROS = Initializer("xavier_uniform_"), Initializer("zeros_")


@pytest.fixture
def robot(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    lazygui.canvas.view.setFocus()
    return lazygui


def rules(robot: AppRobot) -> tuple[InitRule, ...]:
    return robot.window.editor.graph.initialization


def result(robot: AppRobot, node: str) -> NodeResult:
    found = robot.window.editor.results.result(node)
    assert found is not None
    return found


def log(robot: AppRobot, name: str) -> str:
    model = robot.window.log.model
    rows = [(model.index(row, NODE).data(), model.index(row, WORDS).data()) for row in range(model.rowCount())]
    return str(dict(rows)[name])


def test_a_recipe_for_all_layers_is_one_step_that_undo_takes_back(robot: AppRobot) -> None:
    robot.initialization.open()
    assert robot.initialization.rules() == ["All layers · weights: xavier_uniform_() · biases: zeros_()"]
    assert robot.initialization.said() == "These rules speak for 2 of 2 layers."
    robot.initialization.press("accept")
    assert rules(robot) == (InitRule(XAVIER, ZEROS),)
    robot.window.editor.undo()
    assert rules(robot) == ()


def test_what_is_cancelled_changes_nothing(robot: AppRobot) -> None:
    robot.initialization.open()
    robot.initialization.set("recipe", "Kaiming")
    robot.initialization.press("cancel")
    assert rules(robot) == ()
    assert not robot.window.editor.document.is_modified


def test_a_run_initializes_and_tells_of_it(robot: AppRobot) -> None:
    robot.window.editor.do(SetInitialization((InitRule(XAVIER, ZEROS),)))
    robot.run.sample()
    weight, bias = result(robot, "fc1").parameters
    bound = (6 / 276) ** 0.5
    assert -bound <= weight.minimum < -0.9 * bound
    assert 0.9 * bound < weight.maximum <= bound
    assert bias.zeros == 256
    assert result(robot, "fc1").drawn[0].maximum > bound
    assert log(robot, "✓ Initialize") == "Applied to 2 of 2 layers."


def test_the_inspector_shows_before_and_after_with_fans_and_bound(robot: AppRobot) -> None:
    robot.window.editor.do(SetInitialization((InitRule(XAVIER),)))
    robot.run.sample()
    robot.canvas.click("fc1")
    section = robot.window.inspector.node_page.parameters
    assert section.origin.call.text() == "xavier_uniform_()"
    assert section.origin.facts.text() == ("fan_in = 20, fan_out = 256\na = gain · √(6 / (fan_in + fan_out)) = 0.1474")
    overlay = section.plot.overlay
    after, before = result(robot, "fc1").parameters[0], result(robot, "fc1").drawn[0]
    width = (after.histogram.high - after.histogram.low) / len(after.histogram.counts)
    scale = (before.histogram.high - before.histogram.low) / len(before.histogram.counts)
    assert overlay.before_counts == pytest.approx([n * width / scale for n in before.histogram.counts])
    assert max(overlay.density_heights) == pytest.approx(5120 * width / (2 * (6 / 276) ** 0.5))
    section.tabs.setCurrentIndex(1)
    assert not section.origin.isVisible()
    assert overlay.before_counts == ()


def test_the_chosen_node_gets_a_rule_of_its_own(robot: AppRobot) -> None:
    robot.window.editor.do(SetInitialization((InitRule(XAVIER, ZEROS),)))
    robot.canvas.click("fc2")
    robot.initialization.open()
    assert robot.initialization.text("target") == "fc2"
    robot.initialization.set("weight", "normal_")
    robot.initialization.set("weight.std", "0.01")
    robot.initialization.set("bias", "As PyTorch drew them")
    assert robot.initialization.text("recipe") == "Own choice"
    robot.initialization.press("accept")
    own = InitRule(Initializer("normal_", {"std": 0.01}), Initializer(KEEP), nodes=("fc2",))
    assert rules(robot) == (InitRule(XAVIER, ZEROS), own)
    robot.run.sample()
    assert result(robot, "fc2").calls == {"weight": Initializer("normal_", {"std": 0.01})}


def test_the_recipe_of_the_book_makes_a_rule_for_each_kind(robot: AppRobot) -> None:
    robot.initialization.open()
    robot.initialization.set("recipe", "init_cnn of the book")
    assert robot.initialization.rules() == [
        "nn.Linear · weights: xavier_uniform_()",
        "nn.Conv2d · weights: xavier_uniform_()",
    ]
    robot.initialization.press("accept")
    assert "if type(module) in (nn.Linear, nn.Conv2d):" in robot.window.code.code


def test_a_wrong_number_is_told_and_cannot_be_used(robot: AppRobot) -> None:
    robot.initialization.open()
    robot.initialization.set("weight.gain", "much")
    accept = find(robot.initialization.dialog, QPushButton, "init.accept")
    assert robot.initialization.said() == "“gain” must be a number, not 'much'."
    assert not accept.isEnabled()
    robot.initialization.set("weight.gain", "2")
    assert accept.isEnabled()
    robot.initialization.press("accept")
    assert rules(robot)[0].weight == Initializer("xavier_uniform_", {"gain": 2})


def test_rules_are_added_and_removed_until_none_is_left(robot: AppRobot) -> None:
    robot.window.editor.do(SetInitialization((InitRule(XAVIER),)))
    robot.initialization.open()
    robot.initialization.press("add")
    assert [rule.partition(" · ")[0] for rule in robot.initialization.rules()] == ["All layers", "nn.Linear"]
    assert not find(robot.initialization.dialog, QPushButton, "init.add").isEnabled()
    robot.initialization.press("remove")
    robot.initialization.press("remove")
    assert robot.initialization.said() == "Without rules weights stay as PyTorch drew them."
    robot.initialization.press("accept")
    assert rules(robot) == ()


def test_the_trap_touches_no_layer_and_says_why(robot: AppRobot) -> None:
    events.key(robot.canvas.view, Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    robot.wait_until_idle()
    said = log(robot, "▲ Initialize")
    assert said.startswith("Before the dry run: applied to 0 of 2 layers. “fc1” is still lazy:")
    assert find(robot.window, QLabel, "status.message").text() == said
    assert robot.window.editor.results.state("fc2") is State.INITIALIZED
    trapped = result(robot, "fc1").parameters
    robot.run.sample()
    assert result(robot, "fc1").parameters == trapped


def test_other_rules_forget_the_weights_that_are_shown(robot: AppRobot) -> None:
    robot.run.sample()
    robot.window.editor.do(SetInitialization((InitRule(XAVIER),)))
    assert robot.window.editor.results.state("fc1") is State.UNINITIALIZED
    assert robot.window.editor.results.state("relu") is State.INITIALIZED


def test_the_last_step_brings_the_initialization_and_back_takes_it(robot: AppRobot) -> None:
    robot.window.editor.do(SetInitialization((InitRule(XAVIER),)))
    robot.run.sample()
    whole = {node: result(robot, node).parameters for node in ("fc1", "fc2")}
    robot.window.actions_table["run.reset"].trigger()
    for _ in range(3):
        robot.canvas.key(Key.Key_Space)
        robot.wait_until_idle()
    assert result(robot, "fc1").calls == {}
    robot.canvas.key(Key.Key_Space)
    robot.wait_until_idle()
    assert {node: result(robot, node).parameters for node in ("fc1", "fc2")} == whole
    assert log(robot, "✓ Initialize") == "Applied to 2 of 2 layers."
    robot.canvas.key(Key.Key_B)
    robot.wait_until_idle()
    assert result(robot, "fc1").calls == {}
