"""The comments of a scene: notes that lie on the drawing, frames behind it. Knows comments, no network."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from lazygui.graph.comments import Comment, CommentKind, Rect
from lazygui.graph.model import Point
from lazygui.ui import theme as tokens
from lazygui.ui.canvas.items import Painting
from lazygui.ui.theme import mixed, ui_font

NOTE_Z: Final = 3.0
FRAME_Z: Final = -40.0
TITLE: Final = 34.0
"""The height of the strip of a frame that its title stands in."""
GRIP: Final = 16.0
EDGE: Final = 6.0
PAD: Final = 12.0


class Touched(NamedTuple):
    """A comment under a point, and whether the point is on the corner that sizes it."""

    id: str
    is_grip: bool


class CommentItem(QGraphicsItem):
    """One comment, with its corner at the item's place."""

    def __init__(self, comment: Comment, painting: Painting) -> None:
        super().__init__()
        self.comment, self._painting = comment, painting
        self.is_chosen = False
        self._size = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.show_comment(comment)

    def show_comment(self, comment: Comment) -> None:
        self.prepareGeometryChange()
        self.comment = comment
        self._size = QRectF(0, 0, comment.rect.width, comment.rect.height)
        self.setZValue(NOTE_Z if comment.kind is CommentKind.NOTE else FRAME_Z)
        self.update()

    def size(self, width: float, height: float) -> None:
        """Show it in another size for the time of a gesture."""
        self.prepareGeometryChange()
        self._size = QRectF(0, 0, width, height)

    def choose(self, is_chosen: bool) -> None:
        if is_chosen != self.is_chosen:
            self.is_chosen = is_chosen
            self.update()

    @property
    def rect(self) -> QRectF:
        """Where it is in the scene."""
        return self._size.translated(self.pos())

    @property
    def text_rect(self) -> QRectF:
        """Where its text stands in the scene; a field to change it goes there."""
        if self.comment.kind is CommentKind.NOTE:
            return self.rect
        return QRectF(self.rect.topLeft(), self.rect.topRight() + QPointF(0, TITLE))

    def part_at(self, at: QPointF) -> Touched | None:
        """Return what of it is under a point of the scene; the inside of a frame is nothing."""
        rect = self.rect
        if not rect.contains(at):
            return None
        corner = QRectF(rect.right() - GRIP, rect.bottom() - GRIP, GRIP, GRIP)
        if corner.contains(at):
            return Touched(self.comment.id, True)
        is_inside = rect.adjusted(EDGE, TITLE, -EDGE, -EDGE).contains(at)
        if self.comment.kind is CommentKind.FRAME and is_inside:
            return None
        return Touched(self.comment.id, False)

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme = self._painting.theme
        ink = QColor(tokens.PAPER[self.comment.color])
        is_note = self.comment.kind is CommentKind.NOTE
        painter.setBrush(mixed(QColor(theme.card if is_note else theme.canvas), ink, 0.2 if is_note else 0.08))
        line = QColor(theme.accent) if self.is_chosen else mixed(QColor(theme.canvas), ink, 0.6)
        painter.setPen(QPen(line, 2.5 if self.is_chosen else 1.2))
        painter.drawRoundedRect(self._size, 6 if is_note else tokens.RADIUS, 6 if is_note else tokens.RADIUS)
        self._paint_grip(painter, line)
        painter.setPen(QColor(theme.text))
        if is_note:
            painter.setFont(ui_font(tokens.BODY))
            room = self._size.adjusted(PAD, PAD - 2, -PAD, -PAD + 2)
            painter.save()
            painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self.comment.text)
            painter.restore()
        else:
            font = ui_font(tokens.TITLE, QFont.Weight.DemiBold)
            painter.setFont(font)
            room = QRectF(PAD, 0, self._size.width() - 2 * PAD, TITLE)
            title = QFontMetricsF(font).elidedText(self.comment.text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), title)

    def _paint_grip(self, painter: QPainter, line: QColor) -> None:
        """Three strokes in the corner that sizes it, while it is chosen."""
        if self.is_chosen:
            painter.setPen(QPen(line, 1.2))
            corner = self._size.bottomRight()
            for step in (4.0, 8.0, 12.0):
                painter.drawLine(corner - QPointF(step, 3), corner - QPointF(3, step))


class Notes:
    """The comments of one scene, by id. `shown` tells where a place of the document is shown."""

    def __init__(self, scene: QGraphicsScene, painting: Painting, shown: Callable[[Point], Point]) -> None:
        self._scene, self._painting, self._shown = scene, painting, shown
        self.items: dict[str, CommentItem] = {}

    def show(self, comments: Mapping[str, Comment]) -> None:
        """Have an item for each comment, where it belongs."""
        for gone in self.items.keys() - comments.keys():
            self._scene.removeItem(self.items.pop(gone))
        for key, comment in comments.items():
            item = self.items.get(key)
            if item is None:
                item = self.items[key] = CommentItem(comment, self._painting)
                self._scene.addItem(item)
            elif item.comment is not comment:
                item.show_comment(comment)
            item.setPos(QPointF(*self._shown(Point(comment.rect.x, comment.rect.y))))

    def choose(self, ids: Collection[str]) -> None:
        for key, item in self.items.items():
            item.choose(key in ids)

    def at(self, place: QPointF, kind: CommentKind) -> Touched | None:
        """Return the comment of a kind under a place of the scene, the last one first."""
        found = (item.part_at(place) for item in reversed(self.items.values()) if item.comment.kind is kind)
        return next((one for one in found if one is not None), None)

    def touched_by(self, band: QRectF) -> frozenset[str]:
        """Return the notes that a rubber band touches, and the frames that it holds."""
        return frozenset(
            key
            for key, item in self.items.items()
            if (band.intersects(item.rect) if item.comment.kind is CommentKind.NOTE else band.contains(item.rect))
        )

    def drag(self, before: Mapping[str, QPointF], dx: float, dy: float) -> None:
        """Show comments elsewhere for the time of a gesture."""
        for key, place in before.items():
            if key in self.items:
                self.items[key].setPos(place + QPointF(dx, dy))

    def places(self, ids: Collection[str]) -> dict[str, QPointF]:
        return {key: self.items[key].pos() for key in ids if key in self.items}

    def rects(self, ids: Collection[str], meant: Callable[[Point], Point]) -> dict[str, Rect]:
        """Return where comments are in the document that are shown where they are now."""
        found = {}
        for key in ids:
            item = self.items[key]
            place = meant(Point(item.x(), item.y()))
            found[key] = Rect(place.x, place.y, item.rect.width(), item.rect.height())
        return found

    def rect(self) -> QRectF:
        """Return the rectangle around all of them."""
        around = QRectF()
        for item in self.items.values():
            around = around.united(item.rect)
        return around
