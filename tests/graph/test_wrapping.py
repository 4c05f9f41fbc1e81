"""A fix that puts one layer before a node and the same one behind it."""

from __future__ import annotations

from lazygui.graph.findings import Fix
from lazygui.graph.fixes import ApplyFix
from lazygui.graph.model import Edge, Graph, Node, Point, Port

TURN = Fix("wrap", "bn", {"dim0": 1, "dim1": 2}, "torch.transpose")


def chain(*readers: str) -> Graph:
    names = {"x": "Input", "bn": "nn.LazyBatchNorm1d", **dict.fromkeys(readers, "nn.ReLU")}
    edges = [Edge(Port("x"), Port("bn")), *(Edge(Port("bn"), Port(reader)) for reader in readers)]
    return Graph({name: Node(name, type) for name, type in names.items()}).with_edges(edges)


def test_all_that_read_the_node_read_the_layer_behind_it() -> None:
    wrapped = ApplyFix(TURN).apply(chain("a", "b"))
    (before,) = (edge.source.node for edge in wrapped.inputs["bn"])
    (behind,) = (edge.target.node for edge in wrapped.outputs["bn"])
    assert [wrapped.nodes[name].arguments for name in (before, behind)] == [TURN.arguments, TURN.arguments]
    assert [wrapped.edges[Port(reader)] for reader in ("a", "b")] == [Port(behind), Port(behind)]
    assert len(wrapped.nodes) == 6


def test_behind_a_node_that_nobody_reads_the_layer_is_an_end() -> None:
    wrapped = ApplyFix(TURN).apply(chain())
    (behind,) = (edge.target.node for edge in wrapped.outputs["bn"])
    assert wrapped.nodes[behind].type == "torch.transpose"
    assert behind not in wrapped.outputs


def test_the_new_cards_lie_on_no_other() -> None:
    row = {"x": Point(0, 0), "bn": Point(240, 0), "a": Point(480, 0)}
    wrapped = ApplyFix(TURN).apply(chain("a").with_layout(row))
    assert len({wrapped.place(name) for name in wrapped.nodes}) == len(wrapped.nodes) == 5
