"""`lazygui import`: the network of a Python file as a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_calls import Call

from lazygui.storage.format import load

CODE = "import torch\nfrom torch import nn\nnet = nn.Sequential(nn.LazyLinear(4))\nnet(torch.rand(2, 3))\nprint(net)\n"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "net.py"
    path.write_text(CODE, "utf-8")
    return path


def test_a_document_is_printed_and_what_was_left_out_is_told(call: Call, script: Path) -> None:
    code, out, err = call("import", script)
    assert code == 0
    assert list(load(out).nodes) == ["x", "0"]
    assert err == "lazygui: lines that say nothing of the network were left out: 5\n"


def test_a_document_is_written(call: Call, script: Path, tmp_path: Path) -> None:
    out = tmp_path / "net.lazygui.json"
    assert call("import", script, out)[:2] == (0, "")
    assert list(load(out.read_text("utf-8")).nodes) == ["x", "0"]


def test_code_comes_back_from_its_document(call: Call, script: Path, tmp_path: Path) -> None:
    document = tmp_path / "net.lazygui.json"
    call("import", script, document)
    written = tmp_path / "again.py"
    written.write_text(call("code", document)[1], "utf-8")
    assert call("import", written)[1] == document.read_text("utf-8")


def test_code_that_cannot_be_read_is_a_bad_file(call: Call, script: Path) -> None:
    script.write_text("class Net(nn.Module):\n    def forward(self, x):\n        while x: x\n", "utf-8")
    code, out, err = call("import", script)
    assert (code, out) == (2, "")
    assert err.startswith(f"lazygui: {script}: Line 3: LazyGUI cannot read “while x: x”")


@pytest.mark.parametrize("data", [None, b"\xff\xfe"])
def test_a_file_that_is_no_text_is_a_bad_file(call: Call, tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "net.py"
    if data is not None:
        path.write_bytes(data)
    assert call("import", path)[0] == 2


def test_a_place_that_cannot_be_written_is_said(call: Call, script: Path, tmp_path: Path) -> None:
    code, _, err = call("import", script, tmp_path / "missing" / "net.json")
    assert code == 2
    assert "cannot be written" in err
