"""One kind of question about a run, on its way to a worker: the newest alone, and one at a time.

Knows workers by name alone: the client sends and hears.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from lazygui.engine.messages import BackwardRequest, LookRequest
from lazygui.ui.worker_process import Worker

Request = TypeVar("Request", LookRequest, BackwardRequest)


class Question(Generic[Request]):
    """What is asked, from the asking to the answer."""

    def __init__(self) -> None:
        self._waiting: Request | None = None
        self._flying: tuple[Worker, int] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether something has not been sent yet."""
        return self._waiting is not None

    @property
    def is_flying(self) -> bool:
        """Whether an answer is to come."""
        return self._flying is not None

    def ask(self, request: Request) -> None:
        """Take a question, in the place of one that still waits."""
        self._waiting = request

    def next_for(self, worker: Worker) -> Request | None:
        """Return what is to be sent to a worker that is free; None while an answer is on its way."""
        if self._waiting is None or self._flying is not None:
            return None
        request, self._waiting = self._waiting, None
        self._flying = worker, request.generation
        return request

    def hear(self) -> None:
        """The answer has come."""
        self._flying = None

    def is_of(self, worker: Worker, generation: int) -> bool:
        return self._flying == (worker, generation)

    def lose(self, worker: Worker) -> int | None:
        """A worker is gone: what it was asked it may have died of. Return the generation of that question, or None."""
        if self._flying is None or self._flying[0] is not worker:
            return None
        (_, generation), self._flying = self._flying, None
        return generation
