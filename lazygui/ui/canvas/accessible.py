"""The canvas as a tree for screen readers: nodes with name, layer and state, and their ports. Paints nothing.

Qt takes these objects by reference only, so whoever makes them must keep them: each reader keeps those it holds.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, UNKNOWN
from lazygui.graph.results import State
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas.face import TIMES, Face
from lazygui.ui.canvas.view import CanvasView
from lazygui.words.problems import Translate


def node_words(face: Face, translate: Translate) -> str:
    """Return what a reader says of a node: `fc1, LazyLinear, weight uninitialized, 256 × ?`, and its problem."""
    state = face.state_word
    if face.has_body:
        text = QT_TRANSLATE_NOOP("Canvas", "weight {state}")
        state = translate("Canvas", text).format(state=state)
    parts = [face.title, face.layer, state]
    if face.shape:
        unknown = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "unknown"))
        parts.append(f" {TIMES} ".join(unknown if part == UNKNOWN else part for part in face.shape))
    return ", ".join([*parts, face.message] if face.message else parts)


def port_words(node: str, name: str, is_output: bool, other: str, translate: Translate) -> str:
    """Return what a reader says of a port: `input of fc1, connected to x`."""
    texts = {
        (True, True): QT_TRANSLATE_NOOP("Canvas", "{port}, output of {node}, connected to {other}"),
        (True, False): QT_TRANSLATE_NOOP("Canvas", "{port}, output of {node}, not connected"),
        (False, True): QT_TRANSLATE_NOOP("Canvas", "{port}, input of {node}, connected to {other}"),
        (False, False): QT_TRANSLATE_NOOP("Canvas", "{port}, input of {node}, not connected"),
    }
    return translate("Canvas", texts[is_output, bool(other)]).format(port=name, node=node, other=other)


class Reader(QAccessibleInterface):
    """One thing on the canvas. Subclasses say what it is, where it is, and what it holds."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__()
        self._view = view

    def on_screen(self, rect: QRectF) -> QRect:
        """Return a rectangle of the scene in pixels of the screen."""
        view = self._view
        local = view.mapFromScene(rect).boundingRect()
        return QRect(view.viewport().mapToGlobal(local.topLeft()), local.size())

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Readers only tell; names are changed through the field of the inspector."""

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child and child.rect().contains(x, y)), None)


class NodeReader(Reader):
    """A node; its children are its ports, inputs first."""

    def __init__(self, view: CanvasView, tree: CanvasReader, node: str) -> None:
        super().__init__(view)
        self._tree, self.node = tree, node
        self._ports: dict[tuple[bool, int], PortReader] = {}

    @property
    def _face(self) -> Face:
        return self._view.canvas_scene.nodes[self.node].face

    def isValid(self) -> bool:
        return self.node in self._view.canvas_scene.nodes

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid() or kind not in (QAccessible.Text.Name, QAccessible.Text.Description):
            return ""
        if kind is QAccessible.Text.Description:
            return self._face.message
        return node_words(self._face, QCoreApplication.translate)

    def rect(self) -> QRect:
        item = self._view.canvas_scene.nodes[self.node]
        return self.on_screen(item.card.translated(item.pos()))

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        is_chosen = self.node in self._view.editor.selected_nodes
        state.focusable = state.selectable = True
        state.selected = is_chosen
        state.focused = is_chosen and self._view.hasFocus()
        state.busy = self._face.state is State.RUNNING
        state.invalid = self._face.state is State.FAILED
        return state

    def parent(self) -> QAccessibleInterface:
        return self._tree

    def childCount(self) -> int:
        return self._face.inputs + self._face.outputs

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        inputs = self._face.inputs
        key = (False, index) if index < inputs else (True, index - inputs)
        if index >= self.childCount():
            return None
        return self._ports.setdefault(key, PortReader(self._view, self, *key))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, PortReader):
            return -1
        return child.index + (self._face.inputs if child.is_output else 0)


class PortReader(Reader):
    """A port of a node."""

    def __init__(self, view: CanvasView, owner: NodeReader, is_output: bool, index: int) -> None:
        super().__init__(view)
        self._owner, self.is_output, self.index = owner, is_output, index

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Button

    def text(self, kind: QAccessible.Text) -> str:
        if kind is not QAccessible.Text.Name:
            return ""
        graph, node = self._view.editor.graph, self._owner.node
        names = graph.nodes[node].output_names if self.is_output else graph.nodes[node].input_names
        edges = (graph.outputs if self.is_output else graph.inputs).get(node, ())
        if self.is_output:
            others = [edge.target.node for edge in edges if edge.source.index == self.index]
        else:
            others = [edge.source.node for edge in edges if edge.target.index == self.index]
        name = names[min(self.index, len(names) - 1)]
        return port_words(node, name, self.is_output, ", ".join(others), QCoreApplication.translate)

    def rect(self) -> QRect:
        item = self._view.canvas_scene.nodes[self._owner.node]
        x = geo.WIDTH if self.is_output else 0.0
        reach = geo.PORT_REACH
        centre = QRectF(x - reach, geo.PORT_Y + geo.PORT_STEP * self.index - reach, 2 * reach, 2 * reach)
        return self.on_screen(centre.translated(item.pos()))

    def state(self) -> QAccessible.State:
        return QAccessible.State()

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


class CanvasReader(QAccessibleWidget):
    """The canvas itself: a list whose items are the nodes, in the order of the document."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._nodes: dict[str, NodeReader] = {}

    def text(self, kind: QAccessible.Text) -> str:
        return self._view.accessibleName() if kind is QAccessible.Text.Name else ""

    def childCount(self) -> int:
        return len(self._view.canvas_scene.nodes)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        names = list(self._view.editor.graph.nodes)
        return self.reader(names[index]) if 0 <= index < len(names) else None

    def reader(self, node: str) -> NodeReader:
        if node not in self._nodes:
            self._nodes[node] = NodeReader(self._view, self, node)
        return self._nodes[node]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        names = list(self._view.editor.graph.nodes)
        return names.index(child.node) if isinstance(child, NodeReader) and child.node in names else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        node = self._view.editor.selected_node
        return self.reader(node.id) if node else None


_READERS: dict[int, CanvasReader] = {}


@cache
def install() -> None:
    """Teach Qt to read canvases; once is enough, and more does no harm."""
    QAccessible.installFactory(_make)


def _make(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    """Return the reader of a canvas, kept until the canvas is gone; Qt's own answer for everything else."""
    if not isinstance(thing, CanvasView):
        return None
    key = id(thing)
    if key not in _READERS:
        _READERS[key] = CanvasReader(thing)
        thing.destroyed.connect(lambda: _READERS.pop(key, None))
        thing.editor.selection_changed.connect(lambda: announce(thing))
    return _READERS[key]


def announce(view: CanvasView) -> None:
    """Tell a listening reader that the focus inside the canvas has moved."""
    if QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        node = view.editor.selected_node
        if node is not None:
            event.setChild(list(view.editor.graph.nodes).index(node.id))
        QAccessible.updateAccessibility(event)
