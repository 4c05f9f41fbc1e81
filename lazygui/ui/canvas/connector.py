"""Connecting by keys: walks over the inputs that the chosen node may feed. Shows a draft; the view does the edit."""

from __future__ import annotations

from collections.abc import Callable

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph import rules
from lazygui.graph.edits import Connect
from lazygui.graph.model import Graph, Port
from lazygui.ui.canvas.items import DraftEdge
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.canvas.walk import reading_order
from lazygui.ui.editor import Editor


def possible_edges(graph: Graph, source: str) -> tuple[Connect, ...]:
    """Return every edge from this node that the rules allow: nearest nodes in reading order first, then the others."""
    order = reading_order(graph)
    start = order.index(source)
    nodes = (*order[start + 1 :], *order[:start])
    return tuple(
        Connect(Port(source, output), Port(node, index))
        for output in range(graph.output_count(source))
        for node in nodes
        for index in range(graph.input_count(node))
        if rules.can_connect(graph, Port(source, output), Port(node, index)) is None
    )


class KeyConnector:
    """One walk over possible edges. `edit` is the one that Enter would draw, or None when there is none."""

    def __init__(self, scene: CanvasScene, editor: Editor, source: str) -> None:
        self._scene, self._source = scene, source
        self._edges = possible_edges(editor.graph, source)
        self._position = 0
        self._draft = DraftEdge(scene)
        scene.addItem(self._draft)
        self._show()

    @property
    def edit(self) -> Connect | None:
        return self._edges[self._position] if self._edges else None

    def step(self, by: int) -> None:
        if self._edges:
            self._light(None)
            self._position = (self._position + by) % len(self._edges)
            self._show()

    def close(self) -> None:
        self._light(None)
        self._scene.removeItem(self._draft)

    def words(self, translate: Callable[[str, str], str]) -> str:
        """Say what Enter would do, and that arrows choose."""
        if self.edit is None:
            text = QT_TRANSLATE_NOOP("Canvas", "Nothing can be connected to {source}: no free input fits. Esc leaves.")
            return translate("Canvas", text).format(source=self._source)
        text = QT_TRANSLATE_NOOP("Canvas", "Connect {source} to {target}? Enter connects, arrows choose, Esc leaves.")
        return translate("Canvas", text).format(source=self._source, target=self.edit.target.node)

    def _show(self) -> None:
        self._draft.setVisible(self.edit is not None)
        if self.edit is not None:
            start = self._scene.port_position(self.edit.source, True)
            self._draft.lead(start, self._scene.port_position(self.edit.target, False), False)
            self._light((False, self.edit.target.index))

    def _light(self, port: tuple[bool, int] | None) -> None:
        if self.edit is not None and self.edit.target.node in self._scene.nodes:
            self._scene.nodes[self.edit.target.node].highlight_port(port)
