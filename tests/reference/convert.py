"""The reference networks as graphs. Run as a script, it writes them anew as the examples of the program."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lazygui.catalog.spec import Value
from lazygui.graph import placement
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.topology import chain, order
from lazygui.storage.files import save

HERE = Path(__file__).parent
OPERATIONS = {"relu": "F.relu", "add": "torch.add", "flatten": "torch.flatten"}
NAMES: Mapping[str, Mapping[str, str]] = {"lazy_init": {"X": "x", "0": "fc1", "1": "relu", "2": "fc2"}}
"""Names that read better on the canvas than the positions in an `nn.Sequential`."""

BRANCH = (".conv1", ".bn1", ".relu1", ".conv2", ".bn2")
SHORTCUT = ".conv3"


def networks() -> dict[str, dict[str, Any]]:
    """Return the reference networks by their id, each with what plain torch found of it."""
    data = json.loads((HERE / "networks.json").read_text(encoding="utf-8"))
    return {network["id"]: network for network in data["networks"]}


def graph(network: Mapping[str, Any]) -> Graph:
    """Return a reference network as a graph, laid out in rows from left to right."""
    nodes = [_node(entry, name(network, entry["id"])) for entry in network["nodes"]]
    edges = {
        Port(name(network, edge["to"]), edge["to_port"]): Port(name(network, edge["from"]), edge.get("from_port") or 0)
        for edge in network["edges"]
    }
    drawn = Graph({node.id: node for node in nodes}, edges)
    return drawn.with_layout(_layout(drawn))


NARROW = 300.0
SHORT = 5
"""A chain of so many nodes stands in one row."""


def name(network: Mapping[str, Any], reference: str) -> str:
    """Return what the example calls a node of the reference."""
    return NAMES.get(network["id"], {}).get(reference, reference)


def _node(entry: Mapping[str, Any], node_id: str) -> Node:
    if entry["kind"] == "input":
        return Node(node_id, "Input", {"shape": tuple(entry["shape"]), "dtype": entry["dtype"], "fill": entry["gen"]})
    layer_type = entry["type"] if entry["kind"] == "module" else OPERATIONS[entry["type"]]
    return Node(node_id, layer_type, {key: _frozen(value) for key, value in entry["kwargs"].items()})


def _layout(drawn: Graph) -> dict[str, Point]:
    """Rows from left to right, so that a whole network is seen large.

    A chain breaks after so many cards. A residual network breaks where its groups do, with the long branch of a block a
    row higher, so that its shortcut shows.
    """
    columns: dict[str, int] = {}
    for node in order(drawn):
        columns[node] = max((columns[edge.source.node] + 1 for edge in drawn.inputs.get(node, ())), default=0)
    for node in (node for node in columns if node.endswith(SHORTCUT)):
        columns[node] += 2  # below the middle of the branch
    step, wide = _spacing(drawn)
    if chain(drawn):
        return {node: Point(place % wide * step, place // wide * placement.ROW) for node, place in columns.items()}
    # The input stands in the row of what it feeds.
    stages = {node: drawn.outputs[node][0].target.node if columns[node] == 0 else node for node in columns}
    stages = {node: name.partition(".")[0] for node, name in stages.items()}
    rows = {stage: row for row, stage in enumerate(dict.fromkeys(stages[node] for node in columns))}
    starts = {stage: min(columns[node] for node in columns if stages[node] == stage) for stage in rows}
    return {
        node: Point(
            (column - starts[stages[node]]) * step,
            (2 * rows[stages[node]] - node.endswith(BRANCH)) * placement.ROW,
        )
        for node, column in columns.items()
    }


def _spacing(drawn: Graph) -> tuple[float, int]:
    """Return the step from card to card, less where shapes have two axes and are short; and how many stand in a row."""
    shapes = [node.arguments.get("shape", ()) for node in drawn.nodes.values()]
    is_flat = all(isinstance(shape, tuple) and len(shape) <= 2 for shape in shapes)
    rows = round(math.sqrt(len(drawn.nodes) / 1.6)) if len(drawn.nodes) > SHORT else 1
    return NARROW if is_flat else placement.COLUMN, math.ceil(len(drawn.nodes) / rows)


def _frozen(value: Any) -> Value:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


if __name__ == "__main__":
    for key, network in networks().items():
        save(graph(network), HERE.parents[1] / "assets" / "examples" / f"{key}.lazygui.json")
