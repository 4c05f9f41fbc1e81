"""The inspector as a whole: it follows the selection and shows the page that suits it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lazygui.graph.changes import GraphChanged
from lazygui.graph.model import Node
from lazygui.graph.results import ResultsChanged
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.form import ArgumentForm
from lazygui.ui.inspector.header import Header
from lazygui.ui.inspector.output import FailureBox, OutputSection
from lazygui.ui.inspector.parameters import ParametersSection
from lazygui.ui.inspector.parts import label, selectable
from lazygui.ui.theme import HEADING, S2, S4, SMALL, ui_font
from lazygui.words.numbers import shape_words

WIDTH = 296
MOST_LISTED = 12


class NodePage(QScrollArea):
    """Everything about one node."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor = editor
        self.header = Header(editor, appearance)
        self.failure = FailureBox(appearance)
        self.form = ArgumentForm(editor, appearance)
        self.parameters = ParametersSection(appearance)
        self.output = OutputSection(appearance)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.failure, self.form, self.parameters, self.output):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def show_node(self, node: Node) -> None:
        self.form.show_node(node)
        self.show_results(node)
        self._order_tabs()

    def show_results(self, node: Node) -> None:
        """Show what the latest run tells of the node; the form stays as it is."""
        results = self._editor.results
        self.header.show_node(node)
        self.failure.show_failure(results.failure(node.id))
        self.parameters.show_node(node, results.result(node.id))
        self.output.show_node(node, results)

    def _order_tabs(self) -> None:
        """Put the fields behind the name: a new child comes last in its window, behind what stands below the form."""
        controls = [control for row in self.form.rows for control in (row.field, row.reset)]
        for before, after in pairwise([self.header.name, *controls, self.form.remove_unknown]):
            self.setTabOrder(before, after)


class TextPage(QWidget):
    """A heading, a sentence, and perhaps a list in mono."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(size=HEADING)
        self.title.setFont(ui_font(HEADING, QFont.Weight.DemiBold))
        self.text = label("muted")
        self.list = selectable(label(size=SMALL, is_mono=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S4, S4, S4)
        column.setSpacing(S2)
        for widget in (self.title, self.text, self.list):
            column.addWidget(widget)
        column.addStretch(1)

    def say(self, title: str, text: str, lines: tuple[str, ...] = ()) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.list.setText("\n".join(lines))
        self.list.setVisible(bool(lines))


class Inspector(QWidget):
    """What is chosen on the canvas, to read and to edit."""

    def __init__(self, editor: Editor, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setMinimumWidth(WIDTH - 32)
        self._editor = editor
        self.node_page = NodePage(editor, appearance)
        self.text_page = TextPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.node_page)
        self._stack.addWidget(self.text_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        editor.selection_changed.connect(self._refresh)
        editor.graph_changed.connect(self._on_graph_changed)
        editor.results_changed.connect(self._on_results_changed)
        self.retranslate()

    @property
    def form(self) -> ArgumentForm:
        return self.node_page.form

    def retranslate(self) -> None:
        for widget in (self, self.node_page):
            widget.setAccessibleName(self.tr("Inspector"))
        self._refresh()

    def _refresh(self) -> None:
        node = self._editor.selected_node
        if node is not None:
            self.node_page.show_node(node)
        elif self._editor.selected_nodes:
            self._say_nodes()
        elif self._editor.selected_edges:
            self._say_edges()
        else:
            self._say_nothing()
        self._stack.setCurrentWidget(self.node_page if node else self.text_page)
        self.setFocusProxy(self.node_page.header.name if node else None)  # type: ignore[arg-type]

    def _say_nothing(self) -> None:
        if self._editor.graph.nodes:
            text = self.tr(
                "Click a layer to edit its arguments and see its parameters. Arrow keys go from layer to layer."
            )
        else:
            text = self.tr("Drag a layer from the palette onto the canvas, or choose one and press Enter.")
        self.text_page.say(self.tr("Nothing selected"), text)

    def _say_nodes(self) -> None:
        names = sorted(self._editor.selected_nodes)
        types = {self._editor.graph.nodes[name].type for name in names}
        if len(types) == 1:
            text = self.tr("All of them are {type}. Select one to edit its arguments.").format(type=types.pop())
        else:
            text = self.tr("They are of {count} different types. Select one to edit its arguments.")
            text = text.format(count=len(types))
        self.text_page.say(self.tr("{count} nodes selected").format(count=len(names)), text, _shortened(names))

    def _say_edges(self) -> None:
        lines = [self._edge_line(target.node, target.index) for target in sorted(self._editor.selected_edges)]
        if len(lines) == 1:
            self.text_page.say(self.tr("Connection"), "", tuple(lines))
        else:
            title = self.tr("{count} connections selected").format(count=len(lines))
            self.text_page.say(title, "", _shortened(lines))

    def _edge_line(self, node: str, index: int) -> str:
        edges = self._editor.graph.edges
        source = next(source for target, source in edges.items() if target == (node, index))
        outputs = self._editor.results.outputs(source.node)
        shape = shape_words(outputs[source.index]) if source.index < len(outputs) else "?"
        return f"{source.node} \u2192 {node}   {shape}"

    def _on_graph_changed(self, _change: GraphChanged) -> None:
        self._refresh()

    def _on_results_changed(self, change: ResultsChanged) -> None:
        node = self._editor.selected_node
        if node is None:
            self._refresh()
        elif node.id in change.nodes:
            self.node_page.show_results(node)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _shortened(lines: list[str]) -> tuple[str, ...]:
    return (*lines[:MOST_LISTED], "\u2026") if len(lines) > MOST_LISTED else tuple(lines)
