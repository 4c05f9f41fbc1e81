"""Documents in files: atomic saving, opening with a limit; other files too. A failure of the system is a Problem."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.storage.errors import StorageError, wrong
from lazygui.storage.format import dump, load_bytes, text_of

LARGEST: Final = 64 * 2**20
"""A file of more bytes is no drawing: a thousand nodes take about 200 KB."""


def open_file(path: str | Path) -> Graph:
    """Return the graph of the document in a file. Raises StorageError when it cannot be read or is no document."""
    return load_bytes(_bytes(path))


def open_text(path: str | Path) -> str:
    """Return the text of a file that is no document. Raises StorageError when it cannot be read or is not UTF-8."""
    return text_of(_bytes(path))


def _bytes(path: str | Path) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise failure("cannot_read", path, error) from error
    if len(data) > LARGEST:
        raise wrong("file_too_large", path=str(path), limit=LARGEST)
    return data


def save(graph: Graph, path: str | Path) -> None:
    """Write the document of a graph to a file, whole or not at all. Raises StorageError; the old one is then intact."""
    write(dump(graph).encode(), path)


def write(data: bytes, path: str | Path) -> None:
    """Write a file, whole or not at all. Raises StorageError; what was there before is then intact."""
    try:
        _write_atomically(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise failure("cannot_write", path, error) from error


def failure(code: str, path: str | Path, error: OSError) -> StorageError:
    """Return the exception for what the system refused, with the system's own reason."""
    details = {"path": str(path), "reason": error.strerror or type(error).__name__}
    return StorageError(Problem(code, None, details))


def _write_atomically(path: Path, data: bytes) -> None:
    mode = _mode(path)
    # In the same folder, because a file system can rename within itself only.
    temporary = path.with_name(f".lazygui-{os.urandom(8).hex()}.tmp")
    try:
        # Created with the mode that the umask leaves, as any program's new file; mkstemp would give 0600.
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _mode(path: Path) -> int | None:
    """Return the permissions of the file that is replaced, or None for a new one. Raises OSError if it must not be."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # A rename asks the folder alone: it would replace a file that is read-only, and a device such as /dev/null.
    if not stat.S_ISREG(mode) or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk too. Windows cannot, and does not need to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
