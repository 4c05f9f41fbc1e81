"""What a call gives to a layer: arguments of the catalogue and tensors for its inputs, in torch's own order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lazygui import catalog
from lazygui.catalog.spec import ArgumentSpec, Kind, LayerSpec, Value
from lazygui.codegen.reading import vocabulary
from lazygui.codegen.reading.values import Layer, Name, Size, Tensor, Thing, number_of, unreadable

_DEEPEST = 2
"""No argument of a layer is nested more deeply."""

AsTensor = Callable[[Thing], Tensor | None]
"""Gives the tensor that a value is, or None."""


@dataclass
class Bound:
    """What a call gives."""

    arguments: dict[str, Value] = field(default_factory=dict)
    sources: dict[int, Tensor] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """A call as it is written."""

    name: str
    positional: Sequence[Thing]
    keywords: Mapping[str, Thing]


def construction(spec: LayerSpec, call: Call) -> dict[str, Value]:
    """Return the arguments of a constructor; those of a layer that a stack is made of are the stack's own."""
    own = [argument.name for argument in spec.arguments if not argument.at_call]
    order = vocabulary.ORDERS.get(spec.type, tuple(own))
    given = _named(order, call)
    found: dict[str, Value] = {}
    if spec.inner is not None and isinstance(inner := given.pop(spec.inner[0], None), Layer):
        found |= inner.arguments
    for name, thing in given.items():
        if name in own:
            found[name] = value(spec, name, thing, call)
        elif not _is_nothing(name, thing):
            raise unreadable("code_argument", name=call.name, argument=name)
    return found


def operation(spec: LayerSpec, call: Call, as_tensor: AsTensor) -> Bound:
    """Return what the call of an operation gives; `catalog` tells which of it are tensors."""
    assert spec.call is not None
    if spec.call.gathers:
        return _gathered(spec, call, as_tensor)
    call = _spread(spec, call)
    names = (*spec.call.leads, *spec.inputs, *(a.name for a in spec.arguments if a.name not in spec.call.leads))
    return _bound(spec, vocabulary.ORDERS.get(spec.type, names), call, as_tensor)


def module_call(spec: LayerSpec, call: Call, as_tensor: AsTensor) -> Bound:
    """Return what the call of a module gives."""
    packed = {port: word for word, ports in spec.packs for port in ports}
    words = tuple(dict.fromkeys(packed.get(port, port) for port in spec.inputs))
    names = (*words, *(argument.name for argument in spec.arguments if argument.at_call))
    return _bound(spec, vocabulary.CALL_ORDERS.get(spec.type, names), call, as_tensor)


def block(spec: LayerSpec, call: Call, as_tensor: AsTensor) -> Bound:
    """Return what the call of a block's function gives."""
    return _bound(spec, (*spec.inputs, *(argument.name for argument in spec.arguments)), call, as_tensor)


def value(spec: LayerSpec, name: str, thing: Thing, call: Call) -> Value:
    """Return an argument as a document holds it. Raises Unreadable for what is no number, text or tuple of these."""
    argument = spec.argument(name)
    if isinstance(thing, Name) and thing.path.startswith("torch.") and thing.path[6:] in vocabulary.TYPES:
        return vocabulary.TYPES[thing.path[6:]]
    if isinstance(thing, Name) and (other := _choice(argument, thing.path)) is not None:
        return other
    found = _plain(number_of(thing), name, call, _DEEPEST)
    if argument is not None and argument.kind is Kind.SHAPE and isinstance(found, int) and name in ("dims", "pad"):
        return (found,)
    return found


def _choice(argument: ArgumentSpec | None, path: str) -> str | None:
    """Return the word of a choice that a function stands for: `activation=F.relu`."""
    word = path.rpartition(".")[2].lower()
    return word if argument is not None and word in argument.choices else None


def _plain(thing: Thing, name: str, call: Call, depth: int) -> Value:
    if isinstance(thing, list | tuple) and depth > 0:
        return tuple(_plain(number_of(part), name, call, depth - 1) for part in thing)
    if thing is None or isinstance(thing, bool | int | float | str):
        return thing
    if isinstance(thing, Size):
        raise unreadable("code_size")
    raise unreadable("code_not_a_value", name=call.name, argument=name)


def _named(order: Sequence[str], call: Call) -> dict[str, Thing]:
    if len(call.positional) > len(order):
        raise unreadable("code_too_many", name=call.name, count=len(order))
    given = dict(zip(order, call.positional, strict=False))
    for written, thing in call.keywords.items():
        name = vocabulary.OTHER_ARGUMENTS.get(written, written)
        if name in given:
            raise unreadable("code_twice", name=call.name, argument=written)
        given[name or written] = thing
    return given


