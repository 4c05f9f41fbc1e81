"""One call of one layer, as the reasons for its refusal look at it: what arrived, and from whom. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from lazygui.catalog import shapes
from lazygui.catalog.spec import LayerSpec, Value
from lazygui.engine.dtypes import Spec
from lazygui.graph.findings import Shape
from lazygui.graph.model import Node
from lazygui.graph.problems import Detail, Problem


@dataclass(frozen=True, slots=True)
class Case:
    """A node with what arrives at its ports, by their index, and the nodes that it comes from."""

    node: Node
    arrived: Mapping[int, Spec]
    sources: Mapping[int, str]

    @property
    def spec(self) -> LayerSpec:
        assert self.node.spec is not None
        return self.node.spec

    @property
    def shapes(self) -> Mapping[int, Shape]:
        return {port: spec.shape for port, spec in self.arrived.items()}

    @property
    def first(self) -> Shape | None:
        """The shape at the first input, if anything arrives there."""
        return self.arrived[0].shape if 0 in self.arrived else None

    def has(self, *arguments: str) -> bool:
        return all(self.spec.argument(name) is not None for name in arguments)

    def value(self, name: str) -> Value:
        return self.node.value(name)

    def whole(self, name: str) -> int | None:
        """Return an argument that is a whole number, or None."""
        value = self.node.value(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def whole_numbers(self, name: str) -> tuple[int, ...] | None:
        """Return an argument that is one whole number or several, or None."""
        value = self.node.value(name)
        numbers = value if isinstance(value, tuple) else (value,)
        found = tuple(one for one in numbers if isinstance(one, int) and not isinstance(one, bool))
        return found if len(found) == len(numbers) else None

    def size(self, name: str) -> tuple[int, ...] | None:
        """Return a SIZE as one number for each of its axes, or None where it is a word or missing."""
        argument, numbers = self.spec.argument(name), self.whole_numbers(name)
        if argument is None or numbers is None:
            return None
        return numbers if len(numbers) == argument.axes else numbers * argument.axes

    def length(self, word: str) -> int | None:
        """Return what an entry of `LayerSpec.divides` stands for, or None where it is not known."""
        if word.startswith("@"):
            axis = int(word[1:]) if word[1:].lstrip("-").isdecimal() else self.whole(word[1:])
            shape = self.first
            is_there = shape is not None and axis is not None and -len(shape) <= axis < len(shape)
            return shape[axis] if is_there and shape is not None and axis is not None else None
        if word.isdecimal():
            return int(word)
        arguments = {argument.name: self.node.value(argument.name) for argument in self.spec.arguments}
        found = [one for one in shapes.lengths(self.spec, arguments, word) if isinstance(one, int)]
        return prod(found) if found else None

    def input_name(self, port: int) -> str:
        names = self.node.input_names
        return names[min(port, len(names) - 1)] if names else ""

    def reason(self, code: str, port: int = 0, /, **details: Detail) -> Problem:
        """Return a problem of this call; the sentence may always name the layer, the input, and who feeds it."""
        told: dict[str, Detail] = {
            "layer": self.spec.name,
            "port": port,
            "input": self.input_name(port),
            "source": self.sources.get(port, ""),
        }
        return Problem(code, self.node.id, {**told, **details})
