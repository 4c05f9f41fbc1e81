"""Every family of refusals as a question about one call: does this explain it? Reads the catalogue and the shapes.

The first answer wins. A question that nothing in the catalogue speaks to is left without an answer, and then torch's
own words are all there is.
"""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Final, TypeAlias

from lazygui.catalog.spec import AUTO, Family, Kind
from lazygui.engine import datatypes, lengths, windows
from lazygui.engine.case import Case
from lazygui.graph.problems import Problem

Reason: TypeAlias = "Callable[[Case], Problem | None]"

CHANNELS: Final = frozenset({"in_channels", "num_channels", "num_features", "num_parameters"})
STATES: Final = frozenset({"hidden_size", "proj_size", "num_layers", "bidirectional"})
"""Arguments by what they count; all others that a length is compared with count features."""


def of_arguments(case: Case) -> Problem | None:
    """Return what is wrong with the arguments alone, whatever arrives, or None."""
    return _first(case, (_unequal_divisor, windows.same_with_stride, windows.output_padding))


def of_call(case: Case) -> Problem | None:
    """Return what is wrong with the shapes that arrive, or None."""
    return _first(case, _OF_CALL)


def unseen_by_meta(case: Case) -> Problem | None:
    """Return what the meta device does not look at, or None: data types, axes of a softmax, transposed layers."""
    return _first(case, _UNSEEN)


def of_values(case: Case) -> Problem | None:
    """Return which indices are bounded by what, for a layer that was given one that is too large."""
    for name, argument in case.spec.index_inputs:
        bound, port = case.length(argument), case.spec.inputs.index(name)
        if bound is not None and bound > 0:
            return case.reason("index_too_large", port, bound=bound, largest=bound - 1, argument=argument)
    ports = [port for port in case.arrived if datatypes.wanted(case, port) == "int64" and port > 0]
    bound = _bound(case)
    if not ports or bound is None:
        return None
    return case.reason("index_too_large", ports[0], bound=bound, largest=bound - 1, argument="")


def _first(case: Case, questions: tuple[Reason, ...]) -> Problem | None:
    return next(filter(None, (ask(case) for ask in questions)), None)


def _bound(case: Case) -> int | None:
    if case.has("dim"):
        return case.length("@dim")
    return case.length("@1") if case.spec.family is Family.LOSS and case.first and len(case.first) > 1 else None


# Sizes.


def _sizes(case: Case) -> Problem | None:
    found = lengths.complaint(case.node, case.shapes)
    match found:
        case None:
            return None
        case lengths.WrongRank():
            return _rank(case, found)
        case lengths.WrongLength():
            return _length(case, found)
        case lengths.Unequal():
            return _unequal(case, found)


def _unseen_sizes(case: Case) -> Problem | None:
    """The weights of transposed layers, targets of losses that have weights, and the axes of indices."""
    has_targets = case.spec.family is Family.LOSS and bool(case.spec.parameters)
    has_indices = case.spec.family is Family.SHAPE and len(case.spec.inputs) > 1
    is_unseen = case.spec.family is Family.CONVOLUTION or has_targets or has_indices
    return _sizes(case) if is_unseen and case.spec.sizes else None


def _unseen_divisor(case: Case) -> Problem | None:
    return _unequal_divisor(case) if case.spec.family is Family.CONVOLUTION else None


def _rank(case: Case, found: lengths.WrongRank) -> Problem:
    shape = case.shapes[found.port]
    return case.reason("wrong_rank", found.port, ranks=found.ranks, got=len(shape), shape=shape)


def _length(case: Case, found: lengths.WrongLength) -> Problem:
    argument = found.arguments[0]
    if case.node.shares:
        return case.reason(
            "shared_width", found.port, owner=case.node.shares, axis=found.axis, argument=argument,
            expected=found.expected, got=found.got, shape=case.shapes[found.port],
        )  # fmt: skip
    is_state = STATES & {*found.arguments} and found.port > 0
    code = "wrong_state" if is_state else "wrong_channels" if argument in CHANNELS else "wrong_features"
    return case.reason(
        code,
        found.port,
        axis=found.axis,
        argument=" × ".join(found.arguments) if is_state else argument,
        expected=found.expected,
        got=found.got,
        shape=case.shapes[found.port],
    )


def _unequal(case: Case, found: lengths.Unequal) -> Problem:
    return case.reason(
        "unequal_lengths",
        found.other_port,
        first=case.shapes[found.port],
        second=case.shapes[found.other_port],
        other_port=found.port,
        other_axis=found.axis,
        axis=found.other_axis,
        a=found.length,
        b=found.other_length,
        other=case.sources.get(found.port, ""),
    )


