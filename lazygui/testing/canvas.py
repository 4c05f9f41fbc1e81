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
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from lazygui.graph.model import Port
from lazygui.graph.results import State
from lazygui.testing import events
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import Face
from lazygui.ui.canvas.view import CanvasView

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class NodeRobot:
    """What a person reads from one card."""

    def __init__(self, canvas: CanvasRobot, name: str) -> None:
        self._canvas, self.name = canvas, name

    @property
    def face(self) -> Face:
        """Everything that the card shows, as data."""
        return self._canvas.view.canvas_scene.nodes[self.name].face

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
        return list(self.view.canvas_scene.nodes)

    def edges(self) -> list[tuple[str, str]]:
        """Return the edges that are drawn, as `("x", "fc1")` or with a port: `("x", "cat:1")`."""
        graph = self.view.editor.graph
        return [(_end(graph.edges[target]), _end(target)) for target in self.view.canvas_scene.edges]

    def edge_label(self, target: str) -> str:
        """Return the shape on the edge that ends at this node (`fc1`) or port (`cat:1`)."""
        return self.view.canvas_scene.edges[_port(target)].label

    def lit_edge(self) -> str | None:
        """Return where the edge ends that a layer would be spliced into if it were let go now, or None."""
        target = self.view.canvas_scene.splice_target
        return _end(target) if target else None

    def selected(self) -> set[str]:
        return {name for name, item in self.view.canvas_scene.nodes.items() if item.is_chosen}

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
        node = tree.child(list(self.view.editor.graph.nodes).index(name))
        assert node is not None
        return node

    def hint(self) -> str:
        """Return the sentence that is shown beside the pointer, or nothing."""
        label = self.view.findChild(QLabel, "canvas.hint")
        return label.text() if label is not None and label.isVisible() else ""

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
        return self.view.mapFromScene(self.view.canvas_scene.edges[_port(target)].middle)

    def _on_card(self, name: str, x: float, y: float) -> QPoint:
        return self.view.mapFromScene(self.view.canvas_scene.nodes[name].pos() + QPointF(x, y))

    def to_global(self, at: QPoint) -> QPoint:
        return self.view.viewport().mapToGlobal(at)

    # Acting with the mouse

    def click(self, name: str, extend: bool = False) -> None:
        events.click(self.view.viewport(), self.title_of(name), SHIFT if extend else events.PLAIN)

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
        port = _port(target)
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

    # Acting with keys

    def key(self, code: Qt.Key, keys: Qt.KeyboardModifier = events.PLAIN) -> None:
        events.key(self.view, code, keys)

    def open_menu(self) -> None:
        """Ask for the context menu by the key that keyboards have for it."""
        at = self.view.viewport().rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, self.to_global(at))
        QApplication.sendEvent(self.view, event)

    def rename_to(self, name: str) -> None:
        """Type a name into the field that is open on a card, and press Enter."""
        field = self.view.findChild(QLineEdit, "canvas.name")
        assert field is not None, "no name field is open"
        field.selectAll()
        events.type_text(field, name)
        events.key(field, Qt.Key.Key_Return)


def _port(text: str) -> Port:
    node, _, index = text.partition(":")
    return Port(node, int(index or 0))


def _end(port: Port) -> str:
    return f"{port.node}:{port.index}" if port.index else port.node
