"""The gate before a step: whoever is in front says which shape will come out, and is told which axis is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lazygui.graph.findings import Shape
from lazygui.graph.predicting import compare, read_shape
from lazygui.ui.theme import S2, SMALL, ui_font

FIELD = 150


class GuessField(QLineEdit):
    """Enter answers; Escape has it shown."""

    def __init__(self, give_up: Callable[[], None]) -> None:
        super().__init__()
        self._give_up = give_up
        self.setObjectName("theatre.guess")

    def event(self, event: QEvent) -> bool:
        # Before the window's own Esc.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)
            # Else the canvas below would hear what the field has no use for.
            event.accept()


class Gate(QWidget):
    """One question at a time. The score stays here, and is forgotten with the window."""

    def __init__(self) -> None:
        super().__init__()
        self.right_at_once = self.asked = 0
        self._node, self._truth = "", Shape()
        self._answered: Callable[[], None] | None = None
        self._is_first = True
        self._question = QLabel()
        self._question.setFont(ui_font(SMALL))
        self.field = GuessField(self.show_it)
        self.field.setFixedWidth(FIELD)
        self._reveal = QPushButton()
        self._reveal.setObjectName("theatre.reveal")
        self.hint = QLabel()
        self.hint.setObjectName("theatre.hint")
        self.hint.setProperty("role", "error")
        self.hint.setFont(ui_font(SMALL))
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(S2)
        row.addWidget(self._question, 1)
        row.addWidget(self.field)
        row.addWidget(self._reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.hint)
        self.field.returnPressed.connect(self._on_answer)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self._reveal.clicked.connect(self.show_it)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        return self._answered is not None

    def ask(self, node: str, truth: Shape, answered: Callable[[], None]) -> None:
        """Ask for the shape that leaves a node; `answered` is called once it may be shown."""
        self._node, self._truth, self._answered, self._is_first = node, truth, answered, True
        self.asked += 1
        self.field.clear()
        self._say("")
        self.retranslate()

    def close_question(self) -> None:
        """The question has no meaning any more; it does not count."""
        if self._answered is not None:
            self._answered = None
            self.asked -= 1

    def show_it(self) -> None:
        """Have the shape shown without a right answer."""
        answered, self._answered = self._answered, None
        if answered is not None:
            answered()

    def _on_answer(self) -> None:
        guess = read_shape(self.field.text())
        if guess is None:
            self._say(self.tr("Type the lengths of the axes, such as 2, 256."))
            return
        verdict = compare(guess, self._truth)
        if verdict.is_right:
            self.right_at_once += self._is_first
            self.show_it()
            return
        self._is_first = False
        if not verdict.wrong:
            text = self.tr("It has another number of axes than {count}.").format(count=verdict.has_axes)
        elif len(verdict.wrong) == 1:
            text = self.tr("Axis {axis}, counted from 0, is another.").format(axis=verdict.wrong[0])
        else:
            axes = ", ".join(map(str, verdict.wrong))
            text = self.tr("The axes {axes}, counted from 0, are others.").format(axes=axes)
        self._say(text)
        self.field.selectAll()

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def retranslate(self) -> None:
        self._question.setText(self.tr("Which shape will leave {node}?").format(node=self._node))
        self.field.setAccessibleName(self._question.text())
        self.field.setPlaceholderText(self.tr("such as 2, 256"))
        self._reveal.setText(self.tr("Show it"))
