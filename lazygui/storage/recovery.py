"""Drawings that were not saved when a program died. Each running program keeps one copy, beside a lock that it holds.

The lock is the system's own: it ends with the process, however that ends, so nobody is asked about a drawing that is
still open elsewhere, and no reused process number can hide one.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import IO, Final

from lazygui.graph.model import Graph
from lazygui.storage.errors import StorageError
from lazygui.storage.files import failure, open_file, save
from lazygui.storage.format import SUFFIX

_DOCUMENT: Final = "lazygui/recovery"
"""The top-level member of a copy that names the file whose drawing it is."""


@dataclass(frozen=True)
class Leftover:
    """A drawing that a dead program left behind: what it held, whose file it was, and when it was written (epoch)."""

    graph: Graph
    document: Path | None
    seconds: float
    copy: Path


class Recovery:
    """The copies in one folder, and the one among them that belongs to this program."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = Path(folder)
        self._copy = self._folder / f"{os.urandom(8).hex()}{SUFFIX}"
        self._lock: IO[bytes] | None = None

    def write(self, graph: Graph, document: str | Path | None) -> None:
        """Keep a copy of an unsaved drawing in the place of the one before. Raises StorageError."""
        self._hold()
        name = None if document is None else os.path.abspath(document)
        save(replace(graph, extra=MappingProxyType({**graph.extra, _DOCUMENT: name})), self._copy)

    def clear(self) -> None:
        """Drop the copy: the drawing is saved, or nobody wants it."""
        self._copy.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            _lock_of(self._copy).unlink(missing_ok=True)

    def left_behind(self) -> tuple[Leftover, ...]:
        """Return what dead programs left, the newest first."""
        copies = (path for path in self._folder.glob(f"*{SUFFIX}") if path != self._copy and _is_dead(path))
        found = [leftover for leftover in map(_read, copies) if leftover is not None]
        return tuple(sorted(found, key=lambda leftover: -leftover.seconds))

    def discard(self, leftover: Leftover) -> None:
        """Delete what was left behind, once it is restored or refused."""
        leftover.copy.unlink(missing_ok=True)
        _lock_of(leftover.copy).unlink(missing_ok=True)

    def _hold(self) -> None:
        if self._lock is not None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = open(_lock_of(self._copy), "wb")  # noqa: SIM115  (held as long as the program lives)
        except OSError as error:
            raise failure("cannot_write", self._folder, error) from error
        _try_lock(self._lock)


def _lock_of(copy: Path) -> Path:
    return copy.with_suffix(".lock")


def _is_dead(copy: Path) -> bool:
    try:
        with open(_lock_of(copy), "rb+") as lock:
            return _try_lock(lock)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _try_lock(file: IO[bytes]) -> bool:
    """Lock a file for as long as it is open, or return False when another program has it locked."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _read(copy: Path) -> Leftover | None:
    """Return what a copy holds, or None when it has gone or cannot be read: nobody can be offered that."""
    try:
        graph, seconds = open_file(copy), copy.stat().st_mtime
    except (StorageError, OSError):
        return None
    extra = dict(graph.extra)
    document = extra.pop(_DOCUMENT, None)
    path = Path(document) if isinstance(document, str) else None
    return Leftover(replace(graph, extra=MappingProxyType(extra)), path, seconds, copy)
