"""The inspector as a whole: it follows the selection and shows the page that suits it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lazygui.catalog.spec import UNKNOWN
from lazygui.graph.changes import GraphChanged
from lazygui.graph.model import EMPTY, Node, Port
from lazygui.graph.results import ResultsChanged
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.labels import outputs_of
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.comment import CommentPage
from lazygui.ui.inspector.findings import FindingBox, FindingList
from lazygui.ui.inspector.form import ArgumentForm
from lazygui.ui.inspector.group import GroupPage
from lazygui.ui.inspector.header import Header
from lazygui.ui.inspector.output import OutputSection
from lazygui.ui.inspector.parameters import ParametersSection
from lazygui.ui.inspector.parts import TextPage
from lazygui.ui.inspector.several import SeveralPage
from lazygui.ui.inspector.sharing import SharingSection
from lazygui.ui.inspector.source import SourceSection
from lazygui.words.numbers import shape_words

WIDTH = 296
MOST_LISTED = 12


class NodePage(QScrollArea):
    """Everything about one node."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor = editor
        self.header = Header(editor, appearance)
        self.failure = FindingBox(editor, appearance, "inspector.failure")
        self.findings = FindingList(editor, appearance)
        self.form = ArgumentForm(editor, appearance)
        self.parameters = ParametersSection(appearance)
        self.sharing = SharingSection(editor, appearance)
        self.output = OutputSection(appearance)
        self.source = SourceSection(appearance)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        findings, facts = (self.failure, self.findings), (self.parameters, self.output, self.sharing, self.source)
        for part in (self.header, *findings, self.form, *facts):
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
        self.source.show_node(node)
        self.show_results(node)

    def show_results(self, node: Node) -> None:
        """Show what is known of the node; of the form, only what it was filled in with."""
        graph, results = self._editor.graph, self._editor.results
        failure, inferred = results.failure(node.id), results.inferred(node.id)
        self.header.show_node(node)
        self.failure.show_finding(failure)
        self.findings.show_findings(tuple(one for one in results.findings_of(node.id) if one is not failure))
        self.form.show_sizes(inferred.sizes if inferred else EMPTY)
        self.parameters.show_node(graph, node, results)
        self.sharing.show_node(node)
        self.output.show_node(graph, node, results)
        self._order_tabs()

    def open_sharing(self, menu: str) -> None:
        """Bring the section of sharing into sight and open its menu, `share` or `tie`."""
        self.ensureWidgetVisible(self.sharing)
        self.sharing.open(menu)

    def _order_tabs(self) -> None:
        """Have Tab go from top to bottom: a new child comes last in its window, behind what stands below it."""
        stops = [stop for box in (self.failure, *self.findings.boxes) for stop in box.stops]
        controls = [control for row in self.form.rows for control in row.controls]
        for before, after in pairwise([self.header.name, *stops, *controls, self.form.remove_unknown]):
            self.setTabOrder(before, after)


class Inspector(QWidget):
    """What is chosen on the canvas, to read and to edit."""

    def __init__(self, editor: Editor, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setMinimumWidth(WIDTH - 32)
        self._editor = editor
        self.node_page = NodePage(editor, appearance)
        self.group_page = GroupPage(editor, appearance)
        self.text_page = TextPage()
        self.several_page = SeveralPage(editor, appearance)
        self.comment_page = CommentPage(editor)
        self._stack = QStackedWidget()
        for page in (self.node_page, self.group_page, self.text_page, self.several_page, self.comment_page):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        editor.selection_changed.connect(self._refresh)
        editor.graph_changed.connect(self._on_graph_changed)
        editor.results_changed.connect(self._on_results_changed)
        editor.collapse_changed.connect(self._refresh)
        self.retranslate()

    @property
    def form(self) -> ArgumentForm:
        return self.node_page.form

    def retranslate(self) -> None:
        for widget in (self, self.node_page, self.several_page):
            widget.setAccessibleName(self.tr("Inspector"))
        self._refresh()

    def _refresh(self) -> None:
        page = self._show_page()
        self._stack.setCurrentWidget(page)
        if page is not self.several_page:
            self.several_page.show_nodes(())
        first: dict[QWidget, QWidget | None] = {
            self.node_page: self.node_page.header.name,
            self.group_page: self.group_page.name,
            self.several_page: self.several_page.first_field,
            self.comment_page: self.comment_page.text,
        }
        self.setFocusProxy(first.get(page))  # type: ignore[arg-type]

    def _show_page(self) -> QWidget:
        """Fill the page that suits what is chosen, and return it."""
        editor, node = self._editor, self._editor.selected_node
        self.comment_page.show_comment(editor.selected_comment)
        if editor.selected_comment is not None:
            return self.comment_page
        group = None if node else editor.selected_group
        if node is not None:
            self.node_page.show_node(node)
            return self.node_page
        if group is not None:
            self.group_page.show_group(group)
            return self.group_page
        if editor.selected_nodes:
            self._say_nodes()
            return self.several_page
        self._say_edges() if editor.selected_edges else self._say_nothing()
        return self.text_page

    def _say_nothing(self) -> None:
        if self._editor.graph.nodes:
            text = self.tr(
                "Click a layer to edit its arguments and see its parameters. Arrow keys go from layer to layer."
            )
        else:
            text = self.tr("Drag a layer from the palette onto the canvas, or choose one and press Enter.")
        self.text_page.say(self.tr("Nothing selected"), text)

    def _say_nodes(self) -> None:
        nodes = [node for key, node in self._editor.graph.nodes.items() if key in self._editor.selected_nodes]
        types = {node.type for node in nodes}
        if len(types) == 1:
            text = self.tr("All of them are {type}.").format(type=types.pop())
        else:
            text = self.tr("They are of {count} different types.").format(count=len(types))
        title = self.tr("{count} nodes selected").format(count=len(nodes))
        self.several_page.page.say(title, text, _shortened(sorted(node.id for node in nodes)))
        self.several_page.show_nodes(nodes)

    def _say_edges(self) -> None:
        lines = [self._edge_line(target.node, target.index) for target in sorted(self._editor.selected_edges)]
        if len(lines) == 1:
            self.text_page.say(self.tr("Connection"), "", tuple(lines))
        else:
            title = self.tr("{count} connections selected").format(count=len(lines))
            self.text_page.say(title, "", _shortened(lines))

    def _edge_line(self, node: str, index: int) -> str:
        source = self._editor.graph.edges[Port(node, index)]
        outputs, _ = outputs_of(self._editor.results, source.node)
        shape = outputs[source.index] if source.index < len(outputs) else None
        return f"{source.node} \u2192 {node}   {UNKNOWN if shape is None else shape_words(shape)}"

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
