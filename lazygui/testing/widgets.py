"""Finds widgets by their names, as all robots do."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """Return the widget with this object name; an assertion tells which one is missing."""
    widget = parent.findChild(kind, name)
    assert widget is not None, f"no {kind.__name__} is called {name!r}"
    return widget
