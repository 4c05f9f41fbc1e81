"""Every command of the window, once, as data: from this table come menus, shortcuts, buttons and the keyboard table.

Knows no command's meaning: the window binds a handler to each id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.ui.appearance import Appearance
from lazygui.ui.icons import icon

Handler: TypeAlias = Callable[..., object]


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command. `text` is English and marked; a `group` makes its checkable members exclude each other.

    `scope` says where the keys work, and `canvas_keys` are further ones that work on the canvas alone: there single
    letters belong, so that they can be typed elsewhere.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    is_checkable: bool = False
    group: str = ""
    scope: Literal["window", "canvas"] = "window"
    canvas_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu with its entries in order; None is a line between two. Without entries the window fills it."""

    id: str
    text: str
    entries: tuple[Entry, ...] = ()


Entry: TypeAlias = ActionSpec | MenuSpec | None

MENUS: Final[tuple[MenuSpec, ...]] = (
    MenuSpec(
        "file",
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            ActionSpec("file.new", QT_TRANSLATE_NOOP("Actions", "&New"), ("Ctrl+N",), "new"),
            ActionSpec("file.open", QT_TRANSLATE_NOOP("Actions", "&Open…"), ("Ctrl+O",), "open"),
            MenuSpec("file.recent", QT_TRANSLATE_NOOP("Actions", "Open &Recent")),
            MenuSpec("file.examples", QT_TRANSLATE_NOOP("Actions", "&Examples")),
            None,
            ActionSpec("file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), ("Ctrl+S",), "save"),
            ActionSpec("file.save_as", QT_TRANSLATE_NOOP("Actions", "Save &As…"), ("Ctrl+Shift+S",)),
            ActionSpec(
                "file.script",
                QT_TRANSLATE_NOOP("Actions", "Save &Code as Script…"),
                ("Ctrl+E",),
                "code",
                QT_TRANSLATE_NOOP("Actions", "Save a Python script that builds the network and prints its shapes"),
            ),
            None,
            ActionSpec("file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
        ),
    ),
    MenuSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            ActionSpec("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), "undo"),
            ActionSpec("edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            None,
            ActionSpec("edit.cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), ("Ctrl+X",), "cut"),
            ActionSpec("edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), ("Ctrl+C",), "copy"),
            ActionSpec("edit.paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), ("Ctrl+V",), "paste"),
            ActionSpec("edit.duplicate", QT_TRANSLATE_NOOP("Actions", "Dup&licate"), ("Ctrl+D",), "duplicate"),
            ActionSpec("edit.delete", QT_TRANSLATE_NOOP("Actions", "&Delete"), ("Del", "Backspace"), "delete"),
            None,
            ActionSpec("edit.rename", QT_TRANSLATE_NOOP("Actions", "Re&name"), ("F2",), "rename"),
            ActionSpec("edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), ("Ctrl+A",)),
            MenuSpec(
                "edit.move",
                QT_TRANSLATE_NOOP("Actions", "&Move Selection"),
                (
                    ActionSpec(
                        "edit.left", QT_TRANSLATE_NOOP("Actions", "Move &Left"), ("Shift+Left",), scope="canvas"
                    ),
                    ActionSpec(
                        "edit.right", QT_TRANSLATE_NOOP("Actions", "Move &Right"), ("Shift+Right",), scope="canvas"
                    ),
                    ActionSpec("edit.up", QT_TRANSLATE_NOOP("Actions", "Move &Up"), ("Shift+Up",), scope="canvas"),
                    ActionSpec(
                        "edit.down", QT_TRANSLATE_NOOP("Actions", "Move &Down"), ("Shift+Down",), scope="canvas"
                    ),
                ),
            ),
        ),
    ),
    MenuSpec(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            ActionSpec("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), ("Ctrl++", "Ctrl+="), "zoom-in"),
            ActionSpec("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), ("Ctrl+-",), "zoom-out"),
            ActionSpec("view.zoom_reset", QT_TRANSLATE_NOOP("Actions", "&100 %"), ("Ctrl+1",)),
            ActionSpec("view.fit", QT_TRANSLATE_NOOP("Actions", "&Fit"), ("Ctrl+0",), "fit", canvas_keys=("F",)),
            None,
            ActionSpec("view.palette", QT_TRANSLATE_NOOP("Actions", "Show &Layers"), is_checkable=True),
            ActionSpec("view.inspector", QT_TRANSLATE_NOOP("Actions", "Show In&spector"), is_checkable=True),
            ActionSpec("view.bottom", QT_TRANSLATE_NOOP("Actions", "Show &Code and Run Log"), is_checkable=True),
            None,
            MenuSpec(
                "view.theme",
                QT_TRANSLATE_NOOP("Actions", "&Theme"),
                (
                    ActionSpec(
                        "view.theme.light",
                        QT_TRANSLATE_NOOP("Actions", "&Light"),
                        icon="sun",
                        is_checkable=True,
                        group="theme",
                    ),
                    ActionSpec(
                        "view.theme.dark",
                        QT_TRANSLATE_NOOP("Actions", "&Dark"),
                        icon="moon",
                        is_checkable=True,
                        group="theme",
                    ),
                    ActionSpec(
                        "view.theme.system",
                        QT_TRANSLATE_NOOP("Actions", "&Follow the System"),
                        icon="system",
                        is_checkable=True,
                        group="theme",
                    ),
                ),
            ),
            MenuSpec(
                "view.language",
                QT_TRANSLATE_NOOP("Actions", "La&nguage"),
                (
                    # Each language is called by its own name, whatever the language of the window.
                    ActionSpec("view.language.en", "English", is_checkable=True, group="language"),
                    ActionSpec("view.language.zh_CN", "简体中文", is_checkable=True, group="language"),
                ),
            ),
        ),
    ),
    MenuSpec(
        "run",
        QT_TRANSLATE_NOOP("Actions", "&Run"),
        (
            ActionSpec(
                "run.sample",
                QT_TRANSLATE_NOOP("Actions", "&Run Sample"),
                ("Ctrl+R", "F5"),
                "run",
                QT_TRANSLATE_NOOP("Actions", "Send a random tensor through the network"),
            ),
            ActionSpec(
                "run.cancel",
                QT_TRANSLATE_NOOP("Actions", "&Cancel"),
                ("Esc", "Shift+F5"),
                "stop",
                QT_TRANSLATE_NOOP("Actions", "Stop the run at once"),
            ),
            ActionSpec(
                "run.reset",
                QT_TRANSLATE_NOOP("Actions", "R&eset"),
                ("Ctrl+Shift+R",),
                "reset",
                QT_TRANSLATE_NOOP("Actions", "Make every layer uninitialized again"),
            ),
            None,
            ActionSpec(
                "run.train",
                QT_TRANSLATE_NOOP("Actions", "&Train Mode"),
                ("Ctrl+T",),
                tip=QT_TRANSLATE_NOOP("Actions", "Run dropout and normalization as in training"),
                is_checkable=True,
            ),
            ActionSpec(
                "run.new_seed",
                QT_TRANSLATE_NOOP("Actions", "&New Seed"),
                ("Ctrl+Shift+N",),
                tip=QT_TRANSLATE_NOOP("Actions", "Draw another seed for weights and samples"),
            ),
        ),
    ),
    MenuSpec(
        "go",
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            ActionSpec("go.palette", QT_TRANSLATE_NOOP("Actions", "&Search Layers"), ("/", "Ctrl+F"), "search"),
            ActionSpec("go.canvas", QT_TRANSLATE_NOOP("Actions", "&Canvas"), ("Alt+1",)),
            ActionSpec("go.inspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"), ("Alt+2",)),
            ActionSpec("go.code", QT_TRANSLATE_NOOP("Actions", "C&ode"), ("Alt+3",)),
            ActionSpec("go.log", QT_TRANSLATE_NOOP("Actions", "Run &Log"), ("Alt+4",)),
            None,
            ActionSpec(
                "go.connect",
                QT_TRANSLATE_NOOP("Actions", "Co&nnect"),
                ("C",),
                "connect",
                tip=QT_TRANSLATE_NOOP("Actions", "Connect the selected node to another one by keyboard"),
                scope="canvas",
            ),
            ActionSpec("go.next", QT_TRANSLATE_NOOP("Actions", "N&ext Node"), ("]",), scope="canvas"),
            ActionSpec("go.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Node"), ("[",), scope="canvas"),
        ),
    ),
    MenuSpec(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            ActionSpec("help.shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), ("F1",), "keyboard"),
            ActionSpec("help.about", QT_TRANSLATE_NOOP("Actions", "&About LazyGUI"), icon="info"),
        ),
    ),
)


def specs(entries: tuple[Entry, ...] = MENUS) -> Iterator[ActionSpec]:
    """Yield every command in the order of the menus."""
    for entry in entries:
        if isinstance(entry, ActionSpec):
            yield entry
        elif entry is not None:
            yield from specs(entry.entries)


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
