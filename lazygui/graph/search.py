"""Which nodes a person means who types a name, a layer, a shape or a state. Pure; what words there are is told.

A question is a few terms, and all must fit: `conv failed`, `64×12`, `relu 2x?`. A shape is a run of axes of a tensor,
`?` is any axis, also one that nobody knows yet; the crosses may be the letter x.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Axes = tuple[str, ...]

ANY: Final = "?"
_CROSS: Final = re.compile(r"(?<=[\d?])\s*[x×*]\s*(?=[\d?])", re.IGNORECASE)
_SHAPE: Final = re.compile(r"(\d+|\?)(×(\d+|\?))*")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a node can be found by: any part of its `words`, the beginning of its `states`, a part of its `shapes`."""

    node: str
    words: tuple[str, ...]
    states: tuple[str, ...] = ()
    shapes: tuple[Axes, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must fit: a text, and the axes that it is when it is a shape."""

    text: str
    axes: Axes = ()

    def fits(self, entry: Entry) -> bool:
        if any(_holds(shape, self.axes) for shape in entry.shapes if self.axes):
            return True
        if any(self.text in word.casefold() for word in entry.words):
            return True
        return any(state.casefold().startswith(self.text) for state in entry.states)


def terms(question: str) -> tuple[Term, ...]:
    """Return the terms of a question."""
    joined = _CROSS.sub("×", question.casefold())
    return tuple(
        Term(part, tuple(part.split("×")) if _SHAPE.fullmatch(part) else ()) for part in joined.split() if part
    )


def found(entries: Iterable[Entry], question: str) -> tuple[str, ...]:
    """Return the nodes that fit, in the order of the entries; without a question none."""
    wanted = terms(question)
    return tuple(entry.node for entry in entries if wanted and all(term.fits(entry) for term in wanted))


def _holds(shape: Axes, axes: Axes) -> bool:
    """Say whether a run of axes is somewhere in a shape."""
    runs = (shape[start : start + len(axes)] for start in range(len(shape) - len(axes) + 1))
    return any(all(axis in (ANY, own) for axis, own in zip(axes, run, strict=True)) for run in runs)
