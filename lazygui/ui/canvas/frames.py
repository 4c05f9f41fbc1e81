"""The frames around open groups: one item each, nested as the groups are. Knows names and rectangles, no graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from lazygui.graph.groups import short_name
from lazygui.ui import theme as tokens
from lazygui.ui.canvas.camera import SMALLEST
from lazygui.ui.theme import Theme, mixed, ui_font

PAD = 14.0
"""Room between a frame and what it holds; the frames of nested groups therefore never touch."""
TAB = 26.0
"""The height of the tab with the group's name, inside the frame, over its cards."""
CHEVRON = 26.0
WIDEST_TITLE = 260.0
TINT = 0.032
"""How much of the text's colour each further depth lays over the canvas."""
WORDS_FROM = 0.7
"""Below this zoom the words of a tab could not be read: they are as large on the screen as ever instead."""
FAR = 0.35
"""Below this zoom a tab has no chevron, and that of an outermost frame no room for words."""
SIGN = 18.0
"""The height, on the screen, of what stands over an outermost frame then."""
LOWEST_SIGN = 9.0
"""The height that a name needs within a frame, on the screen."""


class Painting(Protocol):
    """What a frame asks of the scene that holds it."""

    @property
    def theme(self) -> Theme: ...


def parent(name: str) -> str:
    """Return the group that a node or a group lies in, or "" at the top."""
    return name.rpartition(".")[0]


class FrameItem(QGraphicsItem):
    """One open group: a rounded frame with a tab at its upper left, whose chevron collapses it."""

    def __init__(self, group: str, painting: Painting) -> None:
        super().__init__()
        self._painting = painting
        self.is_chosen = False
        self.rect = QRectF()
        self.name(group)

    def name(self, group: str) -> None:
        """Become the frame of a group, or of the same under another name."""
        self.group_name = group
        self.depth = group.count(".")
        self.title = short_name(group)
        self._wide = min(QFontMetricsF(_font()).horizontalAdvance(self.title), WIDEST_TITLE)
        self.setToolTip(group)
        # Behind edges and cards; what is nested lies on what holds it.
        self.setZValue(-20 + min(self.depth, 9) / 10)
        self.update()

    def surround(self, rect: QRectF) -> None:
        """Lay the frame around a rectangle of the scene that holds its cards and inner frames."""
        outside = rect.adjusted(-PAD, -PAD - TAB, PAD, PAD)
        if outside != self.rect:
            self.prepareGeometryChange()
            self.rect = outside

    def choose(self, is_chosen: bool) -> None:
        if is_chosen != self.is_chosen:
            self.is_chosen = is_chosen
            self.update()

    @property
    def tab(self) -> QRectF:
        """Where the tab is in the scene."""
        width = min(CHEVRON + self._wide + tokens.S3, self.rect.width())
        return QRectF(self.rect.topLeft(), QRectF(0, 0, width, TAB).bottomRight() + self.rect.topLeft())

    @property
    def chevron(self) -> QRectF:
        tab = self.tab
        return QRectF(tab.left(), tab.top(), CHEVRON, TAB)

    @property
    def title_place(self) -> QRectF:
        """Where the name stands in the scene; a field to change it goes there."""
        return self.tab.adjusted(CHEVRON - tokens.S1, 0, 0, 0)

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-3, -3 if self.depth else -SIGN / SMALLEST, 3, 3)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.tab)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        zoom = painter.worldTransform().m11()
        ground = mixed(QColor(theme.canvas), QColor(theme.text), TINT * min(self.depth + 1, 4))
        line = QColor(theme.accent if self.is_chosen else theme.border if theme.is_dark else theme.border_strong)
        painter.setBrush(ground)
        painter.setPen(QPen(line, (2.0 if self.is_chosen else 1.0) / min(zoom, 1.0)))
        painter.drawRoundedRect(self.rect, tokens.RADIUS + 2, tokens.RADIUS + 2)
        if zoom >= FAR:
            paint_chevron(painter, self.chevron.center(), QColor(theme.text_muted), is_open=True)
        if zoom >= WORDS_FROM:
            self._paint_words(painter, self.tab.adjusted(CHEVRON, 1, 0, 0), theme)
        else:
            self._paint_sign(painter, zoom, theme)

    def _paint_sign(self, painter: QPainter, zoom: float, theme: Theme) -> None:
        """A name that keeps its size on the screen: in the tab's room, or over an outermost frame that is far away."""
        room, width = (PAD + TAB) * zoom, self.rect.width() * zoom
        left = CHEVRON * zoom if zoom >= FAR else tokens.S1
        place = QRectF(left, 0, width - left, room)
        if zoom < FAR and self.depth == 0:
            place = QRectF(0, -SIGN, width, SIGN)
        if place.height() >= LOWEST_SIGN:
            painter.save()
            painter.translate(self.rect.topLeft())
            painter.scale(1 / zoom, 1 / zoom)
            self._paint_words(painter, place, theme)
            painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        painter.setFont(_font())
        painter.setPen(QColor(theme.accent if self.is_chosen else theme.text_muted))
        room = min(place.width(), WIDEST_TITLE)
        words = QFontMetricsF(_font()).elidedText(self.title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)


