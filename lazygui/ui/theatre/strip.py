"""The strip over the canvas while a pass is stepped through: where it is, how fast it plays, what a step has shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from lazygui.ui.theatre.captions import caption
from lazygui.ui.theatre.gate import Gate
from lazygui.ui.theatre.player import SPEEDS, Player
from lazygui.ui.theme import S1, S2, S3, SMALL, ui_font

WIDTH = 620
COUNT = 64


class Strip(QFrame):
    """Stands at the top of a canvas; `above` is what may stand there too, and comes first."""

    def __init__(self, canvas: QWidget, player: Player, above: QWidget) -> None:
        super().__init__(canvas)
        self._canvas, self._player, self._above = canvas, player, above
        self.has_gate = False
        """Whether a step asks before it shows a shape."""
        self._asked_at: int | None = None
        self.setObjectName("theatre")
        self.setProperty("card", "true")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.bar = QSlider(Qt.Orientation.Horizontal)
        self.bar.setObjectName("theatre.position")
        self.count = QLabel()
        self.count.setObjectName("theatre.count")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setMinimumWidth(COUNT)
        self.count.setFont(ui_font(SMALL))
        self.speed = QComboBox()
        self.speed.setObjectName("theatre.speed")
        self.caption = QLabel()
        self.caption.setObjectName("theatre.caption")
        self.caption.setWordWrap(True)
        self.caption.setFont(ui_font(SMALL))
        self.score = QLabel()
        self.score.setObjectName("theatre.score")
        self.score.setProperty("role", "muted")
        self.score.setFont(ui_font(SMALL))
        self.gate = Gate()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def ask(self, node: str, answered: Callable[[], None]) -> bool:
        """Ask for what will leave a node, if the gate is on and there is something to tell."""
        recording, position = self._player.recording, self._player.position
        if not self.has_gate or recording is None or position >= len(recording.steps):
            return False
        result = recording.steps[position].result
        if not recording.graph.inputs.get(node) or not result.outputs:
            return False
        if not self.gate.is_open:
            self._asked_at = position
            self.gate.ask(node, result.outputs[0], lambda: self._on_answered(answered))
        self._show()
        self.gate.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_answered(self, answered: Callable[[], None]) -> None:
        self._asked_at = None
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        answered()

    def set_gate(self, is_on: bool) -> None:
        """Ask before each step, or no more; a question that is open is then answered by what is there."""
        self.has_gate = is_on
        if not is_on:
            self.gate.show_it()
        self._show()

    def follow_canvas(self) -> None:
        """Stand in the middle of the canvas's upper edge, below what stands there already."""
        if self.isHidden():
            return
        top = S3 + (self._above.geometry().bottom() if self._above.isVisible() else 0)
        width = min(WIDTH, self._canvas.width() - 2 * S3)
        self.resize(width, self._column.heightForWidth(width))
        self.move((self._canvas.width() - width) // 2, top)

    def retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Place in the pass"))
        self.bar.setToolTip(self.tr("Drag to any moment of the pass"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How fast it plays"))
        with QSignalBlocker(self.speed):
            self.speed.clear()
            for speed in SPEEDS:
                self.speed.addItem(f"{speed:g} ×", speed)
        self.gate.retranslate()
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.count)
        row.addWidget(self.speed)
        below = QHBoxLayout()
        below.addWidget(self.caption, 1)
        below.addWidget(self.score)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(S3, S2, S3, S2)
        column.setSpacing(S1)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self.gate)

    def _connect(self) -> None:
        player = self._player
        player.changed.connect(self._show)
        self.bar.valueChanged.connect(player.seek)
        self.speed.currentIndexChanged.connect(lambda index: setattr(player, "speed", SPEEDS[index]))
        self._canvas.installEventFilter(self)
        self._above.installEventFilter(self)

    def _show(self) -> None:
        player, recording = self._player, self._player.recording
        if self.gate.is_open and (player.position != self._asked_at or not player.is_on):
            self.gate.close_question()
            self._asked_at = None
        is_seen = player.is_on and recording is not None
        if is_seen and recording is not None:
            with QSignalBlocker(self.bar):
                self.bar.setRange(0, player.length)
                self.bar.setValue(player.position)
            self.count.setText(self.tr("{number} of {count}").format(number=player.position, count=player.length))
            self.speed.setCurrentIndex(SPEEDS.index(player.speed))
            self.caption.setText(caption(recording, player.position))
            self.caption.setVisible(not self.gate.is_open)
            self.gate.setVisible(self.gate.is_open)
            asked = self.gate.asked - self.gate.is_open
            told = self.tr("{right} of {asked} at once").format(right=self.gate.right_at_once, asked=asked)
            self.score.setText(told if asked else "")
            self.score.setVisible(bool(asked))
        self.setVisible(is_seen)
        self.follow_canvas()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.follow_canvas()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
