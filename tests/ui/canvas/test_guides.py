"""What draws a dragged card: lines through other cards first, then the grid; and nothing while Ctrl is held."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point
from lazygui.testing import events
from lazygui.testing.canvas import CTRL, CanvasRobot
from lazygui.ui.canvas.guides import BEYOND, Guides, align
from lazygui.ui.editor import Editor

BOX = (0.0, 0.0, 232.0, 56.0)


def test_a_card_is_drawn_to_the_nearest_of_what_lines_up() -> None:
    snap = align((3.0, 200.0, 235.0, 256.0), [BOX, (4.5, 500.0, 236.5, 556.0)], 5.0)
    assert snap.dx == 1.5
    assert snap.dy is None
    assert snap.lines == ((4.5, 200.0 - BEYOND, 4.5, 556.0 + BEYOND),)


def test_cards_of_two_heights_line_up_by_their_middles_and_lower_edges_too() -> None:
    tall = (400.0, 0.0, 632.0, 106.0)
    assert align((0.0, 22.0, 232.0, 78.0), [tall], 5.0).dy == 3.0, "middle on middle"
    assert align((0.0, 52.0, 232.0, 108.0), [tall], 5.0).dy == -2.0, "lower edge on lower edge"


def test_a_guide_goes_through_all_cards_that_are_on_it() -> None:
    row = [(336.0 * n, 2.0, 336.0 * n + 232, 58.0) for n in (1, 2, 4)]
    (line,) = align(BOX, row, 5.0).lines
    assert line == (-BEYOND, 2.0, 336.0 * 4 + 232 + BEYOND, 2.0)


def test_what_is_far_draws_nothing() -> None:
    snap = align(BOX, [(100.0, 300.0, 332.0, 356.0)], 5.0)
    assert (snap.dx, snap.dy, snap.lines) == (None, None, ())


def test_the_reach_is_one_of_the_screen() -> None:
    others = {"far": (12.0, 300.0, 244.0, 356.0)}
    near, far = Guides(lambda: others, lambda: 1.0), Guides(lambda: others, lambda: 0.25)
    near.has_grid = far.has_grid = False
    assert near.steer(BOX, 1.0, 0.0, ())[0] == 1.0
    assert far.steer(BOX, 1.0, 0.0, ())[0] == 12.0


@pytest.fixture
def loose(canvas: CanvasRobot, editor: Editor) -> CanvasRobot:
    """A canvas where fc2 stands apart, off the grid."""
    editor.do(MoveNodes({"fc2": Point(679, 389)}))
    return canvas


def test_a_dragged_card_gets_in_line_with_a_card_off_the_grid(loose: CanvasRobot, editor: Editor) -> None:
    loose.drag_node("relu", 682 - 336, 100)
    assert editor.graph.place("relu").x == 679
    assert editor.graph.place("relu").y == 288, "the other axis is on the grid"


def test_guides_are_shown_while_a_card_is_dragged_and_no_longer(loose: CanvasRobot) -> None:
    start = loose.title_of("relu")
    events.press(loose.view.viewport(), start)
    events.glide(loose.view.viewport(), start, start + QPoint(682 - 336, 100))
    assert [line[0] for line in loose.guides()] == [679]
    loose.let_go(start + QPoint(682 - 336, 100))
    assert loose.guides() == []


def test_a_drag_that_is_given_up_leaves_no_guide(loose: CanvasRobot) -> None:
    start = loose.title_of("relu")
    events.press(loose.view.viewport(), start)
    events.glide(loose.view.viewport(), start, start + QPoint(682 - 336, 100))
    loose.key(Qt.Key.Key_Escape)
    assert loose.guides() == []


def test_control_holds_snapping_off(loose: CanvasRobot, editor: Editor) -> None:
    start = loose.title_of("relu")
    end = start + QPoint(682 - 336, 101)
    events.press(loose.view.viewport(), start)
    events.glide(loose.view.viewport(), start, end, CTRL)
    assert loose.guides() == []
    events.release(loose.view.viewport(), end, CTRL)
    assert editor.graph.place("relu") == Point(682, 293)


def test_without_the_grid_a_card_stands_where_it_is_let_go(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.view.canvas_scene.guides.has_grid = False
    canvas.drag_node("relu", 61, 17)
    assert editor.graph.place("relu") == Point(397, 209)


def test_cards_that_move_along_and_cards_out_of_sight_draw_nothing(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(MoveNodes({"fc2": Point(340, 9000), "add": Point(341, 400)}))
    canvas.click("relu")
    canvas.click("add", extend=True)
    start = canvas.title_of("relu")
    events.press(canvas.view.viewport(), start)
    events.glide(canvas.view.viewport(), start, start + QPoint(70, 24))
    assert canvas.guides() == []
    canvas.let_go(start)
