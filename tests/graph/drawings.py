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


def linear(name: str, units: int = 8, shares: str = "", **bound: str) -> Node:
    """A LazyLinear that may share, or tie its parameters: `linear("fc", weight="embed.weight")`."""
    return Node(name, "nn.LazyLinear", {"out_features": units}, shares=shares, ties=bound)


def embedding(name: str, words: int = 16, size: int = 8) -> Node:
    return Node(name, "nn.Embedding", {"num_embeddings": words, "embedding_dim": size})


def head(name: str, words: int = 16, size: int = 8, **bound: str) -> Node:
    """A Linear whose weight has the shape of an embedding's."""
    return Node(name, "nn.Linear", {"in_features": size, "out_features": words}, ties=bound)


def graph(*nodes: Node) -> Graph:
    return Graph({node.id: node for node in nodes})


SHARED = graph(linear("first", shares="owner"), linear("owner"), linear("second", shares="owner"), linear("alone"))
"""Three users of one module, the owner second, and a layer for itself."""
TIED = graph(embedding("embed"), linear("fc"), head("head", weight="embed.weight"))
"""An embedding whose weight is an output head's too, and a layer between them."""

RESIDUAL = drawing(
    "x b1.conv.fc1 b1.conv.relu b1.add fc",
    ["x > b1.conv.fc1", "b1.conv.fc1 > b1.conv.relu", "b1.conv.relu > b1.add", "x > b1.add:1", "b1.add > fc"],
)
"""One block with a way around a group inside it."""


def stack(count: int, *, mask: bool = False) -> Graph:
    """`x` through so many blocks that are alike; all of them may read a mask besides."""
    nodes = ["x", *(["x2"] if mask else [])]
    edges, before = [], "x"
    for number in range(count):
        block = f"net.{number}"
        nodes += [f"{block}.fc", f"{block}.add"]
        edges += [f"{before} > {block}.fc", f"{block}.fc > {block}.add"]
        edges += [f"{'x2' if mask else before} > {block}.add:1"]
        before = f"{block}.add"
    return drawing(" ".join(nodes), edges)
