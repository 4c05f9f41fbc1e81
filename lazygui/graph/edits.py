"""Everything a person can do to a drawing. Each edit turns one graph into another, or is refused with a Problem."""

from __future__ import annotations

from collections.abc import Collection, Container, Hashable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Protocol

from lazygui.catalog.spec import LayerSpec, Value
from lazygui.graph import groups, naming, placement, rules, ties
from lazygui.graph.comments import Comment, Rect, renumbered
from lazygui.graph.model import EMPTY, Edge, Graph, Node, Point, Port, divided, tied
from lazygui.graph.problems import Problem, Refused, refuse
from lazygui.graph.topology import cyclic_nodes, downstream


@dataclass(frozen=True, slots=True)
class EditTitle:
    """What an edit is called in the menu: a code with how many things it touched and the name of the one, if one."""

    code: str
    count: int = 1
    subject: str = ""


class Edit(Protocol):
    """An edit as history knows it. Two neighbours with the same merge key, other than None, become one step."""

    @property
    def title(self) -> EditTitle: ...

    @property
    def merge_key(self) -> Hashable: ...

    def renames(self, graph: Graph) -> Mapping[str, str]: ...

    def apply(self, graph: Graph) -> Graph: ...


@dataclass(frozen=True)
class BaseEdit:
    """The usual answers: an edit renames nothing and stands for itself in the history."""

    @property
    def merge_key(self) -> Hashable:
        return None

    def renames(self, graph: Graph) -> Mapping[str, str]:
        """Return the new ids of nodes by those that they have in the graph before the edit."""
        return EMPTY


@dataclass(frozen=True)
class AddNodes(BaseEdit):
    """Add nodes with the edges among them and to others; edges into `cut` are taken away first (a splice)."""

    nodes: tuple[Node, ...]
    layout: Mapping[str, Point]
    edges: tuple[Edge, ...] = ()
    cut: tuple[Port, ...] = ()
    verb: str = "add"
    subject: str = ""
    comments: Mapping[str, Comment] = field(default_factory=lambda: EMPTY)

    @property
    def title(self) -> EditTitle:
        if self.comments and not self.nodes:
            return EditTitle("paste_comments", len(self.comments))
        alone = self.nodes[0].id if len(self.nodes) == 1 else ""
        return EditTitle(self.verb, len(self.nodes), self.subject or alone)

    def apply(self, graph: Graph) -> Graph:
        taken = naming.Taken(graph.nodes)
        for node in self.nodes:
            _demand(rules.check_name(node.id, taken))
            taken.add(node.id)
        grown = graph.without_edges(self.cut) if self.cut else graph
        grown = grown.with_comments(self.comments) if self.comments else grown
        return connected(grown.with_nodes(self.nodes, self.layout), self.edges)


@dataclass(frozen=True)
class Remove(BaseEdit):
    """Remove nodes with all their edges, further edges, each named by the input where it ends, and comments."""

    nodes: frozenset[str]
    edges: frozenset[Port] = frozenset()
    comments: frozenset[str] = frozenset()

    @property
    def title(self) -> EditTitle:
        if self.nodes:
            return EditTitle("remove", len(self.nodes), next(iter(self.nodes)) if len(self.nodes) == 1 else "")
        if self.comments:
            return EditTitle("remove_comments", len(self.comments))
        return EditTitle("disconnect", len(self.edges))

    def apply(self, graph: Graph) -> Graph:
        for node in sorted(self.nodes - graph.nodes.keys()):
            raise refuse("missing_node", node)
        left = graph.without_comments(self.comments) if self.comments else graph
        return left.without_edges(self.edges).without_nodes(self.nodes)


@dataclass(frozen=True)
class Connect(BaseEdit):
    """Draw an edge. `instead_of` is the input that the same edge ended at before, when its end is carried elsewhere."""

    source: Port
    target: Port
    instead_of: Port | None = None

    @property
    def title(self) -> EditTitle:
        return EditTitle("connect" if self.instead_of is None else "reconnect", 1, self.target.node)

    def apply(self, graph: Graph) -> Graph:
        freed = graph if self.instead_of is None else graph.without_edges((self.instead_of,))
        return connected(freed, (Edge(self.source, self.target),))


@dataclass(frozen=True)
class SpliceNode(BaseEdit):
    """Put a node that is already there into the edge that ends at `target`, and move it there."""

    node: str
    target: Port

    @property
    def title(self) -> EditTitle:
        return EditTitle("splice", 1, self.node)

    def apply(self, graph: Graph) -> Graph:
        source = graph.edges.get(self.target)
        if source is None:
            raise refuse("missing_input", self.target.node, port=self.target.index)
        if self.node not in graph.nodes:
            raise refuse("missing_input", self.node, port=0)
        opened = graph.with_layout(_opened(graph, self.node, self.target)).without_edges((self.target,))
        return connected(opened, (Edge(source, Port(self.node)), Edge(Port(self.node), self.target)))


