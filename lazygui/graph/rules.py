"""What a network may be. Each rule is a pure function that answers with a Problem, or None where all is well."""

from __future__ import annotations

import keyword
import math
from collections.abc import Collection, Mapping
from typing import Protocol

from lazygui.catalog.spec import AUTO, ArgumentSpec, Kind, Role, Value
from lazygui.graph import custom, naming, ties
from lazygui.graph.model import MOST_PORTS, Edge, Graph, Node, Port, divided, is_same, owner_of
from lazygui.graph.problems import Detail, Problem
from lazygui.graph.topology import downstream


class _Maker(Protocol):
    def __call__(self, code: str, **details: Detail) -> Problem: ...


LARGEST = 2**63 - 1
"""The largest size that torch can hold in an int64."""


def can_connect(graph: Graph, source: Port, target: Port) -> Problem | None:
    """Return why the edge is forbidden, or None. The first reason wins: missing end, itself, taken input, cycle."""
    found = check_ends(graph.nodes, graph.edges, source, target)
    if found is None and source.node in downstream(graph, (target.node,)):
        return Problem("cycle", target.node, {"source": source.node})
    return found


def check_ends(nodes: Mapping[str, Node], edges: Mapping[Port, Port], source: Port, target: Port) -> Problem | None:
    """Return why an edge is forbidden, or None, but for cycles: whoever adds many edges looks for those once."""
    if source.node not in nodes or not _has_output(nodes[source.node], source.index):
        return Problem("missing_output", source.node, {"port": source.index})
    if target.node not in nodes or not _has_input(nodes[target.node], target.index):
        return Problem("missing_input", target.node, {"port": target.index})
    if source.node == target.node:
        return Problem("connects_itself", source.node)
    if target in edges:
        return Problem("input_taken", target.node, {"port": target.index, "by": edges[target].node})
    return None


# A port of an unknown or variadic layer is there once an edge needs it, so that a paste may add edges in any order.
def _has_output(node: Node, index: int) -> bool:
    is_open = node.spec is None or (
        node.spec.outputs_from is not None and len(node.spec.outputs) == len(node.output_names) == 1
    )
    return 0 <= index < (MOST_PORTS if is_open else len(node.output_names))


def _has_input(node: Node, index: int) -> bool:
    is_open = node.spec is None or node.spec.is_variadic
    return 0 <= index < (MOST_PORTS if is_open else len(node.input_names))


def check_name(name: str, taken: Collection[str]) -> Problem | None:
    """Return why a node cannot be called so, or None."""
    if not naming.is_valid(name):
        return Problem("name_invalid", name)
    parts = name.split(".")
    if any(keyword.iskeyword(part) for part in parts):
        return Problem("name_keyword", name)
    if any(part in naming.RESERVED or part.startswith("__") for part in parts):
        return Problem("name_reserved", name)
    other = naming.rival(name, taken)
    if other == name:
        return Problem("name_taken", name)
    return None if other is None else Problem("name_nested", name, {"other": other})


def check_argument(argument: ArgumentSpec, value: Value, node: str | None = None) -> Problem | None:
    """Return why the layer cannot take this value, or None."""

    def problem(code: str, **details: Detail) -> Problem:
        return Problem(code, node, {"argument": argument.name, "value": value, **details})

    if value is None:
        return None if argument.optional else problem("argument_missing")
    if value == AUTO and argument.auto is not None:
        return None
    match argument.kind:
        case Kind.BOOLEAN:
            return None if isinstance(value, bool) else problem("not_boolean")
        case Kind.CHOICE:
            is_choice = any(is_same(choice, value) for choice in argument.choices)
            return None if is_choice else problem("not_a_choice", choices=argument.choices)
        case Kind.INTEGER | Kind.FLOAT:
            return _check_number(argument, value, problem)
        case Kind.SIZE:
            return _check_size(argument, value, problem)
        case Kind.SHAPE:
            return _check_numbers(argument, value if isinstance(value, tuple) else (value,), problem)
        case Kind.TEXT:
            return None if isinstance(value, str) else problem("not_text")
        case Kind.NUMBERS:
            return None if _tensor_shape(value) is not None else problem("not_numbers")


def check_node(node: Node) -> Problem | None:
    """Return why the node itself can neither run nor be exported, or None; its inputs are not looked at."""
    if node.spec is None:
        return Problem("unknown_type", node.id, {"type": node.type})
    for member in node.extra:
        return Problem("unsupported_member", node.id, {"member": member})
    for argument in unknown_arguments(node):
        return Problem("unknown_argument", node.id, {"argument": argument, "type": node.type})
    return check_arguments(node) or _check_role(node)


