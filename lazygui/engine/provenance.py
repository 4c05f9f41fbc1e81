"""Where a number comes from: back along the edges, through all that passes it on, to the node that made it. Pure.

Conservative: an axis is followed only where the catalogue says that it is the same, and its length is the same too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from lazygui.catalog.spec import Kind, Role
from lazygui.engine import lengths
from lazygui.graph import axes
from lazygui.graph.findings import Cause, Shape
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import NodeShapes

_MAKERS: Final = ("kernel_size", "output_size", "size", "scale_factor", "shape", "sizes", "unflattened_size", "length")
"""Arguments that decide on the length of an axis which no text of the catalogue tells."""
WHOLE: Final = frozenset({"wrong_rank", "wrong_elements"})
"""Problems of a shape as a whole."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The node that made a length, at which of its axes, by which argument if by one.

    `path` are the nodes from there to the last that passed it on. `factors` are what was multiplied, or added up.
    """

    node: str
    axis: int
    number: int
    argument: str = ""
    path: tuple[str, ...] = ()
    factors: tuple[int, ...] = ()
    is_sum: bool = False

    @property
    def arithmetic(self) -> str:
        """`16 × 5 × 5 = 400`, or nothing where there is nothing to compute."""
        sign = " + " if self.is_sum else " × "
        return f"{sign.join(map(str, self.factors))} = {self.number}" if len(self.factors) > 1 else ""


class _Made(NamedTuple):
    argument: str = ""
    factors: tuple[int, ...] = ()
    is_sum: bool = False


class _Carried(NamedTuple):
    port: int
    axis: int


def origin(graph: Graph, shapes: Mapping[str, NodeShapes], start: Port, axis: int) -> Origin | None:
    """Return where the length of an axis of an output was decided; None where the shapes do not tell."""
    path: list[str] = []
    while True:
        shape = _shape(shapes, start)
        if shape is None or not -len(shape) <= axis < len(shape):
            return None
        axis %= len(shape)
        path.append(start.node)
        made = _step(graph, shapes, start, axis, shape)
        if isinstance(made, _Made):
            return Origin(start.node, axis, shape[axis], made.argument, tuple(reversed(path)), *made[1:])
        edge = next(e for e in graph.inputs[start.node] if e.target.index == made.port)
        start, axis = edge.source, made.axis


def origin_at(graph: Graph, shapes: Mapping[str, NodeShapes], node: str, port: int, axis: int) -> Origin | None:
    """Return where the length of an axis was decided that arrives at an input."""
    source = graph.edges.get(Port(node, port))
    return origin(graph, shapes, source, axis) if source else None


def dtype_path(graph: Graph, shapes: Mapping[str, NodeShapes], source: Port) -> tuple[str, ...]:
    """Return the nodes that a data type came by, first the one that chose it; () where the catalogue does not tell."""
    path: list[str] = []
    while True:
        node, known = graph.nodes[source.node], shapes.get(source.node)
        if node.spec is None or known is None or source.index >= len(known.dtypes):
            return ()
        path.append(node.id)
        if node.spec.role in (Role.INPUT, Role.CONSTANT) or node.spec.argument("dtype") is not None:
            return tuple(reversed(path))
        edges = [e for e in graph.inputs.get(node.id, ()) if node.input_names[0] in node.spec.passes_values]
        if len(edges) != 1:
            return ()
        source = edges[0].source


def causes(graph: Graph, shapes: Mapping[str, NodeShapes], problem: Problem) -> tuple[tuple[Cause, ...], str]:
    """Return where the numbers of a problem come from, and the arithmetic behind the one that arrived."""
    node, details = problem.node, problem.details
    if node is None or "port" not in details:
        return (), ""
    found, arithmetic = [*_of_dtype(graph, shapes, problem), *_of_shape(graph, shapes, problem)], ""
    for name, port, axis in _asked(problem):
        made = origin_at(graph, shapes, node, port, axis)
        if made is not None and details.get(name) == made.number:
            found.append(Cause(name, made.number, made.node, made.argument, (*made.path, node)))
            arithmetic = arithmetic or made.arithmetic
    for name, argument in _own(problem):
        number, maker = details.get(name), str(details.get("owner") or node)
        spec = graph.nodes[node].spec
        if isinstance(number, int) and spec and (spec.argument(argument) or maker != node):
            found.insert(0, _expected(graph, shapes, problem, Cause(name, number, maker, argument, (maker,))))
    return tuple(found), arithmetic


def _of_dtype(graph: Graph, shapes: Mapping[str, NodeShapes], problem: Problem) -> Iterator[Cause]:
    """Say who chose the data type that arrived."""
    dtype, source = problem.details.get("dtype"), _source(graph, problem)
    path = dtype_path(graph, shapes, source) if isinstance(dtype, str) and source else ()
    if path:
        yield Cause("dtype", str(dtype), path[0], "dtype", (*path, str(problem.node)))


def _of_shape(graph: Graph, shapes: Mapping[str, NodeShapes], problem: Problem) -> Iterator[Cause]:
    """Say which node gave a shape its number of axes, or of elements: the last one that changed any of them."""
    source, shape = _source(graph, problem), problem.details.get("shape")
    arrived = _shape(shapes, source) if source else None
    if problem.code not in WHOLE or source is None or arrived is None or arrived != shape:
        return
    made = [one for axis in range(len(arrived)) if (one := origin(graph, shapes, source, axis)) is not None]
    last = min(made, key=lambda one: len(one.path), default=None)
    if last is not None:
        argument = last.argument if last.argument == "shape" else ""
        yield Cause("shape", arrived, last.node, argument, (*last.path, str(problem.node)))


def _source(graph: Graph, problem: Problem) -> Port | None:
    """Return what feeds the input that a problem speaks of."""
    port = problem.details.get("port")
    return graph.edges.get(Port(str(problem.node), port)) if isinstance(port, int) else None


def _own(problem: Problem) -> Sequence[tuple[str, str]]:
    """Return the numbers of a problem that are the node's own, each with the argument that says it."""
    details = problem.details
    argument = str(details.get("argument", ""))
    if problem.code == "not_divisible":
        return ("by", str(details.get("divisor"))), ("number", argument)
    if "kernel" in details:
        return (("kernel", "kernel_size"),)
    return (("expected", argument),)


