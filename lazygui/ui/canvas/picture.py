"""A card drawn into a pixmap, and the bounded store of such pixmaps. Knows faces and themes, no items and no editor."""

from __future__ import annotations

import math
from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTextLayout, QTextOption

from lazygui.catalog.spec import UNKNOWN
from lazygui.graph.results import Histogram, State
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import TIMES, Face
from lazygui.ui.glyphs import paint_tile
from lazygui.ui.state_icon import paint_state_icon, state_color
from lazygui.ui.theme import Theme, mixed, mono_font, ui_font
from lazygui.words.numbers import number_words

PAD = 12.0
TEXT_LEFT = 56.0
ICON = 18.0
SHADOW = 8
"""The softness of the shadow: so many thin layers, each a pixel wider than the one before."""
BYTES_KEPT = 256 * 2**20
HOLLOW = {State.UNINITIALIZED, State.WAITING, State.REACHED}
DASHED = {State.UNINITIALIZED, State.WAITING}


@lru_cache(maxsize=512)
def wrapped(text: str, is_mono: bool = False) -> tuple[str, ...]:
    """Return a text in lines that fit a card. Four lines at most; the inspector has the rest."""
    if not text:
        return ()
    layout = QTextLayout(text, mono_font(tokens.TINY) if is_mono else ui_font(tokens.SMALL))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(geo.WIDTH - 2 * PAD)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    if len(lines) > geo.MOST_LINES:
        lines = [*lines[: geo.MOST_LINES - 1], lines[geo.MOST_LINES - 1].rstrip() + "\u2026"]
    return tuple(lines)


