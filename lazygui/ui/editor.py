"""The open drawing as the window sees it: document, results, selection and what is collapsed, with people's verbs.

Views ask and listen here; they never write the graph. Knows no widget, no torch and no files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from lazygui import catalog
from lazygui.catalog.spec import Value
from lazygui.graph import chains, comments, edits, grouping, groups, inserting, layered, placement, topology
from lazygui.graph.changes import GraphChanged
from lazygui.graph.commenting import AddComment
from lazygui.graph.comments import Comment, CommentKind, Rect
from lazygui.graph.common import SetArguments
from lazygui.graph.document import Document
from lazygui.graph.inserting import Behind, Into, Spot
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Results
from lazygui.graph.swapping import SwapLayers
from lazygui.graph.view import View, visible
from lazygui.ui.blocks import BlockShelf

PASTE_STEP = 2 * placement.GRID


class Editor(QObject):
    """Edits, selection and results of one drawing. Signals carry one frozen value each."""

    graph_changed = Signal(object)
    """A GraphChanged, after it has happened."""
    results_changed = Signal(object)
    """A ResultsChanged, after it has happened."""
    selection_changed = Signal()
    highlighted = Signal(object)
    """The names of the nodes on the way from a cause to its problem, to be lit while somebody looks at it; or ()."""
    collapse_changed = Signal()
    """Other groups are collapsed than before; what is seen of the drawing follows from `view`."""
    refused = Signal(object)
    """The Problem of an edit that could not be."""
    block_named = Signal(object)
    """A Block that the person wants to keep, under the name of its group; the palette asks for another name."""

    def __init__(self, parent: QObject | None = None, blocks: BlockShelf | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.blocks = blocks or BlockShelf()
        self.results = Results()
        self._nodes: frozenset[str] = frozenset()
        self._edges: frozenset[Port] = frozenset()
        self._comments: frozenset[str] = frozenset()
        self._group = ""
        self._collapsed: frozenset[str] = frozenset()
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
    def selected_comments(self) -> frozenset[str]:
        """The chosen notes and frames, by their ids."""
        return self._comments

    @property
    def selected_comment(self) -> Comment | None:
        """The comment that is chosen, and nothing beside it, or None."""
        is_alone = len(self._comments) == 1 and not (self._nodes or self._edges)
        return self.graph.comments[next(iter(self._comments))] if is_alone else None

    @property
    def selected_node(self) -> Node | None:
        """The node that is chosen alone, or None."""
        return self.graph.nodes[next(iter(self._nodes))] if len(self._nodes) == 1 else None

    def select(self, nodes: Iterable[str] = (), edges: Iterable[Port] = (), notes: Iterable[str] = ()) -> None:
        graph = self.graph
        chosen = (
            frozenset(nodes) & graph.nodes.keys(),
            frozenset(edges) & graph.edges.keys(),
            frozenset(notes) & graph.comments.keys(),
        )
        if chosen != (self._nodes, self._edges, self._comments) or self._group:
            self._nodes, self._edges, self._comments = chosen
            self._group = ""
            self.selection_changed.emit()

    def select_all(self) -> None:
        self.select(self.graph.nodes, (), self.graph.comments)

    def select_upstream(self) -> None:
        """Choose also every node that a tensor comes from to those that are chosen."""
        self.select(topology.upstream(self.graph, self._nodes))

    def select_downstream(self) -> None:
        """Choose also every node that a tensor of those that are chosen reaches."""
        self.select(topology.downstream(self.graph, self._nodes))

    # Groups

    @property
    def collapsed(self) -> frozenset[str]:
        """The groups that are collapsed, those within others included. Kept for the view alone: no edit, not saved."""
        return self._collapsed

    @property
    def view(self) -> View:
        """What is seen of the drawing while these groups are collapsed."""
        return visible(self.graph, self._collapsed)

    @property
    def selected_group(self) -> str | None:
        """The group that was chosen as one; else the one whose nodes are the chosen ones, the innermost; or None."""
        if self._group or not self._nodes:
            return self._group or None
        path = grouping.common_group(self._nodes)
        is_whole = bool(path) and len(groups.members(self.graph, path)) == len(self._nodes)
        return path if is_whole else None

    def select_group(self, path: str) -> None:
        """Choose a group as one: all nodes in it; where a card hides it, all that the card stands for."""
        inside = groups.members(self.graph, path)
        card = self.view.cards.get(self.view.shown[inside[0]]) if inside else None
        if card is not None:
            inside, path = card.members, card.id
        nodes = frozenset(inside)
        if nodes and (nodes, path) != (self._nodes, self._group):
            self._nodes, self._edges, self._group, self._comments = nodes, frozenset(), path, frozenset()
            self.selection_changed.emit()

    def select_card(self, card: str) -> None:
        """Choose a node, or the groups that a card stands for."""
        self.select((card,)) if card in self.graph.nodes else self.select_group(card)

    def collapse(self, *paths: str) -> None:
        self._set_collapsed(self._collapsed.union(paths))

    def expand(self, *paths: str) -> None:
        """Open groups, and those around them. Of repeated blocks the first opens; the others stay one card."""
        outer = {around for path in paths for around in groups.prefixes(path)}
        self._set_collapsed(self._collapsed - outer - {*paths})

    def reveal(self, node: str) -> None:
        """Open all groups that hide a node."""
        self._set_collapsed(self._collapsed.difference(groups.prefixes(node)))

    def toggle_group(self) -> None:
        """Collapse the chosen group, or the one around what is chosen; open it where it is collapsed."""
        view = self.view
        cards = {view.shown[node] for node in self._nodes} & view.cards.keys()
        path = self.selected_group or grouping.common_group(self._nodes)
        if cards and path not in view.frames:
            self.expand(*cards)
        elif path:
            self.collapse(path)
            self.select_group(path)

    def collapse_all(self) -> None:
        self._set_collapsed(frozenset(groups.groups(self.graph)))

    def expand_all(self) -> None:
        self._set_collapsed(frozenset())

    def group_selection(self) -> str | None:
        """Put what is chosen into a new group, open and chosen; return its path."""
        name = grouping.fresh_name(self.graph, self._nodes)
        path = grouping.joined(grouping.common_group(self._nodes), name)
        self._set_collapsed(self._collapsed - {path})
        if not self.do(grouping.Group(self._nodes, name)):
            return None
        self.select_group(path)
        return path

    def dissolve_group(self) -> None:
        """Take the chosen group away and leave what is in it."""
        path = self.selected_group
        if path is not None and self.do(grouping.Dissolve(path)):
            self.select(self._nodes)

    def rename_group(self, old: str, new: str) -> Problem | None:
        """Give a group another last name, or with dots another path; return why it cannot be called so, or None."""
        path = new if "." in new else grouping.joined(groups.parent(old), new)
        return self.document.do(grouping.RenameGroup(old, path))

    def save_block(self) -> None:
        """Have the chosen nodes, or the first of the groups that are chosen, kept as a block of the person's own."""
        path = self.selected_group
        nodes = frozenset(groups.members(self.graph, path)) if path else self._nodes
        if nodes:
            words = [part for part in (path or "").split(".") if not part.isdigit()]
            self.block_named.emit(grouping.block(self.graph, nodes, words[-1] if words else ""))

    def highlight(self, nodes: tuple[str, ...] = ()) -> None:
        """Light the path of these nodes, in this order; without any, end the light."""
        self.highlighted.emit(nodes)

    def _set_collapsed(self, paths: frozenset[str]) -> None:
        before, self._collapsed = self._collapsed, paths
        if before != paths:
            self.collapse_changed.emit()

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

    def go_to(self, position: int) -> None:
        """Undo or redo until so many steps are done."""
        self.document.go_to(position)

    def new_gesture(self) -> int:
        """Return a number for the edits of one gesture, so that they become one undo step."""
        self._gestures += 1
        return self._gestures

    def add_layer(self, layer_type: str, place: Point) -> str | None:
        """Add a layer, or a block of the person's own, at a place and choose it; return its name."""
        spec, block = catalog.find(layer_type), self.blocks.find(layer_type)
        if block is not None:
            return self._insert(grouping.insert_block(self.graph, block, placement.snapped(place)))
        return self._add(edits.add_at(self.graph, spec, placement.snapped(place))) if spec else None

    @property
    def spot(self) -> Spot:
        """Where a layer goes that is chosen now: into the edge that is chosen alone, else behind the chosen node."""
        if len(self._edges) == 1 and not self._nodes:
            return Into(next(iter(self._edges)))
        return Behind(self._last_selected())

    def append_layer(self, layer_type: str) -> str | None:
        """Add a layer or a block where what is chosen says, connected to it, and choose it; return its name."""
        return self.insert_layer(layer_type, self.spot)

    def insert_layer(self, layer_type: str, spot: Spot) -> str | None:
        """Add a layer, or a block of the person's own, at a spot, and choose it; return its name."""
        spec, block = catalog.find(layer_type), self.blocks.find(layer_type)
        if block is not None:
            return self._insert(inserting.insert_block(self.graph, block, spot))
        return self._add(inserting.insert(self.graph, spec, spot)) if spec else None

    def can_splice(self, layer_type: str, target: Port) -> bool:
        """Say whether a layer of this type could be put into the edge that ends at `target`."""
        spec = catalog.find(layer_type)
        return spec is not None and self.document.check(edits.splice_new(self.graph, spec, target)) is None

    def splice_layer(self, layer_type: str, target: Port) -> str | None:
        """Put a new layer into the edge that ends at `target`, and choose it; return its name."""
        return self.insert_layer(layer_type, Into(target))

    def preview(self, layer_type: str) -> Node | None:
        """Return the node that a layer of this type would become, for the ghost of a drag."""
        spec = catalog.find(layer_type)
        return edits.new_node(self.graph, spec) if spec else None

    def set_argument(self, node: str, name: str, value: Value, gesture: int = 0) -> Problem | None:
        """Set an argument; return the Problem instead of raising it, for the field shows it beside itself."""
        return self.document.do(edits.SetArgument(node, name, value, gesture))

    def set_arguments(self, nodes: frozenset[str], name: str, value: Value, gesture: int = 0) -> Problem | None:
        """Set an argument of several nodes in one step; return the Problem instead of raising it."""
        return self.document.do(SetArguments(nodes, name, value, gesture))

    def swap_selection(self, layer_type: str) -> None:
        """Have another layer stand where the chosen nodes stand; arguments and edges stay where both have them."""
        if self._nodes:
            self.do(SwapLayers(self._nodes, layer_type))

    def take_out_selection(self) -> None:
        """Pull the chosen nodes out of their chains, which close behind them."""
        if chains.cut_edges(self.graph, self._nodes):
            self.do(chains.TakeOut(self._nodes, chains.below(self.graph, self._nodes)))

    def delete_closing(self) -> None:
        """Delete the chosen nodes and close the chains that they stood in."""
        if self._nodes:
            self.do(chains.RemoveClosing(self._nodes))

    def remove_unknown(self, node: str) -> None:
        """Take away the arguments and members of a node that this version does not know."""
        self.do(edits.RemoveUnknown(node))

    def rename(self, old: str, new: str) -> Problem | None:
        """Rename a node; return why it cannot be called so, or None."""
        return self.document.do(edits.RenameNode(old, new))

    def add_comment(self, kind: CommentKind, rect: Rect) -> str | None:
        """Write an empty note, or draw a frame, and choose it; return its id."""
        comment = Comment(comments.fresh(self.graph.comments), kind, rect)
        if not self.do(AddComment(comment)):
            return None
        self.select((), (), (comment.id,))
        return comment.id

    def delete_selection(self) -> None:
        if self._nodes or self._edges or self._comments:
            self.do(edits.Remove(self._nodes, self._edges, self._comments))

    def selected_clip(self) -> edits.Clip:
        return edits.clip(self.graph, self._nodes, self._comments)

    def paste(self, piece: edits.Clip, at: Point | None = None, verb: str = "paste") -> None:
        """Add a copy of a piece: with its top left corner at a place, or as few steps away as no card is covered.

        What is collapsed stays so in its copy, which stands below the original, clear of all cards.
        """
        if not piece.nodes and not piece.comments:
            if piece.edges:
                self.do(edits.AddNodes((), {}, piece.edges, verb="connect", subject=piece.edges[-1].target.node))
            return
        places, inside = piece.corners, {node.id for node in piece.nodes}
        copied = [path for path in self._collapsed if inside.issuperset(groups.members(self.graph, path) or (path,))]
        if at is not None and places:
            offset = Point(at.x - min(place.x for place in places), at.y - min(place.y for place in places))
        else:
            offset = placement.clear(places, self.graph.layout.values()) if copied else self._step_away(places)
        edit = edits.paste(self.graph, piece, offset, verb)
        names = dict(zip((node.id for node in piece.nodes), (node.id for node in edit.nodes), strict=True))
        self.collapse(*(_copied_group(self.graph, path, names) for path in copied))
        if self.do(edit):
            self.select((node.id for node in edit.nodes), (), edit.comments)

    def paste_code(self, piece: edits.Clip) -> bool:
        """Add what code became, to the right of what is chosen, or else of all; say whether it was added."""
        chosen = [self.graph.place(node) for node in self._nodes] or list(self.graph.layout.values())
        offset = placement.beside(piece.layout.values(), chosen, self.graph.layout.values())
        edit = edits.paste(self.graph, piece, offset, verb="paste_code")
        if not self.do(edit):
            return False
        self.select(node.id for node in edit.nodes)
        return True

    def _step_away(self, places: Collection[Point]) -> Point:
        offset = Point(PASTE_STEP, PASTE_STEP)
        taken = {*self.graph.layout.values(), *(Point(c.rect.x, c.rect.y) for c in self.graph.comments.values())}
        while any(Point(place.x + offset.x, place.y + offset.y) in taken for place in places):
            offset = Point(offset.x + PASTE_STEP, offset.y + PASTE_STEP)
        return offset

    def duplicate_selection(self) -> None:
        self.paste(self.selected_clip(), verb="duplicate")

    def open_graph(self, graph: Graph) -> None:
        """Show another drawing, with an empty history."""
        self.select()
        self._set_collapsed(frozenset())
        self.document.replace(layered.completed(graph))

    def _add(self, edit: edits.AddNodes) -> str | None:
        if not self.do(edit):
            return None
        self.select(node.id for node in edit.nodes)
        return edit.nodes[0].id

    def _insert(self, edit: edits.AddNodes) -> str | None:
        """Add a block as the card that its ghost was: collapsed, and chosen as one."""
        path = grouping.common_group(node.id for node in edit.nodes[:1]).partition(".")[0]
        # What is nested in it too, so that it opens level by level.
        self.collapse(*(around for node in edit.nodes for around in groups.prefixes(node.id)))
        if not self.do(edit):
            return None
        self.select_group(path)
        return path

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
        """Carry the selection and what is collapsed over a change; return whether the selection is another one now."""
        nodes = frozenset(change.renames.get(node, node) for node in self._nodes) & change.after.nodes.keys()
        edges = self._edges & change.after.edges.keys()
        kept = self._comments & change.after.comments.keys()
        has_moved = (nodes, edges, kept) != (self._nodes, self._edges, self._comments)
        if change.renames:
            self._collapsed = frozenset(renamed_group(change, path) for path in self._collapsed)
            self._group = renamed_group(change, self._group)
        if self._group not in groups.groups(change.after):
            self._group = ""
        self._nodes, self._edges, self._comments = nodes, edges, kept
        return has_moved


def _copied_group(graph: Graph, path: str, names: Mapping[str, str]) -> str:
    """Return what the copy of a group is called whose nodes are copied under these names."""
    first = groups.members(graph, path)[0]
    return names[first].removesuffix(first[len(path) :])


def renamed_group(change: GraphChanged, path: str) -> str:
    """Return what a group is called after a change: as before where there still is one, or never was."""
    if path in groups.groups(change.after) or path not in groups.groups(change.before):
        return path
    rests = ((new, old[len(path) :]) for old, new in change.renames.items() if old.startswith(f"{path}."))
    return next((new.removesuffix(rest) for new, rest in rests if new.endswith(rest)), path)
