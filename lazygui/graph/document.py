"""The open drawing with its history. Observers hear of every change after it has happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lazygui.graph.changes import GraphChanged
from lazygui.graph.edits import Edit, EditTitle
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem, Refused

Observer = Callable[[GraphChanged], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history. Whole snapshots: they share what is equal, so a step costs what it changed."""

    title: EditTitle
    before: Graph
    after: Graph
    renames: Mapping[str, str]
    merge_key: object = None


class Document:
    """A graph that edits replace, with undo, redo and a notion of being saved.

    Observers are called in the order they came, once for each change; the results store should be the first.
    """

    def __init__(self, graph: Graph | None = None) -> None:
        self.graph = graph or Graph()
        self._saved: Graph | None = self.graph
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._observers: list[Observer] = []

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Ring `observer` at each change; the function that is returned ends it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def do(self, edit: Edit) -> Problem | None:
        """Apply an edit and remember it, or return why it cannot be; then nothing has changed."""
        try:
            after = edit.apply(self.graph)
        except Refused as refusal:
            return refusal.problem
        if after is self.graph or after == self.graph:
            return None
        renames = edit.renames(self.graph)
        self._remember(Step(edit.title, self.graph, after, renames, edit.merge_key))
        self._show(after, renames)
        return None

    def check(self, edit: Edit) -> Problem | None:
        """Return why an edit could not be done now, or None; nothing is changed either way."""
        try:
            edit.apply(self.graph)
        except Refused as refusal:
            return refusal.problem
        return None

    def undo(self) -> None:
        """Give back the graph as it was before the last edit; without one, do nothing."""
        self.go_to(self.position - 1)

    def redo(self) -> None:
        """Do again what was undone last; without one, do nothing."""
        self.go_to(self.position + 1)

    def go_to(self, position: int) -> None:
        """Undo or redo until so many steps are done; out of range, do nothing.

        Observers hear of one change, and of one more for each step that renames: a name may be given twice.
        """
        if not 0 <= position <= len(self._done) + len(self._undone):
            return
        graph = self.graph
        while self.position != position:
            before = graph
            graph, renames = self._step_back() if self.position > position else self._step_on()
            if renames:
                self._show_other(before)
                self._show(graph, renames)
        self._show_other(graph)

    def _show_other(self, graph: Graph) -> None:
        if graph is not self.graph:
            self._show(graph, {})

    def _step_back(self) -> tuple[Graph, Mapping[str, str]]:
        step = self._done.pop()
        self._undone.append(step)
        return step.before, {new: old for old, new in step.renames.items()}

    def _step_on(self) -> tuple[Graph, Mapping[str, str]]:
        step = self._undone.pop()
        self._done.append(step)
        return step.after, step.renames

    def replace(self, graph: Graph) -> None:
        """Show another drawing, with an empty history, as saved."""
        self._done.clear()
        self._undone.clear()
        self._saved = graph
        self._show(graph, {}, is_replacement=True)

    def mark_saved(self) -> None:
        """Remember that the drawing as it is now is in a file."""
        self._saved = self.graph

    def mark_unsaved(self) -> None:
        """Remember that no file holds the drawing, such as one that was restored after a crash."""
        self._saved = None

    @property
    def is_modified(self) -> bool:
        """True when the drawing differs from what was saved or opened; undoing back to that makes it false again."""
        return self.graph is not self._saved and self.graph != self._saved

    @property
    def titles(self) -> tuple[EditTitle, ...]:
        """What all steps are called, those included that are undone."""
        return tuple(step.title for step in (*self._done, *reversed(self._undone)))

    @property
    def position(self) -> int:
        """How many steps are done."""
        return len(self._done)

    @property
    def saved_position(self) -> int | None:
        """After how many steps the drawing is as it was saved or opened; None where it never is."""
        steps = (*self._done, *reversed(self._undone))
        graphs = (*(step.before for step in steps[:1]), *(step.after for step in steps)) if steps else (self.graph,)
        return next((number for number, graph in enumerate(graphs) if graph is self._saved), None)

    @property
    def undo_title(self) -> EditTitle | None:
        return self._done[-1].title if self._done else None

    @property
    def redo_title(self) -> EditTitle | None:
        return self._undone[-1].title if self._undone else None

    def _remember(self, step: Step) -> None:
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last and step.merge_key is not None and last.merge_key == step.merge_key:
            self._done.pop()
            step = replace(step, before=last.before)
        if step.before != step.after:
            self._done.append(step)

    def _show(self, graph: Graph, renames: Mapping[str, str], is_replacement: bool = False) -> None:
        change = GraphChanged(self.graph, graph, renames, is_replacement)
        self.graph = graph
        for observer in tuple(self._observers):
            observer(change)
