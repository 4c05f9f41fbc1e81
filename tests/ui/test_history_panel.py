"""The history: named steps, where the drawing is among them, and ways there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from lazygui.graph.model import Point
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot


def edited(lazygui: AppRobot) -> AppRobot:
    """Two steps: a layer is added, and fc1 renamed."""
    lazygui.window.editor.add_layer("nn.Dropout", Point(0, 480))
    assert lazygui.window.editor.rename("fc1", "hidden") is None
    lazygui.keys("Alt+6")
    return lazygui


def test_every_step_has_its_name_and_the_last_is_now(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = edited(open_lazygui(live_shapes=False))
    assert lazygui.history.rows() == ["Beginning, saved", "Addition of dropout", "Renaming of fc1, now"]
    assert lazygui.window.history.view.hasFocus()


def test_a_click_goes_back_and_what_was_undone_stays_to_be_done_again(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = edited(open_lazygui(live_shapes=False))
    graph, last = lazygui.window.editor.graph, lazygui.window.editor.graph.nodes.keys()
    lazygui.history.click(0)
    assert set(lazygui.window.editor.graph.nodes) == {"x", "fc1", "relu", "fc2"}
    assert lazygui.history.rows() == [
        "Beginning, now, saved",
        "Addition of dropout, undone",
        "Renaming of fc1, undone",
    ]
    lazygui.history.click(2)
    assert lazygui.window.editor.graph == graph
    assert lazygui.window.editor.graph.nodes.keys() == last


def test_keys_choose_a_step_and_enter_goes_there(open_lazygui: Callable[..., AppRobot]) -> None:
    lazygui = edited(open_lazygui(live_shapes=False))
    lazygui.history.press(Qt.Key.Key_Up)
    assert "hidden" in lazygui.window.editor.graph.nodes
    lazygui.history.press(Qt.Key.Key_Return)
    assert "fc1" in lazygui.window.editor.graph.nodes
    assert lazygui.history.rows()[1] == "Addition of dropout, now"
    assert lazygui.words("edit.redo") == "Redo renaming of fc1"


def test_the_saved_step_is_marked(open_lazygui: Callable[..., AppRobot], tmp_path: Path) -> None:
    dialogs = ScriptedDialogs()
    dialogs.path = tmp_path / "mine.lazygui.json"
    lazygui = edited(open_lazygui(live_shapes=False, dialogs=dialogs))
    lazygui.keys("Ctrl+S")
    assert lazygui.history.rows()[2] == "Renaming of fc1, now, saved"
    lazygui.keys("Ctrl+Z")
    assert lazygui.history.rows()[2] == "Renaming of fc1, saved"


def test_another_drawing_begins_a_history_of_its_own(open_lazygui: Callable[..., AppRobot], tmp_path: Path) -> None:
    lazygui = edited(open_lazygui(live_shapes=False))
    lazygui.window.editor.document.mark_saved()
    lazygui.keys("Ctrl+N")
    assert lazygui.history.rows() == ["Beginning, now, saved"]
