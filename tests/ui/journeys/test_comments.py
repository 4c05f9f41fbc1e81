"""Notes and frames by mouse and by keys: written, moved with what lies in them, sized, copied, exported, read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from lazygui.graph.comments import CommentKind
from lazygui.storage import format
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.figure.choices import Choices, Subject
from lazygui.ui.figure.figure import Figure

Key = Qt.Key


@pytest.fixture
def drawn(lazygui: AppRobot) -> AppRobot:
    """A frame around fc1 and relu, and a note above it."""
    scene = lazygui.canvas.view.canvas_scene
    around = scene.cards_rect(("fc1", "relu")).adjusted(-30, -60, 30, 60)
    lazygui.direct.frame("Hidden layer", around.x(), around.y(), around.width(), around.height())
    lazygui.direct.note("in_features is found", around.x(), around.y() - 160)
    lazygui.direct.select()
    lazygui.keys("F")
    lazygui.canvas.view.setFocus()
    return lazygui


def rect(robot: AppRobot, comment: str) -> tuple[float, ...]:
    return tuple(robot.window.editor.graph.comments[comment].rect)


def test_n_writes_a_note_and_typing_goes_into_it(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    lazygui.keys("N")
    lazygui.canvas.write("look here")
    assert list(lazygui.canvas.comments().values()) == ["look here"]
    assert lazygui.canvas.view.hasFocus()
    lazygui.keys("Ctrl+Z")
    lazygui.keys("Ctrl+Z")
    assert lazygui.canvas.comments() == {}


def test_shift_n_frames_what_is_chosen(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    lazygui.canvas.click("relu", extend=True)
    lazygui.keys("Shift+N")
    lazygui.canvas.rename_to("Hidden layer")
    scene = lazygui.canvas.view.canvas_scene
    (item,) = scene.notes.items.values()
    assert item.comment.kind is CommentKind.FRAME
    assert item.comment.text == "Hidden layer"
    assert item.rect.contains(scene.cards_rect(("fc1", "relu")))
    assert not item.rect.intersects(scene.cards_rect(("fc2",)))


def test_a_frame_takes_along_what_lies_in_it(drawn: AppRobot) -> None:
    places = dict(drawn.window.editor.graph.layout)
    before = rect(drawn, "comment1")
    drawn.canvas.drag_comment("comment1", 40, 30)
    graph = drawn.window.editor.graph
    dx, dy = graph.comments["comment1"].rect.x - before[0], graph.comments["comment1"].rect.y - before[1]
    assert (dx, dy) != (0, 0)
    for node in ("fc1", "relu"):
        assert graph.place(node) == (places[node].x + dx, places[node].y + dy)
    assert graph.place("fc2") == places["fc2"]
    drawn.keys("Ctrl+Z")
    assert rect(drawn, "comment1") == before
    assert dict(drawn.window.editor.graph.layout) == places


def test_a_note_alone_is_moved_and_sized(drawn: AppRobot) -> None:
    before = rect(drawn, "comment2")
    drawn.canvas.drag_comment("comment2", 50, -20)
    assert rect(drawn, "comment2")[:2] != before[:2]
    corner = drawn.canvas.corner_of("comment2")
    events.drag(drawn.canvas.view.viewport(), corner, corner + QPoint(60, 40))
    assert rect(drawn, "comment2")[2] > before[2]
    assert rect(drawn, "comment2")[3] > before[3]


def test_the_inside_of_a_frame_is_canvas(drawn: AppRobot) -> None:
    drawn.canvas.click("relu")
    assert drawn.canvas.selected() == {"relu"}
    assert drawn.window.editor.selected_comments == frozenset()


def test_a_double_click_writes_and_leaving_takes_over(drawn: AppRobot) -> None:
    events.double_click(drawn.canvas.view.viewport(), drawn.canvas.top_of("comment2"))
    field = find(drawn.window, QPlainTextEdit, "canvas.note")
    field.selectAll()
    events.type_text(field, "other words")
    drawn.canvas.click("fc2")
    assert drawn.canvas.comments()["comment2"] == "other words"


def test_by_keys_alone(drawn: AppRobot) -> None:
    drawn.keys(".")
    assert drawn.window.editor.selected_comment is not None
    assert drawn.window.editor.selected_comment.id == "comment1"
    drawn.keys("F2")
    drawn.canvas.rename_to("First block")
    drawn.keys(".")
    before = rect(drawn, "comment2")
    drawn.canvas.key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert rect(drawn, "comment2")[0] == before[0] + 24
    drawn.canvas.key(Key.Key_Return)
    drawn.canvas.write("by keys")
    assert drawn.canvas.comments() == {"comment1": "First block", "comment2": "by keys"}
    drawn.keys("Delete")
    assert drawn.canvas.comments() == {"comment1": "First block"}


def test_the_inspector_edits_all_of_it(drawn: AppRobot) -> None:
    drawn.keys(".")
    drawn.keys("Alt+2")
    text = find(drawn.window, QPlainTextEdit, "inspector.comment.text")
    assert text.hasFocus()
    text.selectAll()
    events.type_text(text, "by the form")
    width = find(drawn.window, QSpinBox, "inspector.comment.width")
    width.setValue(600)
    find(drawn.window, QComboBox, "inspector.comment.color").activated.emit(3)
    events.key(text, Key.Key_Tab)
    comment = drawn.window.editor.graph.comments["comment1"]
    assert (comment.rect.width, comment.color) == (600, "red")
    drawn.canvas.click("fc1")
    assert drawn.window.editor.graph.comments["comment1"].text == "by the form"


def test_they_are_copied_with_nodes_and_chosen_by_a_band(drawn: AppRobot) -> None:
    drawn.keys("Ctrl+A")
    assert len(drawn.window.editor.selected_comments) == 2
    drawn.keys("Ctrl+C")
    drawn.keys("Ctrl+V")
    assert len(drawn.canvas.comments()) == 4
    assert len(drawn.canvas.node_names()) == 8
    drawn.keys("Ctrl+Z")
    assert len(drawn.canvas.comments()) == 2


def test_they_are_saved_and_are_in_no_code(drawn: AppRobot) -> None:
    graph = drawn.window.editor.graph
    assert format.load(format.dump(graph)) == graph
    assert "Hidden layer" not in drawn.code()


def test_they_are_printed(drawn: AppRobot) -> None:
    editor = drawn.window.editor

    def svg(chosen: Subject, **how: bool) -> str:
        return Figure(chosen, Choices(**how)).svg().decode()

    whole = svg(Subject(editor.graph, editor.results, "net"))
    assert "Hidden layer" in whole
    assert "in_features is found" in whole
    part = Subject(editor.graph, editor.results, "net", chosen=frozenset({"fc2"}), comments=frozenset({"comment2"}))
    assert "in_features is found" in svg(part, of_selection=True)
    assert "Hidden layer" not in svg(part, of_selection=True)


def test_a_reader_is_told(drawn: AppRobot) -> None:
    tree = QAccessible.queryAccessibleInterface(drawn.canvas.view)
    names = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert names[-2:] == ["frame: Hidden layer", "note: in_features is found"]
    drawn.keys(".")
    assert tree.focusChild().text(QAccessible.Text.Name) == "frame: Hidden layer"
    assert tree.indexOfChild(tree.child(len(names) - 1)) == len(names) - 1


def test_where_groups_are_collapsed_they_stay_beside_what_they_are_about(
    open_lazygui: Callable[..., AppRobot],
) -> None:
    robot = open_lazygui(live_shapes=False)
    robot.direct.group("fc1", "relu")
    note = robot.direct.note("about fc2", robot.window.editor.graph.place("fc2").x, -200)
    scene = robot.canvas.view.canvas_scene
    apart = scene.notes.items[note].x() - scene.nodes["fc2"].x()
    robot.direct.collapse("group")
    assert scene.notes.items[note].x() - scene.nodes["fc2"].x() == apart
    before = tuple(robot.window.editor.graph.comments[note].rect)
    robot.canvas.drag_comment(note, 0, -30)
    after = tuple(robot.window.editor.graph.comments[note].rect)
    assert (after[0], after[1] < before[1]) == (before[0], True)


def test_escape_leaves_a_gesture_without_a_trace(drawn: AppRobot) -> None:
    before = drawn.window.editor.graph
    view, start = drawn.canvas.view, drawn.canvas.top_of("comment1")
    events.press(view.viewport(), start)
    events.glide(view.viewport(), start, start + QPoint(40, 40))
    drawn.canvas.key(Key.Key_Escape)
    events.release(view.viewport(), start + QPoint(40, 40))
    assert drawn.window.editor.graph is before
    item = view.canvas_scene.notes.items["comment1"]
    assert (item.x(), item.y()) == rect(drawn, "comment1")[:2]


def test_a_title_can_be_taken_back_while_it_is_typed(drawn: AppRobot) -> None:
    drawn.keys(".")
    drawn.keys("F2")
    field = find(drawn.window, QLineEdit, "canvas.name")
    events.type_text(field, "x")
    events.key(field, Key.Key_Escape)
    assert drawn.canvas.comments()["comment1"] == "Hidden layer"
