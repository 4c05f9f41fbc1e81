"""The drawing as one immutable snapshot: nodes, edges and places. Knows no torch, no Qt and no files."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from lazygui import catalog
from lazygui.catalog.spec import Kind, LayerSpec, Role, Value
from lazygui.graph import custom, initialization, naming
from lazygui.graph.comments import Comment
from lazygui.graph.initialization import InitRule, WeightEdit

EMPTY: Mapping[str, Any] = MappingProxyType({})
MOST_PORTS = 1000
"""How many ports a node can have."""
_ADJACENCY = ("inputs", "outputs")
"""What a graph computes of its edges."""


class Point(NamedTuple):
    """The top left corner of a node on the canvas, in pixels at zoom 1."""

    x: float
    y: float


class Port(NamedTuple):
    """One end of an edge: a node and the index of its input or output."""

    node: str
    index: int = 0  # type: ignore[assignment]  # hides tuple.index, which nobody misses


class Edge(NamedTuple):
    """A tensor's way from an output to an input."""

    source: Port
    target: Port


@dataclass(frozen=True)
class Node:
    """One layer of the network. `id` is its attribute path in the model, `type` what a PyTorch user would write.

    `arguments` holds what was set, in the order of the document; torch's own default stands for the rest.
    `shares` names the node whose module this one uses again: one set of parameters in two places.
    `ties` maps a parameter of this node to the one that it is: `{"weight": "embed.weight"}`.
    `extra` keeps the members of a document's node that this version does not know, to be saved back untouched.
    """

    id: str
    type: str
    arguments: Mapping[str, Value] = field(default_factory=lambda: EMPTY)
    extra: Mapping[str, Any] = field(default_factory=lambda: EMPTY)
    shares: str = ""
    ties: Mapping[str, str] = field(default_factory=lambda: EMPTY)

    @cached_property
    def spec(self) -> LayerSpec | None:
        """What the catalogue says of this layer, or None for a type that it does not know."""
        return catalog.find(self.type)

    @cached_property
    def input_names(self) -> tuple[str, ...]:
        """The input ports; those of a custom node are what its function takes before the numbers."""
        if self.spec is None:
            return ("input",)
        if self.spec.role is not Role.CUSTOM:
            return self.spec.inputs
        found, numbers = custom.signature(str(self.value("source"))), self.value("numbers")
        parameters = found.parameters if found else ("input",)
        return parameters[: len(parameters) - (len(numbers) if isinstance(numbers, tuple) else 0)]

    @cached_property
    def output_names(self) -> tuple[str, ...]:
        """The output ports; where an argument says how many there are they carry numbers."""
        if self.spec is None:
            return ("output",)
        argument = self.spec.argument(self.spec.outputs_from) if self.spec.outputs_from else None
        match self.value(argument.name) if argument else None:
            case bool(has_all):
                return self.spec.outputs if has_all else self.spec.outputs[:1]
            case int(number) if argument is not None and argument.kind is Kind.INTEGER:
                said = number
            case tuple(parts):
                said = len(parts)
            case _:
                return self.spec.outputs
        count = min(said, MOST_PORTS)
        return self.spec.outputs if count <= 1 else tuple(f"{self.spec.outputs[0]} {n}" for n in range(count))

    def value(self, name: str) -> Value:
        """Return the argument as it is set, else the catalogue's default, else None."""
        if name in self.arguments:
            return self.arguments[name]
        argument = self.spec.argument(name) if self.spec else None
        return argument.start if argument else None

    def with_argument(self, name: str, value: Value) -> Node:
        """Return a copy with one argument set; an optional argument that equals torch's default is left out."""
        arguments = dict(self.arguments)
        argument = self.spec.argument(name) if self.spec else None
        if argument and not argument.is_required and is_same(argument.default, value):
            arguments.pop(name, None)
        else:
            arguments[name] = value
        return replace(self, arguments=MappingProxyType(arguments))


def _renamed(node: Node, names: Mapping[str, str]) -> Node:
    """Return the node with its own name, and those of the nodes that it is tied to, replaced."""
    shares = names.get(node.shares, node.shares)
    ties = {own: tied(other, names) for own, other in node.ties.items()}
    if node.id in names or shares != node.shares or ties != node.ties:
        return replace(node, id=names.get(node.id, node.id), shares=shares, ties=MappingProxyType(ties))
    return node


def tied(path: str, names: Mapping[str, str]) -> str:
    """Return the path of a parameter, `embed.weight`, with its node's name replaced."""
    node, parameter = divided(path, names)
    return f"{names.get(node, node)}.{parameter}"


