"""A layer on its way from the palette: its ghost, the edge it would go into, and the edit where it is let go."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QGraphicsView

from lazygui.graph.model import Point, Port
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.face import Face, ghost_face
from lazygui.ui.canvas.gestures import edge_under_card
from lazygui.ui.canvas.group_card import block_face
from lazygui.ui.canvas.overlays import Ghost
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor


class LayerDrop:
    """One drag at a time. Places are in pixels of the screen."""

    def __init__(self, view: QGraphicsView, scene: CanvasScene, editor: Editor, appearance: Appearance) -> None:
        self._view, self._scene, self._editor, self._appearance = view, scene, editor, appearance
        self._ghost: Ghost | None = None

    def begin(self, layer_type: str, at: QPoint) -> None:
        face = self._face(layer_type)
        if face is not None:
            self._ghost = Ghost(self._view, layer_type, face, self._appearance.theme)
            self.move(at)

    def _face(self, layer_type: str) -> Face | None:
        """What the layer, or the block of the person's own, would show on a card."""
        block, node = self._editor.blocks.find(layer_type), self._editor.preview(layer_type)
        if block is not None:
            return block_face(block, QCoreApplication.translate)
        return ghost_face(node, QCoreApplication.translate) if node is not None else None

    def move(self, at: QPoint) -> None:
        if self._ghost is not None:
            self._ghost.follow(at)
            target = self._splice_target(self._ghost, at)
            self._ghost.let_through(target is not None)
            self._scene.mark_splice(target)

    def end(self, at: QPoint) -> bool:
        """Add the layer where it is let go over the canvas; say whether that was so."""
        ghost = self._ghost
        if ghost is None:
            return False
        target, corner = self._splice_target(ghost, at), ghost.corner(at)
        self.cancel()
        if not self._is_over_canvas(at):
            return False
        if target is not None:
            self._editor.splice_layer(ghost.layer_type, target)
        else:
            self._editor.add_layer(ghost.layer_type, self._scene.meant(Point(corner.x(), corner.y())))
        return True

    def cancel(self) -> None:
        self._scene.mark_splice(None)
        if self._ghost is not None:
            self._ghost.close()
            self._ghost = None

    def _splice_target(self, ghost: Ghost, at: QPoint) -> Port | None:
        if not self._is_over_canvas(at):
            return None
        target = edge_under_card(self._scene, self._view.mapToScene(self._view.viewport().mapFromGlobal(at)))
        return target if target and self._editor.can_splice(ghost.layer_type, target) else None

    def _is_over_canvas(self, at: QPoint) -> bool:
        return self._view.viewport().rect().contains(self._view.viewport().mapFromGlobal(at))
