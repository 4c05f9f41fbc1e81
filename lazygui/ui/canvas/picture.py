"""A card drawn into a pixmap, and the bounded store of such pixmaps. Knows faces and themes, no items and no editor."""

from __future__ import annotations

import math
from collections import OrderedDict
from functools import lru_cache
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTextLayout, QTextOption

from lazygui.catalog.spec import UNKNOWN, Family
from lazygui.graph.results import Histogram, State
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.bonds import paint_link
from lazygui.ui.canvas.face import TIMES, Face
from lazygui.ui.glyphs import paint_tile
from lazygui.ui.state_icon import paint_state_icon, paint_warning, state_color
from lazygui.ui.theme import Theme, mixed, mono_font, ui_font
from lazygui.words.numbers import number_words

PAD = 12.0
TEXT_LEFT = 56.0
ICON = 18.0
WORD_WIDTH = 116.0
LINK_WIDTH = 132.0
"""The most room for the state's word and for whose parameters a node uses; the shapes beside them come first."""
MOST_BADGES = 2
SHADOW = 8
"""The softness of the shadow: so many thin layers, each a pixel wider than the one before."""
BYTES_KEPT = 256 * 2**20
HOLLOW = {State.UNINITIALIZED, State.WAITING, State.REACHED, State.LEFT}
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
    """Return the lines of a failing card's band: our sentence, and below it what arrived."""
    if face.state is not State.FAILED:
        return (), ()
    return wrapped(face.message), wrapped(face.received, is_mono=True)


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

    def known(self, face: Face, scale: float, theme: Theme) -> QPixmap | None:
        """Return the picture of this very scale, where it has been drawn."""
        key = (face, theme.name, scale)
        found = self._store.get(key)
        if found is not None:
            self._store.move_to_end(key)
        return found

    def has_any(self, face: Face, theme: Theme) -> bool:
        """Say whether there is a picture of any scale."""
        return (face, theme.name) in self._latest

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
    _paint_port_names(painter, face, theme)


