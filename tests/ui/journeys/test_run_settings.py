"""Where runs are: chosen in a dialog, told in the log, and part of what makes two runs the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QSpinBox

from lazygui.graph.where import Where
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.run_log import WORDS

Key = Qt.Key


@pytest.fixture
def robot(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    return lazygui


def dialog(robot: AppRobot) -> QDialog:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    events.key(robot.canvas.view, Key.Key_R, modifiers)
    QApplication.processEvents()
    return find(robot.window, QDialog, "dialog.where")


def press(asked: QDialog, name: str) -> None:
    button = find(asked, QPushButton, f"where.{name}")
    events.click(button, button.rect().center())
    QApplication.processEvents()


def test_a_run_is_in_the_precision_that_was_chosen(robot: AppRobot) -> None:
    asked = dialog(robot)
    assert find(asked, QComboBox, "where.device").currentText() == "cpu"
    events.key(find(asked, QComboBox, "where.dtype"), Key.Key_Down)
    find(asked, QSpinBox, "where.threads").setValue(1)
    press(asked, "accept")
    assert robot.window.runs.where == Where("cpu", "float64", 1)
    robot.run.sample()
    result = robot.window.editor.results.result("fc1")
    assert result is not None
    assert {tensor.dtype for tensor in (*result.parameters, *result.activations.outputs)} == {"float64"}
    model = robot.window.log.model
    assert str(model.index(0, WORDS).data()).endswith("· cpu · float64")


def test_what_is_cancelled_changes_nothing(robot: AppRobot) -> None:
    asked = dialog(robot)
    events.key(find(asked, QComboBox, "where.dtype"), Key.Key_Down)
    press(asked, "cancel")
    assert robot.window.runs.where == Where()


def test_another_precision_is_another_run_to_step_through(robot: AppRobot) -> None:
    robot.canvas.view.setFocus()
    robot.run.sample()
    robot.window.runs.where = Where(dtype="float64")
    robot.canvas.key(Key.Key_Space)
    robot.wait_until_idle()
    recording = robot.window.player.recording
    assert recording is not None
    assert recording.where == Where(dtype="float64")
