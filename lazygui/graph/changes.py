"""What happened to a drawing, told once to everybody who watches it. Values only."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from lazygui.graph import initialization, initializing, ties
from lazygui.graph.model import EMPTY, Edge, Graph, Node, Port, tied
from lazygui.graph.topology import downstream


def _told(node: Node, names: Mapping[str, str] = EMPTY) -> tuple[object, ...]:
    """What a node says of itself beside its name, with the names of others as they are now."""
    ties = {own: tied(path, names) for own, path in node.ties.items()}
    return (node.type, node.arguments, node.extra, names.get(node.shares, node.shares), ties)


@dataclass(frozen=True)
class GraphChanged:
    """The difference of two snapshots. A renamed node is neither added nor removed; `renames` maps old ids to new."""

    before: Graph
    after: Graph
    renames: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    is_replacement: bool = False
    """Another document was put in the place of this one: nothing that was known of the old one holds."""

    @cached_property
    def added(self) -> tuple[str, ...]:
        known = {self.renames.get(node, node) for node in self.before.nodes}
        return tuple(node for node in self.after.nodes if node not in known)

    @cached_property
    def removed(self) -> tuple[str, ...]:
        return tuple(node for node in self.before.nodes if self.renames.get(node, node) not in self.after.nodes)

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """Nodes with other arguments or another layer than before."""
        if self.before.nodes is self.after.nodes:
            return ()
        pairs = ((old, self.after.nodes.get(self.renames.get(key, key))) for key, old in self.before.nodes.items())
        return tuple(
            new.id
            for old, new in pairs
            if new is not None and new is not old and _told(new) != _told(old, self.renames)
        )

    @cached_property
    def moved(self) -> tuple[str, ...]:
        if self.before.layout is self.after.layout:
            return ()
        places = {self.renames.get(key, key): place for key, place in self.before.layout.items()}
        return tuple(key for key, place in self.after.layout.items() if key in places and places[key] != place)

    @cached_property
    def connected(self) -> tuple[Edge, ...]:
        old = self._edges_before
        return tuple(Edge(s, t) for t, s in self.after.edges.items() if old.get(t) != s)

    @cached_property
    def disconnected(self) -> tuple[Edge, ...]:
        """Edges that are gone, in the names of the graph after the change."""
        new = self.after.edges
        return tuple(Edge(s, t) for t, s in self._edges_before.items() if new.get(t) != s)

    @cached_property
    def _edges_before(self) -> Mapping[Port, Port]:
        return (self.before.renamed(self.renames) if self.renames else self.before).edges

    @cached_property
    def affected(self) -> frozenset[str]:
        """Nodes whose results no longer hold: those with other arguments or inputs, all that
        is behind them, and all that has parameters in common with these."""
        if self.is_replacement:
            return frozenset(self.after.nodes)
        touched = {*self.added, *self.changed}
        touched |= {edge.target.node for edge in (*self.connected, *self.disconnected)}
        return self._reached(touched & self.after.nodes.keys()) | self._initialized_otherwise

    @cached_property
    def _initialized_otherwise(self) -> frozenset[str]:
        """All layers with weights where other rules initialize them: random numbers come from one row."""
        if initialization.renamed(self.before.initialization, self.renames) == self.after.initialization:
            return self._edited_otherwise
        return frozenset(key for key, node in self.after.nodes.items() if initializing.can_initialize(node))

    @property
    def _edited_otherwise(self) -> frozenset[str]:
        """Nodes with a weight that is set by hand now, or no longer, and those that have it in common with them."""
        before = {replace(one, node=self.renames.get(one.node, one.node)) for one in self.before.weights}
        edited = {edit.node for edit in before ^ {*self.after.weights}} & self.after.nodes.keys()
        bound = {one for node in edited for bond in ties.bonds_of(self.after, node) for one in bond.nodes}
        return frozenset(edited | bound)

    def _reached(self, touched: Set[str]) -> frozenset[str]:
        """What is behind the touched nodes, and behind those that are bound to them: their parameters are the same."""
        reached = downstream(self.after, touched)
        bound = {one for node in reached for bond in ties.bonds_of(self.after, node) for one in bond.nodes}
        return reached if bound <= reached else self._reached(reached | bound)
