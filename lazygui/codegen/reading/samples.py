"""Tensors that are made from nothing: `torch.rand(2, 20)`, `torch.tensor([[1, 2]])`, `nn.Parameter(...)`. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lazygui.catalog.spec import Value
from lazygui.codegen.reading import vocabulary
from lazygui.codegen.reading.values import Held, Name, Sample, Thing, unreadable

_FILLS: Final[Mapping[str, str]] = {
    **{name: name for name in ("rand", "randn", "ones", "zeros")},
    "empty": "zeros",
    "normal": "randn",
}
_MOST_NUMBERS: Final = 10_000
"""Numbers of a tensor that is written out."""
MAKERS: Final = frozenset({*(f"torch.{name}" for name in _FILLS), "torch.randint", "torch.tensor", "torch.arange"})
"""Functions of torch that make a tensor from numbers alone."""
INITIALISERS: Final[Mapping[str, str]] = {
    "zeros_": "zeros",
    "ones_": "ones",
    "uniform_": "rand",
    "normal_": "randn",
    "trunc_normal_": "trunc_normal",
    "xavier_uniform_": "xavier_uniform",
    "kaiming_uniform_": "kaiming_uniform",
}
"""Functions of nn.init that a bare parameter can begin with."""


def made(path: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Sample:
    """Return the sample that a function of torch makes."""
    dtype = _dtype(keywords.get("dtype"))
    name = path.rpartition(".")[2]
    match name:
        case "randint":
            found = _randint(positional, keywords)
        case "tensor":
            values = _rows(positional[0] if positional else None, [_MOST_NUMBERS])
            guessed = "float32" if any(isinstance(one, float) for one in _flat(values)) else "int64"
            found = {"shape": _shape_of(values), "fill": "values", "values": values, "dtype": guessed}
        case "arange":
            count = _count(positional)
            found = {"shape": (count,), "fill": "arange", "dtype": "int64", "values": tuple(range(count))}
        case "normal":
            size = keywords.get("size", positional[2] if len(positional) > 2 else None)
            found = {"shape": _shape((size,)), "fill": "randn"}
        case _:
            found = {"shape": _shape(positional or (keywords.get("size"),)), "fill": _FILLS[name]}
    return Sample({**found, **({"dtype": dtype} if dtype else {})})


def parameter(thing: Thing) -> Held:
    """Return the bare parameter around a sample."""
    if not isinstance(thing, Sample):
        raise unreadable("code_not_a_tensor", name="nn.Parameter", argument="data")
    fill = str(thing.arguments.get("init", thing.arguments.get("fill")))
    known = (*_FILLS.values(), *INITIALISERS.values())
    return Held(type="nn.Parameter", arguments={"shape": thing.arguments["shape"], "init": _known(fill, known)})


def initialised(name: str, thing: Thing) -> Thing:
    """Return what a function of nn.init gives: its tensor, whose values a bare parameter remembers."""
    if isinstance(thing, Sample) and name in INITIALISERS:
        return Sample({**thing.arguments, "init": INITIALISERS[name]}, thing.is_outside, thing.name)
    if isinstance(thing, Held) and thing.type == "nn.Parameter" and name in INITIALISERS:
        thing.arguments["init"] = INITIALISERS[name]
    return thing


def constant(sample: Sample) -> Held:
    """Return a sample as what a module holds and does not learn."""
    if sample.held is None:
        fill = sample.arguments.get("fill")
        arguments = {name: value for name, value in sample.arguments.items() if name in ("shape", "dtype", "fill")}
        if fill == "values":
            arguments["values"] = sample.arguments["values"]
        sample.held = Held(type="Constant", arguments=arguments)
    return sample.held


def _known(fill: str, known: Sequence[str]) -> str:
    return fill if fill in known else "randn"


def _randint(positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> dict[str, Value]:
    given = list(positional)
    size = keywords.get("size", given.pop() if given and isinstance(given[-1], list | tuple) else None)
    high = keywords.get("high", given[-1] if given else None)
    if not isinstance(high, int):
        raise unreadable("code_not_a_value", name="torch.randint", argument="high")
    return {"shape": _shape((size,)), "fill": "randint", "dtype": "int64", "high": high}


def _count(positional: Sequence[Thing]) -> int:
    numbers = [one for one in positional if isinstance(one, int)]
    if len(numbers) != len(positional) or not 1 <= len(numbers) <= 2:
        raise unreadable("code_not_a_value", name="torch.arange", argument="end")
    count = numbers[-1] - (numbers[0] if len(numbers) == 2 else 0)
    if not 0 < count <= _MOST_NUMBERS or (len(numbers) == 2 and numbers[0] != 0):
        raise unreadable("code_not_a_value", name="torch.arange", argument="end")
    return count


def _shape(positional: Sequence[Thing]) -> tuple[int, ...]:
    first = positional[0] if positional else None
    sizes = first if len(positional) == 1 and isinstance(first, list | tuple) else positional
    if not sizes or not all(isinstance(one, int) and not isinstance(one, bool) and 0 < one < 2**31 for one in sizes):
        raise unreadable("code_not_a_value", name="torch.rand", argument="size")
    return tuple(sizes)


def _rows(thing: Thing, left: list[int]) -> Value:
    """Return nested rows of numbers; `left` counts down how many parts they may still have."""
    left[0] -= 1
    if left[0] < 0:
        raise unreadable("code_too_long", limit=_MOST_NUMBERS)
    if isinstance(thing, list | tuple):
        return tuple(_rows(part, left) for part in thing)
    if isinstance(thing, bool):
        return int(thing)
    if isinstance(thing, int | float):
        return thing
    raise unreadable("code_not_a_value", name="torch.tensor", argument="data")


def _flat(value: Value) -> list[Value]:
    return [one for part in value for one in _flat(part)] if isinstance(value, tuple) else [value]


def _shape_of(value: Value) -> tuple[int, ...]:
    return (len(value), *(_shape_of(value[0]) if value else ())) if isinstance(value, tuple) else ()


def _dtype(thing: Thing) -> str | None:
    if isinstance(thing, Name) and thing.path.startswith("torch."):
        return vocabulary.TYPES.get(thing.path[6:])
    return None
