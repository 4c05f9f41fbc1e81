"""Questions about what fits, on their way to a worker: some layers at a time, so that shapes need not wait for all.

Knows workers by name alone: the client sends and hears.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Final

from lazygui.engine.messages import FitRequest
from lazygui.ui.worker_process import Worker

PORTION: Final = 12
"""So many layers are asked about at once: some ten milliseconds, but for those that torch has to build from many."""


class FitQueue:
    """The newest question alone. One portion is on its way at a time."""

    def __init__(self) -> None:
        self._portions: deque[FitRequest] = deque()
        self._flying: tuple[Worker, int] | None = None
        self.generation = 0

    @property
    def is_waiting(self) -> bool:
        """Whether an answer to the newest question is still to come."""
        return bool(self._portions) or (self._flying is not None and self._flying[1] == self.generation)

    def ask(self, request: FitRequest) -> None:
        """Take a question, in the place of the one before."""
        self.generation = request.generation
        nodes = request.candidates
        portions = (nodes[start : start + PORTION] for start in range(0, len(nodes), PORTION))
        self._portions = deque(replace(request, candidates=portion) for portion in portions)

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._portions.clear()
        self.generation = 0

    def next_for(self, worker: Worker) -> FitRequest | None:
        """Return the next portion, to be sent to a worker that is free; None while one is on its way."""
        if not self._portions or self._flying is not None:
            return None
        request = self._portions.popleft()
        self._flying = worker, request.generation
        return request

    def hear(self, worker: Worker, generation: int) -> bool:
        """Take note that a worker has answered; say whether anybody still wants that answer."""
        if self._flying == (worker, generation):
            self._flying = None
        return generation == self.generation

    def is_flying(self, worker: Worker, generation: int) -> bool:
        return self._flying == (worker, generation)

    def lose(self, worker: Worker) -> None:
        """A worker is gone: what it was asked it may have died of, so that is not asked again."""
        if self._flying is not None and self._flying[0] is worker:
            self._flying = None
