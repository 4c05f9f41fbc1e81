"""What is known of the nodes: from runs, and from inference without a run. Never saved, never undone.

A node without a result of a run is uninitialized, whatever inference foretells of it. Results are keyed by node and
hold as long as nothing upstream of the node changes. Pure Python: no torch, no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum
from typing import Any

from lazygui.catalog.spec import Value
from lazygui.graph.changes import GraphChanged
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.initialization import Initializer
from lazygui.graph.model import EMPTY, Graph
from lazygui.graph.topology import downstream


class State(Enum):
    """Where a node is on its way. REACHED: a sample passed it in a run that failed later; its weights are not kept.

    LEFT: besides, it was lazy, and PyTorch would have left it initialized.
    """

    UNINITIALIZED = "uninitialized"
    RUNNING = "running"
    INITIALIZED = "initialized"
    REACHED = "reached"
    LEFT = "left"
    FAILED = "failed"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Histogram:
    """Exact counts of the finite values in bins of equal width from `low` to `high`. Empty for a constant tensor.

    Where few values lie far from all others, `below` and `above` count these, and the bins are for the others. The
    counts are those of a part of the values where their sum says so; see `TensorStatistics.seen`.
    """

    low: float
    high: float
    counts: tuple[int, ...] = ()
    below: int = 0
    above: int = 0

    @property
    def count(self) -> int:
        """How many values were counted, those outside of the bins with them."""
        return sum(self.counts) + self.below + self.above


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

    @property
    def seen(self) -> int | None:
        """How many values the histogram has counted, if these are fewer than there are; None where it counted all."""
        counted, finite = self.histogram.count, self.count - self.nans - self.infinities
        return counted if self.histogram.counts and counted < finite else None


@dataclass(frozen=True, slots=True)
class Dead:
    """How many units of a layer are zero for the whole sample: `dead` of `units` features, or channels."""

    dead: int
    units: int

    @property
    def share(self) -> float:
        return self.dead / self.units if self.units else 0.0


@dataclass(frozen=True, slots=True)
class Activations:
    """What came out of a node: numbers of each output, and the units that stay zero, for a node that may kill them.

    Where weights were initialized after the dry run, these are of another pass with those weights.
    """

    outputs: tuple[TensorStatistics, ...] = ()
    dead: Dead | None = None


class NoGradient(StrEnum):
    """Why a backward pass has brought nothing to a node."""

    DISCRETE = "discrete"
    """What comes out are whole numbers or truth values."""
    NOTHING_LEARNS = "nothing_learns"
    """No parameter is here or on the way from the sample to here."""
    NOT_REACHED = "not_reached"
    """The loss is not made of what comes out."""


@dataclass(frozen=True, slots=True)
class Gradients:
    """What a backward pass has brought to a node: the gradients of its parameters and of its outputs.

    A tensor that got none is left out. Where there are none at all, `why` is the value of a NoGradient.
    """

    parameters: tuple[TensorStatistics, ...] = ()
    outputs: tuple[TensorStatistics, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What a run showed of one node: its class afterwards, the shape of each output, its parameters, and the time.

    `sizes` are those that a lazy layer found, under the names of the class that it became.
    `calls` tells which parameters were initialized after the pass, and how; then `drawn` are all parameters as the pass
    had them, which gave the outputs. `buffers` are tensors that are kept and not learned, such as a running mean.
    """

    type: str
    outputs: tuple[Shape, ...]
    dtypes: tuple[str, ...]
    parameters: tuple[TensorStatistics, ...]
    seconds: float
    sizes: Mapping[str, Value] = field(default_factory=lambda: EMPTY)
    calls: Mapping[str, Initializer] = field(default_factory=lambda: EMPTY)
    drawn: tuple[TensorStatistics, ...] = ()
    buffers: tuple[TensorStatistics, ...] = ()
    activations: Activations = Activations()

    @property
    def parameter_count(self) -> int:
        return sum(parameter.count for parameter in self.parameters)

    def initialized(self, parameters: tuple[TensorStatistics, ...], calls: Mapping[str, Initializer]) -> NodeResult:
        """Return the result with the parameters as they are after an initialization."""
        return replace(self, parameters=parameters, calls=calls, drawn=self.parameters)