def message_lines(face: Face) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of a failing card's band: our sentence, and below it what arrived and torch's words."""
    if face.state is not State.FAILED:
        return (), ()
    return wrapped(face.message), wrapped(face.detail, is_mono=True)


def card_height(face: Face) -> float:
    """The height of the card that shows this face."""
    lines = sum(map(len, message_lines(face)))
    return geo.header_height(face) + geo.body_height(face) + geo.message_height(lines)


class Pictures:
    """Pixmaps of cards by face, scale and theme; the ones used longest ago go when there are too many bytes."""

    def __init__(self, limit: int = BYTES_KEPT) -> None:
        self._limit = limit
        self._held = 0
        self._store: OrderedDict[tuple[Face, str, float], QPixmap] = OrderedDict()
        self._latest: dict[tuple[Face, str], float] = {}

    def get(self, face: Face, scale: float, theme: Theme, may_draw: bool = True) -> tuple[QPixmap, float]:
        """Return a picture and its scale (device pixels for each pixel of zoom 1): the one asked for, drawn if need be.

        Without `may_draw` the picture of another scale is returned where there is one, to be stretched for a moment.
        """
        latest = self._latest.get((face, theme.name))
        if (face, theme.name, scale) not in self._store and latest is not None and not may_draw:
            scale = latest
        key = (face, theme.name, scale)
        if key not in self._store:
            self._add(key, render(face, scale, theme))
        self._store.move_to_end(key)
        return self._store[key], scale

    def _add(self, key: tuple[Face, str, float], pixmap: QPixmap) -> None:
        self._store[key] = pixmap
        self._latest[key[:2]] = key[2]
        self._held += _bytes(pixmap)
        while self._held > self._limit and len(self._store) > 1:
            old, gone = self._store.popitem(last=False)
            self._held -= _bytes(gone)
            if self._latest.get(old[:2]) == old[2]:
                del self._latest[old[:2]]

    def has(self, face: Face, scale: float, theme: Theme) -> bool:
        return (face, theme.name, scale) in self._store

    def clear(self) -> None:
        self._store.clear()
        self._latest.clear()
        self._held = 0
        wrapped.cache_clear()


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def render(face: Face, scale: float, theme: Theme) -> QPixmap:
    """Draw the card with its shadow; the card's corner lies `geo.MARGIN` inside the picture."""
    height = card_height(face)
    width = math.ceil((geo.WIDTH + 2 * geo.MARGIN) * scale)
    pixmap = QPixmap(width, math.ceil((height + 2 * geo.MARGIN) * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    painter.translate(geo.MARGIN, geo.MARGIN)
    paint_card(painter, face, theme)
    painter.end()
    return pixmap


def paint_card(painter: QPainter, face: Face, theme: Theme) -> None:
    """Draw a card with its corner at the origin."""
    rect = geo.card_rect(card_height(face))
    if face.state is State.WAITING:
        painter.setOpacity(0.6)
    _paint_ground(painter, rect, face, theme)
    _paint_header(painter, face, theme)
    if face.has_body:
        _paint_body(painter, geo.header_height(face), face, theme)
    if face.state is State.FAILED and face.message:
        _paint_message(painter, rect, face, theme)
    _paint_border(painter, rect, face, theme)
    _paint_ports(painter, face, theme)


def paint_far_card(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """Draw a card that is too small for words: hollow in its family's colour, filled once the sample has been there."""
    is_loud = face.state in (State.RUNNING, State.FAILED)
    color = state_color(theme, face.state) if is_loud else theme.family(face.family)
    if face.state is State.WAITING:
        color.setAlphaF(0.5)
    pen = QPen(color, 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(mixed(QColor(theme.canvas), color, 0.16 if face.state in HOLLOW else 0.8))
    painter.drawRect(rect)


def _paint_ground(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if face.state not in HOLLOW:
        painter.setBrush(QColor(0, 0, 0, theme.shadow_alpha // SHADOW))
        for spread in range(SHADOW):
            corner = tokens.RADIUS + spread
            painter.drawRoundedRect(rect.adjusted(-spread, 2 - spread, spread, 2 + spread), corner, corner)
    ground = QColor(theme.card)
    if face.state in HOLLOW:
        ground = mixed(QColor(theme.canvas), ground, 0.45)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, tokens.RADIUS, tokens.RADIUS)


def _paint_border(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    pen = QPen(QColor(theme.border_strong if face.state in HOLLOW else theme.border), 1.0)
    if face.state in (State.RUNNING, State.FAILED):
        pen = QPen(state_color(theme, face.state), 1.6)
    if face.state in DASHED or not face.is_known:
        pen.setDashPattern([4, 3])
        pen.setColor(QColor(theme.idle))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS - 0.5, tokens.RADIUS - 0.5)
    if face.state is State.RUNNING:
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        painter.save()
        painter.setClipPath(path)
        strip = QRectF(rect.left() + rect.width() * 0.28, rect.bottom() - 4, rect.width() * 0.44, 4)
        painter.fillRect(strip, state_color(theme, face.state))
        painter.restore()


def _paint_ports(painter: QPainter, face: Face, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.edge), 1.5))
    painter.setBrush(QColor(theme.card))
    for x, count in ((0.0, face.inputs), (geo.WIDTH, face.outputs)):
        for index in range(count):
            centre = QPointF(x, geo.PORT_Y + geo.PORT_STEP * index)
            painter.drawEllipse(centre, geo.PORT_RADIUS, geo.PORT_RADIUS)


def _paint_header(painter: QPainter, face: Face, theme: Theme) -> None:
    middle = geo.PORT_Y
    paint_tile(painter, QRectF(PAD, middle - 17, 34, 34), face.sign, theme)
    right = geo.WIDTH - PAD
    _text(
        painter,
        QRectF(TEXT_LEFT, middle - 18, right - ICON - 6 - TEXT_LEFT, 18),
        face.title,
        ui_font(tokens.HEADING, QFont.Weight.DemiBold),
        QColor(theme.text),
    )
    _paint_subtitle(painter, QRectF(TEXT_LEFT, middle + 1, right - TEXT_LEFT, 17), face, theme)
    paint_state_icon(painter, QPointF(right - ICON / 2, middle - 9), face.state, theme)


def _paint_subtitle(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """Layer and arguments; a card without a body has no other place for its state's word, so it goes first."""
    font = ui_font(tokens.SMALL)
    if not face.has_body:
        word = f"{face.state_word[:1].upper()}{face.state_word[1:]}"
        color = state_color(theme, face.state)
        bold = ui_font(tokens.SMALL, QFont.Weight.Medium)
        plain = face.state in HOLLOW
        _text(painter, rect, word, font if plain else bold, QColor(theme.text_muted) if plain else color)
        rect = rect.adjusted(QFontMetricsF(font if plain else bold).horizontalAdvance(word), 0, 0, 0)
        _text(painter, rect, f" \u00b7 {face.subtitle}", font, QColor(theme.text_muted))
    else:
        _text(painter, rect, face.subtitle, font, QColor(theme.text_muted))


def _paint_body(painter: QPainter, top: float, face: Face, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.hairline), 1.0))
    painter.drawLine(QPointF(PAD, top + 0.5), QPointF(geo.WIDTH - PAD, top + 0.5))
    width = geo.WIDTH - 2 * PAD
    first = QRectF(PAD, top + 6, width, 18)
    color = QColor(theme.text_muted) if face.state in HOLLOW else state_color(theme, face.state)
    word_width = _text(
        painter, first, face.state_word, ui_font(tokens.TINY, QFont.Weight.Medium), color, Qt.AlignmentFlag.AlignRight
    )
    _paint_shape(painter, first.adjusted(0, 0, -word_width - 8, 0), face.shape, theme)
    second = QRectF(PAD, top + 25, width, 16)
    count_width = _text(
        painter, second, face.count, ui_font(tokens.TINY), QColor(theme.text_muted), Qt.AlignmentFlag.AlignRight
    )
    note = second.adjusted(0, 0, -count_width - 8, 0)
    _text(painter, note, face.side_note, mono_font(tokens.TINY), QColor(theme.text_muted))
    if face.constant:
        _text(painter, second.translated(0, 18), face.constant, ui_font(tokens.TINY), QColor(theme.text_muted))
    elif face.histogram is not None:
        _paint_plot(painter, QRectF(PAD, top + 46, width, 58), face, face.histogram, theme)


def _paint_shape(painter: QPainter, rect: QRectF, shape: tuple[str, ...], theme: Theme) -> None:
    """The weight's shape, its unknown dimension in a colour of its own."""
    font = mono_font(tokens.SMALL)
    metrics = QFontMetricsF(font)
    loose = f" {TIMES} ".join(shape)
    separator = f" {TIMES} " if metrics.horizontalAdvance(loose) <= rect.width() else TIMES
    x = rect.left()
    for position, part in enumerate(shape):
        for text, color in ((separator if position else "", theme.text_muted), (part, _part_color(part, theme))):
            _text(painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), text, font, QColor(color))
            x += metrics.horizontalAdvance(text)


def _part_color(part: str, theme: Theme) -> str:
    return theme.unknown if part == UNKNOWN else theme.text


def _paint_plot(painter: QPainter, rect: QRectF, face: Face, histogram: Histogram, theme: Theme) -> None:
    """The mini histogram with its range and a hairline at zero; a constant is said in words."""
    tiny = mono_font(tokens.TINY)
    faint = QColor(theme.text_muted)
    labels = QRectF(rect.left(), rect.bottom() - 14, rect.width(), 14)
    plot = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - 16)
    color = theme.family(face.family)
    outline = histogram_path(plot, histogram.counts)
    painter.fillPath(outline, mixed(QColor(theme.card), color, 0.34))
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    _text(painter, labels, number_words(histogram.low, 3), tiny, faint)
    _text(painter, labels, number_words(histogram.high, 3), tiny, faint, Qt.AlignmentFlag.AlignRight)
    if histogram.low < 0 < histogram.high:
        x = plot.left() + plot.width() * (-histogram.low / (histogram.high - histogram.low))
        pen = QPen(QColor(theme.text_faint), 1.0)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        if plot.left() + 50 < x < plot.right() - 50:
            _text(painter, QRectF(x - 20, labels.top(), 40, 14), "0", tiny, faint, Qt.AlignmentFlag.AlignHCenter)


def histogram_path(rect: QRectF, counts: tuple[int, ...]) -> QPainterPath:
    """Return the outline of a histogram in steps."""
    top, step = max(counts), rect.width() / len(counts)
    path = QPainterPath(rect.bottomLeft())
    for position, count in enumerate(counts):
        y = rect.bottom() - rect.height() * count / top
        path.lineTo(QPointF(rect.left() + step * position, y))
        path.lineTo(QPointF(rect.left() + step * (position + 1), y))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    return path


def _paint_message(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    ours, torchs = message_lines(face)
    height = geo.message_height(len(ours) + len(torchs))
    band = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
    clip = QPainterPath()
    clip.addRoundedRect(rect.adjusted(1, 1, -1, -1), tokens.RADIUS - 1, tokens.RADIUS - 1)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(band, QColor(theme.error_ground))
    painter.restore()
    fonts = [*[(line, ui_font(tokens.SMALL)) for line in ours], *[(line, mono_font(tokens.TINY)) for line in torchs]]
    for number, (line, font) in enumerate(fonts):
        top = band.top() + geo.MESSAGE_PAD + number * geo.MESSAGE_LINE
        _text(painter, QRectF(PAD, top, rect.width() - 2 * PAD, geo.MESSAGE_LINE), line, font, QColor(theme.error))


def _text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Draw one line, elided where it does not fit, and return its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)
