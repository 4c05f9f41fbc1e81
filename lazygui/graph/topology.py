"""Order and reach in a graph. Pure functions over snapshots."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from itertools import pairwise

from lazygui.graph.model import Graph, Port


def order(graph: Graph) -> tuple[str, ...]:
    """Return the node ids so that every edge points forward; among equals the document's order decides.

    Engine and code export both use it, so modules are built, and random weights drawn, in the same order everywhere.
    Nodes on a cycle are left out (a document never holds one).
    """
    rank = {node: number for number, node in enumerate(graph.nodes)}
    waits = {node: len(graph.inputs.get(node, ())) for node in graph.nodes}
    ready = [rank[node] for node, count in waits.items() if count == 0]
    heapify(ready)
    names = tuple(graph.nodes)
    result: list[str] = []
    while ready:
        node = names[heappop(ready)]
        result.append(node)
        for edge in graph.outputs.get(node, ()):
            waits[edge.target.node] -= 1
            if waits[edge.target.node] == 0:
                heappush(ready, rank[edge.target.node])
    return tuple(result)


def downstream(graph: Graph, starts: Iterable[str]) -> frozenset[str]:
    """Return the starts and every node that a tensor can reach from them."""
    seen = set(starts)
    todo = list(seen)
    while todo:
        for edge in graph.outputs.get(todo.pop(), ()):
            if edge.target.node not in seen:
                seen.add(edge.target.node)
                todo.append(edge.target.node)
    return frozenset(seen)


def upstream(graph: Graph, ends: Iterable[str]) -> frozenset[str]:
    """Return the ends and every node that a tensor can reach them from."""
    seen = set(ends)
    todo = list(seen)
    while todo:
        for edge in graph.inputs.get(todo.pop(), ()):
            if edge.source.node not in seen:
                seen.add(edge.source.node)
                todo.append(edge.source.node)
    return frozenset(seen)


def cyclic_nodes(graph: Graph) -> tuple[str, ...]:
    """Return the nodes that lie on a cycle or behind one, in document order; empty for a graph that can run."""
    ordered = frozenset(order(graph))
    return tuple(node for node in graph.nodes if node not in ordered)


def chain(graph: Graph) -> tuple[str, ...] | None:
    """Return the nodes in order when the graph is one line through first outputs, else None."""
    ordered = order(graph)
    follows = all(
        [edge.source for edge in graph.inputs.get(after, ())] == [Port(before)] for before, after in pairwise(ordered)
    )
    return ordered if ordered and len(graph.edges) == len(ordered) - 1 and follows else None
