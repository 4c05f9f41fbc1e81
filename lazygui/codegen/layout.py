"""Lines of code, and how what is too long for one line is broken. Pure text; knows no graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

INDENT: Final = "    "
WIDTH: Final = 100
"""The most columns of a line that can be broken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of code, and the nodes that it builds or computes."""

    text: str
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression: plain text in `head`, or a bracket with `parts` between `head` and `tail`.

    `is_tall` asks for one part a line even where all of them would fit into one.
    """

    head: str
    parts: tuple[Expression, ...] = ()
    tail: str = ""
    nodes: tuple[str, ...] = ()
    is_tall: bool = False

    def named(self, name: str) -> Expression:
        """Return the expression as an argument that is passed by name."""
        return replace(self, head=f"{name}={self.head}")


def flat(expression: Expression) -> str:
    """Return the expression on one line."""
    return f"{expression.head}{', '.join(map(flat, expression.parts))}{expression.tail}"


def statement(expression: Expression, prefix: str = "", suffix: str = "", level: int = 0) -> list[Line]:
    """Return the lines of `prefix expression suffix`, indented; brackets are opened until every line fits."""
    space, text = INDENT * level, f"{prefix}{flat(expression)}{suffix}"
    if not expression.parts or not (_is_tall(expression) or len(space) + len(text) > WIDTH):
        return [Line(f"{space}{text}", tuple(_nodes(expression)))]
    inner = [line for part in expression.parts for line in statement(part, suffix=",", level=level + 1)]
    first = Line(f"{space}{prefix}{expression.head}", expression.nodes)
    return [first, *inner, Line(f"{space}{expression.tail}{suffix}")]


def indented(lines: Iterable[Line], level: int = 1) -> list[Line]:
    return [Line(f"{INDENT * level}{line.text}", line.nodes) if line.text else line for line in lines]


def plain(*texts: str) -> list[Line]:
    """Return lines that belong to no node."""
    return [Line(text) for text in texts]


def _is_tall(expression: Expression) -> bool:
    return expression.is_tall or any(map(_is_tall, expression.parts))


def _nodes(expression: Expression) -> Iterable[str]:
    yield from expression.nodes
    for part in expression.parts:
        yield from _nodes(part)