@dataclass(frozen=True)
class MoveNodes(BaseEdit):
    """Move nodes, and comments with them. Steps of one gesture (arrow keys held down) carry one number and become one
    undo step."""

    layout: Mapping[str, Point]
    gesture: int = 0
    comments: Mapping[str, Rect] = field(default_factory=lambda: EMPTY)

    @property
    def title(self) -> EditTitle:
        if not self.layout:
            return EditTitle("move_comments", len(self.comments))
        return EditTitle("move", len(self.layout), next(iter(self.layout), ""))

    @property
    def merge_key(self) -> Hashable:
        return ("move", self.gesture, frozenset(self.layout), frozenset(self.comments)) if self.gesture else None

    def apply(self, graph: Graph) -> Graph:
        for node in sorted(self.layout.keys() - graph.nodes.keys()):
            raise refuse("missing_node", node)
        for _ in self.comments.keys() - graph.comments.keys():
            raise refuse("missing_comment")
        moved = graph.with_layout(self.layout) if self.layout else graph
        there = {key: graph.comments[key].at(rect) for key, rect in self.comments.items()}
        return moved.with_comments(there) if there else moved


@dataclass(frozen=True)
class RenameNode(BaseEdit):
    """Give a node another id; its edges and its results follow."""

    old: str
    new: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("rename", 1, self.old)

    def renames(self, graph: Graph) -> Mapping[str, str]:
        return {self.old: self.new}

    def apply(self, graph: Graph) -> Graph:
        if self.old not in graph.nodes:
            raise refuse("missing_node", self.old)
        if self.old == self.new:
            return graph
        _demand(rules.check_name(self.new, graph.nodes.keys() - {self.old}))
        return graph.renamed({self.old: self.new})


@dataclass(frozen=True)
class SetArgument(BaseEdit):
    """Set one argument of a node, and of all that use the same module.

    Steps of one gesture (a wheel turned over a field) become one undo step.
    """

    node: str
    name: str
    value: Value
    gesture: int = 0

    @property
    def title(self) -> EditTitle:
        return EditTitle("set_argument", 1, f"{self.node}.{self.name}")

    @property
    def merge_key(self) -> Hashable:
        return ("set", self.gesture, self.node, self.name) if self.gesture else None

    def apply(self, graph: Graph) -> Graph:
        node = graph.nodes.get(self.node)
        if node is None:
            raise refuse("missing_node", self.node)
        argument = node.spec.argument(self.name) if node.spec else None
        if argument is None:
            raise refuse("unknown_argument", self.node, argument=self.name)
        _demand(rules.check_argument(argument, self.value, self.node))
        users = (self.node,) if argument.at_call else ties.members(graph, self.node)
        return graph.with_nodes(graph.nodes[user].with_argument(self.name, self.value) for user in users)


@dataclass(frozen=True)
class RemoveUnknown(BaseEdit):
    """Take away what a document told of a node and this version does not know: such a node cannot run."""

    node: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("set_argument", 1, self.node)

    def apply(self, graph: Graph) -> Graph:
        node = graph.nodes.get(self.node)
        if node is None:
            raise refuse("missing_node", self.node)
        unknown = rules.unknown_arguments(node)
        known = {name: value for name, value in node.arguments.items() if name not in unknown}
        return graph.with_nodes((replace(node, arguments=known, extra=EMPTY),))


@dataclass(frozen=True)
class Clip:
    """A piece of a drawing, as the clipboard holds it: nodes, the edges among them, their places, and comments."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...] = ()
    layout: Mapping[str, Point] = field(default_factory=lambda: EMPTY)
    comments: tuple[Comment, ...] = ()

    @property
    def corners(self) -> tuple[Point, ...]:
        """The top left corners of all that is in it."""
        return (*self.layout.values(), *(Point(one.rect.x, one.rect.y) for one in self.comments))


def clip(graph: Graph, node_ids: frozenset[str], comments: Collection[str] = ()) -> Clip:
    """Return the chosen part of a graph, in document order, with the edges that have both ends in it."""
    return Clip(
        tuple(node for key, node in graph.nodes.items() if key in node_ids),
        tuple(Edge(s, t) for t, s in graph.edges.items() if t.node in node_ids and s.node in node_ids),
        {key: place for key, place in graph.layout.items() if key in node_ids},
        tuple(comment for key, comment in graph.comments.items() if key in comments),
    )


def new_node(graph: Graph, spec: LayerSpec) -> Node:
    """Return a node of this layer with a name that is free in the graph and the catalogue's start arguments."""
    return Node(naming.fresh(spec, spec.type, graph.nodes), spec.type, spec.start_arguments())


def add_at(graph: Graph, spec: LayerSpec, place: Point) -> AddNodes:
    """Return the edit that adds a layer at a place, unconnected."""
    node = new_node(graph, spec)
    return AddNodes((node,), {node.id: place})


