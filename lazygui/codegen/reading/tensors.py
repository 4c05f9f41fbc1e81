"""What is done with tensors: operations, methods, operators and subscripts become nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec, Value
from lazygui.codegen.reading import binding, vocabulary
from lazygui.codegen.reading.binding import Call
from lazygui.codegen.reading.core import Core
from lazygui.codegen.reading.values import (
    Layer,
    Name,
    Parts,
    Sample,
    Shape,
    Size,
    Tensor,
    Thing,
    Unreadable,
    number_of,
    unreadable,
)

_OPERATORS: Final[Mapping[str, str]] = {
    "+": "torch.add",
    "-": "torch.sub",
    "*": "torch.mul",
    "/": "torch.div",
    "@": "torch.matmul",
    "==": "torch.eq",
    "!=": "torch.ne",
    "<": "torch.lt",
    ">": "torch.gt",
    "&": "torch.logical_and",
    "|": "torch.logical_or",
}
_COMPARISONS: Final = frozenset({"==", "!=", "<", ">", "<=", ">="})


class Tensors(Core):
    """Turns what is done with tensors into nodes."""

    def operation(self, path: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a function of torch gives: the operation, or the module without weights that does the same."""
        call = Call(path, positional, keywords)
        specs = vocabulary.functions(path)
        if not specs:
            return self._twin(path, call)
        if specs[0].type == "torch.reshape" and len(positional) == 2:
            return self.reshaped(self.tensor(positional[0], path), _sizes(positional[1:]))
        return self._best(specs, call)

    def _best(self, specs: Sequence[LayerSpec], call: Call) -> Thing:
        """Return what the first gives that takes such a call: torch.add takes a tensor or a number."""
        reason: Unreadable | None = None
        for spec in specs:
            try:
                bound = binding.operation(spec, call, self._as_tensor)
            except Unreadable as refusal:
                reason = reason or refusal
            else:
                return self.add(spec, bound.arguments, bound.sources)
        assert reason is not None
        raise reason

    def _twin(self, path: str, call: Call) -> Thing:
        spec = vocabulary.twin(path)
        if spec is None:
            raise unreadable("code_unknown_layer", name=path)
        count = len(spec.inputs)
        order = vocabulary.FUNCTIONAL_ORDERS.get(path)
        given = dict(call.keywords)
        inputs = [given.pop(name) if name in given else None for name in spec.inputs]
        tensors = [*call.positional[:count], *(one for one in inputs if one is not None)]
        rest = call.positional[count:]
        if order is not None:
            named = dict(zip(order, rest, strict=False))
            given, rest = {**named, **given}, rest[len(order) :]
        layer = Layer(spec=spec, arguments=binding.construction(spec, Call(path, rest, given)))
        bound = binding.module_call(spec, Call(path, tensors, {}), self._as_tensor)
        made = self.sketch.draft(spec, {**layer.arguments, **bound.arguments}, bound.sources)
        return self.sketch.results(made, spec)

    def add(self, spec: LayerSpec, arguments: Mapping[str, Value], sources: Mapping[int, Tensor]) -> Thing:
        return self.sketch.results(self.sketch.draft(spec, arguments, sources), spec)

    def add_type(self, type: str, arguments: Mapping[str, Value], *tensors: Tensor) -> Thing:
        spec = catalog.find(type)
        assert spec is not None
        return self.add(spec, arguments, dict(enumerate(tensors)))

    def tensor(self, thing: Thing, name: str, argument: str = "input") -> Tensor:
        found = self._as_tensor(thing)
        if found is None:
            raise unreadable("code_not_a_tensor", name=name, argument=argument)
        return found

    def _as_tensor(self, thing: Thing) -> Tensor | None:
        return self.sketch.tensor(thing)

    def method(self, thing: Thing, name: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a method of a tensor gives."""
        if isinstance(thing, Sample) and (made := _of_sample(thing, name, positional)) is not None:
            return made
        tensor = self.tensor(thing, name)
        match name:
            case "size":
                return Size(tensor, positional[0]) if positional and isinstance(positional[0], int) else Shape(tensor)
            case "dim" | "ndimension" if tensor.rank is not None:
                return tensor.rank
            case "view" | "reshape":
                return self.reshaped(tensor, _sizes(positional or tuple(keywords.values())))
            case "t":
                return self.add_type("torch.transpose", {"dim0": 0, "dim1": 1}, tensor)
            case _ if name in vocabulary.CASTS and not positional:
                return self.add_type("torch.Tensor.to", {"dtype": vocabulary.CASTS[name]}, tensor)
            case _ if name in vocabulary.SAME:
                return tensor
            case "to" | "type" if not any(_is_type(one) for one in (*positional, *keywords.values())):
                return tensor
        specs = vocabulary.methods(name)
        if specs:
            return self._best(specs, Call(f"Tensor.{name}", (tensor, *positional), keywords))
        if vocabulary.twin(f"torch.{name}") is not None:
            return self._twin(f"torch.{name}", Call(f"Tensor.{name}", (tensor, *positional), keywords))
        raise unreadable("code_unknown_layer", name=f"Tensor.{name}")

    def attribute(self, thing: Thing, name: str) -> Thing:
        """Return an attribute of a tensor that is no method, or None."""
        match name:
            case "shape":
                return Shape(self.tensor(thing, name))
            case "T":
                tensor = self.tensor(thing, name)
                return self.add_type("torch.transpose", {"dim0": 0, "dim1": 1}, tensor)
            case "mT":
                tensor = self.tensor(thing, name)
                return self.add_type("torch.transpose", {"dim0": -2, "dim1": -1}, tensor)
            case "ndim":
                return self.tensor(thing, name).rank
            case "data":
                return thing
        return None

    def operator(self, left: Thing, sign: str, right: Thing) -> Thing:
        """Return what an operator with at least one tensor gives."""
        one, other = self._as_tensor(left), self._as_tensor(right)
        if one is not None and other is not None and sign in _OPERATORS:
            return self.add_type(_OPERATORS[sign], {}, one, other)
        if one is not None and _is_number(right) and sign not in _COMPARISONS:
            return self._with_number(one, sign, right)
        if other is not None and _is_number(left):
            return self._number_with(left, sign, other)
        raise unreadable("code_value" if sign in _COMPARISONS else "code_statement")

    def _with_number(self, tensor: Tensor, sign: str, number: int | float) -> Thing:
        match sign:
            case "+" | "-":
                return self.add_type("AddNumber", {"value": number if sign == "+" else -number}, tensor)
            case "*":
                return self.add_type("Scale", {"factor": number}, tensor)
            case "/" if number:
                return self.add_type("Scale", {"factor": 1 / number}, tensor)
            case "**":
                return self.add_type("torch.pow", {"exponent": number}, tensor)
        raise unreadable("code_statement")

    def _number_with(self, number: int | float, sign: str, tensor: Tensor) -> Thing:
        match sign:
            case "+" | "*":
                return self._with_number(tensor, sign, number)
            case "-":
                return self._with_number(self.negated(tensor), "+", number)
            case "/":
                return self._with_number(self.add_type("torch.reciprocal", {}, tensor), "*", number)
        raise unreadable("code_statement")

    def negated(self, thing: Thing) -> Tensor:
        found = self.add_type("torch.neg", {}, self.tensor(thing, "-"))
        assert isinstance(found, Tensor)
        return found

    def reshaped(self, tensor: Tensor, sizes: Sequence[Thing]) -> Thing:
        """Return a tensor in another shape. Sizes of its own that stay where they were need not be known."""
        start = 0
        while start < len(sizes) and _is_own(sizes[start], tensor, start):
            start += 1
        stop, rank = len(sizes), tensor.rank
        while rank is not None and stop > start and _is_own(sizes[stop - 1], tensor, rank - len(sizes) + stop - 1):
            stop -= 1
        middle = list(map(number_of, sizes[start:stop]))
        behind = len(sizes) - stop
        if (start or behind) and middle and all(isinstance(one, int) for one in middle):
            return self._refolded(tensor, start, behind, tuple(middle))
        return self.add_type("torch.reshape", {"shape": _known(sizes)}, tensor)

    def _refolded(self, tensor: Tensor, start: int, behind: int, middle: tuple[int, ...]) -> Thing:
        """Join the axes between those that stay, and split them as it is said."""
        is_one = tensor.rank is not None and tensor.rank - start - behind == 1
        if not is_one:
            found = self.add_type("torch.flatten", {"start_dim": start, "end_dim": -1 - behind}, tensor)
            assert isinstance(found, Tensor)
            tensor = found
        if middle == (-1,):
            return tensor
        return self.add_type("torch.unflatten", {"dim": start, "sizes": middle}, tensor)

    def subscript(self, thing: Thing, keys: Sequence[Thing]) -> Thing:
        """Return a part of a tensor: single indices, ranges whose ends are known, and new axes."""
        tensor, axis = self.tensor(thing, "[]"), 0
        if tensor.draft.type == "Custom" and len(keys) == 1 and isinstance(keys[0], int) and 0 <= keys[0] < 100:
            return self.sketch.unpacked(tensor.draft, max(2, keys[0] + 1))[keys[0]]
        for key in keys:
            tensor = self._indexed(tensor, axis, key)
            axis += not isinstance(key, int) or isinstance(key, bool)
        return tensor

    def _indexed(self, tensor: Tensor, axis: int, key: Thing) -> Tensor:
        match key:
            case None:
                found = self.add_type("torch.unsqueeze", {"dim": axis}, tensor)
            case bool():
                raise unreadable("code_statement")
            case int():
                found = self.add_type("torch.select", {"dim": axis, "index": key}, tensor)
            case slice(start=None, stop=None, step=None):
                return tensor
            case slice(start=None | int(), stop=int(), step=None | 1) if 0 <= (key.start or 0) < key.stop:
                first = key.start or 0
                found = self.add_type("torch.narrow", {"dim": axis, "start": first, "length": key.stop - first}, tensor)
            case _:
                raise unreadable("code_statement")
        assert isinstance(found, Tensor)
        return found

    def parts(self, thing: Thing, count: int) -> tuple[Thing, ...] | None:
        """Return what is unpacked from a result of unknown length, or None for anything else."""
        if isinstance(thing, Parts) or (isinstance(thing, Tensor) and thing.draft.type == "Custom"):
            return self.sketch.unpacked(thing.draft, count)
        if isinstance(thing, Shape):
            thing.tensor.shape = thing.tensor.shape if thing.tensor.rank == count else (None,) * count
            return tuple(Size(thing.tensor, axis) for axis in range(count))
        return None


def _of_sample(sample: Sample, name: str, positional: Sequence[Thing]) -> Sample | None:
    """Return a sample after a method that only says more of it: `torch.arange(4).reshape(2, 2)`."""
    if name in vocabulary.SAME:
        return sample
    sizes = _sizes(positional)
    is_known = bool(sizes) and all(isinstance(one, int) and one > 0 for one in sizes)
    if name in ("reshape", "view") and is_known and sample.draft is None and sample.arguments.get("fill") == "arange":
        return Sample({**sample.arguments, "shape": tuple(sizes)}, sample.is_outside, sample.name)
    if name == "type" or (name == "to" and positional and _is_type(positional[0])):
        return None
    return None


def _sizes(positional: Sequence[Thing]) -> Sequence[Thing]:
    """Return the lengths of a shape, written as one or each by itself."""
    first = positional[0] if positional else ()
    return list(first) if len(positional) == 1 and isinstance(first, list | tuple) else list(positional)


def _known(sizes: Sequence[Thing]) -> tuple[int, ...]:
    """Return the lengths, the only one that is not known beforehand as -1."""
    if sum(isinstance(one, Size) for one in sizes) > 1 or -1 in sizes:
        sizes = list(map(number_of, sizes))
    unknown = [one for one in sizes if isinstance(one, Size)]
    if len(unknown) > 1 or (unknown and -1 in sizes):
        raise unreadable("code_size")
    found = tuple(-1 if isinstance(one, Size) else one for one in sizes)
    if not all(isinstance(one, int) and not isinstance(one, bool) for one in found):
        raise unreadable("code_not_a_value", name="reshape", argument="shape")
    return found


def _is_own(size: Thing, tensor: Tensor, axis: int) -> bool:
    """Say whether a length is the one that the tensor has at this axis."""
    if not isinstance(size, Size) or (size.tensor.draft, size.tensor.port) != (tensor.draft, tensor.port):
        return False
    return size.axis == axis or (tensor.rank is not None and size.axis + tensor.rank == axis)


def _is_number(thing: Thing) -> bool:
    return isinstance(thing, int | float) and not isinstance(thing, bool)


def _is_type(thing: Thing) -> bool:
    return isinstance(thing, Name) and thing.path.startswith("torch.") and thing.path[6:] in vocabulary.TYPES
