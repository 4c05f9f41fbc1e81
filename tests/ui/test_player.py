"""A recorded run, stepped through: forwards, back, played, sought, and given up when the drawing is another one."""

from __future__ import annotations

import pytest
from doubles import FakeEngine
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFailed, NodeFinished, NodeStarted, RunFinished
from lazygui.graph.edits import MoveNodes, SetArgument
from lazygui.graph.findings import Finding
from lazygui.graph.model import Point
from lazygui.graph.problems import Problem
from lazygui.graph.results import NodeResult, State
from lazygui.ui.editor import Editor
from lazygui.ui.run_controller import RunController, RunStarted
from lazygui.ui.theatre.player import Player, TakenBack

NODES = ("x", "fc1", "relu", "fc2")


def result(node: str) -> NodeResult:
    return NodeResult(node, ((2, len(node)),), ("float32",), (), 0.001)


@pytest.fixture
def runs(editor: Editor, engine: FakeEngine) -> RunController:
    return RunController(editor, engine, seed=3)  # type: ignore[arg-type]


@pytest.fixture
def player(editor: Editor, runs: RunController) -> Player:
    made = Player(editor, runs)
    made.record_wanted.connect(lambda: runs.run(is_held=True))
    return made


def answer(engine: FakeEngine, *nodes: str) -> None:
    """Let the engine run through these nodes."""
    for node in nodes:
        engine.say(NodeStarted(1, node), NodeFinished(1, node, result(node)))


def finish(engine: FakeEngine) -> None:
    answer(engine, *NODES)
    engine.say(RunFinished(1, 7946, 0.01))


def known(editor: Editor) -> list[str]:
    return [node for node in editor.graph.nodes if editor.results.state(node) is State.INITIALIZED]


def test_the_first_step_records_a_run_and_shows_none_of_it_before(
    player: Player, engine: FakeEngine, editor: Editor, runs: RunController
) -> None:
    player.step()
    answer(engine, *NODES)
    assert runs.is_running
    assert known(editor) == []
    engine.say(RunFinished(1, 7946, 0.01))
    assert known(editor) == ["x"]
    assert (player.position, player.length, runs.parameter_count) == (1, 4, None)
    assert len(engine.requests) == 1


def test_each_step_shows_one_layer_and_the_last_one_the_count(
    player: Player, engine: FakeEngine, editor: Editor, runs: RunController
) -> None:
    player.step()
    finish(engine)
    for count in range(2, 5):
        player.step()
        assert known(editor) == list(NODES[:count])
    assert runs.parameter_count == 7946
    assert not player.can_step
    player.step()
    assert player.position == 4
    assert len(engine.requests) == 1, "the recording is enough"


def test_back_takes_the_layer_its_results_again_and_forward_gives_the_same(
    player: Player, engine: FakeEngine, editor: Editor, runs: RunController
) -> None:
    runs.run()
    finish(engine)
    shown = editor.results.result("fc2")
    player.back()
    assert known(editor) == ["x", "fc1", "relu"]
    assert editor.results.state("fc2") is State.UNINITIALIZED
    assert runs.parameter_count is None
    player.step()
    assert editor.results.result("fc2") is shown
    assert runs.parameter_count == 7946


def test_any_moment_can_be_sought(player: Player, engine: FakeEngine, editor: Editor, runs: RunController) -> None:
    runs.run()
    finish(engine)
    for position in (2, 0, 4, 1, 3):
        player.seek(position)
        assert known(editor) == list(NODES[:position])
    player.seek(99)
    assert player.position == 4
    player.rewind()
    assert player.position == 0


def test_a_failure_is_the_last_step_and_can_be_taken_back(player: Player, engine: FakeEngine, editor: Editor) -> None:
    player.step()
    answer(engine, "x", "fc1")
    engine.say(NodeFailed(1, "relu", Finding(Problem("out_of_memory", "relu"))))
    player.seek(3)
    states = [editor.results.state(node) for node in NODES]
    assert states == [State.REACHED, State.REACHED, State.FAILED, State.WAITING]
    player.back()
    assert known(editor) == ["x", "fc1"]
    assert editor.results.failures == ()


def test_a_run_that_cannot_begin_is_given_up(player: Player, engine: FakeEngine, runs: RunController) -> None:
    told: list[object] = []
    runs.happened.connect(told.append)
    player.step()
    engine.say(NodeFailed(1, None, Finding(Problem("no_input"))))
    assert (player.is_on, player.is_waiting, player.length) == (False, False, 0)
    assert [type(event) for event in told] == [NodeFailed]


def test_what_is_cancelled_is_given_up(player: Player, engine: FakeEngine, runs: RunController) -> None:
    player.play()
    runs.cancel()
    assert (player.is_playing, player.is_waiting, player.is_on) == (False, False, False)


def test_an_edit_makes_the_recording_untrue_and_a_move_does_not(
    player: Player, engine: FakeEngine, editor: Editor
) -> None:
    player.step()
    finish(engine)
    editor.do(MoveNodes({"fc1": Point(5, 5)}, editor.new_gesture()))
    player.step()
    assert player.position == 2
    editor.do(SetArgument("fc1", "out_features", 64))
    assert (player.position, player.length, player.is_on) == (0, 0, False)
    player.step()
    assert len(engine.requests) == 2


def test_another_seed_is_another_run(player: Player, engine: FakeEngine, runs: RunController) -> None:
    player.step()
    finish(engine)
    runs.seed = 4
    player.step()
    assert [seed for _, seed, _ in engine.requests] == [3, 4]


def test_it_plays_to_the_end_and_then_from_the_beginning(
    player: Player, engine: FakeEngine, editor: Editor, qtbot: QtBot
) -> None:
    player.speed = 4.0
    player.play()
    assert player.is_playing
    finish(engine)
    qtbot.waitUntil(lambda: not player.is_playing)
    assert known(editor) == list(NODES)
    player.play()
    assert player.position == 1, "it begins again"
    player.pause()
    assert not player.is_moving


def test_a_step_on_its_way_arrives_when_the_next_begins(player: Player, engine: FakeEngine, editor: Editor) -> None:
    arrivals = []
    player.walk = lambda node, arrived: arrivals.append((node, arrived))
    player.step()
    finish(engine)
    assert editor.results.state("x") is State.RUNNING
    player.step()
    assert known(editor) == ["x"]
    assert editor.results.state("fc1") is State.RUNNING
    arrivals[0][1]()
    assert player.position == 1, "what has arrived does not arrive again"
    player.back()
    assert (player.position, known(editor)) == (1, ["x"])


def test_the_log_is_told_what_a_run_would_tell(player: Player, engine: FakeEngine) -> None:
    told: list[object] = []
    player.happened.connect(told.append)
    player.step()
    finish(engine)
    player.seek(4)
    assert told == [RunStarted(3, False), *(NodeFinished(0, n, result(n)) for n in NODES), RunFinished(0, 7946, 0.01)]
    player.back()
    assert told[-1] == TakenBack(3)


def test_a_question_holds_the_step_until_it_is_answered(player: Player, engine: FakeEngine, editor: Editor) -> None:
    answers = []

    def ask(node, answered):
        answers.append((node, answered))
        return True

    player.ask = ask
    player.step()
    finish(engine)
    assert known(editor) == []
    answers[0][1]()
    assert known(editor) == ["x"]
