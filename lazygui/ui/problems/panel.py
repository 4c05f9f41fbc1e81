"""The panel of problems: a list of all findings that follows the results, beside it the chosen one told whole."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from lazygui.graph.findings import Finding, Fix
from lazygui.graph.fixes import ApplyFix
from lazygui.ui import icons
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.problems.delegate import ProblemDelegate
from lazygui.ui.problems.detail import Detail
from lazygui.ui.problems.rows import Counts, ProblemModel, key
from lazygui.ui.theme import S2, SMALL, ui_font


class ProblemList(QListView):
    """The rows. Enter goes to the node; the arrow keys only choose."""

    entered_row = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ProblemsPanel(QStackedWidget):
    """All findings of the drawing as it is now."""

    node_chosen = Signal(str)
    """A person wants to go to this node."""
    path_pointed = Signal(tuple)
    """The nodes on the way from a cause to its problem while it is pointed at, or ()."""
    counts_changed = Signal()

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("problems")
        self._editor, self._appearance = editor, appearance
        self.counts = Counts()
        self._shown: tuple[Finding, ...] = ()
        self.model = ProblemModel()
        self.list = self._make_list()
        self.detail = Detail()
        self._calm, self._calm_icon, self._calm_words = _calm()
        self.addWidget(self._calm)
        self.addWidget(self._beside())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._connect()
        self._draw_calm()
        self.retranslate()

    @property
    def is_late(self) -> bool:
        """True while results have come that the list does not show yet."""
        return self._soon.isActive()

    @property
    def chosen(self) -> Finding | None:
        index = self.list.currentIndex()
        return self.model.findings[index.row()] if index.isValid() else None

    def step(self, direction: int) -> None:
        """Choose the next problem, or with -1 the one before, round the end, and show its node.

        The list gets the focus, so that Tab leads to the causes and fixes.
        """
        self.refresh()
        count = self.model.rowCount()
        if count == 0:
            return
        current = self.list.currentIndex()
        start = current.row() if current.isValid() else (-1 if direction > 0 else 0)
        index = self.model.index((start + direction) % count)
        self.list.setCurrentIndex(index)
        self._go(index)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the findings of the moment. The same problem stays chosen, wherever it stands now."""
        self._soon.stop()
        findings = self._editor.results.findings
        if findings == self._shown:
            return
        chosen, row = self.chosen, self.list.currentIndex().row()
        self._shown = findings
        self.model.show(findings)
        self.setCurrentIndex(1 if findings else 0)
        self._choose_again(chosen, row)
        self.counts = Counts.of(findings)
        self.counts_changed.emit()

    def focus_list(self) -> None:
        """Give the list the focus, with a row chosen."""
        self.refresh()
        if self.model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        shown = self.list if self.model.rowCount() else self._calm
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Problems"))
        self._calm_words.setText(self.tr("No problems"))
        self._calm.setAccessibleName(self.tr("No problems"))
        self.model.refresh()
        self._show_chosen()

    def _choose_again(self, finding: Finding | None, row: int) -> None:
        """After a mended problem the one that has come into its place is chosen."""
        count = self.model.rowCount()
        again = self.model.row_of(key(finding)) if finding else None
        if finding is not None and count:
            self.list.setCurrentIndex(self.model.index(min(row, count - 1) if again is None else again))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.detail.show_finding(self.chosen, self._editor.graph)
        # A new child comes last in its window: Tab would wander through all the rest before it.
        for before, after in pairwise([self.list, *self.detail.stops]):
            self.setTabOrder(before, after)

    def _go(self, index: QModelIndex) -> None:
        node = self.model.findings[index.row()].problem.node
        if node is not None:
            self.node_chosen.emit(node)

    def _apply(self, fix: Fix) -> None:
        had_focus = self.detail.isAncestorOf(self.focusWidget() or self)
        self._editor.do(ApplyFix(fix))
        if had_focus:
            # The button goes with its problem; the next key shall not go nowhere.
            self.list.setFocus()

    def _make_list(self) -> ProblemList:
        view = ProblemList()
        view.setObjectName("problems.list")
        view.setModel(self.model)
        view.setItemDelegate(ProblemDelegate(self._appearance, view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _beside(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, S2, 0, 0)
        row.setSpacing(S2)
        row.addWidget(self.list, 3)
        row.addWidget(self.detail, 2)
        return page

    def _connect(self) -> None:
        self._editor.results_changed.connect(lambda _change: self._soon.start())
        self._appearance.theme_changed.connect(self._draw_calm)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.clicked.connect(self._go)
        self.list.entered_row.connect(self._go)
        self.detail.fix_chosen.connect(self._apply)
        self.detail.node_chosen.connect(self.node_chosen)
        self.detail.path_pointed.connect(self.path_pointed)

    def _draw_calm(self) -> None:
        color = QColor(self._appearance.theme.ready)
        self._calm_icon.setPixmap(icons.pixmap("calm", color, 28, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _calm() -> tuple[QWidget, QLabel, QLabel]:
    """Return the page that says that all is well, with its picture and its words."""
    page, picture, words = QWidget(), QLabel(), QLabel()
    # For the key that leads here; there is nothing to do that Tab should stop for.
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    words.setObjectName("problems.none")
    words.setFont(ui_font(SMALL))
    words.setProperty("role", "faint")
    column = QVBoxLayout(page)
    column.addStretch(1)
    for label in (picture, words):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
    column.addStretch(1)
    return page, picture, words
