"""Initialization as a document writes it: rules, `{"for": "all", "bias": {"zeros_": {}}}`, and weights set by hand."""

from __future__ import annotations

import json
from collections.abc import Container
from types import MappingProxyType
from typing import Any, Final

from lazygui.graph.initialization import Initializer, InitRule, Part, WeightEdit
from lazygui.graph.model import divided

ALL: Final = "all"
_MEMBERS: Final = frozenset({"for", *(part.value for part in Part)})


def rule_text(rule: InitRule) -> str:
    """Return a rule on one line. `for` is "all", a class of torch, or a list of nodes."""
    target = list(rule.nodes) or rule.kind or ALL
    told = {part.value: one for part in Part if (one := rule.initializer(part)) is not None}
    value = {"for": target, **{part: {one.name: dict(one.arguments)} for part, one in told.items()}}
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_rule(value: object) -> InitRule | None:
    """Return a rule as it is written, or None where it is none; whether it can be is not looked at."""
    if not isinstance(value, dict) or not value.keys() <= _MEMBERS:
        return None
    target = value.get("for")
    nodes = target if isinstance(target, tuple) and target and all(isinstance(one, str) for one in target) else ()
    kind = target if isinstance(target, str) and target != ALL else ""
    told = {part: _initializer(value[part.value]) for part in Part if part.value in value}
    if not (nodes or isinstance(target, str)) or not told or None in told.values():
        return None
    return InitRule(told.get(Part.WEIGHT), told.get(Part.BIAS), kind, tuple(dict.fromkeys(nodes)))


def weight_text(edit: WeightEdit) -> str:
    """Return a number that was set by hand on one line: `["fc1.weight", [0, 3], 42]`."""
    return json.dumps([f"{edit.node}.{edit.parameter}", list(edit.index), edit.value], ensure_ascii=False)


def read_weight(value: object, nodes: Container[str]) -> WeightEdit | None:
    """Return a number that was set by hand as it is written, or None where that is none."""
    if not (isinstance(value, tuple) and len(value) == 3 and isinstance(value[0], str) and "." in value[0]):
        return None
    path, index, number = value
    if not isinstance(index, tuple) or not all(type(at) is int and at >= 0 for at in index):
        return None
    if type(number) not in (int, float):
        return None
    return WeightEdit(*divided(path, nodes), index, number)


def _initializer(value: Any) -> Initializer | None:
    if not isinstance(value, dict) or len(value) != 1:
        return None
    ((name, arguments),) = value.items()
    return Initializer(name, MappingProxyType(arguments)) if isinstance(arguments, dict) else None
