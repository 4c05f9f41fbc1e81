"""How scopes are constructed and reached: the lines of `__init__`, and the way from `self` to a layer. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from lazygui.catalog.spec import Role, Value
from lazygui.codegen import expressions
from lazygui.codegen.blueprints import MANY, Blueprint, Blueprints, Slot
from lazygui.codegen.layout import Expression, Line, flat, plain, statement
from lazygui.codegen.names import identifiers
from lazygui.codegen.scopes import Item, Scope, child_name
from lazygui.graph.model import Node


@dataclass
class Builder:
    """Writes how the scopes of one script are built. `functions` are the names that its functions have."""

    blueprints: Blueprints
    functions: Collection[str]
    is_stack: bool = False
    """The whole network is one `nn.Sequential`, whatever its children are called."""
    _names: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def names(self, scope: Scope) -> Mapping[str, str]:
        """Return the identifier of every child and every item of a scope, by the name it has there."""
        if scope.path not in self._names:
            wanted = dict.fromkeys(child_name(scope, item) for item in (*scope.children, *scope.items))
            self._names[scope.path] = identifiers(wanted, self.functions)
        return self._names[scope.path]

    def name(self, scope: Scope, item: Item) -> str:
        return self.names(scope)[child_name(scope, item)]

    def base(self, scope: Scope) -> str:
        """Return the class that the class of a scope derives from: numbered children need one that has numbers."""
        if self.blueprints.of(scope) is None and scope.path:
            return ""
        nodes = (child for child in scope.holders if isinstance(child, Node))
        is_numbered = scope.is_numbered and scope.elements == scope.holders != ()
        if not is_numbered or any(map(scope.drawing.is_given, nodes)):
            return "nn.Module"
        return "nn.Sequential" if scope.path and scope.is_chain else "nn.ModuleList"

    def reach(self, scope: Scope, node: str) -> str:
        """Return what leads from the object of a scope to a node in it: `.b2[0].conv1`."""
        child = scope.homes[node]
        step = self.step(scope, child)
        return step + self.reach(child, node) if isinstance(child, Scope) else step

    def step(self, scope: Scope, child: Item) -> str:
        """Return what leads from a scope to one of its children."""
        name = child_name(scope, child)
        if self.is_stack and not scope.path:
            return f"[{scope.elements.index(child)}]"
        is_given = isinstance(child, Node) and scope.drawing.is_given(child)
        if not name.isdigit() or is_given or child not in scope.elements:
            return f".{self.name(scope, child)}"
        if scope.is_list or self.base(scope) != "nn.Module":
            return f"[{scope.elements.index(child)}]"
        return f'.get_submodule("{name}")'

    def initialiser(self, scope: Scope) -> list[Line]:
        """Return the body of `__init__`."""
        blueprint, base = self.blueprints.of(scope), self.base(scope)
        if base != "nn.Module":
            parts = self._parts(scope, scope, blueprint)
            if base == "nn.Sequential":
                return statement(Expression("super().__init__(", parts, ")", is_tall=True))
            return statement(Expression("super().__init__(", (_listed(parts),), ")"))
        lines = plain("super().__init__()")
        for child in scope.holders:
            lines += self._attribute(scope, child, blueprint)
        shared = [n for n in scope.items if isinstance(n, Node) and self.is_set_later(scope, n)]
        return [*lines, *(Line(f"# self.{self.name(scope, node)} is shared: Net sets it.") for node in shared)]

    def is_set_later(self, scope: Scope, node: Node) -> bool:
        """Say whether a node uses a module that this scope cannot reach, so that the network has to put it there."""
        drawing = scope.drawing
        is_used = drawing.is_holder(node) and node.id not in drawing.unbuilt
        return is_used and drawing.owner(node) not in scope.members

    def _attribute(self, scope: Scope, child: Item, blueprint: Blueprint | None) -> list[Line]:
        name = self.name(scope, child)
        if isinstance(child, Node) and child.spec and child.spec.role is Role.PARAMETER:
            return statement(Expression(expressions.parameter(child), nodes=(child.id,)), f"self.{name} = ")
        if isinstance(child, Node) and child.spec and child.spec.role is Role.CONSTANT:
            parts = (Expression(f'"{name}"'), Expression(expressions.constant(child)))
            return statement(Expression("self.register_buffer(", parts, ")", (child.id,)))
        built = self.built(scope, child, blueprint)
        if child_name(scope, child).isdigit():
            parts = (Expression(f'"{child_name(scope, child)}"'), built)
            return statement(Expression("self.add_module(", parts, ")"))
        return statement(built, f"self.{name} = ")

    def built(self, top: Scope, item: Item, blueprint: Blueprint | None) -> Expression:
        """Return the expression that constructs an item inside the class of `top`."""
        if isinstance(item, Node):
            return expressions.constructor(item, self._writer(child_name(top, item), blueprint))
        own = self.blueprints.of(item)
        if own is not None:
            write = self._writer(child_name(top, item), blueprint)
            given = zip(own.parameters, own.values[item.path], strict=True)
            texts = [(name, write(name, value)) for name, value in given]
            given_as = [text if not number else f"{name}={text}" for number, (name, text) in enumerate(texts)]
            return Expression(f"{own.name}(", tuple(map(Expression, given_as)), ")")
        parts = self._parts(top, item, blueprint)
        if item.is_list:
            return Expression("nn.ModuleList(", (_listed(parts),), ")")
        if item.is_numbered:
            return Expression("nn.Sequential(", parts, ")")
        named = (part.named(self.name(item, child)) for part, child in zip(parts, item.holders, strict=True))
        return Expression("nn.Sequential(", (Expression("OrderedDict(", tuple(named), ")"),), ")")

    def _parts(self, top: Scope, scope: Scope, blueprint: Blueprint | None) -> tuple[Expression, ...]:
        parts = [self.built(top, child, blueprint) for child in scope.holders]
        return _repeated(parts, scope.holders) if scope.is_chain and scope.is_numbered else tuple(parts)

    def _writer(self, place: str, blueprint: Blueprint | None) -> expressions.Write:
        def write(name: str, value: Value) -> str:
            parameter = blueprint.parameter(Slot(place, name)) if blueprint else None
            return parameter or expressions.literal(name, value)

        return write


def _listed(parts: tuple[Expression, ...]) -> Expression:
    """Return the list of a ModuleList: what is the same all the time is written once."""
    if len(parts) > 1 and len({flat(part) for part in parts}) == 1 and not parts[0].head.startswith("nn."):
        return Expression(f"[{flat(parts[0])} for _ in range({len(parts)})]")
    return Expression("[", parts, "]")


def _repeated(parts: Sequence[Expression], items: Sequence[Item]) -> tuple[Expression, ...]:
    """Return the arguments of nn.Sequential: what is the same many times in a row is written once."""
    found: list[Expression] = []
    start = 0
    while start < len(parts):
        text, end = flat(parts[start]), start + 1
        while end < len(parts) and isinstance(items[end], Scope) and flat(parts[end]) == text:
            end += 1
        if isinstance(items[start], Scope) and end - start >= MANY and not parts[start].head.startswith("nn."):
            found.append(Expression(f"*[{text} for _ in range({end - start})]"))
        else:
            found += parts[start:end]
        start = end
    return tuple(found)
