"""What was found wrong or strange in a network: the place, the numbers, where they come from, and what would mend it.

Values only. `lazygui.words` turns problems and fixes into sentences, `graph.fixes` turns a fix into an edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from lazygui.catalog.spec import Value
from lazygui.graph.model import EMPTY
from lazygui.graph.problems import Problem

Shape = tuple[int, ...]

ERROR, WARNING = "error", "warning"
"""Severities: torch refuses it, or torch accepts it in silence and it is hardly meant."""

UNFINISHED = frozenset({"missing_inputs", "empty_network", "no_input"})
"""Codes that every network has while it is being drawn: they are told, and nothing turns red."""


NODES = ("source", "other")
"""The details of a problem that name another node."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Where a number of a sentence comes from, or a shape, or the name of a data type.

    `detail` is the name that the problem's details give the number.

    `node` made it, with its `argument` where one did. `path` are the nodes that carried it from there to the node with
    the problem, both ends included.
    """

    detail: str
    number: int | str | Shape
    node: str
    argument: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a problem, tried on meta before it is offered. One undoable edit, see `graph.fixes.ApplyFix`.

    `code` is one of: "make_lazy" and "replace" (`node` becomes a `type` with `arguments`), "make_auto" and
    "set_arguments" (`arguments` of `node` are set), "insert" (a `type` with `arguments` is put into the edge that ends
    at input `port` of `node`), "wrap" (the same, and another behind `node`), "remove" (`node` is taken out of its
    chain).
    """

    code: str
    node: str
    arguments: Mapping[str, Value] = field(default_factory=lambda: EMPTY)
    type: str = ""
    port: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or strange: our reason, the shapes that arrived, and torch's own words if it said any."""

    problem: Problem
    received: tuple[Shape, ...] = ()
    words: str = ""
    severity: str = ERROR
    causes: tuple[Cause, ...] = ()
    fixes: tuple[Fix, ...] = ()
    left: tuple[tuple[str, tuple[tuple[str, Shape], ...]], ...] = ()
    """Of a run that failed: the lazy layers that torch leaves initialized in plain code, though the network is not,
    each with the names and shapes of its parameters."""

    @property
    def is_error(self) -> bool:
        return self.severity == ERROR

    def renamed(self, names: Mapping[str, str]) -> Finding:
        """Return the finding with nodes under their new names, wherever it speaks of them."""

        def new(name: str) -> str:
            return names.get(name, name)

        problem, told = self.problem, dict(self.problem.details)
        told |= {key: new(str(told[key])) for key in NODES if key in told and isinstance(told[key], str)}
        node = None if problem.node is None else new(problem.node)
        return replace(
            self,
            problem=replace(problem, node=node, details=MappingProxyType(told)),
            causes=tuple(replace(one, node=new(one.node), path=tuple(map(new, one.path))) for one in self.causes),
            fixes=tuple(replace(one, node=new(one.node)) for one in self.fixes),
            left=tuple((new(node), parameters) for node, parameters in self.left),
        )

    @property
    def arithmetic(self) -> str:
        """How the number came about, "16 × 5 × 5 = 400", where there is something to reckon."""
        return str(self.problem.details.get("arithmetic") or "")

    @property
    def is_unfinished(self) -> bool:
        return self.problem.code in UNFINISHED
