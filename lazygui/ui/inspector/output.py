"""What came out of a node in the latest run, and why nothing came out where it failed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from lazygui.graph.model import Node
from lazygui.graph.results import Failure, Results, State
from lazygui.ui.appearance import Appearance
from lazygui.ui.inspector.parts import Section, label, selectable
from lazygui.ui.theme import CONTROL_RADIUS, S1, S2, S3, S4, SMALL, TINY, mono_font
from lazygui.ui.words import duration, sentence, shapes
from lazygui.words.numbers import shape_words

MOST_LINES = 10


class OutputSection(Section):
    """Shape and type of each output, and the time it took."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "inspector.output")
        self._shown: tuple[Node, Results] | None = None
        self.shapes = selectable(label(is_mono=True))
        self.shapes.setObjectName("inspector.output.shapes")
        self.note = label("muted")
        self.body.addWidget(self.shapes)
        self.body.addWidget(self.note)
        self.retranslate()

    def show_node(self, node: Node, results: Results) -> None:
        self._shown = (node, results)
        outputs = results.outputs(node.id)
        result = results.result(node.id)
        dtypes = result.dtypes if result else ()
        self.shapes.setText("\n".join(_lines(node, outputs, dtypes)))
        self.shapes.setVisible(bool(outputs))
        self.note.setText(self._note(node, results))
        self.note.setVisible(bool(self.note.text()))

    def retranslate(self) -> None:
        self.set_title(self.tr("Output"))
        if self._shown is not None:
            self.show_node(*self._shown)

    def _note(self, node: Node, results: Results) -> str:
        result = results.result(node.id)
        if result is not None:
            return self.tr("Computed in {time}.").format(time=duration(result.seconds))
        match results.state(node.id):
            case State.REACHED:
                return self.tr("The sample came through here, and failed further on.")
            case State.WAITING:
                return self.tr("Waits for {node}.").format(node=results.waits_for(node.id))
            case State.FAILED:
                return self.tr("Nothing came out: the layer failed.")
            case State.RUNNING:
                return self.tr("The sample is in this layer now.")
            case _:
                return self.tr("Not known yet: run a sample.")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class WordsBox(QPlainTextEdit):
    """A text to select and copy, as high as it needs. A label breaks lines at spaces alone; torch has long words."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setFont(mono_font(TINY))
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height of the text, up to MOST_LINES."""
        # Qt counts the height of a plain text in lines.
        lines = max(int(self.document().size().height()), 1)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > MOST_LINES else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(min(lines, MOST_LINES) * (self.fontMetrics().lineSpacing() + 1) + S1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class FailureBox(QWidget):
    """The sentence, the shapes that arrived, and torch's own words to select and copy."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("inspector.failure")
        self._appearance = appearance
        self._failure: Failure | None = None
        self.sentence = selectable(label("error", SMALL))
        self.received = selectable(label("muted", TINY, is_mono=True))
        self.words = WordsBox()
        self.words.setObjectName("inspector.failure.words")
        box = QVBoxLayout(self)
        box.setContentsMargins(S4 + S3, S3, S4 + S3, S3 + S3)
        box.setSpacing(S2)
        for widget in (self.sentence, self.received, self.words):
            box.addWidget(widget)

    def show_failure(self, failure: Failure | None) -> None:
        self._failure = failure
        self.setVisible(failure is not None)
        if failure is None:
            return
        self.sentence.setText(sentence(failure.problem))
        self.received.setText(self.tr("Received: {shapes}").format(shapes=shapes(failure.received)))
        self.received.setVisible(bool(failure.received))
        self.words.setPlainText(failure.words)
        self.words.fit()
        self.words.setVisible(bool(failure.words))
        for widget in (self, self.words):
            widget.setAccessibleName(self.sentence.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._appearance.theme.error_ground))
        ground = self.rect().adjusted(S4, 0, -S4, -S3)
        painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_failure(self._failure)
        super().changeEvent(event)


def _lines(node: Node, outputs: tuple[tuple[int, ...], ...], dtypes: tuple[str, ...]) -> list[str]:
    """Return one line for each output; its name stands before it where there are several."""
    lines = []
    for number, shape in enumerate(outputs):
        names = node.output_names
        name = f"{names[number] if number < len(names) else number}: " if len(outputs) > 1 else ""
        kind = f"  {dtypes[number]}" if number < len(dtypes) else ""
        lines.append(f"{name}{shape_words(shape)}{kind}")
    return lines
