"""The converter reads any network of the reference format, and says clearly what it cannot."""

from __future__ import annotations

import json
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import arrange
import convert
import pytest

from lazygui.engine.messages import NodeFinished, RunRequest
from lazygui.engine.run import run
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.storage.examples import examples
from lazygui.storage.files import open_file


def network(*nodes: dict[str, Any], edges: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    line = [{"from": a["id"], "to": b["id"], "to_port": 0} for a, b in pairwise(nodes)]
    return {"id": "net", "graph": {"nodes": list(nodes), "edges": line if edges is None else edges}}


def source(name: str = "X", shape: tuple[int, ...] = (2, 6, 4), **more: Any) -> dict[str, Any]:
    return {"id": name, "kind": "input", "shape": list(shape), "dtype": "float32", "gen": "rand", **more}


def operation(type: str, **kwargs: Any) -> dict[str, Any]:
    return {"id": "op", "kind": "op", "type": type, "kwargs": kwargs}


def layer(type: str, name: str = "layer", **kwargs: Any) -> dict[str, Any]:
    return {"id": name, "kind": "module", "type": type, "kwargs": kwargs}


def shapes(graph: Graph) -> dict[str, tuple[tuple[int, ...], ...]]:
    events = list(run(RunRequest.of(graph, 1, seed=0)))
    return {event.node: event.result.outputs for event in events if isinstance(event, NodeFinished)}


OPERATIONS: list[tuple[str, dict[str, Any], tuple[tuple[int, ...], ...], tuple[int, ...]]] = [
    ("add", {}, ((2, 3), (2, 3)), (2, 3)),
    ("sub", {}, ((2, 3), (2, 3)), (2, 3)),
    ("mul", {}, ((2, 3), (2, 3)), (2, 3)),
    ("matmul", {}, ((2, 3), (3, 5)), (2, 5)),
    ("bmm", {}, ((2, 3, 4), (2, 4, 5)), (2, 3, 5)),
    ("cat", {"dim": 1}, ((2, 3), (2, 3), (2, 4)), (2, 10)),
    ("stack", {"dim": 0}, ((2, 3), (2, 3), (2, 3)), (3, 2, 3)),
    ("relu", {}, ((2, 3),), (2, 3)),
    ("gelu", {}, ((2, 3),), (2, 3)),
    ("tanh", {}, ((2, 3),), (2, 3)),
    ("sigmoid", {}, ((2, 3),), (2, 3)),
    ("softmax", {"dim": -1}, ((2, 3),), (2, 3)),
    ("transpose", {"dim0": 0, "dim1": 1}, ((2, 3),), (3, 2)),
    ("permute", {"dims": [2, 0, 1]}, ((2, 3, 4),), (4, 2, 3)),
    ("reshape", {"shape": [3, -1]}, ((2, 3, 4),), (3, 8)),
    ("flatten", {"start_dim": 1}, ((2, 3, 4),), (2, 12)),
    ("unflatten", {"dim": 1, "sizes": [3, 2]}, ((2, 6),), (2, 3, 2)),
    ("unsqueeze", {"dim": 1}, ((2, 3),), (2, 1, 3)),
    ("squeeze", {"dim": 1}, ((2, 1, 3),), (2, 3)),
    ("select", {"dim": 1, "index": 0}, ((2, 3, 4),), (2, 4)),
    ("repeat", {"repeats": [2, 3]}, ((2, 3),), (4, 9)),
    ("repeat", {"sizes": [2, 3]}, ((2, 3),), (4, 9)),
    ("repeat_interleave", {"repeats": 2, "dim": 0}, ((2, 3),), (4, 3)),
    ("sum", {}, ((2, 3),), ()),
    ("sum", {"dim": 1, "keepdim": True}, ((2, 3),), (2, 1)),
    ("scale", {"factor": 0.5}, ((2, 3),), (2, 3)),
    ("add_scalar", {"value": 1.0}, ((2, 3),), (2, 3)),
    ("mean_all", {}, ((2, 3),), ()),
    ("expand_batch", {}, ((1, 1, 3), (4, 5)), (4, 1, 3)),
    ("narrow_like", {"dim": 1}, ((1, 9, 3), (2, 5, 3)), (1, 5, 3)),
    ("split_heads", {"num_heads": 2}, ((2, 5, 6),), (4, 5, 3)),
    ("merge_heads", {"num_heads": 2}, ((4, 5, 3),), (2, 5, 6)),
    ("masked_softmax", {}, ((2, 5, 6),), (2, 5, 6)),
    ("positional_encoding", {}, ((2, 5, 6),), (2, 5, 6)),
    ("halve_until", {"limit": 1.0}, ((2, 3),), (2, 3)),
]


@pytest.mark.parametrize(("type", "kwargs", "inputs", "output"), OPERATIONS)
def test_every_operation_of_the_format_is_converted_and_runs(
    type: str, kwargs: Any, inputs: Any, output: tuple[int, ...]
) -> None:
    nodes = [source(f"x{number}", shape) for number, shape in enumerate(inputs)]
    edges = [{"from": node["id"], "to": "op", "to_port": port} for port, node in enumerate(nodes)]
    graph = convert.graph(network(*nodes, operation(type, **kwargs), edges=edges))
    assert shapes(graph)["op"] == (output,)


def test_operations_on_indices_are_converted_and_run() -> None:
    picked = source("pos", (2, 3), dtype="int64", gen="randint", high=6)
    edges = [{"from": "X", "to": "op", "to_port": 0}, {"from": "pos", "to": "op", "to_port": 1}]
    graph = convert.graph(network(source(), picked, operation("gather_positions"), edges=edges))
    assert shapes(graph)["op"] == ((2, 3, 4),)
    hot = convert.graph(network(source(shape=(2,), dtype="int64", gen="zeros"), operation("one_hot", num_classes=5)))
    assert shapes(hot)["op"] == ((2, 5),)


def test_an_operation_of_torch_that_the_format_does_not_list_is_found_by_its_name() -> None:
    assert shapes(convert.graph(network(source(), operation("cumsum", dim=1))))["op"] == ((2, 6, 4),)
    assert shapes(convert.graph(network(source(), operation("norm", dim=1))))["op"] == ((2, 4),)


def test_values_high_parameters_and_constants_are_kept() -> None:
    given = source("lens", (2,), dtype="int64", gen="values", values=[3, 2])
    drawn = source("x", (2,), dtype="int64", gen="randint", high=7)
    bare = {"id": "token", "kind": "parameter", "type": "nn.Parameter", "shape": [1, 1, 8], "init": "zeros"}
    fixed = {"id": "table", "kind": "constant", "shape": [2, 2], "init": "rand"}
    nodes = convert.graph(network(given, drawn, bare, fixed, edges=[])).nodes
    assert nodes["lens"].arguments["values"] == (3, 2)
    assert nodes["x"].arguments["high"] == 7
    assert (nodes["token"].type, dict(nodes["token"].arguments)) == (
        "nn.Parameter",
        {"shape": (1, 1, 8), "init": "zeros"},
    )
    assert (nodes["table"].type, nodes["table"].arguments["fill"]) == ("Constant", "rand")


def test_a_shared_module_is_used_again() -> None:
    again = layer("nn.Linear", "again", in_features=4, out_features=4) | {"share": "layer"}
    graph = convert.graph(network(source(), layer("nn.Linear", in_features=4, out_features=4), again))
    assert graph.nodes["again"].shares == "layer"


def test_lists_become_tuples() -> None:
    graph = convert.graph(network(source(), layer("nn.LayerNorm", normalized_shape=[6, 4])))
    assert graph.nodes["layer"].arguments == {"normalized_shape": (6, 4)}


def recurrent(type: str) -> Graph:
    layers = [layer(type, name, input_size=4, hidden_size=4) for name in ("one", "two")]
    edges = [
        {"from": "X", "to": "one", "to_port": 0},
        {"from": "one", "from_port": 0, "to": "two", "to_port": 0},
        {"from": "one", "from_port": 1, "to": "two", "to_port": 1},
    ]
    return convert.graph(network(source(), *layers, edges=edges))


def test_the_state_of_a_recurrent_layer_goes_to_the_next() -> None:
    graph = recurrent("nn.GRU")
    assert graph.edges[Port("two", 1)] == Port("one", 1)
    assert shapes(graph)["two"] == ((2, 6, 4), (1, 6, 4))


def test_both_states_of_an_lstm_go_to_the_next() -> None:
    graph = recurrent("nn.LSTM")
    assert graph.edges[Port("two", 2)] == Port("one", 2)
    assert shapes(graph)["two"] == ((2, 6, 4), (1, 6, 4), (1, 6, 4))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (operation("conjure"), "op: no operation is called 'conjure'"),
        (operation("relu", colour=1), "op: F.relu has no argument 'colour'"),
        (layer("nn.Conjurer"), "layer: no layer is called 'nn.Conjurer'"),
        (layer("nn.ReLU", size=1), "layer: nn.ReLU has no argument 'size'"),
        (source("y", gen="dice"), "y: a tensor cannot be filled by 'dice'"),
        ({"id": "z", "kind": "ghost"}, "z: no node can be of kind 'ghost'"),
    ],
)
def test_what_cannot_be_converted_is_named(entry: dict[str, Any], words: str) -> None:
    with pytest.raises(convert.ConversionError, match="^" + words):
        convert.graph(network(source(), entry))


