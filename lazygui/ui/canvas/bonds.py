"""The bonds between nodes that share a parameter: a dashed line below the cards with a link in its middle.

What is tied together comes from the graph; an item says what it was told.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from lazygui.graph import placement, ties
from lazygui.graph.model import Graph
from lazygui.graph.results import Results
from lazygui.graph.ties import Bond, Place, Shape
from lazygui.graph.view import View
from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.frames import Painting
from lazygui.ui.theme import Theme, mono_font

DROP = 26.0
"""How far below the lower card a bond runs."""
NARROW = 14.0
"""A gap between two rows that is lower than this has no room for a bond."""
BESIDE = 52.0
"""How far beside a column of cards a bond runs: in the middle of the room between two columns."""
BEND = 14.0
BADGE = 11.0
REACH = 8.0
WORDS_FROM = 0.35


@dataclass(frozen=True, slots=True)
class Link:
    """One stretch of a bond: two of its places that follow each other, the shapes of what is tied, and its badge."""

    places: tuple[Place, Place]
    shapes: tuple[Shape, Shape]
    number: int

    @property
    def nodes(self) -> tuple[str, str]:
        return self.places[0].node, self.places[1].node

    @property
    def is_wrong(self) -> bool:
        return not ties.can_agree(*self.shapes)

    @property
    def label(self) -> str:
        """What the pill says: `(8, ?) = (8, ?)`."""
        sign = "\u2260" if self.is_wrong else "="
        return f" {sign} ".join(map(_shape_words, self.shapes))


def links(graph: Graph, results: Results) -> tuple[Link, ...]:
    """Return the stretches of all bonds, with the shapes that a run showed, or inference, or that arguments tell."""
    return tuple(link for bond in ties.bonds(graph) for link in _links(graph, results, bond))


def _links(graph: Graph, results: Results, bond: Bond) -> Iterator[Link]:
    name, told = next(iter(ties.tied_shapes(graph, bond).items()), ("", ((),) * len(bond.places)))
    true = [_true_shape(results, place.node, place.parameter or name) for place in bond.places]
    foreseen = [_inferred_shape(results, place.node, place.parameter or name) for place in bond.places]
    # An inferred shape beside one that is only told would make two that agree look different; and one that contradicts
    # what is told now is of the drawing before an edit.
    choices = list(zip(true, foreseen, told, strict=True))
    may_foresee = all(one or (other and ties.can_agree(other, shape)) for one, other, shape in choices)
    known = [one or (other if may_foresee else None) or shape for one, other, shape in choices]
    ends = zip(bond.places, known, strict=True)
    before = next(ends)
    for after in ends:
        yield Link((before[0], after[0]), (before[1], after[1]), bond.number)
        before = after


def _inferred_shape(results: Results, node: str, parameter: str) -> Shape | None:
    inferred = results.inferred(node)
    return dict(inferred.parameters).get(parameter) if inferred else None


def _true_shape(results: Results, node: str, parameter: str) -> Shape | None:
    result = results.result(node)
    return next((tensor.shape for tensor in result.parameters if tensor.name == parameter), None) if result else None


def _shape_words(shape: Shape) -> str:
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"


def bond_path(first: QRectF, second: QRectF) -> QPainterPath:
    """Return the way between two cards, behind no other: below both, in a gap between rows, or beside a column."""
    if second.top() < first.top():
        first, second = second, first
    start, gap = QPointF(first.center().x(), first.bottom()), second.top() - first.bottom()
    if gap < NARROW:
        return _below(start, QPointF(second.center().x(), second.bottom()))
    end = QPointF(second.center().x(), second.top())
    if gap < placement.ROW:
        return _between(start, end)
    upper, lower = start.y() + DROP, end.y() - DROP
    beside = second.left() - BESIDE if start.x() <= end.x() else second.right() + BESIDE
    ways = (start.x(), upper), (beside, upper), (beside, lower), (end.x(), lower)
    return geo.rounded_path(start, [QPointF(*way) for way in ways], end)


def _between(start: QPointF, end: QPointF) -> QPainterPath:
    """The way through the gap between two rows; in a low one close to the lower, for an edge has the middle."""
    gap = end.y() - start.y()
    lane = start.y() + gap / 2 if gap > 2 * DROP else end.y() - NARROW / 2
    return geo.rounded_path(start, (QPointF(start.x(), lane), QPointF(end.x(), lane)), end)


def _below(start: QPointF, end: QPointF) -> QPainterPath:
    lane = max(start.y(), end.y()) + DROP
    bend = math.copysign(min(BEND, abs(end.x() - start.x()) / 2), end.x() - start.x())
    path = QPainterPath(start)
    path.lineTo(start.x(), lane - abs(bend))
    path.quadTo(QPointF(start.x(), lane), QPointF(start.x() + bend, lane))
    path.lineTo(end.x() - bend, lane)
    path.quadTo(QPointF(end.x(), lane), QPointF(end.x(), lane - abs(bend)))
    path.lineTo(end)
    return path


class BondItem(QGraphicsItem):
    """One stretch of a bond between two cards. Its pill says the shapes while it is under the pointer or chosen."""

    def __init__(self, cards: tuple[str, str], link: Link, painting: Painting) -> None:
        super().__init__()
        self.cards = cards
        self.link = link
        self.is_chosen = self.is_open = False
        self._painting = painting
        self._path = QPainterPath()
        self._reach = QPainterPath()
        # Below edges and cards, above the frames.
        self.setZValue(-1)

    def lead(self, first: QRectF, second: QRectF) -> None:
        """Lay the bond between two cards' rectangles in the scene."""
        self.prepareGeometryChange()
        self._path = bond_path(first, second)
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * REACH)
        self._reach = stroker.createStroke(self._path)
        self._reach.addEllipse(self.middle, BADGE, BADGE)

    def tell(self, link: Link) -> None:
        """Say something else between the same two cards."""
        if link != self.link:
            self.prepareGeometryChange()
            self.link = link
            self.setToolTip(link.label)
            self.update()

    def light(self, is_chosen: bool, is_open: bool) -> None:
        """`is_chosen`: one of its ends is. `is_open`: the pointer is on it."""
        if (is_chosen, is_open) != (self.is_chosen, self.is_open):
            self.prepareGeometryChange()
            self.is_chosen, self.is_open = is_chosen, is_open
            # Its words go over the cards, for between two rows there may be too little room.
            self.setZValue(4 if self._is_lit else -1)
            self.update()

    @property
    def line_rect(self) -> QRectF:
        """Where the line runs, without its badge."""
        return self._path.boundingRect()

    @property
    def middle(self) -> QPointF:
        return self._path.pointAtPercent(0.5)

    def boundingRect(self) -> QRectF:
        wide = max(BADGE, QFontMetricsF(mono_font(tokens.TINY)).horizontalAdvance(self.link.label) / 2 + 28)
        return self._path.boundingRect().adjusted(-wide, -BADGE - 2, wide, BADGE + 2)

    def shape(self) -> QPainterPath:
        return self._reach

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        color = QColor(theme.error if self.link.is_wrong else theme.accent if self._is_lit else theme.text_muted)
        pen = QPen(color, 2.0)
        pen.setDashPattern([1, 3])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        if painter.worldTransform().m11() >= WORDS_FROM:
            self._paint_badge(painter, color, theme)

    @property
    def _is_lit(self) -> bool:
        return self.is_chosen or self.is_open

    def _paint_badge(self, painter: QPainter, color: QColor, theme: Theme) -> None:
        """A round badge with a link; while the bond is lit it is a pill that says the shapes too."""
        words = self.link.label if self._is_lit else ""
        font = mono_font(tokens.TINY)
        width = QFontMetricsF(font).horizontalAdvance(words) + tokens.S3 if words else 0.0
        middle = self.middle
        pill = QRectF(middle.x() - BADGE - width / 2, middle.y() - BADGE, 2 * BADGE + width, 2 * BADGE)
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(pill, BADGE, BADGE)
        paint_link(painter, QPointF(pill.left() + BADGE, middle.y()), color)
        if words:
            painter.setFont(font)
            painter.setPen(QColor(theme.error if self.link.is_wrong else theme.text))
            place = pill.adjusted(2 * BADGE, 0, 0, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)


