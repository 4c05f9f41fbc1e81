"""What moves on the canvas, and that nothing does where motion is off: the truth is there before the picture is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point, Port
from lazygui.graph.results import State
from lazygui.testing import events
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.motion import Motion
from lazygui.ui.canvas.transitions import MOST_MOVING
from lazygui.ui.editor import Editor


@pytest.fixture
def moving(canvas: CanvasRobot) -> Motion:
    """The canvas as people have it: things move."""
    motion = canvas.view.canvas_scene.motion
    motion.is_on = True
    return motion


def card(canvas: CanvasRobot, name: str) -> NodeItem:
    return canvas.view.canvas_scene.nodes[name]


def painted_at(item: NodeItem) -> QPointF:
    return item.mapToScene(QPointF())


def test_a_movement_ends_at_its_end_and_the_clock_stops(qtbot: QtBot, qapp: QApplication) -> None:
    motion, shares = Motion(), []
    motion.is_on = True
    motion.play("cards", shares.append, 30)
    assert motion.is_running
    qtbot.waitUntil(lambda: not motion.is_running)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)


def test_a_movement_is_at_its_end_at_once_where_motion_is_off(qapp: QApplication) -> None:
    motion, shares = Motion(), []
    motion.play("cards", shares.append, 30)
    assert shares == [1]
    assert not motion.is_running


def test_turning_motion_off_ends_what_moves(qapp: QApplication) -> None:
    motion, shares = Motion(), []
    motion.is_on = True
    motion.play("cards", shares.append, 10_000)
    motion.is_on = False
    assert shares == [0, 1]


def test_one_kind_can_end_while_another_goes_on(qapp: QApplication) -> None:
    motion, cards, camera = Motion(), [], []
    motion.is_on = True
    motion.play("cards", cards.append, 10_000)
    motion.play("camera", camera.append, 10_000)
    motion.finish("cards")
    assert (cards, camera) == ([0, 1], [0])
    assert motion.is_running
    motion.finish()


def test_without_being_asked_for_nothing_moves(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(MoveNodes({"fc1": Point(336, 480)}))
    assert painted_at(card(canvas, "fc1")) == QPointF(336, 480)
    assert not canvas.view.canvas_scene.motion.is_running


def test_a_card_that_an_edit_places_elsewhere_glides_there(
    canvas: CanvasRobot, editor: Editor, moving: Motion, qtbot: QtBot
) -> None:
    editor.do(MoveNodes({"fc1": Point(336, 480)}))
    fc1, edge = card(canvas, "fc1"), canvas.view.canvas_scene.edges[Port("fc1")]
    assert fc1.pos() == QPointF(336, 480), "it is there already"
    assert painted_at(fc1) == QPointF(336, 0)
    assert edge.line.currentPosition() == QPointF(336, 28), "and its edge is painted with it"
    assert painted_at(card(canvas, "x")) == QPointF(0, 0)
    qtbot.waitUntil(lambda: not moving.is_running)
    assert painted_at(fc1) == QPointF(336, 480)
    assert edge.line.currentPosition() == QPointF(336, 508)


def test_a_press_meets_what_is_there_and_ends_all_movement(canvas: CanvasRobot, editor: Editor, moving: Motion) -> None:
    editor.do(MoveNodes({"fc1": Point(336, 384)}))
    events.click(canvas.view.viewport(), canvas.title_of("fc1"))
    assert not moving.is_running
    assert canvas.selected() == {"fc1"}
    assert painted_at(card(canvas, "fc1")) == QPointF(336, 384)


def test_an_edit_in_the_middle_of_a_movement_starts_from_the_truth(
    canvas: CanvasRobot, editor: Editor, moving: Motion
) -> None:
    editor.do(MoveNodes({"fc1": Point(336, 480)}))
    editor.undo()
    assert painted_at(card(canvas, "fc1")) == QPointF(336, 480)
    canvas.view.settle()
    assert painted_at(card(canvas, "fc1")) == QPointF(336, 0)


def test_a_drag_is_immediate(canvas: CanvasRobot, moving: Motion) -> None:
    canvas.drag_node("relu", 48, 24)
    assert not moving.is_running
    assert painted_at(card(canvas, "relu")) == card(canvas, "relu").pos()


def test_a_new_card_appears(canvas: CanvasRobot, editor: Editor, moving: Motion, qtbot: QtBot) -> None:
    editor.select(("relu",))
    node = editor.append_layer("nn.Tanh")
    assert node
    assert card(canvas, node).opacity() == 0
    qtbot.waitUntil(lambda: not moving.is_running)
    assert card(canvas, node).opacity() == 1


def test_a_drawing_that_is_opened_is_there_at_once(canvas: CanvasRobot, editor: Editor, moving: Motion) -> None:
    other = Editor()
    other.add_layer("Input", Point(0, 0))
    editor.open_graph(other.graph)
    assert not moving.is_running


def test_very_many_cards_jump(canvas: CanvasRobot, editor: Editor, moving: Motion) -> None:
    editor.open_graph(editor.graph.with_layout({}))
    for _ in range(6):
        editor.select_all()
        editor.duplicate_selection()
    canvas.view.settle()
    editor.select_all()
    assert len(editor.selected_nodes) > MOST_MOVING
    canvas.view.move_selection(0, 1)
    assert not moving.is_running


def test_a_new_state_gives_off_a_ring(canvas: CanvasRobot, editor: Editor, moving: Motion, qtbot: QtBot) -> None:
    editor.results.begin()
    editor.results.start("x")
    assert canvas.node("x").state() is State.RUNNING
    assert moving.count == 1
    canvas.view.grab()
    qtbot.waitUntil(lambda: not moving.is_running)


def test_the_camera_travels_and_tells_where_it_will_be(canvas: CanvasRobot, moving: Motion, qtbot: QtBot) -> None:
    view = canvas.view
    told: list[int] = []
    view.zoom_changed.connect(told.append)
    zoom = view.transform().m11()
    view.zoom_in()
    assert view.transform().m11() == zoom
    assert told == [view.zoom_percent] == [round(zoom * 120)]
    qtbot.waitUntil(lambda: not moving.is_running)
    assert view.transform().m11() == pytest.approx(zoom * 1.2)


def test_the_camera_arrives_where_it_would_have_jumped(canvas: CanvasRobot, moving: Motion, editor: Editor) -> None:
    view = canvas.view
    editor.do(MoveNodes({"relu": Point(4000, 3000)}))
    moving.is_on = False
    view.fit_gently()
    jumped = view.mapFromScene(0, 0), view.transform()
    view.zoom_reset()
    moving.is_on = True
    view.fit_gently()
    assert moving.is_running
    view.settle()
    assert (view.mapFromScene(0, 0), view.transform()) == jumped


def test_a_canvas_that_is_hidden_stands_still(canvas: CanvasRobot, moving: Motion) -> None:
    canvas.view.zoom_in()
    canvas.view.hide()
    assert not moving.is_running


def test_walking_by_keys_reveals_gently(canvas: CanvasRobot, moving: Motion, editor: Editor) -> None:
    editor.do(MoveNodes({"fc1": Point(5000, 0)}))
    canvas.view.settle()
    canvas.click("x")
    canvas.key(Qt.Key.Key_Right)
    assert canvas.selected() == {"fc1"}
    assert moving.is_running
    canvas.view.settle()
    assert canvas.view.viewport().rect().contains(canvas.title_of("fc1"))