def _auto_size(case: Case) -> Problem | None:
    """A size that could be filled in differs from what would be: for layers whose lengths nothing else tells."""
    for argument in case.spec.arguments:
        auto, expected = argument.auto, case.whole(argument.name)
        is_open = auto is None or auto.is_bound or expected in (None, argument.default)
        if is_open or auto is None or expected is None or auto.input not in case.node.input_names:
            continue
        port = case.node.input_names.index(auto.input)
        shape = case.shapes.get(port, ())
        if -len(shape) <= auto.axis < len(shape) and shape[auto.axis] != expected and not case.spec.sizes:
            axis = auto.axis % len(shape)
            return _length(case, lengths.WrongLength(port, axis, (argument.name,), expected, shape[axis]))
    return None


def _unequal_divisor(case: Case) -> Problem | None:
    for divisor, number, *when in case.spec.divides:
        if not all(case.value(name) for name in when):
            continue
        by, whole = case.length(divisor), case.length(number)
        if by and whole is not None and whole % by:
            axis = _axis_of(case, number)
            argument = "" if number.startswith("@") else number
            return case.reason("not_divisible", divisor=divisor, by=by, number=whole, argument=argument, axis=axis)
    return None


def _axis_of(case: Case, word: str) -> int:
    """Return the axis of the first input that an entry of `divides` speaks of, -1 where it speaks of an argument."""
    if not word.startswith("@") or case.first is None:
        return -1
    axis = int(word[1:]) if word[1:].lstrip("-").isdecimal() else case.whole(word[1:])
    return -1 if axis is None else axis % len(case.first)


# Several inputs.


def _broadcast(case: Case) -> Problem | None:
    """Name the last axis, counted from the end as broadcasting does, where two sizes differ and neither is 1."""
    if not case.spec.broadcasts:
        return None
    ports = list(case.shapes.items())
    for index, (port, second) in enumerate(ports):
        for other, first in ports[:index]:
            for axis, (a, b) in enumerate(zip(reversed(first), reversed(second), strict=False), start=1):
                if a != b and 1 not in (a, b):
                    return case.reason(
                        "cannot_broadcast", port, first=first, second=second, axis=-axis, a=a, b=b,
                        other_port=other, other=case.sources.get(other, ""),
                    )  # fmt: skip
    return None


def _gathered(case: Case) -> Problem | None:
    """Tensors that are laid side by side agree in all axes but the one they are joined along."""
    if case.spec.call is None or not case.spec.call.gathers or not case.shapes:
        return None
    is_joined = case.spec.axes == "="
    (port, first), *others = case.shapes.items()
    for other, shape in others:
        if len(shape) != len(first):
            return case.reason(
                "unequal_ranks", other, first=first, second=shape, other_port=port, other=case.sources.get(port, "")
            )
        dim = (case.whole("dim") or 0) % len(first) if is_joined and first else None
        for axis, (a, b) in enumerate(zip(first, shape, strict=True)):
            if a != b and axis != dim:
                return case.reason(
                    "unequal_lengths", other, first=first, second=shape, axis=axis, a=a, b=b,
                    other_port=port, other_axis=axis, other=case.sources.get(port, ""),
                )  # fmt: skip
    return None


def _equation(case: Case) -> Problem | None:
    """The letters of an Einstein sum: as many terms as inputs, as many letters as axes, one length for each letter."""
    if not case.has("equation"):
        return None
    equation = str(case.value("equation")).replace(" ", "")
    terms = equation.partition("->")[0].split(",")
    if len(terms) != len(case.shapes):
        return case.reason("equation_inputs", terms=len(terms), got=len(case.shapes))
    bound: dict[str, tuple[int, int, int]] = {}
    for term, (port, shape) in zip(terms, case.shapes.items(), strict=True):
        if "..." in term:
            return None
        if len(term) != len(shape):
            return case.reason("equation_axes", port, term=term, letters=len(term), got=len(shape), shape=shape)
        for axis, (letter, length) in enumerate(zip(term, shape, strict=True)):
            other, there, known = bound.setdefault(letter, (port, axis, length))
            if known != length and 1 not in (known, length):
                found = lengths.Unequal(other, there, port, axis, known, length)
                return _unequal(case, found)
    return None


# Axes and elements.


def _axis_out_of_range(case: Case) -> Problem | None:
    """Axes are counted from 0, or from the end; a new axis may also stand behind the last one."""
    if case.first is None:
        return None
    rank = len(case.first) + (1 if case.spec.axes.startswith("insert") else 0)
    for argument in case.spec.arguments:
        numbers = case.whole_numbers(argument.name) if argument.is_axis else None
        for number in numbers or ():
            if not -max(rank, 1) <= number < max(rank, 1):
                return case.reason(
                    "axis_out_of_range", argument=argument.name, axis=number, got=rank, last=rank - 1, shape=case.first
                )
    return None


def _order_of_axes(case: Case) -> Problem | None:
    if not case.spec.axes.startswith("permute") or case.first is None:
        return None
    argument = case.spec.axes.split()[1]
    numbers = case.whole_numbers(argument) or ()
    if {number % max(len(case.first), 1) for number in numbers} == {*range(len(case.first))} and len(numbers) == len(
        case.first
    ):
        return None
    return case.reason("wrong_order", argument=argument, dims=numbers, got=len(case.first), shape=case.first)


