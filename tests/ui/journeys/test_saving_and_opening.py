"""Documents as a person meets them: saved, opened, recent, dropped, unreadable; and the script that is saved runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from lazygui.graph.model import Graph
from lazygui.storage import files
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot
from lazygui.ui.files import Answer


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def robot(open_lazygui: Callable[..., AppRobot], dialogs: ScriptedDialogs) -> AppRobot:
    return open_lazygui(dialogs=dialogs)


def graph(robot: AppRobot) -> Graph:
    return robot.window.editor.graph


def edit(robot: AppRobot) -> None:
    robot.palette.enter("Tanh")


# Saving and opening


def test_the_title_tells_the_name_and_whether_changes_are_saved(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    assert robot.title() == "Lazy initialization — LazyGUI"
    edit(robot)
    assert robot.title() == "Lazy initialization* — LazyGUI"
    dialogs.path = tmp_path / "net"
    robot.keys("Ctrl+S")
    assert robot.title() == "net — LazyGUI"
    assert (tmp_path / "net.lazygui.json").is_file()
    edit(robot)
    assert robot.title() == "net* — LazyGUI"
    robot.keys("Ctrl+Z")
    assert robot.title() == "net — LazyGUI", "undone to what is saved"


def test_a_drawing_comes_back_as_it_was_saved_places_and_all(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    robot.canvas.drag_node("relu", 0, 60)
    saved = graph(robot)
    dialogs.path = tmp_path / "net.lazygui.json"
    robot.keys("Ctrl+S")
    robot.keys("Ctrl+N")
    assert robot.canvas.node_names() == []
    assert robot.title() == "Untitled — LazyGUI"
    robot.keys("Ctrl+O")
    assert graph(robot) == saved
    assert robot.canvas.edges() == [("x", "fc1"), ("fc1", "relu"), ("relu", "fc2")]
    assert not robot.menu("edit.undo").isEnabled(), "the history of another drawing"


def test_save_as_leaves_the_first_file_as_it_was(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    first, second = tmp_path / "first.lazygui.json", tmp_path / "second.lazygui.json"
    dialogs.path = first
    robot.keys("Ctrl+S")
    before = first.read_bytes()
    edit(robot)
    dialogs.path = second
    robot.keys("Ctrl+Shift+S")
    assert first.read_bytes() == before
    assert files.open_file(second) == graph(robot)
    assert robot.title() == "second — LazyGUI"


def test_results_are_not_saved(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "net.lazygui.json"
    robot.keys("Ctrl+S")
    before = (tmp_path / "net.lazygui.json").read_bytes()
    robot.run.sample()
    assert robot.title() == "net — LazyGUI", "a run is no change"
    robot.keys("Ctrl+S")
    assert (tmp_path / "net.lazygui.json").read_bytes() == before


def test_recent_files_are_listed_latest_first_and_open(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    assert [action.isEnabled() for action in robot.entries("file.recent")] == [False]
    for name in ("one", "two"):
        dialogs.path = tmp_path / f"{name}.lazygui.json"
        robot.keys("Ctrl+Shift+S")
        edit(robot)
    robot.keys("Ctrl+S")
    recent = robot.entries("file.recent")
    assert [Path(action.text()).name for action in recent] == ["two.lazygui.json", "one.lazygui.json"]
    recent[1].trigger()
    assert robot.title() == "one — LazyGUI"
    assert robot.canvas.node_names() == ["x", "fc1", "relu", "fc2"]


def test_every_example_opens_and_shows_all_of_itself(robot: AppRobot) -> None:
    for entry in robot.entries("file.examples"):
        entry.trigger()
        assert robot.title().startswith(entry.text())
        assert len(robot.canvas.node_names()) >= 2
        view = robot.canvas.view
        shown = view.mapToScene(view.viewport().rect()).boundingRect()
        assert shown.contains(view.canvas_scene.cards_rect()), entry.text()


# Unsaved changes


@pytest.mark.parametrize("keys", ["Ctrl+N", "Ctrl+O", "Ctrl+Q"])
def test_nothing_is_lost_without_a_question(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path, keys: str
) -> None:
    other = tmp_path / "other.lazygui.json"
    files.save(Graph(), other)
    dialogs.path = other
    edit(robot)
    kept = graph(robot)
    robot.keys(keys)
    assert dialogs.questions == ["Lazy initialization"]
    assert graph(robot) is kept
    assert robot.window.isVisible()
    dialogs.answer = Answer.DISCARD
    robot.keys(keys)
    assert graph(robot) is not kept or not robot.window.isVisible()


def test_saving_in_answer_to_the_question_saves_and_goes_on(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    edit(robot)
    kept = graph(robot)
    dialogs.answer, dialogs.path = Answer.SAVE, tmp_path / "kept.lazygui.json"
    robot.keys("Ctrl+N")
    assert files.open_file(tmp_path / "kept.lazygui.json") == kept
    assert robot.canvas.node_names() == []


@pytest.mark.parametrize(("button", "is_kept"), [("Save", False), ("Don't Save", False), ("Cancel", True)])
def test_the_question_itself_is_answered_by_the_mouse(
    open_lazygui: Callable[..., AppRobot], tmp_path: Path, button: str, is_kept: bool
) -> None:
    path = tmp_path / "net.lazygui.json"
    files.save(Graph(), path)
    robot = open_lazygui(path)
    edit(robot)
    changed = graph(robot)
    robot.keys("Ctrl+N")
    box = robot.window.findChild(QMessageBox, "dialog.unsaved")
    assert "net" in box.text()
    press(box, button)
    robot.qtbot.waitUntil(lambda: not box.isVisible())
    assert (graph(robot) is changed) == is_kept
    assert files.open_file(path).nodes == (changed.nodes if button == "Save" else {})


def test_escape_keeps_the_drawing_and_the_window(open_lazygui: Callable[..., AppRobot]) -> None:
    robot = open_lazygui()
    edit(robot)
    robot.window.close()
    box = robot.window.findChild(QMessageBox, "dialog.unsaved")
    events.key(box, Qt.Key.Key_Escape)
    robot.qtbot.waitUntil(lambda: not box.isVisible())
    assert robot.window.isVisible()
    assert robot.title() == "Lazy initialization* — LazyGUI"


def press(box: QMessageBox, words: str) -> None:
    button = next(one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == words)
    events.click(button, button.rect().center())


# Files that fall on the window, and files that cannot be


def test_a_file_dropped_on_the_canvas_opens(robot: AppRobot, tmp_path: Path) -> None:
    path = tmp_path / "网络 1.lazygui.json"
    files.save(graph(robot).without_nodes(["relu"]), path)
    robot.canvas.drop_file(str(path))
    assert robot.title() == "网络 1 — LazyGUI"
    assert robot.canvas.node_names() == ["x", "fc1", "fc2"]


def test_a_file_dropped_on_unsaved_changes_is_asked_about(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    files.save(Graph(), tmp_path / "empty.lazygui.json")
    edit(robot)
    robot.canvas.drop_file(str(tmp_path / "empty.lazygui.json"))
    assert dialogs.questions == ["Lazy initialization"]
    assert "tanh" in robot.canvas.node_names()


def document(**parts: object) -> str:
    whole = {"format": "lazygui/1", "nodes": {"a": {"type": "nn.ReLU"}, "b": {"type": "nn.ReLU"}}, "edges": []}
    return json.dumps({**whole, **parts})


BAD_FILES = {
    "no JSON": ("{ nodes", "JSON"),
    "no document": ("[1, 2]", ""),
    "newer": (document(format="lazygui/2"), "newer"),
    "a cycle": (document(edges=[["a", "b"], ["b", "a"]]), "cycle"),
    "a missing end": (document(edges=[["a", "nowhere"]]), "nowhere"),
    "a name twice": ('{"format": "lazygui/1", "nodes": {"a": {"type": "nn.ReLU"}, "a": {"type": "nn.ReLU"}}}', "a"),
    "a folder": (None, "folder"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_a_file_that_is_no_drawing_is_said_and_the_open_one_stays(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path, what: str
) -> None:
    text, words = BAD_FILES[what]
    path = tmp_path / "folder.lazygui.json"
    if text is None:
        path.mkdir()
    else:
        path.write_text(text, encoding="utf-8")
    robot.canvas.click("fc1")
    robot.run.sample()
    before, title = graph(robot), robot.title()
    robot.canvas.drop_file(str(path))
    (said,) = dialogs.errors
    assert words.lower() in said.lower()
    assert said.endswith("."), "a sentence"
    assert graph(robot) is before
    assert robot.title() == title
    assert robot.canvas.selected() == {"fc1"}
    assert robot.node("fc1").weight_shape() == "256 × 20", "results stay too"
    assert str(path) not in "".join(action.text() for action in robot.entries("file.recent"))


def test_an_unknown_layer_is_shown_as_a_placeholder_and_saved_back_untouched(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "future.lazygui.json"
    nodes = {"a": {"type": "Input", "args": {"shape": [2, 3]}}, "b": {"type": "nn.Future", "args": {"power": 9000}}}
    path.write_text(document(nodes=nodes, edges=[["a", "b"]]), encoding="utf-8")
    robot.canvas.drop_file(str(path))
    assert not robot.node("b").face.is_known
    robot.canvas.drag_node("b", 0, 60)
    robot.keys("Ctrl+S")
    assert '"b": {"type": "nn.Future", "args": {"power": 9000}}' in path.read_text(encoding="utf-8")


# Code


def test_the_code_follows_every_edit_and_its_undo(robot: AppRobot) -> None:
    first = robot.code()
    assert "nn.Sequential(" in first
    assert "nn.LazyLinear(256)" in first
    edit(robot)
    assert "nn.Tanh()" in robot.code()
    robot.palette.search("")
    robot.palette.drag("add", onto=robot.canvas.at(480, 330))
    robot.canvas.connect("fc1", "add")
    robot.canvas.connect("tanh", "add", input=1)
    assert "def forward(self" in robot.code()
    while robot.menu("edit.undo").isEnabled():
        robot.choose("edit.undo")
    assert robot.code() == first


def test_the_saved_script_runs_by_itself_and_prints_the_shapes(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    dialogs.path = tmp_path / "net"
    robot.keys("Ctrl+Alt+S")
    script = tmp_path / "net.py"
    assert script.read_text(encoding="utf-8") == robot.code()
    ran = subprocess.run([sys.executable, "-I", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert "Linear (2, 256) {'weight': (256, 20), 'bias': (256,)}" in ran.stdout
    assert "parameters: 7946" in ran.stdout


def test_a_script_that_cannot_be_saved_is_said(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "missing" / "net.py"
    robot.keys("Ctrl+Alt+S")
    assert "net.py" in dialogs.errors[0]
