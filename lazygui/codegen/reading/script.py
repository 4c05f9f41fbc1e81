"""A whole text: its lines, then the network that they define but do not call, with a sample for it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Final

from lazygui import catalog
from lazygui.codegen.functions import OWN_COMMENT
from lazygui.codegen.reading.modules import bound, everything
from lazygui.codegen.reading.statements import Statements
from lazygui.codegen.reading.values import (
    Frame,
    Function,
    Group,
    Layer,
    Poison,
    Sample,
    Thing,
    Unreadable,
    UserClass,
    unreadable,
)
from lazygui.graph.model import Graph


class Script(Statements):
    """Reads one text."""

    def __init__(self, tree: ast.Module, text: str) -> None:
        super().__init__(text.split("\n"))
        self._tree = tree
        self._frame = Frame()
        self._shown: list[Thing] = []
        self._used: set[int] = set()
        self._poisons: list[Unreadable] = []
        self.sources = dict(_sources(tree, self._lines))

    def graph(self) -> Graph:
        """Return the network. Raises Unreadable where a line that it needs cannot be read, and where there is none."""
        try:
            return self._graph()
        except Unreadable as refusal:
            # What happens behind the last line has the line of the last call.
            raise (
                refusal if refusal.problem.code == "code_no_layers" else self.placed(refusal, self._here())
            ) from None

    def _here(self) -> ast.AST:
        return ast.Pass(lineno=max(1, self.sketch.line))

    def _graph(self) -> Graph:
        body = _completed(self._tree.body)
        self.run(body, self._frame)
        self._network()
        if not self.sketch.drafts:
            raise self._poisons[0] if self._poisons else unreadable("code_no_layers")
        names = {id(one): name for name, one in self._frame.variables.items() if isinstance(one, Group | Layer)}
        return self.sketch.graph(names)

    def poison(self, node: ast.AST, frame: Frame, reason: Unreadable) -> None:
        self._poisons.append(reason)
        super().poison(node, frame, reason)

    def shown(self, thing: Thing) -> None:
        for one in thing if isinstance(thing, list | tuple) else ():
            self.shown(one)
        if isinstance(thing, Layer | Group) and thing.parent is None:
            self._shown.append(thing)

    def call_group(self, group: Group, positional: Sequence[Thing], keywords: dict[str, Thing]) -> Thing:  # type: ignore[override]
        """Call a module; the network called again, with another sample, is the same network."""
        is_again = id(group) in self._used and not self.sketch.scopes and _are_samples(positional)
        if is_again and positional:
            raise unreadable("code_again")
        self._used.add(id(group))
        if not self.sketch.scopes:
            # Inputs stand in the order in which the network takes them.
            positional = [self.sketch.sample(one) if isinstance(one, Sample) else one for one in positional]
        return super().call_group(group, positional, keywords)

    def _network(self) -> None:
        """Call what the text only defines: the last network, or all its layers, each by itself."""
        if any(one.type != "Input" for one in self.sketch.drafts):
            return
        made = self._modules()
        groups = [one for one in made if isinstance(one, Group)]
        if groups:
            self._sampled(groups[-1])
        elif made:
            for layer in made:
                self._alone(layer)
        elif (cls := self._class_to_make()) is not None:
            self._sampled(self._made(cls))

    def _modules(self) -> list[Thing]:
        """Return the modules that stand outside and in no other, in the order of the text."""
        found = [one for one in self._frame.variables.values() if isinstance(one, Group | Layer)]
        failed = next((one for one in self._frame.variables.values() if isinstance(one, Poison)), None)
        modules = [one for one in dict.fromkeys([*found, *self._shown]) if one.parent is None]
        if not modules and failed is not None and self._class_to_make() is None:
            raise failed.reason
        return modules

    def _alone(self, layer: Layer) -> None:
        """Add a layer that nothing feeds yet."""
        made = self.sketch.layer(layer, {}, {})
        made.name = layer.name

    def _class_to_make(self) -> UserClass | None:
        """Return the last class that no other one of the text uses."""
        classes = [one for one in self._frame.variables.values() if isinstance(one, UserClass)]
        used = {
            part.id
            for node in self._tree.body
            for part in ast.walk(node)
            if isinstance(part, ast.Name) and not (isinstance(node, ast.FunctionDef) and node.decorator_list)
        }
        free = [one for one in classes if one.name not in used]
        return next(reversed(free or classes), None)

    def _made(self, cls: UserClass) -> Group:
        found = cls.find("__init__")
        if found is not None and isinstance(found[0], Function):
            written = found[0].node.args
            names = [one.arg for one in (*written.posonlyargs, *written.args)][1:]
            needed = names[: len(names) - len(written.defaults)]
            needed += [a.arg for a, d in zip(written.kwonlyargs, written.kw_defaults, strict=True) if d is None]
            if needed:
                raise self.placed(
                    unreadable("code_class_needs", name=cls.name, arguments=", ".join(needed)), found[0].node
                )
        return self.instance(cls, (), {})

    def _sampled(self, group: Group) -> None:
        """Call a network with the samples of the text that nothing else takes, or with Inputs."""
        unused = [
            one for one in self._frame.variables.values() if isinstance(one, Sample) and not self.sketch.is_used(one)
        ]
        found = group.type.find("forward") if group.type else None
        if found is None and group.kind != "nn.Sequential" and "net" not in group.attributes:
            for layer in everything(group):
                if isinstance(layer, Layer):
                    self._alone(layer)
            return
        names = ["x"]
        if found is not None and isinstance(found[0], Function):
            method = bound(found[0], group, found[1])
            written = method.node.args
            names = [one.arg for one in (*written.posonlyargs, *written.args)][1:]
            names = names[: max(len(names) - len(written.defaults), len(unused))]
        given = [
            self.sketch.sample(unused[n]) if n < len(unused) else self.sketch.input(name)
            for n, name in enumerate(names)
        ]
        self.call_group(group, given, {})


def _are_samples(positional: Sequence[Thing]) -> bool:
    return all(isinstance(one, Sample) for one in positional)


def _completed(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Return the statements, with methods that were pasted without their class in one, and lines of `self` as well."""
    methods: list[ast.stmt] = [one for one in body if isinstance(one, ast.FunctionDef) and _takes_self(one)]
    lines = [one for one in body if one not in methods and _is_of_self(one)]
    if not methods and not lines:
        return list(body)
    rest = [one for one in body if one not in methods and one not in lines]
    if lines:
        methods.append(_initialiser(methods, lines))
    base = ast.Attribute(ast.Name("nn", ast.Load()), "Module", ast.Load())
    cls = ast.ClassDef(_PASTED, [base], [], list(dict.fromkeys(methods)), [])
    return [*rest, ast.fix_missing_locations(ast.copy_location(cls, methods[0]))]


