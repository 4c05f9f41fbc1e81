"""The rules of initialization as code: a function for `net.apply`, in the form of the book where the rules allow it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lazygui import catalog
from lazygui.catalog.spec import Family, LayerSpec, Role
from lazygui.codegen.drawing import Drawing
from lazygui.codegen.layout import Line, indented, plain
from lazygui.graph import initialization as init
from lazygui.graph import initializing
from lazygui.graph.initialization import KEEP, Initializer, InitRule, Part
from lazygui.graph.model import Node

NAME = "init"
_MATRICES = (Family.LINEAR, Family.CONVOLUTION)
"""Families whose weights have two axes at least, and are called weight and bias."""


@dataclass(frozen=True)
class Initializing:
    """Writes the rules of a drawing. `reach` gives what leads from the network to a node's module: `.fc1`.

    `is_shared_afar` says that some module is in two places of the tree, where `net.apply` would come to it twice.
    """

    drawing: Drawing
    reach: Callable[[str], str]
    is_shared_afar: bool = False

    def lines(self) -> list[Line]:
        """Return the function and its call; nothing where there are no rules that could be written."""
        rules = [rule for rule in map(self._written, initializing.effective(self.drawing.graph)) if rule]
        if not rules:
            return []
        body = _plain_body(rules) if self._is_plain(rules) else self._body(rules)
        guards = [*self._once(), *self._layers_alone()]
        seen = plain("initialized = set()", "") if self.is_shared_afar else []
        return [*seen, *plain(f"def {NAME}(module):"), *indented([*guards, *body]), *plain("", f"net.apply({NAME})")]

    def _written(self, rule: InitRule) -> InitRule | None:
        """Return the rule for the nodes that are in the code; None where none of its nodes is."""
        nodes = tuple(node for node in rule.nodes if node not in self.drawing.unbuilt)
        return None if rule.nodes and not nodes else InitRule(rule.weight, rule.bias, rule.kind, nodes)

    def _once(self) -> list[Line]:
        if not self.is_shared_afar:
            return []
        return plain("if module in initialized:", "    return", "initialized.add(module)")

    def _layers_alone(self) -> list[Line]:
        """A parameter that stands in the network by itself is no layer's, though it may be called weight."""
        held = (node.id for node in self.drawing.nodes if node.spec and node.spec.role is Role.PARAMETER)
        if not any(map(init.part_of, held)):
            return []
        return plain('if not type(module).__module__.startswith("torch."):', "    return")

    def _is_plain(self, rules: Sequence[InitRule]) -> bool:
        """Say whether each rule is for kinds of layers that surely have what it initializes: as in the book."""
        return all(rule.kind and _surely_suits(rule.kind, rule) for rule in rules)

    def _body(self, rules: Sequence[InitRule]) -> list[Line]:
        parts = [(part, list(self._chain(rules, part))) for part in Part]
        lines: list[Line] = []
        for part, chain in parts:
            if chain:
                word = "elif" if lines else "if"
                lines += [*plain(f'{word} "{part.value}" in name:'), *indented(chain)]
        head = plain("for name, parameter in module.named_parameters(recurse=False):")
        return [*head, *indented(lines)]

    def _chain(self, rules: Sequence[InitRule], part: Part) -> Iterator[Line]:
        """Yield the cases of one part, the nearest rule first; nothing where no rule speaks of it."""
        told = [(rule, one) for rule in _by_nearness(rules) if (one := rule.initializer(part)) is not None]
        word = "if"
        for rule, initializer in told:
            call, guard = _call("parameter", initializer), _guard(rule, initializer, self._nodes(rule))
            if rule.is_for_all:
                # The last case: whatever does not meet its guard stays as it is.
                condition = f"{word} {guard}:" if guard else "else:"
                is_bare = not guard and word == "if"
                yield from plain(call) if is_bare else plain(condition, f"    {call}")
            elif guard:
                yield from plain(f"{word} {self._condition(rule)}:", f"    if {guard}:", f"        {call}")
            else:
                yield from plain(f"{word} {self._condition(rule)}:", f"    {call}")
            word = "elif"

    def _nodes(self, rule: InitRule) -> tuple[Node, ...]:
        return tuple(self.drawing.graph.nodes[node] for node in rule.nodes)

    def _condition(self, rule: InitRule) -> str:
        if rule.kind:
            return f"type(module) is {rule.kind}"
        whole = [f"module in net{self.reach(node.id)}.modules()" for node in self._nodes(rule) if _has_layers(node)]
        single = [f"net{self.reach(node.id)}" for node in self._nodes(rule) if not _has_layers(node)]
        one = f"module in ({', '.join(single)})" if len(single) > 1 else "".join(f"module is {own}" for own in single)
        return " or ".join(filter(None, (one, *whole)))


def _by_nearness(rules: Iterable[InitRule]) -> list[InitRule]:
    return sorted(rules, key=lambda rule: (not rule.nodes, not rule.kind))


def _has_layers(node: Node) -> bool:
    """Say whether a node's module has modules inside, which are initialized with it."""
    return node.spec is not None and any("." in parameter.name for parameter in node.spec.parameters)


def _call(tensor: str, initializer: Initializer) -> str:
    if initializer.name == KEEP:
        return "pass"
    told = (f"{name}={value!r}" for name, value in initializer.arguments.items())
    return f"nn.init.{initializer.name}({', '.join((tensor, *told))})".replace("'", '"')


def _guard(rule: InitRule, initializer: Initializer, nodes: Sequence[Node]) -> str:
    """Return what a tensor must be for an initializer to take it, as a condition; nothing where all are."""
    spec = initializer.spec
    if spec is None:
        return ""
    least = max(spec.least, 2) if rule.is_for_all and initializer is rule.weight else spec.least
    if spec.most is not None:
        return f"parameter.dim() == {least}" if least == spec.most else f"{least} <= parameter.dim() <= {spec.most}"
    specs = [node.spec for node in nodes] or [_spec_of(rule.kind)]
    is_sure = initializer is rule.weight and all(one is not None and one.family in _MATRICES for one in specs)
    return "" if least < 1 or (least <= 2 and is_sure) else f"parameter.dim() >= {least}"


def _spec_of(kind: str) -> LayerSpec | None:
    return catalog.find(kind) if kind else None


def _surely_suits(kind: str, rule: InitRule) -> bool:
    spec = catalog.find(kind)
    if spec is None or spec.family not in _MATRICES or {one.name for one in spec.parameters} != {"weight", "bias"}:
        return False
    told = [one for one in (rule.weight, rule.bias) if one is not None]
    return all(one.spec is not None and one.spec.most is None and one.spec.least <= 2 for one in told) and (
        rule.bias is None or rule.bias.spec is None or rule.bias.spec.least <= 1
    )


def _plain_body(rules: Sequence[InitRule]) -> list[Line]:
    """Return rules as the book writes them: kinds that are treated alike stand in one line."""
    alike: dict[tuple[str, str], list[str]] = {}
    for rule in rules:
        calls = tuple(_call(f"module.{part.value}", one) if (one := rule.initializer(part)) else "" for part in Part)
        alike.setdefault((calls[0], calls[1]), []).append(rule.kind)
    lines: list[Line] = []
    for (weight, bias), kinds in alike.items():
        these = kinds[0] if len(kinds) == 1 else f"({', '.join(kinds)})"
        lines += plain(f"{'elif' if lines else 'if'} type(module) {'is' if len(kinds) == 1 else 'in'} {these}:")
        lines += indented(plain(*([weight] if weight else [])))
        lines += indented(plain("if module.bias is not None:", f"    {bias}")) if bias else []
    return lines
