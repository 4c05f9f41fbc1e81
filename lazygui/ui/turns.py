"""How much may be done in one turn of the event loop, which all windows share. Knows no work.

Painting, decoding answers and showing results come each in their own event, and all of them may come in one turn: then
their times add up, and the hand waits for all. So each of them asks here first, and gets what the others have left.
"""

from __future__ import annotations

import time
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Final

TURN_SECONDS: Final = 0.005
"""What may be done in a turn, a good third of a frame: Qt itself and what nobody can cut need the rest."""
LEAST_SECONDS: Final = 0.001
"""What everybody gets, so that nothing stands still while others are busy."""
SLICE_SECONDS: Final = 0.003
"""What nobody gets more than."""


class Turns:
    """Tells who is busy how long. Whoever comes a second time comes in another turn."""

    def __init__(self) -> None:
        self._came: set[Hashable] = set()
        self._spent = 0.0

    @contextmanager
    def of(self, who: Hashable) -> Iterator[float]:
        """Have somebody work; give the moment of `time.perf_counter` at which the work has to end, if it can."""
        since = time.perf_counter()
        deadline = self.begin(who)
        try:
            yield deadline
        finally:
            self.spend(since)

    def begin(self, who: Hashable) -> float:
        """Return the moment of `time.perf_counter` at which the work of somebody has to end."""
        if who in self._came:
            self._came.clear()
            self._spent = 0.0
        self._came.add(who)
        room = min(max(TURN_SECONDS - self._spent, LEAST_SECONDS), SLICE_SECONDS)
        return time.perf_counter() + room

    def spend(self, since: float) -> None:
        """Take note that somebody has worked since a moment of `time.perf_counter`."""
        self._spent += time.perf_counter() - since


TURNS: Final = Turns()
"""The one event loop of the program."""
