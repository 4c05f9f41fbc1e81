"""Several drawings in windows of one program: opened, listed, copied between, closed and quit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lazygui.graph.model import Point
from lazygui.storage import files
from lazygui.storage.examples import example
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot
from lazygui.ui.files import Answer

Open = Callable[..., AppRobot]


def saved(folder: Path, name: str, key: str) -> Path:
    path = folder / f"{name}.lazygui.json"
    files.save(example(key).open(), path)
    return path


def changed(lazygui: AppRobot) -> AppRobot:
    lazygui.window.editor.add_layer("nn.Dropout", Point(0, 480))
    return lazygui


def test_a_new_window_has_an_empty_drawing_of_its_own(open_lazygui: Open) -> None:
    first = open_lazygui(live_shapes=False)
    first.keys("Ctrl+Shift+W")
    _, second = first.windows
    assert dict(second.window.editor.graph.nodes) == {}
    changed(second)
    assert set(first.window.editor.graph.nodes) == {"x", "fc1", "relu", "fc2"}
    assert not first.window.isWindowModified()
    assert second.window.pos() != first.window.pos()


def test_a_file_opens_in_a_window_and_once_only(open_lazygui: Open, tmp_path: Path) -> None:
    dialogs = ScriptedDialogs()
    dialogs.path = saved(tmp_path, "mine", "mlp")
    first = open_lazygui(live_shapes=False, dialogs=dialogs)
    first.choose("file.open_window")
    assert [one.window.files.title for one in first.windows] == [first.window.files.title, "mine"]
    first.choose("file.open_window")
    assert len(first.windows) == 2
    assert dialogs.errors == []


def test_what_is_copied_in_one_window_is_pasted_in_another(open_lazygui: Open) -> None:
    first = open_lazygui(live_shapes=False)
    first.choose("file.new_window")
    second = first.windows[1]
    first.window.editor.select(("fc1", "relu"))
    first.choose("edit.copy")
    second.choose("edit.paste")
    assert set(second.window.editor.graph.nodes) == {"fc1", "relu"}
    assert len(second.window.editor.graph.edges) == 1


def test_the_menu_lists_the_windows_and_marks_this_one(open_lazygui: Open) -> None:
    first = open_lazygui(live_shapes=False)
    first.choose("file.new_window")
    second = changed(first.windows[1])
    listed = [(entry.text(), entry.isChecked()) for entry in second.entries("window")]
    assert listed == [(f"&1  {first.window.files.title}", False), ("&2  Untitled*", True)]
    first.entries("window")[1].trigger()
    assert second.window.isActiveWindow()


def test_closing_one_window_leaves_the_others(open_lazygui: Open) -> None:
    first = open_lazygui(live_shapes=False)
    first.choose("file.new_window")
    second = first.windows[1]
    second.choose("file.close")
    assert [one.window for one in first.windows] == [first.window]
    assert first.window.isVisible()
    changed(first)
    first.choose("edit.undo")


def test_quitting_asks_for_each_unsaved_drawing_and_one_cancel_keeps_all(open_lazygui: Open) -> None:
    dialogs = ScriptedDialogs()
    first = open_lazygui(live_shapes=False, dialogs=dialogs)
    for _ in range(2):
        first.choose("file.new_window")
    changed(first)
    changed(first.windows[2])
    dialogs.answer = Answer.CANCEL
    first.choose("file.quit")
    assert len(first.windows) == 3
    dialogs.questions.clear()
    dialogs.answer = Answer.DISCARD
    windows = [one.window for one in first.windows]
    titles = [window.files.title for window in (windows[0], windows[2])]
    first.choose("file.quit")
    assert dialogs.questions == titles
    first.qtbot.waitUntil(lambda: first.window.siblings() == ())


def test_a_block_that_is_kept_in_one_window_is_there_in_all(open_lazygui: Open) -> None:
    first = open_lazygui(live_shapes=False)
    first.choose("file.new_window")
    second = first.windows[1]
    assert first.window.editor.blocks is second.window.editor.blocks


def test_the_language_and_the_theme_are_those_of_all_windows(open_lazygui: Open) -> None:
    first = open_lazygui(live_shapes=False)
    first.choose("file.new_window")
    second = first.windows[1]
    first.choose("view.language.zh_CN")
    first.choose("view.theme.dark")
    assert second.words("edit.paste") == first.words("edit.paste") != "Paste"
    second.window.come_to_front()
    assert second.menu("view.theme.dark").isChecked()
    assert second.menu("view.language.zh_CN").isChecked()


def test_each_window_keeps_a_recovery_copy_of_its_own(open_lazygui: Open, tmp_path: Path) -> None:
    first = open_lazygui(live_shapes=False)
    first.choose("file.new_window")
    second = first.windows[1]
    for one in (first, second):
        changed(one).window.files.autosave()
    folder = tmp_path / "recovery"
    assert len(list(folder.glob("*.lazygui.json"))) == 2
    second.window.editor.document.mark_saved()
    second.choose("file.close")
    assert len(list(folder.glob("*.lazygui.json"))) == 1
