"""The network as it is read: nodes without names in the order of their calls, and the graph that they become. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import Kind, LayerSpec, Role, Value
from lazygui.codegen.reading.guesses import guess
from lazygui.codegen.reading.naming import Names
from lazygui.codegen.reading.shapes import shapes
from lazygui.codegen.reading.values import (
    Draft,
    Held,
    Layer,
    Module,
    Parts,
    Reference,
    Sample,
    Tensor,
    Thing,
    Unreadable,
    unreadable,
)
from lazygui.graph import placement, rules, ties
from lazygui.graph.calling import nested
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.topology import order

MOST_NODES: Final = 5_000
"""A text that calls more layers than this is refused."""


@dataclass
class Sketch:
    """What was read so far."""

    drafts: list[Draft] = field(default_factory=list)
    bonds: list[tuple[Reference, Reference]] = field(default_factory=list)
    owners: dict[int, Draft] = field(default_factory=dict)
    """The first call of each module, by its identity."""
    scopes: list[Module] = field(default_factory=list)
    line: int = 0

    def draft(self, spec: LayerSpec, arguments: Mapping[str, Value], sources: Mapping[int, Tensor]) -> Draft:
        """Add a node. Its arguments are checked as those of every node are."""
        if len(self.drafts) >= MOST_NODES:
            raise unreadable("code_too_long", limit=MOST_NODES)
        kept = {name: value for name, value in arguments.items() if not _is_default(spec, name, value)}
        self.check(spec, kept)
        made = Draft(spec.type, kept, dict(sources), scope=self.scopes[-1] if self.scopes else None, line=self.line)
        self.drafts.append(made)
        return made

    def check(self, spec: LayerSpec, arguments: Mapping[str, Value]) -> None:
        """Raise Unreadable where a layer does not take these arguments, as the rules of a document say."""
        problem = rules.check_arguments(Node(spec.name, spec.type, arguments))
        if problem is not None:
            raise _refused(problem)

    def layer(self, layer: Layer, at_call: Mapping[str, Value], sources: Mapping[int, Tensor]) -> Draft:
        """Add the call of a module; at a second call it shares what the first one has."""
        made = self.draft(layer.spec, {**layer.arguments, **at_call}, sources)
        made.module = layer
        first = self.owners.setdefault(id(layer), made)
        made.shares = None if first is made else first
        return made

    def tensor(self, thing: Thing) -> Tensor | None:
        """Return the tensor that a value is, or None: samples and parameters become nodes when they are needed."""
        if isinstance(thing, Tensor):
            return thing
        if isinstance(thing, Held):
            return self.held(thing)
        if isinstance(thing, Sample):
            return self.sample(thing)
        return None

    def held(self, held: Held) -> Tensor:
        if id(held) not in self.owners:
            spec = catalog.find(held.type)
            assert spec is not None
            made = self.draft(spec, held.arguments, {})
            made.module, made.scope, made.name = held, None, held.name
            self.owners[id(held)] = made
        return Tensor(self.owners[id(held)], 0, _shape(held.arguments))

    def sample(self, sample: Sample) -> Tensor:
        """Return a sample as what it is where it is used: the network's input, or a constant that a class makes."""
        if sample.held is not None:
            return self.held(sample.held)
        if not self.is_used(sample):
            spec = catalog.find("Input" if sample.is_outside else "Constant")
            assert spec is not None
            known = {argument.name for argument in spec.arguments}
            arguments = {name: value for name, value in sample.arguments.items() if name in known}
            try:
                sample.draft = self.draft(spec, arguments, {})
            except Unreadable as refusal:
                raise (refusal if refusal.has_line else refusal.at(sample.line, "")) from None
            sample.draft.name = sample.name
            if sample.is_outside:
                sample.draft.scope = None
        assert sample.draft is not None
        return Tensor(sample.draft, 0, _shape(sample.arguments))

    def is_used(self, sample: Sample) -> bool:
        return sample.draft is not None and not sample.draft.is_forgotten

    def input(self, name: str) -> Tensor:
        """Add an Input that the text does not tell: its shape is guessed from what it feeds, once all is read."""
        spec = catalog.find("Input")
        assert spec is not None
        made = self.draft(spec, spec.start_arguments(), {})
        made.name, made.scope, made.is_guessed = name, None, True
        return Tensor(made)

    def results(self, made: Draft, spec: LayerSpec) -> Thing:
        """Return what a call gives: a tensor, or tensors in the tuples in which torch gives them."""
        node = Node("node", made.type, made.arguments)
        found = shapes(node, [one.shape for _, one in sorted(made.sources.items())])
        argument = spec.argument(spec.outputs_from) if spec.outputs_from else None
        count = len(node.output_names)
        tensors = tuple(Tensor(made, n, found[n] if n < len(found) else None) for n in range(count))
        if spec.role is Role.CUSTOM or argument is None:
            return nested(spec, tensors)
        if argument.kind is Kind.BOOLEAN:
            missing = (None,) * (len(spec.outputs) - count) if argument.default is True else ()
            return (*tensors, *missing) if count + len(missing) > 1 else tensors[0]
        told = node.value(argument.name)
        return Parts(made) if count == 1 and not isinstance(told, tuple) and told != 1 else tensors

    def unpacked(self, made: Draft, count: int) -> tuple[Tensor, ...]:
        """Return the first outputs of a node whose number of outputs nothing else tells."""
        if made.type == "Custom":
            said = made.arguments.get("outputs", 1)
            made.arguments["outputs"] = max(count, said if isinstance(said, int) else 1)
        return tuple(Tensor(made, n) for n in range(count))

    def forget(self, count: int) -> None:
        """Take back all nodes behind the first `count`: the line that made them is left out."""
        for made in self.drafts[count:]:
            made.is_forgotten = True
        del self.drafts[count:]
        self.owners = {key: made for key, made in self.owners.items() if not made.is_forgotten}

    def graph(self, outside: Mapping[int, str]) -> Graph:
        """Return the graph, every node with a name and a place; `outside` names the networks, by identity."""
        names = Names(self.drafts, outside).given()
        nodes = {names[id(one)]: _node(one, names) for one in self.drafts}
        edges = {
            Port(names[id(one)], index): Port(names[id(source.draft)], source.port)
            for one in self.drafts
            for index, source in sorted(one.sources.items())
        }
        drawn = Graph(MappingProxyType(nodes), MappingProxyType(edges))
        drawn = self._with_bonds(drawn, names)
        return placement.completed(ties.normalised(_in_order(guess(drawn, self._guessed(names)))))

    def _guessed(self, names: Mapping[int, str]) -> tuple[str, ...]:
        return tuple(names[id(one)] for one in self.drafts if one.is_guessed)

    def _with_bonds(self, drawn: Graph, names: Mapping[int, str]) -> Graph:
        """Tie parameters. What the network does not call has nothing to tie."""
        for own, other in self.bonds:
            ends = [self.owners.get(id(one.layer)) for one in (own, other)]
            if ends[0] is None or ends[1] is None or ends[0] is ends[1]:
                continue
            node = drawn.nodes[names[id(ends[0])]]
            tied = {**node.ties, own.parameter: f"{names[id(ends[1])]}.{other.parameter}"}
            grown = drawn.with_nodes((replace(node, ties=MappingProxyType(tied)),))
            problem = rules.check_ties(grown, grown.nodes[node.id])
            if problem is not None:
                raise _refused(problem)
            drawn = grown
        return drawn


