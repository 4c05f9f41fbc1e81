"""Editing by real keys and the mouse: clipboard, deletion, names, moves, undo and redo; and all of it by keys alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations, product

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from lazygui.graph.model import Graph, Port
from lazygui.graph.results import State
from lazygui.storage import format as document_format
from lazygui.testing import events
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.canvas.lines import DraftEdge
from lazygui.ui.theme import LIGHT

Key = Qt.Key


def graph(lazygui: AppRobot) -> Graph:
    return lazygui.window.editor.graph


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


# The clipboard


def test_copied_nodes_are_pasted_with_their_edges_under_free_names(lazygui: AppRobot) -> None:
    canvas = lazygui.canvas
    canvas.click("fc1")
    canvas.click("relu", extend=True)
    lazygui.keys("Ctrl+C")
    lazygui.keys("Ctrl+V")
    assert canvas.selected() == {"fc3", "relu2"}
    first, second = (name for name in canvas.node_names() if name in canvas.selected())
    assert (first, second) in canvas.edges()
    assert graph(lazygui).nodes[first].arguments == graph(lazygui).nodes["fc1"].arguments
    assert graph(lazygui).place(first) != graph(lazygui).place("fc1")


def test_what_is_pasted_twice_does_not_cover_what_was_pasted_before(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    lazygui.keys("Ctrl+C")
    for _ in range(3):
        lazygui.keys("Ctrl+V")
    places = list(graph(lazygui).layout.values())
    assert len(places) == 7
    assert len(set(places)) == 7


def test_the_clipboard_holds_a_readable_document(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+A")
    lazygui.keys("Ctrl+C")
    text = clipboard_text()
    assert json.loads(text)["nodes"]["fc1"] == {"type": "nn.LazyLinear", "args": {"out_features": 256}}
    assert '["x", "fc1"]' in text
    assert document_format.load(text) == graph(lazygui)


def test_a_document_copied_from_a_text_editor_is_pasted(lazygui: AppRobot) -> None:
    nodes = {"a": {"type": "nn.Flatten"}, "b": {"type": "nn.LazyLinear", "args": {"out_features": 3}}}
    QGuiApplication.clipboard().setText(json.dumps({"format": "lazygui/1", "nodes": nodes, "edges": [["a", "b"]]}))
    lazygui.keys("Ctrl+V")
    assert lazygui.canvas.selected() == {"a", "b"}
    assert ("a", "b") in lazygui.canvas.edges()
    assert lazygui.words("edit.undo") == "Undo pasting of 2 nodes"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The clipboard holds no layers"),
        ("hello", "The clipboard holds no layers"),
        ('{"format": "lazygui/9"}', "Line 1: The document has the format lazygui/9"),
        ("{", "Line 1: This is not JSON"),
    ],
)
def test_a_clipboard_without_layers_is_said_and_changes_nothing(lazygui: AppRobot, text: str, said: str) -> None:
    before = graph(lazygui)
    QGuiApplication.clipboard().setText(text)
    lazygui.keys("Ctrl+V")
    assert graph(lazygui) is before
    assert lazygui.status("message").startswith(said)


def test_cut_takes_away_and_paste_gives_back(lazygui: AppRobot) -> None:
    lazygui.canvas.click("relu")
    lazygui.keys("Ctrl+X")
    assert lazygui.canvas.node_names() == ["x", "fc1", "fc2"]
    assert lazygui.canvas.edges() == [("x", "fc1")]
    lazygui.keys("Ctrl+V")
    assert lazygui.canvas.node_names() == ["x", "fc1", "fc2", "relu"]
    assert lazygui.canvas.selected() == {"relu"}


def test_duplicate_leaves_the_clipboard_alone(lazygui: AppRobot) -> None:
    QGuiApplication.clipboard().setText("precious")
    lazygui.canvas.click("fc2")
    lazygui.keys("Ctrl+D")
    assert lazygui.canvas.selected() == {"fc3"}
    assert graph(lazygui).nodes["fc3"].arguments == {"out_features": 10}
    assert clipboard_text() == "precious"
    assert lazygui.words("edit.undo") == "Undo duplication as fc3"


def test_keys_of_the_clipboard_belong_to_the_text_field_that_has_the_focus(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    lazygui.canvas.click("fc1")
    field = find(lazygui.window, QLineEdit, "inspector.argument.out_features")
    field.setFocus()
    field.selectAll()
    lazygui.keys("Ctrl+C")
    assert clipboard_text() == "256"
    events.key(field, Key.Key_Delete)
    events.type_text(field, "7")
    lazygui.keys("Ctrl+V")
    assert field.text() == "7256"
    assert lazygui.canvas.node_names() == list(before.nodes)
    events.key(field, Key.Key_Backspace)
    assert field.text() == "725"
    assert lazygui.canvas.node_names() == list(before.nodes)


# Deletion, names, moves


@pytest.mark.parametrize("key", ["Del", "Backspace"])
def test_nodes_and_edges_are_deleted_together(lazygui: AppRobot, key: str) -> None:
    canvas = lazygui.canvas
    canvas.click("x")
    events.click(canvas.view.viewport(), canvas.middle_of_edge("fc2"), Qt.KeyboardModifier.ShiftModifier)
    lazygui.keys(key)
    assert canvas.node_names() == ["fc1", "relu", "fc2"]
    assert canvas.edges() == [("fc1", "relu")]


def test_an_edge_alone_is_deleted(lazygui: AppRobot) -> None:
    lazygui.canvas.click_edge("relu")
    lazygui.keys("Del")
    assert lazygui.canvas.edges() == [("x", "fc1"), ("relu", "fc2")]
    assert lazygui.canvas.node_names() == ["x", "fc1", "relu", "fc2"]
    assert lazygui.words("edit.undo") == "Undo deletion of an edge"


def test_nothing_chosen_offers_no_deletion_copy_or_name(lazygui: AppRobot) -> None:
    lazygui.canvas.click_empty()
    for command in ("edit.delete", "edit.cut", "edit.copy", "edit.duplicate", "edit.rename", "go.connect"):
        assert not lazygui.menu(command).isEnabled(), command
    lazygui.keys("Ctrl+A")
    assert lazygui.canvas.selected() == {"x", "fc1", "relu", "fc2"}
    assert lazygui.menu("edit.delete").isEnabled()
    assert not lazygui.menu("edit.rename").isEnabled(), "a name is for one"


def test_f2_renames_with_edges_and_code(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    lazygui.keys("F2")
    lazygui.canvas.rename_to("net.hidden")
    assert ("x", "net.hidden") in lazygui.canvas.edges()
    assert lazygui.canvas.selected() == {"net.hidden"}
    assert lazygui.canvas.view.hasFocus()
    lazygui.keys("Ctrl+Z")
    assert ("x", "fc1") in lazygui.canvas.edges()


def test_escape_leaves_the_name_as_it_was(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    lazygui.canvas.click("fc1")
    lazygui.keys("F2")
    field = find(lazygui.window, QLineEdit, "canvas.name")
    events.type_text(field, "other")
    events.key(field, Key.Key_Escape)
    assert graph(lazygui) is before
    assert lazygui.canvas.view.hasFocus()


def test_a_rubber_band_then_a_drag_moves_three_nodes_and_undo_says_so(lazygui: AppRobot) -> None:
    canvas, before = lazygui.canvas, graph(lazygui)
    cards = canvas.view.canvas_scene.cards_rect(["fc1", "relu", "fc2"])
    canvas.rubber_band(QRectF(cards.topLeft() - QPoint(20, 40), cards.bottomRight()))
    assert canvas.selected() == {"fc1", "relu", "fc2"}
    canvas.drag_node("relu", 0, 60)
    moved = {name: graph(lazygui).place(name).y - before.place(name).y for name in before.nodes}
    assert moved["x"] == 0
    assert moved["fc1"] == moved["relu"] == moved["fc2"] > 0
    assert lazygui.words("edit.undo") == "Undo move of 3 nodes"
    lazygui.keys("Ctrl+Z")
    assert graph(lazygui) == before
    assert lazygui.words("edit.redo") == "Redo move of 3 nodes"


# Undo and redo of every kind of edit

DEEDS: dict[str, tuple[Callable[[AppRobot], object], str]] = {
    "drag from the palette": (lambda r: r.palette.drag("GELU", onto=r.canvas.at(200, 300)), "addition of gelu"),
    "append": (lambda r: r.palette.enter("GELU"), "addition of gelu"),
    "splice": (lambda r: r.palette.drag("GELU", onto=r.canvas.middle_of_edge("fc2")), "addition of gelu"),
    "paste": (lambda r: choose(r, "relu", "Ctrl+C", "Ctrl+V"), "pasting of relu2"),
    "duplicate": (lambda r: choose(r, "relu", "Ctrl+D"), "duplication as relu2"),
    "cut": (lambda r: choose(r, "relu", "Ctrl+X"), "deletion of relu"),
    "delete": (lambda r: choose(r, "relu", "Del"), "deletion of relu"),
    "delete all": (lambda r: choose(r, "relu", "Ctrl+A", "Del"), "deletion of 4 nodes"),
    "disconnect": (lambda r: r.canvas.pick_up("fc2", r.canvas.at(200, 300)), "deletion of an edge"),
    "move": (lambda r: r.canvas.drag_node("relu", 0, 60), "move of relu"),
    "move by keys": (lambda r: choose(r, "relu", "Shift+Down", "Shift+Down"), "move of relu"),
    "rename": (lambda r: (choose(r, "relu", "F2"), r.canvas.rename_to("act")), "renaming of relu"),
    "argument": (lambda r: (choose(r, "fc1"), r.inspector.set("bias", "False")), "change of fc1.bias"),
}


def choose(robot: AppRobot, node: str, *keys: str) -> None:
    robot.canvas.click(node)
    for sequence in keys:
        robot.keys(sequence)


@pytest.mark.parametrize("deed", DEEDS)
def test_every_edit_is_undone_and_redone_by_its_name(lazygui: AppRobot, deed: str) -> None:
    act, name = DEEDS[deed]
    before = graph(lazygui)
    act(lazygui)
    after = graph(lazygui)
    assert after != before
    assert lazygui.words("edit.undo") == f"Undo {name}"
    lazygui.choose("edit.undo")
    assert graph(lazygui) == before
    assert not lazygui.menu("edit.undo").isEnabled(), "one deed was more than one step"
    assert lazygui.words("edit.redo") == f"Redo {name}"
    assert sorted(lazygui.canvas.node_names()) == sorted(before.nodes)
    assert set(lazygui.canvas.edges()) == {("x", "fc1"), ("fc1", "relu"), ("relu", "fc2")}
    lazygui.choose("edit.redo")
    assert graph(lazygui) == after
    assert sorted(lazygui.canvas.node_names()) == sorted(after.nodes)


def test_connecting_and_carrying_an_edge_are_undone_too(lazygui: AppRobot) -> None:
    lazygui.palette.drag("add", onto=lazygui.canvas.at(480, 300))
    lazygui.canvas.connect("fc1", "add")
    assert lazygui.words("edit.undo") == "Undo connection to add"
    lazygui.canvas.pick_up("add", lazygui.canvas.input_of("add", 1))
    assert lazygui.words("edit.undo") == "Undo reconnection to add"
    assert ("fc1", "add:1") in lazygui.canvas.edges()
    lazygui.keys("Ctrl+Z")
    assert ("fc1", "add") in lazygui.canvas.edges()
    lazygui.keys("Ctrl+Z")
    assert not {"add", "add:1"} & {target for _, target in lazygui.canvas.edges()}


def test_all_edits_undone_give_the_first_drawing_unmodified(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    lazygui.palette.enter("GELU")
    choose(lazygui, "relu", "Shift+Down", "Ctrl+D", "Del")
    choose(lazygui, "fc1", "F2")
    lazygui.canvas.rename_to("hidden")
    assert lazygui.title().startswith("Lazy initialization*")
    while lazygui.menu("edit.undo").isEnabled():
        lazygui.keys("Ctrl+Z")
    assert graph(lazygui) == before
    assert lazygui.title() == "Lazy initialization — LazyGUI"


def test_a_new_edit_ends_what_could_be_redone(lazygui: AppRobot) -> None:
    choose(lazygui, "relu", "Del", "Ctrl+Z")
    assert lazygui.menu("edit.redo").isEnabled()
    choose(lazygui, "fc1", "Shift+Down")
    assert not lazygui.menu("edit.redo").isEnabled()
    assert lazygui.words("edit.redo") == "Redo"


# Zoom


def test_keys_zoom_and_fit(lazygui: AppRobot) -> None:
    lazygui.window.canvas.focus_canvas()
    lazygui.keys("Ctrl+1")
    assert lazygui.status("zoom") == "100 %"
    lazygui.keys("Ctrl++")
    assert lazygui.status("zoom") == "120 %"
    lazygui.keys("Ctrl+-")
    lazygui.keys("Ctrl+-")
    assert lazygui.status("zoom") == "83 %"
    lazygui.canvas.pan(3000, 0)
    lazygui.keys("Ctrl+0")
    view = lazygui.canvas.view
    shown = view.mapToScene(view.viewport().rect()).boundingRect()
    assert shown.contains(view.canvas_scene.cards_rect())
    lazygui.canvas.pan(3000, 0)
    lazygui.keys("F")
    assert view.mapToScene(view.viewport().rect()).boundingRect().contains(view.canvas_scene.cards_rect())


# Without a mouse


def test_a_whole_network_is_drawn_edited_connected_and_run_by_keys_alone(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+N")
    for layer in ("Input", "LazyLinear", "ReLU", "LazyLinear"):
        lazygui.keys("Alt+0")
        type_at_focus(lazygui, layer)
        lazygui.keys("Return")
    assert lazygui.canvas.edges() == [("x", "fc1"), ("fc1", "relu"), ("relu", "fc2")]
    lazygui.keys("Alt+1")
    assert lazygui.canvas.selected() == {"fc2"}
    lazygui.keys("Left")
    lazygui.keys("Left")
    assert lazygui.canvas.selected() == {"fc1"}
    edit_argument_by_keys(lazygui, "out_features", "64")
    lazygui.keys("Alt+1")
    add_a_residual_by_keys(lazygui)
    lazygui.keys("F5")
    lazygui.wait_until_idle()
    assert lazygui.node("fc1").state() is State.INITIALIZED
    assert lazygui.node("fc2").weight_shape() == "256 × 64"
    assert lazygui.node("add").state() is State.INITIALIZED


def add_a_residual_by_keys(lazygui: AppRobot) -> None:
    """Append an addition behind ReLU, and connect fc1 to its second input; nothing but keys."""
    lazygui.keys("]")
    assert lazygui.canvas.selected() == {"relu"}
    lazygui.keys("Alt+0")
    type_at_focus(lazygui, "torch.add")
    lazygui.keys("Return")
    lazygui.keys("Alt+1")
    while lazygui.canvas.selected() != {"fc1"}:
        lazygui.keys("[")
    lazygui.keys("C")
    assert "Connect fc1 to add?" in lazygui.status("message")
    lazygui.keys("Return")
    assert lazygui.window.editor.graph.edges[Port("add", 1)] == Port("fc1")


def test_connecting_by_keys_where_nothing_fits_says_so_and_draws_nothing(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc2")
    before = graph(lazygui)
    lazygui.keys("C")
    assert "Nothing can be connected to fc2" in lazygui.status("message")
    items = lazygui.canvas.view.canvas_scene.items()
    assert not [item for item in items if isinstance(item, DraftEdge) and item.isVisible()]
    lazygui.keys("Return")
    assert graph(lazygui) is before
    assert lazygui.status("message") == ""


def edit_argument_by_keys(lazygui: AppRobot, argument: str, text: str) -> None:
    lazygui.keys("Alt+2")
    for _ in range(20):
        focus = lazygui.window.focusWidget()
        if focus is not None and focus.objectName() == f"inspector.argument.{argument}":
            break
        lazygui.keys("Tab")
    lazygui.keys("Ctrl+A")
    type_at_focus(lazygui, text)
    lazygui.keys("Return")


def type_at_focus(lazygui: AppRobot, text: str) -> None:
    focus = lazygui.window.focusWidget()
    assert isinstance(focus, QLineEdit)
    events.type_text(focus, text)


def test_every_command_of_the_mouse_has_a_key_that_the_menus_show(lazygui: AppRobot) -> None:
    without = [
        action.objectName()
        for menu in ("file", "edit", "view", "run", "go", "help")
        for action in lazygui.entries(menu)
        if action.menu() is None and not action.isCheckable() and action.shortcut().isEmpty()
    ]
    assert without == ["help.about"], "reached by the menus' letters alone"


def test_the_context_menu_opens_where_the_chosen_node_is_by_its_key(lazygui: AppRobot) -> None:
    lazygui.canvas.click("relu")
    lazygui.canvas.open_menu()
    menu = lazygui.popup()
    assert menu.actions()[0].objectName() == "edit.add"
    assert lazygui.canvas.selected() == {"relu"}
    scene, view = lazygui.canvas.view.canvas_scene, lazygui.canvas.view
    card = view.mapFromScene(scene.cards_rect(["relu"])).boundingRect()
    # A menu that would leave the screen is moved inwards.
    assert menu.geometry().contains(view.viewport().mapToGlobal(card.center()))
    menu.close()


def test_shift_f10_opens_the_context_menu_too(lazygui: AppRobot) -> None:
    lazygui.canvas.click("relu")
    events.key(lazygui.canvas.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = lazygui.popup()
    assert menu.actions()[0].objectName() == "edit.add"
    menu.close()


def test_the_context_menu_offers_what_can_be_done_while_nothing_is_chosen(lazygui: AppRobot) -> None:
    lazygui.canvas.click_empty()
    lazygui.canvas.open_menu()
    menu = lazygui.popup()
    assert [action.objectName() for action in menu.actions() if not action.isSeparator()] == [
        "edit.add",
        "edit.paste",
        "edit.select_all",
        "view.fit",
    ]
    menu.close()


def test_a_fitted_drawing_stays_fitted_while_the_window_changes(lazygui: AppRobot) -> None:
    narrow = lazygui.status("zoom")
    lazygui.window.resize(1700, 900)
    QApplication.processEvents()
    assert lazygui.status("zoom") != narrow
    lazygui.canvas.wheel(1)
    chosen = lazygui.status("zoom")
    lazygui.window.resize(1280, 800)
    QApplication.processEvents()
    assert lazygui.status("zoom") == chosen, "who has zoomed keeps the zoom"


def test_a_loose_node_let_go_on_an_edge_is_spliced_in_and_room_is_made(lazygui: AppRobot) -> None:
    canvas = lazygui.canvas
    lazygui.palette.drag("Dropout", onto=canvas.at(300, -200))
    way = canvas.middle_of_edge("relu") - canvas.title_of("dropout")
    canvas.drag_node("dropout", way.x(), way.y())
    assert {("fc1", "dropout"), ("dropout", "relu")} <= set(canvas.edges())
    cards = [canvas.view.canvas_scene.cards_rect((name,)) for name in canvas.node_names()]
    assert not any(a.intersects(b) for a, b in combinations(cards, 2))
    lazygui.keys("Ctrl+Z")
    assert ("fc1", "relu") in canvas.edges()


def test_an_empty_canvas_says_what_to_do_next(lazygui: AppRobot) -> None:
    def has_words() -> bool:
        picture = lazygui.canvas.view.viewport().grab(QRect(-100, -20, 200, 40).translated(middle)).toImage()
        points = product(range(picture.width()), range(picture.height()))
        return any(picture.pixelColor(*point).name() == LIGHT.text_muted.lower() for point in points)

    lazygui.choose("file.new")
    middle = lazygui.canvas.view.viewport().rect().center()
    assert has_words()
    lazygui.palette.drag("Input", onto=lazygui.canvas.view.viewport().rect().topLeft() + QPoint(90, 40))
    assert lazygui.canvas.node_names() == ["x"]
    assert not has_words()
