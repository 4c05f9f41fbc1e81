"""Chains: what closes when nodes leave one, and a piece of several nodes that goes into an edge. Pure edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lazygui.graph import groups, placement
from lazygui.graph.edits import BaseEdit, EditTitle, connected
from lazygui.graph.model import EMPTY, Edge, Graph, Point, Port
from lazygui.graph.problems import refuse
from lazygui.graph.topology import downstream


def bridges(graph: Graph, nodes: Iterable[str]) -> tuple[Edge, ...]:
    """Return the edges that close the chains around nodes that leave.

    Whoever read one of them gets the one tensor that came to it. Where several tensors meet nobody can tell which goes
    on, and the reader's input stays free.
    """
    inside = frozenset(nodes)
    leaving = (edge for node in inside for edge in graph.outputs.get(node, ()) if edge.target.node not in inside)
    found = {edge.target: _arriving(graph, inside, edge.source.node) for edge in leaving}
    # In the order of the document, whatever the order of the set.
    return tuple(Edge(found[target][0], target) for target in graph.edges if len(found.get(target, ())) == 1)


def cut_edges(graph: Graph, nodes: Iterable[str]) -> tuple[Port, ...]:
    """Return the inputs of the edges that lead into these nodes from outside, or out of them."""
    inside = frozenset(nodes)
    return tuple(target for target, source in graph.edges.items() if (target.node in inside) != (source.node in inside))


def is_in_chain(graph: Graph, nodes: Iterable[str]) -> bool:
    """Say whether taking these nodes out would leave a chain to be closed."""
    return bool(bridges(graph, nodes))


def below(graph: Graph, nodes: Iterable[str]) -> dict[str, Point]:
    """Return places straight below for nodes that leave a chain, clear of all other cards."""
    inside = frozenset(nodes)
    places = [graph.place(node) for node in inside]
    down = placement.clear(places, (graph.place(node) for node in graph.nodes)) if places else Point(0, 0)
    return {node: Point(graph.place(node).x + down.x, graph.place(node).y + down.y) for node in inside}


@dataclass(frozen=True)
class TakeOut(BaseEdit):
    """Pull nodes out of their chains, which close behind them; edges among the nodes stay. They move to `layout`."""

    nodes: frozenset[str]
    layout: Mapping[str, Point] = field(default_factory=lambda: EMPTY)

    @property
    def title(self) -> EditTitle:
        return EditTitle("take_out", len(self.nodes), _alone(self.nodes))

    def apply(self, graph: Graph) -> Graph:
        _demand_nodes(graph, self.nodes)
        freed = graph.without_edges(cut_edges(graph, self.nodes))
        return connected(freed.with_layout(self.layout), bridges(graph, self.nodes))


@dataclass(frozen=True)
class RemoveClosing(BaseEdit):
    """Remove nodes, and close the chains that they stood in."""

    nodes: frozenset[str]

    @property
    def title(self) -> EditTitle:
        return EditTitle("remove_closing", len(self.nodes), _alone(self.nodes))

    def apply(self, graph: Graph) -> Graph:
        _demand_nodes(graph, self.nodes)
        return connected(graph.without_nodes(self.nodes), bridges(graph, self.nodes))


@dataclass(frozen=True)
class SplicePiece(BaseEdit):
    """Put nodes that nothing is connected to, such as a group, into the edge that ends at `target`.

    They must have one free input and one free output. What lies behind the edge moves right where there is no room.
    """

    nodes: frozenset[str]
    target: Port

    @property
    def title(self) -> EditTitle:
        return EditTitle("splice", len(self.nodes), _alone(self.nodes))

    def apply(self, graph: Graph) -> Graph:
        _demand_nodes(graph, self.nodes)
        source = graph.edges.get(self.target)
        if source is None:
            raise refuse("missing_input", self.target.node, port=self.target.index)
        entry, leave = _ends(graph, self.nodes)
        opened = graph.with_layout(self._places(graph, source.node, entry.node)).without_edges((self.target,))
        return connected(opened, (Edge(source, entry), Edge(leave, self.target)))

    def _places(self, graph: Graph, source: str, entry: str) -> dict[str, Point]:
        before, after = graph.place(source), graph.place(self.target.node)
        gap = after.x - before.x
        if gap <= 0:
            # An edge that leads back to the left has room nowhere in particular: the piece stays where it is.
            return {}
        xs = [graph.place(node).x for node in self.nodes]
        missing = max(0.0, max(xs) - min(xs) + 2 * placement.COLUMN - gap)
        behind = downstream(graph, (self.target.node,)) if missing else frozenset()
        moved = {key: Point(graph.place(key).x + missing, graph.place(key).y) for key in behind}
        dx, dy = before.x + placement.COLUMN - min(xs), before.y - graph.place(entry).y
        return moved | {key: Point(graph.place(key).x + dx, graph.place(key).y + dy) for key in self.nodes}


def _ends(graph: Graph, nodes: frozenset[str]) -> tuple[Port, Port]:
    """Return the one free input and the one free output of a piece that nothing is connected to."""
    ordered = [node for node in graph.nodes if node in nodes]
    border = groups.border_of(graph, ordered)
    ports = (*border.inputs, *border.outputs)
    is_loose = len(border.inputs) == len(border.outputs) == 1 and not any(port.outside for port in ports)
    if not is_loose:
        raise refuse("piece_ends", ordered[0], inputs=len(border.inputs), outputs=len(border.outputs))
    return border.inputs[0].inside[0], border.outputs[0].inside[0]


def _arriving(graph: Graph, inside: frozenset[str], node: str) -> tuple[Port, ...]:
    """Return the different tensors from outside that reach a node through the nodes inside, two at most."""
    return tuple(dict.fromkeys(_entering(graph, inside, node)))[:2]


def _entering(graph: Graph, inside: frozenset[str], node: str) -> Iterator[Port]:
    seen, todo = {node}, [node]
    while todo:
        for source, _ in graph.inputs.get(todo.pop(), ()):
            if source.node not in inside:
                yield source
            elif source.node not in seen:
                seen.add(source.node)
                todo.append(source.node)


def _alone(nodes: frozenset[str]) -> str:
    return next(iter(nodes)) if len(nodes) == 1 else ""


def _demand_nodes(graph: Graph, nodes: frozenset[str]) -> None:
    for node in sorted(nodes - graph.nodes.keys()):
        raise refuse("missing_node", node)
