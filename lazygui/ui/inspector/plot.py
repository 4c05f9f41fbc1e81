"""One histogram, drawn with pyqtgraph, which is imported when the first one is shown, for it takes half a second."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lazygui.catalog.spec import Family
from lazygui.graph.results import Histogram
from lazygui.graph.spreads import Spread
from lazygui.ui.inspector.overlay import FLOOR, Overlay, heights_of
from lazygui.ui.theme import TINY, Theme, mixed, ui_font

HEIGHT = 168


class HistogramPlot(QWidget):
    """A filled step curve in the family's colour, with a hairline at zero. One plot that is used again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        # The wheel scrolls the panel, and no click is swallowed.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._axes: dict[str, Any] = {}
        self._plot: Any = None
        self._view: Any = None
        self._curve: Any = None
        self._overlay = Overlay()
        self._zero: Any = None

    def show_histogram(
        self,
        histogram: Histogram,
        family: Family,
        theme: Theme,
        titles: tuple[str, str],
        before: Histogram | None = None,
        spread: Spread | None = None,
        is_log: bool = False,
        shared: tuple[float, float] | None = None,
    ) -> None:
        """Draw the counts; `titles` name the axis of values and the axis of counts.

        `before` is drawn as a line over it, its counts as if its bins were as wide; so is the density of a `spread`.
        With `is_log` the axis of counts is logarithmic; `shared` are ends for the axis of values, instead of its own.
        """
        if self._plot is None:
            self._create()
            self._overlay.create(self._view)
        color = theme.family(family)
        self._axes["left"].setLogMode(is_log)
        heights = [heights_of(count, is_log) for count in histogram.counts]
        self._curve.setData(_edges(histogram), heights, fillLevel=FLOOR if is_log else 0)
        self._curve.setPen(QPen(color, 0))
        self._curve.setBrush(mixed(QColor(theme.panel), color, 0.34))
        self._zero.setPen(QPen(QColor(theme.text_faint), 0, Qt.PenStyle.DashLine))
        self._zero.setVisible(histogram.low < 0 < histogram.high)
        self._plot.setBackground(theme.panel)
        ends = self._overlay.show(histogram, before, spread, theme, is_log)
        low, high = shared or (ends.low, ends.high)
        self._view.setXRange(low, high, padding=0.02)
        self._view.setYRange(FLOOR if is_log else 0, ends.top, padding=0.04)
        for side, title in zip(("bottom", "left"), titles, strict=True):
            _wear_axis(self._axes[side], title, theme)

    @property
    def points(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """What is drawn: the edges of the bins, and the heights over them."""
        if self._curve is None:
            return (), ()
        edges, heights = self._curve.getData()
        return tuple(map(float, edges)), tuple(map(float, heights))

    @property
    def value_range(self) -> tuple[float, float]:
        """The ends of the axis of values, as far as one sees it."""
        low, high = self._view.viewRange()[0]
        return float(low), float(high)

    @property
    def overlay(self) -> Overlay:
        return self._overlay

    @property
    def axis_scales(self) -> tuple[float, ...]:
        """By how much the numbers on the axes differ from those that are drawn."""
        return tuple(axis.autoSIPrefixScale * axis.scale for axis in self._axes.values())

    def _create(self) -> None:
        import pyqtgraph

        # Not a PlotWidget: that brings a menu, which is a window of its own, and takes thrice as long.
        self._plot = pyqtgraph.GraphicsLayoutWidget(self)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.ci.setContentsMargins(0, 0, 0, 0)
        self._plot.ci.setSpacing(0)
        self._view = self._plot.addViewBox(row=0, col=1, enableMenu=False, enableMouse=False)
        for side, place in (("left", (0, 0)), ("bottom", (1, 1))):
            self._axes[side] = pyqtgraph.AxisItem(side)
            # Now, while it has no label: later the call itself would scale the numbers a thousandfold, and not say so.
            self._axes[side].enableAutoSIPrefix(False)
            # Lines at the numbers alone: the thirty in between cost more time than all the rest of the plot.
            self._axes[side].setStyle(maxTickLevel=0)
            self._axes[side].linkToView(self._view)
            self._plot.addItem(self._axes[side], *place)
        self._axes["left"].setGrid(36)
        self._curve = pyqtgraph.PlotCurveItem([0, 1], [0], stepMode="center", fillLevel=0)
        self._zero = pyqtgraph.InfiniteLine(0, angle=90)
        self._view.addItem(self._curve)
        self._view.addItem(self._zero)
        self._box.addWidget(self._plot)


def _wear_axis(axis: Any, title: str, theme: Theme) -> None:
    axis.setTickFont(ui_font(TINY))
    axis.setPen(QPen(QColor(theme.border_strong), 0))
    axis.setTextPen(QPen(QColor(theme.text_muted)))
    axis.setLabel(title, **{"font-size": f"{TINY}px", "color": theme.text_muted})


def _edges(histogram: Histogram) -> list[float]:
    bins = len(histogram.counts)
    width = (histogram.high - histogram.low) / bins
    return [histogram.low + width * number for number in range(bins)] + [histogram.high]
