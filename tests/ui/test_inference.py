"""Live shapes, on an engine that answers when a test says so: every edit is asked about, no old answer is shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from doubles import FakeEngine
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from lazygui.graph.edits import MoveNodes, SetArgument
from lazygui.graph.findings import Finding
from lazygui.graph.model import Point
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference, NodeShapes, ResultsChanged, State, Totals
from lazygui.ui.editor import Editor
from lazygui.ui.inference import InferenceController
from lazygui.ui.run_controller import RunController
from lazygui.ui.settings import Settings

Make = Callable[[], InferenceController]


def shapes(length: int) -> NodeShapes:
    return NodeShapes("nn.Linear", ((2, length),), ("float32",), (("weight", (length, 20)),))


def whole(editor: Editor, length: int) -> Inference:
    return Inference({node: shapes(length) for node in editor.graph.nodes}, totals=Totals(5, 20, 7))


def widen(editor: Editor, width: int) -> None:
    assert editor.do(SetArgument("fc1", "out_features", width))


def turn() -> None:
    QApplication.processEvents()


@pytest.fixture
def make(editor: Editor, engine: FakeEngine, store: QSettings) -> Make:
    def controller() -> InferenceController:
        runs = RunController(editor, engine, parent=editor)  # type: ignore[arg-type]
        return InferenceController(editor, engine, runs, Settings(store), editor)  # type: ignore[arg-type]

    return controller


@pytest.fixture
def inference(make: Make) -> InferenceController:
    return make()


def test_all_edits_of_one_turn_are_one_question_about_the_last_of_them(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    for width in (3, 4, 5):
        widen(editor, width)
    assert engine.drawings == []
    assert not inference.is_settled
    turn()
    assert engine.drawings == [editor.graph]


def test_an_answer_shows_shapes_and_initializes_nothing(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    widen(editor, 3)
    turn()
    engine.answer(whole(editor, 3))
    assert editor.results.inferred("fc1") == shapes(3)
    assert editor.results.state("fc1") is State.UNINITIALIZED
    assert editor.results.totals == Totals(5, 20, 7)
    assert inference.is_settled


def test_an_answer_about_an_older_drawing_is_not_shown(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    widen(editor, 3)
    turn()
    widen(editor, 4)
    engine.answer(whole(editor, 3))
    assert editor.results.inferred("fc1") is None
    turn()
    engine.answer(whole(editor, 3), generation=1)
    assert editor.results.inferred("fc1") is None
    engine.answer(whole(editor, 4))
    assert editor.results.inferred("fc1") == shapes(4)


def test_moving_a_node_asks_nothing(inference: InferenceController, editor: Editor, engine: FakeEngine) -> None:
    assert editor.do(MoveNodes({"fc1": Point(48, 48)}))
    turn()
    assert engine.drawings == []


def test_only_what_is_new_is_painted_again(inference: InferenceController, editor: Editor, engine: FakeEngine) -> None:
    widen(editor, 3)
    turn()
    engine.answer(whole(editor, 3))
    rung: list[ResultsChanged] = []
    editor.results_changed.connect(rung.append)
    widen(editor, 4)
    turn()
    engine.answer(Inference({**whole(editor, 3).nodes, "fc1": shapes(4)}))
    assert rung[-1].nodes == {"fc1"}


def test_a_shape_that_nobody_knows_any_more_goes(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    widen(editor, 3)
    turn()
    engine.answer(whole(editor, 3))
    widen(editor, 4)
    turn()
    engine.answer(Inference({"x": shapes(3)}, waiting={"relu": "fc1"}))
    assert editor.results.inferred("relu") is None
    assert editor.results.inferred("x") == shapes(3)
    assert editor.results.waits_for("relu") == "fc1"


def test_a_node_that_was_deleted_and_came_back_has_its_shape_again(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    widen(editor, 3)
    turn()
    engine.answer(whole(editor, 3))
    editor.select(["fc2"])
    editor.delete_selection()
    editor.undo()
    turn()
    engine.answer(whole(editor, 3))
    assert editor.results.inferred("fc2") == shapes(3)


def test_another_drawing_is_asked_about_anew(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    editor.open_graph(editor.graph)
    turn()
    assert len(engine.drawings) == 1
    engine.answer(whole(editor, 3))
    assert editor.results.inferred("fc1") == shapes(3)


def test_training_is_another_question(inference: InferenceController, editor: Editor, engine: FakeEngine) -> None:
    runs = inference._runs
    runs.is_training = True
    runs.seed = 5
    turn()
    assert len(engine.drawings) == 1


def test_switched_off_it_forgets_asks_nothing_and_stays_so(make: Make, editor: Editor, engine: FakeEngine) -> None:
    inference = make()
    widen(editor, 3)
    turn()
    finding = Finding(Problem("out_of_memory", "fc1"))
    engine.answer(Inference(whole(editor, 3).nodes, findings=(finding,), totals=Totals(1)))
    assert editor.results.state("fc1") is State.FAILED
    inference.is_on = False
    assert editor.results.inferred("fc1") is None
    assert editor.results.state("fc1") is State.UNINITIALIZED
    assert editor.results.totals is None
    widen(editor, 4)
    turn()
    assert len(engine.drawings) == 1
    assert not make().is_on, "a class that is to be surprised is so tomorrow too"
    inference.is_on = True
    turn()
    assert engine.drawings[-1] is editor.graph


def test_an_answer_that_comes_after_it_was_switched_off_is_not_shown(
    inference: InferenceController, editor: Editor, engine: FakeEngine
) -> None:
    widen(editor, 3)
    turn()
    inference.is_on = False
    engine.answer(whole(editor, 3))
    assert editor.results.inferred("fc1") is None
