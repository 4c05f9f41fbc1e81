"""Shows a recorded run: steps, goes back, plays, seeks. All that it shows the engine has found. Knows no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from lazygui.engine.messages import InitializationApplied, NodeFailed, NodeFinished, RunFinished
from lazygui.graph.changes import GraphChanged
from lazygui.graph.recording import Recording
from lazygui.ui.editor import Editor
from lazygui.ui.run_controller import RunController, RunStarted

PACE_MS: Final = 900
"""From one layer to the next at the speed of 1."""
SPEEDS: Final = (0.25, 0.5, 1.0, 2.0, 4.0)

Walk = Callable[[str, Callable[[], None]], None]
"""Shows the tensor on its way to a node, and calls when it is there."""
Ask = Callable[[str, Callable[[], None]], bool]
"""Asks what will leave a node; calls when that may be shown, or returns False where nothing is asked."""


class Wish(Enum):
    """What to do once a run has been recorded."""

    NOTHING = "nothing"
    STEP = "step"
    PLAY = "play"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last so many things that happened have not happened any more."""

    position: int


class Player(QObject):
    """One pass through the editor's drawing, at a `position`: so many layers have been passed."""

    changed = Signal()
    """The position, the length, or whether it plays, is another."""
    happened = Signal(object)
    """For the log: what happens while one steps, in the words of a run; and TakenBack."""
    record_wanted = Signal()
    """A run is to be recorded: whoever may allow the source of custom nodes starts it, or says `give_up`."""
    stepped = Signal(str)
    """This node has just been passed, or has failed."""

    def __init__(self, editor: Editor, runs: RunController) -> None:
        super().__init__()
        self._editor, self._runs = editor, runs
        self._recording: Recording | None = None
        self._position = 0
        self._done_at = 0
        """After how many edits the pass was recorded."""
        self._taken_back = 0
        """How many steps were undone as one."""
        self._wish = Wish.NOTHING
        self._is_playing = False
        self._arrive: Callable[[], None] | None = None
        """Ends the step that is on its way."""
        self._speed = 1.0
        self.is_on = False
        """Whether somebody steps through the pass: from the first step until a run, a reset or an edit."""
        self.walk: Walk = lambda _node, arrived: arrived()
        self.ask: Ask = lambda _node, _answered: False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._advance)
        editor.graph_changed.connect(self._on_graph_changed)
        runs.recorded.connect(self._on_recorded)
        runs.happened.connect(self._on_run_happened)

    @property
    def recording(self) -> Recording | None:
        return self._recording

    @property
    def position(self) -> int:
        return self._position

    @property
    def length(self) -> int:
        return self._recording.length if self._recording else 0

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    @property
    def is_waiting(self) -> bool:
        """Whether the engine is still at work on what is to be shown."""
        return self._wish is not Wish.NOTHING

    @property
    def is_moving(self) -> bool:
        """Whether a tensor is on its way, or the next one soon will be."""
        return self._arrive is not None or self._next.isActive()

    @property
    def can_step(self) -> bool:
        """Whether there is a layer that has not been passed, as far as one knows."""
        return not self._holds or self._position < self.length

    @property
    def can_go_back(self) -> bool:
        return self._holds and self._position > 0

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if speed != self._speed:
            self._speed = speed
            self.changed.emit()

    def step(self) -> None:
        """Show the next layer; the first time, a run is recorded for it."""
        self._stop()
        self._want(Wish.STEP)
        self.changed.emit()

    def play(self) -> None:
        """Show one layer after the other, from the beginning where the end has been reached."""
        if self._holds and self._position >= self.length:
            self.rewind()
        self._is_playing = True
        self._want(Wish.PLAY)
        self.changed.emit()

    def pause(self) -> None:
        """Stay where the show is."""
        self._stop()
        self.changed.emit()

    def toggle(self) -> None:
        (self.pause if self._is_playing else self.play)()

    def back(self) -> None:
        """Undo the last step: its layer is uninitialized again, and a step forward gives the same weights."""
        self.settle()
        if self.can_go_back:
            self.seek(self._position - 1)

    def rewind(self) -> None:
        """Go back to where no layer has been passed; the recording is kept."""
        if self._holds:
            self.seek(0)

    def seek(self, position: int) -> None:
        """Show the moment after so many layers."""
        self._stop()
        if self._recording is None or not self._holds:
            return
        self.is_on = True
        self._go_to(position)

    def _go_to(self, position: int) -> None:
        """Show another moment of what is recorded, and tell the log what has happened until then."""
        position = min(max(position, 0), self.length)
        self._taken_back = 0
        if self._recording is None:
            return
        if position < self._position:
            self._position = position
            self.happened.emit(TakenBack(position))
        while self._position < position:
            self._position += 1
            self._tell()
        self._show()

    @property
    def can_take_back(self) -> bool:
        """Whether the last thing that was done to the drawing is a run, or steps through one.

        Of one that failed nothing is kept that could be undone: what one wants back then is the edit before it.
        """
        recording, is_last = self._recording, self._editor.document.position == self._done_at
        if recording is None or recording.is_failed_at(self._position):
            return False
        return self._position > 0 and is_last and not self._runs.is_running

    @property
    def can_bring_back(self) -> bool:
        """Whether the last thing that was undone is a run."""
        is_last = self._editor.document.position == self._done_at
        return self._recording is not None and self._taken_back > 0 and is_last and not self._runs.is_running

    def take_back(self) -> None:
        """Undo the run: everything is uninitialized again, the seed stays, and another run would show the same."""
        self._stop()
        if self.can_take_back:
            taken = self._position
            self._go_to(0)
            self._taken_back, self.is_on = taken, False
            self.changed.emit()

    def bring_back(self) -> None:
        """Show the run again that was undone last, without the engine."""
        if self.can_bring_back:
            self._go_to(self._taken_back)

    def show_again(self, recording: Recording) -> bool:
        """Show all of a run that was recorded before; return False where the drawing is another one now."""
        if recording.graph.network != self._editor.graph.network or self._runs.is_running:
            return False
        self._stop()
        if recording is not self._recording:
            self._go_to(0)
            self._recording, self._position = recording, 0
        self._done_at, self.is_on = self._editor.document.position, False
        self._go_to(recording.length)
        return True

    def reset(self) -> None:
        """Nothing has been passed any more, and nothing is shown of it."""
        self._stop()
        self._position, self._taken_back, self.is_on = 0, 0, False
        self.changed.emit()

    def give_up(self) -> None:
        """No run can be recorded."""
        self._wish, self._is_playing = Wish.NOTHING, False
        self.changed.emit()

    def settle(self) -> None:
        """Have the tensor that is on its way arrive."""
        if self._arrive is not None:
            self._arrive()

    @property
    def _holds(self) -> bool:
        """Whether the recording is of what is drawn now, with the seed and the mode of now."""
        runs = self._runs
        return self._recording is not None and self._recording.holds_for(
            self._editor.graph, runs.seed, runs.is_training, runs.where
        )

    def _stop(self) -> None:
        self._is_playing = False
        self._next.stop()
        self.settle()

    def _want(self, wish: Wish) -> None:
        if self._holds:
            self.is_on = True
            self._advance()
        elif not self._runs.is_running:
            self.is_on = True
            self._recording, self._position = None, 0
            self._wish = wish
            self.record_wanted.emit()

    def _advance(self) -> None:
        """Send the tensor to the next node, and have it opened there."""
        self.settle()
        recording = self._recording
        if recording is None or self._position >= recording.length:
            self._is_playing = False
            self.changed.emit()
            return
        node = recording.node(self._position)
        if not self.ask(node, self._go):
            self._go()

    def _go(self) -> None:
        recording = self._recording
        if recording is None or self._position >= recording.length:
            return
        node = recording.node(self._position)
        self._arrive = partial(self._reveal, self._position)
        self._editor.results.start(node)
        self.walk(node, self._arrive)

    def _reveal(self, number: int) -> None:
        # Who was made to arrive may come once more, by its own way.
        if self._arrive is None or self._recording is None or number != self._position:
            return
        self._arrive = None
        node = self._recording.node(self._position)
        self._position += 1
        self._taken_back = 0
        self._is_playing = self._is_playing and self._position < self._recording.length
        self._tell()
        self._show()
        self.stepped.emit(node)
        if self._is_playing:
            self._next.start(round(PACE_MS / self._speed))

    def _show(self) -> None:
        """Have the results hold what is known at the position."""
        recording, results = self._recording, self._editor.results
        assert recording is not None
        results.show(recording.results(self._position))
        is_over = self._position == recording.length
        if recording.failure is not None and recording.is_failed_at(self._position):
            results.fail(self._editor.graph, *recording.failure)
        self._runs.show_count(recording.parameter_count if is_over else None)
        self.changed.emit()

    def _tell(self) -> None:
        """Tell the log of the step that has just been made."""
        recording, number = self._recording, self._position - 1
        assert recording is not None
        if number == 0:
            self.happened.emit(RunStarted(recording.seed, recording.is_training, recording.where))
        if number < len(recording.steps):
            self.happened.emit(NodeFinished(0, *recording.steps[number]))
        elif recording.failure is not None:
            self.happened.emit(NodeFailed(0, *recording.failure))
        if self._position == recording.length and recording.report is not None:
            self.happened.emit(InitializationApplied(0, recording.report))
        if self._position == recording.length and recording.parameter_count is not None:
            self.happened.emit(RunFinished(0, recording.parameter_count, recording.seconds or 0.0))

    def _on_recorded(self, recording: Recording) -> None:
        wish, self._wish = self._wish, Wish.NOTHING
        self._recording = recording
        self._done_at, self._taken_back = self._editor.document.position, 0
        self._position = 0 if wish is not Wish.NOTHING else recording.length
        self.changed.emit()
        if wish is not Wish.NOTHING:
            self._is_playing = wish is Wish.PLAY
            self._advance()

    def _on_run_happened(self, event: object) -> None:
        if isinstance(event, RunStarted):
            self._stop()
            self._recording, self._position, self.is_on = None, 0, False
            self.changed.emit()
        elif not self._runs.is_running and self._wish is not Wish.NOTHING:
            # It was cancelled, or could not even begin.
            self.is_on = False
            self.give_up()

    def _on_graph_changed(self, change: GraphChanged) -> None:
        if change.affected or change.removed or change.renames or change.is_replacement:
            self._next.stop()
            self._arrive, self._recording, self._position = None, None, 0
            self._wish, self._is_playing, self.is_on = Wish.NOTHING, False, False
            self.changed.emit()
