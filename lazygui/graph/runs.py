"""The latest runs of one window, kept to be looked at again and compared. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from lazygui.catalog.spec import Value
from lazygui.graph.findings import Shape
from lazygui.graph.model import Graph, Node
from lazygui.graph.recording import Recording
from lazygui.graph.results import NodeResult

MOST: Final = 10
"""So many runs are kept."""


@dataclass(frozen=True)
class Run:
    """One run that has come to its end: the number that it has in this window, when it was, and all that it showed."""

    number: int
    time: str
    recording: Recording

    @cached_property
    def results(self) -> Mapping[str, NodeResult]:
        """What the run has shown of each node in the end."""
        return self.recording.results(self.recording.length)

    @cached_property
    def samples(self) -> tuple[Shape, ...]:
        """The shapes of its samples, in running order."""
        graph, results = self.recording.graph, self.results
        return tuple(results[node].outputs[0] for node in inputs(graph) if node in results)

    @cached_property
    def outputs(self) -> tuple[Shape, ...]:
        """The shapes of what nobody reads."""
        graph = self.recording.graph
        ends = (node for node in graph.nodes if node not in graph.outputs and node in graph.inputs)
        results = self.results
        return tuple(shape for node in ends if node in results for shape in results[node].outputs[:1])


class Runs:
    """The latest runs, the newest last."""

    def __init__(self) -> None:
        self._runs: deque[Run] = deque(maxlen=MOST)
        self._count = 0

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs)

    def add(self, recording: Recording, time: str) -> Run:
        """Keep a run; the oldest of ten goes."""
        self._count += 1
        self._runs.append(Run(self._count, time, recording))
        return self._runs[-1]

    def clear(self) -> None:
        """Forget all: another drawing has come."""
        self._runs.clear()


def inputs(graph: Graph) -> tuple[str, ...]:
    """Return the Inputs of a drawing, in document order."""
    return tuple(key for key, node in graph.nodes.items() if node.spec is not None and node.spec.is_input)


class Same(Enum):
    """How the weights of a node in one run are to those in another."""

    SAME = "same"
    OTHER_NUMBERS = "other numbers"
    OTHER_SHAPES = "other shapes"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """One node in two runs; None where a run has nothing of it."""

    node: str
    first: NodeResult | None
    second: NodeResult | None

    @property
    def weights(self) -> Same:
        """Whether the weights are the same, told by their shapes and numbers."""
        if self.first is None or self.second is None or not (self.first.parameters or self.second.parameters):
            return Same.NONE
        one, two = ([(p.name, p.shape) for p in result.parameters] for result in (self.first, self.second))
        if one != two:
            return Same.OTHER_SHAPES
        return Same.SAME if self.first.parameters == self.second.parameters else Same.OTHER_NUMBERS

    @property
    def is_equal(self) -> bool:
        """Whether a person would see no difference, but for the time."""
        if self.first is None or self.second is None:
            return False
        told = [(result.type, result.outputs, result.dtypes, result.parameters) for result in (self.first, self.second)]
        return told[0] == told[1]


def compare(first: Run, second: Run) -> tuple[Difference, ...]:
    """Return every node that either run has shown, in the order of the second and then of the first."""
    one, two = first.results, second.results
    return tuple(Difference(node, one.get(node), two.get(node)) for node in dict.fromkeys((*two, *one)))


@dataclass(frozen=True, slots=True)
class SampleChange:
    """What another sample has done: the shapes before and after, and the parameters that have other shapes now."""

    before: Shape
    after: Shape
    layers: int
    """How many nodes learn something."""
    reshaped: tuple[tuple[str, str, Shape, Shape], ...] = ()
    """Nodes with a parameter of theirs, and its shape before and after."""
    is_batch: bool = False
    """Only the first axis is another, and every weight is as it was, number by number."""

    @property
    def shapes_before(self) -> Mapping[str, Mapping[str, Shape]]:
        """The shapes that parameters had before, by node and name."""
        found: dict[str, dict[str, Shape]] = {}
        for node, name, before, _ in self.reshaped:
            found.setdefault(node, {})[name] = before
        return found


def sample_change(first: Run, second: Run) -> SampleChange | None:
    """Return what another sample did, where two runs that went well differ in nothing else; None where they do not."""
    one, two = first.recording, second.recording
    is_alike = (one.seed, one.is_training, one.where) == (two.seed, two.is_training, two.where)
    if one.failure or two.failure or not is_alike or not _differ_in_samples(one.graph, two.graph):
        return None
    changed = next((pair for pair in zip(first.samples, second.samples, strict=False) if pair[0] != pair[1]), None)
    if changed is None:
        return None
    told = compare(first, second)
    learning = [one for one in told if one.weights is not Same.NONE]
    is_batch = changed[0][1:] == changed[1][1:] and all(one.weights is Same.SAME for one in learning)
    return SampleChange(*changed, len(learning), tuple(_reshaped(told)), is_batch)


def _reshaped(told: tuple[Difference, ...]) -> Iterator[tuple[str, str, Shape, Shape]]:
    for one in told:
        if one.first is not None and one.second is not None:
            before = {parameter.name: parameter.shape for parameter in one.first.parameters}
            for parameter in one.second.parameters:
                if before.get(parameter.name, parameter.shape) != parameter.shape:
                    yield one.node, parameter.name, before[parameter.name], parameter.shape


def _differ_in_samples(one: Graph, two: Graph) -> bool:
    """Say whether two drawings are the same but for the arguments of their Inputs."""
    if one is two:
        return False
    is_same = (one.edges, one.initialization, one.weights) == (two.edges, two.initialization, two.weights)
    return is_same and {key: _told(node) for key, node in one.nodes.items()} == {
        key: _told(node) for key, node in two.nodes.items()
    }


def _told(node: Node) -> tuple[str, Mapping[str, Value] | None, str]:
    is_input = node.spec is not None and node.spec.is_input
    return (node.type, None if is_input else node.arguments, node.shares)
