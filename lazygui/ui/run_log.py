"""What happened at each node in the last run, line by line. Keeps events and turns them into words when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, assert_never

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, QTime, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedWidget, QTreeView

from lazygui.engine.messages import InitializationApplied, NodeFailed, NodeFinished, RunEvent, RunFinished
from lazygui.graph.findings import Shape
from lazygui.graph.where import USUAL
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.run_controller import RunCancelled, RunController, RunStarted
from lazygui.ui.theme import S3, SMALL, mono_font, ui_font
from lazygui.ui.turns import TURNS
from lazygui.ui.words import duration, init_words, sentence, shapes
from lazygui.words.numbers import count_words

TIME, NODE, WORDS, SECONDS = range(4)
WIDTHS: Final = {TIME: 72, NODE: 108, SECONDS: 72}
MANY: Final = 500
LATER_MS: Final = 200
"""How long the news of a node may wait when there are many rows: Qt lays all of them out for each."""

Index = QModelIndex | QPersistentModelIndex
Told = RunStarted | NodeFinished | NodeFailed | InitializationApplied | RunFinished
"""What a line of the log can be about."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened, with the shapes that went into the node."""

    time: str
    event: Told
    received: tuple[Shape, ...] = ()

    @property
    def node(self) -> str | None:
        return self.event.node if isinstance(self.event, NodeFinished | NodeFailed) else None


class LogModel(QAbstractTableModel):
    """The rows of the last run."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor = editor
        self._appearance = appearance
        self.rows: list[Row] = []
        self._waiting: list[Row] = []
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.show_waiting)

    @property
    def is_late(self) -> bool:
        """Whether something that has happened has no row yet."""
        return bool(self._waiting)

    def clear(self) -> None:
        self.beginResetModel()
        self._waiting.clear()
        self.rows.clear()
        self.endResetModel()

    def add(self, event: RunStarted | RunEvent | RunCancelled) -> None:
        """Add what can be told of an event; a new run takes the place of the last one."""
        if isinstance(event, RunStarted):
            self.clear()
        elif not isinstance(event, NodeFinished | NodeFailed | InitializationApplied | RunFinished):
            return
        self._waiting.append(Row(QTime.currentTime().toString("HH:mm:ss"), event, self._received(event)))
        if len(self.rows) < MANY or not isinstance(event, NodeFinished):
            self.show_waiting()
        elif not self._later.isActive():
            self._later.start()

    def show_waiting(self) -> None:
        """Have rows for all that has happened."""
        self._later.stop()
        if self._waiting:
            at = len(self.rows)
            self.beginInsertRows(QModelIndex(), at, at + len(self._waiting) - 1)
            self.rows += self._waiting
            self._waiting = []
            self.endInsertRows()

    def cut(self, count: int) -> None:
        """Keep the first so many rows."""
        self.show_waiting()
        if count < len(self.rows):
            self.beginRemoveRows(QModelIndex(), count, len(self.rows) - 1)
            del self.rows[count:]
            self.endRemoveRows()

    def refresh(self) -> None:
        """Have the words read again, in another language or other colours."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, SECONDS))

    def _received(self, event: Told) -> tuple[Shape, ...]:
        if isinstance(event, NodeFailed):
            return event.failure.received
        if not isinstance(event, NodeFinished):
            return ()
        edges = self._editor.graph.inputs.get(event.node, ())
        found = ((self._editor.results.outputs(edge.source.node), edge.source.index) for edge in edges)
        return tuple(outputs[index] for outputs, index in found if index < len(outputs))

    def _text(self, row: Row, column: int) -> str:
        if column == TIME:
            return row.time
        match row.event:
            case RunStarted(seed, is_training, where):
                mode = self.tr("training mode") if is_training else self.tr("evaluation mode")
                started = self.tr("seed {seed} · {mode}").format(seed=seed, mode=mode)
                if where != USUAL:
                    started = " · ".join((started, where.device, where.dtype))
                return {NODE: self.tr("Run sample"), WORDS: started}.get(column, "")
            case NodeFinished(_, node, result):
                way = " → ".join(filter(None, (shapes(row.received), shapes(result.outputs))))
                return {NODE: f"✓ {node}", WORDS: way, SECONDS: duration(result.seconds)}[column]
            case NodeFailed(_, failed, failure):
                return {NODE: f"▲ {failed or ''}", WORDS: sentence(failure.problem)}.get(column, "")
            case InitializationApplied(_, report):
                name = self.tr("✓ Initialize") if report.applied else self.tr("▲ Initialize")
                return {NODE: name, WORDS: init_words(report)}.get(column, "")
            case RunFinished(_, parameter_count, seconds):
                done = self.tr("{count} parameters").format(count=count_words(parameter_count))
                return {NODE: self.tr("✓ Done"), WORDS: done, SECONDS: duration(seconds)}[column]
            case _:
                assert_never(row.event)

    def _colour(self, row: Row, column: int) -> QColor:
        theme = self._appearance.theme
        if isinstance(row.event, NodeFailed) and column != TIME:
            return QColor(theme.error)
        return QColor(theme.text if column == NODE else theme.text_muted)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return SECONDS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._text(row, column) if column == WORDS else None
            case Qt.ItemDataRole.FontRole if column == WORDS and isinstance(row.event, NodeFailed):
                return ui_font(SMALL)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(row, column)
            case Qt.ItemDataRole.TextAlignmentRole if column == SECONDS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


class RunLog(QStackedWidget):
    """The list of the last run; a click on a line chooses its node."""

    def __init__(self, editor: Editor, runs: RunController, appearance: Appearance) -> None:
        super().__init__()
        self._editor = editor
        self.model = LogModel(editor, appearance)
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "faint")
        self.view = _view(self.model)
        self.addWidget(self._empty)
        self.addWidget(self.view)
        self._scroll = QTimer(self, singleShot=True)
        self._scroll.timeout.connect(self._scroll_down)
        self.model.rowsInserted.connect(lambda: self._scroll.start(0))
        runs.happened.connect(self.tell)
        appearance.theme_changed.connect(self.model.refresh)
        self.view.clicked.connect(self._on_row_chosen)
        self.view.activated.connect(self._on_row_chosen)
        self.retranslate()

    def clear(self) -> None:
        self.model.clear()
        self.setCurrentWidget(self._empty)

    def retranslate(self) -> None:
        self._empty.setText(self.tr("Run a sample: every node tells here what it received and what it made of it."))
        self.view.setAccessibleName(self.tr("Run log"))
        self.model.refresh()

    def take_back(self, count: int) -> None:
        """Keep what happened at the first so many nodes of the run."""
        if count:
            self.model.cut(count + 1)
        else:
            self.clear()

    def tell(self, event: RunStarted | RunEvent | RunCancelled) -> None:
        self.model.add(event)
        self.setCurrentWidget(self.view)

    def _scroll_down(self) -> None:
        with TURNS.of(id(self)):
            self.view.scrollToBottom()  # which lays out all rows

    def _on_row_chosen(self, index: QModelIndex) -> None:
        node = self.model.rows[index.row()].node
        if node is not None:
            self._editor.select((node,))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _view(model: LogModel) -> QTreeView:
    view = QTreeView()
    view.setObjectName("log")
    view.setModel(model)
    view.setFont(mono_font())
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setIndentation(0)
    view.setHeaderHidden(True)
    view.setContentsMargins(S3, 0, S3, 0)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
    for column, width in WIDTHS.items():
        header.resizeSection(column, width)
    return view
