"""The panel of the latest runs: a row each; Enter shows one again, and two that are chosen are compared beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTime, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lazygui.graph.changes import GraphChanged
from lazygui.graph.recording import Recording
from lazygui.graph.results import NodeResult
from lazygui.graph.runs import Difference, Run, Runs, Same, compare, sample_change
from lazygui.graph.where import USUAL
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.parts import label
from lazygui.ui.run_controller import RunController
from lazygui.ui.runs.table import TextTable, table_view
from lazygui.ui.theatre.player import Player
from lazygui.ui.theme import S1, S2, S3
from lazygui.ui.words import change_words, duration, sentence, shapes
from lazygui.words.numbers import shape_words


class RunsPanel(QWidget):
    """Keeps what the runs of a window have shown."""

    said = Signal(str)
    """What another sample has done, in a sentence."""

    def __init__(self, editor: Editor, runs: RunController, player: Player) -> None:
        super().__init__()
        self.setObjectName("runs")
        self._editor, self._player = editor, player
        self.kept = Runs()
        self.model, self.differences = TextTable(), TextTable()
        self.view = table_view("runs.table", self.model)
        self.compared = table_view("runs.compared", self.differences)
        self.note = label("muted")
        self.note.setObjectName("runs.note")
        self.copy = QPushButton()
        self.copy.setObjectName("runs.markdown")
        self.copy.setProperty("flat", "true")
        self._empty = label("faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        runs.recorded.connect(self._on_recorded)
        editor.graph_changed.connect(self._on_graph_changed)
        self.view.activated.connect(lambda index: self.show_again(self.kept.runs[index.row()]))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._compare())
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.differences.markdown()))
        self.retranslate()

    def show_again(self, run: Run) -> None:
        """Show what a run has shown, if it was of the drawing that is there now."""
        if not self._player.show_again(run.recording):
            self.note.setText(
                self.tr("Run {number} was of another drawing: undo until it is there again.").format(number=run.number)
            )

    def focus_list(self) -> None:
        """Give the table the focus, with its last row chosen where none is."""
        if not self.view.currentIndex().isValid() and self.kept.runs:
            self.view.setCurrentIndex(self.model.index(len(self.kept.runs) - 1, 0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Runs"))
        self.compared.setAccessibleName(self.tr("Comparison of two runs"))
        self.copy.setText(self.tr("Copy as Markdown"))
        self._empty.setText(
            self.tr("The latest ten runs are kept here. Enter shows one again; choose two to compare them.")
        )
        self._fill()

    def _on_recorded(self, recording: Recording) -> None:
        before = self.kept.runs[-1] if self.kept.runs else None
        run = self.kept.add(recording, QTime.currentTime().toString("HH:mm:ss"))
        self._fill()
        change = sample_change(before, run) if before is not None else None
        self.note.setText(change_words(change) if change is not None else "")
        if change is not None:
            self._editor.results.mark_reshaped(change.shapes_before)
            self.said.emit(change_words(change))

    def _on_graph_changed(self, change: GraphChanged) -> None:
        if change.is_replacement:
            self.kept.clear()
            self.note.setText("")
            self._fill()

    def _fill(self) -> None:
        chosen = [self.kept.runs[row].number for row in self._chosen_rows() if row < len(self.kept.runs)]
        first = (self.tr("Run"), self.tr("Time"), self.tr("Seed"), self.tr("Mode"), self.tr("Sample"))
        titles = (*first, self.tr("Output"), self.tr("Parameters"), self.tr("Seconds"), self.tr("Outcome"))
        self.model.show(titles, [self._row(run) for run in self.kept.runs])
        for row, run in enumerate(self.kept.runs):
            if run.number in chosen:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.view.selectionModel().select(self.model.index(row, 0), flags)
        self._stack.setCurrentIndex(int(bool(self.kept.runs)))
        self._compare()

    def _row(self, run: Run) -> tuple[str, ...]:
        recording = run.recording
        mode = self.tr("train") if recording.is_training else self.tr("eval")
        count = "" if recording.parameter_count is None else f"{recording.parameter_count:,}"
        seconds = "" if recording.seconds is None else duration(recording.seconds)
        told = self.tr("finished") if recording.failure is None else sentence(recording.failure[1].problem)
        if recording.where != USUAL:
            mode = f"{mode} · {recording.where.device} · {recording.where.dtype}"
        numbers = (str(run.number), run.time, str(recording.seed), mode)
        return (*numbers, shapes(run.samples), shapes(run.outputs), count, seconds, told)

    def _chosen_rows(self) -> list[int]:
        return sorted(index.row() for index in self.view.selectionModel().selectedRows())

    def _compare(self) -> None:
        """Compare the two runs that are chosen; of others, nothing."""
        rows = self._chosen_rows()
        is_pair = len(rows) == 2
        self._side.setVisible(is_pair)
        if is_pair:
            first, second = (self.kept.runs[row] for row in rows)
            self._show_comparison(first, second)

    def _show_comparison(self, first: Run, second: Run) -> None:
        names = (f"#{first.number}", f"#{second.number}")
        titles = (self.tr("Node"), *(self.tr("Output {run}").format(run=name) for name in names))
        titles += tuple(self.tr("Parameters {run}").format(run=name) for name in names)
        titles += (self.tr("Weights"), *(self.tr("Seconds {run}").format(run=name) for name in names))
        told = compare(first, second)
        strong = frozenset(row for row, one in enumerate(told) if not one.is_equal)
        self.differences.show(titles, [self._difference(one) for one in told], strong)
        change = sample_change(first, second)
        self.note.setText(change_words(change) if change is not None else "")

    def _difference(self, one: Difference) -> tuple[str, ...]:
        pair = (one.first, one.second)
        words = {
            Same.SAME: self.tr("the same"),
            Same.OTHER_NUMBERS: self.tr("other numbers"),
            Same.OTHER_SHAPES: self.tr("other shapes"),
            Same.NONE: "",
        }
        return (
            one.node,
            *(shapes(result.outputs) if result else "–" for result in pair),
            *(_parameters(result) for result in pair),
            words[one.weights],
            *(duration(result.seconds) if result else "–" for result in pair),
        )

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(S1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        side.addLayout(row)
        side.addWidget(self.compared, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(S2)
        splitter.addWidget(self.view)
        splitter.addWidget(self._side)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.note.setContentsMargins(S3, S1, S3, 0)
        column.addWidget(self.note)
        column.addWidget(splitter, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, S1, 0, 0)
        whole.addWidget(self._stack)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _parameters(result: NodeResult | None) -> str:
    if result is None:
        return "–"
    return ", ".join(f"{parameter.name} {shape_words(parameter.shape)}" for parameter in result.parameters)
