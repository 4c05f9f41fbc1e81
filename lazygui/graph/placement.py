"""Where a node goes when nobody said so. Pure functions; sizes are those of the card that the canvas draws."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from lazygui.graph.model import Graph, Point
from lazygui.graph.topology import order

GRID = 24.0
COLUMN = 336.0
"""From one node's left edge to the next: a card of 232 and room for an edge with its shape."""
ROW = 192.0


def snapped(point: Point) -> Point:
    """Return the nearest point of the grid."""
    return Point(round(point.x / GRID) * GRID, round(point.y / GRID) * GRID)


def completed(graph: Graph) -> Graph:
    """Return the graph with a place for every node. What had a place keeps it; the rest is laid out left to right."""
    depths = _depths(graph)
    missing = [node for node in depths if node not in graph.layout]
    taken = dict(graph.layout)
    columns: dict[int, list[Point]] = {}
    for place in taken.values():
        columns.setdefault(_column(place), []).append(place)
    for node in missing:
        wanted = _wanted(graph, node, depths, taken)
        # A card covers at most the columns beside it: all others need not be asked.
        near = (place for side in (-1, 0, 1) for place in columns.get(_column(wanted) + side, ()))
        taken[node] = free(wanted, near)
        columns.setdefault(_column(taken[node]), []).append(taken[node])
    return graph.with_layout({node: taken[node] for node in missing}) if missing else graph


def behind(graph: Graph, node: str) -> Point:
    """Return a free place to the right of a node."""
    place = graph.place(node)
    return free(Point(place.x + COLUMN, place.y), graph.layout.values())


def free(wanted: Point, taken: Iterable[Point]) -> Point:
    """Return the wanted place, or the first one below it whose card would lie on no other."""
    y = wanted.y
    for other in sorted(place.y for place in taken if abs(place.x - wanted.x) < COLUMN - GRID):
        if abs(other - y) < ROW - GRID:
            y = other + ROW
    return Point(wanted.x, y)


def clear(piece: Collection[Point], taken: Iterable[Point]) -> Point:
    """Return how far a copy of these cards goes, straight down, until none of them lies on another card."""
    top, bottom = min(place.y for place in piece), max(place.y for place in piece)
    return Point(0, _cleared(piece, 0, bottom + ROW - top, taken))


def beside(piece: Collection[Point], chosen: Collection[Point], taken: Iterable[Point]) -> Point:
    """Return how far new cards go to stand right of the chosen ones, and then down until they lie on no other card."""
    if not chosen:
        return Point(0, 0)
    across = max(place.x for place in chosen) + COLUMN - min(place.x for place in piece)
    down = min(place.y for place in chosen) - min(place.y for place in piece)
    return Point(across, _cleared(piece, across, down, taken))


def _cleared(piece: Collection[Point], across: float, down: float, taken: Iterable[Point]) -> float:
    """Return how far down cards go, from `down` on, until the rectangle around all of them covers no other card."""
    left, right = min(place.x for place in piece) + across, max(place.x for place in piece) + across
    top, bottom = min(place.y for place in piece), max(place.y for place in piece)
    y = top + down
    for other in sorted(place.y for place in taken if left - COLUMN + GRID < place.x < right + COLUMN - GRID):
        if y - ROW + GRID < other < y + bottom - top + ROW - GRID:
            y = other + ROW
    return y - top


def _column(place: Point) -> int:
    return int(place.x // COLUMN)


def _wanted(graph: Graph, node: str, depths: Mapping[str, int], taken: Mapping[str, Point]) -> Point:
    """A node stands to the right of all its inputs, in the highest of their rows; one without any at the left.

    What an edge goes past stands a row lower, or the edge would be hidden behind it.
    """
    edges = graph.inputs.get(node, ())
    if not edges:
        return Point(0, 0)
    sources = [taken[edge.source.node] for edge in edges]
    is_passed = len(edges) == 1 and any(
        depths[other.target.node] > depths[node] for other in graph.outputs[edges[0].source.node]
    )
    right = max(place.x for place in sources) + COLUMN
    return Point(right, min(place.y for place in sources) + is_passed * ROW)


def _depths(graph: Graph) -> dict[str, int]:
    """The longest way to each node, in edges."""
    depths: dict[str, int] = {}
    for node in order(graph):
        depths[node] = max((depths[edge.source.node] + 1 for edge in graph.inputs.get(node, ())), default=0)
    return depths
