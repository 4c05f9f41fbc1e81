"""What runs have shown of the nodes. Never saved, never undone: a node without a result is uninitialized.

Results are keyed by node and hold as long as nothing upstream of the node changes. Pure Python: no torch, no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from lazygui.graph.changes import GraphChanged
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.topology import downstream

Shape = tuple[int, ...]


class State(Enum):
    """Where a node is on its way. REACHED: a sample passed it in a run that failed later; its weights are not kept."""

    UNINITIALIZED = "uninitialized"
    RUNNING = "running"
    INITIALIZED = "initialized"
    REACHED = "reached"
    FAILED = "failed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Exact counts of the finite values in bins of equal width from `low` to `high`. Empty for a constant tensor."""

    low: float
    high: float
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TensorStatistics:
    """True numbers of one tensor. Mean, std (of the population), min and max are over its finite values, in float64.

    `nans` and `infinities` count what is not finite. Without a finite value the four moments are NaN.
    """

    name: str
    shape: Shape
    dtype: str
    count: int
    mean: float
    std: float
    minimum: float
    maximum: float
    zeros: int
    nans: int
    infinities: int
    histogram: Histogram


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What a run showed of one node: its class afterwards, the shape of each output, its parameters, and the time."""

    type: str
    outputs: tuple[Shape, ...]
    dtypes: tuple[str, ...]
    parameters: tuple[TensorStatistics, ...]
    seconds: float

    @property
    def parameter_count(self) -> int:
        return sum(parameter.count for parameter in self.parameters)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a node failed: our reason, the shapes that arrived, and torch's own words where torch said anything."""

    problem: Problem
    received: tuple[Shape, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class ResultsChanged:
    """These nodes show something else now; or the run as a whole does."""

    nodes: frozenset[str]


Observer = Callable[[ResultsChanged], None]


class Results:
    """The results of the latest run, as far as they still hold.

    A run calls `begin`, then `start`, `finish` or `fail` for its nodes, then `end`. Until `end` says that all went well
    the weights are on probation: a failure leaves the nodes before it REACHED, and `forget_all` leaves nothing.
    """

    def __init__(self) -> None:
        self._results: dict[str, NodeResult] = {}
        self._reached: dict[str, NodeResult] = {}
        self._failures: dict[str, Failure] = {}
        self._waiting: dict[str, str] = {}
        self._running: str | None = None
        self._observers: list[Observer] = []

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Ring `observer` at each change; the function that is returned ends it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def state(self, node: str) -> State:
        if node == self._running:
            return State.RUNNING
        if node in self._failures:
            return State.FAILED
        if node in self._waiting:
            return State.WAITING
        if node in self._reached:
            return State.REACHED
        return State.INITIALIZED if node in self._results else State.UNINITIALIZED

    def result(self, node: str) -> NodeResult | None:
        """Return what the run showed of an initialized node, or None."""
        return self._results.get(node)

    def outputs(self, node: str) -> tuple[Shape, ...]:
        """Return the output shapes that a sample showed, also when the run failed further on; else ()."""
        shown = self._results.get(node) or self._reached.get(node)
        return shown.outputs if shown else ()

    def failure(self, node: str) -> Failure | None:
        return self._failures.get(node)

    def waits_for(self, node: str) -> str | None:
        """Return the failed node that this one waits for, or None."""
        return self._waiting.get(node)

    @property
    def failures(self) -> tuple[tuple[str, Failure], ...]:
        return tuple(self._failures.items())

    @property
    def parameter_count(self) -> int:
        """The number of learned numbers in all nodes that are initialized."""
        return sum(result.parameter_count for result in self._results.values())

    def begin(self) -> None:
        """Forget everything: a run is on fresh modules."""
        self.forget_all()

    def start(self, node: str) -> None:
        before, self._running = self._running, node
        self._ring(filter(None, (before, node)))

    def finish(self, node: str, result: NodeResult) -> None:
        self._running = None if self._running == node else self._running
        self._results[node] = result
        self._ring((node,))

    def fail(self, graph: Graph, node: str, failure: Failure) -> None:
        """Record the failure: nodes before it were reached but are not initialized, nodes behind it wait for it."""
        self._running = None
        touched = {*self._results, node}
        self._reached = {key: replace(result, parameters=()) for key, result in self._results.items()}
        self._results.clear()
        self._failures[node] = failure
        for behind in downstream(graph, (node,)) - {node}:
            self._waiting[behind] = node
            touched.add(behind)
        self._ring(touched)

    def end(self) -> None:
        """The run is over; nothing runs any more."""
        running, self._running = self._running, None
        self._ring(filter(None, (running,)))

    def forget_all(self) -> None:
        self._forget(self._known())

    def on_graph_changed(self, change: GraphChanged) -> None:
        """Follow renames, and forget what a change made untrue. Moving nodes forgets nothing."""
        if change.is_replacement:
            self.forget_all()
            return
        if change.renames:
            self._rename(change)
        gone = {*change.removed, *change.affected}
        if not gone.isdisjoint(self._failures):
            # A failure that no longer holds keeps nobody waiting; what the sample reached before it was still reached.
            gone |= {*self._failures, *self._waiting}
        if self._known() & gone:
            self._forget(gone)

    def _rename(self, change: GraphChanged) -> None:
        def new(name: str) -> str:
            return change.renames.get(name, name)

        self._results = {new(key): value for key, value in self._results.items()}
        self._reached = {new(key): value for key, value in self._reached.items()}
        self._failures = {
            new(key): replace(value, problem=replace(value.problem, node=new(key)))
            for key, value in self._failures.items()
        }
        self._waiting = {new(key): new(value) for key, value in self._waiting.items()}
        self._running = new(self._running) if self._running else None

    def _known(self) -> set[str]:
        running = {self._running} if self._running else set()
        return {*self._results, *self._reached, *self._failures, *self._waiting} | running

    def _forget(self, nodes: Iterable[str]) -> None:
        known = self._known() & set(nodes)
        stores: tuple[dict[str, Any], ...] = (self._results, self._reached, self._failures, self._waiting)
        for node in known:
            for store in stores:
                store.pop(node, None)
            self._running = None if self._running == node else self._running
        self._ring(known)

    def _ring(self, nodes: Iterable[str]) -> None:
        change = ResultsChanged(frozenset(nodes))
        for observer in tuple(self._observers):
            observer(change)
