"""Edges that make way for cards: which are led anew when a card comes, goes, grows or is dragged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from lazygui.graph.edits import AddNodes, MoveNodes, Remove
from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.graph.results import Histogram, NodeResult, State, TensorStatistics
from lazygui.testing import events
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas import roads, routing
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor


def skip() -> Graph:
    """x feeds add directly and through fc, in one row; a lonely ReLU stands far below."""
    nodes = (
        Node("x", "Input", {"shape": (2, 20)}),
        Node("fc", "nn.LazyLinear", {"out_features": 20}),
        Node("add", "torch.add"),
        Node("relu", "nn.ReLU"),
    )
    places = {"x": (0, 0), "fc": (336, 0), "add": (672, 0), "relu": (336, 480)}
    edges = {Port("fc"): Port("x"), Port("add"): Port("fc"), Port("add", 1): Port("x")}
    return Graph({node.id: node for node in nodes}, edges, {name: Point(*place) for name, place in places.items()})


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    editor = Editor()
    editor.open_graph(skip())
    return editor


def line(canvas: CanvasRobot, target: Port) -> list[QPointF]:
    item = canvas.view.canvas_scene.edges[target]
    return [item.line.pointAtPercent(step / 100) for step in range(101)]


def cards_on(canvas: CanvasRobot, target: Port) -> set[str]:
    """The cards that the line of an edge runs behind; both ends touch theirs."""
    scene = canvas.view.canvas_scene
    inside = {name: scene.cards_rect((name,)).adjusted(1, 1, -1, -1) for name in scene.nodes}
    return {name for name, rect in inside.items() for point in line(canvas, target) if rect.contains(point)}


def heights(canvas: CanvasRobot, target: Port) -> tuple[float, float]:
    ys = [round(point.y(), 3) for point in line(canvas, target)]
    return min(ys), max(ys)


def weight() -> TensorStatistics:
    counts = Histogram(-1.0, 1.0, tuple(range(16)))
    return TensorStatistics("weight", (20, 20), "float32", 400, 0.0, 0.5, -1.0, 1.0, 0, 0, 0, counts)


SKIP = Port("add", 1)


def test_a_skip_is_drawn_above_the_card_that_it_skips(canvas: CanvasRobot) -> None:
    assert cards_on(canvas, SKIP) == set()
    assert heights(canvas, SKIP)[0] == -18


def test_an_edge_makes_way_for_a_card_that_is_put_on_it_and_comes_back(canvas: CanvasRobot, editor: Editor) -> None:
    before = heights(canvas, SKIP)
    editor.do(MoveNodes({"relu": Point(336, -72)}))
    assert cards_on(canvas, SKIP) == set()
    assert heights(canvas, SKIP) != before
    editor.undo()
    assert heights(canvas, SKIP) == before


def test_an_edge_is_straight_again_when_the_card_in_its_way_is_deleted(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(Remove(frozenset(("fc",)), frozenset()))
    assert heights(canvas, SKIP) == (28, 52)


def test_an_edge_makes_way_for_a_card_that_grows(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(MoveNodes({"fc": Point(336, -132)}))
    scene = canvas.view.canvas_scene
    low = heights(canvas, SKIP)[1]
    item = scene.nodes["fc"]
    sentence = "A sentence that goes on and on. " * 3
    item.show_face(replace(item.face, state=State.FAILED, message=sentence))
    scene._follow_heights(["fc"])
    assert cards_on(canvas, SKIP) == set()
    assert heights(canvas, SKIP)[1] > low


def test_a_histogram_moves_no_edge_for_its_room_is_left_free(canvas: CanvasRobot, editor: Editor) -> None:
    before = line(canvas, SKIP)
    scene = canvas.view.canvas_scene
    editor.results.finish("fc", NodeResult("nn.Linear", ((2, 20),), ("float32",), (weight(),), 0.1))
    assert scene.nodes["fc"].face.histogram
    assert line(canvas, SKIP) == before


def test_other_edges_make_way_only_when_a_dragged_card_is_let_go(canvas: CanvasRobot) -> None:
    before = heights(canvas, SKIP)
    grip = canvas.title_of("relu")
    over = canvas.at(452, -36)
    events.press(canvas.view.viewport(), grip)
    events.glide(canvas.view.viewport(), grip, over)
    assert heights(canvas, SKIP) == before, "a card could not be let go on an edge that flees"
    canvas.let_go(over + QPoint(0, -20))
    assert cards_on(canvas, SKIP) == set()


def test_an_edge_keeps_its_way_under_another_name(canvas: CanvasRobot, editor: Editor) -> None:
    before = heights(canvas, SKIP)
    editor.rename("add", "sum")
    editor.do(MoveNodes({"relu": Point(336, -72)}))
    assert cards_on(canvas, Port("sum", 1)) == set()
    editor.undo()
    assert heights(canvas, Port("sum", 1)) == before


def test_when_all_cards_move_every_way_moves_with_them(canvas: CanvasRobot, editor: Editor) -> None:
    before = line(canvas, SKIP)
    editor.do(MoveNodes({name: Point(place.x + 36, place.y - 60) for name, place in editor.graph.layout.items()}))
    assert line(canvas, SKIP) == [point + QPointF(36, -60) for point in before]
    moved = heights(canvas, SKIP)
    editor.do(MoveNodes({"relu": Point(372, round(moved[0] / 12) * 12 - 36)}))
    assert cards_on(canvas, SKIP) == set()
    assert heights(canvas, SKIP) != moved
    editor.undo()
    editor.undo()
    assert line(canvas, SKIP) == before


@given(st.lists(st.tuples(st.sampled_from(sorted(skip().nodes)), st.integers(-9, 60), st.integers(-9, 40)), max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ways_are_those_of_a_drawing_that_was_just_opened(
    appearance: Appearance, moves: list[tuple[str, int, int]]
) -> None:
    editor = Editor()
    editor.open_graph(skip())
    lived = CanvasScene(editor, appearance)
    for name, column, row in moves:
        editor.do(MoveNodes({name: Point(column * 12.0, row * 12.0)}))
        editor.do(MoveNodes({node: Point(at.x + row, at.y + 12) for node, at in editor.graph.layout.items()}))
    opened = CanvasScene(editor, appearance)
    assert {port: item.line for port, item in lived.edges.items()} == {
        port: item.line for port, item in opened.edges.items()
    }


def test_what_an_undo_brings_back_is_where_it_was_and_nothing_is_looked_for_again(
    canvas: CanvasRobot, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {target: line(canvas, target) for target in editor.graph.edges}
    editor.do(Remove(frozenset(editor.graph.nodes)))
    asked: list[object] = []
    monkeypatch.setattr(roads, "route", lambda *told: asked.append(told) or routing.route(*told))
    editor.undo()
    assert {target: line(canvas, target) for target in editor.graph.edges} == before
    assert asked == []


def test_other_nodes_in_the_place_of_all_have_ways_of_their_own(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(Remove(frozenset(editor.graph.nodes)))
    nodes = (Node("x", "Input", {"shape": (2, 20)}), Node("add", "torch.add"))
    edges = (Edge(Port("x"), Port("add")), Edge(Port("x"), Port("add", 1)))
    editor.do(AddNodes(nodes, {"x": Point(0, 0), "add": Point(672, 0)}, edges))
    scene = canvas.view.canvas_scene
    assert set(scene.edges) == {Port("add"), Port("add", 1)}
    assert heights(canvas, Port("add", 1))[1] < 200, "nothing is in the way any more"
    editor.do(MoveNodes({"add": Point(672, 400)}))
    assert set(scene.edges) == {Port("add"), Port("add", 1)}
