"""What a press on a comment begins: it is moved, with what lies in it if it is a frame, or sized."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from lazygui.graph.commenting import ChangeComment
from lazygui.graph.comments import CommentKind, inside
from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point
from lazygui.ui.canvas.gestures import Gesture, Remark
from lazygui.ui.canvas.notes import Touched
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor


def begin_on_comment(
    scene: CanvasScene, editor: Editor, at: QPointF, touched: Touched, extends: bool
) -> Gesture | None:
    """Choose a comment, and return the gesture that a press on it starts."""
    id, chosen = touched.id, editor.selected_comments
    if extends:
        editor.select(editor.selected_nodes, editor.selected_edges, chosen ^ {id})
    elif id not in chosen:
        editor.select((), (), (id,))
    if id not in editor.selected_comments:
        return None
    return SizeGesture(scene, editor, at, id) if touched.is_grip else CommentGesture(scene, editor, at)


class CommentGesture:
    """The chosen comments follow the pointer, with the chosen cards and all that lies in chosen frames."""

    remark = Remark()

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF) -> None:
        self._scene, self._editor, self._start = scene, editor, start
        comments, cards = set(editor.selected_comments), {*scene.cards_of(editor.selected_nodes)}
        for key in editor.selected_comments:
            comment = editor.graph.comments[key]
            if comment.kind is CommentKind.FRAME:
                comments.update(inside(comment, editor.graph.comments))
                rect = scene.notes.items[key].rect
                cards.update(card for card in scene.nodes if rect.contains(scene.cards_rect((card,))))
        self._comments = scene.notes.places(comments)
        self._cards = {card: scene.place(card) for card in cards}
        self._offset = QPointF()

    def move(self, at: QPointF) -> None:
        step = at - self._start
        self._offset = QPointF(round(step.x()), round(step.y()))
        self._show(self._offset)

    def finish(self, at: QPointF) -> None:
        self.move(at)
        if self._offset.isNull():
            return
        scene = self._scene
        rects = scene.notes.rects(self._comments, scene.meant)
        self._editor.do(MoveNodes(scene.moves(self._there(self._offset)), comments=rects))

    def cancel(self) -> None:
        self._show(QPointF())

    def _show(self, offset: QPointF) -> None:
        self._scene.notes.drag(self._comments, offset.x(), offset.y())
        if self._cards:
            self._scene.drag_cards(self._there(offset))

    def _there(self, offset: QPointF) -> dict[str, Point]:
        return {card: Point(place.x + offset.x(), place.y + offset.y()) for card, place in self._cards.items()}


class SizeGesture:
    """The lower right corner of a comment follows the pointer."""

    remark = Remark()

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF, id: str) -> None:
        self._scene, self._editor, self._start, self._id = scene, editor, start, id
        self._before = self._rect = editor.graph.comments[id].rect

    def move(self, at: QPointF) -> None:
        step = at - self._start
        self._rect = self._before.sized(self._before.width + round(step.x()), self._before.height + round(step.y()))
        self._scene.notes.items[self._id].size(self._rect.width, self._rect.height)

    def finish(self, at: QPointF) -> None:
        self.move(at)
        if self._rect != self._before:
            self._editor.do(ChangeComment(self._id, rect=self._rect))

    def cancel(self) -> None:
        self._scene.notes.items[self._id].size(self._before.width, self._before.height)
