"""Edges by keys alone: letters beside the inputs, arrows over them, digits for outputs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from lazygui.graph.edits import AddNodes
from lazygui.graph.model import Node, Point, Port
from lazygui.testing.canvas import CTRL, CanvasRobot
from lazygui.ui.canvas.hints import HintItem, codes
from lazygui.ui.editor import Editor


def type_code(canvas: CanvasRobot, code: str) -> None:
    for letter in code:
        canvas.key(Qt.Key(ord(letter.upper())))


def shown_codes(canvas: CanvasRobot) -> list[str]:
    items = canvas.view.canvas_scene.items()
    return sorted(item.code for item in items if isinstance(item, HintItem) and item.isVisible())


@given(st.integers(0, 2000))
def test_no_code_begins_another_and_all_are_as_short_as_can_be(count: int) -> None:
    dealt = codes(count)
    assert len(set(dealt)) == len(dealt) == count
    assert len({len(code) for code in dealt}) <= 1
    assert count > 26 or all(len(code) == 1 for code in dealt)


def test_letters_stand_beside_every_input_that_can_be_fed_and_typing_them_connects(
    canvas: CanvasRobot, editor: Editor
) -> None:
    canvas.click("fc1")
    canvas.view.connect_mode()
    hints = canvas.connect_hints()
    assert set(hints) == {"relu", "add", "add:1", "fc2"}
    assert shown_codes(canvas) == sorted(hints.values())
    type_code(canvas, hints["add:1"])
    assert editor.graph.edges[Port("add", 1)] == Port("fc1")
    assert shown_codes(canvas) == []
    assert canvas.connect_hints() == {}


def test_letters_beside_an_input_that_is_fed_already_take_the_edge_away(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click("x")
    canvas.view.connect_mode()
    type_code(canvas, canvas.connect_hints()["fc1"])
    assert editor.graph.edges == {}


def test_letters_that_are_commands_elsewhere_connect(canvas: CanvasRobot, editor: Editor) -> None:
    canvas.click("fc1")
    canvas.view.connect_mode()
    for _ in range(3):
        canvas.key(Qt.Key.Key_X)  # no code begins with it: nothing happens, and the mode stays
    assert canvas.connect_hints()
    canvas.key(Qt.Key.Key_F)
    assert Port("fc1") in editor.graph.edges.values()


def many(editor: Editor, count: int) -> None:
    nodes = tuple(Node(f"r{number}", "nn.ReLU") for number in range(count))
    places = {node.id: Point(336 * (number % 9), 480 + 96 * (number // 9)) for number, node in enumerate(nodes)}
    editor.do(AddNodes(nodes, places))


def test_where_letters_do_not_suffice_pairs_are_typed_and_narrow_the_choice(
    canvas: CanvasRobot, editor: Editor
) -> None:
    many(editor, 40)
    canvas.click("fc1")
    canvas.view.connect_mode()
    code = canvas.connect_hints()["r39"]
    assert len(code) == 2
    type_code(canvas, code[0])
    left = shown_codes(canvas)
    assert code in left
    assert all(other.startswith(code[0]) for other in left)
    type_code(canvas, code[1])
    assert editor.graph.edges[Port("r39")] == Port("fc1")


def test_a_digit_goes_to_another_output(canvas: CanvasRobot, editor: Editor) -> None:
    editor.do(AddNodes((Node("gru", "nn.GRU", {"hidden_size": 8}),), {"gru": Point(0, 288)}))
    canvas.click("gru")
    canvas.view.connect_mode()
    canvas.key(Qt.Key.Key_2)
    type_code(canvas, canvas.connect_hints()["relu"])
    assert editor.graph.edges[Port("relu")] == Port("gru", 1)


def test_escape_takes_the_letters_away_and_another_edit_too(canvas: CanvasRobot, editor: Editor) -> None:
    for leave in (lambda: canvas.key(Qt.Key.Key_Escape), lambda: editor.rename("relu", "act")):
        canvas.click("fc1")
        canvas.view.connect_mode()
        assert shown_codes(canvas)
        leave()
        assert shown_codes(canvas) == []


@pytest.mark.parametrize("zoom", [0.5, 2.0])
def test_letters_are_as_large_at_every_zoom(zoom: float, canvas: CanvasRobot) -> None:
    canvas.click("fc1")
    canvas.view.connect_mode()
    canvas.view.scale(zoom, zoom)
    item = next(item for item in canvas.view.canvas_scene.items() if isinstance(item, HintItem))
    on_screen = item.deviceTransform(canvas.view.viewportTransform()).mapRect(item.boundingRect())
    assert on_screen.size() == item.boundingRect().size()


def test_a_command_with_control_still_works_while_letters_are_shown(canvas: CanvasRobot) -> None:
    canvas.click("fc1")
    canvas.view.connect_mode()
    canvas.key(Qt.Key.Key_F, CTRL)
    assert canvas.connect_hints()
