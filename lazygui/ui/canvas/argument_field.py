"""A field on a card: one argument after the other, edited where it is read. A bad value is said beside the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QHBoxLayout, QLabel, QLineEdit

from lazygui.catalog.spec import ArgumentSpec, Kind
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.overlays import KEPT_REASONS, Hint
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.fields import Field, field_for
from lazygui.ui.inspector.values import parse, show
from lazygui.ui.theme import S1, S2, TINY, ui_font
from lazygui.ui.words import sentence

LEAST_WIDTH = 240


def main_first(node: Node) -> tuple[ArgumentSpec, ...]:
    """Return the arguments that one line can hold: the one that matters most, then the others in their own order.

    It is the first that the card shows, else the first that torch demands, else the first of all.
    """
    if node.spec is None:
        return ()
    one_line = [one for one in node.spec.arguments if not (one.kind is Kind.TEXT and "\n" in str(one.start))]
    shown = [one for name in node.spec.face for one in one_line if one.name == name]
    main = next(iter((*shown, *(one for one in one_line if one.is_required), *one_line)), None)
    return (main, *(one for one in one_line if one is not main)) if main is not None else ()


class ArgumentField(QFrame):
    """Enter takes the value over, Tab takes it over and goes on to the next argument, Escape leaves it as it was.

    `place` is that of the card in the scene. The card must have an argument.
    """

    def __init__(self, view: QGraphicsView, editor: Editor, node: Node, place: QRectF, appearance: Appearance) -> None:
        super().__init__(view.viewport())
        self._view, self._editor, self._appearance = view, editor, appearance
        self._node = node.id
        self._arguments = main_first(node)
        self._number = 0
        self._is_done = self._is_busy = False
        self._hint = Hint(view.viewport(), appearance)
        self._title = QLabel(self)
        self._title.setProperty("role", "muted")
        self._title.setFont(ui_font(TINY))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(S2, S1, S1, S1)
        self._row.setSpacing(S2)
        self._row.addWidget(self._title)
        self.field: Field = self._make_field()
        self.setObjectName("canvas.argument")
        self.setProperty("card", "true")
        zoom = view.transform().m11()
        corner = view.mapFromScene(place.topLeft())
        self.setGeometry(
            corner.x(), corner.y(), max(LEAST_WIDTH, round(place.width() * zoom)), self.sizeHint().height()
        )
        editor.graph_changed.connect(self._on_graph_changed)
        self.show()
        self.raise_()
        self._take_focus()

    @property
    def argument(self) -> ArgumentSpec:
        return self._arguments[self._number]

    def leave(self) -> None:
        """Close without taking anything over; the second time nothing happens."""
        if not self._is_done:
            self._is_done = True
            had_focus = self.field.hasFocus()
            self._editor.graph_changed.disconnect(self._on_graph_changed)
            self._hint.deleteLater()
            self.hide()
            self.deleteLater()
            if had_focus:
                self._view.setFocus()

    def _make_field(self) -> Field:
        argument = self.argument
        field = field_for(argument, self._appearance)
        field.setObjectName(f"canvas.argument.{argument.name}")
        title = QCoreApplication.translate("Catalog", argument.title)
        field.setAccessibleName(title)
        field.setToolTip(QCoreApplication.translate("Catalog", argument.help))
        self._title.setText(title)
        field.show_text(show(argument, self._editor.graph.nodes[self._node].value(argument.name)))
        field.edited.connect(lambda _text: self._hint.hide())
        self._row.addWidget(field, 1)
        return field

    def _take_focus(self) -> None:
        self.field.installEventFilter(self)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.field, QLineEdit):
            self.field.selectAll()

    def _step(self, by: int) -> None:
        """Go on to another argument, in a circle."""
        self._is_busy = True
        old = self.field
        self._number = (self._number + by) % len(self._arguments)
        self.field = self._make_field()
        self._take_focus()
        self._row.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._is_busy = False

    def _commit(self) -> bool:
        """Take the value over; a bad one is said, and False."""
        argument, text = self.argument, self.field.text()
        now = self._editor.graph.nodes[self._node].value(argument.name)
        if text == show(argument, now):
            return True
        value = parse(argument, text)
        self._is_busy = True
        problem = value if isinstance(value, Problem) else self._editor.set_argument(self._node, argument.name, value)
        self._is_busy = False
        if problem is not None:
            self._hint.show_text(sentence(problem), self.geometry().bottomLeft())
            self.field.setAccessibleDescription(sentence(problem))
        return problem is None

    def _on_graph_changed(self, _change: object) -> None:
        if not self._is_busy:
            self.leave()

    def _on_key(self, key: int) -> bool:
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.leave,
            Qt.Key.Key_Enter: self.leave,
            Qt.Key.Key_Tab: lambda: self._step(1),
            Qt.Key.Key_Backtab: lambda: self._step(-1),
        }
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key not in keys:
            return False
        elif self._commit():
            keys[key]()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What the field does not want is not for the canvas below either.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_done or watched is not self.field:
            return False
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self._on_key(event.key())
        is_left = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if is_left and not self._is_busy and event.reason() not in KEPT_REASONS:  # type: ignore[attr-defined]
            # As in a table: who goes on elsewhere has meant what stands there, if it can stand.
            self._commit()
            self.leave()
        return False
