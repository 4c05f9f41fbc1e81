"""A layer in the place of another: what both have in common stays. A pure edit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lazygui import catalog
from lazygui.catalog.spec import AUTO, LayerSpec, Value
from lazygui.graph import naming, rules, ties
from lazygui.graph.edits import BaseEdit, EditTitle
from lazygui.graph.model import EMPTY, Graph, Node, Port, divided
from lazygui.graph.problems import refuse


@dataclass(frozen=True)
class SwapLayers(BaseEdit):
    """Have another layer stand where nodes stand, and where all stand that use the same modules.

    Places, arguments that both layers have, and edges where the new layer has a port stay. A name that was made from
    the old layer's, such as `relu2`, follows the new one; a name that a person gave stays.
    """

    nodes: frozenset[str]
    type: str

    @property
    def title(self) -> EditTitle:
        return EditTitle("swap", len(self.nodes), next(iter(self.nodes)) if len(self.nodes) == 1 else "")

    def renames(self, graph: Graph) -> Mapping[str, str]:
        spec = catalog.find(self.type)
        if spec is None:
            return EMPTY
        swapped = _swapped(graph, self.nodes)
        taken = naming.Taken(node for node in graph.nodes if node not in swapped)
        names: dict[str, str] = {}
        for key in swapped:
            names[key] = _name(graph.nodes[key], spec, taken)
            taken.add(names[key])
        return {old: new for old, new in names.items() if old != new}

    def apply(self, graph: Graph) -> Graph:
        spec = catalog.find(self.type)
        for node in sorted(self.nodes - graph.nodes.keys()):
            raise refuse("missing_node", node)
        if spec is None:
            raise refuse("unknown_type", next(iter(self.nodes), None), type=self.type)
        swapped = _swapped(graph, self.nodes)
        changed = graph.with_nodes(as_layer(graph.nodes[key], spec) for key in swapped)
        lost = tuple(port for key in swapped for port in _lost_edges(changed, key))
        changed = changed.without_edges(lost) if lost else changed
        return _retied(changed, frozenset(swapped)).renamed(self.renames(graph))


def as_layer(node: Node, spec: LayerSpec) -> Node:
    """Return the node as another layer, with every argument that was set and that the new layer can take.

    A size that the old layer did not need is left to the program, which fills it in from what arrives.
    """
    new = Node(node.id, spec.type, MappingProxyType(start(spec)), ties=node.ties)
    if ties.is_shareable(new):
        # All that use one module are swapped together, so that they still can.
        new = replace(new, shares=node.shares)
    for name, value in node.arguments.items():
        argument = spec.argument(name)
        if argument is not None and rules.check_argument(argument, value) is None:
            new = new.with_argument(name, value)
    return new


def start(spec: LayerSpec) -> dict[str, Value]:
    """Return the arguments of a new layer that has to fit where it stands."""
    sizes = {one.name for one in spec.arguments if one.auto is not None}
    return {name: AUTO if name in sizes else value for name, value in spec.start_arguments().items()}


def _swapped(graph: Graph, nodes: frozenset[str]) -> tuple[str, ...]:
    """Return the nodes with all that use the same modules, in document order."""
    known = {user for node in nodes if node in graph.nodes for user in ties.members(graph, node)}
    return tuple(node for node in graph.nodes if node in known)


def _lost_edges(graph: Graph, key: str) -> Iterator[Port]:
    """Give the inputs of the edges whose port the node does not have any more."""
    node = graph.nodes[key]
    is_open = node.spec is not None and node.spec.is_variadic
    for _, target in graph.inputs.get(key, ()):
        if not is_open and target.index >= len(node.input_names):
            yield target
    for source, target in graph.outputs.get(key, ()):
        if source.index >= len(node.output_names):
            yield target


def _retied(graph: Graph, swapped: frozenset[str]) -> Graph:
    """Return the graph without the ties that the new layers cannot have."""
    for key, node in graph.nodes.items():
        for own, path in node.ties.items():
            other, parameter = divided(path, graph.nodes)
            if other not in graph.nodes or not {key, other} & swapped:
                continue
            alone = graph.without_tie(key, own)
            if rules.check_tie(alone, key, own, other, parameter) is not None:
                graph = alone
    return graph


def _name(node: Node, spec: LayerSpec, taken: naming.Taken) -> str:
    """Return the name of a node under its new layer."""
    group, dot, own = node.id.rpartition(".")
    is_made = re.fullmatch(rf"{re.escape(naming.stem(node.spec, node.type))}\d*", own) is not None
    if not is_made or naming.stem(node.spec, node.type) == naming.stem(spec, spec.type):
        return node.id
    return naming.unique(f"{group}{dot}{naming.fresh(spec, spec.type, ())}", taken)
