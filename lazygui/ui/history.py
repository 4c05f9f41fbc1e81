"""The steps of the drawing by name: those that are done, the one of now, and those that can be done again."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from lazygui.graph.edits import EditTitle
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.theme import BODY, S2, S3, SMALL, ui_font
from lazygui.ui.words import edit_name

NOW, STEP, NOTE = range(3)
WIDTHS: Final = {NOW: 24, NOTE: 88}
HERE: Final = "\u25b8"

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """A row for the beginning, and one for each step; the row's number is how many steps are done there."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor, self._appearance = editor, appearance
        self._titles: tuple[EditTitle, ...] = ()
        self.position = 0
        self._saved: int | None = None

    def follow(self) -> None:
        """Show the steps of now."""
        document = self._editor.document
        titles = document.titles
        if titles != self._titles:
            self.beginResetModel()
            self._titles = titles
            self.endResetModel()
        self.position, self._saved = document.position, document.saved_position
        self.refresh()

    def refresh(self) -> None:
        """Have the words read again."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._titles), NOTE))

    def _words(self, row: int) -> str:
        if row == 0:
            return self.tr("Beginning")
        name = edit_name(self._titles[row - 1])
        return name[:1].upper() + name[1:]

    def _note(self, row: int) -> str:
        return self.tr("saved") if row == self._saved else self.tr("undone") if row > self.position else ""

    def _spoken(self, row: int) -> str:
        """Return what a screen reader says of a row: `Move of fc1, now, saved`."""
        now = self.tr("now") if row == self.position else ""
        return ", ".join(filter(None, (self._words(row), now, self._note(row))))

    def _font(self, row: int) -> QFont:
        font = ui_font(BODY, QFont.Weight.DemiBold if row == self.position else QFont.Weight.Normal)
        font.setItalic(row > self.position)
        return font

    def _color(self, row: int, column: int) -> QColor:
        theme = self._appearance.theme
        if column == NOW:
            return QColor(theme.accent)
        return QColor(theme.text_faint if row > self.position or column == NOTE else theme.text)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._titles) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return NOTE + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                texts = {NOW: HERE if row == self.position else "", NOTE: self._note(row)}
                return texts.get(column) if column != STEP else self._words(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.FontRole:
                return ui_font(SMALL) if column == NOTE else self._font(row)
            case Qt.ItemDataRole.ForegroundRole:
                return self._color(row, column)
        return None


class HistoryPanel(QWidget):
    """The list of steps. A click or Enter goes there; the arrow keys only choose."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("history")
        self._editor = editor
        self.model = HistoryModel(editor, appearance)
        self.view = _view(self.model)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, S2, 0, 0)
        box.addWidget(self.view)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        editor.graph_changed.connect(lambda _change: self._soon.start())
        appearance.theme_changed.connect(self.model.refresh)
        self.view.clicked.connect(self._on_row_chosen)
        self.view.activated.connect(self._on_row_chosen)
        self.retranslate()

    def refresh(self) -> None:
        """Show the steps of the moment, with the one of now in sight."""
        self._soon.stop()
        self.model.follow()
        self._show_now()

    def focus_list(self) -> None:
        """Give the list the focus, with the step of now chosen."""
        self.refresh()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("History"))
        self.model.refresh()

    def _show_now(self) -> None:
        here = self.model.index(self.model.position, STEP)
        self.view.setCurrentIndex(here)
        self.view.scrollTo(here)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        self._editor.go_to(index.row())
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _view(model: HistoryModel) -> QTreeView:
    view = QTreeView()
    view.setObjectName("history.list")
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setIndentation(0)
    view.setHeaderHidden(True)
    view.setContentsMargins(S3, 0, S3, 0)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(STEP, QHeaderView.ResizeMode.Stretch)
    for column, width in WIDTHS.items():
        header.resizeSection(column, width)
    return view
