"""The summary as a tree for Qt's views: groups hold their nodes, the last row is the sum."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from lazygui.graph.summary import Row, total
from lazygui.ui.appearance import Appearance
from lazygui.ui.summary.columns import COLUMNS, UNKNOWN, ordered, sum_cells
from lazygui.ui.theme import SMALL, mono_font, ui_font

Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """A row where it stands: in which other one (by its number, -1 at the top), and as which of those there."""

    row: Row
    parent: int
    position: int
    inner: list[int]


class SummaryModel(QAbstractItemModel):
    """Shows the rows that it is given, in the order that a header asks for."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: tuple[Row, ...] = ()
        self.whole = total(())
        self._order = (0, False)
        self._entries: list[Entry] = []
        self._top: list[int] = []

    def show(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows, self.whole = rows, total(rows)
        self._arrange()
        self.endResetModel()

    def retranslate(self) -> None:
        self.show(self.rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order is Qt.SortOrder.DescendingOrder)
        self.show(self.rows)

    @property
    def in_order(self) -> tuple[Row, ...]:
        """The rows as they are shown."""
        return tuple(self._sorted(self._entries[number]) for number in self._top)

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index, or None at the sum."""
        return self._entries[index.internalId()].row if index.isValid() and index.internalId() < self._count else None

    def index_of(self, path: str) -> QModelIndex:
        """Return the index of a node or group, or an invalid one."""
        found = (number for number, entry in enumerate(self._entries) if entry.row.path == path)
        number = next(found, -1)
        return self.createIndex(self._entries[number].position, 0, number) if number >= 0 else QModelIndex()

    @property
    def _count(self) -> int:
        """The number of rows, and so the id of the sum."""
        return len(self._entries)

    def _sorted(self, entry: Entry) -> Row:
        return replace(entry.row, rows=tuple(self._sorted(self._entries[number]) for number in entry.inner))

    def _arrange(self) -> None:
        self._entries = []
        self._top = self._place(self.rows, -1)

    def _place(self, rows: tuple[Row, ...], parent: int) -> list[int]:
        placed = []
        for position, row in enumerate(ordered(rows, *self._order)):
            number = len(self._entries)
            placed.append(number)
            entry = Entry(row, parent, position, [])
            self._entries.append(entry)
            entry.inner.extend(self._place(row.rows, number))
        return placed

    # Qt's calls

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        if not parent.isValid():
            return len(self._top) + bool(self._top)
        return len(self._entries[parent.internalId()].inner) if parent.internalId() < self._count else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(COLUMNS)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if parent.isValid():
            return self.createIndex(row, column, self._entries[parent.internalId()].inner[row])
        return self.createIndex(row, column, self._top[row] if row < len(self._top) else self._count)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt has another one without arguments
        if not index.isValid() or index.internalId() >= self._count:
            return QModelIndex()
        above = self._entries[index.internalId()].parent
        return QModelIndex() if above < 0 else self.createIndex(self._entries[above].position, 0, above)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].words
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.row_at(index), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole if row is not None:
                return row.path if column == 0 else self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == 0:
                return self._spoken(row)
            case Qt.ItemDataRole.FontRole:
                return self._font(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._color(row, column)
        return None

    def _text(self, row: Row | None, column: int) -> str:
        return sum_cells(self.whole)[column] if row is None else COLUMNS[column].text(row, self.whole)

    def _spoken(self, row: Row | None) -> str:
        """Return what a screen reader says of a row: each cell with its heading, but the name."""
        cells = [self._text(row, column) for column in range(len(COLUMNS))]
        told = (f"{column.words} {cell}" for column, cell in zip(COLUMNS[1:], cells[1:], strict=True) if cell)
        return ", ".join((cells[0], *told))

    def _font(self, row: Row | None, column: int) -> QFont:
        weight = QFont.Weight.DemiBold if row is None else QFont.Weight.Normal
        return ui_font(SMALL, weight) if column < 2 else mono_font(SMALL)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if COLUMNS[column].is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _color(self, row: Row | None, column: int) -> QColor:
        theme = self._appearance.theme
        is_faint = self._text(row, column).startswith(UNKNOWN)
        return QColor(theme.text_faint if is_faint else theme.text if column != 1 else theme.text_muted)
