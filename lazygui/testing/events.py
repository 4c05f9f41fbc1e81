"""Real mouse and key events, as a hand makes them. `QTest.mouseMove` tells no buttons, so drags are built here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
STEPS = 6
"""Moves between the two ends of a drag: enough that each thing on the way is entered and left."""


def send(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton = LEFT,
    held: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = PLAIN,
) -> None:
    """Send one mouse event at a point of the widget; `held` are the buttons down during it."""
    event = QMouseEvent(kind, QPointF(at), QPointF(widget.mapToGlobal(at)), button, held, keys)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseButtonPress, at, button, button, keys)


def move(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = PLAIN, held: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held, keys)


def release(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton, keys)


def click(widget: QWidget, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    press(widget, at, keys)
    release(widget, at, keys)


def double_click(widget: QWidget, at: QPoint) -> None:
    click(widget, at)
    send(widget, QEvent.Type.MouseButtonDblClick, at)
    release(widget, at)


def glide(widget: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Move with the button held from one point to another, in small steps."""
    for step in range(1, STEPS + 1):
        move(widget, start + (end - start) * step / STEPS, keys)


def drag(widget: QWidget, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Press at one point, move to another, let go."""
    press(widget, start, keys)
    glide(widget, start, end, keys)
    release(widget, end, keys)


def key(widget: QWidget, code: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(widget, code, keys)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text; what no Latin keyboard has is committed as by an input method, where the widget takes one."""
    if text.isascii():
        QTest.keyClicks(widget, text)
    elif widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(widget, commit)
