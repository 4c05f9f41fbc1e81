"""Aligns, spreads and tidies the cards of one canvas. Knows how high they are drawn; decides no place itself."""

from __future__ import annotations

from collections.abc import Mapping

from lazygui.graph import layered
from lazygui.graph.arranging import Arrange, Axis, Rect, Side, aligned, distributed
from lazygui.graph.model import Point
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor


class Arranger:
    """The verbs of the menu Arrange. Each is one undo step, and none at all where nothing moves."""

    def __init__(self, scene: CanvasScene, editor: Editor) -> None:
        self._scene, self._editor = scene, editor

    def align(self, side: Side) -> None:
        """Line the chosen cards up on one side."""
        self._move(self._scene.moves(aligned(self._rects(), side)), verb="align")

    def distribute(self, axis: Axis) -> None:
        """Give the chosen cards as much room between each two."""
        self._move(self._scene.moves(distributed(self._rects(), axis)), verb="distribute")

    def tidy(self) -> None:
        """Tidy what is chosen among itself; with less than two nodes chosen, the whole drawing."""
        graph, chosen = self._editor.graph, self._editor.selected_nodes
        heights = {card: self._scene.cards_rect((card,)).height() for card in self._scene.view.nodes}
        self._move(layered.tidied(graph, chosen if len(chosen) > 1 else graph.nodes, heights), verb="tidy")

    def _rects(self) -> dict[str, Rect]:
        found = {}
        for card in self._scene.cards_of(self._editor.selected_nodes):
            place, size = self._scene.place(card), self._scene.cards_rect((card,)).size()
            found[card] = Rect(place.x, place.y, size.width(), size.height())
        return found

    def _move(self, places: Mapping[str, Point], verb: str) -> None:
        graph = self._editor.graph
        moved = {node: place for node, place in places.items() if graph.place(node) != place}
        if moved:
            self._editor.do(Arrange(moved, verb))
