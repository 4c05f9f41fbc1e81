"""What the axes of a tensor are called when one looks inside it. Pure."""

from __future__ import annotations

from lazygui.catalog.spec import Family
from lazygui.graph.axes import letters
from lazygui.graph.findings import Shape
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.results import Results

_OF_WEIGHTS = ("out", "in", "kernel", "kernel", "kernel")
_TRANSPOSED = ("in", "out", "kernel", "kernel", "kernel")


def of_parameter(node: Node, parameter: str, shape: Shape) -> tuple[str, ...]:
    """Return a name for each axis: `out` and `in` of a weight; only a number where nothing is known."""
    family = node.spec.family if node.spec else None
    if parameter == "weight" and family in (Family.LINEAR, Family.CONVOLUTION) and len(shape) > 1:
        is_turned = node.spec is not None and "Transpose" in node.spec.name
        return (_TRANSPOSED if is_turned else _OF_WEIGHTS)[: len(shape)]
    if parameter == "bias" and family in (Family.LINEAR, Family.CONVOLUTION):
        return ("out",)
    return tuple(str(axis) for axis in range(len(shape)))


def of_output(graph: Graph, results: Results, node: str, output: int, shape: Shape) -> tuple[str, ...]:
    """Return the letter of each axis, or its number where it has none."""
    shapes = {Port(key, n): one for key in graph.nodes for n, one in enumerate(results.outputs(key))}
    known = letters(graph, shapes).get(Port(node, output), ())
    found = known if len(known) == len(shape) else ("",) * len(shape)
    return tuple(name or str(axis) for axis, name in enumerate(found))
