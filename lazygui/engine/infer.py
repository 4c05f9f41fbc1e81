"""Shapes without numbers: the graph on the meta device. Knows torch; knows no Qt, no files, and runs no custom source.

PyTorch is the one authority on shapes. What it said of a layer with these arguments and inputs is remembered, so that
an edit costs the few nodes that it touches.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final, NamedTuple

import torch

from lazygui.catalog.spec import AUTO, Kind, Value
from lazygui.engine import diagnose, explain, meta, plan
from lazygui.engine.dtypes import Spec, Specs
from lazygui.engine.meta import Refused
from lazygui.graph import filling, ties
from lazygui.graph.bounds import auto_bound
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.model import Edge, Graph, Node, Port, divided
from lazygui.graph.problems import Detail, Problem
from lazygui.graph.results import Inference, NodeShapes, Totals
from lazygui.graph.topology import cyclic_nodes, order

MOST_REMEMBERED: Final = 20_000
"""After so many different layers the memory is emptied."""


@dataclass(slots=True)
class Known:
    """All that inference found of one graph."""

    shapes: dict[str, NodeShapes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    waiting: dict[str, str] = field(default_factory=dict)
    totals: Totals = field(default_factory=Totals)
    is_complete: bool = True
    """False while some findings have no causes and fixes yet."""

    def inference(self, before: Known | None = None) -> Inference:
        """Return it as the window is told: only what differs from what it was told before."""
        old = before.shapes if before else {}
        new = {key: told for key, told in self.shapes.items() if (was := old.get(key)) is not told and was != told}
        gone = tuple(key for key in old if key not in self.shapes)
        waiting = MappingProxyType(self.waiting)
        return Inference(MappingProxyType(new), gone, tuple(self.findings), waiting, self.totals, self.is_complete)


class _Seen(NamedTuple):
    """What came of a node when it was looked at last; it still holds while all of this is the same."""

    node: Node
    edges: tuple[Edge, ...]
    specs: Specs
    outcome: NodeShapes | Finding


class Inferer:
    """Infers one graph after another and remembers what torch said. One for each process is enough."""

    def __init__(self) -> None:
        self._memory: dict[object, NodeShapes | Refused] = {}
        self._seen: dict[str, _Seen] = {}
        self._is_training = False
        self._bound: frozenset[str] = frozenset()
        self._order: tuple[object, tuple[str, ...], tuple[str, ...]] = (None, (), ())
        self.diagnosed = diagnose.Memory()

    @cached_property
    def bench(self) -> Inferer:
        """Another that knows what this one knows of single layers: fixes are tried there, and disturb nothing here."""
        other = Inferer()
        other._memory = self._memory
        return other

    def infer(
        self, graph: Graph, is_training: bool = False, should_explain: bool = True, patience: float = math.inf
    ) -> Known:
        """Return the shapes of everything that can be told, in running order, and what is wrong.

        `should_explain` adds causes, fixes that were tried, and warnings, as far as `patience` seconds reach; a trial
        of a fix does without.
        """
        graph = ties.normalised(graph)
        known = Known()
        owners: dict[str, NodeShapes] = {}
        self._begin(graph, is_training)
        for name in self._ordered(graph):
            self._visit(graph, graph.nodes[name], known, owners, is_training)
        known.findings += _unequal_ties(graph, known)
        problem = plan.check_network(graph)
        known.findings += [Finding(problem)] if problem else []
        for name in cyclic_nodes(graph)[:1] if len(self._order[2]) < len(graph.nodes) else ():
            known.findings.append(Finding(Problem("cycle", name)))
        known.totals = _totals(graph, known)
        if should_explain:
            diagnose.explain(self, graph, known, is_training, patience)
        return known

    def alone(self, node: Node, arriving: Mapping[int, Spec], is_training: bool = False) -> NodeShapes | Finding:
        """Return what one node, in no drawing, makes of what arrives at its ports, or why it cannot."""
        source = Node("", "")
        edges = tuple(Edge(Port(source.id, number), Port(node.id, port)) for number, port in enumerate(arriving))
        graph = Graph({source.id: source, node.id: node}, {target: start for start, target in edges})
        told, filled = self._filled(graph, node, edges, tuple(arriving.values()), {})
        problem = plan.check_node(graph, node)
        if problem:
            return Finding(problem)
        outcome = self._ask(told, filled, edges, tuple(arriving.values()), is_training)
        specs = tuple(arriving.values())
        return outcome if isinstance(outcome, NodeShapes) else _finding(told, outcome, specs, edges)

    def _begin(self, graph: Graph, is_training: bool) -> None:
        """Forget what was seen in the other mode, and of nodes that are gone."""
        if is_training != self._is_training:
            self._is_training = is_training
            self._seen.clear()
        self._seen = {key: seen for key, seen in self._seen.items() if key in graph.nodes}
        self._bound = _bound(graph)

    def _ordered(self, graph: Graph) -> tuple[str, ...]:
        edges, names, _ = self._order
        now = tuple(graph.nodes)
        if edges is not graph.edges or names != now:
            self._order = (graph.edges, now, order(graph))
        return self._order[2]

    def _visit(self, graph: Graph, node: Node, known: Known, owners: dict[str, NodeShapes], is_training: bool) -> None:
        edges = graph.inputs.get(node.id, ())
        blocker = next((s.node for s, _ in edges if s.node not in known.shapes), None)
        if blocker is not None:
            _hold_up(node.id, blocker, known)
            return
        specs = _received(edges, known)
        if specs is None:
            return
        if isinstance(specs, Finding):
            outcome: NodeShapes | Finding = specs
        else:
            outcome = self._outcome(graph, node, edges, specs, owners, is_training)
        if isinstance(outcome, Finding):
            known.findings.append(outcome)
            known.failed.add(node.id)
            return
        owner = owners.get(node.shares or node.id)
        if owner is not None:
            # Of a module that is used again the sizes were found where it was called first.
            outcome = replace(outcome, sizes=owner.sizes)
        known.shapes[node.id] = outcome
        owners.setdefault(node.shares or node.id, outcome)

    def _outcome(
        self,
        graph: Graph,
        node: Node,
        edges: tuple[Edge, ...],
        specs: Specs,
        owners: Mapping[str, NodeShapes],
        is_training: bool,
    ) -> NodeShapes | Finding:
        is_free = node.id not in self._bound and not _asks_the_graph(node)
        seen = self._seen.get(node.id) if is_free else None
        if seen and seen.node is node and seen.specs == specs and (seen.edges is edges or seen.edges == edges):
            return seen.outcome
        problem = plan.check_node(graph, node)
        if problem:
            return Finding(problem)
        told, filled = self._filled(graph, node, edges, specs, owners)
        outcome = self._ask(told, filled, edges, specs, is_training)
        found = outcome if isinstance(outcome, NodeShapes) else _finding(told, outcome, specs, edges)
        if is_free:
            self._seen[node.id] = _Seen(node, edges, specs, found)
        return found

    def _filled(
        self, graph: Graph, node: Node, edges: tuple[Edge, ...], specs: Specs, owners: Mapping[str, NodeShapes]
    ) -> tuple[Node, tuple[str, ...]]:
        """Return the node with its AUTO arguments told, and which they are.

        A node whose module was called before is as explicit as that call has made it.
        """
        owner = owners.get(node.shares or node.id)
        if owner is not None:
            return filling.explicit(node, owner.sizes), ()
        sizes = {name: _auto(graph, node, name, edges, specs) for name in filling.open_arguments(node)}
        found = {name: value for name, value in sizes.items() if value is not None}
        if not found:
            return node, ()
        return replace(node, arguments=MappingProxyType({**node.arguments, **found})), tuple(found)

    def _ask(
        self, node: Node, filled: tuple[str, ...], edges: tuple[Edge, ...], specs: Specs, is_training: bool
    ) -> NodeShapes | Refused:
        taken = tuple(edge.target.index for edge in edges)
        key = (node.type, _exact(tuple(node.arguments.items())), filled, taken, specs, is_training)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= MOST_REMEMBERED:
                self._memory.clear()
            found = self._memory[key] = meta.evaluate(node, taken, specs, is_training, filled)
        return found


def infer(graph: Graph, is_training: bool = False) -> Known:
    """Return the shapes of a graph, for one question: no memory is kept."""
    return Inferer().infer(graph, is_training)


def sizes(known: Known) -> filling.Sizes:
    """Return what was filled in, for `filling.filled`."""
    return {key: shapes.sizes for key, shapes in known.shapes.items() if shapes.sizes}


def _hold_up(node: str, blocker: str, known: Known) -> None:
    """The node waits for the one with a problem; behind what only a run can tell nobody waits for anybody."""
    root = blocker if blocker in known.failed else known.waiting.get(blocker)
    if root is not None:
        known.waiting[node] = root


def _received(edges: tuple[Edge, ...], known: Known) -> Specs | Finding | None:
    """Return what arrives, by input port; None where only a run can tell; a Finding where an output is not there."""
    found: list[Spec] = []
    for source, _ in edges:
        shapes = known.shapes[source.node]
        if source.index >= len(shapes.outputs):
            return Finding(Problem("missing_output", source.node, {"port": source.index}))
        shape = shapes.outputs[source.index]
        if shape is None:
            return None
        found.append(Spec(shape, shapes.dtypes[source.index]))
    return tuple(found)


def _exact(value: object) -> object:
    """Return a key that tells 1 from 1.0 and True, as torch does."""
    return tuple(map(_exact, value)) if isinstance(value, tuple) else (type(value), value)


def _bound(graph: Graph) -> frozenset[str]:
    """Return the nodes whose parameters are those of another: more than what arrives decides on them."""
    ends = [(node.id, node.shares) for node in graph.nodes.values() if node.shares]
    ends += [(node.id, divided(path, graph.nodes)[0]) for node in graph.nodes.values() for path in node.ties.values()]
    return frozenset(name for pair in ends for name in pair)


def _unequal_ties(graph: Graph, known: Known) -> Iterator[Finding]:
    """Find the parameters that are to be one and have two shapes, which only what arrives could tell."""
    for node in graph.nodes.values():
        for own, path in node.ties.items():
            here, there = (_parameter(known, *place) for place in ((node.id, own), divided(path, graph.nodes)))
            if here is not None and there is not None and here != there:
                known.failed.add(node.id)
                details: dict[str, Detail] = {"place": f"{node.id}.{own}", "shape": here}
                yield Finding(Problem("tie_widths", node.id, {**details, "other": path, "other_shape": there}))


def _parameter(known: Known, node: str, parameter: str) -> Shape | None:
    shapes = known.shapes.get(node)
    return dict(shapes.parameters).get(parameter) if shapes else None


def _asks_the_graph(node: Node) -> bool:
    """Say whether more than the node and what arrives decides on its shapes: the bound of some Input."""
    arguments = node.spec.arguments if node.spec else ()
    return any(a.auto is not None and a.auto.is_bound and node.arguments.get(a.name) == AUTO for a in arguments)


def _auto(graph: Graph, node: Node, name: str, edges: tuple[Edge, ...], specs: Specs) -> Value:
    """Return the number for an argument that is left AUTO, or None where what arrives does not tell it."""
    assert node.spec is not None
    argument = node.spec.argument(name)
    assert argument is not None
    assert argument.auto is not None
    if argument.auto.is_bound:
        return auto_bound(graph, node.id)
    arrived = {node.input_names[edge.target.index]: spec for edge, spec in zip(edges, specs, strict=True)}
    shape = arrived[argument.auto.input].shape if argument.auto.input in arrived else ()
    axis = argument.auto.axis
    if not -len(shape) <= axis < len(shape):
        return None
    return (shape[axis],) if argument.kind is Kind.SHAPE else shape[axis]


def _finding(node: Node, refused: Refused, specs: Specs, edges: tuple[Edge, ...]) -> Finding:
    if refused.is_construction:
        return explain.construction(node, refused.error, specs, edges)
    return explain.forward(node, refused.error, specs, edges)


def _totals(graph: Graph, known: Known) -> Totals:
    """Add up. A module that is used again counts once, and so does a parameter that is tied."""
    parameters = size = 0
    counted: set[str] = set()
    for key, shapes in known.shapes.items():
        node = graph.nodes[key]
        owner = node.shares or key
        if owner not in counted:
            counted.add(owner)
            own = [math.prod(shape) for name, shape in shapes.parameters if name not in graph.nodes[owner].ties]
            parameters += sum(own)
    size = parameters * torch.get_default_dtype().itemsize
    macs = sum(shapes.macs or 0 for shapes in known.shapes.values())
    return Totals(parameters, size, macs, len(graph.nodes) - len(known.shapes))
