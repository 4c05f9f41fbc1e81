"""The person's own blocks, each a document in one folder. A broken file is told, and hides none of the others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lazygui.graph import groups
from lazygui.graph.edits import clip
from lazygui.graph.grouping import Block
from lazygui.graph.model import Graph, Port
from lazygui.graph.problems import Problem
from lazygui.storage.errors import StorageError
from lazygui.storage.files import failure, open_file, save
from lazygui.storage.format import SUFFIX, port_text

MEMBER: Final = "block"
"""The top-level member of a document that makes it a block: its name, and which free inputs go together."""
LONGEST: Final = 60
"""So many characters of a name go into the name of its file."""


@dataclass(frozen=True)
class Shelf:
    """What a folder holds: the blocks in the order of their names, and why other files of it are none."""

    blocks: tuple[Block, ...] = ()
    faults: tuple[tuple[Path, Problem], ...] = ()


def shelf(folder: str | Path) -> Shelf:
    """Return the blocks of a folder; without the folder there are none."""
    found: list[Block] = []
    faults: list[tuple[Path, Problem]] = []
    for path in sorted(Path(folder).glob(f"*{SUFFIX}")):
        try:
            found.append(load(path))
        except StorageError as error:
            faults.append((path, error.problem))
    return Shelf(tuple(sorted(found, key=lambda one: one.name.casefold())), tuple(faults))


def load(path: str | Path) -> Block:
    """Return the block in a file. Raises StorageError when it cannot be read or is none."""
    graph = open_file(path)
    told = graph.extra.get(MEMBER)
    told = told if isinstance(told, dict) else {}
    name = told.get("name")
    if not isinstance(name, str) or not name.strip() or not graph.nodes:
        raise _wrong("not_a_block", path=str(path))
    return Block(name, clip(graph, frozenset(graph.nodes)), _inputs(told, graph))


def add(folder: str | Path, block: Block) -> Path:
    """Save a block in a folder, which is made if need be, and return its file.

    Raises StorageError: no two blocks of a folder have one name, whatever the case of its letters.
    """
    if not any(letter.isalnum() for letter in block.name):
        raise _wrong("block_name")
    if _file(folder, block.name) is not None:
        raise _wrong("block_taken", name=block.name)
    path = _free_file(Path(folder), block.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure("cannot_write", path, error) from error
    save(_document(block), path)
    return path


def remove(folder: str | Path, name: str) -> None:
    """Delete the block of a name. Raises StorageError when there is none, or the system refuses."""
    path = _file(folder, name)
    if path is None:
        raise _wrong("block_missing", name=name)
    try:
        path.unlink()
    except OSError as error:
        raise failure("cannot_write", path, error) from error


def _document(block: Block) -> Graph:
    piece = block.piece
    inputs = tuple(tuple(map(port_text, ports)) for ports in block.inputs)
    return Graph(
        {node.id: node for node in piece.nodes},
        {edge.target: edge.source for edge in piece.edges},
        piece.layout,
        {MEMBER: {"name": block.name, "inputs": inputs}},
    )


def _inputs(told: dict[str, Any], graph: Graph) -> tuple[tuple[Port, ...], ...]:
    """Return the free inputs as the document tells them, else each alone; what is none of them says nothing."""
    if "inputs" not in told:
        return tuple(one.inside for one in groups.border_of(graph, graph.nodes).inputs)
    rows = told["inputs"]
    found = (tuple(_ports(row, graph)) for row in rows) if isinstance(rows, tuple) else ()
    return tuple(ports for ports in found if ports)


def _ports(row: object, graph: Graph) -> Iterator[Port]:
    for end in row if isinstance(row, tuple) else ():
        match = re.fullmatch("([^:]+)(?::([0-9]{1,9}))?", end) if isinstance(end, str) else None
        port = Port(match[1], int(match[2] or 0)) if match else None
        if port and port.node in graph.nodes and port.index < graph.input_count(port.node) and port not in graph.edges:
            yield port


def _file(folder: str | Path, name: str) -> Path | None:
    """Return the file of the block of this name, or None."""
    for path in Path(folder).glob(f"*{SUFFIX}"):
        try:
            if load(path).name.casefold() == name.casefold():
                return path
        except StorageError:
            continue
    return None


def _free_file(folder: Path, name: str) -> Path:
    """Return a path that no file has: the letters and digits of the name, with a number where that is taken."""
    word = re.sub(r"[^\w-]+", "_", unicodedata.normalize("NFC", name)).strip("_")[:LONGEST]
    taken = {path.name.casefold() for path in folder.glob("*")}
    number, file = 1, f"{word}{SUFFIX}"
    while file.casefold() in taken:
        number += 1
        file = f"{word}-{number}{SUFFIX}"
    return folder / file


def _wrong(code: str, **details: str) -> StorageError:
    return StorageError(Problem(code, None, details))
