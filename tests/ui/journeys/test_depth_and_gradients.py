"""What comes out of layers and what comes back: in the inspector, and by depth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lazygui.graph.initialization import Initializer, InitRule
from lazygui.graph.initializing import SetInitialization
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.depth.panel import DepthPanel
from lazygui.ui.inspector.overlay import FLOOR
from lazygui.ui.inspector.parameters import ParametersSection

Key = Qt.Key
Role = Qt.ItemDataRole


@pytest.fixture
def robot(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    lazygui.run.sample()
    return lazygui


def section(robot: AppRobot) -> ParametersSection:
    return robot.window.inspector.node_page.parameters


def tabs(robot: AppRobot) -> list[str]:
    bar = section(robot).tabs
    return [bar.tabText(number) for number in range(bar.count())]


def go_back(robot: AppRobot) -> None:
    events.key(robot.canvas.view, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    robot.wait_until_idle()


def depth(robot: AppRobot) -> DepthPanel:
    events.key(robot.canvas.view, Key.Key_8, Qt.KeyboardModifier.AltModifier)
    robot.wait_until_idle()
    return robot.window.depth_panel


def rows(panel: DepthPanel) -> list[str]:
    model = panel.model
    return [str(model.index(row).data(Role.AccessibleTextRole)) for row in range(model.rowCount())]


def test_the_inspector_shows_what_came_out_beside_the_parameters(robot: AppRobot) -> None:
    robot.canvas.click("fc1")
    assert tabs(robot) == ["weight", "bias", "output"]
    assert section(robot).remarks.text() == "Gradients: no backward yet."
    section(robot).tabs.setCurrentIndex(2)
    result = robot.window.editor.results.result("fc1")
    assert result is not None
    assert section(robot).tensor == result.activations.outputs[0]


def test_dead_units_are_told_at_a_relu(robot: AppRobot) -> None:
    robot.canvas.click("relu")
    result = robot.window.editor.results.result("relu")
    assert result is not None
    dead = result.activations.dead
    assert dead is not None
    assert f"{dead.dead} of 256 units are zero for the whole sample." in section(robot).remarks.text()


def test_gradients_come_after_a_backward_pass_and_go_with_the_run(robot: AppRobot) -> None:
    robot.canvas.click("fc1")
    go_back(robot)
    assert tabs(robot) == ["weight", "bias", "output", "∇ weight", "∇ bias", "∇ output"]
    assert section(robot).remarks.text() == ""
    robot.canvas.click("x")
    words = "No gradient has come here: neither this node nor one before it learns."
    assert section(robot).remarks.text() == words
    robot.canvas.click("fc1")
    robot.run.sample()
    assert tabs(robot) == ["weight", "bias", "output"]


def test_before_a_run_nothing_can_go_back(lazygui: AppRobot) -> None:
    lazygui.wait_until_ready()
    go_back(lazygui)
    message = find(lazygui.window, QLabel, "status.message").text()
    assert message == "Run a sample first: then one can go back through it."


def test_where_nothing_learns_it_is_said_that_nothing_comes_back(robot: AppRobot) -> None:
    for node in ("fc1", "fc2"):
        robot.window.editor.select((node,))
        robot.window.editor.delete_closing()
    robot.run.sample()
    go_back(robot)
    message = find(robot.window, QLabel, "status.message").text()
    assert message == "Nothing that comes out depends on a parameter: add a layer that learns something."


def test_counts_are_drawn_as_logarithms_where_one_wants(robot: AppRobot) -> None:
    robot.canvas.click("relu")
    plot = section(robot).plot
    _, plain = plot.points
    assert section(robot).tensor is not None
    section(robot).options.log.setChecked(True)
    _, heights = plot.points
    assert max(plain) == pytest.approx(10 ** max(heights))
    assert min(heights) >= FLOOR


def test_one_axis_serves_all_nodes_where_one_wants(robot: AppRobot) -> None:
    results = robot.window.editor.results
    found = [results.result(node) for node in ("fc1", "fc2")]
    ends = [one.parameters[0] for one in found if one is not None]
    robot.canvas.click("fc2")
    own = section(robot).plot.value_range
    section(robot).options.shared.setChecked(True)
    low, high = section(robot).plot.value_range
    assert low <= min(one.minimum for one in ends) < own[0]
    assert high >= max(one.maximum for one in ends) > own[1]
    robot.canvas.click("fc1")
    assert section(robot).plot.value_range == pytest.approx((low, high))


def test_the_depth_view_lists_layers_in_order_and_tells_what_is_dead(robot: AppRobot) -> None:
    found = rows(depth(robot))
    assert [row.partition(":")[0] for row in found] == ["x", "fc1", "relu", "fc2"]
    assert "units are zero for the whole sample" in found[2]
    assert found[1].startswith("fc1: mean ")


def test_a_row_and_a_node_are_chosen_together(robot: AppRobot) -> None:
    panel = depth(robot)
    robot.window.editor.select(("relu",))
    assert panel.list.currentIndex().row() == 2
    events.click(panel.list.viewport(), panel.list.visualRect(panel.model.index(1)).center())
    assert robot.window.editor.selected_nodes == {"fc1"}
    events.key(panel.list, Key.Key_Down)
    events.key(panel.list, Key.Key_Return)
    assert robot.window.editor.selected_nodes == {"relu"}


def test_gradients_by_depth_wait_for_a_backward_pass(robot: AppRobot) -> None:
    panel = depth(robot)
    events.key(panel.kind, Key.Key_Down)
    robot.wait_until_idle()
    assert rows(panel) == []
    go_back(robot)
    assert [row.partition(":")[0] for row in rows(panel)] == ["fc1", "relu", "fc2"]


def test_a_smaller_initializer_is_seen_to_make_signals_vanish(robot: AppRobot) -> None:
    panel = depth(robot)
    before = panel.model.layers[-1].tensor.std
    tiny = InitRule(Initializer("normal_", {"std": 0.001}), Initializer("zeros_"))
    robot.window.editor.do(SetInitialization((tiny,)))
    robot.run.sample()
    robot.wait_until_idle()
    assert panel.model.layers[-1].tensor.std < before / 100
    assert panel.delegate.powers[0] < -2


def test_every_layer_has_a_ridge(robot: AppRobot) -> None:
    panel = depth(robot)
    panel.own.setChecked(True)
    robot.wait_until_idle()
    assert panel.delegate.ends is None
    rect = panel.list.visualRect(panel.model.index(1))
    picture = panel.list.viewport().grab(rect).toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    theme = robot.window.appearance.theme
    assert theme.family(robot.window.editor.graph.nodes["fc1"].spec.family).rgb() in colours  # type: ignore[union-attr]
