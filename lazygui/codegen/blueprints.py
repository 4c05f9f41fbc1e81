"""Which scopes become classes: one for each distinct group, with what differs in numbers as its parameters. Pure."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lazygui.catalog.spec import Value
from lazygui.codegen.names import SCRIPT, camel, class_name, free, identifier
from lazygui.codegen.scopes import Item, Scope, Tree, child_name, path_of, walk
from lazygui.graph.model import Node, Port

MOST_PARAMETERS: Final = 6
"""Groups that differ in more numbers than this get classes of their own."""
MANY: Final = 3
"""A numbered chain is worth a class from this length on, if it occurs more than once."""
_WORDS: Final[Mapping[str, str]] = {"out_channels": "num_channels", "out_features": "num_hiddens"}
"""What people call a number that several layers of a block have in common."""


class Slot(NamedTuple):
    """A number that a class writes: whose it is, seen from the class, and which argument."""

    place: str
    argument: str


@dataclass
class Blueprint:
    """A class: the scope that it is written from, all that are built by it, and its parameters with their slots."""

    scope: Scope
    instances: list[Scope]
    parameters: Mapping[str, frozenset[Slot]] = field(default_factory=dict)
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    """What each instance, by its path, gives for the parameters."""
    name: str = ""

    def parameter(self, slot: Slot) -> str | None:
        return next((name for name, slots in self.parameters.items() if slot in slots), None)


@dataclass
class Blueprints:
    """The classes of a script, the inner ones first, and which class a scope is built by."""

    classes: list[Blueprint] = field(default_factory=list)
    by_path: dict[str, Blueprint] = field(default_factory=dict)

    def of(self, scope: Scope) -> Blueprint | None:
        """Return the class of a scope; None for one that is written where it stands."""
        return self.by_path.get(scope.path)

    def add(self, instances: list[Scope]) -> None:
        """Make a class of alike scopes, or one of each distinct kind where they differ in too many numbers."""
        numbers = {scope.path: tuple(_slots(self, scope, scope)) for scope in instances}
        blueprint = _with_parameters(instances, numbers)
        if len(blueprint.parameters) <= MOST_PARAMETERS:
            self._keep(blueprint)
            return
        kinds: dict[Hashable, list[Scope]] = {}
        for scope in instances:
            kinds.setdefault(tuple(map(_exact, numbers[scope.path])), []).append(scope)
        for alike in kinds.values():
            self._keep(_with_parameters(alike, numbers))

    def _keep(self, blueprint: Blueprint) -> None:
        self.classes.append(blueprint)
        self.by_path |= {scope.path: blueprint for scope in blueprint.instances}

    def give_names(self, reserved: Collection[str]) -> None:
        """Name the classes: the best name goes to the one that is used most, and to an outer one before an inner."""
        taken = {*SCRIPT, *reserved}
        outer_first = self.classes[::-1]
        for blueprint in sorted(outer_first, key=lambda one: -len(one.instances)):
            blueprint.name = class_name(_wanted(blueprint), taken)
            taken.add(blueprint.name)


def blueprints(tree: Tree, reserved: Collection[str]) -> Blueprints:
    """Return the classes that the groups of a drawing need; `reserved` are names that no class may have."""
    known: dict[str, Hashable] = {}
    groups: dict[Hashable, list[Scope]] = {}
    for scope in walk(tree.root):
        if scope is not tree.root and not scope.is_list:
            groups.setdefault(_signature(scope, known), []).append(scope)
    found = Blueprints()
    for instances in groups.values():
        if _needs_class(instances[0], len(instances)):
            # Inner groups that look alike may have become several classes, and then the outer ones differ too.
            kinds: dict[Hashable, list[Scope]] = {}
            for scope in instances:
                kinds.setdefault(tuple(_classes_in(found, scope)), []).append(scope)
            for alike in kinds.values():
                found.add(alike)
    found.give_names(reserved)
    return found


def _signature(scope: Scope, known: dict[str, Hashable]) -> Hashable:
    """Return what makes two scopes alike: all but their own names, and but the numbers that constructors are given."""
    if scope.path not in known:
        known[scope.path] = _look(scope, known)
    return known[scope.path]


def _look(scope: Scope, known: dict[str, Hashable]) -> Hashable:
    home = {key: number for number, item in enumerate(scope.calls) for key in _names(item)}

    def end(port: Port) -> tuple[int, ...]:
        if port.node not in scope.members:
            return (-1, scope.inputs.index(port))
        item = scope.calls[home[port.node]]
        return (home[port.node], port.index if isinstance(item, Node) else item.outputs.index(port))

    calls = tuple(
        (child_name(scope, item), _body(scope, item, known), tuple((n, end(port)) for n, port in scope.arriving(item)))
        for item in scope.calls
    )
    holders = tuple((child_name(scope, child), isinstance(child, Node)) for child in scope.holders)
    return (calls, holders, tuple(map(end, scope.outputs)))


def _names(item: Item) -> Collection[str]:
    return (item.id,) if isinstance(item, Node) else item.members


def _body(scope: Scope, item: Item, known: dict[str, Hashable]) -> Hashable:
    if isinstance(item, Scope):
        return _signature(item, known)
    drawing = scope.drawing
    owner = drawing.owner(item)
    inside = owner in scope.members
    whose = child_name(scope, scope.members[owner]) if inside else owner
    open_numbers = {setting.name for setting in drawing.numbers.get(item.id, ())}
    arguments = tuple((name, _kind(value) if name in open_numbers else _exact(value)) for name, value in _set(item))
    gives = tuple(port.index for port in drawing.gives(item))
    return (item.type, arguments, inside, whose, drawing.faults.get(item.id), gives)


def _set(node: Node) -> list[tuple[str, Value]]:
    return sorted(node.arguments.items())


def _kind(value: Value) -> Hashable:
    return (type(value).__name__, tuple(map(_kind, value)) if isinstance(value, tuple) else ())


def _exact(value: object) -> Hashable:
    return (type(value).__name__, repr(value))


def _needs_class(scope: Scope, count: int) -> bool:
    """A chain is written where it stands, unless it comes again and is worth a name."""
    if not scope.is_chain:
        return True
    return count > 1 and (len(scope.holders) >= MANY or not scope.is_numbered)


def _classes_in(found: Blueprints, scope: Scope) -> Iterator[int]:
    for child in scope.holders:
        if isinstance(child, Scope):
            blueprint = found.of(child)
            yield from _classes_in(found, child) if blueprint is None else (id(blueprint),)


def _slots(found: Blueprints, top: Scope, scope: Scope) -> Iterator[tuple[Slot, Value]]:
    """Yield the numbers that the class of `top` writes, in the order of its lines."""
    for child in scope.holders:
        if isinstance(child, Node):
            yield from _own_slots(top, child)
            continue
        blueprint = found.of(child)
        if blueprint is None:
            yield from _slots(found, top, child)
        else:
            given = zip(blueprint.parameters, blueprint.values[child.path], strict=True)
            yield from ((Slot(child_name(top, child), name), value) for name, value in given)


def _own_slots(top: Scope, node: Node) -> Iterator[tuple[Slot, Value]]:
    place = child_name(top, node)
    return ((Slot(place, one.name), one.value) for one in top.drawing.numbers.get(node.id, ()))


def _with_parameters(instances: list[Scope], numbers: Mapping[str, tuple[tuple[Slot, Value], ...]]) -> Blueprint:
    """Return the class of the instances: numbers that change together are one parameter."""
    rows = [[value for _, value in numbers[scope.path]] for scope in instances]
    together: dict[Hashable, list[int]] = {}
    for column, (_, value) in enumerate(numbers[instances[0].path]):
        if any(_exact(row[column]) != _exact(value) for row in rows):
            together.setdefault(tuple(_exact(row[column]) for row in rows), []).append(column)
    slots = [slot for slot, _ in numbers[instances[0].path]]
    parameters: dict[str, frozenset[Slot]] = {}
    for columns in together.values():
        parameters[_parameter_name([slots[n] for n in columns], parameters)] = frozenset(slots[n] for n in columns)
    firsts = [columns[0] for columns in together.values()]
    values = {scope.path: tuple(row[n] for n in firsts) for scope, row in zip(instances, rows, strict=True)}
    return Blueprint(instances[0], instances, parameters, values)


def _parameter_name(slots: list[Slot], taken: Collection[str]) -> str:
    name = slots[0].argument
    if len(slots) > 1:
        name = _WORDS.get(name, name)
    if name in taken:
        name = identifier(f"{slots[0].place}_{slots[0].argument}")
    return free(name, taken)


def _wanted(blueprint: Blueprint) -> str:
    """Return what to call a class: by what it is known for, else as its group is called."""
    nodes = [child for child in blueprint.scope.children if isinstance(child, Node)]
    if any(n.type == "torch.add" for n in nodes) and any("Conv" in n.type for n in nodes):
        return "Residual"
    parts = path_of(blueprint.scope).split(".")
    named = [part for part in parts if not part.isdigit()]
    if not named:
        return "Block"
    word = named[-1]
    bare = word.rstrip("0123456789_")
    word = bare if len(blueprint.instances) > 1 and len(bare) > 1 else word
    if parts[-1].isdigit():
        word = word[:-1] if len(word) > MANY and word.endswith("s") else f"{word}_block"
    return camel(word) or "Block"
