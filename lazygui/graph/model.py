"""The drawing as one immutable snapshot: nodes, edges and places. Knows no torch, no Qt and no files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec, Value

EMPTY: Mapping[str, Any] = MappingProxyType({})


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
    `extra` keeps the members of a document's node that this version does not know, to be saved back untouched.
    """

    id: str
    type: str
    arguments: Mapping[str, Value] = field(default_factory=lambda: EMPTY)
    extra: Mapping[str, Any] = field(default_factory=lambda: EMPTY)

    @cached_property
    def spec(self) -> LayerSpec | None:
        """What the catalogue says of this layer, or None for a type that it does not know."""
        return catalog.find(self.type)

    @property
    def input_names(self) -> tuple[str, ...]:
        return self.spec.inputs if self.spec else ("input",)

    @property
    def output_names(self) -> tuple[str, ...]:
        return self.spec.outputs if self.spec else ("output",)

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

    def input_count(self, node_id: str) -> int:
        """How many input ports the node shows: a variadic one always has a free port behind its last edge."""
        node = self.nodes[node_id]
        if node.spec is None:
            taken = self.inputs.get(node_id, ())
            return max([1, *(edge.target.index + 1 for edge in taken)])
        if not node.spec.is_variadic:
            return len(node.spec.inputs)
        taken = self.inputs.get(node_id, ())
        return max([len(node.spec.inputs), *(edge.target.index + 2 for edge in taken)])

    def output_count(self, node_id: str) -> int:
        """How many output ports the node shows; an unknown layer shows as many as its edges need, and one at least."""
        node = self.nodes[node_id]
        if node.spec is not None:
            return len(node.spec.outputs)
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
        return self._but(
            nodes={key: node for key, node in self.nodes.items() if key not in gone},
            edges={t: s for t, s in self.edges.items() if t.node not in gone and s.node not in gone},
            layout={key: place for key, place in self.layout.items() if key not in gone},
        )

    def with_layout(self, layout: Mapping[str, Point]) -> Graph:
        return self._but(layout={**self.layout, **layout})

    def renamed(self, names: Mapping[str, str]) -> Graph:
        """Return a graph whose nodes carry new ids, in the same order."""

        def port(old: Port) -> Port:
            return Port(names.get(old.node, old.node), old.index)

        return self._but(
            nodes={n.id: n for n in (replace(n, id=names[n.id]) if n.id in names else n for n in self.nodes.values())},
            edges={port(target): port(source) for target, source in self.edges.items()},
            layout={names.get(key, key): place for key, place in self.layout.items()},
        )

    def _but(self, **parts: dict[Any, Any]) -> Graph:
        """Replace parts. A part that stays keeps its identity, and with it the adjacency that was computed from it."""
        graph = replace(self, **{name: MappingProxyType(part) for name, part in parts.items()})
        if "edges" not in parts:
            for name in ("inputs", "outputs"):
                if name in self.__dict__:
                    graph.__dict__[name] = self.__dict__[name]
        return graph
