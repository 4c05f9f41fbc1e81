"""Doubles that obey a test: an engine that says what it is told to say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from lazygui.engine.messages import Event, FitRequest, Inferred, NodeFailed, NodeFinished, NodeStarted, RunFinished
from lazygui.graph.model import Graph
from lazygui.graph.results import Inference, NodeResult
from lazygui.graph.topology import order
from lazygui.graph.where import USUAL, Where


class FakeEngine(QObject):
    """An engine that says what a test makes it say, and remembers what it was asked."""

    ready = Signal(str)
    event_received = Signal(object)
    worker_died = Signal(str)
    inferred = Signal(object)
    fitted = Signal(object)
    looked = Signal(object)
    went_back = Signal(object)
    state_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_ready = True
        self.torch_version = "2.13.0"
        self.is_running = False
        self.worker_pid: int | None = 1
        self.requests: list[tuple[Graph, int, bool]] = []
        self.may_run_code: list[bool] = []
        """For each request, whether the document's own code may run in it."""
        self.initializes_early: list[bool] = []
        self.places: list[Where] = []
        self.devices: tuple[str, ...] = ("cpu",)
        self.cores = 4
        self.drawings: list[Graph] = []
        """What was to be inferred."""
        self.is_inferring = False
        self.fits: list[FitRequest] = []
        """What was asked about what fits."""
        self.is_fitting = False
        self.is_asked = False
        self.cancelled = 0

    def ask_fit(self, question: FitRequest) -> int:
        self.fits.append(question)
        self.is_fitting = True
        return len(self.fits)

    def forget_fit(self) -> None:
        self.is_fitting = False

    def infer(self, graph: Graph, is_training: bool = False) -> int:
        self.drawings.append(graph)
        self.is_inferring = True
        return len(self.drawings)

    def forget_inference(self) -> None:
        self.is_inferring = False

    def answer(self, inference: Inference, generation: int = 0) -> None:
        """Say what was inferred of the latest drawing, or of an earlier one."""
        self.is_inferring = False
        self.inferred.emit(Inferred(generation or len(self.drawings), inference))

    def run(
        self,
        graph: Graph,
        seed: int,
        is_training: bool = False,
        may_run_code: bool = False,
        initializes_early: bool = False,
        where: Where = USUAL,
    ) -> int:
        self.initializes_early.append(initializes_early)
        self.places.append(where)
        self.may_run_code.append(may_run_code)
        self.requests.append((graph, seed, is_training))
        self.is_running = True
        return len(self.requests)

    def cancel(self) -> None:
        self.cancelled += 1
        self.is_running = False

    def say(self, *events: Event) -> None:
        for event in events:
            self.is_running = self.is_running and not isinstance(event, RunFinished | NodeFailed)
            self.event_received.emit(event)

    def finish(self, parameter_count: int = 7946) -> None:
        """Let the latest run go well: every node gives a tensor of (2, 10)."""
        graph = self.requests[-1][0]
        for node in order(graph):
            result = NodeResult(graph.nodes[node].type, ((2, 10),), ("float32",), (), 0.001)
            self.say(NodeStarted(1, node), NodeFinished(1, node, result))
        self.say(RunFinished(1, parameter_count, 0.004))

    def die(self, last_words: str) -> None:
        self.is_running = False
        self.worker_died.emit(last_words)
