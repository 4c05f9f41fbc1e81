"""Shapes of parameters before any run, as far as the arguments tell. Computes nothing that torch decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, product
from typing import Final, TypeAlias

from lazygui.catalog.spec import UNKNOWN, ArgumentSpec, Kind, LayerSpec, ParameterSpec, Required, Value

Dimension: TypeAlias = int | str
"""A length, or UNKNOWN."""

MOST_REPEATS: Final = 1000
"""A stack is told no further than this: whoever types a layer too many zeros is not to wait for the list."""


def parameter_shapes(spec: LayerSpec, arguments: Mapping[str, Value]) -> tuple[tuple[str, tuple[Dimension, ...]], ...]:
    """Return the name and shape of every tensor that the layer learns, in torch's order.

    Arguments that are missing have torch's defaults. What only a run can tell is UNKNOWN, and so is what follows from a
    required argument that is missing, from one that is AUTO, or from a value that is no size.
    """
    asked = _Asked(spec, arguments)
    return tuple(
        (parameter.name.format(*names), tuple(length for entry in parameter.shape for length in asked.lengths(entry)))
        for repeat, parameters in groupby(spec.parameters, key=lambda parameter: parameter.repeat)
        for names, parameter in product(asked.occurrences(repeat), tuple(parameters))
        if asked.exists(parameter) and (not names or _is_among(parameter, names[0]))
    )


def lengths(spec: LayerSpec, arguments: Mapping[str, Value], entry: str) -> tuple[Dimension, ...]:
    """Return the lengths that one entry of such a shape stands for."""
    return _Asked(spec, arguments).lengths(entry)


def _is_among(parameter: ParameterSpec, number: int | str) -> bool:
    first, end = parameter.among
    return not isinstance(number, int) or (first <= number and (end is None or number < end))


class _Asked:
    """The arguments of one layer, asked in the small language of ParameterSpec."""

    def __init__(self, spec: LayerSpec, arguments: Mapping[str, Value]) -> None:
        self._spec = spec
        self._arguments = arguments

    def exists(self, parameter: ParameterSpec) -> bool:
        is_excluded = bool(parameter.unless) and all(map(self._holds, parameter.unless))
        return all(map(self._holds, parameter.when)) and not is_excluded

    def occurrences(self, repeat: tuple[str, ...]) -> Iterator[tuple[int | str, ...]]:
        return product(*map(self._counted, repeat))

    def lengths(self, entry: str) -> tuple[Dimension, ...]:
        """Return the dimensions that one entry of a parameter's shape stands for."""
        if entry == UNKNOWN:
            return (UNKNOWN,)
        argument = self._spec.argument(entry)
        if argument is None:
            return (self._computed(entry),)
        value = self._value(entry)
        axes = value if isinstance(value, tuple) else (value,) * _axes(argument)
        return tuple(_length(axis) for axis in axes)

    def _counted(self, name: str) -> tuple[int | str, ...]:
        match self._value(name):
            case bool(is_twice):
                return ("", "_reverse") if is_twice else ("",)
            case int(times):
                return tuple(range(min(times, MOST_REPEATS)))
            case tuple(members):
                return tuple(range(min(len(members), MOST_REPEATS)))
            case _:
                return ()

    def _computed(self, entry: str) -> Dimension:
        dividend, _, divisor = entry.partition("/")
        whole = _product(self._factor(factor) for factor in dividend.split("*"))
        return _quotient(whole, self._factor(divisor)) if divisor else whole

    def _factor(self, factor: str) -> Dimension:
        if factor.isdecimal():
            return int(factor)
        values = [self._value(name) for name in factor.split("|")]
        value = next((value for value in values if value), values[-1])
        argument = self._spec.argument(factor)
        if argument is not None and argument.kind is Kind.BOOLEAN:
            return 2 if value else 1
        return _product(map(_length, value)) if isinstance(value, tuple) else _length(value)

    def _holds(self, condition: str) -> bool:
        name, _, other = condition.partition("=")
        value = self._value(name)
        return value is None or value == self._value(other) if other else bool(value)

    def _value(self, name: str) -> Value:
        argument = self._spec.argument(name)
        default = None if argument is None or isinstance(argument.default, Required) else argument.default
        return self._arguments.get(name, default)


def _axes(argument: ArgumentSpec) -> int:
    return argument.axes if argument.kind is Kind.SIZE else 1


def _length(value: Value) -> Dimension:
    return value if isinstance(value, int) and not isinstance(value, bool) else UNKNOWN


def _product(factors: Iterable[Dimension]) -> Dimension:
    product = 1
    for factor in factors:
        if not isinstance(factor, int):
            return UNKNOWN
        product *= factor
    return product


def _quotient(dividend: Dimension, divisor: Dimension) -> Dimension:
    match dividend, divisor:
        case int(whole), int(part) if part and whole % part == 0:
            return whole // part
        case _:
            return UNKNOWN
