"""A run that is kept, so that it can be shown again layer by layer, forwards and back. Pure.

A seed gives the same weights each time, so what a run has shown once is what it would show again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lazygui.graph.findings import Finding
from lazygui.graph.initialization import InitReport
from lazygui.graph.model import EMPTY, Graph
from lazygui.graph.results import NodeResult
from lazygui.graph.where import USUAL, Where


class Step(NamedTuple):
    """One layer that the sample has passed."""

    node: str
    result: NodeResult


@dataclass(frozen=True, slots=True)
class Recording:
    """The layers of one run in the order in which the sample passed them; a run that failed ends with its failure.

    `parameter_count` and `seconds` are those of the whole run; None where it failed.
    `initialized` are the results of layers whose weights were initialized behind the last step, and `report` tells of
    the initialization, if there was one.
    """

    graph: Graph
    seed: int
    is_training: bool
    steps: tuple[Step, ...]
    failure: tuple[str, Finding] | None = None
    parameter_count: int | None = None
    seconds: float | None = None
    initialized: Mapping[str, NodeResult] = field(default_factory=lambda: EMPTY)
    report: InitReport | None = None
    where: Where = USUAL

    @property
    def length(self) -> int:
        """How many steps there are, with that of the failure."""
        return len(self.steps) + (self.failure is not None)

    def node(self, number: int) -> str:
        """Return the node of a step, from 0; the last one may be the node that failed."""
        if number < len(self.steps):
            return self.steps[number].node
        assert self.failure is not None, f"there is no step {number}"
        return self.failure[0]

    def holds_for(self, graph: Graph, seed: int, is_training: bool, where: Where = USUAL) -> bool:
        """Say whether another run of this drawing would show the same. Where its cards are does not matter."""
        is_same = self.graph.network == graph.network
        # A demonstration of an initialization that comes too early is no run as others are.
        is_same = is_same and not (self.report and self.report.was_early)
        return is_same and (self.seed, self.is_training, self.where) == (seed, is_training, where)

    def results(self, position: int) -> Mapping[str, NodeResult]:
        """Return what is known after so many steps; the last one brings the initialization with it."""
        found = {step.node: step.result for step in self.steps[:position]}
        return {**found, **self.initialized} if position >= self.length else found

    def is_failed_at(self, position: int) -> bool:
        """Say whether the failure has been reached after so many steps."""
        return self.failure is not None and position > len(self.steps)
