"""The dialog of initialization: the rules of a drawing in a list, and the chosen one as a form. Changes no drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lazygui.catalog.initializers import RECIPES, Recipe
from lazygui.graph import initialization as init
from lazygui.graph import initializing
from lazygui.graph.initialization import InitRule, Part, Rules
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.initializing.part import PartField
from lazygui.ui.inspector.parts import label
from lazygui.ui.theme import S2, S3, S4
from lazygui.ui.words import rule_words, sentence, target_words

START_SIZE: Final = QSize(760, 520)
LIST_WIDTH: Final = 300
Target = tuple[str, tuple[str, ...]]


class InitDialog(QDialog):
    """Asks how the weights of a drawing shall be initialized. `chosen` are the nodes that a new rule may be for."""

    accepted_rules = Signal(object)
    """The Rules that are wanted."""

    def __init__(self, graph: Graph, chosen: Sequence[str], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._graph = graph
        self._chosen = tuple(node for node in chosen if initializing.can_initialize(graph.nodes[node]))
        self._rules = list(graph.initialization)
        self.setObjectName("dialog.init")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Initialize weights"))
        self.list = QListWidget()
        self.list.setObjectName("init.rules")
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.setStyleSheet(f"QListWidget::item {{ padding: {S2 - 2}px {S2}px; }}")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.target = _combo("init.target", self.tr("For"))
        self.recipe = _combo("init.recipe", self.tr("Recipe"))
        self.parts = {
            Part.WEIGHT: PartField(Part.WEIGHT, self.tr("Weights"), appearance),
            Part.BIAS: PartField(Part.BIAS, self.tr("Biases"), appearance),
        }
        self.said = label("muted")
        self.said.setObjectName("init.said")
        self._lay_out()
        self._listen()
        self._begin()

    @property
    def rules(self) -> Rules:
        """The rules as they are now."""
        return tuple(self._rules)

    @property
    def problem(self) -> Problem | None:
        """Why the rules cannot be, or None."""
        fields = (field.problem for field in self.parts.values())
        rules = (initializing.check_rule(rule, self._graph.nodes) for rule in self._rules)
        return next((found for found in (*fields, *rules) if found), None)

    def _lay_out(self) -> None:
        self.add = _button("init.add", self.tr("Add rule"))
        self.remove = _button("init.remove", self.tr("Remove rule"))
        pair = QHBoxLayout()
        pair.addWidget(self.add)
        pair.addWidget(self.remove)
        left = QVBoxLayout()
        left.setSpacing(S2)
        left.addWidget(self.list, 1)
        left.addLayout(pair)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(LIST_WIDTH)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(S3)
        for combo in (self.target, self.recipe):
            form.addLayout(_labelled(combo))
        for field in self.parts.values():
            form.addWidget(field)
        form.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(S4)
        row.addWidget(side)
        row.addWidget(self._form, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S4, S4, S4, S4)
        whole.setSpacing(S3)
        whole.addWidget(self._introduction())
        whole.addLayout(row, 1)
        whole.addWidget(self.said)
        whole.addWidget(self._buttons())
        self.resize(START_SIZE)

    def _introduction(self) -> QLabel:
        text = label("muted")
        text.setText(
            self.tr(
                "After the dry run, when all shapes are known, weights are initialized once. A rule for a node goes "
                "before one for its kind, and that before one for all layers."
            )
        )
        return text

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.accept_button = _button("init.accept", self.tr("Use these rules"))
        self.accept_button.setProperty("primary", "true")
        self.accept_button.setDefault(True)
        box.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(_button("init.cancel", self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        return box

    def _listen(self) -> None:
        self.recipe.addItem(self.tr("Own choice"), "")
        for recipe in RECIPES:
            self.recipe.addItem(_translated(recipe.title), recipe.name)
            self.recipe.setItemData(self.recipe.count() - 1, _translated(recipe.help), Qt.ItemDataRole.ToolTipRole)
        self.list.currentRowChanged.connect(self._show_rule)
        self.target.activated.connect(self._on_edited)
        self.recipe.activated.connect(self._on_recipe_chosen)
        for field in self.parts.values():
            field.changed.connect(self._on_edited)
        self.add.clicked.connect(self._on_added)
        self.remove.clicked.connect(self._on_removed)

    def _begin(self) -> None:
        """Show the rule that is about what is chosen; where there is none, begin one."""
        wanted = ("", self._chosen) if self._chosen else ("", ())
        if not any(rule.target == wanted for rule in self._rules) and (self._chosen or not self._rules):
            self._rules.append(init.of_recipe(RECIPES[0], *wanted))
        number = next((n for n, rule in enumerate(self._rules) if rule.target == wanted), 0)
        self._fill_list(number)

    # The list

    def _fill_list(self, current: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([rule_words(rule) for rule in self._rules])
        self.list.setCurrentRow(min(current, len(self._rules) - 1))
        self.list.blockSignals(False)
        self._show_rule()

    @property
    def _current(self) -> InitRule | None:
        row = self.list.currentRow()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def _on_added(self) -> None:
        free = next(self._free_targets(), None)
        if free is not None:
            self._rules.append(init.of_recipe(RECIPES[0], *free))
            self._fill_list(len(self._rules) - 1)
            self.target.setFocus()

    def _on_removed(self) -> None:
        row = self.list.currentRow()
        if self._current is not None:
            del self._rules[row]
            self._fill_list(max(row - 1, 0))
            self.list.setFocus()

    # The form

    def _show_rule(self) -> None:
        rule = self._current
        self._form.setEnabled(rule is not None)
        self.remove.setEnabled(rule is not None)
        self.add.setEnabled(next(self._free_targets(), None) is not None)
        if rule is not None:
            self.target.clear()
            for target in (rule.target, *self._free_targets()):
                self.target.addItem(target_words(*target), target)
            for part, field in self.parts.items():
                field.show_initializer(rule.initializer(part))
        self._say()

    def _free_targets(self) -> Iterator[Target]:
        """Yield whom a rule can be for that no rule is for yet."""
        taken = {rule.target for rule in self._rules}
        kinds = {init.kind_of(node.type) for node in self._graph.nodes.values()}
        inner = {"nn.Linear"} if kinds - set(init.kinds()) else set()
        present: list[Target] = [("", ()), *((kind, ()) for kind in init.kinds() if kind in kinds | inner)]
        return (one for one in (("", self._chosen), *present) if one not in taken)

    def _on_edited(self) -> None:
        """Take over what the form says into the rule."""
        row, target = self.list.currentRow(), self.target.currentData()
        kind, nodes = target
        parts = {part.value: field.initializer for part, field in self.parts.items()}
        self._rules[row] = InitRule(**parts, kind=kind, nodes=tuple(nodes))
        self.list.item(row).setText(rule_words(self._rules[row]))
        self._say()

    def _on_recipe_chosen(self) -> None:
        recipe = next((one for one in RECIPES if one.name == self.recipe.currentData()), None)
        row, rule = self.list.currentRow(), self._current
        if recipe is None or rule is None:
            return
        targets: list[Target] = [(kind, ()) for kind in recipe.kinds]
        targets = targets or [rule.target]
        self._rules[row] = init.of_recipe(recipe, *targets[0])
        others = [init.of_recipe(recipe, *target) for target in targets[1:]]
        these = {one.target for one in (self._rules[row], *others)}
        kept = [one for n, one in enumerate(self._rules) if n == row or one.target not in these]
        self._rules = [*kept, *others]
        self._fill_list(kept.index(self._rules[row]) if row < len(kept) else len(kept) - 1)

    def _say(self) -> None:
        """Say why the rules cannot be, or else how many layers they speak for."""
        problem = self.problem
        self.said.setProperty("role", "error" if problem else "muted")
        self.said.style().polish(self.said)
        self.said.setText(sentence(problem) if problem else self._reach_words())
        self.accept_button.setEnabled(problem is None)
        rule = self._current
        recipe = next((one for one in RECIPES if rule and _is_recipe(rule, one)), None)
        self.recipe.setCurrentIndex(self.recipe.findData(recipe.name if recipe else ""))

    def _reach_words(self) -> str:
        graph = self._graph.with_initialization(self.rules)
        layers = [node for node in graph.nodes.values() if initializing.can_initialize(node)]
        named = [node for node in layers if any(initializing.chosen(graph, node, part) for part in Part)]
        if not self._rules:
            return self.tr("Without rules weights stay as PyTorch drew them.")
        return self.tr("These rules speak for {count} of {all} layers.").format(count=len(named), all=len(layers))

    def _on_accepted(self) -> None:
        self.accepted_rules.emit(tuple(rule for rule in self._rules if rule.weight or rule.bias))
        self.accept()


def _is_recipe(rule: InitRule, recipe: Recipe) -> bool:
    return replace(rule, kind="", nodes=()) == init.of_recipe(recipe) and (
        not recipe.kinds or rule.kind in recipe.kinds
    )


def _combo(name: str, title: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    return box


def _labelled(combo: QComboBox) -> QVBoxLayout:
    heading = QLabel(combo.accessibleName())
    heading.setBuddy(combo)
    column = QVBoxLayout()
    column.setSpacing(S2 // 2)
    column.addWidget(heading)
    column.addWidget(combo)
    return column


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button


def _translated(text: str) -> str:
    return QCoreApplication.translate("Catalog", text)
