"""Small drawings that the tests of the graph arrange with."""

from __future__ import annotations

from collections.abc import Iterable

from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.placement import COLUMN

TYPES = {
    "x": "Input",
    "fc": "nn.LazyLinear",
    "relu": "nn.ReLU",
    "add": "torch.add",
    "cat": "torch.cat",
    "odd": "my.Odd",
}
START = {"Input": {"shape": (2, 20)}, "nn.LazyLinear": {"out_features": 8}}


def node(name: str) -> Node:
    """A node whose type follows from its name: `fc1` is a LazyLinear, `odd` an unknown layer."""
    layer = TYPES[name.rpartition(".")[2].rstrip("0123456789")]
    return Node(name, layer, START.get(layer, {}))


def port(text: str) -> Port:
    """`"cat:1"` is the second port of `cat`, `"fc"` the first one of `fc`."""
    name, _, index = text.partition(":")
    return Port(name, int(index or 0))


def drawing(nodes: str, edges: Iterable[str] = (), layout: dict[str, tuple[float, float]] | None = None) -> Graph:
    """`drawing("x fc", ["x > fc"])` is a drawing of two nodes and one edge."""
    ends = [edge.split(" > ") for edge in edges]
    return Graph(
        {name: node(name) for name in nodes.split()},
        {port(target): port(source) for source, target in ends},
        {name: Point(*place) for name, place in (layout or {}).items()},
    )


CHAIN = drawing(
    "x fc1 relu fc2",
    ["x > fc1", "fc1 > relu", "relu > fc2"],
    {"x": (0, 0), "fc1": (COLUMN, 0), "relu": (2 * COLUMN, 0), "fc2": (3 * COLUMN, 0)},
)
"""Input, LazyLinear, ReLU, LazyLinear in one line."""

DIAMOND = drawing("x fc1 fc2 add", ["x > fc1", "x > fc2", "fc1 > add", "fc2 > add:1"])
"""One input, two layers side by side, and their sum."""
