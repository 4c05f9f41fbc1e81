"""What an edge says of the tensor on it: its shape, from a run or inferred, and what its axes are. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, UNKNOWN
from lazygui.graph.axes import BATCH, Letters, Reading, letters, read_alike
from lazygui.graph.findings import Shape
from lazygui.graph.model import Graph, Port
from lazygui.graph.results import Results
from lazygui.ui.canvas.face import TIMES, shape_text
from lazygui.ui.editor import Editor
from lazygui.words.numbers import shape_words
from lazygui.words.problems import Translate

NOTES = {
    "inferred": QT_TRANSLATE_NOOP("Canvas", "Inferred; no sample has been here."),
    "unknown": QT_TRANSLATE_NOOP("Canvas", "Only a run can tell this shape."),
    "batch": QT_TRANSLATE_NOOP("Canvas", "N is the batch: not part of any weight."),
}


@dataclass(frozen=True, slots=True)
class Label:
    """A shape with the letters of its axes. `shape` is None where only real values could tell it.

    Of an edge that is not known nothing has been told yet, and nothing is shown.
    """

    shape: Shape | None
    letters: Letters = ()
    is_inferred: bool = False
    is_known: bool = True

    @property
    def text(self) -> str:
        if not self.is_known:
            return ""
        return UNKNOWN if self.shape is None else shape_text(self.shape)

    @property
    def parts(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is the length of the batch axis."""
        if not self.shape:
            return ((self.text, False),)
        first, *others = self.shape
        batch = self.letters.index(BATCH) if BATCH in self.letters else None
        pieces = [(str(first), batch == 0)]
        for axis, length in enumerate(others, 1):
            pieces += [(TIMES, False), (str(length), axis == batch)]
        return tuple(pieces)

    def notes(self, translate: Translate) -> str:
        """Return all that is known of the tensor, a line for each."""
        if not self.is_known:
            return ""
        if self.shape is None:
            return translate("Canvas", NOTES["unknown"])
        batch = translate("Canvas", NOTES["batch"]) if BATCH in self.letters else ""
        inferred = translate("Canvas", NOTES["inferred"]) if self.is_inferred else ""
        return "\n".join(filter(None, (self._lettered(self.shape), batch, inferred)))

    def _lettered(self, shape: Shape) -> str:
        if not any(self.letters):
            return shape_words(shape)
        pairs = zip(self.letters, shape, strict=True)
        return " \u00b7 ".join(f"{letter} {length}".strip() for letter, length in pairs)


NO_LABEL = Label(None, is_known=False)


def outputs_of(results: Results, node: str) -> tuple[tuple[Shape | None, ...], bool]:
    """Return the output shapes that a run showed, else those inferred, and whether they are inferred."""
    shown = results.outputs(node)
    inferred = results.inferred(node)
    return (shown, False) if shown or inferred is None else (inferred.outputs, True)


def known_shapes(graph: Graph, results: Results) -> Mapping[Port, Shape]:
    """Return the shape of every output that is known."""
    told = ((node, outputs_of(results, node)[0]) for node in graph.nodes)
    return {
        Port(node, index): shape for node, shapes in told for index, shape in enumerate(shapes) if shape is not None
    }


Ranks: TypeAlias = tuple[int | None, ...]


MANY: Final = 500
"""The letters of a drawing with more nodes than this take longer to read than a part of a frame."""


class EdgeLabels:
    """The labels of one drawing. The letters are worked out when first asked for, and again when others are due.

    They follow from how many axes every output has, and from what the layers say of them. In a large drawing they stay
    behind until somebody calls `catch_up`; meanwhile a tensor with more or fewer axes than before goes without letters.
    """

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._ranks: dict[str, Ranks] = {}
        self._made_of: Graph | None = None
        self.letters: Mapping[Port, Letters] = {}
        """What is known of the axes of every output."""
        self.is_behind = False
        """Whether the letters are still those of before."""

    def of(self, source: Port) -> Label:
        """Return what the edges that start at this output say."""
        shapes, is_inferred = outputs_of(self._editor.results, source.node)
        if source.index >= len(shapes):
            return NO_LABEL
        self._follow_graph()
        shape, names = shapes[source.index], self.letters.get(source, ())
        return Label(shape, names if shape and len(names) == len(shape) else (), is_inferred)

    def follow(self, nodes: Iterable[str]) -> bool:
        """Hear that these nodes, or the drawing, are others now; return whether the edges of any node may be.

        Where not, only those of these nodes are.
        """
        before = self.letters
        if any(self._rank(node) != self._ranks.get(node, ()) for node in nodes):
            self._made_of = None
        self._follow_graph()
        return self.letters is not before and self.letters != before

    def catch_up(self) -> Iterator[None]:
        """Read the letters that are due, a piece at a time. An edit on the way does not hinder it; it begins again."""
        while self.is_behind:
            self.is_behind = False
            graph, results = self._editor.graph, self._editor.results
            self._ranks = {node: self._rank(node) for node in graph.nodes}
            yield
            shapes = known_shapes(graph, results)
            yield
            reading = Reading(graph, shapes)
            yield from reading.steps()
            if not self.is_behind:
                self.letters = reading.found

    def _rank(self, node: str) -> Ranks:
        shapes, _ = outputs_of(self._editor.results, node)
        return tuple([None if shape is None else len(shape) for shape in shapes])

    def _follow_graph(self) -> None:
        graph = self._editor.graph
        if self._made_of is graph:
            return
        if self._made_of is None or not read_alike(self._made_of, graph):
            if len(graph.nodes) > MANY:
                self.is_behind = True
            else:
                self.is_behind = False
                self._ranks = {node: self._rank(node) for node in graph.nodes}
                self.letters = letters(graph, known_shapes(graph, self._editor.results))
        self._made_of = graph
