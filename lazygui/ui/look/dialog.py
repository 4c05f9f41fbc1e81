"""The window in which one looks inside a node: its tensors to choose from, the picture, and the number at one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lazygui.engine.messages import Looked
from lazygui.graph.changes import GraphChanged
from lazygui.graph.initializing import SetWeight, list_words
from lazygui.graph.model import Node
from lazygui.ui.appearance import Appearance
from lazygui.ui.cards import Card
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.parts import label, selectable
from lazygui.ui.look.names import of_output, of_parameter
from lazygui.ui.look.view import TensorView
from lazygui.ui.theme import S2, S3, S4, mono_font
from lazygui.ui.words import sentence
from lazygui.words.numbers import number_words, shape_words

START_SIZE: Final = QSize(640, 620)
Ask = Callable[[str, str, int], int]
"""Asks for a tensor of a node: a parameter by name, or else an output by number; returns the number of the question."""


class LookDialog(QDialog):
    """Shows the tensors of one node. It asks by `ask`, and is told by `show_answer`."""

    closed = Signal()

    def __init__(self, editor: Editor, node: str, ask: Ask, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._node, self._ask = editor, node, ask
        self._question = -1
        self.setObjectName("dialog.look")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Inside {node}").format(node=node))
        self.choice = QComboBox()
        self.choice.setObjectName("look.tensor")
        self.choice.setAccessibleName(self.tr("Tensor"))
        self.view = TensorView(appearance)
        self.view.setAccessibleName(self.tr("Picture of the tensor"))
        self.facts = label("muted")
        self.facts.setObjectName("look.facts")
        self.number = selectable(label(is_mono=True))
        self.number.setObjectName("look.number")
        self.number.setAccessibleName(self.tr("Number at the place"))
        self.value = QLineEdit()
        self.value.setObjectName("look.value")
        self.value.setFont(mono_font())
        self.value.setAccessibleName(self.tr("New number"))
        self.value.setPlaceholderText(self.tr("new number"))
        self.set_button = _button("look.set", self.tr("Set"))
        self.free_button = _button("look.free", self.tr("As the run finds it"))
        self._lay_out()
        self._fill()
        self.choice.activated.connect(self.ask)
        self.view.place_changed.connect(self._show_place)
        self.value.returnPressed.connect(self._on_set)
        self.set_button.clicked.connect(self._on_set)
        self.free_button.clicked.connect(lambda: self._set(None))
        editor.graph_changed.connect(self._on_graph_changed)
        self.ask()

    @property
    def _told(self) -> Node | None:
        return self._editor.graph.nodes.get(self._node)

    @property
    def _tensor(self) -> tuple[str, int]:
        """The parameter that is chosen, or nothing and the number of an output."""
        found: tuple[str, int] = self.choice.currentData()
        return found

    def ask(self) -> None:
        """Ask for what is chosen; until it comes, nothing is shown."""
        self.facts.setText(self.tr("The run is made anew…"))
        self._question = self._ask(self._node, *self._tensor)

    def show_answer(self, answer: Looked) -> None:
        """Show what has come, if it was this that was asked for last."""
        if answer.generation != self._question or self._told is None:
            return
        picture, node = answer.picture, self._told
        parameter, output = self._tensor
        if picture is None:
            self.facts.setText(sentence(answer.problem) if answer.problem else "")
            self.view.show_picture(None, ("", ""))
            return
        shape = picture.shape
        results = self._editor.results
        graph = self._editor.graph
        names = of_parameter(node, parameter, shape) if parameter else of_output(graph, results, node.id, output, shape)
        down, across = (("", "", *names)[-2:]) if len(shape) > 1 else ("", names[-1] if names else "")
        sizes = picture.plane
        self.view.show_picture(picture, (f"{down} {sizes[0]}".strip(), f"{across} {sizes[1]}".strip()))
        self.facts.setText(self._facts(shape, picture.count, len(picture.tiles), picture.block))

    def _facts(self, shape: tuple[int, ...], count: int, shown: int, block: tuple[int, int]) -> str:
        told = [shape_words(shape)]
        if shown < count:
            told.append(self.tr("{shown} of {count} tiles").format(shown=shown, count=f"{count:,}"))
        elif count > 1:
            told.append(self.tr("{count} tiles").format(count=count))
        if block != (1, 1):
            told.append(self.tr("each square is the mean of {block} numbers").format(block=shape_words(block)))
        return " · ".join(told)

    def _show_place(self) -> None:
        picture, place, (parameter, _) = self.view.picture, self.view.place, self._tensor
        is_there = picture is not None and bool(picture.tiles)
        can_set = is_there and picture is not None and picture.is_exact and bool(parameter)
        for widget in (self.value, self.set_button, self.free_button):
            widget.setVisible(can_set)
        if picture is None or not is_there:
            self.number.setText("")
            return
        index = picture.index(*place)
        name = parameter or self.tr("output")
        text = f"{name}[{list_words(index)}] = {number_words(picture.value(*place))}"
        self.number.setText(text)
        self.view.setAccessibleDescription(text)
        where = (self._node, parameter, index)
        self.free_button.setEnabled(any(edit.place == where for edit in self._editor.graph.weights))

    def _on_set(self) -> None:
        try:
            number = float(self.value.text())
        except ValueError:
            self.facts.setText(self.tr("“{text}” is no number: write one, such as 0.5.").format(text=self.value.text()))
            return
        self._set(int(number) if number.is_integer() and abs(number) < 2**53 else number)

    def _set(self, number: float | None) -> None:
        picture, (parameter, _) = self.view.picture, self._tensor
        if picture is not None and parameter:
            self._editor.do(SetWeight(self._node, parameter, picture.index(*self.view.place), number))

    def _on_graph_changed(self, change: GraphChanged) -> None:
        self._node = change.renames.get(self._node, self._node)
        if self._told is None or change.is_replacement:
            self.close()
        elif self._node in change.affected:
            self.ask()

    def _fill(self) -> None:
        result = self._editor.results.result(self._node)
        assert result is not None, "one looks inside a node that has run"
        for tensor in result.parameters:
            self.choice.addItem(f"{tensor.name}  {shape_words(tensor.shape)}", (tensor.name, 0))
        for number, shape in enumerate(result.outputs):
            name = self.tr("output") if len(result.outputs) == 1 else self.tr("output {n}").format(n=number)
            self.choice.addItem(f"{name}  {shape_words(shape)}", ("", number))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Tensor"))
        heading.setBuddy(self.choice)
        top = QHBoxLayout()
        top.setSpacing(S2)
        top.addWidget(heading)
        top.addWidget(self.choice, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(S2)
        bottom.addWidget(self.number, 1)
        self.value.setFixedWidth(120)
        for widget in (self.value, self.set_button, self.free_button):
            bottom.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S4, S4, S4)
        column.setSpacing(S3)
        column.addLayout(top)
        column.addWidget(Card(self.view, S3), 1)
        column.addWidget(self.facts)
        column.addLayout(bottom)
        self.resize(START_SIZE)

    def done(self, result: int) -> None:
        super().done(result)
        self.closed.emit()


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
