"""How a node is built and called, decided once: the engine does it, and code export writes it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec, Role, Value
from lazygui.graph.model import Node


@dataclass(frozen=True, slots=True)
class Tensor:
    """What arrives at the input port with this index."""

    index: int


@dataclass(frozen=True, slots=True)
class Setting:
    """The value of an argument, under its name."""

    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Construction:
    """A class of torch with its arguments, in the order of the catalogue; `inner` is the layer a stack is made of."""

    type: str
    settings: tuple[Setting, ...]
    inner: tuple[str, Construction] | None = None


Positional: TypeAlias = "Tensor | tuple[Tensor, ...] | Setting"
Keyword: TypeAlias = "tuple[str, Tensor | tuple[Tensor, ...]] | Setting"


@dataclass(frozen=True, slots=True)
class Calling:
    """The call of a node: its positional arguments, then those passed by name."""

    positional: tuple[Positional, ...]
    keywords: tuple[Keyword, ...] = ()


def construction(node: Node) -> Construction:
    """Return how the module of the node is built. Its arguments are known to be valid and none is AUTO."""
    assert node.spec is not None
    settings = tuple(Setting(a.name, node.arguments[a.name]) for a in node.spec.arguments if _is_built(node, a.name))
    if node.spec.inner is None:
        return Construction(node.spec.type, settings)
    word, inner_type = node.spec.inner
    inner = catalog.find(inner_type)
    assert inner is not None
    is_inner = {argument.name for argument in inner.arguments}
    return Construction(
        node.spec.type,
        tuple(one for one in settings if one.name not in is_inner),
        (word, Construction(inner.type, tuple(one for one in settings if one.name in is_inner))),
    )


def calling(node: Node, taken: Collection[int]) -> Calling:
    """Return how the node is called when these input ports are taken.

    Required inputs go by position, optional ones by name; inputs that are packed go as one tuple, all or none of them.
    A custom node gets its numbers behind its tensors.
    """
    spec = node.spec
    assert spec is not None
    if spec.role is Role.CUSTOM:
        numbers = node.value("numbers")
        values = numbers if isinstance(numbers, tuple) else ()
        return Calling((*map(Tensor, sorted(taken)), *(Setting("numbers", value) for value in values)))
    if spec.role is not Role.LAYER:
        return Calling(())
    positional, by_name = _tensors(node, spec, taken)
    gathered: tuple[Positional, ...] = (positional,) if spec.call and spec.call.gathers else positional
    leads, follows = (spec.call.leads, spec.call.follows) if spec.call else ((), ())
    before = tuple(Setting(name, node.value(name)) for name in leads)
    behind = tuple(Setting(name, node.value(name)) for name in follows)
    settings = tuple(
        Setting(a.name, node.arguments[a.name])
        for a in spec.arguments
        if a.name in node.arguments
        and not _is_built(node, a.name)
        and a.name not in (*leads, *follows)
        # `torch.squeeze` and others have no default in truth, and refuse the None that their documentation speaks of.
        and not (a.default is None and node.arguments[a.name] is None)
    )
    return Calling((*before, *gathered, *behind), (*by_name, *_packed(node, spec, taken), *settings))


def _tensors(
    node: Node, spec: LayerSpec, taken: Collection[int]
) -> tuple[tuple[Tensor, ...], tuple[tuple[str, Tensor], ...]]:
    """Return the inputs that go by position, and those that go by name; what is packed is neither."""
    packed = {port for _, ports in spec.packs for port in ports}
    loose = [(name, Tensor(index)) for index in sorted(taken) if (name := _port_name(node, index)) not in packed]
    named = {*spec.optional, *spec.keywords}
    return tuple(one for name, one in loose if name not in named), tuple(pair for pair in loose if pair[0] in named)


def _packed(node: Node, spec: LayerSpec, taken: Collection[int]) -> Iterator[Keyword]:
    """Yield the tuples of inputs that are all there; what is a tuple of one for us is no tuple for torch."""
    for word, ports in spec.packs:
        tensors = tuple(Tensor(node.input_names.index(port)) for port in ports)
        if all(tensor.index in taken for tensor in tensors):
            yield word, tensors if len(tensors) > 1 else tensors[0]


def nested(spec: LayerSpec | None, outputs: tuple[Any, ...]) -> Any:
    """Return what belongs to the outputs of a node, in the tuples in which torch gives them; one alone stands alone.

    A layer that takes its states as one tuple gives them as one behind its output: `output, (h_n, c_n)` of an LSTM.
    """
    if len(outputs) == 1:
        return outputs[0]
    packed = max((len(ports) for _, ports in spec.packs), default=0) if spec else 0
    return (*outputs[:-packed], outputs[-packed:]) if 1 < packed < len(outputs) else outputs


def _is_built(node: Node, argument: str) -> bool:
    """Say whether the argument goes to the constructor and was set."""
    assert node.spec is not None
    spec = node.spec.argument(argument)
    return node.spec.is_module and spec is not None and not spec.at_call and argument in node.arguments


def _port_name(node: Node, index: int) -> str:
    return node.input_names[min(index, len(node.input_names) - 1)]
