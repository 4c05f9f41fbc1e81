"""The window as a whole, on an engine that obeys: what is shown follows what is done, in both languages and themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles import FakeEngine
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFailed, NodeStarted
from lazygui.graph.findings import WARNING, Finding, Fix
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference, State, Totals
from lazygui.storage import files as storage_files
from lazygui.storage.examples import example, examples
from lazygui.storage.recovery import Recovery
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.ui.appearance import Appearance
from lazygui.ui.files import Answer
from lazygui.ui.gallery import Gallery
from lazygui.ui.language import Language
from lazygui.ui.main_window import MainWindow
from lazygui.ui.settings import Settings


class Opened:
    """A window and what it was made from."""

    def __init__(self, store: QSettings, engine: FakeEngine, dialogs: ScriptedDialogs, folder: Path) -> None:
        self.settings = Settings(store)
        self.settings.language, self.settings.theme = "en", "light"
        self.settings.reduces_motion = True
        app = QApplication.instance()
        self.appearance, self.language = Appearance(self.settings, app), Language(self.settings, app)
        self.engine, self.dialogs, self._folder = engine, dialogs, folder
        self.window = self.again()
        self.window.show_example(example("lazy_init"))

    def again(self) -> MainWindow:
        recovery = Recovery(self._folder / "recovery")
        return MainWindow(
            self.engine,  # type: ignore[arg-type]
            self.appearance,
            self.language,
            self.settings,
            recovery,
            self.dialogs,
        )

    def action(self, id: str) -> None:
        action = self.window.actions_table[id]
        assert action.isEnabled(), id
        action.trigger()

    def label(self, name: str) -> str:
        return self.window.findChild(QLabel, name).text()

    def button(self, name: str) -> QPushButton:
        return self.window.findChild(QPushButton, name)


@pytest.fixture
def opened(
    qtbot: QtBot, store: QSettings, engine: FakeEngine, dialogs: ScriptedDialogs, tmp_path: Path
) -> Iterator[Opened]:
    opened = Opened(store, engine, dialogs, tmp_path)
    qtbot.addWidget(opened.window, before_close_func=lambda window: window.editor.document.mark_saved())
    opened.window.show()
    qtbot.waitExposed(opened.window)
    yield opened
    opened.language.set("en")
    opened.appearance.set_choice("light")


def test_a_window_opens_with_the_example_and_says_what_to_expect(opened: Opened) -> None:
    assert opened.window.windowTitle() == "Lazy initialization[*] — LazyGUI"
    assert opened.label("document.summary") == "Not saved · 4 nodes"
    assert opened.label("status.parameters") == "parameters unknown until a sample has run"
    assert opened.window.canvas.hasFocus()


def test_a_press_on_run_sample_counts_the_parameters(opened: Opened) -> None:
    events.click(opened.button("run.sample"), opened.button("run.sample").rect().center())
    assert (opened.button("run.sample").isHidden(), opened.button("run.cancel").isHidden()) == (True, False)
    opened.engine.finish()
    assert (opened.button("run.sample").isHidden(), opened.button("run.cancel").isHidden()) == (False, True)
    assert opened.label("status.parameters") == "7,946 parameters"
    assert opened.label("document.summary") == "Not saved · 4 nodes · 7,946 parameters"


def test_the_focus_stays_in_the_place_of_the_primary_button(opened: Opened) -> None:
    opened.button("run.sample").setFocus()
    opened.action("run.sample")
    assert opened.button("run.cancel").hasFocus()
    opened.action("run.cancel")
    assert opened.button("run.sample").hasFocus()


def test_the_log_tells_what_every_node_made_of_the_sample(opened: Opened) -> None:
    opened.action("run.sample")
    opened.engine.finish()
    model = opened.window.log.model
    rows = [[model.index(row, column).data() for column in range(1, 4)] for row in range(model.rowCount())]
    assert rows[0] == ["Run sample", "seed 0 · evaluation mode", ""]
    assert rows[1:3] == [["✓ x", "2 × 10", "1.0 ms"], ["✓ fc1", "2 × 10 → 2 × 10", "1.0 ms"]]
    assert rows[-1] == ["✓ Done", "7,946 parameters", "4.0 ms"]


def test_a_click_on_a_line_of_the_log_chooses_its_node(opened: Opened) -> None:
    opened.action("run.sample")
    opened.engine.finish()
    opened.action("go.log")
    view = opened.window.findChild(QTreeView, "log")
    events.click(view.viewport(), view.visualRect(view.model().index(2, 1)).center())
    assert opened.window.editor.selected_nodes == {"fc1"}


def test_a_failure_is_a_sentence_in_the_status_bar_and_in_the_log(opened: Opened) -> None:
    opened.action("run.sample")
    opened.engine.say(NodeStarted(1, "fc1"), NodeFailed(1, "fc1", Finding(Problem("out_of_memory", "fc1"))))
    model = opened.window.log.model
    sentence = opened.label("status.message")
    assert "not enough memory for “fc1”" in sentence
    assert model.index(model.rowCount() - 1, 1).data() == "▲ fc1"
    assert model.index(model.rowCount() - 1, 2).data() == sentence
    assert opened.window.log.isVisible()


def test_reset_empties_the_log_and_forgets_the_results(opened: Opened) -> None:
    opened.action("run.sample")
    opened.engine.finish()
    opened.action("run.reset")
    assert opened.window.log.model.rowCount() == 0
    assert opened.window.editor.results.state("fc1") is State.UNINITIALIZED


def test_undo_is_called_by_what_it_undoes(opened: Opened) -> None:
    undo, redo = opened.window.actions_table["edit.undo"], opened.window.actions_table["edit.redo"]
    assert not undo.isEnabled()
    opened.action("edit.select_all")
    opened.action("edit.right")
    assert undo.text() == "&Undo move of 4 nodes"
    assert opened.button("edit.undo").toolTip() == "Undo move of 4 nodes (Ctrl+Z)"
    assert opened.window.isWindowModified()
    opened.action("edit.undo")
    assert redo.text() == "&Redo move of 4 nodes"
    assert not opened.window.isWindowModified()
    assert not opened.button("edit.undo").isEnabled()


def test_copy_and_paste_go_through_the_clipboard_as_text(opened: Opened) -> None:
    opened.window.editor.select(["fc1", "relu"])
    opened.action("edit.copy")
    text = QGuiApplication.clipboard().text()
    assert "nn.LazyLinear" in text
    opened.action("edit.cut")
    assert "fc1" not in opened.window.editor.graph.nodes
    QGuiApplication.clipboard().setText(text)
    opened.action("edit.paste")
    assert len(opened.window.editor.selected_nodes) == 2
    assert len(opened.window.editor.graph.nodes) == 4


def test_a_clipboard_without_layers_is_said(opened: Opened) -> None:
    before = opened.window.editor.graph
    QGuiApplication.clipboard().setText("hello")
    opened.action("edit.paste")
    assert "no layers" in opened.label("status.message")
    assert opened.window.editor.graph is before


def test_a_refused_edit_is_said(opened: Opened) -> None:
    opened.window.editor.refused.emit(Problem("cycle", "fc1"))
    assert "cycle" in opened.label("status.message")


def test_a_hint_covers_the_sentence_while_it_holds(opened: Opened) -> None:
    opened.window.status_line.say("saved")
    opened.window.canvas.hint_changed.emit("no")
    assert opened.label("status.message") == "no"
    opened.window.canvas.hint_changed.emit("")
    assert opened.label("status.message") == "saved"


def test_the_seed_is_sent_shown_in_the_code_and_remembered(opened: Opened) -> None:
    opened.window.findChild(QSpinBox, "run.seed").setValue(42)
    opened.action("run.train")
    opened.action("run.sample")
    assert opened.engine.requests[0][1:] == (42, True)
    assert "torch.manual_seed(42)" in opened.window.code.code
    assert opened.settings.seed == 42


def test_a_new_seed_is_shown(opened: Opened) -> None:
    opened.action("run.new_seed")
    assert opened.window.findChild(QSpinBox, "run.seed").value() == opened.window.runs.seed != 0


def test_the_language_changes_at_once(opened: Opened) -> None:
    opened.action("view.language.zh_CN")
    QApplication.processEvents()  # Qt posts LanguageChange
    assert opened.window.files.title == "延后初始化"
    assert opened.button("run.reset").text() != "Reset"
    assert opened.window.actions_table["view.language.zh_CN"].isChecked()
    opened.action("view.language.en")
    QApplication.processEvents()
    assert opened.button("run.reset").text() == "Reset"


def test_every_word_of_the_window_can_be_translated(opened: Opened, other_language: object) -> None:
    for name in ("run.sample", "run.reset", "edit.undo", "zoom.fit"):
        assert opened.button(name).text().startswith("["), name
    for name in ("status.parameters", "status.engine"):
        assert opened.label(name).startswith("["), name
    assert opened.window.windowTitle().endswith("LazyGUI]")


def test_every_control_has_a_name_for_those_who_cannot_see_it(opened: Opened) -> None:
    controls = [w for w in opened.window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    shown = [w for w in controls if w.isVisible() and w.focusProxy() is None and not w.objectName().startswith("qt_")]
    nameless = [
        w.objectName() or type(w).__name__ for w in shown if not (w.accessibleName() or getattr(w, "text", str)())
    ]
    assert nameless == []


def test_the_theme_changes_at_once(opened: Opened) -> None:
    opened.action("view.theme.dark")
    assert opened.appearance.theme.is_dark
    assert opened.settings.theme == "dark"


def test_panels_are_hidden_and_stay_so(qtbot: QtBot, opened: Opened) -> None:
    opened.action("view.inspector")
    assert not opened.window.inspector.isVisible()
    opened.window.close()
    again = opened.again()
    qtbot.addWidget(again)
    assert not again.workspace.is_shown("inspector")
    assert not again.actions_table["view.inspector"].isChecked()
    assert again.workspace.is_shown("palette")


@pytest.mark.parametrize(
    ("action", "panel"), [("go.palette", "palette_panel"), ("go.inspector", "inspector"), ("go.code", "code")]
)
def test_every_panel_takes_the_focus_also_when_it_was_hidden(opened: Opened, action: str, panel: str) -> None:
    for shown in ("view.palette", "view.inspector", "view.bottom"):
        opened.action(shown)
    opened.window.editor.select(["fc1"])
    opened.action(action)
    focus = opened.window.focusWidget()
    assert getattr(opened.window, panel).isAncestorOf(focus) or focus is getattr(opened.window, panel)
    assert focus.isVisible()


def test_an_appended_layer_comes_behind_the_chosen_one(opened: Opened) -> None:
    opened.window.editor.select(["fc2"])
    opened.window.palette_panel.append_requested.emit("nn.ReLU")
    assert opened.window.editor.graph.inputs["relu2"][0].source.node == "fc2"


def test_every_example_can_be_opened_from_the_menu(opened: Opened) -> None:
    menu = opened.window.actions_table.menu("file.examples")
    menu.aboutToShow.emit()
    actions = menu.actions()
    entries = [entry for top in actions for entry in (top.menu().actions() if top.menu() else [top])]
    assert len(entries) == len(examples())
    for action in entries:
        action.trigger()
        assert opened.window.files.title == action.text()
        assert opened.window.editor.graph.nodes


def test_an_example_says_what_it_is_and_where_the_book_has_it(opened: Opened) -> None:
    menu = opened.window.actions_table.menu("file.examples")
    menu.aboutToShow.emit()
    part = menu.actions()[0].menu() or menu
    assert part.toolTipsVisible()
    first = examples()[0]
    assert part.actions()[0].toolTip().splitlines() == [first.about["en"], first.section["en"]]


def test_recent_files_are_listed_and_open(opened: Opened, tmp_path: Path) -> None:
    menu = opened.window.actions_table.menu("file.recent")
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    opened.dialogs.path = str(tmp_path / "net.lazygui.json")
    opened.action("file.save")
    opened.action("file.new")
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert opened.window.windowTitle() == "net[*] — LazyGUI"
    assert opened.label("document.summary").startswith("Saved · 4 nodes")


def test_a_dropped_file_is_opened(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "dropped.lazygui.json"
    storage_files.save(example("mlp").open(), path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    opened.window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *none))
    assert opened.window.files.title == "dropped"


@pytest.mark.parametrize("answer", [Answer.CANCEL, Answer.DISCARD])
def test_a_window_with_changes_asks_before_it_closes(opened: Opened, answer: Answer) -> None:
    opened.window.editor.append_layer("nn.ReLU")
    opened.dialogs.answer = answer
    opened.window.close()
    assert opened.dialogs.questions == ["Lazy initialization"]
    QApplication.processEvents()
    assert opened.window.isVisible() == (answer is Answer.CANCEL)


def test_the_right_button_shows_what_can_be_done(opened: Opened) -> None:
    opened.window.editor.select_all()
    opened.window.canvas.customContextMenuRequested.emit(QPoint(10, 10))
    menus = [menu for menu in opened.window.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    assert opened.window.actions_table["edit.delete"] in menus[0].actions()
    menus[0].close()


@pytest.mark.parametrize(("action", "name"), [("help.shortcuts", "dialog.shortcuts"), ("help.about", "dialog.about")])
def test_help_opens_beside_the_drawing(opened: Opened, action: str, name: str) -> None:
    opened.action(action)
    dialog = opened.window.findChild(QDialog, name)
    assert dialog.isVisible()
    dialog.close()


def test_the_smallest_window_holds_all_its_controls(opened: Opened) -> None:
    opened.window.resize(960, 600)
    assert (opened.window.width(), opened.window.height()) == (960, 600)
    for button in opened.window.bar.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.objectName()


def test_the_zoom_is_shown_and_set_by_the_bar_on_the_canvas(opened: Opened) -> None:
    events.click(opened.button("zoom.reset"), opened.button("zoom.reset").rect().center())
    assert (opened.label("status.zoom"), opened.button("zoom.reset").text()) == ("100 %", "100 %")
    events.click(opened.button("zoom.in"), opened.button("zoom.in").rect().center())
    assert opened.label("status.zoom") == "120 %"


# Live shapes, problems, the gallery and code of a drawing

TOTALS = Totals(7946, 31_784, 15_360)
WRONG = Finding(Problem("out_of_memory", "fc1"), fixes=(Fix("set_arguments", "fc1", {"out_features": 7}),))


def infer(opened: Opened, *findings: Finding, totals: Totals = TOTALS) -> None:
    """Let the engine answer what it was asked about the drawing of the moment."""
    QApplication.processEvents()
    opened.engine.answer(Inference(findings=findings, totals=totals))
    QApplication.processEvents()


def test_sums_are_shown_before_any_run_and_are_called_inferred(opened: Opened) -> None:
    infer(opened)
    assert opened.label("status.parameters") == "7,946 parameters · 31.8 KB · 15.4 K MACs · inferred"
    assert opened.label("document.summary") == "Not saved · 4 nodes"
    opened.action("run.sample")
    opened.engine.finish()
    assert opened.label("status.parameters") == "7,946 parameters · 31.8 KB · 15.4 K MACs"


def test_with_a_node_that_nobody_knows_the_count_of_a_run_is_shown_alone(opened: Opened) -> None:
    infer(opened, totals=Totals(1000, 4000, 0, unknown=1))
    assert opened.label("status.parameters") == "at least 1,000 parameters · 4 KB · 0 MACs · inferred"
    opened.action("run.sample")
    opened.engine.finish()
    assert opened.label("status.parameters") == "7,946 parameters"


def test_what_a_person_wants_of_the_canvas_is_remembered(qtbot: QtBot, opened: Opened) -> None:
    commands = ("view.minimap", "view.snap_to_grid", "view.reduce_motion")
    assert [opened.window.actions_table[id].isChecked() for id in commands] == [True, True, True]
    for id in commands:
        opened.action(id)
    again = opened.again()
    qtbot.addWidget(again)
    assert [again.actions_table[id].isChecked() for id in commands] == [False, False, False]
    assert not again.canvas.minimap.is_wanted
    assert not again.canvas.canvas_scene.guides.has_grid
    assert again.canvas.canvas_scene.motion.is_on


def test_the_overview_is_switched_by_a_key_of_the_canvas(opened: Opened) -> None:
    canvas = opened.window.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_M)
    assert not canvas.minimap.is_wanted
    QTest.keyClick(canvas, Qt.Key.Key_M)
    assert canvas.minimap.is_wanted


def test_live_shapes_are_switched_off_and_stay_so(qtbot: QtBot, opened: Opened) -> None:
    infer(opened)
    assert opened.window.actions_table["view.live_shapes"].isChecked()
    opened.action("view.live_shapes")
    assert opened.label("status.parameters") == "parameters unknown until a sample has run"
    asked = len(opened.engine.drawings)
    opened.window.editor.append_layer("nn.ReLU")
    QApplication.processEvents()
    assert len(opened.engine.drawings) == asked
    opened.window.editor.document.mark_saved()
    again = opened.again()
    qtbot.addWidget(again)
    assert not again.actions_table["view.live_shapes"].isChecked()


def test_problems_are_counted_and_the_count_leads_to_them(opened: Opened) -> None:
    badge = opened.window.findChild(QToolButton, "status.problems")
    assert not badge.isVisible()
    infer(opened, WRONG, Finding(Problem("out_of_memory", "relu"), severity=WARNING))
    assert badge.text() == "1 error · 1 warning"
    events.click(badge, badge.rect().center())
    assert opened.window.problems.list.hasFocus()
    infer(opened)
    assert not badge.isVisible()


def test_several_problems_of_a_kind_are_counted(opened: Opened) -> None:
    infer(opened, WRONG, Finding(Problem("out_of_memory", "fc2")))
    assert opened.window.findChild(QToolButton, "status.problems").text() == "2 errors"
    tabs = opened.window.findChild(QTabWidget, "bottom")
    assert tabs.tabText(1) == "Problems (2)"


@pytest.mark.parametrize("id", ["go.next_problem", "go.previous_problem"])
def test_the_keys_of_problems_choose_the_node_and_show_the_list(opened: Opened, id: str) -> None:
    infer(opened, WRONG)
    opened.action("view.bottom")
    opened.action(id)
    assert opened.window.editor.selected_nodes == {"fc1"}
    assert opened.window.problems.isVisible()


def test_the_gallery_opens_an_example(opened: Opened) -> None:
    opened.action("file.gallery")
    gallery = opened.window.findChild(Gallery, "dialog.gallery")
    assert gallery.isVisible()
    events.type_text(gallery.search, "alexnet")
    events.key(gallery.search, Qt.Key.Key_Return)
    assert opened.window.files.title == "AlexNet"


CUSTOM = "def twice(input):\n    return input * 2\n"


def with_code(tmp_path: Path) -> Path:
    """Save the first example with a custom node in it, and return the file."""
    path = tmp_path / "custom.lazygui.json"
    graph = example("lazy_init").open().with_nodes([Node("twice", "Custom", {"source": CUSTOM})])
    storage_files.save(graph, path)
    return path


def test_opening_a_file_with_code_asks_nothing_and_runs_nothing(opened: Opened, tmp_path: Path) -> None:
    opened.window.files.open_path(with_code(tmp_path))
    QApplication.processEvents()
    assert opened.dialogs.code == []
    assert opened.engine.requests == []


def test_code_of_a_drawing_runs_only_after_a_yes(opened: Opened, tmp_path: Path) -> None:
    opened.window.files.open_path(with_code(tmp_path))
    opened.action("run.sample")
    assert opened.dialogs.code == [(("twice", CUSTOM),)]
    assert opened.engine.requests == []
    assert "not allowed" in opened.label("status.message")
    opened.dialogs.allows = True
    opened.action("run.sample")
    assert opened.engine.may_run_code == [True]
    opened.action("run.cancel")
    opened.action("run.sample")
    assert len(opened.dialogs.code) == 2, "it is not asked again"


def test_a_drawing_without_code_may_run_none(opened: Opened) -> None:
    opened.action("run.sample")
    assert opened.engine.may_run_code == [False]


def test_chosen_nodes_are_put_into_a_group_and_out_of_it(opened: Opened) -> None:
    opened.window.editor.select(["fc1", "relu"])
    opened.action("group.make")
    assert {"x", "fc2"} < set(opened.window.editor.graph.nodes)
    assert sum("." in node for node in opened.window.editor.graph.nodes) == 2
    opened.action("group.dissolve")
    assert set(opened.window.editor.graph.nodes) == {"x", "fc1", "relu", "fc2"}
