"""The rows of the depth view: one layer each, told in words to those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from lazygui.graph.depth import Layer
from lazygui.words.numbers import number_words

LAYER_ROLE: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class DepthModel(QAbstractListModel):
    """Layers in running order."""

    def __init__(self) -> None:
        super().__init__()
        self.layers: tuple[Layer, ...] = ()

    def show(self, layers: Sequence[Layer]) -> None:
        self.beginResetModel()
        self.layers = tuple(layers)
        self.endResetModel()

    def row_of(self, node: str) -> int:
        """Return the row of a node, or -1."""
        return next((row for row, layer in enumerate(self.layers) if layer.node == node), -1)

    def numbers(self, layer: Layer) -> str:
        """Return the numbers of a layer as they stand in its row."""
        tensor = layer.tensor
        told = self.tr("mean {mean} · std {std}").format(mean=number_words(tensor.mean), std=number_words(tensor.std))
        if layer.dead is not None and layer.dead.dead:
            share = self.tr("{share} dead").format(share=f"{100 * layer.dead.share:.0f} %")
            told = f"{told} · {share}"
        return told

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.layers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        layer = self.layers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return layer.node
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._spoken(layer)
        return layer if role == LAYER_ROLE else None

    def _spoken(self, layer: Layer) -> str:
        text = f"{layer.node}: {self.numbers(layer)}"
        if layer.dead is None:
            return text
        dead = self.tr("{dead} of {units} units are zero for the whole sample")
        return f"{text}. {dead.format(dead=layer.dead.dead, units=layer.dead.units)}"
