"""The PyTorch code of the drawing, to read, copy and save. Follows every edit; what is written, `codegen` decides."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QShowEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from lazygui import catalog
from lazygui.catalog.spec import Family
from lazygui.codegen.source import Script, script
from lazygui.graph.filling import Sizes, filled, needs_filling
from lazygui.graph.model import Graph
from lazygui.ui.appearance import Appearance
from lazygui.ui.editor import Editor
from lazygui.ui.icons import icon
from lazygui.ui.theme import S1, S2, SMALL, Theme, mono_font

COPIED_MS: Final = 1500
PAUSE_MS: Final = 120
"""After an edit the shapes come first: to write the code of a large network takes longer than they do."""
MANY: Final = 1000
PAUSE_MS_OF_MANY: Final = 800
"""The code of thousands of layers takes some tenths of a second: it waits until the hands rest."""

LAST_SHORT_SIGN: Final = "\uffff"
"""Behind it a sign counts as two in Qt's positions."""

_TOKENS: Final = re.compile(
    r"(?P<comment>\#.*)"
    r"|(?P<string>'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")"
    r"|(?P<layer>\b(?:nn|torch|F)\.\w+(?:\.\w+)*)"
    r"|(?P<keyword>\b(?:import|from|as|class|def|return|for|in|if|with|raise|None|True|False|self|print)\b)"
    r"|(?P<number>\b\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?\b)"
)


class Highlighter(QSyntaxHighlighter):
    """Colours Python: a layer in the colour of its family on the canvas, and quietly what is around it."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def wear(self, theme: Theme) -> None:
        self._theme = theme
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for match in _TOKENS.finditer(text):
            self.setFormat(match.start(), len(match.group()), self._format(match))

    def _format(self, match: re.Match[str]) -> QTextCharFormat:
        result = QTextCharFormat()
        result.setForeground(self._color(match))
        if match.lastgroup == "keyword":
            result.setFontWeight(QFont.Weight.DemiBold)
        result.setFontItalic(match.lastgroup == "comment")
        return result

    def _color(self, match: re.Match[str]) -> QColor:
        theme = self._theme
        match match.lastgroup:
            case "layer":
                spec = catalog.find(match.group())
                return theme.family(spec.family) if spec else QColor(theme.text)
            case "keyword":
                return QColor(theme.text_muted)
            case "string":
                return theme.family(Family.CONVOLUTION)
            case "number":
                return QColor(theme.unknown)
            case _:
                return QColor(theme.text_faint)


def difference(old: str, new: str) -> tuple[int, int, str]:
    """Return where a text differs from another: from and to in the old one, and what stands there in the new one."""
    start = _common(old, new)
    same = _common(old[start:][::-1], new[start:][::-1])
    return start, len(old) - same, new[start : len(new) - same]


def _common(one: str, other: str) -> int:
    """Return how many signs two texts begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


