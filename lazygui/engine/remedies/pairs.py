"""Remedies for tensors that do not suit each other. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from lazygui.catalog.spec import Value
from lazygui.engine.remedies.patient import CONVOLUTIONS, POOLS, Patient, adapted, kept, there
from lazygui.graph.findings import Fix, Shape


def mend_pair(p: Patient) -> Iterator[Fix]:
    """Two tensors that do not agree: bring one to the other, either where it was made or on its way."""
    port, other = p.port, p.number("other_port")
    axis = p.number("axis")
    other_axis = p.number("other_axis") if "other_axis" in p.finding.problem.details else axis
    first, second = p.arrived(other), p.arrived(port)
    gathers = p.spec.call is not None and p.spec.call.gathers
    differing = [index for index, (a, b) in enumerate(zip(first, second, strict=False)) if a != b]
    if gathers and len(first) == len(second) and len(differing) == 1 and p.spec.axes == "=":
        yield p.set(dim=differing[0])
    yield from kept(p, p.origin(port, axis))
    yield from kept(p, p.origin(other, other_axis))
    if p.spec.broadcasts or gathers:
        yield from _matched(p, other, first, second)
    elif len(second) > 1:
        yield p.insert("torch.transpose", port, dim0=-2, dim1=-1)
        yield p.insert("torch.transpose", other, dim0=-2, dim1=-1)
    yield from there(p, p.origin(other, other_axis), p.number("b"))
    yield from there(p, p.origin(port, axis), p.number("a"))
    if p.spec.broadcasts or gathers:
        yield from _matched(p, port, second, first)
    elif other_axis == len(first) - 1:
        yield from adapted(p, other, first, other_axis, p.number("b"))


def _matched(p: Patient, port: int, shape: Shape, wanted: Shape) -> Iterator[Fix]:
    """Make one shape like another by a single layer."""
    if len(shape) < len(wanted):
        yield from (p.insert("torch.unsqueeze", port, dim=dim) for dim in (1, -1, 0))
        return
    if len(shape) > len(wanted) and prod(shape[len(wanted) - 1 :]) == wanted[-1]:
        yield p.insert("nn.Flatten", port)
    if len(shape) != len(wanted) or not shape:
        return
    if shape != wanted and sorted(shape) == sorted(wanted) and len(shape) in (2, 3):
        yield p.insert("torch.transpose", port, dim0=-2, dim1=-1)
    if shape[:-1] == wanted[:-1] and shape[-1] != wanted[-1] and len(shape) < 4:
        yield p.insert("nn.LazyLinear", port, out_features=wanted[-1])
    if len(shape) in POOLS and shape[:2] == wanted[:2]:
        sizes = wanted[2:]
        yield p.insert(POOLS[len(shape)], port, output_size=sizes[0] if len({*sizes}) == 1 else sizes)
    layer = CONVOLUTIONS.get(len(shape))
    if layer is not None and shape[0] == wanted[0]:
        strides = {-(-a // b) for a, b in zip(shape[2:], wanted[2:], strict=True)}
        if len(strides) == 1:
            told: dict[str, Value] = {"out_channels": wanted[1], "kernel_size": 1}
            stride = strides.pop()
            yield Fix("insert", p.node.id, told | ({"stride": stride} if stride != 1 else {}), layer, port)


def mend_ranks(p: Patient) -> Iterator[Fix]:
    port, other = p.port, p.number("other_port")
    first, second = p.arrived(other), p.arrived(port)
    low, high = (other, port) if len(first) < len(second) else (port, other)
    yield p.insert("nn.Flatten", high)
    yield from (p.insert("torch.unsqueeze", low, dim=dim) for dim in (-1, 1, 0))


def mend_shapes(p: Patient) -> Iterator[Fix]:
    other = p.number("other_port")
    first, second = p.arrived(other), p.arrived(p.port)
    yield from _aligned(p, p.port, second, first)
    yield from _aligned(p, other, first, second)


def _aligned(p: Patient, port: int, shape: Shape, wanted: Shape) -> Iterator[Fix]:
    for axis in range(max(len(shape), len(wanted))):
        if len(shape) > axis and shape[axis] == 1 and (*shape[:axis], *shape[axis + 1 :]) == wanted:
            yield p.insert("torch.squeeze", port, dim=axis)
        if len(wanted) > axis and wanted[axis] == 1 and (*wanted[:axis], *wanted[axis + 1 :]) == shape:
            yield p.insert("torch.unsqueeze", port, dim=axis)
    for axis, (length, other) in enumerate(zip(shape, wanted, strict=False)):
        if len(shape) == len(wanted) and length != other:
            yield from there(p, p.origin(port, axis), other)
