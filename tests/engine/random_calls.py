"""Random ways to call a layer: arguments that the rules allow, and inputs that fit it or do not.

A case starts from what the catalogue says runs (its start arguments and sample) and goes astray in a few places, so
that a good part of all cases is accepted and a good part refused.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lazygui.catalog.spec import AUTO, ArgumentSpec, Kind, LayerSpec, Required, Value
from lazygui.graph import rules
from lazygui.graph.model import Edge, Graph, Node, Port

Shape = tuple[int, ...]
SMALL = 5
DTYPES = ("float32", "float64", "int64", "bool", "float16", "bfloat16", "int32")


@dataclass(frozen=True)
class Case:
    """One call. `inputs` are shape and dtype by the name of the port; ports that stay free are left out."""

    spec: LayerSpec
    arguments: Mapping[str, Value]
    inputs: tuple[tuple[int, Shape, str], ...]
    is_training: bool

    @property
    def graph(self) -> Graph:
        """The layer as node "layer", each input fed by an Input of its own."""
        drawn = Graph({"layer": Node("layer", self.spec.type, MappingProxyType(dict(self.arguments)))})
        sources = [Node(f"x{i}", "Input", {"shape": shape, "dtype": dtype}) for i, shape, dtype in self.inputs]
        edges = [Edge(Port(f"x{i}"), Port("layer", i)) for i, _, _ in self.inputs]
        return drawn.with_nodes(sources).with_edges(edges)


def cases(spec: LayerSpec, count: int, seed: object = 0) -> list[Case]:
    """Return so many different calls, the first of them the catalogue's own."""
    chance = random.Random(f"{spec.type} {seed}")
    found = [_case(spec, chance, is_plain=True)]
    tries = 0
    while len(found) < count and tries < 20 * count:
        tries += 1
        case = _case(spec, chance)
        if case not in found[-20:]:
            found.append(case)
    return found


def _case(spec: LayerSpec, chance: random.Random, is_plain: bool = False) -> Case:
    arguments = dict(spec.start_arguments())
    inputs = _inputs(spec)
    if not is_plain:
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            _stray_argument(spec, arguments, chance)
        inputs = _stray_inputs(spec, inputs, chance)
    return Case(spec, arguments, tuple(inputs), chance.random() < 0.5 and not is_plain)


def _inputs(spec: LayerSpec) -> list[tuple[int, Shape, str]]:
    dtypes = spec.sample_dtype if isinstance(spec.sample_dtype, tuple) else (spec.sample_dtype,) * len(spec.sample)
    return [(i, shape, dtype) for i, (shape, dtype) in enumerate(zip(spec.sample, dtypes, strict=True))]


def _stray_argument(spec: LayerSpec, arguments: dict[str, Value], chance: random.Random) -> None:
    """Set one argument to something that the rules of the drawing allow."""
    if not spec.arguments:
        return
    argument = chance.choice(spec.arguments)
    value = _value(argument, chance)
    if rules.check_argument(argument, value) is None:
        arguments[argument.name] = value


def _value(argument: ArgumentSpec, chance: random.Random) -> Value:
    if argument.auto is not None and chance.random() < 0.3:
        return AUTO
    if argument.optional and chance.random() < 0.3:
        return None
    if argument.words and chance.random() < 0.3:
        return chance.choice(argument.words)
    low = 0 if argument.minimum is None else int(argument.minimum)
    match argument.kind:
        case Kind.BOOLEAN:
            return chance.random() < 0.5
        case Kind.CHOICE:
            return chance.choice(argument.choices)
        case Kind.INTEGER:
            return chance.randint(-3 if argument.minimum is None else low, low + SMALL)
        case Kind.FLOAT:
            return _float(argument, chance)
        case Kind.SIZE:
            size = tuple(chance.randint(low, low + 3) for _ in range(argument.axes))
            return size if chance.random() < 0.5 else size[0]
        case Kind.SHAPE:
            return tuple(chance.randint(low, low + SMALL) for _ in range(chance.randint(1, 4)))
        case Kind.NUMBERS | Kind.TEXT:
            return None if isinstance(argument.default, Required) else argument.default


def _float(argument: ArgumentSpec, chance: random.Random) -> float:
    low = 0.0 if argument.minimum is None else argument.minimum
    high = low + 2 if argument.maximum is None else argument.maximum
    return round(chance.uniform(low, high), 2)


def _stray_inputs(
    spec: LayerSpec, inputs: list[tuple[int, Shape, str]], chance: random.Random
) -> list[tuple[int, Shape, str]]:
    """Change shapes and types here and there; feed a variadic layer more tensors."""
    if spec.is_variadic and chance.random() < 0.3:
        index, shape, dtype = inputs[-1]
        inputs = [*inputs, (index + 1, shape, dtype)]
    if inputs and chance.random() < 0.3:
        return _together(inputs, chance)
    return [(i, *_stray(shape, dtype, chance)) for i, shape, dtype in inputs]


def _together(inputs: list[tuple[int, Shape, str]], chance: random.Random) -> list[tuple[int, Shape, str]]:
    """Give every axis of one length another length, wherever it stands: what fitted together still does."""
    lengths = sorted({length for _, shape, _ in inputs for length in shape}) or [1]
    old, new = chance.choice(lengths), chance.randint(1, 9)
    return [(i, tuple(new if length == old else length for length in shape), dtype) for i, shape, dtype in inputs]


def _stray(shape: Shape, dtype: str, chance: random.Random) -> tuple[Shape, str]:
    if chance.random() < 0.08:
        dtype = chance.choice(DTYPES)
    choice = chance.random()
    if choice < 0.55:
        return shape, dtype
    at = chance.randrange(len(shape)) if shape else 0
    if choice < 0.8 and shape:
        return (*shape[:at], chance.randint(1, 9), *shape[at + 1 :]), dtype
    if choice < 0.9 and shape:
        return (*shape[:at], *shape[at + 1 :]), dtype
    if choice < 0.95:
        return (*shape[:at], chance.randint(1, 4), *shape[at:]), dtype
    return tuple(chance.sample(shape, len(shape))), dtype
