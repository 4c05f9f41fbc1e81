"""A tensor as a picture: each number a square in a colour, blue below zero and orange above, tile beside tile."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lazygui.graph.pictures import TensorPicture
from lazygui.ui.appearance import Appearance
from lazygui.ui.theme import S1, S4, TINY, Theme, mixed, ui_font

SHADES: Final = 255
GAP: Final = 6
LARGEST: Final = 48
"""A number is so many pixels wide and high at most."""
STRETCH: Final = 8
"""So many times as long as it is wide may a number of a single tile be."""
BAR: Final = 10
STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Place(NamedTuple):
    """One number of a picture."""

    tile: int
    row: int
    column: int


class TensorView(QWidget):
    """Paints a picture; arrow keys and the mouse go from number to number, PageUp and PageDown from tile to tile."""

    place_changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._picture: TensorPicture | None = None
        self._images: list[QImage] = []
        self.place = Place(0, 0, 0)
        self.names = ("", "")
        """What the axes down and across are called."""
        self.setObjectName("look.view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 240)
        appearance.theme_changed.connect(self._colour)

    @property
    def picture(self) -> TensorPicture | None:
        return self._picture

    @property
    def limit(self) -> float:
        """The absolute value that has the strongest colour: the scale is the same on both sides of zero."""
        ends = (abs(self._picture.low), abs(self._picture.high)) if self._picture else (0.0, 0.0)
        return max((end for end in ends if math.isfinite(end)), default=0.0)

    def show_picture(self, picture: TensorPicture | None, names: tuple[str, str]) -> None:
        """Show another picture; the place stays where it is, if there is such a place."""
        self._picture, self.names = picture, names
        if picture is not None:
            most = (len(picture.tiles) - 1, picture.rows - 1, picture.columns - 1)
            self.place = Place(*(max(min(at, end), 0) for at, end in zip(self.place, most, strict=True)))
        self._colour()
        self.place_changed.emit()

    def go_to(self, place: Place) -> None:
        if place != self.place:
            self.place = place
            self.update()
            self.place_changed.emit()

    # Where things are

    @property
    def _room(self) -> QRect:
        """Where tiles are, inside the names of the axes and above the bar of colours."""
        line = self.fontMetrics().height()
        return self.rect().adjusted(line + S1, line + S1, -S1, -(line + BAR + S4))

    @property
    def _across(self) -> int:
        """How many tiles stand in a row: as many as make the squares largest."""
        picture = self._picture
        if picture is None or not picture.tiles:
            return 1
        return max(range(1, len(picture.tiles) + 1), key=lambda count: (min(self._size_for(count)), -count))

    def _size_for(self, across: int) -> tuple[float, float]:
        """Return the width and the height of a number with so many tiles in a row.

        It is square, but in a single tile that is long and narrow.
        """
        picture, room = self._picture, self._room
        assert picture is not None
        down = math.ceil(len(picture.tiles) / across)
        wide = max((room.width() - GAP * (across - 1)) / (across * picture.columns), 0.1)
        high = max((room.height() - GAP * (down - 1)) / (down * picture.rows), 0.1)
        stretch = STRETCH if len(picture.tiles) == 1 else 1.0
        return min(wide, LARGEST, high * stretch), min(high, LARGEST, wide * stretch)

    def tile_rect(self, tile: int) -> QRectF:
        """Return where a tile is painted."""
        picture, across = self._picture, self._across
        assert picture is not None
        (wide, high), (row, column) = self._size_for(across), divmod(tile, across)
        width, height = wide * picture.columns, high * picture.rows
        corner = self._room.topLeft()
        return QRectF(corner.x() + column * (width + GAP), corner.y() + row * (height + GAP), width, height)

    def place_at(self, point: QPoint) -> Place | None:
        """Return the number under a point, or None."""
        picture = self._picture
        for tile in range(len(picture.tiles) if picture else 0):
            rect = self.tile_rect(tile)
            if picture is not None and rect.contains(point):
                row = int((point.y() - rect.y()) / rect.height() * picture.rows)
                column = int((point.x() - rect.x()) / rect.width() * picture.columns)
                return Place(tile, min(row, picture.rows - 1), min(column, picture.columns - 1))
        return None

    # Painting

    def _colour(self) -> None:
        """Make an image of each tile, one pixel a number."""
        picture, shades = self._picture, shades_of(self._appearance.theme)
        self._images = []
        for tile in picture.tiles if picture else ():
            assert picture is not None
            image = QImage(picture.columns, picture.rows, QImage.Format.Format_RGB32)
            for at, value in enumerate(tile):
                row, column = divmod(at, picture.columns)
                image.setPixel(column, row, shades[shade_of(value, self.limit)])
            self._images.append(image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setFont(ui_font(TINY))
        for tile, image in enumerate(self._images):
            painter.drawImage(self.tile_rect(tile), image)
        if self._picture is not None and self._images:
            self._paint_place(painter, theme)
            self._paint_names(painter, theme)
            self._paint_bar(painter, theme)
        painter.end()

    def _paint_place(self, painter: QPainter, theme: Theme) -> None:
        picture, rect = self._picture, self.tile_rect(self.place.tile)
        assert picture is not None
        width, height = rect.width() / picture.columns, rect.height() / picture.rows
        spot = QRectF(rect.x() + self.place.column * width, rect.y() + self.place.row * height, width, height)
        grown = max(0.0, (7 - min(width, height)) / 2)
        spot.adjust(-grown, -grown, grown, grown)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, line in ((theme.panel, 3.0), (theme.accent if self.hasFocus() else theme.text, 1.5)):
            painter.setPen(QPen(QColor(colour), line))
            painter.drawRect(spot)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        rect, line = self.tile_rect(0), self.fontMetrics().height()
        down, across = self.names
        painter.setPen(QColor(theme.text_muted))
        painter.drawText(QRectF(rect.x(), 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, f"{across} →")
        painter.save()
        painter.translate(0, rect.y())
        painter.rotate(90)
        painter.drawText(QRectF(0, -line, self.height(), line), Qt.AlignmentFlag.AlignLeft, f"{down} →")
        painter.restore()

    def _paint_bar(self, painter: QPainter, theme: Theme) -> None:
        line, room = self.fontMetrics().height(), self._room
        bar = QRect(room.left(), self.height() - line - BAR, min(room.width(), 240), BAR)
        shades = shades_of(theme)
        for x in range(bar.width()):
            painter.fillRect(bar.left() + x, bar.top(), 1, BAR, QColor(shades[x * (SHADES - 1) // bar.width()]))
        painter.setPen(QColor(theme.text_muted))
        below = QRect(bar.left(), bar.bottom() + 1, bar.width(), line)
        limit = f"{self.limit:.3g}"
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"-{limit}")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, limit)

    # Hand and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None:
            self.go_to(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        picture, place = self._picture, self.place
        key = Qt.Key(event.key())
        if picture is None or not picture.tiles:
            super().keyPressEvent(event)
        elif key in STEPS:
            down, across = STEPS[key]
            row = min(max(place.row + down, 0), picture.rows - 1)
            self.go_to(Place(place.tile, row, min(max(place.column + across, 0), picture.columns - 1)))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            by = 1 if key == Qt.Key.Key_PageDown else -1
            self.go_to(place._replace(tile=min(max(place.tile + by, 0), len(picture.tiles) - 1)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 420)


def shade_of(value: float, limit: float) -> int:
    """Return the number of the shade of a value: 0 for the least, 254 for the greatest, 255 for what is no number."""
    if math.isnan(value):
        return SHADES
    middle = (SHADES - 1) // 2
    share = value / limit if limit else 0.0
    return middle + round(max(-1.0, min(1.0, share)) * middle)


def shades_of(theme: Theme) -> list[int]:
    """Return the colours from the least number to the greatest as pixels, and last the one of what is no number."""
    ground = QColor(theme.field if theme.is_dark else "#ffffff")
    low, high = QColor("#4a90ff" if theme.is_dark else "#0b4fc4"), QColor("#ff9f40" if theme.is_dark else "#b84a00")
    middle = (SHADES - 1) // 2
    below = [mixed(ground, low, (middle - number) / middle).rgb() for number in range(middle)]
    above = [mixed(ground, high, number / middle).rgb() for number in range(middle + 1)]
    return [*below, *above, QColor(theme.error).rgb()]
