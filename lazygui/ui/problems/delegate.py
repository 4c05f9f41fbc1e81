"""How a row of the list of problems is painted: icon and word of its weight, the node, the sentence."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from lazygui.graph.findings import Finding
from lazygui.ui import icons
from lazygui.ui.appearance import Appearance
from lazygui.ui.problems.rows import ROW_ROLE, Index, ProblemModel, Weight, named, weight
from lazygui.ui.theme import CONTROL_RADIUS, S2, S3, SMALL, mono_font, ui_font

ROW_HEIGHT: Final = 28
LONGEST_NAME: Final = 20
ICON: Final = 16


class ProblemDelegate(QStyledItemDelegate):
    """Paints a finding in one line; what does not fit ends in dots and is told whole beside the list."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance, self._view = appearance, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        self._paint_ground(painter, rect, index)
        self._paint_words(painter, rect.adjusted(S2, 0, -S2, 0), index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self._view.selectionModel().isSelected(index):
            return
        theme = self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.accent) if self._view.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected_row))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        finding: Finding = index.data(ROW_ROLE)
        theme, kind = self._appearance.theme, weight(finding)
        color = QColor(getattr(theme, kind.role))
        ratio = painter.device().devicePixelRatio()
        top = rect.top() + (rect.height() - ICON) // 2
        painter.drawPixmap(rect.left(), top, icons.pixmap(kind.value, color, ICON, ratio))
        rest = rect.adjusted(ICON + S2, 0, 0, 0)
        rest = _write(painter, rest, kind.words, ui_font(SMALL, QFont.Weight.DemiBold), color, self._column())
        is_faint = kind is Weight.UNFINISHED
        if named(finding):
            name = QColor(theme.text_faint if is_faint else theme.text)
            rest = _write(painter, rest, named(finding), mono_font(SMALL), name, self._node_column(index))
        said = QColor(theme.text_faint if is_faint else theme.text_muted)
        _write(painter, rest, index.data(), ui_font(SMALL), said)

    def _column(self) -> int:
        """The width of the words for the weight, so that the nodes stand below each other."""
        metrics = QFontMetrics(ui_font(SMALL, QFont.Weight.DemiBold))
        return max(metrics.horizontalAdvance(kind.words) for kind in Weight)

    def _node_column(self, index: Index) -> int:
        """The width of the names, so that the sentences stand below each other; a long name pushes its own."""
        findings = cast(ProblemModel, index.model()).findings
        longest = max(len(named(finding)) for finding in findings)
        return QFontMetrics(mono_font(SMALL)).horizontalAdvance("0") * min(longest, LONGEST_NAME)


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor, width: int = 0) -> QRect:
    """Write a text, cut where it does not fit, and return what is left of the line behind it."""
    painter.setFont(font)
    painter.setPen(color)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return rect.adjusted(max(width, metrics.horizontalAdvance(shown)) + S3, 0, 0, 0)
