"""The list of problems: what it says, where it leads, and that it keeps its place while the drawing changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lazygui.graph.edits import SetArgument
from lazygui.graph.findings import WARNING, Cause, Finding, Fix
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference
from lazygui.testing import events
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.problems import ProblemsPanel

MEMORY = Finding(
    Problem("out_of_memory", "fc1"),
    words="not enough memory",
    causes=(Cause("received", 256, "fc1", "out_features", ("fc1", "relu")),),
    fixes=(Fix("set_arguments", "fc1", {"out_features": 7}), Fix("remove", "relu")),
)
STRANGE = Finding(Problem("out_of_memory", "relu"), severity=WARNING)
OPEN = Finding(Problem("missing_inputs", "fc2", {"inputs": ("input",)}))


class Panel:
    """A panel that is shown, with what it asks for."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        self.editor = editor
        self.panel = ProblemsPanel(editor, appearance)
        self.panel.resize(760, 180)
        self.gone_to: list[str] = []
        self.pointed: list[tuple[str, ...]] = []
        self.panel.node_chosen.connect(self.gone_to.append)
        self.panel.path_pointed.connect(self.pointed.append)

    def find(self, *findings: Finding) -> None:
        self.editor.results.infer(Inference(findings=findings))
        QApplication.processEvents()

    def rows(self) -> list[str]:
        model = self.panel.model
        return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    def chosen(self) -> str | None:
        return self.panel.chosen.problem.node if self.panel.chosen else None

    def button(self, name: str) -> QPushButton:
        button = self.panel.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        return button

    def key(self, key: Qt.Key) -> None:
        events.key(self.panel.list, key)


@pytest.fixture
def panel(qtbot: QtBot, editor: Editor, appearance: Appearance) -> Panel:
    panel = Panel(editor, appearance)
    qtbot.addWidget(panel.panel)
    panel.panel.show()
    qtbot.waitExposed(panel.panel)
    return panel


def test_without_findings_it_says_so(panel: Panel) -> None:
    label = panel.panel.findChild(QLabel, "problems.none")
    assert (label.isVisible(), label.text()) == (True, "No problems")
    panel.find(MEMORY)
    assert not label.isVisible()
    panel.find()
    assert label.isVisible()


def test_without_findings_the_key_that_leads_here_still_gives_the_focus(panel: Panel) -> None:
    panel.panel.focus_list()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "No problems"


def test_errors_come_first_and_what_is_only_unfinished_last(panel: Panel) -> None:
    panel.find(OPEN, STRANGE, MEMORY)
    assert [row.partition(":")[0] for row in panel.rows()] == ["Error", "Warning", "Unfinished"]


def test_a_row_names_its_node_once(panel: Panel) -> None:
    panel.find(MEMORY)
    assert panel.rows()[0].count("fc1") == 1


