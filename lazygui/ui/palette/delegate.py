"""How a row of the palette is painted: a heading in small capitals, a layer as tile, torch name and title."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from lazygui.catalog.spec import Family
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.frames import paint_chevron
from lazygui.ui.glyphs import tile_pixmap
from lazygui.ui.palette.layer_list import LayerList
from lazygui.ui.palette.rows import OPEN_ROLE, ROW_ROLE, BlockRow, Entry, Heading, Index, catalog_words, layer_count
from lazygui.ui.theme import BODY, CONTROL_RADIUS, S2, TINY, ui_font

ROW_HEIGHT: Final = 36
HEADING_HEIGHT: Final = 32
TILE: Final = 24
CHEVRON: Final = 12


class RowDelegate(QStyledItemDelegate):
    """Paints headings in small capitals, and layers as tile, torch name and title."""

    def __init__(self, appearance: Appearance, view: LayerList) -> None:
        super().__init__(view)
        self._appearance, self._view = appearance, view
        self._heading = ui_font(TINY, QFont.Weight.DemiBold)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self._name = ui_font(BODY, QFont.Weight.Medium)
        self._title = ui_font(TINY)
        self._tiles: dict[tuple[str, Family, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(index.data(ROW_ROLE), Heading)
        return QSize(0, HEADING_HEIGHT if is_heading else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, index)
        else:
            self._paint_ground(painter, rect, index)
            self._paint_layer(painter, rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme = self._appearance.theme
        is_reached = index == self._view.currentIndex() and self._view.hasFocus()
        is_loud = is_reached or index.row() == self._view.hovered_row
        painter.setFont(self._heading)
        painter.setPen(QColor(theme.accent if is_reached else theme.text if is_loud else theme.text_muted))
        line = rect.adjusted(S2, 0, -S2 - CHEVRON, -6)
        painter.drawText(line, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, index.data().upper())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(rect.right() - S2 - CHEVRON / 2, rect.bottom() - 13)
        paint_chevron(painter, centre, painter.pen().color(), bool(index.data(OPEN_ROLE)))

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        # The list is asked, not the option's state: that would make PySide's QStyle, 10 ms of the window's start.
        theme = self._appearance.theme
        is_chosen = self._view.selectionModel().isSelected(index)
        if not is_chosen and index.row() != self._view.hovered_row:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected_row if is_chosen else theme.hover))
        painter.drawRoundedRect(rect, CONTROL_RADIUS, CONTROL_RADIUS)
        if is_chosen and self._view.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_layer(self, painter: QPainter, rect: QRect, row: Entry) -> None:
        theme = self._appearance.theme
        ratio = painter.device().devicePixelRatio()
        top = rect.top() + (rect.height() - TILE) // 2
        family = Family.BLOCK if isinstance(row, BlockRow) else row.family
        painter.drawPixmap(rect.left() + S2, top, self._tile(family, ratio))
        text = rect.adjusted(S2 + TILE + S2, 3, -2, -3)
        upper, lower = QRect(text), QRect(text)
        upper.setHeight(17)
        lower.setTop(text.bottom() - 13)
        # In the middle: the end of a name is what tells 1d from 2d.
        _draw_line(painter, upper, row.name, self._name, QColor(theme.text), Qt.TextElideMode.ElideMiddle)
        title = layer_count(row.layers) if isinstance(row, BlockRow) else catalog_words(row.title)
        _draw_line(painter, lower, title, self._title, QColor(theme.text_faint))

    def _tile(self, family: Family, ratio: float) -> QPixmap:
        theme = self._appearance.theme
        key = (theme.name, family, ratio)
        if key not in self._tiles:
            self._tiles[key] = tile_pixmap(family, theme, TILE, ratio)
        return self._tiles[key]


def _draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    color: QColor,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, elide, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
