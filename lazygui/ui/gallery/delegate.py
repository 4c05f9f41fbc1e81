"""How the gallery is painted: topics as headings over the whole width, examples as cards with a picture."""

from __future__ import annotations

from collections import deque
from typing import Final, TypeAlias

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from lazygui.storage.errors import StorageError
from lazygui.storage.examples import Example
from lazygui.ui.appearance import Appearance
from lazygui.ui.gallery.rows import ROW_ROLE, Index
from lazygui.ui.gallery.thumbnail import thumbnail
from lazygui.ui.theme import BODY, HEADING, RADIUS, S1, S2, S3, SMALL, TINY, ui_font

CARD: Final = QSize(248, 236)
GAP: Final = S2
PICTURE_HEIGHT: Final = 132
HEADING_HEIGHT: Final = 44
LINES: Final = 3

Pictures: TypeAlias = dict[tuple[str, str, float], QPixmap]
"""Pictures by example, theme and pixel ratio; kept by whoever opens the gallery, so that they are drawn once."""


class ExampleDelegate(QStyledItemDelegate):
    """Paints cards. A picture is drawn when its card is first seen, one in each turn of the event loop."""

    def __init__(self, appearance: Appearance, code: str, view: QListView, pictures: Pictures) -> None:
        super().__init__(view)
        self._appearance, self._code, self._view, self._pictures = appearance, code, view, pictures
        self._wanted: deque[QPersistentModelIndex] = deque()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_next)

    @property
    def is_late(self) -> bool:
        """True while a card that was seen waits for its picture."""
        return bool(self._wanted)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(ROW_ROLE), Example):
            return CARD + QSize(GAP, GAP)
        return QSize(self._view.viewport().width() - 1, HEADING_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW_ROLE), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Example):
            card = QRect(rect.topLeft() + (QPointF(GAP / 2, GAP / 2)).toPoint(), CARD)
            self._paint_ground(painter, card, index)
            self._paint_picture(painter, card, index, row)
            self._paint_words(painter, card, row)
        else:
            self._paint_topic(painter, rect, row)
        painter.restore()

    def _paint_topic(self, painter: QPainter, rect: QRect, topic: str) -> None:
        painter.setFont(ui_font(HEADING, QFont.Weight.DemiBold))
        painter.setPen(QColor(self._appearance.theme.text))
        line = rect.adjusted(S2, 0, 0, -S2)
        painter.drawText(line, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, topic)

    def _paint_ground(self, painter: QPainter, card: QRect, index: Index) -> None:
        theme = self._appearance.theme
        is_chosen = self._view.selectionModel().isSelected(index)
        box = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected_row if is_chosen else theme.card))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        top = QPainterPath()
        top.addRoundedRect(box, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(top)
        painter.fillRect(QRect(card.left(), card.top(), card.width(), PICTURE_HEIGHT), QColor(theme.canvas))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(theme.accent if is_chosen else theme.border))
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_picture(self, painter: QPainter, card: QRect, index: Index, example: Example) -> None:
        picture = self._pictures.get(self._key(example))
        if picture is not None:
            painter.drawPixmap(card.topLeft(), picture)
        elif QPersistentModelIndex(index) not in self._wanted:
            self._wanted.append(QPersistentModelIndex(index))
            self._soon.start()

    def _paint_words(self, painter: QPainter, card: QRect, example: Example) -> None:
        theme, code = self._appearance.theme, self._code
        text = card.adjusted(S3, PICTURE_HEIGHT + S2, -S3, -S2)
        painter.setFont(ui_font(BODY, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        title = painter.fontMetrics().elidedText(example.title[code], Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, title)
        _paragraph(painter, text.adjusted(0, 20, 0, 0), example.about[code], QColor(theme.text_muted))
        painter.setFont(ui_font(TINY))
        painter.setPen(QColor(theme.text_faint))
        section = painter.fontMetrics().elidedText(example.section[code], Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, section)

    def _key(self, example: Example) -> tuple[str, str, float]:
        return example.id, self._appearance.theme.name, self._view.devicePixelRatioF()

    def _draw_next(self) -> None:
        index = self._wanted.popleft()
        example = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(example, Example):
            self._pictures[self._key(example)] = self._draw(example)
            self._view.update(self._view.model().index(index.row(), 0))
        if self._wanted:
            self._soon.start()

    def _draw(self, example: Example) -> QPixmap:
        theme, ratio = self._appearance.theme, self._view.devicePixelRatioF()
        try:
            graph = example.open()
        except StorageError:
            # An installation that is not whole: the card stays without a picture, and opening it says why.
            return QPixmap()
        return thumbnail(graph, CARD.width(), PICTURE_HEIGHT, ratio, theme)


def _paragraph(painter: QPainter, rect: QRect, text: str, color: QColor) -> None:
    """Write a text of so many lines at most; what is longer ends in dots."""
    font = ui_font(SMALL)
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    painter.setFont(font)
    painter.setPen(color)
    y = rect.top() + painter.fontMetrics().ascent()
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(rect.width())
        rest = text[line.textStart() :]
        shown = rest[: line.textLength()] if number < LINES - 1 else rest
        shown = painter.fontMetrics().elidedText(shown.strip(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QPointF(rect.left(), y), shown)
        y += painter.fontMetrics().height() + S1 // 2
    layout.endLayout()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
