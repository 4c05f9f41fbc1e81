"""The drawing as a table: rows in running order, sums of groups, shared parameters once, and never a guess."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType

from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.results import Histogram, Inference, NodeResult, NodeShapes, Results, TensorStatistics
from lazygui.graph.summary import Row, summary, total


def node(name: str, type: str = "nn.Linear", **how: object) -> Node:
    return Node(name, type, **how)  # type: ignore[arg-type]


def chain(*nodes: Node) -> Graph:
    edges = {Port(after.id): Port(before.id) for before, after in pairwise(nodes)}
    return Graph({one.id: one for one in nodes}, edges)


def foretold(**nodes: NodeShapes) -> Results:
    results = Results()
    results.infer(Inference(MappingProxyType({key.replace("__", "."): value for key, value in nodes.items()})))
    return results


def linear(inputs: int, outputs: int) -> NodeShapes:
    shapes = (("weight", (outputs, inputs)), ("bias", (outputs,)))
    return NodeShapes("nn.Linear", ((2, outputs),), ("float32",), shapes, macs=2 * inputs * outputs)


def parameter(name: str, *shape: int, dtype: str = "float32") -> TensorStatistics:
    count = shape[0] * (shape[1] if len(shape) > 1 else 1)
    return TensorStatistics(name, shape, dtype, count, 0, 0, 0, 0, count, 0, 0, Histogram(0, 0))


def paths(rows: tuple[Row, ...]) -> list[str]:
    return [row.path for row in rows]


def test_what_nobody_knows_is_unknown() -> None:
    first, second = summary(chain(node("x", "Input"), node("fc")), Results())
    assert (first.parameters, first.bytes, first.macs, first.seconds) == (None,) * 4
    assert (second.layer, second.inputs, second.outputs) == ("nn.Linear", (None,), ())
    assert total((first, second)).parameters is None


def test_a_node_tells_what_goes_in_and_out_and_what_it_costs() -> None:
    drawn = chain(node("x", "Input"), node("fc"))
    x = NodeShapes("Input", ((2, 20),), ("float32",))
    _, row = summary(drawn, foretold(x=x, fc=linear(20, 256)))
    assert (row.inputs, row.outputs) == (((2, 20),), ((2, 256),))
    assert (row.parameters, row.bytes, row.macs, row.seconds) == (5376, 4 * 5376, 10240, None)


def test_a_run_tells_the_time_and_its_own_data_types() -> None:
    drawn, results = chain(node("fc")), Results()
    results.finish(
        "fc", NodeResult("nn.Linear", ((2, 3),), ("float64",), (parameter("weight", 3, 4, dtype="float64"),), 0.5)
    )
    (row,) = summary(drawn, results)
    assert (row.parameters, row.bytes, row.seconds, row.macs) == (12, 96, 0.5, None)


def test_groups_stand_where_their_first_node_runs_and_sum_up() -> None:
    drawn = chain(node("x", "Input"), node("b.fc2"), node("b.inner.fc"), node("last"))
    x = NodeShapes("Input", ((2, 4),), ("float32",))
    results = foretold(x=x, b__fc2=linear(4, 8), b__inner__fc=linear(8, 3), last=linear(3, 1))
    rows = summary(drawn, results)
    assert paths(rows) == ["x", "b", "last"]
    group = rows[1]
    assert paths(group.rows) == ["b.fc2", "b.inner"]
    assert (group.inputs, group.outputs) == (((2, 4),), ((2, 3),))
    assert group.parameters == 40 + 27 == sum(row.parameters or 0 for row in group.rows)
    assert group.macs == 2 * (32 + 24)
    assert [(depth, row.path) for depth, row in group.walk()] == [
        (0, "b"),
        (1, "b.fc2"),
        (1, "b.inner"),
        (2, "b.inner.fc"),
    ]


def test_a_shared_module_and_a_tied_weight_count_once() -> None:
    drawn = chain(node("a"), node("b", shares="a"), node("c", ties=MappingProxyType({"weight": "a.weight"})))
    rows = summary(drawn, foretold(a=linear(8, 8), b=linear(8, 8), c=linear(8, 8)))
    assert [row.parameters for row in rows] == [72, 0, 8]
    assert [row.shared for row in rows] == ["", "a", ""]
    assert total(rows).parameters == 80
    assert total(rows).macs == 3 * 128


def test_a_sum_that_lacks_a_part_is_unknown_and_the_rest_is_told() -> None:
    drawn = chain(node("g.a"), node("g.b"))
    (group,) = summary(drawn, foretold(g__a=linear(2, 2)))
    assert group.parameters is None
    assert [row.parameters for row in group.rows] == [6, None]
