"""The networks that come with the program, from the list in `assets/examples/index.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lazygui import resources
from lazygui.graph.model import Graph
from lazygui.storage.files import open_file


@dataclass(frozen=True)
class Example:
    """One example. `title`, `about` (a sentence), `section` and `topic` are given in both `en` and `zh_CN`."""

    id: str
    file: Path
    title: Mapping[str, str]
    about: Mapping[str, str]
    section: Mapping[str, str]
    """Where the book has it."""
    topic: Mapping[str, str] = field(default_factory=dict)
    """What it is listed under; those of one topic stand together."""

    def open(self) -> Graph:
        """Return the network. Raises StorageError when the installation is not whole."""
        return open_file(self.file)


def examples() -> tuple[Example, ...]:
    """Return the examples in the order of the menu, from the simplest on."""
    folder = resources.path("examples")
    entries = json.loads((folder / "index.json").read_text(encoding="utf-8"))["examples"]
    return tuple(Example(**{**entry, "file": folder / entry["file"]}) for entry in entries)


def example(example_id: str) -> Example:
    """Return one example; `lazy_init` is what a new window shows. Raises KeyError for any other id."""
    return {one.id: one for one in examples()}[example_id]
