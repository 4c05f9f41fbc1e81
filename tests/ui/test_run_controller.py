"""A run from the button to the results, against an engine that says what the test wants."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from doubles import FakeEngine
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFailed, NodeFinished, NodeStarted, RunFinished
from lazygui.graph.edits import MoveNodes
from lazygui.graph.findings import Finding
from lazygui.graph.model import Point
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference, NodeResult, NodeShapes, State
from lazygui.ui import run_controller
from lazygui.ui.editor import Editor
from lazygui.ui.run_controller import RunController, RunStarted

RESULT = NodeResult("Input", ((2, 20),), ("float32",), (), 0.001)


@pytest.fixture
def runs(editor: Editor, engine: FakeEngine) -> RunController:
    return RunController(editor, engine, seed=3)  # type: ignore[arg-type]


@pytest.fixture
def half_way(runs: RunController, engine: FakeEngine) -> RunController:
    """A run in which x has its result and fc1 is at work."""
    runs.run()
    engine.say(NodeStarted(1, "x"), NodeFinished(1, "x", RESULT), NodeStarted(1, "fc1"))
    return runs


def states(editor: Editor) -> list[State]:
    return [editor.results.state(node) for node in editor.graph.nodes]


def test_a_run_sends_the_drawing_with_seed_and_mode(runs: RunController, engine: FakeEngine, editor: Editor) -> None:
    runs.is_training = True
    runs.run()
    assert engine.requests == [(editor.graph, 3, True)]
    assert runs.is_running


def test_nodes_are_initialized_one_by_one(half_way: RunController, editor: Editor, engine: FakeEngine) -> None:
    rest = [State.UNINITIALIZED] * 2
    assert states(editor) == [State.INITIALIZED, State.RUNNING, *rest]
    assert half_way.engine_words == "Running fc1…"
    engine.finish()
    assert states(editor) == [State.INITIALIZED] * 4
    assert (half_way.is_running, half_way.parameter_count) == (False, 7946)


def test_another_press_while_a_run_is_on_does_nothing(half_way: RunController, engine: FakeEngine) -> None:
    half_way.run()
    assert len(engine.requests) == 1


def test_what_happened_is_told_after_the_results_hold_it(
    runs: RunController, engine: FakeEngine, editor: Editor
) -> None:
    told: list[tuple[object, State]] = []
    runs.happened.connect(lambda event: told.append((event, editor.results.state("x"))))
    runs.run()
    engine.say(NodeStarted(1, "x"), NodeFinished(1, "x", RESULT))
    assert told[0] == (RunStarted(3, False), State.UNINITIALIZED)
    assert told[1:] == [
        (NodeStarted(1, "x"), State.RUNNING),
        (NodeFinished(1, "x", RESULT), State.INITIALIZED),
    ]


def test_a_failure_ends_the_run_and_leaves_the_nodes_before_it_reached(
    half_way: RunController, engine: FakeEngine, editor: Editor
) -> None:
    engine.say(NodeFailed(1, "fc1", Finding(Problem("out_of_memory", "fc1"))))
    assert states(editor) == [State.REACHED, State.FAILED, State.WAITING, State.WAITING]
    assert (half_way.is_running, half_way.parameter_count) == (False, None)


def test_a_failure_of_no_node_ends_the_run(runs: RunController, engine: FakeEngine, editor: Editor) -> None:
    runs.run()
    engine.say(NodeFailed(1, None, Finding(Problem("no_input"))))
    assert not runs.is_running
    assert states(editor) == [State.UNINITIALIZED] * 4


def test_cancel_stops_the_engine_and_forgets_all(half_way: RunController, engine: FakeEngine, editor: Editor) -> None:
    half_way.cancel()
    assert (engine.cancelled, half_way.is_running) == (1, False)
    assert states(editor) == [State.UNINITIALIZED] * 4
    half_way.cancel()
    assert engine.cancelled == 1


def test_reset_forgets_a_finished_run(half_way: RunController, engine: FakeEngine, editor: Editor) -> None:
    engine.finish()
    half_way.reset()
    assert states(editor) == [State.UNINITIALIZED] * 4
    assert half_way.parameter_count is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda editor: editor.set_argument("fc1", "out_features", 3),
        lambda editor: editor.rename("fc2", "head"),
        lambda editor: (editor.select(["fc2"]), editor.delete_selection()),
        lambda editor: editor.undo(),
    ],
    ids=["argument", "rename", "delete", "undo"],
)
def test_an_edit_of_the_network_cancels_the_run(
    half_way: RunController, engine: FakeEngine, editor: Editor, edit: Callable[[Editor], object]
) -> None:
    edit(editor)
    assert (engine.cancelled, half_way.is_running) == (1, False)
    assert set(states(editor)) == {State.UNINITIALIZED}


def test_moving_nodes_lets_the_run_go_on(half_way: RunController, engine: FakeEngine, editor: Editor) -> None:
    editor.do(MoveNodes({"fc1": Point(240, 480)}))
    assert (engine.cancelled, half_way.is_running) == (0, True)


def test_an_edit_makes_the_number_of_parameters_unknown(
    half_way: RunController, engine: FakeEngine, editor: Editor
) -> None:
    engine.finish()
    editor.rename("fc1", "first")
    assert half_way.parameter_count == 7946
    editor.set_argument("first", "out_features", 3)
    assert half_way.parameter_count is None
    editor.undo()
    assert half_way.parameter_count is None


def test_a_dead_engine_fails_the_node_that_it_was_at(
    half_way: RunController, engine: FakeEngine, editor: Editor
) -> None:
    engine.die("Traceback\nMemoryError: 40 TB\n")
    assert states(editor) == [State.REACHED, State.FAILED, State.WAITING, State.WAITING]
    assert half_way.engine_words == "Engine stopped and was started again: MemoryError: 40 TB"
    half_way.run()
    engine.say(RunFinished(2, 0, 0.0))
    engine.ready.emit("2.13.0")
    assert half_way.engine_words == "PyTorch 2.13.0 ready"


def test_an_engine_that_is_given_up_is_not_said_to_be_started(runs: RunController, engine: FakeEngine) -> None:
    engine.worker_pid = None
    engine.die("no torch")
    assert runs.engine_words == "Engine stopped: no torch"
    assert runs.engine_role == "warning"


def test_an_engine_that_dies_idle_is_said_and_fails_nothing(
    runs: RunController, engine: FakeEngine, editor: Editor
) -> None:
    engine.die("killed")
    assert "killed" in runs.engine_words
    assert states(editor) == [State.UNINITIALIZED] * 4


def test_a_request_that_was_not_yet_sent_outlives_its_engine(runs: RunController, engine: FakeEngine) -> None:
    runs.run()
    engine.worker_died.emit("killed")
    assert runs.is_running
    engine.finish()
    assert runs.parameter_count == 7946


def test_the_words_follow_the_engine_from_start_to_ready(runs: RunController, engine: FakeEngine) -> None:
    engine.is_ready = False
    assert (runs.engine_words, runs.engine_role) == ("Starting PyTorch…", "idle")
    engine.is_ready = True
    engine.ready.emit("2.13.0")
    assert (runs.engine_words, runs.engine_role) == ("PyTorch 2.13.0 ready", "ready")
    runs.run()
    assert (runs.engine_words, runs.engine_role) == ("Running…", "running")


def test_a_new_seed_is_another_one(qtbot: QtBot, runs: RunController) -> None:
    for _ in range(20):
        before = runs.seed
        with qtbot.waitSignal(runs.changed):
            runs.new_seed()
        assert runs.seed != before


def test_a_run_that_takes_long_says_how_long_it_still_goes_on(
    editor: Editor, engine: FakeEngine, runs: RunController, monkeypatch: pytest.MonkeyPatch
) -> None:
    macs = {"x": 0, "fc1": 300, "relu": 0, "fc2": 100}
    shapes = {node: NodeShapes("nn.Linear", ((2, 2),), ("float32",), macs=count) for node, count in macs.items()}
    editor.results.infer(Inference(shapes))
    now = [100.0]
    monkeypatch.setattr(run_controller.time, "monotonic", lambda: now[0])
    runs.run()
    engine.say(NodeStarted(1, "fc1"))
    assert runs.engine_words == "Running fc1…"
    now[0] += 3.0
    assert runs.engine_words == "Running fc1…", "nothing is done yet by which one could tell"
    engine.say(NodeFinished(1, "fc1", RESULT), NodeStarted(1, "fc2"))
    assert runs.engine_words == "Running fc2… 1.0 s left"
