"""One figure: a drawing with its results, painted on paper of its own, as SVG, PDF or PNG. Writes no file."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt, QUuid
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

import lazygui
from lazygui.graph.problems import refuse
from lazygui.ui.appearance import Look
from lazygui.ui.editor import Editor
from lazygui.ui.figure.choices import Choices, Format, Subject, demand_nodes, pixels
from lazygui.ui.figure.scene import FigureScene
from lazygui.ui.figure.svg import tidied
from lazygui.ui.theme import DARK, LIGHT, Theme

STEP: Final = 4
"""Paper begins and ends on a multiple of this: cards on the canvas's grid then begin on whole pixels at 125 and 150 %
too, and a page is as long as whole points, of which alone Qt makes pages."""
DPI: Final = 96
"""What a pixel of the canvas is on paper: CSS says the same."""
POINTS: Final = 72 / DPI
LONGEST_PAGE: Final = 14_400
"""In points; readers of PDF know no longer page, so that a larger drawing is made smaller."""
NAMESPACE: Final = QUuid("{9b3f8b0e-43b5-5f0e-9d6c-3f2e6f0f3c51}")


class Figure:
    """A figure with these choices. Raises Refused where there is nothing to draw."""

    def __init__(self, subject: Subject, choices: Choices) -> None:
        demand_nodes(subject)
        self._title, self._choices = subject.title, choices
        # Both are kept: a scene does not own the editor that it shows.
        self._editor, self._look = still(subject), Look(paper(choices))
        self._scene = FigureScene(self._editor, self._look)
        self._scene.dress(choices)
        if choices.of_selection and (subject.chosen or subject.comments):
            self._scene.keep(subject.chosen, subject.comments)
        self._sheet = sheet(self._scene.ink_rect(), choices.margin)

    @property
    def size(self) -> QSize:
        """Its size in pixels of the canvas at 100 %."""
        return self._sheet.size()

    def data(self, format: Format) -> bytes:
        """Return the figure as a file holds it. Raises Refused when a PNG would be too large."""
        makers: dict[Format, Callable[[], bytes]] = {Format.SVG: self.svg, Format.PDF: self.pdf, Format.PNG: self.png}
        return makers[format]()

    def svg(self) -> bytes:
        buffer = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(DPI)
        generator.setSize(self.size)
        generator.setViewBox(QRect(0, 0, self.size.width(), self.size.height()))
        generator.setTitle(self._title)
        generator.setDescription(_maker())
        self._paint_lines_on(generator)
        return tidied(bytes(buffer.data().data()).decode()).encode()

    def pdf(self) -> bytes:
        """One page of the size of the figure. It tells no time, so that the same drawing gives the same bytes."""
        buffer, points = _buffer(), QSizeF(self.size) * POINTS
        share = min(1.0, LONGEST_PAGE / max(points.width(), points.height()))
        writer = QPdfWriter(buffer)
        writer.setResolution(DPI)
        writer.setPageSize(QPageSize(points * share, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        writer.setPageMargins(QMarginsF())
        writer.setTitle(self._title)
        writer.setCreator(_maker())
        writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, self._title.encode()))
        writer.setDocumentXmpMetadata(b" ")
        self._paint_lines_on(writer, share)
        return timeless(bytes(buffer.data().data()))

    def png(self) -> bytes:
        return encoded(self.image(self._choices.scale))

    def image(self, scale: float) -> QImage:
        """Return a picture with so many pixels for each pixel of the canvas. Raises Refused when it is too large."""
        wide, high = pixels(self.size.width(), self.size.height(), scale)
        picture = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
        if picture.isNull():
            raise refuse("picture_too_large", width=wide, height=high, scale=math.floor(scale * 50) / 100)
        picture.fill(Qt.GlobalColor.transparent)
        # Not a scaled painter: what is drawn otherwise from afar must look as near by.
        picture.setDevicePixelRatio(scale)
        self._paint_on(picture)
        picture.setDevicePixelRatio(1.0)
        dots = round(DPI * scale / 0.0254)
        picture.setDotsPerMeterX(dots)
        picture.setDotsPerMeterY(dots)
        picture.setText("Title", self._title)
        return picture

    def preview(self, room: QSize, ratio: float) -> QImage:
        """Return a picture that fits a room on a screen of this pixel ratio; of a large drawing it is as from afar."""
        share = min(room.width() / self.size.width(), room.height() / self.size.height(), 1.0)
        wide, high = max(1, round(self.size.width() * share)), max(1, round(self.size.height() * share))
        picture = QImage(QSize(wide, high) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        picture.setDevicePixelRatio(ratio)
        self._paint_on(picture, share)
        return picture

    def _paint_lines_on(self, device: QPaintDevice, share: float = 1.0) -> None:
        """Paint without shadows, which are made of many faint layers: paper and drawing programs show each of them."""
        self._scene.has_shadows = False
        self._paint_on(device, share)
        self._scene.has_shadows = True

    def _paint_on(self, device: QPaintDevice, share: float = 1.0) -> None:
        painter = QPainter(device)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(share, share)
        page = QRectF(0, 0, self.size.width(), self.size.height())
        if not self._choices.is_transparent:
            painter.fillRect(page, QColor(self._scene.theme.canvas))
        self._scene.render(painter, page, QRectF(self._sheet))
        painter.end()


def encoded(picture: QImage) -> bytes:
    """Return a picture as PNG."""
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def paper(choices: Choices) -> Theme:
    """Return the theme of a figure: on light paper the ground is white, as that of a page around it."""
    return DARK if choices.is_dark else replace(LIGHT, canvas=LIGHT.card)


def still(subject: Subject) -> Editor:
    """Return an editor that holds what a figure is of. It is for the eye alone: the results are not its own."""
    editor = Editor()
    editor.open_graph(subject.graph)
    editor.results = subject.results
    editor.collapse(*subject.collapsed)
    return editor


def sheet(ink: QRectF, margin: float) -> QRect:
    """Return the paper around all that is drawn, on a grid of STEP."""
    left, top = math.floor((ink.left() - margin) / STEP), math.floor((ink.top() - margin) / STEP)
    right, bottom = math.ceil((ink.right() + margin) / STEP), math.ceil((ink.bottom() + margin) / STEP)
    return QRect(left * STEP, top * STEP, (right - left) * STEP, (bottom - top) * STEP)


def timeless(pdf: bytes) -> bytes:
    """Return a PDF with blanks in the place of when it was made; what comes behind must not move."""
    return re.sub(rb"/(Creation|Mod)Date \(D:[^)]*\)", lambda found: b" " * len(found[0]), pdf)


def _maker() -> str:
    return f"LazyGUI {lazygui.__version__}"


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
