"""What the palette lists: the person's own blocks, families and their layers, or what a query finds. Knows no view."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from lazygui import catalog
from lazygui.catalog.spec import FAMILY_TITLES, QT_TRANSLATE_NOOP, Family, LayerSpec


class Own(Enum):
    """The heading of what a person has saved."""

    BLOCKS = QT_TRANSLATE_NOOP("Palette", "My blocks")


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block of the person's own. `type` is what the palette asks for in the place of a layer's type."""

    name: str
    type: str
    layers: int


Heading: TypeAlias = Family | Own
Entry: TypeAlias = LayerSpec | BlockRow
"""What can be put on the canvas."""
Row: TypeAlias = Heading | Entry
Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
OPEN_ROLE: Final = ROW_ROLE + 1
"""Whether the rows below a heading are listed."""


def catalog_words(text: str) -> str:
    """Return a text of the catalogue in the language of the window."""
    return QCoreApplication.translate("Catalog", text)


def heading_words(heading: Heading) -> str:
    """Return the title of a family, or of the person's own blocks, in the language of the window."""
    if isinstance(heading, Own):
        return QCoreApplication.translate("Palette", heading.value)
    return catalog_words(FAMILY_TITLES[heading])


def layer_count(count: int) -> str:
    """Return how many layers a block has, in words."""
    one = QT_TRANSLATE_NOOP("Palette", "1 layer")
    many = QT_TRANSLATE_NOOP("Palette", "{n} layers")
    return QCoreApplication.translate("Palette", one if count == 1 else many).format(n=count)


def rows(query: str, blocks: Iterable[BlockRow] = (), closed: Collection[Heading] = ()) -> tuple[Row, ...]:
    """Return what the palette lists: headings with what is open below them, or what a query finds, the best first.

    A query finds blocks of the person's own before layers.
    """
    wanted = query.casefold().strip()
    own = tuple(blocks)
    if wanted:
        return (*(block for block in own if wanted in block.name.casefold()), *catalog.search(query, catalog_words))
    found: list[Row] = []
    parts: list[tuple[Heading, tuple[Entry, ...]]] = [(Own.BLOCKS, own)] if own else []
    parts += catalog.by_family()
    for heading, entries in parts:
        # A family without a layer says nothing.
        if entries:
            found += (heading, *(() if heading in closed else entries))
    return tuple(found)


def spoken(row: Entry) -> str:
    """Return what a screen reader says of a layer: `LazyLinear, fully connected, lazy`; of a block: `res, 5 layers`."""
    if isinstance(row, BlockRow):
        return f"{row.name}, {layer_count(row.layers)}"
    title = catalog_words(row.title)
    # A title that is the name itself, such as "ReLU as a function", keeps its letters; in Chinese all Latin words do.
    is_name = title.casefold().startswith(row.name.casefold()) or not title.isascii()
    begins_as_word = title[1:2].islower() and not is_name
    return f"{row.name}, {title[:1].lower() + title[1:] if begins_as_word else title}"


class LayerModel(QAbstractListModel):
    """The rows of the palette: headings, which open and close, and layers and blocks, which can be chosen.

    Keys pass over a heading that is open; a closed one can be reached, to be opened.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = ""
        self._blocks: tuple[BlockRow, ...] = ()
        self._closed: frozenset[Heading] = frozenset()
        self._rows = rows("")

    def show_query(self, query: str) -> None:
        """List what the query finds; an empty one lists everything."""
        self._query = query
        self._list_anew()

    def show_blocks(self, blocks: Iterable[BlockRow]) -> None:
        """List these blocks of the person's own."""
        self._blocks = tuple(blocks)
        self._list_anew()

    def toggle(self, heading: Heading) -> None:
        """Close an open heading, or open a closed one."""
        self._closed ^= {heading}
        self._list_anew()

    @property
    def closed(self) -> tuple[str, ...]:
        """The names of the headings that are closed, to be remembered."""
        return tuple(sorted(heading.name for heading in self._closed))

    @closed.setter
    def closed(self, names: Collection[str]) -> None:
        closed = frozenset(heading for heading in (*Own, *Family) if heading.name in names)
        # At the start mostly none is, and a list that is made anew is felt there.
        if closed != self._closed:
            self._closed = closed
            self._list_anew()

    def is_open(self, heading: Heading) -> bool:
        return heading not in self._closed

    def heading_of(self, index: Index) -> Heading | None:
        """Return the heading that a row is, or stands below; None while a query is shown."""
        above = self._rows[: index.row() + 1] if index.isValid() else ()
        return next((row for row in reversed(above) if isinstance(row, Heading)), None)

    def _list_anew(self) -> None:
        self.beginResetModel()
        self._rows = rows(self._query, self._blocks, self._closed)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def first_layer(self) -> QModelIndex:
        """Return the best hit, or an invalid index when there is none."""
        number = next((n for n, row in enumerate(self._rows) if isinstance(row, Entry)), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def layer(self, index: Index) -> Entry | None:
        """Return the layer or block of a row, or None for a heading and where there is no row."""
        row = self.row(index)
        return row if isinstance(row, Entry) else None

    def first_row(self) -> int:
        """Return the number of the first row that keys reach, or -1."""
        reached = (n for n in range(len(self._rows)) if self.flags(self.index(n)) & Qt.ItemFlag.ItemIsEnabled)
        return next(reached, -1)

    @property
    def is_searching(self) -> bool:
        return bool(self._query.strip())

    def find(self, layer_type: str) -> QModelIndex:
        """Return the row of a layer or a block; invalid while a query or a closed heading hides it."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.type == layer_type:
                return self.index(number)
        return QModelIndex()

    def find_heading(self, heading: Heading) -> QModelIndex:
        return self.index(self._rows.index(heading)) if heading in self._rows else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if isinstance(row, Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_closed = row is not None and row in self._closed
        return Qt.ItemFlag.ItemIsEnabled if is_closed else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            if role == OPEN_ROLE:
                return row not in self._closed
            return self._heading_text(row, role) if role in _TEXT_ROLES else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return catalog_words(row.help) or None if isinstance(row, LayerSpec) else None
        return None

    def _heading_text(self, heading: Heading, role: int) -> str:
        """The title; a screen reader is told too that a heading is closed."""
        words = heading_words(heading)
        if role != Qt.ItemDataRole.AccessibleTextRole or heading not in self._closed:
            return words
        closed = QT_TRANSLATE_NOOP("Palette", "{heading}, closed")
        return QCoreApplication.translate("Palette", closed).format(heading=words)


_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
