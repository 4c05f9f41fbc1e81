"""Time competitors in turn, so that what slows the machine down slows all of them."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping

from lazygui.ui.worker_process import MEMORY


def interleaved(rivals: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Call every rival once for warmth and then once in each round; return the seconds of each by name."""
    for rival in rivals.values():
        rival()
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for number in range(rounds):
        # Who goes first changes from round to round, for the first one finds the caches of another.
        order = list(rivals.items()) if number % 2 == 0 else list(rivals.items())[::-1]
        for name, rival in order:
            begin = time.perf_counter()
            rival()
            seconds[name].append(time.perf_counter() - begin)
    return seconds


def ratio(ours: list[float], peer: list[float]) -> float:
    """Return the median over the rounds of our time by the peer's."""
    return statistics.median(a / b for a, b in zip(ours, peer, strict=True))


def milliseconds(seconds: list[float]) -> str:
    """Return the median and the best in milliseconds."""
    return f"{statistics.median(seconds) * 1e3:9.3f} ms (best {min(seconds) * 1e3:.3f})"


def have_memory_of_worker() -> None:
    """Start this script again with the memory settings of the window's worker process, where it has others.

    They hold for all rivals alike: a plain pass gains as much from them.
    """
    if any(os.environ.get(name) != value for name, value in MEMORY.items()):
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | MEMORY)
