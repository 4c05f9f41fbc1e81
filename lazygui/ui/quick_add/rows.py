"""The rows of the list: what the palette's search finds, with what the engine says of each. Knows no view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, LayerSpec
from lazygui.engine.messages import Fitted
from lazygui.graph.findings import Shape
from lazygui.ui.palette.rows import ROW_ROLE, BlockRow, Entry, Index, LayerModel, rows
from lazygui.ui.quick_add.question import sunk
from lazygui.words.numbers import shape_words

FIT_ROLE: Final = ROW_ROLE + 8
"""What a row says of its place: the shape that the layer would give there, that it does not fit, or nothing."""
MISFIT_ROLE: Final = ROW_ROLE + 9


class SuggestionModel(LayerModel):
    """Layers and blocks without headings: the popular ones first, or what a query finds; below, what does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._specs: tuple[LayerSpec, ...] = ()
        self._own: tuple[BlockRow, ...] = ()
        self._shapes: dict[str, Shape | None] = {}
        self._misfits: set[str] = set()
        super().__init__(parent)

    def begin(self, specs: Iterable[LayerSpec], blocks: Iterable[BlockRow]) -> None:
        """Offer these, of which nothing is known yet."""
        self._specs, self._own = tuple(specs), tuple(blocks)
        self._shapes, self._misfits = {}, set()
        self.show_query("")

    def hear(self, answer: Fitted, pinned: Iterable[int]) -> None:
        """Take over what fits; the pinned rows stay where they are."""
        self._shapes.update(answer.shapes)
        self._misfits.update(answer.misfits)
        entries = (row for row in self._rows if isinstance(row, Entry))
        self.beginResetModel()
        self._rows = sunk(entries, self._misfits, tuple(pinned))
        self.endResetModel()

    def fits(self, layer_type: str) -> bool | None:
        """Return whether a layer fits, or None while nobody has said."""
        return False if layer_type in self._misfits else True if layer_type in self._shapes else None

    def types(self) -> list[str]:
        """Return what is listed, in order."""
        return [row.type for row in self._rows if isinstance(row, Entry)]

    def _list_anew(self) -> None:
        self.beginResetModel()
        self._rows = sunk(self._found(), self._misfits)
        self.endResetModel()

    def _found(self) -> tuple[Entry, ...]:
        if not self._query.strip():
            return (*self._specs, *self._own)
        offered = {spec.type for spec in self._specs}
        found = (row for row in rows(self._query, self._own) if isinstance(row, Entry))
        return tuple(row for row in found if isinstance(row, BlockRow) or row.type in offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.layer(index)
        if row is None:
            return None
        if role == FIT_ROLE:
            return self._words(row.type)
        if role == MISFIT_ROLE:
            return row.type in self._misfits
        told = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and self._words(row.type):
            return f"{told}, {self._words(row.type)}"
        return told

    def _words(self, layer_type: str) -> str:
        if layer_type in self._misfits:
            return QCoreApplication.translate("QuickAdd", QT_TRANSLATE_NOOP("QuickAdd", "does not fit"))
        shape = self._shapes.get(layer_type)
        return shape_words(shape) if shape is not None else ""
