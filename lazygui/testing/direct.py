"""The second path of every gesture: the same verbs without a hand, through the editor, as a script would edit.

A test of a rule arranges with these and acts with the hand; a test of a gesture does both and compares the drawings.
"""

from __future__ import annotations

from collections.abc import Iterable

from lazygui.catalog import CATALOG
from lazygui.graph import chains, edits
from lazygui.graph.commenting import ChangeComment
from lazygui.graph.comments import NOTE_SIZE, CommentKind, Rect
from lazygui.graph.common import SetArguments
from lazygui.graph.inserting import From
from lazygui.graph.model import Point, Port
from lazygui.graph.problems import Problem
from lazygui.ui.editor import Editor
from lazygui.ui.words import sentence


class DirectRobot:
    """Edits one drawing. A refused edit fails the test with the sentence that the window would say; see `why_not`."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def add(self, layer: str, x: float, y: float) -> str:
        """Add a layer by its torch name, `LazyLinear`, at a place of the scene; return the name of the node."""
        return _named(self._editor.add_layer(layer_type(layer), Point(x, y)), layer)

    def append(self, layer: str, behind: str | None = None) -> str:
        """Add a layer behind a node, or behind the chosen one, connected to it; return the name of the node."""
        if behind is not None:
            self.select(behind)
        return _named(self._editor.append_layer(layer_type(layer)), layer)

    def splice(self, layer: str, target: str) -> str:
        """Put a new layer into the edge that ends at this node (`fc1`) or port (`cat:1`)."""
        return _named(self._editor.splice_layer(layer_type(layer), to_port(target)), layer)

    def connect(self, source: str, target: str) -> None:
        """Draw an edge from an output, `fc1` or `rnn:1`, to an input, `fc2` or `cat:1`."""
        self._do(edits.Connect(to_port(source), to_port(target)))

    def why_not(self, source: str, target: str) -> str:
        """Return why two ports cannot be connected, in the words of the window, or nothing where they can."""
        problem = self._editor.document.check(edits.Connect(to_port(source), to_port(target)))
        return sentence(problem) if problem else ""

    def disconnect(self, target: str) -> None:
        """Take away the edge that ends at this node or port."""
        self._do(edits.Remove(frozenset(), frozenset((to_port(target),))))

    def move(self, name: str, dx: float, dy: float) -> None:
        """Move a node by pixels of the scene."""
        place = self._editor.graph.place(name)
        self._do(edits.MoveNodes({name: Point(place.x + dx, place.y + dy)}, self._editor.new_gesture()))

    def rename(self, old: str, new: str) -> None:
        self._do(edits.RenameNode(old, new))

    def set_argument(self, node: str, argument: str, value: object) -> None:
        """Set an argument to a value of Python: `set_argument("fc1", "out_features", 64)`."""
        self._do(edits.SetArgument(node, argument, value))  # type: ignore[arg-type]  # a wrong one is refused in words

    def delete(self, *names: str) -> None:
        self._do(edits.Remove(frozenset(names)))

    def delete_closing(self, *names: str) -> None:
        """Delete nodes and connect what stood on both sides of them."""
        self._do(chains.RemoveClosing(frozenset(names)))

    def take_out(self, *names: str) -> None:
        """Take nodes out of their chain, which closes, and put them below it."""
        self._do(chains.TakeOut(frozenset(names), chains.below(self._editor.graph, names)))

    def insert_from(self, source: str, layer: str, x: float, y: float) -> str:
        """Add a layer at a place of the document, fed by this output."""
        return _named(self._editor.insert_layer(layer_type(layer), From(to_port(source), Point(x, y))), layer)

    def swap(self, node: str, layer: str) -> None:
        """Have another layer stand where a node stands, with its edges and the arguments that both have."""
        self.select(node)
        self._editor.swap_selection(layer_type(layer))

    def set_arguments(self, nodes: Iterable[str], argument: str, value: object) -> None:
        """Set one argument of several nodes as one edit."""
        self._do(SetArguments(frozenset(nodes), argument, value))  # type: ignore[arg-type]  # a wrong one is refused

    def select(self, *names: str) -> None:
        self._editor.select(names)

    def duplicate(self, *names: str) -> set[str]:
        """Copy nodes with the edges between them, and return the names of the copies, which are chosen."""
        self.select(*names)
        self._editor.duplicate_selection()
        return set(self._editor.selected_nodes)

    def group(self, *names: str) -> str:
        """Put nodes into a group of their own and return its path."""
        self.select(*names)
        return _named(self._editor.group_selection(), ", ".join(names))

    def collapse(self, group: str) -> None:
        self._editor.collapse(group)

    def expand(self, group: str) -> None:
        self._editor.expand(group)

    def note(self, text: str, x: float, y: float) -> str:
        """Write a note at a place of the document; return its id."""
        id = _named(self._editor.add_comment(CommentKind.NOTE, Rect(x, y, *NOTE_SIZE)), "the note")
        self._do(ChangeComment(id, text=text))
        return id

    def frame(self, title: str, x: float, y: float, width: float, height: float) -> str:
        """Draw a frame with a title; return its id."""
        id = _named(self._editor.add_comment(CommentKind.FRAME, Rect(x, y, width, height)), "the frame")
        self._do(ChangeComment(id, text=title))
        return id

    def undo(self) -> None:
        self._editor.undo()

    def redo(self) -> None:
        self._editor.redo()

    def _do(self, edit: edits.Edit) -> None:
        problem: Problem | None = self._editor.document.do(edit)
        assert problem is None, sentence(problem) if problem else ""


def layer_type(name: str) -> str:
    """Return the type of the catalogue that the palette lists under a name: `nn.LazyLinear` for `LazyLinear`."""
    found = [type for type, spec in CATALOG.items() if name in (type, spec.name)]
    assert found, f"no layer is called {name!r}"
    return found[0]


def to_port(text: str) -> Port:
    """Read the end of an edge as documents write it: `cat` or `cat:1`."""
    node, _, index = text.partition(":")
    return Port(node, int(index or 0))


def to_text(port: Port) -> str:
    """Write the end of an edge as documents do."""
    return f"{port.node}:{port.index}" if port.index else port.node


def _named(name: str | None, what: str) -> str:
    assert name is not None, f"{what} could not be added"
    return name