def divided(path: str, nodes: Container[str]) -> tuple[str, str]:
    """Return the node and the parameter of a path: `encoder` and `self_attn.in_proj_weight`.

    No node lies inside another, so at most one of them begins the path; where none does, the last dot decides.
    """
    # No name is longer: a document may hold any text here.
    ends = (end for end, letter in enumerate(path[: naming.LONGEST + 1]) if letter == "." and path[:end] in nodes)
    end = next(ends, path.rfind("."))
    return (path[:end], path[end + 1 :]) if end > 0 else (path, "")


def owner_of(nodes: Mapping[str, Node], name: str) -> str:
    """Return the node whose module a node uses: itself, unless it shares. A circle of shares has no owner."""
    last, seen = name, {name}
    while (other := nodes[last].shares) in nodes:
        if other in seen:
            return name
        last = other
        seen.add(other)
    return last


def root_of(nodes: Mapping[str, Node], node: str, parameter: str) -> tuple[str, str]:
    """Return the node and the parameter that a parameter is in truth, after all shares and ties."""
    first = last = (owner_of(nodes, node), parameter)
    seen = {first}
    while path := nodes[last[0]].ties.get(last[1]):
        other, name = divided(path, nodes)
        if other not in nodes:
            break
        last = (owner_of(nodes, other), name)
        if last in seen:
            return first
        seen.add(last)
    return last


def _inherited(kept: dict[str, Node], before: Mapping[str, Node]) -> dict[str, Node]:
    """Return the nodes that are left after a removal: where an owner of shared parameters has gone, the first of those
    who used them again takes its place, with its ties. Whatever was tied to a parameter that has gone stays together.
    """
    heirs: dict[str, str] = {}
    for key, node in kept.items():
        if node.shares in before and node.shares not in kept:
            owner = owner_of(before, key)
            heir = owner if owner in kept else heirs.setdefault(owner, key)
            ties = before[owner].ties if heir == key else node.ties
            kept[key] = replace(node, shares="" if heir == key else heir, ties=ties)
    roots: dict[tuple[str, str], str] = {}
    for key, node in kept.items():
        if any(divided(path, before)[0] in before.keys() - kept.keys() for path in node.ties.values()):
            left = {own: _heritage(kept, before, heirs, roots, (key, own)) for own in node.ties}
            kept[key] = replace(node, ties=MappingProxyType({own: path for own, path in left.items() if path}))
    return kept


def _heritage(
    kept: Mapping[str, Node],
    before: Mapping[str, Node],
    heirs: Mapping[str, str],
    roots: dict[tuple[str, str], str],
    place: tuple[str, str],
) -> str:
    """Return what a parameter is tied to after a removal: what it was, its heir, the first that was tied to the same
    (`roots` remembers these), or nothing."""
    path = kept[place[0]].ties[place[1]]
    if divided(path, before)[0] in kept or divided(path, before)[0] not in before:
        return path
    node, parameter = root_of(before, *divided(path, before))
    if node in kept or node in heirs:
        return f"{heirs.get(node, node)}.{parameter}"
    first = roots.setdefault((node, parameter), ".".join(place))
    return "" if first == ".".join(place) else first


def is_same(a: object, b: object) -> bool:
    """Equality that tells True from 1, as a document and a constructor do."""
    return type(a) is type(b) and a == b


