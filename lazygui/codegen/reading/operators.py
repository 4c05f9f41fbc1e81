"""What Python computes with numbers, texts and lists that are known, within limits that Python does not have. Pure."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from lazygui.codegen.reading.core import LARGEST, MOST_TURNS
from lazygui.codegen.reading.values import Thing, unreadable

SIGNS: Final[Mapping[type[ast.operator], str]] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitAnd: "&",
    ast.BitOr: "|",
}
_ARITHMETIC: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
COMPARISONS: Final[Mapping[type[ast.cmpop], tuple[str, Callable[[Any, Any], Any]]]] = {
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
}
_LARGEST_POWER: Final = 64
"""A number of a network needs no larger exponent, and Python would compute any."""


def arithmetic(left: Thing, sign: str, right: Thing) -> Thing:
    """Return what Python computes with numbers, texts and lists, within limits that Python itself does not have."""
    match left, sign, right:
        case ((int() | float()), _, (int() | float())):
            if sign == "**" and (abs(right) > _LARGEST_POWER or abs(left) > _LARGEST_POWER**4):
                raise unreadable("code_no_number")
            if sign not in _ARITHMETIC:
                raise unreadable("code_statement")
            try:
                return within(_ARITHMETIC[sign](left, right))
            except (ZeroDivisionError, OverflowError, ValueError):
                raise unreadable("code_no_number") from None
        case ((list() | tuple() | str()), "+", _) if type(left) is type(right):
            return _short(operator.add(left, right))
        case ((list() | tuple() | str()), "*", int()) if len(left) * max(right, 0) <= MOST_TURNS:
            return left * right
        case int(), "*", (list() | tuple() | str()):
            return arithmetic(right, sign, left)
    raise unreadable("code_statement")


def _short(thing: Thing) -> Thing:
    if len(thing) > MOST_TURNS:
        raise unreadable("code_loop", count=len(thing), limit=MOST_TURNS)
    return thing


def within(number: Thing) -> Thing:
    if isinstance(number, complex) or (isinstance(number, int) and abs(number) > LARGEST):
        raise unreadable("code_no_number")
    return number


def element(several: Thing, key: int | slice) -> Thing:
    if isinstance(key, slice):
        if not all(part is None or isinstance(part, int) for part in (key.start, key.stop, key.step)) or key.step == 0:
            raise unreadable("code_statement")
        return several[key]
    if not -len(several) <= key < len(several):
        raise unreadable("code_no_element", key=str(key))
    return several[key]


def contains(several: Thing, one: Thing) -> bool:
    if isinstance(several, str) and isinstance(one, str):
        return one in several
    if is_plain(one) and (isinstance(several, dict) or (isinstance(several, list | tuple) and is_flat(several))):
        return one in several
    raise unreadable("code_statement")


def is_plain(thing: Thing) -> bool:
    return thing is None or isinstance(thing, bool | int | float | str)


def is_flat(thing: Thing) -> bool:
    """Say whether a value can be compared in a few steps: lists in lists may hold the same one again and again."""
    return is_plain(thing) or (isinstance(thing, list | tuple) and all(map(is_plain, thing)))


def shown(key: Thing) -> str:
    return str(key) if is_plain(key) else "…"