def append_behind(graph: Graph, spec: LayerSpec, after: str | None) -> AddNodes:
    """Return the edit that adds a layer behind a node and connects it where both have a port for it."""
    node = new_node(graph, spec)
    if after is None:
        right = max((place.x for place in graph.layout.values()), default=-placement.COLUMN)
        place = placement.free(Point(right + placement.COLUMN, 0), graph.layout.values())
        return AddNodes((node,), {node.id: place})
    can = graph.output_count(after) > 0 and spec.inputs
    edges = (Edge(Port(after), Port(node.id)),) if can else ()
    return AddNodes((node,), {node.id: placement.behind(graph, after)}, edges)


def splice_new(graph: Graph, spec: LayerSpec, target: Port) -> AddNodes:
    """Return the edit that puts a new layer into the edge that ends at `target`.

    What lies behind the edge moves right where there is no room for the new card.
    """
    node = new_node(graph, spec)
    edges = (Edge(graph.edges[target], Port(node.id)), Edge(Port(node.id), target))
    return AddNodes((node,), _opened(graph, node.id, target), edges, cut=(target,))


def paste(graph: Graph, piece: Clip, offset: Point, verb: str = "paste") -> AddNodes:
    """Return the edit that adds a copy of a piece under free names, moved by `offset`.

    A group that was copied whole gets another name as one; in it, all names stay.
    """
    names = _free_names(graph, piece)
    places = {key: piece.layout.get(key, Point(0, 0)) for key in names}
    return AddNodes(
        copied(piece.nodes, names, graph.nodes),
        {names[key]: Point(place.x + offset.x, place.y + offset.y) for key, place in places.items()},
        tuple(Edge(Port(names[s.node], s.index), Port(names[t.node], t.index)) for s, t in piece.edges),
        verb=verb,
        comments=renumbered(piece.comments, graph.comments, offset.x, offset.y),
    )


def copied(nodes: tuple[Node, ...], names: Mapping[str, str], known: Container[str]) -> tuple[Node, ...]:
    """Return copies under new names. What nodes share among them is shared among the copies.

    What they share with others stays so where those are `known`; else the first of the copies owns it.
    """
    heirs: dict[str, str] = {}
    copies = []
    for node in nodes:
        shares = names.get(node.shares, node.shares)
        if node.shares and node.shares not in names and node.shares not in known:
            shares = heirs.setdefault(node.shares, names[node.id])
        bound = {
            own: tied(path, names)
            for own, path in node.ties.items()
            if divided(path, names)[0] in names or divided(path, names)[0] in known
        }
        shares = "" if shares == names[node.id] else shares
        copies.append(replace(node, id=names[node.id], shares=shares, ties=MappingProxyType(bound)))
    return tuple(copies)


def _free_names(graph: Graph, piece: Clip) -> dict[str, str]:
    taken = naming.Taken(graph.nodes)
    names: dict[str, str] = {}
    for unit, nodes in _units(graph, piece).items():
        name = naming.unique(unit, taken)
        names.update((node, name + node[len(unit) :]) for node in nodes)
        for node in nodes:
            taken.add(names[node])
    return {node.id: names[node.id] for node in piece.nodes}


def _units(graph: Graph, piece: Clip) -> dict[str, list[str]]:
    """Return the nodes of a piece by what is named as one: the outermost group that is whole, else the node.

    A group is not whole where the drawing has more of it than the piece: then what was copied belongs into it.
    """
    inside: dict[str, set[str]] = {}
    for node in piece.nodes:
        for path in groups.prefixes(node.id):
            inside.setdefault(path, set()).add(node.id)
    whole = {path for path, nodes in inside.items() if not nodes < set(groups.members(graph, path))}
    units: dict[str, list[str]] = {}
    for node in piece.nodes:
        unit = next((path for path in groups.prefixes(node.id) if path in whole), node.id)
        units.setdefault(unit, []).append(node.id)
    return units


def _opened(graph: Graph, node: str, target: Port) -> dict[str, Point]:
    """Return the places that let a node into the edge that ends at `target`: behind its start, all else moved right.

    An edge that leads back to the left, into another row, has room at its start: nothing has to move.
    """
    before, after = graph.place(graph.edges[target].node), graph.place(target.node)
    wanted = Point(before.x + placement.COLUMN, before.y)
    gap = after.x - before.x
    if gap <= 0:
        return {node: placement.free(wanted, (place for key, place in graph.layout.items() if key != node))}
    missing = max(0.0, 2 * placement.COLUMN - gap)
    behind = downstream(graph, (target.node,)) if missing else frozenset()
    return {key: Point(graph.place(key).x + missing, graph.place(key).y) for key in behind} | {node: wanted}


def connected(graph: Graph, edges: tuple[Edge, ...]) -> Graph:
    taken = dict(graph.edges)
    for source, target in edges:
        _demand(rules.check_ends(graph.nodes, taken, source, target))
        taken[target] = source
    joined = graph.with_edges(edges)
    # One look for cycles for all edges: each looked for by itself, a paste of 500 nodes took ten seconds.
    suspects = edges if len(edges) == 1 or cyclic_nodes(joined) else ()
    for source, target in suspects:
        if source.node in downstream(joined, (target.node,)):
            raise refuse("cycle", target.node, source=source.node)
    return joined


def _demand(problem: Problem | None) -> None:
    if problem is not None:
        raise Refused(problem)
