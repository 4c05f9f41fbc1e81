"""Compares what is painted with a picture that was kept, and shows the difference when they are not alike.

Two pictures are alike when no small square of them differs much on the average: the edges of letters may be smoothed in
another way, a missing letter or a moved line may not. Knows no widget of the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

SQUARE: Final = 8
"""Pixels along the side of the squares that are compared."""
TOLERANCE: Final = 14.0
"""How far the mean of a square's differences may be from zero, of 255."""
GAP: Final = 12


@dataclass(frozen=True)
class Gallery:
    """A folder of pictures that are right. `keeps` puts new ones there in the place of a comparison."""

    folder: Path
    failures: Path
    """Where the picture of a difference goes."""
    keeps: bool = False

    def check(self, image: QImage, name: str) -> None:
        """Fail unless an image looks like the picture of this name; the message tells where the difference lies."""
        path = self.folder / f"{name}.png"
        if self.keeps:
            self.folder.mkdir(parents=True, exist_ok=True)
            assert image.save(str(path)), f"{path} cannot be written"
            return
        wanted = QImage(str(path))
        assert not wanted.isNull(), f"there is no picture {path}: keep one with --lazygui-keep-pictures"
        if (worst := difference(image, wanted)) > TOLERANCE:
            shown = self.failures / f"{name}-difference.png"
            side_by_side(wanted, image).save(str(shown))
            raise AssertionError(
                f"{name} looks otherwise than {path}: a square differs by {worst:.0f} of 255. "
                f"Wanted, got and difference, side by side: {shown}"
            )


def difference(first: QImage, second: QImage) -> float:
    """Return the largest mean difference of a square, from 0 to 255; 255 for pictures of different sizes."""
    if first.size() != second.size():
        return 255.0
    apart = np.abs(_values(first) - _values(second)).max(axis=2)
    rows, columns = (-(-length // SQUARE) * SQUARE for length in apart.shape)
    whole = np.zeros((rows, columns))
    whole[: apart.shape[0], : apart.shape[1]] = apart
    squares = whole.reshape(rows // SQUARE, SQUARE, columns // SQUARE, SQUARE)
    return float(squares.mean(axis=(1, 3)).max())


def side_by_side(wanted: QImage, got: QImage) -> QImage:
    """Return one picture of three: what was wanted, what came, and where they differ, in red on the wanted one."""
    width, height = max(wanted.width(), got.width()), max(wanted.height(), got.height())
    sheet = QImage(3 * width + 2 * GAP, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for position, image in enumerate((wanted, got, wanted)):
        painter.drawImage(position * (width + GAP), 0, image)
    painter.setPen(QColor("red"))
    if wanted.size() == got.size():
        apart = np.abs(_values(wanted) - _values(got)).max(axis=2)
        for y, x in np.argwhere(apart > TOLERANCE):
            painter.drawPoint(int(x) + 2 * (width + GAP), int(y))
    painter.end()
    return sheet


def _values(image: QImage) -> np.ndarray:
    """Return the red, green and blue of each pixel, 0 to 255, as (height, width, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(np.int16)
