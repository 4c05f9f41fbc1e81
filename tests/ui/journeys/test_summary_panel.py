"""The table of all nodes: read, sorted, folded, copied, and used to go somewhere, before a run and after it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from lazygui.resources import path
from lazygui.testing.robots import AppRobot, find

NODE, LAYER, INPUT, OUTPUT, PARAMETERS, SHARE, BYTES, MACS, TIME = range(9)


@pytest.fixture
def summary(lazygui: AppRobot) -> AppRobot:
    lazygui.wait_until_ready()
    lazygui.keys("Alt+7")
    lazygui.wait_until_idle()
    return lazygui


@pytest.fixture
def resnet(open_lazygui: Callable[..., AppRobot]) -> AppRobot:
    robot = open_lazygui(path=path("examples/resnet18.lazygui.json"))
    robot.wait_until_ready()
    robot.keys("Alt+7")
    robot.wait_until_idle()
    return robot


def copied(robot: AppRobot, button: str) -> str:
    find(robot.window, QPushButton, button).click()
    return QGuiApplication.clipboard().text()


def test_every_node_has_a_row_and_the_last_one_is_the_sum(summary: AppRobot) -> None:
    rows = summary.summary.rows()
    assert [row[:6] for row in rows] == [
        ("x", "Input", "", "2 × 20", "0", ""),
        ("fc1", "Linear", "2 × 20", "2 × 256", "5,376", "67.7 %"),
        ("relu", "ReLU", "2 × 256", "2 × 256", "0", ""),
        ("fc2", "Linear", "2 × 256", "2 × 10", "2,570", "32.3 %"),
        ("Total", "", "", "", "7,946", "100.0 %"),
    ]
    assert [row[BYTES] for row in rows] == ["0 bytes", "21.5 KB", "0 bytes", "10.3 KB", "31.8 KB"]
    assert all(row[TIME] == "" for row in rows), "nothing has run"


def test_a_run_tells_the_times(summary: AppRobot) -> None:
    summary.run.sample()
    summary.wait_until_idle()
    assert all(row[TIME].endswith("s") for row in summary.summary.rows())


def test_without_inference_and_run_the_numbers_are_unknown(open_lazygui: Callable[..., AppRobot]) -> None:
    robot = open_lazygui(live_shapes=False)
    robot.keys("Alt+7")
    robot.wait_until_idle()
    assert {row[PARAMETERS] for row in robot.summary.rows()} == {"?"}


def test_a_heading_sorts_and_the_first_one_gives_the_running_order_back(summary: AppRobot) -> None:
    table = summary.summary
    table.sort(PARAMETERS)
    assert [row[NODE] for row in table.rows()] == ["x", "relu", "fc2", "fc1", "Total"]
    table.sort(PARAMETERS)
    assert [row[NODE] for row in table.rows()] == ["fc1", "fc2", "x", "relu", "Total"]
    table.sort(NODE)
    assert [row[NODE] for row in table.rows()] == ["x", "fc1", "relu", "fc2", "Total"]


def test_enter_goes_to_the_node(summary: AppRobot) -> None:
    summary.summary.press(Qt.Key.Key_Down)
    summary.summary.press(Qt.Key.Key_Return)
    assert summary.canvas.selected() == {"fc1"}


def test_an_edit_is_followed_and_the_chosen_row_stays(summary: AppRobot) -> None:
    table = summary.summary
    for _ in range(3):
        table.press(Qt.Key.Key_Down)
    summary.direct.set_argument("fc1", "out_features", 64)
    summary.wait_until_idle()
    assert table.rows()[1][PARAMETERS] == "1,344"
    table.press(Qt.Key.Key_Return)
    assert summary.canvas.selected() == {"fc2"}


def test_groups_hold_their_nodes_and_are_opened_by_keys(resnet: AppRobot) -> None:
    table = resnet.summary
    rows = table.rows()
    assert [row[NODE] for row in rows] == ["X", "0", "b2", "b3", "b4", "b5", "last", "Total"]
    assert rows[2][LAYER] == "14 layers"
    assert rows[-1][PARAMETERS] == "11,178,378"
    table.press(Qt.Key.Key_Down)
    table.press(Qt.Key.Key_Right)
    assert [row[NODE] for row in table.rows()][:4] == ["X", "0", "0.0", "0.1"]
    resnet.run.sample()
    resnet.wait_until_idle()
    assert len(table.rows()) == len(rows) + 4, "what was open stays open when the numbers come"
    table.press(Qt.Key.Key_Return)
    assert resnet.canvas.selected() == {"0"}


def test_it_is_copied_as_markdown(summary: AppRobot) -> None:
    lines = copied(summary, "summary.markdown").splitlines()
    assert lines[0] == "| Node | Layer | Input | Output | Parameters | Share | Bytes | MACs | Time |"
    assert lines[1] == "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |"
    assert lines[3].startswith("| fc1 | Linear | 2 × 20 | 2 × 256 | 5,376 | 67.7 % |")
    assert lines[-1].startswith("| **Total** |")


def test_it_is_copied_as_csv_with_whole_names_and_all_digits(resnet: AppRobot) -> None:
    first, *rows = csv.reader(io.StringIO(copied(resnet, "summary.csv")))
    assert first[NODE] == "Node"
    nodes = resnet.window.editor.graph.nodes
    assert set(nodes) <= {row[NODE] for row in rows}
    assert sum(int(row[PARAMETERS]) for row in rows if row[NODE] in nodes) == 11_178_378


def test_it_speaks_chinese_and_says_all_of_a_row(summary: AppRobot) -> None:
    model = summary.window.summary.model
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("fc1, Layer Linear, Input 2 × 20, Output 2 × 256, Parameters 5,376")
    summary.choose("view.language.zh_CN")
    assert model.headerData(PARAMETERS, Qt.Orientation.Horizontal) == "参数"
    assert summary.summary.rows()[-1][NODE] == "合计"
