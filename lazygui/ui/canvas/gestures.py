"""What a press on the canvas begins: a move, an edge, a rubber band. One class for each, each ends in one edit.

A gesture shows itself through the scene while it lasts; `finish` does the edit, `cancel` leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph import chains, edits, placement
from lazygui.graph.inserting import Before, From, Spot
from lazygui.graph.model import Point, Port
from lazygui.graph.problems import Problem
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.group_card import GroupItem
from lazygui.ui.canvas.items import NodeItem
from lazygui.ui.canvas.lines import DraftEdge
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.canvas.shown import members, true_ports
from lazygui.ui.editor import Editor
from lazygui.ui.words import sentence

LOOSE_FROM = 2 * placement.GRID
"""An edge that is let go nearer to its port was a click, and asks for nothing."""
GHOST_OPACITY = 0.6
GHOST_Z = 6.0


class Remark(NamedTuple):
    """What a gesture says: in the status line, and beside the pointer too where it matters right now."""

    text: str = ""
    is_beside_pointer: bool = False
    is_problem: bool = False


class Gesture(Protocol):
    """A press that goes on. Positions are those of the scene."""

    def move(self, at: QPointF) -> None: ...

    def finish(self, at: QPointF) -> None: ...

    def cancel(self) -> None: ...

    @property
    def remark(self) -> Remark: ...


class MoveGesture:
    """Chosen cards follow the pointer and snap as the guides say. What is loose goes into an edge it is let go on.

    With `pull` the cards leave their chains, which are shown closed, until it is taken back.
    """

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF, grabbed: str) -> None:
        self._scene, self._editor, self._start = scene, editor, start
        self._grabbed = grabbed
        self._carry = Carry(scene, editor, grabbed)
        self._before = self._places = self._carry.before
        self._notes = scene.notes.places(editor.selected_comments)
        self._cut = chains.cut_edges(editor.graph, editor.selected_nodes)
        self._pulled = Bridges(scene, editor) if self._cut else None

    @property
    def remark(self) -> Remark:
        if self._pulled is None or self._places == self._before:
            return Remark()
        if self._pulled.is_on:
            return Remark(_words(QT_TRANSLATE_NOOP("Canvas", "Let go to take it out; the chain closes.")), True)
        return Remark(_words(QT_TRANSLATE_NOOP("Canvas", "Press Shift while you drag to take it out of its chain.")))

    def pull(self, is_on: bool) -> None:
        """Take the cards out of their chains, or leave them in."""
        if self._pulled is not None:
            self._pulled.show(is_on, self._cut)

    def move(self, at: QPointF) -> None:
        self._places = self._carry.places(at - self._start, self._before)
        self._scene.drag_cards(self._places)
        self._drag_notes()
        self._scene.mark_splice(self._splice_target(at))

    def finish(self, at: QPointF) -> None:
        self.move(at)
        self._scene.guides.rest()
        target = self._scene.splice_target
        self._scene.mark_splice(None)
        is_pulled = self._pulled is not None and self._pulled.is_on
        self.pull(False)
        if target is not None:
            # The edit says where the cards go, which may be where they came from.
            self._scene.drag_cards(self._before)
            self._scene.notes.drag(self._notes, 0, 0)
            self._editor.do(self._splice(target))
        elif is_pulled:
            self._scene.notes.drag(self._notes, 0, 0)
            self._editor.do(chains.TakeOut(self._editor.selected_nodes, self._scene.moves(self._places)))
        elif self._places != self._before:
            rects = self._scene.notes.rects(self._notes, self._scene.meant)
            self._editor.do(edits.MoveNodes(self._scene.moves(self._places), comments=rects))

    def _drag_notes(self) -> None:
        """Comments that are chosen go with the cards."""
        before, now = self._before[self._grabbed], self._places[self._grabbed]
        self._scene.notes.drag(self._notes, now.x - before.x, now.y - before.y)

    def cancel(self) -> None:
        self._scene.notes.drag(self._notes, 0, 0)
        self._scene.guides.rest()
        self.pull(False)
        self._scene.mark_splice(None)
        self._scene.drag_cards(self._before)

    def _splice(self, target: Port) -> edits.Edit:
        """A node goes in by its first ports, several nodes by the one way in and the one way out that they have."""
        is_node = len(self._before) == 1 and self._grabbed in self._editor.graph.nodes
        if is_node:
            return edits.SpliceNode(self._grabbed, target)
        return chains.SplicePiece(self._editor.selected_nodes, target)

    def _splice_target(self, at: QPointF) -> Port | None:
        if self._cut:
            return None
        target = edge_under_card(self._scene, at, self._editor.selected_nodes)
        return target if target and self._editor.document.check(self._splice(target)) is None else None


class CopyGesture:
    """Copies of the chosen cards follow the pointer; the cards themselves stay where they are."""

    remark = Remark()

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF, grabbed: str) -> None:
        self._scene, self._editor, self._start = scene, editor, start
        self._carry = Carry(scene, editor, grabbed)
        self._before = self._places = self._carry.before
        self._ghosts: dict[str, NodeItem] = {}

    def move(self, at: QPointF) -> None:
        self._places = self._carry.places(at - self._start)
        if not self._ghosts and self._places != self._before:
            self._make_ghosts()
        for card, ghost in self._ghosts.items():
            ghost.setPos(*self._places[card])

    def finish(self, at: QPointF) -> None:
        self.move(at)
        self.cancel()
        if self._places != self._before:
            places = self._scene.moves(self._places).values()
            corner = Point(min(place.x for place in places), min(place.y for place in places))
            self._editor.paste(self._editor.selected_clip(), corner, "duplicate")

    def cancel(self) -> None:
        self._scene.guides.rest()
        for ghost in self._ghosts.values():
            self._scene.removeItem(ghost)
        self._ghosts = {}

    def _make_ghosts(self) -> None:
        self.remark = Remark(_words(QT_TRANSLATE_NOOP("Canvas", "Let go to put the copies here. Esc leaves.")), True)
        for card in self._before:
            item = self._scene.nodes[card]
            ghost = (GroupItem if isinstance(item, GroupItem) else NodeItem)(card, item.face, self._scene)
            ghost.setOpacity(GHOST_OPACITY)
            ghost.setZValue(GHOST_Z)
            self._ghosts[card] = ghost
            self._scene.addItem(ghost)


class ConnectGesture:
    """An edge follows the pointer from a port. `carried` is the input that an existing edge was picked up from.

    `problem` says why the edge cannot end where the pointer is; None over nothing and where it can. A new edge that is
    let go over nothing asks by `on_loose_end` what there shall be.
    """

    def __init__(
        self,
        scene: CanvasScene,
        editor: Editor,
        port: Port,
        is_output: bool,
        on_loose_end: Callable[[Spot], None] | None = None,
    ) -> None:
        self._scene, self._editor = scene, editor
        self._carried = port if not is_output and port in editor.graph.edges else None
        self._fixed = editor.graph.edges[port] if self._carried else port
        self._from_output = is_output or self._carried is not None
        self._draft = DraftEdge(scene)
        self._edit: edits.Connect | None = None
        self._lit: Port | None = None
        self._on_loose_end = on_loose_end
        self._is_loose = False
        self.problem: Problem | None = None
        scene.addItem(self._draft)
        if self._carried:
            scene.edges[self._carried].setVisible(False)

    def move(self, at: QPointF) -> None:
        other = self._other_end(at)
        self._edit = self._edit_to(other) if other else None
        self.problem = self._editor.document.check(self._edit) if self._edit else None
        self._light(other)
        fixed = self._scene.port_position(self._fixed, self._from_output)
        is_far = (at - fixed).manhattanLength() >= LOOSE_FROM
        self._is_loose = is_far and self._carried is None and self._scene.hit(at).card is None
        free = self._scene.port_position(other, not self._from_output) if other and not self.problem else at
        start, end = (fixed, free) if self._from_output else (free, fixed)
        self._draft.lead(start, end, self.problem is not None)

    def finish(self, at: QPointF) -> None:
        self.move(at)
        self._clear()
        if self._edit is not None:
            if self._edit.target != self._carried:
                self._editor.do(self._edit)
        elif self._carried is not None:
            self._editor.do(edits.Remove(frozenset(), frozenset((self._carried,))))
        elif self._is_loose and self._on_loose_end is not None:
            self._on_loose_end(self._spot(at))

    def cancel(self) -> None:
        self._clear()

    @property
    def remark(self) -> Remark:
        if self.problem is not None:
            return Remark(sentence(self.problem), is_beside_pointer=True, is_problem=True)
        if self._is_loose:
            return Remark(_words(QT_TRANSLATE_NOOP("Canvas", "Let go to choose what stands here.")))
        return Remark()

    def _spot(self, at: QPointF) -> Spot:
        """Return where a card stands whose port is here."""
        x = at.x() if self._from_output else at.x() - geo.WIDTH
        place = self._scene.meant(Point(x, at.y() - geo.PORT_Y))
        return From(self._fixed, place) if self._from_output else Before(self._fixed, place)

    def _clear(self) -> None:
        self._light(None)
        self._scene.removeItem(self._draft)
        if self._carried in self._scene.edges:
            self._scene.edges[self._carried].setVisible(True)

    def _edit_to(self, other: Port) -> edits.Connect:
        source, target = (self._fixed, other) if self._from_output else (other, self._fixed)
        return edits.Connect(source, target, self._carried)

    def _other_end(self, at: QPointF) -> Port | None:
        """The port under the pointer; on a card elsewhere, its first free input, or its first output."""
        hit = self._scene.hit(at)
        if hit.card is None:
            return None
        if hit.port is not None and hit.is_output != self._from_output:
            return hit.port
        graph = self._editor.graph
        ports = true_ports(self._scene.view, graph, hit.card, not self._from_output)
        first = ports[0] if ports else Port(members(self._scene.view, hit.card)[0])
        if not self._from_output:
            return first
        return next((port for port in ports if port not in graph.edges or port == self._carried), first)

    def _light(self, port: Port | None) -> None:
        if self._lit:
            self._scene.highlight_port(self._lit, not self._from_output, is_lit=False)
        self._lit = port if not self.problem else None
        if self._lit:
            self._scene.highlight_port(self._lit, not self._from_output)


class BandGesture:
    """A rubber band chooses the cards that it touches, added to what was chosen when the gesture extends."""

    remark = Remark()

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF, extends: bool) -> None:
        self._scene, self._editor, self._start = scene, editor, start
        self._before = editor.selected_nodes if extends else frozenset()
        self._comments = editor.selected_comments if extends else frozenset()
        self.rect = QRectF(start, start)

    def move(self, at: QPointF) -> None:
        self.rect = QRectF(self._start, at).normalized()
        scene = self._scene
        touched = (card for card in scene.nodes if self.rect.intersects(scene.cards_rect((card,))))
        nodes = self._before.union(*(members(scene.view, card) for card in touched))
        self._editor.select(nodes, (), self._comments | scene.notes.touched_by(self.rect))

    def finish(self, at: QPointF) -> None:
        self.move(at)

    def cancel(self) -> None:
        self._editor.select(self._before, (), self._comments)


class Carry:
    """The chosen cards in a hand: where they were, and where the guides let them be. `before` are their places."""

    def __init__(self, scene: CanvasScene, editor: Editor, grabbed: str) -> None:
        self._guides = scene.guides
        self.before = {card: scene.place(card) for card in scene.cards_of(editor.selected_nodes)}
        rect = scene.cards_rect((grabbed,))
        self._box = rect.left(), rect.top(), rect.right(), rect.bottom()

    def places(self, offset: QPointF, along: Collection[str] = ()) -> dict[str, Point]:
        """Return where they are when the hand has moved so far. They are not aligned with cards that go `along`."""
        dx, dy = self._guides.steer(self._box, offset.x(), offset.y(), along)
        return {card: Point(place.x + dx, place.y + dy) for card, place in self.before.items()}


class Bridges:
    """How chains would be without the chosen nodes: their edges hidden, and drafts of those that close the gaps."""

    def __init__(self, scene: CanvasScene, editor: Editor) -> None:
        self._scene, self._editor = scene, editor
        self._drafts: list[DraftEdge] = []
        self.is_on = False

    def show(self, is_on: bool, cut: Collection[Port]) -> None:
        self.is_on = is_on
        for target in cut:
            if target in self._scene.edges:
                self._scene.edges[target].setVisible(not is_on)
        while self._drafts:
            self._scene.removeItem(self._drafts.pop())
        for source, target in chains.bridges(self._editor.graph, self._editor.selected_nodes) if is_on else ():
            draft = DraftEdge(self._scene)
            draft.lead(self._scene.port_position(source, True), self._scene.port_position(target, False), False)
            self._scene.addItem(draft)
            self._drafts.append(draft)


def edge_under_card(scene: CanvasScene, at: QPointF, besides: Collection[str] = ()) -> Port | None:
    """Return the edge that a card let go here would be spliced into: one that passes close to the pointer."""
    reach = placement.GRID
    for item in scene.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)):
        target = getattr(item, "target", None)
        if isinstance(target, Port) and target in scene.edges and target.node not in besides:
            return target
    return None


def _words(text: str) -> str:
    return QCoreApplication.translate("Canvas", text)
