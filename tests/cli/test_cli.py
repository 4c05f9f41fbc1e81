"""The program without a window: tables, JSON, code, and exit codes that a script can trust."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lazygui
from lazygui import doctor, resources
from lazygui.doctor import Item, Purpose, Report, State

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "assets" / "examples" / "lazy_init.lazygui.json"


def test_a_run_prints_a_table(call, golden):
    code, out, err = call("run", EXAMPLE)
    assert (code, err) == (0, "")
    golden("run_lazy_init.txt", out)


def test_a_run_prints_json(call, golden):
    code, out, err = call("run", EXAMPLE, "--json")
    assert (code, err) == (0, "")
    golden("run_lazy_init.json", out)
    assert json.loads(out)["total_parameters"] == 7946


def test_a_failing_run_prints_how_far_it_came(call, golden, broken):
    code, out, err = call("run", broken)
    assert code == 1
    golden("run_broken.txt", out)
    golden("run_broken.stderr.txt", err)


def test_a_failing_run_says_why_in_json(call, golden, broken):
    code, out, err = call("run", broken, "--json")
    assert (code, err) == (1, "")
    golden("run_broken.json", out)


def test_a_table_speaks_chinese(call, monkeypatch, golden, broken):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    code, out, err = call("run", broken)
    assert code == 1
    golden("run_broken_zh.txt", out + err)


def test_any_other_language_is_english(call, monkeypatch, golden):
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    golden("run_lazy_init.txt", call("run", EXAMPLE)[1])


def test_without_the_translation_the_words_are_english(call, monkeypatch, golden):
    def missing(name):
        raise FileNotFoundError(name)

    monkeypatch.setattr(resources, "path", missing)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    golden("run_lazy_init.txt", call("run", EXAMPLE)[1])


def test_an_empty_network_fails_without_a_node(call, document):
    code, out, _ = call("run", document({}), "--json")
    assert code == 1
    assert json.loads(out)["error"] == {
        "node": None,
        "code": "empty_network",
        "message": "The network is empty: add an Input and a layer.",
    }


def test_an_input_can_have_another_shape(call):
    code, out, _ = call("run", EXAMPLE, "--input", "x=7,30", "--json")
    assert code == 0
    assert json.loads(out)["nodes"]["fc1"]["parameters"]["weight"] == [256, 30]
    assert json.loads(out)["nodes"]["fc2"]["output"] == [7, 10]


def test_each_input_can_have_another_shape(call, document):
    nodes = {name: {"type": "Input", "args": {"shape": [1, 1]}} for name in ("a", "b")}
    path = document({**nodes, "add": {"type": "torch.add"}}, [["a", "add"], ["b", "add:1"]])
    code, out, _ = call("run", path, "--input", "a=2,3", "--input", "b=3", "--json")
    assert code == 0
    assert json.loads(out)["nodes"]["add"]["output"] == [2, 3]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x", "--input x: write a node and its shape, as in x=2,20."),
        ("x=2,,3", "--input x=2,,3: write a node and its shape, as in x=2,20."),
        ("fc1=2,20", "--input fc1=2,20: “fc1” is no Input. Inputs are: x."),
        ("ghost=2", "--input ghost=2: “ghost” is no Input. Inputs are: x."),
        ("x=0,20", "--input x=0,20: “shape” must be at least 1, not (0, 20)."),
    ],
)
def test_a_wrong_input_is_an_error_of_the_argument(call, text, said):
    code, out, err = call("run", EXAMPLE, "--input", text)
    assert (code, out) == (2, "")
    assert err.startswith(f"lazygui: {said.partition(', not')[0]}")


@pytest.mark.parametrize("seed", ["-1", "a", "1.5", str(2**63)])
def test_a_wrong_seed_is_an_error_of_the_argument(call, seed):
    code, _, err = call("run", EXAMPLE, f"--seed={seed}")
    assert code == 2
    assert "a seed is a whole number" in err


def test_training_mode_is_asked_for(call, document):
    nodes = {"x": {"type": "Input", "args": {"shape": [1, 4]}}, "bn": {"type": "nn.LazyBatchNorm1d"}}
    path = document(nodes, [["x", "bn"]])
    assert call("run", path, "--seed", 3)[0] == 0
    code, _, err = call("run", path, "--train")
    assert code == 1
    assert "Expected more than 1 value per channel when training" in err


def test_code_is_printed(call):
    from lazygui.codegen.source import source
    from lazygui.storage.files import open_file

    code, out, err = call("code", EXAMPLE)
    assert (code, out, err) == (0, source(open_file(EXAMPLE)), "")


@pytest.mark.parametrize("verb", ["run", "code"])
def test_a_bad_file_is_said_with_its_line(call, tmp_path, verb):
    path = tmp_path / "bad.json"
    path.write_text('{"format": "lazygui/1",\n"nodes": {}, }')
    code, out, err = call(verb, path)
    assert (code, out) == (2, "")
    assert err == f"lazygui: {path}: Line 2: This is not JSON: at column 14 there should be a name in double quotes.\n"


def test_a_missing_file_is_said_once(call, tmp_path):
    code, out, err = call("run", tmp_path / "none.json")
    assert (code, out) == (2, "")
    assert err == f"lazygui: {tmp_path / 'none.json'} cannot be read: No such file or directory.\n"


@pytest.mark.parametrize("verb", ["run", "code"])
def test_a_document_can_come_from_stdin(call, monkeypatch, verb):
    expected = call(verb, EXAMPLE)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EXAMPLE.read_bytes())))
    assert call(verb, "-") == expected


def test_a_bad_document_from_stdin_is_named_so(call, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    code, _, err = call("code", "-")
    assert code == 2
    assert err == "lazygui: stdin: Line 1: The text is not UTF-8: save it in that encoding.\n"


def test_help_and_version(call):
    code, out, _ = call("--help")
    assert code == 0
    for verb in ("run FILE", "code FILE", "doctor"):
        assert f"lazygui {verb}" in out
    assert call("--version")[:2] == (0, f"lazygui {lazygui.__version__}\n")


@pytest.mark.parametrize(
    "words", [("run",), ("code",), ("run", "a", "--nonsense"), ("--nonsense",), ("code", "a", "b")]
)
def test_wrong_arguments_end_with_two(call, words):
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert "usage: lazygui" in err


def test_doctor_gets_its_arguments_and_its_answer_is_the_exit_code(call, monkeypatch):
    heard = []
    monkeypatch.setattr(doctor, "main", lambda argv, translate: heard.append(argv) or 1)
    assert call("doctor", "--install")[0] == 1
    assert heard == [["--install"]]


@pytest.fixture
def machine(monkeypatch):
    """Let the doctor find these things, and the window be a list of what was opened."""
    opened = []

    class App:
        PYSIDE_VERSION = "6.11.3"

        @staticmethod
        def main(*paths):
            opened.append(paths)
            return 0

    def have(*items):
        report = Report(items, has_apt=True, is_root=True)
        monkeypatch.setattr(doctor, "examine", report.only)
        monkeypatch.setattr(lazygui, "app", App, raising=False)
        monkeypatch.setattr("gc.disable", lambda: None)
        return opened

    return have


@pytest.mark.parametrize("words", [(), ("a.json",), ("./run",), ("a.json", "b.json")])
def test_a_window_opens_for_each_file_where_everything_is_there(call, machine, words):
    opened = machine(Item(Purpose.DRAWING, State.OK, "libGL.so.1"))
    assert call(*words)[0] == 0
    assert opened == [words]


def test_a_qt_that_would_crash_on_this_python_opens_no_window(call, machine, monkeypatch):
    opened = machine(Item(Purpose.PACKAGE, State.MISSING, "PySide6-Essentials", "6.12.0"))
    monkeypatch.setattr(doctor, "has_packages", lambda: True)
    monkeypatch.setattr(doctor, "crashes", lambda _pyside, _python: True)
    code, _, err = call()
    assert (code, opened) == (2, [])
    assert "PySide6-Essentials 6.12.0" in err


def test_a_missing_package_is_said_before_it_is_imported(call, machine, monkeypatch):
    opened = machine(Item(Purpose.PACKAGE, State.MISSING, "torch"))
    monkeypatch.setattr(doctor, "_MODULES", ("lazygui_of_no_such_name",))
    code, _, err = call()
    assert (code, opened) == (2, [])
    assert "torch" in err


def test_what_is_missing_is_said_before_qt_would_abort(call, machine):
    opened = machine(Item(Purpose.DRAWING, State.MISSING, "libGL.so.1", package="libgl1"))
    code, _, err = call()
    assert (code, opened) == (2, [])
    assert "libGL.so.1" in err
    assert "apt-get install -y --no-install-recommends libgl1" in err


@pytest.mark.parametrize(("platform", "code"), [("", 2), ("xcb", 2), ("offscreen", 0), ("wayland", 0)])
def test_without_a_display_only_x_cannot_open_a_window(call, machine, monkeypatch, platform, code):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    machine(Item(Purpose.DISPLAY, State.NOTE, "", advice="none"))
    assert call()[0] == code


def test_an_interruption_ends_with_130(call, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(doctor, "main", interrupted)
    assert call("doctor")[0] == 130


def test_a_reader_that_goes_away_is_no_crash():
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "lazygui", "code", str(EXAMPLE)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
    ) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_pipe_gets_utf8_whatever_the_terminal_speaks(golden):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "lazygui", "run", str(EXAMPLE)]
    run = subprocess.run(command, capture_output=True, env=environment, cwd=ROOT, check=True)
    golden("run_lazy_init.txt", run.stdout.decode("utf-8"))
    assert run.stderr == b""


def test_headless_verbs_never_import_qt():
    code = (
        "import sys; from lazygui.cli import main; "
        f"assert main(['run', {str(EXAMPLE)!r}]) == main(['code', {str(EXAMPLE)!r}]) == 0; "
        "assert 'torch' in sys.modules; assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


INITIALIZED = """{"format": "lazygui/1", "nodes": {
  "x": {"type": "Input", "args": {"shape": [2, 20]}},
  "fc": {"type": "nn.LazyLinear", "args": {"out_features": 4}},
  "norm": {"type": "nn.LazyBatchNorm1d"}}, "edges": [["x", "fc"], ["fc", "norm"]],
  "init": [{"for": "nn.Linear", "weight": {"zeros_": {}}}]}"""


def test_a_run_initializes_weights_and_says_to_which_layers_it_did(call, tmp_path):
    path = tmp_path / "initialized.lazygui.json"
    path.write_text(INITIALIZED, encoding="utf-8")
    code, out, err = call("run", path)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "Applied to 1 of 2 layers. “norm” is named by no rule."
    told = json.loads(call("run", path, "--json")[1])["initialization"]
    assert told == {"applied": ["fc"], "skipped": {"norm": "“norm” is named by no rule."}}
