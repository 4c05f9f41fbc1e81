"""The inspector while somebody draws: what is inferred, what does not fit, what is filled in, and what is shared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from inspecting import finish, focus, focus_name, row, tensor, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from lazygui.graph.findings import WARNING, Cause, Finding, Fix
from lazygui.graph.model import Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference, NodeShapes
from lazygui.ui.editor import Editor
from lazygui.ui.inspector import Inspector
from lazygui.ui.inspector.fields import SourceField, TextField

Key = Qt.Key


def test_tab_goes_from_the_name_to_causes_fixes_and_then_to_the_arguments(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.select(["fc1"])
    cause = Cause("received", 256, "fc1", "out_features", ("fc1", "relu"))
    problem, fix = Problem("out_of_memory", "fc1"), Fix("set_arguments", "fc1", {"out_features": 7})
    foretell(editor, (Finding(problem, words="no", causes=(cause,), fixes=(fix,)),))
    focus_name(inspector)
    reached: list[str] = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
    told = ["cause.0", "fix.0", "disclosure"]
    assert reached[:3] == [f"inspector.failure.{name}" for name in told]
    assert row(inspector, reached[3].rpartition(".")[2]).field.hasFocus()


def test_space_on_a_field_that_was_just_reached_erases_nothing(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.select(["fc1"])
    found = focus(inspector, "out_features")
    assert isinstance(found.field, TextField)
    found.field.selectAll()
    qtbot.keyClick(found.field, Key.Key_Space)
    assert found.field.text() == "256"


# What is inferred


def foretell(editor: Editor, findings: tuple[Finding, ...] = (), **nodes: NodeShapes) -> None:
    editor.results.infer(Inference(nodes=nodes, findings=findings))


def linear_shapes(macs: int | None = 10_240, **sizes: int) -> NodeShapes:
    weight, bias = ("weight", (256, 20)), ("bias", (256,))
    return NodeShapes("nn.Linear", ((2, 256),), ("float32",), (weight, bias), sizes, macs)


def test_inferred_shapes_are_told_as_inferred_and_not_initialized(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    foretell(editor, fc1=linear_shapes(in_features=20))
    page = inspector.node_page
    assert "256 × 20" in page.parameters.shapes.text()
    assert "Inferred, not initialized" in page.parameters.note.text()
    assert page.header.state.word == "uninitialized"
    assert page.output.shapes.text() == "2 × 256  float32"
    assert page.output.facts.text() == "10.2 K multiply-adds\nFound: in_features = 20"
    assert "Inferred" in page.output.note.text()
    finish(editor, "fc1", tensor())
    assert "Computed in" in page.output.note.text()


def test_the_axes_have_letters_and_the_batch_is_no_part_of_a_weight(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    foretell(editor, fc1=linear_shapes())
    output = inspector.node_page.output
    assert "N 2" in output.axes.text()
    assert "F 256" in output.axes.text()
    assert output.batch.isVisible()
    assert "not part of any weight" in output.batch.text()
    editor.select(["fc2"])
    assert not output.axes.isVisible()
    assert not output.batch.isVisible()


def test_a_shape_that_only_a_run_can_tell_is_said_to_be_such(inspector: Inspector, editor: Editor) -> None:
    editor.select(["relu"])
    foretell(editor, relu=NodeShapes("nn.ReLU", (None,), ("",)))
    output = inspector.node_page.output
    assert (output.shapes.text(), output.note.text()) == ("?", "Only a run can tell this shape.")


def test_an_edge_shows_its_inferred_shape(inspector: Inspector, editor: Editor) -> None:
    foretell(editor, fc1=linear_shapes())
    editor.select(edges=[Port("relu")])
    assert inspector.text_page.list.text() == "fc1 → relu   2 × 256"


# What does not fit

WRONG = Finding(
    Problem(
        "wrong_features",
        "fc2",
        {"layer": "nn.Linear", "argument": "in_features", "expected": 9, "got": 256, "source": "x"},
    ),
    ((2, 256),),
    "mat1 and mat2 shapes cannot be multiplied",
    causes=(Cause("got", 256, "fc1", "out_features", ("fc1", "relu", "fc2")),),
    fixes=(Fix("set_arguments", "fc2", {"out_features": 12}), Fix("remove", "relu")),
)


def test_torchs_words_are_one_click_away(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc2"])
    foretell(editor, (WRONG,))
    box = inspector.node_page.failure
    assert box.isVisible()
    assert not box.words.isVisible()
    box.disclosure.setFocus()
    qtbot.keyClick(box.disclosure, Key.Key_Space)
    assert box.words.isVisible()
    assert box.words.toPlainText() == WRONG.words
    editor.select(["fc1"])
    editor.select(["fc2"])
    assert not box.words.isVisible()


def test_a_number_leads_to_the_node_that_made_it_and_lights_the_way(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    lit: list[tuple[str, ...]] = []
    editor.highlighted.connect(lit.append)
    editor.select(["fc2"])
    foretell(editor, (WRONG,))
    (link,) = inspector.node_page.failure.causes
    assert link.words == "256: out_features of fc1"
    link.setFocus()
    focus_name(inspector)
    assert lit == [("fc1", "relu", "fc2"), ()]
    link.setFocus()
    qtbot.keyClick(link, Key.Key_Space)
    assert editor.selected_nodes == {"fc1"}
    assert lit[-1] == ()


def test_a_fix_is_one_press_and_one_undo_step(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc2"])
    foretell(editor, (WRONG,))
    graph = editor.graph
    first, second = inspector.node_page.failure.fixes
    assert first.words == "Set out_features of fc2 to 12"
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert "relu" not in editor.graph.nodes
    editor.undo()
    assert editor.graph == graph


def test_a_button_keeps_the_focus_while_its_finding_stays(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc2"])
    foretell(editor, (WRONG,))
    button = inspector.node_page.failure.fixes[0]
    button.setFocus()
    foretell(editor, (WRONG,), fc2=linear_shapes())
    assert inspector.node_page.failure.fixes[0] is button
    assert button.hasFocus()


def test_warnings_stand_beside_what_failed_in_another_voice(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc2"])
    foretell(editor, (replace(WRONG, severity=WARNING), WRONG))
    page = inspector.node_page
    assert page.failure.isVisible()
    assert [box.sentence.property("role") for box in page.findings.boxes if box.isVisible()] == [""]
    foretell(editor, (replace(WRONG, severity=WARNING),))
    assert not page.failure.isVisible()
    assert page.findings.isVisible()
    editor.select(["fc1"])
    assert not page.findings.isVisible()


# What the program fills in


def test_a_size_is_left_to_the_program_and_taken_back(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.append_layer("nn.LayerNorm")
    norm = editor.selected_node
    assert norm is not None
    editor.set_argument(norm.id, "normalized_shape", 8)
    found = row(inspector, "normalized_shape")
    assert found.auto is not None
    assert not found.auto.note.isVisible()
    found.auto.setFocus()
    qtbot.keyClick(found.auto, Key.Key_Space)
    assert editor.graph.nodes[norm.id].value("normalized_shape") == "auto"
    assert (found.field.text(), found.auto.note.text()) == ("auto", "Filled in by the program.")
    foretell(editor, **{norm.id: NodeShapes("nn.LayerNorm", ((2, 256),), ("float32",), (), {"normalized_shape": 256})})
    assert found.auto.note.text() == "Filled in by the program: 256"
    qtbot.keyClick(found.auto, Key.Key_Space)
    assert editor.graph.nodes[norm.id].value("normalized_shape") == 256
    assert not found.auto.note.isVisible()


def test_typing_a_number_takes_a_size_back(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.append_layer("nn.LayerNorm")
    norm = editor.selected_node
    assert norm is not None
    editor.set_argument(norm.id, "normalized_shape", "auto")
    found = focus(inspector, "normalized_shape")
    assert found.auto is not None
    assert found.auto.isChecked()
    write(qtbot, found, "16")
    assert editor.graph.nodes[norm.id].value("normalized_shape") in (16, (16,))
    assert not found.auto.isChecked()


def test_a_size_that_must_be_told_has_no_such_button(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    assert row(inspector, "out_features").auto is None


# Python


@pytest.fixture
def source(inspector: Inspector, editor: Editor) -> SourceField:
    editor.append_layer("Custom")
    field = row(inspector, "source").field
    assert isinstance(field, SourceField)
    field.setFocus()
    return field


def custom_source(editor: Editor) -> object:
    node = editor.selected_node
    assert node is not None
    return node.value("source")


def test_a_source_is_told_when_its_field_is_left(
    source: SourceField, inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    before = custom_source(editor)
    source.selectAll()
    qtbot.keyClicks(source, "def f(x):")
    qtbot.keyClick(source, Key.Key_Return)
    qtbot.keyClicks(source, "return x")
    assert custom_source(editor) == before
    qtbot.keyClick(source, Key.Key_Tab)
    assert not source.hasFocus()
    assert custom_source(editor) == "def f(x):\n    return x"


def test_control_and_enter_tell_a_source_and_escape_gives_up(source: SourceField, editor: Editor, qtbot: QtBot) -> None:
    before = custom_source(editor)
    source.selectAll()
    qtbot.keyClicks(source, "def g(y): return y")
    qtbot.keyClick(source, Key.Key_Escape)
    assert source.text() == before
    source.selectAll()
    qtbot.keyClicks(source, "def g(y): return y")
    qtbot.keyClick(source, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert custom_source(editor) == "def g(y): return y"
    assert source.hasFocus()


def test_a_source_that_is_no_function_is_told_beside_its_field(
    source: SourceField, inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    source.selectAll()
    qtbot.keyClicks(source, "x = 1")
    qtbot.keyClick(source, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    problem = row(inspector, "source").problem
    assert problem.isVisible()
    assert source.text() == "x = 1"


def test_a_block_can_be_opened_and_read(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.append_layer("block.masked_softmax")
    section = inspector.node_page.source
    assert section.isVisible()
    assert not section.text.isVisible()
    section.disclosure.setFocus()
    qtbot.keyClick(section.disclosure, Key.Key_Space)
    assert section.text.isVisible()
    assert "def " in section.text.toPlainText()
    editor.select(["fc1"])
    assert not section.isVisible()


# Sharing


def entries(button: QPushButton) -> list[QAction]:
    button.menu().aboutToShow.emit()
    return button.menu().actions()


def test_sharing_offers_those_who_fit_and_makes_a_bond(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc2"])
    section = inspector.node_page.sharing
    (only,) = entries(section.share)
    assert only.text() == "fc1"
    only.trigger()
    assert editor.graph.nodes["fc2"].shares == "fc1"
    assert section.bonds.text().splitlines()[:2] == ["1  fc1 = fc2", "   weight (256 × ?) = (256 × ?)"]
    assert "= fc1.weight" in inspector.node_page.parameters.shapes.text()
    section.unshare.click()
    assert editor.graph.nodes["fc2"].shares == ""
    assert not section.unshare.isVisible()


def test_a_parameter_is_tied_and_untied_by_name(inspector: Inspector, editor: Editor) -> None:
    editor.set_argument("fc2", "out_features", 256)
    editor.select(["fc2"])
    section = inspector.node_page.sharing
    weights, _ = [action.menu() for action in entries(section.tie)]
    next(action for action in weights.actions() if action.text() == "fc1.weight").trigger()
    assert editor.graph.nodes["fc2"].ties == {"weight": "fc1.weight"}
    (untie,) = entries(section.untie)
    untie.trigger()
    assert editor.graph.nodes["fc2"].ties == {}


def test_a_layer_that_nobody_fits_says_so_and_one_that_learns_nothing_has_no_such_section(
    inspector: Inspector, editor: Editor
) -> None:
    editor.append_layer("nn.LazyConv2d")
    (nobody,) = entries(inspector.node_page.sharing.share)
    assert not nobody.isEnabled()
    editor.select(["relu"])
    assert not inspector.node_page.sharing.isVisible()


def test_what_cannot_be_tied_for_its_shape_is_listed_grey_with_both_shapes(
    inspector: Inspector, editor: Editor
) -> None:
    for node, width in (("fc1", 256), ("fc2", 3)):
        editor.set_argument(node, "out_features", width)
    editor.select(["fc1"])
    page = inspector.node_page.sharing
    page.show_node(editor.graph.nodes["fc1"])
    menu = page.tie.menu()
    menu.aboutToShow.emit()
    parts = [part for action in menu.actions() if isinstance(part := action.menu(), QMenu)]
    actions = [action for part in parts for action in part.actions()]
    grey = [action for action in actions if not action.isEnabled() and "\u2260" in action.text()]
    assert [action.text().split() for action in grey if "bias" in action.text()] == [["fc2.bias", "3", "\u2260", "256"]]
    assert all(action.toolTip() != action.text() for action in grey)


def test_a_chosen_group_has_a_page_of_its_own(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    foretell(editor, fc1=linear_shapes(macs=10_240), relu=NodeShapes("nn.ReLU", ((2, 256),), ("float32",)))
    editor.select(["fc1", "relu"])
    path = editor.group_selection()
    page = inspector.group_page
    foretell(
        editor,
        x=NodeShapes("Input", ((2, 20),), ("float32",)),
        **{f"{path}.fc1": linear_shapes(10_240), f"{path}.relu": NodeShapes("nn.ReLU", ((2, 256),), ("float32",))},
    )
    assert page.isVisible()
    assert (page.name.text(), page.layers.text()) == (path, "2 layers")
    assert "5,376 parameters" in page.totals.text()
    assert "21.5 KB" in page.totals.text()
    assert page.lines.text().splitlines() == ["\u2192 fc1   2 × 20", "relu \u2192   2 × 256"]
    page.toggle.click()
    assert (page.toggle.text(), editor.collapsed) == ("Expand", {path})
    page.name.setFocus()
    page.name.selectAll()
    qtbot.keyClicks(page.name, "stem")
    qtbot.keyClick(page.name, Key.Key_Return)
    assert "stem.fc1" in editor.graph.nodes
    page.dissolve.click()
    assert "fc1" in editor.graph.nodes


def test_the_assumed_shape_of_custom_code_is_not_called_inferred(inspector: Inspector, editor: Editor) -> None:
    node = editor.append_layer("Custom")
    assert node is not None
    foretell(editor, **{node: NodeShapes("Custom", ((2, 20),), ("float32",))})
    assert inspector.node_page.output.note.text().startswith("Assumed")
