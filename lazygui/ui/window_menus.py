"""The menus that are filled when they open: recent files, examples by topic, windows, what the right button shows."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu

from lazygui.storage.examples import Example, examples

if TYPE_CHECKING:
    from lazygui.ui.main_window import MainWindow

CONTEXT_MENU: Final = (
    "edit.add",
    "edit.swap",
    "edit.arguments",
    "edit.rename",
    "go.connect",
    "edit.share",
    "edit.tie",
    "group.make",
    "group.toggle",
    "group.dissolve",
    "group.save_block",
    "",
    "edit.cut",
    "edit.copy",
    "edit.copy_image",
    "edit.paste",
    "edit.duplicate",
    "edit.take_out",
    "edit.delete",
    "edit.delete_closing",
)
"""What can be done with what is chosen."""
EMPTY_CONTEXT_MENU: Final = ("edit.add", "edit.paste", "edit.select_all", "", "view.fit")
"""What can be done while nothing is chosen."""


class WindowMenus(QObject):
    """Fills the menus of one window each time that they are opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_table.menu("file.recent").aboutToShow.connect(self._fill_recent)
        window.actions_table.menu("file.examples").aboutToShow.connect(self._fill_examples)
        window.actions_table.menu("window").aboutToShow.connect(self._fill_windows)
        window.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        window.canvas.customContextMenuRequested.connect(self._show_context_menu)
        window.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the menu key, and Shift+F10 where a keyboard has none, open the menu at what is chosen."""
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        else:
            by_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _is_menu_key(event)
        if by_key:
            self._show_context_menu(self._chosen_place())
        return by_key

    def _chosen_place(self) -> QPoint:
        """Return the middle of what is chosen and seen, on the viewport; without it the middle of all."""
        canvas, nodes = self._window.canvas, self._window.editor.selected_nodes
        scene, whole = canvas.canvas_scene, canvas.viewport().rect()
        if not nodes:
            return whole.center()
        if len(scene.cards_of(nodes)) == 1:
            canvas.reveal(scene.cards_of(nodes)[0])
            canvas.settle()
        seen = canvas.mapFromScene(scene.cards_rect(scene.cards_of(nodes))).boundingRect() & whole
        return seen.center() if seen.isValid() else whole.center()

    def _fill_recent(self) -> None:
        menu = self._window.actions_table.menu("file.recent")
        menu.clear()
        for path in self._window.settings.recent_files:
            menu.addAction(path.replace("&", "&&"), partial(self._window.files.open_recent, path))
        if menu.isEmpty():
            menu.addAction(self.tr("No recent files")).setEnabled(False)

    def _fill_windows(self) -> None:
        menu = self._window.actions_table.menu("window")
        menu.clear()
        for number, window in enumerate(self._window.siblings(), 1):
            star = "*" if window.isWindowModified() else ""
            name = window.files.title.replace("&", "&&")
            mark = "&" if number < 10 else ""
            action = menu.addAction(f"{mark}{number}  {name}{star}", window.come_to_front)
            action.setCheckable(True)
            action.setChecked(window is self._window)

    def _fill_examples(self) -> None:
        menu = self._window.actions_table.menu("file.examples")
        menu.clear()
        code = self._window.language.code
        # A long list is told by topic, a menu each.
        for topic, group in groupby(examples(), lambda example: example.topic.get(code, "")):
            part = menu.addMenu(topic.replace("&", "&&")) if topic else menu
            part.setToolTipsVisible(True)
            for example in group:
                self._add(part, example, code)

    def _add(self, menu: QMenu, example: Example, code: str) -> None:
        action = menu.addAction(example.title[code], partial(self._window.show_example, example))
        action.setObjectName(f"example.{example.id}")
        action.setToolTip(f"{example.about[code]}\n{example.section[code]}")

    def _show_context_menu(self, at: QPoint) -> None:
        window = self._window
        menu = QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_chosen = bool(window.editor.selected_nodes or window.editor.selected_edges)
        for id in CONTEXT_MENU if is_chosen else EMPTY_CONTEXT_MENU:
            if id:
                menu.addAction(window.actions_table[id])
            else:
                menu.addSeparator()
        menu.popup(window.canvas.viewport().mapToGlobal(at))


def _is_menu_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
