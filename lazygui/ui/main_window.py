"""The window: makes the panels and leads signals from one to the other. Computes nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from lazygui.engine.messages import BackwardDone, InitializationApplied, NodeFailed, RunEvent
from lazygui.graph.arranging import AXES, SIDES
from lazygui.graph.ties import is_shareable, shapes_of
from lazygui.storage.errors import StorageError
from lazygui.storage.examples import Example
from lazygui.storage.recovery import Recovery
from lazygui.ui.actions import Actions
from lazygui.ui.appearance import Appearance
from lazygui.ui.blocks import BlockShelf
from lazygui.ui.canvas import accessible
from lazygui.ui.canvas.motion import system_reduces_motion
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.code_panel import CodePanel
from lazygui.ui.commands import Commands
from lazygui.ui.consent import Consent
from lazygui.ui.depth.panel import DepthPanel
from lazygui.ui.editor import Editor
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.files import Dialogs, Files, QtDialogs
from lazygui.ui.history import HistoryPanel
from lazygui.ui.inference import InferenceController
from lazygui.ui.inspector import Inspector
from lazygui.ui.language import Language
from lazygui.ui.palette import Palette
from lazygui.ui.problems import ProblemsPanel
from lazygui.ui.projector import Projector
from lazygui.ui.quick_add import QuickAdd
from lazygui.ui.run_bar import RunBar
from lazygui.ui.run_controller import RunCancelled, RunController, RunStarted
from lazygui.ui.run_log import RunLog
from lazygui.ui.runs.panel import RunsPanel
from lazygui.ui.settings import Settings
from lazygui.ui.status import StatusLine
from lazygui.ui.summary.panel import SummaryPanel
from lazygui.ui.theatre.player import Player, TakenBack
from lazygui.ui.theatre.strip import Strip
from lazygui.ui.unfinished import take_over
from lazygui.ui.window_menus import WindowMenus
from lazygui.ui.words import edit_name, init_words, sentence, totals_words
from lazygui.ui.workspace import PANELS, Workspace
from lazygui.words.numbers import count_words

SMALLEST: Final = (960, 600)
START_SIZE: Final = QSize(1440, 900)


class MainWindow(QMainWindow):
    """One drawing with everything around it."""

    window_wanted = Signal(str)
    """A person wants another window, with this file or with an empty drawing for ""."""
    quit_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        client: EngineClient,
        appearance: Appearance,
        language: Language,
        settings: Settings,
        recovery: Recovery,
        dialogs: Dialogs | None = None,
        blocks: BlockShelf | None = None,
    ) -> None:
        super().__init__()
        self.appearance, self.language, self.settings = appearance, language, settings
        self._is_leaving = False
        self.siblings: Callable[[], tuple[MainWindow, ...]] = lambda: (self,)
        """All windows of the program, this one included."""
        self.editor = Editor(self, blocks)
        self.runs = RunController(self.editor, client, settings.seed, self)
        self.inference = InferenceController(self.editor, client, self.runs, settings, self)
        asking = dialogs or QtDialogs(self)
        self.files = Files(self.editor, settings, asking, recovery, self)
        self.consent = Consent(settings, asking)
        self.actions_table = Actions(appearance, self)
        self.palette_panel = Palette(appearance, self.editor.blocks)
        self.canvas = CanvasView(self.editor, appearance)
        self.quick_add = QuickAdd(self.canvas, client, appearance, self)
        self.inspector = Inspector(self.editor, appearance)
        self.code = CodePanel(self.editor, appearance)
        self.problems = ProblemsPanel(self.editor, appearance)
        self.log = RunLog(self.editor, self.runs, appearance)
        self.history = HistoryPanel(self.editor, appearance)
        self.summary = SummaryPanel(self.editor, appearance)
        self.depth_panel = DepthPanel(self.editor, appearance)
        self.player = Player(self.editor, self.runs)
        self.runs_panel = RunsPanel(self.editor, self.runs, self.player)
        self.strip = Strip(self.canvas, self.player, self.canvas.find_bar)
        self.bar = RunBar(self.actions_table, appearance)
        self.status_line = StatusLine(appearance)
        self.workspace = Workspace(
            self.bar,
            self.palette_panel,
            self.canvas,
            self.inspector,
            (self.code, self.problems, self.log, self.history, self.summary, self.depth_panel, self.runs_panel),
            appearance,
        )
        self.projector = Projector(self)
        self._commands = Commands(self)
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
        self.actions_table.bind(self._commands.handlers())
        self._menus = WindowMenus(self)
        self.restoreGeometry(self.settings.layout("window"))
        self.workspace.restore(self.settings)
        self._restore_canvas()
        self.palette_panel.model.closed = self.settings.closed_families
        self.bar.seed.setValue(self.runs.seed)

    def _restore_canvas(self) -> None:
        """Have the canvas as the person wants it; while nobody has said, the system knows about motion."""
        self.canvas.minimap.is_wanted = self.settings.has_minimap
        self.canvas.canvas_scene.guides.has_grid = self.settings.snaps_to_grid
        chosen = self.settings.reduces_motion
        self.canvas.canvas_scene.motion.is_on = not (system_reduces_motion() if chosen is None else chosen)

    def _connect(self) -> None:
        self._connect_canvas()
        self.editor.graph_changed.connect(self._on_graph_changed)
        self.editor.selection_changed.connect(self._show_selection)
        self.editor.refused.connect(lambda problem: self.status_line.say(sentence(problem)))
        self.appearance.theme_changed.connect(self.show_choices)
        self.runs.changed.connect(self._show_run)
        self.runs.engine_changed.connect(self._show_engine)
        self.runs.happened.connect(self._on_run_happened)
        self.runs.went_back.connect(self._on_went_back)
        self.bar.seed_changed.connect(self._on_seed_changed)
        self.code.save_requested.connect(self.files.save_script)
        self.files.changed.connect(self._refresh)
        self.files.changed.connect(self.history.refresh)
        self.files.shown.connect(self.canvas.show_whole)
        self.files.said.connect(self.status_line.say)
        self.inference.changed.connect(self._show_summary)
        self.editor.block_named.connect(self.palette_panel.name_block)
        self._connect_problems()

    def _connect_problems(self) -> None:
        self.problems.counts_changed.connect(self._show_problems)
        self.problems.node_chosen.connect(self._go_to_node)
        self.summary.node_chosen.connect(self._go_to_row)
        self.depth_panel.node_chosen.connect(self._go_to_node)
        self.runs_panel.said.connect(self.status_line.say)
        self._connect_player()
        self.projector.changed.connect(self.show_choices)
        self.problems.path_pointed.connect(self.editor.highlight)
        self.status_line.problems_requested.connect(self._commands.go_to_problems)

    def _connect_canvas(self) -> None:
        layers, canvas = self.palette_panel, self.canvas
        layers.drag_started.connect(canvas.layer_drag_begin)
        layers.drag_moved.connect(canvas.layer_drag_move)
        layers.drag_ended.connect(canvas.layer_drag_end)
        layers.drag_cancelled.connect(canvas.layer_drag_cancel)
        layers.append_requested.connect(self._on_append_requested)
        canvas.zoom_changed.connect(self._show_zoom)
        canvas.hint_changed.connect(self.status_line.hint)
        bar = self.workspace.canvas_card.zoom_bar
        bar.out.clicked.connect(canvas.zoom_out)
        bar.percent.clicked.connect(canvas.zoom_reset)
        bar.into.clicked.connect(canvas.zoom_in)
        bar.fit.clicked.connect(canvas.fit_gently)

    # What is shown

    def _refresh(self) -> None:
        """Show everything anew, after another language or another drawing."""
        self._show_title()
        self._show_history()
        self._show_selection()
        self._show_run()
        self._show_engine()
        self._show_zoom(self.canvas.zoom_percent)
        self._show_problems()
        self.show_choices()

    def _show_title(self) -> None:
        title = self.files.title
        self.setWindowTitle(self.tr("{name}[*] — LazyGUI").format(name=title))
        self.setWindowModified(self.editor.document.is_modified)
        self.bar.set_title(title)
        self._show_summary()

    def _show_summary(self) -> None:
        parts = (self._state_words(), self._node_words(), self._counted_words())
        self.bar.set_summary(" · ".join(filter(None, parts)))
        self.status_line.set_parameters(self._total_words())

    def _state_words(self) -> str:
        if self.editor.document.is_modified:
            return self.tr("Unsaved changes")
        return self.tr("Saved") if self.files.path else self.tr("Not saved")

    def _node_words(self) -> str:
        count = len(self.editor.graph.nodes)
        return self.tr("1 node") if count == 1 else self.tr("{count} nodes").format(count=count_words(count))

    def _counted_words(self) -> str:
        count = self.runs.parameter_count
        return "" if count is None else self.tr("{count} parameters").format(count=count_words(count))

    def _total_words(self) -> str:
        """What a run has counted, and else what is inferred."""
        totals, counted = self.editor.results.totals, self._counted_words()
        if totals is None or (counted and totals.unknown):
            return counted or self.tr("parameters unknown until a sample has run")
        return totals_words(totals, is_inferred=not counted)

    def _show_problems(self) -> None:
        counts = self.problems.counts
        self.status_line.set_problems(counts.errors, counts.warnings)
        self.workspace.set_problem_count(counts.errors + counts.warnings)

    def _show_history(self) -> None:
        document, table = self.editor.document, self.actions_table
        undo, redo = document.undo_title, document.redo_title
        takes_back, brings_back = self.player.can_take_back, self.player.can_bring_back
        table["edit.undo"].setEnabled(undo is not None or takes_back)
        table["edit.redo"].setEnabled(redo is not None or brings_back)
        done = edit_name(undo) if undo else ""
        undone = edit_name(redo) if redo else ""
        done, undone = self.tr("run") if takes_back else done, self.tr("run") if brings_back else undone
        table.say("edit.undo", self.tr("&Undo {edit}").format(edit=done) if done else "")
        table.say("edit.redo", self.tr("&Redo {edit}").format(edit=undone) if undone else "")

    def _show_selection(self) -> None:
        nodes, edges, comments = (
            self.editor.selected_nodes,
            self.editor.selected_edges,
            self.editor.selected_comments,
        )
        table = self.actions_table
        for id in ("edit.cut", "edit.copy", "edit.duplicate"):
            table[id].setEnabled(bool(nodes or comments))
        edits = ("delete_closing", "swap", "take_out")
        for id in (*(f"edit.{name}" for name in edits), "group.make", "group.toggle", "group.save_block"):
            table[id].setEnabled(bool(nodes))
        self._show_arranging()
        for id in ("edit.arguments", "edit.add_before"):
            table[id].setEnabled(len(nodes) == 1)
        one = len(nodes) == 1 or self.editor.selected_group is not None
        table["edit.rename"].setEnabled(one or self.editor.selected_comment is not None)
        table["go.connect"].setEnabled(one)
        alone = self.editor.selected_node
        can_share = alone is not None and is_shareable(alone) and bool(shapes_of(alone))
        for id in ("edit.share", "edit.tie"):
            table[id].setEnabled(can_share)
        table["edit.delete"].setEnabled(bool(nodes or edges or comments))
        table["group.dissolve"].setEnabled(self.editor.selected_group is not None)

    def _show_arranging(self) -> None:
        # Asked of the editor, for the canvas may hear of a change later than of the selection.
        shown = self.editor.view.shown
        table, count = self.actions_table, len({shown[node] for node in self.editor.selected_nodes})
        for side in SIDES:
            table[f"arrange.{side}"].setEnabled(count > 1)
        for axis in AXES:
            table[f"arrange.{axis}"].setEnabled(count > 2)
        for id in ("edit.upstream", "edit.downstream"):
            table[id].setEnabled(count > 0)

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
        self._show_player()

    def _show_engine(self) -> None:
        self.status_line.set_engine(self.runs.engine_words, self.runs.engine_role)

    def _show_zoom(self, percent: int) -> None:
        self.status_line.set_zoom(percent)
        self.workspace.canvas_card.zoom_bar.set_zoom(percent)

    def show_choices(self) -> None:
        """Tick the commands that are on."""
        table = self.actions_table
        table[f"view.theme.{self.appearance.choice}"].setChecked(True)
        table[f"view.language.{self.language.code}"].setChecked(True)
        table["view.live_shapes"].setChecked(self.inference.is_on)
        table["view.projector"].setChecked(self.projector.is_on)
        table["view.minimap"].setChecked(self.canvas.minimap.is_wanted)
        table["view.snap_to_grid"].setChecked(self.canvas.canvas_scene.guides.has_grid)
        table["view.reduce_motion"].setChecked(not self.canvas.canvas_scene.motion.is_on)
        for panel in PANELS:
            table[f"view.{panel}"].setChecked(self.workspace.is_shown(panel))

    # What happens

    def _on_append_requested(self, layer_type: str) -> None:
        node = self.editor.append_layer(layer_type)
        if node is not None:
            self.canvas.reveal(node)

    def _go_to_node(self, node: str) -> None:
        self.editor.select((node,))
        self.canvas.reveal(node)

    def _go_to_row(self, path: str) -> None:
        """Go to what a row of the summary tells of: a node, or a group with all that is in it."""
        if path in self.editor.graph.nodes:
            self._go_to_node(path)
        else:
            self.editor.select_group(path)
            self.canvas.show_cards_of(self.editor.selected_nodes)

    def _connect_player(self) -> None:
        player = self.player
        player.walk, player.ask = self._walk, self.strip.ask
        player.record_wanted.connect(self._commands.record)
        player.changed.connect(self._show_player)
        player.changed.connect(self._show_history)
        player.happened.connect(self._on_show_happened)
        self.canvas.space_tapped.connect(player.step)

    def _walk(self, node: str, arrived: Callable[[], None]) -> None:
        """Lead the tensors of the pass along the edges to a node."""
        edges = self.editor.graph.inputs.get(node, ())
        outputs = self.editor.results.outputs
        told = [(edge.target, outputs(edge.source.node), edge.source.index) for edge in edges]
        walking = [(to, given[index]) for to, given, index in told if index < len(given)]
        self.canvas.walk_tensors(node, walking, self.player.speed, arrived)

    def _show_player(self) -> None:
        player, table = self.player, self.actions_table
        table["run.back"].setEnabled(player.can_go_back)
        table["run.step"].setEnabled(player.can_step and not self.runs.is_running)
        table["run.play"].setEnabled(not self.runs.is_running)
        table["run.rewind"].setEnabled(player.is_on and player.can_go_back)
        table["run.predict"].setEnabled(player.is_on)
        self.bar.play.draw("pause" if player.is_playing else "play")

    def _on_show_happened(self, event: RunStarted | RunEvent | TakenBack) -> None:
        if isinstance(event, TakenBack):
            self.log.take_back(event.position)
        else:
            self.log.tell(event)
            self._on_run_happened(event)

    def _on_seed_changed(self, seed: int) -> None:
        self.runs.seed = seed
        self.settings.seed = seed

    def _on_graph_changed(self, change: object) -> None:
        self.status_line.say("")
        self._show_title()
        self._show_history()

    def _on_run_happened(self, event: RunStarted | RunEvent | RunCancelled) -> None:
        if isinstance(event, RunStarted):
            self.status_line.say("")
        elif isinstance(event, RunCancelled):
            self.status_line.say(self.tr("The run was cancelled. Nothing that it has shown is kept."))
        elif isinstance(event, InitializationApplied) and event.report.was_early:
            self.status_line.say(init_words(event.report))
            self.workspace.show_tab(self.log)
        elif isinstance(event, NodeFailed):
            self.status_line.say(sentence(event.failure.problem))
            self.workspace.show_tab(self.log)
            if event.node is not None:
                self._go_to_node(event.node)

    def _on_went_back(self, answer: BackwardDone) -> None:
        if answer.problem is not None:
            self.status_line.say(sentence(answer.problem))
        else:
            self.status_line.say(self.tr("Gradients have come back: see the inspector and the depth view."))
            self.workspace.show_tab(self.depth_panel)

    def _example_title(self, example: Example) -> str:
        return example.title[self.language.code]

    # Qt's calls

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.canvas.setFocus()
        # The canvas has its size after the first layout alone.
        QTimer.singleShot(0, self.canvas, self.canvas.fit_all)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.projector.is_on:
            self.projector.set_on(False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        take_over(self)
        if not self._is_leaving and self.editor.document.is_modified:
            event.ignore()
            self.files.leave(self.leave)
            return
        self.projector.set_on(False)
        self.settings.set_layout("window", self.saveGeometry())
        self.workspace.remember(self.settings)
        self.settings.closed_families = self.palette_panel.model.closed
        self.files.forget_copy()
        super().closeEvent(event)
        self.closed.emit()

    def come_to_front(self) -> None:
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close without a question: it has been asked."""
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
            for path in paths[1:]:
                self.window_wanted.emit(path)
