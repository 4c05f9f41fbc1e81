"""A chosen group in the inspector: its name, what it holds and costs, its ports, and what can be done with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lazygui.catalog.spec import UNKNOWN
from lazygui.graph import groups
from lazygui.graph.model import Graph, Port
from lazygui.graph.results import Results, Totals
from lazygui.graph.ties import owner
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.group_card import layer_words
from lazygui.ui.canvas.labels import outputs_of
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.header import NameField
from lazygui.ui.inspector.parts import Section, label, selectable
from lazygui.ui.theme import S1, S2, S4, SMALL, TINY
from lazygui.ui.words import sentence, totals_words
from lazygui.words.numbers import shape_words

PARAMETER_BYTES = 4
"""Of a float32, which all parameters are."""


def group_totals(graph: Graph, results: Results, members: Iterable[str]) -> Totals:
    """Return what the members learn, shared modules once, and compute; what nothing is known of is counted."""
    inside = tuple(members)
    learned = [_learned(results, node) for node in dict.fromkeys(owner(graph, member) for member in inside)]
    inferred = [results.inferred(member) for member in inside]
    macs = [one.macs if one else None for one in inferred]
    parameters = sum(filter(None, learned))
    unknown = max(learned.count(None), macs.count(None))
    return Totals(parameters, parameters * PARAMETER_BYTES, sum(filter(None, macs)), unknown)


def _learned(results: Results, node: str) -> int | None:
    result, inferred = results.result(node), results.inferred(node)
    if result is not None:
        return result.parameter_count
    return sum(math.prod(shape) for _, shape in inferred.parameters) if inferred else None


class GroupPage(QScrollArea):
    """One chosen group, or the repeated groups that one card stands for."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor = editor
        self._path = ""
        self.name = NameField()
        self.name.setObjectName("inspector.group.name")
        self.problem = label("error", TINY)
        self.layers = label("muted", SMALL)
        self.totals = selectable(label("muted", SMALL))
        self.ports = Section(appearance, "inspector.group.ports")
        self.lines = selectable(label(size=TINY, is_mono=True))
        self.ports.body.addWidget(self.lines)
        self.toggle, self.dissolve, self.save = (
            self._button("toggle", editor.toggle_group),
            self._button("dissolve", editor.dissolve_group),
            self._button("save", editor.save_block),
        )
        self._lay_out()
        self.name.textEdited.connect(lambda _text: self._say(""))
        self.name.editingFinished.connect(self._rename)
        self.retranslate()

    def show_group(self, path: str) -> None:
        self._path = path
        graph, results, members = self._editor.graph, self._editor.results, tuple(self._editor.selected_nodes)
        if path != self.name.old:
            self.name.old = path
            self.name.give_up()
        totals = group_totals(graph, results, members)
        self.layers.setText(layer_words(members, QCoreApplication.translate))
        is_known = totals.unknown < len(members)
        is_inferred = any(results.result(member) is None for member in members)
        self.totals.setText(totals_words(totals, is_inferred) if is_known else self.tr("Not known yet: run a sample."))
        self.lines.setText("\n".join(self._port_lines()))
        self.ports.setVisible(bool(self.lines.text()))
        self.toggle.setText(self.tr("Collapse") if path in self._editor.view.frames else self.tr("Expand"))

    def retranslate(self) -> None:
        self.name.setAccessibleName(self.tr("Name"))
        self.ports.set_title(self.tr("Ports"))
        self.dissolve.setText(self.tr("Dissolve"))
        self.save.setText(self.tr("Save as block\u2026"))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, S4, 0, S4)
        column.setSpacing(S2)
        head = QVBoxLayout()
        head.setContentsMargins(S4, 0, S4, 0)
        head.setSpacing(S1)
        for widget in (self.name, self.problem, self.layers, self.totals):
            head.addWidget(widget)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(S4, 0, S4, 0)
        buttons.setSpacing(S2)
        for button in (self.toggle, self.dissolve, self.save):
            buttons.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.ports)
        column.addLayout(buttons)
        column.addStretch(1)
        self.problem.hide()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def _button(self, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"inspector.group.{name}")
        button.clicked.connect(lambda: act())
        return button

    def _port_lines(self) -> Iterator[str]:
        """Say what comes in and goes out: `\u2192 attention.query   2 × 7 × 8`."""
        card = self._editor.view.cards.get(self._path)
        border = card.border if card else groups.border(self._editor.graph, self._path)
        for one in border.inputs:
            yield f"\u2192 {one.name}   {self._shape(one.outside)}"
        for one in border.outputs:
            yield f"{one.name} \u2192   {self._shape(one.inside)}"

    def _shape(self, ports: tuple[Port, ...]) -> str:
        outputs = outputs_of(self._editor.results, ports[0].node)[0] if ports else ()
        shape = outputs[ports[0].index] if ports and ports[0].index < len(outputs) else None
        return UNKNOWN if shape is None else shape_words(shape)

    def _rename(self) -> None:
        wanted, old = self.name.text().strip(), self.name.old
        if wanted == old or old not in groups.groups(self._editor.graph):
            return
        problem = self._editor.rename_group(old, wanted)
        self._say(sentence(problem) if problem else "")
        if problem is not None and not self.name.hasFocus():
            self.name.give_up()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.name.setAccessibleDescription(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
