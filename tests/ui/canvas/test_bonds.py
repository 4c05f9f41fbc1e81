"""The bonds of what is shared and tied: between which nodes, and what their pills say."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from lazygui.graph.model import Graph, Node
from lazygui.graph.results import Histogram, Inference, NodeResult, NodeShapes, Results, TensorStatistics
from lazygui.testing.canvas import CanvasRobot
from lazygui.ui.canvas.bonds import bond_path, links
from lazygui.ui.editor import Editor


def linear(name: str, width: int = 8, **how: object) -> Node:
    return Node(name, "nn.LazyLinear", {"out_features": width}, **how)  # type: ignore[arg-type]


def drawing(*nodes: Node) -> Graph:
    return Graph({node.id: node for node in nodes})


def result(*shape: int) -> NodeResult:
    weight = TensorStatistics("weight", shape, "float32", 1, 0.0, 0.0, 0.0, 0.0, 0, 0, 0, Histogram(0.0, 0.0))
    return NodeResult("nn.Linear", ((2, shape[0]),), ("float32",), (weight,), 0.0)


def test_without_a_tie_there_is_no_bond() -> None:
    assert links(drawing(linear("a"), linear("b")), Results()) == ()


def test_a_shared_module_binds_its_users_one_after_the_other() -> None:
    found = links(drawing(linear("a"), linear("b", shares="a"), linear("c", shares="a")), Results())
    assert [link.nodes for link in found] == [("a", "b"), ("b", "c")]
    assert [link.label for link in found] == ["(8, ?) = (8, ?)"] * 2


def test_a_tied_parameter_binds_an_embedding_to_an_output_head() -> None:
    embed = Node("embed", "nn.Embedding", {"num_embeddings": 50, "embedding_dim": 8})
    (link,) = links(drawing(embed, linear("head", 50, ties={"weight": "embed.weight"})), Results())
    assert link.nodes == ("embed", "head")
    assert link.label == "(50, 8) = (50, ?)"
    assert not link.is_wrong


def test_widths_that_cannot_be_one_are_said_in_the_pill() -> None:
    embed = Node("embed", "nn.Embedding", {"num_embeddings": 50, "embedding_dim": 8})
    (link,) = links(drawing(embed, linear("head", 10, ties={"weight": "embed.weight"})), Results())
    assert link.is_wrong
    assert link.label == "(50, 8) ≠ (10, ?)"


def test_after_a_run_the_pill_says_the_true_shapes() -> None:
    results = Results()
    for node in ("a", "b"):
        results.finish(node, result(8, 20))
    (link,) = links(drawing(linear("a"), linear("b", shares="a")), results)
    assert link.label == "(8, 20) = (8, 20)"


def test_a_bond_runs_below_cards_of_one_row_and_straight_down_between_rows() -> None:
    left, right, below = QRectF(0, 0, 232, 56), QRectF(336, 0, 232, 56), QRectF(0, 400, 232, 56)
    beside = bond_path(left, right)
    assert beside.boundingRect().top() >= left.bottom()
    assert beside.boundingRect().bottom() > left.bottom()
    down = bond_path(below, left)
    assert down.pointAtPercent(0) == QPointF(116, 56)
    assert down.currentPosition() == QPointF(116, 400)


def crosses(path: QPainterPath, card: QRectF) -> bool:
    return any(card.contains(path.pointAtPercent(step / 500)) for step in range(501))


def test_a_bond_between_close_rows_passes_behind_no_card() -> None:
    # Cards with histograms: 26 are left between two rows.
    upper, lower, below = QRectF(1008, 0, 232, 166), QRectF(336, 192, 232, 166), QRectF(1008, 192, 232, 166)
    path = bond_path(upper, lower)
    assert path.currentPosition() == QPointF(452, 192)
    assert not crosses(path, below)
    assert path.boundingRect().bottom() <= lower.top()


def test_a_bond_over_several_rows_runs_beside_their_cards() -> None:
    between = QRectF(336, 192, 232, 106)
    for upper in (QRectF(336, 0, 232, 106), QRectF(0, 0, 232, 106), QRectF(672, 0, 232, 106)):
        assert not crosses(bond_path(upper, QRectF(336, 384, 232, 106)), between)


def inferred(**shapes: tuple[int, ...]) -> Results:
    results = Results()
    nodes = {
        name: NodeShapes("nn.Linear", ((2, 8),), ("float32",), (("weight", shape),)) for name, shape in shapes.items()
    }
    results.infer(Inference(nodes))
    return results


def test_before_a_run_the_pill_says_what_is_inferred() -> None:
    (link,) = links(drawing(linear("a"), linear("b", shares="a")), inferred(a=(8, 20), b=(8, 20)))
    assert link.label == "(8, 20) = (8, 20)"


def test_while_inference_knows_one_side_alone_the_arguments_tell_both() -> None:
    (link,) = links(drawing(linear("a"), linear("b", shares="a")), inferred(a=(8, 20)))
    assert link.label == "(8, ?) = (8, ?)"


def test_a_bond_follows_its_cards_and_both_wear_one_badge(canvas: CanvasRobot, editor: Editor) -> None:
    editor.open_graph(editor.graph.with_nodes((linear("fc2", 256, shares="fc1"),)))
    before = canvas.middle_of_bond("fc1", "fc2")
    assert canvas.node("fc1").face.bonds == canvas.node("fc2").face.bonds == (1,)
    canvas.drag_node("fc2", 0, 60)
    assert canvas.middle_of_bond("fc1", "fc2").y() > before.y()


def test_an_end_that_is_chosen_opens_the_pill(canvas: CanvasRobot, editor: Editor) -> None:
    editor.open_graph(editor.graph.with_nodes((linear("fc2", 256, shares="fc1"),)))
    assert canvas.open_bonds() == set()
    canvas.click("fc2")
    assert canvas.open_bonds() == {("fc1", "fc2")}
    canvas.click("x")
    assert canvas.open_bonds() == set()
