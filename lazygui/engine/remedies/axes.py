"""Remedies for axes: too many, too few, in another order, of another length. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from math import isqrt, prod

from lazygui import catalog
from lazygui.catalog.spec import Family, LayerSpec
from lazygui.engine.remedies.patient import Patient, there
from lazygui.graph.findings import Fix, Shape
from lazygui.graph.model import Port


def mend_rank(p: Patient) -> Iterator[Fix]:
    shape, ranks = p.arrived(p.port), p.numbers("ranks")
    source = p.graph.edges.get(Port(p.node.id, p.port))
    feeder = p.graph.nodes[source.node] if source else None
    if feeder is not None and feeder.spec and feeder.spec.axes.startswith("flatten"):
        yield Fix("remove", feeder.id)
    vectors = len(shape) == 2 and max(ranks, default=0) > 3 and _slides(p.spec)
    if vectors and isqrt(shape[1]) ** 2 == shape[1] and shape[0] != shape[1]:
        yield from _images(p, shape, max(ranks))
    if len(shape) + 1 in ranks:
        # An image without its channels is likelier than one without a batch: those may stand alone.
        yield from (p.insert("torch.unsqueeze", dim=dim) for dim in ((1, 0) if len(shape) > 2 else (0, 1)))
    if vectors:
        yield from _images(p, shape, max(ranks))
    yield from (Fix("replace", p.node.id, p.node.arguments, one.type) for one in _siblings(p.spec))
    if ranks and len(shape) > max(ranks):
        yield from (p.insert("torch.squeeze", dim=axis) for axis, length in enumerate(shape) if length == 1)
        yield p.insert("nn.Flatten", start_dim=max(ranks) - 1)
    if len(p.node.input_names) == 1 and not p.spec.parameters:
        yield Fix("remove", p.node.id)


def _slides(spec: LayerSpec) -> bool:
    return spec.family in (Family.CONVOLUTION, Family.POOLING)


def _images(p: Patient, shape: Shape, rank: int) -> Iterator[Fix]:
    """Make an image with one channel of each vector, as square as its length allows."""
    length = shape[1]
    height = next(side for side in range(isqrt(length), 0, -1) if length % side == 0)
    image = (*(1,) * (rank - 3), height, length // height)
    yield p.insert("nn.Unflatten", dim=1, unflattened_size=image)
    source = p.graph.edges.get(Port(p.node.id, p.port))
    feeder = p.graph.nodes[source.node] if source else None
    if feeder is not None and feeder.spec and feeder.spec.is_input and feeder.value("fill") != "values":
        yield Fix("set_arguments", feeder.id, {"shape": (shape[0], *image)})


def _siblings(spec: LayerSpec) -> Iterator[LayerSpec]:
    """Return the layers that do the same over another number of axes: they take and learn what is called the same."""

    def kind(one: LayerSpec) -> tuple[object, ...]:
        learned = tuple((parameter.name, parameter.when) for parameter in one.parameters)
        return one.family, tuple(a.name for a in one.arguments), learned, one.is_lazy, one.help

    return (one for one in catalog.CATALOG.values() if one is not spec and kind(one) == kind(spec))


def mend_axis(p: Patient) -> Iterator[Fix]:
    argument, last = p.text("argument"), p.number("last")
    value = p.node.value(argument)
    for axis in (last, -1):
        if isinstance(value, tuple):
            inside = tuple(one if isinstance(one, int) and -last - 1 <= one <= last else axis for one in value)
            yield p.set(**{argument: inside})
        else:
            yield p.set(**{argument: axis})
    yield from (p.insert("torch.unsqueeze", dim=dim) for dim in (0, -1) if p.number("axis") == last + 1)


def mend_order(p: Patient) -> Iterator[Fix]:
    rank, argument, dims = p.number("got"), p.text("argument"), p.numbers("dims")
    if rank > len(dims):
        yield p.set(**{argument: (*dims, *range(len(dims), rank))})
    if rank > 2:
        yield p.set(**{argument: (0, *range(2, rank), 1)})
        yield p.set(**{argument: (0, rank - 1, *range(1, rank - 1))})
    yield p.set(**{argument: tuple(reversed(range(rank)))})


def mend_elements(p: Patient) -> Iterator[Fix]:
    argument, sizes, got = p.text("argument"), p.numbers("sizes"), p.number("got")
    for index in reversed(range(len(sizes))):
        rest = prod(size for place, size in enumerate(sizes) if place != index and size > 0)
        if rest and got % rest == 0 and sizes.count(-1) <= (1 if sizes[index] == -1 else 0):
            yield p.set(**{argument: (*sizes[:index], -1, *sizes[index + 1 :])})
    if argument == "shape" and p.arrived(0):
        yield p.set(**{argument: (p.arrived(0)[0], -1)})


def mend_expanded(p: Patient) -> Iterator[Fix]:
    sizes, axis = p.numbers("sizes"), p.number("axis")
    yield p.set(size=(*sizes[:axis], -1, *(sizes[axis + 1 :] if axis < -1 else ())))
    yield from there(p, p.origin(0, axis), 1)
    yield from there(p, p.origin(0, axis), p.number("expected"))


def mend_parts(p: Patient) -> Iterator[Fix]:
    argument, sizes, got = p.text("argument"), p.numbers("sizes"), p.number("got")
    if sizes and got % len(sizes) == 0:
        yield p.set(**{argument: (got // len(sizes),) * len(sizes)})
    rest = got - sum(sizes[:-1])
    if rest > 0:
        yield p.set(**{argument: (*sizes[:-1], rest)})
    yield from there(p, p.origin(0, p.number("axis")), sum(sizes))


def mend_reach(p: Patient) -> Iterator[Fix]:
    argument, got, number = p.text("argument"), p.number("got"), p.number("number")
    value = p.node.value(argument)
    if argument == "index":
        yield p.set(index=-1)
    elif isinstance(value, int):
        if value > number - got:
            yield p.set(**{argument: value - number + got})
        if argument == "length":
            start = p.node.value("start")
            yield p.set(start=max(got - value, 0) if isinstance(start, int) else 0)
    yield from there(p, p.origin(0, p.number("axis")), number)
