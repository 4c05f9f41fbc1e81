"""Code that LazyGUI has written is read as the drawing that it was written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path

import code_drawings
import pytest
from exported import filled
from test_code_random import drawing

from lazygui import resources
from lazygui.codegen.expressions import sample
from lazygui.codegen.reading import Reading, read
from lazygui.codegen.source import source
from lazygui.graph.model import Graph, Node, Port, owner_of, root_of
from lazygui.graph.topology import order
from lazygui.storage.format import load

EXAMPLES = sorted(Path(resources.path("examples")).glob("*.lazygui.json"))
DRAWINGS = {name: value for name, value in vars(code_drawings).items() if isinstance(value, Graph)}


def looks(graph: Graph) -> Counter[Hashable]:
    """What a drawing computes, without its names: each node by its layer, what feeds it, and what it is one with."""
    own: dict[str, Hashable] = {}
    for key in order(graph):
        edges = graph.inputs.get(key, ())
        fed = tuple((edge.target.index, edge.source.index, own[edge.source.node]) for edge in edges)
        own[key] = hash((graph.nodes[key].type, arguments(graph, graph.nodes[key]), fed))
    return Counter(
        (own[key], users(graph, key, own), ties(graph, key, own)) for key in graph.nodes if is_read(graph, key)
    )


def merged(graph: Graph) -> Graph:
    """The drawing with one node for each tensor that is held: a text has one name for those that share it."""
    held = {key: owner_of(graph.nodes, key) for key, node in graph.nodes.items() if node.type == "nn.Parameter"}
    edges = {target: Port(held.get(port.node, port.node), port.index) for target, port in graph.edges.items()}
    return Graph({key: node for key, node in graph.nodes.items() if held.get(key, key) == key}, edges)


def is_read(graph: Graph, key: str) -> bool:
    """An Input and a held tensor that nothing reads leave no trace in a text."""
    return key in graph.outputs or graph.nodes[key].type not in ("Input", "nn.Parameter", "Constant")


def users(graph: Graph, key: str, own: Mapping[str, Hashable]) -> Hashable:
    """All that use the module of a node, whichever of them the document calls its owner."""
    owner = owner_of(graph.nodes, key)
    found = [
        other for other in graph.nodes if owner_of(graph.nodes, other) == owner and graph.nodes[key].spec.is_module
    ]
    return tuple(sorted(hash(own[other]) for other in found))


def ties(graph: Graph, key: str, own: Mapping[str, Hashable]) -> Hashable:
    """What each tied parameter of a node is in truth."""
    roots = ((name, root_of(graph.nodes, key, name)) for name in graph.nodes[owner_of(graph.nodes, key)].ties)
    return tuple(sorted((name, hash(users(graph, node, own)), parameter) for name, (node, parameter) in roots))


def arguments(graph: Graph, node: Node) -> Hashable:
    """The arguments that are not torch's own default, which a person may write or not; of an Input, its sample."""
    assert node.spec is not None
    if node.type == "Input":
        return sample(graph, node)
    told = [one for one in node.spec.arguments if one.is_required or node.value(one.name) != one.default]
    return tuple((one.name, "" if one.name == "source" else repr(node.value(one.name))) for one in told)


def again(graph: Graph) -> Graph:
    reading = read(source(graph))
    assert isinstance(reading, Reading), reading
    return reading.graph


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_an_example_comes_back_from_its_code(path: Path) -> None:
    graph = filled(load(path.read_text("utf-8")))
    assert source(again(graph)) == source(graph)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_comes_back_from_its_code(name: str) -> None:
    graph = filled(DRAWINGS[name])
    assert looks(again(graph)) == looks(graph)


def test_the_names_of_modules_come_back() -> None:
    graph = DRAWINGS["RESIDUAL"]
    assert set(again(graph).nodes) == set(graph.nodes)


def test_the_source_of_a_custom_node_comes_back_as_text() -> None:
    found = again(DRAWINGS["CUSTOM"]).nodes["halve_"]
    assert found.type == "Custom"
    assert str(found.arguments["source"]).startswith("def halve(X, limit):\n    while")


@pytest.mark.parametrize("seed", range(80))
def test_a_random_drawing_comes_back_from_its_code(seed: int) -> None:
    graph = drawing(seed)
    text = source(graph)
    if "NotImplementedError" in text:
        # What cannot be written cannot be read.
        assert not isinstance(read(text), Reading)
        return
    reading = read(text)
    assert isinstance(reading, Reading), reading
    assert looks(reading.graph) == looks(merged(graph))
