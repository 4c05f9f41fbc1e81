"""The one clock for all that moves on a canvas, and whether anything may. Knows no card and no camera."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QStyle

from lazygui.ui.theme import FRAME_MS

Kind: TypeAlias = Literal["cards", "rings", "camera"]
Step: TypeAlias = Callable[[float], None]
"""Shows a moment of a movement: 0 is its begin, 1 its end, which is asked for always and last."""


@dataclass(frozen=True, slots=True)
class _Move:
    kind: Kind
    step: Step
    began: int
    lasts: int


def system_reduces_motion() -> bool:
    """Return whether the system asks programs not to animate, as far as Qt tells it."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Motion(QObject):
    """Movements that are going on. What is shown is always on its way to what is true already.

    While it is off, which it is until somebody turns it on, each movement is at its end at once.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        self._moves: list[_Move] = []
        self._clock = QElapsedTimer()
        self._clock.start()
        self._easing = QEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def is_on(self) -> bool:
        return self._is_on

    @is_on.setter
    def is_on(self, is_on: bool) -> None:
        self._is_on = is_on
        if not is_on:
            self.finish()

    @property
    def is_running(self) -> bool:
        return bool(self._moves)

    def has(self, kind: Kind) -> bool:
        """Say whether a movement of this kind is going on."""
        return any(move.kind == kind for move in self._moves)

    @property
    def count(self) -> int:
        """How many movements are going on."""
        return len(self._moves)

    def play(self, kind: Kind, step: Step, lasts: int) -> None:
        """Begin a movement of so many milliseconds."""
        if not self._is_on:
            step(1.0)
            return
        step(0.0)
        self._moves.append(_Move(kind, step, self._clock.elapsed(), lasts))
        if not self._timer.isActive():
            self._timer.start()

    def finish(self, kind: Kind | None = None) -> None:
        """Bring everything to its end at once, or all of one kind."""
        moves, self._moves = self._moves, [move for move in self._moves if kind and move.kind != kind]
        for move in moves:
            if move not in self._moves:
                move.step(1.0)
        if not self._moves:
            self._timer.stop()

    def _tick(self) -> None:
        now = self._clock.elapsed()
        moves, self._moves = self._moves, []
        for move in moves:
            share = (now - move.began) / move.lasts
            if share < 1:
                move.step(self._easing.valueForProgress(share))
                self._moves.append(move)
            else:
                move.step(1.0)
        if not self._moves:
            self._timer.stop()
