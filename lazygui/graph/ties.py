"""Which nodes and parameters are one: who owns, who uses again, and what shapes that ties together. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from lazygui.catalog.shapes import Dimension, parameter_shapes
from lazygui.catalog.spec import UNKNOWN, Role
from lazygui.graph.memory import remembered
from lazygui.graph.model import Graph, Node, divided, owner_of, root_of

Shape: TypeAlias = tuple[Dimension, ...]
"""The shape of a parameter before any run; what only a run can tell is UNKNOWN."""


class BondKind(Enum):
    """What is one: whole modules, or single parameters."""

    MODULE = "module"
    PARAMETER = "parameter"


class Place(NamedTuple):
    """A node, or one of its parameters."""

    node: str
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """Places that are one, the owner first and the others in document order. `number` is the badge that all wear."""

    kind: BondKind
    places: tuple[Place, ...]
    number: int

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes that wear the badge, each once."""
        return tuple(dict.fromkeys(place.node for place in self.places))


def owner(graph: Graph, node: str) -> str:
    """Return the node whose module this one uses: itself, unless it shares."""
    return owner_of(graph.nodes, node)


def root(graph: Graph, node: str, parameter: str) -> Place:
    """Return the parameter that this one is in truth, after all shares and ties."""
    return Place(*root_of(graph.nodes, node, parameter))


def members(graph: Graph, node: str) -> tuple[str, ...]:
    """Return all nodes that use the module of this one, the owner first; the node alone where it is not shared."""
    return _modules(graph).get(owner(graph, node), (node,))


def bonds(graph: Graph) -> tuple[Bond, ...]:
    """Return all shares and ties. Their numbers count from 1 in the order of the document."""
    return _bonds(graph)


def bonds_of(graph: Graph, node: str) -> tuple[Bond, ...]:
    """Return the bonds that a node wears the badge of."""
    return _bonds_by_node(graph).get(node, ())


def shapes_of(node: Node) -> Mapping[str, Shape]:
    """Return the shapes of a node's parameters as its arguments tell them, in torch's order."""
    return dict(parameter_shapes(node.spec, node.arguments)) if node.spec else {}


def tied_shapes(graph: Graph, bond: Bond) -> Mapping[str, tuple[Shape, ...]]:
    """Return, for each parameter of the first place, its shape at every place of the bond: `(8, ?)` and `(8, ?)`.

    A parameter that a place does not have yet is told by the first.
    """
    first = bond.places[0]
    own = shapes_of(graph.nodes[first.node])
    names = tuple(own) if bond.kind is BondKind.MODULE else (first.parameter,)
    found = {}
    for name in names:
        at = [(graph.nodes[place.node], place.parameter or name) for place in bond.places]
        found[name] = tuple(shapes_of(node).get(key, own.get(name, ())) for node, key in at)
    return found


def can_agree(one: Shape, other: Shape) -> bool:
    """Say whether two shapes may turn out to be the same: what is still unknown may."""
    return len(one) == len(other) and all(a == b or UNKNOWN in (a, b) for a, b in zip(one, other, strict=True))


def normalised(graph: Graph) -> Graph:
    """Return the graph with every share naming its owner, and every tie the parameter that it is in truth.

    So nobody has to follow chains. What names a missing node, or goes in a circle, stays as it is.
    """
    changed: list[Node] = []
    # What is told already shortens the way of all behind it: a long chain would be walked again from each of its links.
    nodes = dict(graph.nodes)
    for key, node in graph.nodes.items():
        shares = owner_of(nodes, key) if node.shares in nodes else node.shares
        bound = {own: _truth(nodes, Place(key, own), path) for own, path in node.ties.items()}
        if (shares not in (node.shares, key)) or bound != node.ties:
            shares = node.shares if shares == key else shares
            nodes[key] = replace(node, shares=shares, ties=MappingProxyType(bound))
            changed.append(nodes[key])
    return graph.with_nodes(changed) if changed else graph


def _truth(nodes: Mapping[str, Node], place: Place, path: str) -> str:
    node, parameter = divided(path, nodes)
    if node not in nodes:
        return path
    found = root_of(nodes, node, parameter)
    return path if found == place else ".".join(found)


def alike(node: Node, owner: Node) -> Node:
    """Return the node with the type and the arguments of its owner; what goes to each call stays its own."""
    spec = owner.spec
    at_call = {argument.name for argument in spec.arguments if argument.at_call} if spec else set()
    shared = {name: value for name, value in owner.arguments.items() if name not in at_call}
    own = {name: value for name, value in node.arguments.items() if name in at_call}
    return replace(node, type=owner.type, arguments=MappingProxyType({**shared, **own}))


def is_shareable(node: Node) -> bool:
    """Say whether a node has a module, or a parameter of its own, that another could use again."""
    return node.spec is not None and (node.spec.is_module or node.spec.role is Role.PARAMETER)


def torch_type(node: Node) -> str:
    """Return the class that the node's layer has after a run: `nn.Linear` for a `nn.LazyLinear`."""
    return (node.spec.becomes if node.spec else None) or node.type


@remembered("nodes")
def _modules(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """The users of each module that has several, by its owner."""
    found: dict[str, list[str]] = {}
    for key, node in graph.nodes.items():
        if node.shares in graph.nodes and (whose := owner_of(graph.nodes, key)) != key:
            found.setdefault(whose, [whose]).append(key)
    return {whose: tuple(users) for whose, users in found.items()}


@remembered("nodes")
def _bonds(graph: Graph) -> tuple[Bond, ...]:
    tied: dict[Place, list[Place]] = {}
    for key, node in graph.nodes.items():
        for own in node.ties:
            first = root(graph, key, own)
            if first != (key, own):
                tied.setdefault(first, [first]).append(Place(key, own))
    modules = [(BondKind.MODULE, tuple(map(Place, users))) for users in _modules(graph).values()]
    found = [*modules, *((BondKind.PARAMETER, tuple(places)) for places in tied.values())]
    rank = {key: number for number, key in enumerate(graph.nodes)} if found else {}
    found.sort(key=lambda bond: min(rank[place.node] for place in bond[1]))
    return tuple(Bond(kind, places, number) for number, (kind, places) in enumerate(found, 1))


@remembered("nodes")
def _bonds_by_node(graph: Graph) -> Mapping[str, tuple[Bond, ...]]:
    found: dict[str, tuple[Bond, ...]] = {}
    for bond in _bonds(graph):
        for node in bond.nodes:
            found[node] = (*found.get(node, ()), bond)
    return found
