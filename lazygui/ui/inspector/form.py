"""The form of a node's arguments, made from the catalogue. A bad value is said beside its field and goes no further."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from lazygui.catalog.spec import AUTO, ArgumentSpec, LayerSpec, Required, Value
from lazygui.graph import rules
from lazygui.graph.model import Node, is_same
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.icons import icon
from lazygui.ui.inspector.fields import NONE, Field, SourceField, TextField, field_for, is_value
from lazygui.ui.inspector.parts import Section, label, selectable
from lazygui.ui.inspector.values import parse, show
from lazygui.ui.theme import BODY, S1, TINY
from lazygui.ui.words import sentence

LABEL_WIDTH = 104
RESET_SIZE = 22
PAUSE_MS = 1000
"""Edits of one field with no longer pause between them are one undo step."""


class Gesture:
    """Numbers the edits of a field, so that those of one go merge in the history."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        self._editor = editor
        self._number = 0
        self._pause = QTimer(parent)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.end)

    def number(self) -> int:
        """Return the number of the gesture that is going on, or of a new one."""
        self._number = self._number or self._editor.new_gesture()
        self._pause.start(PAUSE_MS)
        return self._number

    def end(self) -> None:
        self._number = 0


class AutoButton(QToolButton):
    """Leaves an argument to the program. Its note says what that has filled in."""

    def __init__(self, argument: ArgumentSpec) -> None:
        super().__init__()
        self.setObjectName(f"inspector.auto.{argument.name}")
        self.setCheckable(True)
        self.note = label("muted", TINY)

    def show_value(self, is_auto: bool, size: str) -> None:
        self.setChecked(is_auto)
        words = self.tr("Filled in by the program: {value}") if size else self.tr("Filled in by the program.")
        self.note.setText(words.format(value=size))
        self.note.setVisible(is_auto)

    def retranslate(self, title: str) -> None:
        self.setText(self.tr("Auto"))
        self.setAccessibleName(self.tr("Have the program fill in {argument}").format(argument=title))
        self.setToolTip(self.tr("Have the program fill it in from what arrives."))


