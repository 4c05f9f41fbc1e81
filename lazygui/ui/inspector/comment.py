"""A chosen comment in the inspector: its text, its colour and its size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.commenting import ChangeComment
from lazygui.graph.comments import COLORS, SMALLEST, Comment, CommentKind
from lazygui.ui.editor import Editor
from lazygui.ui.inspector.parts import label
from lazygui.ui.theme import HEADING, S2, S4

LARGEST: Final = 20_000
TEXT_HEIGHT: Final = 140
COLOR_WORDS: Final = {
    "yellow": QT_TRANSLATE_NOOP("CommentPage", "Yellow"),
    "blue": QT_TRANSLATE_NOOP("CommentPage", "Blue"),
    "green": QT_TRANSLATE_NOOP("CommentPage", "Green"),
    "red": QT_TRANSLATE_NOOP("CommentPage", "Red"),
    "grey": QT_TRANSLATE_NOOP("CommentPage", "Grey"),
}


class TextField(QPlainTextEdit):
    """Takes over what stands there when it is left. Tab goes on."""

    def __init__(self, page: CommentPage) -> None:
        super().__init__()
        self._page = page
        self.setObjectName("inspector.comment.text")
        self.setProperty("field", "true")
        self.setTabChangesFocus(True)
        self.setFixedHeight(TEXT_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._page.take_text()


class CommentPage(QWidget):
    """One chosen comment."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._shown: Comment | None = None
        self.title = label(size=HEADING)
        self.text = TextField(self)
        self.color = QComboBox()
        self.color.setObjectName("inspector.comment.color")
        self.width_field, self.height_field = (QSpinBox() for _ in range(2))
        self._words: dict[QWidget, QLabel] = {}
        form = QFormLayout()
        form.setVerticalSpacing(S2)
        for name, field in (("color", self.color), ("width", self.width_field), ("height", self.height_field)):
            field.setObjectName(f"inspector.comment.{name}")
            self._words[field] = label()
            form.addRow(self._words[field], field)
        for spin in (self.width_field, self.height_field):
            spin.setRange(int(SMALLEST), LARGEST)
            spin.setSingleStep(24)
            spin.setKeyboardTracking(False)
            # A style sheet cannot pad the field of a spin box.
            spin.lineEdit().setTextMargins(S2, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S4, S4, S4)
        column.setSpacing(S2)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(form)
        column.addStretch(1)
        self.color.activated.connect(lambda index: self._change(color=COLORS[index]))
        self.width_field.valueChanged.connect(self._on_size)
        self.height_field.valueChanged.connect(self._on_size)
        self.retranslate()

    def show_comment(self, comment: Comment | None) -> None:
        """Show a comment; None while another page is shown."""
        before, self._shown = self._shown, comment
        if comment is None:
            return
        is_other = before is None or before.id != comment.id
        is_note = comment.kind is CommentKind.NOTE
        self.title.setText(self.tr("Note") if is_note else self.tr("Frame"))
        if self.text.toPlainText() != comment.text and (is_other or not self.text.hasFocus()):
            self.text.setPlainText(comment.text)
        blockers = [QSignalBlocker(field) for field in (self.color, self.width_field, self.height_field)]
        self.color.setCurrentIndex(COLORS.index(comment.color))
        self.width_field.setValue(round(comment.rect.width))
        self.height_field.setValue(round(comment.rect.height))
        del blockers

    def take_text(self) -> None:
        """Have the comment say what stands in the field."""
        if self._shown is not None and self.text.toPlainText() != self._shown.text:
            self._change(text=self.text.toPlainText())

    def _on_size(self) -> None:
        if self._shown is not None:
            size = self.width_field.value(), self.height_field.value()
            self._change(rect=self._shown.rect.sized(*map(float, size)))

    def _change(self, **what: object) -> None:
        if self._shown is not None and self._shown.id in self._editor.graph.comments:
            self._editor.do(ChangeComment(self._shown.id, **what))  # type: ignore[arg-type]  # its own fields

    def retranslate(self) -> None:
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setPlaceholderText(self.tr("Write a comment"))
        for field, words in (
            (self.color, self.tr("Colour")),
            (self.width_field, self.tr("Width")),
            (self.height_field, self.tr("Height")),
        ):
            field.setAccessibleName(words)
            self._words[field].setText(words)
        index = self.color.currentIndex()
        self.color.clear()
        for text in COLOR_WORDS.values():
            self.color.addItem(QCoreApplication.translate("CommentPage", text))
        self.color.setCurrentIndex(max(index, 0))
        self.show_comment(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
