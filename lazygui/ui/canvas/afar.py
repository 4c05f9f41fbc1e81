"""A drawing seen from afar: thousands of cards and edges in a few calls, where the shapes on edges could not be read.

What is painted for each item near by is painted together here, in the same colours. It is made once and kept until
something of it is another, for a frame has little time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from lazygui.catalog.spec import Family
from lazygui.graph.model import Port
from lazygui.graph.results import State
from lazygui.ui import theme as tokens
from lazygui.ui.canvas.items import SIMPLE_BELOW
from lazygui.ui.canvas.lines import HEAD, DraftEdge, EdgeItem
from lazygui.ui.canvas.picture import far_colors
from lazygui.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from lazygui.ui.canvas.items import NodeItem
    from lazygui.ui.canvas.scene import CanvasScene

OUTLINED_FROM: Final = 0.08
"""Below this zoom a card is a few pixels high, and thousands are in sight: its border and its ground are one colour."""
PLOT: Final = 2000.0
"""The side of the parts of a scene whose lines are painted together."""
MARGIN: Final = 16.0
"""So far heads and the width of lines reach beyond these."""
HEADS_FROM: Final = 0.3
"""From this zoom on an arrow head is more than a dot."""


class Plot:
    """Lines whose middles lie in one part of the scene, by their colour and width, and their heads."""

    def __init__(self) -> None:
        self.rect = QRectF()
        """Where any of this is."""
        self._paths: dict[tuple[str, float], QPainterPath] = {}
        self._heads: dict[str, QPainterPath] = {}

    def add(self, edge: EdgeItem, rect: QRectF, theme: Theme) -> None:
        self.rect |= rect.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        key = edge.color(theme).name(), edge.width
        path = self._paths.get(key)
        if path is None:
            path = self._paths[key] = QPainterPath()
        path.addPath(edge.line)
        heads = self._heads.get(key[0])
        if heads is None:
            heads = self._heads[key[0]] = QPainterPath()
        heads.addPolygon(HEAD.translated(edge.line.currentPosition()))

    def paint(self, painter: QPainter, has_heads: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for (color, width), path in self._paths.items():
            painter.setPen(QPen(QColor(color), width))
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, path in self._heads.items() if has_heads else ():
            painter.setBrush(QColor(color))
            painter.drawPath(path)


class FarLines:
    """The lines of edges of one moment, in the scene's coordinates. What is out of sight takes no time."""

    def __init__(self, edges: Iterable[EdgeItem], theme: Theme) -> None:
        self._plots: dict[tuple[int, int], Plot] = {}
        for edge in edges:
            rect = edge.line_rect
            middle = rect.center()
            place = int(middle.x() // PLOT), int(middle.y() // PLOT)
            plot = self._plots.get(place)
            if plot is None:
                plot = self._plots[place] = Plot()
            plot.add(edge, rect, theme)

    def paint(self, painter: QPainter, has_heads: bool) -> None:
        to_scene, _ = painter.worldTransform().inverted()
        sight = to_scene.mapRect(QRectF(painter.viewport()))
        for plot in self._plots.values():
            if plot.rect.intersects(sight):
                plot.paint(painter, has_heads)


class LyingLines:
    """Paints lines that lie still. From the second frame on they are a picture: a run tells of cards alone."""

    def __init__(self) -> None:
        self._place: tuple[object, ...] = ()
        """The lines of the last frame, and how they were seen."""
        self._picture: QPixmap | None = None

    def paint(self, painter: QPainter, lines: FarLines, has_heads: bool) -> None:
        ratio, size = painter.device().devicePixelRatio(), painter.viewport().size()
        place = lines, painter.worldTransform(), ratio, size
        if place != self._place:
            self._place, self._picture = place, None
            lines.paint(painter, has_heads)
            return
        if self._picture is None:
            self._picture = _picture(lines, painter, has_heads)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._picture)
        painter.restore()


