"""Remedies for a length that differs from an argument, or that something should divide. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd, isqrt, prod

from lazygui import catalog
from lazygui.catalog.spec import AUTO, Kind, LayerSpec, Value
from lazygui.engine.provenance import Origin
from lazygui.engine.remedies.patient import POOLS, Patient, adapted, there
from lazygui.graph.findings import Fix, Shape
from lazygui.graph.model import Node


def mend_size(p: Patient) -> Iterator[Fix]:
    """A length that differs from an argument: the axes are mixed up, or one of the two numbers is meant."""
    expected, got, axis, argument = p.number("expected"), p.number("got"), p.number("axis"), p.text("argument")
    shape = p.arrived(p.port)
    yield from _turned(p, shape, axis, expected)
    if len(shape) > 2 and prod(shape[1:]) == expected:
        yield p.insert("nn.Flatten")
    yield from _opened(p, argument)
    if not p.node.shares and p.spec.argument(argument):
        yield p.set(**{argument: _like(p, argument, got)})
    yield from there(p, p.origin(p.port, axis), expected)
    yield from _pooled_before(p, p.origin(p.port, axis), expected)
    yield from adapted(p, p.port, shape, axis, expected)


def _turned(p: Patient, shape: Shape, axis: int, expected: int) -> Iterator[Fix]:
    """The length that is wanted lies at one other axis: bring that one here."""
    places = [index for index, length in enumerate(shape) if length == expected and index != axis]
    if len(places) != 1 or (places[0] == 0 and len(shape) < 3):
        return
    order = [index for index in range(len(shape)) if index != places[0]]
    order.insert(axis, places[0])
    if len(shape) == 3:
        yield p.insert("torch.transpose", dim0=min(axis, places[0]), dim1=max(axis, places[0]))
    yield p.insert("torch.permute", dims=tuple(order))


def _opened(p: Patient, argument: str) -> Iterator[Fix]:
    """Let torch, or the program, find the size."""
    if p.node.shares:
        return
    lazy = lazy_twin(p.spec)
    if lazy is not None and lazy.argument(argument) is None:
        yield Fix("make_lazy", p.node.id, lazy_arguments(p.node, lazy), lazy.type)
    known = p.spec.argument(argument)
    if known is not None and known.auto is not None:
        yield Fix("make_auto", p.node.id, {argument: AUTO})


def lazy_twin(spec: LayerSpec) -> LayerSpec | None:
    """Return the lazy class that becomes this one, or None."""
    return next((one for one in catalog.CATALOG.values() if one.becomes == spec.type), None)


def lazy_arguments(node: Node, lazy: LayerSpec) -> dict[str, Value]:
    """Return what the lazy class is to be told: what was set, and what the two classes have different defaults of."""
    own = {a.name: a for a in node.spec.arguments} if node.spec else {}
    return {
        a.name: node.value(a.name)
        for a in lazy.arguments
        if a.name in own and (a.name in node.arguments or own[a.name].default != a.default)
    }


def _like(p: Patient, argument: str, number: int) -> Value:
    """Return a number in the form of an argument: a SHAPE of one axis is a tuple."""
    known = p.spec.argument(argument)
    if known is None or known.kind is not Kind.SHAPE:
        return number
    value = p.node.value(argument)
    length = len(value) if isinstance(value, tuple) else 1
    return p.arrived(p.port)[-length:]


def _pooled_before(p: Patient, made: Origin | None, expected: int) -> Iterator[Fix]:
    """Behind a Flatten the wanted number may be channels times a square: pool to that square before it."""
    if made is None or len(made.factors) < 2 or made.is_sum or expected % made.factors[0]:
        return
    pool = POOLS.get(len(made.factors) + 1)
    side = expected // made.factors[0]
    side = isqrt(side) if len(made.factors) == 3 else side
    if pool and side ** (len(made.factors) - 1) * made.factors[0] == expected:
        yield p.insert(pool, 0, made.node, output_size=side)


def mend_divisor(p: Patient) -> Iterator[Fix]:
    divisor, by, number, argument = p.text("divisor"), p.number("by"), p.number("number"), p.text("argument")
    others = [p.node.value(whole) for first, whole, *_ in p.spec.divides if first == divisor]
    wholes = [number, *(one for one in others if isinstance(one, int) and not isinstance(one, bool))]
    common = gcd(*wholes)
    if p.spec.argument(divisor) is not None:
        best = max((d for d in range(1, by + 1) if common % d == 0), default=1)
        yield p.set(**{divisor: best})
    multiple = -(-number // by) * by
    if argument and isinstance(p.node.arguments.get(argument), int):
        yield p.set(**{argument: multiple})
    port, axis = 0, p.number("axis")
    known = p.spec.argument(argument)
    if known is not None and known.auto is not None:
        port, axis = p.node.input_names.index(known.auto.input), known.auto.axis
    shape = p.arrived(port)
    if shape and -len(shape) <= axis < len(shape) and shape[axis] == number:
        yield from there(p, p.origin(port, axis), multiple)
        yield from adapted(p, port, shape, axis % len(shape), multiple)