def _bound(spec: LayerSpec, order: Sequence[str], call: Call, as_tensor: AsTensor) -> Bound:
    packs = dict(spec.packs)
    if spec.is_variadic and len(call.positional) > len(order):
        order = (*order, *(f"{spec.inputs[-1]} {n}" for n in range(len(call.positional) - len(order))))
    found = Bound()
    for name, thing in _named(order, call).items():
        if name in packs:
            _pack(spec, packs[name], thing, call, as_tensor, found)
        elif name in spec.inputs or (spec.is_variadic and name.partition(" ")[0] in spec.inputs):
            index = spec.inputs.index(name) if name in spec.inputs else order.index(name) - len(order)
            _feed(spec, index if index >= 0 else len(found.sources), name, thing, call, as_tensor, found)
        elif spec.argument(name) is not None:
            found.arguments[name] = value(spec, name, thing, call)
        elif not _is_nothing(name, thing):
            raise unreadable("code_argument", name=call.name, argument=name)
    _demand_inputs(spec, call, found)
    return found


def _feed(spec: LayerSpec, index: int, name: str, thing: Thing, call: Call, as_tensor: AsTensor, found: Bound) -> None:
    if thing is None and name in spec.optional:
        return
    tensor = as_tensor(thing)
    if tensor is None:
        raise unreadable("code_not_a_tensor", name=call.name, argument=name)
    found.sources[index] = tensor


def _pack(spec: LayerSpec, ports: Sequence[str], thing: Thing, call: Call, as_tensor: AsTensor, found: Bound) -> None:
    if thing is None:
        return
    parts = thing if isinstance(thing, list | tuple) else (thing,)
    if len(parts) != len(ports):
        raise unreadable("code_not_a_tensor", name=call.name, argument=", ".join(ports))
    for port, part in zip(ports, parts, strict=True):
        _feed(spec, spec.inputs.index(port), port, part, call, as_tensor, found)


def _gathered(spec: LayerSpec, call: Call, as_tensor: AsTensor) -> Bound:
    given = _named(("tensors", *(argument.name for argument in spec.arguments)), call)
    parts = given.pop("tensors", None)
    if not isinstance(parts, list | tuple):
        raise unreadable("code_not_a_tensor", name=call.name, argument="tensors")
    found = Bound()
    for index, part in enumerate(parts):
        _feed(spec, index, "tensors", part, call, as_tensor, found)
    for name, thing in given.items():
        if spec.argument(name) is None and not _is_nothing(name, thing):
            raise unreadable("code_argument", name=call.name, argument=name)
        if spec.argument(name) is not None:
            found.arguments[name] = value(spec, name, thing, call)
    _demand_inputs(spec, call, found)
    return found


def _spread(spec: LayerSpec, call: Call) -> Call:
    """Return the call with numbers that stand alone as one shape: `x.permute(0, 2, 1)`."""
    first = spec.arguments[0] if spec.arguments else None
    count = len(spec.inputs)
    rest = call.positional[count:]
    is_shape = first is not None and first.kind is Kind.SHAPE and spec.type in SPREAD
    if is_shape and rest and all(isinstance(one, int) for one in rest):
        return Call(call.name, (*call.positional[:count], tuple(rest)), call.keywords)
    return call


SPREAD = frozenset({"torch.reshape", "torch.permute", "torch.Tensor.expand", "torch.Tensor.repeat", "torch.flip"})
"""Operations whose shape a method of a tensor takes as single numbers."""


def _demand_inputs(spec: LayerSpec, call: Call, found: Bound) -> None:
    for index, name in enumerate(spec.inputs):
        if index not in found.sources and name not in spec.optional:
            raise unreadable("code_not_a_tensor", name=call.name, argument=name)
    for argument in spec.arguments:
        if argument.is_required and not spec.is_module and argument.name not in found.arguments:
            raise unreadable("code_missing", name=call.name, argument=argument.name)


def _is_nothing(name: str, thing: Thing) -> bool:
    return thing is None or name in vocabulary.IGNORED_ARGUMENTS or (name in ("size_average", "reduce") and thing)


def known(path: str) -> LayerSpec | None:
    """Return the class of torch.nn that a name stands for."""
    spec = catalog.find(path)
    return spec if spec is not None and spec.is_module else None
