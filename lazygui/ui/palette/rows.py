"""What the palette lists: families and their layers, or what a query finds. Knows no view."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from lazygui import catalog
from lazygui.catalog.spec import FAMILY_TITLES, Family, LayerSpec

Row: TypeAlias = Family | LayerSpec
Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole


def catalog_words(text: str) -> str:
    """Return a text of the catalogue in the language of the window."""
    return QCoreApplication.translate("Catalog", text)


def rows(query: str) -> tuple[Row, ...]:
    """Return what the palette lists: families with their layers, or what a query finds, the best first."""
    if query.strip():
        return catalog.search(query, catalog_words)
    found: list[Row] = []
    for family, layers in catalog.by_family():
        found += (family, *layers)
    return tuple(found)


def spoken(spec: LayerSpec) -> str:
    """Return what a screen reader says of a layer: `LazyLinear, fully connected, lazy`."""
    title = catalog_words(spec.title)
    # A title that is the name itself, such as "ReLU as a function", keeps its letters.
    begins_as_word = title[1:2].islower() and not title.casefold().startswith(spec.name.casefold())
    return f"{spec.name}, {title[:1].lower() + title[1:] if begins_as_word else title}"


class LayerModel(QAbstractListModel):
    """The rows of the palette: headings, which cannot be chosen, and layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows("")

    def show_query(self, query: str) -> None:
        """List what the query finds; an empty one lists everything."""
        self.beginResetModel()
        self._rows = rows(query)
        self.endResetModel()

    def first_layer(self) -> QModelIndex:
        """Return the best hit, or an invalid index when there is none."""
        number = next((n for n, row in enumerate(self._rows) if isinstance(row, LayerSpec)), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def layer(self, index: Index) -> LayerSpec | None:
        """Return the layer of a row, or None for a heading and where there is no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, LayerSpec) else None

    def find(self, layer_type: str) -> QModelIndex:
        """Return the row of a layer; invalid while a query hides it."""
        for number, row in enumerate(self._rows):
            if isinstance(row, LayerSpec) and row.type == layer_type:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.layer(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Family):
            return catalog_words(FAMILY_TITLES[row]) if role in _TEXT_ROLES else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return catalog_words(row.help) or None
        return None


_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
