"""The window onto the drawing: pans, zooms, turns presses and keys into gestures. Decides no rule of the network."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from lazygui.graph import placement
from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Point
from lazygui.graph.topology import order
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.backdrop import paint_band, paint_ground, paint_invitation
from lazygui.ui.canvas.camera import Camera
from lazygui.ui.canvas.connector import KeyConnector
from lazygui.ui.canvas.gestures import BandGesture, ConnectGesture, Gesture, MoveGesture
from lazygui.ui.canvas.layer_drop import LayerDrop
from lazygui.ui.canvas.overlays import Hint, NameField
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.canvas.walk import neighbour
from lazygui.ui.editor import Editor
from lazygui.ui.words import sentence

ZOOM_STEP = 1.2
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CanvasView(QGraphicsView):
    """Shows one editor's drawing. Public slots are what menus call; everything else comes from mouse and keys."""

    zoom_changed = Signal(int)
    hint_changed = Signal(str)
    """Why a connection cannot be, or what a mode waits for; empty when there is nothing to say."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        self._scene = CanvasScene(editor, appearance)
        super().__init__(self._scene)
        self._editor, self._appearance = editor, appearance
        self._camera = Camera(self)
        self._gesture: Gesture | None = None
        self._pressed: QPointF | None = None
        self._pan_from: QPoint | None = None
        self._space_held = False
        self._drop = LayerDrop(self, self._scene, editor, appearance)
        self._connector: KeyConnector | None = None
        self._nudge = 0
        self._hovered: str | None = None
        self._hint = Hint(self.viewport(), appearance)
        self._name_field: NameField | None = None
        self._set_up()

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        # Files that fall here are the window's, which takes them wherever they fall.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._appearance.theme_changed.connect(self.viewport().update)
        self._editor.graph_changed.connect(self._on_graph_changed)
        self._editor.selection_changed.connect(self._on_selection_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Canvas"))
        self._scene.retranslate()

    @property
    def editor(self) -> Editor:
        return self._editor

    @property
    def canvas_scene(self) -> CanvasScene:
        return self._scene

    # Zoom and place

    @property
    def zoom_percent(self) -> int:
        return round(self._camera.zoom * 100)

    def zoom_in(self) -> None:
        self._zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom_by(1 / ZOOM_STEP)

    def zoom_reset(self) -> None:
        self._zoom_by(1 / self._camera.zoom)

    def fit_all(self) -> None:
        """Show the whole drawing, at zoom 1 at most."""
        self._camera.fit(self._scene.cards_rect())
        self.zoom_changed.emit(self.zoom_percent)

    def reveal(self, node: str) -> None:
        """Bring a card into sight with as little scrolling as it takes."""
        if node in self._scene.nodes:
            self._camera.reveal(self._scene.cards_rect((node,)))

    def _zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        self._camera.zoom_by(factor, around)
        self.zoom_changed.emit(self.zoom_percent)

    # Verbs of the keyboard and of menus

    def focus_canvas(self) -> None:
        """Give the canvas the focus; the first card is chosen where none is."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._editor.selected_nodes:
            self.select_next()

    def select_next(self) -> None:
        self._select_step(1)

    def select_previous(self) -> None:
        self._select_step(-1)

    def move_selection(self, dx: int, dy: int) -> None:
        """Move the chosen cards by steps of the grid; steps that follow each other become one undo step."""
        graph, chosen = self._editor.graph, self._editor.selected_nodes
        if not chosen:
            return
        self._nudge = self._nudge or self._editor.new_gesture()
        step = placement.GRID
        places = {n: Point(graph.place(n).x + dx * step, graph.place(n).y + dy * step) for n in chosen}
        self._editor.do(MoveNodes(places, self._nudge))

    def connect_mode(self) -> None:
        """Edges by keys: arrows walk over the inputs that the chosen node may feed or feeds, Enter adds or removes."""
        node = self._editor.selected_node
        if node is None:
            self._say(self.tr("Choose one node first, then connect it."))
            return
        self._stop_connecting()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._connector = KeyConnector(self._scene, self._editor, node.id)
        self._tell_connector()

    def rename_selection(self) -> None:
        """Open a field on the chosen card's title."""
        node = self._editor.selected_node
        if node is None:
            return
        self.reveal(node.id)
        self._name_field = NameField(self, self._scene.nodes[node.id], self._editor, self._appearance)

    # Layers that come from the palette

    def layer_drag_begin(self, layer_type: str, at: QPoint) -> None:
        """Show the ghost of the layer: the very card that it will be."""
        self._drop.begin(layer_type, at)

    def layer_drag_move(self, at: QPoint) -> None:
        self._drop.move(at)

    def layer_drag_end(self, at: QPoint) -> None:
        """Add the layer where the ghost is, into the edge that is lit; outside the canvas nothing happens."""
        if self._drop.end(at):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            # One that was spliced in stands where there is room, not where it was let go.
            for node in self._editor.selected_nodes & self._editor.graph.inputs.keys():
                self.reveal(node)

    def layer_drag_cancel(self) -> None:
        self._drop.cancel()

    # Inner workings

    def _select_step(self, step: int) -> None:
        ordered = order(self._editor.graph)
        if not ordered:
            return
        node = self._editor.selected_node
        position = ordered.index(node.id) + step if node else (0 if step > 0 else -1)
        self._choose(ordered[position % len(ordered)])

    def _choose(self, node: str) -> None:
        self._editor.select((node,))
        self.reveal(node)

    def _begin(self, at: QPointF, extends: bool) -> None:
        """Start the gesture that a press of the left button means here."""
        hit = self._scene.hit(at)
        editor = self._editor
        if hit.port is not None:
            self._gesture = ConnectGesture(self._scene, editor, hit.port, hit.is_output)
        elif hit.node is not None:
            if extends:
                editor.select(editor.selected_nodes ^ {hit.node}, editor.selected_edges)
            elif hit.node not in editor.selected_nodes:
                editor.select((hit.node,))
            if hit.node in editor.selected_nodes:
                self._gesture = MoveGesture(self._scene, editor, at, hit.node)
        elif hit.edge is not None:
            edges = editor.selected_edges ^ {hit.edge} if extends else {hit.edge}
            editor.select(editor.selected_nodes if extends else (), edges)
        else:
            if not extends:
                editor.select()
            self._gesture = BandGesture(self._scene, editor, at, extends)

    def _end(self, at: QPointF | None) -> None:
        """Finish the gesture at a point, or cancel it."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            if at is None:
                gesture.cancel()
            else:
                gesture.finish(at)
        self._say("")
        self.viewport().update()

    def _say(self, text: str, at: QPoint | None = None) -> None:
        self._hint.show_text(text if at is not None else "", at)
        self.hint_changed.emit(text)

    def _tell_connector(self) -> None:
        assert self._connector is not None
        self._say(self._connector.words(QCoreApplication.translate))

    def _stop_connecting(self) -> None:
        if self._connector is not None:
            self._connector.close()
            self._connector = None
            self._say("")

    def _hover(self, at: QPointF) -> None:
        hit = self._scene.hit(at)
        last = self._scene.nodes.get(self._hovered or "")
        if last is not None and hit.node != self._hovered:
            last.highlight_port(None)
        self._hovered = hit.node
        if hit.node is not None:
            self._scene.nodes[hit.node].highlight_port((hit.is_output, hit.port.index) if hit.port else None)
        if hit.port is not None:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.viewport().unsetCursor()

    def _on_graph_changed(self, _change: object) -> None:
        if self._connector is not None:
            self._stop_connecting()

    def _on_selection_changed(self) -> None:
        self._nudge = 0

    # Qt's calls

    def event(self, event: QEvent) -> bool:
        # Esc lets go of what is in the hand before the window's own Esc cancels a run.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_busy = self._gesture is not None or self._connector is not None
            if is_busy and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A drawing that was fitted stays so: windows are maximized and panels opened after the first fit."""
        super().resizeEvent(event)
        if self._camera.is_fitted:
            self.fit_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._scene.begin_frame()
        super().paintEvent(event)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        paint_ground(painter, rect, self._camera.zoom, self._appearance.theme)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        theme = self._appearance.theme
        if not self._editor.graph.nodes:
            words = self.tr("Drag an Input and layers here, or press / to search for them.")
            paint_invitation(painter, self.viewport().rect(), words, theme)
        if isinstance(self._gesture, BandGesture):
            paint_band(painter, self._gesture.rect, self._camera.zoom, theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._stop_connecting()
        self._nudge = 0
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space_held and event.button() == Qt.MouseButton.LeftButton
        ):
            self._pan_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
            self._begin(self.mapToScene(event.position().toPoint()), bool(event.modifiers() & keys))
        elif event.button() == Qt.MouseButton.RightButton:
            hit = self._scene.hit(self.mapToScene(event.position().toPoint()))
            if hit.node and hit.node not in self._editor.selected_nodes:
                self._editor.select((hit.node,))
            elif hit.edge:
                self._editor.select((), (hit.edge,))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        at = self.mapToScene(position)
        if self._pan_from is not None:
            moved = self._pan_from - position
            self._pan_from = position
            self._camera.scroll(moved.x(), moved.y())
        elif self._gesture is not None:
            self._gesture.move(at)
            if isinstance(self._gesture, ConnectGesture):
                problem = self._gesture.problem
                self._say(sentence(problem) if problem else "", position)
            self.viewport().update()
        else:
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().unsetCursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._end(self.mapToScene(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self._scene.hit(self.mapToScene(event.position().toPoint()))
        if hit.node is not None and hit.port is None:
            self._end(None)
            self._choose(hit.node)
            self.rename_selection()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms around the pointer; a touchpad, which tells pixels, pans, and zooms with Ctrl."""
        wants_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) or event.pixelDelta().isNull()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._camera.scroll(-(event.angleDelta().y() or event.angleDelta().x()), 0)
        elif wants_zoom:
            self._zoom_by(1.0015 ** event.angleDelta().y(), event.position())
        else:
            self._camera.scroll(-event.pixelDelta().x(), -event.pixelDelta().y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._connector is not None and self._key_while_connecting(key):
            return
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = True
        elif key in ARROWS:
            self._arrow(ARROWS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape and (self._gesture or self._editor.selected_nodes or self._editor.selected_edges):
            if self._gesture is not None:
                self._end(None)
            else:
                self._editor.select()
        else:
            super().keyPressEvent(event)

    def _key_while_connecting(self, key: Qt.Key) -> bool:
        assert self._connector is not None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            edit = self._connector.edit
            self._stop_connecting()
            if edit is not None:
                self._editor.do(edit)
        elif key == Qt.Key.Key_Escape:
            self._stop_connecting()
        elif key in ARROWS:
            self._connector.step(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
            self._tell_connector()
        else:
            return False
        return True

    def _arrow(self, direction: tuple[int, int], moves: bool) -> None:
        """An arrow walks to the neighbour; with Shift it moves what is chosen."""
        if moves:
            self.move_selection(*direction)
            return
        node = self._editor.selected_node
        if node is None:
            self.select_next()
        else:
            found = neighbour(self._editor.graph, node.id, *direction)
            if found is not None:
                self._choose(found)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = False
        super().focusOutEvent(event)
