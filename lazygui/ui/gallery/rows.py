"""What the gallery lists: topics with their examples, or what a search finds. Knows no view and opens no file."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from lazygui.storage.examples import Example

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = str | Example
"""A topic in the language of the window, or an example."""

ROW_ROLE: Final = Qt.ItemDataRole.UserRole


def rows(examples: tuple[Example, ...], query: str, code: str) -> tuple[Row, ...]:
    """Return the examples in which every word of the query is found, in either language, below their topics."""
    words = query.casefold().split()
    found = (example for example in examples if all(word in _text(example) for word in words))
    listed: list[Row] = []
    for topic, group in groupby(found, lambda example: example.topic.get(code, "")):
        listed += ([topic] if topic else []) + list(group)
    return tuple(listed)


def _text(example: Example) -> str:
    parts = (example.title, example.about, example.section, example.topic)
    return " ".join(text for part in parts for text in part.values()).casefold()


class ExampleModel(QAbstractListModel):
    """Topics, which cannot be chosen, and examples."""

    def __init__(self, examples: tuple[Example, ...], code: str) -> None:
        super().__init__()
        self._examples, self._code = examples, code
        self._rows = rows(examples, "", code)

    def show_query(self, query: str) -> None:
        """List what the query finds; an empty one lists everything."""
        self.beginResetModel()
        self._rows = rows(self._examples, query, self._code)
        self.endResetModel()

    def example(self, index: Index) -> Example | None:
        """Return the example of a row, or None for a topic and where there is no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Example) else None

    def first(self) -> QModelIndex:
        """Return the first example, or an invalid index when there is none."""
        number = next((n for n, row in enumerate(self._rows) if isinstance(row, Example)), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.example(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.title[self._code]
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return f"{row.about[self._code]}\n{row.section[self._code]}"
        return None
