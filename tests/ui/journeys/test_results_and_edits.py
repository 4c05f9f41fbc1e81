"""What edits do to results: a change forgets what it makes untrue, and not one node more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from lazygui.graph.results import State
from lazygui.testing import events
from lazygui.testing.robots import AppRobot

ALL = {"x", "fc1", "relu", "fc2"}


@pytest.fixture
def lazygui(open_lazygui: Callable[..., AppRobot]) -> AppRobot:
    """The first example in a window that infers nothing: what a run finds is seen here, not what is foreseen."""
    return open_lazygui(live_shapes=False)


@pytest.fixture
def ran(lazygui: AppRobot) -> AppRobot:
    """The first example after a sample has run."""
    lazygui.run.sample()
    assert known(lazygui) == ALL
    return lazygui


def known(lazygui: AppRobot) -> set[str]:
    """Return the nodes whose results still hold."""
    names = lazygui.canvas.node_names()
    return {name for name in names if lazygui.node(name).state() is State.INITIALIZED}


def test_reset_makes_every_node_uninitialized_and_remembers_nothing(ran: AppRobot) -> None:
    ran.run.reset()
    assert known(ran) == set()
    assert ran.node("fc1").weight_shape() == "256 × ?"
    assert ran.node("fc1").face.layer == "LazyLinear"
    assert not ran.node("fc1").has_histogram()
    assert [ran.canvas.edge_label(target) for target in ("fc1", "relu", "fc2")] == ["", "", ""]
    assert "7,946" not in ran.status("parameters")
    assert not ran.menu("edit.undo").isEnabled(), "a run is no edit"
    ran.canvas.click("fc1")
    assert ran.window.editor.results.result("fc1") is None


def test_changing_a_node_forgets_it_and_all_that_is_behind_it(ran: AppRobot) -> None:
    ran.canvas.click("relu")
    ran.inspector.set("inplace", "True")
    assert known(ran) == {"x", "fc1"}
    assert ran.node("fc1").weight_shape() == "256 × 20"
    assert ran.node("fc2").weight_shape() == "10 × ?"
    assert [ran.canvas.edge_label(target) for target in ("fc1", "relu", "fc2")] == ["2×20", "2×256", ""]
    assert "7,946" not in ran.status("parameters")


def test_a_branch_beside_the_change_keeps_its_results(lazygui: AppRobot) -> None:
    lazygui.palette.drag("LazyLinear", onto=lazygui.canvas.at(420, 330))
    lazygui.canvas.connect("x", "fc3")
    lazygui.run.sample()
    lazygui.canvas.click("fc1")
    lazygui.inspector.set("out_features", "32")
    assert known(lazygui) == {"x", "fc3"}


EDITS: dict[str, tuple[Callable[[AppRobot], object], set[str]]] = {
    "append a layer": (lambda r: r.palette.enter("Tanh"), ALL),
    "splice a layer": (lambda r: r.palette.drag("Tanh", onto=r.canvas.middle_of_edge("fc2")), {"x", "fc1", "relu"}),
    "delete a node": (lambda r: (r.canvas.click("fc1"), r.keys("Del")), {"x"}),
    "delete an edge": (lambda r: (r.canvas.click_edge("fc2"), r.keys("Del")), {"x", "fc1", "relu"}),
    "change the input": (lambda r: (r.canvas.click("x"), r.inspector.set("shape", "2, 7")), set()),
    "duplicate a node": (lambda r: (r.canvas.click("fc1"), r.keys("Ctrl+D")), ALL),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_forgets_what_is_behind_it_and_its_undo_brings_nothing_back(ran: AppRobot, edit: str) -> None:
    act, kept = EDITS[edit]
    act(ran)
    assert known(ran) == kept
    ran.choose("edit.undo")
    assert set(ran.canvas.node_names()) == ALL
    assert known(ran) == kept, "a stale result came back"


def test_moving_nodes_forgets_nothing(ran: AppRobot) -> None:
    ran.canvas.drag_node("fc1", 0, 60)
    ran.keys("Ctrl+A")
    ran.keys("Shift+Down")
    assert known(ran) == ALL
    assert "7,946" in ran.status("parameters")
    ran.keys("Ctrl+Z")
    assert known(ran) == ALL


def test_renaming_keeps_the_results_under_the_new_name(ran: AppRobot) -> None:
    ran.canvas.double_click("fc1")
    ran.canvas.rename_to("hidden")
    assert known(ran) == {"x", "hidden", "relu", "fc2"}
    assert ran.node("hidden").weight_shape() == "256 × 20"
    assert "7,946" in ran.status("parameters")
    ran.keys("Ctrl+Z")
    assert known(ran) == ALL
    assert ran.node("fc1").has_histogram()


def test_the_same_seed_gives_the_same_weights_again_and_another_seed_others(ran: AppRobot) -> None:
    first = ran.node("fc1").face.histogram
    ran.run.reset()
    ran.run.sample()
    assert ran.node("fc1").face.histogram == first
    ran.run.set_seed(1)
    ran.run.sample()
    assert ran.node("fc1").face.histogram != first


HUGE = "30000"
"""Features on both sides of a layer that takes long enough to be met in the middle."""


@pytest.fixture
def running(lazygui: AppRobot) -> AppRobot:
    """A run in the middle of a layer with 900 million weights."""
    lazygui.canvas.click("x")
    lazygui.inspector.set("shape", f"1, {HUGE}")
    lazygui.canvas.click("fc1")
    lazygui.inspector.set("out_features", HUGE)
    lazygui.wait_until_ready()
    lazygui.run.press()
    lazygui.qtbot.waitUntil(lambda: lazygui.node("fc1").state() is State.RUNNING, timeout=20_000)
    return lazygui


def test_an_edit_during_a_run_cancels_it(running: AppRobot) -> None:
    running.canvas.click("fc2")
    running.inspector.set("out_features", "3")
    assert not running.run.is_running()
    assert known(running) == set()
    assert running.node("fc1").state() is State.UNINITIALIZED
    running.canvas.click("fc1")
    running.inspector.set("out_features", "8")
    running.run.sample()
    assert running.node("fc2").weight_shape() == "3 × 8"


def test_moving_a_node_during_a_run_does_not_disturb_it(running: AppRobot) -> None:
    running.canvas.drag_node("relu", 0, 60)
    assert running.run.is_running()
    assert running.node("fc1").state() is State.RUNNING
    running.run.cancel()


def test_escape_cancels_a_run_once_nothing_is_in_the_hand(running: AppRobot) -> None:
    running.canvas.click_empty()
    events.key(running.canvas.view, Qt.Key.Key_Escape)
    assert not running.run.is_running()
    assert known(running) == set()
