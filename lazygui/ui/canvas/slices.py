"""Work that is too long for one frame: a slice of it in each turn of the event loop, so that the window never waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from lazygui.ui.turns import TURNS


class Slices(QObject):
    """Works off what `work` yields. Each step must be short, and may find that nothing is left to do."""

    def __init__(self, work: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._steps: Iterator[None] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)

    @property
    def is_on(self) -> bool:
        return self._steps is not None

    def start(self) -> None:
        """Begin with the next turn of the event loop; where the work is under way, go on."""
        if self._steps is None:
            self._steps = self._work()
            self._turn.start()

    def finish(self) -> None:
        """Do at once what is left."""
        for _ in self._steps or ():
            pass
        self._stop()

    def _on_turn(self) -> None:
        with TURNS.of(id(self)) as deadline:
            for _ in self._steps or ():
                if time.perf_counter() > deadline:
                    break
            else:
                self._stop()

    def _stop(self) -> None:
        self._steps = None
        self._turn.stop()
