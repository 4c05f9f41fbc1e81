"""Groups, blocks and ties in the whole window: made, named, moved, copied, kept and used again, by mouse and keys."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.tying import Share
from lazygui.storage.files import save
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find

Key = Qt.Key


def graph(lazygui: AppRobot) -> Graph:
    return lazygui.window.editor.graph


@pytest.fixture
def grouped(lazygui: AppRobot) -> AppRobot:
    """The first example with its three layers in one group, chosen."""
    canvas = lazygui.canvas
    canvas.click("fc1")
    canvas.click("relu", extend=True)
    canvas.click("fc2", extend=True)
    lazygui.keys("Ctrl+G")
    return lazygui


def keep_as(lazygui: AppRobot, name: str) -> None:
    """Save what is chosen as a block under a name."""
    lazygui.choose("group.save_block")
    field = find(lazygui.window, QLineEdit, "block.name")
    field.selectAll()
    events.type_text(field, name)
    events.key(field, Key.Key_Return)
    QApplication.processEvents()


# Making, naming, undoing


def test_chosen_nodes_become_a_group_in_one_step(grouped: AppRobot) -> None:
    canvas = grouped.canvas
    assert canvas.groups() == ["block1"]
    assert canvas.selected_group() == "block1"
    assert canvas.edges() == [("x", "block1.fc1"), ("block1.fc1", "block1.relu"), ("block1.relu", "block1.fc2")]
    grouped.keys("Ctrl+Z")
    assert canvas.groups() == []
    assert canvas.node_names() == ["x", "fc1", "relu", "fc2"]
    grouped.keys("Ctrl+Shift+Z")
    assert canvas.groups() == ["block1"]


def test_a_group_is_renamed_in_its_frame(grouped: AppRobot) -> None:
    grouped.keys("F2")
    grouped.canvas.rename_to("body")
    assert grouped.canvas.groups() == ["body"]
    assert grouped.canvas.selected_group() == "body"
    grouped.keys("Ctrl+Z")
    assert grouped.canvas.groups() == ["block1"]


def test_a_name_that_cannot_be_is_said_and_changes_nothing(grouped: AppRobot) -> None:
    before = graph(grouped)
    grouped.keys("F2")
    grouped.canvas.rename_to("x")
    hints = grouped.canvas.view.findChildren(QLabel, "canvas.hint")
    assert any("x" in hint.text() for hint in hints if hint.isVisible())
    assert graph(grouped) is before
    events.key(find(grouped.window, QLineEdit, "canvas.name"), Key.Key_Escape)


def test_a_collapsed_group_is_renamed_on_its_card(grouped: AppRobot) -> None:
    grouped.keys("Ctrl+E")
    assert grouped.canvas.collapsed() == ["block1"]
    grouped.keys("F2")
    grouped.canvas.rename_to("body")
    assert grouped.canvas.collapsed() == ["body"]


def test_a_group_is_dissolved_and_comes_back(grouped: AppRobot) -> None:
    grouped.keys("Ctrl+Shift+G")
    assert grouped.canvas.groups() == []
    assert grouped.canvas.node_names() == ["x", "fc1", "relu", "fc2"]
    assert grouped.canvas.selected() == {"fc1", "relu", "fc2"}
    grouped.keys("Ctrl+Z")
    assert grouped.canvas.groups() == ["block1"]


def test_groups_nest_and_collapse_by_keys(grouped: AppRobot) -> None:
    canvas = grouped.canvas
    canvas.click("block1.fc1")
    canvas.click("block1.relu", extend=True)
    grouped.keys("Ctrl+G")
    assert len(canvas.groups()) == 2
    grouped.keys("Ctrl+Shift+E")
    assert canvas.collapsed() == ["block1"]
    grouped.keys("Ctrl+Alt+E")
    assert len(canvas.groups()) == 2


def test_a_collapsed_group_moves_by_keys_and_undo_takes_it_back(grouped: AppRobot) -> None:
    before = dict(graph(grouped).layout)
    grouped.keys("Ctrl+E")
    grouped.canvas.click("block1")
    for _ in range(3):
        events.key(grouped.canvas.view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    moved = {name for name, place in graph(grouped).layout.items() if place != before[name]}
    assert moved == {"block1.fc1", "block1.relu", "block1.fc2"}
    grouped.keys("Ctrl+Z")
    assert graph(grouped).layout == before


# Copies


def test_a_copy_of_a_group_is_a_group_of_another_name(grouped: AppRobot) -> None:
    grouped.keys("Ctrl+C")
    grouped.keys("Ctrl+V")
    assert grouped.canvas.groups() == ["block1", "block2"]
    assert grouped.canvas.selected_group() == "block2"
    assert ("block2.fc1", "block2.relu") in grouped.canvas.edges()


def test_a_collapsed_group_is_duplicated_and_deleted_as_one(grouped: AppRobot) -> None:
    grouped.keys("Ctrl+E")
    grouped.canvas.click("block1")
    grouped.keys("Ctrl+D")
    assert {name.partition(".")[0] for name in graph(grouped).nodes} == {"x", "block1", "block2"}
    grouped.canvas.click("block1")
    grouped.keys("Del")
    assert {name.partition(".")[0] for name in graph(grouped).nodes} == {"x", "block2"}


@pytest.mark.parametrize("keys", [("Ctrl+C", "Ctrl+V"), ("Ctrl+D",)])
def test_a_copy_of_a_collapsed_group_is_collapsed_and_lies_on_nothing(grouped: AppRobot, keys: tuple[str, ...]) -> None:
    canvas = grouped.canvas
    grouped.keys("Ctrl+E")
    for _ in range(2):
        for key in keys:
            grouped.keys(key)
    assert canvas.collapsed() == ["block1", "block2", "block3"]
    assert canvas.selected_group() == "block3"
    scene = canvas.view.canvas_scene
    rects = [scene.cards_rect((card,)) for card in scene.nodes]
    assert not any(one.intersects(other) for one, other in combinations(rects, 2))
    grouped.canvas.double_click("block3")
    assert canvas.groups() == ["block3"]


# Blocks of the person's own


def test_a_group_is_kept_in_the_palette_and_used_again_with_a_new_name(grouped: AppRobot) -> None:
    keep_as(grouped, "mlp")
    assert grouped.palette.headings()[0] == "My blocks"
    assert grouped.palette.names()[0] == "mlp"
    grouped.canvas.click("x")
    grouped.palette.enter("mlp")
    assert grouped.canvas.selected_group() == "mlp"
    assert ("x", "mlp.fc1") in grouped.canvas.edges()
    grouped.palette.double_click("mlp")
    assert "mlp2.fc1" in graph(grouped).nodes
    assert grouped.node("mlp").face.title == "mlp–mlp2 × 2"
    grouped.choose("edit.undo")
    assert grouped.node("mlp").face.title == "mlp"


def test_a_block_is_dragged_onto_the_canvas(grouped: AppRobot) -> None:
    keep_as(grouped, "mlp")
    grouped.palette.search("")
    grouped.palette.drag("mlp", onto=grouped.canvas.at(200, 400), let_go=False)
    assert grouped.palette.ghost() is not None
    grouped.palette.let_go()
    assert grouped.canvas.collapsed() == ["mlp"]
    assert grouped.canvas.selected() == {"mlp"}
    assert grouped.canvas.title_of("mlp").y() == pytest.approx(grouped.canvas.at(200, 400).y(), abs=30)


def test_a_name_that_another_block_has_is_refused_in_the_dialog(grouped: AppRobot) -> None:
    keep_as(grouped, "mlp")
    keep_as(grouped, "MLP")
    dialog = find(grouped.window, QDialog, "block.dialog")
    assert dialog.isVisible()
    assert find(dialog, QLabel, "block.problem").text() != ""
    dialog.reject()
    assert grouped.palette.search("mlp").count("mlp") == 1


def menu_of_block(lazygui: AppRobot, name: str) -> None:
    at = lazygui.palette.place_of(name)
    viewport = lazygui.palette.list.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))


def press_in_menu(lazygui: AppRobot, text: str) -> None:
    menu = lazygui.popup()
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


def test_a_block_is_renamed_and_deleted_from_its_menu(grouped: AppRobot) -> None:
    keep_as(grouped, "mlp")
    menu_of_block(grouped, "mlp")
    press_in_menu(grouped, "Rename…")
    field = find(grouped.window, QLineEdit, "block.name")
    field.selectAll()
    events.type_text(field, "head")
    events.key(field, Key.Key_Return)
    assert grouped.palette.names()[0] == "head"
    menu_of_block(grouped, "head")
    press_in_menu(grouped, "Delete")
    box = find(grouped.window, QMessageBox, "block.delete")
    button = next(button for button in box.findChildren(QPushButton) if button.text() == "Delete")
    events.click(button, button.rect().center())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "My blocks" not in grouped.palette.headings()


# Ties


def test_nodes_that_share_are_bound_visibly_while_still_uninitialized(lazygui: AppRobot) -> None:
    lazygui.window.editor.do(Share("fc2", "fc1"))
    assert lazygui.canvas.bonds() == {("fc1", "fc2"): "(256, ?) = (256, ?)"}
    assert lazygui.canvas.open_bonds() == set()
    lazygui.canvas.hover_bond("fc1", "fc2")
    assert lazygui.canvas.open_bonds() == {("fc1", "fc2")}
    lazygui.keys("Ctrl+Z")
    assert lazygui.canvas.bonds() == {}


def test_a_press_on_a_bond_chooses_both_ends(lazygui: AppRobot) -> None:
    lazygui.window.editor.do(Share("fc2", "fc1"))
    canvas = lazygui.canvas
    events.click(canvas.view.viewport(), canvas.middle_of_bond("fc1", "fc2"))
    assert canvas.selected() == {"fc1", "fc2"}
    assert canvas.open_bonds() == {("fc1", "fc2")}


def test_a_bond_ends_at_the_card_that_hides_its_node_and_hides_within_one(grouped: AppRobot, tmp_path: Path) -> None:
    nodes = {
        "x": Node("x", "Input", {"shape": (2, 8)}),
        "a.fc": Node("a.fc", "nn.LazyLinear", {"out_features": 8}),
        "a.other": Node("a.other", "nn.LazyLinear", {"out_features": 8}, shares="a.fc"),
        "head": Node("head", "nn.LazyLinear", {"out_features": 8}, shares="a.fc"),
    }
    edges = {Port("a.fc"): Port("x"), Port("a.other"): Port("a.fc"), Port("head"): Port("a.other")}
    places = {name: Point(336 * place, 0) for place, name in enumerate(nodes)}
    save(Graph(nodes, edges, places), tmp_path / "tied.lazygui.json")
    grouped.window.editor.document.mark_saved()
    grouped.window.files.open_path(tmp_path / "tied.lazygui.json")
    canvas = grouped.canvas
    assert set(canvas.bonds()) == {("a.fc", "a.other"), ("a.other", "head")}
    canvas.view.fit_all()
    canvas.collapse("a")
    assert set(canvas.bonds()) == {("a", "head")}
