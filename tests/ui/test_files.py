"""Opening, saving and leaving a drawing: nothing is lost without a question, and no fault closes what is open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lazygui.graph.model import Graph
from lazygui.storage import files as storage_files
from lazygui.storage.recovery import Recovery
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.ui.editor import Editor
from lazygui.ui.files import Answer, Files, QtDialogs, with_suffix
from lazygui.ui.settings import Settings


@pytest.fixture
def files(editor: Editor, store: QSettings, dialogs: ScriptedDialogs, tmp_path: Path) -> Iterator[Files]:
    editor.document.mark_saved()
    files = Files(editor, Settings(store), dialogs, Recovery(tmp_path / "recovery"))
    yield files
    files.forget_copy()


@pytest.fixture
def settings(store: QSettings) -> Settings:
    return Settings(store)


def change(editor: Editor) -> None:
    editor.append_layer("nn.ReLU")
    assert editor.document.is_modified


def test_a_drawing_is_saved_where_a_person_says(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, settings: Settings, tmp_path: Path
) -> None:
    change(editor)
    dialogs.path = str(tmp_path / "net")
    files.save()
    saved = tmp_path / "net.lazygui.json"
    assert storage_files.open_file(saved).nodes == editor.graph.nodes
    assert (files.path, files.title) == (saved, "net")
    assert not editor.document.is_modified
    assert settings.recent_files == (str(saved),)


def test_the_second_save_asks_nothing(files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = str(tmp_path / "net.lazygui.json")
    files.save()
    change(editor)
    files.save()
    assert len(dialogs.questions) == 1
    assert storage_files.open_file(dialogs.path) == editor.graph


def test_an_opened_file_is_shown_as_it_was_saved(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    graph = editor.graph
    dialogs.path = str(tmp_path / "net.lazygui.json")
    files.save()
    files.new()
    assert (editor.graph, files.path, files.title) == (Graph(), None, "Untitled")
    files.open()
    assert (editor.graph, files.title) == (graph, "net")
    assert not editor.document.is_modified


def test_a_file_that_is_no_drawing_is_told_and_the_open_one_stays(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    before = editor.graph
    bad = tmp_path / "bad.lazygui.json"
    bad.write_text("{", encoding="utf-8")
    files.open_path(bad)
    files.open_path(tmp_path / "none.lazygui.json")
    assert "not JSON" in dialogs.errors[0]
    assert "cannot be read" in dialogs.errors[1]
    assert (editor.graph, files.path) == (before, None)


def test_a_save_that_fails_is_told_and_the_drawing_stays_modified(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    change(editor)
    dialogs.path = str(tmp_path / "none" / "net.lazygui.json")
    files.save()
    assert "cannot be written" in dialogs.errors[0]
    assert editor.document.is_modified
    assert files.path is None


@pytest.mark.parametrize("answer", list(Answer))
def test_unsaved_changes_are_asked_about(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path, answer: Answer
) -> None:
    change(editor)
    changed = editor.graph
    dialogs.answer = answer
    dialogs.path = str(tmp_path / "net.lazygui.json")
    files.new()
    assert (editor.graph == changed) == (answer is Answer.CANCEL)
    assert Path(dialogs.path).exists() == (answer is Answer.SAVE)


def test_a_cancelled_save_does_not_leave_the_drawing(files: Files, editor: Editor, dialogs: ScriptedDialogs) -> None:
    change(editor)
    changed = editor.graph
    dialogs.answer = Answer.SAVE
    files.new()
    assert editor.graph == changed


def test_an_undone_change_asks_nothing(files: Files, editor: Editor, dialogs: ScriptedDialogs) -> None:
    change(editor)
    editor.undo()
    files.new()
    assert dialogs.questions == []


def test_a_recent_file_that_is_gone_leaves_the_list_with_a_sentence(
    qtbot: QtBot, files: Files, settings: Settings
) -> None:
    settings.add_recent("/none/gone.lazygui.json")
    with qtbot.waitSignal(files.said) as said:
        files.open_recent("/none/gone.lazygui.json")
    assert "gone.lazygui.json" in said.args[0]
    assert settings.recent_files == ()


def test_a_recent_file_is_opened(files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = str(tmp_path / "net.lazygui.json")
    files.save()
    files.new()
    files.open_recent(dialogs.path)
    assert files.title == "net"


def test_an_example_has_a_name_in_each_language_and_no_file(files: Files, editor: Editor) -> None:
    names = iter(["Example", "例子"])
    files.show_example(lambda: next(names), editor.graph)
    assert [files.title, files.title] == ["Example", "例子"]
    assert files.path is None


def test_the_script_is_written_where_a_person_says(files: Files, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = str(tmp_path / "net")
    files.save_script("import torch\n")
    assert (tmp_path / "net.py").read_bytes() == b"import torch\n"
    dialogs.path = str(tmp_path / "none" / "net.py")
    files.save_script("import torch\n")
    assert "cannot be written" in dialogs.errors[0]


def left_behind(tmp_path: Path) -> int:
    return len(list((tmp_path / "recovery").glob("*.lazygui.json")))


def test_a_copy_is_kept_while_changes_are_not_saved(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    files.autosave()
    assert left_behind(tmp_path) == 0
    change(editor)
    files.autosave()
    assert left_behind(tmp_path) == 1
    dialogs.path = str(tmp_path / "net.lazygui.json")
    files.save()
    assert left_behind(tmp_path) == 0


def test_the_copy_goes_when_the_change_is_undone(files: Files, editor: Editor, tmp_path: Path) -> None:
    change(editor)
    files.autosave()
    editor.undo()
    assert left_behind(tmp_path) == 0


def crash(editor: Editor, folder: Path) -> Graph:
    """Leave what a program that was killed leaves: a copy with a lock that nobody holds."""
    change(editor)
    lost = editor.graph
    recovery = Recovery(folder)
    recovery.write(lost, "/home/net.lazygui.json")
    copy = next(folder.glob("*.lazygui.json"))
    shutil.copy(copy, folder / "dead.lazygui.json")
    recovery.clear()
    editor.open_graph(Graph())
    return lost


def test_what_a_crash_left_is_offered_and_restored_as_unsaved(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    lost = crash(editor, tmp_path / "recovery")
    files.offer_restore()
    assert dialogs.questions == ["net.lazygui.json"]
    assert editor.graph == lost
    assert editor.document.is_modified
    assert (files.title, left_behind(tmp_path)) == ("net", 1)


def test_what_is_not_wanted_is_not_offered_again(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    crash(editor, tmp_path / "recovery")
    dialogs.restores = False
    files.offer_restore()
    files.offer_restore()
    assert len(dialogs.questions) == 1
    assert (editor.graph, left_behind(tmp_path)) == (Graph(), 0)


@pytest.mark.parametrize(
    ("typed", "path"), [("net", "net.lazygui.json"), ("net.json", "net.json"), ("a.lazygui.json", "a.lazygui.json")]
)
def test_a_suffix_is_added_where_none_was_typed(typed: str, path: str) -> None:
    assert with_suffix(Path(typed)) == Path(path)


@pytest.mark.parametrize(
    ("words", "answer"), [("Save", Answer.SAVE), ("Don't Save", Answer.DISCARD), ("Cancel", Answer.CANCEL)]
)
def test_the_question_about_changes_has_three_answers(qtbot: QtBot, words: str, answer: Answer) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[Answer] = []
    QtDialogs(parent).ask_unsaved("net", answers.append)
    box = parent.findChild(QMessageBox, "dialog.unsaved")
    assert box is not None
    assert "net" in box.text()
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()
    assert answers == [answer]


def test_escape_cancels_the_question_about_changes(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[Answer] = []
    QtDialogs(parent).ask_unsaved("net", answers.append)
    parent.findChild(QMessageBox, "dialog.unsaved").reject()
    assert answers == [Answer.CANCEL]


def test_python_code_is_opened_as_a_drawing_that_has_no_file_yet(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    code = tmp_path / "net.py"
    code.write_text("from torch import nn\nnet = nn.Sequential(nn.LazyLinear(4), nn.ReLU())\n", "utf-8")
    dialogs.path = code
    files.open()
    assert list(editor.graph.nodes) == ["x", "0", "1"]
    assert (files.path, files.title, editor.document.is_modified) == (None, "net", True)
    dialogs.path = ""
    files.save()
    assert dialogs.questions[-1] == str(tmp_path / "net.lazygui.json")
    assert code.read_text("utf-8").startswith("from torch")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"net = nn.Sequential(nn.Linear(2 3))\n", "Line 1: Python cannot read"),
        (b"\xff", "Line 1: The text is not UTF-8"),
        (b"", "There is no layer in this text"),
    ],
)
def test_code_that_cannot_be_drawn_is_said_and_the_old_drawing_stays(
    files: Files, editor: Editor, dialogs: ScriptedDialogs, tmp_path: Path, data: bytes, said: str
) -> None:
    before = editor.graph
    path = tmp_path / "net.py"
    path.write_bytes(data)
    files.open_path(path)
    assert editor.graph is before
    assert dialogs.errors[-1].startswith(said)
