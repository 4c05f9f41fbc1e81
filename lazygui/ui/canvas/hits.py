"""What lies under a point of the scene. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from lazygui.graph.comments import CommentKind
from lazygui.graph.model import Point, Port
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.bonds import BondItem
from lazygui.ui.canvas.group_card import TILE, GroupItem
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.lines import EdgeItem
from lazygui.ui.canvas.notes import Touched
from lazygui.ui.canvas.shown import true_port

if TYPE_CHECKING:
    from lazygui.ui.canvas.scene import CanvasScene


@dataclass(frozen=True, slots=True)
class Hit:
    """What lies under a point: a port, else a card, else the tab of a frame, else an edge or a bond, else the
    title or the border of a comment's frame, else nothing. A note lies on all of them.

    `card` is the card's id; `port` is the true port of a node, also where a collapsed card shows it. `is_chevron` says
    that the point is on what collapses a frame or opens a card.
    """

    card: str | None = None
    port: Port | None = None
    is_output: bool = False
    group: str | None = None
    edge: Port | None = None
    bond: BondItem | None = None
    is_chevron: bool = False
    comment: Touched | None = None


def hit(scene: CanvasScene, at: QPointF) -> Hit:
    """Return what a press at this point means; the card on top wins."""
    note = scene.notes.at(at, CommentKind.NOTE)
    if note is not None:
        return Hit(comment=note)
    reach = geo.PORT_REACH
    near = scene.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach))
    cards = [item for item in near if isinstance(item, NodeItem)]
    for item in cards:
        found = _port_at(item, at)
        if found:
            return Hit(item.node_id, true_port(scene.view, Port(item.node_id, found[1]), found[0]), found[0])
    for item in cards:
        place = at - item.pos()
        if item.card.contains(place):
            return Hit(item.node_id, is_chevron=isinstance(item, GroupItem) and TILE.contains(place))
    frame = scene.frames.at(at)
    if frame is not None:
        return Hit(group=frame.group_name, is_chevron=frame.chevron.contains(at))
    return next(_lines_at(near, at), Hit(comment=scene.notes.at(at, CommentKind.FRAME)))


def port_place(corner: Point, index: int, is_output: bool) -> QPointF:
    """Return where a port is on a card with its corner here."""
    return geo.output_position(corner, index) if is_output else geo.input_position(corner, index)


def _lines_at(near: Iterable[QGraphicsItem], at: QPointF) -> Iterator[Hit]:
    for item in near:
        if isinstance(item, EdgeItem) and item.shape().contains(at):
            yield Hit(edge=item.target)
        elif isinstance(item, BondItem) and item.shape().contains(at):
            yield Hit(bond=item)


def _port_at(item: NodeItem, at: QPointF) -> tuple[bool, int] | None:
    corner = Point(item.x(), item.y())
    for is_output, count in ((True, item.face.outputs), (False, item.face.inputs)):
        for index in range(count):
            offset = port_place(corner, index, is_output) - at
            if abs(offset.x()) <= geo.PORT_REACH and abs(offset.y()) <= min(geo.PORT_REACH, geo.PORT_STEP / 2):
                return is_output, index
    return None
