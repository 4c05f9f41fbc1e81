"""What the window does for each command of the table. Leads from a command to the part that can; computes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from lazygui.graph.arranging import AXES, SIDES
from lazygui.graph.initializing import SetInitialization
from lazygui.graph.problems import Problem
from lazygui.ui import clipboard
from lazygui.ui.actions import Handler
from lazygui.ui.language import AVAILABLE
from lazygui.ui.pasting import Pasted, taken_words
from lazygui.ui.settings import THEME_CHOICES
from lazygui.ui.unfinished import take_over
from lazygui.ui.words import sentence
from lazygui.ui.workspace import PANELS, Panel

if TYPE_CHECKING:
    from lazygui.ui.figure.exporting import Exporting
    from lazygui.ui.gallery.delegate import Pictures
    from lazygui.ui.main_window import MainWindow

NEED_WHAT_IS_TYPED: Final = (
    *("file.save", "file.save_as", "file.script", "file.figure"),
    *("run.sample", "run.play", "run.early", "run.initialize"),
)
"""Commands that are about the drawing as the person sees it, with the value in the field that is still open."""


class Commands(QObject):
    """The handlers of one window's commands."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pictures: Pictures = {}
        self._had_live_shapes = True

    def handlers(self) -> Mapping[str, Handler]:
        """Return what each command of the table calls."""
        handlers = self._handlers()
        return {**handlers, **{id: partial(self._take_over, handlers[id]) for id in NEED_WHAT_IS_TYPED}}

    def _take_over(self, handler: Callable[[], object]) -> None:
        take_over(self._window)
        handler()

    def _handlers(self) -> dict[str, Handler]:
        return {
            **self._of_files(),
            **self._of_edits(),
            **self._of_order(),
            **self._of_groups(),
            **self._of_views(),
            **self._of_runs(),
            **self._of_ways(),
            "help.shortcuts": self._show_shortcuts,
            "help.about": self._show_about,
        }

    def _of_files(self) -> Mapping[str, Handler]:
        window, files = self._window, self._window.files
        return {
            "file.new": files.new,
            "file.open": files.open,
            "file.new_window": lambda: window.window_wanted.emit(""),
            "file.open_window": lambda: files.choose(window.window_wanted.emit),
            "file.gallery": self.show_gallery,
            "file.save": files.save,
            "file.save_as": files.save_as,
            "file.figure": lambda: self._figures.ask(),
            "file.script": lambda: files.save_script(window.code.code),
            "file.close": window.close,
            "file.quit": window.quit_wanted.emit,
        }

    def _of_edits(self) -> Mapping[str, Handler]:
        editor, canvas = self._window.editor, self._window.canvas
        return {
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            "edit.cut": self._cut,
            "edit.copy": self._copy,
            "edit.copy_image": lambda: self._figures.copy(),
            "edit.paste": self._paste,
            "edit.duplicate": editor.duplicate_selection,
            "edit.delete": editor.delete_selection,
            "edit.delete_closing": editor.delete_closing,
            "edit.add": self._window.quick_add.open_behind,
            "edit.add_before": self._window.quick_add.open_before,
            "edit.swap": self._window.quick_add.open_swap,
            "edit.take_out": editor.take_out_selection,
            "edit.arguments": canvas.edit_arguments,
            "edit.rename": canvas.rename_selection,
            "edit.find": canvas.find_bar.open,
            "comment.note": canvas.add_note,
            "comment.frame": canvas.add_frame,
            "comment.next": canvas.next_comment,
            "edit.select_all": editor.select_all,
            "edit.share": partial(self._open_sharing, "share"),
            "edit.tie": partial(self._open_sharing, "tie"),
            "edit.left": partial(canvas.move_selection, -1, 0),
            "edit.right": partial(canvas.move_selection, 1, 0),
            "edit.up": partial(canvas.move_selection, 0, -1),
            "edit.down": partial(canvas.move_selection, 0, 1),
        }

    def _of_order(self) -> Mapping[str, Handler]:
        editor, arranger = self._window.editor, self._window.canvas.arranger
        sides = {f"arrange.{side}": partial(arranger.align, side) for side in SIDES}
        axes = {f"arrange.{axis}": partial(arranger.distribute, axis) for axis in AXES}
        chosen: Mapping[str, Handler] = {
            "arrange.tidy": arranger.tidy,
            "edit.upstream": editor.select_upstream,
            "edit.downstream": editor.select_downstream,
        }
        return {**sides, **axes, **chosen}

    def _of_groups(self) -> Mapping[str, Handler]:
        editor = self._window.editor
        return {
            "group.make": editor.group_selection,
            "group.dissolve": editor.dissolve_group,
            "group.toggle": editor.toggle_group,
            "group.collapse_all": editor.collapse_all,
            "group.expand_all": editor.expand_all,
            "group.save_block": editor.save_block,
        }

    def _of_views(self) -> Mapping[str, Handler]:
        canvas = self._window.canvas
        panels = {f"view.{panel}": partial(self._on_panel_toggled, panel) for panel in PANELS}
        themes = {f"view.theme.{choice}": partial(self._on_theme_chosen, choice) for choice in THEME_CHOICES}
        languages = {f"view.language.{code}": partial(self._on_language_chosen, code) for code in AVAILABLE}
        zooms: Mapping[str, Handler] = {
            "view.zoom_in": canvas.zoom_in,
            "view.zoom_out": canvas.zoom_out,
            "view.zoom_reset": canvas.zoom_reset,
            "view.fit": canvas.fit_gently,
            "view.live_shapes": self._on_live_shapes,
            "view.minimap": self._on_minimap,
            "view.snap_to_grid": self._on_snap_to_grid,
            "view.reduce_motion": self._on_reduce_motion,
            "view.projector": self._window.projector.set_on,
        }
        return {**zooms, **panels, **themes, **languages}

    def _of_runs(self) -> Mapping[str, Handler]:
        runs, player = self._window.runs, self._window.player
        return {
            "run.sample": self._run,
            "run.cancel": runs.cancel,
            "run.step": player.step,
            "run.back": player.back,
            "run.play": player.toggle,
            "run.rewind": player.rewind,
            "run.predict": self._on_predict,
            "run.reset": self._reset,
            "run.train": self._on_train_mode,
            "run.initialize": self._initialize,
            "run.backward": self._go_back,
            "run.look": self._look_inside,
            "run.early": partial(self._run, initializes_early=True),
            "run.settings": self._show_run_settings,
            "run.new_seed": runs.new_seed,
        }

    def _of_ways(self) -> Mapping[str, Handler]:
        window = self._window
        return {
            "go.palette": self._go_to_palette,
            "go.canvas": window.canvas.focus_canvas,
            "go.inspector": window.workspace.focus_inspector,
            "go.code": self._go_to_code,
            "go.log": self._go_to_log,
            "go.problems": self.go_to_problems,
            "go.history": self._go_to_history,
            "go.summary": self._go_to_summary,
            "go.depth": self._go_to_depth,
            "go.runs": self._go_to_runs,
            "go.next_problem": partial(self._step_problem, 1),
            "go.previous_problem": partial(self._step_problem, -1),
            "go.connect": window.canvas.connect_mode,
            "go.next": window.canvas.select_next,
            "go.previous": window.canvas.select_previous,
        }

    def go_to_problems(self) -> None:
        self._window.workspace.show_tab(self._window.problems)
        self._window.problems.focus_list()

    def show_gallery(self) -> None:
        """Show the examples with their pictures, and then the one that is chosen."""
        # Dialogs are not there from the start, for they would delay the first paint.
        from lazygui.ui.gallery import Gallery

        window = self._window
        gallery = Gallery(window.appearance, window.language.code, window, self._pictures)
        gallery.example_chosen.connect(window.show_example)
        gallery.open()

    @cached_property
    def _figures(self) -> Exporting:
        from lazygui.ui.figure.exporting import Exporting

        return Exporting(self._window)

    # Edits

    def _undo(self) -> None:
        """Undo what was done last: an edit, or a run, which is no part of the drawing's history."""
        player, editor = self._window.player, self._window.editor
        (player.take_back if player.can_take_back else editor.undo)()

    def _redo(self) -> None:
        player, editor = self._window.player, self._window.editor
        (player.bring_back if player.can_bring_back else editor.redo)()

    def _cut(self) -> None:
        self._copy()
        self._window.editor.delete_selection()

    def _copy(self) -> None:
        piece = self._window.editor.selected_clip()
        if piece.nodes or piece.comments:
            clipboard.put(piece)

    def _paste(self) -> None:
        window, found = self._window, clipboard.take()
        if found is None:
            window.status_line.say(self.tr("The clipboard holds no layers. Copy some nodes or PyTorch code first."))
        elif isinstance(found, Problem):
            window.status_line.say(sentence(found))
        elif found.is_code:
            self._paste_code(found)
        else:
            window.editor.paste(found.piece)

    def _paste_code(self, found: Pasted) -> None:
        window = self._window
        was_empty = not window.editor.graph.nodes
        if window.editor.paste_code(found.piece):
            (window.canvas.show_whole if was_empty else window.canvas.fit_all)()
            window.status_line.say(taken_words(found))

    def _open_sharing(self, menu: str) -> None:
        self._on_panel_toggled("inspector", True)
        self._window.inspector.node_page.open_sharing(menu)

    # Runs

    def _run(self, initializes_early: bool = False) -> None:
        window = self._window
        if not window.runs.is_running:
            begin = partial(window.runs.run, initializes_early=initializes_early)
            window.consent.ask(lambda: window.editor.graph, begin, self._on_declined)

    def _initialize(self) -> None:
        from lazygui.ui.initializing.dialog import InitDialog

        window, editor = self._window, self._window.editor
        dialog = InitDialog(editor.graph, sorted(editor.selected_nodes), window.appearance, window)
        dialog.accepted_rules.connect(lambda rules: editor.do(SetInitialization(rules)))
        dialog.open()

    def record(self) -> None:
        """Run a sample that is only recorded, to be stepped through."""
        window = self._window
        begin = partial(window.runs.run, is_held=True)
        window.consent.ask(lambda: window.editor.graph, begin, self._on_declined)

    def _show_run_settings(self) -> None:
        from lazygui.ui.run_settings import RunSettings

        runs = self._window.runs
        dialog = RunSettings(runs.where, runs.devices, runs.cores, self._window)
        dialog.chosen.connect(lambda where: setattr(runs, "where", where))
        dialog.open()

    def _go_back(self) -> None:
        """Go back from the chosen node where it is a loss, or else from the mean of what nobody reads."""
        window, node = self._window, self._window.editor.selected_node
        results = window.editor.results
        if not any(results.result(key) for key in window.editor.graph.nodes):
            window.status_line.say(self.tr("Run a sample first: then one can go back through it."))
            return
        is_loss = node is not None and results.outputs(node.id) == ((),)
        loss = node.id if node is not None and is_loss else ""
        window.runs.go_back(loss, window.consent.has_allowed(window.editor.graph))

    def _look_inside(self) -> None:
        from lazygui.ui.look.dialog import LookDialog

        window, node = self._window, self._window.editor.selected_node
        if node is None or window.editor.results.result(node.id) is None:
            window.status_line.say(self.tr("Run a sample and choose a node that has run: then one can look inside."))
            return

        def ask(node: str, parameter: str, output: int) -> int:
            may_run_code = window.consent.has_allowed(window.editor.graph)
            return window.runs.look(node, parameter, output, may_run_code)

        dialog = LookDialog(window.editor, node.id, ask, window.appearance, window)
        window.runs.looked.connect(dialog.show_answer)
        dialog.show()

    def _on_predict(self, is_on: bool) -> None:
        """Ask for shapes before they are shown. While that is on nothing is inferred, which would give them away."""
        window = self._window
        if is_on:
            self._had_live_shapes = window.inference.is_on
        window.inference.is_on = self._had_live_shapes and not is_on
        window.strip.set_gate(is_on)

    def _on_declined(self) -> None:
        self._window.player.give_up()
        self._window.status_line.say(self.tr("Nothing was run: the code of this drawing is not allowed to."))

    def _reset(self) -> None:
        # The player first: a tensor on its way would arrive, and open its node again.
        self._window.player.reset()
        self._window.runs.reset()
        self._window.log.clear()
        self._window.status_line.say("")

    def _on_train_mode(self, is_training: bool) -> None:
        self._window.runs.is_training = is_training

    # Ways

    def _go_to_palette(self) -> None:
        self._on_panel_toggled("palette", True)
        self._window.palette_panel.focus_search()

    def _go_to_code(self) -> None:
        self._window.workspace.show_tab(self._window.code)
        self._window.code.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_log(self) -> None:
        self._window.workspace.show_tab(self._window.log)
        self._window.log.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_history(self) -> None:
        self._window.workspace.show_tab(self._window.history)
        self._window.history.focus_list()

    def _go_to_summary(self) -> None:
        self._window.workspace.show_tab(self._window.summary)
        self._window.summary.focus_table()

    def _go_to_depth(self) -> None:
        self._window.workspace.show_tab(self._window.depth_panel)
        self._window.depth_panel.focus_list()

    def _go_to_runs(self) -> None:
        self._window.workspace.show_tab(self._window.runs_panel)
        self._window.runs_panel.focus_list()

    def _step_problem(self, direction: int) -> None:
        self._window.workspace.show_tab(self._window.problems)
        self._window.problems.step(direction)

    # Views and help

    def _on_live_shapes(self, is_on: bool) -> None:
        self._window.inference.is_on = is_on

    def _on_minimap(self, is_on: bool) -> None:
        self._window.settings.has_minimap = is_on
        self._window.canvas.minimap.is_wanted = is_on

    def _on_snap_to_grid(self, is_on: bool) -> None:
        self._window.settings.snaps_to_grid = is_on
        self._window.canvas.canvas_scene.guides.has_grid = is_on

    def _on_reduce_motion(self, is_on: bool) -> None:
        self._window.settings.reduces_motion = is_on
        self._window.canvas.canvas_scene.motion.is_on = not is_on

    def _on_panel_toggled(self, panel: Panel, is_shown: bool) -> None:
        self._window.workspace.show_panel(panel, is_shown)
        self._window.show_choices()

    def _on_theme_chosen(self, choice: str, _is_checked: bool) -> None:
        self._window.appearance.set_choice(choice)

    def _on_language_chosen(self, code: str, _is_checked: bool) -> None:
        self._window.language.set(code)

    def _show_shortcuts(self) -> None:
        from lazygui.ui.cheat_sheet import CheatSheet

        CheatSheet(self._window).open()

    def _show_about(self) -> None:
        from lazygui.ui import help

        help.about(self._window, self._window.runs.engine_words).open()
