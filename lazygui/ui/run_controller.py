"""One run at a time: from the button to the engine, and from the engine's events into the results. Knows no widget."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final, assert_never

from PySide6.QtCore import QObject, QRandomGenerator, Signal

from lazygui.engine.messages import (
    BackwardDone,
    BackwardRequest,
    InitializationApplied,
    LookRequest,
    NodeFailed,
    NodeFinished,
    NodeInitialized,
    NodePassed,
    NodeStarted,
    RunEvent,
    RunFinished,
    RunRequest,
)
from lazygui.graph.changes import GraphChanged
from lazygui.graph.findings import Finding
from lazygui.graph.initialization import InitReport, init_cnn
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.recording import Recording, Step
from lazygui.graph.results import NodeResult
from lazygui.graph.where import USUAL, Where
from lazygui.ui.editor import Editor
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.words import duration

LARGEST_NEW_SEED: Final = 9999
LONG_SECONDS: Final = 2.0
"""A run that takes longer says how long it still goes on."""


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run was asked for, with this seed and mode."""

    seed: int
    is_training: bool
    where: Where = USUAL


@dataclass(frozen=True, slots=True)
class RunCancelled:
    """The run was stopped, and nothing of it is kept."""


class RunController(QObject):
    """Runs the editor's drawing on an engine and keeps the results in step with it."""

    changed = Signal()
    """`is_running`, `seed`, `is_training` or `parameter_count` is another."""
    engine_changed = Signal()
    """`engine_words` and `engine_role` are others. Comes once for each node: cheap listeners only."""
    happened = Signal(object)
    """RunStarted, then the engine's events of this run, each after the results hold it; or RunCancelled."""
    went_back = Signal(object)
    """A BackwardDone that the results hold already, or that says why there are no gradients."""
    looked = Signal(object)
    """A Looked: the answer to `look`."""
    recorded = Signal(object)
    """The Recording of a run that has come to its end, or to its failure."""

    def __init__(self, editor: Editor, client: EngineClient, seed: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._client = client
        self._seed = seed
        self._is_training = False
        self._where = USUAL
        self._since = 0.0
        """When the run began, by the clock of `time.monotonic`."""
        self._whole = self._done = 0
        """The multiply-adds of the run, as far as they are foretold, and of them those that are done."""
        self._is_running = False
        self._is_held = False
        """Whether the run is only recorded: the results show none of it."""
        self._back: tuple[int, Graph] = (-1, editor.graph)
        """The number of the question about gradients, and the drawing that it was about."""
        self._steps: list[Step] = []
        self._passed: dict[str, NodeResult] = {}
        self._initialized: dict[str, NodeResult] = {}
        self._report: InitReport | None = None
        self._ran: Graph | None = None
        self._node: str | None = None
        self._last_words: str | None = None
        self._parameter_count: int | None = None
        client.event_received.connect(self._on_engine_event)
        client.worker_died.connect(self._on_engine_died)
        client.looked.connect(self.looked)
        client.went_back.connect(self._on_went_back)
        client.state_changed.connect(self.engine_changed)
        editor.graph_changed.connect(self._on_graph_changed)

    @property
    def is_running(self) -> bool:
        return self._is_running

    @property
    def is_engine_ready(self) -> bool:
        """True once a worker takes requests; a run that is asked for earlier waits for it."""
        return self._client.is_ready

    @property
    def seed(self) -> int:
        return self._seed

    @seed.setter
    def seed(self, seed: int) -> None:
        if seed != self._seed:
            self._seed = seed
            self.changed.emit()

    @property
    def is_training(self) -> bool:
        return self._is_training

    @is_training.setter
    def is_training(self, is_training: bool) -> None:
        if is_training != self._is_training:
            self._is_training = is_training
            self.changed.emit()

    @property
    def where(self) -> Where:
        """The device, the precision and the threads of the next run."""
        return self._where

    @where.setter
    def where(self, where: Where) -> None:
        if where != self._where:
            self._where = where
            self.changed.emit()

    @property
    def devices(self) -> tuple[str, ...]:
        """Where a run can be."""
        return self._client.devices

    @property
    def cores(self) -> int:
        """How many threads a run may use."""
        return self._client.cores

    @property
    def parameter_count(self) -> int | None:
        """How many numbers the network learns, shared ones once; None until a run has counted this very network."""
        return self._parameter_count

    def new_seed(self) -> None:
        """Draw another seed, small enough to be read out and typed again."""
        drawn = QRandomGenerator.global_().bounded(LARGEST_NEW_SEED)
        self.seed = drawn + (drawn >= self._seed)

    @property
    def engine_words(self) -> str:
        """What the engine does, for the status bar."""
        if self._is_running and self._node:
            left = self._seconds_left()
            if left is not None:
                return self.tr("Running {node}… {time} left").format(node=self._node, time=duration(left))
            return self.tr("Running {node}…").format(node=self._node)
        if self._last_words is not None:
            return self._death_words(self._last_words.strip().rpartition("\n")[2])
        if not self._client.is_ready:
            return self.tr("Starting PyTorch…")
        if self._is_running:
            return self.tr("Running…")
        return self.tr("PyTorch {version} ready").format(version=self._client.torch_version)

    def _macs(self, node: str) -> int:
        inferred = self._editor.results.inferred(node)
        return (inferred.macs or 0) if inferred is not None else 0

    def _seconds_left(self) -> float | None:
        """Guess how long a run that takes long goes on, by the multiply-adds that are done and those that are not."""
        passed = time.monotonic() - self._since
        if passed < LONG_SECONDS or not self._done:
            return None
        return passed * (self._whole - self._done) / self._done

    @property
    def engine_role(self) -> str:
        """The theme's name for the colour of the engine's state."""
        if self._last_words is not None:
            return "warning"
        if not self._client.is_ready:
            return "idle"
        return "running" if self._is_running else "ready"

    def run(self, may_run_code: bool = False, is_held: bool = False, initializes_early: bool = False) -> None:
        """Send a sample through the drawing; while a run is on, do nothing.

        `may_run_code`: the person has said that the source of the custom nodes may run. A run that `is_held` is only to
        be recorded: nothing of it is shown but that it is on. With `initializes_early`, the rules of initialization are
        applied before the pass, where they find nothing in a lazy layer.
        """
        if self._is_running:
            return
        self._last_words = None
        self._is_running, self._is_held = True, is_held
        self._parameter_count = None
        self._steps, self._passed, self._ran = [], {}, self._editor.graph
        self._back = -1, self._editor.graph
        self._initialized, self._report = {}, None
        self._editor.results.begin()
        self._since, self._done = time.monotonic(), 0
        self._whole = sum(map(self._macs, self._editor.graph.nodes))
        self._happen(RunStarted(self._seed, self._is_training, self._where))
        graph = self._editor.graph
        if initializes_early and not graph.initialization:
            graph = graph.with_initialization(init_cnn())
        self._client.run(graph, self._seed, self._is_training, may_run_code, initializes_early, self._where)
        self._tell()

    def look(self, node: str, parameter: str, output: int, may_run_code: bool = False) -> int:
        """Ask for the numbers of a tensor, as a run of the drawing with this seed has them; see LookRequest."""
        run = RunRequest.of(self._editor.graph, 0, self._seed, self._is_training, may_run_code, where=self._where)
        return self._client.look(LookRequest(run, node, parameter, output))

    def go_back(self, loss: str = "", may_run_code: bool = False) -> None:
        """Ask for the gradients of the output of a node, one number, or without it of the mean of all outputs."""
        run = RunRequest.of(self._editor.graph, 0, self._seed, self._is_training, may_run_code, where=self._where)
        self._back = self._client.go_back(BackwardRequest(run, loss)), self._editor.graph

    def _on_went_back(self, answer: BackwardDone) -> None:
        generation, graph = self._back
        if answer.generation == generation and graph.network == self._editor.graph.network:
            self._editor.results.go_back(answer.gradients)
            self.went_back.emit(answer)

    @property
    def is_asked(self) -> bool:
        """Whether the numbers of a tensor, or gradients, are still to come."""
        return self._client.is_asked

    def cancel(self) -> None:
        """Stop the run at once; nothing that it has shown is kept."""
        if self._is_running:
            self._client.cancel()
            self._editor.results.forget_all()
            self._over()
            self._happen(RunCancelled())

    def reset(self) -> None:
        """Make every node uninitialized again; a run that is on is cancelled."""
        self.cancel()
        self._back = -1, self._editor.graph
        self._parameter_count = None
        self._editor.results.forget_all()
        self._tell()

    def _over(self) -> None:
        self._is_running = False
        self._node = None
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
        self.engine_changed.emit()

    def _death_words(self, reason: str) -> str:
        if self._client.worker_pid is None:
            return self.tr("Engine stopped: {reason}").format(reason=reason)
        return self.tr("Engine stopped and was started again: {reason}").format(reason=reason)

    def _on_engine_event(self, event: RunEvent) -> None:
        match event:
            case NodeStarted(_, node):
                self._node = node
                if not self._is_held:
                    self._editor.results.start(node)
                self.engine_changed.emit()
            case NodeFinished(_, node, result):
                self._done += self._macs(node)
                self._steps.append(Step(node, result))
                self._passed[node] = result
                if not self._is_held:
                    self._editor.results.finish(node, result)
            case NodeFailed(_, failed, failure):
                self._fail(failed, failure)
            case NodeInitialized(_, node, parameters, calls):
                self._initialized[node] = self._result_of(node).initialized(parameters, calls)
                if not self._is_held:
                    self._editor.results.finish(node, self._initialized[node])
            case NodePassed(_, node, activations):
                before = self._initialized.get(node) or self._result_of(node)
                self._initialized[node] = replace(before, activations=activations)
                if not self._is_held:
                    self._editor.results.finish(node, self._initialized[node])
            case InitializationApplied(_, report):
                self._report = report
            case RunFinished(_, parameter_count, seconds):
                self._parameter_count = None if self._is_held else parameter_count
                self._editor.results.end()
                self._over()
                self._record(parameter_count=parameter_count, seconds=seconds)
            case _:
                assert_never(event)
        self._happen(event)

    def _result_of(self, node: str) -> NodeResult:
        """Return what the pass of now has shown of a node."""
        return self._passed[node]

    def _happen(self, event: RunStarted | RunEvent | RunCancelled) -> None:
        """Tell of an event. Of a run that is held only its end without a recording is told."""
        is_without = isinstance(event, RunCancelled) or (isinstance(event, NodeFailed) and event.node is None)
        if is_without or not self._is_held:
            self.happened.emit(event)

    def _record(self, **ending: Any) -> None:
        assert self._ran is not None
        ending |= {"where": self._where, "initialized": MappingProxyType(self._initialized), "report": self._report}
        self.recorded.emit(Recording(self._ran, self._seed, self._is_training, tuple(self._steps), **ending))

    def show_count(self, count: int | None) -> None:
        """Tell how many numbers the network learns, or that nobody is to know it yet."""
        if count != self._parameter_count:
            self._parameter_count = count
            self.changed.emit()

    def _on_engine_died(self, last_words: str) -> None:
        self._last_words = last_words
        if self._client.is_running or not self._is_running:  # a request that was not yet sent waits for the next worker
            self.engine_changed.emit()
            return
        problem = Problem("engine_died", self._node) if self._node else Problem("engine_error")
        event = NodeFailed(0, self._node, Finding(problem, words=last_words))
        self._fail(event.node, event.failure)
        self._happen(event)

    def _fail(self, node: str | None, failure: Finding) -> None:
        if node is not None and not self._is_held:
            self._editor.results.fail(self._editor.graph, node, failure)
        self._editor.results.end()
        self._over()
        if node is not None:
            self._record(failure=(node, failure))

    def _on_graph_changed(self, change: GraphChanged) -> None:
        if not (change.affected or change.removed or change.renames):
            return
        # The engine works on the drawing as it was: what it goes on to say would be about another one.
        self.cancel()
        if change.affected or change.removed:
            self._parameter_count = self._known_count()
            self.changed.emit()

    def _known_count(self) -> int | None:
        """Count anew after an edit: known while every layer that learns still has the result of the run."""
        graph, results = self._editor.graph, self._editor.results
        learns = (key for key, node in graph.nodes.items() if node.spec is None or node.spec.parameters)
        if self._parameter_count is None or any(results.result(key) is None for key in learns):
            return None
        return results.parameter_count
