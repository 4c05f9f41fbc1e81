"""One field for each kind of argument. All speak text: `edited` tells what was written, `show_text` shows a value.

Fields know the specification of their argument, and neither document nor rules.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from lazygui.catalog.spec import ArgumentSpec, Kind, Value
from lazygui.graph.problems import Problem
from lazygui.ui.appearance import Appearance
from lazygui.ui.inspector.values import parse, show, step
from lazygui.ui.theme import CONTROL_RADIUS, SMALL, TINY, mono_font

NONE: Final = "None"
_NOTCH: Final = 120
"""What a wheel reports for one notch, in eighths of a degree."""


class TextField(QLineEdit):
    """A value as text: floats, sizes, shapes and tables of numbers."""

    edited = Signal(str)
    left = Signal()
    """The person is done with the field, or gave up with Escape."""

    def __init__(self, argument: ArgumentSpec) -> None:
        super().__init__()
        self._argument = argument
        self.setFont(mono_font(SMALL))
        self.setPlaceholderText(NONE if argument.optional else "")
        self.textEdited.connect(self.edited)

    def show_text(self, text: str) -> None:
        # Qt cuts a longer text, and a cut one must not be edited.
        self.setReadOnly(len(text) > self.maxLength())
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.selectAll()
        # Meant for a button: no value is a space, which would take the place of one that Tab has chosen whole.
        elif not (event.key() == Qt.Key.Key_Space and self.selectedText() == self.text() != ""):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class IntegerField(TextField):
    """An integer of 64 bits, which QSpinBox cannot hold. Arrows and, once it has the focus, the wheel step it."""

    STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}

    def __init__(self, argument: ArgumentSpec) -> None:
        super().__init__(argument)
        self._turned = 0

    def step_by(self, by: int) -> None:
        """Step the value, no further than its bounds; what is no number stays."""
        value = parse(self._argument, self.text())
        if isinstance(value, int | None):
            text = show(self._argument, step(self._argument, value, by))
            self.setText(text)
            self.edited.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = self.STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step_by(by)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches, self._turned = int(self._turned / _NOTCH), self._turned % _NOTCH if self._turned > 0 else 0
        if notches:
            self.step_by(notches)
        event.accept()


class ChoiceField(QComboBox):
    """One of the catalogue's choices, in torch's words. The wheel scrolls the panel until the field has the focus."""

    edited = Signal(str)

    def __init__(self, argument: ArgumentSpec) -> None:
        super().__init__()
        self.setFont(mono_font(SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choices: tuple[Value, ...] = (True, False) if argument.kind is Kind.BOOLEAN else argument.choices
        for choice in (None, *choices) if argument.optional else choices:
            self.addItem(show(argument, choice) or NONE)
        self.textActivated.connect(self.edited)

    def text(self) -> str:
        return self.currentText()

    def show_text(self, text: str) -> None:
        number = self.findText(text or NONE)
        # A document may hold what is no choice: it is shown, and stays until another is chosen.
        self.setPlaceholderText(text if number < 0 else "")
        self.setCurrentIndex(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SwitchField(QCheckBox):
    """True or false, as a switch. A check box in all but its looks."""

    edited = Signal(str)
    TRACK: Final = QSize(32, 18)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda is_on: self.edited.emit(str(is_on)))

    def text(self) -> str:
        return str(self.isChecked())

    def show_text(self, text: str) -> None:
        self.setChecked(text == str(True))

    def sizeHint(self) -> QSize:
        return QSize(self.TRACK.width() + 4, 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(2, (self.height() - self.TRACK.height()) / 2, self.TRACK.width(), self.TRACK.height())
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(track.adjusted(-1.5, -1.5, 1.5, 1.5), 10.5, 10.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if self.isChecked() else theme.border_strong))
        painter.drawRoundedRect(track, 9, 9)
        painter.setBrush(QColor(theme.on_accent if self.isChecked() else theme.panel))
        left = track.right() - 16 if self.isChecked() else track.left() + 2
        painter.drawEllipse(QRectF(left, track.top() + 2, 14, 14))
        painter.end()


class SourceField(QPlainTextEdit):
    """Lines of Python. They are told when the field is left, or with Ctrl+Enter; Escape gives up; Tab goes on."""

    edited = Signal(str)
    left = Signal()
    LINES: Final = 12

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFont(mono_font(TINY))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self.LINES + 16)
        appearance.theme_changed.connect(self._wear_theme)
        self._wear_theme()

    def text(self) -> str:
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)

    def commit(self) -> None:
        self.edited.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
        elif is_enter:
            self._break_line()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def _break_line(self) -> None:
        """Begin the new line where the old one began, and a step further in behind a colon."""
        line = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
        indent = line[: len(line) - len(line.lstrip())]
        self.insertPlainText("\n" + indent + ("    " if line.rstrip().endswith(":") else ""))
        self.ensureCursorVisible()

    def _wear_theme(self) -> None:
        theme = self._appearance.theme
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.field}; border: 1px solid {theme.border};"
            f" border-radius: {CONTROL_RADIUS}px; padding: 4px; }}"
            f" QPlainTextEdit:focus {{ border-color: {theme.accent}; }}"
            f' QPlainTextEdit[invalid="true"] {{ border-color: {theme.error}; }}'
        )


Field: TypeAlias = SourceField | TextField | ChoiceField | SwitchField


def field_for(argument: ArgumentSpec, appearance: Appearance) -> Field:
    """Return the field that suits an argument."""
    match argument.kind:
        case Kind.INTEGER:
            return IntegerField(argument)
        case Kind.CHOICE:
            return ChoiceField(argument)
        case Kind.TEXT if "\n" in str(argument.start):
            return SourceField(appearance)
        case Kind.BOOLEAN:
            return ChoiceField(argument) if argument.optional else SwitchField(appearance)
        case _:
            return TextField(argument)


def is_value(argument: ArgumentSpec, text: str, value: Value) -> bool:
    """Say whether the text already stands for the value, so that it need not be written anew."""
    found = parse(argument, text)
    return not isinstance(found, Problem) and found == value
