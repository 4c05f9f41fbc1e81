"""A monkey at the window: random acts of a hand, from a seed, with invariants checked after each of them.

An act is data: a verb and numbers between 0 and 1 that choose among what is there. So a list of acts can be played
again on a fresh window, and any part of the list too: a failure is shrunk to the few acts that matter.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from lazygui.graph.model import Graph, Port
from lazygui.storage import format
from lazygui.testing import events
from lazygui.testing.robots import AppRobot
from lazygui.ui.canvas import shown
from lazygui.ui.command_table import specs

T = TypeVar("T")
MOST_NODES: Final = 40
"""With more than these the monkey clears the canvas: acts on a small drawing meet each other."""
WORDS: Final = (
    "64",
    "0",
    "-1",
    "",
    "auto",
    "fc1",
    "b1.conv",
    "12345678901234567890",
    "3, 3",
    "x y",
    "(",
    "卷积",
    "True",
)
"""What it types: good and bad values of arguments and names."""
LETTERS: Final = ("g", "L", "d", "e", "T", "w")
"""What begins the name of a layer; none is a command of the canvas."""
PASTES: Final = (
    "nn.Sequential(nn.LazyLinear(8), nn.ReLU())",
    "X = torch.rand(2, 20)\nnet = nn.LazyLinear(3)\nnet(X)",
    '[["x", "fc1"], ["fc1", "fc2"]]',
    '{"format": "lazygui/1", "nodes": {"a": {"type": "nn.ReLU"}}, "edges": []}',
    '{"format": "lazygui/1", "nodes": {"a"',
    "a sentence, no code",
    "",
)
"""What lies on the clipboard: code, nodes, edges, what is broken and what is neither."""
KEYS: Final = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Menu),
)
MODIFIERS: Final = (events.PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
MOST_TRIES: Final = 300
"""How often a failing list is played again to shorten it."""
MOST_ACTS: Final = 10_000
"""How many acts that may take in all: somebody waits for the answer."""
HARMLESS_MESSAGES: Final = ("This plugin does not support",)
LEAVES_THE_WINDOW: Final = ("file.quit",)


class Act(NamedTuple):
    """One act: what is done, and three numbers in [0, 1) that choose among what is there then."""

    verb: str
    a: float
    b: float
    c: float


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, and the shortest list of acts found that makes it go wrong."""

    seed: int
    why: str
    acts: tuple[Act, ...]

    def __str__(self) -> str:
        lines = "\n".join(f"    {act}," for act in self.acts)
        return f"seed {self.seed}: {self.why}\nafter these acts alone:\n{lines}"


