"""Keys on the canvas: walks from card to card, moves what is chosen, and tells letters from commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt

from lazygui.graph import placement
from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point
from lazygui.graph.topology import order
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.canvas.walk import neighbour
from lazygui.ui.command_table import canvas_letters
from lazygui.ui.editor import Editor

ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Walker:
    """Goes about one scene. What it comes to is chosen and brought into sight, by `reveal`."""

    def __init__(self, scene: CanvasScene, editor: Editor, reveal: Callable[[Iterable[str]], None]) -> None:
        self._scene, self._editor, self._reveal = scene, editor, reveal
        self._gesture = 0
        editor.selection_changed.connect(self.end_move)

    def choose(self, card: str) -> None:
        self._editor.select_card(card)
        self._reveal((card,))

    def step(self, by: int) -> None:
        """Go to the next card in running order, or from none to the first or the last."""
        ordered = self._scene.cards_of(order(self._editor.graph))
        if not ordered:
            return
        card = self._scene.chosen_card
        position = ordered.index(card) + by if card else (0 if by > 0 else -1)
        self.choose(ordered[position % len(ordered)])

    def step_comments(self) -> None:
        """Choose the next comment, in the order in which they were written."""
        known = list(self._editor.graph.comments)
        if known:
            chosen = self._editor.selected_comment
            number = known.index(chosen.id) + 1 if chosen else 0
            self._editor.select((), (), (known[number % len(known)],))

    def arrow(self, direction: tuple[int, int], moves: bool) -> None:
        """An arrow walks to the neighbour; with Shift it moves what is chosen."""
        if moves:
            self.move_selection(*direction)
            return
        scene = self._scene
        card = scene.chosen_card
        if card is None:
            self.step(1)
        else:
            places = {name: scene.place(name) for name in scene.nodes}
            found = neighbour(places, scene.view.edges.values(), card, *direction)
            if found is not None:
                self.choose(found)

    def move_selection(self, dx: int, dy: int) -> None:
        """Move the chosen cards by steps of the grid; steps that follow each other become one undo step."""
        graph, chosen, comments = self._editor.graph, self._editor.selected_nodes, self._editor.selected_comments
        if not chosen and not comments:
            return
        self._gesture = self._gesture or self._editor.new_gesture()
        step = placement.GRID
        places = {n: Point(graph.place(n).x + dx * step, graph.place(n).y + dy * step) for n in chosen}
        rects = {key: graph.comments[key].rect.moved(dx * step, dy * step) for key in comments}
        self._editor.do(MoveNodes(places, self._gesture, rects))

    def end_move(self) -> None:
        """The next move is another undo step."""
        self._gesture = 0


def is_layer_letter(text: str, keys: Qt.KeyboardModifier) -> bool:
    """Say whether a key begins the name of a layer: a letter that is no command of the canvas, or any capital one."""
    is_letter = len(text) == 1 and text.isalpha() and not keys & _COMMANDS
    return is_letter and (bool(keys & Qt.KeyboardModifier.ShiftModifier) or text.upper() not in canvas_letters())
