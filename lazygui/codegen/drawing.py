"""A graph with what code export asks of its nodes: their order, their faults, whose module they use. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lazygui.catalog.spec import Kind, Role, Value
from lazygui.codegen import expressions, faults
from lazygui.graph.calling import Setting
from lazygui.graph.model import Graph, Node, Port, owner_of
from lazygui.graph.topology import order

WHOLE: Final = -1
"""The index of a port that stands for all outputs of a node together."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """A graph with what every scope asks of it."""

    graph: Graph

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes in running order."""
        return tuple(self.graph.nodes[key] for key in order(self.graph))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each node in running order; that of an owner is the first place where its module is used."""
        found = {node.id: number for number, node in enumerate(self.nodes)}
        for node in self.nodes:
            owner = self.owner(node)
            found[owner] = min(found[owner], found[node.id])
        return found

    @cached_property
    def faults(self) -> Mapping[str, str]:
        """Why nodes cannot be written, by node, in running order."""
        found = {node.id: self.unbuilt.get(node.id) or faults.of_inputs(self.graph, node) for node in self.nodes}
        return {node: reason for node, reason in found.items() if reason}

    @cached_property
    def unbuilt(self) -> Mapping[str, str]:
        """The nodes of which not even the module can be written, each with the reason."""
        found = {node.id: faults.of_node(node) or faults.of_ties(self.graph, node) for node in self.nodes}
        return {node: reason for node, reason in found.items() if reason}

    @cached_property
    def numbers(self) -> Mapping[str, tuple[Setting, ...]]:
        """The numbers that the constructors of modules are given."""
        built = (node for node in self.nodes if node.spec and node.spec.is_module and self.is_built(node))
        return {node.id: tuple(one for one in expressions.written(node) if _is_number(one.value)) for node in built}

    def owner(self, node: Node) -> str:
        """Return the node whose module this one uses."""
        found = owner_of(self.graph.nodes, node.id) if node.shares in self.graph.nodes else node.id
        return found if found in self.graph.nodes else node.id

    def is_given(self, node: Node) -> bool:
        """Say whether the node's tensor is held, not computed: a parameter or a constant."""
        return node.spec is not None and node.spec.role in (Role.PARAMETER, Role.CONSTANT)

    def is_holder(self, node: Node) -> bool:
        """Say whether the node is an attribute of its module."""
        return node.spec is not None and (node.spec.is_module or self.is_given(node))

    def is_built(self, node: Node) -> bool:
        """Say whether the node's own module or tensor is constructed."""
        return self.is_holder(node) and node.id not in self.unbuilt and self.owner(node) == node.id

    def is_input(self, node: Node) -> bool:
        return node.spec is not None and node.spec.is_input

    def reads(self, node: Node) -> tuple[tuple[int, Port], ...]:
        """Return the ports that the node reads, by the index of its own."""
        return tuple((edge.target.index, edge.source) for edge in self.graph.inputs.get(node.id, ()))

    def has_tuple(self, node: Node) -> bool:
        """Say whether the node's call gives a tuple.

        Where a switch says how many outputs there are, a layer that has several by default gives a tuple in any case,
        with None in it: attention without its weights. One that has a single output by default gives that alone.
        """
        spec = node.spec
        if spec is None:
            return False
        argument = spec.argument(spec.outputs_from) if spec.outputs_from else None
        if argument is not None and argument.kind is Kind.BOOLEAN:
            return node.value(argument.name) is True or argument.default is True
        # A split gives a tuple even of one; a function of the document gives what it is said to.
        return len(node.output_names) > 1 or (argument is not None and spec.role is not Role.CUSTOM)

    def parts(self, node: Node) -> tuple[str, ...]:
        """Return the names of what is in the tuple; none where only a number says how many there are."""
        argument = node.spec.argument(node.spec.outputs_from) if node.spec and node.spec.outputs_from else None
        if node.spec is None or (argument is not None and argument.kind is not Kind.BOOLEAN):
            return ()
        return node.output_names if argument is None else node.spec.outputs

    def ends(self, node: Node) -> tuple[Port, ...]:
        """Return what a node gives that nobody reads, all of it together."""
        if node.id in self.graph.outputs or self.is_given(node):
            return ()
        return (Port(node.id, WHOLE if self.has_tuple(node) else 0),)

    def gives(self, node: Node) -> tuple[Port, ...]:
        """Return the ports of the node that are read, or what it gives as a whole where nobody reads anything."""
        read = {edge.source.index for edge in self.graph.outputs.get(node.id, ())}
        return tuple(Port(node.id, index) for index in sorted(read)) or self.ends(node)


def _is_number(value: Value) -> bool:
    if isinstance(value, tuple):
        return bool(value) and all(map(_is_number, value))
    return isinstance(value, int | float) and not isinstance(value, bool)
