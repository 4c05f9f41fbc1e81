"""Drag and drop in a real window on a real X server, by a hand that the program does not know."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lazygui.graph.model import Port
from lazygui.graph.results import State
from lazygui.resources import path as asset
from lazygui.testing.robots import AppRobot
from tests.xvfb.hand import Hand, on_screen

pytestmark = pytest.mark.xvfb

SOURCE_PLACE = (1500, 40)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    assert shutil.which("xdotool"), "these tests need xdotool"
    return Hand(qtbot)


@pytest.fixture
def program(open_lazygui: Callable[..., AppRobot], qtbot: QtBot) -> AppRobot:
    robot = open_lazygui()
    robot.window.move(0, 0)
    robot.window.activateWindow()
    qtbot.waitUntil(robot.window.isActiveWindow, timeout=5000)
    return robot


def test_a_layer_is_dragged_from_the_palette_onto_the_canvas(program: AppRobot, hand: Hand, qtbot: QtBot) -> None:
    view = program.canvas.view.viewport()
    start = on_screen(program.palette.list.viewport(), program.palette.place_of("LazyConv2d"))
    hand.drag(start, on_screen(view, program.canvas.at(300, 320)))
    qtbot.waitUntil(lambda: "conv1" in program.canvas.node_names())
    assert program.canvas.view.canvas_scene.cards_rect(["conv1"]).contains(300, 320)


def test_escape_cancels_the_drag_of_a_layer(program: AppRobot, hand: Hand, qtbot: QtBot) -> None:
    names = program.canvas.node_names()
    start = on_screen(program.palette.list.viewport(), program.palette.place_of("LazyConv2d"))
    end = on_screen(program.canvas.view.viewport(), program.canvas.at(300, 320))
    hand.point(start)
    hand.press()
    hand.glide(start, end)
    qtbot.waitUntil(lambda: program.window.findChild(object, "ghost") is not None)
    hand.key("Escape")
    hand.let_go()
    qtbot.waitUntil(lambda: program.window.findChild(object, "ghost") is None)
    assert program.canvas.node_names() == names


def test_a_layer_let_go_on_an_edge_is_spliced_in(program: AppRobot, hand: Hand, qtbot: QtBot) -> None:
    start = on_screen(program.palette.list.viewport(), program.palette.place_of("LazyLinear"))
    hand.drag(start, on_screen(program.canvas.view.viewport(), program.canvas.middle_of_edge("fc2")))
    qtbot.waitUntil(lambda: len(program.canvas.node_names()) == 5)
    assert program.window.editor.graph.edges[Port("fc2")] == Port("fc3")
    assert program.window.editor.graph.edges[Port("fc3")] == Port("relu")


def test_an_edge_is_drawn_from_port_to_port(program: AppRobot, hand: Hand, qtbot: QtBot) -> None:
    program.palette.drag("LazyLinear", onto=program.canvas.at(300, 320))
    view = program.canvas.view.viewport()
    hand.drag(on_screen(view, program.canvas.output_of("relu")), on_screen(view, program.canvas.input_of("fc3")))
    qtbot.waitUntil(lambda: ("relu", "fc3") in program.canvas.edges())


@pytest.fixture
def file_to_drop(tmp_path: Path) -> Iterator[Path]:
    """A document in the window of another program."""
    document = tmp_path / "other.lazygui.json"
    shutil.copy(asset("examples") / "mlp.lazygui.json", document)
    command = [sys.executable, str(Path(__file__).with_name("drag_source.py")), str(document), *map(str, SOURCE_PLACE)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "shown\n"
    yield document
    process.kill()
    process.communicate()


def test_a_file_dragged_from_another_program_is_opened(
    program: AppRobot, hand: Hand, qtbot: QtBot, file_to_drop: Path
) -> None:
    view = program.canvas.view.viewport()
    source = view.mapToGlobal(view.rect().topLeft()) * 0
    source.setX(SOURCE_PLACE[0] + 20)
    source.setY(SOURCE_PLACE[1] + 20)
    hand.drag(source, on_screen(view, view.rect().center()))
    qtbot.waitUntil(lambda: program.window.files.path == file_to_drop, timeout=10_000)
    assert len(program.canvas.node_names()) == 5


def test_the_main_job_by_hand_alone(program: AppRobot, hand: Hand, qtbot: QtBot) -> None:
    program.wait_until_ready()
    hand.key("F5")
    # The shape alone is foretold before anything has run.
    qtbot.waitUntil(lambda: program.node("fc2").state() is State.INITIALIZED, timeout=60_000)
    assert program.node("fc2").weight_shape() == "10 × 256"
    assert program.node("fc1").has_histogram()