@dataclass(frozen=True, slots=True)
class NodeShapes:
    """What PyTorch says of a node on the meta device, where nothing is initialized.

    `type` is the class that the node will be after a run. An output is None, and its dtype "", where only real values
    could tell. `sizes` are the arguments that were filled in: those left AUTO, and those that a lazy layer finds, under
    the names of the class that it becomes. `macs` are multiply-adds of one pass; None where nobody can count them.
    """

    type: str
    outputs: tuple[Shape | None, ...]
    dtypes: tuple[str, ...]
    parameters: tuple[tuple[str, Shape], ...] = ()
    sizes: Mapping[str, Value] = field(default_factory=lambda: EMPTY)
    macs: int | None = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a network, shared parameters once. Parameters and their bytes, and multiply-adds of one pass.

    `unknown` is how many nodes nothing could be said of.
    """

    parameters: int = 0
    bytes: int = 0
    macs: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Inference:
    """What inference found that is new: nodes with other shapes than before, those without any now, all findings.

    `waiting` maps each node that could not be reached to the node it waits for.
    """

    nodes: Mapping[str, NodeShapes] = field(default_factory=lambda: EMPTY)
    gone: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    waiting: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    totals: Totals = Totals()
    is_complete: bool = True
    """False while some findings still lack their causes and fixes: asked again, more of them have theirs."""


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
        self._gradients: dict[str, Gradients] = {}
        self._reshaped: dict[str, Mapping[str, Shape]] = {}
        self._reached: dict[str, NodeResult] = {}
        self._failures: dict[str, Finding] = {}
        self._waiting: dict[str, str] = {}
        self._running: str | None = None
        self._inferred: dict[str, NodeShapes] = {}
        self._findings: tuple[Finding, ...] = ()
        self._noted: dict[str, tuple[Finding, ...]] = {}
        self._foreseen: dict[str, Finding] = {}
        self._held_up: Mapping[str, str] = EMPTY
        self.totals: Totals | None = None
        """What inference counted; None while it is off or has not answered."""
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
            return State.LEFT if self.left_behind(node) else State.REACHED
        if node in self._results:
            return State.INITIALIZED
        if node in self._foreseen:
            return State.FAILED
        return State.WAITING if node in self._held_up else State.UNINITIALIZED

    def result(self, node: str) -> NodeResult | None:
        """Return what the run showed of an initialized node, or None."""
        return self._results.get(node)

    def gradients(self, node: str) -> Gradients | None:
        """Return what a backward pass through the run brought to a node, or None: there was none yet."""
        return self._gradients.get(node)

    @property
    def has_gradients(self) -> bool:
        return bool(self._gradients)

    def go_back(self, gradients: Mapping[str, Gradients]) -> None:
        """Take over what a backward pass has brought. It holds as long as every result does."""
        touched = _differing(self._gradients, gradients)
        self._gradients = dict(gradients)
        self._ring(touched)

    def outputs(self, node: str) -> tuple[Shape, ...]:
        """Return the output shapes that a sample showed, also when the run failed further on; else ()."""
        shown = self._results.get(node) or self._reached.get(node)
        return shown.outputs if shown else ()

    def inferred(self, node: str) -> NodeShapes | None:
        """Return what PyTorch foretells of the node without a run, or None."""
        return self._inferred.get(node)

    def failure(self, node: str) -> Finding | None:
        """Return why the node failed in the last run, or else why it would, or None."""
        return self._failures.get(node) or self._foreseen.get(node)

    @property
    def is_running(self) -> bool:
        """Whether a sample is in one of the nodes."""
        return self._running is not None

    def has_failed(self, node: str) -> bool:
        """Say whether the node failed in a run, and is not only foreseen to."""
        return node in self._failures

    def left_behind(self, node: str) -> tuple[tuple[str, Shape], ...]:
        """Return the parameters that torch would have left the node with, though the run failed; else ()."""
        return next((told for failure in self._failures.values() for key, told in failure.left if key == node), ())

    def shape_before(self, node: str, parameter: str) -> Shape | None:
        """Return the shape that a parameter had in the run before, where another sample gave it another; else None."""
        return self._reshaped.get(node, {}).get(parameter)

    def mark_reshaped(self, shapes: Mapping[str, Mapping[str, Shape]]) -> None:
        """Remember by node the parameters that had other shapes in the run before, until the next run begins."""
        touched = {*self._reshaped, *shapes}
        self._reshaped = dict(shapes)
        self._ring(touched)

    def waits_for(self, node: str) -> str | None:
        """Return the failed node that this one waits for, or None."""
        return self._waiting.get(node) or self._held_up.get(node)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong or strange, as far as it is known: what the run said, and what inference says besides."""
        told = {(finding.problem.node, finding.problem.code) for finding in self._failures.values()}
        others = (f for f in self._findings if (f.problem.node, f.problem.code) not in told)
        return (*self._failures.values(), *others)

    def findings_of(self, node: str) -> tuple[Finding, ...]:
        own, noted = self._failures.get(node), self._noted.get(node, ())
        if own is None:
            return noted
        return (own, *(finding for finding in noted if finding.problem.code != own.problem.code))

    @property
    def failures(self) -> tuple[tuple[str, Finding], ...]:
        return tuple(self._failures.items())

    @property
    def parameter_count(self) -> int:
        """The number of learned numbers in all nodes that are initialized."""
        return sum(result.parameter_count for result in self._results.values())

    def begin(self) -> None:
        """Forget everything: a run is on fresh modules."""
        self._reshaped = {}
        self.forget_all()

    def start(self, node: str) -> None:
        before, self._running = self._running, node
        self._ring(filter(None, (before, node)))

    def finish(self, node: str, result: NodeResult) -> None:
        self._running = None if self._running == node else self._running
        self._results[node] = result
        self._ring((node,))

    def fail(self, graph: Graph, node: str, failure: Finding) -> None:
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

    def show(self, results: Mapping[str, NodeResult]) -> None:
        """Show these results and nothing else of a run: a moment of one that was recorded."""
        touched = _differing(self._results, results) | {*self._reached, *self._failures, *self._waiting}
        touched |= {self._running} if self._running else set()
        self._results, self._running = dict(results), None
        touched |= self._lose_gradients() if touched else set()
        for store in (self._reached, self._failures, self._waiting):
            store.clear()
        self._ring(touched)

    def end(self) -> None:
        """The run is over; nothing runs any more."""
        running, self._running = self._running, None
        self._ring(filter(None, (running,)))

    def forget_all(self) -> None:
        """Forget all runs; what was inferred still holds."""
        self._forget(self._known())

    def infer(self, inference: Inference) -> None:
        """Take over what inference found for the drawing as it is now."""
        before: tuple[Mapping[str, object], ...] = (self._noted, self._foreseen, self._held_up)
        self._inferred.update(inference.nodes)
        for node in inference.gone:
            self._inferred.pop(node, None)
        self._findings, self.totals = inference.findings, inference.totals
        self._noted = _by_place(inference.findings)
        self._held_up = inference.waiting
        # The first error of a node is the one that its card tells.
        errors = [f for f in reversed(inference.findings) if f.is_error and not f.is_unfinished]
        self._foreseen = {f.problem.node: f for f in errors if f.problem.node is not None}
        after: tuple[Mapping[str, object], ...] = (self._noted, self._foreseen, self._held_up)
        others = (_differing(old, new) for old, new in zip(before, after, strict=True))
        self._ring({*inference.nodes, *inference.gone}.union(*others))

    def forget_inference(self) -> None:
        """Forget what was inferred: it was switched off, or the drawing is another one."""
        nodes = {*self._inferred, *self._foreseen, *self._held_up, *_places(self._findings)}
        self._inferred, self._findings, self._foreseen, self._held_up = {}, (), {}, EMPTY
        self._noted = {}
        self.totals = None
        self._ring(nodes)

    def on_graph_changed(self, change: GraphChanged) -> None:
        """Follow renames, and forget what a change made untrue. Moving nodes forgets nothing."""
        if change.is_replacement:
            self.forget_all()
            self.forget_inference()
            return
        if change.renames:
            self._rename(change)
        for node in change.removed:
            self._inferred.pop(node, None)
            self._foreseen.pop(node, None)
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
        self._failures = {new(key): value.renamed(change.renames) for key, value in self._failures.items()}
        self._waiting = {new(key): new(value) for key, value in self._waiting.items()}
        self._inferred = {new(key): value for key, value in self._inferred.items()}
        self._gradients = {new(key): value for key, value in self._gradients.items()}
        self._reshaped = {new(key): value for key, value in self._reshaped.items()}
        self._running = new(self._running) if self._running else None

    def _known(self) -> set[str]:
        running = {self._running} if self._running else set()
        return {*self._results, *self._reached, *self._failures, *self._waiting} | running

    def _forget(self, nodes: Iterable[str]) -> None:
        known = self._known() & set(nodes)
        # On what one node has lost the gradients of all before it depended.
        lost = self._lose_gradients() if known else frozenset()
        stores: tuple[dict[str, Any], ...] = (self._results, self._reached, self._failures, self._waiting)
        for node in known:
            for store in stores:
                store.pop(node, None)
            self._running = None if self._running == node else self._running
        self._ring(known | lost)

    def _lose_gradients(self) -> frozenset[str]:
        lost = frozenset(self._gradients)
        self._gradients.clear()
        return lost

    def _ring(self, nodes: Iterable[str]) -> None:
        change = ResultsChanged(frozenset(nodes))
        for observer in tuple(self._observers):
            observer(change)


def _by_place(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.problem.node is not None:
            found[finding.problem.node] = (*found.get(finding.problem.node, ()), finding)
    return found


def _differing(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """Return the keys under which two mappings hold something else."""
    return {key for key in {*before, *after} if before.get(key) != after.get(key)}


def _places(findings: Iterable[Finding]) -> set[str]:
    return {finding.problem.node for finding in findings if finding.problem.node is not None}
