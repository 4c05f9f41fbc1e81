"""The page of several nodes: which they are, and the arguments that all of them have, each set for all at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from lazygui.catalog.spec import ArgumentSpec, Kind, Value
from lazygui.graph.common import common_arguments, common_value
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.fields import NONE, ChoiceField, Field
from lazygui.ui.inspector.form import ArgumentRow
from lazygui.ui.inspector.parts import Section, TextPage, label


class SeveralRow(ArgumentRow):
    """One argument of several nodes. Where they differ the field is empty and says so."""

    def __init__(self, argument: ArgumentSpec, editor: Editor, appearance: Appearance) -> None:
        self._nodes: tuple[Node, ...] = ()
        self._is_mixed = False
        super().__init__(argument, editor, appearance)

    def show_nodes(self, nodes: tuple[Node, ...], are_others: bool) -> None:
        """Show what the nodes have. What is being typed stays, unless other nodes or another value came."""
        was_mixed, self._nodes = self._is_mixed, nodes
        is_same, _ = common_value(nodes, self.argument.name)
        self._is_mixed = not is_same
        if is_same:
            if was_mixed:
                self._show_mixed()
            self.show_node(nodes[0], are_others)
            return
        self._node, self._value = nodes[0], None
        if are_others or not was_mixed:
            self._show_value()
        self._show_default()
        self._show_auto()

    def _make_field(self) -> Field:
        # A switch is on or off, and has no look for both.
        return ChoiceField(self.argument) if self.argument.kind is Kind.BOOLEAN else super()._make_field()

    def _commit(self, value: Value) -> Problem | None:
        names = frozenset(node.id for node in self._nodes)
        return self._editor.set_arguments(names, self.argument.name, value, self._gesture.number())

    def retranslate(self) -> None:
        super().retranslate()
        self._show_mixed()

    def _show_value(self) -> None:
        if not self._is_mixed:
            self._show_mixed()
            super()._show_value()
            return
        if isinstance(self.field, QComboBox):
            self.field.setCurrentIndex(-1)
        elif isinstance(self.field, QLineEdit):
            self.field.clear()
        self._show_mixed()
        self._show_problem(None)

    def _show_mixed(self) -> None:
        """Have an empty field say that there are several values; else what its kind says."""
        if isinstance(self.field, QComboBox | QLineEdit):
            usual = NONE if self.argument.optional else ""
            self.field.setPlaceholderText(self.tr("several values") if self._is_mixed else usual)

    def _standing_problem(self) -> Problem | None:
        return None if self._is_mixed else super()._standing_problem()


class SeveralPage(QScrollArea):
    """What the chosen nodes are, and their common arguments as a form."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor, self._appearance = editor, appearance
        self._arguments: tuple[ArgumentSpec, ...] = ()
        self._names: tuple[str, ...] = ()
        self.rows: list[SeveralRow] = []
        self.page = TextPage()
        self._form = Section(appearance, "inspector.several")
        self._note = label("muted")
        self._form.body.addWidget(self._note)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page)
        column.addWidget(self._form)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        appearance.theme_changed.connect(self._wear_theme)
        self.retranslate()

    @property
    def first_field(self) -> QWidget | None:
        return self.rows[0].field if self.rows else None

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show the form of these nodes; of none, forget it."""
        names = tuple(node.id for node in nodes)
        found = tuple(one for one in common_arguments(nodes) if not (one.kind is Kind.TEXT and "\n" in str(one.start)))
        are_others = names != self._names
        self._names = names
        if found != self._arguments:
            self._rebuild(found)
        for row in self.rows:
            row.show_nodes(tuple(nodes), are_others)
        self._note.setVisible(not self.rows)

    def retranslate(self) -> None:
        self._form.set_title(self.tr("Arguments of all of them"))
        self._note.setText(self.tr("They have no argument in common."))
        for row in self.rows:
            row.retranslate()

    def _rebuild(self, arguments: tuple[ArgumentSpec, ...]) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self._arguments = arguments
        self.rows = [SeveralRow(argument, self._editor, self._appearance) for argument in arguments]
        for number, row in enumerate(self.rows):
            self._form.body.insertWidget(1 + number, row)

    def _wear_theme(self) -> None:
        for row in self.rows:
            row.wear_theme()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