def _expected(graph: Graph, shapes: Mapping[str, NodeShapes], problem: Problem, plain: Cause) -> Cause:
    """Weights that are shared have the width that came to their owner first."""
    owner = problem.details.get("owner")
    if not isinstance(owner, str) or owner not in shapes or graph.nodes[owner].value(plain.argument) is not None:
        return plain
    axis = problem.details.get("axis")
    made = origin_at(graph, shapes, owner, 0, axis) if isinstance(axis, int) else None
    return plain if made is None else Cause("expected", plain.number, made.node, made.argument, (*made.path, owner))


def _asked(problem: Problem) -> Sequence[tuple[str, int, int]]:
    """Return the numbers of a problem that arrived, each with its input and axis."""
    details = problem.details
    port, axis = details.get("port"), details.get("axis")
    if not isinstance(port, int) or not isinstance(axis, int):
        return ()
    if problem.code == "axis_out_of_range":
        return ()
    other, there = details.get("other_port"), details.get("other_axis", axis)
    if "a" in details and isinstance(other, int) and isinstance(there, int):
        return ("a", other, there), ("b", port, axis)
    if problem.code == "not_divisible":
        return (("number", port, axis),) if not details.get("argument") else ()
    return (("got", port, axis),)


def _shape(shapes: Mapping[str, NodeShapes], port: Port) -> Shape | None:
    found = shapes.get(port.node)
    return found.outputs[port.index] if found and port.index < len(found.outputs) else None


def _step(graph: Graph, shapes: Mapping[str, NodeShapes], start: Port, axis: int, shape: Shape) -> _Made | _Carried:
    node = graph.nodes[start.node]
    if node.spec is None or node.spec.role is not Role.LAYER:
        return _Made("shape" if node.spec and node.spec.argument("shape") else "")
    edges = graph.inputs.get(node.id, ())
    arrived = {edge.target.index: one for edge in edges if (one := _shape(shapes, edge.source)) is not None}
    found = _told(node, arrived, start.index, axis, shape) or _moved(node, arrived, axis, shape)
    if found is None and node.spec.axes == "=":
        found = _alike(node, edges, arrived, axis, shape)
    if isinstance(found, _Carried) and arrived[found.port][found.axis] != shape[axis]:
        found = None
    return found or _Made(next((name for name in _MAKERS if node.spec.argument(name) is not None), ""))


def _told(node: Node, arrived: Mapping[int, Shape], output: int, axis: int, shape: Shape) -> _Made | _Carried | None:
    """Read the text of the catalogue: the axis has the length of an argument, or of an axis that arrives."""
    for one in lengths.alternatives(node):
        if output >= len(one.outputs):
            continue
        given = lengths.spread(node, one.outputs[output], len(shape))
        taken = {
            port: lengths.spread(node, one.inputs[port], len(arrived[port]))
            for port in arrived
            if port < len(one.inputs)
        }
        if given is None or None in taken.values():
            continue
        word = given[axis].word
        if argument := lengths.maker(node, word):
            return _Made(argument)
        number = [a.word for a in given[:axis]].count(word)
        for port, axes_there in taken.items():
            places = [index for index, a in enumerate(axes_there or ()) if a.word == word]
            if number < len(places) and len(places) == [a.word for a in given].count(word):
                return _Carried(port, places[number])
    return None


def _moved(node: Node, arrived: Mapping[int, Shape], axis: int, shape: Shape) -> _Made | _Carried | None:
    """Axes that change places, are joined or are new."""
    assert node.spec is not None
    rule = axes.rule(node.spec.axes)
    before = arrived.get(0)
    if not isinstance(rule, axes.Moves) or before is None or len(arrived) > 1:
        return None
    places = rule.places(node, len(before), len(shape))
    if places is None:
        return None
    place = places[axis]
    if isinstance(place, int):
        return _Carried(0, place)
    joined = len(before) - len(shape) + 1
    return _Made("", before[axis : axis + joined]) if joined > 1 else _Made("dim" if node.spec.argument("dim") else "")


def _alike(
    node: Node, edges: tuple[Edge, ...], arrived: Mapping[int, Shape], axis: int, shape: Shape
) -> _Made | _Carried | None:
    """Axes that stay what they were; tensors that are laid side by side add up."""
    assert node.spec is not None
    dim = node.value("dim")
    if node.spec.call is not None and node.spec.call.gathers and isinstance(dim, int) and dim % len(shape) == axis:
        return _Made("dim", tuple(arrived[edge.target.index][axis] for edge in edges), is_sum=True)
    sized = [a for a in node.spec.arguments if a.kind in (Kind.SHAPE, Kind.SIZE) and not a.is_axis]
    for port, before in arrived.items():
        there = axis - len(shape) + len(before)
        if there >= 0 and before[there] == shape[axis]:
            return _Carried(port, there)
    return _Made(sized[0].name) if sized else None
