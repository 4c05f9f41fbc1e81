"""Questions about what the canvas shows while some groups are collapsed. Pure functions over a view of the graph."""

from __future__ import annotations

from collections.abc import Iterator, Set

from lazygui.graph.groups import Crossing
from lazygui.graph.model import Edge, Graph, Port
from lazygui.graph.view import View


def ids(view: View) -> tuple[str, ...]:
    """Return all that is seen, nodes and cards of collapsed groups, in the order of the document."""
    return tuple(dict.fromkeys(view.shown.values()))


def members(view: View, card: str) -> tuple[str, ...]:
    """Return the nodes that a card stands for: itself, where it is a node."""
    return view.cards[card].members if card in view.cards else (card,)


def crossings(view: View, card: str, is_output: bool) -> tuple[Crossing, ...]:
    border = view.cards[card].border
    return border.outputs if is_output else border.inputs


def drawn_port(view: View, port: Port, is_output: bool) -> Port:
    """Return the card that shows a node's port, with the port's place on it."""
    card = view.shown[port.node]
    if card not in view.cards:
        return port
    places = (n for n, crossing in enumerate(crossings(view, card, is_output)) if port in crossing.inside)
    return Port(card, next(places, 0))


def true_port(view: View, port: Port, is_output: bool) -> Port:
    """Return the node's port that a card shows at a place; the first where it stands for several."""
    return crossings(view, port.node, is_output)[port.index].inside[0] if port.node in view.cards else port


def true_ports(view: View, graph: Graph, card: str, is_output: bool) -> tuple[Port, ...]:
    """Return the ports of nodes that a card shows on one side, from top to bottom."""
    if card in view.cards:
        return tuple(crossing.inside[0] for crossing in crossings(view, card, is_output))
    count = graph.output_count(card) if is_output else graph.input_count(card)
    return tuple(Port(card, index) for index in range(count))


def seen_edges(view: View) -> Set[Port]:
    """Return the edges that are drawn, by their ends: of those that would lie on each other the first."""
    if not view.cards:
        return view.edges.keys()
    first: dict[Edge, Port] = {}
    for target, edge in view.edges.items():
        first.setdefault(edge, target)
    return frozenset(first.values())


def regrouped(before: View, after: View) -> Iterator[str]:
    """Yield the nodes that another card shows than before, new ones included."""
    if before.shown is not after.shown:
        yield from (node for node, card in after.shown.items() if before.shown.get(node) != card)
