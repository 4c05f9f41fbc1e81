"""Hypothesis strategies: any graph that the rules allow, over the whole catalogue and beyond it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from lazygui.catalog import CATALOG
from lazygui.catalog.spec import AUTO, ArgumentSpec, Kind, LayerSpec
from lazygui.graph import rules, ties
from lazygui.graph.model import Edge, Graph, Node, Point, Port

json_atoms = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
)
"""What JSON holds that holds nothing else."""


def _more(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text('abλ{"', max_size=3), inner, max_size=3)


json_values = st.recursive(json_atoms, _more, max_leaves=6)
"""Any JSON, with tuples for arrays as the reader gives them."""

names = st.from_regex(r"[a-zA-Z卷层é][a-z0-9_]{0,3}(\.([0-9]|[a-z][a-z0-9]?)){0,2}", fullmatch=True)


def _numbers(argument: ArgumentSpec) -> st.SearchStrategy[Any]:
    low = -5 if argument.minimum is None else argument.minimum
    high = low + 2**40 if argument.maximum is None else argument.maximum
    integers = st.integers(int(low), int(high))
    if argument.kind is not Kind.FLOAT:
        return integers
    return integers | st.floats(low, high, exclude_min=argument.exclusive)


def values(argument: ArgumentSpec) -> st.SearchStrategy[Any]:
    """Any value that the argument takes."""
    number = _numbers(argument)
    match argument.kind:
        case Kind.BOOLEAN:
            found: st.SearchStrategy[Any] = st.booleans()
        case Kind.CHOICE:
            found = st.sampled_from(argument.choices)
        case Kind.SIZE:
            axis = number | st.none() if argument.optional_axes else number
            found = number | st.tuples(*[axis] * argument.axes)
            found = found | st.sampled_from(argument.words) if argument.words else found
        case Kind.SHAPE:
            found = st.lists(number, max_size=4).map(tuple)
        case Kind.NUMBERS:
            found = st.lists(st.tuples(st.integers(-9, 9), st.floats(-9, 9)), max_size=3).map(tuple)
        case Kind.TEXT:
            found = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
        case _:
            found = number
    found = found | st.none() if argument.optional else found
    found = found | st.just(AUTO) if argument.auto else found
    return found.filter(lambda value: rules.check_argument(argument, value) is None)


def arguments(spec: LayerSpec) -> st.SearchStrategy[dict[str, Any]]:
    """Any arguments of the layer: what is required, some of the rest, and some that nobody knows."""
    required = {one.name: values(one) for one in spec.arguments if one.is_required}
    optional = {one.name: values(one) for one in spec.arguments if not one.is_required}
    return st.fixed_dictionaries(required, optional=optional | {"from_tomorrow": json_values})


@st.composite
def nodes(draw: st.DrawFn, name: str) -> Node:
    """Any node of this name, of a known type or not."""
    extra = draw(st.dictionaries(st.sampled_from(["share", "笔记"]), json_values, max_size=1))
    spec = draw(st.none() | st.sampled_from(list(CATALOG.values())))
    if spec is not None:
        return Node(name, spec.type, draw(arguments(spec)), extra)
    unknown = draw(st.dictionaries(st.text("pq", max_size=2), json_values, max_size=2))
    return Node(name, draw(st.sampled_from(["nn.Future", 'x"; import os', "层"])), unknown, extra)


@st.composite
def bound(draw: st.DrawFn, node: Node, others: st.SearchStrategy[str]) -> Node:
    """The node as it is, or sharing or tied with any other, be it there or not, of its kind or not."""
    other = st.builds(".".join, st.tuples(others | st.just("gone"), st.sampled_from(["weight", "inner.bias", "权"])))
    parameters = draw(st.dictionaries(st.sampled_from(["weight", "bias"]), other, max_size=1))
    shares = draw(st.just("") | others | st.just("gone.node"))
    return draw(st.just(node) | st.just(replace(node, shares=shares, ties=parameters)))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any graph with up to six nodes, every one of which has a place."""
    graph = Graph(extra=draw(st.dictionaries(st.sampled_from(["comment", "author"]), json_values, max_size=2)))
    for name in draw(st.lists(names, max_size=6)):
        if rules.check_name(name, graph.nodes) is None:
            place = Point(*draw(st.tuples(*[st.floats(-1e6, 1e6) | st.integers(-999, 999).map(float)] * 2)))
            graph = graph.with_nodes((draw(nodes(name)),), {name: place})
    ends = st.sampled_from(list(graph.nodes) or ["none"])
    graph = ties.normalised(graph.with_nodes([draw(bound(node, ends)) for node in graph.nodes.values()]))
    for source, target in draw(st.lists(st.tuples(ends, ends), max_size=8)):
        edge = Edge(Port(source, draw(st.integers(0, 1))), Port(target, draw(st.integers(0, 2))))
        if rules.can_connect(graph, *edge) is None:
            graph = graph.with_edges((edge,))
    return graph
