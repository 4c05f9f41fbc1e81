"""The two windows of the Help menu: the keyboard table and what the program is."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

import lazygui
from lazygui.ui.actions import ShortcutRow, shortcut_table
from lazygui.ui.theme import S3, mono_font


def shortcuts(parent: QWidget) -> QDialog:
    """Return a dialog with the commands that have keys, by menu."""
    dialog = QDialog(parent)
    dialog.setObjectName("dialog.shortcuts")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Help", "Keyboard shortcuts"))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(S3, S3, S3, S3)
    layout.addWidget(_table())
    buttons = QDialogButtonBox()
    buttons.addButton(QCoreApplication.translate("Help", "Close"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.resize(520, 720)
    return dialog


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


def _table() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setUniformRowHeights(True)
    tree.setHeaderLabels([QCoreApplication.translate("Help", "Command"), QCoreApplication.translate("Help", "Keys")])
    tree.setAccessibleName(QCoreApplication.translate("Help", "Keyboard shortcuts"))
    menus: dict[str, QTreeWidgetItem] = {}
    for row in shortcut_table():
        menu = menus.get(row.menu)
        if menu is None:
            menu = menus[row.menu] = QTreeWidgetItem(tree, [row.menu])
        _add(menu, row)
    # The height of all rows is measured once, with the first: the style sheet must be on before.
    tree.ensurePolished()
    tree.expandAll()
    tree.setColumnWidth(0, 280)
    return tree


def _add(menu: QTreeWidgetItem, row: ShortcutRow) -> None:
    keys = "   ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys)
    item = QTreeWidgetItem(menu, [row.text, keys])
    item.setFont(1, mono_font())
