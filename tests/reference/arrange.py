"""Where the nodes of a converted network stand: as the program lays out, closer where shapes are short. Pure."""

from __future__ import annotations

from lazygui.graph import layered
from lazygui.graph.layered import CARD
from lazygui.graph.model import Graph, Point
from lazygui.graph.placement import COLUMN

NARROW = 300.0
"""From card to card where shapes have two axes at most, and are short on the edges between them."""


def arranged(graph: Graph) -> dict[str, Point]:
    """Return a place for every node; none lies on another, and no group on another group or on what is not in it."""
    shapes = [node.value("shape") for node in graph.nodes.values()]
    is_flat = all(not isinstance(shape, tuple) or len(shape) <= 2 for shape in shapes)
    return layered.arranged(graph, gap=(NARROW if is_flat else COLUMN) - CARD)
