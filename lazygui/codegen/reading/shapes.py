"""The shapes of outputs as far as the text alone tells them, for code that reshapes by sizes. Pure; never asks torch.

A length that nothing tells is None, and so is a shape whose number of axes nothing tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from lazygui.catalog.spec import Value
from lazygui.graph.model import Node

Shape: TypeAlias = "tuple[int | None, ...] | None"


def shapes(node: Node, inputs: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return the shape of each output."""
    first = inputs[0] if inputs else None
    count = len(node.output_names)
    if node.type in ("torch.matmul", "torch.bmm") and len(inputs) == 2:
        return (_product(*inputs),)
    if first is not None and isinstance(width := node.value("out_features"), int):
        return ((*first[:-1], width),)
    rule = node.spec.axes if node.spec else ""
    match rule.split():
        case ["="]:
            return (_broadcast(inputs),) * count
        case ["swap", *names] if first is not None:
            return (_moved(first, _swapped(len(first), *(node.value(name) for name in names))),)
        case ["permute", name]:
            return (_permuted(first, node.value(name)),)
        case ["insert", name] if first is not None and isinstance(axis := node.value(name), int):
            at = axis % (len(first) + 1)
            return ((*first[:at], 1, *first[at:]),)
        case _:
            return _of_arguments(node, first) or _of_letters(rule, first, count)


def _product(one: Shape, other: Shape) -> Shape:
    if one is None or other is None or len(one) < 2 or len(other) < 2:
        return None
    return (*one[:-1], other[-1])


def _broadcast(inputs: Sequence[Shape]) -> Shape:
    known = [shape for shape in inputs if shape is not None]
    if not known or len(known) < len(inputs):
        return None
    longest = max(known, key=len)
    padded = [(*(None,) * (len(longest) - len(shape)), *shape) for shape in known]
    columns = list(zip(*padded, strict=True))
    return longest if len(known) == 1 else tuple(column[0] if len(set(column)) == 1 else None for column in columns)


def _swapped(rank: int, one: Value = None, other: Value = None) -> list[int]:
    order = list(range(rank))
    if isinstance(one, int) and isinstance(other, int) and -rank <= one < rank and -rank <= other < rank:
        order[one], order[other] = order[other], order[one]
    return order


def _permuted(first: Shape, dims: Value) -> Shape:
    if not isinstance(dims, tuple):
        return None
    axes = [axis for axis in dims if isinstance(axis, int)]
    if first is None or len(axes) != len(first) or not all(-len(first) <= axis < len(first) for axis in axes):
        return (None,) * len(axes)
    return _moved(first, axes)


def _moved(shape: tuple[int | None, ...], order: Sequence[int]) -> Shape:
    return tuple(shape[axis] for axis in order)


def _of_arguments(node: Node, first: Shape) -> tuple[Shape, ...]:
    """Read the shapes that the arguments of an operation tell."""
    match node.type, node.value("shape"), node.value("sizes"):
        case "torch.reshape", tuple(shape), _:
            return (_told(shape),)
        case "torch.unflatten", _, tuple(sizes) if first and isinstance(axis := node.value("dim"), int):
            at = axis % len(first)
            return ((*first[:at], *_filled(first[at], _told(sizes)), *first[at + 1 :]),)
        case "torch.flatten", _, _ if first:
            start, end = node.value("start_dim"), node.value("end_dim")
            if isinstance(start, int) and isinstance(end, int) and start % len(first) <= end % len(first):
                start, end = start % len(first), end % len(first)
                return ((*first[:start], _whole(first[start : end + 1]), *first[end + 1 :]),)
    return ()


def _told(sizes: tuple[Value, ...]) -> tuple[int | None, ...]:
    return tuple(one if isinstance(one, int) and one > 0 else None for one in sizes)


def _filled(length: int | None, sizes: tuple[int | None, ...]) -> tuple[int | None, ...]:
    """Return the parts of a length, the one that is left open computed from the others."""
    known = _whole([one for one in sizes if one is not None])
    if length is None or not known or sizes.count(None) != 1 or length % known:
        return sizes
    return tuple(length // known if one is None else one for one in sizes)


def _whole(lengths: Sequence[int | None]) -> int | None:
    found = 1
    for length in lengths:
        if length is None:
            return None
        found *= length
    return found


def _of_letters(rule: str, first: Shape, count: int) -> tuple[Shape, ...]:
    """Read how many axes there are in `N C H W -> N C H W | C H W -> C H W`; of an unknown input, the batched way."""
    rank = None if first is None else len(first)
    for way in rule.split("|"):
        arrives, arrow, leaves = way.partition("->")
        letters = arrives.split(",")[0].split()
        outputs = [part.split() for part in leaves.split(",")]
        if not arrow or (rank is not None and "..." not in letters and rank != len(letters)):
            continue
        if "..." not in letters:
            return tuple(None if "..." in one else (None,) * len(one) for one in outputs)
        if rank is not None and all("..." in one for one in outputs):
            return tuple((None,) * max(0, rank - len(letters) + len(one)) for one in outputs)
        break
    return (None,) * count
