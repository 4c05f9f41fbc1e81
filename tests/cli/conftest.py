"""The command line in this process: what it printed, and its exit code; and documents to give it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cli_calls import BROKEN, BROKEN_EDGES, Call, Write

from lazygui import cli

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def document(tmp_path: Path) -> Write:
    """Write a document and return its path."""

    def write(nodes: Mapping[str, Any], edges: Iterable[list[str]] = ()) -> str:
        path = tmp_path / "network.lazygui.json"
        path.write_text(json.dumps({"format": "lazygui/1", "nodes": nodes, "edges": list(edges)}), "utf-8")
        return str(path)

    return write


@pytest.fixture
def broken(document: Write) -> str:
    """A network whose last Linear does not fit, in front of a ReLU."""
    return document(BROKEN, BROKEN_EDGES)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the command line in this process: the exit code, and what it said."""

    def run(*words: object) -> tuple[int, str, str]:
        try:
            code = cli.main(list(map(str, words)))
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the file that holds it."""

    def compare(name: str, text: str) -> None:
        assert text == (GOLDEN / name).read_text("utf-8")

    return compare
