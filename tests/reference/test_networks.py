"""The command line reproduces every reference network: shapes, parameters, classes, totals and the book's tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import convert
import pytest

from lazygui.cli import main
from lazygui.graph.model import Graph
from lazygui.graph.topology import order
from lazygui.storage.examples import example

NETWORKS = convert.networks()
TABLES = [
    (key, table) for key, network in NETWORKS.items() for table in ("book_table", "zh_book_table") if table in network
]

Told = dict[str, Any]
Ask = Callable[..., Told]
each_network = pytest.mark.parametrize("key", NETWORKS)


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask a verb about an example in its reference's mode, and return the JSON that it prints."""

    def asked(verb: str, key: str, *options: str) -> Told:
        train = ["--train"] if NETWORKS[key]["mode"] == "train" else []
        code = main([verb, str(example(key).file), "--json", *train, *options])
        told: Told = json.loads(capsys.readouterr().out)
        assert code == 0, told
        return told

    return asked


def flat(shapes: Any) -> list[list[int]]:
    """Return the shapes of nested tuples in order; one shape alone is one output."""
    if all(isinstance(length, int) for length in shapes):
        return [shapes]
    return [shape for part in shapes for shape in flat(part)]


def expected_shapes(key: str) -> dict[str, list[list[int]]]:
    nodes = NETWORKS[key]["expected"]["nodes"]
    return {convert.name(NETWORKS[key], node): flat(found["out_shape"]) for node, found in nodes.items()}


def expected_parameters(key: str) -> dict[str, dict[str, list[int]]]:
    """Return the parameters of each layer; those of a layer that is used again are those of the first."""
    network = NETWORKS[key]
    nodes: Mapping[str, Any] = network["expected"]["nodes"]
    of = {
        node: found if "params" in found else nodes.get(found.get("shared_with"), {}) for node, found in nodes.items()
    }
    bare = {n["id"]: {"value": n["shape"]} for n in network["graph"]["nodes"] if n["kind"] == "parameter"}
    return {convert.name(network, node): bare.get(node, found.get("params", {})) for node, found in of.items()}


def expected_classes(key: str) -> dict[str, str]:
    nodes = NETWORKS[key]["expected"]["nodes"]
    return {
        convert.name(NETWORKS[key], node): found["materialized"]
        for node, found in nodes.items()
        if "materialized" in found
    }


def assert_is_the_reference(key: str, told: Told) -> None:
    nodes = told["nodes"]
    assert {node: flat(found["output"]) for node, found in nodes.items()} == expected_shapes(key)
    assert {node: found["parameters"] for node, found in nodes.items()} == expected_parameters(key)
    classes = expected_classes(key)
    assert {node: found["type"] for node, found in nodes.items() if node in classes} == classes


@each_network
def test_a_run_finds_what_plain_torch_found(key: str, ask: Ask) -> None:
    told = ask("run", key)
    assert_is_the_reference(key, told)
    assert told["total_parameters"] == NETWORKS[key]["expected"]["total_params"]


@each_network
def test_a_check_foretells_it_without_initializing_anything(key: str, ask: Ask) -> None:
    told = ask("check", key)
    assert told["ok"]
    assert_is_the_reference(key, told)
    assert told["total_parameters"] == NETWORKS[key]["expected"]["total_params"]


@each_network
def test_nothing_is_wrong_with_an_example(key: str, ask: Ask) -> None:
    assert [problem for problem in ask("check", key)["problems"] if problem["severity"] == "error"] == []


def children(graph: Graph, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield each block right under a prefix, with the node whose output is the block's: the last one in it."""
    last: dict[str, str] = {}
    for node in order(graph):
        if node.startswith(prefix) and graph.nodes[node].type != "Input":
            last[node.removeprefix(prefix).partition(".")[0]] = node
    yield from last.items()


def rows(graph: Graph, nodes: Mapping[str, Any], count: int) -> list[tuple[str, str | None, list[int]]]:
    """Return name, class and output of every block; where the table has more rows, the last block is opened."""
    top = list(children(graph))
    if len(top) < count:
        name = top.pop()[0]
        top += [(f"{name}.{child}", node) for child, node in children(graph, f"{name}.")]
    return [
        (name, nodes[node]["type"].removeprefix("nn.") if name == node else None, nodes[node]["output"])
        for name, node in top
    ]


@pytest.mark.parametrize(("key", "table"), TABLES)
def test_the_table_of_the_book_comes_out(key: str, table: str, ask: Ask) -> None:
    wanted = NETWORKS[key][table]
    shape = wanted.get("input_shape")
    inputs = [node["id"] for node in NETWORKS[key]["graph"]["nodes"] if node["kind"] == "input"]
    options = ["--input", f"{convert.name(NETWORKS[key], inputs[0])}={','.join(map(str, shape))}"] if shape else []
    found = rows(example(key).open(), ask("check", key, *options)["nodes"], len(wanted["rows"]))
    columns = wanted["columns"]
    assert len(found) == len(wanted["rows"])
    for (name, layer, output), row in zip(found, wanted["rows"], strict=True):
        told = dict(zip(columns, row, strict=True))
        assert output == told["output_shape"]
        assert layer in (None, told["class"])
        if "child" in told and key not in convert.NAMES:
            assert name == told["child"]
