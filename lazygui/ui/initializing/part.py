"""The field of one part of a rule: which initializer weights or biases get, and its arguments. Knows no drawing."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from lazygui.catalog.initializers import INITIALIZERS
from lazygui.catalog.spec import ArgumentSpec, Value
from lazygui.graph.initialization import KEEP, Initializer, Part
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.inspector.fields import Field, field_for
from lazygui.ui.inspector.parts import label
from lazygui.ui.inspector.values import parse, show
from lazygui.ui.theme import S1, S2, TINY


class PartField(QWidget):
    """A choice of initializers, the fields of the one that is chosen, and what it does."""

    changed = Signal()

    def __init__(self, part: Part, title: str, appearance: Appearance) -> None:
        super().__init__()
        self._part, self._appearance = part, appearance
        self._arguments: dict[str, Value] = {}
        self.problem: Problem | None = None
        self.choice = QComboBox()
        self.choice.setObjectName(f"init.{part.value}")
        self.choice.setAccessibleName(title)
        self.choice.addItem(self.tr("No rule"), "")
        self.choice.addItem(self.tr("As PyTorch drew them"), KEEP)
        for spec in INITIALIZERS:
            self.choice.addItem(f"{_translated(spec.title)} · {spec.name}", spec.name)
        self.fields: dict[str, Field] = {}
        self._form = QFormLayout()
        self._form.setVerticalSpacing(S1)
        self._form.setHorizontalSpacing(S2)
        self._help = label("muted", TINY)
        self._help.setAlignment(Qt.AlignmentFlag.AlignTop)
        heading = QLabel(title)
        heading.setBuddy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S1)
        for widget in (heading, self.choice):
            column.addWidget(widget)
        column.addLayout(self._form)
        column.addWidget(self._help)
        self.choice.activated.connect(self._on_chosen)

    @property
    def initializer(self) -> Initializer | None:
        """What is chosen, with the arguments that differ from torch's own; None where nothing is said."""
        name = self.choice.currentData()
        return Initializer(name, MappingProxyType(dict(self._arguments))) if name else None

    def show_initializer(self, initializer: Initializer | None) -> None:
        self.choice.setCurrentIndex(max(self.choice.findData(initializer.name if initializer else ""), 0))
        self._arguments = dict(initializer.arguments) if initializer else {}
        self._rebuild()

    def _on_chosen(self) -> None:
        chosen = self.initializer
        spec = chosen.spec if chosen else None
        self._arguments = {one.name: one.start for one in spec.arguments if one.is_required} if spec else {}
        self._rebuild()
        self.changed.emit()

    def _rebuild(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        chosen = self.initializer
        spec = chosen.spec if chosen else None
        self.fields, self.problem = {}, None
        for argument in spec.arguments if spec else ():
            self._add_field(argument)
        self._help.setText(" ".join(filter(None, (_translated(spec.help), spec.formula))) if spec else "")
        self._help.setVisible(spec is not None)

    def _add_field(self, argument: ArgumentSpec) -> None:
        field = field_for(argument, self._appearance)
        field.setObjectName(f"init.{self._part.value}.{argument.name}")
        field.setAccessibleName(_translated(argument.title))
        field.setToolTip(_translated(argument.help))
        field.show_text(show(argument, self._arguments.get(argument.name, argument.start)))
        field.edited.connect(lambda text: self._on_edited(argument, text))
        name = QLabel(argument.name)
        name.setFont(field.font())
        name.setBuddy(field)
        self.fields[argument.name] = field
        self._form.addRow(name, field)

    def _on_edited(self, argument: ArgumentSpec, text: str) -> None:
        value = parse(argument, text)
        self.problem = value if isinstance(value, Problem) else None
        if not isinstance(value, Problem):
            self._arguments.pop(argument.name, None)
            if argument.is_required or value != argument.default:
                self._arguments[argument.name] = value
        self.changed.emit()


def _translated(text: str) -> str:
    return QCoreApplication.translate("Catalog", text)
