"""The parts that the inspector's sections share: headings, labels, hairlines. Decides nothing."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lazygui.catalog.spec import UNKNOWN
from lazygui.ui.appearance import Appearance
from lazygui.ui.theme import HEADING, S2, S3, S4, SMALL, TINY, Theme, mono_font, ui_font
from lazygui.words.numbers import shape_words


def label(role: str = "", size: int = SMALL, is_mono: bool = False) -> QLabel:
    """Return a label that wraps, in one of the style sheet's roles: muted, faint, error, or plain."""
    result = QLabel()
    result.setWordWrap(True)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(mono_font(size) if is_mono else ui_font(size))
    result.setProperty("role", role)
    return result


def selectable(result: QLabel) -> QLabel:
    """Let people select and copy what a label says, by mouse and by keyboard."""
    result.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return result


def shape_html(shape: tuple[int | str, ...], theme: Theme) -> str:
    """Return a shape for a rich label; what only a run can tell has a colour of its own."""
    return shape_words([_dimension_html(part, theme) for part in shape])


def _dimension_html(part: int | str, theme: Theme) -> str:
    text = escape(str(part))
    return f'<span style="color: {theme.unknown}">{text}</span>' if part == UNKNOWN else text


class Section(QWidget):
    """A heading in small capitals over a body, with a hairline above."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName(name)
        self._heading = label("muted", TINY)
        font = ui_font(TINY, QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self._heading.setFont(font)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(S4, S3, S4, S3)
        self.body.setSpacing(S2)
        self.body.addWidget(self._heading)

    def set_title(self, title: str) -> None:
        self._heading.setText(title.upper())
        self.setAccessibleName(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(S4, 0, self.width() - 2 * S4, 1, QColor(self._appearance.theme.hairline))
        painter.end()


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
