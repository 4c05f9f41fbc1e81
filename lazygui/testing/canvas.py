"""A robot for the canvas: aims at nodes, ports and edges by name and acts with real mouse and key events."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from lazygui.graph.model import Port
from lazygui.graph.results import State as State
from lazygui.testing import events
from lazygui.testing.direct import to_port, to_text
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.argument_field import ArgumentField
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.group_card import TILE
from lazygui.ui.canvas.shown import ids
from lazygui.ui.canvas.view import CanvasView

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class NodeRobot:
    """What a person reads from one card."""

    def __init__(self, canvas: CanvasRobot, name: str) -> None:
        self._canvas, self.name = canvas, name

    @property
    def face(self) -> Face:
        """Everything that the card shows, as data."""
        scene = self._canvas.view.canvas_scene
        scene.show_due()
        return scene.nodes[self.name].face

    def weight_shape(self) -> str:
        """The weight's shape as it stands on the card: `256 × ?`."""
        return " \u00d7 ".join(self.face.shape)

    def state(self) -> State:
        return self.face.state

    def has_histogram(self) -> bool:
        return self.face.histogram is not None

    def message(self) -> str:
        return self.face.message


class CanvasRobot:
    """Acts on one canvas. Places are in the scene unless a name says otherwise."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view

    # Reading

    def node(self, name: str) -> NodeRobot:
        return NodeRobot(self, name)

    def node_names(self) -> list[str]:
        """Return the cards that are seen, in the order of the document: nodes, and collapsed groups by their paths."""
        scene = self.view.canvas_scene
        assert scene.nodes.keys() == set(ids(scene.view)), "the cards are not those of the drawing"
        return list(ids(scene.view))

    def edges(self) -> list[tuple[str, str]]:
        """Return the edges that are drawn, as `("x", "fc1")` or with a port: `("x", "cat:1")`."""
        graph = self.view.editor.graph
        return [(to_text(graph.edges[target]), to_text(target)) for target in self.view.canvas_scene.edges]

    def edge_label(self, target: str) -> str:
        """Return the shape on the edge that ends at this node (`fc1`) or port (`cat:1`)."""
        return self.view.canvas_scene.edges[to_port(target)].label

    def hovered_edge(self) -> str | None:
        """Return where the edge ends that stands out because the pointer is on it, or None."""
        edges = self.view.canvas_scene.edges
        return next((to_text(target) for target, edge in edges.items() if edge.is_hovered), None)

    def guides(self) -> list[tuple[float, float, float, float]]:
        """Return the lines, of the scene, that say with what a dragged card is in line."""
        return list(self.view.canvas_scene.guides.lines)

    def lit_edge(self) -> str | None:
        """Return where the edge ends that a layer would be spliced into if it were let go now, or None."""
        target = self.view.canvas_scene.splice_target
        return to_text(target) if target else None

    def selected(self) -> set[str]:
        return {name for name, item in self.view.canvas_scene.nodes.items() if item.is_chosen}

    def groups(self) -> list[str]:
        """Return the groups that are open, each with a frame, the outer ones before those in them."""
        return sorted(self.view.canvas_scene.frames.items)

    def collapsed(self) -> list[str]:
        """Return the collapsed groups that are seen, each as a card; one that stands for several has the first's."""
        return [name for name in self.node_names() if name in self.view.canvas_scene.view.cards]

    def selected_group(self) -> str | None:
        return self.view.editor.selected_group

    def bonds(self) -> dict[tuple[str, str], str]:
        """Return what the pill of each bond says, by the cards at its ends."""
        self.view.canvas_scene.show_due()
        return {cards: item.link.label for cards, item in self.view.canvas_scene.bonds.items.items()}

    def open_bonds(self) -> set[tuple[str, str]]:
        """Return the bonds whose pills are open: an end is chosen, or the pointer is on them."""
        bonds = self.view.canvas_scene.bonds.items
        return {cards for cards, item in bonds.items() if item.is_chosen or item.is_open}

    def glowing(self) -> set[str]:
        """Return the cards that are lit as a path from a cause to where it shows."""
        return set(self.view.canvas_scene.light.items)

    def lit_edges(self) -> set[str]:
        """Return where the lit edges end."""
        return {to_text(target) for target, edge in self.view.canvas_scene.edges.items() if edge.is_lit}

    def spoken(self, name: str) -> str:
        """Return what a screen reader says of a node."""
        return self._reader(name).text(QAccessible.Text.Name)

    def spoken_ports(self, name: str) -> list[str]:
        """Return what a screen reader says of a node's ports, inputs first."""
        node = self._reader(name)
        ports = [node.child(index) for index in range(node.childCount())]
        return [port.text(QAccessible.Text.Name) for port in ports if port is not None]

    def _reader(self, name: str) -> QAccessibleInterface:
        tree = QAccessible.queryAccessibleInterface(self.view)
        node = tree.child(self.node_names().index(name))
        assert node is not None
        return node

    def connect_hints(self) -> dict[str, str]:
        """Return the letters beside inputs while an edge is chosen by keys, by the node (`fc1`) or port (`cat:1`)."""
        return {to_text(port): code for code, port in self.view.connect_hints.items()}

    def hint(self) -> str:
        """Return the sentence that is shown beside the pointer, or nothing."""
        hints = self.view.findChildren(QLabel, "canvas.hint")
        return next((label.text() for label in hints if label.isVisible()), "")

    # Aiming

    def at(self, x: float, y: float) -> QPoint:
        """Return the pixel of the canvas where a place of the scene is now."""
        return self.view.mapFromScene(QPointF(x, y))

    def title_of(self, name: str) -> QPoint:
        """Return a pixel on the card's title, where it can be grabbed."""
        return self._on_card(name, geo.WIDTH / 2, geo.PORT_Y - 8)

    def output_of(self, name: str, index: int = 0) -> QPoint:
        return self.view.mapFromScene(self.view.canvas_scene.port_position(Port(name, index), True))

    def input_of(self, name: str, index: int = 0) -> QPoint:
        return self.view.mapFromScene(self.view.canvas_scene.port_position(Port(name, index), False))

    def middle_of_edge(self, target: str) -> QPoint:
        return self.view.mapFromScene(self.view.canvas_scene.edges[to_port(target)].middle)

    def tab_of(self, group: str) -> QPoint:
        """Return a pixel on the name of an open group, where its frame can be grabbed."""
        return self.view.mapFromScene(self.view.canvas_scene.frames.items[group].title_place.center())

    def chevron_of(self, group: str) -> QPoint:
        """Return the pixel of what collapses an open group, or opens a collapsed one."""
        scene = self.view.canvas_scene
        if group in scene.frames.items:
            return self.view.mapFromScene(scene.frames.items[group].chevron.center())
        return self._on_card(group, TILE.center().x(), TILE.center().y())

    def middle_of_bond(self, first: str, second: str) -> QPoint:
        return self.view.mapFromScene(self.view.canvas_scene.bonds.items[first, second].middle)

    def _on_card(self, name: str, x: float, y: float) -> QPoint:
        return self.view.mapFromScene(self.view.canvas_scene.nodes[name].pos() + QPointF(x, y))

    def to_global(self, at: QPoint) -> QPoint:
        return self.view.viewport().mapToGlobal(at)

    # Acting with the mouse

    def click(self, name: str, extend: bool = False) -> None:
        events.click(self.view.viewport(), self.title_of(name), SHIFT if extend else events.PLAIN)

    def collapse(self, group: str) -> None:
        """Press the chevron on the tab of an open group."""
        assert group in self.groups(), f"{group} is not an open group"
        events.click(self.view.viewport(), self.chevron_of(group))

    def expand(self, group: str) -> None:
        """Press the chevron on the card of a collapsed group."""
        assert group in self.collapsed(), f"{group} is not a collapsed group"
        events.click(self.view.viewport(), self.chevron_of(group))

    def click_group(self, group: str, extend: bool = False) -> None:
        """Choose an open group by its tab."""
        events.click(self.view.viewport(), self.tab_of(group), SHIFT if extend else events.PLAIN)

    def double_click_group(self, group: str) -> None:
        events.double_click(self.view.viewport(), self.tab_of(group))

    def drag_group(self, group: str, dx: float, dy: float) -> None:
        """Move an open group by its tab, by pixels of the screen."""
        start = self.tab_of(group)
        events.drag(self.view.viewport(), start, start + QPoint(round(dx), round(dy)))

    def hover_bond(self, first: str, second: str) -> None:
        events.move(self.view.viewport(), self.middle_of_bond(first, second), held=Qt.MouseButton.NoButton)

    def hover_edge(self, target: str) -> None:
        events.move(self.view.viewport(), self.middle_of_edge(target), held=Qt.MouseButton.NoButton)

    def click_edge(self, target: str) -> None:
        events.click(self.view.viewport(), self.middle_of_edge(target))

    def click_empty(self) -> None:
        rect = self.view.canvas_scene.cards_rect()
        events.click(self.view.viewport(), self.at(rect.left() - 30, rect.top() - 30))

    def double_click(self, name: str) -> None:
        events.double_click(self.view.viewport(), self.title_of(name))

    def drag_node(self, name: str, dx: float, dy: float) -> None:
        """Move a card by pixels of the screen."""
        start = self.title_of(name)
        events.drag(self.view.viewport(), start, start + QPoint(round(dx), round(dy)))

    def copy_node(self, name: str, dx: float, dy: float) -> None:
        """Drag copies of what is chosen with Alt, by pixels of the screen."""
        start = self.title_of(name)
        events.drag(self.view.viewport(), start, start + QPoint(round(dx), round(dy)), ALT)

    def pull_out(self, name: str, dx: float, dy: float) -> None:
        """Drag a card and press Shift on the way, so that it leaves its chain; by pixels of the screen."""
        start = self.title_of(name)
        end = start + QPoint(round(dx), round(dy))
        events.press(self.view.viewport(), start)
        events.glide(self.view.viewport(), start, end)
        QTest.keyPress(self.view, Qt.Key.Key_Shift)
        events.release(self.view.viewport(), end)
        QTest.keyRelease(self.view, Qt.Key.Key_Shift)

    def drop_edge(self, source: str, at: QPoint, output: int = 0) -> None:
        """Draw an edge from an output and let it go on empty canvas."""
        events.drag(self.view.viewport(), self.output_of(source, output), at)

    def drop_edge_back(self, target: str, at: QPoint, input: int = 0) -> None:
        """Draw an edge from a free input and let it go on empty canvas."""
        events.drag(self.view.viewport(), self.input_of(target, input), at)

    def connect(self, source: str, target: str, output: int = 0, input: int = 0) -> None:
        """Draw an edge from an output port to an input port."""
        events.drag(self.view.viewport(), self.output_of(source, output), self.input_of(target, input))

    def hover_connection(self, source: str, target: str, output: int = 0, input: int = 0) -> str:
        """Carry an edge over an input without letting go, and return what the canvas says to it."""
        start, end = self.output_of(source, output), self.input_of(target, input)
        events.press(self.view.viewport(), start)
        events.glide(self.view.viewport(), start, end)
        return self.hint()

    def let_go(self, at: QPoint) -> None:
        events.release(self.view.viewport(), at)

    def pick_up(self, target: str, to: QPoint) -> None:
        """Take the end of the edge at an input and carry it elsewhere."""
        port = to_port(target)
        events.drag(self.view.viewport(), self.input_of(port.node, port.index), to)

    def rubber_band(self, rect: QRectF, extend: bool = False) -> None:
        """Choose with a rubber band over a rectangle of the scene; its first corner must be empty canvas."""
        corners = self.view.mapFromScene(rect.topLeft()), self.view.mapFromScene(rect.bottomRight())
        events.drag(self.view.viewport(), *corners, SHIFT if extend else events.PLAIN)

    def pan(self, dx: int, dy: int) -> None:
        """Drag the canvas with the middle button."""
        middle = Qt.MouseButton.MiddleButton
        start = self.view.viewport().rect().center()
        events.press(self.view.viewport(), start, button=middle)
        events.move(self.view.viewport(), start + QPoint(dx, dy), held=middle)
        events.release(self.view.viewport(), start + QPoint(dx, dy), button=middle)

    def wheel(self, notches: int, at: QPoint | None = None, keys: Qt.KeyboardModifier = events.PLAIN) -> None:
        """Turn the wheel: notches up zoom in."""
        self._scroll(QPoint(), QPoint(0, 120 * notches), at, keys)

    def two_fingers(self, dx: int, dy: int) -> None:
        """Move two fingers on a touchpad, which tells pixels."""
        self._scroll(QPoint(dx, dy), QPoint(dx, dy) * 8, None, events.PLAIN)

    def _scroll(self, pixels: QPoint, angle: QPoint, at: QPoint | None, keys: Qt.KeyboardModifier) -> None:
        position = QPointF(at or self.view.viewport().rect().center())
        where = QPointF(self.view.viewport().mapToGlobal(position.toPoint()))
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(
            self.view.viewport(), QWheelEvent(position, where, pixels, angle, none, keys, phase, False)
        )

    def drop_file(self, path: str) -> None:
        """Let a file fall on the canvas, as a file manager does; Qt gives it to the nearest widget that takes drops."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path)])
        taker: QWidget | None = self.view.viewport()
        while taker is not None and not taker.acceptDrops():
            taker = taker.parentWidget()
        assert taker is not None, "nothing under the canvas takes a drop"
        at = self.view.viewport().mapTo(self.view.window(), self.view.viewport().rect().center())
        args = (Qt.DropAction.CopyAction, data, events.LEFT, events.PLAIN)
        enter = QDragEnterEvent(at, *args)
        QApplication.sendEvent(taker, enter)
        assert enter.isAccepted(), "the drop is refused"
        QApplication.sendEvent(taker, QDropEvent(QPointF(at), *args, QEvent.Type.Drop))

    def press_minimap(self, x: float, y: float) -> None:
        """Press where a place of the scene is on the overview, which must be shown."""
        events.click(self._shown_minimap(), self._on_minimap(x, y))

    def drag_minimap(self, dx: float, dy: float) -> None:
        """Drag the frame of the overview by a way in the scene."""
        centre = self.view.mapToScene(self.view.viewport().rect().center())
        ends = self._on_minimap(centre.x(), centre.y()), self._on_minimap(centre.x() + dx, centre.y() + dy)
        events.drag(self._shown_minimap(), *ends)

    def has_minimap(self) -> bool:
        """Say whether the overview is shown."""
        self.view.minimap.draw()
        return self.view.minimap.isVisible()

    def _shown_minimap(self) -> QWidget:
        assert self.has_minimap(), "the overview is not shown"
        return self.view.minimap

    def _on_minimap(self, x: float, y: float) -> QPoint:
        self.view.minimap.draw()
        return self.view.minimap.place(QPointF(x, y)).toPoint()

    # Acting with keys

    def key(self, code: Qt.Key, keys: Qt.KeyboardModifier = events.PLAIN) -> None:
        events.key(self.view, code, keys)

    def open_menu(self) -> None:
        """Ask for the context menu by the key that keyboards have for it."""
        at = self.view.viewport().rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, self.to_global(at))
        QApplication.sendEvent(self.view, event)

    def type(self, text: str) -> None:
        """Type on the canvas itself, as a person does who looks for a layer; a capital letter with Shift."""
        for letter in text:
            QTest.keyClicks(self.view, letter, SHIFT if letter.isupper() else events.PLAIN)

    def double_click_arguments(self, name: str) -> None:
        """Double-click the line of a card on which its arguments stand."""
        events.double_click(self.view.viewport(), self._on_card(name, geo.WIDTH / 2, geo.HEADER - 10))

    def argument_field(self) -> QWidget | None:
        """Return the field that is open on a card for an argument, or None."""
        boxes = (box for box in self.view.findChildren(ArgumentField) if box.isVisible())
        return next((box.field for box in boxes), None)

    def type_argument(self, text: str, then: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type a value into the field that is open on a card, and press Enter, or Tab for the next argument."""
        field = self.argument_field()
        assert isinstance(field, QLineEdit), "no argument is being typed on a card"
        field.selectAll()
        events.type_text(field, text)
        events.key(field, then)

    def key_in_argument(self, code: Qt.Key) -> None:
        """Press a key in the field that is open on a card for an argument."""
        field = self.argument_field()
        assert field is not None, "no argument is being edited on a card"
        events.key(field, code)

    def comments(self) -> dict[str, str]:
        """Return what all notes and frames say, by id."""
        return {key: item.comment.text for key, item in self.view.canvas_scene.notes.items.items()}

    def corner_of(self, comment: str) -> QPoint:
        """Return the pixel of the corner that sizes a comment."""
        rect = self.view.canvas_scene.notes.items[comment].rect
        return self.view.mapFromScene(rect.bottomRight() - QPointF(5, 5))

    def top_of(self, comment: str) -> QPoint:
        """Return a pixel on a note, or on the title of a frame, where it can be grabbed."""
        rect = self.view.canvas_scene.notes.items[comment].rect
        return self.view.mapFromScene(rect.topLeft() + QPointF(30, 14))

    def drag_comment(self, comment: str, dx: float, dy: float) -> None:
        """Move a comment by pixels of the screen."""
        start = self.top_of(comment)
        events.drag(self.view.viewport(), start, start + QPoint(round(dx), round(dy)))

    def write(self, text: str) -> None:
        """Type into the field that is open on a note, and leave it by Escape."""
        field = self.view.findChild(QPlainTextEdit, "canvas.note")
        assert field is not None, "no note is being written"
        field.selectAll()
        events.type_text(field, text)
        events.key(field, Qt.Key.Key_Escape)

    def rename_to(self, name: str) -> None:
        """Type a name into the field that is open on a card, and press Enter."""
        field = self.view.findChild(QLineEdit, "canvas.name")
        assert field is not None, "no name field is open"
        field.selectAll()
        events.type_text(field, name)
        events.key(field, Qt.Key.Key_Return)
