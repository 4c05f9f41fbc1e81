"""The head of the inspector: the node's tile, name, layer and state. The name is edited here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from lazygui.catalog.spec import Family
from lazygui.graph import rules
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem
from lazygui.graph.results import State
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.face import node_face
from lazygui.ui.editor import Editor
from lazygui.ui.glyphs import tile_pixmap
from lazygui.ui.inspector.parts import label, selectable
from lazygui.ui.state_icon import paint_state_icon, state_color
from lazygui.ui.theme import HEADING, S1, S2, S3, S4, SMALL, TINY, ui_font
from lazygui.ui.words import sentence

TILE = 34


class StateBadge(QWidget):
    """The state as the canvas shows it: the icon's shape and the word, in one colour."""

    ICON = 18

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._state = State.UNINITIALIZED
        self._word = ""
        self._font = ui_font(SMALL, QFont.Weight.Medium)

    def show_state(self, state: State, word: str) -> None:
        self._state, self._word = state, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    @property
    def word(self) -> str:
        return self._word

    def sizeHint(self) -> QSize:
        return QSize(self.ICON + S2 + QFontMetrics(self._font).horizontalAdvance(self._word), self.ICON + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_state_icon(painter, QPointF(self.ICON / 2, self.height() / 2), self._state, theme)
        painter.setFont(self._font)
        painter.setPen(QColor(state_color(theme, self._state)))
        text = self.rect().adjusted(self.ICON + S2 - 2, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        painter.end()


class NameField(QLineEdit):
    """The name of the node. Enter or leaving the field renames; Escape gives up."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector.name")
        self.setFont(ui_font(HEADING, QFont.Weight.DemiBold))
        self.old = ""

    def give_up(self) -> None:
        self.setText(self.old)
        # A long name is read from its beginning.
        self.setCursorPosition(0)
        self.textEdited.emit(self.old)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            self.selectAll()
        else:
            super().keyPressEvent(event)


class Header(QWidget):
    """Tile, name, layer and state of one node."""

    def __init__(self, editor: Editor, appearance: Appearance) -> None:
        super().__init__()
        self._editor = editor
        self._appearance = appearance
        self._sign: Family | None = None
        self._tile = QLabel()
        self._tile.setFixedSize(TILE, TILE)
        self.name = NameField()
        self.problem = label("error", TINY)
        self.problem.hide()
        self.layer = selectable(label("muted", SMALL, is_mono=True))
        self.layer.setObjectName("inspector.layer")
        self.state = StateBadge(appearance)
        self.state.setObjectName("inspector.state")
        self._lay_out()
        self.name.textEdited.connect(self._on_name_edited)
        self.name.editingFinished.connect(self._on_name_finished)
        appearance.theme_changed.connect(self.wear_theme)
        self.retranslate()

    def show_node(self, node: Node) -> None:
        face = node_face(self._editor.graph, self._editor.results, node.id, QCoreApplication.translate)
        result = self._editor.results.result(node.id)
        if node.id != self.name.old:
            self.name.old = node.id
            self.name.give_up()
        became = result.type if result and result.type != node.type else ""
        self.layer.setText(f"{node.type} \u2192 {became}" if became else node.type)
        self.state.show_state(face.state, face.state_word)
        if face.sign is not self._sign or self._tile.pixmap().isNull():
            self._sign = face.sign
            self.wear_theme()

    def wear_theme(self) -> None:
        self._tile.setPixmap(tile_pixmap(self._sign, self._appearance.theme, TILE, self.devicePixelRatio()))

    def retranslate(self) -> None:
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setToolTip(self.tr("The attribute path of the layer in the model, such as fc1 or b2.conv1."))
        self._on_name_edited(self.name.text())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(S2)
        line.addWidget(self._tile)
        line.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S4, S4, S3)
        column.setSpacing(S1)
        column.addLayout(line)
        self.problem.setContentsMargins(TILE + S2, 0, 0, 0)
        column.addWidget(self.problem)
        column.addSpacing(S1)
        column.addWidget(self.layer)
        column.addWidget(self.state)

    def _problem(self, name: str) -> Problem | None:
        others = self._editor.graph.nodes.keys() - {self.name.old}
        return rules.check_name(name, others) if self.name.old else None

    def _on_name_edited(self, name: str) -> None:
        problem = self._problem(name.strip())
        words = sentence(problem) if problem else ""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.name.setAccessibleDescription(words)
        self.name.setProperty("invalid", "true" if words else "false")
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)

    def _on_name_finished(self) -> None:
        wanted = self.name.text().strip()
        if self._problem(wanted) is None and self.name.old in self._editor.graph.nodes:
            self._editor.rename(self.name.old, wanted)
            self.name.setText(wanted)
        elif not self.name.hasFocus():
            self.name.give_up()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