def _check_role(node: Node) -> Problem | None:
    match node.spec.role if node.spec else None:
        case Role.INPUT | Role.CONSTANT:
            return _check_values(node)
        case Role.CUSTOM:
            return _check_source(node)
        case _:
            return None


def _check_source(node: Node) -> Problem | None:
    """A custom node needs one plain function, with at least one tensor left to take beside its numbers."""
    found, numbers = custom.signature(str(node.value("source"))), node.value("numbers")
    if found is None:
        return Problem("source_invalid", node.id)
    if isinstance(numbers, tuple) and len(found.parameters) <= len(numbers):
        return Problem("source_parameters", node.id, {"function": found.name, "numbers": len(numbers)})
    return None


def missing_inputs(node: Node, edges: Collection[Edge]) -> tuple[str, ...]:
    """Return the inputs that none of the edges feeds. A variadic layer takes its edges in order and minds no gaps."""
    taken = {edge.target.index for edge in edges}
    is_variadic = node.spec is not None and node.spec.is_variadic
    if is_variadic and len(taken) >= len(node.input_names):
        return ()
    packs = node.spec.packs if node.spec else ()
    begun = [pack for _, pack in packs if any(node.input_names.index(name) in taken for name in pack)]
    # Of the states that go together as one tuple all are there, or none is.
    needed = {name for pack in begun for name in pack}
    optional = {*node.spec.optional} - needed if node.spec else set()
    return tuple(name for index, name in enumerate(node.input_names) if index not in taken and name not in optional)


def sample_shape(node: Node) -> tuple[Value, ...]:
    """Return the shape of an Input's sample, whose arguments are known to be valid; one length may stand alone."""
    shape = node.value("shape")
    return shape if isinstance(shape, tuple) else (shape,)


def check_ties(graph: Graph, node: Node) -> Problem | None:
    """Return why a node cannot use what it shares or is tied to, or None; a document may name what is not there."""
    if node.shares:
        return _check_shared(graph, node)
    found = (_check_tied(graph, node, own, path) for own, path in node.ties.items())
    return next(filter(None, found), None)


def check_share(graph: Graph, node: str, owner: str) -> Problem | None:
    """Return why a node cannot use the module of another again, or None. It would take over type and arguments."""
    for name in (node, owner):
        if name not in graph.nodes:
            return Problem("missing_node", name)
    if owner_of(graph.nodes, node) == owner_of(graph.nodes, owner):
        return Problem("share_itself", node, {"other": owner})
    return _check_pair(graph.nodes[node], graph.nodes[owner_of(graph.nodes, owner)])


def check_tie(graph: Graph, node: str, parameter: str, other: str, other_parameter: str) -> Problem | None:
    """Return why two parameters cannot be one, or None. Only shapes that are known to differ forbid it."""
    places = ties.Place(node, parameter), ties.Place(other, other_parameter)
    for place in places:
        if place.node not in graph.nodes:
            return Problem("missing_node", place.node)
        if place.parameter not in ties.shapes_of(graph.nodes[place.node]):
            return Problem("tie_parameter", place.node, {"parameter": place.parameter})
    one, two = (ties.root(graph, *place) for place in places)
    if one == two:
        return Problem("tie_itself", node, {"parameter": parameter, "other": _path(*places[1])})
    return _check_widths(graph, *places) or _check_widths(graph, one, two)


def _check_shared(graph: Graph, node: Node) -> Problem | None:
    if node.shares not in graph.nodes:
        return Problem("share_missing", node.id, {"other": node.shares})
    owner = graph.nodes[owner_of(graph.nodes, node.id)]
    if owner.shares in graph.nodes:
        return Problem("share_circle", node.id, {"other": node.shares})
    if node.ties:
        return Problem("share_tied", node.id, {"other": owner.id, "parameter": next(iter(node.ties))})
    return _check_pair(node, owner) or _check_same_arguments(node, owner)


def _check_pair(node: Node, owner: Node) -> Problem | None:
    """Two layers can be one module if torch makes one class of them."""
    for one in (node, owner):
        if not ties.is_shareable(one):
            return Problem("share_nothing", one.id, {"type": one.type})
    if ties.torch_type(node) != ties.torch_type(owner):
        return Problem("share_type", node.id, {"type": node.type, "other": owner.id, "other_type": owner.type})
    return None


