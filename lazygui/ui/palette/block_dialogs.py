"""What the palette asks about a block of the person's own: its name, and whether it shall go. Nothing here blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.problems import Problem
from lazygui.ui.theme import S2, S4
from lazygui.ui.words import sentence

NAME_WIDTH = 320


def _words(text: str) -> str:
    return QCoreApplication.translate("Palette", text)


class NameDialog(QDialog):
    """Asks for the name of a block. `keep` takes it or returns why it cannot be, which is said below the field."""

    def __init__(self, parent: QWidget, title: str, name: str, keep: Callable[[str], Problem | None]) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setObjectName("block.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.name = QLineEdit(name)
        self.name.setObjectName("block.name")
        self.name.setMinimumWidth(NAME_WIDTH)
        self.name.setAccessibleName(_words(QT_TRANSLATE_NOOP("Palette", "Name of the block")))
        self.name.textChanged.connect(self._on_typed)
        self._problem = QLabel()
        self._problem.setObjectName("block.problem")
        self._problem.setWordWrap(True)
        self._lay_out()
        self._on_typed(name)
        self.name.selectAll()

    def _lay_out(self) -> None:
        choices = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(choices.Save | choices.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(S4, S4, S4, S4)
        box.setSpacing(S2)
        label = QLabel(_words(QT_TRANSLATE_NOOP("Palette", "It stands under this name among the layers.")))
        for widget in (label, self.name, self._problem, self._buttons):
            box.addWidget(widget)

    def _on_typed(self, text: str) -> None:
        self._problem.clear()
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(text.strip()))

    def accept(self) -> None:
        """Close, unless the name cannot be kept."""
        problem = self._keep(self.name.text().strip())
        if problem is None:
            super().accept()
        else:
            self._problem.setText(sentence(problem))


def ask_to_save(parent: QWidget, name: str, keep: Callable[[str], Problem | None]) -> None:
    """Ask under which name a new block is to be kept."""
    NameDialog(parent, _words(QT_TRANSLATE_NOOP("Palette", "Save as block")), name, keep).open()


def ask_to_rename(parent: QWidget, name: str, keep: Callable[[str], Problem | None]) -> None:
    """Ask for another name of a block."""
    NameDialog(parent, _words(QT_TRANSLATE_NOOP("Palette", "Rename block")), name, keep).open()


def ask_to_delete(parent: QWidget, name: str, delete: Callable[[], object]) -> None:
    """Ask whether a block shall go, and delete it then."""
    text = QT_TRANSLATE_NOOP("Palette", "Delete the block “{name}”? Drawings keep the copies that they have of it.")
    box = QMessageBox(QMessageBox.Icon.Question, "LazyGUI", _words(text).format(name=name), parent=parent)
    box.setObjectName("block.delete")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(_words(QT_TRANSLATE_NOOP("Palette", "Delete")), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    yes.clicked.connect(delete)
    box.open()


def tell(parent: QWidget, problem: Problem) -> None:
    """Say why something could not be done."""
    box = QMessageBox(QMessageBox.Icon.Warning, "LazyGUI", sentence(problem), parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