class Monkey:
    """Acts on one window. `without` are commands that it leaves alone, besides those that close the window."""

    def __init__(self, robot: AppRobot, without: Sequence[str] = ()) -> None:
        self._robot, self._window = robot, robot.window
        self._view = robot.window.canvas
        left_alone = {*LEAVES_THE_WINDOW, *without}
        self._commands = [spec.id for spec in specs() if spec.id not in left_alone]
        self._keys = [key for key in KEYS if key is not Qt.Key.Key_Space or "run.step" not in left_alone]
        self._verbs: Mapping[str, Callable[[Act], None]] = {
            "click": self._click,
            "double click": self._double_click,
            "drag": self._drag,
            "drag a card": self._drag_card,
            "connect": self._connect,
            "drop a layer": self._drop_layer,
            "append": self._append,
            "drop an edge": self._drop_edge,
            "pull out": self._pull_out,
            "copy a card": self._copy_card,
            "choose a layer": self._choose_layer,
            "edit on the card": self._edit_on_card,
            "paste": self._paste,
            "drag a comment": self._drag_comment,
            "command": self._command,
            "key": self._key,
            "type": self._type,
            "set": self._set,
            "wheel": self._wheel,
        }

    @property
    def verbs(self) -> tuple[str, ...]:
        return tuple(self._verbs)

    def play(self, acts: Sequence[Act]) -> tuple[int, str] | None:
        """Do these acts; return the position of the one after which something was wrong and what, or None."""
        with watched() as complaints:
            for position, act in enumerate(acts):
                before, depth = self._window.editor.graph, self._window.editor.document.position
                try:
                    self._verbs[act.verb](act)
                    self._settle()
                    self._check(before, depth)
                except AssertionError as error:
                    return position, str(error).partition("\n")[0]
                if complaints:
                    return position, complaints[0]
        return None

    # Acts

    def _click(self, act: Act) -> None:
        at, keys = self._somewhere(act.a, act.b), pick(MODIFIERS, act.c)
        if self._is_reachable():
            events.click(self._view.viewport(), at, keys)

    def _double_click(self, act: Act) -> None:
        if self._is_reachable():
            events.double_click(self._view.viewport(), self._somewhere(act.a, act.b))

    def _drag(self, act: Act) -> None:
        if self._is_reachable():
            start = self._somewhere(act.a, act.b)
            events.drag(self._view.viewport(), start, self._somewhere(act.c, act.a), pick(MODIFIERS, act.b))

    def _drag_card(self, act: Act) -> None:
        names = self._robot.canvas.node_names()
        if names and self._is_reachable():
            start = self._robot.canvas.title_of(pick(names, act.a))
            events.drag(self._view.viewport(), start, self._somewhere(act.b, act.c))

    def _connect(self, act: Act) -> None:
        graph = self._window.editor.graph
        nodes = [node for node in graph.nodes if node in self._view.canvas_scene.nodes]
        outputs = [Port(node, index) for node in nodes for index in range(graph.output_count(node))]
        inputs = [Port(node, index) for node in nodes for index in range(graph.input_count(node))]
        if outputs and inputs and self._is_reachable():
            start, end = pick(outputs, act.a), pick(inputs, act.b)
            self._robot.canvas.connect(start.node, end.node, start.index, end.index)

    def _drop_layer(self, act: Act) -> None:
        names = self._robot.palette.names()
        if names and self._robot.palette.list.isVisible() and self._is_reachable():
            self._robot.palette.drag(pick(names, act.a), onto=self._somewhere(act.b, act.c))

    def _append(self, act: Act) -> None:
        names = self._robot.palette.names()
        if names and self._robot.palette.list.isVisible() and self._is_reachable():
            self._robot.palette.double_click(pick(names, act.a))

    def _drop_edge(self, act: Act) -> None:
        names = self._robot.canvas.node_names()
        if names and self._is_reachable():
            self._robot.canvas.drop_edge(pick(names, act.a), self._somewhere(act.b, act.c))

    def _pull_out(self, act: Act) -> None:
        names = self._robot.canvas.node_names()
        if names and self._is_reachable():
            self._robot.canvas.pull_out(pick(names, act.a), *self._way(act))

    def _copy_card(self, act: Act) -> None:
        names = self._robot.canvas.node_names()
        if names and self._is_reachable():
            self._robot.canvas.copy_node(pick(names, act.a), *self._way(act))

    def _choose_layer(self, act: Act) -> None:
        """Type a letter on the canvas, or more into the list that is open, and choose by Enter, or leave."""
        quick_add = self._robot.quick_add
        if not self._is_reachable():
            return
        if not quick_add.is_open:
            self._view.setFocus()
            self._robot.canvas.type(pick(LETTERS, act.a))
        if quick_add.is_open:
            quick_add.step(int(act.b * 5))
            (quick_add.enter if act.c < 0.8 else quick_add.escape)()

    def _edit_on_card(self, act: Act) -> None:
        names = [name for name in self._robot.canvas.node_names() if name in self._window.editor.graph.nodes]
        if names and self._is_reachable():
            self._robot.canvas.double_click_arguments(pick(names, act.a))
            field = self._robot.canvas.argument_field()
            if isinstance(field, QLineEdit):
                field.selectAll()
                events.type_text(field, pick(WORDS, act.b))
            if field is not None:
                events.key(field, pick((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape), act.c))

    def _paste(self, act: Act) -> None:
        if self._is_reachable() and self._robot.menu("edit.paste").isEnabled():
            QApplication.clipboard().setText(pick(PASTES, act.a))
            self._robot.choose("edit.paste")

    def _drag_comment(self, act: Act) -> None:
        canvas = self._robot.canvas
        if canvas.comments() and self._is_reachable():
            comment = pick(tuple(canvas.comments()), act.a)
            grip = canvas.top_of(comment) if act.b < 0.7 else canvas.corner_of(comment)
            events.drag(self._view.viewport(), grip, grip + QPoint(*self._way(act)))

    def _command(self, act: Act) -> None:
        enabled = [id for id in self._commands if self._robot.menu(id).isEnabled()]
        if enabled and self._is_reachable():
            self._robot.choose(pick(enabled, act.a))

    def _key(self, act: Act) -> None:
        events.key(self._focus(), pick(self._keys, act.a), pick(MODIFIERS, act.b))

    def _type(self, act: Act) -> None:
        events.type_text(self._focus(), pick(WORDS, act.a))

    def _set(self, act: Act) -> None:
        fields = [field for field in self._window.inspector.findChildren(QLineEdit) if field.isVisible()]
        if fields and self._is_reachable():
            field = pick(fields, act.a)
            field.setFocus()
            field.selectAll()
            events.type_text(field, pick(WORDS, act.b))
            events.key(field, Qt.Key.Key_Return)

    def _wheel(self, act: Act) -> None:
        if self._is_reachable():
            self._robot.canvas.wheel(1 if act.a < 0.5 else -1, self._somewhere(act.b, act.c))

    def _somewhere(self, x: float, y: float) -> QPoint:
        rect = self._view.viewport().rect()
        return QPoint(int(x * rect.width()), int(y * rect.height()))

    def _way(self, act: Act) -> tuple[int, int]:
        """Return how far a card is carried: to where the hand is not stopped by the window."""
        return int((act.b - 0.5) * 400), int((act.c - 0.5) * 400)

    def _focus(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._view

    def _is_reachable(self) -> bool:
        """Whether the hand reaches the window: no dialog and no menu is in front of it."""
        return not (QApplication.activeModalWidget() or QApplication.activePopupWidget())

    def _settle(self) -> None:
        """Let the window do what follows, close what has opened in front of it, and keep the drawing small."""
        QApplication.processEvents()
        while popup := QApplication.activePopupWidget():
            popup.close()
            if not isinstance(popup, QMenu):
                break
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        QApplication.processEvents()
        if len(self._window.editor.graph.nodes) > MOST_NODES:
            self._window.files.show_example(lambda: "", Graph())

    # What always holds

    def _check(self, before: Graph, depth: int) -> None:
        self._check_items()
        if self._window.editor.graph is not before:
            self._check_saving()
            self._check_history(before, depth)

    def _check_saving(self) -> None:
        graph = self._window.editor.graph
        assert format.load(format.dump(graph)) == graph, "the drawing is another one after it is saved and opened"

    def _check_items(self) -> None:
        scene, editor = self._view.canvas_scene, self._window.editor
        assert scene.nodes.keys() == set(shown.ids(editor.view)), "the cards are not those of the drawing"
        assert scene.edges.keys() == set(shown.seen_edges(editor.view)), "the edges are not those of the drawing"
        assert scene.notes.items.keys() == editor.graph.comments.keys(), "the comments are not those of the drawing"
        assert editor.selected_nodes <= editor.graph.nodes.keys(), "what is chosen is not there"
        assert editor.selected_comments <= editor.graph.comments.keys(), "what is chosen is not there"

    def _check_history(self, before: Graph, depth: int) -> None:
        document = self._window.editor.document
        after, steps = document.graph, document.position - depth
        if after == before or steps < 1:
            return
        for _ in range(steps):
            document.undo()
        assert document.graph == before, "undo does not give back the drawing of before"
        for _ in range(steps):
            document.redo()
        assert document.graph == after, "redo does not do again what was undone"


def hunt(seed: int, count: int, open_window: Callable[[], AppRobot], without: Sequence[str] = ()) -> Failure | None:
    """Let a monkey act on a fresh window; return what it broke, with the few acts that break it again, or None."""
    with discarded(open_window()) as first:
        monkey = Monkey(first, without)
        acts = acts_of(seed, count, monkey.verbs)
        found = monkey.play(acts)
    if found is None:
        return None
    why, played = [found[1]], 0

    def fails(some: Sequence[Act]) -> bool:
        nonlocal played
        played += len(some)
        if played > MOST_ACTS:
            return False
        with discarded(open_window()) as robot:
            again = Monkey(robot, without).play(some)
        why.extend([again[1]] if again else [])
        return again is not None

    fewest = shrunk(acts[: found[0] + 1], fails)
    return Failure(seed, why[-1], fewest)


@contextmanager
def discarded(robot: AppRobot) -> Iterator[AppRobot]:
    """Close a window at the end with what was drawn in it, so that the next one has the engine for itself."""
    yield robot
    robot.window.runs.cancel()
    robot.window.editor.document.mark_saved()
    robot.window.close()


def acts_of(seed: int, count: int, verbs: Sequence[str]) -> tuple[Act, ...]:
    """Return the acts of a seed, always the same."""
    source = random.Random(seed)
    return tuple(Act(source.choice(verbs), source.random(), source.random(), source.random()) for _ in range(count))


def shrunk(acts: Sequence[T], fails: Callable[[Sequence[T]], bool], most_tries: int = MOST_TRIES) -> tuple[T, ...]:
    """Return a part of the acts that still fails; after enough tries, none of it can be left out.

    Delta debugging: pieces of half the list are left out first, then smaller and smaller ones.
    """
    left, size, start = tuple(acts), max(1, len(acts) // 2), 0
    has_shrunk = False
    for _ in range(most_tries):
        rest = left[:start] + left[start + size :]
        if rest and fails(rest):
            left, has_shrunk = rest, True
        else:
            start += size
        if start >= len(left):
            if size == 1 and not has_shrunk:
                break
            size, start, has_shrunk = max(1, size // 2), 0, False
    return left


def pick(several: Sequence[T], number: float) -> T:
    """Return one of several things for a number in [0, 1)."""
    return several[int(number * len(several))]


@contextmanager
def watched() -> Iterator[list[str]]:
    """Collect the exceptions that leave slots and overrides, and what Qt warns of."""
    complaints: list[str] = []

    def on_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS_MESSAGES):
            complaints.append(f"Qt says: {text}")

    def on_exception(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        complaints.append(f"{kind.__name__}: {error}")

    hook, sys.excepthook = sys.excepthook, on_exception
    handler = qInstallMessageHandler(on_message)
    try:
        yield complaints
    finally:
        qInstallMessageHandler(handler)
        sys.excepthook = hook
