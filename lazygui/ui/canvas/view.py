"""The window onto the drawing: pans, zooms, turns presses and keys into gestures. Decides no rule of the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from lazygui.graph import placement
from lazygui.graph.comments import FRAME_SIZE, NOTE_SIZE, CommentKind, Rect
from lazygui.graph.findings import Shape
from lazygui.graph.inserting import Spot
from lazygui.graph.model import Point, Port
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.arranger import Arranger
from lazygui.ui.canvas.backdrop import paint_band, paint_ground, paint_guides, paint_invitation
from lazygui.ui.canvas.camera import Camera
from lazygui.ui.canvas.card_fields import CardFields
from lazygui.ui.canvas.connector import ConnectMode
from lazygui.ui.canvas.find_bar import FindBar
from lazygui.ui.canvas.gestures import BandGesture, Gesture, MoveGesture
from lazygui.ui.canvas.items import TOGETHER_BELOW
from lazygui.ui.canvas.layer_drop import LayerDrop
from lazygui.ui.canvas.minimap import Minimap
from lazygui.ui.canvas.notes import TITLE
from lazygui.ui.canvas.overlays import Hint
from lazygui.ui.canvas.placeholder import Placeholder
from lazygui.ui.canvas.presses import Held, begin, choose_for_menu, toggle
from lazygui.ui.canvas.scene import CanvasScene
from lazygui.ui.canvas.token import WALK_MS, walk
from lazygui.ui.canvas.walker import ARROWS, Walker, is_layer_letter
from lazygui.ui.editor import Editor
from lazygui.ui.turns import TURNS

ZOOM_STEP = 1.2
READABLE_PERCENT = 30


class CanvasView(QGraphicsView):
    """Shows one editor's drawing. Public slots are what menus call; everything else comes from mouse and keys."""

    zoom_changed = Signal(int)
    hint_changed = Signal(str)
    """Why a connection cannot be, or what a mode waits for; empty when there is nothing to say."""
    letter_typed = Signal(str)
    """A letter that is no command of the canvas: the beginning of the name of a layer."""
    space_tapped = Signal()
    """Space was pressed and let go, and nothing was panned meanwhile."""
    edge_dropped = Signal(object)
    """The Spot where an edge was let go on empty canvas."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        self._scene = CanvasScene(editor, appearance)
        super().__init__(self._scene)
        self._editor, self._appearance = editor, appearance
        self._camera = Camera(self, self._scene.motion)
        self.arranger = Arranger(self._scene, editor)
        self._gesture: Gesture | None = None
        self._pressed: QPointF | None = None
        self._pan_from: QPoint | None = None
        self._space_held = self._has_panned = False
        self._drop = LayerDrop(self, self._scene, editor, appearance)
        self._connecting = ConnectMode(self._scene, editor, self._say)
        self._walker = Walker(self._scene, editor, self._reveal_cards)
        self._has_toggled = False
        """Whether the last press was on a chevron: a press that follows it at once means nothing more."""
        self._hovered: str | None = None
        self.minimap = Minimap(self, self._scene, self._camera, editor, appearance)
        self._hint = Hint(self.viewport(), appearance)
        self._fields = CardFields(self, self._scene, editor, appearance, self._camera)
        self._placeholder: Placeholder | None = None
        self.find_bar = FindBar(self, appearance)
        self._set_up()

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._scene.changed.connect(self._on_scene_changed)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMouseTracking(True)
        # Files that fall here are the window's, which takes them wherever they fall.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._appearance.theme_changed.connect(self.viewport().update)
        self.zoom_changed.connect(self.minimap.follow)
        self._editor.graph_changed.connect(self._on_graph_changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Canvas"))
        self._scene.retranslate()

    @property
    def editor(self) -> Editor:
        return self._editor

    @property
    def connect_hints(self) -> dict[str, Port]:
        """The inputs that letters stand beside while an edge is chosen by keys, by these."""
        return self._connecting.hints

    @property
    def canvas_scene(self) -> CanvasScene:
        return self._scene

    # Zoom and place

    @property
    def zoom_percent(self) -> int:
        return round(self._camera.meant_zoom * 100)

    @property
    def place(self) -> tuple[float, QPointF, bool]:
        """What is seen: the zoom, the place in the middle, and whether the drawing is fitted."""
        return self._camera.meant_zoom, self._camera.centre, self._camera.is_fitted

    @place.setter
    def place(self, place: tuple[float, QPointF, bool]) -> None:
        zoom, centre, is_fitted = place
        if is_fitted:
            self.fit_all()
        else:
            self.settle()
            self._zoom_by(zoom / self._camera.zoom)
            self._camera.look_at(centre)

    @property
    def largest_fit(self) -> float:
        """The zoom that a fit does not exceed."""
        return self._camera.largest_fit

    @largest_fit.setter
    def largest_fit(self, zoom: float) -> None:
        self._camera.largest_fit = zoom

    def zoom_in(self) -> None:
        self._zoom_gently(ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom_gently(1 / ZOOM_STEP)

    def zoom_reset(self) -> None:
        self._zoom_gently(1 / self._camera.meant_zoom)

    def fit_all(self) -> None:
        """Show the whole drawing, at zoom 1 at most."""
        self.settle()
        self._camera.fit(self._scene.drawn_rect())
        self.zoom_changed.emit(self.zoom_percent)

    def fit_gently(self) -> None:
        """Show the whole drawing and the way there."""
        with self._camera.gently():
            self._camera.fit(self._scene.drawn_rect())
        self.zoom_changed.emit(self.zoom_percent)

    def show_whole(self) -> None:
        """Show a drawing that has just been opened; cards that would be too small to read wait in their groups."""
        self.fit_all()
        if self.zoom_percent < READABLE_PERCENT:
            self._editor.collapse_all()
            self.fit_all()

    def settle(self) -> None:
        """Have all that moves where it belongs, now."""
        self._scene.motion.finish()

    def reveal(self, card: str) -> None:
        """Bring a node, with the groups open that hide it, or a collapsed group into sight with little scrolling."""
        if card in self._editor.graph.nodes:
            self._editor.reveal(card)
        if card in self._scene.nodes:
            self._reveal_cards((card,))

    def show_cards_of(self, nodes: Iterable[str]) -> None:
        """Bring the cards into sight that show these nodes, be they those of groups."""
        self._reveal_cards(self._scene.cards_of(nodes))

    def walk_tensors(
        self, node: str, tensors: Iterable[tuple[Port, Shape]], speed: float, arrived: Callable[[], None]
    ) -> None:
        """Show tensors of these shapes on their way to a node, which is brought into sight; call at the end."""
        self.show_cards_of((node,))
        walk(self._scene, tensors, round(WALK_MS / speed), arrived)

    def _reveal_cards(self, cards: Iterable[str]) -> None:
        above = self.find_bar.geometry().bottom() / self._camera.zoom if self.find_bar.isVisible() else 0.0
        with self._camera.gently():
            self._camera.reveal(self._scene.cards_rect(cards).adjusted(0, -above, 0, 0))

    def _zoom_gently(self, factor: float) -> None:
        with self._camera.gently():
            self._camera.zoom_by(factor)
        self.zoom_changed.emit(self.zoom_percent)

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
        self._walker.step(1)

    def select_previous(self) -> None:
        self._walker.step(-1)

    def move_selection(self, dx: int, dy: int) -> None:
        """Move the chosen cards by steps of the grid; steps that follow each other become one undo step."""
        self._walker.move_selection(dx, dy)

    def connect_mode(self) -> None:
        """Edges by keys: arrows walk over the inputs that the chosen node may feed or feeds, Enter adds or removes."""
        card = self._scene.chosen_card
        if card is None:
            self._say(self.tr("Choose one node first, then connect it."))
            return
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._connecting.start(card)

    def rename_selection(self) -> None:
        """Open a field on the title of the chosen node or group."""
        self._fields.rename()

    def edit_arguments(self) -> None:
        """Open a field on the card of the chosen node, for the argument that matters most."""
        if not self._fields.edit_arguments():
            self._say(self.tr("Choose one node that has arguments, then edit them on its card."))

    # Comments

    def add_note(self) -> None:
        """Write a note above what is chosen, or in the middle of what is seen."""
        width, height = NOTE_SIZE
        rect = self._scene.cards_rect(self._scene.cards_of(self._editor.selected_nodes))
        middle = self._camera.centre
        at = QPointF(middle.x() - width / 2, middle.y() - height / 2)
        if self._editor.selected_nodes:
            at = QPointF(rect.left(), rect.top() - height - placement.GRID)
        self._add_comment(CommentKind.NOTE, at, width, height)

    def add_frame(self) -> None:
        """Draw a frame around what is chosen, or in the middle of what is seen."""
        width, height = FRAME_SIZE
        middle = self._camera.centre
        rect = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        if self._editor.selected_nodes:
            pad = placement.GRID
            around = self._scene.cards_rect(self._scene.cards_of(self._editor.selected_nodes))
            rect = around.adjusted(-pad, -pad - TITLE, pad, pad)
        self._add_comment(CommentKind.FRAME, rect.topLeft(), rect.width(), rect.height())

    def _add_comment(self, kind: CommentKind, at: QPointF, width: float, height: float) -> None:
        place = self._scene.meant(Point(at.x(), at.y()))
        if self._editor.add_comment(kind, Rect(round(place.x), round(place.y), width, height)) is not None:
            self._fields.rename()

    def next_comment(self) -> None:
        """Choose the next comment and bring it into sight."""
        self._walker.step_comments()
        comment = self._editor.selected_comment
        if comment is not None:
            self._camera.reveal(self._scene.notes.items[comment.id].rect)

    # A layer that is still to be chosen

    def show_placeholder(self, spot: Spot, place: Point) -> None:
        """Show the outline of a card at a place of the document, with its edges, until it is hidden."""
        self.hide_placeholder()
        self._placeholder = Placeholder(self._scene, self._editor.graph, spot, place)
        self._camera.reveal(self._placeholder.rect)

    def hide_placeholder(self) -> None:
        if self._placeholder is not None:
            self._placeholder.close()
            self._placeholder = None

    # Layers that come from the palette

    def layer_drag_begin(self, layer_type: str, at: QPoint) -> None:
        """Show the ghost of the layer: the very card that it will be."""
        self.settle()
        self._drop.begin(layer_type, at)

    def layer_drag_move(self, at: QPoint) -> None:
        self._drop.move(at)

    def layer_drag_end(self, at: QPoint) -> None:
        """Add the layer where the ghost is, into the edge that is lit; outside the canvas nothing happens."""
        if self._drop.end(at):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            # One that was spliced in stands where there is room, not where it was let go.
            spliced = self._editor.selected_nodes & self._editor.graph.inputs.keys()
            if spliced:
                self._reveal_cards(self._scene.cards_of(spliced))

    def layer_drag_cancel(self) -> None:
        self._drop.cancel()

    # Inner workings

    def _end(self, at: QPointF | None) -> None:
        """Finish the gesture at a point, or cancel it."""
        gesture, self._gesture = self._gesture, None
        self._say("")
        if gesture is not None:
            if at is None:
                gesture.cancel()
            else:
                gesture.finish(at)
        self.viewport().update()

    def _say(self, text: str, at: QPoint | None = None, is_problem: bool = True) -> None:
        self._hint.show_text(text if at is not None else "", at, is_problem)
        self.hint_changed.emit(text)

    def _say_remark(self, at: QPoint) -> None:
        if self._gesture is not None:
            remark = self._gesture.remark
            self._say(remark.text, at if remark.is_beside_pointer else None, remark.is_problem)

    def _pull(self, is_on: bool) -> None:
        """Shift, pressed while cards are carried, takes them out of their chains."""
        if isinstance(self._gesture, MoveGesture):
            self._gesture.pull(is_on)
            self._say_remark(self.viewport().mapFromGlobal(QCursor.pos()))
            self.viewport().update()

    def _hover(self, at: QPointF) -> None:
        hit = self._scene.hit(at)
        last = self._scene.nodes.get(self._hovered or "")
        if last is not None and (hit.port is None or hit.card != self._hovered):
            last.highlight_port(None)
        self._hovered = hit.card
        self._scene.bonds.hover(hit.bond)
        self._scene.hover_edge(hit.edge)
        if hit.port is not None:
            self._scene.highlight_port(hit.port, hit.is_output)
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif hit.comment is not None and hit.comment.is_grip:
            self.viewport().setCursor(Qt.CursorShape.SizeFDiagCursor)
        elif hit.is_chevron or hit.edge is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    @property
    def _has_selection(self) -> bool:
        editor = self._editor
        return bool(editor.selected_nodes or editor.selected_edges or editor.selected_comments)

    def _on_scene_changed(self, region: list[QRectF]) -> None:
        """Paint again: by itself Qt does so only for items that Qt has painted before, which it does not from afar.

        A run tells of many cards that nobody sees just now.
        """
        sight = self.mapToScene(self.viewport().rect()).boundingRect()
        if any(map(sight.intersects, region)):
            self.viewport().update()

    def _on_graph_changed(self, _change: object) -> None:
        self._connecting.stop()

    # Qt's calls

    def event(self, event: QEvent) -> bool:
        # Esc lets go of what is in the hand before the window's own Esc cancels a run, and letters connect before they
        # are commands of the canvas.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_let_go = self._gesture is not None and event.key() == Qt.Key.Key_Escape
            if is_let_go or (self._connecting.takes(event.key()) and is_plain(event)):
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
        self.settle()
        self.find_bar.follow_canvas()
        if self._camera.is_fitted:
            self.fit_all()

    def hideEvent(self, event: QHideEvent) -> None:
        # A window that is closed must not be moved any more.
        self.settle()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with TURNS.of(id(self)):
            self._scene.begin_frame()
            if self._camera.zoom < TOGETHER_BELOW and not self._scene.motion.has("cards"):
                self._paint_afar()
            else:
                super().paintEvent(event)

    def _paint_afar(self) -> None:
        """Paint without asking each item, of which there may be thousands in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(self.renderHints())
        painter.setWorldTransform(self.viewportTransform())
        rect = self.mapToScene(self.viewport().rect()).boundingRect()
        self.drawBackground(painter, rect)
        self._scene.paint_afar(painter)
        self.drawForeground(painter, rect)
        painter.end()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        paint_ground(painter, rect, self._camera.zoom, self._appearance.theme)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]
        theme = self._appearance.theme
        if not self._editor.graph.nodes and not self._editor.graph.comments:
            words = self.tr(
                "Drag an Input and layers here, press / to search for them, or open an example with Ctrl+Shift+O."
            )
            paint_invitation(painter, self.viewport().rect(), words, theme)
        self._scene.transitions.paint(painter, theme)
        paint_guides(painter, self._scene.guides.lines, self._camera.zoom, theme)
        self.find_bar.paint_rings(painter, rect, self._camera.zoom)
        if isinstance(self._gesture, BandGesture):
            paint_band(painter, self._gesture.rect, self._camera.zoom, theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # What is pressed is what is there, not what is passing by.
        self.settle()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._connecting.stop()
        self._walker.end_move()
        if event.button() == Qt.MouseButton.MiddleButton or (
            self._space_held and event.button() == Qt.MouseButton.LeftButton
        ):
            self._pan_from = event.position().toPoint()
            self._has_panned = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            at = self.mapToScene(event.position().toPoint())
            self._has_toggled = self._scene.hit(at).is_chevron
            held = Held.of(event.modifiers())
            self._gesture = begin(self._scene, self._editor, at, held, self.edge_dropped.emit)
        elif event.button() == Qt.MouseButton.RightButton:
            choose_for_menu(self._scene, self._editor, self._scene.hit(self.mapToScene(event.position().toPoint())))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        at = self.mapToScene(position)
        if self._pan_from is not None:
            moved = self._pan_from - position
            self._pan_from = position
            self._camera.scroll(moved.x(), moved.y())
        elif self._gesture is not None:
            self._scene.guides.is_off = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._gesture.move(at)
            self._say_remark(position)
            self.viewport().update()
        else:
            self._hover(at)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._scene.hover_edge(None)
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None:
            self._pan_from = None
            self.viewport().unsetCursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._end(self.mapToScene(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A title is renamed, what stands below it edited, a collapsed card opens, a frame closes.

        The second press on a chevron means nothing.
        """
        at = self.mapToScene(event.position().toPoint())
        hit = self._scene.hit(at)
        if self._has_toggled or hit.port is not None:
            return
        self._end(None)
        if hit.comment is not None:
            self._editor.select((), (), (hit.comment.id,))
            self.rename_selection()
        elif hit.card is not None and hit.card in self._editor.graph.nodes:
            self._walker.choose(hit.card)
            (self.edit_arguments if self._fields.is_below_title(hit.card, at.y()) else self.rename_selection)()
        else:
            toggle(self._editor, hit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms around the pointer; a touchpad, which tells pixels, pans, and zooms with Ctrl."""
        self.settle()
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
        if is_plain(event) and self._connecting.press(key):
            return
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held, self._has_panned = True, False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._editor.selected_comment is not None:
            self.rename_selection()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._scene.chosen_card is not None:
            is_group = self._scene.chosen_card in self._scene.view.cards
            (self._editor.toggle_group if is_group else self.edit_arguments)()
        elif key == Qt.Key.Key_Shift:
            self._pull(True)
        elif key in ARROWS:
            self._walker.arrow(ARROWS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape and (self._gesture or self._has_selection):
            if self._gesture is not None:
                self._end(None)
            else:
                self._editor.select()
        elif self._gesture is None and is_layer_letter(event.text(), event.modifiers()):
            self.letter_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._space_held and not self._has_panned:
                self.space_tapped.emit()
            self._space_held = False
        elif event.key() == Qt.Key.Key_Shift:
            self._pull(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space_held = False
        super().focusOutEvent(event)


def is_plain(event: QKeyEvent) -> bool:
    """Say whether a key was pressed without another that would make it a command."""
    return not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
