"""The focus is seen wherever it is: every control that keys lead to looks otherwise while it has it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from lazygui.testing.robots import AppRobot

SEEN = 60
"""How far a colour must be from another, of 255, to be told from it."""
LEAST = 100
"""Pixels: fewer are no sign that somebody finds in a large window."""


def picture(widget: QWidget) -> np.ndarray:
    """The pixels of a widget and of what lies over and around it."""
    window, margin = widget.window(), 4
    area = widget.rect().translated(widget.mapTo(window, QPoint())).adjusted(-margin, -margin, margin, margin)
    image = window.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[..., :3].astype(int)


def walk(robot: AppRobot) -> list[QWidget]:
    """Every control that Tab leads to, once."""
    met: list[QWidget] = []
    while (focus := tab(robot)) not in met:
        met.append(focus)
    return met


def tab(robot: AppRobot) -> QWidget:
    robot.keys("Tab")
    focus = robot.window.focusWidget()
    assert focus is not None
    return focus


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("command", ["go.code", "go.log", "go.problems", "go.history"])
def test_every_control_shows_that_it_has_the_focus(
    command: str, theme: str, open_lazygui: Callable[..., AppRobot]
) -> None:
    robot = open_lazygui(size=(1440, 900), theme=theme)
    robot.canvas.click("fc1")
    robot.choose(command)
    robot.wait_until_idle()
    controls = walk(robot)
    unseen = []
    for one, other in zip(controls, controls[1:] + controls[:1], strict=True):
        one.setFocus()
        QApplication.processEvents()
        with_focus = picture(one)
        other.setFocus()
        QApplication.processEvents()
        differs = np.abs(with_focus - picture(one)).max(axis=2) > SEEN
        if differs.sum() < LEAST:
            unseen.append(f"{type(one).__name__} {one.objectName()}: {differs.sum()}")
    assert len(controls) > 10
    assert unseen == []
