"""Every gesture of the canvas, by real mouse and key events; the document is asked first, the items after it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point, Port
from lazygui.testing import events
from lazygui.testing.canvas import CTRL, SHIFT, CanvasRobot
from lazygui.ui.editor import Editor
from lazygui.ui.theme import EDGE_CHOSEN


def test_dragging_from_an_output_to_an_input_connects_them(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.connect("fc1", "relu")
    assert editor.graph.edges[Port("relu")] == Port("fc1")
    assert ("fc1", "relu") in canvas.edges()


def test_dragging_from_an_input_to_an_output_connects_them_too(canvas: CanvasRobot, editor: Editor) -> None:
    events.drag(canvas.view.viewport(), canvas.input_of("relu"), canvas.output_of("fc1"))
    assert editor.graph.edges[Port("relu")] == Port("fc1")


def test_an_edge_let_go_on_a_card_takes_its_first_free_input(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.connect("fc1", "add")
    events.drag(canvas.view.viewport(), canvas.output_of("relu"), canvas.title_of("add"))
    assert editor.graph.edges[Port("add", 1)] == Port("relu")


def test_a_taken_input_is_refused_and_names_who_took_it(canvas: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    hint = canvas.hover_connection("relu", "fc1")
    assert "x" in hint
    canvas.let_go(canvas.input_of("fc1"))
    assert editor.graph is before


def test_a_way_back_is_refused_as_a_cycle(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.connect("fc1", "add")
    canvas.pick_up("fc1", canvas.at(-20, 300))
    before = editor.graph
    assert "cycle" in canvas.hover_connection("add", "fc1").lower()
    canvas.let_go(canvas.input_of("fc1"))
    assert editor.graph is before


def test_an_edge_picked_up_and_let_go_on_nothing_is_removed(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.pick_up("fc1", canvas.at(100, 300))
    assert not editor.graph.edges
    assert canvas.edges() == []
    editor.undo()
    assert canvas.edges() == [("x", "fc1")]


def test_an_edge_can_be_carried_to_another_input(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.pick_up("fc1", canvas.input_of("relu"))
    assert editor.graph.edges == {Port("relu"): Port("x")}
    editor.undo()
    assert editor.graph.edges == {Port("fc1"): Port("x")}


def test_an_edge_put_back_where_it_was_changes_nothing(canvas: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    canvas.pick_up("fc1", canvas.input_of("fc1"))
    assert editor.graph is before
    assert canvas.view.canvas_scene.edges[Port("fc1")].isVisible()


def test_dragging_a_card_moves_it_on_the_grid_as_one_step(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.drag_node("relu", 50, 31)
    place = editor.graph.place("relu")
    assert place.x % 12 == 0
    assert place.y % 12 == 0
    assert place.x > 336
    editor.undo()
    assert editor.graph.place("relu") == Point(336, 192)
    assert canvas.view.canvas_scene.nodes["relu"].pos().x() == 336


def test_chosen_cards_move_together(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click("relu")
    canvas.click("fc2", extend=True)
    before = editor.graph.layout
    canvas.drag_node("fc2", 48, 0)
    moved = {name for name in before if before[name] != editor.graph.layout[name]}
    assert moved == {"relu", "fc2"}


def test_a_loose_card_let_go_on_an_edge_goes_into_it(canvas: CanvasRobot, editor: Editor) -> None:
    start = canvas.title_of("relu")
    events.drag(canvas.view.viewport(), start, canvas.middle_of_edge("fc1"))
    assert editor.graph.edges == {Port("relu"): Port("x"), Port("fc1"): Port("relu")}
    shown = {name: item.pos().toTuple() for name, item in canvas.view.canvas_scene.nodes.items()}
    assert shown == dict(editor.graph.layout), "every card is where the edit has put it"


def test_escape_in_the_middle_of_a_drag_leaves_no_trace(canvas: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    start = canvas.title_of("relu")
    events.press(canvas.view.viewport(), start)
    events.glide(canvas.view.viewport(), start, start + QPoint(80, 40))
    canvas.key(Qt.Key.Key_Escape)
    canvas.let_go(start + QPoint(80, 40))
    assert editor.graph is before
    assert canvas.view.canvas_scene.nodes["relu"].pos().x() == 336


def test_a_click_chooses_and_shift_extends_and_a_click_on_nothing_clears(canvas: CanvasRobot) -> None:
    canvas.click("x")
    canvas.click("relu", extend=True)
    assert canvas.selected() == {"x", "relu"}
    canvas.click("x", extend=True)
    assert canvas.selected() == {"relu"}
    canvas.click_empty()
    assert canvas.selected() == set()


def test_a_rubber_band_chooses_what_it_touches(canvas: CanvasRobot) -> None:
    canvas.rubber_band(QRectF(320, 130, 200, 150))
    assert canvas.selected() == {"relu"}
    canvas.rubber_band(QRectF(-20, -20, 60, 100), extend=True)
    assert canvas.selected() == {"relu", "x"}


def test_an_edge_is_chosen_by_a_click(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click_edge("fc1")
    assert editor.selected_edges == {Port("fc1")}
    assert canvas.selected() == set()


def test_the_wheel_zooms_around_the_pointer(canvas: CanvasRobot) -> None:
    at = canvas.title_of("relu")
    before = canvas.view.mapToScene(at)
    canvas.wheel(3, at)
    assert canvas.view.zoom_percent > 100
    after = canvas.view.mapToScene(at)
    assert abs(after.x() - before.x()) < 3
    assert abs(after.y() - before.y()) < 3


def test_the_middle_button_pans(canvas: CanvasRobot) -> None:
    before = canvas.title_of("relu")
    canvas.pan(40, 25)
    assert canvas.title_of("relu") - before == QPoint(40, 25)


def test_arrows_walk_along_edges_and_by_direction(canvas: CanvasRobot) -> None:
    canvas.click("x")
    canvas.key(Qt.Key.Key_Right)
    assert canvas.selected() == {"fc1"}
    canvas.key(Qt.Key.Key_Down)
    assert canvas.selected() == {"relu"}
    canvas.key(Qt.Key.Key_Up)
    canvas.key(Qt.Key.Key_Left)
    assert canvas.selected() == {"x"}


def test_arrows_with_shift_move_the_card_and_undo_as_one(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click("relu")
    for _ in range(3):
        canvas.key(Qt.Key.Key_Right, SHIFT)
    assert editor.graph.place("relu") == Point(336 + 72, 192)
    editor.undo()
    assert editor.graph.place("relu") == Point(336, 192)


def test_keys_alone_connect_two_nodes(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click("fc1")
    canvas.view.connect_mode()
    targets = []
    while not targets or canvas.view.canvas_scene.nodes["add"].highlighted_port is None:
        targets.append(1)
        assert len(targets) < 9, "arrows never reach add"
        canvas.key(Qt.Key.Key_Right)
    canvas.key(Qt.Key.Key_Return)
    assert editor.graph.edges[Port("add")] == Port("fc1")


def test_keys_alone_remove_an_edge(canvas: CanvasRobot, editor: Editor) -> None:
    said: list[str] = []
    canvas.view.hint_changed.connect(said.append)
    before = dict(editor.graph.edges)
    canvas.click("x")
    canvas.view.connect_mode()
    canvas.key(Qt.Key.Key_Left)
    last = editor.graph.outputs["x"][-1]
    assert said[-1].startswith(f"Remove the edge from x to {last.target.node}?"), "what is there comes last"
    canvas.key(Qt.Key.Key_Return)
    assert dict(editor.graph.edges) == {port: source for port, source in before.items() if port != last.target}


def test_escape_leaves_connecting_without_an_edge(canvas: CanvasRobot, editor: Editor) -> None:
    before = editor.graph
    canvas.click("fc1")
    canvas.view.connect_mode()
    canvas.key(Qt.Key.Key_Escape)
    canvas.key(Qt.Key.Key_Return)
    assert editor.graph is before


def test_a_double_click_renames_on_the_card(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.double_click("relu")
    canvas.rename_to("act")
    assert "act" in editor.graph.nodes
    assert "relu" not in editor.graph.nodes
    assert canvas.node("act").face.title == "act"


def test_a_name_that_is_taken_is_said_and_the_field_stays(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click("relu")
    canvas.view.rename_selection()
    canvas.rename_to("fc1")
    assert "relu" in editor.graph.nodes
    canvas.rename_to("act")
    assert "act" in editor.graph.nodes


def test_the_zoom_does_not_change_when_a_card_is_chosen_with_control(canvas: CanvasRobot) -> None:
    before = canvas.view.zoom_percent
    events.click(canvas.view.viewport(), canvas.title_of("x"), CTRL)
    assert canvas.view.zoom_percent == before
    assert canvas.selected() == {"x"}


def test_space_and_a_drag_pan_and_nothing_is_chosen(canvas: CanvasRobot) -> None:
    before = canvas.title_of("relu")
    QTest.keyPress(canvas.view, Qt.Key.Key_Space)
    events.drag(canvas.view.viewport(), before, before + QPoint(30, 20))
    QTest.keyRelease(canvas.view, Qt.Key.Key_Space)
    assert canvas.title_of("relu") - before == QPoint(30, 20)
    assert canvas.selected() == set()


def test_shift_and_the_wheel_pan_sideways_and_do_not_zoom(canvas: CanvasRobot) -> None:
    before, zoom = canvas.title_of("relu"), canvas.view.zoom_percent
    canvas.wheel(1, keys=SHIFT)
    assert canvas.view.zoom_percent == zoom
    assert canvas.title_of("relu").y() == before.y()
    assert canvas.title_of("relu").x() != before.x()


def test_a_touchpad_pans(canvas: CanvasRobot) -> None:
    before, zoom = canvas.title_of("relu"), canvas.view.zoom_percent
    canvas.two_fingers(12, -7)
    assert canvas.title_of("relu") - before == QPoint(12, -7)
    assert canvas.view.zoom_percent == zoom


def test_the_zoom_has_bounds_and_goes_back_to_one(canvas: CanvasRobot) -> None:
    for _ in range(60):
        canvas.view.zoom_in()
    assert canvas.view.zoom_percent == 400
    for _ in range(60):
        canvas.view.zoom_out()
    assert canvas.view.zoom_percent == 5
    canvas.view.zoom_reset()
    assert canvas.view.zoom_percent == 100


def test_a_port_under_the_pointer_is_lit_and_goes_out_again(canvas: CanvasRobot) -> None:
    events.move(canvas.view.viewport(), canvas.output_of("x"), held=Qt.MouseButton.NoButton)
    assert canvas.view.canvas_scene.nodes["x"].highlighted_port == (True, 0)
    assert canvas.view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    events.move(canvas.view.viewport(), canvas.at(900, 500), held=Qt.MouseButton.NoButton)
    assert canvas.view.canvas_scene.nodes["x"].highlighted_port is None
    assert canvas.view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_right_button_chooses_what_its_menu_will_be_about(canvas: CanvasRobot, editor: Editor) -> None:
    right = Qt.MouseButton.RightButton
    events.press(canvas.view.viewport(), canvas.title_of("relu"), button=right)
    events.release(canvas.view.viewport(), canvas.title_of("relu"), button=right)
    assert canvas.selected() == {"relu"}
    events.press(canvas.view.viewport(), canvas.middle_of_edge("fc1"), button=right)
    events.release(canvas.view.viewport(), canvas.middle_of_edge("fc1"), button=right)
    assert editor.selected_edges == {Port("fc1")}


def test_shift_and_a_click_choose_several_edges(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.connect("fc1", "relu")
    canvas.click_edge("fc1")
    events.click(canvas.view.viewport(), canvas.middle_of_edge("relu"), SHIFT)
    assert editor.selected_edges == {Port("fc1"), Port("relu")}


def test_connecting_by_keys_asks_for_a_node_first(canvas: CanvasRobot) -> None:
    said: list[str] = []
    canvas.view.hint_changed.connect(said.append)
    canvas.view.connect_mode()
    assert "Choose one node" in said[-1]


def test_the_canvas_takes_the_focus_with_a_node_to_go_on_from(canvas: CanvasRobot) -> None:
    canvas.view.focus_canvas()
    assert canvas.selected() == {"x"}
    canvas.view.select_previous()
    assert canvas.selected() == {canvas.node_names()[-1]}


def test_a_card_far_away_is_brought_into_sight(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(MoveNodes({"relu": Point(9000, -7000)}))
    canvas.view.reveal("relu")
    assert canvas.view.viewport().rect().contains(canvas.title_of("relu"))


def test_the_edge_under_the_pointer_stands_out_until_the_pointer_leaves(canvas: CanvasRobot) -> None:
    canvas.hover_edge("fc1")
    assert canvas.hovered_edge() == "fc1"
    assert canvas.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    edge = canvas.view.canvas_scene.edges[Port("fc1")]
    assert edge.width > EDGE_CHOSEN
    events.move(canvas.view.viewport(), canvas.at(900, 500), held=Qt.MouseButton.NoButton)
    assert canvas.hovered_edge() is None
    canvas.hover_edge("fc1")
    QApplication.sendEvent(canvas.view.viewport(), QEvent(QEvent.Type.Leave))
    assert canvas.hovered_edge() is None


def test_an_edge_that_is_gone_under_the_pointer_is_no_longer_pointed_at(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.hover_edge("fc1")
    editor.select((), (Port("fc1"),))
    editor.delete_selection()
    events.move(canvas.view.viewport(), canvas.at(900, 500), held=Qt.MouseButton.NoButton)
    editor.undo()
    assert canvas.hovered_edge() is None


def test_an_edge_is_met_well_beside_its_thin_line(canvas: CanvasRobot, editor: Editor) -> None:
    events.click(canvas.view.viewport(), canvas.middle_of_edge("fc1") + QPoint(0, 7))
    assert editor.selected_edges == {Port("fc1")}
