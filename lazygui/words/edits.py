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
    "paste_code": (
        QT_TRANSLATE_NOOP("Edit", "pasting of code as {subject}"),
        QT_TRANSLATE_NOOP("Edit", "pasting of code as {count} nodes"),
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
    "add_note": (QT_TRANSLATE_NOOP("Edit", "writing of a note"),) * 2,
    "add_frame": (QT_TRANSLATE_NOOP("Edit", "drawing of a frame"),) * 2,
    "change_comment": (QT_TRANSLATE_NOOP("Edit", "change of a comment"),) * 2,
    "move_comments": (
        QT_TRANSLATE_NOOP("Edit", "move of a comment"),
        QT_TRANSLATE_NOOP("Edit", "move of {count} comments"),
    ),
    "remove_comments": (
        QT_TRANSLATE_NOOP("Edit", "deletion of a comment"),
        QT_TRANSLATE_NOOP("Edit", "deletion of {count} comments"),
    ),
    "paste_comments": (
        QT_TRANSLATE_NOOP("Edit", "pasting of a comment"),
        QT_TRANSLATE_NOOP("Edit", "pasting of {count} comments"),
    ),
    "move": (
        QT_TRANSLATE_NOOP("Edit", "move of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "move of {count} nodes"),
    ),
    "align": (
        QT_TRANSLATE_NOOP("Edit", "alignment of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "alignment of {count} nodes"),
    ),
    "distribute": (
        QT_TRANSLATE_NOOP("Edit", "even spacing of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "even spacing of {count} nodes"),
    ),
    "tidy": (
        QT_TRANSLATE_NOOP("Edit", "tidying of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "tidying of {count} nodes"),
    ),
    "connect": (QT_TRANSLATE_NOOP("Edit", "connection to {subject}"),) * 2,
    "reconnect": (QT_TRANSLATE_NOOP("Edit", "reconnection to {subject}"),) * 2,
    "splice": (
        QT_TRANSLATE_NOOP("Edit", "insertion of {subject} into an edge"),
        QT_TRANSLATE_NOOP("Edit", "insertion of {count} nodes into an edge"),
    ),
    "take_out": (
        QT_TRANSLATE_NOOP("Edit", "taking of {subject} out of its chain"),
        QT_TRANSLATE_NOOP("Edit", "taking of {count} nodes out of their chains"),
    ),
    "remove_closing": (
        QT_TRANSLATE_NOOP("Edit", "deletion of {subject} and closing of its chain"),
        QT_TRANSLATE_NOOP("Edit", "deletion of {count} nodes and closing of their chains"),
    ),
    "swap": (
        QT_TRANSLATE_NOOP("Edit", "swap of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "swap of {count} nodes"),
    ),
    "set_arguments": (
        QT_TRANSLATE_NOOP("Edit", "change of {subject}"),
        QT_TRANSLATE_NOOP("Edit", "change of {subject} of {count} nodes"),
    ),
    "set_weight": (QT_TRANSLATE_NOOP("Edit", "setting of a number of {subject}"),) * 2,
    "set_initialization": (QT_TRANSLATE_NOOP("Edit", "change of the initialization"),) * 2,
    "rename": (QT_TRANSLATE_NOOP("Edit", "renaming of {subject}"),) * 2,
    "set_argument": (QT_TRANSLATE_NOOP("Edit", "change of {subject}"),) * 2,
    "fix": (QT_TRANSLATE_NOOP("Edit", "correction of {subject}"),) * 2,
    "share": (QT_TRANSLATE_NOOP("Edit", "sharing of the parameters of {subject}"),) * 2,
    "unshare": (QT_TRANSLATE_NOOP("Edit", "end of the sharing of {subject}"),) * 2,
    "tie": (QT_TRANSLATE_NOOP("Edit", "tie of {subject}"),) * 2,
    "untie": (QT_TRANSLATE_NOOP("Edit", "end of the tie of {subject}"),) * 2,
    "group": (QT_TRANSLATE_NOOP("Edit", "grouping as {subject}"),) * 2,
    "rename_group": (QT_TRANSLATE_NOOP("Edit", "renaming of the group {subject}"),) * 2,
    "dissolve": (QT_TRANSLATE_NOOP("Edit", "dissolution of the group {subject}"),) * 2,
    "insert_block": (QT_TRANSLATE_NOOP("Edit", "insertion of the block {subject}"),) * 2,
}
"""For each code of an edit what one is called, and what several are."""


def edit_name(title: EditTitle, translate: Translate = english) -> str:
    """Return what an edit is called, to stand behind "Undo" or "Redo": "move of 3 nodes", "deletion of fc1"."""
    one, many = NAMES[title.code]
    template = translate("Edit", one if title.count == 1 else many)
    return template.format(subject=title.subject, count=title.count)
