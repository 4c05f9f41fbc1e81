"""Where the keyboard goes from a card. Pure functions over what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lazygui.graph.model import Edge, Point


def neighbour(places: Mapping[str, Point], edges: Iterable[Edge], card: str, dx: int, dy: int) -> str | None:
    """Return the card that an arrow leads to: along an edge first, else the nearest one in that direction.

    `edges` end at cards, as they are seen.
    """
    here = places[card]
    if dx:
        pairs = (
            (edge.source.node, edge.target.node) if dx > 0 else (edge.target.node, edge.source.node) for edge in edges
        )
        ends = [end for start, end in pairs if start == card]
        if ends:
            return min(ends, key=lambda other: abs(places[other].y - here.y))
    ahead = []
    for other, place in places.items():
        along = (place.x - here.x) * dx + (place.y - here.y) * dy
        across = abs((place.x - here.x) * dy) + abs((place.y - here.y) * dx)
        if other != card and along > 0 and across <= 2 * along:
            ahead.append((along + 2 * across, other))
    return min(ahead)[1] if ahead else None