def _in_order(graph: Graph) -> Graph:
    """Inputs stand first, as they are drawn first; all else stays as it was called."""
    if len(order(graph)) != len(graph.nodes):
        return graph
    inputs = {key: node for key, node in graph.nodes.items() if node.spec and node.spec.is_input}
    return replace(graph, nodes=MappingProxyType({**inputs, **graph.nodes}))


def _node(one: Draft, names: Mapping[int, str]) -> Node:
    shares = names[id(one.shares)] if one.shares is not None else ""
    return Node(names[id(one)], one.type, MappingProxyType(one.arguments), shares=shares)


def _is_default(spec: LayerSpec, name: str, value: Value) -> bool:
    """Say whether an argument says nothing. What is written for a layer stays, as the code export keeps it."""
    argument = spec.argument(name)
    if argument is None or argument.is_required or (spec.role is Role.LAYER and value is not None):
        return False
    return type(value) is type(argument.default) and value == argument.default


def _shape(arguments: Mapping[str, Value]) -> tuple[int | None, ...] | None:
    shape = arguments.get("shape")
    return tuple(one if isinstance(one, int) else None for one in shape) if isinstance(shape, tuple) else None


def _refused(problem: Problem) -> Exception:
    return unreadable(problem.code, problem.node, **problem.details)
