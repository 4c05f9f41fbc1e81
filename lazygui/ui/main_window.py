"""The window: makes the panels and leads signals from one to the other. Computes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from lazygui.engine.messages import NodeFailed, RunEvent
from lazygui.storage.errors import StorageError
from lazygui.storage.examples import Example, examples
from lazygui.storage.recovery import Recovery
from lazygui.ui import clipboard
from lazygui.ui.actions import Actions, Handler
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas import accessible
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.code_panel import CodePanel
from lazygui.ui.editor import Editor
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.files import Dialogs, Files, QtDialogs
from lazygui.ui.inspector import Inspector
from lazygui.ui.language import AVAILABLE, Language
from lazygui.ui.palette import Palette
from lazygui.ui.run_bar import RunBar
from lazygui.ui.run_controller import RunCancelled, RunController, RunStarted
from lazygui.ui.run_log import RunLog
from lazygui.ui.settings import THEME_CHOICES, Settings
from lazygui.ui.status import StatusLine
from lazygui.ui.words import edit_name, sentence
from lazygui.ui.workspace import PANELS, Panel, Workspace
from lazygui.words.numbers import count_words

SMALLEST: Final = (960, 600)
START_SIZE: Final = QSize(1440, 900)
CONTEXT_MENU: Final = (
    "edit.rename",
    "go.connect",
    "",
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.duplicate",
    "edit.delete",
)
"""What can be done with what is chosen."""
EMPTY_CONTEXT_MENU: Final = ("edit.paste", "edit.select_all", "", "view.fit")
"""What can be done while nothing is chosen."""


class MainWindow(QMainWindow):
    """One drawing with everything around it."""

    def __init__(
        self,
        client: EngineClient,
        appearance: Appearance,
        language: Language,
        settings: Settings,
        recovery: Recovery,
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__()
        self._appearance, self._language, self._settings = appearance, language, settings
        self._is_leaving = False
        self.editor = Editor(self)
        self.runs = RunController(self.editor, client, settings.seed, self)
        self.files = Files(self.editor, settings, dialogs or QtDialogs(self), recovery, self)
        self.actions_table = Actions(appearance, self)
        self.palette_panel = Palette(appearance)
        self.canvas = CanvasView(self.editor, appearance)
        self.inspector = Inspector(self.editor, appearance)
        self.code = CodePanel(self.editor, appearance)
        self.log = RunLog(self.editor, self.runs, appearance)
        self.bar = RunBar(self.actions_table, appearance)
        self.status_line = StatusLine(appearance)
        self.workspace = Workspace(
            self.bar, self.palette_panel, self.canvas, self.inspector, (self.code, self.log), appearance
        )
        self._lay_out()
        self._connect()
        self._refresh()

    def show_example(self, example: Example) -> None:
        """Show one of the networks that come with the program."""
        try:
            graph = example.open()
        except StorageError as error:
            self.status_line.say(sentence(error.problem))
        else:
            self.files.show_example(partial(self._example_title, example), graph)

    def retranslate(self) -> None:
        self.actions_table.retranslate()
        # A sentence of the other language does not stay; a failure that still holds is told again.
        failures = [sentence(failure.problem) for _, failure in self.editor.results.failures]
        self.status_line.say(failures[0] if failures else "")
        self._refresh()

    def _lay_out(self) -> None:
        # Before anything is shown: Qt asks once for the reader of a widget.
        accessible.install()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(START_SIZE.boundedTo(self.screen().availableSize()))
        self.setCentralWidget(self.workspace)
        self.setStatusBar(self.status_line)
        self.actions_table.fill(self.menuBar())
        self.actions_table.serve(self, self.canvas)
        self.actions_table.bind(self._handlers())
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.restoreGeometry(self._settings.layout("window"))
        self.workspace.restore(self._settings)
        self.bar.seed.setValue(self.runs.seed)

    def _connect(self) -> None:
        self._connect_canvas()
        self.editor.graph_changed.connect(self._on_graph_changed)
        self.editor.selection_changed.connect(self._show_selection)
        self.editor.refused.connect(lambda problem: self.status_line.say(sentence(problem)))
        self.runs.changed.connect(self._show_run)
        self.runs.engine_changed.connect(self._show_engine)
        self.runs.happened.connect(self._on_run_happened)
        self.bar.seed_changed.connect(self._on_seed_changed)
        self.code.save_requested.connect(self.files.save_script)
        self.files.changed.connect(self._refresh)
        self.files.shown.connect(self.canvas.fit_all)
        self.files.said.connect(self.status_line.say)
        self.actions_table.menu("file.recent").aboutToShow.connect(self._fill_recent)
        self.actions_table.menu("file.examples").aboutToShow.connect(self._fill_examples)

    def _connect_canvas(self) -> None:
        layers, canvas = self.palette_panel, self.canvas
        layers.drag_started.connect(canvas.layer_drag_begin)
        layers.drag_moved.connect(canvas.layer_drag_move)
        layers.drag_ended.connect(canvas.layer_drag_end)
        layers.drag_cancelled.connect(canvas.layer_drag_cancel)
        layers.append_requested.connect(self._on_append_requested)
        canvas.zoom_changed.connect(self._show_zoom)
        canvas.hint_changed.connect(self.status_line.hint)
        canvas.customContextMenuRequested.connect(self._show_context_menu)
        bar = self.workspace.canvas_card.zoom_bar
        bar.out.clicked.connect(canvas.zoom_out)
        bar.percent.clicked.connect(canvas.zoom_reset)
        bar.into.clicked.connect(canvas.zoom_in)
        bar.fit.clicked.connect(canvas.fit_all)

    def _handlers(self) -> Mapping[str, Handler]:
        handlers: dict[str, Handler] = {
            "file.new": self.files.new,
            "file.open": self.files.open,
            "file.save": self.files.save,
            "file.save_as": self.files.save_as,
            "file.script": lambda: self.files.save_script(self.code.code),
            "file.quit": self.close,
            "edit.undo": self.editor.undo,
            "edit.redo": self.editor.redo,
            "edit.cut": self._cut,
            "edit.copy": self._copy,
            "edit.paste": self._paste,
            "edit.duplicate": self.editor.duplicate_selection,
            "edit.delete": self.editor.delete_selection,
            "edit.rename": self.canvas.rename_selection,
            "edit.select_all": self.editor.select_all,
            "edit.left": partial(self.canvas.move_selection, -1, 0),
            "edit.right": partial(self.canvas.move_selection, 1, 0),
            "edit.up": partial(self.canvas.move_selection, 0, -1),
            "edit.down": partial(self.canvas.move_selection, 0, 1),
            "view.zoom_in": self.canvas.zoom_in,
            "view.zoom_out": self.canvas.zoom_out,
            "view.zoom_reset": self.canvas.zoom_reset,
            "view.fit": self.canvas.fit_all,
            "run.sample": self.runs.run,
            "run.cancel": self.runs.cancel,
            "run.reset": self._reset,
            "run.train": self._on_train_mode,
            "run.new_seed": self.runs.new_seed,
            "go.palette": self._go_to_palette,
            "go.canvas": self.canvas.focus_canvas,
            "go.inspector": self.workspace.focus_inspector,
            "go.code": self._go_to_code,
            "go.log": self._go_to_log,
            "go.connect": self.canvas.connect_mode,
            "go.next": self.canvas.select_next,
            "go.previous": self.canvas.select_previous,
            "help.shortcuts": self._show_shortcuts,
            "help.about": self._show_about,
        }
        panels = {f"view.{panel}": partial(self._on_panel_toggled, panel) for panel in PANELS}
        themes = {f"view.theme.{choice}": partial(self._on_theme_chosen, choice) for choice in THEME_CHOICES}
        languages = {f"view.language.{code}": partial(self._on_language_chosen, code) for code in AVAILABLE}
        return {**handlers, **panels, **themes, **languages}

    # What is shown

    def _refresh(self) -> None:
        """Show everything anew, after another language or another drawing."""
        self._show_title()
        self._show_history()
        self._show_selection()
        self._show_run()
        self._show_engine()
        self._show_zoom(self.canvas.zoom_percent)
        self._show_choices()

    def _show_title(self) -> None:
        title = self.files.title
        self.setWindowTitle(self.tr("{name}[*] — LazyGUI").format(name=title))
        self.setWindowModified(self.editor.document.is_modified)
        self.bar.set_title(title)
        self._show_summary()

    def _show_summary(self) -> None:
        parameters = self._parameter_words()
        counted = parameters if self.runs.parameter_count is not None else ""
        self.bar.set_summary(" · ".join(filter(None, (self._state_words(), self._node_words(), counted))))
        self.status_line.set_parameters(parameters)

    def _state_words(self) -> str:
        if self.editor.document.is_modified:
            return self.tr("Unsaved changes")
        return self.tr("Saved") if self.files.path else self.tr("Not saved")

    def _node_words(self) -> str:
        count = len(self.editor.graph.nodes)
        return self.tr("1 node") if count == 1 else self.tr("{count} nodes").format(count=count_words(count))

    def _parameter_words(self) -> str:
        count = self.runs.parameter_count
        if count is None:
            return self.tr("parameters unknown until a sample has run")
        return self.tr("{count} parameters").format(count=count_words(count))

    def _show_history(self) -> None:
        document, table = self.editor.document, self.actions_table
        undo, redo = document.undo_title, document.redo_title
        table["edit.undo"].setEnabled(undo is not None)
        table["edit.redo"].setEnabled(redo is not None)
        table.say("edit.undo", self.tr("&Undo {edit}").format(edit=edit_name(undo)) if undo else "")
        table.say("edit.redo", self.tr("&Redo {edit}").format(edit=edit_name(redo)) if redo else "")

    def _show_selection(self) -> None:
        nodes, edges = self.editor.selected_nodes, self.editor.selected_edges
        table = self.actions_table
        for id in ("edit.cut", "edit.copy", "edit.duplicate"):
            table[id].setEnabled(bool(nodes))
        for id in ("edit.rename", "go.connect"):
            table[id].setEnabled(len(nodes) == 1)
        table["edit.delete"].setEnabled(bool(nodes or edges))

    def _show_run(self) -> None:
        is_running = self.runs.is_running
        shown, hidden = ("run.cancel", "run.sample") if is_running else ("run.sample", "run.cancel")
        # In this order: a disabled button loses the focus, and cannot take it.
        self.actions_table[shown].setEnabled(True)
        self.bar.set_running(is_running)
        self.actions_table[hidden].setEnabled(False)
        self.actions_table["run.train"].setChecked(self.runs.is_training)
        self.bar.seed.setValue(self.runs.seed)
        self.code.set_seed(self.runs.seed)
        self._show_summary()

    def _show_engine(self) -> None:
        self.status_line.set_engine(self.runs.engine_words, self.runs.engine_role)

    def _show_zoom(self, percent: int) -> None:
        self.status_line.set_zoom(percent)
        self.workspace.canvas_card.zoom_bar.set_zoom(percent)

    def _show_choices(self) -> None:
        table = self.actions_table
        table[f"view.theme.{self._appearance.choice}"].setChecked(True)
        table[f"view.language.{self._language.code}"].setChecked(True)
        for panel in PANELS:
            table[f"view.{panel}"].setChecked(self.workspace.is_shown(panel))

    # What people do

    def _cut(self) -> None:
        self._copy()
        self.editor.delete_selection()

    def _copy(self) -> None:
        piece = self.editor.selected_clip()
        if piece.nodes:
            clipboard.put(piece)

    def _paste(self) -> None:
        piece = clipboard.take()
        if piece is None:
            self.status_line.say(self.tr("The clipboard holds no layers. Copy some nodes first."))
        else:
            self.editor.paste(piece)

    def _reset(self) -> None:
        self.runs.reset()
        self.log.clear()
        self.status_line.say("")

    def _go_to_palette(self) -> None:
        self._on_panel_toggled("palette", True)
        self.palette_panel.focus_search()

    def _go_to_code(self) -> None:
        self.workspace.show_tab(self.code)
        self.code.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_log(self) -> None:
        self.workspace.show_tab(self.log)
        self.log.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_shortcuts(self) -> None:
        # The dialogs of the help are the only ones that are not there from the start: they would delay the first paint.
        from lazygui.ui import help

        help.shortcuts(self).open()

    def _show_about(self) -> None:
        from lazygui.ui import help

        help.about(self, self.runs.engine_words).open()

    def _on_append_requested(self, layer_type: str) -> None:
        node = self.editor.append_layer(layer_type)
        if node is not None:
            self.canvas.reveal(node)

    def _on_panel_toggled(self, panel: Panel, is_shown: bool) -> None:
        self.workspace.show_panel(panel, is_shown)
        self._show_choices()

    def _on_theme_chosen(self, choice: str, _is_checked: bool) -> None:
        self._appearance.set_choice(choice)

    def _on_language_chosen(self, code: str, _is_checked: bool) -> None:
        self._language.set(code)

    def _on_train_mode(self, is_training: bool) -> None:
        self.runs.is_training = is_training

    def _on_seed_changed(self, seed: int) -> None:
        self.runs.seed = seed
        self._settings.seed = seed

    def _on_graph_changed(self, change: object) -> None:
        self.status_line.say("")
        self._show_title()
        self._show_history()

    def _on_run_happened(self, event: RunStarted | RunEvent | RunCancelled) -> None:
        if isinstance(event, RunStarted):
            self.status_line.say("")
        elif isinstance(event, RunCancelled):
            self.status_line.say(self.tr("The run was cancelled. Nothing that it has shown is kept."))
        elif isinstance(event, NodeFailed):
            self.status_line.say(sentence(event.failure.problem))
            self.workspace.show_tab(self.log)
            if event.node is not None:
                self.editor.select((event.node,))
                self.canvas.reveal(event.node)

    # Menus that are filled when they open

    def _fill_recent(self) -> None:
        menu = self.actions_table.menu("file.recent")
        menu.clear()
        for path in self._settings.recent_files:
            menu.addAction(path.replace("&", "&&"), partial(self.files.open_recent, path))
        if menu.isEmpty():
            menu.addAction(self.tr("No recent files")).setEnabled(False)

    def _fill_examples(self) -> None:
        menu = self.actions_table.menu("file.examples")
        menu.setToolTipsVisible(True)
        menu.clear()
        for example in examples():
            action = menu.addAction(self._example_title(example), partial(self.show_example, example))
            action.setObjectName(f"example.{example.id}")
            code = self._language.code
            action.setToolTip(f"{example.about[code]}\n{example.section[code]}")

    def _example_title(self, example: Example) -> str:
        return example.title[self._language.code]

    def _show_context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_chosen = bool(self.editor.selected_nodes or self.editor.selected_edges)
        for id in CONTEXT_MENU if is_chosen else EMPTY_CONTEXT_MENU:
            if id:
                menu.addAction(self.actions_table[id])
            else:
                menu.addSeparator()
        menu.popup(self.canvas.viewport().mapToGlobal(at))

    # Qt's calls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus()
        # The canvas has its size after the first layout alone.
        QTimer.singleShot(0, self.canvas, self.canvas.fit_all)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_leaving and self.editor.document.is_modified:
            event.ignore()
            self.files.leave(self._leave)
            return
        self._settings.set_layout("window", self.saveGeometry())
        self.workspace.remember(self._settings)
        self.files.forget_copy()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._is_leaving = True
        # Not at once: a window that is just being asked to close cannot be closed.
        QTimer.singleShot(0, self, self.close)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open_path(Path(paths[0]))
