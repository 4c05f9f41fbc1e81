"""The open drawing as the window sees it: document, results and selection, with the verbs that people use.

Views ask and listen here; they never write the graph. Knows no widget, no torch and no files.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from lazygui import catalog
from lazygui.catalog.spec import Value
from lazygui.graph import edits, placement
from lazygui.graph.changes import GraphChanged
from lazygui.graph.document import Document
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Results

PASTE_STEP = 2 * placement.GRID


class Editor(QObject):
    """Edits, selection and results of one drawing. Signals carry one frozen value each."""

    graph_changed = Signal(object)
    """A GraphChanged, after it has happened."""
    results_changed = Signal(object)
    """A ResultsChanged, after it has happened."""
    selection_changed = Signal()
    refused = Signal(object)
    """The Problem of an edit that could not be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.results = Results()
        self._nodes: frozenset[str] = frozenset()
        self._edges: frozenset[Port] = frozenset()
        self._gestures = 0
        self.document.subscribe(self._on_graph_changed)
        self.results.subscribe(self.results_changed.emit)

    @property
    def graph(self) -> Graph:
        return self.document.graph

    @property
    def selected_nodes(self) -> frozenset[str]:
        return self._nodes

    @property
    def selected_edges(self) -> frozenset[Port]:
        """The chosen edges, each named by the input where it ends."""
        return self._edges

    @property
    def selected_node(self) -> Node | None:
        """The node that is chosen alone, or None."""
        return self.graph.nodes[next(iter(self._nodes))] if len(self._nodes) == 1 else None

    def select(self, nodes: Iterable[str] = (), edges: Iterable[Port] = ()) -> None:
        chosen = frozenset(nodes) & self.graph.nodes.keys(), frozenset(edges) & self.graph.edges.keys()
        if chosen != (self._nodes, self._edges):
            self._nodes, self._edges = chosen
            self.selection_changed.emit()

    def select_all(self) -> None:
        self.select(self.graph.nodes)

    def do(self, edit: edits.Edit) -> bool:
        """Apply an edit; a refusal is told by the signal `refused` and False."""
        problem = self.document.do(edit)
        if problem is not None:
            self.refused.emit(problem)
        return problem is None

    def undo(self) -> None:
        self.document.undo()

    def redo(self) -> None:
        self.document.redo()

    def new_gesture(self) -> int:
        """Return a number for the edits of one gesture, so that they become one undo step."""
        self._gestures += 1
        return self._gestures

    def add_layer(self, layer_type: str, place: Point) -> str | None:
        """Add a layer at a place and choose it; return its name."""
        spec = catalog.find(layer_type)
        return self._add(edits.add_at(self.graph, spec, placement.snapped(place))) if spec else None

    def append_layer(self, layer_type: str) -> str | None:
        """Add a layer behind the chosen node, connected to it, and choose it; return its name."""
        spec = catalog.find(layer_type)
        return self._add(edits.append_behind(self.graph, spec, self._last_selected())) if spec else None

    def can_splice(self, layer_type: str, target: Port) -> bool:
        """Say whether a layer of this type could be put into the edge that ends at `target`."""
        spec = catalog.find(layer_type)
        return spec is not None and self.document.check(edits.splice_new(self.graph, spec, target)) is None

    def splice_layer(self, layer_type: str, target: Port) -> str | None:
        """Put a new layer into the edge that ends at `target`, and choose it; return its name."""
        spec = catalog.find(layer_type)
        return self._add(edits.splice_new(self.graph, spec, target)) if spec else None

    def preview(self, layer_type: str) -> Node | None:
        """Return the node that a layer of this type would become, for the ghost of a drag."""
        spec = catalog.find(layer_type)
        return edits.new_node(self.graph, spec) if spec else None

    def set_argument(self, node: str, name: str, value: Value, gesture: int = 0) -> Problem | None:
        """Set an argument; return the Problem instead of raising it, for the field shows it beside itself."""
        return self.document.do(edits.SetArgument(node, name, value, gesture))

    def remove_unknown(self, node: str) -> None:
        """Take away the arguments and members of a node that this version does not know."""
        self.do(edits.RemoveUnknown(node))

    def rename(self, old: str, new: str) -> Problem | None:
        """Rename a node; return why it cannot be called so, or None."""
        return self.document.do(edits.RenameNode(old, new))

    def delete_selection(self) -> None:
        if self._nodes or self._edges:
            self.do(edits.Remove(self._nodes, self._edges))

    def selected_clip(self) -> edits.Clip:
        return edits.clip(self.graph, self._nodes)

    def paste(self, piece: edits.Clip, at: Point | None = None, verb: str = "paste") -> None:
        """Add a copy of a piece: with its top left corner at a place, or as few steps away as no card is covered."""
        if not piece.nodes:
            return
        offset = Point(PASTE_STEP, PASTE_STEP)
        taken = set(self.graph.layout.values())
        while any(Point(place.x + offset.x, place.y + offset.y) in taken for place in piece.layout.values()):
            offset = Point(offset.x + PASTE_STEP, offset.y + PASTE_STEP)
        if at is not None and piece.layout:
            left = min(place.x for place in piece.layout.values())
            top = min(place.y for place in piece.layout.values())
            offset = Point(at.x - left, at.y - top)
        edit = edits.paste(self.graph, piece, offset, verb)
        if self.do(edit):
            self.select(node.id for node in edit.nodes)

    def duplicate_selection(self) -> None:
        self.paste(self.selected_clip(), verb="duplicate")

    def open_graph(self, graph: Graph) -> None:
        """Show another drawing, with an empty history."""
        self.select()
        self.document.replace(placement.completed(graph))

    def _add(self, edit: edits.AddNodes) -> str | None:
        if not self.do(edit):
            return None
        self.select((edit.nodes[0].id,))
        return edit.nodes[0].id

    def _last_selected(self) -> str | None:
        """The chosen node; of several, the one furthest right; without any, the end of a drawing that has one end."""
        graph = self.graph
        if self._nodes:
            return max(self._nodes, key=lambda node: graph.place(node))
        ends = [node for node in graph.nodes if node not in graph.outputs]
        return ends[0] if len(ends) == 1 else None

    def _on_graph_changed(self, change: GraphChanged) -> None:
        # The selection first, for whoever hears of the results asks for the chosen node.
        has_moved = self._follow(change)
        self.results.on_graph_changed(change)
        if has_moved:
            self.selection_changed.emit()
        self.graph_changed.emit(change)

    def _follow(self, change: GraphChanged) -> bool:
        """Carry the selection over a change; return whether it is another one now."""
        nodes = frozenset(change.renames.get(node, node) for node in self._nodes) & change.after.nodes.keys()
        edges = self._edges & change.after.edges.keys()
        has_moved = (nodes, edges) != (self._nodes, self._edges)
        self._nodes, self._edges = nodes, edges
        return has_moved
