"""Copied nodes on the system's clipboard: as text that is a small document, and under a type of our own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from lazygui.graph.edits import Clip
from lazygui.storage import clipboard
from lazygui.storage.errors import StorageError

MIME: Final = "application/x-lazygui+json"


def put(piece: Clip) -> None:
    """Put a piece of a drawing on the clipboard."""
    text = clipboard.to_text(piece)
    data = QMimeData()
    data.setText(text)
    data.setData(MIME, text.encode())
    QGuiApplication.clipboard().setMimeData(data)


def take() -> Clip | None:
    """Return the piece that is on the clipboard, ours or any text that is a document, or None for anything else."""
    data = QGuiApplication.clipboard().mimeData()
    text = bytes(data.data(MIME).data()).decode("utf-8", "replace") if data.hasFormat(MIME) else data.text()
    try:
        return clipboard.from_text(text)
    except StorageError:
        return None
