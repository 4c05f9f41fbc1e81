"""Calls: of names of libraries, of what Python itself has, of functions and classes of the text, and of modules."""

from __future__ import annotations

import ast
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from lazygui import catalog
from lazygui.catalog.spec import LayerSpec, Role, Value
from lazygui.codegen.reading import binding, samples, vocabulary
from lazygui.codegen.reading.binding import Call
from lazygui.codegen.reading.core import LARGEST, MISSING, MOST_TURNS
from lazygui.codegen.reading.modules import Modules
from lazygui.codegen.reading.values import (
    Frame,
    Function,
    Group,
    Held,
    Layer,
    Method,
    Name,
    Poison,
    Reference,
    Sample,
    Size,
    Super,
    Tensor,
    Thing,
    UserClass,
    number_of,
    unreadable,
)

_MATH: Final[Mapping[str, Callable[..., Any]]] = {
    f"math.{name}": getattr(math, name) for name in ("sqrt", "log", "log2", "exp", "ceil", "floor")
} | {"np.sqrt": math.sqrt}


class Calls(Modules):
    """Calls whatever can be called."""

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[str, str] = {}
        """The functions that are nodes as a whole: by their name a block of the catalogue or the text itself."""
        self._often: dict[int, frozenset[str]] = {}

    def call(self, target: Thing, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        match target:
            case Layer():
                return self.call_layer(target, positional, keywords)
            case Group():
                return self.call_group(target, positional, keywords)
            case UserClass():
                return self.instance(target, positional, keywords)
            case Function():
                return self._whole(target, positional, keywords)
            case Method():
                return self._method(target, positional, keywords)
            case Name():
                return self._named(target.path, positional, keywords)
            case Poison():
                raise target.reason
        raise unreadable("code_statement")

    def _whole(self, function: Function, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a function gives that is one node, or what its lines give."""
        name = getattr(function.node, "name", "")
        source = self.sources.get(name) if function.instance is None and function.frame.is_outside else None
        if source is None:
            return self.call_function(function, positional, keywords)
        if (block := catalog.find(source)) is not None:
            return self._block(block, Call(name, positional, keywords))
        return self._custom(source, positional, keywords)

    def _block(self, spec: LayerSpec, call: Call) -> Thing:
        bound = binding.block(spec, call, self.sketch.tensor)
        return self.add(spec, bound.arguments, bound.sources)

    def _custom(self, source: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what the document's own function gives: its tensors come first, its numbers behind them."""
        spec = next(one for one in catalog.CATALOG.values() if one.role is Role.CUSTOM)
        tensors = [one for one in map(self.sketch.tensor, positional) if one is not None]
        numbers = tuple(one for one in positional if isinstance(one, int | float))
        if keywords or len(tensors) + len(numbers) != len(positional):
            raise unreadable("code_statement")
        arguments: dict[str, Value] = {"source": source, "numbers": numbers}
        return self.add(spec, arguments, dict(enumerate(tensors)))

    def call_function(self, function: Function, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        self.enter()
        try:
            given = positional if function.instance is None else (function.instance, *positional)
            variables = self._given(function, given, keywords)
            names = (tuple(variables), self._named_often(function.node))
            frame = Frame(variables, function.frame, function.instance, function.owner, *names)
            if isinstance(function.node, ast.Lambda):
                return self.evaluate(function.node.body, frame)
            found = self.run(function.node.body, frame)
            return None if found is MISSING else found
        finally:
            self.leave()

    def _named_often(self, node: ast.FunctionDef | ast.Lambda) -> frozenset[str]:
        if id(node) not in self._often:
            self._often[id(node)] = _named_often(node)
        return self._often[id(node)]

    def _given(
        self, function: Function, positional: Sequence[Thing], keywords: Mapping[str, Thing]
    ) -> dict[str, Thing]:
        """Return the parameters of a function with what it is given, or else their defaults."""
        written, name = function.node.args, getattr(function.node, "name", "lambda")
        names = [one.arg for one in (*written.posonlyargs, *written.args)]
        found: dict[str, Thing] = dict(zip(names, positional, strict=False))
        if written.vararg is not None:
            found[written.vararg.arg] = tuple(positional[len(names) :])
        elif len(positional) > len(names):
            raise unreadable("code_too_many", name=name, count=len(names))
        rest = dict(keywords)
        for one in (*names, *(one.arg for one in written.kwonlyargs)):
            if one in rest:
                found[one] = rest.pop(one)
        defaults = [
            *zip(reversed(names), reversed(written.defaults), strict=False),
            *((one.arg, default) for one, default in zip(written.kwonlyargs, written.kw_defaults, strict=True)),
        ]
        for one, default in defaults:
            if one not in found and default is not None:
                found[one] = self.evaluate(default, function.frame)
        if rest and written.kwarg is None:
            raise unreadable("code_argument", name=name, argument=next(iter(rest)))
        if written.kwarg is not None:
            found[written.kwarg.arg] = rest
        missing = [one for one in (*names, *(one.arg for one in written.kwonlyargs)) if one not in found]
        if missing:
            raise unreadable("code_missing", name=name, argument=missing[0])
        return found

    def _named(self, path: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a call of a library gives."""
        if path in _BUILT_IN:
            return self._built_in(path, positional)
        if path in _MATH and len(positional) == 1:
            return _computed(_MATH[path], positional[0])
        if path in samples.MAKERS:
            made = samples.made(path, positional, keywords)
            made.line = self.sketch.line
            return made
        if path == "OrderedDict" or path == "dict":
            return self._pairs(positional, keywords)
        if path.startswith("nn.init."):
            return samples.initialised(path[8:], positional[0] if positional else None)
        if path.startswith("nn."):
            return self.layer(path, positional, keywords)
        if path.startswith("torch.Tensor.") and positional:
            return self.method(positional[0], path[13:], positional[1:], keywords)
        if path.startswith("d2l.") and (block := catalog.find(f"block.{path[4:]}")) is not None:
            return self._block(block, Call(path, positional, keywords))
        if path.startswith(("torch.", "F.")):
            return self.operation(path, positional, keywords)
        raise unreadable("code_not_defined", name=path)

    def _pairs(self, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> dict[str, Thing]:
        pairs = positional[0] if positional else ()
        if isinstance(pairs, dict):
            return {**pairs, **keywords}
        if not isinstance(pairs, list | tuple) or not all(
            isinstance(one, list | tuple) and len(one) == 2 and isinstance(one[0], str) for one in pairs
        ):
            raise unreadable("code_statement")
        return {**dict(pairs), **keywords}

    def _method(self, method: Method, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        match method.owner:
            case Super() as above:
                return self.super_call(above, method.name, positional, keywords)
            case Group() | Layer() | Reference() if method.name in vocabulary.IGNORED_METHODS:
                return method.owner
            case Group() as group:
                return self.group_method(group, method.name, positional, keywords)
            case list() as several:
                return self._list_method(several, method.name, positional)
            case dict() as table:
                return self._dict_method(table, method.name, positional)
            case Tensor() | Sample() | Held() as thing:
                return self.method(thing, method.name, positional, keywords)
        raise unreadable("code_statement")

    def _list_method(self, several: list[Thing], name: str, positional: Sequence[Thing]) -> Thing:
        match name, *positional:
            case "append", one:
                several.append(one)
            case "extend", more:
                several.extend(self.items(more))
            case "insert", int(index), one:
                several.insert(index, one)
            case ["pop"] if several:
                return several.pop()
            case _:
                raise unreadable("code_statement")
        self.limited(several)
        return None

    def _dict_method(self, table: dict[Any, Thing], name: str, positional: Sequence[Thing]) -> Thing:
        match name, *positional:
            case ["items"]:
                return list(table.items())
            case ["keys"]:
                return list(table)
            case ["values"]:
                return list(table.values())
            case "get", str() | int() as key, *default:
                return table.get(key, default[0] if default else None)
        raise unreadable("code_statement")

    def _built_in(self, name: str, positional: Sequence[Thing]) -> Thing:
        positional = list(map(number_of, positional))
        match name, *positional:
            case "range", *numbers if numbers and all(map(_is_whole, numbers)) and len(numbers) <= 3:
                return self._range(numbers)
            case "len", one:
                return len(self.items(one))
            case "list", *several:
                return [item for one in several for item in self.items(one)]
            case "tuple", *several:
                return tuple(item for one in several for item in self.items(one))
            case "reversed", one:
                return self.items(one)[::-1]
            case "enumerate", one, *first:
                return list(enumerate(self.items(one), first[0] if first and _is_whole(first[0]) else 0))
            case "zip", *several:
                return list(zip(*map(self.items, several), strict=False))
            case "sum", one if all(map(_is_number, self.items(one))):
                return sum(self.items(one))
            case "min" | "max", *several:
                numbers = self.items(several[0]) if len(several) == 1 else several
                if numbers and all(map(_is_number, numbers)):
                    return min(numbers) if name == "min" else max(numbers)
            case "int" | "float" | "abs" | "round" | "bool", one if _is_number(one):
                return _computed(_PLAIN[name], one)
            case "str", one if isinstance(one, int | float | str):
                return _short(one)
            case "isinstance", one, kind:
                return self._is_kind(one, kind)
            case "print", *_:
                return None
        raise unreadable("code_statement")

    def _range(self, numbers: Sequence[int]) -> list[int]:
        if len(numbers) == 3 and numbers[2] == 0:
            raise unreadable("code_statement")
        found = range(*numbers)
        # len() itself refuses what does not fit into a C integer.
        count = max(0, (found.stop - found.start + found.step - (1 if found.step > 0 else -1)) // found.step)
        if count > MOST_TURNS:
            raise unreadable("code_loop", count=min(count, LARGEST), limit=MOST_TURNS)
        return list(found)

    def _is_kind(self, one: Thing, kind: Thing) -> bool:
        kinds = kind if isinstance(kind, tuple) else (kind,)
        for each in kinds:
            match each:
                case Name("nn.Module") if isinstance(one, Layer | Group):
                    return True
                case Name("torch.Tensor") if self.is_tensor(one):
                    return True
                case Name(path) if isinstance(one, Layer) and path in (one.spec.type, one.spec.becomes):
                    return True
                case Name(path) if isinstance(one, Group) and one.kind == path:
                    return True
                case Name(path) if path in _PLAIN_TYPES and isinstance(one, _PLAIN_TYPES[path]):
                    return True
                case UserClass() if isinstance(one, Group) and one.type and each in one.type.line():
                    return True
                case UserClass() | Name():
                    continue
                case _:
                    raise unreadable("code_statement")
        return False


_BUILT_IN: Final = frozenset(
    {
        *("range", "len", "list", "tuple", "reversed", "enumerate", "zip", "sum", "min", "max", "int", "float", "abs"),
        *("round", "bool", "str", "isinstance", "print"),
    }
)
BUILT_IN: Final = _BUILT_IN | {"dict", "super", "property", "staticmethod"}
_PLAIN: Final[Mapping[str, Callable[..., Any]]] = {"int": int, "float": float, "abs": abs, "round": round, "bool": bool}
_PLAIN_TYPES: Final[Mapping[str, type]] = {"int": int, "float": float, "str": str, "list": list, "tuple": tuple}


def _is_whole(thing: Thing) -> bool:
    return isinstance(thing, int) and not isinstance(thing, bool) and abs(thing) <= LARGEST


def _is_number(thing: Thing) -> bool:
    return isinstance(thing, int | float)


def _short(thing: int | float | str) -> str:
    text = str(thing)
    if len(text) > MOST_TURNS:
        raise unreadable("code_too_long", limit=MOST_TURNS)
    return text


def _computed(function: Callable[..., Any], number: Thing) -> Thing:
    """Return what a function of one number gives; what has no answer is no number of a network."""
    number = number_of(number)
    if isinstance(number, Size):
        raise unreadable("code_size")
    if not _is_number(number):
        raise unreadable("code_statement")
    try:
        return function(number)
    except (ValueError, OverflowError):
        raise unreadable("code_no_number") from None


def _named_often(node: ast.FunctionDef | ast.Lambda) -> frozenset[str]:
    """Return the names that a function gives to more than one thing: they say nothing of any of them."""
    counts = Counter(
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    )
    parameters = (one.arg for one in ast.walk(node) if isinstance(one, ast.arg))
    return frozenset({"_", *parameters, *(name for name, count in counts.items() if count > 1)})
