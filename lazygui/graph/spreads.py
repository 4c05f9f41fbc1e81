"""What an initializer promises of the numbers that it draws: fans, spread, and density. Pure; torch has the last word.

The formulas are those of `torch.nn.init`; a test draws from torch and compares.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from lazygui.catalog.spec import Value
from lazygui.graph.findings import Shape
from lazygui.graph.initialization import Initializer

Density = Callable[[float], float]


class Fans(NamedTuple):
    """How many numbers go into one unit of a layer, and out of it."""

    into: int
    out: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The distribution of one initialized tensor. `low` and `high` bound all numbers; infinite for normal ones.

    `result` is the number that the formula gives: the bound or the standard deviation.
    """

    mean: float
    std: float
    low: float
    high: float
    density: Density
    result: float


def fans(shape: Shape) -> Fans | None:
    """Return the fans of a weight, as torch computes them from its shape; None for fewer than two axes."""
    if len(shape) < 2:
        return None
    field = math.prod(shape[2:])
    return Fans(shape[1] * field, shape[0] * field)


def gain(nonlinearity: str, slope: float = 0.0) -> float:
    """Return the factor that makes up for a nonlinearity: `torch.nn.init.calculate_gain`."""
    told = {"tanh": 5 / 3, "relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + slope**2)), "selu": 3 / 4}
    return told.get(nonlinearity, 1.0)


def spread(initializer: Initializer, shape: Shape) -> Spread | None:
    """Return how the numbers of a tensor of this shape are distributed, or None: constants, identities, orthogonal."""

    def value(name: str) -> float:
        spec = initializer.spec
        argument = spec.argument(name) if spec else None
        found: Value = initializer.arguments.get(name, argument.start if argument else None)
        return float(found) if isinstance(found, int | float) else math.nan

    match initializer.name:
        case "uniform_":
            return _uniform(value("a"), value("b"))
        case "normal_":
            return _normal(value("mean"), value("std"))
        case "trunc_normal_":
            return _truncated(value("mean"), value("std"), value("a"), value("b"))
    both = fans(shape)
    if both is None or sum(both) == 0:
        return None
    match initializer.name:
        case "xavier_uniform_":
            return _within(value("gain") * math.sqrt(6 / sum(both)))
        case "xavier_normal_":
            return _normal(0, value("gain") * math.sqrt(2 / sum(both)))
        case "kaiming_uniform_":
            return _within(_kaiming(initializer, both, value("a")) * math.sqrt(3))
        case "kaiming_normal_":
            return _normal(0, _kaiming(initializer, both, value("a")))
    return None


def _kaiming(initializer: Initializer, both: Fans, slope: float) -> float:
    fan = both.out if initializer.arguments.get("mode") == "fan_out" else both.into
    nonlinearity = str(initializer.arguments.get("nonlinearity", "leaky_relu"))
    return gain(nonlinearity, slope) / math.sqrt(fan) if fan else math.nan


def _within(bound: float) -> Spread | None:
    found = _uniform(-bound, bound)
    return Spread(found.mean, found.std, found.low, found.high, found.density, bound) if found else None


def _uniform(low: float, high: float) -> Spread | None:
    if not low < high:
        return None
    height = 1 / (high - low)
    std = (high - low) / math.sqrt(12)
    return Spread((low + high) / 2, std, low, high, lambda x: height if low <= x <= high else 0.0, std)


def _normal(mean: float, std: float) -> Spread | None:
    if not 0 < std < math.inf:
        return None
    return Spread(mean, std, -math.inf, math.inf, lambda x: _bell((x - mean) / std) / std, std)


def _truncated(mean: float, std: float, low: float, high: float) -> Spread | None:
    """Normal numbers between two bounds; the formulas of the mean and the variance are those of textbooks."""
    if not (std > 0 and low < high):
        return None
    a, b = (low - mean) / std, (high - mean) / std
    mass = (math.erf(b / math.sqrt(2)) - math.erf(a / math.sqrt(2))) / 2
    if mass <= 0:
        return None
    shift = (_bell(a) - _bell(b)) / mass
    variance = 1 + (a * _bell(a) - b * _bell(b)) / mass - shift**2
    spread = std * math.sqrt(max(variance, 0.0))

    def density(x: float) -> float:
        return _bell((x - mean) / std) / (std * mass) if low <= x <= high else 0.0

    return Spread(mean + std * shift, spread, low, high, density, spread)


def _bell(x: float) -> float:
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
