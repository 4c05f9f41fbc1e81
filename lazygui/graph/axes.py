"""What the axes of tensors are called: N, C, H, W, T, F where the layers tell, "" where nobody does. Never guesses.

Reads `LayerSpec.axes` and the shapes; knows no layer by name, no torch and no Qt. The texts that it reads:

    "N C H W -> N C H W | C H W -> C H W"    alternatives, the first that suits the ranks and what is known
    "T N F, L N H -> T N H, L N H"           several inputs and outputs, in the order of their ports
    "... F -> ... F"                         any axes before, unchanged
    "="                                      as the inputs that have as many axes as the output
    "swap dim0 dim1", "permute dims"         axes that change places, as arguments tell
    "insert dim", "drop dim"                 one axis more; those axes gone, where the output has fewer
    "flatten start_dim end_dim"              neighbouring axes joined; all but the first become F

A layer whose switch changes what its axes mean has `axes_when`: `(("batch_first", "N T F -> N T F"),)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from lazygui.catalog.spec import Role, Value
from lazygui.graph.findings import Shape
from lazygui.graph.memory import remembered
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.topology import order

Letters: TypeAlias = tuple[str, ...]
Known: TypeAlias = "tuple[Letters | None, ...]"
"""Letters by port; None for a port whose number of axes is not known."""

BATCH: Final = "N"
DOTS: Final = "..."
SAME: Final = "="
PIECE: Final = 100
"""Of so many nodes the letters are read in a few milliseconds."""


@remembered("nodes", "edges")
def letters(graph: Graph, shapes: Mapping[Port, Shape]) -> Mapping[Port, Letters]:
    """Return the letters of every output whose shape is known, one for each axis, "" where unknown.

    First backward, for what an Input's axes mean only its readers know; then forward, where a layer's own word counts.
    """
    reading = Reading(graph, shapes)
    for _ in reading.steps():
        pass
    return reading.found


class Reading:
    """The letters of one drawing while they are read. `found` holds them when all `steps` are done."""

    def __init__(self, graph: Graph, shapes: Mapping[Port, Shape]) -> None:
        self._graph, self._shapes = graph, shapes
        self.found: dict[Port, Letters] = {}

    def steps(self) -> Iterator[None]:
        """Read a piece at a time; the pieces of a large drawing are short as well."""
        graph, nodes = self._graph, []
        for count, name in enumerate(order(graph)):
            nodes.append((graph.nodes[name], *_ends(graph, self._shapes, graph.nodes[name])))
            if count % PIECE == 0:
                yield
        wanted: dict[Port, Letters] = {}
        for count, (node, ins, outs) in enumerate(reversed(nodes)):
            _read_back(graph, node, ins, outs, wanted)
            if count % PIECE == 0:
                yield
        for count, (node, ins, outs) in enumerate(nodes):
            _read_on(graph, node, ins, outs, wanted, self.found)
            if count % PIECE == 0:
                yield


def read_alike(before: Graph, after: Graph) -> bool:
    """Say whether the axes of two drawings are called the same while their tensors have as many: most edits do that."""
    if before.edges is not after.edges or len(before.nodes) != len(after.nodes):
        return False
    pairs = zip(before.nodes.values(), after.nodes.values(), strict=True)
    return all(old is new or _told(old) == _told(new) for old, new in pairs)


def _told(node: Node) -> tuple[object, ...]:
    """Return all that is read of a node here."""
    text, role = _text(node), node.spec.role if node.spec else None
    first, *names = text.split() or ("",)
    read = tuple(node.value(name) for name in names) if first in _MOVES else ()
    return node.id, role, text, read, node.output_names


def _read_back(graph: Graph, node: Node, ins: Known, outs: Known, wanted: dict[Port, Letters]) -> None:
    """Tell the ports before a node what it takes their axes for. Readers that disagree tell nothing of that axis."""
    demands = tuple([wanted.get(Port(node.id, index), out) for index, out in enumerate(outs)])
    told = _rule(node).back(node, ins, demands)
    for edge in graph.inputs.get(node.id, ()):
        names, before = told[edge.target.index], wanted.get(edge.source)
        if names is not None and any(names):
            wanted[edge.source] = names if before is None else _agreed(before, names)


def _read_on(
    graph: Graph, node: Node, blank: Known, outs: Known, wanted: Mapping[Port, Letters], found: dict[Port, Letters]
) -> None:
    ins = list(blank)
    for edge in graph.inputs.get(node.id, ()):
        ins[edge.target.index] = found.get(edge.source)
    role = node.spec.role if node.spec else Role.LAYER
    for index, names in enumerate(_rule(node).on(node, tuple(ins), outs)):
        if names is None:
            continue
        # What is learned or constant belongs to no batch, whatever its readers do with it.
        is_open = not any(names) and role not in (Role.PARAMETER, Role.CONSTANT)
        port = Port(node.id, index)
        found[port] = wanted.get(port, names) if is_open else names


def _ends(graph: Graph, shapes: Mapping[Port, Shape], node: Node) -> tuple[Known, Known]:
    """Return blank letters for each input and for each output."""
    edges = graph.inputs.get(node.id, ())
    ins: list[Letters | None] = [None] * (edges[-1].target.index + 1 if edges else 0)
    for edge in edges:
        ins[edge.target.index] = _blank(shapes.get(edge.source))
    outs = [_blank(shapes.get(Port(node.id, index))) for index in range(graph.output_count(node.id))]
    return tuple(ins), tuple(outs)


def _blank(shape: Shape | None) -> Letters | None:
    return None if shape is None else ("",) * len(shape)


def _agreed(one: Letters, other: Letters) -> Letters:
    return tuple(a if a == b or not b else b if not a else "" for a, b in zip(one, other, strict=True))


class Rule:
    """How one text carries letters from inputs to outputs (`on`) and from outputs to inputs (`back`). This one: not."""

    def on(self, node: Node, ins: Known, outs: Known) -> Known:
        """Return letters for `outs`, whose own are blank."""
        return outs

    def back(self, node: Node, ins: Known, outs: Known) -> Known:
        """Return letters for `ins`, whose own are blank."""
        return ins


class Same(Rule):
    """ "=": the axes stay what they are."""

    def on(self, node: Node, ins: Known, outs: Known) -> Known:
        return _same(ins, outs)

    def back(self, node: Node, ins: Known, outs: Known) -> Known:
        return _same(outs, ins)


@lru_cache(maxsize=4096)
def _same(told: Known, blank: Known) -> Known:
    return tuple(None if one is None else _merged(told, len(one)) for one in blank)


def _merged(several: Known, rank: int) -> Letters:
    """Return for each axis the first letter that a tensor with so many axes has there."""
    alike = [names for names in several if names is not None and len(names) == rank]
    return tuple(next((names[axis] for names in alike if names[axis]), "") for axis in range(rank))


Pattern: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Patterns(Rule):
    """Letters written out, with alternatives."""

    alternatives: tuple[tuple[tuple[Pattern, ...], tuple[Pattern, ...]], ...]

    def on(self, node: Node, ins: Known, outs: Known) -> Known:
        return _carried(self, ins, outs)

    def back(self, node: Node, ins: Known, outs: Known) -> Known:
        return _carried(self, ins, outs, is_back=True)

    def fitting(self, ins: Known, outs: Known) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
        """Return the first alternative that suits the ranks and contradicts no letter, else the first of the ranks."""
        fitting = [pair for pair in self.alternatives if _fits(pair[0], ins) and _fits(pair[1], outs)]
        agreeing = (pair for pair in fitting if _agrees(pair[0], ins) and _agrees(pair[1], outs))
        return next(agreeing, fitting[0] if fitting else ((), ()))


@lru_cache(maxsize=4096)
def _carried(rule: Patterns, ins: Known, outs: Known, is_back: bool = False) -> Known:
    """Write letters over the outputs, or the inputs. Kept, for networks repeat themselves and every edit asks anew."""
    taken, given = rule.fitting(ins, outs)
    return _written(taken, ins, _dots(given, outs)) if is_back else _written(given, outs, _dots(taken, ins))


def _fits(patterns: Sequence[Pattern], several: Known) -> bool:
    return all(
        names is None or len(pattern) == len(names) or (DOTS in pattern and len(pattern) - 1 <= len(names))
        for pattern, names in zip(patterns, several, strict=False)
    )


def _spread(pattern: Pattern, rank: int) -> Pattern:
    """Repeat the dots of a pattern for as many axes as they stand for."""
    if DOTS not in pattern:
        return pattern
    at = pattern.index(DOTS)
    return (*pattern[:at], *[DOTS] * (rank - len(pattern) + 1), *pattern[at + 1 :])


def _agrees(patterns: Sequence[Pattern], several: Known) -> bool:
    return all(
        letter in (DOTS, name) or not name
        for pattern, names in zip(patterns, several, strict=False)
        if names is not None
        for letter, name in zip(_spread(pattern, len(names)), names, strict=True)
    )


def _dots(patterns: Sequence[Pattern], several: Known) -> Letters:
    """Return the letters that the dots stand for, of the first tensor that has them."""
    for pattern, names in zip(patterns, several, strict=False):
        if DOTS in pattern and names is not None:
            spread = _spread(pattern, len(names))
            return tuple(name for letter, name in zip(spread, names, strict=True) if letter == DOTS)
    return ()


def _written(patterns: Sequence[Pattern], several: Known, dots: Letters) -> Known:
    """Write the letters of patterns over tensors; dots that stand for other axes than elsewhere stay blank."""
    result = list(several)
    for index, (pattern, names) in enumerate(zip(patterns, several, strict=False)):
        if names is None:
            continue
        spread = _spread(pattern, len(names))
        carried = iter(dots if spread.count(DOTS) == len(dots) else [""] * len(names))
        result[index] = tuple(next(carried) if letter == DOTS else letter for letter in spread)
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Moves(Rule):
    """Axes of the first input that go elsewhere. `places` tells for each axis of the output where it comes from."""

    places: Callable[[Node, int, int], Sequence[int | str] | None]
    """Of a node and the ranks before and behind it: an axis of the input, or the letter of a new one."""

    def on(self, node: Node, ins: Known, outs: Known) -> Known:
        names = ins[0] if ins else None
        out = outs[0] if outs else None
        places = None if names is None or out is None else self.places(node, len(names), len(out))
        if names is None or places is None:
            return outs
        return tuple(names[place] if isinstance(place, int) else place for place in places), *outs[1:]

    def back(self, node: Node, ins: Known, outs: Known) -> Known:
        names = ins[0] if ins else None
        out = outs[0] if outs else None
        places = None if names is None or out is None else self.places(node, len(names), len(out))
        if names is None or out is None or places is None:
            return ins
        result = list(names)
        for axis, place in enumerate(places):
            if isinstance(place, int):
                result[place] = out[axis]
        return tuple(result), *ins[1:]


def _axis(value: Value, rank: int) -> int | None:
    """Return an axis counted from 0, or None where the argument names none."""
    if isinstance(value, bool) or not isinstance(value, int) or not -rank <= value < rank:
        return None
    return value % rank


def _axes(value: Value, rank: int) -> list[int] | None:
    """Return several axes counted from 0; one number stands for itself, and None for all."""
    if value is None:
        return list(range(rank))
    found = [_axis(one, rank) for one in (value if isinstance(value, tuple) else (value,))]
    return [axis for axis in found if axis is not None] if None not in found else None


def _swapped(node: Node, names: Sequence[str], before: int, behind: int) -> Sequence[int | str] | None:
    one, other = (_axis(node.value(name), before) for name in names)
    if one is None or other is None or behind != before:
        return None
    places = list(range(before))
    places[one], places[other] = other, one
    return places


def _permuted(node: Node, names: Sequence[str], before: int, behind: int) -> Sequence[int | str] | None:
    places = _axes(node.value(names[0]), before)
    return places if places is not None and len(places) == before == behind else None


def _widened(node: Node, names: Sequence[str], before: int, behind: int) -> Sequence[int | str] | None:
    axis = _axis(node.value(names[0]), behind)
    if axis is None or behind != before + 1:
        return None
    return [*range(axis), "", *range(axis, before)]


def _narrowed(node: Node, names: Sequence[str], before: int, behind: int) -> Sequence[int | str] | None:
    if behind == before:
        return range(before)
    gone = _axes(node.value(names[0]), before)
    left = [axis for axis in range(before) if gone is not None and axis not in gone]
    return left if len(left) == behind else None


def _flattened(node: Node, names: Sequence[str], before: int, behind: int) -> Sequence[int | str] | None:
    first, last = (_axis(node.value(name), before) for name in names)
    if first is None or last is None or before - (last - first) != behind:
        return None
    if first == last:
        return range(before)
    if first == 1 and behind == 2:
        return [0, "F"]
    return [*range(first), "", *range(last + 1, before)]


_MOVES: Final = {
    "swap": _swapped,
    "permute": _permuted,
    "insert": _widened,
    "drop": _narrowed,
    "flatten": _flattened,
}


def _rule(node: Node) -> Rule:
    return rule(_text(node))


def _text(node: Node) -> str:
    if node.spec is None:
        return ""
    told = (text for argument, text in node.spec.axes_when if node.value(argument) is True)
    return next(told, node.spec.axes)


@lru_cache(maxsize=256)
def rule(text: str) -> Rule:
    """Read a text of `LayerSpec.axes`. A ValueError says that it is none."""
    words = text.split()
    if not words:
        return Rule()
    if words == [SAME]:
        return Same()
    if words[0] in _MOVES:
        read, names = _MOVES[words[0]], tuple(words[1:])
        return Moves(lambda node, before, behind: read(node, names, before, behind))
    return Patterns(tuple(_alternative(part) for part in text.split("|")))


def _alternative(text: str) -> tuple[tuple[Pattern, ...], tuple[Pattern, ...]]:
    taken, arrow, given = text.partition("->")
    if not arrow:
        raise ValueError(text)
    return _patterns(taken.split(",")), _patterns(given.split(","))


def _patterns(texts: Iterable[str]) -> tuple[Pattern, ...]:
    return tuple(tuple(text.split()) for text in texts)