def _elements(case: Case) -> Problem | None:
    """Another shape of the same elements has as many of them."""
    if case.spec.family is not Family.SHAPE or case.first is None:
        return None
    for argument in case.spec.arguments:
        sizes = case.whole_numbers(argument.name)
        if argument.kind is not Kind.SHAPE or argument.minimum != -1 or sizes is None:
            continue
        if case.has("dim"):
            axis = case.length("@dim")
            return None if axis is None else _count(case, argument.name, sizes, axis)
        if argument.name == "shape":
            return _count(case, argument.name, sizes, prod(case.first))
    return None


def _count(case: Case, argument: str, sizes: tuple[int, ...], got: int) -> Problem | None:
    known = prod(size for size in sizes if size >= 0)
    is_open = -1 in sizes
    if (is_open and known and got % known == 0) or (not is_open and known == got):
        return None
    return case.reason(
        "wrong_elements", argument=argument, sizes=sizes, expected=known, got=got, shape=case.first or ()
    )


def _expanded(case: Case) -> Problem | None:
    argument = case.spec.argument("size")
    sizes = case.whole_numbers("size") if argument and argument.minimum == -1 else None
    if case.first is None or sizes is None or case.spec.axes != "=":
        return None
    for axis, (size, got) in enumerate(zip(reversed(sizes), reversed(case.first), strict=False), start=1):
        if size not in (-1, got) and got != 1:
            return case.reason("cannot_expand", sizes=sizes, axis=-axis, expected=size, got=got, shape=case.first)
    return None


def _parts(case: Case) -> Problem | None:
    """The parts of a split are together as long as the axis."""
    parts = case.whole_numbers(case.spec.outputs_from) if case.spec.outputs_from and case.has("dim") else None
    length = case.length("@dim")
    if parts is None or length is None or not isinstance(case.value(str(case.spec.outputs_from)), tuple):
        return None
    if sum(parts) == length:
        return None
    return case.reason(
        "wrong_parts", argument=str(case.spec.outputs_from), sizes=parts, expected=sum(parts), got=length,
        axis=_axis_of(case, "@dim"), shape=case.first or (),
    )  # fmt: skip


def _beyond(case: Case) -> Problem | None:
    """What is picked from an axis lies on it."""
    length = case.length("@dim") if case.has("dim") else None
    if length is None:
        return None
    start, index = case.whole("start"), case.whole("index")
    if start is not None and case.has("length"):
        begin = start + length if start < 0 else start
        end, argument = begin + (case.whole("length") or 0), "length"
    elif index is not None:
        end, argument = (index + 1 if index >= 0 else -index), "index"
    else:
        end, argument = case.whole("k") or 0, "k"
    if end <= length:
        return None
    return case.reason("beyond_axis", argument=argument, number=end, got=length, axis=_axis_of(case, "@dim"))


def _one_value(case: Case) -> Problem | None:
    """A mean and a variance of one value say nothing: normalization refuses it in training."""
    shape = case.first
    if not case.has("momentum", "track_running_stats") or shape is None or len(shape) < 2:
        return None
    is_single = prod(shape[2:]) == 1 and (shape[0] == 1 or len(shape) > 2)
    return case.reason("one_value", shape=shape) if is_single else None


def _one_of_two(case: Case) -> Problem | None:
    """A size, or the factor that it comes from: exactly one of them."""
    for one, other in (("size", "scale_factor"), ("output_size", "output_ratio")):
        if case.has(one, other) and (case.value(one) is None) == (case.value(other) is None):
            return case.reason("one_of_two", argument=one, instead=other)
    return None


def _same_shapes(case: Case) -> Problem | None:
    """Some that could broadcast will not: a loss compares number with number."""
    if not case.spec.broadcasts or len(case.shapes) < 2:
        return None
    (other, first), *others = case.shapes.items()
    for port, second in others:
        if second != first:
            other_node = case.sources.get(other, "")
            return case.reason("unequal_shapes", port, first=first, second=second, other=other_node, other_port=other)
    return None


def open_sizes(case: Case) -> Problem | None:
    """Return the size that was left open and that what arrives does not tell, or None."""
    for argument in case.spec.arguments:
        if argument.auto is not None and case.value(argument.name) == AUTO:
            return case.reason("auto_unknown", argument=argument.name)
    return None


_UNSEEN: Final[tuple[Reason, ...]] = (
    datatypes.refused,
    _axis_out_of_range,
    _unseen_divisor,
    windows.output_padding,
    windows.shrunk,
    windows.nothing_left,
    _unseen_sizes,
)
_OF_CALL: Final[tuple[Reason, ...]] = (
    _axis_out_of_range,
    _order_of_axes,
    _sizes,
    _equation,
    _broadcast,
    _gathered,
    windows.pooling_padding,
    windows.mirrored_padding,
    windows.too_small,
    _auto_size,
    _elements,
    _expanded,
    _parts,
    _beyond,
    open_sizes,
    _one_of_two,
    _one_value,
    _same_shapes,
)