def _picture(lines: FarLines, like: QPainter, has_heads: bool) -> QPixmap:
    """Return the lines as another painter would paint them, with nothing below."""
    ratio = like.device().devicePixelRatio()
    picture = QPixmap(like.viewport().size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(like.renderHints())
    painter.setWorldTransform(like.worldTransform())
    lines.paint(painter, has_heads)
    painter.end()
    return picture


Colors: TypeAlias = Callable[[Family, State], tuple[QPen, QColor]]
"""The border and the ground of cards of a family in a state."""


class FarCards:
    """The rectangles of cards of one moment, by what colours them, in the scene's coordinates."""

    def __init__(self, items: Iterable[NodeItem]) -> None:
        self._rects: dict[tuple[Family, State], dict[str, QRectF]] = {}
        self._keys: dict[str, tuple[Family, State]] = {}
        for item in items:
            self.put(item)

    def put(self, item: NodeItem) -> None:
        """Have a card as it is now, in the place of what was."""
        before, key = self._keys.get(item.node_id), (item.face.family, item.face.state)
        if before is not None and before != key:
            del self._rects[before][item.node_id]
        self._keys[item.node_id] = key
        self._rects.setdefault(key, {})[item.node_id] = item.card.translated(item.pos())

    def paint(self, painter: QPainter, colors: Colors) -> None:
        for (family, state), rects in self._rects.items():
            pen, ground = colors(family, state)
            painter.setPen(pen)
            painter.setBrush(ground)
            painter.drawRects(list(rects.values()))


class Afar:
    """A scene's picture from afar. The scene tells what of it is another now, and what a hand carries."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._lines: FarLines | None = None
        self._lying = LyingLines()
        self._cards: FarCards | None = None
        """All but what is loose, until something of it is another."""
        self._loose: frozenset[str] = frozenset()
        """The cards that a hand carries just now: only these and their edges are drawn anew from frame to frame."""

    def spoil(self) -> None:
        """All of it may be another."""
        self._lines, self._cards, self._loose = None, None, frozenset()

    def spoil_lines(self) -> None:
        self._lines = None

    def change(self, cards: Iterable[str]) -> None:
        """These cards look otherwise than before, at the same places: a run tells of one at a time."""
        if self._cards is not None:
            for card in {*cards} - self._loose:
                self._cards.put(self._scene.nodes[card])

    def carry(self, cards: Collection[str]) -> None:
        """A hand carries these cards and their edges."""
        if self._loose != frozenset(cards):
            self.spoil()
            self._loose = frozenset(cards)

    def paint(self, painter: QPainter, sight: Callable[[], Iterable[str]]) -> None:
        """Paint from the ground up: frames, bonds and notes one by one, edges and cards together.

        `sight` tells the cards that are seen: where their pictures tell something, these are drawn.
        """
        scene, theme = self._scene, self._scene.theme
        zoom = painter.worldTransform().m11()
        is_far, has_heads = zoom < SIMPLE_BELOW, zoom >= HEADS_FROM
        carried = {*scene.edges_of(self._loose)}
        others = sorted(scene.others, key=QGraphicsItem.zValue)
        for item in others:
            if item.zValue() < 0:
                _paint(item, painter)
        self._lying.paint(painter, self._still_lines(carried, others), has_heads)
        FarLines((scene.edges[target] for target in carried), theme).paint(painter, has_heads)
        if is_far:
            self.paint_cards(painter, self._colors)
            self._paint_rings(painter)
        else:
            self._paint_pictures(painter, [scene.nodes[card] for card in sight() if card in scene.nodes])
        for item in others:
            if item.zValue() >= 0:
                _paint(item, painter)

    def _paint_pictures(self, painter: QPainter, items: list[NodeItem]) -> None:
        plain = [item for item in items if item.is_plain]
        waiting = self._scene.draw_cards(painter, [(item.face, item.pos()) for item in plain])
        FarCards(plain[number] for number in waiting).paint(painter, self._colors)
        for item in sorted((item for item in items if not item.is_plain), key=QGraphicsItem.zValue):
            _paint(item, painter)

    def paint_cards(self, painter: QPainter, colors: Colors) -> None:
        """Paint the cards alone, in colours of the caller's."""
        nodes = self._scene.nodes
        if self._cards is None:
            self._cards = FarCards(item for card, item in nodes.items() if card not in self._loose)
        self._cards.paint(painter, colors)
        FarCards(nodes[card] for card in self._loose).paint(painter, colors)

    def _colors(self, family: Family, state: State) -> tuple[QPen, QColor]:
        line, ground = far_colors(family, state, self._scene.theme)
        if self._scene.zoom < OUTLINED_FROM:
            return QPen(Qt.PenStyle.NoPen), mixed(line, ground, 0.5)
        pen = QPen(line, 1.0)
        pen.setCosmetic(True)
        return pen, ground

    def _still_lines(self, carried: Collection[Port], others: Iterable[QGraphicsItem]) -> FarLines:
        # While a hand draws an edge others may be hidden, and soon are back.
        is_in_hand = any(isinstance(item, DraftEdge) for item in others)
        if self._lines is not None and not is_in_hand:
            return self._lines
        edges = self._scene.edges
        seen = (edge for target, edge in edges.items() if target not in carried and edge.isVisible())
        lines = FarLines(seen, self._scene.theme)
        self._lines = None if is_in_hand else lines
        return lines

    def _paint_rings(self, painter: QPainter) -> None:
        # From afar a ring is as wide as near by, or it would vanish.
        painter.setPen(QPen(QColor(self._scene.theme.accent), 2.0 / min(painter.worldTransform().m11(), 1.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for item in self._scene.chosen_items():
            painter.drawRoundedRect(item.ring, tokens.RADIUS, tokens.RADIUS)


def _paint(item: QGraphicsItem, painter: QPainter) -> None:
    if item.isVisible():
        painter.save()
        painter.translate(item.pos())
        painter.setOpacity(item.opacity())
        item.paint(painter, QStyleOptionGraphicsItem())
        painter.restore()
