"""The window as a whole, on an engine that obeys: what is shown follows what is done, in both languages and themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from doubles import FakeEngine
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QSpinBox, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFailed, NodeStarted
from lazygui.graph.problems import Problem
from lazygui.graph.results import Failure, State
from lazygui.storage import files as storage_files
from lazygui.storage.examples import example, examples
from lazygui.storage.recovery import Recovery
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.ui.appearance import Appearance
from lazygui.ui.files import Answer
from lazygui.ui.language import Language
from lazygui.ui.main_window import MainWindow
from lazygui.ui.settings import Settings


class Opened:
    """A window and what it was made from."""

    def __init__(self, store: QSettings, engine: FakeEngine, dialogs: ScriptedDialogs, folder: Path) -> None:
        self.settings = Settings(store)
        self.settings.language, self.settings.theme = "en", "light"
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
    opened.engine.say(NodeStarted(1, "fc1"), NodeFailed(1, "fc1", Failure(Problem("out_of_memory", "fc1"))))
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
    assert len(actions) == len(examples())
    for action in actions:
        action.trigger()
        assert opened.window.files.title == action.text()
        assert opened.window.editor.graph.nodes


def test_an_example_says_what_it_is_and_where_the_book_has_it(opened: Opened) -> None:
    menu = opened.window.actions_table.menu("file.examples")
    menu.aboutToShow.emit()
    assert menu.toolTipsVisible()
    first = examples()[0]
    assert menu.actions()[0].toolTip().splitlines() == [first.about["en"], first.section["en"]]


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
