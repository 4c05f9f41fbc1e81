"""The list of the popup and how its rows are painted. A click chooses; the keys stay with the field above."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from lazygui.ui.appearance import Appearance
from lazygui.ui.palette.delegate import RowDelegate
from lazygui.ui.palette.layer_list import LayerList
from lazygui.ui.palette.rows import Entry, Index
from lazygui.ui.quick_add.rows import FIT_ROLE, MISFIT_ROLE, SuggestionModel
from lazygui.ui.theme import S2, TINY, mono_font, ui_font

MISFIT_OPACITY = 0.5
"""Of the glyph and the names of what does not fit; the word that says so stays as it is."""


class SuggestionList(LayerList):
    """Like the palette's list, without its drag: what is pressed and let go is chosen."""

    picked = Signal(str)
    hovered = Signal()

    def __init__(self, model: SuggestionModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Without headings all rows are alike: Qt need not ask each for its height after each answer.
        self.setUniformItemSizes(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        self.hovered.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        row = self._layers.layer(self.indexAt(event.position().toPoint()))
        if pressed is not None and row is not None and row.type == pressed[0]:
            self.picked.emit(row.type)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class SuggestionDelegate(RowDelegate):
    """A row of the palette with what the layer would give at the right, or that it does not fit."""

    def __init__(self, appearance: Appearance, view: SuggestionList) -> None:
        super().__init__(appearance, view)
        self._shape = mono_font(TINY)
        self._word = ui_font(TINY)
        self._fit = ""
        self._is_misfit = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._fit, self._is_misfit = index.data(FIT_ROLE) or "", bool(index.data(MISFIT_ROLE))
        super().paint(painter, option, index)

    def _paint_layer(self, painter: QPainter, rect: QRect, row: Entry) -> None:
        font = self._word if self._is_misfit else self._shape
        width = min(QFontMetrics(font).horizontalAdvance(self._fit), rect.width() // 2) + S2 if self._fit else 0
        painter.setOpacity(MISFIT_OPACITY if self._is_misfit else 1.0)
        super()._paint_layer(painter, rect.adjusted(0, 0, -width, 0), row)
        painter.setOpacity(1.0)
        if self._fit:
            painter.setFont(font)
            painter.setPen(QColor(self._appearance.theme.text_muted))
            place = rect.adjusted(rect.width() - width - S2, 0, -S2, 0)
            text = QFontMetrics(font).elidedText(self._fit, Qt.TextElideMode.ElideLeft, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
