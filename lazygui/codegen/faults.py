"""Why a node cannot be written as code. Reasons become comments, so they hold no line break, whatever a name holds.

They are English in every language of the window, for they are part of a script, and what a script says does not change
with who exports it. The sentences for people are in `lazygui.words`.
"""

from __future__ import annotations

from lazygui.graph import filling, rules
from lazygui.graph.model import Graph, Node
from lazygui.graph.problems import Problem


def of_node(node: Node) -> str | None:
    """Return why the node itself cannot be written, or None. Every text that comes from the document is quoted."""
    problem = rules.check_node(node)
    if problem:
        return f"{node.id!r}: {_reason(problem)}"
    for argument in filling.open_arguments(node):
        return f"{node.id!r}: its argument {argument!r} is left to what arrives, which is not known yet"
    return None


def of_inputs(graph: Graph, node: Node) -> str | None:
    """Return which inputs of the node are not connected, or None."""
    free = rules.missing_inputs(node, graph.inputs.get(node.id, ()))
    return f"{node.id!r}: not connected: {', '.join(free)}" if free else None


def of_ties(graph: Graph, node: Node) -> str | None:
    """Return why the node cannot use the parameters of another one, or None."""
    problem = rules.check_ties(graph, node)
    if problem is None:
        return None
    if node.shares:
        return f"{node.id!r}: it cannot share the parameters of {node.shares!r}"
    return f"{node.id!r}: it cannot be tied to {', '.join(map(repr, node.ties.values()))}"


def _reason(problem: Problem) -> str:
    details = problem.details
    match problem.code:
        case "unknown_type":
            return f"LazyGUI does not know the type {details['type']!r}"
        case "unsupported_member":
            return f"LazyGUI does not know its member {details['member']!r}"
        case "unknown_argument":
            return f"LazyGUI does not know its argument {details['argument']!r}"
        case "values_shape":
            return "its values do not have its shape"
        case "source_invalid":
            return "its source does not define exactly one plain function"
        case "source_parameters":
            return "its function takes fewer tensors than it must"
    return f"its argument {details['argument']!r} is missing or not what the layer takes"
