"""Which integers are valid where: an Embedding bounds the indices that walk into it. Pure; knows no layer by name."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lazygui.catalog.spec import Role, Value
from lazygui.graph.model import Edge, Graph, Node, owner_of


def index_bound(graph: Graph, input_id: str) -> int | None:
    """Return what the indices of an Input must stay below, or None where nothing that they reach says so.

    The values are followed through layers that pass them on, to every layer that takes them as indices; the smallest
    bound counts. A bound that is left AUTO, or that torch is to ask the values for, says nothing.
    """
    bounds = (_bound(graph, edge) for edge in _reached(graph, input_id))
    return min((bound for bound in bounds if bound is not None), default=None)


def auto_bound(graph: Graph, node_id: str) -> int | None:
    """Return the bound that a node should have whose own is AUTO: one more than the largest index that can come.

    None where an Input that feeds it does not tell, or where none does.
    """
    spec = graph.nodes[node_id].spec
    names = {a.auto.input for a in spec.arguments if a.auto and a.auto.is_bound} if spec else set()
    edges = [edge for edge in graph.inputs.get(node_id, ()) if _port(graph, edge) in names]
    highs = [_high(node) for edge in edges for node in _origins(graph, edge)]
    known = [high for high in highs if high is not None]
    return max(known) if known and len(known) == len(highs) else None


def _reached(graph: Graph, input_id: str) -> Iterator[Edge]:
    """Yield every edge that the values of a node walk along unchanged."""
    seen, todo = {input_id}, [input_id]
    while todo:
        for edge in graph.outputs.get(todo.pop(), ()):
            yield edge
            if edge.target.node not in seen and _passes(graph, edge):
                seen.add(edge.target.node)
                todo.append(edge.target.node)


def _origins(graph: Graph, edge: Edge) -> Iterator[Node]:
    """Yield the nodes that make the values of an edge, behind all that only pass them on."""
    seen, todo = {edge.source.node}, [edge.source.node]
    while todo:
        name = todo.pop()
        before = [one for one in graph.inputs.get(name, ()) if _passes(graph, one)]
        if not before:
            yield graph.nodes[name]
        new = {one.source.node for one in before} - seen
        seen |= new
        todo += new


def _passes(graph: Graph, edge: Edge) -> bool:
    spec = graph.nodes[edge.target.node].spec
    return spec is not None and _port(graph, edge) in spec.passes_values


def _port(graph: Graph, edge: Edge) -> str:
    """Return the name of the input where an edge ends; the last one of a variadic layer repeats."""
    names = graph.nodes[edge.target.node].input_names
    return names[min(edge.target.index, len(names) - 1)] if names else ""


def _bound(graph: Graph, edge: Edge) -> int | None:
    node = graph.nodes[owner_of(graph.nodes, edge.target.node)]
    told = dict(node.spec.index_inputs).get(_port(graph, edge)) if node.spec else None
    value = node.value(told) if told else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _high(node: Node) -> int | None:
    """Return one more than the largest index that the node can give, or None where it does not tell."""
    if node.spec is None or node.spec.role not in (Role.INPUT, Role.CONSTANT):
        return None
    match node.value("fill"):
        case "values":
            largest = max(_numbers(node.value("values")), default=None)
            return None if largest is None else math.floor(largest) + 1
        case "zeros" | "ones" as fill:
            return 1 if fill == "zeros" else 2
        case _:
            high = node.value("high")
            return high if isinstance(high, int) else None


def _numbers(value: Value) -> Iterator[float]:
    if isinstance(value, tuple):
        for row in value:
            yield from _numbers(row)
    elif isinstance(value, int | float):
        yield value
