"""The canvas as a tree for screen readers: nodes with name, layer and state, their ports, and edges. Paints nothing.

Qt takes these objects by reference only, so whoever makes them must keep them: each reader keeps those it holds.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, UNKNOWN, Family
from lazygui.graph.comments import Comment, CommentKind
from lazygui.graph.model import Port
from lazygui.graph.results import State
from lazygui.ui.canvas import geometry as geo
from lazygui.ui.canvas import shown
from lazygui.ui.canvas.face import TIMES, Face
from lazygui.ui.canvas.labels import NO_LABEL, Label
from lazygui.ui.canvas.view import CanvasView
from lazygui.words.problems import Translate


def node_words(face: Face, translate: Translate) -> str:
    """Return what a reader says of a node: `fc1, LazyLinear, weight uninitialized, 256 × ?`, and its problem."""
    state = face.state_word
    # A group has no weight: what its card tells of parameters is their number.
    if face.has_body and face.family is not Family.BLOCK:
        text = QT_TRANSLATE_NOOP("Canvas", "weight {state}")
        state = translate("Canvas", text).format(state=state)
    parts = [face.name, face.layer, state]
    if face.shape:
        parts.append(_weight_words(face, translate))
    if face.warning:
        text = QT_TRANSLATE_NOOP("Canvas", "warning: {sentence}")
        parts.append(translate("Canvas", text).format(sentence=face.warning))
    return ", ".join(filter(None, [*parts, face.link, face.message]))


def _weight_words(face: Face, translate: Translate) -> str:
    unknown = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "unknown"))
    shape = f" {TIMES} ".join(unknown if part == UNKNOWN else part for part in face.shape)
    inferred = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "inferred {shape}"))
    return inferred.format(shape=shape) if face.is_inferred else shape


def port_words(node: str, name: str, is_output: bool, other: str, translate: Translate) -> str:
    """Return what a reader says of a port: `input of fc1, connected to x`."""
    texts = {
        (True, True): QT_TRANSLATE_NOOP("Canvas", "{port}, output of {node}, connected to {other}"),
        (True, False): QT_TRANSLATE_NOOP("Canvas", "{port}, output of {node}, not connected"),
        (False, True): QT_TRANSLATE_NOOP("Canvas", "{port}, input of {node}, connected to {other}"),
        (False, False): QT_TRANSLATE_NOOP("Canvas", "{port}, input of {node}, not connected"),
    }
    return translate("Canvas", texts[is_output, bool(other)]).format(port=name, node=node, other=other)


def edge_words(source: str, target: str, tensor: str, is_wrong: bool, translate: Translate) -> str:
    """Return what a reader says of an edge: `edge from x to fc1, inferred N 2 · F 20`."""
    words = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "edge from {source} to {target}"))
    wrong = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "does not fit")) if is_wrong else ""
    return ", ".join(filter(None, (words.format(source=source, target=target), tensor, wrong)))


def tensor_words(label: Label, translate: Translate) -> str:
    """Return what a reader says of the tensor at a port: `inferred N 2 · F 20`; nothing where none is known."""
    told, _, _ = label.notes(translate).partition("\n")
    inferred = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "inferred {shape}"))
    return inferred.format(shape=told) if label.is_inferred and label.shape is not None else told


def comment_words(comment: Comment, translate: Translate) -> str:
    """Return what a reader says of a comment: `note: widths agree from here on`."""
    is_note = comment.kind is CommentKind.NOTE
    text = QT_TRANSLATE_NOOP("Canvas", "note: {text}") if is_note else QT_TRANSLATE_NOOP("Canvas", "frame: {text}")
    return translate("Canvas", text).format(text=comment.text)


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
    """A node, or a collapsed group; its children are its ports, inputs first."""

    def __init__(self, view: CanvasView, tree: CanvasReader, node: str) -> None:
        super().__init__(view)
        self._tree, self.node = tree, node
        self._ports: dict[tuple[bool, int], PortReader] = {}

    @property
    def _face(self) -> Face:
        return self._view.canvas_scene.nodes[self.node].face

    def port_name(self, is_output: bool, index: int) -> str:
        return self._face.port_name(is_output, index)

    def isValid(self) -> bool:
        return self.node in self._view.canvas_scene.nodes

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid() or kind not in (QAccessible.Text.Name, QAccessible.Text.Description):
            return ""
        if kind is QAccessible.Text.Description:
            return self._face.notes
        return node_words(self._face, QCoreApplication.translate)

    def rect(self) -> QRect:
        item = self._view.canvas_scene.nodes[self.node]
        return self.on_screen(item.card.translated(item.pos()))

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        view = self._view.canvas_scene.view
        is_chosen = self._view.editor.selected_nodes.issuperset(shown.members(view, self.node))
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
        scene, translate = self._view.canvas_scene, QCoreApplication.translate
        graph, card = self._view.editor.graph, self._owner.node
        port = shown.true_port(scene.view, Port(card, self.index), self.is_output)
        names = graph.nodes[port.node].output_names if self.is_output else graph.nodes[port.node].input_names
        name = self._owner.port_name(self.is_output, self.index) or names[min(port.index, len(names) - 1)]
        source = port if self.is_output else graph.edges.get(port)
        if self.is_output:
            others = [edge.target.node for edge in graph.outputs.get(port.node, ()) if edge.source == port]
        else:
            others = [source.node] if source else []
        words = port_words(card, name, self.is_output, ", ".join(others), translate)
        label = scene.label(source) if source else NO_LABEL
        return ", ".join(filter(None, (words, tensor_words(label, translate))))

    def rect(self) -> QRect:
        item = self._view.canvas_scene.nodes[self._owner.node]
        x = geo.WIDTH if self.is_output else 0.0
        reach = geo.PORT_REACH
        centre = QRectF(x - reach, geo.port_y(self.index) - reach, 2 * reach, 2 * reach)
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


class EdgeReader(Reader):
    """An edge that is drawn."""

    def __init__(self, view: CanvasView, tree: CanvasReader, target: Port) -> None:
        super().__init__(view)
        self._tree, self.target = tree, target

    def isValid(self) -> bool:
        return self.target in self._view.canvas_scene.edges

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid() or kind is not QAccessible.Text.Name:
            return ""
        scene, translate = self._view.canvas_scene, QCoreApplication.translate
        item, (source, target) = scene.edges[self.target], scene.view.edges[self.target]
        return edge_words(source.node, target.node, tensor_words(item.carries, translate), item.is_wrong, translate)

    def rect(self) -> QRect:
        return self.on_screen(self._view.canvas_scene.edges[self.target].line_rect)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self.target in self._view.editor.selected_edges
        state.invalid = self.isValid() and self._view.canvas_scene.edges[self.target].is_wrong
        return state

    def parent(self) -> QAccessibleInterface:
        return self._tree

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


class CommentReader(Reader):
    """A note, or a frame with a title."""

    def __init__(self, view: CanvasView, tree: CanvasReader, comment: str) -> None:
        super().__init__(view)
        self._tree, self.comment = tree, comment

    def isValid(self) -> bool:
        return self.comment in self._view.canvas_scene.notes.items

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid() or kind is not QAccessible.Text.Name:
            return ""
        return comment_words(self._view.canvas_scene.notes.items[self.comment].comment, QCoreApplication.translate)

    def rect(self) -> QRect:
        return self.on_screen(self._view.canvas_scene.notes.items[self.comment].rect)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.selected = self.comment in self._view.editor.selected_comments
        state.focused = state.selected and self._view.hasFocus()
        return state

    def parent(self) -> QAccessibleInterface:
        return self._tree

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1


class CanvasReader(QAccessibleWidget):
    """The canvas itself: a list of all that is seen, nodes and collapsed groups first, then edges, then comments."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._nodes: dict[str, NodeReader] = {}
        self._edges: dict[Port, EdgeReader] = {}
        self._comments: dict[str, CommentReader] = {}

    def text(self, kind: QAccessible.Text) -> str:
        return self._view.accessibleName() if kind is QAccessible.Text.Name else ""

    def childCount(self) -> int:
        scene = self._view.canvas_scene
        return len(scene.nodes) + len(scene.edges) + len(scene.notes.items)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        names, edges = shown.ids(self._view.canvas_scene.view), tuple(self._view.canvas_scene.edges)
        if 0 <= index < len(names):
            return self.reader(names[index])
        if 0 <= index - len(names) < len(edges):
            target = edges[index - len(names)]
            return self._edges.setdefault(target, EdgeReader(self._view, self, target))
        comments = tuple(self._view.canvas_scene.notes.items)
        if 0 <= index - len(names) - len(edges) < len(comments):
            return self._comment(comments[index - len(names) - len(edges)])
        return None

    def _comment(self, id: str) -> CommentReader:
        return self._comments.setdefault(id, CommentReader(self._view, self, id))

    def reader(self, node: str) -> NodeReader:
        if node not in self._nodes:
            self._nodes[node] = NodeReader(self._view, self, node)
        return self._nodes[node]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        names, edges = shown.ids(self._view.canvas_scene.view), tuple(self._view.canvas_scene.edges)
        if isinstance(child, NodeReader) and child.node in names:
            return names.index(child.node)
        comments = tuple(self._view.canvas_scene.notes.items)
        if isinstance(child, CommentReader) and child.comment in comments:
            return len(names) + len(edges) + comments.index(child.comment)
        return len(names) + edges.index(child.target) if isinstance(child, EdgeReader) and child.target in edges else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        card, comment = chosen_card(self._view), self._view.editor.selected_comment
        if card is None and comment is not None:
            return self._comment(comment.id)
        return self.reader(card) if card else None


def chosen_card(view: CanvasView) -> str | None:
    """Return the one card that is chosen, or None."""
    cards = view.canvas_scene.cards_of(view.editor.selected_nodes)
    return cards[0] if len(cards) == 1 else None


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
        card = chosen_card(view)
        if card is not None:
            event.setChild(shown.ids(view.canvas_scene.view).index(card))
        elif view.editor.selected_comment is not None:
            scene = view.canvas_scene
            number = tuple(scene.notes.items).index(view.editor.selected_comment.id)
            event.setChild(len(scene.nodes) + len(scene.edges) + number)
        QAccessible.updateAccessibility(event)
