"""How scopes are called: the lines of `forward`, one statement for each node. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from lazygui.codegen import expressions
from lazygui.codegen.building import Builder
from lazygui.codegen.drawing import WHOLE
from lazygui.codegen.functions import Functions, source_of
from lazygui.codegen.layout import INDENT, Line
from lazygui.codegen.names import RESERVED, free, identifier
from lazygui.codegen.scopes import Item, Scope
from lazygui.graph.model import Node, Port


@dataclass
class Forward:
    """The body of one `forward`, written item by item. `variables` are the expressions of the ports known so far."""

    scope: Scope
    builder: Builder
    functions: Functions
    inputs: Mapping[Port, str]
    variables: dict[Port, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.variables |= self.inputs
        names = self.builder.names(self.scope).values()
        self.taken |= {*RESERVED, *names, *self.inputs.values(), *self.functions.names.values()}

    def write(self) -> list[Line]:
        """Return the lines: a statement for each item that can be computed, then the result or the faults."""
        calls, number = self.scope.calls, 0
        while number < len(calls):
            turns = self._turns(number)
            if turns:
                self._loop(turns)
            else:
                self._item(calls[number])
            number += max(1, len(turns))
        return [*self.lines, *(self._refusals() or self._result())]

    def results(self) -> list[str]:
        """Return the expressions that the network gives. What is only given is a result where nothing is computed."""
        found = [self.variables[port] for port in self.scope.outputs if port in self.variables]
        drawing = self.scope.drawing
        given = (
            port for port in self.variables if port in self.inputs or drawing.is_given(drawing.graph.nodes[port.node])
        )
        return found or [self.variables[port] for port in given if port.node not in drawing.graph.outputs]

    def _result(self) -> list[Line]:
        results = self.results()
        return [Line(f"return {', '.join(results)}" if results else "return None")]

    def _refusals(self) -> list[Line]:
        faults = self.scope.drawing.faults
        items = [*self.scope.items, *(self._faulty_inputs() if not self.scope.path else ())]
        here = {item.id for item in items if isinstance(item, Node)}
        reasons = [reason for node, reason in faults.items() if node in here]
        comments = [Line(f"# {reason}") for reason in reasons]
        return [*comments, Line(f"raise NotImplementedError({reasons[0]!r})")] if reasons else []

    def _faulty_inputs(self) -> list[Node]:
        drawing = self.scope.drawing
        return [node for node in drawing.nodes if drawing.is_input(node)]

    def _item(self, item: Item) -> None:
        arriving = self.scope.arriving(item)
        drawing = self.scope.drawing
        if isinstance(item, Node) and item.id in drawing.faults:
            return
        if any(port not in self.variables for _, port in arriving):
            return
        tensors = {number: self.variables[port] for number, port in arriving}
        if isinstance(item, Scope):
            self._group(item, tensors)
        elif drawing.is_given(item):
            self.variables[Port(item.id)] = self._target(item)
        else:
            self._node(item, tensors)

    def _node(self, node: Node, tensors: Mapping[int, str]) -> None:
        text = expressions.call(node, tensors, self._target(node))
        name = self.builder.name(self.scope, node)
        gives = self.scope.drawing.gives(node)
        assert node.spec is not None
        if not self.scope.drawing.has_tuple(node) or gives[0].index == WHOLE:
            self.variables[gives[0]] = name
        elif not self.scope.drawing.parts(node):
            self.variables |= {port: f"{name}[{port.index}]" for port in gives}
        else:
            name = self._unpacked(node, [port.index for port in gives])
        self.lines.append(Line(f"{name} = {text}", (node.id,)))

    def _unpacked(self, node: Node, read: list[int]) -> str:
        """Return the variables that take the parts of a tuple: `output, (h_n, _)`; what nobody reads is `_`."""
        parts: list[str] = []
        for index, port in enumerate(self.scope.drawing.parts(node)):
            parts.append(self._fresh(port) if index in read else "_")
            self.variables[Port(node.id, index)] = parts[-1]
        packed = max((len(ports) for _, ports in node.spec.packs), default=0) if node.spec else 0
        if 1 < packed < len(parts):
            # A layer that takes its states as one tuple gives them as one: the state of an LSTM.
            inner = parts[-packed:]
            parts[-packed:] = ["_" if set(inner) == {"_"} else f"({', '.join(inner)})"]
        return ", ".join(parts)

    def _group(self, scope: Scope, tensors: Mapping[int, str]) -> None:
        given = ", ".join(tensors[number] for number in range(len(scope.inputs)))
        call = f"{self._reached(scope)}({given})"
        if not scope.outputs:
            return
        names = self._outputs(scope)
        self.variables |= dict(zip(scope.outputs, names, strict=True))
        self.lines.append(Line(f"{', '.join(names)} = {call}"))

    def _outputs(self, scope: Scope) -> list[str]:
        if len(scope.outputs) == 1:
            return [self.builder.name(self.scope, scope)]
        return [self._fresh(port.node.rpartition(".")[2]) for port in scope.outputs]

    def _turns(self, number: int) -> tuple[Scope, ...]:
        """Return the alike groups from this place on that one loop can call, each with what the one before gave."""
        calls, first = self.scope.calls, self.scope.calls[number]
        if isinstance(first, Node):
            return ()
        around = next(
            (c for c in self.scope.children if isinstance(c, Scope) and c.is_list and first in c.children), None
        )
        turns = tuple(around.children) if around else ()
        if len(turns) < 2 or calls[number : number + len(turns)] != turns:
            return ()
        scopes = tuple(turn for turn in turns if isinstance(turn, Scope))
        is_loop = (
            len(scopes) == len(turns) and all(_follows(*pair) for pair in pairwise(scopes)) and _is_handed_on(scopes)
        )
        return scopes if is_loop and all(port in self.variables for port in scopes[0].inputs) else ()

    def _loop(self, turns: tuple[Scope, ...]) -> None:
        """Write `for block in self.blocks: x = block(x, valid_lens)`."""
        first, last = turns[0], turns[-1]
        around = next(c for c in self.scope.children if isinstance(c, Scope) and first in c.children)
        given = [self.variables[port] for port in first.inputs]
        walked = [number for number, port in enumerate(turns[1].inputs) if port == first.outputs[0]]
        name, turn = self._fresh("x"), self._fresh(_singular(self.builder.name(self.scope, around)))
        arguments = ", ".join(name if number in walked else text for number, text in enumerate(given))
        self.lines.append(Line(f"{name} = {given[walked[0]]}"))
        self.lines.append(Line(f"for {turn} in self{self.builder.step(self.scope, around)}:"))
        self.lines.append(Line(f"{INDENT}{name} = {turn}({arguments})"))
        self.variables[last.outputs[0]] = name

    def _target(self, node: Node) -> str:
        """Return what is called for a node: its module, or a function."""
        drawing = self.scope.drawing
        if source_of(node):
            return self.functions.names[source_of(node)]
        if node.spec and node.spec.call:
            return node.spec.call.function
        if self.builder.is_set_later(self.scope, node):
            return f"self.{self.builder.name(self.scope, node)}"
        return f"self{self.builder.reach(self.scope, drawing.owner(node))}"

    def _reached(self, scope: Scope) -> str:
        found, here = "self", self.scope
        while here is not scope:
            child = next(c for c in here.children if isinstance(c, Scope) and (c is scope or scope.path in _inside(c)))
            found, here = found + self.builder.step(here, child), child
        return found

    def _fresh(self, wanted: str) -> str:
        name = free(identifier(wanted), self.taken)
        self.taken.add(name)
        return name


def input_names(scope: Scope, builder: Builder) -> list[str]:
    """Return what a group calls what arrives: as an Input is called, else as the port is that takes it first."""
    found: list[str] = []
    taken = {*RESERVED, *builder.functions, *builder.names(scope).values()}
    is_single = len(scope.inputs) == 1
    for port in scope.inputs:
        item, number = next(
            (item, number) for item in scope.calls for number, source in scope.arriving(item) if source == port
        )
        source = scope.drawing.graph.nodes[port.node]
        wanted = identifier(port.node) if scope.drawing.is_input(source) else _port_name(item, number, builder)
        if wanted == "":
            wanted = "x" if is_single else identifier(port.node.rpartition(".")[2])
        found.append(free(wanted, {*taken, *found}))
    return found


# What arrives at a layer has a name that says something, as query and key do; at a function it is just an input.
def _port_name(item: Item, number: int, builder: Builder) -> str:
    if isinstance(item, Scope):
        return input_names(item, builder)[number]
    name = identifier(item.input_names[min(number, len(item.input_names) - 1)])
    return name if item.spec and item.spec.is_module and name != "input" else ""


def _inside(scope: Scope) -> set[str]:
    found = {child.path for child in scope.children if isinstance(child, Scope)}
    return found.union(*(_inside(child) for child in scope.children if isinstance(child, Scope)))


def _follows(before: Scope, after: Scope) -> bool:
    """Say whether a group takes what the one before gave, and all else from where that took it."""
    if len(before.outputs) != 1 or len(after.outputs) != 1 or len(before.inputs) != len(after.inputs):
        return False
    is_fed = before.outputs[0] in after.inputs and before.outputs[0].index != WHOLE
    pairs = zip(before.inputs, after.inputs, strict=True)
    return is_fed and all(one == other or other == before.outputs[0] for one, other in pairs)


def _is_handed_on(turns: tuple[Scope, ...]) -> bool:
    """Say whether what each group gives goes to the next one alone, always at the same place."""
    graph = turns[0].drawing.graph
    for before, after in pairwise(turns):
        edges = graph.outputs.get(before.outputs[0].node, ())
        if any(edge.target.node not in after.members and edge.target.node not in before.members for edge in edges):
            return False
    places = [[port == before.outputs[0] for port in after.inputs] for before, after in pairwise(turns)]
    return all(place == places[0] and sum(place) == 1 for place in places)


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and len(name) > 2 else f"{name}_part"