def test_an_edge_to_nowhere_is_named() -> None:
    with pytest.raises(convert.ConversionError, match="'gone'"):
        convert.graph(network(source(), edges=[{"from": "X", "to": "gone", "to_port": 0}]))


def test_as_a_script_it_writes_a_document_for_each_network(tmp_path: Path) -> None:
    file, folder = tmp_path / "reference.json", tmp_path / "written"
    file.write_text(json.dumps({"networks": [network(source(), layer("nn.ReLU"))]}), encoding="utf-8")
    assert convert.main([str(file), str(folder)]) == 0
    assert list(open_file(folder / "net.lazygui.json").nodes) == ["X", "layer"]


def test_as_a_script_it_says_what_it_cannot_convert(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "reference.json"
    file.write_text(json.dumps({"networks": [network(source(), operation("conjure"))]}), encoding="utf-8")
    assert convert.main([str(file), str(tmp_path)]) == 1
    assert capsys.readouterr().err == "net: op: no operation is called 'conjure'\n"
    assert convert.main(["one"]) == 2


Rectangle = tuple[float, float, float, float]


def around(places: list[Point]) -> Rectangle:
    xs, ys = [place.x for place in places], [place.y for place in places]
    return min(xs), min(ys), max(xs) + arrange.CARD, max(ys) + 144


def meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("key", [one.id for one in examples()])
def test_a_group_is_a_rectangle_that_nothing_else_lies_in(key: str) -> None:
    layout = convert.graph(convert.networks()[key]).layout
    groups = {node[:end] for node in layout for end, letter in enumerate(node) if letter == "."}
    for group in groups:
        inside = around([place for node, place in layout.items() if node.startswith(f"{group}.")])
        for node, place in layout.items():
            if not node.startswith(f"{group}."):
                assert not meet(inside, around([place])), (group, node)
    for one, other in combinations(groups, 2):
        if not f"{other}.".startswith(f"{one}.") and not f"{one}.".startswith(f"{other}."):
            rectangles = [around([p for n, p in layout.items() if n.startswith(f"{g}.")]) for g in (one, other)]
            assert not meet(*rectangles), (one, other)


def test_a_shortcut_leaves_its_row_free() -> None:
    nodes = [Node(name, "F.relu") for name in "abc"]
    add = Node("add", "torch.add")
    ends = {Port("b"): Port("a"), Port("c"): Port("b"), Port("add"): Port("c"), Port("add", 1): Port("a")}
    layout = arrange.arranged(Graph({node.id: node for node in (*nodes, add)}, ends))
    assert layout["a"].y == layout["add"].y < layout["b"].y == layout["c"].y


def test_a_group_that_is_left_and_entered_again_has_a_place() -> None:
    names = ("g.a", "b", "g.c")
    ends: dict[Port, Port] = {Port("b"): Port("g.a"), Port("g.c"): Port("b")}
    layout = arrange.arranged(Graph({name: Node(name, "F.relu") for name in names}, ends))
    assert len(set(layout.values())) == 3


def test_nothing_needs_no_place() -> None:
    assert arrange.arranged(Graph()) == {}


def test_a_long_chain_is_broken_into_rows() -> None:
    names = [f"n{number}" for number in range(30)]
    ends = {Port(b): Port(a) for a, b in pairwise(names)}
    layout = arrange.arranged(Graph({name: Node(name, "F.relu") for name in names}, ends))
    width = max(place.x for place in layout.values()) + arrange.CARD
    height = max(place.y for place in layout.values()) + 144
    assert 1.5 < width / height < 4
