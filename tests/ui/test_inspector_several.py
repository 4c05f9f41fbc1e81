"""The inspector of several nodes: what all have in common is set for all, in one step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lazygui.graph.model import Point
from lazygui.testing import events
from lazygui.testing.robots import InspectorRobot
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector import Inspector


@pytest.fixture
def inspector(qtbot: QtBot, editor: Editor, appearance: Appearance) -> Iterator[Inspector]:
    """An inspector in a window, in which the robot looks for it."""
    window = QWidget()
    qtbot.addWidget(window)
    inspector = Inspector(editor, appearance, window)
    window.resize(296, 720)
    inspector.resize(296, 720)
    window.show()
    window.activateWindow()
    yield inspector
    window.close()


@pytest.fixture
def robot(inspector: Inspector, editor: Editor) -> InspectorRobot:
    """Two layers that differ in their width are chosen: fc1 and fc2."""
    editor.set_argument("fc1", "out_features", 256)
    editor.set_argument("fc2", "out_features", 10)
    editor.select(("fc1", "fc2"))
    return InspectorRobot(inspector.window())


def values(editor: Editor, argument: str = "out_features") -> list[object]:
    return [editor.graph.nodes[name].value(argument) for name in ("fc1", "fc2")]


def test_what_differs_is_empty_and_says_so(robot: InspectorRobot) -> None:
    assert robot.arguments() == ["out_features", "bias"]
    field = robot.field("out_features")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    assert field.placeholderText() == "several values"
    assert robot.value("bias") == "True"


def test_one_edit_sets_all_and_is_one_step(robot: InspectorRobot, editor: Editor) -> None:
    before = values(editor)
    robot.set("out_features", "64")
    assert values(editor) == [64, 64]
    assert robot.value("out_features") == "64"
    editor.undo()
    assert values(editor) == before
    assert robot.value("out_features") == ""


def test_a_switch_of_one_node_is_a_choice_of_several(robot: InspectorRobot, editor: Editor) -> None:
    editor.set_argument("fc1", "bias", False)
    field = robot.field("bias")
    assert isinstance(field, QComboBox)
    assert field.currentIndex() == -1
    robot.set("bias", "False")
    assert values(editor, "bias") == [False, False]


def test_a_bad_value_is_said_and_sets_nothing(robot: InspectorRobot, editor: Editor) -> None:
    before = editor.graph
    robot.type_into("out_features", "-3")
    assert "at least 1" in robot.problem("out_features")
    assert editor.graph is before
    events.key(robot.field("out_features"), Qt.Key.Key_Escape)
    assert robot.problem("out_features") == ""
    assert robot.value("out_features") == ""


def test_the_way_back_to_the_default_is_for_all(robot: InspectorRobot, inspector: Inspector, editor: Editor) -> None:
    editor.set_argument("fc1", "bias", False)
    (bias,) = (row for row in inspector.several_page.rows if row.argument.name == "bias")
    assert bias.reset.isVisible()
    events.click(bias.reset, bias.reset.rect().center())
    assert values(editor, "bias") == [True, True]


def test_of_different_layers_only_what_both_have_is_asked_for(robot: InspectorRobot, editor: Editor) -> None:
    linear = editor.add_layer("nn.Linear", Point(0, 600))
    editor.select(("fc1", linear or ""))
    assert robot.arguments() == ["out_features", "bias"]
    editor.select(("fc1", "relu"))
    assert robot.arguments() == []


def test_nodes_without_anything_in_common_say_so(robot: InspectorRobot, inspector: Inspector, editor: Editor) -> None:
    editor.select(("fc1", "relu"))
    shown = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert "They have no argument in common." in shown


def test_the_form_follows_undo_and_another_choice(robot: InspectorRobot, editor: Editor) -> None:
    editor.select(("fc1",))
    assert robot.value("out_features") == "256"
    editor.select(("fc1", "fc2"))
    assert robot.value("out_features") == ""


def test_no_value_is_one_value_too(robot: InspectorRobot, editor: Editor) -> None:
    names = [editor.add_layer("nn.MaxPool2d", Point(0, y)) or "" for y in (600, 900)]
    editor.set_argument(names[0], "stride", 3)
    editor.select(names)
    field = robot.field("stride")
    assert isinstance(field, QLineEdit)
    assert field.placeholderText() == "several values"
    editor.set_argument(names[0], "stride", None)
    assert (field.text(), field.placeholderText()) == ("", "None")


def test_it_speaks_another_language(robot: InspectorRobot, other_language: object) -> None:
    field = robot.field("out_features")
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "[Output features]"
    assert field.placeholderText() == "[several values]"