def test_tab_leads_from_the_list_to_the_causes_and_fixes_of_the_chosen_problem(panel: Panel) -> None:
    panel.find(STRANGE, MEMORY)
    panel.panel.step(1)
    assert panel.panel.list.hasFocus()
    reached = []
    for _ in range(3):
        events.key(QApplication.focusWidget() or panel.panel, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        reached.append(focus.objectName() if focus else "")
    assert reached == ["problems.cause.0", "problems.fix.0", "problems.fix.1"]


def test_only_errors_and_warnings_are_counted(panel: Panel) -> None:
    panel.find(OPEN, STRANGE, MEMORY)
    assert (panel.panel.counts.errors, panel.panel.counts.warnings) == (1, 1)


def test_a_click_on_a_row_goes_to_its_node(panel: Panel) -> None:
    panel.find(MEMORY, STRANGE)
    events.click(panel.panel.list.viewport(), panel.panel.list.visualRect(panel.panel.model.index(1)).center())
    assert panel.gone_to == ["relu"]


def test_the_arrow_keys_choose_and_enter_goes(panel: Panel) -> None:
    panel.find(MEMORY, STRANGE)
    panel.panel.focus_list()
    panel.key(Qt.Key.Key_Down)
    assert (panel.chosen(), panel.gone_to) == ("relu", [])
    panel.key(Qt.Key.Key_Return)
    assert panel.gone_to == ["relu"]


def test_next_and_previous_go_round(panel: Panel) -> None:
    panel.find(MEMORY, STRANGE, OPEN)
    for direction in (1, 1, 1, 1, -1, -1):
        panel.panel.step(direction)
    assert panel.gone_to == ["fc1", "relu", "fc2", "fc1", "fc2", "relu"]


def test_previous_begins_with_the_last(panel: Panel) -> None:
    panel.find(MEMORY, STRANGE)
    panel.panel.step(-1)
    assert panel.gone_to == ["relu"]


def test_next_without_a_problem_goes_nowhere(panel: Panel) -> None:
    panel.panel.step(1)
    assert panel.gone_to == []


def test_a_problem_stays_chosen_while_others_come_and_go(panel: Panel) -> None:
    panel.find(MEMORY, STRANGE)
    panel.panel.step(-1)
    panel.find(STRANGE)
    assert panel.chosen() == "relu"
    panel.find(MEMORY, STRANGE, OPEN)
    assert panel.chosen() == "relu"


def test_after_a_mended_problem_the_one_in_its_place_is_chosen(panel: Panel) -> None:
    panel.find(MEMORY, STRANGE)
    panel.panel.step(1)
    panel.find(STRANGE)
    assert panel.chosen() == "relu"
    panel.find()
    assert panel.chosen() is None


def test_a_fix_is_a_button_and_one_step_of_the_history(panel: Panel) -> None:
    panel.find(MEMORY)
    panel.panel.step(1)
    before = panel.editor.graph
    button = panel.button("problems.fix.0")
    assert button.accessibleName() == "Set out_features of fc1 to 7"
    assert panel.button("problems.fix.1").accessibleName() == "Remove relu"
    events.click(button, button.rect().center())
    assert panel.editor.graph.nodes["fc1"].value("out_features") == 7
    panel.editor.undo()
    assert panel.editor.graph == before


def test_the_focus_does_not_go_with_a_button(panel: Panel) -> None:
    panel.find(MEMORY)
    panel.panel.step(1)
    panel.button("problems.fix.0").setFocus()
    events.key(panel.button("problems.fix.0"), Qt.Key.Key_Space)
    assert panel.panel.list.hasFocus()


def test_a_cause_leads_to_the_node_that_made_the_number(panel: Panel) -> None:
    panel.find(MEMORY)
    panel.panel.step(1)
    cause = panel.button("problems.cause.0")
    assert cause.accessibleName() == "256: out_features of fc1"
    cause.setFocus()
    assert panel.pointed[-1] == ("fc1", "relu")
    events.key(cause, Qt.Key.Key_Space)
    assert panel.gone_to[-1] == "fc1"
    panel.panel.list.setFocus()
    assert panel.pointed[-1] == ()


def test_torchs_own_words_stand_with_the_sentence(panel: Panel) -> None:
    panel.find(MEMORY)
    panel.panel.step(1)
    words = panel.panel.findChild(QLabel, "problems.words")
    assert words.text() == "not enough memory"
    assert words.accessibleName() == "What PyTorch says"


def test_an_edit_that_forgets_nothing_leaves_the_list_alone(panel: Panel) -> None:
    panel.find(MEMORY)
    panel.panel.step(1)
    button = panel.button("problems.fix.0")
    assert panel.editor.do(SetArgument("fc2", "out_features", 12))
    QApplication.processEvents()
    assert panel.button("problems.fix.0") is button


def test_the_words_follow_the_language(panel: Panel, other_language: Callable[[], None]) -> None:
    panel.find(MEMORY)
    panel.panel.step(1)
    assert panel.rows()[0].startswith("[[Error]")
    assert panel.button("problems.fix.0").accessibleName().startswith("[Set")
