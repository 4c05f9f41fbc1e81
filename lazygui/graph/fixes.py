"""A fix as an edit: the one way in which a button of a problem changes the drawing. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from lazygui import catalog
from lazygui.graph import edits, ties
from lazygui.graph.edits import BaseEdit, EditTitle
from lazygui.graph.findings import Fix
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.problems import refuse


@dataclass(frozen=True)
class ApplyFix(BaseEdit):
    """Mend a problem as a fix says, in one step."""

    fix: Fix

    @property
    def title(self) -> EditTitle:
        return EditTitle("fix", 1, self.fix.node)

    def apply(self, graph: Graph) -> Graph:
        fix, node = self.fix, graph.nodes.get(self.fix.node)
        if node is None:
            raise refuse("missing_node", fix.node)
        match fix.code:
            case "insert":
                return _inserted(graph, fix)
            case "wrap":
                return _appended(_inserted(graph, fix), fix)
            case "remove":
                return _bypassed(graph, node)
            case "make_lazy" | "replace":
                changed = replace(node, type=fix.type, arguments=MappingProxyType(dict(fix.arguments)))
                return _for_all(graph, node, changed)
            case _:
                changed = node
                for name, value in fix.arguments.items():
                    changed = changed.with_argument(name, value)
                return _for_all(graph, node, changed)


def _for_all(graph: Graph, node: Node, changed: Node) -> Graph:
    """Change the node and every other that shares its parameters; what goes to each call stays its own."""
    others = (graph.nodes[key] for key in ties.members(graph, node.id) if key != node.id)
    return graph.with_nodes((changed, *(ties.alike(one, changed) for one in others)))


def _inserted(graph: Graph, fix: Fix) -> Graph:
    spec, target = catalog.find(fix.type), Port(fix.node, fix.port)
    if spec is None or target not in graph.edges:
        raise refuse("missing_input", fix.node, port=fix.port)
    splice = edits.splice_new(graph, spec, target)
    told = replace(splice.nodes[0], arguments=MappingProxyType(dict(fix.arguments)))
    return replace(splice, nodes=(told,)).apply(graph)


def _appended(graph: Graph, fix: Fix) -> Graph:
    """Put a layer behind the first output of the node; all that read it read the new one."""
    spec, made = catalog.find(fix.type), Port(fix.node)
    if spec is None:
        raise refuse("missing_output", fix.node, port=0)
    readers = [edge.target for edge in graph.outputs.get(fix.node, ()) if edge.source == made]
    splice = edits.splice_new(graph, spec, readers[0]) if readers else edits.append_behind(graph, spec, fix.node)
    told = replace(splice.nodes[0], arguments=MappingProxyType(dict(fix.arguments)))
    grown = replace(splice, nodes=(told,)).apply(graph)
    return grown.with_edges(Edge(Port(told.id), target) for target in readers)


def _bypassed(graph: Graph, node: Node) -> Graph:
    """Take a node with one input out of its chain; what read it reads what it read."""
    source = next((edge.source for edge in graph.inputs.get(node.id, ())), None)
    readers = [edge.target for edge in graph.outputs.get(node.id, ())]
    without = graph.without_nodes((node.id,))
    return without if source is None else without.with_edges(Edge(source, target) for target in readers)
