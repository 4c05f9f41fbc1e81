"""What a layer says of the lengths that it takes and gives: the texts of `LayerSpec.sizes`, read for one node. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from lazygui.catalog import shapes
from lazygui.catalog.spec import UNKNOWN
from lazygui.graph.findings import Shape
from lazygui.graph.model import Node

DOTS: Final = "..."

Pattern: TypeAlias = tuple[str, ...]


class Alternative(NamedTuple):
    """One way in which a layer takes its inputs: a pattern for each input, and one for each output."""

    inputs: tuple[Pattern, ...]
    outputs: tuple[Pattern, ...]


class Axis(NamedTuple):
    """One axis of a pattern: its word, and its length where the arguments tell it."""

    word: str
    length: int | None


class WrongRank(NamedTuple):
    """An input has a number of axes that the layer does not take; `ranks` are those that it takes there."""

    port: int
    ranks: tuple[int, ...]


class WrongLength(NamedTuple):
    """An axis has another length than an argument demands. `arguments` are those of its word."""

    port: int
    axis: int
    arguments: tuple[str, ...]
    expected: int
    got: int


class Unequal(NamedTuple):
    """Two axes of two inputs had to be of one length."""

    port: int
    axis: int
    other_port: int
    other_axis: int
    length: int
    other_length: int


Complaint: TypeAlias = "WrongRank | WrongLength | Unequal"


def alternatives(node: Node) -> tuple[Alternative, ...]:
    """Return what the catalogue tells of the node's lengths, () where it tells nothing."""
    spec = node.spec
    if spec is None:
        return ()
    when, text = (spec.sizes_when, spec.sizes) if spec.sizes else (spec.axes_when, spec.axes)
    text = next((told for argument, told in when if node.value(argument) is True), text)
    return _read(text) if spec.sizes or "->" in text else ()


def complaint(node: Node, received: Mapping[int, Shape]) -> Complaint | None:
    """Return what does not fit in the shapes that arrive at the ports, or None where nothing is known to be wrong."""
    known = alternatives(node)
    fitting = [one for one in known if all(_fits(node, one, port, shape) for port, shape in received.items())]
    if known and not fitting:
        return _wrong_rank(node, known, received)
    found = [_mismatch(node, one, received) for one in fitting]
    return None if None in found else next(iter(found), None)


def spread(node: Node, pattern: Pattern, rank: int) -> tuple[Axis, ...] | None:
    """Return the axes of a pattern for a tensor of this rank, or None where it does not suit."""
    axes = [axis for word in pattern for axis in _axes(node, word)]
    if DOTS not in pattern:
        return tuple(axes) if len(axes) == rank else None
    at = next(index for index, axis in enumerate(axes) if axis.word == DOTS)
    missing = rank - len(axes) + 1
    return (*axes[:at], *[axes[at]] * missing, *axes[at + 1 :]) if missing >= 0 else None


def arguments_of(node: Node, word: str) -> tuple[str, ...]:
    """Return the arguments that a word is made of, () for a letter."""
    parts = re.split(r"[*|/]", word)
    return tuple(part for part in parts if node.spec is not None and node.spec.argument(part) is not None)


def maker(node: Node, word: str) -> str:
    """Return the argument that says a length best: that of the last factor, and of several the first that is set."""
    several = [arguments_of(node, factor) for factor in word.split("*")]
    named = [names for names in several if names]
    return next((name for name in named[-1] if node.value(name)), named[-1][-1]) if named else ""


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[Alternative, ...]:
    return tuple(_alternative(part) for part in text.split(" | "))


def _alternative(text: str) -> Alternative:
    taken, _, given = text.partition("->")
    return Alternative(*(tuple(tuple(one.split()) for one in side.split(",")) for side in (taken, given)))


def _axes(node: Node, word: str) -> tuple[Axis, ...]:
    if word in (DOTS, UNKNOWN) or not arguments_of(node, word):
        return (Axis(word, None),)
    assert node.spec is not None
    found = shapes.lengths(node.spec, {a.name: node.value(a.name) for a in node.spec.arguments}, word)
    return tuple(Axis(word, length if isinstance(length, int) else None) for length in found)


def _pattern(one: Alternative, port: int) -> Pattern:
    return one.inputs[port] if port < len(one.inputs) else (DOTS,)


def _fits(node: Node, one: Alternative, port: int, shape: Shape) -> bool:
    return spread(node, _pattern(one, port), len(shape)) is not None


def _wrong_rank(node: Node, known: tuple[Alternative, ...], received: Mapping[int, Shape]) -> WrongRank:
    """Blame the first input that suits none of the ways that suit those before it."""
    left = known
    for port, shape in received.items():
        fitting = tuple(one for one in left if _fits(node, one, port, shape))
        if not fitting:
            ranks = {sum(len(_axes(node, w)) for w in _pattern(one, port) if w != DOTS) for one in left}
            return WrongRank(port, tuple(sorted(ranks)))
        left = fitting
    raise AssertionError("some input fits no alternative")


@dataclass(slots=True)
class _Place:
    port: int
    axis: int
    length: int


def _mismatch(node: Node, one: Alternative, received: Mapping[int, Shape]) -> WrongLength | Unequal | None:
    # The letters of `axes` name meanings: two axes of features need not be equally long.
    has_lengths, bound = bool(node.spec and node.spec.sizes), dict[str, _Place]()
    for port, shape in received.items():
        axes = spread(node, _pattern(one, port), len(shape)) or ()
        for index, (axis, got) in enumerate(zip(axes, shape, strict=False)):
            if axis.length not in (None, got):
                assert axis.length is not None
                return WrongLength(port, index, arguments_of(node, axis.word), axis.length, got)
            if axis.word == UNKNOWN or arguments_of(node, axis.word) or not has_lengths:
                continue
            # Axes before the named ones are aligned from the right, and a length of 1 suits any other.
            is_free = axis.word == DOTS
            word = f"{DOTS}{axes.index(axis) + axes.count(axis) - index}" if is_free else axis.word
            first = bound.setdefault(word, _Place(port, index, got))
            if first.length != got and not (is_free and 1 in (first.length, got)):
                return Unequal(first.port, first.axis, port, index, first.length, got)
    return None
