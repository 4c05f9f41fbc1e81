"""How a layer is painted in the depth view: its ridge on the common axis, its spread on one of powers of ten."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from lazygui.catalog.spec import Family
from lazygui.graph.depth import Layer
from lazygui.ui.appearance import Appearance
from lazygui.ui.depth.model import LAYER_ROLE, DepthModel, Index
from lazygui.ui.editor import Editor
from lazygui.ui.theme import CONTROL_RADIUS, S2, S3, SMALL, TINY, Theme, mixed, mono_font, ui_font

ROW_HEIGHT: Final = 40
NAME_WIDTH: Final = 104
TRACK_WIDTH: Final = 120
NUMBERS_WIDTH: Final = 212
ROOM_FOR_BOTH: Final = 260
"""In less room there is the ridge alone: the spread is told in numbers, too."""
DOT: Final = 4.0


class DepthDelegate(QStyledItemDelegate):
    """Paints one layer. `ends` is the common axis of values, None where each has its own; `powers` that of spreads."""

    def __init__(self, editor: Editor, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._editor, self._appearance, self._view = editor, appearance, view
        self.ends: tuple[float, float] | None = None
        self.powers: tuple[int, int] = (-1, 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, layer, theme = QRect(option.rect), index.data(LAYER_ROLE), self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index, theme)
        inside = rect.adjusted(S3, 0, -S3, 0)
        painter.setFont(mono_font(SMALL))
        painter.setPen(QColor(theme.text))
        name = QRect(inside.left(), inside.top(), NAME_WIDTH, inside.height())
        shown = QFontMetrics(mono_font(SMALL)).elidedText(layer.node, Qt.TextElideMode.ElideMiddle, NAME_WIDTH - S2)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        numbers = QRect(inside.right() - NUMBERS_WIDTH, inside.top(), NUMBERS_WIDTH, inside.height())
        self._paint_numbers(painter, numbers, index, layer, theme)
        right = numbers.left()
        if right - name.right() > ROOM_FOR_BOTH:
            track = QRect(right - TRACK_WIDTH - S3, inside.top(), TRACK_WIDTH, inside.height())
            self._paint_spread(painter, QRectF(track), layer, theme)
            right = track.left()
        ridge = QRectF(name.right(), inside.top() + 3, right - S3 - name.right(), inside.height() - 6)
        if ridge.width() > 24:
            self._paint_ridge(painter, ridge, layer, theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, theme: Theme) -> None:
        if self._view.selectionModel().isSelected(index):
            painter.setPen(QColor(theme.accent) if self._view.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected_row))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_numbers(self, painter: QPainter, rect: QRect, index: Index, layer: Layer, theme: Theme) -> None:
        model = index.model()
        assert isinstance(model, DepthModel)
        painter.setFont(ui_font(TINY))
        painter.setPen(QColor(theme.text_muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, model.numbers(layer))

    def _paint_ridge(self, painter: QPainter, rect: QRectF, layer: Layer, theme: Theme) -> None:
        """The histogram as a ridge of full height, zero as a dashed line, the mean with one deviation to both sides."""
        tensor, histogram = layer.tensor, layer.tensor.histogram
        low, high = self.ends or (tensor.minimum, tensor.maximum)
        if not low < high:
            low, high = low - 0.5, high + 0.5

        def x(value: float) -> float:
            return rect.left() + min(max((value - low) / (high - low), 0.0), 1.0) * rect.width()

        node = self._editor.graph.nodes.get(layer.node)
        colour = theme.family(node.spec.family if node is not None and node.spec is not None else Family.IO)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()))
        if low < 0 < high:
            painter.setPen(QPen(QColor(theme.text_faint), 0, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x(0), rect.top()), QPointF(x(0), rect.bottom()))
        counts = histogram.counts or (1,)
        width = (histogram.high - histogram.low) / len(counts)
        points = [QPointF(x(histogram.low), rect.bottom())]
        for number, count in enumerate(counts):
            top = rect.bottom() - rect.height() * count / max(counts)
            points += [QPointF(x(histogram.low + width * at), top) for at in (number, number + 1)]
        points.append(QPointF(x(histogram.high), rect.bottom()))
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(mixed(QColor(theme.panel), colour, 0.34))
        painter.drawPolygon(QPolygonF(points))
        if math.isfinite(tensor.mean) and math.isfinite(tensor.std):
            painter.setPen(QPen(QColor(theme.text), 1.5))
            level = rect.bottom() - 3
            painter.drawLine(QPointF(x(tensor.mean - tensor.std), level), QPointF(x(tensor.mean + tensor.std), level))
            painter.setBrush(QColor(theme.text))
            painter.drawEllipse(QPointF(x(tensor.mean), level), 2.5, 2.5)

    def _paint_spread(self, painter: QPainter, rect: QRectF, layer: Layer, theme: Theme) -> None:
        """The standard deviation as a dot on an axis of powers of ten: what vanishes goes left, what explodes right."""
        low, high = self.powers
        middle = rect.center().y()
        painter.setPen(QPen(QColor(theme.hairline), 1))
        for power in range(low, high + 1):
            at = rect.left() + rect.width() * (power - low) / (high - low)
            painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()))
        std = layer.tensor.std
        if 0 < std < math.inf:
            at = rect.left() + rect.width() * (math.log10(std) - low) / (high - low)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QPointF(at, middle), DOT, DOT)
