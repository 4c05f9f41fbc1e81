"""Rules of initialization in a drawing: whether they can be, the edit that sets them, and what they mean for a node."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from lazygui.graph import initialization as init
from lazygui.graph import rules as laws
from lazygui.graph import ties
from lazygui.graph.edits import BaseEdit, EditTitle
from lazygui.graph.initialization import KEEP, Initializer, InitRule, Part, Rules, WeightEdit
from lazygui.graph.model import Graph, Node, owner_of
from lazygui.graph.problems import Detail, Problem, Refused


@dataclass(frozen=True)
class SetInitialization(BaseEdit):
    """Have these rules say how weights are initialized, instead of those that did."""

    rules: Rules

    @property
    def title(self) -> EditTitle:
        return EditTitle("set_initialization", len(self.rules))

    def apply(self, graph: Graph) -> Graph:
        for rule in self.rules:
            problem = check_rule(rule, graph.nodes)
            if problem is not None:
                raise Refused(problem)
        return graph.with_initialization(self.rules)


@dataclass(frozen=True)
class SetWeight(BaseEdit):
    """Set one number of a parameter by hand, or with None let it be as the run finds it."""

    node: str
    parameter: str
    index: tuple[int, ...]
    value: float | None

    @property
    def title(self) -> EditTitle:
        return EditTitle("set_weight", 1, f"{self.node}.{self.parameter}")

    def apply(self, graph: Graph) -> Graph:
        place = (self.node, self.parameter, self.index)
        kept = tuple(edit for edit in graph.weights if edit.place != place)
        if self.value is None:
            return graph.with_weights(kept)
        edit = WeightEdit(*place, self.value)
        problem = check_weight(edit, graph.nodes)
        if problem is not None:
            raise Refused(problem)
        return graph.with_weights((*kept, edit))


def check_weight(edit: WeightEdit, nodes: Mapping[str, Node]) -> Problem | None:
    """Return why a weight cannot be set by hand, as far as it is known without a run, or None."""
    node = nodes.get(edit.node)
    if node is None:
        return Problem("missing_node", edit.node)
    details: dict[str, Detail] = {"parameter": edit.parameter[:40]}
    if edit.parameter not in ties.shapes_of(node):
        return Problem("tie_parameter", edit.node, details)
    if not math.isfinite(edit.value):
        return Problem("weight_not_finite", edit.node, details)
    known = ties.shapes_of(node)[edit.parameter]
    bounds = [length if isinstance(length, int) else laws.LARGEST for length in known]
    if len(bounds) != len(edit.index) or not all(0 <= at < most for at, most in zip(edit.index, bounds, strict=True)):
        return Problem("weight_outside", edit.node, {**details, "index": list_words(edit.index), "shape": known})
    return None


def list_words(index: tuple[int, ...]) -> str:
    """Return an index as code writes it: `0, 3`."""
    return ", ".join(map(str, index))


def check_rule(rule: InitRule, nodes: Container[str]) -> Problem | None:
    """Return why a rule cannot be, or None."""
    for node in rule.nodes:
        if node not in nodes:
            return Problem("missing_node", node)
    if rule.kind and rule.kind not in init.kinds():
        return Problem("initialization_kind", None, {"kind": rule.kind[:40]})
    told = filter(None, (rule.weight, rule.bias))
    return next(filter(None, map(check_initializer, told)), None)


def check_initializer(initializer: Initializer) -> Problem | None:
    """Return why an initializer cannot be, or None: its name, its arguments, or bounds in the wrong order."""
    spec, arguments = initializer.spec, initializer.arguments
    if spec is None and (initializer.name != KEEP or arguments):
        return Problem("initializer_unknown", None, {"initializer": initializer.name[:40]})
    if spec is None:
        return None
    for name in arguments:
        if spec.argument(name) is None:
            return Problem("initializer_argument", None, {"initializer": spec.name, "argument": name[:40]})
    for argument in spec.arguments:
        value = arguments.get(argument.name)
        if argument.is_required or argument.name in arguments:
            found = laws.check_argument(argument, value)
            if found is not None:
                return found
    return _check_bounds(initializer)


def _check_bounds(initializer: Initializer) -> Problem | None:
    spec = initializer.spec
    if spec is None or spec.argument("b") is None:
        return None
    low, high = (initializer.arguments.get(one.name, one.start) for one in spec.arguments if one.name in ("a", "b"))
    is_right = isinstance(low, int | float) and isinstance(high, int | float) and low < high
    return None if is_right else Problem("initializer_bounds", None, {"low": low, "high": high})


def effective(graph: Graph) -> Rules:
    """Return the rules of a drawing for the modules that there are: whoever shares one speaks for its owner."""
    return tuple(replace(rule, nodes=_owners(graph, rule)) for rule in graph.initialization)


def _owners(graph: Graph, rule: InitRule) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owner_of(graph.nodes, node) for node in rule.nodes if node in graph.nodes))


def chosen(graph: Graph, node: Node, part: Part) -> tuple[InitRule, Initializer] | None:
    """Return which rule decides about one part of a node, and what it says; None where nothing is said."""
    return init.chosen(effective(graph), owner_of(graph.nodes, node.id), init.kind_of(node.type), part)


def can_initialize(node: Node) -> bool:
    """Say whether a node has a module of torch that may learn something: only such are initialized."""
    spec = node.spec
    return spec is not None and spec.is_module and bool(spec.parameters)
