"""The shape of an Input that the text does not tell, guessed from the first layer that it feeds. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from lazygui.catalog.spec import Value
from lazygui.graph.model import Graph, Node, Port

IMAGE: Final = 96
"""The width of a guessed image: the book's deeper networks need no more, and LeNet takes it."""
_LAST: Final = ("in_features", "input_size", "embed_dim", "d_model")
_SECOND: Final = ("in_channels", "num_features", "num_channels")


def guess(graph: Graph, inputs: Iterable[str]) -> Graph:
    """Return the graph with a likely shape and data type for these inputs."""
    nodes = (replace(graph.nodes[key], arguments=MappingProxyType(_arguments(graph, key))) for key in inputs)
    return graph.with_nodes(nodes)


def _arguments(graph: Graph, key: str) -> dict[str, Value]:
    node, port = _reader(graph, key)
    if node is None or node.spec is None or port >= len(node.spec.sample):
        return dict(graph.nodes[key].arguments)
    shape = list(node.spec.sample[port])
    if len(shape) == 4:
        shape[1:] = [1, IMAGE, IMAGE]
    for names, axis in ((_LAST, -1), (_SECOND, 1)):
        told = next((node.value(name) for name in names if isinstance(node.value(name), int)), None)
        if isinstance(told, int) and -len(shape) <= axis < len(shape):
            shape[axis] = told
    dtypes = node.spec.sample_dtype
    dtype = dtypes if isinstance(dtypes, str) else dtypes[port]
    return {"shape": tuple(shape), **({} if dtype == "float32" else {"dtype": dtype})}


def _reader(graph: Graph, key: str) -> tuple[Node | None, int]:
    """Return the first node that says something of what it takes, through those that take anything."""
    seen: set[str] = set()
    here = Port(key)
    while here.node not in seen:
        seen.add(here.node)
        edges = graph.outputs.get(here.node, ())
        if not edges:
            break
        found, port = graph.nodes[edges[0].target.node], edges[0].target.index
        is_open = found.spec is not None and (found.spec.axes == "=" or not found.spec.is_module)
        if not is_open or not graph.outputs.get(found.id):
            return found, min(port, len(found.spec.inputs) - 1 if found.spec else 0)
        here = Port(found.id)
    return None, 0
