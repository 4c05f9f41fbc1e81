"""Where the keyboard goes from a node. Pure functions over a snapshot."""

from __future__ import annotations

from lazygui.graph.model import Graph


def neighbour(graph: Graph, node: str, dx: int, dy: int) -> str | None:
    """Return the node that an arrow leads to: along an edge first, else the nearest card in that direction."""
    if dx:
        edges = graph.outputs.get(node, ()) if dx > 0 else graph.inputs.get(node, ())
        ends = [edge.target.node if dx > 0 else edge.source.node for edge in edges]
        if ends:
            return min(ends, key=lambda other: abs(graph.place(other).y - graph.place(node).y))
    here = graph.place(node)
    ahead = []
    for other in graph.nodes:
        place = graph.place(other)
        along = (place.x - here.x) * dx + (place.y - here.y) * dy
        across = abs((place.x - here.x) * dy) + abs((place.y - here.y) * dx)
        if other != node and along > 0 and across <= 2 * along:
            ahead.append((along + 2 * across, other))
    return min(ahead)[1] if ahead else None
