"""The one table of commands: nothing in it collides, all of it is reachable, and everything made from it agrees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lazygui.testing import events
from lazygui.ui import icons
from lazygui.ui.actions import Actions, plain, shortcut_table
from lazygui.ui.appearance import Appearance
from lazygui.ui.command_table import MENUS, MenuSpec, specs


class Place:
    """A window with a field and a canvas, and the commands that were called in it."""

    def __init__(self, appearance: Appearance) -> None:
        self.window = QMainWindow()
        inside = QWidget()
        box = QVBoxLayout(inside)
        self.field, self.canvas = QLineEdit(), QWidget()
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addWidget(self.field)
        box.addWidget(self.canvas)
        self.window.setCentralWidget(inside)
        self.called: list[tuple[str, tuple[object, ...]]] = []
        self.actions = Actions(appearance, self.window)
        self.actions.fill(self.window.menuBar())
        self.actions.serve(self.window, self.canvas)
        self.actions.bind({spec.id: self._note(spec.id) for spec in specs()})

    def _note(self, id: str):  # type: ignore[no-untyped-def]
        return lambda *values: self.called.append((id, values))


@pytest.fixture
def place(qtbot: QtBot, appearance: Appearance) -> Place:
    place = Place(appearance)
    qtbot.addWidget(place.window)
    place.window.show()
    qtbot.waitExposed(place.window)
    return place


def menus(entries: tuple[object, ...] = MENUS) -> Iterator[MenuSpec]:
    for entry in entries:
        if isinstance(entry, MenuSpec):
            yield entry
            yield from menus(entry.entries)


def test_no_two_commands_share_an_id_or_a_key() -> None:
    assert max(Counter(spec.id for spec in specs()).values()) == 1
    keys = Counter(QKeySequence(key).toString() for spec in specs() for key in spec.shortcuts + spec.canvas_keys)
    assert "" not in keys
    assert max(keys.values()) == 1


def test_no_two_entries_of_a_menu_share_a_letter() -> None:
    for menu in (MenuSpec("bar", "", MENUS), *menus()):
        letters = [re.search("&(.)", entry.text) for entry in menu.entries if entry is not None]
        found = Counter(letter[1].lower() for letter in letters if letter)
        assert not found or max(found.values()) == 1, (menu.id, found)


def test_every_icon_is_drawn() -> None:
    assert {spec.icon for spec in specs() if spec.icon} <= set(icons.names())


def test_single_letters_belong_to_the_canvas() -> None:
    for spec in specs():
        if spec.scope == "window":
            assert not [key for key in spec.shortcuts if len(key) == 1 and key.isalpha()]


def test_every_command_is_in_a_menu_and_calls_its_handler(place: Place) -> None:
    for spec in specs():
        action = place.actions[spec.id]
        assert any(menu.objectName().startswith("menu.") for menu in action.associatedObjects()), spec.id
        action.trigger()
        assert place.called[-1] == (spec.id, (action.isChecked(),) if spec.is_checkable else ())


def test_a_command_without_a_handler_is_a_fault(qtbot: QtBot, appearance: Appearance) -> None:
    with pytest.raises(KeyError):
        Actions(appearance, appearance).bind({})


def test_letters_work_on_the_canvas_and_can_be_typed_in_a_field(place: Place) -> None:
    place.field.setFocus()
    events.type_text(place.field, "cf/")
    assert (place.field.text(), place.called) == ("cf/", [])
    place.canvas.setFocus()
    events.type_text(place.canvas, "cf/")
    assert [id for id, _ in place.called] == ["go.connect", "view.fit", "go.palette"]


def test_one_theme_is_chosen_at_a_time(place: Place) -> None:
    place.actions["view.theme.dark"].trigger()
    place.actions["view.theme.light"].trigger()
    assert not place.actions["view.theme.dark"].isChecked()


def test_a_button_says_the_sentence_and_the_key(place: Place) -> None:
    assert place.actions.tip("run.sample") == "Send a random tensor through the network (Ctrl+R)"
    assert place.actions.tip("edit.select_all") == "Select All (Ctrl+A)"


def test_other_words_of_a_command_stand_until_they_are_taken_back(place: Place) -> None:
    place.actions.say("edit.undo", "&Undo move of fc1")
    assert place.actions["edit.undo"].text() == "&Undo move of fc1"
    assert place.actions["edit.undo"].toolTip() == "Undo move of fc1 (Ctrl+Z)"
    place.actions.say("edit.undo", "")
    assert place.actions["edit.undo"].text() == "&Undo"
    assert place.actions["edit.undo"].toolTip() == "Undo (Ctrl+Z)"


def test_the_words_follow_the_language(place: Place, other_language: object) -> None:
    place.actions.retranslate()
    assert place.actions["run.sample"].text() == "[&Run Sample]"
    assert place.actions.menu("run").title() == "[&Run]"


def test_the_keyboard_table_lists_each_command_that_has_keys() -> None:
    table = shortcut_table()
    assert ("Run", "Run Sample", ("Ctrl+R", "F5")) in {(row.menu, row.text, row.keys) for row in table}
    assert ("View", "Fit", ("Ctrl+0", "F")) in {(row.menu, row.text, row.keys) for row in table}
    assert len(table) == sum(bool(spec.shortcuts) for spec in specs())


@pytest.mark.parametrize(("text", "words"), [("Save &As…", "Save As"), ("另存为(&A)…", "另存为"), ("&Fit", "Fit")])
def test_plain_words_carry_no_marks_of_a_menu(text: str, words: str) -> None:
    assert plain(text) == words
