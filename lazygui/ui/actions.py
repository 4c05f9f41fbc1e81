"""Menus, shortcuts and the keyboard table, made from the table of commands.

Knows no command's meaning: the window binds a handler to each id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from lazygui.ui.appearance import Appearance
from lazygui.ui.command_table import MENUS, ActionSpec, MenuSpec, specs
from lazygui.ui.icons import icon

Handler: TypeAlias = Callable[..., object]


@dataclass(frozen=True, slots=True)
class ShortcutRow:
    """A line of the keyboard table, in the language of the window."""

    menu: str
    text: str
    keys: tuple[str, ...]


def shortcut_table() -> tuple[ShortcutRow, ...]:
    """Return the commands that have keys, by menu."""
    return tuple(
        ShortcutRow(plain(menu.text), plain(spec.text), spec.shortcuts + spec.canvas_keys)
        for menu in MENUS
        for spec in specs(menu.entries)
        if spec.shortcuts
    )


def plain(text: str) -> str:
    """Return a command's words in the language of the window, without the marks that only a menu needs."""
    return _unmarked(QCoreApplication.translate("Actions", text))


class Actions(QObject):
    """The QActions and menus made from the table. `bind` gives each its meaning, `retranslate` its words."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._specs = {spec.id: spec for spec in specs()}
        self._actions = {spec.id: self._make(spec) for spec in specs()}
        self._menus: dict[str, tuple[QMenu, MenuSpec]] = {}
        self._make_groups()
        self.retranslate()
        self._draw_icons()
        appearance.theme_changed.connect(self._draw_icons)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def menu(self, id: str) -> QMenu:
        """Return a menu that `fill` has made."""
        return self._menus[id][0]

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into a menu bar."""
        for spec in MENUS:
            bar.addMenu(self._make_menu(spec, bar))
        self.retranslate()

    def bind(self, handlers: Mapping[str, Handler]) -> None:
        """Give every command its handler; a checkable one hands over its new state. KeyError if one lacks."""
        for id, spec in self._specs.items():
            self._actions[id].triggered.connect(_called_by(spec, handlers[id]))

    def serve(self, window: QWidget, canvas: QWidget) -> None:
        """Make the keys work: everywhere in the window, or on the canvas alone."""
        for id, spec in self._specs.items():
            (canvas if spec.scope == "canvas" else window).addAction(self._actions[id])
            for keys in spec.canvas_keys:
                shortcut = QShortcut(QKeySequence(keys), canvas)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self._actions[id].trigger)

    def retranslate(self) -> None:
        for id, spec in self._specs.items():
            self._actions[id].setText(QCoreApplication.translate("Actions", spec.text))
            self._actions[id].setToolTip(self.tip(id))
        for menu, menu_spec in self._menus.values():
            menu.setTitle(QCoreApplication.translate("Actions", menu_spec.text))

    def say(self, id: str, text: str) -> None:
        """Give a command other words, such as what an undo would undo; "" gives it its own again."""
        self._actions[id].setText(text or QCoreApplication.translate("Actions", self._specs[id].text))
        self._actions[id].setToolTip(self._with_key(id, _unmarked(text)) if text else self.tip(id))

    def icon_name(self, id: str) -> str:
        return self._specs[id].icon

    def tip(self, id: str) -> str:
        """Return what a button for a command says under the pointer: its sentence or name, and its first key."""
        spec = self._specs[id]
        return self._with_key(id, QCoreApplication.translate("Actions", spec.tip) if spec.tip else plain(spec.text))

    def _with_key(self, id: str, words: str) -> str:
        keys = self._actions[id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{words} ({keys})" if keys else words

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.is_checkable)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        if spec.scope == "canvas":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _make_groups(self) -> None:
        groups: dict[str, QActionGroup] = {}
        for id, spec in self._specs.items():
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(self)).addAction(self._actions[id])

    def _make_menu(self, spec: MenuSpec, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setObjectName(f"menu.{spec.id}")
        self._menus[spec.id] = menu, spec
        for entry in spec.entries:
            if isinstance(entry, MenuSpec):
                menu.addMenu(self._make_menu(entry, menu))
            elif entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry.id])
        return menu

    def _draw_icons(self) -> None:
        for id, spec in self._specs.items():
            if spec.icon:
                self._actions[id].setIcon(icon(spec.icon, self._appearance.theme))


def _unmarked(translated: str) -> str:
    # A translated mnemonic stands in brackets behind the words: "文件(&F)".
    head, bracket, _ = translated.partition("(&")
    return (head if bracket else translated).replace("&", "").rstrip("…").strip()


def _called_by(spec: ActionSpec, handler: Handler) -> Callable[[bool], None]:
    def call(is_checked: bool) -> None:
        if spec.is_checkable:
            handler(is_checked)
        else:
            handler()

    return call