def _font() -> QFont:
    return ui_font(tokens.SMALL, QFont.Weight.DemiBold)


def paint_chevron(painter: QPainter, centre: QPointF, color: QColor, is_open: bool) -> None:
    """Draw the arrow of a group: downwards where it is open, to the right where it is closed."""
    pen = QPen(color, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    way = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
    if not is_open:
        way = [QPointF(point.y(), point.x()) for point in way]
    painter.drawPolyline(QPolygonF([centre + point for point in way]))


class Frames:
    """The frames of one scene, by group. A frame is laid anew when one of its cards or inner frames has changed."""

    def __init__(self, scene: QGraphicsScene, painting: Painting, rect_of: Callable[[str], QRectF]) -> None:
        self._scene, self._painting, self._rect_of = scene, painting, rect_of
        self._held: dict[str, list[str]] = {}
        self.items: dict[str, FrameItem] = {}

    def show(self, groups: Iterable[str], cards: Iterable[str]) -> None:
        """Have a frame for each of these groups, around those of these cards that lie in it."""
        wanted = frozenset(groups)
        for group in self.items.keys() - wanted:
            self._scene.removeItem(self.items.pop(group))
        for group in wanted - self.items.keys():
            self.items[group] = FrameItem(group, self._painting)
            self._scene.addItem(self.items[group])
        before, self._held = self._held, {group: [] for group in wanted}
        for name in (*sorted(wanted), *cards):
            if parent(name) in self._held:
                self._held[parent(name)].append(name)
        changed = {group for group in wanted if before.get(group) != self._held[group]}
        self.lay({*changed, *(outer for group in changed for outer in around(group))})

    def rename(self, names: Mapping[str, str]) -> None:
        """Follow groups to other names, before `show` says what there is."""
        moved = {new: self.items.pop(old) for old, new in names.items() if old in self.items}
        for new, item in moved.items():
            item.name(new)
        self.items.update(moved)

    def follow(self, cards: Iterable[str]) -> None:
        """Lay the frames around cards that were moved or have grown."""
        touched = {group for card in cards for group in around(card)}
        self.lay(touched & self.items.keys())

    def lay(self, groups: Iterable[str]) -> None:
        # The innermost first, for the outer ones stand around them.
        for group in sorted(groups, key=lambda name: name.count("."), reverse=True):
            rect = QRectF()
            for name in self._held.get(group, ()):
                rect = rect.united(self.items[name].rect if name in self.items else self._rect_of(name))
            self.items[group].surround(rect)

    def at(self, place: QPointF) -> FrameItem | None:
        """Return the frame whose tab is under a place of the scene, the innermost first."""
        found = [item for item in self.items.values() if item.tab.contains(place)]
        return max(found, key=lambda item: item.depth, default=None)

    def choose(self, group: str | None) -> None:
        for name, item in self.items.items():
            item.choose(name == group)


def around(name: str) -> Iterable[str]:
    """Yield the groups that a node or group lies in, the innermost first."""
    while name := parent(name):
        yield name
