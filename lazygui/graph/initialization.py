"""How weights are initialized after the dry run: rules for all layers, for a kind of layer, or for single nodes.

A rule for a node goes before one for its kind, and that before one for all; weights and biases are looked up apart. So
what holds for a tensor does not depend on the order of the rules. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Final

from lazygui import catalog
from lazygui.catalog import initializers
from lazygui.catalog.initializers import RECIPES, Call, InitializerSpec, Recipe
from lazygui.catalog.spec import ParameterSpec, Value
from lazygui.graph.problems import Problem

KEEP: Final = "default"
"""The initializer that leaves a tensor as its layer drew it: an exception to a wider rule."""


class Part(Enum):
    """Which tensors of a layer: a parameter belongs to the part whose name is in its own (`weight_ih_l0`)."""

    WEIGHT = "weight"
    BIAS = "bias"


def part_of(parameter: str) -> Part | None:
    """Return the part that a parameter belongs to, by the last word of its path, or None: `in_proj_weight`."""
    name = parameter.rpartition(".")[2]
    return next((part for part in (Part.WEIGHT, Part.BIAS) if part.value in name), None)


@dataclass(frozen=True)
class Initializer:
    """A function of `torch.nn.init` with the arguments that are set, or KEEP."""

    name: str
    arguments: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def spec(self) -> InitializerSpec | None:
        """What the catalogue says of it; None for KEEP, and for a name that it does not know."""
        return initializers.find_initializer(self.name)

    @property
    def call(self) -> str:
        """The call as code, without the tensor: `normal_(std=0.01)`."""
        told = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"{self.name}({told})"


@dataclass(frozen=True)
class InitRule:
    """What holds for `nodes`, or else for layers of the `kind` (`nn.Linear`), or else for all. None is not told."""

    weight: Initializer | None = None
    bias: Initializer | None = None
    kind: str = ""
    nodes: tuple[str, ...] = ()

    @property
    def target(self) -> tuple[str, tuple[str, ...]]:
        """Whom the rule is for."""
        return (self.kind, self.nodes)

    @property
    def is_for_all(self) -> bool:
        return not self.kind and not self.nodes

    def initializer(self, part: Part) -> Initializer | None:
        return self.weight if part is Part.WEIGHT else self.bias


Rules = tuple[InitRule, ...]


@dataclass(frozen=True, slots=True)
class WeightEdit:
    """One number of one parameter that a person has set by hand: `fc1.weight[0, 3] = 42`."""

    node: str
    parameter: str
    index: tuple[int, ...]
    value: float

    @property
    def place(self) -> tuple[str, str, tuple[int, ...]]:
        """Which number it is."""
        return (self.node, self.parameter, self.index)


@dataclass(frozen=True, slots=True)
class InitReport:
    """What became of the rules of a drawing: the layers they were applied to, and the others, each with the reason.

    A module that several nodes share is one layer, told under the name of its owner. `was_early` says that it was done
    before the dry run. `edited` are nodes with numbers that were set by hand, and `unedited` tells which could not be.
    """

    applied: tuple[str, ...]
    skipped: tuple[Problem, ...]
    was_early: bool = False
    edited: tuple[str, ...] = ()
    unedited: tuple[Problem, ...] = ()

    @property
    def count(self) -> int:
        """How many layers there are that could be initialized."""
        return len(self.applied) + len(self.skipped)


def chosen(rules: Rules, node: str, kind: str, part: Part) -> tuple[InitRule, Initializer] | None:
    """Return the rule that decides about one part of a layer, with what it says; None where none does."""
    for is_near in (lambda one: node in one.nodes, lambda one: one.kind == kind, lambda one: one.is_for_all):
        for rule in rules:
            initializer = rule.initializer(part)
            if initializer is not None and is_near(rule):
                return rule, initializer
    return None


def suits(rule: InitRule, initializer: Initializer, axes: int) -> bool:
    """Say whether an initializer can be applied to a tensor of so many axes.

    Weights of one axis, those of normalizations, are left alone by a rule for all: their ones are no accident.
    """
    if initializer.name == KEEP or initializer.spec is None:
        return False
    is_spared = rule.is_for_all and axes < 2 and initializer is rule.weight
    return initializer.spec.takes(axes) and not is_spared


def kind_of(type: str) -> str:
    """Return the class that a layer is after a run: `nn.Linear` of `nn.LazyLinear`."""
    spec = catalog.find(type)
    return (spec.becomes if spec is not None and spec.becomes else type) or type


@cache
def kinds() -> tuple[str, ...]:
    """Return the classes of `torch.nn` with parameters of their own, in the order of the palette."""
    learning = (one for one in catalog.CATALOG.values() if one.is_module and any(map(_is_own, one.parameters)))
    return tuple(dict.fromkeys(kind_of(spec.type) for spec in learning))


def _is_own(parameter: ParameterSpec) -> bool:
    return "." not in parameter.name


def of_recipe(recipe: Recipe, kind: str = "", nodes: tuple[str, ...] = ()) -> InitRule:
    """Return the rule that a recipe is, for these layers."""
    return InitRule(_made(recipe.weight), _made(recipe.bias), kind, nodes)


def _made(told: Call | None) -> Initializer | None:
    return Initializer(told[0], MappingProxyType(dict(told[1]))) if told else None


def init_cnn() -> Rules:
    """Return the rules of the book's `init_cnn`."""
    recipe = next(one for one in RECIPES if one.name == "init_cnn")
    return tuple(of_recipe(recipe, kind) for kind in recipe.kinds)


def with_rule(rules: Rules, rule: InitRule) -> Rules:
    """Return the rules with this one in the place of what was said for the same layers; an empty rule only removes.

    A node has one rule of its own: it leaves those that it had.
    """
    kept = without(rules, rule.nodes) if rule.nodes else tuple(one for one in rules if one.target != rule.target)
    return (*kept, rule) if rule.weight or rule.bias else kept


def without(rules: Rules, nodes: Collection[str]) -> Rules:
    """Return the rules without these nodes; a rule that was for them alone goes."""
    return tuple(_remade(rules, lambda node: () if node in nodes else (node,)))


def renamed(rules: Rules, names: Mapping[str, str]) -> Rules:
    """Return the rules with nodes under their new names."""
    return tuple(_remade(rules, lambda node: (names.get(node, node),)))


def _remade(rules: Rules, new: Callable[[str], tuple[str, ...]]) -> Iterator[InitRule]:
    for rule in rules:
        nodes = tuple(dict.fromkeys(name for node in rule.nodes for name in new(node)))
        if nodes or not rule.nodes:
            yield replace(rule, nodes=nodes) if nodes != rule.nodes else rule
