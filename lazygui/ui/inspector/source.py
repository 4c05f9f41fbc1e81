"""The Python of a block, to read: what a block does is no secret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton

from lazygui.graph.model import Node
from lazygui.ui.appearance import Appearance
from lazygui.ui.inspector.findings import WordsBox
from lazygui.ui.inspector.parts import Section


class SourceSection(Section):
    """A block's function, closed until somebody opens it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "inspector.source")
        self.disclosure = QToolButton()
        self.disclosure.setObjectName("inspector.source.open")
        self.disclosure.setCheckable(True)
        self.disclosure.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.disclosure.toggled.connect(self._on_toggled)
        self.text = WordsBox()
        self.text.setObjectName("inspector.source.text")
        self.body.addWidget(self.disclosure)
        self.body.addWidget(self.text)
        self._on_toggled(False)
        self.retranslate()

    def show_node(self, node: Node) -> None:
        source = node.spec.source.strip() if node.spec else ""
        self.setVisible(bool(source))
        if source != self.text.toPlainText():
            self.text.setPlainText(source)
            self.disclosure.setChecked(False)

    def retranslate(self) -> None:
        self.set_title(self.tr("Source"))
        self.disclosure.setText(self.tr("Open the block"))
        self.text.setAccessibleName(self.tr("Source"))

    def _on_toggled(self, is_open: bool) -> None:
        self.disclosure.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.text.setVisible(is_open)
        self.text.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
