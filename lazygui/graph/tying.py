"""Edits that make two nodes or parameters one, or two again. Each is refused where the rules of ties say no."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from lazygui.graph import rules, ties
from lazygui.graph.edits import BaseEdit, EditTitle
from lazygui.graph.model import EMPTY, Graph, Node, divided
from lazygui.graph.problems import Refused, refuse


@dataclass(frozen=True)
class Share(BaseEdit):
    """Have a node use the module of another again. It takes over type and arguments, and so do all who use its own."""

    node: str
    owner: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("share", 1, self.node)

    def apply(self, graph: Graph) -> Graph:
        problem = rules.check_share(graph, self.node, self.owner)
        if problem is not None:
            raise Refused(problem)
        whose = graph.nodes[ties.owner(graph, self.owner)]
        users = ties.members(graph, self.node)
        freed = graph.with_nodes((_without_ties_to(whose, graph, users[0]),))
        return ties.normalised(freed.with_nodes(_using(graph.nodes[key], whose) for key in users))


@dataclass(frozen=True)
class Unshare(BaseEdit):
    """Give a node a module of its own again. Where it owned the shared one, the first of the others owns that now."""

    node: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("unshare", 1, self.node)

    def apply(self, graph: Graph) -> Graph:
        node = _existing(graph, self.node)
        users = [key for key in ties.members(graph, self.node) if key != self.node]
        if not users and not node.shares:
            raise refuse("not_shared", self.node)
        if node.shares or not users:
            return graph.with_nodes((replace(node, shares=""),))
        heir, *others = (graph.nodes[key] for key in users)
        return graph.with_nodes(
            (replace(heir, shares="", ties=node.ties), *(replace(one, shares=heir.id) for one in others))
        )


@dataclass(frozen=True)
class Tie(BaseEdit):
    """Make one parameter of a node the same tensor as another: `Tie("fc", "weight", "embed.weight")`."""

    node: str
    parameter: str
    other: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("tie", 1, f"{self.node}.{self.parameter}")

    def apply(self, graph: Graph) -> Graph:
        other, other_parameter = divided(self.other, graph.nodes)
        node = ties.owner(graph, self.node) if self.node in graph.nodes else self.node
        problem = rules.check_tie(graph, node, self.parameter, other, other_parameter)
        if problem is not None:
            raise Refused(problem)
        first = ".".join(ties.root(graph, other, other_parameter))
        return ties.normalised(graph.with_nodes((_tied(graph.nodes[node], self.parameter, first),)))


@dataclass(frozen=True)
class Untie(BaseEdit):
    """Make a tied parameter a tensor of its own again. Where others were tied to it, they stay one without it."""

    node: str
    parameter: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("untie", 1, f"{self.node}.{self.parameter}")

    def apply(self, graph: Graph) -> Graph:
        _existing(graph, self.node)
        place = ties.Place(ties.owner(graph, self.node), self.parameter)
        if self.parameter in graph.nodes[place.node].ties:
            return graph.without_tie(*place)
        bond = next((bond for bond in ties.bonds_of(graph, place.node) if bond.places[0] == place), None)
        if bond is None or bond.kind is not ties.BondKind.PARAMETER:
            raise refuse("not_tied", self.node, parameter=self.parameter)
        heir, *others = bond.places[1:]
        graph = graph.without_tie(*heir)
        for one in others:
            graph = graph.with_nodes((_tied(graph.nodes[one.node], one.parameter, ".".join(heir)),))
        return graph


def _existing(graph: Graph, node: str) -> Node:
    if node not in graph.nodes:
        raise refuse("missing_node", node)
    return graph.nodes[node]


def _using(node: Node, owner: Node) -> Node:
    """Return the node as one that uses the module of another."""
    return replace(ties.alike(node, owner), shares=owner.id, ties=EMPTY)


def _tied(node: Node, parameter: str, path: str) -> Node:
    return replace(node, ties=MappingProxyType({**node.ties, parameter: path}))


def _without_ties_to(node: Node, graph: Graph, gone: str) -> Node:
    """Return the owner without ties to a node that is to use its module: they would lead back to itself."""
    left = {own: path for own, path in node.ties.items() if divided(path, graph.nodes)[0] != gone}
    return replace(node, ties=MappingProxyType(left))
