"""The fields that open on cards: for a name, and for arguments. One at a time; opens what hides its card first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsView

from lazygui.graph.commenting import ChangeComment
from lazygui.graph.comments import Comment, CommentKind
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.argument_field import ArgumentField, main_first
from lazygui.ui.canvas.camera import Camera
from lazygui.ui.canvas.note_field import NoteField
from lazygui.ui.canvas.overlays import NameField
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor


class CardFields:
    """Opens fields over one view."""

    def __init__(
        self, view: QGraphicsView, scene: CanvasScene, editor: Editor, appearance: Appearance, camera: Camera
    ) -> None:
        self._view, self._scene, self._editor = view, scene, editor
        self._appearance, self._camera = appearance, camera
        self._open: NameField | ArgumentField | NoteField | None = None

    def rename(self) -> None:
        """Open a field on the title of the chosen node or group, or on the text of the chosen comment."""
        editor, node, group = self._editor, self._editor.selected_node, self._editor.selected_group
        if node is not None:
            self._name(node.id, partial(editor.rename, node.id))
        elif group is not None:
            self._name(group, partial(editor.rename_group, group))
        elif editor.selected_comment is not None:
            self._write(editor.selected_comment)

    def _write(self, comment: Comment) -> None:
        """Open a field on the text of a note, or on the title of a frame."""
        self._scene.motion.finish()
        self._camera.reveal(self._scene.notes.items[comment.id].text_rect)
        place = self._scene.notes.items[comment.id].text_rect
        if comment.kind is CommentKind.NOTE:
            self._open = NoteField(self._view, comment.text, place, partial(self._say, comment.id))
        else:
            self._open = NameField(self._view, comment.text, place, partial(self._say, comment.id), self._appearance)

    def _say(self, id: str, text: str) -> Problem | None:
        """Have a comment say something; one that is gone by then says nothing."""
        if id not in self._editor.graph.comments:
            return None
        return self._editor.document.do(ChangeComment(id, text=text))

    def edit_arguments(self) -> bool:
        """Open a field on the argument of the chosen node that matters most; False where it has none."""
        node = self._editor.selected_node
        if node is None or not main_first(node):
            return False
        place = self._reveal(node.id)
        # Over the line of the arguments, from edge to edge of the card.
        card = self._scene.cards_rect((node.id,))
        card.setTop(place.bottom())
        self._open = ArgumentField(self._view, self._editor, node, card, self._appearance)
        return True

    def is_below_title(self, card: str, y: float) -> bool:
        """Say whether a place of the scene is below the title of a card, where its arguments stand."""
        return y > self._scene.title_place(card).bottom()

    def _name(self, name: str, rename: Callable[[str], Problem | None]) -> None:
        self._open = NameField(self._view, name, self._reveal(name), rename, self._appearance)

    def _reveal(self, name: str) -> QRectF:
        # The groups around it are opened: what is to be edited may have been chosen elsewhere than here.
        self._editor.reveal(name)
        self._scene.motion.finish()
        self._camera.reveal(self._scene.title_place(name))
        return self._scene.title_place(name)
