"""What the program is, with the versions that a report of a fault needs."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

import lazygui


def about(parent: QWidget, engine: str) -> QMessageBox:
    """Return a box that says what this is, with the versions that a report of a fault needs."""
    title = QCoreApplication.translate("Help", "About LazyGUI")
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, "", QMessageBox.StandardButton.NoButton, parent)
    box.setObjectName("dialog.about")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setText(f"LazyGUI {lazygui.__version__}")
    what = QCoreApplication.translate(
        "Help", "Draw a PyTorch network, run a sample, and see every weight find its shape."
    )
    box.setInformativeText(f"{what}\n\n{engine}\nPySide6 {PySide6.__version__} · Python {platform.python_version()}")
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addButton(QCoreApplication.translate("Help", "Close"), QMessageBox.ButtonRole.RejectRole)
    return box
