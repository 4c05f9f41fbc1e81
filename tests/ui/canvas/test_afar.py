"""Cards and edges that are painted together, where Qt paints no item by itself: what changes is seen all the same."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui.catalog.spec import Family
from lazygui.graph.edits import Connect
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.results import NodeResult, State
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas.afar import OUTLINED_FROM
from lazygui.ui.canvas.items import SIMPLE_BELOW, TOGETHER_BELOW
from lazygui.ui.canvas.picture import far_colors
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.editor import Editor

NEAR, FAR, NO_WORDS, DOTS = 0.8, 0.35, 0.15, 0.06
ROUNDED = 2
"""By so much a half transparent colour differs when it is laid on the ground in two steps."""
RESULT = NodeResult("nn.Linear", ((2, 256),), ("float32",), (), 0.1)


@pytest.fixture(params=[NEAR, FAR, NO_WORDS, DOTS])
def seen(canvas: CanvasRobot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The frames that a canvas has painted at one zoom."""
    frames: list[int] = []
    paint = CanvasView.paintEvent

    def painted(view: CanvasView, event: object) -> None:
        frames.append(1)
        paint(view, event)  # type: ignore[arg-type]

    monkeypatch.setattr(CanvasView, "paintEvent", painted)
    canvas.view.place = request.param, QPointF(500, 200), False
    QApplication.processEvents()
    return frames


def difference(one: QImage, other: QImage) -> int:
    """Return the largest difference of any channel of any pixel."""
    images = (image.convertToFormat(QImage.Format.Format_RGBA8888) for image in (one, other))
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in images)
    return int(np.abs(first - second).max())


def test_zooms_are_those_of_all_ways_to_paint() -> None:
    assert DOTS < OUTLINED_FROM < NO_WORDS < SIMPLE_BELOW < FAR < TOGETHER_BELOW < NEAR


def test_every_change_of_a_result_is_painted(seen: list[int], editor: Editor, qtbot: QtBot) -> None:
    for is_over in (False, True, False, True):
        before = len(seen)
        editor.results.finish("fc1", RESULT) if is_over else editor.results.start("fc1")
        qtbot.waitUntil(lambda count=before: len(seen) > count)  # type: ignore[misc]


def test_an_item_that_asks_is_painted_again_each_time(seen: list[int], canvas: CanvasRobot, qtbot: QtBot) -> None:
    for _ in range(3):
        before = len(seen)
        canvas.view.canvas_scene.nodes["fc1"].update()
        qtbot.waitUntil(lambda count=before: len(seen) > count)  # type: ignore[misc]


def test_a_state_is_seen_from_afar(seen: list[int], canvas: CanvasRobot, editor: Editor) -> None:
    def picture() -> QImage:
        QApplication.processEvents()
        return canvas.view.grab().toImage()

    before = picture()
    editor.results.start("fc1")
    assert canvas.view.canvas_scene.nodes["fc1"].face.state is State.RUNNING
    assert picture() != before
    editor.results.forget_all()
    assert picture() == before


def test_what_nobody_sees_is_not_painted(seen: list[int], canvas: CanvasRobot, editor: Editor) -> None:
    canvas.view.place = canvas.view.place[0], QPointF(60_000, 0), False
    QApplication.processEvents()
    before = len(seen)
    editor.results.start("fc1")
    canvas.view.canvas_scene.nodes["relu"].update()
    QApplication.processEvents()
    assert len(seen) == before


@pytest.mark.parametrize("zoom", [FAR, NO_WORDS, DOTS])
def test_lines_that_are_kept_look_as_those_that_are_drawn(
    zoom: float, canvas: CanvasRobot, editor: Editor, qtbot: QtBot
) -> None:
    canvas.view.place = zoom, QPointF(500, 200), False
    canvas.view.viewport().grab()
    qtbot.waitUntil(lambda: not canvas.view.canvas_scene.is_late)
    canvas.view.canvas_scene.hover_edge(Port("fc1"))
    canvas.view.canvas_scene.hover_edge(None)  # with which the lines are made anew
    first, *others = (canvas.view.viewport().grab().toImage() for _ in range(4))
    assert max(difference(first, other) for other in others) <= ROUNDED
    editor.do(Connect(Port("fc1"), Port("relu")))
    assert canvas.view.viewport().grab().toImage() != others[-1], "another line is drawn at once"


def test_of_many_new_cards_each_gets_its_picture_in_some_frame(
    canvas: CanvasRobot, editor: Editor, qtbot: QtBot
) -> None:
    nodes = {f"n{number}": Node(f"n{number}", "nn.LazyConv2d", {"out_channels": number + 1}) for number in range(120)}
    places = {name: Point(336 * (place % 12), 192 * (place // 12)) for place, name in enumerate(nodes)}
    editor.open_graph(Graph(nodes).with_layout(places))
    canvas.view.place = FAR, QPointF(1700, 900), False
    scene = canvas.view.canvas_scene
    qtbot.waitUntil(lambda: not scene.is_late)
    image = canvas.view.viewport().grab().toImage()
    _, flat = far_colors(Family.CONVOLUTION, State.UNINITIALIZED, scene.theme)
    middles = (canvas.view.mapFromScene(item.pos() + item.card.center()) for item in scene.nodes.values())
    colors = [image.pixelColor(at) for at in middles if image.rect().contains(at)]
    assert len(colors) > 40
    assert flat not in colors
