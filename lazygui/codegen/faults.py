"""Why a node cannot be written as code. Reasons become comments, so they hold no line break, whatever a name holds."""

from __future__ import annotations

from lazygui.catalog.spec import Value
from lazygui.graph import rules
from lazygui.graph.model import Graph, Node


def of_node(node: Node) -> str | None:
    """Return why the node itself cannot be written, or None. Every text that comes from the document is quoted."""
    if node.spec is None:
        return f"{node.id!r}: LazyGUI does not know the type {node.type!r}"
    for member in node.extra:
        return f"{node.id!r}: LazyGUI does not know its member {member!r}"
    for argument in rules.unknown_arguments(node):
        return f"{node.id!r}: LazyGUI does not know its argument {argument!r}"
    problem = rules.check_arguments(node)
    if problem:
        return f"{node.id!r}: its argument {problem.details['argument']!r} is missing or not what the layer takes"
    return _of_values(node) if node.spec.is_input else None


def of_inputs(graph: Graph, node: Node) -> str | None:
    """Return which inputs of the node are not connected, or None. A variadic one minds no gaps between its edges."""
    taken = {edge.target.index for edge in graph.inputs.get(node.id, ())}
    free = [name for index, name in enumerate(node.input_names) if index not in taken]
    is_variadic = node.spec is not None and node.spec.is_variadic
    if not free or (is_variadic and len(taken) >= len(node.input_names)):
        return None
    return f"{node.id!r}: not connected: {', '.join(free)}"


def _of_values(node: Node) -> str | None:
    if node.value("fill") == "values" and _shape(node.value("values")) != node.value("shape"):
        return f"{node.id!r}: its values do not have its shape"
    return None


def _shape(values: Value) -> tuple[int, ...]:
    return (len(values), *_shape(values[0] if values else 0)) if isinstance(values, tuple) else ()
