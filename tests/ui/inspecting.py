"""How tests read and fill the inspector, and what a run tells it."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lazygui.graph.results import Histogram, NodeResult, TensorStatistics
from lazygui.ui.editor import Editor
from lazygui.ui.inspector import Inspector
from lazygui.ui.inspector.fields import TextField
from lazygui.ui.inspector.form import ArgumentRow

Key = Qt.Key


def row(inspector: Inspector, name: str) -> ArgumentRow:
    found = inspector.form.row(name)
    assert found is not None
    return found


def focus(inspector: Inspector, name: str) -> ArgumentRow:
    found = row(inspector, name)
    found.field.setFocus()
    assert found.field.hasFocus()
    return found


def focus_name(inspector: Inspector) -> None:
    inspector.node_page.header.name.setFocus()
    inspector.node_page.header.name.selectAll()


def write(qtbot: QtBot, found: ArgumentRow, text: str) -> None:
    assert isinstance(found.field, TextField)
    found.field.selectAll()
    qtbot.keyClick(found.field, Key.Key_Delete)
    qtbot.keyClicks(found.field, text)


def tensor(name: str = "weight", shape: tuple[int, ...] = (256, 20), **facts: object) -> TensorStatistics:
    usual = {"mean": 0.001, "std": 0.13, "minimum": -0.2, "maximum": 0.2, "zeros": 1, "nans": 0, "infinities": 0}
    usual |= {"histogram": Histogram(-0.2, 0.2, (1, 3, 5, 1)), **facts}
    return TensorStatistics(name, shape, "float32", math.prod(shape), **usual)  # type: ignore[arg-type]


def finish(editor: Editor, node: str, *parameters: TensorStatistics) -> None:
    editor.results.begin()
    editor.results.finish(node, NodeResult("nn.Linear", ((2, 256),), ("float32",), parameters, 3.2e-4))
    editor.results.end()
