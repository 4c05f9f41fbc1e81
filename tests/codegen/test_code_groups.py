"""Groups become modules as a person would write them, and never draw other weights than the program does."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from code_drawings import graph, with_node
from exported import Ran, assert_same, compute, filled, run_all

from lazygui.codegen.source import script, source
from lazygui.graph.model import Graph, Node

Layers = dict[str, tuple[str, dict[str, Any]]]
X: Layers = {"x": ("Input", {"shape": (2, 8)})}
"""What most of these networks begin with."""


def linear(size: int = 8, **settings: Any) -> tuple[str, dict[str, Any]]:
    return "nn.Linear", {"in_features": 8, "out_features": size, **settings}


def lazy(size: int = 8) -> tuple[str, dict[str, Any]]:
    return "nn.LazyLinear", {"out_features": size}


def line(layers: Layers) -> Graph:
    """Return a graph in which each layer takes what the one before gives."""
    names = list(layers)
    return graph(layers, *pairwise(names))


def residual(path: str, source: str, size: int = 8) -> tuple[Layers, list[tuple[str, str]]]:
    """Return the layers and edges of a block with a shortcut."""
    layers: Layers = {f"{path}.fc1": lazy(size), f"{path}.relu": ("F.relu", {}), f"{path}.fc2": lazy()}
    layers |= {f"{path}.add": ("torch.add", {})}
    inside = [(f"{path}.fc1", f"{path}.relu"), (f"{path}.relu", f"{path}.fc2"), (f"{path}.fc2", f"{path}.add")]
    return layers, [(source, f"{path}.fc1"), *inside, (source, f"{path}.add:1")]


def blocks(*sizes: int) -> Graph:
    """Return blocks with shortcuts in a row, each with another width inside."""
    layers, edges, last = dict(X), [], "x"
    for number, size in enumerate(sizes):
        more, between = residual(f"blocks.{number}", last, size)
        layers |= more
        edges += between
        last = f"blocks.{number}.add"
    return graph(layers, *edges)


def masked(count: int) -> Graph:
    """Return blocks in a row that all take a second input."""
    layers, edges, last = {**X, "mask": ("Input", {"shape": (2, 8)})}, [], "x"
    for number in range(count):
        layers |= {f"blks.{number}.fc": lazy(), f"blks.{number}.mul": ("torch.mul", {})}
        edges += [(last, f"blks.{number}.fc"), (f"blks.{number}.fc", f"blks.{number}.mul")]
        edges += [("mask", f"blks.{number}.mul:1")]
        last = f"blks.{number}.mul"
    return graph(layers, *edges)


def shared(drawn: Graph, node: str, owner: str) -> Graph:
    return drawn.with_nodes([replace(drawn.nodes[node], shares=owner)])


INTERLEAVED = graph(
    {**X, "b.fc1": linear(), "mid": linear(), "b.fc2": linear(), "cat": ("torch.cat", {"dim": 1})},
    *(("x", name) for name in ("b.fc1", "mid", "b.fc2")),
    *((name, f"cat:{index}") for index, name in enumerate(("b.fc1", "mid", "b.fc2"))),
)
GROUPS: Mapping[str, Graph] = {
    "numbered chain": line({**X, "net.0": lazy(), "net.1": ("nn.ReLU", {}), "fc": lazy(3)}),
    "named chain": line({**X, "head.norm": ("nn.LayerNorm", {"normalized_shape": 8}), "head.fc": lazy(3)}),
    "alike": blocks(8, 8, 8, 8),
    "other numbers": blocks(4, 16, 4),
    "loop": masked(3),
    "list": graph(
        {**X, "convs.0": lazy(4), "convs.1": lazy(5), "cat": ("torch.cat", {"dim": 1})},
        ("x", "convs.0"),
        ("x", "convs.1"),
        ("convs.0", "cat"),
        ("convs.1", "cat:1"),
    ),
    "numbers and names": graph(
        {**X, "0.fc": linear(), "0.add": ("torch.add", {}), "1": linear(), "cat": ("torch.cat", {"dim": 1})},
        ("x", "0.fc"),
        ("0.fc", "0.add"),
        ("x", "0.add:1"),
        ("0.add", "1"),
        ("1", "cat"),
        ("0.add", "cat:1"),
    ),
    "left and entered again": graph(
        {**X, "b.fc1": lazy(), "relu": ("nn.ReLU", {}), "b.fc2": lazy(), "b.add": ("torch.add", {})},
        ("x", "b.fc1"),
        ("b.fc1", "relu"),
        ("relu", "b.fc2"),
        ("b.fc2", "b.add"),
        ("b.fc1", "b.add:1"),
    ),
    "written out among numbers": line({**X, "0": lazy(), "b.1": lazy(), "1.0": lazy(), "b.2": lazy()}),
    "each before the other": graph(
        {**X, "a.1": lazy(), "b.1": lazy(), "b.2": lazy(), "a.2": lazy(), "add": ("torch.add", {})},
        ("x", "a.1"),
        ("a.1", "b.1"),
        ("x", "b.2"),
        ("b.2", "a.2"),
        ("b.1", "add"),
        ("a.2", "add:1"),
    ),
    "drawn in between": INTERLEAVED,
    "lazy in between": graph(
        {**X, "b.fc1": lazy(), "mid": lazy(), "b.fc2": lazy(), "cat": ("torch.cat", {"dim": 1})},
        *(("x", name) for name in ("b.fc1", "mid", "b.fc2")),
        *((name, f"cat:{index}") for index, name in enumerate(("b.fc1", "mid", "b.fc2"))),
    ),
    "shared over a border": shared(
        line({**X, "a.fc": lazy(), "a.relu": ("F.relu", {}), "b.fc": lazy(), "b.tanh": ("torch.tanh", {})}),
        "b.fc",
        "a.fc",
    ),
    "owner comes later": shared(line({**X, "fc1": linear(), "relu": ("F.relu", {}), "fc2": linear()}), "fc1", "fc2"),
    "tied over a border": with_node(
        line(
            {
                "x": ("Input", {"shape": (2, 3), "dtype": "int64"}),
                "enc.embed": ("nn.Embedding", {"num_embeddings": 9, "embedding_dim": 8}),
            }
        ),
        Node("dec.0", "nn.LazyLinear", {"out_features": 9}, ties={"weight": "enc.embed.weight"}),
        ("enc.embed", "dec.0"),
    ),
    "tuples over a border": graph(
        {
            "x": ("Input", {"shape": (5, 2, 8)}),
            "enc.rnn": ("nn.LSTM", {"input_size": 8, "hidden_size": 6}),
            "enc.drop": ("nn.Dropout", {}),
            "dec.rnn": ("nn.LSTM", {"input_size": 6, "hidden_size": 6}),
        },
        ("x", "enc.rnn"),
        ("enc.rnn", "enc.drop"),
        ("enc.drop", "dec.rnn"),
        ("enc.rnn:1", "dec.rnn:1"),
        ("enc.rnn:2", "dec.rnn:2"),
    ),
    "parts of a tensor": graph(
        {**X, "g.split": ("torch.chunk", {"chunks": 2, "dim": 1}), "g.mul": ("torch.mul", {}), "fc": lazy()},
        ("x", "g.split"),
        ("g.split:1", "g.mul"),
        ("g.split", "g.mul:1"),
        ("g.mul", "fc"),
    ),
    "a parameter in a group": graph(
        {
            **X,
            "b.scale": ("nn.Parameter", {"shape": (8,), "init": "randn"}),
            "b.mul": ("torch.mul", {}),
            "fc": linear(),
        },
        ("x", "b.mul"),
        ("b.scale", "b.mul:1"),
        ("b.mul", "fc"),
    ),
    "names that Python keeps": line({**X, "b.forward": lazy(), "b.relu": ("F.relu", {}), "b.x": lazy()}),
}
GROUPS = {name: filled(drawn) for name, drawn in GROUPS.items()}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    results = run_all([source(drawn, seed=5) for drawn in GROUPS.values()], tmp_path_factory.mktemp("groups"))
    return dict(zip(GROUPS, results, strict=True))


@pytest.mark.parametrize("name", GROUPS)
def test_groups_have_the_weights_and_outputs_of_the_program(name: str, ran: dict[str, Ran]) -> None:
    assert_same(ran[name], compute(GROUPS[name], seed=5))


DISSOLVED = (
    *("left and entered again", "written out among numbers", "each before the other"),
    *("drawn in between", "lazy in between"),
)


@pytest.mark.parametrize("name", sorted(GROUPS.keys() - {*DISSOLVED, "names that Python keeps"}))
def test_the_keys_of_the_state_are_the_paths_of_the_nodes(name: str, ran: dict[str, Ran]) -> None:
    paths = {path.removesuffix(".value") for path in compute(GROUPS[name], seed=5).parameters}
    shared = {node.id for node in GROUPS[name].nodes.values() if node.shares}
    owned = {path for path in paths if path.rpartition(".")[0] not in shared}
    assert owned <= set(ran[name].parameters)


def test_a_network_of_nothing_but_a_parameter_gives_it(tmp_path: Path) -> None:
    drawn = graph({"scale": ("nn.Parameter", {"shape": (8,), "init": "ones"})})
    (alone,) = run_all([source(drawn)], tmp_path)
    assert (alone.error, alone.outputs) == ("", [((8,), 8.0, 8.0)])


def test_a_chain_is_one_sequential() -> None:
    assert "self.net = nn.Sequential(nn.LazyLinear(8), nn.ReLU())\n" in source(GROUPS["numbered chain"])
    named = "OrderedDict(norm=nn.LayerNorm(8), fc=nn.LazyLinear(3))"
    assert f"self.head = nn.Sequential({named})\n" in source(GROUPS["named chain"])


def test_alike_groups_are_one_class_and_a_repeat() -> None:
    code = source(GROUPS["alike"])
    assert "self.blocks = nn.Sequential(*[Block() for _ in range(4)])\n" in code
    assert code.count("class ") == 2


def test_groups_that_differ_in_numbers_are_one_class_with_a_parameter() -> None:
    code = source(GROUPS["other numbers"])
    assert "def __init__(self, out_features):" in code
    assert "self.fc1 = nn.LazyLinear(out_features)" in code
    assert "self.blocks = nn.Sequential(Block(4), Block(16), Block(4))\n" in code


def test_what_people_call_a_number_is_the_name_of_a_parameter() -> None:
    layers, edges = residual("a.0", "x", 4)
    more, others = residual("a.1", "a.0.add", 6)
    drawn = graph({**X, **layers, **more, "a.0.fc2": lazy(4), "a.1.fc2": lazy(6)}, *edges, *others)
    assert "def __init__(self, num_hiddens):" in source(drawn)


def test_groups_with_further_inputs_are_called_in_a_loop() -> None:
    code = source(GROUPS["loop"])
    assert "self.blks = nn.ModuleList([Blk() for _ in range(3)])\n" in code
    assert (
        "        x_2 = x\n        for blk in self.blks:\n            x_2 = blk(x_2, mask)\n        return x_2\n" in code
    )


def test_numbered_layers_that_are_no_chain_are_a_list() -> None:
    code = source(GROUPS["list"])
    assert "self.convs = nn.ModuleList([nn.LazyLinear(4), nn.LazyLinear(5)])\n" in code
    assert "convs_1 = self.convs[1](x)\n" in code


@pytest.mark.parametrize(
    ("name", "group", "reason"),
    [
        ("left and entered again", "b", "its nodes cannot be called together"),
        ("written out among numbers", "b", "its nodes cannot be called together"),
        ("each before the other", "a", "its nodes cannot be called together"),
        ("drawn in between", "b", "its weights would be drawn in another order"),
        ("lazy in between", "b", "its weights would be drawn in another order"),
    ],
)
def test_a_group_that_cannot_be_one_module_is_written_out_and_that_is_said(name: str, group: str, reason: str) -> None:
    code = source(GROUPS[name])
    assert f"# The group {group!r} is written out: {reason}.\n" in code
    assert "class B(" not in code


def test_a_group_may_stand_around_one_that_cannot_be_a_module() -> None:
    nested = GROUPS["drawn in between"].renamed(
        {"b.fc1": "a.b.fc1", "mid": "a.mid", "b.fc2": "a.b.fc2", "cat": "a.cat"}
    )
    code = source(nested)
    assert "class A(nn.Module):" in code
    assert "self.b_fc1 = nn.Linear(8, 8)\n        self.mid = nn.Linear(8, 8)\n        self.b_fc2" in code


def test_a_module_that_two_groups_share_is_put_there_by_the_network() -> None:
    code = source(GROUPS["shared over a border"])
    assert "# self.fc is shared: Net sets it.\n" in code
    assert "        self.b.fc = self.a.fc\n" in code


def test_a_tie_reaches_through_groups() -> None:
    assert "self.dec[0].weight = self.enc.embed.weight\n" in source(GROUPS["tied over a border"])


def test_a_tie_reaches_into_a_stack() -> None:
    stack = Node("enc", "nn.TransformerEncoder", {"d_model": 8, "nhead": 2, "num_layers": 2})
    drawn = with_node(graph(X), stack, ("x", "enc"))
    norm = Node("norm", "nn.LayerNorm", {"normalized_shape": 8}, ties={"weight": "enc.layers.1.norm1.weight"})
    assert "net[1].weight = net[0].layers[1].norm1.weight\n" in source(with_node(drawn, norm, ("enc", "norm")))


def test_ties_in_a_row_are_all_to_the_first() -> None:
    drawn = line({**X, "fc1": linear(), "fc2": linear(), "fc3": linear()})
    ties = {"fc2": {"weight": "fc3.weight"}, "fc3": {"weight": "fc1.weight"}}
    code = source(drawn.with_nodes(replace(drawn.nodes[name], ties=bound) for name, bound in ties.items()))
    assert "net[1].weight = net[0].weight\nnet[2].weight = net[0].weight\n" in code


def test_a_tie_of_a_lazy_layer_waits_for_the_sample() -> None:
    drawn = GROUPS["tied over a border"]
    node = Node("dec.0", "nn.LazyLinear", {"out_features": 9}, ties={"weight": "enc.embed.weight"})
    code = source(drawn.with_nodes([node]))
    assert code.index("# Lazy layers have nothing to tie") > code.index("with torch.no_grad():")


def test_states_cross_the_border_of_a_group() -> None:
    code = source(GROUPS["tuples over a border"])
    assert "output, (h_n, c_n) = self.rnn(x)\n" in code
    assert "return h_n, c_n, drop\n" in code


def test_parts_of_unknown_number_are_taken_by_their_place() -> None:
    assert "mul = split[1] * split[0]\n" in source(GROUPS["parts of a tensor"])


def test_a_fault_in_a_group_is_said_in_its_class() -> None:
    drawn = with_node(blocks(8, 8), Node("blocks.1.more", "nn.Linear", {"in_features": 8, "out_features": 8}))
    code = source(drawn)
    ast.parse(code)
    assert "raise NotImplementedError(\"'blocks.1.more': not connected: input\")" in code
    assert "return" in code.partition("class Net")[2]


def test_the_lines_of_a_class_belong_to_all_that_it_builds() -> None:
    written = script(GROUPS["other numbers"])
    lines = written.text.split("\n")
    for number in range(3):
        found = [lines[line].strip() for line in written.lines[f"blocks.{number}.fc1"]]
        assert found == ["self.fc1 = nn.LazyLinear(out_features)", "fc1 = self.fc1(x)"]


def test_a_node_that_is_not_there_has_no_lines() -> None:
    assert "gone" not in script(GROUPS["alike"]).lines