class ArgumentRow(QWidget):
    """One argument: its title, its field, a way back to the default, and below what is wrong with the text.

    Where the program can fill the argument in, a button beside the field leaves it to that, and a note says with what.
    """

    def __init__(self, argument: ArgumentSpec, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self.argument = argument
        self._editor = editor
        self._appearance = appearance
        self._gesture = Gesture(editor, self)
        self._node: Node | None = None
        self._value: Value = None
        self.field: Field = self._make_field()
        self.field.setObjectName(f"inspector.argument.{argument.name}")
        self.title = label(size=BODY)
        self.title.setFixedWidth(LABEL_WIDTH)
        self.title.setBuddy(self.field)
        self.problem = label("error", TINY)
        self.problem.hide()
        self.reset = self._make_reset()
        self.auto = AutoButton(argument) if argument.auto else None
        self._size: Value = None
        self._lay_out()
        self.field.edited.connect(self._on_field_edited)
        if isinstance(self.field, SourceField | TextField):
            self.field.left.connect(self._on_field_left)
        if isinstance(self.field, TextField):
            self.field.returnPressed.connect(self._on_field_entered)
        self.retranslate()

    def show_node(self, node: Node, is_other: bool) -> None:
        """Show the node's value. What is being typed stays, unless another node or another value came."""
        value = node.value(self.argument.name)
        is_new = is_other or self._node is None or not is_same(value, self._value)
        self._node, self._value = node, value
        if is_new and (is_other or not is_value(self.argument, self.field.text(), value)):
            self._show_value()
        elif is_new or not self.field.hasFocus():
            self._show_problem(self._standing_problem())
        self._show_default()
        self._show_auto()

    def show_size(self, size: Value) -> None:
        """Show what the program has filled in; None where it has not."""
        self._size = size
        self._show_auto()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self.field, self.auto, self.reset) if self.auto else (self.field, self.reset)

    def retranslate(self) -> None:
        title = _translated(self.argument.title)
        self.title.setText(title)
        self.field.setAccessibleName(title)
        for widget in (self.title, self.field):
            widget.setToolTip(self._tooltip())
        self.reset.setAccessibleName(self.tr("Reset {argument} to the default").format(argument=title))
        self.reset.setToolTip(self.tr("Back to the default: {value}").format(value=self._default_text()))
        if self.auto:
            self.auto.retranslate(title)
        self._show_auto()
        self._show_problem(self._standing_problem() if self._node else None)

    def wear_theme(self) -> None:
        self.reset.setIcon(icon("reset", self._appearance.theme, "text_faint"))
        self._show_default()

    def _make_field(self) -> Field:
        return field_for(self.argument, self._appearance)

    def _make_reset(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"inspector.reset.{self.argument.name}")
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(RESET_SIZE, RESET_SIZE)
        button.setIcon(icon("reset", self._appearance.theme, "text_faint"))
        button.clicked.connect(self._on_reset_clicked)
        # The place stays, so that fields keep one right edge.
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.hide()
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(S1)
        line.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        if isinstance(self.field, SourceField):
            line.addStretch(1)
            column.addWidget(self.field)
        else:
            line.addWidget(self.field, 1)
        if self.auto:
            line.addWidget(self.auto)
            column.addWidget(self.auto.note)
            self.auto.clicked.connect(self._on_auto_clicked)
        self.problem.setContentsMargins(0, 0, 0, S1)
        column.addWidget(self.problem)

    def _on_field_edited(self, text: str) -> None:
        value = parse(self.argument, text)
        problem = value if isinstance(value, Problem) else self._commit(value)
        self._show_problem(problem or self._standing_problem())

    def _on_field_left(self) -> None:
        """The document holds what holds: a text that was refused gives way to it."""
        self._gesture.end()
        if self._node is not None:
            self._show_value()

    def _on_field_entered(self) -> None:
        """Write a good value in its usual form; a bad one stays, to be mended."""
        if not self.problem.text():
            self._on_field_left()

    def _on_reset_clicked(self) -> None:
        if not isinstance(self.argument.default, Required):
            self._gesture.end()
            self._commit(self.argument.default)
            self._show_value()
            self.field.setFocus()

    def _on_auto_clicked(self, is_auto: bool) -> None:
        """Leave the argument to the program, or take over what that has filled in."""
        self._gesture.end()
        told = self._size if self._size is not None else self.argument.initial
        self._commit(AUTO if is_auto else 1 if told in (None, AUTO) else told)
        self._show_value()
        self._show_auto()

    def _show_auto(self) -> None:
        if self.auto:
            self.auto.show_value(self._value == AUTO, show(self.argument, self._size))

    def _commit(self, value: Value) -> Problem | None:
        if self._node is None:
            return None
        return self._editor.set_argument(self._node.id, self.argument.name, value, self._gesture.number())

    def _show_value(self) -> None:
        self.field.show_text(show(self.argument, self._value))
        self._show_problem(self._standing_problem())

    def _standing_problem(self) -> Problem | None:
        """What is wrong with the value that the document has: files may bring anything."""
        if self._node is None:
            return None
        is_set = self.argument.name in self._node.arguments or self.argument.is_required
        problem = rules.check_argument(self.argument, self._value, self._node.id) if is_set else None
        if problem is None and isinstance(self.field, SourceField):
            # Any text may stand in the document; whether it is a function is a question to the node.
            return rules.check_node(self._node)
        return problem

    def _show_problem(self, problem: Problem | None) -> None:
        words = sentence(problem) if problem else ""
        self.field.setAccessibleDescription(words or _translated(self.argument.help))
        if words == self.problem.text():
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setProperty("invalid", "true" if words else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _show_default(self) -> None:
        is_default = is_same(self._value, self.argument.default)
        self.reset.setVisible(not is_default and not self.argument.is_required)
        color = self._appearance.theme.text_faint
        style = f"QLineEdit, QComboBox {{ color: {color}; }}" if is_default else ""
        if not isinstance(self.field, SourceField) and style != self.field.styleSheet():
            self.field.setStyleSheet(style)

    def _default_text(self) -> str:
        default = self.argument.default
        return "" if isinstance(default, Required) else show(self.argument, default) or NONE

    def _tooltip(self) -> str:
        lines = [f"<b>{escape(self.argument.name)}</b>", escape(_translated(self.argument.help)), self._bounds()]
        return "<br>".join(line for line in lines if line)

    def _bounds(self) -> str:
        low, high = self.argument.minimum, self.argument.maximum
        if low is not None and high is not None:
            return self.tr("From {low} to {high}.").format(low=low, high=high)
        if low is not None and self.argument.exclusive:
            return escape(self.tr("More than {low}.").format(low=low))
        if low is not None:
            return self.tr("At least {low}.").format(low=low)
        return "" if high is None else self.tr("At most {high}.").format(high=high)


class ArgumentForm(Section):
    """All arguments of a node. Its rows stay as long as the layer does, so that nothing typed is lost."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__(appearance, "inspector.form")
        self._editor = editor
        self._node: Node | None = None
        self._spec: LayerSpec | None = None
        self.rows: list[ArgumentRow] = []
        self._note = label("muted")
        self._json: QLabel = selectable(label(is_mono=True, size=TINY))
        self.body.addWidget(self._note)
        self.body.addWidget(self._json)
        self.remove_unknown = QPushButton()
        self.remove_unknown.setObjectName("inspector.remove_unknown")
        self.remove_unknown.clicked.connect(self._on_remove_clicked)
        self.body.addWidget(self.remove_unknown, 0, Qt.AlignmentFlag.AlignLeft)
        appearance.theme_changed.connect(self._wear_theme)
        self.retranslate()

    def show_node(self, node: Node) -> None:
        is_other = self._node is None or self._node.id != node.id
        self._node = node
        if node.spec is not self._spec:
            self._rebuild(node.spec)
        for row in self.rows:
            row.show_node(node, is_other)
        self._show_note(node)

    def show_sizes(self, sizes: Mapping[str, Value]) -> None:
        """Show what the program has filled in where it was left to it."""
        for row in self.rows:
            row.show_size(sizes.get(row.argument.name))

    def row(self, name: str) -> ArgumentRow | None:
        """Return the row of an argument, or None where the layer has none of this name."""
        return next((row for row in self.rows if row.argument.name == name), None)

    def retranslate(self) -> None:
        self.set_title(self.tr("Arguments"))
        self.remove_unknown.setText(self.tr("Remove it"))
        for row in self.rows:
            row.retranslate()
        if self._node is not None:
            self._show_note(self._node)

    def _rebuild(self, spec: LayerSpec | None) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self._spec = spec
        arguments = spec.arguments if spec else ()
        self.rows = [ArgumentRow(argument, self._editor, self._appearance) for argument in arguments]
        for number, row in enumerate(self.rows):
            self.body.insertWidget(1 + number, row)

    def _show_note(self, node: Node) -> None:
        """Say what stands where the form cannot: no arguments, or some that this version does not know."""
        names = rules.unknown_arguments(node) if node.spec else tuple(node.arguments)
        unknown = {**{name: node.arguments[name] for name in names}, **node.extra}
        if node.spec is None:
            words = self.tr("This version does not know {type}. It is kept as it is and cannot run.")
            words = words.format(type=node.type)
        elif unknown:
            words = self.tr("This version does not know what follows. It is kept, but the layer cannot run with it.")
        else:
            words = "" if self.rows else self.tr("This layer has no arguments.")
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._json.setText(json.dumps(unknown, indent=2, ensure_ascii=False))
        self._json.setVisible(bool(unknown))
        self.remove_unknown.setVisible(bool(unknown) and node.spec is not None)

    def _on_remove_clicked(self) -> None:
        if self._node is not None:
            self._editor.remove_unknown(self._node.id)

    def _wear_theme(self) -> None:
        for row in self.rows:
            row.wear_theme()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Catalog", text)