def paint_far_card(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """Draw a card that is too small for words: hollow in its family's colour, filled once the sample has been there."""
    line, ground = far_colors(face.family, face.state, theme)
    pen = QPen(line, 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRect(rect)


def far_colors(family: Family, state: State, theme: Theme) -> tuple[QColor, QColor]:
    """Return the colours of the border and of the ground of a card that is too small for words."""
    is_loud = state in (State.RUNNING, State.FAILED)
    color = state_color(theme, state) if is_loud else theme.family(family)
    if state is State.WAITING:
        color.setAlphaF(0.5)
    return color, mixed(QColor(theme.canvas), color, 0.16 if state in HOLLOW else 0.8)


def _paint_ground(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if face.state not in HOLLOW and theme.shadow_alpha:
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
        strip = QRectF(rect.left() + rect.width() * 0.28, rect.bottom() - 4, rect.width() * 0.44, 3)
        painter.fillRect(strip, state_color(theme, face.state))


def _paint_ports(painter: QPainter, face: Face, theme: Theme) -> None:
    """Circles on both edges, those that may stay free smaller."""
    ground = QColor(theme.card)
    for is_output, count in ((False, face.inputs), (True, face.outputs)):
        for index in range(count):
            centre = QPointF(geo.WIDTH if is_output else 0.0, geo.port_y(index))
            is_free = not is_output and index in face.optional
            painter.setPen(QPen(QColor(theme.edge), 1.2 if is_free else 1.5))
            painter.setBrush(QColor(theme.canvas) if is_free else ground)
            radius = geo.OPTIONAL_RADIUS if is_free else geo.PORT_RADIUS
            painter.drawEllipse(centre, radius, radius)


def _paint_port_names(painter: QPainter, face: Face, theme: Theme) -> None:
    """The first ports lie beside the tile and the title, which leave no room for their names."""
    font, color = mono_font(tokens.TINY), QColor(theme.text_muted)
    inputs = face.input_names if len(face.input_names) == face.inputs else ()
    outputs = face.output_names if len(face.output_names) == face.outputs else ()
    for index, (left, right) in enumerate(zip_longest(inputs[1:], outputs[1:], fillvalue=""), 1):
        rect = QRectF(PAD, geo.port_y(index) - 6, geo.WIDTH - 2 * PAD, 16)
        width = _text(painter, rect, left, font, color)
        _text(painter, rect.adjusted(width + 8, 0, 0, 0), right, font, color, Qt.AlignmentFlag.AlignRight)


def _paint_header(painter: QPainter, face: Face, theme: Theme) -> None:
    middle = geo.PORT_Y
    paint_tile(painter, QRectF(PAD, middle - 17, 34, 34), face.sign, theme)
    right = geo.WIDTH - PAD
    _paint_subtitle(painter, QRectF(TEXT_LEFT, middle + 1, right - TEXT_LEFT, 17), face, theme)
    paint_state_icon(painter, QPointF(right - ICON / 2, middle - 9), face.state, theme)
    free = _paint_badges(painter, right - ICON - 6, middle - 9, face, theme)
    _text(
        painter,
        QRectF(TEXT_LEFT, middle - 18, free - TEXT_LEFT, 18),
        face.title,
        ui_font(tokens.HEADING, QFont.Weight.DemiBold),
        QColor(theme.text),
    )


def _paint_badges(painter: QPainter, right: float, middle: float, face: Face, theme: Theme) -> float:
    """The sign of a warning and a number for each bond, from the right; return where the room for the title ends."""
    if face.warning:
        paint_warning(painter, QPointF(right - ICON / 2, middle), theme)
        right -= ICON + 4
    font = mono_font(tokens.TINY)
    for number in face.bonds[:MOST_BADGES]:
        width = 20 + QFontMetricsF(font).horizontalAdvance(str(number)) + 5
        pill = QRectF(right - width, middle - 8, width, 16)
        painter.setPen(QPen(QColor(theme.accent), 1.0))
        painter.setBrush(mixed(QColor(theme.card), QColor(theme.accent), 0.1))
        painter.drawRoundedRect(pill, 8, 8)
        paint_link(painter, QPointF(pill.left() + 11, middle), QColor(theme.accent))
        _text(painter, pill.adjusted(20, 0, 0, 0), str(number), font, QColor(theme.accent))
        right -= width + 4
    return right


def _paint_subtitle(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """Layer and arguments; a card without a body has no other place for its state's word, so it goes first.

    That a node has not run is no news: the state's icon says it, and the arguments need the room.
    """
    font = ui_font(tokens.SMALL)
    if not face.has_body and not (face.state is State.UNINITIALIZED and face.is_known):
        word = f"{face.word[:1].upper()}{face.word[1:]}"
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
    first, second = QRectF(PAD, top + 6, width, 18), QRectF(PAD, top + 25, width, 16)
    right = Qt.AlignmentFlag.AlignRight
    color = QColor(theme.text_muted) if face.state in HOLLOW else state_color(theme, face.state)
    word = first.adjusted(width - WORD_WIDTH, 0, 0, 0)
    word_width = _text(painter, word, face.word, ui_font(tokens.TINY, QFont.Weight.Medium), color, right)
    _paint_shape(painter, first.adjusted(0, 0, -word_width - 8, 0), face, theme)
    muted, link = QColor(theme.text_muted), second.adjusted(width - LINK_WIDTH, 0, 0, 0)
    tiny = ui_font(tokens.TINY)
    if face.link:
        count_width = _text(painter, link, face.link, tiny, QColor(theme.accent), right)
    else:
        count_width = _text(painter, second, face.count, tiny, muted, right)
    note = second.adjusted(0, 0, -count_width - 8, 0)
    _text(painter, note, face.side_note, _voice(mono_font(tokens.TINY), face), muted)
    if face.constant:
        _text(painter, second.translated(0, 18), face.constant, ui_font(tokens.TINY), QColor(theme.text_muted))
    elif face.histogram is not None:
        _paint_plot(painter, QRectF(PAD, top + 46, width, 58), face, face.histogram, theme)


def _paint_shape(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """The weight's shape, its unknown dimension in a colour of its own."""
    font = _voice(mono_font(tokens.SMALL), face)
    metrics = QFontMetricsF(font)
    loose = f" {TIMES} ".join(face.shape)
    separator = f" {TIMES} " if metrics.horizontalAdvance(loose) <= rect.width() else TIMES
    x = rect.left()
    for position, part in enumerate(face.shape):
        pieces = (separator if position else "", QColor(theme.text_muted)), (part, _part_color(part, face, theme))
        for text, color in pieces:
            _text(painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), text, font, color)
            x += metrics.horizontalAdvance(text)


def _voice(font: QFont, face: Face) -> QFont:
    """Return the font of a number on the card: italic while it is only inferred."""
    font.setItalic(face.is_inferred)
    return font


def _part_color(part: str, face: Face, theme: Theme) -> QColor:
    if part == UNKNOWN:
        return QColor(theme.unknown)
    return theme.inferred() if face.is_inferred else QColor(theme.text)


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
    # No clip: a figure in SVG would not have it.
    inside, below = QPainterPath(), QPainterPath()
    inside.addRoundedRect(rect.adjusted(1, 1, -1, -1), tokens.RADIUS - 1, tokens.RADIUS - 1)
    below.addRect(band)
    painter.fillPath(inside.intersected(below), QColor(theme.error_ground))
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
