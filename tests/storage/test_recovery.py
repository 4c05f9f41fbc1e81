"""What a program that died leaves behind, and what it must not offer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lazygui.graph.model import Graph, Node, Point
from lazygui.storage.errors import StorageError
from lazygui.storage.recovery import Recovery

GRAPH = Graph({"relu": Node("relu", "nn.ReLU")}, layout={"relu": Point(0, 0)}, extra={"comment": "mine"})

DIES = """
import os, sys
from lazygui.graph.model import Graph, Node, Point
from lazygui.storage.recovery import Recovery
graph = Graph({"relu": Node("relu", "nn.ReLU")}, layout={"relu": Point(0, 0)}, extra={"comment": "mine"})
Recovery(sys.argv[1]).write(graph, "drawing.lazygui.json")
os.kill(os.getpid(), 9)
"""


def die_with_a_drawing(folder: Path) -> None:
    subprocess.run([sys.executable, "-c", DIES, folder], check=False)


def test_a_program_that_died_leaves_its_drawing(tmp_path: Path) -> None:
    die_with_a_drawing(tmp_path)
    (leftover,) = Recovery(tmp_path).left_behind()
    assert leftover.graph == GRAPH
    assert leftover.document == Path("drawing.lazygui.json").absolute()


def test_a_drawing_that_is_open_elsewhere_is_not_offered(tmp_path: Path) -> None:
    running = Recovery(tmp_path)
    running.write(GRAPH, None)
    assert Recovery(tmp_path).left_behind() == ()
    assert running.left_behind() == ()
    running.clear()


def test_a_program_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    recovery = Recovery(tmp_path)
    recovery.write(GRAPH, None)
    recovery.clear()
    assert list(tmp_path.iterdir()) == []
    recovery.clear()


def test_the_last_drawing_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    recovery = Recovery(tmp_path)
    recovery.write(GRAPH, None)
    recovery.write(Graph(), None)
    assert len(list(tmp_path.glob("*.json"))) == 1
    recovery.clear()


def test_what_is_discarded_is_gone(tmp_path: Path) -> None:
    die_with_a_drawing(tmp_path)
    recovery = Recovery(tmp_path)
    recovery.discard(recovery.left_behind()[0])
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_copy_is_not_offered(tmp_path: Path) -> None:
    (tmp_path / "0.lazygui.json").write_text("{")
    assert Recovery(tmp_path).left_behind() == ()


def test_without_a_folder_nothing_was_left(tmp_path: Path) -> None:
    assert Recovery(tmp_path / "missing").left_behind() == ()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError) as caught:
        Recovery(tmp_path / "file" / "folder").write(GRAPH, None)
    assert caught.value.problem.code == "cannot_write"
