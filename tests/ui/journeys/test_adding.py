"""From a letter, or an edge that is let go, to the layer that fits, as the real engine says; also by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import FitRequest, Fitted
from lazygui.graph.model import Node, Port
from lazygui.graph.results import State
from lazygui.testing.robots import AppRobot
from lazygui.ui.command_table import canvas_letters
from lazygui.ui.engine_client import EngineClient


def test_torch_says_what_fits_and_the_rest_sinks(lazygui: AppRobot) -> None:
    lazygui.wait_until_idle()
    lazygui.canvas.drop_edge("fc1", lazygui.canvas.at(500, 300))
    lazygui.wait_until_idle()
    rows = lazygui.quick_add.rows()
    assert lazygui.quick_add.fit("ReLU") == "2 \u00d7 256"
    assert lazygui.quick_add.fit("LazyConv2d") == "does not fit"
    assert rows.index("LazyConv2d") > rows.index("LayerNorm")
    lazygui.quick_add.enter("gelu")
    assert ("fc1", "gelu") in lazygui.canvas.edges()


def test_backwards_what_the_reader_cannot_take_sinks(lazygui: AppRobot) -> None:
    lazygui.palette.drag("Softmax2d", onto=lazygui.canvas.at(672, 300))
    lazygui.wait_until_idle()
    lazygui.canvas.drop_edge_back("softmax", lazygui.canvas.at(430, 390))
    lazygui.wait_until_idle()
    rows = lazygui.quick_add.rows()
    assert lazygui.quick_add.fit("Flatten") == "does not fit", "two axes are too few for Softmax2d"
    assert lazygui.quick_add.fit("LazyConv2d") == ""
    assert rows.index("Flatten") > rows.index("LazyConv2d")
    lazygui.quick_add.enter("LazyConv2d")
    assert ("conv1", "softmax") in lazygui.canvas.edges()


def test_with_live_shapes_off_nothing_is_given_away(open_lazygui: object) -> None:
    lazygui = open_lazygui(live_shapes=False)  # type: ignore[operator]
    lazygui.canvas.click("fc2")
    lazygui.keys("A")
    assert lazygui.quick_add.rows()[0] == "LazyLinear"
    assert {lazygui.quick_add.fit(name) for name in lazygui.quick_add.rows()} == {""}
    lazygui.quick_add.escape()


def test_a_network_is_typed_without_a_mouse(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+N")
    lazygui.keys("Alt+1")
    lazygui.keys("A")
    lazygui.quick_add.enter("input")
    for name in ("lazylinear", "relu", "dropout"):
        lazygui.keys("A")
        lazygui.quick_add.enter(name)
    lazygui.canvas.type("L")
    lazygui.quick_add.enter("lazylinear")
    assert lazygui.canvas.edges() == [("x", "fc1"), ("fc1", "relu"), ("relu", "dropout"), ("dropout", "fc2")]
    lazygui.keys("[")
    lazygui.keys("X")
    assert ("relu", "fc2") in lazygui.canvas.edges()
    lazygui.keys("Ctrl+Z")
    lazygui.keys("S")
    lazygui.quick_add.enter("alphadropout")
    assert ("alphadropout", "fc2") in lazygui.canvas.edges()
    lazygui.keys("Ctrl+Backspace")
    assert lazygui.canvas.edges() == [("x", "fc1"), ("fc1", "relu"), ("relu", "fc2")]
    lazygui.canvas.key(Qt.Key.Key_Right)
    lazygui.keys("]")
    lazygui.run.sample()
    assert lazygui.node("fc1").state() is State.INITIALIZED


def test_a_swapped_layer_is_checked_where_it_stands(lazygui: AppRobot) -> None:
    lazygui.wait_until_idle()
    lazygui.canvas.click("relu")
    lazygui.keys("S")
    lazygui.wait_until_idle()
    assert lazygui.quick_add.rows()[0] == "GELU"
    assert lazygui.quick_add.fit("Softmax2d") == "does not fit"
    lazygui.quick_add.enter()
    assert lazygui.window.editor.graph.edges[Port("fc2")] == Port("gelu")


def test_no_letter_of_a_command_types(lazygui: AppRobot) -> None:
    for letter in canvas_letters() - {"A", "S", "C"}:
        lazygui.canvas.click_empty()
        lazygui.keys(letter)
        QApplication.processEvents()
        assert not lazygui.quick_add.is_open, letter


def test_every_layer_is_answered_for_some_at_a_time(lazygui_engine: EngineClient, qtbot: QtBot) -> None:
    heard: list[Fitted] = []
    lazygui_engine.fitted.connect(heard.append)
    qtbot.waitUntil(lambda: lazygui_engine.is_ready, timeout=30_000)
    nodes = tuple(Node(name, name) for name in ("nn.ReLU", "nn.GELU", "nn.Tanh", "nn.SELU", "nn.CELU") * 6)
    generation = lazygui_engine.ask_fit(FitRequest(0, nodes, ((((2, 3), "float32"),),)))
    qtbot.waitUntil(lambda: not lazygui_engine.is_fitting, timeout=30_000)
    lazygui_engine.fitted.disconnect(heard.append)
    assert len(heard) == 3
    assert {answer.generation for answer in heard} == {generation}
    assert {shape for answer in heard for shape in answer.shapes.values()} == {(2, 3)}
