"""A table of texts, as Qt shows it. Knows no run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from lazygui.ui.theme import BODY, ui_font

Index = QModelIndex | QPersistentModelIndex


class TextTable(QAbstractTableModel):
    """Rows of texts below titles. Rows in `strong` are set apart."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: tuple[str, ...] = ()
        self.rows: list[tuple[str, ...]] = []
        self.strong: frozenset[int] = frozenset()

    def show(
        self, titles: Sequence[str], rows: Sequence[tuple[str, ...]], strong: frozenset[int] = frozenset()
    ) -> None:
        self.beginResetModel()
        self.titles, self.rows, self.strong = tuple(titles), list(rows), strong
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_title = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.titles[section] if is_title and section < len(self.titles) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(f"{title}: {cell}" for title, cell in zip(self.titles, row, strict=True) if cell)
            case Qt.ItemDataRole.FontRole if index.row() in self.strong:
                return ui_font(BODY, QFont.Weight.DemiBold)
        return None

    def markdown(self) -> str:
        """Return the table as Markdown."""
        lines = (self.titles, ("---",) * len(self.titles), *self.rows)
        return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def table_view(name: str, model: TextTable) -> QTreeView:
    """Return a view of a table, in the looks of the others."""
    view = QTreeView()
    view.setObjectName(name)
    view.setModel(model)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAllColumnsShowFocus(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    header = view.header()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return view
