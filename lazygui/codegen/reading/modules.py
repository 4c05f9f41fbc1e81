"""Modules: how they are made, what their attributes are, and what calling them gives."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from lazygui.codegen.reading import binding, samples, vocabulary
from lazygui.codegen.reading.binding import Call
from lazygui.codegen.reading.tensors import Tensors
from lazygui.codegen.reading.values import (
    CONTAINERS,
    Function,
    Group,
    Held,
    Layer,
    Method,
    Module,
    Reference,
    Sample,
    Super,
    Thing,
    UserClass,
    unreadable,
)


class Modules(Tensors):
    """Makes modules and calls them."""

    @abstractmethod
    def call_function(self, function: Function, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a function of the text gives."""

    def layer(self, path: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return the module that a class of torch.nn makes."""
        if path in CONTAINERS:
            return self.filled(Group(kind=path), positional, keywords)
        if path == "nn.Parameter":
            return samples.parameter(positional[0] if positional else keywords.get("data"))
        spec = binding.known(path)
        if spec is None:
            raise unreadable("code_unknown_layer", name=path)
        arguments = binding.construction(spec, Call(path, positional, keywords))
        self.sketch.check(spec, arguments)
        return Layer(spec=spec, arguments=arguments)

    def filled(self, group: Group, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Group:
        """Put the children into a container, as its constructor takes them: one by one, as a list, or by name."""
        given = positional[0] if len(positional) == 1 else keywords.get("modules", keywords.get("args"))
        if isinstance(given, dict):
            for name, child in given.items():
                self.set_attribute(group, str(name), child)
            return group
        if group.kind == "nn.ModuleDict":
            given = given if isinstance(given, list | tuple) else ()
            for pair in given:
                self.set_attribute(group, str(pair[0]), pair[1])
            return group
        is_list = group.kind == "nn.ModuleList"
        children = given if is_list and isinstance(given, list | tuple) else positional
        if is_list and given is not None and not isinstance(given, list | tuple):
            children = self.items(given)
        for child in children or ():
            self.append(group, child)
        return group

    def append(self, group: Group, child: Thing) -> None:
        if not isinstance(child, Layer | Group):
            raise unreadable("code_not_a_module", name=group.kind)
        number = len(group.children)
        while str(number) in group.attributes:
            number += 1
        self.set_attribute(group, str(number), child)

    def set_attribute(self, owner: Thing, name: str, thing: Thing) -> None:
        """Set an attribute of a module; a module that is put there is called so from then on."""
        if isinstance(owner, Layer):
            return self._tie(Reference(owner, name), thing)
        if isinstance(owner, Reference):
            return self._tie(Reference(owner.layer, f"{owner.parameter}.{name}"), thing)
        if not isinstance(owner, Group):
            raise unreadable("code_statement")
        if isinstance(thing, Sample) and not thing.is_outside:
            thing = samples.constant(thing)
        if isinstance(thing, Module):
            if thing.is_around(owner):
                raise unreadable("code_statement")
            thing.put(owner, name)
        elif isinstance(thing, list | tuple):
            for number, one in enumerate(thing):
                if isinstance(one, Module):
                    one.put(owner, f"{name}.{number}")
        owner.attributes[name] = thing
        return None

    def _tie(self, own: Reference, thing: Thing) -> None:
        if isinstance(thing, Reference):
            self.sketch.bonds.append((own, thing))
        elif isinstance(thing, Held):
            raise unreadable("code_statement")

    def attribute_of(self, owner: Thing, name: str) -> Thing:
        """Return an attribute of a module, or raise Unreadable."""
        if isinstance(owner, Layer):
            argument = owner.spec.argument(name)
            if argument is not None and name in owner.arguments:
                return owner.arguments[name]
            return Method(owner, name) if name in vocabulary.IGNORED_METHODS else Reference(owner, name)
        assert isinstance(owner, Group)
        if name in owner.attributes:
            return owner.attributes[name]
        found = owner.type.find(name) if owner.type else None
        if found is not None:
            member, whose = found
            return bound(member, owner, whose) if isinstance(member, Function) else member
        if name == "training":
            return False
        if name in _GROUP_METHODS or name in vocabulary.IGNORED_METHODS:
            return Method(owner, name)
        raise unreadable("code_not_defined", name=f"self.{name}")

    def instance(self, cls: UserClass, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Group:
        """Return an object of a class of the text, as its __init__ makes it."""
        made = Group(kind=cls.kind, type=cls)
        self._initialise(made, cls, positional, keywords)
        return made

    def _initialise(
        self, made: Group, cls: UserClass, positional: Sequence[Thing], keywords: Mapping[str, Thing]
    ) -> None:
        found = cls.find("__init__")
        if found is not None and isinstance(found[0], Function):
            member, whose = found
            self.call_function(bound(member, made, whose), positional, keywords)
        elif cls.kind != "nn.Module":
            self.filled(made, positional, keywords)

    def super_call(self, above: Super, name: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a method of the classes above gives; torch's own `__init__` fills a container."""
        line = above.instance.type.line() if above.instance.type else []
        rest = line[line.index(above.owner) + 1 :] if above.owner in line else []
        for cls in rest:
            if name in cls.members and isinstance(cls.members[name], Function):
                member = cls.members[name]
                return self.call_function(bound(member, above.instance, cls), positional, keywords)
        if name == "__init__":
            return self.filled(above.instance, positional, keywords) if above.instance.kind != "nn.Module" else None
        if name == "forward":
            return self._forward(above.instance, positional, keywords)
        if name in vocabulary.IGNORED_METHODS:
            return None
        raise unreadable("code_not_defined", name=f"super().{name}")

    def call_layer(
        self,
        layer: Layer,
        positional: Sequence[Thing],
        keywords: Mapping[str, Thing],
        place: tuple[Module, str] | None = None,
    ) -> Thing:
        """Return what a layer gives."""
        bound = binding.module_call(layer.spec, Call(layer.spec.type, positional, keywords), self.sketch.tensor)
        made = self.sketch.layer(layer, bound.arguments, bound.sources)
        if made.shares is not None and place is not None and place != (layer.parent, layer.name):
            made.place = place
        return self.sketch.results(made, layer.spec)

    def call_group(self, group: Group, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a module with children gives: what its forward says, or the one child after the other."""
        found = group.type.find("forward") if group.type else None
        if found is not None and isinstance(found[0], Function):
            self.sketch.scopes.append(group)
            try:
                member, whose = found
                return self.call_function(bound(member, group, whose), positional, keywords)
            finally:
                self.sketch.scopes.pop()
        return self._forward(group, positional, keywords)

    def _forward(self, group: Group, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        if group.kind == "nn.Sequential":
            return self._chained(group, positional)
        net = group.attributes.get("net")
        if isinstance(net, Layer | Group):
            # The book's own modules do so where they define no forward.
            return self.call(net, positional, keywords)
        raise unreadable("code_no_forward", name=group.type.name if group.type else group.kind)

    def _chained(self, group: Group, positional: Sequence[Thing]) -> Thing:
        if len(positional) != 1:
            raise unreadable("code_too_many", name=group.kind, count=1)
        thing = positional[0]
        for name, child in group.children.items():
            if isinstance(child, Layer):
                thing = self.call_layer(child, (thing,), {}, (group, name))
            else:
                thing = self.call(child, (thing,), {})
        return thing

    def group_method(
        self, group: Group, name: str, positional: Sequence[Thing], keywords: Mapping[str, Thing]
    ) -> Thing:
        """Return what a method gives that every module has."""
        match name, *positional:
            case (("add_module" | "register_module"), str(key), child):
                return self.set_attribute(group, key, child)
            case (("register_buffer" | "register_parameter"), str(key), thing, *_):
                thing = samples.constant(thing) if isinstance(thing, Sample) else thing
                return self.set_attribute(group, key, thing)
            case "append", child:
                return self.append(group, child)
            case "extend", children:
                for child in self.items(children):
                    self.append(group, child)
                return group
            case "get_submodule", str(path):
                return self._inside(group, path)
            case "children", *_:
                return list(group.children.values())
            case "named_children" | "items", *_:
                return list(group.children.items())
            case "keys", *_:
                return list(group.children)
            case "values", *_:
                return list(group.children.values())
            case "modules", *_:
                return self.limited(everything(group))
            case "layer_summary", list() | tuple() as shape:
                sample = Sample({"shape": tuple(shape), "fill": "randn"}, is_outside=True, name="X")
                return self.call(group, (sample,), {})
        raise unreadable("code_not_defined", name=f"self.{name}")

    def _inside(self, group: Group, path: str) -> Thing:
        here: Thing = group
        for part in path.split("."):
            here = self.attribute_of(here, part)
        return here

    def items(self, thing: Thing) -> list[Thing]:
        """Return what a loop over a value walks through."""
        if isinstance(thing, Group):
            return list(thing.attributes) if thing.kind == "nn.ModuleDict" else list(thing.children.values())
        if isinstance(thing, list | tuple | range):
            return self.limited(thing)
        if isinstance(thing, dict):
            return self.limited(list(thing))
        raise unreadable("code_not_a_loop")

    def element(self, group: Group, key: Thing) -> Thing:
        """Return a child by its number or name, or several as a container of their own."""
        children = list(group.children.values())
        if isinstance(key, str) and key in group.attributes:
            return group.attributes[key]
        if isinstance(key, slice) and all(part is None or isinstance(part, int) for part in _slice(key)):
            part = Group(kind=group.kind)
            part.attributes.update((str(n), child) for n, child in enumerate(children[key]))
            return part
        if isinstance(key, int) and -len(children) <= key < len(children):
            return children[key]
        raise unreadable("code_no_element", key=str(key))


_GROUP_METHODS = frozenset(
    {
        *("add_module", "register_module", "register_buffer", "register_parameter", "append", "extend"),
        *("get_submodule", "children", "named_children", "modules", "layer_summary", "items", "keys", "values"),
    }
)


def bound(method: Function, instance: Group, owner: UserClass) -> Function:
    """Return a function of a class as the method of an object."""
    return Function(method.node, method.frame, instance, owner)


def _slice(key: slice) -> tuple[Thing, Thing, Thing]:
    return key.start, key.stop, key.step


def everything(group: Group) -> list[Module]:
    """Return a module and all that are in it, each once, in the order of the text."""
    found: dict[int, Module] = {}
    rest: list[Module] = [group]
    while rest:
        module = rest.pop()
        if id(module) not in found:
            found[id(module)] = module
            rest += reversed(module.children.values()) if isinstance(module, Group) else ()
    return list(found.values())
