"""The canvas as a screen reader meets it, through Qt's own accessibility interface."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from lazygui.graph.findings import WARNING, Finding
from lazygui.graph.model import Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference, NodeResult, NodeShapes
from lazygui.graph.tying import Share
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


def test_edges_come_after_the_nodes_with_what_they_carry(
    tree: QAccessibleInterface, editor: Editor, canvas: CanvasRobot
) -> None:
    editor.results.finish("x", NodeResult("Input", ((2, 20),), ("float32",), (), 0.0))
    assert tree.childCount() == 6
    edge = tree.child(5)
    assert edge.text(NAME) == "edge from x to fc1, N 2 · F 20"
    assert tree.indexOfChild(edge) == 5
    assert edge.rect().contains(canvas.to_global(canvas.middle_of_edge("fc1")))
    assert not edge.state().selected
    editor.select((), (Port("fc1"),))
    assert edge.state().selected
    assert (edge.parent(), edge.childCount(), edge.child(0), edge.indexOfChild(tree.child(0))) == (tree, 0, None, -1)
    editor.delete_selection()
    assert not edge.isValid()
    assert edge.text(NAME) == ""
    assert tree.childCount() == 5


def test_ports_say_where_they_lead(tree: QAccessibleInterface) -> None:
    assert names(tree.child(1)) == ["input, input of fc1, connected to x", "output, output of fc1, not connected"]


def test_the_tree_follows_edits_and_results(tree: QAccessibleInterface, editor: Editor, canvas: CanvasRobot) -> None:
    canvas.connect("fc1", "relu")
    assert "connected to relu" in names(tree.child(1))[1]
    editor.results.finish("x", NodeResult("Input", ((2, 20),), ("float32",), (), 0.0))
    assert tree.child(0).text(NAME) == "x, Input, has run"
    editor.select(["relu"])
    editor.delete_selection()
    assert tree.childCount() == 5
    assert [tree.child(index).text(NAME).partition(",")[0] for index in range(5)] == [
        *("x", "fc1", "add", "fc2"),
        "edge from x to fc1",
    ]
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
    editor.results.fail(editor.graph, "fc1", Finding(problem))
    node = tree.child(1)
    assert "cannot take" in node.text(QAccessible.Text.Description)
    assert bool(node.state().invalid)


def test_inferred_shapes_are_spoken_as_such(tree: QAccessibleInterface, editor: Editor) -> None:
    weight = (("weight", (256, 20)),)
    editor.results.infer(
        Inference(
            nodes={
                "x": NodeShapes("Input", ((2, 20),), ("float32",)),
                "fc1": NodeShapes("nn.Linear", ((2, 256),), ("float32",), weight),
            }
        )
    )
    assert tree.child(1).text(NAME) == "fc1, LazyLinear, weight uninitialized, inferred 256 \u00d7 20"
    assert names(tree.child(1)) == [
        "input, input of fc1, connected to x, inferred N 2 \u00b7 F 20",
        "output, output of fc1, not connected, inferred N 2 \u00b7 F 256",
    ]


def test_warnings_and_ties_are_spoken(tree: QAccessibleInterface, editor: Editor) -> None:
    problem = Problem("forward_failed", "fc1", {"layer": "nn.LazyLinear"})
    editor.results.infer(Inference(findings=(Finding(problem, severity=WARNING),)))
    editor.do(Share("fc2", "fc1"))
    assert "warning: nn.LazyLinear" in tree.child(1).text(NAME)
    assert not bool(tree.child(1).state().invalid)
    assert "shared with fc1" in tree.child(4).text(NAME)


def test_a_listening_reader_is_told_where_the_focus_went(
    tree: QAccessibleInterface, canvas: CanvasRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(accessible.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(accessible.QAccessible, "updateAccessibility", lambda event: told.append(event.child()))
    canvas.click("relu")
    assert told == [2]


def test_a_collapsed_group_is_one_thing_with_the_ports_of_its_border(
    tree: QAccessibleInterface, editor: Editor
) -> None:
    for name in ("fc1", "relu"):
        editor.rename(name, f"block.{name}")
    editor.collapse("block")
    told = names(tree)
    assert tree.childCount() == len(told) == 5
    assert told[4] == "edge from x to block"
    place = next(index for index, text in enumerate(told) if text.startswith("block, group"))
    group = tree.child(place)
    assert any("connected to x" in port for port in names(group))
    editor.select(["block.fc1", "block.relu"])
    assert tree.focusChild() is group
    assert tree.indexOfChild(group) == place
    assert bool(group.state().selected)
