"""A run that tells of more nodes than anybody can read: what need not be shown for each is shown for many at once."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFinished, RunFinished
from lazygui.graph.results import NodeResult
from lazygui.ui import run_log
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.run_controller import RunStarted
from lazygui.ui.run_log import LogModel
from lazygui.ui.status import StatusLine

RESULT = NodeResult("nn.Linear", ((2, 256),), ("float32",), (), 0.1)


def finished(count: int) -> list[NodeFinished]:
    return [NodeFinished(1, f"fc{number}", RESULT) for number in range(count)]


def names(model: LogModel) -> list[str]:
    return [model.index(row, run_log.NODE).data() for row in range(model.rowCount())]


def test_a_log_of_few_rows_has_each_at_once(editor: Editor, appearance: Appearance) -> None:
    model = LogModel(editor, appearance)
    model.add(RunStarted(0, False))
    for number, event in enumerate(finished(20)):
        model.add(event)
        assert model.rowCount() == number + 2
    assert not model.is_late


def test_in_a_long_log_rows_come_together_and_in_order(editor: Editor, appearance: Appearance, qtbot: QtBot) -> None:
    model = LogModel(editor, appearance)
    insertions: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: insertions.append(last - first + 1))
    model.add(RunStarted(0, False))
    for event in finished(run_log.MANY + 40):
        model.add(event)
    assert model.is_late
    qtbot.waitUntil(lambda: not model.is_late)
    assert names(model)[1:] == [f"✓ fc{number}" for number in range(run_log.MANY + 40)]
    assert insertions == [1] * run_log.MANY + [41]


def test_the_end_of_a_run_waits_for_nobody(editor: Editor, appearance: Appearance) -> None:
    model = LogModel(editor, appearance)
    model.add(RunStarted(0, False))
    for event in finished(run_log.MANY + 40):
        model.add(event)
    model.add(RunFinished(1, 7946, 0.1))
    assert names(model)[-2:] == [f"✓ fc{run_log.MANY + 39}", "✓ Done"]
    model.cut(3)
    assert names(model) == ["Run sample", "✓ fc0", "✓ fc1"]


def test_a_new_run_begins_with_an_empty_log(editor: Editor, appearance: Appearance) -> None:
    model = LogModel(editor, appearance)
    for event in finished(run_log.MANY + 40):
        model.add(event)
    model.add(RunStarted(0, False))
    assert names(model) == ["Run sample"]
    assert not model.is_late


def test_the_line_at_the_foot_tells_the_last_of_many_nodes(appearance: Appearance, qtbot: QtBot) -> None:
    line = StatusLine(appearance)
    qtbot.addWidget(line)
    texts: list[str] = []
    engine = line.findChild(type(line._engine), "status.engine")
    for number in range(50):
        line.set_engine(f"Running fc{number}…", "running")
        texts.append(engine.text())
    assert set(texts) == {"Running fc0…"}
    qtbot.waitUntil(lambda: engine.text() == "Running fc49…")


def test_the_end_of_a_run_stands_in_the_line_at_once(appearance: Appearance, qtbot: QtBot) -> None:
    line = StatusLine(appearance)
    qtbot.addWidget(line)
    line.set_engine("Running fc1…", "running")
    line.set_engine("Running fc2…", "running")
    line.set_engine("PyTorch 2.13.0 ready", "ready")
    assert line._engine.text() == "PyTorch 2.13.0 ready"
    qtbot.waitUntil(lambda: not line._pause.isActive())
    assert line._engine.text() == "PyTorch 2.13.0 ready"
