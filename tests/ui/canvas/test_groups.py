"""Groups on the canvas by real mouse and key events: frames, cards of collapsed groups, and what both stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import State
from lazygui.testing import events
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.editor import Editor

STEP = 336


def chain(*names: str, kind: str = "nn.ReLU") -> Graph:
    """Nodes in a row, each feeding the next; the first is an input."""
    nodes = {name: Node(name, kind) for name in names}
    nodes[names[0]] = Node(names[0], "Input", {"shape": (2, 8)})
    edges = {Port(after): Port(before) for before, after in pairwise(names)}
    return Graph(nodes, edges, {name: Point(STEP * place, 0) for place, name in enumerate(names)})


@pytest.fixture
def grouped(canvas: CanvasRobot, editor: Editor) -> CanvasRobot:
    """x, a group `body` of two, with another of two in it, and a node behind."""
    editor.open_graph(chain("x", "body.first", "body.inner.a", "body.inner.b", "out"))
    canvas.view.fit_all()
    return canvas


def test_every_group_has_a_frame_around_all_that_is_in_it(grouped: CanvasRobot) -> None:
    assert grouped.groups() == ["body", "body.inner"]
    frames = grouped.view.canvas_scene.frames.items
    cards = grouped.view.canvas_scene.cards_rect(("body.first", "body.inner.a", "body.inner.b"))
    assert frames["body"].rect.contains(cards)
    assert frames["body"].rect.contains(frames["body.inner"].rect)
    assert not frames["body"].rect.intersects(grouped.view.canvas_scene.cards_rect(("out",)))


def test_a_chevron_collapses_a_group_into_one_card_and_opens_it_again(grouped: CanvasRobot) -> None:
    grouped.collapse("body")
    assert grouped.collapsed() == ["body"]
    assert set(grouped.node_names()) == {"x", "out", "body"}
    assert grouped.groups() == []
    assert grouped.selected_group() == "body"
    grouped.expand("body")
    assert grouped.groups() == ["body", "body.inner"]
    assert set(grouped.node_names()) == {"x", "out", "body.first", "body.inner.a", "body.inner.b"}


def test_a_double_click_on_the_tab_collapses_and_on_the_card_opens(grouped: CanvasRobot) -> None:
    grouped.double_click_group("body")
    assert grouped.collapsed() == ["body"]
    grouped.double_click("body")
    assert grouped.collapsed() == []


def test_two_quick_presses_on_a_chevron_do_not_open_it_again(grouped: CanvasRobot) -> None:
    events.double_click(grouped.view.viewport(), grouped.chevron_of("body"))
    assert grouped.collapsed() == ["body"]


def test_a_group_within_a_collapsed_one_stays_as_it_was(grouped: CanvasRobot) -> None:
    grouped.collapse("body.inner")
    grouped.collapse("body")
    grouped.expand("body")
    assert grouped.collapsed() == ["body.inner"]


def test_a_large_drawing_opens_collapsed_and_is_opened_level_by_level(canvas: CanvasRobot, editor: Editor) -> None:
    editor.open_graph(chain("x", *(f"body.inner.n{number}" for number in range(40)), "out"))
    canvas.view.show_whole()
    assert canvas.collapsed() == ["body"]
    canvas.expand("body")
    assert canvas.collapsed() == ["body.inner"]


def test_a_reader_hears_the_whole_name_of_what_lies_in_a_group(grouped: CanvasRobot) -> None:
    assert grouped.node("body.inner.a").face.title == "a"
    assert grouped.spoken("body.inner.a").startswith("body.inner.a, ReLU")
    grouped.collapse("body.inner")
    assert grouped.spoken("body.inner").startswith("body.inner, ")


def test_a_block_with_a_shortcut_is_shown_in_the_row_of_its_neighbours(canvas: CanvasRobot, editor: Editor) -> None:
    drawn = chain("x", "block.conv", "block.add", "out")
    edges = {**drawn.edges, Port("block.add", 1): Port("x")}
    nodes = {**drawn.nodes, "block.add": Node("block.add", "torch.add")}
    # The shortcut has the row of x; what it goes past stands a row lower.
    editor.open_graph(Graph(nodes, edges, {**drawn.layout, "block.conv": Point(STEP, 192)}))
    canvas.view.fit_all()
    canvas.collapse("block")
    cards = canvas.view.canvas_scene.nodes
    assert {cards[name].y() for name in ("x", "block", "out")} == {0}


def test_edges_end_at_the_ports_of_the_card_and_inner_ones_are_not_seen(grouped: CanvasRobot) -> None:
    grouped.collapse("body")
    assert grouped.edges() == [("x", "body.first"), ("body.inner.b", "out")]
    scene = grouped.view.canvas_scene
    assert scene.port_position(Port("body.first"), False).x() == scene.nodes["body"].x()
    assert grouped.node("body").face.inputs == 1
    assert grouped.node("body").face.outputs == 1


def test_the_card_says_how_much_is_in_it(grouped: CanvasRobot) -> None:
    grouped.collapse("body")
    assert grouped.node("body").face.title == "body"
    assert "3 layers" in grouped.node("body").face.subtitle


def test_collapsing_is_no_edit(grouped: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    grouped.collapse("body")
    assert editor.graph is before
    assert not editor.document.is_modified
    assert editor.document.undo_title is None


def test_the_room_of_a_collapsed_group_is_closed_up_and_opened_again(grouped: CanvasRobot, editor: Editor) -> None:
    scene = grouped.view.canvas_scene
    before = editor.graph.layout
    grouped.collapse("body")
    assert scene.nodes["out"].x() == 2 * STEP
    assert editor.graph.layout == before
    grouped.expand("body")
    assert scene.nodes["out"].x() == 4 * STEP


def test_a_card_moves_all_that_it_stands_for_in_one_step(grouped: CanvasRobot, editor: Editor) -> None:
    grouped.collapse("body")
    before = editor.graph.layout
    grouped.drag_node("body", 0, 80)
    moved = {name for name in before if editor.graph.place(name) != before[name]}
    assert moved == {"body.first", "body.inner.a", "body.inner.b"}
    assert len({editor.graph.place(name).y for name in moved}) == 1
    editor.undo()
    assert editor.graph.layout == before


def test_a_card_behind_a_collapsed_group_is_let_go_where_the_pointer_is(grouped: CanvasRobot, editor: Editor) -> None:
    grouped.collapse("body")
    scene = grouped.view.canvas_scene
    before = scene.nodes["out"].pos()
    grouped.drag_node("out", 60, 120)
    assert scene.nodes["out"].x() > before.x()
    shown = scene.nodes["out"].pos()
    grouped.expand("body")
    assert scene.nodes["out"].x() == pytest.approx(shown.x() + 2 * STEP)


def test_dragging_a_tab_moves_the_group_and_its_frame(grouped: CanvasRobot, editor: Editor) -> None:
    before = dict(editor.graph.layout)
    rect = grouped.view.canvas_scene.frames.items["body"].rect
    grouped.drag_group("body", 0, 90)
    assert {name for name in before if editor.graph.place(name) != before[name]} == {
        "body.first",
        "body.inner.a",
        "body.inner.b",
    }
    assert grouped.view.canvas_scene.frames.items["body"].rect.top() > rect.top()
    editor.undo()
    assert editor.graph.layout == before
    assert grouped.view.canvas_scene.frames.items["body"].rect == rect


def test_a_frame_grows_with_a_card_that_is_dragged_away(grouped: CanvasRobot) -> None:
    before = grouped.view.canvas_scene.frames.items["body"].rect
    grouped.drag_node("body.inner.b", 0, 120)
    after = grouped.view.canvas_scene.frames.items["body"].rect
    assert after.bottom() > before.bottom()


def test_the_tab_chooses_the_group_and_the_frame_shows_it(grouped: CanvasRobot, editor: Editor) -> None:
    grouped.click_group("body.inner")
    assert editor.selected_nodes == {"body.inner.a", "body.inner.b"}
    assert grouped.selected_group() == "body.inner"
    assert grouped.view.canvas_scene.frames.items["body.inner"].is_chosen
    grouped.click("x")
    assert grouped.selected_group() is None
    assert not grouped.view.canvas_scene.frames.items["body.inner"].is_chosen


def test_choosing_a_collapsed_card_chooses_what_it_stands_for(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse("body")
    grouped.click("body")
    assert editor.selected_nodes == {"body.first", "body.inner.a", "body.inner.b"}
    assert grouped.selected() == {"body"}
    editor.delete_selection()
    assert set(grouped.node_names()) == {"x", "out"}
    editor.undo()
    assert grouped.collapsed() == ["body"]


def test_a_rubber_band_over_a_collapsed_card_chooses_it_whole(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse("body")
    rect = grouped.view.canvas_scene.cards_rect(("body",)).adjusted(-20, -20, 20, 20)
    grouped.rubber_band(rect)
    assert editor.selected_nodes == {"body.first", "body.inner.a", "body.inner.b"}


def test_an_edge_drawn_to_a_card_ends_at_the_node_in_it(canvas: CanvasRobot, editor: Editor) -> None:
    graph = chain("x", "body.a", "body.b", "out").without_edges((Port("body.a"), Port("out")))
    editor.open_graph(graph)
    canvas.view.fit_all()
    canvas.collapse("body")
    canvas.connect("x", "body.a")
    events.drag(canvas.view.viewport(), canvas.output_of("body.b"), canvas.title_of("out"))
    assert editor.graph.edges[Port("body.a")] == Port("x")
    assert editor.graph.edges[Port("out")] == Port("body.b")


def test_an_edge_to_a_card_that_feeds_two_of_its_nodes_is_drawn_once_and_deleted_whole(
    canvas: CanvasRobot, editor: Editor
) -> None:
    graph = chain("x", "res.a", "out")
    nodes = {**graph.nodes, "res.add": Node("res.add", "torch.add")}
    edges = {Port("res.a"): Port("x"), Port("res.add"): Port("res.a"), Port("res.add", 1): Port("x")}
    editor.open_graph(Graph(nodes, {**edges, Port("out"): Port("res.add")}, graph.layout))
    canvas.view.fit_all()
    canvas.collapse("res")
    assert len(canvas.edges()) == 2
    canvas.click_edge("res.a")
    editor.delete_selection()
    assert editor.graph.edges == {Port("res.add"): Port("res.a"), Port("out"): Port("res.add")}


def test_keys_walk_over_a_collapsed_card_and_enter_opens_it(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse("body")
    grouped.click("x")
    grouped.key(Qt.Key.Key_Right)
    assert grouped.selected() == {"body"}
    grouped.key(Qt.Key.Key_Right)
    assert grouped.selected() == {"out"}
    grouped.key(Qt.Key.Key_Left)
    grouped.key(Qt.Key.Key_Return)
    assert grouped.groups() == ["body", "body.inner"]


def test_edges_by_keys_start_at_a_collapsed_card(grouped: CanvasRobot, editor: Editor) -> None:
    editor.delete_selection()
    editor.collapse("body")
    grouped.click("body")
    grouped.view.connect_mode()
    grouped.key(Qt.Key.Key_Return)
    assert Port("out") not in editor.graph.edges


def test_a_hidden_node_that_is_wanted_opens_its_groups(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse_all()
    grouped.view.reveal("body.inner.b")
    assert grouped.groups() == ["body", "body.inner"]


def test_a_member_that_failed_makes_its_group_fail_by_name(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse("body")
    finding = Finding(Problem("cycle", "body.inner.a", {"path": "a"}))
    editor.results.fail(editor.graph, "body.inner.a", finding)
    assert grouped.node("body").state() is State.FAILED
    assert "body.inner.a" in grouped.node("body").message()


def test_repeated_blocks_are_one_card_and_open_one_at_a_time(canvas: CanvasRobot, editor: Editor) -> None:
    names = [f"blks.{block}.{node}" for block in range(4) for node in ("ln", "act")]
    editor.open_graph(chain("x", *names, "out"))
    editor.collapse_all()
    editor.expand("blks")
    assert canvas.collapsed() == ["blks.0"]
    assert canvas.node("blks.0").face.title == "blks.0–3 × 4"
    canvas.view.fit_all()
    canvas.expand("blks.0")
    assert canvas.collapsed() == ["blks.1"]
    assert "× 3" in canvas.node("blks.1").face.title
    canvas.view.fit_all()
    canvas.collapse("blks.0")
    assert canvas.node("blks.0").face.title == "blks.0–3 × 4"
    assert editor.selected_nodes == set(names)


def test_what_is_collapsed_follows_a_new_name(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse("body")
    assert editor.rename_group("body", "trunk") is None
    assert grouped.collapsed() == ["trunk"]
    editor.undo()
    assert grouped.collapsed() == ["body"]


def test_a_path_is_lit_on_cards_and_edges_and_goes_out(grouped: CanvasRobot, editor: Editor) -> None:
    editor.highlight(("x", "body.first"))
    assert grouped.glowing() == {"x", "body.first"}
    assert grouped.lit_edges() == {"body.first"}
    editor.collapse("body")
    assert grouped.glowing() == {"x", "body"}
    editor.highlight()
    assert grouped.glowing() == set()
    assert grouped.lit_edges() == set()


def test_while_a_path_is_lit_the_edges_of_what_is_chosen_are_not(grouped: CanvasRobot, editor: Editor) -> None:
    editor.select(["body.first"])
    beside = grouped.lit_edges() - {"body.first"}
    assert beside
    editor.highlight(("x", "body.first"))
    assert grouped.lit_edges() == {"body.first"}
    editor.highlight()
    assert grouped.lit_edges() == beside | {"body.first"}


def test_another_drawing_starts_with_all_groups_open(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse_all()
    editor.open_graph(chain("x", "body.a"))
    assert grouped.groups() == ["body"]
    assert editor.collapsed == frozenset()


def test_what_is_named_while_it_is_hidden_is_shown_first(grouped: CanvasRobot, editor: Editor) -> None:
    editor.collapse_all()
    editor.select(("body.inner.a", "body.inner.b"))
    grouped.view.rename_selection()
    grouped.rename_to("core")
    assert grouped.collapsed() == ["body.core"]


def test_one_of_several_repeated_blocks_can_be_named(canvas: CanvasRobot, editor: Editor) -> None:
    editor.open_graph(chain("x", *(f"blks.{block}.{node}" for block in range(3) for node in ("ln", "act"))))
    editor.collapse_all()
    editor.expand("blks")
    editor.select(("blks.1.ln", "blks.1.act"))
    canvas.view.rename_selection()
    canvas.rename_to("middle")
    assert "blks.middle.ln" in editor.graph.nodes
