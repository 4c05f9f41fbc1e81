"""Rules of initialization as a document writes them, such as `{"for": "all", "bias": {"zeros_": {}}}`. Pure."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, Final

from lazygui.graph.initialization import Initializer, InitRule, Part

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


def _initializer(value: Any) -> Initializer | None:
    if not isinstance(value, dict) or len(value) != 1:
        return None
    ((name, arguments),) = value.items()
    return Initializer(name, MappingProxyType(arguments)) if isinstance(arguments, dict) else None
