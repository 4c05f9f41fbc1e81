"""What a person learns while drawing, before any run: shapes, sizes, ties, states, problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QToolButton, QWidget

from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.graph.results import State
from lazygui.storage.examples import example
from lazygui.storage.files import save
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot, find

Open = Callable[..., AppRobot]
Key = Qt.Key


@pytest.fixture
def drawing(lazygui: AppRobot) -> AppRobot:
    """The first example once its shapes are known."""
    lazygui.wait_until_ready()
    lazygui.wait_until_idle()
    return lazygui


def append(drawing: AppRobot, behind: str, layer: str) -> str:
    """Add a layer behind a node by the keyboard, and return the name it got."""
    drawing.canvas.click(behind)
    drawing.palette.enter(layer)
    drawing.wait_until_idle()
    (name,) = drawing.canvas.selected()
    return name


def tab_to(drawing: AppRobot, name: str) -> QWidget:
    """Go on with Tab until this control of the inspector has the focus."""
    drawing.keys("Alt+2")
    for _ in range(20):
        focus = drawing.window.focusWidget()
        if focus is not None and focus.objectName() == name:
            return focus
        drawing.keys("Tab")
    raise AssertionError(f"Tab does not lead to {name}")


# Live shapes


def test_shapes_stand_on_the_edges_without_a_run_and_follow_an_edit(drawing: AppRobot) -> None:
    canvas = drawing.canvas
    assert [canvas.edge_label(node) for node in ("fc1", "relu", "fc2")] == ["2×20", "2×256", "2×256"]
    canvas.click("fc1")
    drawing.inspector.set("out_features", "64")
    drawing.wait_until_idle()
    assert [canvas.edge_label(node) for node in ("fc1", "relu", "fc2")] == ["2×20", "2×64", "2×64"]
    assert drawing.node("fc1").state() is State.UNINITIALIZED
    assert not drawing.node("fc1").has_histogram()


def test_switched_off_they_are_gone_from_edges_and_cards_until_they_are_switched_on(drawing: AppRobot) -> None:
    assert drawing.node("fc1").weight_shape() == "256 × 20"
    drawing.keys("Ctrl+L")
    assert [drawing.canvas.edge_label(node) for node in ("fc1", "relu", "fc2")] == ["", "", ""]
    assert drawing.node("fc1").weight_shape() == "256 × ?"
    drawing.keys("Ctrl+L")
    drawing.wait_until_idle()
    assert drawing.canvas.edge_label("relu") == "2×256"


# Problems


def test_a_mismatch_says_what_is_wrong_and_the_first_fix_mends_it_until_it_is_undone(drawing: AppRobot) -> None:
    head = append(drawing, "fc2", "Linear")
    drawing.inspector.set("in_features", "128")
    drawing.wait_until_idle()
    assert "128" in drawing.node(head).message()
    assert "10" in drawing.node(head).message()
    drawing.keys("F8")
    drawing.problems.press_fix(0)
    drawing.wait_until_idle()
    assert drawing.node(head).state() is State.UNINITIALIZED
    assert drawing.problems.rows() == []
    drawing.choose("edit.undo")
    drawing.wait_until_idle()
    assert drawing.node(head).state() is State.FAILED
    assert "128" in drawing.node(head).message()


def test_f8_walks_over_all_problems_and_round(drawing: AppRobot) -> None:
    first = append(drawing, "fc1", "Conv2d")
    second = append(drawing, "x", "Conv1d")
    met = []
    for keys in ("F8", "F8", "F8", "Shift+F8"):
        drawing.keys(keys)
        met.append(*drawing.canvas.selected())
    assert {*met[:2]} == {first, second}
    assert met[2:] == [met[0], met[1]]


# Ties


def press_in_menu(drawing: AppRobot, button: QWidget, text: str) -> None:
    """Open the menu of a button by key, go down to an entry and press Enter."""
    met: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        met.extend(action.text() for action in menu.actions())
        for _ in menu.actions():
            events.key(menu, Key.Key_Down)
            current = menu.activeAction()
            if current is not None and current.text() == text:
                events.key(menu, Key.Key_Return)
                return
        menu.close()

    QTimer.singleShot(0, drawing.window, choose)
    # The button does not go on before its menu is closed.
    events.key(button, Key.Key_Space)
    drawing.qtbot.waitUntil(lambda: text in met)


def test_two_layers_are_tied_by_keys_counted_once_and_edited_as_one(drawing: AppRobot) -> None:
    twin = append(drawing, "fc2", "LazyLinear")
    for node in ("fc1", "fc2", twin):
        drawing.canvas.click(node)
        drawing.inspector.set("out_features", "16")
    drawing.wait_until_idle()
    assert drawing.status("parameters").startswith("880 parameters")
    press_in_menu(drawing, tab_to(drawing, "inspector.share"), "fc2")
    drawing.wait_until_idle()
    assert drawing.canvas.bonds().keys() == {("fc2", twin)}
    assert drawing.status("parameters").startswith("608 parameters")
    drawing.run.sample()
    drawing.wait_until_idle()
    assert drawing.status("parameters").startswith("608 parameters")
    drawing.inspector.set("bias", "False")
    assert {drawing.window.editor.graph.nodes[node].value("bias") for node in ("fc2", twin)} == {False}
    for _ in range(2):
        drawing.choose("edit.undo")
    assert drawing.canvas.bonds() == {}


# Sizes that the program fills in


def test_a_size_left_open_by_key_is_filled_in_said_and_exported(drawing: AppRobot) -> None:
    norm = append(drawing, "relu", "LayerNorm")
    auto = tab_to(drawing, "inspector.auto.normalized_shape")
    assert isinstance(auto, QToolButton)
    if not auto.isChecked():
        events.key(auto, Key.Key_Space)
    drawing.wait_until_idle()
    notes = [label.text() for label in drawing.window.inspector.findChildren(QLabel) if label.isVisible()]
    assert "Filled in by the program: 256" in notes
    assert f"self.{norm} = nn.LayerNorm((256,))" in drawing.code()
    drawing.canvas.click("fc1")
    drawing.inspector.set("out_features", "32")
    assert f"self.{norm} = nn.LayerNorm((32,))" in drawing.code()


# Several outputs


def test_the_state_of_a_recurrent_layer_is_a_port_with_its_own_shape(drawing: AppRobot) -> None:
    drawing.canvas.click("x")
    drawing.inspector.set("shape", "2, 5, 20")
    rnn = append(drawing, "x", "RNN")
    drawing.inspector.set("hidden_size", "16")
    drawing.inspector.set("batch_first", "True")
    drawing.palette.search("ReLU")
    drawing.palette.drag("ReLU", onto=drawing.canvas.at(700, 300))
    drawing.canvas.connect(rnn, "relu2", output=1)
    drawing.wait_until_idle()
    assert (f"{rnn}:1", "relu2") in drawing.canvas.edges()
    assert drawing.canvas.edge_label("relu2") == "1×2×16"
    spoken = drawing.canvas.spoken_ports(rnn)
    assert any(port.startswith("output, ") for port in spoken)
    assert any(port.startswith("h_n, ") for port in spoken)


# Code that a document brings


@pytest.fixture
def with_code(tmp_path: Path) -> Path:
    """A document with a function of its own, which leaves `it ran` behind when it runs."""
    source = f"def touch(input):\n    open({str(tmp_path / 'it ran')!r}, 'w').close()\n    return input * 2\n"
    arguments = {"source": source, "numbers": ()}
    graph = Graph(
        {"x": Node("x", "Input", {"shape": (2, 20)}), "touch": Node("touch", "Custom", arguments)},
        layout={"x": Point(0, 0), "touch": Point(400, 0)},
    ).with_edges([Edge(Port("x"), Port("touch"))])
    path = tmp_path / "code.lazygui.json"
    save(graph, path)
    return path


def test_a_documents_code_is_read_before_it_runs_and_asked_about_once(
    open_lazygui: Open, with_code: Path, tmp_path: Path
) -> None:
    dialogs = ScriptedDialogs()
    app = open_lazygui(with_code, dialogs=dialogs)
    app.wait_until_ready()
    app.wait_until_idle()
    app.canvas.click("touch")
    assert "def touch(input):" in find(app.window, QPlainTextEdit, "inspector.argument.source").toPlainText()
    app.run.sample()
    assert not (tmp_path / "it ran").exists()
    assert len(dialogs.code) == 1
    dialogs.allows = True
    app.run.sample()
    assert (tmp_path / "it ran").exists()
    assert app.node("touch").state() is not State.FAILED
    app.run.sample()
    assert len(dialogs.code) == 2, "a yes is remembered"


# Drawings of many layers


def test_a_large_drawing_opens_with_its_groups_collapsed_and_a_small_one_as_it_is(lazygui: AppRobot) -> None:
    window = lazygui.window
    window.show_example(example("inception"))
    assert lazygui.canvas.collapsed() == []
    window.show_example(example("resnet18"))
    assert lazygui.canvas.node_names() == ["X", "0", "b2", "b3", "b4", "b5", "last"]
    assert not window.editor.document.is_modified
    assert not lazygui.menu("edit.undo").isEnabled()
    lazygui.keys("Ctrl+Alt+E")
    assert len(lazygui.canvas.node_names()) == len(window.editor.graph.nodes)


def test_the_gallery_is_searched_walked_and_opened_by_keys(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+Shift+O")
    found = lazygui.gallery.search("attention")
    assert len(found) > 1
    field = QApplication.focusWidget()
    assert field is not None
    events.key(field, Key.Key_Down)
    walked = QApplication.focusWidget()
    assert walked is not None
    events.key(walked, Key.Key_Right)
    events.key(walked, Key.Key_Return)
    QApplication.processEvents()
    assert lazygui.title() in {f"{name} — LazyGUI" for name in found[1:]}
