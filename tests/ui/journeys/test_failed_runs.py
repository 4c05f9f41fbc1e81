"""Runs that fail, are cancelled or lose their engine: it is said, the drawing stays whole, and the next run works."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil
import pytest
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFinished, NodeStarted
from lazygui.graph.edits import BaseEdit, EditTitle
from lazygui.graph.model import Graph, Node
from lazygui.graph.results import ResultsChanged, State
from lazygui.graph.topology import order
from lazygui.storage.examples import example
from lazygui.testing.robots import RUN_MS, AppRobot
from lazygui.ui.engine_client import EngineClient

Open = Callable[..., AppRobot]

AT_ONCE = 0.5
"""Seconds: a layer that is cancelled here would run for many times as long."""


@pytest.fixture
def lazygui(open_lazygui: Callable[..., AppRobot]) -> AppRobot:
    """The first example in a window that infers nothing: what a run finds is seen here, not what is foreseen."""
    return open_lazygui(live_shapes=False)


def states(app: AppRobot) -> dict[str, State]:
    return {name: app.node(name).state() for name in app.canvas.node_names()}


def all_are(app: AppRobot, state: State) -> bool:
    return set(states(app).values()) == {state}


@dataclass(frozen=True)
class Exchange(BaseEdit):
    """Put another layer in the place of a node, as an edit of the file would."""

    node: Node

    @property
    def title(self) -> EditTitle:
        return EditTitle("set_argument", 1, self.node.id)

    def apply(self, graph: Graph) -> Graph:
        return graph.with_nodes([self.node])


def failing(node: Node) -> Node:
    """Return a node of this name that fails whatever it is given."""
    if node.type == "Input":
        return Node(node.id, "Input", {**node.arguments, "dtype": "int64", "fill": "randn"})
    return Node(node.id, "nn.Linear", {"in_features": 7777, "out_features": 1})


@pytest.fixture
def broken(lazygui: AppRobot) -> AppRobot:
    """The first example with a Linear(128, 10) and a ReLU behind its 10 features, after a run."""
    lazygui.canvas.click("fc2")
    lazygui.palette.enter("Linear")
    lazygui.inspector.set("in_features", "128")
    lazygui.inspector.rename("head")
    lazygui.palette.enter("ReLU")
    lazygui.run.sample()
    return lazygui


# A node that fails


def test_the_failing_node_says_what_it_got_and_what_torch_said(broken: AppRobot) -> None:
    broken.canvas.click("head")
    box = broken.window.inspector.node_page.failure
    assert "expects 128 features, but receives 10" in box.sentence.text()
    assert box.received.text() == "Received: 2 × 10"
    assert box.words.toPlainText() == "mat1 and mat2 shapes cannot be multiplied (2x10 and 128x256)"
    assert broken.status("message") == box.sentence.text()
    assert broken.node("head").message()


def test_nodes_before_the_failing_one_are_reached_and_those_behind_it_wait(broken: AppRobot) -> None:
    before = {"x": State.REACHED, "fc1": State.LEFT, "relu": State.REACHED, "fc2": State.LEFT}
    assert states(broken) == {**before, "head": State.FAILED, "relu2": State.WAITING}
    assert broken.node("fc1").weight_shape() == "256 × ?"
    assert not broken.node("fc1").has_histogram()
    assert broken.canvas.edge_label("head") == "2×10"
    note = broken.window.inspector.node_page.output.note
    broken.canvas.click("fc1")
    assert note.text().startswith("The sample came through here, and failed further on. In plain code PyTorch would ")
    assert "initialized (weight 256 × 20, bias 256) in a network that is not" in note.text()
    broken.canvas.click("relu2")
    assert note.text() == "Waits for head."


def test_the_corrected_network_runs_at_once(broken: AppRobot) -> None:
    broken.canvas.click("head")
    broken.inspector.set("in_features", "10")
    assert broken.node("head").state() is State.UNINITIALIZED
    broken.run.sample()
    assert all_are(broken, State.INITIALIZED)
    assert broken.status("message") == ""
    assert broken.window.inspector.node_page.failure.isHidden()


def test_a_failed_run_leaves_drawing_and_history_as_they_were_and_chooses_the_failing_node(broken: AppRobot) -> None:
    graph, title = broken.window.editor.graph, broken.window.editor.document.undo_title
    broken.canvas.click("fc1")
    broken.run.sample()
    assert broken.window.editor.graph is graph
    assert broken.window.editor.document.undo_title == title
    assert broken.canvas.selected() == {"head"}


def test_a_fault_at_any_node_of_lenet_is_found_there_and_the_corrected_network_runs(open_lazygui: Open) -> None:
    app = open_lazygui(example("lenet").file)
    editor = app.window.editor
    whole = editor.graph
    ordered = order(whole)
    assert len(ordered) == 13
    for place, name in enumerate(ordered):
        assert editor.do(Exchange(failing(whole.nodes[name])))
        app.run.sample()
        lazy = {key for key, node in whole.nodes.items() if node.spec is not None and node.spec.is_lazy}
        reached = {key: State.LEFT if key in lazy else State.REACHED for key in ordered[:place]}
        waiting = dict.fromkeys(ordered[place + 1 :], State.WAITING)
        assert states(app) == {**reached, name: State.FAILED, **waiting}
        app.choose("edit.undo")
        assert editor.graph == whole
        app.run.sample()
        assert all_are(app, State.INITIALIZED), f"after a fault at {name}"
        assert app.window.runs.parameter_count == 61_706


# A layer that cannot fit


def test_a_layer_that_cannot_fit_is_refused_on_its_node_before_anything_runs(lazygui: AppRobot) -> None:
    told: list[object] = []
    lazygui.window.runs.happened.connect(told.append)
    lazygui.canvas.click("fc2")
    lazygui.inspector.set("out_features", "1000000000000")
    lazygui.run.sample()
    assert not any(isinstance(event, NodeStarted) for event in told)
    assert states(lazygui)["fc2"] is State.FAILED
    sentence = lazygui.window.inspector.node_page.failure.sentence.text()
    assert sentence.startswith("“fc2” would need 1 PB of memory, and ")
    assert lazygui.status("message") == sentence
    lazygui.choose("edit.undo")
    lazygui.run.sample()
    assert all_are(lazygui, State.INITIALIZED)


# Cancel


@pytest.fixture
def huge(lazygui: AppRobot, lazygui_engine: EngineClient, qtbot: QtBot) -> AppRobot:
    """The first example, so wide that its first layer computes for many seconds, in the middle of that."""
    qtbot.waitUntil(lambda: lazygui_engine.has_standby, timeout=RUN_MS)
    lazygui.canvas.click("x")
    lazygui.inspector.set("shape", "16384, 4096")
    lazygui.canvas.click("fc1")
    lazygui.inspector.set("out_features", "4096")
    lazygui.run.press()
    qtbot.waitUntil(lambda: lazygui.node("fc1").state() is State.RUNNING, timeout=RUN_MS)
    return lazygui


def shrink(app: AppRobot) -> None:
    app.canvas.click("x")
    app.inspector.set("shape", "2, 20")


@pytest.mark.parametrize("way", ["button", "Esc", "Shift+F5"])
def test_cancel_in_the_middle_of_a_huge_layer_is_done_at_once(
    huge: AppRobot, lazygui_engine: EngineClient, qtbot: QtBot, way: str
) -> None:
    graph, pid = huge.window.editor.graph, lazygui_engine.worker_pid
    assert pid is not None
    worker = psutil.Process(pid)
    begin = time.monotonic()
    huge.run.cancel() if way == "button" else huge.keys(way)
    assert not huge.run.is_running()
    assert time.monotonic() - begin < AT_ONCE
    assert all_are(huge, State.UNINITIALIZED)
    assert huge.window.editor.graph is graph
    qtbot.waitUntil(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)
    shrink(huge)
    huge.run.sample()
    assert all_are(huge, State.INITIALIZED)


def test_an_edit_in_the_middle_of_a_run_cancels_it_and_moving_a_node_does_not(huge: AppRobot) -> None:
    huge.canvas.drag_node("fc2", 0, 60)
    assert huge.run.is_running()
    huge.canvas.click("fc2")
    huge.inspector.set("out_features", "11")
    assert not huge.run.is_running()
    assert all_are(huge, State.UNINITIALIZED)


def test_what_a_cancelled_run_says_late_changes_nothing(open_lazygui: Open) -> None:
    """Cancel out of the middle of an answer, with the next ones already there."""
    app = open_lazygui(example("resnet18").file)
    app.keys("Ctrl+Alt+E")
    happened: list[object] = []
    app.window.runs.happened.connect(happened.append)

    def cancel_at_the_third(event: object) -> None:
        if isinstance(event, NodeFinished) and len(happened) >= 6:
            app.window.runs.happened.disconnect(cancel_at_the_third)
            app.run.cancel()

    app.window.runs.happened.connect(cancel_at_the_third)
    app.run.press()
    app.qtbot.waitUntil(lambda: not app.run.is_running(), timeout=RUN_MS)
    assert all_are(app, State.UNINITIALIZED)
    seen: list[tuple[str, State]] = []

    def look(change: ResultsChanged) -> None:
        seen.extend((node, app.node(node).state()) for node in change.nodes)

    app.window.editor.results_changed.connect(look)
    app.run.sample()
    # Each node once running and once initialized: nothing of the first run came in between.
    on_the_way = (State.RUNNING, State.INITIALIZED)
    assert seen == [(node, state) for node in order(app.window.editor.graph) for state in on_the_way]


# An engine that dies


def test_an_engine_that_is_killed_in_the_middle_of_a_run_is_said_and_replaced(
    huge: AppRobot, lazygui_engine: EngineClient, qtbot: QtBot
) -> None:
    graph, pid = huge.window.editor.graph, lazygui_engine.worker_pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: not huge.run.is_running(), timeout=RUN_MS)
    assert states(huge) == {"x": State.REACHED, "fc1": State.FAILED, "relu": State.WAITING, "fc2": State.WAITING}
    assert huge.window.editor.graph is graph
    assert "started again" in huge.status("engine")
    assert huge.status("message").startswith("The engine ended in the middle of “fc1”")
    shrink(huge)
    huge.run.sample()
    assert all_are(huge, State.INITIALIZED)
    assert huge.status("engine").endswith("ready")


def test_an_engine_that_is_killed_while_idle_is_said_and_replaced_and_forgets_no_result(
    lazygui: AppRobot, lazygui_engine: EngineClient, qtbot: QtBot
) -> None:
    lazygui.run.sample()
    pid = lazygui_engine.worker_pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: "started again" in lazygui.status("engine"), timeout=RUN_MS)
    assert all_are(lazygui, State.INITIALIZED)
    lazygui.run.sample()
    assert all_are(lazygui, State.INITIALIZED)
    assert lazygui_engine.worker_pid != pid
