"""Expressions: what each kind that the allow-list has stands for. All others are refused; nothing is ever executed."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from lazygui.codegen.reading import operators, vocabulary
from lazygui.codegen.reading.calls import BUILT_IN, Calls
from lazygui.codegen.reading.core import MOST_TURNS
from lazygui.codegen.reading.values import (
    Frame,
    Function,
    Group,
    Held,
    Layer,
    Method,
    Name,
    Parts,
    Poison,
    Reference,
    Sample,
    Shape,
    Size,
    Super,
    Tensor,
    Thing,
    Unreadable,
    UserClass,
    number_of,
    unreadable,
)


class Expressions(Calls):
    """Says what expressions stand for."""

    def __init__(self, lines: Sequence[str] = ()) -> None:
        super().__init__()
        self._lines = lines

    def evaluate(self, node: ast.expr, frame: Frame) -> Thing:
        self.enter()
        try:
            return self._evaluated(node, frame)
        except Unreadable as refusal:
            raise self.placed(refusal, node) from None
        finally:
            self.leave()

    def placed(self, refusal: Unreadable, node: ast.AST) -> Unreadable:
        """Return a refusal with the line where it happened, if it has none yet."""
        if refusal.has_line:
            return refusal
        number = getattr(node, "lineno", 1)
        text = self._lines[number - 1].strip() if number <= len(self._lines) else ""
        return refusal.at(number, text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…")

    def _evaluated(self, node: ast.expr, frame: Frame) -> Thing:
        match node:
            case ast.Constant(value=None | bool() | int() | float() | str()):
                return operators.within(node.value)
            case ast.Constant(value=value) if value is ...:
                return ...
            case ast.Name():
                return self._variable(node.id, frame)
            case ast.Attribute():
                return self.member(self.evaluate(node.value, frame), node.attr)
            case ast.Call():
                return self._called(node, frame)
            case ast.Subscript():
                return self._subscript(node, frame)
            case ast.Tuple() | ast.List() | ast.Set():
                items = [one for part in node.elts for one in self._items(part, frame)]
                several = self.limited(items)
                return tuple(several) if isinstance(node, ast.Tuple) else several
            case ast.Dict():
                return self._dictionary(node, frame)
            case _:
                return self._computed(node, frame)

    def _computed(self, node: ast.expr, frame: Frame) -> Thing:
        match node:
            case ast.BinOp():
                left, right = self.evaluate(node.left, frame), self.evaluate(node.right, frame)
                return self.binary(left, type(node.op), right)
            case ast.UnaryOp():
                return self._unary(node.op, self.evaluate(node.operand, frame))
            case ast.Compare():
                return self._compare(node, frame)
            case ast.BoolOp():
                return self._boolean(node, frame)
            case ast.IfExp():
                chosen = node.body if self.truth(self.evaluate(node.test, frame)) else node.orelse
                return self.evaluate(chosen, frame)
            case ast.Lambda():
                return Function(node, frame)
            case ast.ListComp() | ast.GeneratorExp():
                inner = Frame(around=frame, instance=frame.instance, owner=frame.owner)
                return self.limited(list(self._comprehended(node.elt, node.generators, inner)))
            case ast.JoinedStr():
                return "".join(self._piece(part, frame) for part in node.values)
            case ast.Slice():
                ends = (node.lower, node.upper, node.step)
                return slice(*(None if end is None else self.evaluate(end, frame) for end in ends))
        raise unreadable("code_statement")

    def _variable(self, name: str, frame: Frame) -> Thing:
        home = frame.find(name)
        if home is None:
            if name in BUILT_IN or name in vocabulary.KNOWN:
                return Name(name)
            if name == "__name__":
                return "__main__"
            raise unreadable("code_not_defined", name=name)
        thing = home.variables[name]
        if isinstance(thing, Poison):
            raise thing.reason
        return thing

    def member(self, thing: Thing, name: str) -> Thing:
        """Return an attribute. Names are joined and values asked for what this reader knows; no object is walked."""
        match thing:
            case Name():
                return _constant(vocabulary.canonical(f"{thing.path}.{name}"))
            case Group() | Layer():
                return self.attribute_of(thing, name)
            case Reference():
                if name in ("data", "T"):
                    return thing if name == "data" else Method(thing, name)
                is_call = name in vocabulary.SAME or name.endswith("_") or name in vocabulary.IGNORED_METHODS
                return Method(thing, "apply") if is_call else Reference(thing.layer, f"{thing.parameter}.{name}")
            case Tensor() | Sample() | Held():
                found = self.attribute(thing, name)
                return Method(thing, name) if found is None else found
            case Super() | list() | dict():
                return Method(thing, name)
            case UserClass():
                found = thing.find(name)
                if found is not None:
                    return found[0]
        raise unreadable("code_not_defined", name=name)

    def _called(self, node: ast.Call, frame: Frame) -> Thing:
        if isinstance(node.func, ast.Name) and node.func.id == "super" and frame.find("super") is None:
            return self._super(frame)
        if isinstance(node.func, ast.Attribute):
            owner = self.evaluate(node.func.value, frame)
            target = self._method_of(owner, node.func.attr, frame)
        else:
            owner, target = None, self.evaluate(node.func, frame)
        positional = self.limited([one for part in node.args for one in self._items(part, frame)])
        keywords = dict(self._keywords(node, frame))
        self.sketch.line = node.lineno
        if isinstance(target, Name) and frame.is_outside and not vocabulary.is_known(target.path):
            # What it was given may still be read: d2l.check_shape(net(X), ...).
            self.leave_out(node)
            return Poison(self.placed(unreadable("code_not_defined", name=target.path), node))
        if isinstance(target, Layer) and isinstance(owner, Group) and isinstance(node.func, ast.Attribute):
            return self.call_layer(target, positional, keywords, (owner, node.func.attr))
        if isinstance(target, Method) and isinstance(target.owner, Group | Layer | Reference):
            return self._asked(target, positional, keywords, node)
        found = self.call(target, positional, keywords)
        if isinstance(found, Sample) and frame.is_outside:
            found.is_outside = True
        return found

    def _method_of(self, owner: Thing, name: str, frame: Frame) -> Thing:
        if name == "save_hyperparameters" and isinstance(owner, Group) and frame.instance is owner:
            for key in frame.parameters[1:]:
                self.set_attribute(owner, key, frame.variables[key])
        if isinstance(owner, list | dict):
            return Method(owner, name)
        return self.member(owner, name)

    def _asked(
        self, method: Method, positional: Sequence[Thing], keywords: Mapping[str, Thing], node: ast.Call
    ) -> Thing:
        """Call a method that every module has; what only sets values is left out."""
        if method.name in vocabulary.IGNORED_METHODS and method.name != "save_hyperparameters":
            self.leave_out(node)
        return self.call(method, positional, keywords)

    def _super(self, frame: Frame) -> Super:
        here: Frame | None = frame
        while here is not None and here.owner is None:
            here = here.around
        if here is None or here.instance is None or here.owner is None:
            raise unreadable("code_statement")
        return Super(here.instance, here.owner)

    def _items(self, node: ast.expr, frame: Frame) -> list[Thing]:
        if isinstance(node, ast.Starred):
            return self.items(self.evaluate(node.value, frame))
        return [self.evaluate(node, frame)]

    def _keywords(self, node: ast.Call, frame: Frame) -> Iterator[tuple[str, Thing]]:
        for keyword in node.keywords:
            if keyword.arg in ("device", "generator"):
                continue
            thing = self.evaluate(keyword.value, frame)
            if keyword.arg is not None:
                yield keyword.arg, thing
            elif isinstance(thing, dict) and all(isinstance(key, str) for key in thing):
                yield from thing.items()
            else:
                raise unreadable("code_statement")

    def _dictionary(self, node: ast.Dict, frame: Frame) -> dict[Any, Thing]:
        found: dict[Any, Thing] = {}
        for key, part in zip(node.keys, node.values, strict=True):
            name = None if key is None else self.evaluate(key, frame)
            if not isinstance(name, str | int):
                raise unreadable("code_statement")
            found[name] = self.evaluate(part, frame)
        return found

    def _subscript(self, node: ast.Subscript, frame: Frame) -> Thing:
        thing, key = self.evaluate(node.value, frame), self.evaluate(node.slice, frame)
        return self.element_of(thing, key)

    def element_of(self, thing: Thing, key: Thing) -> Thing:
        match thing, key:
            case Group(), _:
                return self.element(thing, key)
            case ((list() | tuple() | str()), (int() | slice())) if not isinstance(key, bool):
                return operators.element(thing, key)
            case dict(), (str() | int()) if key in thing:
                return thing[key]
            case Shape(), int():
                return Size(thing.tensor, key)
            case Shape(), slice(start=None | 0, stop=int(), step=None) if 0 < key.stop <= MOST_TURNS:
                return tuple(Size(thing.tensor, axis) for axis in range(key.stop))
            case Shape(), slice(start=int(), stop=None, step=None) if -MOST_TURNS < key.start < 0:
                return tuple(Size(thing.tensor, axis) for axis in range(key.start, 0))
            case Parts(), int() if 0 <= key < MOST_TURNS:
                return Tensor(thing.draft, key)
            case Reference(), int():
                return Reference(thing.layer, f"{thing.parameter}.{key}")
            case ((Tensor() | Sample() | Held()), _):
                return self.subscript(thing, key if isinstance(key, tuple) else (key,))
        raise unreadable("code_no_element", key=operators.shown(key))

    def binary(self, left: Thing, kind: type[ast.operator], right: Thing) -> Thing:
        sign = operators.SIGNS.get(kind)
        if sign is None:
            raise unreadable("code_statement")
        left, right = number_of(left), number_of(right)
        if isinstance(left, Size) or isinstance(right, Size):
            raise unreadable("code_size")
        if self.is_tensor(left) or self.is_tensor(right):
            if isinstance(left, Sample) and sign == "*" and isinstance(right, int | float) and not left.is_outside:
                # What a weight begins with is scaled: it says nothing of the network.
                return left
            return self.operator(left, sign, right)
        return operators.arithmetic(left, sign, right)

    def _unary(self, sign: ast.unaryop, thing: Thing) -> Thing:
        match sign:
            case ast.Not():
                return not self.truth(thing)
            case ast.USub() if self.is_tensor(thing):
                return self.negated(thing)
            case ast.USub() if isinstance(thing, int | float):
                return -thing
            case ast.UAdd() if isinstance(thing, int | float) or self.is_tensor(thing):
                return thing
            case ast.Invert() if self.is_tensor(thing):
                return self.add_type("torch.logical_not", {}, self.tensor(thing, "~"))
        raise unreadable("code_statement")

    def _compare(self, node: ast.Compare, frame: Frame) -> Thing:
        left = self.evaluate(node.left, frame)
        for sign, part in zip(node.ops, node.comparators, strict=True):
            right = self.evaluate(part, frame)
            found = self._compared(left, sign, right)
            if found is not True:
                return found
            left = right
        return True

    def _compared(self, left: Thing, sign: ast.cmpop, right: Thing) -> Thing:
        match sign:
            case ast.Is() | ast.IsNot():
                is_same = left is right or (isinstance(left, Name) and left == right)
                return is_same is isinstance(sign, ast.Is)
            case ast.In() | ast.NotIn():
                return operators.contains(right, left) is isinstance(sign, ast.In)
        left, right = number_of(left), number_of(right)
        found = operators.COMPARISONS.get(type(sign))
        if found is None or isinstance(left, Size) or isinstance(right, Size):
            raise unreadable("code_value")
        if self.is_tensor(left) or self.is_tensor(right):
            return self.operator(left, found[0], right)
        is_order = found[0] not in ("==", "!=")
        if is_order and not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise unreadable("code_value")
        if not operators.is_flat(left) or not operators.is_flat(right):
            raise unreadable("code_statement")
        return found[1](left, right)

    def _boolean(self, node: ast.BoolOp, frame: Frame) -> Thing:
        thing: Thing = None
        for part in node.values:
            thing = self.evaluate(part, frame)
            if self.truth(thing) is isinstance(node.op, ast.Or):
                break
        return thing

    def truth(self, thing: Thing) -> bool:
        """Say whether a condition holds. One that depends on the values of a tensor is refused."""
        if thing is None or isinstance(thing, bool | int | float | str | list | tuple | dict):
            return bool(thing)
        if isinstance(thing, Layer):
            return True
        if isinstance(thing, Group):
            return thing.kind == "nn.Module" or bool(thing.children)
        if isinstance(thing, Name | Function | UserClass | Method):
            return True
        raise unreadable("code_value")

    def _comprehended(self, element: ast.expr, loops: list[ast.comprehension], frame: Frame) -> Iterator[Thing]:
        if not loops:
            yield self.evaluate(element, frame)
            return
        first, *rest = loops
        for item in self.items(self.evaluate(first.iter, frame)):
            self.assign(first.target, item, frame)
            if all(self.truth(self.evaluate(test, frame)) for test in first.ifs):
                yield from self._comprehended(element, rest, frame)

    def _piece(self, node: ast.expr, frame: Frame) -> str:
        """Return a piece of an f-string: numbers and texts as they are. A format could reach into an object."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        if isinstance(node, ast.FormattedValue) and node.conversion == -1 and node.format_spec is None:
            thing = self.evaluate(node.value, frame)
            if isinstance(thing, int | float | str) and len(str(thing)) <= MOST_TURNS:
                return str(thing)
        raise unreadable("code_statement")


_LONGEST_TEXT: Final = 60


def _constant(path: str) -> Thing:
    """Return the number that a name of math is, else the name."""
    return {"math.pi": 3.141592653589793, "math.inf": float("inf")}.get(path, Name(path))
