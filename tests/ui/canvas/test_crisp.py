"""Cards stand on whole pixels of the screen, whatever its scale and wherever the canvas was panned to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from lazygui.catalog.spec import Family
from lazygui.graph.results import State
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.easel import Easel
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.picture import render
from lazygui.ui.theme import LIGHT

FACE = Face("fc1", "LazyLinear", "LazyLinear · 256", Family.LINEAR, State.UNINITIALIZED, "uninitialized", 1, 1)


def sheet(scale: float) -> QImage:
    picture = QImage(round(320 * scale), round(140 * scale), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(scale)
    picture.fill(QColor(LIGHT.canvas))
    return picture


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("corner", [QPointF(40, 30), QPointF(40.3, 30.7), QPointF(41.5, 29.9)])
def test_a_card_is_shown_pixel_for_pixel_as_it_was_drawn(qapp: object, scale: float, corner: QPointF) -> None:
    shown = sheet(scale)
    painter = QPainter(shown)
    painter.translate(corner)
    Easel(lambda: None).draw(painter, FACE, LIGHT)
    painter.end()
    wanted = sheet(scale)
    wanted.setDevicePixelRatio(1)
    outer = (corner - QPointF(geo.MARGIN, geo.MARGIN)) * scale
    painter = QPainter(wanted)
    painter.drawPixmap(round(outer.x()), round(outer.y()), render(FACE, scale, LIGHT))
    painter.end()
    shown.setDevicePixelRatio(1)
    assert shown == wanted
