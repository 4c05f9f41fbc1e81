"""A drawing drawn into a file without a window: what is on it, and what is said where it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_calls import BROKEN, BROKEN_EDGES, Call, Write
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from lazygui import doctor
from lazygui.doctor import Item, Purpose, Report, State

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "assets" / "examples" / "lazy_init.lazygui.json"
GROUPS = ROOT / "assets" / "examples" / "resnet18.lazygui.json"


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """The tests have an application already, which the command line takes."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "figure.svg"


def texts(path: Path) -> list[str]:
    found = ElementTree.fromstring(path.read_bytes()).iter("{http://www.w3.org/2000/svg}text")
    return [(text.text or "").strip() for text in found]


def test_a_figure_has_shapes_before_a_run_and_nothing_is_initialized(call: Call, out: Path) -> None:
    assert call("figure", EXAMPLE, out) == (0, "", "")
    told = texts(out)
    assert {"x", "fc1", "relu", "fc2", "LazyLinear \u00b7 256", "uninitialized"} <= set(told)
    assert told.count("256") >= 3
    assert "initialized" not in told


def test_after_a_run_it_has_histograms(call: Call, out: Path) -> None:
    assert call("figure", EXAMPLE, out, "--run", "--seed", 3)[0] == 0
    assert {"initialized", "Linear \u00b7 256", "5,376 params"} <= set(texts(out))
    without = out.with_name("without.svg")
    assert call("figure", EXAMPLE, without, "--run", "--seed", 3, "--no-histograms")[0] == 0
    assert len(texts(without)) < len(texts(out))


def test_another_seed_is_another_figure_and_the_same_seed_the_same(call: Call, tmp_path: Path) -> None:
    made = []
    for number, seed in enumerate((1, 1, 2)):
        path = tmp_path / f"{number}.svg"
        assert call("figure", EXAMPLE, path, "--run", "--seed", seed)[0] == 0
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert made[1] != made[2]


def test_shapes_can_be_left_out(call: Call, out: Path) -> None:
    assert call("figure", EXAMPLE, out, "--no-shapes")[0] == 0
    assert not {"20", "256", "\u00d7"} & set(texts(out))


def test_nodes_can_be_selected(call: Call, out: Path) -> None:
    assert call("figure", EXAMPLE, out, "--select", "fc1,relu")[0] == 0
    assert {"x", "fc1", "relu", "fc2"} & set(texts(out)) == {"fc1", "relu"}


def test_groups_can_be_selected_and_collapsed(call: Call, out: Path) -> None:
    assert call("figure", GROUPS, out, "--select", "b4")[0] == 0
    assert "b4" in texts(out)
    assert not {"X", "b5", "last"} & set(texts(out))
    assert call("figure", GROUPS, out, "--collapse")[0] == 0
    assert {"X", "b4", "15 layers"} <= set(texts(out))


def test_the_cards_speak_the_language_that_is_asked_for(call: Call, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("figure", EXAMPLE, out, "--language", "zh_CN")[0] == 0
    assert "未初始化" in texts(out)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert call("figure", EXAMPLE, out)[0] == 0
    assert "未初始化" in texts(out)
    assert call("figure", EXAMPLE, out, "--language", "en")[0] == 0
    assert "uninitialized" in texts(out)


def test_the_ending_says_the_format(call: Call, tmp_path: Path) -> None:
    pdf, png, svg = tmp_path / "a.pdf", tmp_path / "a.PNG", tmp_path / "a.svg"
    for path in (pdf, png, svg):
        assert call("figure", EXAMPLE, path, "--theme", "dark", "--scale", 1.5, "--margin", 40)[0] == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    width = int(ElementTree.fromstring(svg.read_bytes()).get("width") or 0)
    assert QImage(str(png)).width() == round(width * 1.5)


def test_a_transparent_picture_has_no_ground(call: Call, tmp_path: Path) -> None:
    assert call("figure", EXAMPLE, tmp_path / "a.png", "--transparent")[0] == 0
    assert QImage(str(tmp_path / "a.png")).pixelColor(0, 0).alpha() == 0


def test_a_failing_run_is_drawn_and_said(call: Call, document: Write, out: Path) -> None:
    code, _, err = call("figure", document(BROKEN, BROKEN_EDGES), out, "--run")
    assert code == 1
    assert err.startswith("lazygui: Linear “输出层” expects 128 features")
    assert {"failed", "输出层"} <= set(texts(out))


def test_what_does_not_fit_is_drawn_and_is_no_failure(call: Call, document: Write, out: Path) -> None:
    assert call("figure", document(BROKEN, BROKEN_EDGES), out)[0] == 0
    assert "does not fit" in texts(out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--select", "nobody"), "--select: there is no node and no group called “nobody”."),
        (("--scale", "0"), "a scale is a number from 0.05 to 16, not 0"),
        (("--scale", "much"), "a scale is a number from 0.05 to 16, not much"),
        (("--scale", "nan"), "a scale is a number from 0.05 to 16, not nan"),
        (("--margin", "1"), "a margin is a number from 12 to 400, not 1"),
        (("--theme", "blue"), "--theme"),
    ],
)
def test_a_wrong_argument_is_said_and_writes_nothing(call: Call, out: Path, words: tuple[str, str], said: str) -> None:
    code, _, err = call("figure", EXAMPLE, out, *words)
    assert code == 2
    assert said in err
    assert list(out.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("figure.jpg", "ends in none of .svg, .pdf and .png"),
        ("figure", "ends in none of .svg, .pdf and .png"),
        ("no/folder/figure.svg", "cannot be written: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_is_said(call: Call, tmp_path: Path, name: str, said: str) -> None:
    code, _, err = call("figure", EXAMPLE, tmp_path / name)
    assert code == 2
    assert said in err
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_is_too_large_leaves_the_old_one(call: Call, document: Write, tmp_path: Path) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(b"old")
    nodes = {f"r{number}": {"type": "nn.ReLU"} for number in range(20)}
    edges = [[f"r{number}", f"r{number + 1}"] for number in range(19)]
    wide = {"x": {"type": "Input", "args": {"shape": [2, 2]}}, **nodes}
    code, _, err = call("figure", document(wide, [["x", "r0"], *edges]), path, "--scale", 16)
    assert code == 2
    assert "too large: choose a scale of" in err
    assert path.read_bytes() == b"old"


def test_a_drawing_without_nodes_is_said(call: Call, document: Write, out: Path) -> None:
    code, _, err = call("figure", document({}), out)
    assert (code, err) == (2, "lazygui: There is nothing to draw: add some nodes first.\n")


def test_what_is_missing_is_said_before_qt_would_abort(call: Call, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report((Item(Purpose.DRAWING, State.MISSING, "libGL.so.1", package="libgl1"),), True, True)
    monkeypatch.setattr(doctor, "examine", report.only)
    code, _, err = call("figure", EXAMPLE, out)
    assert code == 2
    assert err.startswith("lazygui: the figure cannot be drawn, for something is missing:")
    assert not out.exists()


def test_no_display_is_needed(out: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "lazygui", "figure", str(EXAMPLE), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "fc1" in texts(out)
