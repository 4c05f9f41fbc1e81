"""Statements: assignments, loops over what is known, conditions that are known, definitions. All others are refused.

In functions and classes each line counts. Outside of them a line that cannot be read is left out, and what it would
have given is poison: whoever needs it hears why.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lazygui.codegen.reading import vocabulary
from lazygui.codegen.reading.core import MISSING
from lazygui.codegen.reading.expressions import Expressions
from lazygui.codegen.reading.values import (
    FATAL,
    Frame,
    Function,
    Group,
    Held,
    Layer,
    Name,
    Parts,
    Poison,
    Sample,
    Tensor,
    Thing,
    Unreadable,
    UserClass,
    unreadable,
)


@dataclass(frozen=True, slots=True)
class _Jump:
    """What `break` and `continue` give to the loop around them."""

    is_break: bool


_BREAK: Final = _Jump(True)
_CONTINUE: Final = _Jump(False)


class Statements(Expressions):
    """Reads statements one after the other."""

    def run(self, body: Sequence[ast.stmt], frame: Frame) -> Thing:
        for statement in body:
            found = self._tried(statement, frame) if frame.is_outside else self._strictly(statement, frame)
            if found is not MISSING:
                return found
        return MISSING

    def _strictly(self, node: ast.stmt, frame: Frame) -> Thing:
        self.enter()
        try:
            return self._read(node, frame)
        except Unreadable as refusal:
            raise self.placed(refusal, node) from None
        finally:
            self.leave()

    def _tried(self, node: ast.stmt, frame: Frame) -> Thing:
        """Read a line outside of all functions; what cannot be read is as if it were not there."""
        count, bonds = len(self.sketch.drafts), len(self.sketch.bonds)
        scopes = len(self.sketch.scopes)
        try:
            return self._strictly(node, frame)
        except Unreadable as refusal:
            if refusal.problem.code in FATAL:
                raise
            self.sketch.forget(count)
            del self.sketch.bonds[bonds:]
            del self.sketch.scopes[scopes:]
            self.leave_out(node)
            self.poison(node, frame, refusal)
            return MISSING

    def poison(self, node: ast.AST, frame: Frame, reason: Unreadable) -> None:
        """Note that a line was left out: what it would have named or changed is not what it would be."""
        for name in _touched(node):
            frame.variables[name] = Poison(reason)

    def _read(self, node: ast.stmt, frame: Frame) -> Thing:
        match node:
            case ast.Assign():
                self._assign(node.targets, node.value, frame)
            case ast.AnnAssign(value=ast.expr() as value):
                self._assign([node.target], value, frame)
            case ast.AugAssign():
                self._augment(node, frame)
            case ast.Expr():
                self._expression(node, frame)
            case ast.Return():
                return None if node.value is None else self.evaluate(node.value, frame)
            case ast.If():
                branch = node.body if self.truth(self.evaluate(node.test, frame)) else node.orelse
                return self.run(branch, frame)
            case ast.For():
                return self._loop(node, frame)
            case ast.With():
                return self._with(node, frame)
            case _:
                return self._define(node, frame)
        return MISSING

    def _define(self, node: ast.stmt, frame: Frame) -> Thing:
        match node:
            case ast.FunctionDef():
                self._function(node, frame)
            case ast.ClassDef():
                self._class(node, frame)
            case ast.Import() | ast.ImportFrom():
                self._import(node, frame)
            case ast.Pass() | ast.AnnAssign():
                return MISSING
            case ast.Assert() | ast.Delete() | ast.Global() | ast.Nonlocal():
                self.leave_out(node)
            case ast.Break():
                return _BREAK
            case ast.Continue():
                return _CONTINUE
            case _:
                raise unreadable("code_statement")
        return MISSING

    def _assign(self, targets: Sequence[ast.expr], value: ast.expr, frame: Frame) -> None:
        count = len(self.sketch.drafts)
        thing = self.evaluate(value, frame)
        self._name(targets[0], thing, count, frame)
        for target in targets:
            self.assign(target, thing, frame)

    def assign(self, target: ast.expr, thing: Thing, frame: Frame) -> None:
        """Give a name, or several of them, to what a value holds."""
        match target:
            case ast.Name(id=name):
                frame.variables[name] = thing
            case ast.Attribute():
                self.set_attribute(self.evaluate(target.value, frame), target.attr, thing)
            case ast.Tuple(elts=targets) | ast.List(elts=targets):
                for part, one in zip(targets, self._unpacked(thing, targets), strict=True):
                    inner = part.value if isinstance(part, ast.Starred) else part
                    self.assign(inner, one, frame)
            case ast.Subscript():
                self._assign_element(target, thing, frame)
            case _:
                raise unreadable("code_statement")

    def _assign_element(self, target: ast.Subscript, thing: Thing, frame: Frame) -> None:
        owner, key = self.evaluate(target.value, frame), self.evaluate(target.slice, frame)
        if isinstance(owner, Group) and isinstance(key, int | str):
            names = list(owner.children)
            name = key if isinstance(key, str) else names[key] if -len(names) <= key < len(names) else ""
            if name:
                return self.set_attribute(owner, name, thing)
        if isinstance(owner, dict) and isinstance(key, str | int):
            owner[key] = thing
            return None
        if isinstance(owner, list) and isinstance(key, int) and -len(owner) <= key < len(owner):
            owner[key] = thing
            return None
        raise unreadable("code_statement")

    def _unpacked(self, thing: Thing, targets: Sequence[ast.expr]) -> Sequence[Thing]:
        count = len(targets)
        star = next((n for n, one in enumerate(targets) if isinstance(one, ast.Starred)), None)
        found = self.parts(thing, count) if star is None else None
        several = found if found is not None else self.items(thing)
        if star is not None and len(several) >= count - 1:
            behind = count - star - 1
            end = len(several) - behind
            return [*several[:star], list(several[star:end]), *several[end:]]
        if len(several) != count:
            raise unreadable("code_unpack", count=count, got=len(several))
        return several

    def _name(self, target: ast.expr, thing: Thing, count: int, frame: Frame) -> None:
        """Call the node that a line has made as the line calls its result, unless that name had a meaning before."""
        if isinstance(target, ast.Tuple) and target.elts and isinstance(thing, tuple) and thing:
            target, thing = target.elts[0], thing[0]
        if not isinstance(target, ast.Name):
            return
        if isinstance(thing, Sample):
            thing.is_outside, thing.name = frame.is_outside, thing.name or target.id
        elif isinstance(thing, Tensor | Parts) and not thing.draft.name and frame.names_once(target.id):
            if any(one is thing.draft for one in self.sketch.drafts[count:]):
                thing.draft.name = target.id
        elif isinstance(thing, Layer | Group) and frame.is_outside and not thing.name and thing.parent is None:
            thing.name = target.id

    def _augment(self, node: ast.AugAssign, frame: Frame) -> None:
        """Read `x += y` as `x = x + y`, but a list grows, whoever else has it."""
        load = ast.copy_location(_loaded(node.target), node.target)
        left, right = self.evaluate(load, frame), self.evaluate(node.value, frame)
        if isinstance(left, list) and isinstance(node.op, ast.Add):
            left.extend(self.items(right))
            self.limited(left)
        else:
            self.assign(node.target, self.binary(left, type(node.op), right), frame)

    def _expression(self, node: ast.Expr, frame: Frame) -> None:
        if isinstance(node.value, ast.Constant):
            self.leave_out(node)
            return
        if is_call_of(node.value, "print"):
            self.leave_out(node)
            return
        thing = self.evaluate(node.value, frame)
        if isinstance(node.value, ast.Call) and isinstance(thing, Held | Sample):
            self.leave_out(node)
        if frame.is_outside:
            self.shown(thing)

    def shown(self, thing: Thing) -> None:
        """Take note of what a line outside of all functions gives and names not."""

    def _loop(self, node: ast.For, frame: Frame) -> Thing:
        for item in self.items(self.evaluate(node.iter, frame)):
            self.assign(node.target, item, frame)
            found = self.run(node.body, frame)
            if isinstance(found, _Jump) and found.is_break:
                return MISSING
            if found is not MISSING and not isinstance(found, _Jump):
                return found
        return self.run(node.orelse, frame)

    def _with(self, node: ast.With, frame: Frame) -> Thing:
        """Read what stands in `with torch.no_grad():`; what opens a file or the like is refused."""
        for item in node.items:
            is_plain = isinstance(item.context_expr, ast.Call) and item.optional_vars is None
            target = self.evaluate(item.context_expr.func, frame) if isinstance(item.context_expr, ast.Call) else None
            if not is_plain or not isinstance(target, Name) or target.path.partition(".")[0] != "torch":
                raise unreadable("code_statement")
        return self.run(node.body, frame)

    def _function(self, node: ast.FunctionDef, frame: Frame) -> None:
        function = Function(node, frame)
        for decorator in node.decorator_list:
            owner = self._extended(decorator, frame)
            if owner is not None:
                owner.members[node.name] = function
                return
        frame.variables[node.name] = function

    def _extended(self, decorator: ast.expr, frame: Frame) -> UserClass | None:
        """Return the class that `@d2l.add_to_class(Net)` adds a method to."""
        if not isinstance(decorator, ast.Call) or len(decorator.args) != 1:
            return None
        if getattr(decorator.func, "attr", getattr(decorator.func, "id", "")) != "add_to_class":
            return None
        owner = self.evaluate(decorator.args[0], frame)
        return owner if isinstance(owner, UserClass) else None

    def _class(self, node: ast.ClassDef, frame: Frame) -> None:
        bases = tuple(self._base(base, frame) for base in node.bases)
        inside = Frame(around=frame)
        made = UserClass(node.name, bases, inside.variables)
        frame.variables[node.name] = made
        for statement in node.body:
            if isinstance(statement, ast.FunctionDef):
                inside.variables[statement.name] = Function(statement, frame)
            elif isinstance(statement, ast.Expr):
                self.leave_out(statement)
            else:
                self._strictly(statement, inside)

    def _base(self, node: ast.expr, frame: Frame) -> Thing:
        """Return a class above; one of a library that nobody knows is taken for any module."""
        thing = self.evaluate(node, frame)
        return thing if isinstance(thing, UserClass) else Name(thing.path if isinstance(thing, Name) else "nn.Module")

    def _import(self, node: ast.Import | ast.ImportFrom, frame: Frame) -> None:
        for alias in node.names:
            if isinstance(node, ast.ImportFrom):
                path = f"{node.module}.{alias.name}" if node.module else alias.name
                frame.variables[alias.asname or alias.name] = Name(vocabulary.canonical(path))
            else:
                path = alias.name if alias.asname else alias.name.partition(".")[0]
                frame.variables[alias.asname or path] = Name(vocabulary.canonical(path))


def is_call_of(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _loaded(target: ast.expr) -> ast.expr:
    match target:
        case ast.Name():
            return ast.Name(target.id, ast.Load())
        case ast.Attribute():
            return ast.Attribute(target.value, target.attr, ast.Load())
        case ast.Subscript():
            return ast.Subscript(target.value, target.slice, ast.Load())
    raise unreadable("code_statement")


def _touched(node: ast.AST) -> Iterator[str]:
    """Yield the names that a line assigns to, defines, or changes the value of."""
    for part in ast.walk(node):
        match part:
            case ast.Name(ctx=ast.Store()):
                yield part.id
            case ast.FunctionDef() | ast.ClassDef():
                yield part.name
            case ast.Attribute(ctx=ast.Store()) | ast.Subscript(ctx=ast.Store()):
                yield from _root(part)
            case ast.Call(func=ast.Attribute(attr=name)) if name in vocabulary.MUTATORS:
                yield from _root(part.func)


def _root(node: ast.expr) -> Iterator[str]:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id
