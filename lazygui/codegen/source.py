"""A graph as the PyTorch code that a person would write. Pure; what cannot be exported is said, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Final

from lazygui.codegen import expressions
from lazygui.codegen.blueprints import Blueprint, Blueprints, blueprints
from lazygui.codegen.building import Builder
from lazygui.codegen.drawing import Drawing
from lazygui.codegen.forwarding import Forward, input_names
from lazygui.codegen.functions import Functions, functions
from lazygui.codegen.initializing import Initializing
from lazygui.codegen.layout import INDENT, Expression, Line, indented, plain, statement
from lazygui.codegen.names import SCRIPT, free, identifiers
from lazygui.codegen.scopes import Scope, Tree, child_name, tree, walk
from lazygui.graph.initialization import WeightEdit
from lazygui.graph.model import Graph, Node, Port, root_of

_NUMBER_OF: Final = 'print("parameters:", sum(p.numel() for p in net.parameters()))'
_SHAPES_OF: Final = "parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}"
_IMPORTS: Final = (
    (("import math", r"\bmath\."), ("from collections import OrderedDict", r"\bOrderedDict\(")),
    (("import torch", ""), ("from torch import nn", ""), ("from torch.nn import functional as F", r"\bF\.")),
)
"""The imports of Python's own and of torch, each with what it is needed for."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script, and the numbers of the lines, from 0, that build or compute each node."""

    text: str
    lines: Mapping[str, tuple[int, ...]]


def source(graph: Graph, seed: int = 0) -> str:
    """Return a script: `nn.Sequential` for a chain of modules, else an `nn.Module`; run by itself it prints all shapes.

    Modules are built in running order under `torch.manual_seed(seed)`, and samples come from a generator of their own,
    so the script has the very weights and samples that a run of the program with this seed has.
    """
    return script(graph, seed).text


def script(graph: Graph, seed: int = 0) -> Script:
    """Return the script of a graph, see `source`, with the lines of each node."""
    if not graph.nodes:
        return Script("# The network is empty.\n", {})
    lines = _Script(tree(graph), seed).lines()
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        for node in dict.fromkeys(line.nodes):
            places.setdefault(node, []).append(number)
    return Script("".join(f"{line.text}\n" for line in lines), {node: tuple(found) for node, found in places.items()})