class CodePanel(QWidget):
    """The code with its two buttons. `save_requested` carries the text of the script."""

    save_requested = Signal(str)

    def __init__(self, editor: Editor, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code")
        self._editor = editor
        self._appearance = appearance
        self._seed = 0
        self._written: tuple[Graph, Sizes, int] | None = None
        """What the text was written from."""
        self._script = Script("", {})
        self.text = self._make_text()
        self._highlighter = Highlighter(self.text.document(), appearance.theme)
        self.copy_button = _button("code.copy")
        self.save_button = _button("code.save")
        self._soon = _timer(self, PAUSE_MS, self.refresh)
        self._copied = _timer(self, COPIED_MS, self.retranslate)
        self._lay_out()
        self._connect()
        self._wear_theme()
        self.retranslate()
        self.refresh()

    @property
    def code(self) -> str:
        """The script as it is now, also when the panel has not yet painted it."""
        return self._write().text

    def _write(self) -> Script:
        return script(filled(self._editor.graph, self._sizes()), self._seed)

    @property
    def is_late(self) -> bool:
        """True while an edit has happened that the text, where it is seen, does not show yet."""
        return self._soon.isActive()

    def set_seed(self, seed: int) -> None:
        """Write the script for this seed, so that it draws the same weights and samples as the program."""
        self._seed = seed
        self._soon.start()

    def copy(self) -> None:
        """Put the code on the clipboard, and say so on the button for a moment."""
        QGuiApplication.clipboard().setText(self.code)
        self.copy_button.setText(self.tr("Copied"))
        self._copied.start()

    def refresh(self) -> None:
        """Show the code, where it was scrolled to, with the chosen nodes marked. Unseen the panel writes nothing."""
        self._soon.stop()
        if not self.isVisible():
            return
        written = (self._editor.graph, self._sizes(), self._seed)
        if written != self._written:
            self._written = written
            self._show(self._write())
        self._mark()

    def _sizes(self) -> Sizes:
        """Return what inference has filled in, where the drawing leaves a size open."""
        graph, results = self._editor.graph, self._editor.results
        if not needs_filling(graph):
            return {}
        found = ((node, results.inferred(node)) for node in graph.nodes)
        return {node: shapes.sizes for node, shapes in found if shapes is not None and shapes.sizes}

    def _on_graph_changed(self) -> None:
        self._soon.start(PAUSE_MS if len(self._editor.graph.nodes) < MANY else PAUSE_MS_OF_MANY)

    def _on_results_changed(self) -> None:
        # A run tells every node: only a drawing with open sizes reads otherwise after it.
        if needs_filling(self._editor.graph):
            self._soon.start()

    def _show(self, written: Script) -> None:
        """Replace what is different and nothing else: what stays is neither laid out nor coloured again."""
        old, code = self._script.text, written.text
        start, end, text = difference(old, code)
        bars = (self.text.verticalScrollBar(), self.text.horizontalScrollBar())
        places = [bar.value() for bar in bars]
        if max(old + code, default="") > LAST_SHORT_SIGN:
            self.text.setPlainText(code)
        else:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)
        self._script = written
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)

    def retranslate(self) -> None:
        self.text.setAccessibleName(self.tr("PyTorch code"))
        self.copy_button.setText(self.tr("Copy"))
        self.copy_button.setToolTip(self.tr("Copy the code to the clipboard"))
        self.save_button.setText(self.tr("Save as script\u2026"))
        self.save_button.setToolTip(self.tr("Save a script that runs by itself and prints the shapes"))

    def _make_text(self) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setObjectName("code.text")
        text.setReadOnly(True)
        text.setUndoRedoEnabled(False)
        text.setFont(mono_font(SMALL))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        # Read-only, yet with a cursor: the code can be selected by the keyboard alone.
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return text

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(S2, S1, S2, 0)
        buttons.setSpacing(S1)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(S2, S1, S1, S1)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addWidget(self.text, 1)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(lambda: self.save_requested.emit(self.code))
        self._editor.graph_changed.connect(self._on_graph_changed)
        self._editor.results_changed.connect(self._on_results_changed)
        self._editor.selection_changed.connect(self._soon.start)
        self._appearance.theme_changed.connect(self._wear_theme)

    def _wear_theme(self) -> None:
        theme = self._appearance.theme
        self._highlighter.wear(theme)
        self.copy_button.setIcon(icon("copy", theme, "text_muted"))
        self.save_button.setIcon(icon("save", theme, "text_muted"))
        self._mark()

    def _mark(self) -> None:
        """Lay a band behind the lines of the chosen nodes."""
        chosen = self._editor.selected_nodes
        numbers = sorted({number for node in chosen for number in self._script.lines.get(node, ())})
        self.text.setExtraSelections([self._band(number) for number in numbers])

    def _band(self, number: int) -> QTextEdit.ExtraSelection:
        band = QTextEdit.ExtraSelection()
        band.format.setBackground(QColor(self._appearance.theme.selected_row))
        band.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        band.cursor = QTextCursor(self.text.document().findBlockByNumber(number))
        return band

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("flat", "true")
    button.setIconSize(QSize(16, 16))
    return button


def _timer(parent: QWidget, pause: int, call: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(call)
    return timer
