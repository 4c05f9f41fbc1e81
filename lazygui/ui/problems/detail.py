"""One finding told whole: its sentence, where its numbers come from, and a button for each way to mend it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from lazygui.graph.findings import Cause, Finding, Fix
from lazygui.graph.model import Graph
from lazygui.ui.inspector.findings import CauseLink, WordyButton
from lazygui.ui.theme import S1, S2, S3, SMALL, mono_font, ui_font
from lazygui.ui.words import fix_name, sentence


class Detail(QScrollArea):
    """The chosen finding beside the list."""

    fix_chosen = Signal(object)
    """The Fix whose button was pressed."""
    node_chosen = Signal(str)
    """The node that a number comes from was asked for."""
    path_pointed = Signal(tuple)
    """The nodes on the way from a cause to its problem, while the pointer or the focus is on it; or ()."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems.detail")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.stops: tuple[WordyButton, ...] = ()
        """Where Tab stops, in the order of the inspector: where the numbers come from, and what would mend it."""
        self.show_finding(None, Graph())

    def show_finding(self, finding: Finding | None, graph: Graph) -> None:
        """Show another finding, or nothing."""
        self.path_pointed.emit(())
        self.stops = ()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(S3, S1, S2, S2)
        column.setSpacing(S1)
        if finding is not None:
            self._fill(column, finding, graph)
        column.addStretch(1)
        self.setWidget(page)
        # Qt has just switched this on; the page is part of the card around it.
        page.setAutoFillBackground(False)

    def _fill(self, column: QVBoxLayout, finding: Finding, graph: Graph) -> None:
        column.addWidget(_label("sentence", sentence(finding.problem), ui_font(SMALL)))
        links = [self._link(number, cause) for number, cause in enumerate(finding.causes)]
        buttons = [self._button(number, fix, graph) for number, fix in enumerate(finding.fixes)]
        self.stops = (*links, *buttons)
        for stop in self.stops:
            column.addWidget(stop)
        if finding.words:
            told = _label("words", finding.words, mono_font(SMALL))
            told.setProperty("role", "faint")
            told.setAccessibleName(self.tr("What PyTorch says"))
            told.setToolTip(self.tr("What PyTorch says"))
            column.addWidget(told)

    def _button(self, number: int, fix: Fix, graph: Graph) -> WordyButton:
        button = WordyButton(fix_name(fix, graph))
        button.setObjectName(f"problems.fix.{number}")
        button.clicked.connect(partial(self.fix_chosen.emit, fix))
        return button

    def _link(self, number: int, cause: Cause) -> CauseLink:
        link = CauseLink(cause)
        link.setObjectName(f"problems.cause.{number}")
        link.clicked.connect(partial(self.node_chosen.emit, cause.node))
        link.lit.connect(self.path_pointed)
        return link


def _label(name: str, text: str, font: QFont) -> QLabel:
    label = QLabel(text)
    label.setObjectName(f"problems.{name}")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
