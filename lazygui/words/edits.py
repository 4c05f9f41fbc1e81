"""What edits are called in menus: "Undo move of 3 nodes". Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.edits import EditTitle
from lazygui.words.problems import Translate, english

NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "add": (
        QT_TRANSLATE_NOOP("Edit", "addition of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "addition of {count} nodes"),
    ),
    "paste": (
        QT_TRANSLATE_NOOP("Edit", "pasting of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "pasting of {count} nodes"),
    ),
    "duplicate": (
        QT_TRANSLATE_NOOP("Edit", "duplication as {subject}"),
        QT_TRANSLATE_NOOP("Edit", "duplication of {count} nodes"),
    ),
    "remove": (
        QT_TRANSLATE_NOOP("Edit", "deletion of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "deletion of {count} nodes"),
    ),
    "disconnect": (
        QT_TRANSLATE_NOOP("Edit", "deletion of an edge"),
        QT_TRANSLATE_NOOP("Edit", "deletion of {count} edges"),
    ),
    "move": (
        QT_TRANSLATE_NOOP("Edit", "move of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "move of {count} nodes"),
    ),
    "connect": (QT_TRANSLATE_NOOP("Edit", "connection to {subject}"),) * 2,
    "reconnect": (QT_TRANSLATE_NOOP("Edit", "reconnection to {subject}"),) * 2,
    "splice": (QT_TRANSLATE_NOOP("Edit", "insertion of {subject} into an edge"),) * 2,
    "rename": (QT_TRANSLATE_NOOP("Edit", "renaming of {subject}"),) * 2,
    "set_argument": (QT_TRANSLATE_NOOP("Edit", "change of {subject}"),) * 2,
}
"""For each code of an edit what one is called, and what several are."""


def edit_name(title: EditTitle, translate: Translate = english) -> str:
    """Return what an edit is called, to stand behind "Undo" or "Redo": "move of 3 nodes", "deletion of fc1"."""
    one, many = NAMES[title.code]
    template = translate("Edit", one if title.count == 1 else many)
    return template.format(subject=title.subject, count=title.count)
