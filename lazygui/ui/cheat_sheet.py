"""All keys and gestures on one sheet, made from the tables of both, with a field that looks for one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lazygui.ui.actions import shortcut_table
from lazygui.ui.gesture_table import GESTURES
from lazygui.ui.theme import BODY, S1, S2, S3, S4, SMALL, ui_font

COLUMN: Final = 330
"""How wide a column is at least."""
MOST_COLUMNS: Final = 3
SIZE: Final = (1080, 720)


@dataclass(frozen=True, slots=True)
class Line:
    """A command or a gesture with its keys, under a heading."""

    heading: str
    text: str
    keys: tuple[str, ...]

    def matches(self, question: str) -> bool:
        """Say whether each word of a question is in it."""
        said = " ".join((self.heading, self.text, *self.keys)).casefold()
        return all(word in said for word in question.casefold().split())


def lines() -> tuple[Line, ...]:
    """Return all of the sheet, in the language of the window."""

    def words(text: str) -> str:
        return QCoreApplication.translate("Gestures", text)

    canvas = QCoreApplication.translate("CheatSheet", "On the canvas")
    gestures = (Line(canvas, words(spec.effect), (words(spec.hand),)) for spec in GESTURES)
    commands = (Line(row.menu, row.text, tuple(map(_native, row.keys))) for row in shortcut_table())
    return (*gestures, *commands)


class CheatSheet(QDialog):
    """Closes by Escape, by `?` and by F1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys and gestures"))
        self.field = QLineEdit()
        self.field.setObjectName("shortcuts.search")
        self.field.setPlaceholderText(self.tr("Search keys and gestures"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setClearButtonEnabled(True)
        self.area = QScrollArea()
        self.area.setObjectName("shortcuts.sheet")
        self.area.setAccessibleName(self.windowTitle())
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = lines()
        self._shown: tuple[tuple[Line, ...], int] = ((), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(S3, S3, S3, S3)
        column.setSpacing(S2)
        column.addWidget(self.field)
        column.addWidget(self.area, 1)
        self.field.textChanged.connect(self._fill)
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 2 * S4), min(SIZE[1], room.height() - 2 * S4))
        self._fill()

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that fit what is searched."""
        return self._shown[0]

    def _fill(self) -> None:
        found = tuple(line for line in self._lines if line.matches(self.field.text()))
        count = min(max(self.width() // COLUMN, 1), MOST_COLUMNS)
        if (found, count) != self._shown:
            self._shown = found, count
            self.area.setWidget(self._sheet(found, count))

    def _sheet(self, found: tuple[Line, ...], count: int) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(S3, S2, S3, S2)
        row.setSpacing(2 * S4)
        if not found:
            nothing = QLabel(self.tr("Nothing is called so. Try another word."))
            nothing.setProperty("role", "muted")
            row.addWidget(nothing, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        for part in columns(found, count):
            row.addLayout(_column(part), 1)
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Question, Qt.Key.Key_F1):
            self.close()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Before the field takes it for a letter: no command is called so.
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        return super().event(event)


def columns(found: tuple[Line, ...], count: int) -> list[tuple[Line, ...]]:
    """Return the lines in columns of about the same height; a heading is as high as two lines."""
    heights = [1 + 2 * (number == 0 or found[number - 1].heading != line.heading) for number, line in enumerate(found)]
    most = -(-sum(heights) // count) if found else 0
    parts: list[list[Line]] = [[]]
    filled = 0
    for line, height in zip(found, heights, strict=True):
        if filled + height > most and len(parts) < count and parts[-1]:
            parts.append([])
            filled = 0
        parts[-1].append(line)
        filled += height
    return [tuple(part) for part in parts if part]


def _column(part: tuple[Line, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(S1)
    for heading, several in groupby(part, key=lambda line: line.heading):
        title = QLabel(heading)
        title.setFont(ui_font(BODY, QFont.Weight.DemiBold))
        title.setContentsMargins(0, S2, 0, 0)
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(S2)
        grid.setVerticalSpacing(S1)
        grid.setColumnStretch(0, 1)
        for number, line in enumerate(several):
            grid.addWidget(_text(line), number, 0)
            grid.addWidget(_keys(line), number, 1)
        column.addLayout(grid)
    column.addStretch(1)
    return column


def _text(line: Line) -> QLabel:
    text = QLabel(line.text)
    text.setFont(ui_font(SMALL))
    text.setWordWrap(True)
    return text


def _keys(line: Line) -> QWidget:
    keys = QWidget()
    row = QHBoxLayout(keys)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S1)
    row.addStretch(1)
    for key in line.keys:
        cap = QLabel(key)
        cap.setProperty("role", "key")
        cap.setFont(ui_font(SMALL))
        row.addWidget(cap)
    return keys


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
