"""What is found on one canvas: the question, the nodes that fit it as the drawing changes, and which of them it is at.

Decides nothing of what fits (`graph.search`) and shows nothing (`FindBar`, and the rings that the view paints).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from lazygui.catalog.shapes import parameter_shapes
from lazygui.graph.model import Graph
from lazygui.graph.results import Results, State
from lazygui.graph.search import Axes, Entry, found
from lazygui.graph.topology import order
from lazygui.ui.canvas.face import STATE_WORDS, node_face
from lazygui.ui.canvas.labels import outputs_of
from lazygui.ui.editor import Editor
from lazygui.words.problems import Translate, english


def entry(graph: Graph, results: Results, node_id: str, translate: Translate) -> Entry:
    """Return what a node can be found by now: in the language of the window and in English."""
    node = graph.nodes[node_id]
    title = translate("Catalog", node.spec.title) if node.spec else ""
    result = results.result(node_id)
    now = (result.type,) if result else ()
    states = [node_face(graph, results, node_id, way).state_word for way in (translate, english)]
    if results.state(node_id) is State.FAILED:
        states += [way("Canvas", STATE_WORDS[State.FAILED]) for way in (translate, english)]
    return Entry(
        node_id, (node_id, node.type, *now, title), tuple(dict.fromkeys(states)), _shapes(graph, results, node_id)
    )


def _shapes(graph: Graph, results: Results, node_id: str) -> tuple[Axes, ...]:
    """Return the shapes of what a node learns and gives, as far as they are known."""
    node, result, inferred = graph.nodes[node_id], results.result(node_id), results.inferred(node_id)
    weights: list[tuple[int | str, ...]]
    if result and result.parameters:
        weights = [parameter.shape for parameter in result.parameters]
    elif inferred and inferred.parameters:
        weights = [shape for _, shape in inferred.parameters]
    else:
        weights = [shape for _, shape in parameter_shapes(node.spec, node.arguments)] if node.spec else []
    outputs = [shape for shape in outputs_of(results, node_id)[0] if shape is not None]
    return tuple(tuple(map(str, shape)) for shape in (*weights, *outputs))


class Finder(QObject):
    """Walks through what is found. The one that it is at is chosen in the editor."""

    changed = Signal()
    """The question, what it finds, or the place among it is another."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._entries: tuple[Entry, ...] | None = None
        self.question = ""
        self.nodes: tuple[str, ...] = ()
        """What fits, in running order."""
        self.current: str | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_again)
        editor.graph_changed.connect(self._on_changed)
        editor.results_changed.connect(self._on_changed)

    @property
    def number(self) -> int:
        """The place of the current one, from 1; 0 without one."""
        return self.nodes.index(self.current) + 1 if self.current in self.nodes else 0

    def ask(self, question: str) -> None:
        """Find what fits; the one that it is at stays while it fits, else the first is chosen."""
        self.question = question
        self._look()
        if self.current not in self.nodes:
            self._go(self.nodes[0] if self.nodes else None)
        self.changed.emit()

    def step(self, direction: int) -> None:
        """Go to the next, or with -1 to the one before, round the end."""
        if self.nodes:
            start = self.number - 1 if self.number else (-1 if direction > 0 else 0)
            self._go(self.nodes[(start + direction) % len(self.nodes)])
            self.changed.emit()

    def forget(self) -> None:
        """End the search; what is chosen stays so."""
        self.question, self.nodes, self.current = "", (), None
        self._entries = None
        self.changed.emit()

    def forget_words(self) -> None:
        """Have the words told again, in another language."""
        self._entries = None

    def _go(self, node: str | None) -> None:
        self.current = node
        if node is not None:
            self._editor.select((node,))

    def _look(self) -> None:
        graph, results = self._editor.graph, self._editor.results
        if self._entries is None:
            words = QCoreApplication.translate
            self._entries = tuple(entry(graph, results, node, words) for node in order(graph))
        self.nodes = found(self._entries, self.question)

    def _look_again(self) -> None:
        before = self.nodes, self.current
        self._look()
        self.current = self.current if self.current in self.nodes else None
        if (self.nodes, self.current) != before:
            self.changed.emit()

    def _on_changed(self, _change: object) -> None:
        self._entries = None
        if self.question and not self._soon.isActive():
            self._soon.start()