def paint_link(painter: QPainter, centre: QPointF, color: QColor) -> None:
    """Draw two links of a chain, 14 wide, through each other."""
    painter.save()
    painter.translate(centre)
    painter.rotate(-35)
    painter.setPen(QPen(color, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for side in (-1, 1):
        painter.drawRoundedRect(QRectF(side * 2.6 - 4.2, -2.6, 8.4, 5.2), 2.6, 2.6)
    painter.restore()


class Bonds:
    """The bonds of one scene, by the cards at their ends. One within a collapsed card is not seen."""

    def __init__(self, scene: QGraphicsScene, painting: Painting, rect_of: Callable[[str], QRectF]) -> None:
        self._scene, self._painting, self._rect_of = scene, painting, rect_of
        self._links: tuple[Link, ...] = ()
        self._hovered: BondItem | None = None
        self.items: dict[tuple[str, str], BondItem] = {}

    def show(self, graph: Graph, results: Results, view: View) -> frozenset[str]:
        """Have the bonds of a graph; return the nodes whose badges may be others than before."""
        before, self._links = self._links, links(graph, results)
        wanted = {(view.shown[one], view.shown[other]): link for link in self._links for one, other in (link.nodes,)}
        seen = {cards: link for cards, link in wanted.items() if cards[0] != cards[1]}
        for cards in self.items.keys() - seen.keys():
            self._scene.removeItem(self.items.pop(cards))
        for cards, link in seen.items():
            if cards not in self.items:
                self.items[cards] = BondItem(cards, link, self._painting)
                self._scene.addItem(self.items[cards])
                self._lead(self.items[cards])
            self.items[cards].tell(link)
        if self._hovered not in self.items.values():
            self._hovered = None
        return frozenset(node for link in {*before} ^ {*self._links} for node in link.nodes)

    def follow(self, cards: Iterable[str]) -> None:
        """Lead the bonds of cards that were moved or have grown."""
        moved = frozenset(cards) if self.items else frozenset()
        for item in self.items.values():
            if moved.intersection(item.cards):
                self._lead(item)

    def choose(self, nodes: frozenset[str]) -> None:
        """Open the bonds of chosen nodes."""
        for item in self.items.values():
            item.light(bool(nodes.intersection(item.link.nodes)), item is self._hovered)

    def hover(self, hovered: BondItem | None) -> None:
        """Open the bond under the pointer, and close the one that was."""
        for item, is_open in ((self._hovered, False), (hovered, True)):
            if item is not None:
                item.light(item.is_chosen, is_open)
        self._hovered = hovered

    def _lead(self, item: BondItem) -> None:
        item.lead(*(self._rect_of(card) for card in item.cards))
