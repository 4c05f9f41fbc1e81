"""A canvas with a small drawing on it, and nothing else of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas import accessible
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.editor import Editor
from lazygui.ui.theme import LIGHT, Theme


class PlainAppearance(QObject):
    """A theme that no system changes."""

    theme_changed = Signal()

    def __init__(self, theme: Theme = LIGHT) -> None:
        super().__init__()
        self.theme = theme


def branch() -> Graph:
    """x feeds fc1; relu, add and a second linear layer lie there unconnected."""
    nodes = (
        Node("x", "Input", {"shape": (2, 20)}),
        Node("fc1", "nn.LazyLinear", {"out_features": 256}),
        Node("relu", "nn.ReLU"),
        Node("add", "torch.add"),
        Node("fc2", "nn.LazyLinear", {"out_features": 10}),
    )
    places = {"x": (0, 0), "fc1": (336, 0), "relu": (336, 192), "add": (672, 96), "fc2": (672, 288)}
    return Graph(
        {node.id: node for node in nodes},
        {Port("fc1"): Port("x")},
        {name: Point(*place) for name, place in places.items()},
    )


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    editor = Editor()
    editor.open_graph(branch())
    return editor


@pytest.fixture
def canvas(qtbot: QtBot, editor: Editor) -> Iterator[CanvasRobot]:
    accessible.install()  # as the window does before it shows a canvas
    view = CanvasView(editor, PlainAppearance())  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.fit_all()
    return CanvasRobot(view)
