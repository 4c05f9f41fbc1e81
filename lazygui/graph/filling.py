"""Sizes that were left open, put in: what inference found becomes arguments like any other. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from lazygui import catalog
from lazygui.catalog.spec import AUTO, Value
from lazygui.graph.memory import remembered
from lazygui.graph.model import Graph, Node, divided, owner_of

Sizes = Mapping[str, Mapping[str, Value]]
"""For each node the arguments that were filled in: those left AUTO, and those that a lazy layer finds."""


def open_arguments(node: Node) -> tuple[str, ...]:
    """Return the arguments that are left AUTO."""
    return tuple(name for name, value in node.arguments.items() if value == AUTO and _may_be_auto(node, name))


def filled(graph: Graph, sizes: Sizes) -> Graph:
    """Return the graph with numbers in the place of AUTO, and explicit layers where a parameter of a lazy one is tied.

    PyTorch cannot tie a weight that is not there yet. What `sizes` does not tell stays as it is.
    """
    tied = _tied_nodes(graph)
    changed = [
        explicit(node, sizes.get(node.id, {})) if node.id in tied else _told(node, sizes.get(node.id, {}))
        for node in graph.nodes.values()
        if node.id in tied or open_arguments(node)
    ]
    return graph.with_nodes(changed) if changed else graph


@remembered("nodes")
def needs_filling(graph: Graph) -> bool:
    """Say whether anything is left open that must be known before modules are built."""
    return any(node.ties or open_arguments(node) for node in graph.nodes.values())


def explicit(node: Node, sizes: Mapping[str, Value]) -> Node:
    """Return the node as the class that torch would make of it, its sizes told; without sizes a lazy one stays so.

    Defaults are written out, for a lazy class may have others than the one it becomes.
    """
    spec = catalog.find(node.spec.becomes) if node.spec and node.spec.becomes else None
    if node.spec is None or spec is None:
        return _told(node, sizes)
    if not all(a.name in sizes for a in spec.arguments if node.spec.argument(a.name) is None):
        return node
    own = {a.name: node.value(a.name) for a in node.spec.arguments}
    told = {a.name: own.get(a.name, sizes.get(a.name)) for a in spec.arguments}
    return replace(node, type=spec.type, arguments=MappingProxyType(told))


def _told(node: Node, sizes: Mapping[str, Value]) -> Node:
    found = {name: sizes[name] for name in open_arguments(node) if name in sizes}
    return replace(node, arguments=MappingProxyType({**node.arguments, **found})) if found else node


def _tied_nodes(graph: Graph) -> frozenset[str]:
    """Return the nodes with a tied parameter on either side, with all that share their modules."""
    ends: set[str] = set()
    for node in graph.nodes.values():
        if node.ties:
            ends.update((node.id, *(divided(path, graph.nodes)[0] for path in node.ties.values())))
    owners = {owner_of(graph.nodes, key) for key in ends & graph.nodes.keys()}
    return frozenset(_with_sharers(graph, owners))


def _with_sharers(graph: Graph, owners: set[str]) -> Iterable[str]:
    return (key for key, node in graph.nodes.items() if key in owners or node.shares in owners)


def _may_be_auto(node: Node, name: str) -> bool:
    argument = node.spec.argument(name) if node.spec else None
    return argument is not None and argument.auto is not None
