"""The graphics item of a card. It paints what it was told and decides nothing."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lazygui.ui import theme as tokens
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face, Facts
from lazygui.ui.canvas.picture import card_height, paint_far_card
from lazygui.ui.theme import Theme

RING_GAP = 4.0
SIMPLE_BELOW = 0.22
"""Below this zoom a card is a plain rectangle that tells its family and its state: no text could be read."""
TOGETHER_BELOW = 0.4
"""Below this zoom no shape on an edge can be read: cards and edges are painted together, and edges without theirs."""


class Painting(Protocol):
    """What items ask of the scene that holds them."""

    @property
    def theme(self) -> Theme: ...

    def draw_card(self, painter: QPainter, face: Face, before: Face | None = None) -> Face: ...


class NodeItem(QGraphicsItem):
    """A card. Its ports are painted on it, for an item each would cost more than it gives."""

    card: QRectF
    """The card in the item's own coordinates."""
    room: QRectF
    """The card as it is, or will be when a run has shown its histogram: edges lie still while cards grow."""

    def __init__(self, node_id: str, face: Face, painting: Painting) -> None:
        super().__init__()
        self.node_id = node_id
        self.face = face
        self.facts: Facts | None = None
        """What the face was made of; None where nobody has said."""
        self._measure(face)
        self.is_chosen = False
        self.highlighted_port: tuple[bool, int] | None = None
        """The port under the pointer: whether it is an output, and its index."""
        self._painting = painting
        self._seen: Face | None = None
        """What was painted last."""
        self.setZValue(2)
        self.setToolTip(face.tip)

    def show_face(self, face: Face) -> None:
        if face != self.face:
            self.prepareGeometryChange()
            self.face = face
            self._measure(face)
            self.setToolTip(face.tip)
            self.update()

    def _measure(self, face: Face) -> None:
        """Remember how large the card is: Qt asks for it all the time."""
        self.height = card_height(face)
        self.card = geo.card_rect(self.height)
        self.room = geo.card_rect(self.height + geo.growth(face))
        self._bounds = self.card.adjusted(-geo.MARGIN, -geo.MARGIN, geo.MARGIN, geo.MARGIN)

    def choose(self, is_chosen: bool) -> None:
        self.is_chosen = is_chosen
        self.setZValue(3 if is_chosen else 2)
        self.update()

    def highlight_port(self, port: tuple[bool, int] | None) -> None:
        if port != self.highlighted_port:
            self.highlighted_port = port
            self.setToolTip(self.face.port_name(*port) if port else self.face.tip)
            self.update()

    @property
    def is_plain(self) -> bool:
        """Whether it is its picture and nothing else."""
        return not (self.is_chosen or self.highlighted_port)

    @property
    def ring(self) -> QRectF:
        """Where the ring of a chosen card runs, in the scene."""
        return self.card.translated(self.pos()).adjusted(-RING_GAP, -RING_GAP, RING_GAP, RING_GAP)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        zoom = painter.worldTransform().m11()
        if zoom < SIMPLE_BELOW:
            paint_far_card(painter, self.card, self.face, theme)
        else:
            self._seen = self._painting.draw_card(painter, self.face, self._seen)
        if self.is_chosen:
            # As wide from afar as it is near, or it would vanish.
            painter.setPen(QPen(QColor(theme.accent), 2.0 / min(zoom, 1.0)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self.card.adjusted(-RING_GAP, -RING_GAP, RING_GAP, RING_GAP)
            painter.drawRoundedRect(ring, tokens.RADIUS + RING_GAP, tokens.RADIUS + RING_GAP)
        if self.highlighted_port:
            is_output, index = self.highlighted_port
            painter.setPen(QPen(QColor(theme.accent), 2.0))
            painter.setBrush(QColor(theme.accent))
            x = geo.WIDTH if is_output else 0.0
            painter.drawEllipse(QPointF(x, geo.port_y(index)), 6.5, 6.5)
