"""The question whether a drawing's own code may run: shows all of it, and what running it means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from lazygui.ui.cards import Card
from lazygui.ui.theme import HEADING, S2, S4, SMALL, mono_font, ui_font


class ConsentDialog(QDialog):
    """Accepted when the code may run. Enter and Escape both mean no."""

    def __init__(self, sources: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.consent")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Code in the drawing"))
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S4, S4, S4)
        column.setSpacing(S2)
        column.addWidget(self._question())
        column.addWidget(self._meaning())
        column.addWidget(Card(self._code(sources), S2), 1)
        column.addWidget(self._buttons())
        self._cancel.setFocus()
        self.resize(640, 520)

    def _question(self) -> QLabel:
        label = _paragraph(self.tr("May the Python code of this drawing run?"))
        label.setFont(ui_font(HEADING, QFont.Weight.DemiBold))
        return label

    def _meaning(self) -> QLabel:
        label = _paragraph(
            self.tr(
                "The drawing brings the code below, which does not come with LazyGUI. When it runs it can do whatever "
                "you can do on this computer, such as read and delete files. Allow it only if you know what it does."
            )
        )
        label.setProperty("role", "muted")
        return label

    def _code(self, sources: tuple[tuple[str, str], ...]) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("consent.nodes")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setAccessibleName(self.tr("Nodes with code"))
        nodes: dict[str, list[str]] = {}
        for node, source in sources:
            nodes.setdefault(source, []).append(node)
        for source, users in nodes.items():
            text = QPlainTextEdit(visible(source))
            text.setReadOnly(True)
            text.setFont(mono_font(SMALL))
            text.setTabChangesFocus(True)
            # Nothing may hide far to the right.
            text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
            title = users[0] if len(users) == 1 else self.tr("{node} \u00b7 {count} nodes")
            title = title.format(node=users[0], count=len(users))
            text.setAccessibleName(self.tr("Code of {node}").format(node=title))
            tabs.setTabToolTip(tabs.addTab(text, title.replace("&", "&&")), ", ".join(users))
        return tabs

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        allow = QPushButton(self.tr("Allow for this document"))
        allow.setObjectName("consent.allow")
        allow.setAutoDefault(False)
        self._cancel = cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("consent.cancel")
        cancel.setProperty("primary", "true")
        box.addButton(allow, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def visible(source: str) -> str:
    """Return code with every sign that is not seen, or that turns the writing round, as its number: `\\u202e`."""
    return "".join(sign if sign.isprintable() or sign in "\n\t" else f"\\u{ord(sign):04x}" for sign in source)


def _paragraph(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
