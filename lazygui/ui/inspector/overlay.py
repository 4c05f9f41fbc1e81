"""Lines over a histogram: the one of before, and the density that was promised. Drawn with pyqtgraph."""

from __future__ import annotations

import math
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from lazygui.graph.results import Histogram
from lazygui.graph.spreads import Spread
from lazygui.ui.theme import Theme

POINTS: Final = 121
"""How many points a density is drawn with."""


FLOOR: Final = math.log10(0.5)
"""Where a logarithmic axis of counts begins: one is seen."""


class Ends(NamedTuple):
    """What has to be in sight."""

    low: float
    high: float
    top: float


class Overlay:
    """Two curves in one view: a step line for the histogram of before, a dashed one for the density."""

    def __init__(self) -> None:
        self._before: Any = None
        self._density: Any = None

    def create(self, view: Any) -> None:
        """Put the curves into a view; nothing is shown before."""
        import pyqtgraph

        self._before = pyqtgraph.PlotCurveItem([0, 1], [0], stepMode="center")
        self._density = pyqtgraph.PlotCurveItem([0, 1], [0, 0])
        for curve in (self._before, self._density):
            view.addItem(curve)

    def show(
        self, histogram: Histogram, before: Histogram | None, spread: Spread | None, theme: Theme, is_log: bool = False
    ) -> Ends:
        """Draw what there is beside a histogram, and return what all of it needs."""
        low, high, top = histogram.low, histogram.high, float(max(histogram.counts))
        width = _width(histogram)
        told = before if before is not None and before.counts else None
        self._before.setVisible(told is not None)
        if told is not None:
            counts = [count * width / _width(told) for count in told.counts]
            self._before.setData(_edges(told), [heights_of(count, is_log) for count in counts])
            self._before.setPen(QPen(QColor(theme.text_muted), 0))
            low, high, top = min(low, told.low), max(high, told.high), max(top, *counts)
        self._density.setVisible(spread is not None)
        if spread is not None:
            places = [low + (high - low) * number / (POINTS - 1) for number in range(POINTS)]
            heights = [spread.density(place) * width * sum(histogram.counts) for place in places]
            self._density.setData(places, [heights_of(height, is_log) for height in heights])
            self._density.setPen(QPen(QColor(theme.text), 0, Qt.PenStyle.DashLine))
            top = max(top, *(height for height in heights if math.isfinite(height)))
        return Ends(low, high, heights_of(top, is_log))

    @property
    def before_counts(self) -> tuple[float, ...]:
        """The heights of the line of before, as they are drawn; none where there is no such line."""
        return _heights(self._before)

    @property
    def density_heights(self) -> tuple[float, ...]:
        """The heights of the density, as they are drawn; none where there is no such line."""
        return _heights(self._density)


def heights_of(count: float, is_log: bool) -> float:
    """Return how high a count is drawn: itself, or its logarithm to the base of ten; nothing is below the floor."""
    return max(math.log10(count), FLOOR) if is_log and count > 0 else FLOOR if is_log else count


def _heights(curve: Any) -> tuple[float, ...]:
    return tuple(map(float, curve.getData()[1])) if curve is not None and curve.isVisible() else ()


def _width(histogram: Histogram) -> float:
    return (histogram.high - histogram.low) / len(histogram.counts)


def _edges(histogram: Histogram) -> list[float]:
    width = _width(histogram)
    return [histogram.low + width * number for number in range(len(histogram.counts))] + [histogram.high]
