"""The overview in the corner: when it is seen, where it leads, and that it stands in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lazygui.catalog.spec import Family
from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point
from lazygui.graph.results import State
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas.minimap import card_color
from lazygui.ui.editor import Editor
from lazygui.ui.theme import LIGHT


@pytest.fixture
def large(canvas: CanvasRobot, editor: Editor) -> CanvasRobot:
    """A drawing that is larger than the canvas, and an overview that is wanted."""
    editor.do(MoveNodes({"add": Point(4000, 0), "fc2": Point(4000, 3000)}))
    canvas.view.minimap.is_wanted = True
    canvas.view.zoom_reset()
    return canvas


def centre(canvas: CanvasRobot) -> QPointF:
    return canvas.view.mapToScene(canvas.view.viewport().rect().center())


def test_it_is_seen_only_while_a_part_of_the_drawing_is_not(large: CanvasRobot) -> None:
    assert large.has_minimap()
    large.view.fit_all()
    assert not large.has_minimap()
    large.pan(400, 0)
    assert large.has_minimap()


def test_it_is_not_seen_where_nobody_wants_it(large: CanvasRobot) -> None:
    large.view.minimap.is_wanted = False
    assert not large.has_minimap()


def test_it_is_not_seen_over_an_empty_canvas(large: CanvasRobot, editor: Editor) -> None:
    editor.select_all()
    editor.delete_selection()
    assert not large.has_minimap()


def test_it_stands_in_the_lower_right_corner(large: CanvasRobot) -> None:
    large.view.resize(900, 500)
    place, room = large.view.minimap.geometry(), large.view.viewport().rect()
    assert room.contains(place)
    assert (room.right() - place.right(), room.bottom() - place.bottom()) == (12, 12)


def test_a_press_leads_to_what_is_there(large: CanvasRobot) -> None:
    large.press_minimap(4100, 3050)
    assert large.view.viewport().rect().contains(large.title_of("fc2"))


def test_the_frame_can_be_dragged_and_what_is_seen_goes_with_it(large: CanvasRobot) -> None:
    large.press_minimap(2000, 1500)
    before = centre(large)
    large.drag_minimap(1000, -500)
    way = centre(large) - before
    pixel = 1 / large.view.minimap._scale
    assert abs(way.x() - 1000) <= pixel
    assert abs(way.y() + 500) <= pixel


def test_a_press_on_the_frame_moves_nothing(large: CanvasRobot) -> None:
    large.press_minimap(2000, 1500)
    before = centre(large)
    large.press_minimap(before.x() + 300, before.y())
    assert centre(large) == before


def test_its_frame_is_around_what_is_seen_and_never_outside(large: CanvasRobot) -> None:
    minimap = large.view.minimap
    large.press_minimap(2000, 1500)
    assert (minimap.frame.center() - minimap.place(centre(large))).manhattanLength() < 1
    large.pan(-30000, 0)
    assert minimap.rect().contains(minimap.frame.toRect())


def test_it_takes_no_focus_and_no_gesture_of_the_canvas(large: CanvasRobot, editor: Editor) -> None:
    large.click("x")
    large.view.setFocus()
    QTest.mouseClick(large.view.minimap, Qt.MouseButton.LeftButton)
    assert large.view.hasFocus()
    assert large.selected() == {"x"}
    assert large.view.minimap.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert large.view.minimap.accessibleName() == "Overview of the drawing"


def test_the_wheel_over_it_zooms_the_canvas(large: CanvasRobot) -> None:
    before, minimap = large.view.zoom_percent, large.view.minimap
    at = QPointF(minimap.rect().center())
    where, none, phase = minimap.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, where, QPoint(), QPoint(0, 120), none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(minimap, wheel)
    assert large.view.zoom_percent > before


def test_cards_have_the_colour_of_their_family_and_what_is_urgent_has_its_own() -> None:
    assert card_color(Family.LINEAR, State.INITIALIZED, LIGHT) == LIGHT.family(Family.LINEAR)
    assert card_color(Family.LINEAR, State.UNINITIALIZED, LIGHT).alpha() < 255
    assert card_color(Family.LINEAR, State.FAILED, LIGHT) == QColor(LIGHT.error)
    assert card_color(Family.LINEAR, State.RUNNING, LIGHT) == QColor(LIGHT.running)


def test_it_follows_the_drawing(large: CanvasRobot, editor: Editor) -> None:
    before = large.view.minimap.grab().toImage()
    editor.do(MoveNodes({"relu": Point(2000, 2500)}))
    assert large.has_minimap()
    assert large.view.minimap.grab().toImage() != before
