"""What a press on the canvas begins: a move, an edge, a rubber band. One class for each, each ends in one edit.

A gesture shows itself through the scene while it lasts; `finish` does the edit, `cancel` leaves no trace.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from lazygui.graph import edits, placement
from lazygui.graph.model import Point, Port
from lazygui.graph.problems import Problem
from lazygui.ui.canvas.items import DraftEdge
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.editor import Editor

MOVE_GRID = placement.GRID / 2


class Gesture(Protocol):
    """A press that goes on. Positions are those of the scene."""

    def move(self, at: QPointF) -> None: ...

    def finish(self, at: QPointF) -> None: ...

    def cancel(self) -> None: ...


class MoveGesture:
    """Chosen cards follow the pointer in steps of half the grid. An unconnected card let go on an edge goes into it."""

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF, grabbed: str) -> None:
        self._scene, self._editor, self._start = scene, editor, start
        self._grabbed = grabbed
        self._before = {node: editor.graph.place(node) for node in editor.selected_nodes}
        self._places = self._before

    def move(self, at: QPointF) -> None:
        offset = at - self._start
        anchor = self._before[self._grabbed]
        dx = round((anchor.x + offset.x()) / MOVE_GRID) * MOVE_GRID - anchor.x
        dy = round((anchor.y + offset.y()) / MOVE_GRID) * MOVE_GRID - anchor.y
        self._places = {node: Point(place.x + dx, place.y + dy) for node, place in self._before.items()}
        self._scene.drag_nodes(self._places)
        self._scene.mark_splice(self._splice_target(at))

    def finish(self, at: QPointF) -> None:
        self.move(at)
        target = self._scene.splice_target
        self._scene.mark_splice(None)
        if target is not None:
            # The edit says where the card goes, which may be where it came from.
            self._scene.drag_nodes(self._before)
            self._editor.do(edits.SpliceNode(self._grabbed, target))
        elif self._places != self._before:
            self._editor.do(edits.MoveNodes(self._places))

    def cancel(self) -> None:
        self._scene.mark_splice(None)
        self._scene.drag_nodes(self._before)

    def _splice_target(self, at: QPointF) -> Port | None:
        graph = self._editor.graph
        is_loose = self._grabbed not in graph.inputs and self._grabbed not in graph.outputs
        if len(self._before) != 1 or not is_loose:
            return None
        target = edge_under_card(self._scene, at, self._grabbed)
        if target is None:
            return None
        edit = edits.SpliceNode(self._grabbed, target)
        return target if self._editor.document.check(edit) is None else None


class ConnectGesture:
    """An edge follows the pointer from a port. `carried` is the input that an existing edge was picked up from.

    `problem` says why the edge cannot end where the pointer is; None over nothing and where it can.
    """

    def __init__(self, scene: CanvasScene, editor: Editor, port: Port, is_output: bool) -> None:
        self._scene, self._editor = scene, editor
        self._carried = port if not is_output and port in editor.graph.edges else None
        self._fixed = editor.graph.edges[port] if self._carried else port
        self._from_output = is_output or self._carried is not None
        self._draft = DraftEdge(scene)
        self._edit: edits.Connect | None = None
        self._lit: str | None = None
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

    def cancel(self) -> None:
        self._clear()

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
        if hit.node is None:
            return None
        if hit.port is not None and hit.is_output != self._from_output:
            return hit.port
        if not self._from_output:
            return Port(hit.node)
        return self._first_free(hit.node)

    def _first_free(self, node: str) -> Port:
        graph = self._editor.graph
        ports = [Port(node, index) for index in range(graph.input_count(node))]
        return next((port for port in ports if port not in graph.edges or port == self._carried), Port(node))

    def _light(self, port: Port | None) -> None:
        if self._lit and self._lit in self._scene.nodes:
            self._scene.nodes[self._lit].highlight_port(None)
        self._lit = port.node if port and not self.problem else None
        if port and self._lit:
            self._scene.nodes[self._lit].highlight_port((not self._from_output, port.index))


class BandGesture:
    """A rubber band chooses the cards that it touches, added to what was chosen when the gesture extends."""

    def __init__(self, scene: CanvasScene, editor: Editor, start: QPointF, extends: bool) -> None:
        self._scene, self._editor, self._start = scene, editor, start
        self._before = editor.selected_nodes if extends else frozenset()
        self.rect = QRectF(start, start)

    def move(self, at: QPointF) -> None:
        self.rect = QRectF(self._start, at).normalized()
        touched = {
            name for name, item in self._scene.nodes.items() if self.rect.intersects(item.card.translated(item.pos()))
        }
        self._editor.select(self._before | touched)

    def finish(self, at: QPointF) -> None:
        self.move(at)

    def cancel(self) -> None:
        self._editor.select(self._before)


def edge_under_card(scene: CanvasScene, at: QPointF, besides: str | None = None) -> Port | None:
    """Return the edge that a card let go here would be spliced into: one that passes close to the pointer."""
    reach = placement.GRID
    for item in scene.items(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)):
        target = getattr(item, "target", None)
        if isinstance(target, Port) and target in scene.edges and target.node != besides:
            return target
    return None
