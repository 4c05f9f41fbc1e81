"""What somebody is still typing when a command needs it: taken over, as if the field had been left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


def take_over(window: QWidget) -> None:
    """Have the field that is being typed into give its value; it keeps the focus if it is still there afterwards."""
    field = QApplication.focusWidget()
    if isinstance(field, (QLineEdit, QPlainTextEdit)) and window.isAncestorOf(field):
        field.clearFocus()
        if field.isVisible():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