@dataclass(frozen=True)
class _Script:
    """The parts of one script, each a list of lines."""

    tree: Tree
    seed: int

    @property
    def root(self) -> Scope:
        return self.tree.root

    @property
    def drawing(self) -> Drawing:
        return self.root.drawing

    @cached_property
    def functions(self) -> Functions:
        drawing = self.drawing
        return functions(node for node in drawing.nodes if node.id not in drawing.faults)

    @cached_property
    def blueprints(self) -> Blueprints:
        return blueprints(self.tree, tuple(self.functions.names.values()))

    @cached_property
    def builder(self) -> Builder:
        return Builder(self.blueprints, tuple(self.functions.names.values()), self.is_sequential)

    @cached_property
    def inputs(self) -> Mapping[Port, str]:
        """The variables of the samples, in running order."""
        drawing = self.drawing
        nodes = [n.id for n in drawing.nodes if drawing.is_input(n) and n.id not in drawing.faults]
        reserved = (*SCRIPT, *self.builder.functions, *self.builder.names(self.root).values())
        return {Port(node): name for node, name in identifiers(nodes, reserved).items()}

    @cached_property
    def has_tuples(self) -> bool:
        """True if a hook may see a tuple: of a layer, or of a group of functions alone, which has no layers inside."""
        leaves = (scope for scope in walk(self.root) if scope is not self.root and not scope.has_modules)
        are_tuples = (len(scope.outputs) > 1 for scope in leaves)
        return any(map(self.drawing.has_tuple, self.drawing.nodes)) or any(are_tuples)

    @cached_property
    def has_groups(self) -> bool:
        return any(isinstance(child, Scope) for child in self.root.children)

    @cached_property
    def is_sequential(self) -> bool:
        """True for a line of modules behind one input; where groups have names, attributes are what keeps these."""
        inputs = [node for node in self.drawing.nodes if self.drawing.is_input(node)]
        if len(inputs) != 1 or self.drawing.faults or not (self.root.is_chain or not self.root.children):
            return False
        names = [child_name(self.root, child) for child in self.root.children]
        # A child of a group that is written out has a dot in its name, and no module may be called so.
        return not self.has_groups or (any(map(str.isdigit, names)) and not any("." in name for name in names))

    def lines(self) -> list[Line]:
        definitions = [*self.functions.definitions, *map(self.class_of, self.blueprints.classes)]
        if not self.is_sequential:
            definitions.append(self.net())
        body = self.sequential() if self.is_sequential else self.main()
        parts = [line for definition in definitions for line in (Line(""), *definition, Line(""))]
        parts += [*([Line("")] if definitions else []), *body]
        return [*self.imports(parts), *parts]

    def imports(self, parts: Iterable[Line]) -> list[Line]:
        """Return the imports that the lines need, and the space behind them."""
        text = "\n".join(line.text for line in parts)
        standard, torch = ([line for line, use in imports if re.search(use, text)] for imports in _IMPORTS)
        own = [line for line in dict.fromkeys(self.functions.imports) if line not in (*standard, *torch)]
        return plain(*standard, *([""] if standard else []), *torch, *own, "")

    def dissolved(self) -> list[Line]:
        """Return what is to be said of groups that are not written as modules."""
        return [Line(f"# The group {path!r} is written out: {reason}.") for path, reason in self.tree.dissolved.items()]

    def class_of(self, blueprint: Blueprint) -> tuple[Line, ...]:
        """Return the class of groups that are alike; its lines belong to the nodes of all of them."""
        scope = blueprint.scope
        names = input_names(scope, self.builder)
        lines = self.definition(scope, blueprint.name, tuple(blueprint.parameters), names)
        paths = [instance.path for instance in blueprint.instances]

        def alike(node: str) -> Iterator[str]:
            return (f"{path}{node[len(scope.path) :]}" for path in paths)

        return tuple(replace(line, nodes=tuple(one for node in line.nodes for one in alike(node))) for line in lines)

    def net(self) -> tuple[Line, ...]:
        """Return the class of the whole network."""
        ties = plain(*(f"self{own} = self{other}" for own, other in (*self.shares(), *self.ties(late=False))))
        names = list(self.inputs.values())
        return (*self.dissolved(), *self.definition(self.root, "Net", (), names, ties))

    def definition(
        self, scope: Scope, name: str, parameters: tuple[str, ...], inputs: list[str], ties: Iterable[Line] = ()
    ) -> list[Line]:
        ports = dict(zip(self.inputs if scope is self.root else scope.inputs, inputs, strict=True))
        base = self.builder.base(scope)
        methods = [[Line(f"def __init__({', '.join(('self', *parameters))}):")]]
        methods[0] += indented([*self.builder.initialiser(scope), *ties])
        if [line.text for line in methods[0][1:]] == [f"{INDENT}super().__init__()"]:
            methods = []
        if base != "nn.Sequential":
            forward = Forward(scope, self.builder, self.functions, ports).write()
            methods.append([Line(f"def forward({', '.join(('self', *inputs))}):"), *indented(forward)])
        body = [line for method in methods for line in (Line(""), *method)][1:]
        return [Line(f"class {name}({base}):"), *indented(body)]

    def shares(self) -> Iterator[tuple[str, str]]:
        """Yield the modules that the network puts into groups that cannot reach them, and where they are."""
        for scope in walk(self.root):
            if scope is self.root or scope.is_list or self.builder.base(scope) == "":
                continue
            for node in scope.items:
                if isinstance(node, Node) and self.builder.is_set_later(scope, node):
                    place = f"{self.way(scope)}.{self.builder.name(scope, node)}"
                    yield place, self.builder.reach(self.root, self.drawing.owner(node))

    def way(self, scope: Scope) -> str:
        """Return what leads from the network to the object of a scope."""
        found, here = "", self.root
        while here is not scope:
            inside = (child for child in here.children if isinstance(child, Scope))
            child = next(one for one in inside if f"{scope.path}.".startswith(f"{one.path}."))
            found, here = found + self.builder.step(here, child), child
        return found

    def ties(self, late: bool) -> Iterator[tuple[str, str]]:
        """Yield parameters that are another one, each with that one; `late` are those of lazy layers."""
        nodes = self.drawing.graph.nodes
        for node in self.drawing.nodes:
            for own in node.ties if node.id not in self.drawing.unbuilt else ():
                other, parameter = root_of(nodes, node.id, own)
                ends = (node, nodes[other])
                is_late = any(one.spec is not None and one.spec.is_lazy for one in ends)
                if late == is_late and other not in self.drawing.unbuilt:
                    yield self.place(ends[0], own), self.place(ends[1], parameter)

    def place(self, node: Node, parameter: str) -> str:
        """Return what leads from the network to a parameter; the layers of a stack have numbers: `.layers[0].norm1`."""
        found = self.builder.reach(self.root, self.drawing.owner(node))
        steps = (f"[{part}]" if part.isdigit() else f".{part}" for part in parameter.split("."))
        return found if self.drawing.is_given(node) else found + "".join(steps)

    def sequential(self) -> list[Line]:
        """Return the network as one `nn.Sequential`, and the lines that show it at work."""
        layers = [self.builder.built(self.root, child, None) for child in self.root.elements]
        x = next(iter(self.inputs.values()))
        lines = [*self.dissolved(), *plain(f"torch.manual_seed({self.seed})"), *self.share(layers)]
        lines += self.stack(layers)
        lines += plain(*(f"net{own} = net{other}" for own, other in (*self.shares(), *self.ties(late=False))), "")
        if self.has_groups:
            return [*lines, *_main(*self.samples(), Line(""), *self.watched([x]))]
        show = f"print(type(layer).__name__, tuple({x}.shape), parameters)"
        loop = ("    for layer in net:", f"        {x} = layer({x})", f"        {_SHAPES_OF}", f"        {show}")
        rest = (*self.late_ties(), *self.initialization(), _NUMBER_OF)
        body = plain("net.eval()", "with torch.no_grad():", *loop, *rest)
        return [*lines, *_main(*self.samples(), *body)]

    def share(self, layers: list[Expression]) -> list[Line]:
        """Give the modules that the stack uses more than once a name; `layers` are changed to use it."""
        owners = [self.drawing.owner(e) if isinstance(e, Node) else "" for e in self.root.elements]
        names: dict[str, str] = {}
        lines: list[Line] = []
        for number, owner in enumerate(owners):
            if owner and owners.count(owner) > 1:
                if owner not in names:
                    names[owner] = free("shared", {*names.values(), *self.builder.functions, *self.inputs.values()})
                    lines += statement(layers[number], f"{names[owner]} = ")
                layers[number] = Expression(names[owner], nodes=layers[number].nodes)
        return lines

    def stack(self, layers: list[Expression]) -> list[Line]:
        """Numbered children are the arguments of nn.Sequential; children with names are added by these."""
        if not layers:
            return plain("net = nn.Sequential()")
        if not self.has_groups or self.root.is_numbered:
            return statement(Expression("nn.Sequential(", tuple(layers), ")", is_tall=True), "net = ")
        lines = plain("net = nn.Sequential()")
        for child, layer in zip(self.root.elements, layers, strict=True):
            parts = (Expression(f'"{child_name(self.root, child)}"'), layer)
            lines += statement(Expression("net.add_module(", parts, ")"))
        return lines

    def main(self) -> list[Line]:
        """Return the lines that build the network and show it at work."""
        build = plain(f"torch.manual_seed({self.seed})", "net = Net()")
        return _main(*build, *self.samples(), Line(""), *self.watched(list(self.inputs.values())))

    def watched(self, inputs: list[str]) -> list[Line]:
        """Return the lines that print the shapes of each layer as a sample passes it, and what comes out."""
        shape = "shapes(output)" if self.has_tuples else "tuple(output.shape)"
        layers = ["for layer in net.children():", "    layer.register_forward_hook(show)"]
        if self.has_groups:
            layers = ["for layer in net.modules():", "    if not list(layer.children()):", f"    {layers[1]}"]
        return plain(
            *(_SHAPES if self.has_tuples else ()),
            "def show(layer, inputs, output):",
            f"    {_SHAPES_OF}",
            f"    print(type(layer).__name__, {shape}, parameters)",
            "",
            *layers,
            "net.eval()",
            "with torch.no_grad():",
            f"    output = net({', '.join(inputs)})",
            self.last_shapes(shape),
            *self.late_ties(),
            *self.initialization(),
            _NUMBER_OF,
        )

    def last_shapes(self, shape: str) -> str:
        is_tuple = not self.is_sequential and len(self.root.outputs or self.inputs) > 1
        if is_tuple and not self.has_tuples:
            return 'print("output:", *(tuple(tensor.shape) for tensor in output))'
        return f'print("output:", {"*map(shapes, output)" if is_tuple else shape})'

    def late_ties(self) -> list[str]:
        ties = [f"net{own} = net{other}" for own, other in self.ties(late=True)]
        return ["# Lazy layers have nothing to tie before a sample has passed them.", *ties] if ties else []

    def initialization(self) -> list[str]:
        """Return what initializes the weights, now that a sample has told their shapes."""
        reach = partial(self.builder.reach, self.root)
        lines = Initializing(self.drawing, reach, is_shared_afar=any(True for _ in self.shares())).lines()
        edits = [self.weight(one) for one in self.drawing.graph.weights if one.node not in self.drawing.unbuilt]
        by_hand = ["with torch.no_grad():", *(f"    {line}" for line in edits)] if edits else []
        return [*([""] if lines else []), *(line.text for line in lines), *by_hand]

    def weight(self, edit: WeightEdit) -> str:
        """Return the line that sets one number by hand: `net.fc1.weight[0, 3] = 42`."""
        place = self.place(self.drawing.graph.nodes[edit.node], edit.parameter)
        return f"net{place}[{', '.join(map(str, edit.index)) or '()'}] = {edit.value!r}"

    def samples(self) -> list[Line]:
        """Return the lines that draw the samples, in the order and from the generator that the program uses."""
        graph = self.drawing.graph
        drawn = [(name, port.node) for port, name in self.inputs.items()]
        lines = [Line(f"{name} = {expressions.sample(graph, graph.nodes[node])}", (node,)) for name, node in drawn]
        needs_generator = any("generator=" in line.text for line in lines)
        generator = plain(f"generator = torch.Generator().manual_seed({self.seed})")
        return [*(generator if needs_generator else ()), *lines]


_SHAPES: Final = (
    "def shapes(output):",
    "    if isinstance(output, torch.Tensor):",
    "        return tuple(output.shape)",
    "    return [shapes(part) for part in output if part is not None]",
    "",
)


def _main(*lines: Line) -> list[Line]:
    return [*plain('if __name__ == "__main__":'), *indented(lines)]