@dataclass(frozen=True)
class Graph:
    """A network as drawn. `edges` maps each taken input to the output that feeds it, so an input has one edge at most.

    A graph is never changed: the methods return new ones that share what is equal. That makes an undo exact and a
    snapshot free. The mappings keep the order of the document.
    """

    nodes: Mapping[str, Node] = field(default_factory=lambda: EMPTY)
    edges: Mapping[Port, Port] = field(default_factory=lambda: MappingProxyType({}))
    layout: Mapping[str, Point] = field(default_factory=lambda: EMPTY)
    extra: Mapping[str, Any] = field(default_factory=lambda: EMPTY)
    comments: Mapping[str, Comment] = field(default_factory=lambda: EMPTY)
    initialization: tuple[InitRule, ...] = ()
    """How weights are initialized after the dry run; without rules they stay as their layers drew them."""
    weights: tuple[WeightEdit, ...] = ()
    """Single weights that a person has set by hand; the last thing that is done to them."""

    @cached_property
    def inputs(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that end at each node, by input index; nodes without any are left out."""
        found: dict[str, list[Edge]] = {}
        for target, source in self.edges.items():
            found.setdefault(target.node, []).append(Edge(source, target))
        return {node: tuple(sorted(edges, key=lambda edge: edge.target.index)) for node, edges in found.items()}

    @cached_property
    def outputs(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that start at each node, in document order; nodes without any are left out."""
        found: dict[str, list[Edge]] = {}
        for target, source in self.edges.items():
            found.setdefault(source.node, []).append(Edge(source, target))
        return {node: tuple(edges) for node, edges in found.items()}

    @property
    def network(self) -> tuple[object, ...]:
        """All that a run depends on: not where cards are, nor comments."""
        return (self.nodes, self.edges, self.initialization, self.weights)

    def input_count(self, node_id: str) -> int:
        """How many input ports the node shows: a variadic one always has a free port behind its last edge."""
        node = self.nodes[node_id]
        if node.spec is None:
            taken = self.inputs.get(node_id, ())
            return max([1, *(edge.target.index + 1 for edge in taken)])
        if not node.spec.is_variadic:
            return len(node.input_names)
        taken = self.inputs.get(node_id, ())
        return max([len(node.spec.inputs), *(edge.target.index + 2 for edge in taken)])

    def output_count(self, node_id: str) -> int:
        """How many output ports the node shows; an unknown layer shows as many as its edges need, and one at least."""
        node = self.nodes[node_id]
        if node.spec is not None:
            return len(node.output_names)
        return max([1, *(edge.source.index + 1 for edge in self.outputs.get(node_id, ()))])

    def place(self, node_id: str) -> Point:
        return self.layout.get(node_id, Point(0, 0))

    def with_nodes(self, nodes: Iterable[Node], layout: Mapping[str, Point] = EMPTY) -> Graph:
        """Return a graph with these nodes added, or replaced where their id is already there."""
        added = {node.id: node for node in nodes}
        return self._but(nodes={**self.nodes, **added}, layout={**self.layout, **layout})

    def with_edges(self, edges: Iterable[Edge]) -> Graph:
        return self._but(edges={**self.edges, **{edge.target: edge.source for edge in edges}})

    def without_edges(self, targets: Iterable[Port]) -> Graph:
        gone = frozenset(targets)
        return self._but(edges={target: source for target, source in self.edges.items() if target not in gone})

    def without_nodes(self, node_ids: Iterable[str]) -> Graph:
        """Return a graph without these nodes and without the edges that touch them."""
        gone = frozenset(node_ids)
        kept = {key: node for key, node in self.nodes.items() if key not in gone}
        return self._but(
            nodes=_inherited(kept, self.nodes),
            edges={t: s for t, s in self.edges.items() if t.node not in gone and s.node not in gone},
            layout={key: place for key, place in self.layout.items() if key not in gone},
        )._initialized(
            initialization.without(self.initialization, gone),
            tuple(edit for edit in self.weights if edit.node not in gone),
        )

    def without_tie(self, node_id: str, parameter: str) -> Graph:
        node = self.nodes[node_id]
        left = {own: path for own, path in node.ties.items() if own != parameter}
        return self.with_nodes((replace(node, ties=MappingProxyType(left)),))

    def with_comments(self, comments: Mapping[str, Comment]) -> Graph:
        """Return a graph with these comments added, or replaced where their id is already there."""
        return self._but(comments={**self.comments, **comments})

    def without_comments(self, ids: Iterable[str]) -> Graph:
        gone = frozenset(ids)
        return self._but(comments={key: comment for key, comment in self.comments.items() if key not in gone})

    def with_initialization(self, rules: tuple[InitRule, ...]) -> Graph:
        return self._initialized(rules, self.weights)

    def with_weights(self, edits: tuple[WeightEdit, ...]) -> Graph:
        return self._initialized(self.initialization, edits)

    def _initialized(self, rules: tuple[InitRule, ...], edits: tuple[WeightEdit, ...]) -> Graph:
        if (rules, edits) == (self.initialization, self.weights):
            return self
        graph = replace(self, initialization=rules, weights=edits)
        graph.__dict__.update((name, self.__dict__[name]) for name in _ADJACENCY if name in self.__dict__)
        return graph

    def with_layout(self, layout: Mapping[str, Point]) -> Graph:
        return self._but(layout={**self.layout, **layout})

    def renamed(self, names: Mapping[str, str]) -> Graph:
        """Return a graph whose nodes carry new ids, in the same order."""

        def port(old: Port) -> Port:
            return Port(names.get(old.node, old.node), old.index)

        return self._but(
            nodes={node.id: node for node in (_renamed(node, names) for node in self.nodes.values())},
            edges={port(target): port(source) for target, source in self.edges.items()},
            layout={names.get(key, key): place for key, place in self.layout.items()},
        )._initialized(
            initialization.renamed(self.initialization, names),
            tuple(replace(edit, node=names.get(edit.node, edit.node)) for edit in self.weights),
        )

    def _but(self, **parts: dict[Any, Any]) -> Graph:
        """Replace parts. A part that stays keeps its identity, and with it the adjacency that was computed from it."""
        frozen: dict[str, Any] = {name: MappingProxyType(part) for name, part in parts.items()}
        graph = replace(self, **frozen)
        if "edges" not in parts:
            graph.__dict__.update((name, self.__dict__[name]) for name in _ADJACENCY if name in self.__dict__)
        return graph
