"""The scene of a figure: the canvas's own, with the cards drawn and not copied, and less on it where less is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

from lazygui.graph import groups
from lazygui.ui.canvas.bonds import BondItem
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.frames import FrameItem
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.labels import NO_LABEL
from lazygui.ui.canvas.lines import EdgeItem
from lazygui.ui.canvas.notes import CommentItem
from lazygui.ui.canvas.picture import paint_card
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.figure.choices import Choices


class FigureScene(CanvasScene):
    """Shows a drawing that nobody edits. Nothing in it is chosen, pointed at or lit."""

    has_shadows = True

    def draw_card(self, painter: QPainter, face: Face, before: Face | None = None) -> Face:
        """Draw the card itself, which stays sharp at every scale, in the place of a picture of it."""
        painter.save()
        paint_card(painter, face, self.theme if self.has_shadows else replace(self.theme, shadow_alpha=0))
        painter.restore()
        return face

    def dress(self, choices: Choices) -> None:
        """Take away what the figure shall not show of cards and edges."""
        for item in self.nodes.values():
            item.show_face(dressed(item.face, choices))
        self.frames.follow(self.nodes)
        self.bonds.follow(self.nodes)
        for edge in () if choices.has_shapes else self.edges.values():
            edge.show_state(NO_LABEL, False, False, edge.is_wrong)

    def keep(self, nodes: frozenset[str], comments: frozenset[str] = frozenset()) -> None:
        """Hide all but the cards of these nodes, what connects them, frames of whole groups of them, and comments."""
        cards = frozenset(self.cards_of(nodes))
        frames, graph = self.frames.items, self._editor.graph
        kept = {*self._between(cards)}
        kept |= {frames[path] for path in frames if nodes.issuperset(groups.members(graph, path))}
        kept |= {item for key, item in self.notes.items.items() if key in comments}
        for item in self.items():
            item.setVisible(item in kept)

    def _between(self, cards: frozenset[str]) -> Iterable[QGraphicsItem]:
        yield from (self.nodes[card] for card in cards)
        for target, item in self.edges.items():
            edge = self.view.edges[target]
            if {edge.source.node, edge.target.node} <= cards:
                yield item
        yield from (bond for ends, bond in self.bonds.items.items() if cards.issuperset(ends))

    def ink_rect(self) -> QRectF:
        """Return the rectangle around all that is seen."""
        return reduce(QRectF.united, (_ink(item) for item in self.items() if item.isVisible()), QRectF())


def dressed(face: Face, choices: Choices) -> Face:
    """Return a face without what the figure shall not show. Pure."""
    if not choices.has_histograms:
        face = replace(face, histogram=None, constant="")
    if not choices.has_shapes and face.shape:
        # The histogram and the bond keep the place where the shape stood.
        has_more = face.histogram is not None or bool(face.constant or face.link)
        face = replace(face, shape=("",) if has_more else (), side_note="", count="")
    return face


def _ink(item: QGraphicsItem) -> QRectF:
    """Return where an item can be seen: its bounds hold signs that are drawn from afar and on the pointed-at alone."""
    match item:
        case NodeItem():
            return item.card.translated(item.pos())
        case EdgeItem() | BondItem():
            return item.line_rect
        case FrameItem() | CommentItem():
            return item.rect
        case _:
            return item.sceneBoundingRect()
