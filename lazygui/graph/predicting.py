"""What somebody thinks a shape is, compared with what it is, axis by axis. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lazygui.graph.findings import Shape

NUMBER: Final = re.compile(r"\d+")
ALLOWED: Final = re.compile(r"[\s\d,x×*()\[\].]*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`wrong` are the axes, counted from 0, whose lengths differ; where the number of axes differs, there are none."""

    is_right: bool
    has_axes: int
    wrong: tuple[int, ...] = ()


def read_shape(text: str) -> Shape | None:
    """Return the shape that a text means, `2, 256`, `2 × 256` or `(2, 256)`; () for `()`; None for no shape."""
    if not text.strip() or not ALLOWED.fullmatch(text):
        return None
    return tuple(map(int, NUMBER.findall(text)))


def compare(guess: Shape, truth: Shape) -> Verdict:
    """Say which axes of a guess are wrong."""
    if len(guess) != len(truth):
        return Verdict(False, len(guess))
    wrong = tuple(axis for axis, (one, other) in enumerate(zip(guess, truth, strict=True)) if one != other)
    return Verdict(not wrong, len(guess), wrong)
