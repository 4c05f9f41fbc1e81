"""How an Input is filled, with what the drawing decides where the person did not. Pure; engine and code export ask."""

from __future__ import annotations

from typing import Final

from lazygui.graph.bounds import index_bound
from lazygui.graph.model import Graph, Node

UNBOUND: Final = 10
"""Random indices stay below this where nothing in the network bounds them."""


def fill(node: Node) -> str:
    """Return where the values come from. Integers that nobody said anything of are random indices."""
    said = str(node.value("fill"))
    is_floating = "float" in str(node.value("dtype"))
    return "randint" if "fill" not in node.arguments and not is_floating else said


def high(graph: Graph, node: Node) -> int:
    """Return what random integers stay below: what was set, else what the network bounds them by, else UNBOUND."""
    said = node.value("high")
    return said if isinstance(said, int) else index_bound(graph, node.id) or UNBOUND
