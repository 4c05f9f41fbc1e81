"""The window's only door to the engine: worker processes, one at work and one kept warm. Knows no torch.

Nothing here waits, except `shutdown`: requests are written, answers are read as they come, and no turn of the event
loop decodes for more than a few milliseconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from lazygui.engine import wire
from lazygui.engine.messages import (
    BackwardDone,
    BackwardRequest,
    EngineReady,
    FitRequest,
    Fitted,
    Inferred,
    InferRequest,
    Looked,
    LookRequest,
    NodeFailed,
    RunEvent,
    RunFinished,
    RunRequest,
)
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.where import USUAL, Where
from lazygui.ui.fit_queue import FitQueue
from lazygui.ui.inference_chain import Chain
from lazygui.ui.question import Question
from lazygui.ui.turns import TURNS
from lazygui.ui.worker_process import Worker

COMMAND: Final = (sys.executable, "-m", "lazygui.engine.worker")
MOST_FAILED_STARTS: Final = 3
"""After so many workers that died before they were ready, no more are started."""
GRACE_MS: Final = 1000
"""How long `shutdown` waits for the killed processes."""
MOST_DEATHS: Final = 2
"""After so many workers that died of one drawing, it is not inferred again before it changes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A drawing whose shapes somebody wants to know."""

    generation: int
    graph: Graph
    is_training: bool


class EngineClient(QObject):
    """Runs samples in a worker process and says what happened, for the latest run only; infers shapes beside it.

    A cancelled or dead worker is replaced by a standby that has imported torch already. Until it is needed the standby
    infers, so that no run makes shapes wait. One request is on its way at a time; of those that wait the newest stays.
    """

    ready = Signal(str)
    """A worker takes requests; carries the version of torch."""
    event_received = Signal(object)
    """A NodeStarted, NodeFinished, NodeFailed or RunFinished of the current generation."""
    worker_died = Signal(str)
    """The worker ended by itself; carries what it said last. A run that was under way is over."""
    inferred = Signal(object)
    """An Inferred with the shapes of all nodes, for the newest drawing that was asked about."""
    looked = Signal(object)
    """A Looked: the tensor that was asked for last."""
    went_back = Signal(object)
    """A BackwardDone: the gradients that were asked for last."""
    fitted = Signal(object)
    """A Fitted about some of the layers that were asked about last; further ones follow."""
    state_changed = Signal()
    """`is_ready` or `is_running` may have changed."""

    def __init__(self, parent: QObject | None = None, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._active: Worker | None = None
        self._standby: Worker | None = None
        self._dying: list[Worker] = []
        self._failed_starts = 0
        self.devices: tuple[str, ...] = (USUAL.device,)
        """Where a run can be, as far as a worker has told."""
        self.cores = 1
        """How many threads a run may use."""
        self._count = 0
        self._generation = 0
        self._is_running = False
        self._waiting: RunRequest | None = None
        self._wanted: Asked | None = None
        self._flying: tuple[Worker, Asked] | None = None
        self._chains: dict[Worker, Chain] = {}
        self._deaths = 0
        self._fits = FitQueue()
        self._looks: Question[LookRequest] = Question()
        self._backwards: Question[BackwardRequest] = Question()
        self._next_slice = QTimer(self)
        self._next_slice.setSingleShot(True)
        self._next_slice.setInterval(0)
        self._next_slice.timeout.connect(self._read)
        self._letter: tuple[Worker | None, Iterator[str], list[str]] = None, iter(()), []
        """To whom the waiting request is being written, what of it is still to come, and what there is."""
        self._next_part = QTimer(self, singleShot=True, interval=0)
        self._next_part.timeout.connect(self._write_on)

    @property
    def is_ready(self) -> bool:
        return self._active is not None and self._active.is_ready

    @property
    def torch_version(self) -> str:
        """The version of torch that takes requests now, or nothing while none does."""
        return self._active.torch_version if self._active else ""

    @property
    def is_running(self) -> bool:
        return self._is_running

    @property
    def has_standby(self) -> bool:
        """Whether a second worker is ready to take over at once."""
        return self._standby is not None and self._standby.is_ready

    @property
    def worker_pid(self) -> int | None:
        """The process at work, or None while there is none."""
        return self._active.pid if self._active else None

    @property
    def is_inferring(self) -> bool:
        """Whether an answer about shapes is still to come."""
        return self._flying is not None or (self._wanted is not None and self._active is not None)

    @property
    def is_fitting(self) -> bool:
        """Whether an answer about what fits is still to come."""
        return self._fits.is_waiting and self._active is not None

    def start(self) -> None:
        """Start the engine, also again after it was given up."""
        if self._active is None:
            self._failed_starts = 0
            self._take_over()

    def run(
        self,
        graph: Graph,
        seed: int,
        is_training: bool = False,
        may_run_code: bool = False,
        initializes_early: bool = False,
        where: Where = USUAL,
    ) -> int:
        """Run a sample through a snapshot, now or as soon as the engine is ready; an unfinished run is cancelled.

        `may_run_code`: the person has said that the source of the custom nodes may run.
        `initializes_early`: weights are initialized before the pass, not behind it.
        """
        if self._is_running:
            self.cancel()
        self.start()
        self._generation = self._next()
        self._is_running = True
        wanted = (seed, is_training, may_run_code, initializes_early, where)
        self._waiting = RunRequest.of(graph, self._generation, *wanted)
        self._send_waiting()
        self.state_changed.emit()
        return self._generation

    def cancel(self) -> None:
        """Stop the run at once, wherever it is; without one, do nothing."""
        if not self._is_running:
            return
        was_sent, self._waiting = self._waiting is None, None
        self._generation = self._next()
        self._is_running = False
        if was_sent and self._active is not None:
            self._bury(self._active)
            self._take_over()
        self._send_wanted()
        self.state_changed.emit()

    def infer(self, graph: Graph, is_training: bool = False) -> int:
        """Ask for the shapes of a snapshot; return the generation that the answer will carry.

        The answer comes by `inferred`, unless a newer drawing is asked about before.
        """
        generation = self._next()
        self._wanted, self._deaths = Asked(generation, graph, is_training), 0
        self._send_wanted()
        return generation

    def ask_fit(self, question: FitRequest) -> int:
        """Ask which layers fit at a place; return the generation that the answers carry, which come by `fitted`."""
        generation = self._next()
        self._fits.ask(replace(question, generation=generation))
        self._send_fit()
        return generation

    def look(self, question: LookRequest) -> int:
        """Ask for a tensor of a run; return the generation that the answer carries, which comes by `looked`."""
        generation = self._next()
        self._looks.ask(replace(question, run=replace(question.run, generation=generation)))
        self._send_questions()
        return generation

    def go_back(self, question: BackwardRequest) -> int:
        """Ask for the gradients of a run; return the generation that the answer carries, which comes by `went_back`."""
        generation = self._next()
        self._backwards.ask(replace(question, run=replace(question.run, generation=generation)))
        self._send_questions()
        return generation

    @property
    def is_asked(self) -> bool:
        """Whether an answer to a question about a run is still to come."""
        questions = (self._looks, self._backwards)
        return any(one.is_flying or (one.is_waiting and self._active is not None) for one in questions)

    def forget_fit(self) -> None:
        """Nobody wants to know any more what fits."""
        self._fits.forget()

    def forget_inference(self) -> None:
        """Nobody wants to know shapes any more; an answer that is on its way is dropped."""
        self._wanted = None
        if self._flying is not None:
            worker, _ = self._flying
            self._flying = None
            self._chains.pop(worker, None)

    def shutdown(self) -> None:
        """End all processes and wait for their end, a second at most; nothing is emitted any more."""
        self._next_slice.stop()
        self._next_part.stop()
        self._is_running, self._waiting = False, None
        self.forget_inference()
        self.forget_fit()
        for worker in filter(None, (self._active, self._standby)):
            self._bury(worker)
        self._active = self._standby = None
        deadline = time.monotonic() + GRACE_MS / 1000
        for worker in tuple(self._dying):
            worker.wait(max(1, int((deadline - time.monotonic()) * 1000)))

    def _launch(self) -> Worker:
        worker = Worker(self._command, self)
        worker.spoke.connect(self._next_slice.start)
        worker.ended.connect(self._on_ended)
        return worker

    def _bury(self, worker: Worker) -> None:
        # Kept until the process has gone: a QProcess that is destroyed before its process warns and waits.
        self._dying.append(worker)
        self._take_back(worker)
        worker.kill()

    def _take_over(self) -> None:
        """Put the standby, or else a new worker, in the place of the active one."""
        self._active, self._standby = self._standby or self._launch(), None
        if self._active.is_ready:
            self._on_ready(self._active)

    def _on_ready(self, worker: Worker) -> None:
        """Welcome the active worker. The standby waits until now, so that two imports do not share the disk."""
        self._failed_starts = 0
        if self._standby is None:
            self._standby = self._launch()
        self._send_waiting()
        self._send_wanted()
        self.ready.emit(worker.torch_version)
        self.state_changed.emit()

    def _send_waiting(self) -> None:
        if self._waiting and self._active and self._active.is_ready:
            self._letter = self._active, wire.parts(self._waiting), []
            self._write_on()

    def _write_on(self) -> None:
        """Write the request for the length of a slice, and send it when it is whole; the rest in the next turn."""
        worker, parts, written = self._letter
        if worker is None or worker is not self._active or self._waiting is None:
            return
        with TURNS.of("the letter of a request") as deadline:
            for part in parts:
                written.append(part)
                if time.perf_counter() > deadline:
                    self._next_part.start()
                    break
            else:
                worker.send("".join(written).encode("ascii"))
                self._waiting = None

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _send_wanted(self) -> None:
        """Send the newest drawing to a worker that is free to infer; none while an answer is still to come."""
        worker = self._free_worker()
        self._send_fit()
        self._send_questions()
        if self._wanted is None or self._flying is not None or worker is None:
            return
        asked, self._wanted = self._wanted, None
        self._flying = worker, asked
        chain = self._chains.setdefault(worker, Chain())
        worker.send(wire.encode(chain.request(asked.generation, asked.graph, asked.is_training)))

    def _send_questions(self) -> None:
        worker = self._free_worker()
        if worker is None:
            return
        for request in (self._looks.next_for(worker), self._backwards.next_for(worker)):
            if request is not None:
                worker.send(wire.encode(request))

    def _send_fit(self) -> None:
        worker = self._free_worker()
        portion = self._fits.next_for(worker) if worker is not None else None
        if worker is not None and portion is not None:
            worker.send(wire.encode(portion))

    def _free_worker(self) -> Worker | None:
        if self._standby is not None and self._standby.is_ready:
            return self._standby
        return self._active if self._active and self._active.is_ready and not self._is_running else None

    def _take_back(self, worker: Worker) -> None:
        """Want again what a worker will not answer any more, unless a newer drawing is wanted."""
        self._chains.pop(worker, None)
        self._fits.lose(worker)
        self._lose_questions(worker)
        if self._flying is not None and self._flying[0] is worker:
            self._wanted = self._wanted or self._flying[1]
            self._flying = None

    def _lose_questions(self, worker: Worker) -> None:
        """What a worker was asked about a run it may have died of, so that is not asked again."""
        look, back = self._looks.lose(worker), self._backwards.lose(worker)
        if look is not None:
            self.looked.emit(Looked(look, None, Problem("engine_error")))
        if back is not None:
            self.went_back.emit(BackwardDone(back, {}, Problem("engine_error")))

    def _on_ended(self, worker: Worker) -> None:
        worker.deleteLater()
        if worker in self._dying:
            self._dying.remove(worker)
            return
        self._count_death(worker)
        self._failed_starts += 0 if worker.is_ready else 1
        may_start = self._failed_starts < MOST_FAILED_STARTS
        if worker is self._standby:
            self._standby = self._launch() if may_start else None
        elif worker is self._active:
            self._lose(worker, may_start)
        self._send_wanted()

    def _count_death(self, worker: Worker) -> None:
        is_of_this = self._flying is not None and self._flying[0] is worker and self._wanted is None
        self._take_back(worker)
        self._deaths += is_of_this
        if is_of_this and self._deaths >= MOST_DEATHS:
            self._wanted = None

    def _lose(self, worker: Worker, may_start: bool) -> None:
        """The active worker is dead. A request that it never got still waits for the next one."""
        if self._waiting is None or not may_start:
            self._generation = self._next()
            self._is_running, self._waiting = False, None
        self._active = None
        if worker.is_ready or not may_start:
            self.worker_died.emit("\n".join(worker.errors))
        if self._active is None and (self._standby or may_start):
            self._take_over()
        self.state_changed.emit()

    def _read(self) -> None:
        """Decode what has come, for the length of a slice; the rest in the next turn of the event loop."""
        with TURNS.of(id(self)) as deadline:
            while (worker := self._speaking()) is not None:
                self._hear(worker, worker.lines.popleft())
                if time.perf_counter() > deadline:
                    self._next_slice.start()
                    break

    def _speaking(self) -> Worker | None:
        return next((w for w in (self._active, self._standby) if w is not None and w.lines), None)

    def _hear(self, worker: Worker, line: bytes) -> None:
        try:
            message = wire.decode(line)
        except ValueError as error:
            worker.errors.append(str(error))
            return
        match message:
            case EngineReady():
                worker.torch_version = message.torch_version
                self.devices, self.cores = message.devices, message.threads
                self._on_ready(worker) if worker is self._active else self._send_wanted()
            case RunRequest() | InferRequest() | FitRequest() | LookRequest() | BackwardRequest():
                worker.errors.append("the worker sent a request")
            case Inferred():
                self._on_inferred(worker, message)
            case NodeFailed() if self._is_flying(worker, message.generation):
                # The inference itself broke. What this worker knows is uncertain now.
                self._flying = None
                self._chains.pop(worker, None)
                self._send_wanted()
            case Fitted():
                self._on_fitted(worker, message)
            case Looked() | BackwardDone():
                self._on_answer(message)
            case NodeFailed() if self._looks.is_of(worker, message.generation):
                self._on_answer(Looked(message.generation, None, message.failure.problem))
            case NodeFailed() if self._backwards.is_of(worker, message.generation):
                self._on_answer(BackwardDone(message.generation, {}, message.failure.problem))
            case NodeFailed() if self._fits.is_flying(worker, message.generation):
                # What these layers are stays unknown; the others are asked about still.
                self._fits.hear(worker, message.generation)
                self._send_fit()
            case _ if message.generation == self._generation:
                self._on_run_event(message)

    def _is_flying(self, worker: Worker, generation: int) -> bool:
        return self._flying is not None and self._flying[0] is worker and self._flying[1].generation == generation

    def _on_inferred(self, worker: Worker, answer: Inferred) -> None:
        if not self._is_flying(worker, answer.generation):
            return
        self._flying = None
        whole = self._chains[worker].whole(answer.inference)
        is_newest = self._wanted is None
        self._send_wanted()
        if is_newest:
            self.inferred.emit(Inferred(answer.generation, whole))

    def _on_fitted(self, worker: Worker, answer: Fitted) -> None:
        is_wanted = self._fits.hear(worker, answer.generation)
        self._send_fit()
        if is_wanted:
            self.fitted.emit(answer)

    def _on_answer(self, answer: Looked | BackwardDone) -> None:
        """Tell the answer to a question about a run, and ask what waits."""
        is_look = isinstance(answer, Looked)
        (self._looks if is_look else self._backwards).hear()
        self._send_questions()
        (self.looked if is_look else self.went_back).emit(answer)

    def _on_run_event(self, event: RunEvent) -> None:
        is_over = isinstance(event, NodeFailed | RunFinished)
        self._is_running = self._is_running and not is_over
        self.event_received.emit(event)
        if is_over:
            self._send_wanted()
            self.state_changed.emit()
