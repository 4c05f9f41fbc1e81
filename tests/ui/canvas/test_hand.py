"""Chains that close, copies by Alt, pieces that go into edges, and fields on cards: by real mouse and key events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from lazygui.catalog import CATALOG
from lazygui.graph.inserting import Before, From
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.testing import events
from lazygui.testing.canvas import ALT, SHIFT, CanvasRobot
from lazygui.ui.canvas.argument_field import main_first
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.lines import DraftEdge
from lazygui.ui.canvas.walker import is_layer_letter
from lazygui.ui.command_table import canvas_letters
from lazygui.ui.editor import Editor

CHAIN = {Port("fc1"): Port("x"), Port("relu"): Port("fc1"), Port("fc2"): Port("relu")}


@pytest.fixture
def chain(editor: Editor, canvas: CanvasRobot) -> CanvasRobot:
    """x, fc1, relu, fc2 in a line, and add beside it."""
    nodes = {node.id: node for node in editor.graph.nodes.values()}
    places = {"x": (0, 0), "fc1": (336, 0), "relu": (672, 0), "fc2": (1008, 0), "add": (336, 288)}
    editor.open_graph(Graph(nodes, CHAIN, {name: Point(*place) for name, place in places.items()}))
    canvas.view.fit_all()
    return canvas


# Out of a chain


def test_shift_pressed_during_a_drag_takes_a_node_out_and_the_chain_closes(chain: CanvasRobot, editor: Editor) -> None:
    chain.pull_out("relu", 0, 80)
    assert editor.graph.edges == {Port("fc1"): Port("x"), Port("fc2"): Port("fc1")}
    assert editor.graph.place("relu").y > 0
    editor.undo()
    assert editor.graph.edges == CHAIN, "it is one step"
    assert chain.edges() == [("x", "fc1"), ("fc1", "relu"), ("relu", "fc2")]


def test_what_it_would_be_is_shown_and_taken_back_with_the_key(chain: CanvasRobot, editor: Editor) -> None:
    view, start = chain.view, chain.title_of("relu")
    before = editor.graph
    heard: list[str] = []
    view.hint_changed.connect(heard.append)
    events.press(view.viewport(), start)
    events.glide(view.viewport(), start, start + QPoint(0, 80))
    assert "Shift" in heard[-1]
    QTest.keyPress(view, Qt.Key.Key_Shift)
    assert drafts(chain) == 1
    assert not view.canvas_scene.edges[Port("relu")].isVisible()
    assert "chain closes" in chain.hint()
    QTest.keyRelease(view, Qt.Key.Key_Shift)
    assert drafts(chain) == 0
    assert view.canvas_scene.edges[Port("relu")].isVisible()
    chain.key(Qt.Key.Key_Escape)
    chain.let_go(start)
    assert editor.graph is before


def test_escape_leaves_a_pull_without_a_trace(chain: CanvasRobot, editor: Editor) -> None:
    before, start = editor.graph, chain.title_of("relu")
    events.press(chain.view.viewport(), start)
    events.glide(chain.view.viewport(), start, start + QPoint(0, 80))
    QTest.keyPress(chain.view, Qt.Key.Key_Shift)
    chain.key(Qt.Key.Key_Escape)
    assert editor.graph is before
    assert drafts(chain) == 0
    assert all(edge.isVisible() for edge in chain.view.canvas_scene.edges.values())


def test_shift_that_was_down_at_the_press_only_extends_the_choice(chain: CanvasRobot, editor: Editor) -> None:
    events.drag(chain.view.viewport(), chain.title_of("relu"), chain.title_of("relu") + QPoint(0, 80), SHIFT)
    assert editor.graph.edges == CHAIN


def test_the_command_puts_it_below_and_closes_the_chain(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("relu")
    editor.take_out_selection()
    assert editor.graph.edges == {Port("fc1"): Port("x"), Port("fc2"): Port("fc1")}
    assert editor.graph.place("relu") == Point(672, 192)
    assert editor.selected_nodes == {"relu"}
    before = editor.graph
    editor.take_out_selection()
    assert editor.graph is before, "what is out already stays where it is"


def test_deleting_can_close_the_chain(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("relu")
    chain.click("fc1", extend=True)
    editor.delete_closing()
    assert editor.graph.edges == {Port("fc2"): Port("x")}
    editor.undo()
    assert editor.graph.edges == CHAIN


# Into an edge


def test_a_card_with_several_inputs_goes_into_an_edge_by_its_first(chain: CanvasRobot, editor: Editor) -> None:
    events.drag(chain.view.viewport(), chain.title_of("add"), chain.middle_of_edge("fc2"))
    assert editor.graph.edges[Port("add")] == Port("relu")
    assert editor.graph.edges[Port("fc2")] == Port("add")


def test_a_collapsed_group_goes_into_an_edge(canvas: CanvasRobot, editor: Editor) -> None:
    nodes = {
        name: Node(name, kind, dict(CATALOG[kind].start_arguments()))
        for name, kind in (("x", "Input"), ("fc1", "nn.LazyLinear"), ("b.fc", "nn.LazyLinear"), ("b.act", "nn.ReLU"))
    }
    places = {"x": (0, 0), "fc1": (400, 0), "b.fc": (0, 300), "b.act": (336, 300)}
    edges = {Port("fc1"): Port("x"), Port("b.act"): Port("b.fc")}
    editor.open_graph(Graph(nodes, edges, {name: Point(*place) for name, place in places.items()}))
    editor.collapse("b")
    canvas.view.fit_all()
    events.drag(canvas.view.viewport(), canvas.title_of("b"), canvas.middle_of_edge("fc1"))
    assert editor.graph.edges == {**edges, Port("fc1"): Port("b.act"), Port("b.fc"): Port("x")}
    editor.undo()
    assert editor.graph.edges == edges


# Copies


def test_alt_drags_copies_with_the_edges_among_them(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("fc1")
    chain.click("relu", extend=True)
    before = dict(editor.graph.layout)
    chain.copy_node("relu", 0, 120)
    new = [name for name in editor.graph.nodes if name not in before]
    assert new == ["fc3", "relu2"]
    assert editor.graph.edges == {**CHAIN, Port("relu2"): Port("fc3")}
    assert {name: editor.graph.layout[name] for name in before} == before, "the originals stay"
    assert editor.graph.place("relu2").y > 0
    assert editor.graph.place("relu2").x - editor.graph.place("fc3").x == 336
    assert editor.selected_nodes == set(new)
    editor.undo()
    assert set(editor.graph.nodes) == set(before), "it is one step"


def test_ghosts_show_the_copies_and_escape_leaves_none(chain: CanvasRobot, editor: Editor) -> None:
    before, start = editor.graph, chain.title_of("relu")
    events.press(chain.view.viewport(), start, ALT)
    assert ghosts(chain) == 0
    events.glide(chain.view.viewport(), start, start + QPoint(0, 100), ALT)
    assert ghosts(chain) == 1
    assert "copies" in chain.hint()
    chain.key(Qt.Key.Key_Escape)
    chain.let_go(start + QPoint(0, 100))
    assert ghosts(chain) == 0
    assert editor.graph is before


def test_alt_without_a_drag_copies_nothing(chain: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    events.click(chain.view.viewport(), chain.title_of("relu"), ALT)
    assert editor.graph is before
    assert chain.selected() == {"relu"}


def test_a_collapsed_group_is_copied_as_one(chain: CanvasRobot, editor: Editor) -> None:
    editor.select(("fc1", "relu"))
    group = editor.group_selection() or ""
    editor.collapse(group)
    chain.copy_node(group, 0, 120)
    assert len(chain.collapsed()) == 2
    assert len(editor.graph.nodes) == 7


# Edges that are let go on nothing


def test_an_edge_let_go_on_nothing_tells_where(chain: CanvasRobot, editor: Editor) -> None:
    said: list[object] = []
    chain.view.edge_dropped.connect(said.append)
    before = editor.graph
    chain.drop_edge("fc2", chain.at(700, 300))
    chain.drop_edge_back("add", chain.at(200, 400), input=1)
    assert [type(spot) for spot in said] == [From, Before]
    assert [spot.source for spot in said if isinstance(spot, From)] == [Port("fc2")]
    assert [spot.target for spot in said if isinstance(spot, Before)] == [Port("add", 1)]
    assert editor.graph is before


def test_a_click_on_a_port_and_an_edge_that_was_there_ask_for_nothing(chain: CanvasRobot) -> None:
    said: list[object] = []
    chain.view.edge_dropped.connect(said.append)
    events.click(chain.view.viewport(), chain.output_of("fc2"))
    chain.pick_up("fc2", chain.at(700, 300))
    assert said == []


# Fields on cards


def test_enter_edits_the_main_argument_on_the_card(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("fc1")
    chain.key(Qt.Key.Key_Return)
    field = chain.argument_field()
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.accessibleName()) == ("256", "Output features")
    chain.type_argument("64")
    assert editor.graph.nodes["fc1"].value("out_features") == 64
    assert chain.argument_field() is None
    assert chain.view.hasFocus()
    editor.undo()
    assert editor.graph.nodes["fc1"].value("out_features") == 256


def test_a_double_click_below_the_title_edits_and_on_it_renames(chain: CanvasRobot) -> None:
    chain.double_click_arguments("fc1")
    assert chain.argument_field() is not None
    chain.key_in_argument(Qt.Key.Key_Escape)
    chain.double_click("fc1")
    assert chain.argument_field() is None
    chain.rename_to("hidden")


def test_tab_goes_on_to_the_next_argument_and_round(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("fc1")
    chain.key(Qt.Key.Key_Return)
    chain.type_argument("64", Qt.Key.Key_Tab)
    assert editor.graph.nodes["fc1"].value("out_features") == 64
    switch = chain.argument_field()
    assert isinstance(switch, QCheckBox)
    events.key(switch, Qt.Key.Key_Space)
    chain.key_in_argument(Qt.Key.Key_Return)
    assert editor.graph.nodes["fc1"].value("bias") is False
    chain.key(Qt.Key.Key_Return)
    chain.key_in_argument(Qt.Key.Key_Backtab)
    assert isinstance(chain.argument_field(), QCheckBox)
    chain.key_in_argument(Qt.Key.Key_Tab)
    assert isinstance(chain.argument_field(), QLineEdit)


def test_a_bad_value_is_said_beside_the_field_and_nothing_changes(chain: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    chain.click("fc1")
    chain.key(Qt.Key.Key_Return)
    chain.type_argument("-3")
    assert "at least 1" in chain.hint()
    assert chain.argument_field() is not None
    chain.key_in_argument(Qt.Key.Key_Escape)
    assert editor.graph is before
    assert chain.argument_field() is None


def test_leaving_the_field_takes_over_what_can_stand(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("fc1")
    chain.key(Qt.Key.Key_Return)
    field = chain.argument_field()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    events.type_text(field, "32")
    chain.view.setFocus()
    assert editor.graph.nodes["fc1"].value("out_features") == 32
    assert chain.argument_field() is None


def test_an_undo_from_elsewhere_closes_the_field(chain: CanvasRobot, editor: Editor) -> None:
    chain.click("fc1")
    editor.set_argument("fc1", "out_features", 8)
    chain.key(Qt.Key.Key_Return)
    editor.undo()
    assert chain.argument_field() is None


def test_a_layer_without_arguments_says_so(chain: CanvasRobot) -> None:
    said: list[str] = []
    chain.view.hint_changed.connect(said.append)
    chain.view.editor.select()
    chain.view.edit_arguments()
    assert "arguments" in said[-1]


def test_every_layer_has_its_main_argument_first() -> None:
    firsts = {kind: found[0].name for kind, spec in CATALOG.items() if (found := main_first(Node("one", kind)))}
    assert firsts["nn.LazyLinear"] == firsts["nn.Linear"] == "out_features"
    assert firsts["nn.Conv2d"] == "out_channels"
    assert firsts["nn.Dropout"] == "p"
    assert main_first(Node("odd", "my.Odd")) == ()
    assert "source" not in {one.name for one in main_first(Node("own", "Custom"))}


# Letters


def test_a_letter_that_is_no_command_and_any_capital_one_begin_a_name(canvas: CanvasRobot) -> None:
    typed: list[str] = []
    canvas.view.letter_typed.connect(typed.append)
    canvas.type("bRcF7")
    assert typed == ["b", "R", "F"]


def test_letters_with_control_begin_nothing() -> None:
    plain = Qt.KeyboardModifier.NoModifier
    assert is_layer_letter("r", plain)
    assert is_layer_letter("C", SHIFT)
    assert not is_layer_letter("c", plain)
    assert not is_layer_letter("r", Qt.KeyboardModifier.ControlModifier)
    assert not is_layer_letter("", plain)
    assert {"A", "C", "F", "S", "X"} <= canvas_letters()


def drafts(canvas: CanvasRobot) -> int:
    return sum(isinstance(item, DraftEdge) for item in canvas.view.canvas_scene.items())


def ghosts(canvas: CanvasRobot) -> int:
    cards = canvas.view.canvas_scene.nodes.values()
    return sum(isinstance(item, NodeItem) and item not in cards for item in canvas.view.canvas_scene.items())
