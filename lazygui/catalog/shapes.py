"""Shapes of parameters before any run, as far as the arguments tell. Computes nothing that torch decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lazygui.catalog.spec import UNKNOWN, ArgumentSpec, Kind, LayerSpec, ParameterSpec, Required, Value

Dimension: TypeAlias = int | str
"""A length, or UNKNOWN."""


def parameter_shapes(spec: LayerSpec, arguments: Mapping[str, Value]) -> tuple[tuple[str, tuple[Dimension, ...]], ...]:
    """Return the name and shape of every tensor that the layer learns, in torch's order.

    Arguments that are missing have torch's defaults. What only a run can tell is UNKNOWN, and so is what follows from a
    required argument that is missing or from a value that is no size.
    """
    return tuple(
        (parameter.name, tuple(length for entry in parameter.shape for length in _lengths(spec, arguments, entry)))
        for parameter in spec.parameters
        if _exists(spec, arguments, parameter)
    )


def _exists(spec: LayerSpec, arguments: Mapping[str, Value], parameter: ParameterSpec) -> bool:
    return all(_value(spec, arguments, name) for name in parameter.when)


def _lengths(spec: LayerSpec, arguments: Mapping[str, Value], entry: str) -> tuple[Dimension, ...]:
    """Return the dimensions that one entry of a parameter's shape stands for."""
    if entry == UNKNOWN:
        return (UNKNOWN,)
    name, _, divisor = entry.partition("/")
    if divisor:
        return (_quotient(_value(spec, arguments, name), _value(spec, arguments, divisor)),)
    value = _value(spec, arguments, name)
    axes = value if isinstance(value, tuple) else (value,) * _axes(spec.argument(name))
    return tuple(_length(axis) for axis in axes)


def _axes(argument: ArgumentSpec | None) -> int:
    return argument.axes if argument and argument.kind is Kind.SIZE else 1


def _value(spec: LayerSpec, arguments: Mapping[str, Value], name: str) -> Value:
    argument = spec.argument(name)
    default = None if argument is None or isinstance(argument.default, Required) else argument.default
    return arguments.get(name, default)


def _length(value: Value) -> Dimension:
    return value if isinstance(value, int) and not isinstance(value, bool) else UNKNOWN


def _quotient(dividend: Value, divisor: Value) -> Dimension:
    match _length(dividend), _length(divisor):
        case int(whole), int(part) if part and whole % part == 0:
            return whole // part
        case _:
            return UNKNOWN
