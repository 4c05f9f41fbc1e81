"""What several nodes have in common, and one edit for all of them. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from lazygui.catalog.spec import ArgumentSpec, Value
from lazygui.graph.edits import BaseEdit, EditTitle, SetArgument
from lazygui.graph.model import Graph, Node, is_same


def common_arguments(nodes: Sequence[Node]) -> tuple[ArgumentSpec, ...]:
    """Return the arguments that all nodes have under one name and of one kind, in the order of the first."""
    first = nodes[0].spec if nodes else None
    others = [node.spec for node in nodes[1:]]
    if first is None or any(spec is None for spec in others):
        return ()
    found = {argument.name: argument for argument in first.arguments}
    for spec in dict.fromkeys(spec.type for spec in others if spec):
        theirs = next(one for one in others if one is not None and one.type == spec)
        found = {
            name: argument
            for name, argument in found.items()
            if (other := theirs.argument(name)) is not None and _form(argument) == _form(other)
        }
    return tuple(found.values())


def common_value(nodes: Sequence[Node], name: str) -> tuple[bool, Value]:
    """Return whether an argument is the same in all nodes, and its value in the first."""
    value = nodes[0].value(name)
    return all(is_same(node.value(name), value) for node in nodes), value


@dataclass(frozen=True)
class SetArguments(BaseEdit):
    """Set one argument of several nodes to one value, in one step."""

    nodes: frozenset[str]
    name: str
    value: Value
    gesture: int = 0

    @property
    def title(self) -> EditTitle:
        return EditTitle("set_arguments", len(self.nodes), self.name)

    @property
    def merge_key(self) -> Hashable:
        return ("set", self.gesture, self.nodes, self.name) if self.gesture else None

    def apply(self, graph: Graph) -> Graph:
        for node in sorted(self.nodes):
            graph = SetArgument(node, self.name, self.value).apply(graph)
        return graph


def _form(argument: ArgumentSpec) -> tuple[object, ...]:
    """What a field for an argument depends on."""
    return argument.kind, argument.axes, argument.choices, argument.optional, argument.auto is not None
