"""The inspector, driven by keys: what reaches the document, what is said at once, and what a run adds."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from inspecting import finish, focus, focus_name, row, tensor, write
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui import catalog
from lazygui.catalog.spec import Family
from lazygui.graph.edits import AddNodes
from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Histogram, NodeResult
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector import Inspector
from lazygui.ui.inspector.fields import ChoiceField, IntegerField, SwitchField, TextField

Key = Qt.Key
NAN = math.nan


# What is chosen


def test_with_nothing_selected_it_says_what_to_do_next(inspector: Inspector, editor: Editor) -> None:
    assert inspector.text_page.isVisible()
    assert "Click a layer" in inspector.text_page.text.text()
    editor.open_graph(Graph())
    assert "Drag a layer" in inspector.text_page.text.text()


def test_a_selected_node_shows_its_name_layer_state_and_arguments(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    header = inspector.node_page.header
    assert (header.name.text(), header.layer.text(), header.state.word) == ("fc1", "nn.LazyLinear", "uninitialized")
    assert [found.argument.name for found in inspector.form.rows] == ["out_features", "bias"]
    assert row(inspector, "out_features").field.text() == "256"


def test_several_nodes_are_counted_with_their_common_type(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1", "fc2"])
    page = inspector.several_page.page
    assert page.title.text() == "2 nodes selected"
    assert "nn.LazyLinear" in page.text.text()
    assert page.list.text() == "fc1\nfc2"
    editor.select(["fc1", "relu"])
    assert "2 different types" in page.text.text()


def test_an_edge_shows_its_ends_and_its_shape_after_a_run(inspector: Inspector, editor: Editor) -> None:
    editor.select(edges=[Port("relu")])
    assert inspector.text_page.list.text() == "fc1 → relu   ?"
    finish(editor, "fc1", tensor())
    assert inspector.text_page.list.text() == "fc1 → relu   2 × 256"
    editor.select(edges=[Port("relu"), Port("fc1")])
    assert inspector.text_page.title.text() == "2 connections selected"


def test_an_unknown_layer_is_shown_as_it_is(inspector: Inspector, editor: Editor) -> None:
    node = Node("odd", "my.Layer", {"sizes": (1, (2, None)), "名": "值"})
    editor.do(AddNodes((node,), {"odd": Point(0, 200)}))
    editor.select(["odd"])
    texts = "\n".join(label.text() for label in inspector.form.findChildren(type(inspector.text_page.text)))
    assert "does not know my.Layer" in texts
    assert '"名": "值"' in texts


def test_an_unknown_argument_is_shown_beside_the_known_ones(inspector: Inspector, editor: Editor) -> None:
    node = Node("odd", "nn.ReLU", {"slope": 2})
    editor.do(AddNodes((node,), {"odd": Point(0, 200)}))
    editor.select(["odd"])
    texts = "\n".join(label.text() for label in inspector.form.findChildren(type(inspector.text_page.text)))
    assert '"slope": 2' in texts
    assert row(inspector, "inplace").field.text() == "False"


def test_what_is_unknown_can_be_removed_so_that_the_layer_runs(inspector: Inspector, editor: Editor) -> None:
    button = inspector.form.remove_unknown
    editor.do(AddNodes((Node("odd", "nn.ReLU", {"slope": 2}, {"note": "mine"}),), {"odd": Point(0, 200)}))
    editor.select(["odd"])
    assert not button.isHidden()
    button.click()
    assert editor.graph.nodes["odd"] == Node("odd", "nn.ReLU")
    assert button.isHidden()
    editor.undo()
    assert editor.graph.nodes["odd"].extra == {"note": "mine"}
    assert not button.isHidden()


# The name


def test_enter_renames_and_the_form_follows(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    focus_name(inspector)
    qtbot.keyClicks(inspector.node_page.header.name, "b2.hidden")
    qtbot.keyClick(inspector.node_page.header.name, Key.Key_Return)
    assert "b2.hidden" in editor.graph.nodes
    write(qtbot, focus(inspector, "out_features"), "12")
    assert editor.graph.nodes["b2.hidden"].value("out_features") == 12


def test_a_bad_name_is_said_while_typing_and_never_reaches_the_document(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.select(["fc1"])
    name, problem = inspector.node_page.header.name, inspector.node_page.header.problem
    focus_name(inspector)
    qtbot.keyClicks(name, "fc2")
    assert "fc2" in problem.text()
    assert problem.isVisible()
    qtbot.keyClick(name, Key.Key_Return)
    assert name.text() == "fc2"
    qtbot.keyClick(name, Key.Key_Escape)
    assert (name.text(), problem.isVisible()) == ("fc1", False)
    assert list(editor.graph.nodes) == ["x", "fc1", "relu", "fc2"]


def test_leaving_the_name_renames_or_gives_up(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    focus_name(inspector)
    qtbot.keyClicks(inspector.node_page.header.name, "hidden")
    focus(inspector, "out_features")
    assert "hidden" in editor.graph.nodes
    focus_name(inspector)
    qtbot.keyClicks(inspector.node_page.header.name, "1 bad")
    focus(inspector, "out_features")
    assert inspector.node_page.header.name.text() == "hidden"


# The form


def test_a_typed_value_reaches_the_document_as_one_step(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    write(qtbot, focus(inspector, "out_features"), "128")
    assert editor.graph.nodes["fc1"].value("out_features") == 128
    editor.undo()
    assert editor.graph.nodes["fc1"].value("out_features") == 256
    assert row(inspector, "out_features").field.text() == "256"


def test_a_bad_value_is_said_at_once_and_never_reaches_the_document(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.select(["fc1"])
    found = focus(inspector, "out_features")
    write(qtbot, found, "12a")
    assert found.problem.isVisible()
    assert "12a" in found.problem.text()
    assert found.field.accessibleDescription() == found.problem.text()
    assert editor.graph.nodes["fc1"].value("out_features") == 12
    qtbot.keyClick(found.field, Key.Key_Escape)
    assert (found.field.text(), found.problem.isVisible()) == ("12", False)


def test_enter_keeps_a_bad_value_to_be_mended_and_tidies_a_good_one(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.append_layer("nn.Conv2d")
    found = focus(inspector, "stride")
    write(qtbot, found, "2x")
    qtbot.keyClicks(found.field, "y")
    qtbot.keyClick(found.field, Key.Key_Return)
    assert (found.field.text(), found.problem.isVisible()) == ("2xy", True)
    write(qtbot, found, "2x3")
    qtbot.keyClick(found.field, Key.Key_Return)
    assert (found.field.text(), found.problem.isVisible()) == ("2, 3", False)


def test_a_table_too_long_for_its_field_is_shown_and_not_edited(inspector: Inspector, editor: Editor) -> None:
    editor.select(["x"])
    editor.set_argument("x", "values", tuple(range(10_000)))
    field = row(inspector, "values").field
    assert isinstance(field, TextField)
    assert field.isReadOnly()
    editor.undo()
    assert not field.isReadOnly()


def test_zero_features_are_refused_and_leaving_shows_what_holds(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.select(["fc1"])
    found = focus(inspector, "out_features")
    write(qtbot, found, "0")
    assert found.problem.isVisible()
    focus(inspector, "bias")
    assert (found.field.text(), found.problem.isVisible()) == ("256", False)


def test_another_edit_leaves_alone_what_is_being_typed(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    found = focus(inspector, "out_features")
    write(qtbot, found, "12a")
    editor.set_argument("fc1", "bias", False)
    finish(editor, "fc1", tensor())
    assert (found.field.text(), found.field.hasFocus()) == ("12a", True)
    assert row(inspector, "bias").field.text() == "False"


def test_another_node_of_the_same_layer_shows_its_own_values(
    inspector: Inspector, editor: Editor, qtbot: QtBot
) -> None:
    editor.set_argument("fc2", "out_features", 10)
    editor.select(["fc1"])
    write(qtbot, focus(inspector, "out_features"), "12a")
    editor.select(["fc2"])
    found = row(inspector, "out_features")
    assert (found.field.text(), found.problem.isVisible()) == ("10", False)


def test_arrows_step_within_the_bounds_as_one_undo_step(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    found = focus(inspector, "out_features")
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_PageUp, Key.Key_Down):
        qtbot.keyClick(found.field, key)
    assert editor.graph.nodes["fc1"].value("out_features") == 267
    editor.undo()
    assert editor.graph.nodes["fc1"].value("out_features") == 256
    write(qtbot, found, "1")
    qtbot.keyClick(found.field, Key.Key_Down)
    assert found.field.text() == "1"


def turn_wheel(field: IntegerField | ChoiceField, amount: int) -> bool:
    """Turn the wheel over a field; return whether the field took it."""
    place = QPointF(field.rect().center())
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False
    event = QWheelEvent(place, field.mapToGlobal(place), QPoint(), QPoint(0, amount), *nothing)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_the_wheel_steps_only_with_the_focus(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    focus_name(inspector)
    field = row(inspector, "out_features").field
    assert isinstance(field, IntegerField)
    turn_wheel(field, 120)
    assert field.text() == "256"
    field.setFocus()
    for amount in (120, 60, 60, -120):
        turn_wheel(field, amount)
    assert editor.graph.nodes["fc1"].value("out_features") == 257


def test_the_wheel_over_a_choice_changes_nothing_without_the_focus(inspector: Inspector, editor: Editor) -> None:
    editor.select(["x"])
    field = row(inspector, "dtype").field
    assert isinstance(field, ChoiceField)
    turn_wheel(field, -120)
    assert editor.graph.nodes["x"].value("dtype") == "float32"


def test_a_switch_and_a_choice_are_set_by_the_keyboard(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    switch = focus(inspector, "bias").field
    assert isinstance(switch, SwitchField)
    qtbot.keyClick(switch, Key.Key_Space)
    assert editor.graph.nodes["fc1"].value("bias") is False
    editor.select(["x"])
    choice = focus(inspector, "dtype").field
    qtbot.keyClick(choice, Key.Key_Down)
    assert editor.graph.nodes["x"].value("dtype") == "float64"


def test_the_switch_is_clicked_by_the_mouse(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    qtbot.mouseClick(row(inspector, "bias").field, Qt.MouseButton.LeftButton, pos=QPoint(12, 15))
    assert editor.graph.nodes["fc1"].value("bias") is False


def test_what_differs_from_the_default_can_be_reset(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.append_layer("nn.Conv2d")
    found = focus(inspector, "stride")
    assert not found.reset.isVisible()
    write(qtbot, found, "2, 3")
    node = editor.selected_node
    assert node is not None
    assert node.value("stride") == (2, 3)
    assert found.reset.isVisible()
    qtbot.mouseClick(found.reset, Qt.MouseButton.LeftButton)
    assert editor.graph.nodes[node.id].value("stride") == 1
    assert (found.field.text(), found.reset.isVisible()) == ("1", False)
    assert not row(inspector, "kernel_size").reset.isVisible()


def test_a_value_that_a_file_brought_is_judged(inspector: Inspector, editor: Editor) -> None:
    nodes = (Node("a", "nn.LazyLinear", {"out_features": "many"}), Node("b", "Input", {"shape": (2,), "dtype": "int4"}))
    editor.do(AddNodes(nodes, {}))
    editor.select(["a"])
    found = row(inspector, "out_features")
    assert found.field.text() == "many"
    assert not found.problem.isHidden()
    editor.select(["b"])
    choice = row(inspector, "dtype")
    assert isinstance(choice.field, ChoiceField)
    assert choice.field.placeholderText() == "int4"
    assert not choice.problem.isHidden()


def test_every_layer_of_the_catalogue_has_a_form_that_shows_and_returns_its_arguments(
    inspector: Inspector, editor: Editor
) -> None:
    for spec in catalog.CATALOG.values():
        editor.add_layer(spec.type, Point(0, 400))
        before = editor.selected_node
        assert [found.argument for found in inspector.form.rows] == list(spec.arguments)
        for found in inspector.form.rows:
            found.field.edited.emit(found.field.text())
            assert not found.problem.text(), (spec.type, found.argument.name, found.problem.text())
        assert editor.selected_node == before


# After a run


def test_before_a_run_a_parameter_has_a_symbolic_shape(inspector: Inspector, editor: Editor, qtbot: QtBot) -> None:
    editor.select(["fc1"])
    section = inspector.node_page.parameters
    assert "256 × " in section.shapes.text()
    assert ">?<" in section.shapes.text()
    assert "Uninitialized" in section.note.text()
    write(qtbot, focus(inspector, "out_features"), "12")
    assert "12 × " in section.shapes.text()
    editor.select(["relu"])
    assert "learns nothing" in section.note.text()


def test_after_a_run_every_parameter_shows_its_numbers_and_histogram(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor(), tensor("bias", (256,), mean=0.5, histogram=Histogram(0.0, 1.0, (128, 128))))
    page = inspector.node_page
    assert page.header.layer.text() == "nn.LazyLinear → nn.Linear"
    assert page.header.state.word == "initialized"
    names = ("shape", "dtype", "count", "mean", "std", "minimum", "maximum", "zeros", "nans", "infinities")
    texts = ["256 × 20", "float32", "5,120", "0.001", "0.13", "−0.2", "0.2", "1", "0", "0"]
    assert [page.parameters.numbers.text(name) for name in names] == texts
    assert page.parameters.plot.points[1] == (1, 3, 5, 1)
    assert page.parameters.plot.points[0] == pytest.approx((-0.2, -0.1, 0.0, 0.1, 0.2))
    page.parameters.tabs.setCurrentIndex(1)
    assert page.parameters.numbers.text("shape") == "256"
    assert page.parameters.plot.points == ((0.0, 0.5, 1.0), (128, 128))


def test_the_chosen_parameter_stays_chosen_from_node_to_node(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor(), tensor("bias", (256,)))
    inspector.node_page.parameters.tabs.setCurrentIndex(1)
    finish(editor, "fc1", tensor(), tensor("bias", (256,)))
    shown = inspector.node_page.parameters.tensor
    assert shown is not None
    assert shown.name == "bias"


def test_the_axes_tell_true_numbers_whichever_histogram_comes_second(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor(), tensor("bias", (256,), histogram=Histogram(-0.003, 0.003, (4, 6_000_000_000))))
    plot = inspector.node_page.parameters.plot
    for tab in (0, 1, 0):
        inspector.node_page.parameters.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert plot.axis_scales == (1.0, 1.0)


def test_a_constant_tensor_is_said_and_not_plotted(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor(minimum=0.0, maximum=0.0, histogram=Histogram(0.0, 0.0)))
    section = inspector.node_page.parameters
    assert "constant 0" in section.constant.text()
    assert (section.constant.isVisible(), section.plot.isVisible()) == (True, False)


def test_what_is_not_finite_is_counted_and_said(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor(nans=3, infinities=2))
    section = inspector.node_page.parameters
    assert "3 NaN and 2 infinite of 5,120" in section.warning.text()
    assert section.warning.isVisible()
    moments = {"mean": NAN, "std": NAN, "minimum": NAN, "maximum": NAN}
    finish(editor, "fc1", tensor(nans=5120, histogram=Histogram(0.0, 0.0), **moments))
    assert section.constant.text() == "No value is finite."
    assert section.numbers.text("mean") == "–"


def test_the_output_tells_shape_type_and_time(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    assert "run a sample" in inspector.node_page.output.note.text()
    finish(editor, "fc1", tensor())
    assert inspector.node_page.output.shapes.text() == "2 × 256  float32"
    assert "0.32 ms" in inspector.node_page.output.note.text()


def test_a_failure_tells_the_sentence_what_arrived_and_the_words_of_torch(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc2"])
    words = "mat1 and mat2 shapes cannot be multiplied (2x30 and 20x256)"
    problem = Problem("forward_failed", "fc2", {"layer": "nn.Linear"})
    editor.results.finish("fc1", NodeResult("nn.Linear", ((2, 256),), ("float32",), (tensor(),), 1e-3))
    editor.results.fail(editor.graph, "fc2", Finding(problem, ((2, 30),), words))
    box = inspector.node_page.failure
    assert box.isVisible()
    assert "fc2" in box.sentence.text()
    assert box.received.text() == "Received: 2 × 30"
    assert box.words.toPlainText() == words
    assert box.words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert box.words.verticalScrollBar().maximum() == 0
    editor.select(["fc1"])
    assert not box.isVisible()
    assert "failed further on" in inspector.node_page.output.note.text()


def test_a_failure_speaks_the_language_of_the_window(
    inspector: Inspector, editor: Editor, other_language: QTranslator
) -> None:
    editor.select(["fc1"])
    editor.results.fail(editor.graph, "fc1", Finding(Problem("engine_error", "fc1")))
    box = inspector.node_page.failure
    assert box.sentence.text().startswith("[")
    QApplication.removeTranslator(other_language)
    QApplication.sendEvent(box, QEvent(QEvent.Type.LanguageChange))
    assert not box.sentence.text().startswith("[")


def test_a_node_in_work_says_so(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    editor.results.start("fc1")
    assert "now" in inspector.node_page.output.note.text()


def test_a_node_that_waits_says_for_whom(inspector: Inspector, editor: Editor) -> None:
    editor.results.fail(editor.graph, "fc1", Finding(Problem("engine_error", "fc1")))
    editor.select(["relu"])
    assert inspector.node_page.output.note.text() == "Waits for fc1."
    assert inspector.node_page.header.state.word == "waiting"


def test_removing_the_selected_node_while_it_has_results_shows_nothing(inspector: Inspector, editor: Editor) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor())
    editor.delete_selection()
    assert inspector.text_page.isVisible()


# Looks and language


def test_the_inspector_alone_does_not_import_pyqtgraph() -> None:
    code = "import sys, lazygui.ui.inspector; sys.exit('pyqtgraph' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_panel_speaks_the_language_of_the_window(
    inspector: Inspector, editor: Editor, other_language: object
) -> None:
    editor.select(["fc1"])
    assert row(inspector, "out_features").title.text() == "[Output features]"
    assert inspector.node_page.parameters.note.text().startswith("[Uninitialized")
    assert inspector.node_page.header.name.accessibleName() == "[Name]"
    editor.select()
    assert inspector.text_page.title.text() == "[Nothing selected]"


def test_the_histogram_wears_the_family_in_both_themes(
    inspector: Inspector, editor: Editor, appearance: Appearance, qtbot: QtBot
) -> None:
    editor.select(["fc1"])
    finish(editor, "fc1", tensor())
    for choice in ("light", "dark"):
        appearance.set_choice(choice)
        wanted = {appearance.theme.family(Family.LINEAR).name(), appearance.theme.panel.lower()}
        plot = inspector.node_page.parameters.plot
        qtbot.waitUntil(lambda plot=plot, wanted=wanted: wanted <= _colors(plot.grab().toImage()))


def _colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width()) for y in range(0, image.height())}


def test_every_field_has_a_name_for_those_who_do_not_see_it(inspector: Inspector, editor: Editor) -> None:
    editor.append_layer("nn.LazyConv2d")
    for found in inspector.form.rows:
        assert found.field.accessibleName()
        assert found.field.accessibleDescription()
        assert found.argument.name in found.field.toolTip()
