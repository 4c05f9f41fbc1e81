"""The canvas as a screen reader meets it, through Qt's own accessibility interface."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from lazygui.graph.model import Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Failure, NodeResult
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas import accessible
from lazygui.ui.editor import Editor

NAME = QAccessible.Text.Name


@pytest.fixture
def tree(canvas: CanvasRobot) -> QAccessibleInterface:
    accessible.install()
    return QAccessible.queryAccessibleInterface(canvas.view)


def names(item: QAccessibleInterface) -> list[str]:
    return [item.child(index).text(NAME) for index in range(item.childCount())]


def test_the_canvas_is_a_list_of_nodes_with_name_layer_and_state(tree: QAccessibleInterface) -> None:
    assert tree.role() is QAccessible.Role.List
    assert tree.text(NAME) == "Canvas"
    assert names(tree)[:3] == [
        "x, Input, not run",
        "fc1, LazyLinear, weight uninitialized, 256 \u00d7 unknown",
        "relu, ReLU, not run",
    ]


def test_ports_say_where_they_lead(tree: QAccessibleInterface) -> None:
    assert names(tree.child(1)) == ["input, input of fc1, connected to x", "output, output of fc1, not connected"]


def test_the_tree_follows_edits_and_results(tree: QAccessibleInterface, editor: Editor, canvas: CanvasRobot) -> None:
    canvas.connect("fc1", "relu")
    assert "connected to relu" in names(tree.child(1))[1]
    editor.results.finish("x", NodeResult("Input", ((2, 20),), ("float32",), (), 0.0))
    assert tree.child(0).text(NAME) == "x, Input, has run"
    editor.select(["relu"])
    editor.delete_selection()
    assert tree.childCount() == 4
    assert Port("relu") not in editor.graph.edges


def test_the_chosen_node_is_the_focus_and_is_where_it_is_drawn(tree: QAccessibleInterface, canvas: CanvasRobot) -> None:
    canvas.click("x")
    canvas.key(Qt.Key.Key_Right)
    focus = tree.focusChild()
    assert focus.text(NAME).startswith("fc1")
    assert bool(focus.state().selected)
    assert focus.rect().contains(canvas.to_global(canvas.title_of("fc1")))
    assert tree.indexOfChild(focus) == 1


def test_a_point_on_the_screen_leads_to_the_node_and_to_its_port(
    tree: QAccessibleInterface, canvas: CanvasRobot
) -> None:
    node = tree.child(1)
    at = canvas.to_global(canvas.output_of("fc1"))
    assert node.rect().contains(canvas.to_global(canvas.title_of("fc1")))
    port = node.childAt(at.x(), at.y())
    assert port.text(NAME).startswith("output, output of fc1")
    assert node.indexOfChild(port) == 1
    assert port.parent() is node
    assert (port.role(), port.childCount()) == (QAccessible.Role.Button, 0)


def test_a_node_says_what_it_is_and_where_it_belongs(tree: QAccessibleInterface) -> None:
    node = tree.child(0)
    assert node.role() is QAccessible.Role.ListItem
    assert node.parent() is tree
    assert node.isValid()
    assert tree.child(99) is None
    assert tree.child(0) is node, "Qt compares by identity"


def test_a_reader_of_a_node_that_is_gone_is_not_valid(tree: QAccessibleInterface, editor: Editor) -> None:
    node = tree.child(2)
    editor.select(["relu"])
    editor.delete_selection()
    assert not node.isValid()
    assert node.text(NAME) == ""
    assert tree.indexOfChild(node) == -1


def test_a_failure_is_the_description_of_its_node(tree: QAccessibleInterface, editor: Editor) -> None:
    problem = Problem("forward_failed", "fc1", {"layer": "nn.LazyLinear"})
    editor.results.fail(editor.graph, "fc1", Failure(problem))
    node = tree.child(1)
    assert "cannot take" in node.text(QAccessible.Text.Description)
    assert bool(node.state().invalid)


def test_a_listening_reader_is_told_where_the_focus_went(
    tree: QAccessibleInterface, canvas: CanvasRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(accessible.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(accessible.QAccessible, "updateAccessibility", lambda event: told.append(event.child()))
    canvas.click("relu")
    assert told == [2]
