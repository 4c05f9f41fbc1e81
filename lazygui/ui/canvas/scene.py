"""The graphics scene: keeps items in step with the graph, the results, the selection and what is collapsed.

Writes none of them. A card stands for a node, or for collapsed groups: the editor's view says which there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, QTimer
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsSceneHelpEvent

from lazygui.graph import groups, view
from lazygui.graph.changes import GraphChanged
from lazygui.graph.model import Point, Port
from lazygui.graph.results import ResultsChanged, State
from lazygui.graph.view import View
from lazygui.ui.appearance import Look
from lazygui.ui.canvas import shown
from lazygui.ui.canvas.afar import Afar, Colors
from lazygui.ui.canvas.bonds import Bonds
from lazygui.ui.canvas.easel import Easel
from lazygui.ui.canvas.face import Face, Facts, face_of, facts_of
from lazygui.ui.canvas.frames import Frames
from lazygui.ui.canvas.group_card import GroupItem, group_face
from lazygui.ui.canvas.guides import Guides
from lazygui.ui.canvas.highlight import Highlight
from lazygui.ui.canvas.hits import Hit, hit, port_place
from lazygui.ui.canvas.items import SIMPLE_BELOW, NodeItem
from lazygui.ui.canvas.labels import EdgeLabels, Label
from lazygui.ui.canvas.lines import EdgeItem
from lazygui.ui.canvas.motion import Motion
from lazygui.ui.canvas.notes import Notes
from lazygui.ui.canvas.placing import Squeeze, hidden, squeeze
from lazygui.ui.canvas.roads import Roads
from lazygui.ui.canvas.routing import Box
from lazygui.ui.canvas.slices import Slices
from lazygui.ui.canvas.transitions import Transitions
from lazygui.ui.editor import Editor
from lazygui.ui.theme import Theme

K = TypeVar("K")
WORLD = QRectF(-1e5, -1e5, 6e5, 2e5)
"""Wide enough for a drawing with two thousand layers in a row; what lies outside cannot be scrolled to."""
INDEX_DEPTH = 14
"""Qt cuts the whole world in as few pieces as it has items; of a drawing in a corner of it, it would ask every item."""
LATER_MS = 40
"""How long the card of a group may lag behind a run."""
MOST_AT_ONCE = 64
"""Of so many nodes, and ten times as many edges, the news is shown at once; of more, a piece in each frame."""
MANY = 500
"""Among so many cards no news is shown at once: a run may tell of hundreds in a frame."""
PIECE = 16
EMPTY_VIEW = View((), {}, {}, {}, {})


class CanvasScene(QGraphicsScene):
    """Items for one editor. `nodes` by the id of the card, `edges` by the input where they end."""

    def __init__(self, editor: Editor, appearance: Look) -> None:
        super().__init__(WORLD)
        self.setBspTreeDepth(INDEX_DEPTH)
        self._editor = editor
        self._appearance = appearance
        self._easel = Easel(self.update)
        self._labels = EdgeLabels(editor)
        self._roads = Roads()
        self._roads_before: Roads | None = None
        """The ways of all that was there before nothing was."""
        self.motion = Motion(self)
        self.transitions = Transitions(self, self.motion)
        self.guides = Guides(self._cards_in_sight, lambda: self.zoom)
        self._squeeze = Squeeze()
        self.view = EMPTY_VIEW
        self._afar = Afar(self)
        self._has_failed = False
        self.others: set[QGraphicsItem] = set()
        """All items but cards and edges."""
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Port, EdgeItem] = {}
        self._dropped: dict[str, NodeItem] = {}
        self._dropped_edges: dict[Port, EdgeItem] = {}
        """The cards and the edges that went away last: an undo brings them back."""
        self.frames = Frames(self, self, self._rect_of)
        self.bonds = Bonds(self, self, self._rect_of)
        self.light = Highlight(self, self, self._rect_of)
        self._chosen: tuple[frozenset[str], frozenset[Port]] = (frozenset(), frozenset())
        self._followed = editor.graph
        self._late: frozenset[str] = frozenset()
        self._due: set[str] = set()
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self._on_later)
        self._waiting: dict[str, None] = {}
        self._edges_due: dict[Port, None] = {}
        self._slices = Slices(self._waiting_shown, self)
        self._reading = Slices(self._letters_read, self)
        self._lit: tuple[str, ...] = ()
        self.splice_target: Port | None = None
        self._hovered: Port | None = None
        editor.graph_changed.connect(self.on_graph_changed)
        editor.results_changed.connect(self.on_results_changed)
        editor.selection_changed.connect(self.on_selection_changed)
        editor.collapse_changed.connect(self.on_collapse_changed)
        editor.highlighted.connect(self.on_highlighted)
        appearance.theme_changed.connect(self.on_theme_changed)
        self._follow(frozenset(editor.graph.nodes), ())
        self.notes = Notes(self, self, self.shown_place)
        self.notes.show(editor.graph.comments)

    @property
    def theme(self) -> Theme:
        return self._appearance.theme

    # Where things are

    def hit(self, at: QPointF) -> Hit:
        """Return what a press at this point means; the card on top wins."""
        return hit(self, at)

    def port_position(self, port: Port, is_output: bool) -> QPointF:
        """Return where a node's port is now, also while its card is being dragged or hides it."""
        card, index = shown.drawn_port(self.view, port, is_output)
        item = self.nodes[card]
        return port_place(Point(item.x(), item.y()), index, is_output)

    def place(self, card: str) -> Point:
        """Return where a card is shown while nobody drags it."""
        return self._squeeze.shown(self._document_place(card))

    def shown_place(self, place: Point) -> Point:
        """Return where a place of the document is shown."""
        return self._squeeze.shown(place)

    def meant(self, place: Point) -> Point:
        """Return the place of the document that is shown at a place of the scene."""
        return self._squeeze.meant(place)

    def moves(self, places: Mapping[str, Point]) -> dict[str, Point]:
        """Return where the nodes of cards go in the document when the cards are shown at these places."""
        found = {}
        for card, place in places.items():
            before, after = self._document_place(card), self.meant(place)
            for node in shown.members(self.view, card):
                own = self._editor.graph.place(node)
                found[node] = Point(own.x + after.x - before.x, own.y + after.y - before.y)
        return found

    def cards_of(self, nodes: Iterable[str]) -> tuple[str, ...]:
        """Return the cards that show these nodes, each once."""
        return tuple(dict.fromkeys(self.view.shown[node] for node in nodes))

    @property
    def chosen_card(self) -> str | None:
        """The card that is chosen alone, or None."""
        chosen = self._editor.selected_nodes
        card = self.view.shown[next(iter(chosen))] if chosen else None
        return card if card and chosen == frozenset(shown.members(self.view, card)) else None

    def title_place(self, name: str) -> QRectF:
        """Return where the name of a card, or of an open group, stands."""
        if name in self.frames.items:
            return self.frames.items[name].title_place
        card = name if name in self.nodes else self.view.shown[groups.members(self._editor.graph, name)[0]]
        return QRectF(self.nodes[card].pos() + QPointF(50, 6), QSizeF(150, 26))

    def same_edges(self, target: Port) -> frozenset[Port]:
        """Return the inputs of all edges that are drawn as this one: a tensor may feed several nodes of a card."""
        graph, edges = self._editor.graph, self.view.edges
        alike = (edge.target for edge in graph.outputs[graph.edges[target].node])
        return frozenset(other for other in alike if edges.get(other) == edges[target])

    def cards_rect(self, cards: Iterable[str] | None = None) -> QRectF:
        """Return the rectangle around these cards, or around everything."""
        frames = self.frames.items.values() if cards is None else ()
        rects = (*map(self._rect_of, self.nodes if cards is None else cards), *(frame.rect for frame in frames))
        return reduce(QRectF.united, rects, QRectF())

    def whole_rect(self) -> QRectF:
        """Return the rectangle around all cards with room for their histograms, and all frames; quick for thousands."""
        return reduce(QRectF.united, (frame.rect for frame in self.frames.items.values()), self._roads.extent())

    def drawn_rect(self) -> QRectF:
        """Return the rectangle around everything: comments too, and the edges and bonds that go around cards."""
        edges, bonds = self.edges.values(), self.bonds.items.values()
        lines = (self.notes.rect(), *(edge.line_rect for edge in edges), *(bond.line_rect for bond in bonds))
        return reduce(QRectF.united, lines, self.cards_rect())

    @property
    def _sight(self) -> QPolygonF:
        """The part of the scene that is seen; nothing without a view."""
        view = next(iter(self.views()), None)
        return view.mapToScene(view.viewport().rect()) if view else QPolygonF()

    @property
    def zoom(self) -> float:
        return self.views()[0].transform().m11() if self.views() else 1.0

    def _rect_of(self, card: str) -> QRectF:
        item = self.nodes[card]
        return item.card.translated(item.pos())

    def _room_of(self, card: str) -> QRectF:
        item = self.nodes[card]
        return item.room.translated(item.pos())

    def _cards_in_sight(self) -> dict[str, Box]:
        """Return what a card may be in line with. From afar there is always one, and a guide would tell nothing."""
        rooms = self._roads.cards_in(self._sight.boundingRect()) if self.zoom >= SIMPLE_BELOW else {}
        nodes = self.nodes
        return {
            card: (box[0], box[1], box[2], box[1] + nodes[card].height) for card, box in rooms.items() if card in nodes
        }

    def _document_place(self, card: str) -> Point:
        graph = self._editor.graph
        return view.place(graph, self.view.cards[card]) if card in self.view.cards else graph.place(card)

    def label(self, source: Port) -> Label:
        """Return what the edges say that start at this output."""
        return self._labels.of(source)

    # What gestures show

    def drag_cards(self, places: Mapping[str, Point]) -> None:
        """Show cards somewhere else for the time of a gesture; the graph hears of it at the end."""
        self._afar.carry(places.keys())
        for card, place in places.items():
            self.nodes[card].setPos(place.x, place.y)
        self._follow_places(places, are_final=False)

    def hover_edge(self, target: Port | None) -> None:
        """Have the edge under the pointer stand out, and no other."""
        before, self._hovered = self._hovered, target
        if before != target:
            self._afar.spoil()
        for port, is_hovered in ((before, False), (target, True)):
            if port in self.edges:
                self.edges[port].hover(is_hovered)

    def mark_splice(self, target: Port | None) -> None:
        """Light the edge that a layer would be spliced into."""
        before, self.splice_target = self.splice_target, target
        if before != target:
            self._afar.spoil()
        self._show_edges(port for port in (before, target) if port in self.edges)

    def highlight_port(self, port: Port, is_output: bool, is_lit: bool = True) -> None:
        """Light a node's port on the card that shows it, or end that."""
        if port.node in self.view.shown:
            card, index = shown.drawn_port(self.view, port, is_output)
            self.nodes[card].highlight_port((is_output, index) if is_lit else None)

    # Painting

    def addItem(self, item: QGraphicsItem) -> None:
        """Add what is neither a card nor an edge of the drawing: those are the scene's own."""
        super().addItem(item)
        self.others.add(item)

    def removeItem(self, item: QGraphicsItem) -> None:
        super().removeItem(item)
        self.others.discard(item)

    def paint_afar(self, painter: QPainter) -> None:
        """Paint what is seen in a few calls, for a zoom at which the shapes on edges could not be read."""
        self._afar.paint(painter, lambda: self._roads.cards_in(self._sight.boundingRect()))

    def paint_small_cards(self, painter: QPainter, colors: Colors) -> None:
        """Paint the cards alone as mere rectangles, in other colours."""
        self._afar.paint_cards(painter, colors)

    def edges_of(self, cards: Iterable[str]) -> Iterator[Port]:
        """Yield the edges at these cards."""
        return self._edges_at(node for card in cards for node in shown.members(self.view, card))

    def chosen_items(self) -> Iterator[NodeItem]:
        """Yield the cards that are chosen."""
        nodes = self._editor.selected_nodes & self.view.shown.keys()
        return (self.nodes[card] for card in self.cards_of(nodes) if self._is_chosen(card))

    def draw_card(self, painter: QPainter, face: Face, before: Face | None = None) -> Face:
        """Draw a card's picture with its corner at the painter's origin; return the face that is seen until later."""
        return self._easel.draw(painter, face, self.theme, before)

    def draw_cards(self, painter: QPainter, cards: Iterable[tuple[Face, QPointF]]) -> list[int]:
        """Draw pictures with their corners at places; return the numbers of those that another frame will show."""
        return self._easel.draw_all(painter, cards, self.theme)

    def begin_frame(self) -> None:
        """Tell that a new frame is painted; the view calls it before each."""
        self._easel.begin_frame()

    # What happened

    def on_graph_changed(self, change: GraphChanged) -> None:
        """Follow one change with as few items as it touched."""
        self._follow_names(change)
        self._follow_emptiness(change)
        self._drop_edges(edge.target for edge in change.disconnected)
        ends = {edge.target.node for edge in (*change.connected, *change.disconnected)}
        # Not all that the change affects: what no longer holds of those, the results say.
        touched = {*change.added, *change.changed, *change.renames.values(), *ends}
        self._follow(frozenset(touched), change.moved)
        self._follow_comments()

    def on_collapse_changed(self) -> None:
        """Show other cards for the nodes whose groups were collapsed or opened."""
        self._follow(frozenset(), ())
        self._follow_comments()

    def _follow_comments(self) -> None:
        self.notes.show(self._editor.graph.comments)
        self.notes.choose(self._editor.selected_comments)

    def on_results_changed(self, change: ResultsChanged) -> None:
        if self._editor.results.failures or self._has_failed:
            self._afar.spoil_lines()
        self._has_failed = bool(self._editor.results.failures)
        if self._editor.graph is not self._followed:
            # Results hear of an edit first: what they tell then is shown with the edit.
            self._late |= change.nodes
            return
        self._waiting.update(dict.fromkeys(change.nodes))
        if self._labels.follow(change.nodes & self.view.shown.keys()):
            self._edges_due = dict.fromkeys(self.edges)
        is_little = len(self._waiting) <= MOST_AT_ONCE and len(self._edges_due) <= 10 * MOST_AT_ONCE
        if is_little and len(self.nodes) <= MANY:
            for _ in self._waiting_shown():
                pass
        else:
            self._slices.start()
        self._put_off()

    def _waiting_shown(self) -> Iterator[None]:
        """Show, a few at a time, the nodes of which results have told, and the edges whose axes have other letters."""
        while self._waiting or self._edges_due:
            nodes = [node for node in _taken(self._waiting) if node in self.view.shown]
            cards = set(self.cards_of(nodes))
            self._due.update(cards & self.view.cards.keys())
            self._show_cards(cards - self.view.cards.keys())
            self._follow_heights(cards)
            self._afar.change(cards)
            self._show_edges({*self._edges_at(nodes), *_taken(self._edges_due)} & self.edges.keys())
            yield

    def _put_off(self) -> None:
        """Show groups and bonds a little later: each looks at all its members, and a run tells of one at a time.

        Letters too, where there is much to read: they are read when a run is over.
        """
        if (self._due or self.bonds.items or self._labels.is_behind) and not self._later.isActive():
            self._later.start()

    @property
    def is_late(self) -> bool:
        """Whether something that has happened is not shown yet."""
        return self._later.isActive() or self._slices.is_on or self._reading.is_on or self._easel.is_behind

    def show_due(self) -> None:
        """Show at once what was put off."""
        self._slices.finish()
        self._show_groups()
        if self._labels.is_behind:
            self._reading.start()
        self._reading.finish()
        self._slices.finish()

    def _show_groups(self) -> None:
        self._later.stop()
        due, self._due = self._due & self.view.cards.keys(), set()
        self._show_cards(due)
        self.bonds.show(self._editor.graph, self._editor.results, self.view)
        self._follow_heights(due)
        self._afar.change(due)

    def _on_later(self) -> None:
        self._show_groups()
        if self._editor.results.is_running:
            self._put_off()
        elif self._labels.is_behind:
            self._reading.start()

    def _letters_read(self) -> Iterator[None]:
        """Read the letters of a large drawing anew, a piece at a time, and have the edges shown that they concern."""
        before = self._labels.letters
        yield from self._labels.catch_up()
        after = self._labels.letters
        others = (
            target for target, source in self._editor.graph.edges.items() if before.get(source) != after.get(source)
        )
        self._edges_due.update(dict.fromkeys(others))
        self._slices.start()

    def on_selection_changed(self) -> None:
        self._afar.spoil()
        nodes, edges = self._chosen
        self._show_selection()
        self.notes.choose(self._editor.selected_comments)
        touched = {*self._edges_at((nodes ^ self._chosen[0]) & self._editor.graph.nodes.keys())}
        self._show_edges((touched | (edges ^ self._chosen[1])) & self.edges.keys())

    def _show_selection(self) -> None:
        chosen = self._editor.selected_nodes
        self._chosen = chosen, self._editor.selected_edges
        for card, item in self.nodes.items():
            if item.is_chosen != self._is_chosen(card):
                item.choose(not item.is_chosen)
        self.frames.choose(self._editor.selected_group)
        self.bonds.choose(chosen)

    def on_highlighted(self, nodes: tuple[str, ...]) -> None:
        """Light the path from a cause to where it shows: its cards, and the edges between them."""
        self._afar.spoil()
        before, self._lit = self._lit, nodes
        self._show_light()
        self._show_edges(set(self._edges_at({*before, *nodes} | self._editor.selected_nodes)))

    def _show_light(self) -> None:
        known = tuple(node for node in self._lit if node in self.view.shown)
        self.light.show(self.cards_of(known), known)

    def on_theme_changed(self) -> None:
        self._afar.spoil()
        self._easel.clear()
        self.update()

    def retranslate(self) -> None:
        """Show every face again, in the language of now."""
        self._dropped.clear()
        for item in self.nodes.values():
            item.facts = None
        self._show_cards(self.nodes)

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        for item in self.items(event.scenePos()):
            if isinstance(item, EdgeItem):
                item.setToolTip(item.toolTip())
        super().helpEvent(event)

    def _follow(self, touched: frozenset[str], moved: Iterable[str]) -> None:
        """Have the cards, edges, frames and bonds of now. `touched` nodes show something else, `moved` elsewhere."""
        self._afar.spoil()
        self.motion.finish("cards")
        self.motion.finish("rings")
        graph, before, places = self._editor.graph, self.view, self._places()
        self.view, self._followed = self._editor.view, graph
        touched, self._late = touched | self._late, frozenset()
        regrouped = frozenset(shown.regrouped(before, self.view))
        nodes = (touched | regrouped) & graph.nodes.keys()
        new = set() if self.view is before else self._follow_cards()
        cards = self._place_cards({*self.cards_of(moved), *new, *self.cards_of(regrouped)}) | {*self.cards_of(nodes)}
        self._follow_edges(nodes)
        badged = self.bonds.show(graph, self._editor.results, self.view) & graph.nodes.keys()
        self._show_cards({*self.cards_of(nodes | badged)} - new)
        if self.view is not before:
            self._follow_view(before, new)
        self._follow_places(cards)
        are_all_due = self._labels.follow(nodes) or self.view is not before
        self._put_off()
        self._show_edges(self.edges if are_all_due else self._edges_at(nodes))
        self._animate(places, cards, new)

    def _places(self) -> dict[NodeItem, QPointF]:
        return {item: item.pos() for item in self.nodes.values()} if self.motion.is_on else {}

    def _animate(self, before: dict[NodeItem, QPointF], cards: Iterable[str], new: set[str]) -> None:
        """Show how the cards get to where they are from where they were, unless all are new."""
        if before:
            moved = [card for card in cards if self.nodes[card] in before]
            nodes = (node for card in moved for node in shown.members(self.view, card))
            edges = ((self.edges[target], self.view.edges[target]) for target in {*self._edges_at(nodes)})
            lines = [(item, self.nodes[edge.source.node], self.nodes[edge.target.node]) for item, edge in edges]
            self.transitions.glide({self.nodes[card]: before[self.nodes[card]] for card in moved}, lines)
            self.transitions.appear([self.nodes[card] for card in new] if len(new) < len(self.nodes) else [])

    def _follow_view(self, before: View, new: set[str]) -> None:
        """Have the frames and lights of another view than before."""
        self.frames.show(self.view.frames, self.nodes)
        self._show_cards({card for card in self.view.cards if before.cards.get(card) != self.view.cards[card]} - new)
        self._show_light()
        self._show_selection()

    def _follow_cards(self) -> set[str]:
        """Drop the cards that are seen no more, and return those that are new."""
        wanted = shown.ids(self.view)
        new = [card for card in wanted if card not in self.nodes]
        for card in new:
            item = self.nodes[card] = self._card(card)
            super().addItem(item)
            item.choose(self._is_chosen(card))
        dropped = self.nodes.keys() - set(wanted)
        if dropped:
            self._dropped = {card: self.nodes.pop(card) for card in dropped}
            for card, item in self._dropped.items():
                super().removeItem(item)
                self._roads.clear(card)
        return set(new)

    def _card(self, card: str) -> NodeItem:
        """Return a card for the scene: the one that was dropped last under this name, or another."""
        if card in self.view.cards:
            return GroupItem(card, self._group_face(card), self)
        item, facts = self._dropped.pop(card, None), self._facts(card)
        if item is None or isinstance(item, GroupItem):
            item = NodeItem(card, face_of(facts, QCoreApplication.translate), self)
            item.facts = facts
        item.highlight_port(None)
        if item.facts != facts:
            item.show_face(face_of(facts, QCoreApplication.translate))
        item.facts = facts
        return item

    def _facts(self, node: str) -> Facts:
        return facts_of(self._editor.graph, self._editor.results, node)

    def _is_chosen(self, card: str) -> bool:
        return self._editor.selected_nodes.issuperset(shown.members(self.view, card))

    def _place_cards(self, cards: set[str]) -> set[str]:
        """Put cards where they belong; all of them when other room is closed up than before."""
        before, self._squeeze = self._squeeze, self._closed_up()
        for card in self.nodes if before != self._squeeze else cards:
            place = self.place(card)
            if self.nodes[card].pos() != QPointF(place.x, place.y):
                self.nodes[card].setPos(place.x, place.y)
                cards.add(card)
        return cards

    def _closed_up(self) -> Squeeze:
        groups = [hidden(self._editor.graph, card) for card in self.view.cards.values()]
        return squeeze(groups, map(self._document_place, self.nodes)) if groups else Squeeze()

    def _follow_edges(self, nodes: Iterable[str]) -> None:
        graph, seen = self._editor.graph, shown.seen_edges(self.view)
        ends = {edge.target for node in nodes for edge in (*graph.inputs.get(node, ()), *graph.outputs.get(node, ()))}
        self._drop_edges(ends - seen)
        new = (ends & seen) - self.edges.keys()
        # In the order of the document, in which edges are told.
        for target in new if len(new) < 2 else (target for target in graph.edges if target in new):
            known = target in self._dropped_edges
            edge = self._dropped_edges.pop(target) if known else EdgeItem(target, self)
            self.edges[target] = edge
            edge.hover(False)
            super().addItem(edge)

    def _drop_edges(self, targets: Iterable[Port]) -> None:
        dropped = {target: item for target in targets if (item := self.edges.pop(target, None)) is not None}
        for target, item in dropped.items():
            super().removeItem(item)
            self._roads.give_up(target)
        self._dropped_edges = dropped or self._dropped_edges

    def _follow_emptiness(self, change: GraphChanged) -> None:
        """Where all goes, keep the ways at once: an undo that brings it back finds them, as far as they still hold."""
        if not change.after.nodes:
            self._roads_before, self._roads = self._roads, Roads()
        elif not change.before.nodes and self._roads_before is not None:
            self._roads, self._roads_before = self._roads_before, None
            self._roads.keep_only(set(shown.ids(self._editor.view)), change.after.edges)

    def _follow_names(self, change: GraphChanged) -> None:
        self._waiting = {change.renames.get(node, node): None for node in self._waiting}
        for old, new in change.renames.items():
            item = self.nodes.pop(old, None)
            if item is not None:
                item.node_id = new
                # The selection has gone over to the new name before the items do.
                item.choose(new in self._editor.selected_nodes)
                self.nodes[new] = item
                self._roads.clear(old)
        if change.renames:
            edges, self.edges = self.edges, {}
            for port, edge in edges.items():
                self._roads.give_up(port)
                edge.target = Port(change.renames.get(port.node, port.node), port.index)
                self.edges[edge.target] = edge

    def _group_face(self, card: str) -> Face:
        editor = self._editor
        return group_face(editor.graph, editor.results, self.view.cards[card], QCoreApplication.translate)

    def _show_cards(self, cards: Iterable[str]) -> None:
        sight = self._sight.boundingRect() if self.zoom >= SIMPLE_BELOW else QRectF()
        for card in cards:
            item = self.nodes[card]
            facts = None if card in self.view.cards else self._facts(card)
            if facts is None or facts != item.facts:
                before, item.facts = item.face.state, facts
                item.show_face(face_of(facts, QCoreApplication.translate) if facts else self._group_face(card))
                if item.face.state is not before and sight.intersects(self._rect_of(card)):
                    self.transitions.ring(item)

    def _edges_at(self, nodes: Iterable[str]) -> Iterator[Port]:
        graph = self._editor.graph
        for node in nodes:
            for edge in (*graph.inputs.get(node, ()), *graph.outputs.get(node, ())):
                if edge.target in self.edges:
                    yield edge.target

    def _follow_places(self, cards: Iterable[str], are_final: bool = True) -> None:
        """Lead what hangs on cards to where they are. While they are dragged no other edge makes way for them."""
        nodes = [node for card in cards for node in shown.members(self.view, card)]
        self._roads.place(cards, self._room_of)
        targets = {*self._edges_at(nodes)}
        for target in targets | self._roads.stirred() if are_final else targets:
            self._lead(target)
        self._hang(cards)

    def _follow_heights(self, cards: Iterable[str]) -> None:
        """Lead what passes cards that may have grown."""
        self._roads.place(cards, self._room_of)
        for target in self._roads.stirred():
            self._lead(target)
        self._hang(cards)

    def _hang(self, cards: Iterable[str]) -> None:
        self.frames.follow(cards)
        self.bonds.follow(cards)
        self.light.follow(cards)

    def _lead(self, target: Port) -> None:
        source = self._editor.graph.edges[target]
        start, end = self.port_position(source, True), self.port_position(target, False)
        ends = self.view.shown[source.node], self.view.shown[target.node]
        self.edges[target].lead(start, end, self._roads.way(target, start, end, ends))

    def _show_edges(self, targets: Iterable[Port]) -> None:
        editor = self._editor
        for target in targets:
            source = editor.graph.edges.get(target)
            if source is None:
                continue
            is_on_path = self.light.has_edge(source.node, target.node)
            # While a path is lit nothing else is, and where it ends it shows through the red.
            is_near = not self._lit and bool({source.node, target.node} & editor.selected_nodes)
            self.edges[target].show_state(
                self._labels.of(source),
                target in editor.selected_edges,
                is_on_path or is_near or target == self.splice_target,
                not is_on_path and editor.results.state(target.node) is State.FAILED,
            )


def _taken(several: dict[K, None]) -> list[K]:
    """Take away the first of several things, as many as make a piece, and return them."""
    taken = list(islice(several, PIECE))
    for one in taken:
        del several[one]
    return taken
