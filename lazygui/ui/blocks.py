"""The blocks of the person's own: read from their folder when first asked for, found by what the palette calls them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal

from lazygui.graph.grouping import Block
from lazygui.graph.problems import Problem
from lazygui.storage import blocks as storage
from lazygui.storage.errors import StorageError

PREFIX: Final = "my:"
"""Begins what the palette asks for in the place of a layer's type; no layer is called so."""


def block_type(name: str) -> str:
    """Return what the palette asks for when it wants the block of this name."""
    return PREFIX + name


class BlockShelf(QObject):
    """The blocks in one folder. Without a folder, that of the user is taken."""

    changed = Signal()

    def __init__(self, folder: str | Path | None = None) -> None:
        super().__init__()
        self._folder = Path(folder) if folder is not None else None
        self._blocks: tuple[Block, ...] | None = None

    @property
    def folder(self) -> Path:
        location = QStandardPaths.StandardLocation.AppDataLocation
        return self._folder or Path(QStandardPaths.writableLocation(location)) / "blocks"

    def move_to(self, folder: str | Path) -> None:
        """Keep the blocks in another folder from now on."""
        self._folder = Path(folder)
        self._read_anew()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in the order of their names; files that are none are left out."""
        if self._blocks is None:
            self._blocks = storage.shelf(self.folder).blocks
        return self._blocks

    def find(self, wanted: str) -> Block | None:
        """Return the block that the palette calls so, or None for a layer's type."""
        if not wanted.startswith(PREFIX):
            return None
        return next((block for block in self.blocks if block_type(block.name) == wanted), None)

    def add(self, block: Block) -> Problem | None:
        """Keep a block; return why that cannot be, or None."""
        try:
            storage.add(self.folder, block)
        except StorageError as error:
            return error.problem
        self._read_anew()
        return None

    def rename(self, old: str, new: str) -> Problem | None:
        """Give a block another name; return why it cannot be called so, or None."""
        block = self.find(block_type(old))
        if block is None or old == new:
            return None
        # The new one first: a failure between the two leaves one too many, never one too few.
        return self.add(replace(block, name=new)) or self.remove(old)

    def remove(self, name: str) -> Problem | None:
        """Delete a block; return why that cannot be, or None."""
        try:
            storage.remove(self.folder, name)
        except StorageError as error:
            return error.problem
        self._read_anew()
        return None

    def _read_anew(self) -> None:
        self._blocks = None
        self.changed.emit()
