"""The list that opens on the canvas, on an engine that obeys: what is asked, what is offered, what stays in its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from doubles import FakeEngine
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from lazygui.catalog import CATALOG
from lazygui.engine.messages import Fitted
from lazygui.graph.inserting import Before, Behind, From, Into
from lazygui.graph.model import Graph, Point, Port
from lazygui.graph.results import Inference, NodeShapes, Results
from lazygui.testing.canvas import CanvasRobot
from lazygui.testing.quick_add import QuickAddRobot
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas import accessible
from lazygui.ui.canvas.placeholder import Outline
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.editor import Editor
from lazygui.ui.quick_add import QuickAdd
from lazygui.ui.quick_add.question import Swap, candidates, question, sunk
from lazygui.words.numbers import shape_words

SHAPES = {
    "x": NodeShapes("Input", ((2, 20),), ("float32",)),
    "fc1": NodeShapes("nn.Linear", ((2, 256),), ("float32",)),
    "relu": NodeShapes("nn.ReLU", ((2, 256),), ("float32",)),
    "fc2": NodeShapes("nn.Linear", ((2, 10),), ("float32",)),
}


def names(specs: object) -> list[str]:
    return [spec.type for spec in specs]  # type: ignore[attr-defined]


@pytest.fixture
def results() -> Results:
    results = Results()
    results.infer(Inference(SHAPES))
    return results


# What is asked


def test_what_arrives_is_told_from_what_is_inferred(editor: Editor, results: Results) -> None:
    graph = editor.graph
    asked = question(graph, results, From(Port("fc1"), Point(0, 0)), candidates(graph, Behind("fc1")))
    assert asked is not None
    assert asked.tries == ((((2, 256), "float32"),),)
    assert asked.reader is None
    assert "Input" not in names(asked.candidates), "nothing can be sent into an Input"


def test_an_edge_is_asked_about_with_who_reads_it(editor: Editor, results: Results) -> None:
    asked = question(editor.graph, results, Into(Port("relu")), [CATALOG["nn.GELU"]])
    assert asked is not None
    assert (asked.reader, asked.port) == (editor.graph.nodes["relu"], 0)


def test_backwards_the_shapes_of_the_drawing_and_a_sample_are_tried(editor: Editor, results: Results) -> None:
    asked = question(editor.graph, results, Before(Port("relu"), Point(0, 0)), [CATALOG["nn.GELU"]])
    assert asked is not None
    assert asked.may_sample
    assert [told[0][0] for told in asked.tries] == [(2, 10), (2, 256), (2, 20)]


def test_a_swap_is_asked_about_with_the_arguments_that_stay(editor: Editor, results: Results) -> None:
    asked = question(editor.graph, results, Swap(("fc1",)), [CATALOG["nn.Linear"]])
    assert asked is not None
    assert asked.candidates[0].arguments["out_features"] == 256
    assert asked.tries == ((((2, 20), "float32"),),)
    assert asked.reader is editor.graph.nodes["relu"]


@pytest.mark.parametrize("intent", [Behind("fc2"), Behind(), Swap(("fc1",)), Swap(("x",))])
def test_where_nothing_is_known_nothing_is_asked(editor: Editor, intent: Behind | Swap) -> None:
    assert question(editor.graph, Results(), intent, [CATALOG["nn.GELU"]]) is None


def test_a_new_drawing_begins_with_an_input_and_a_layer_behind_another_does_not(editor: Editor) -> None:
    assert candidates(Graph(), Behind())[0].is_input
    assert candidates(editor.graph, Behind("fc2"))[0].type == "nn.LazyLinear"
    assert candidates(editor.graph, Behind("fc2"))[-1].inputs == ()


def test_a_swap_offers_the_same_family_first_and_not_the_layer_itself(editor: Editor) -> None:
    offered = candidates(editor.graph, Swap(("relu",)))
    assert offered[0].type == "nn.GELU"
    assert "nn.ReLU" not in names(offered)


def test_what_does_not_fit_sinks_and_pinned_rows_stay() -> None:
    rows = [CATALOG[t] for t in ("nn.ReLU", "nn.GELU", "nn.SELU", "nn.CELU")]
    misfits = {"nn.ReLU", "nn.SELU"}
    assert names(sunk(rows, misfits)) == ["nn.GELU", "nn.CELU", "nn.ReLU", "nn.SELU"]
    assert names(sunk(rows, misfits, (2,))) == ["nn.GELU", "nn.CELU", "nn.SELU", "nn.ReLU"]
    assert names(sunk(rows, misfits, (0, 9))) == ["nn.ReLU", "nn.GELU", "nn.CELU", "nn.SELU"]


# The popup


@dataclass
class Desk:
    """A canvas in a window, with a list that can open over it."""

    canvas: CanvasRobot
    editor: Editor
    engine: FakeEngine
    control: QuickAdd
    robot: QuickAddRobot

    def answer(self, misfits: tuple[str, ...] = (), **shapes: tuple[int, ...]) -> None:
        told = {f"nn.{name}": shape for name, shape in shapes.items()}
        self.engine.fitted.emit(Fitted(len(self.engine.fits), told, misfits))


@pytest.fixture
def desk(qtbot: QtBot, editor: Editor, engine: FakeEngine, appearance: Appearance) -> Iterator[Desk]:
    accessible.install()
    window = QMainWindow()
    qtbot.addWidget(window)
    view = CanvasView(editor, appearance)
    window.setCentralWidget(view)
    window.resize(1200, 800)
    control = QuickAdd(view, engine, appearance, window)  # type: ignore[arg-type]
    editor.results.infer(Inference(SHAPES))
    window.show()
    window.activateWindow()
    view.fit_all()
    view.setFocus()
    yield Desk(CanvasRobot(view), editor, engine, control, QuickAddRobot(window))
    window.close()


def test_a_letter_opens_it_with_that_letter_and_enter_adds_behind(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.canvas.type("G")
    assert (desk.robot.title(), desk.robot.text()) == ("Add behind fc2", "G")
    desk.robot.type("ELU")
    assert desk.robot.current() == "GELU"
    desk.robot.enter()
    assert desk.editor.graph.edges[Port("gelu")] == Port("fc2")
    assert not desk.robot.is_open
    assert desk.canvas.selected() == {"gelu"}
    assert desk.canvas.view.hasFocus()
    desk.editor.undo()
    assert "gelu" not in desk.editor.graph.nodes


def test_it_opens_below_the_outline_of_the_card_and_leaves_with_escape(desk: Desk) -> None:
    before = desk.editor.graph
    desk.canvas.click("relu")
    desk.control.open_behind()
    assert outlines(desk) == 1
    desk.robot.escape()
    assert outlines(desk) == 0
    assert not desk.robot.is_open
    assert desk.editor.graph is before
    assert not desk.engine.is_fitting


def test_a_chosen_edge_is_where_the_layer_goes(desk: Desk) -> None:
    desk.canvas.click_edge("fc2")
    desk.control.open_behind()
    assert desk.robot.title() == "Insert between relu and fc2"
    desk.robot.enter("dropout")
    assert desk.editor.graph.edges[Port("fc2")] == Port("dropout")


def test_an_edge_let_go_on_nothing_asks_what_comes_next(desk: Desk) -> None:
    desk.canvas.drop_edge("fc1", desk.canvas.at(500, 300))
    assert desk.robot.title() == "Add behind fc1"
    desk.robot.enter("gelu")
    assert desk.editor.graph.edges[Port("gelu")] == Port("fc1")
    assert desk.editor.graph.place("gelu").y > 200


def test_an_edge_pulled_back_from_an_input_asks_what_feeds_it(desk: Desk) -> None:
    desk.editor.add_layer("torch.add", Point(700, 300))
    desk.canvas.drop_edge_back("add", desk.canvas.at(560, 420), input=1)
    assert desk.robot.title() == "Add what feeds add"
    desk.robot.enter("gelu")
    assert desk.editor.graph.edges[Port("add", 1)] == Port("gelu")
    assert desk.editor.graph.place("gelu").x < 700


def test_by_key_what_feeds_a_node_is_asked_for_at_its_first_free_input(desk: Desk) -> None:
    desk.editor.add_layer("torch.add", Point(700, 300))
    desk.control.open_before()
    assert desk.robot.title() == "Add what feeds add"
    desk.robot.enter("gelu")
    assert desk.editor.graph.edges[Port("add")] == Port("gelu")
    desk.editor.select(("relu",))
    desk.control.open_before()
    assert desk.robot.title() == "Insert between fc1 and relu"
    desk.robot.escape()
    desk.editor.select(("x",))
    desk.control.open_before()
    assert not desk.robot.is_open


def test_the_popular_ones_are_shown_at_once_and_sorted_when_the_answer_comes(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    assert desk.robot.rows()[:3] == ["LazyLinear", "ReLU", "LazyConv2d"]
    assert not desk.control.is_settled
    desk.answer(("nn.LazyConv2d",), LazyLinear=(2, 256), ReLU=(2, 10))
    assert desk.robot.rows()[:3] == ["LazyLinear", "ReLU", "Dropout"]
    assert desk.robot.rows()[-1] == "LazyConv2d"
    assert desk.robot.fit("ReLU") == shape_words((2, 10))
    assert desk.robot.fit("LazyConv2d") == "does not fit"


def test_the_row_that_was_stepped_to_does_not_move(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    desk.robot.step(2)
    desk.answer(("nn.LazyLinear", "nn.LazyConv2d"))
    assert desk.robot.current() == "LazyConv2d"
    assert desk.robot.rows()[:3] == ["ReLU", "Dropout", "LazyConv2d"]


def test_the_row_under_the_pointer_does_not_move(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    desk.robot.hover("LazyConv2d")
    desk.answer(("nn.LazyLinear", "nn.LazyConv2d"))
    assert desk.robot.rows()[2] == "LazyConv2d"


def test_before_anybody_has_aimed_the_first_row_is_one_that_fits(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    desk.answer(("nn.LazyLinear",))
    assert desk.robot.current() == "ReLU"


def test_what_was_typed_keeps_its_first_row(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind("relu")
    first = desk.robot.current()
    desk.answer((f"nn.{first}",))
    assert desk.robot.current() == first == desk.robot.rows()[0]


def test_an_answer_to_an_earlier_question_is_not_heard(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    desk.robot.escape()
    desk.canvas.click("relu")
    desk.control.open_behind()
    desk.engine.fitted.emit(Fitted(1, {}, ("nn.LazyLinear",)))
    assert desk.robot.current() == "LazyLinear"


def test_a_click_chooses(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    desk.robot.click("Dropout")
    assert desk.editor.graph.edges[Port("dropout")] == Port("fc2")


def test_a_click_beside_it_closes_it(desk: Desk) -> None:
    before = desk.editor.graph
    desk.control.open_behind()
    desk.canvas.click("x")
    assert not desk.robot.is_open
    assert desk.editor.graph is before


def test_whoever_goes_on_elsewhere_keeps_the_focus(desk: Desk) -> None:
    other = QLineEdit(desk.canvas.view.window())
    other.show()
    desk.control.open_behind()
    other.setFocus()
    assert not desk.robot.is_open
    assert other.hasFocus()


def test_a_swap_keeps_edges_and_arguments(desk: Desk) -> None:
    desk.canvas.click("fc1")
    desk.control.open_swap()
    assert desk.robot.title() == "Swap fc1 for"
    desk.robot.enter("nn.Linear")
    assert desk.editor.graph.nodes["fc1"].type == "nn.Linear"
    assert desk.editor.graph.nodes["fc1"].value("out_features") == 256
    desk.editor.undo()
    assert desk.editor.graph.nodes["fc1"].type == "nn.LazyLinear"


def test_several_nodes_are_swapped_at_once(desk: Desk) -> None:
    desk.canvas.click("fc1")
    desk.canvas.click("fc2", extend=True)
    desk.control.open_swap()
    assert desk.robot.title() == "Swap 2 nodes for"
    desk.robot.enter("nn.Linear")
    assert {desk.editor.graph.nodes[name].type for name in ("fc1", "fc2")} == {"nn.Linear"}


def test_without_a_choice_there_is_nothing_to_swap(desk: Desk) -> None:
    desk.editor.select()
    desk.control.open_swap()
    assert not desk.robot.is_open


def test_an_edit_from_elsewhere_closes_it(desk: Desk) -> None:
    desk.canvas.click("fc1")
    desk.control.open_behind()
    desk.editor.set_argument("fc1", "out_features", 8)
    assert not desk.robot.is_open


def test_a_screen_reader_hears_what_fits(desk: Desk) -> None:
    desk.canvas.click("fc2")
    desk.control.open_behind()
    desk.answer(("nn.LazyConv2d",), ReLU=(2, 10))
    popup = desk.control.popup
    assert popup is not None
    model = popup.model
    spoken = {model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())}
    assert any(text.startswith("LazyConv2d") and text.endswith("does not fit") for text in spoken)
    reader = QAccessible.queryAccessibleInterface(popup.field)
    assert reader.text(QAccessible.Text.Name) == "Add behind fc2"


def test_what_is_found_nowhere_says_so(desk: Desk) -> None:
    desk.control.open_behind("zzz")
    assert desk.robot.rows() == []
    desk.robot.enter()
    assert desk.robot.is_open, "there is nothing to choose"
    desk.robot.escape()


def outlines(desk: Desk) -> int:
    return sum(isinstance(item, Outline) for item in desk.canvas.view.canvas_scene.items())
