"""What is pasted becomes nodes: PyTorch code, documents, pieces of them. What cannot be is said and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from lazygui.graph.model import Graph, Port
from lazygui.testing.robots import AppRobot

NETWORK = """\
class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.LazyLinear(64)

    def forward(self, X):
        return F.relu(self.hidden(X))

net = MLP()
X = torch.rand(2, 20)
net(X)
print(net)
"""


def graph(lazygui: AppRobot) -> Graph:
    return lazygui.window.editor.graph


def paste(lazygui: AppRobot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    lazygui.window.canvas.setFocus()
    lazygui.keys("Ctrl+V")


def test_pasted_code_becomes_nodes_in_one_step(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    paste(lazygui, NETWORK)
    assert {"X", "hidden", "relu2"} <= graph(lazygui).nodes.keys()
    assert graph(lazygui).edges[Port("relu2")] == Port("hidden")
    assert lazygui.status("message") == "The code became 3 nodes. Line 12 was left out."
    assert lazygui.canvas.selected() == {"X", "hidden", "relu2"}
    lazygui.keys("Ctrl+Z")
    assert graph(lazygui) == before


def test_the_step_is_called_by_what_it_did(lazygui: AppRobot) -> None:
    paste(lazygui, NETWORK)
    assert lazygui.words("edit.undo") == "Undo pasting of code as 3 nodes"


def test_pasted_code_stands_right_of_what_is_chosen_and_covers_nothing(lazygui: AppRobot) -> None:
    lazygui.canvas.click("x")
    before = dict(graph(lazygui).layout)
    paste(lazygui, NETWORK)
    places = graph(lazygui).layout
    assert places["X"].x > before["x"].x
    cards = [(place.x, place.y) for place in places.values()]
    assert len(set(cards)) == len(cards)
    assert all(places[key] == place for key, place in before.items())


def test_pasted_code_runs(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+A")
    lazygui.keys("Delete")
    paste(lazygui, NETWORK)
    lazygui.run.sample()
    assert lazygui.node("hidden").weight_shape() == "64 × 20"


def test_code_that_cannot_be_read_is_said_and_changes_nothing(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    paste(lazygui, NETWORK.replace("return F.relu", "while True: X = F.relu"))
    assert graph(lazygui) is before
    assert lazygui.status("message").startswith("Line 7: LazyGUI cannot read “while True: X = F.relu(self.hidden(X))”")


def test_a_document_with_a_mistake_is_said_and_changes_nothing(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    paste(lazygui, '{"nodes": {"a": {"type": "nn.ReLU"},\n"b": {"type" "nn.ReLU"}}}')
    assert graph(lazygui) is before
    assert lazygui.status("message") == "Line 2: This is not JSON: at column 14 there should be a colon."


@pytest.mark.parametrize(
    "text",
    [
        '{"nodes": {"a": {"type": "nn.ReLU"}, "b": {"type": "nn.ReLU"}}, "edges": [["a", "b"]]}',
        '// two layers\n{\n  "nodes": {\n    "a": {"type": "nn.ReLU"}, # first\n    "b": {"type": "nn.ReLU"},\n  },\n'
        '  "edges": [["a", "b"]] /* one edge */\n}',
    ],
)
def test_a_piece_of_a_document_is_pasted(lazygui: AppRobot, text: str) -> None:
    paste(lazygui, text)
    assert graph(lazygui).edges[Port("b")] == Port("a")


def test_a_list_of_edges_connects_what_is_there(lazygui: AppRobot) -> None:
    paste(lazygui, '"a": {"type": "torch.add"},\n"b": {"type": "nn.ReLU"},')
    paste(lazygui, '["x", "a"],\n["fc2", "a:1"],\n["a", "b"]')
    assert [graph(lazygui).edges[port] for port in (Port("a"), Port("a", 1), Port("b"))] == [
        Port("x"),
        Port("fc2"),
        Port("a"),
    ]
    lazygui.keys("Ctrl+Z")
    assert Port("a") not in graph(lazygui).edges


def test_an_edge_to_nowhere_is_said(lazygui: AppRobot) -> None:
    before = graph(lazygui)
    paste(lazygui, '[["x", "nobody"]]')
    assert graph(lazygui) is before
    assert "nobody" in lazygui.status("message")


def test_a_python_file_that_falls_on_the_window_is_opened_as_a_drawing(lazygui: AppRobot, tmp_path: Path) -> None:
    path = tmp_path / "mlp.py"
    path.write_text(NETWORK, "utf-8")
    lazygui.canvas.drop_file(str(path))
    assert list(graph(lazygui).nodes) == ["X", "hidden", "relu"]
    assert "mlp" in lazygui.window.windowTitle()
    assert path.read_text("utf-8") == NETWORK


def test_the_sentences_are_chinese_where_the_window_is(open_lazygui: object) -> None:
    lazygui: AppRobot = open_lazygui(language="zh_CN")  # type: ignore[operator]
    paste(lazygui, NETWORK)
    assert lazygui.status("message") == "代码已变成 3 个节点。略去了第 12 行。"
