"""Edges by keys: walks over the inputs that the chosen node may feed, then over those that it feeds already.

Shows a draft; the view does the edit.
"""

from __future__ import annotations

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph import rules
from lazygui.graph.edits import Connect, Remove
from lazygui.graph.model import Edge, Graph, Port
from lazygui.graph.topology import order
from lazygui.ui.canvas.items import DraftEdge
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor
from lazygui.words.problems import Translate


def possible_edges(graph: Graph, source: str) -> tuple[Edge, ...]:
    """Return every edge from this node that the rules allow, to nodes behind it in running order first."""
    ordered = order(graph)
    start = ordered.index(source)
    nodes = (*ordered[start + 1 :], *ordered[:start])
    return tuple(
        Edge(Port(source, output), Port(node, index))
        for output in range(graph.output_count(source))
        for node in nodes
        for index in range(graph.input_count(node))
        if rules.can_connect(graph, Port(source, output), Port(node, index)) is None
    )


class KeyConnector:
    """One walk over edges. Enter does `edit`: it draws a possible one, or removes one that is there."""

    def __init__(self, scene: CanvasScene, editor: Editor, source: str) -> None:
        self._scene, self._source = scene, source
        self._drawn = editor.graph.outputs.get(source, ())
        self._edges = (*possible_edges(editor.graph, source), *self._drawn)
        self._position = 0
        self._draft = DraftEdge(scene)
        scene.addItem(self._draft)
        self._show()

    @property
    def edit(self) -> Connect | Remove | None:
        """What Enter does, or None when there is no edge to draw or to remove."""
        edge = self._edge
        if edge is None:
            return None
        return Remove(frozenset(), frozenset((edge.target,))) if edge in self._drawn else Connect(*edge)

    @property
    def _edge(self) -> Edge | None:
        return self._edges[self._position] if self._edges else None

    def step(self, by: int) -> None:
        if self._edges:
            self._light(None)
            self._position = (self._position + by) % len(self._edges)
            self._show()

    def close(self) -> None:
        self._light(None)
        self._scene.removeItem(self._draft)

    def words(self, translate: Translate) -> str:
        """Say what Enter would do, and that arrows choose."""
        edge = self._edge
        if edge is None:
            text = QT_TRANSLATE_NOOP("Canvas", "Nothing can be connected to {source}: no free input fits. Esc leaves.")
            return translate("Canvas", text).format(source=self._source)
        text = QT_TRANSLATE_NOOP("Canvas", "Connect {source} to {target}? Enter connects, arrows choose, Esc leaves.")
        if edge in self._drawn:
            text = QT_TRANSLATE_NOOP(
                "Canvas", "Remove the edge from {source} to {target}? Enter removes, arrows choose, Esc leaves."
            )
        return translate("Canvas", text).format(source=self._source, target=edge.target.node)

    def _show(self) -> None:
        edge = self._edge
        self._draft.setVisible(edge is not None)
        if edge is not None:
            start, end = self._scene.port_position(edge.source, True), self._scene.port_position(edge.target, False)
            self._draft.lead(start, end, edge in self._drawn)
            self._light((False, edge.target.index))

    def _light(self, port: tuple[bool, int] | None) -> None:
        edge = self._edge
        if edge is not None and edge.target.node in self._scene.nodes:
            self._scene.nodes[edge.target.node].highlight_port(port)
