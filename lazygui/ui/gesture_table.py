"""Every gesture of the mouse on the canvas, and keys without a menu, as data. The cheat sheet is made from this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class GestureSpec:
    """What a hand does and what comes of it, both English and marked."""

    hand: str
    effect: str


GESTURES: Final = (
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "A letter or a capital"),
        QT_TRANSLATE_NOOP("Gestures", "Search a layer to add"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Arrow keys"),
        QT_TRANSLATE_NOOP("Gestures", "Walk along the edges"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Enter"),
        QT_TRANSLATE_NOOP("Gestures", "Edit arguments, open a group"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Space"),
        QT_TRANSLATE_NOOP("Gestures", "Let the sample pass a layer"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Wheel"),
        QT_TRANSLATE_NOOP("Gestures", "Zoom at the pointer"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Shift + wheel"),
        QT_TRANSLATE_NOOP("Gestures", "Pan sideways"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Space + drag, middle button"),
        QT_TRANSLATE_NOOP("Gestures", "Pan"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Shift + click"),
        QT_TRANSLATE_NOOP("Gestures", "Extend the choice"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Drag on empty canvas"),
        QT_TRANSLATE_NOOP("Gestures", "Choose by a band"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Drag a card"),
        QT_TRANSLATE_NOOP("Gestures", "Move; Ctrl ignores guides"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Alt + drag a card"),
        QT_TRANSLATE_NOOP("Gestures", "Copy"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Shift during the drag"),
        QT_TRANSLATE_NOOP("Gestures", "Take it out of its chain"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Drop a loose card on an edge"),
        QT_TRANSLATE_NOOP("Gestures", "Insert it there"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Drag from port to port"),
        QT_TRANSLATE_NOOP("Gestures", "Connect"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Drop an edge on nothing"),
        QT_TRANSLATE_NOOP("Gestures", "Choose what comes there"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Double click a title"),
        QT_TRANSLATE_NOOP("Gestures", "Rename"),
    ),
    GestureSpec(
        QT_TRANSLATE_NOOP("Gestures", "Double click below it"),
        QT_TRANSLATE_NOOP("Gestures", "Edit arguments there"),
    ),
)
