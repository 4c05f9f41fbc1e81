"""What all parts of the reader share: the sketch, the budget of steps, and what they ask of each other."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Final

from lazygui.codegen.reading.sketch import Sketch
from lazygui.codegen.reading.values import Frame, Held, Sample, Tensor, Thing, unreadable

MOST_STEPS: Final = 100_000
"""Expressions and statements that are looked at, in all."""
MOST_TURNS: Final = 1_000
"""Turns of one loop, and members of one list."""
DEEPEST: Final = 150
"""Expressions, statements and calls inside one another. Python's own limit is six times as far away."""
LARGEST: Final = 2**63 - 1


class Core(ABC):
    """The state of one reading."""

    def __init__(self) -> None:
        self.sketch = Sketch()
        self.left_out: set[int] = set()
        self._steps = 0
        self._depth = 0

    def enter(self) -> None:
        """Count a step, and one more that others are inside of."""
        self._steps += 1
        self._depth += 1
        if self._steps > MOST_STEPS:
            raise unreadable("code_too_long", limit=MOST_STEPS)
        if self._depth > DEEPEST:
            raise unreadable("code_too_deep")

    def leave(self) -> None:
        self._depth -= 1

    def leave_out(self, node: ast.AST) -> None:
        """Note that the lines of a statement say nothing of the network."""
        first = getattr(node, "lineno", 0)
        self.left_out.update(range(first, (getattr(node, "end_lineno", None) or first) + 1))

    def is_tensor(self, thing: Thing) -> bool:
        return isinstance(thing, Tensor | Sample | Held)

    def limited(self, things: Sequence[Thing]) -> list[Thing]:
        if len(things) > MOST_TURNS:
            raise unreadable("code_loop", count=len(things), limit=MOST_TURNS)
        return list(things)

    @abstractmethod
    def evaluate(self, node: ast.expr, frame: Frame) -> Thing:
        """Return what an expression stands for."""

    @abstractmethod
    def call(self, target: Thing, positional: Sequence[Thing], keywords: Mapping[str, Thing]) -> Thing:
        """Return what a call gives."""

    @abstractmethod
    def assign(self, target: ast.expr, thing: Thing, frame: Frame) -> None:
        """Give a name, or several of them, to what a value holds."""

    @abstractmethod
    def run(self, body: Sequence[ast.stmt], frame: Frame) -> Thing:
        """Read statements; return what a `return` among them gives, or MISSING."""


class _Missing:
    """Stands for no value at all, where None is one."""


MISSING: Final = _Missing()
