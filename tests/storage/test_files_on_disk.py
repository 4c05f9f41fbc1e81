"""Documents in files: whole or not at all, and every failure of the system in a Problem."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from lazygui.graph.model import Graph, Node, Point
from lazygui.storage import files
from lazygui.storage.errors import FormatError, StorageError
from lazygui.storage.files import open_file, save
from lazygui.storage.format import dump

GRAPH = Graph({"relu": Node("relu", "nn.ReLU")}, layout={"relu": Point(0, 0)})


def problem_of(action: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(StorageError) as caught:
        action()
    return caught.value.problem.code, dict(caught.value.problem.details)


def test_what_is_saved_opens_again(tmp_path: Path) -> None:
    save(GRAPH, tmp_path / "a.lazygui.json")
    assert open_file(tmp_path / "a.lazygui.json") == GRAPH
    assert (tmp_path / "a.lazygui.json").read_bytes() == dump(GRAPH).encode()


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    save(GRAPH, tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    path.chmod(0o640)
    save(GRAPH, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to("real")
    save(GRAPH, tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert open_file(tmp_path / "real") == GRAPH


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    assert problem_of(lambda: save(GRAPH, path)) == (
        "cannot_write",
        {"path": str(path), "reason": "No space left on device"},
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]
    assert path.read_bytes() == b"old"


def test_a_folder_is_no_place_to_save(tmp_path: Path) -> None:
    code, details = problem_of(lambda: save(GRAPH, tmp_path))
    assert (code, details["reason"]) == ("cannot_write", os.strerror(21))


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    code, details = problem_of(lambda: save(GRAPH, tmp_path / "missing" / "a"))
    assert (code, details["reason"]) == ("cannot_write", os.strerror(2))


def test_a_device_is_never_replaced() -> None:
    code, _ = problem_of(lambda: save(GRAPH, os.devnull))
    assert code == "cannot_write"
    assert not Path(os.devnull).is_file()


def test_a_read_only_file_is_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    # The administrator may write everything, so the answer of the system is arranged.
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert problem_of(lambda: save(GRAPH, path))[0] == "cannot_write"
    assert path.read_bytes() == b"old"


def test_a_missing_file_is_said_with_the_reason_of_the_system(tmp_path: Path) -> None:
    path = tmp_path / "missing"
    assert problem_of(lambda: open_file(path)) == ("cannot_read", {"path": str(path), "reason": os.strerror(2)})


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "a").write_bytes(b" " * 11)
    assert problem_of(lambda: open_file(tmp_path / "a"))[0] == "file_too_large"


def test_a_file_that_is_no_document_is_a_format_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"{")
    with pytest.raises(FormatError):
        open_file(tmp_path / "a")
