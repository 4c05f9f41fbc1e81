"""What a canvas shows of a drawing while some of its groups are collapsed: nodes, cards, edges and frames. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lazygui.graph import groups
from lazygui.graph.groups import Border
from lazygui.graph.memory import remembered
from lazygui.graph.model import Edge, Graph, Point, Port


@dataclass(frozen=True, slots=True)
class Card:
    """A collapsed group, or a run of groups that are alike and follow one another, collapsed into one.

    `id` is the path of the first of them. Its ports are those of the border, by index.
    """

    id: str
    paths: tuple[str, ...]
    members: tuple[str, ...]
    border: Border

    @property
    def count(self) -> int:
        """How many groups the card stands for: it reads "× 4"."""
        return len(self.paths)

    @property
    def title(self) -> str:
        """The name of the group, or of the first and the last: `b2–b5`, `blocks.0–3`."""
        return self.id if self.count == 1 else f"{self.id}–{self.paths[-1].rpartition('.')[2]}"


@dataclass(frozen=True)
class View:
    """What is seen. `nodes` are the nodes that show themselves; `shown` maps every node to itself or to its card.

    `edges` maps the input where each edge ends to its ends as they are seen, (card, index of a port) or a node's own
    port; an edge within a card is left out, and several may show as one. `frames` maps every group that is open to the
    nodes and cards in it, however deep.
    """

    nodes: tuple[str, ...]
    cards: Mapping[str, Card]
    edges: Mapping[Port, Edge]
    frames: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]


@remembered("nodes", "edges")
def visible(graph: Graph, collapsed: frozenset[str]) -> View:
    """Return what is seen while these groups are collapsed. The outermost one wins; what is no group says nothing.

    The same object comes again while names, edges and cards stay: an argument alone changes nothing of it.
    """
    return _seen(graph, tuple(graph.nodes), _cards(graph, collapsed) if collapsed else ())


@remembered("edges")
def _seen(graph: Graph, ids: tuple[str, ...], cards: tuple[Card, ...]) -> View:
    """Of the nodes nothing is read but their `ids`."""
    shown = {node: node for node in ids} | {node: card.id for card in cards for node in card.members}
    by_id = {card.id: card for card in cards}
    seen = tuple(dict.fromkeys(shown.values()))
    return View(
        tuple(one for one in seen if one not in by_id),
        by_id,
        _edges(graph, cards, shown),
        _frames(graph, cards, shown),
        shown,
    )


def place(graph: Graph, card: Card) -> Point:
    """Return where a card stands: at the upper left corner of all that it holds."""
    places = [graph.place(node) for node in card.members]
    return Point(min(place.x for place in places), min(place.y for place in places))


def _cards(graph: Graph, collapsed: frozenset[str]) -> tuple[Card, ...]:
    siblings: dict[str, list[str]] = {}
    for path in groups.groups(graph):
        if path in collapsed and not any(outer in collapsed for outer in groups.prefixes(path)):
            siblings.setdefault(groups.parent(path), []).append(path)
    return tuple(_card(graph, run) for paths in siblings.values() for run in groups.runs(graph, paths))


def _card(graph: Graph, run: tuple[str, ...]) -> Card:
    borders = [groups.border(graph, path) for path in run]
    members = tuple(node for path in run for node in groups.members(graph, path))
    if len(run) == 1:
        return Card(run[0], run, members, borders[0])
    at_border = {port.node for one in borders for side in (one.inputs, one.outputs) for x in side for port in x.inside}
    outermost = (node for node in members if node in at_border)
    return Card(run[0], run, members, groups.border_of(graph, outermost, groups.parent(run[0]), frozenset(members)))


def _edges(graph: Graph, cards: Iterable[Card], shown: Mapping[str, str]) -> Mapping[Port, Edge]:
    sources = {
        crossing.inside[0]: Port(card.id, index) for card in cards for index, crossing in enumerate(card.border.outputs)
    }
    targets = {
        port: Port(card.id, index)
        for card in cards
        for index, crossing in enumerate(card.border.inputs)
        for port in crossing.inside
    }
    seen: dict[Port, Edge] = {}
    for edges in graph.inputs.values():
        for edge in edges:
            if shown[edge.source.node] != shown[edge.target.node]:
                ends = sources.get(edge.source, edge.source), targets.get(edge.target, edge.target)
                seen[edge.target] = Edge(*ends)
    return seen


def _frames(graph: Graph, cards: Iterable[Card], shown: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    frames: dict[str, tuple[str, ...]] = {}
    holding = {path for card in cards for path in groups.prefixes(card.id)}
    for path, group in groups.groups(graph).items():
        if path in holding:
            frames[path] = tuple(dict.fromkeys(shown[node] for node in group.members))
        elif shown[group.members[0]] == group.members[0]:
            frames[path] = group.members
    return frames
