"""The panel of the depth view: activations or gradients, each layer as a ridge below the one before it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from lazygui.graph import depth
from lazygui.ui.appearance import Appearance
from lazygui.ui.depth.delegate import DepthDelegate
from lazygui.ui.depth.model import DepthModel
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.parts import label
from lazygui.ui.theme import S1, S2, S3, TINY
from lazygui.words.numbers import number_words

PAUSE_MS: Final = 150
ACTIVATIONS, GRADIENTS = range(2)


class DepthPanel(QWidget):
    """Layers in running order. The chosen row and the chosen node are one; Enter goes to the node."""

    node_chosen = Signal(str)
    """A person wants to go to this node."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("depth")
        self._editor = editor
        self.model = DepthModel()
        self.list = QListView()
        self.list.setObjectName("depth.list")
        self.list.setUniformItemSizes(True)
        self.list.setModel(self.model)
        self.delegate = DepthDelegate(editor, appearance, self.list)
        self.list.setItemDelegate(self.delegate)
        self.kind = QComboBox()
        self.kind.setObjectName("depth.kind")
        self.kind.addItems(("", ""))
        self.own = QCheckBox()
        self.own.setObjectName("depth.own")
        self.axis = label("muted", TINY)
        self._empty = label("faint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._soon.timeout.connect(self.refresh)
        editor.graph_changed.connect(lambda _change: self._soon.start())
        editor.results_changed.connect(self._soon.start)
        editor.selection_changed.connect(self._follow_selection)
        appearance.theme_changed.connect(self.list.viewport().update)
        self.kind.activated.connect(self.refresh)
        self.own.toggled.connect(self.refresh)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_clicked)
        self.retranslate()

    @property
    def is_late(self) -> bool:
        """True while something has changed that the list does not show yet."""
        return self._soon.isActive()

    def refresh(self) -> None:
        """Show what is known now. Unseen the panel works nothing out."""
        self._soon.stop()
        if not self.isVisible():
            return
        read = depth.gradients if self.kind.currentIndex() == GRADIENTS else depth.activations
        layers = read(self._editor.graph, self._editor.results)
        ends = depth.common_ends(layers)
        self.delegate.ends = None if self.own.isChecked() else ends
        self.delegate.powers = depth.magnitudes(layers)
        self.model.show(layers)
        self._stack.setCurrentIndex(int(bool(layers)))
        self._say(ends, bool(layers))
        self._follow_selection()

    def focus_list(self) -> None:
        """Give the list the focus, with its first row chosen where none is."""
        self.refresh()
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Depth"))
        self.kind.setItemText(ACTIVATIONS, self.tr("Activations"))
        self.kind.setItemText(GRADIENTS, self.tr("Gradients"))
        self.kind.setAccessibleName(self.tr("What is shown by depth"))
        self.own.setText(self.tr("Each on its own axis"))
        self.refresh()
        self._say((0.0, 0.0), False)

    def _say(self, ends: tuple[float, float], has_layers: bool) -> None:
        low, high = self.delegate.powers
        if has_layers:
            text = self.tr("values from {low} to {high} · spread from {least} to {most}")
            values = {"low": number_words(ends[0]), "high": number_words(ends[1])}
            self.axis.setText(text.format(**values, least=f"1e{low}", most=f"1e{high}"))
        else:
            self.axis.setText("")
        if self.kind.currentIndex() == GRADIENTS:
            self._empty.setText(self.tr("No backward yet: run a sample, and go back through it with Ctrl+B."))
        else:
            self._empty.setText(self.tr("Run a sample: what comes out of each layer is shown here, the first on top."))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(S3, S1, S3, 0)
        top.setSpacing(S2)
        for widget in (self.kind, self.own):
            top.addWidget(widget)
        top.addStretch(1)
        self.axis.setWordWrap(False)
        top.addWidget(self.axis)
        self._stack = QStackedWidget()
        self._stack.addWidget(_centred(self._empty))
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S1, 0, 0)
        column.setSpacing(S1)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _follow_selection(self) -> None:
        node = self._editor.selected_node
        row = self.model.row_of(node.id) if node is not None else -1
        if row >= 0 and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(row, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._editor.select((self.model.layers[index.row()].node,))

    def _on_activated(self, index: QModelIndex) -> None:
        self.node_chosen.emit(self.model.layers[index.row()].node)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _centred(text: QLabel) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(text)
    column.addStretch(1)
    return page
