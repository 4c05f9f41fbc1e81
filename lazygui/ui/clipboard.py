"""Copied nodes on the system's clipboard: as text that is a small document, and under a type of our own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from lazygui.graph.edits import Clip
from lazygui.graph.problems import Problem
from lazygui.storage import clipboard
from lazygui.ui import pasting
from lazygui.ui.pasting import Pasted

MIME: Final = "application/x-lazygui+json"


def put(piece: Clip) -> None:
    """Put a piece of a drawing on the clipboard."""
    text = clipboard.to_text(piece)
    data = QMimeData()
    data.setText(text)
    data.setData(MIME, text.encode())
    QGuiApplication.clipboard().setMimeData(data)


def take() -> Pasted | Problem | None:
    """Return what is on the clipboard, ours or any text: see `pasting.understood`."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None:  # nothing has ever been copied
        return None
    text = bytes(data.data(MIME).data()).decode("utf-8", "replace") if data.hasFormat(MIME) else data.text()
    return pasting.understood(text)