_PASTED: Final = "Pasted"


def _initialiser(methods: list[ast.stmt], lines: Sequence[ast.stmt]) -> ast.stmt:
    """Return the __init__ that holds lines of `self`, in the place of the one that was pasted with them."""
    found = next((one for one in methods if getattr(one, "name", "") == "__init__"), None)
    if isinstance(found, ast.FunctionDef):
        methods.remove(found)
        body, written = [*found.body, *lines], found.args
    else:
        body = list(lines)
        written = ast.arguments([], [ast.arg("self")], None, [], [], None, [])
    return ast.fix_missing_locations(
        ast.copy_location(ast.FunctionDef("__init__", written, body, [], None, None), lines[0])
    )


def _takes_self(node: ast.FunctionDef) -> bool:
    return bool(node.args.args) and node.args.args[0].arg == "self" and not node.decorator_list


def _is_of_self(node: ast.stmt) -> bool:
    """Say whether a line stands in an `__init__` whose head was not pasted."""
    if not isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.For | ast.If | ast.AnnAssign):
        return False
    return any(isinstance(part, ast.Name) and part.id == "self" for part in ast.walk(node))


def _sources(tree: ast.Module, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the functions that are one node: those of the catalogue's blocks, and those that an export marks."""
    blocks = {_skeleton(ast.parse(spec.source).body[0]): spec.type for spec in catalog.CATALOG.values() if spec.source}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        block = blocks.get(_skeleton(node))
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        if block is not None:
            yield node.name, block
        elif first > 1 and lines[first - 2].strip() == OWN_COMMENT:
            yield node.name, "\n".join(lines[first - 1 : node.end_lineno])


def _skeleton(node: ast.stmt) -> str:
    """Return what two functions have in common that differ in their names alone."""
    return ast.dump(ast.Module([*getattr(node, "body", [])], [])) + ast.dump(getattr(node, "args", node))
