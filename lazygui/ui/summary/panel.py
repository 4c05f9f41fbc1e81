"""The panel of the summary: the table, and two buttons that copy it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeView, QVBoxLayout, QWidget

from lazygui.graph.summary import summary
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.icons import icon
from lazygui.ui.summary.columns import COLUMNS, csv_text, markdown
from lazygui.ui.summary.model import SummaryModel
from lazygui.ui.theme import S1, S2

PAUSE_MS: Final = 150
"""Results come one by one; the table is written again when none has come for so long."""
COPIED_MS: Final = 1500
NAME_WIDTH: Final = 120
STARTS_OPEN: Final = 60
"""With at most so many nodes all groups are open at first."""


class SummaryPanel(QWidget):
    """What is known of each node. Enter or a double click goes to it."""

    node_chosen = Signal(str)
    """A person wants to go to this node or group."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("summary")
        self._editor, self._appearance = editor, appearance
        self.model = SummaryModel(appearance)
        self.view = _view(self.model)
        self.copy_markdown = _button("summary.markdown")
        self.copy_csv = _button("summary.csv")
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._closed: set[str] = set()
        """The groups that a person has closed."""
        self._lay_out()
        self._connect()
        self._wear_theme()
        self.retranslate()

    @property
    def is_late(self) -> bool:
        """True while something has changed that the table, where it is seen, does not show yet."""
        return self._soon.isActive()

    def refresh(self) -> None:
        """Show what is known now. Unseen the panel works nothing out."""
        self._soon.stop()
        if self.isVisible():
            chosen, bar = self.model.row_at(self.view.currentIndex()), self.view.verticalScrollBar()
            place = bar.value()
            self.model.show(summary(self._editor.graph, self._editor.results))
            self._open_groups()
            if chosen is not None:
                self.view.setCurrentIndex(self.model.index_of(chosen.path))
            bar.setValue(place)

    def focus_table(self) -> None:
        """Give the table the focus, with its first row chosen where none is."""
        self.refresh()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Summary"))
        self.model.retranslate()
        self._open_groups()
        self._name_buttons()

    def _name_buttons(self) -> None:
        self.copy_markdown.setText(self.tr("Copy as Markdown"))
        self.copy_markdown.setToolTip(self.tr("Copy the table for a text, with rounded numbers"))
        self.copy_csv.setText(self.tr("Copy as CSV"))
        self.copy_csv.setToolTip(self.tr("Copy the table for a spreadsheet, with all digits"))

    def _copy(self, button: QPushButton, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        button.setText(self.tr("Copied"))
        self._copied.start()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(S2, S1, S2, 0)
        buttons.setSpacing(S1)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_markdown)
        buttons.addWidget(self.copy_csv)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S1, 0, 0)
        column.setSpacing(S1)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        model = self.model
        self.copy_markdown.clicked.connect(
            lambda: self._copy(self.copy_markdown, markdown(model.in_order, model.whole))
        )
        self.copy_csv.clicked.connect(lambda: self._copy(self.copy_csv, csv_text(model.in_order, model.whole)))
        self._soon.timeout.connect(self.refresh)
        self._copied.timeout.connect(self._name_buttons)
        self._editor.graph_changed.connect(lambda _change: self._soon.start())
        self._editor.results_changed.connect(self._soon.start)
        self._appearance.theme_changed.connect(self._wear_theme)
        self.view.activated.connect(self._on_activated)
        self.view.collapsed.connect(partial(self._on_toggled, is_open=False))
        self.view.expanded.connect(partial(self._on_toggled, is_open=True))

    def _open_groups(self) -> None:
        """A table that is written again has the groups open that were open."""
        starts_open = len(self._editor.graph.nodes) <= STARTS_OPEN
        self.view.blockSignals(True)
        for index in _groups(self.model, QModelIndex()):
            row = self.model.row_at(index)
            self.view.setExpanded(index, row is not None and (row.path in self._closed) != starts_open)
        self.view.blockSignals(False)

    def _on_toggled(self, index: QModelIndex, is_open: bool) -> None:
        """`_closed` are the exceptions from how groups start."""
        row = self.model.row_at(index)
        if row is not None:
            is_usual = is_open == (len(self._editor.graph.nodes) <= STARTS_OPEN)
            (self._closed.discard if is_usual else self._closed.add)(row.path)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.node_chosen.emit(row.path)

    def _wear_theme(self) -> None:
        for button in (self.copy_markdown, self.copy_csv):
            button.setIcon(icon("copy", self._appearance.theme, "text_muted"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _groups(model: SummaryModel, above: QModelIndex) -> list[QModelIndex]:
    """Return the indexes of all rows that hold others."""
    inner = (model.index(row, 0, above) for row in range(model.rowCount(above)))
    holding = [index for index in inner if model.rowCount(index)]
    return [*holding, *(one for index in holding for one in _groups(model, index))]


def _view(model: SummaryModel) -> QTreeView:
    view = QTreeView()
    view.setObjectName("summary.table")
    view.setModel(model)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setSortingEnabled(True)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.resizeSection(0, NAME_WIDTH)
    header.setResizeContentsPrecision(200)
    header.setSectionsMovable(False)
    header.setMinimumSectionSize(48)
    assert header.count() == len(COLUMNS)
    return view


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("flat", "true")
    button.setIconSize(QSize(16, 16))
    return button
