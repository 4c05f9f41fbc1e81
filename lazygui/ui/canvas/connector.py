"""Edges by keys: every input that the chosen node may feed, or feeds already, wears letters; typing them is enough.

A connector shows the letters and a draft, with which arrows walk; the mode turns keys into its steps and does the edit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication, Qt

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph import rules
from lazygui.graph.edits import Connect, Remove
from lazygui.graph.model import Edge, Graph, Port
from lazygui.graph.topology import order
from lazygui.ui.canvas import shown
from lazygui.ui.canvas.hints import HintItem, codes
from lazygui.ui.canvas.lines import DraftEdge
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor
from lazygui.words.problems import Translate

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
"""Where the arrows go in the list of edges."""


def possible_edges(graph: Graph, sources: tuple[Port, ...], inside: Collection[str] = ()) -> tuple[Edge, ...]:
    """Return every edge from these outputs that the rules allow, to nodes behind them in running order first.

    None leads to the nodes `inside`, which the same card stands for.
    """
    ordered = order(graph)
    found = []
    for source in sources:
        start = ordered.index(source.node)
        nodes = (node for node in (*ordered[start + 1 :], *ordered[:start]) if node not in inside)
        targets = (Port(node, index) for node in nodes for index in range(graph.input_count(node)))
        found += [Edge(source, target) for target in targets if rules.can_connect(graph, source, target) is None]
    return tuple(found)


class KeyConnector:
    """One choice of an edge from a card. Enter does `edit`: it draws a possible one, or removes one that is there.

    The letters are those of the edges that leave the same output as the draft; a digit goes to another output.
    """

    def __init__(self, scene: CanvasScene, editor: Editor, source: str) -> None:
        self._scene, self._source = scene, source
        graph, inside = editor.graph, shown.members(scene.view, source)
        self._outputs = shown.true_ports(scene.view, graph, source, is_output=True)
        leaving = (edge for node in inside for edge in graph.outputs.get(node, ()))
        self._drawn = tuple(edge for edge in leaving if edge.target in scene.edges)
        self._edges = (*possible_edges(graph, self._outputs, inside), *self._drawn)
        self._position = 0
        self._typed = ""
        self._hints: dict[str, HintItem] = {}
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
    def hints(self) -> dict[str, Port]:
        """The inputs that letters stand beside, by these."""
        return {code: self._edges[position].target for code, position in self._coded.items()}

    @property
    def _edge(self) -> Edge | None:
        return self._edges[self._position] if self._edges else None

    @property
    def _coded(self) -> dict[str, int]:
        """The positions of the edges from the output of the draft, by their letters."""
        edge = self._edge
        alike = [place for place, other in enumerate(self._edges) if edge is not None and other.source == edge.source]
        return dict(zip(codes(len(alike)), alike, strict=True))

    def step(self, by: int) -> None:
        if self._edges:
            self._go_to((self._position + by) % len(self._edges))

    def type(self, letter: str) -> bool:
        """Take a letter; return whether it ends the code of an edge, which the draft is then."""
        typed = self._typed + letter
        coded = self._coded
        if typed in coded:
            self._go_to(coded[typed])
            return True
        self._typed = typed if any(code.startswith(typed) for code in coded) else ""
        for code, item in self._hints.items():
            item.setVisible(code.startswith(self._typed))
        return False

    def choose_output(self, number: int) -> None:
        """Go to the first edge from an output, counted from 1."""
        wanted = self._outputs[number - 1 : number]
        found = [place for place, edge in enumerate(self._edges) if edge.source in wanted]
        if found:
            self._go_to(found[0])

    def close(self) -> None:
        self._light(False)
        self._clear_hints()
        self._scene.removeItem(self._draft)

    def words(self, translate: Translate) -> str:
        """Say what Enter would do, and that arrows choose."""
        edge = self._edge
        if edge is None:
            text = QT_TRANSLATE_NOOP("Canvas", "Nothing can be connected to {source}: no free input fits. Esc leaves.")
            return translate("Canvas", text).format(source=self._source)
        text = QT_TRANSLATE_NOOP(
            "Canvas", "Connect {source} to {target}? Type letters, or choose with arrows and Enter. Esc leaves."
        )
        if edge in self._drawn:
            text = QT_TRANSLATE_NOOP(
                "Canvas",
                "Remove the edge from {source} to {target}? Enter removes it. Letters and arrows choose, Esc leaves.",
            )
        return translate("Canvas", text).format(source=self._source, target=edge.target.node)

    def _go_to(self, position: int) -> None:
        self._light(False)
        self._position, self._typed = position, ""
        self._show()

    def _show_hints(self) -> None:
        self._clear_hints()
        for code, target in self.hints.items():
            at = self._scene.port_position(target, False)
            self._hints[code] = HintItem(code, at, bool(target.index % 2), self._scene)
            self._scene.addItem(self._hints[code])

    def _clear_hints(self) -> None:
        for item in self._hints.values():
            self._scene.removeItem(item)
        self._hints.clear()

    def _show(self) -> None:
        edge = self._edge
        self._show_hints()
        self._draft.setVisible(edge is not None)
        if edge is not None:
            start, end = self._scene.port_position(edge.source, True), self._scene.port_position(edge.target, False)
            self._draft.lead(start, end, edge in self._drawn)
            self._light(True)

    def _light(self, is_lit: bool) -> None:
        if self._edge is not None:
            self._scene.highlight_port(self._edge.target, False, is_lit)


class ConnectMode:
    """The keys of the canvas while an edge is being chosen. `say` shows a sentence, or nothing when it is over."""

    def __init__(self, scene: CanvasScene, editor: Editor, say: Callable[[str], None]) -> None:
        self._scene, self._editor, self._say = scene, editor, say
        self._connector: KeyConnector | None = None

    @property
    def is_on(self) -> bool:
        return self._connector is not None

    @property
    def hints(self) -> dict[str, Port]:
        """The inputs that letters stand beside now, by these."""
        return self._connector.hints if self._connector else {}

    def start(self, card: str) -> None:
        """Begin at a card, in the place of what was on."""
        self.stop()
        self._connector = KeyConnector(self._scene, self._editor, card)
        self._tell()

    def stop(self) -> None:
        connector, self._connector = self._connector, None
        if connector is not None:
            connector.close()
            self._say("")

    def takes(self, key: int) -> bool:
        """Say whether a key means something here, even one that is a command of the canvas at other times."""
        is_letter = Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_1 <= key <= Qt.Key.Key_9
        return self.is_on and (is_letter or key == Qt.Key.Key_Escape)

    def press(self, key: Qt.Key) -> bool:
        """Take a key; return False for one that means nothing here."""
        connector = self._connector
        if connector is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(connector)
        elif key == Qt.Key.Key_Escape:
            self.stop()
        elif key in STEPS:
            connector.step(STEPS[key])
            self._tell()
        elif Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            if connector.type(chr(key).lower()):
                self._finish(connector)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            connector.choose_output(key - Qt.Key.Key_0)
            self._tell()
        else:
            return False
        return True

    def _finish(self, connector: KeyConnector) -> None:
        self.stop()
        if connector.edit is not None:
            self._editor.do(connector.edit)

    def _tell(self) -> None:
        if self._connector is not None:
            self._say(self._connector.words(QCoreApplication.translate))
