"""Why something cannot be, as a code with details. Knows no words: `lazygui.words` turns a problem into a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Detail = str | int | float | bool | None | tuple[object, ...]
NOTHING: Mapping[str, Detail] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """A reason for a refusal: `code` names the rule, `node` the place, `details` the values that the sentence needs."""

    code: str
    node: str | None = None
    details: Mapping[str, Detail] = field(default_factory=lambda: NOTHING)


class Refused(Exception):  # noqa: N818  # It is no error: the rules said no.
    """Raised by an edit that the rules forbid; the graph that it was applied to is untouched."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def refuse(code: str, node: str | None = None, **details: Detail) -> Refused:
    """Return the exception for a rule that was broken, to be raised by the caller."""
    return Refused(Problem(code, node, MappingProxyType(details)))
