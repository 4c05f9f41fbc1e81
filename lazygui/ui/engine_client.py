"""The window's only door to the engine: worker processes, one at work and one kept warm. Knows no torch.

Nothing here waits, except `shutdown`: requests are written, answers are read as they come, and no turn of the event
loop decodes for more than a few milliseconds.
"""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import lazygui
from lazygui.engine import wire
from lazygui.engine.messages import EngineReady, NodeFailed, RunFinished, RunRequest
from lazygui.graph.model import Graph

COMMAND: Final = (sys.executable, "-m", "lazygui.engine.worker")
SLICE_SECONDS: Final = 0.008
"""How long one turn of the event loop may decode answers, half a frame."""
MOST_FAILED_STARTS: Final = 3
"""After so many workers that died before they were ready, no more are started."""
STDERR_LINES: Final = 12
GRACE_MS: Final = 1000
"""How long `shutdown` waits for the killed processes."""


class Worker(QObject):
    """One process and the lines that it has said and nobody has read yet."""

    spoke = Signal()
    ended = Signal(object)
    """The process is over, however that came; carries this worker, once."""

    def __init__(self, command: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.lines: deque[bytes] = deque()
        self.errors: deque[str] = deque(maxlen=STDERR_LINES)
        self.torch_version = ""
        self._rest = b""
        self._is_killed = False
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._on_output)
        self._process.readyReadStandardError.connect(self._on_errors)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.start()

    @property
    def is_ready(self) -> bool:
        return bool(self.torch_version)

    @property
    def pid(self) -> int:
        return int(self._process.processId())

    def send(self, request: RunRequest) -> None:
        self._process.write(wire.encode(request))

    def kill(self) -> None:
        """End the process; nothing that it said before or says now is heard any more."""
        self._is_killed = True
        self.lines.clear()
        self._process.kill()

    def wait(self, milliseconds: int) -> None:
        """Block until the process has ended. For the end of the program alone."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(milliseconds)

    def _on_output(self) -> None:
        said = self._rest + bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = said.split(b"\n")
        if lines and not self._is_killed:
            self.lines.extend(lines)
            self.spoke.emit()

    def _on_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self.errors.extend(line for line in text.splitlines() if line.strip())

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # Every other error is followed by `finished`.
        if error == QProcess.ProcessError.FailedToStart:
            self.errors.append(self._process.errorString())
            # In a later turn, for this one may still be inside `start`.
            QTimer.singleShot(0, self, lambda: self.ended.emit(self))

    def _on_finished(self) -> None:
        self._on_errors()
        self.ended.emit(self)


class EngineClient(QObject):
    """Runs samples in a worker process and says what happened, for the latest run only.

    A cancelled or dead worker is replaced by a standby that has imported torch already.
    """

    ready = Signal(str)
    """A worker takes requests; carries the version of torch."""
    event_received = Signal(object)
    """A NodeStarted, NodeFinished, NodeFailed or RunFinished of the current generation."""
    worker_died = Signal(str)
    """The worker ended by itself; carries what it said last. A run that was under way is over."""
    state_changed = Signal()
    """`is_ready` or `is_running` may have changed."""

    def __init__(self, parent: QObject | None = None, command: tuple[str, ...] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._active: Worker | None = None
        self._standby: Worker | None = None
        self._dying: list[Worker] = []
        self._failed_starts = 0
        self._generation = 0
        self._is_running = False
        self._waiting: RunRequest | None = None
        self._next_slice = QTimer(self)
        self._next_slice.setSingleShot(True)
        self._next_slice.setInterval(0)
        self._next_slice.timeout.connect(self._read)

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

    def start(self) -> None:
        """Start the engine, also again after it was given up."""
        if self._active is None:
            self._failed_starts = 0
            self._take_over()

    def run(self, graph: Graph, seed: int, is_training: bool = False) -> int:
        """Run a sample through a snapshot, now or as soon as the engine is ready; an unfinished run is cancelled."""
        if self._is_running:
            self.cancel()
        self.start()
        self._generation += 1
        self._is_running = True
        self._waiting = RunRequest.of(graph, self._generation, seed, is_training)
        self._send_waiting()
        self.state_changed.emit()
        return self._generation

    def cancel(self) -> None:
        """Stop the run at once, wherever it is; without one, do nothing."""
        if not self._is_running:
            return
        was_sent, self._waiting = self._waiting is None, None
        self._generation += 1
        self._is_running = False
        if was_sent and self._active is not None:
            self._bury(self._active)
            self._take_over()
        self.state_changed.emit()

    def shutdown(self) -> None:
        """End all processes and wait for their end, a second at most; nothing is emitted any more."""
        self._next_slice.stop()
        self._is_running, self._waiting = False, None
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
        self.ready.emit(worker.torch_version)
        self.state_changed.emit()

    def _send_waiting(self) -> None:
        if self._waiting and self._active and self._active.is_ready:
            self._active.send(self._waiting)
            self._waiting = None

    def _on_ended(self, worker: Worker) -> None:
        worker.deleteLater()
        if worker in self._dying:
            self._dying.remove(worker)
            return
        self._failed_starts += 0 if worker.is_ready else 1
        may_start = self._failed_starts < MOST_FAILED_STARTS
        if worker is self._standby:
            self._standby = self._launch() if may_start else None
        elif worker is self._active:
            self._lose(worker, may_start)

    def _lose(self, worker: Worker, may_start: bool) -> None:
        """The active worker is dead. A request that it never got still waits for the next one."""
        if self._waiting is None or not may_start:
            self._generation += 1
            self._is_running, self._waiting = False, None
        self._active = None
        if worker.is_ready or not may_start:
            self.worker_died.emit("\n".join(worker.errors))
        if self._active is None and (self._standby or may_start):
            self._take_over()
        self.state_changed.emit()

    def _read(self) -> None:
        """Decode what has come, for the length of a slice; the rest in the next turn of the event loop."""
        deadline = time.monotonic() + SLICE_SECONDS
        while (worker := self._speaking()) is not None:
            self._hear(worker, worker.lines.popleft())
            if time.monotonic() > deadline:
                self._next_slice.start()
                return

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
                if worker is self._active:
                    self._on_ready(worker)
            case RunRequest():
                worker.errors.append("the worker sent a request")
            case _ if message.generation == self._generation:
                is_over = isinstance(message, NodeFailed | RunFinished)
                self._is_running = self._is_running and not is_over
                self.event_received.emit(message)
                if is_over:
                    self.state_changed.emit()


def _environment() -> QProcessEnvironment:
    """Return this process's environment, with the package importable for the worker too."""
    environment = QProcessEnvironment.systemEnvironment()
    parts = (str(Path(lazygui.__file__).parents[1]), environment.value("PYTHONPATH"))
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in parts if part))
    return environment