def _check_same_arguments(node: Node, owner: Node) -> Problem | None:
    """What goes to each call may differ, and what is left open is filled in; all else is one."""
    for argument in node.spec.arguments if node.spec else ():
        own, others = node.value(argument.name), owner.value(argument.name)
        is_common = owner.spec is not None and owner.spec.argument(argument.name) is not None
        if is_common and not argument.at_call and AUTO not in (own, others) and own != others:
            details: dict[str, Detail] = {"other": owner.id, "argument": argument.name, "value": own, "their": others}
            return Problem("share_arguments", node.id, details)
    return None


def _check_tied(graph: Graph, node: Node, own: str, path: str) -> Problem | None:
    other, parameter = divided(path, graph.nodes)
    if other not in graph.nodes:
        return Problem("tie_missing", node.id, {"parameter": own, "other": path})
    return check_tie(graph.without_tie(node.id, own), node.id, own, other, parameter)


def _check_widths(graph: Graph, one: ties.Place, two: ties.Place) -> Problem | None:
    own, other = (ties.shapes_of(graph.nodes[place.node]).get(place.parameter, ()) for place in (one, two))
    if ties.can_agree(own, other):
        return None
    details: dict[str, Detail] = {"place": _path(*one), "shape": own, "other": _path(*two), "other_shape": other}
    return Problem("tie_widths", one.node, details)


def _path(node: str, parameter: str) -> str:
    return f"{node}.{parameter}" if parameter else node


def check_arguments(node: Node) -> Problem | None:
    """Return the first thing wrong with a node's arguments: a bad value, or a required one that is missing."""
    if node.spec is None:
        return None
    for argument in node.spec.arguments:
        if argument.name in node.arguments or argument.is_required:
            found = check_argument(argument, node.arguments.get(argument.name), node.id)
            if found:
                return found
    return None


def unknown_arguments(node: Node) -> tuple[str, ...]:
    """Return the arguments that the catalogue does not know; they are kept, and such a node cannot run."""
    return tuple(name for name in node.arguments if node.spec and node.spec.argument(name) is None)


def _check_values(node: Node) -> Problem | None:
    """Return why a node cannot be filled by its own values, or None: there are none, or they have another shape."""
    values, expected = node.value("values"), sample_shape(node)
    if node.value("fill") != "values":
        return None
    if values is None:
        return Problem("argument_missing", node.id, {"argument": "values"})
    got = _tensor_shape(values)
    return None if got == expected else Problem("values_shape", node.id, {"expected": expected, "got": got})


def _check_size(argument: ArgumentSpec, value: Value, problem: _Maker) -> Problem | None:
    if isinstance(value, str):
        return None if value in argument.words else problem("not_a_size", axes=argument.axes)
    if not isinstance(value, tuple):
        return _check_number(argument, value, problem)
    if len(value) != argument.axes:
        return problem("wrong_axes", axes=argument.axes, got=len(value))
    return _check_numbers(argument, value, problem)


def _check_numbers(argument: ArgumentSpec, numbers: tuple[Value, ...], problem: _Maker) -> Problem | None:
    """Check each number; optional axes may be left open, as adaptive pooling does with (None, 7)."""
    found = (_check_number(argument, n, problem) for n in numbers if n is not None or not argument.optional_axes)
    return next(filter(None, found), None)


def _check_number(argument: ArgumentSpec, number: Value, problem: _Maker) -> Problem | None:
    is_float = argument.kind is Kind.FLOAT
    if isinstance(number, bool) or not isinstance(number, int | float if is_float else int):
        return problem("not_number" if is_float else "not_integer")
    if isinstance(number, float) and not math.isfinite(number):
        return problem("not_finite")
    low, high = argument.minimum, argument.maximum
    if low is not None and argument.exclusive and number <= low:
        return problem("not_above", minimum=low)
    # Only integers have a bound of their own; a float has the whole range of its type.
    low = low if low is not None or isinstance(number, float) else -LARGEST - 1
    high = high if high is not None or isinstance(number, float) else LARGEST
    if low is not None and number < low:
        return problem("below_minimum", minimum=low)
    return problem("above_maximum", maximum=high) if high is not None and number > high else None


def _tensor_shape(value: Value) -> tuple[int, ...] | None:
    """Return the shape of nested rows of finite numbers, or None where they are no tensor."""
    if not isinstance(value, tuple):
        is_finite = (
            math.isfinite(value) if isinstance(value, float) else isinstance(value, int) and abs(value) <= LARGEST
        )
        return () if is_finite else None
    shapes = {_tensor_shape(row) for row in value} or {()}
    inner = shapes.pop()
    return None if shapes or inner is None else (len(value), *inner)
