"""`lazygui check`: shapes and problems in words and JSON, without a run; and code that runs only when it is allowed."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from cli_calls import BROKEN, BROKEN_EDGES, Call, Write

Golden = Callable[[str, str], None]

EXAMPLE = Path(__file__).parents[2] / "assets" / "examples" / "lazy_init.lazygui.json"
SUM = [["a", "add"], ["b", "add:1"]]


def stretched(document: Write) -> str:
    """A sum that broadcasts, which torch does in silence: a warning and no error."""
    inputs = {"a": [4, 1], "b": [3]}
    nodes = {name: {"type": "Input", "args": {"shape": shape}} for name, shape in inputs.items()}
    return document({**nodes, "add": {"type": "torch.add"}}, SUM)


def with_code(document: Write, trace: Path) -> str:
    """A network with a function of the document's own, which leaves a file behind when it runs."""
    source = f"def touch(input):\n    open({str(trace)!r}, 'w').close()\n    return input\n"
    nodes = {
        "x": {"type": "Input", "args": {"shape": [2, 8]}},
        "touch": {"type": "Custom", "args": {"source": source, "numbers": []}},
    }
    return document(nodes, [["x", "touch"]])


def auto_sized(document: Write) -> str:
    nodes = {
        "x": {"type": "Input", "args": {"shape": [2, 5, 8]}},
        "rnn": {"type": "nn.LSTM", "args": {"input_size": "auto", "hidden_size": 16, "batch_first": True}},
        "norm": {"type": "nn.LayerNorm", "args": {"normalized_shape": "auto"}},
    }
    return document(nodes, [["x", "rnn"], ["rnn", "norm"]])


# In words


def test_shapes_and_sums_are_printed(call: Call, golden: Golden) -> None:
    code, out, err = call("check", EXAMPLE)
    assert (code, err) == (0, "")
    golden("check_lazy_init.txt", out)


def test_a_problem_is_printed_with_where_its_numbers_come_from_and_what_would_mend_it(
    call: Call, golden: Golden, broken: str
) -> None:
    code, out, err = call("check", broken)
    assert (code, err) == (1, "")
    golden("check_broken.txt", out)


def test_all_of_it_is_said_in_chinese(call: Call, golden: Golden, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    code, out, err = call("check", broken)
    assert (code, err) == (1, "")
    golden("check_broken_zh.txt", out)


def test_a_warning_is_printed_and_is_no_failure(call: Call, document: Write) -> None:
    code, out, err = call("check", stretched(document))
    assert (code, err) == (0, "")
    assert "\nwarning: " in out
    assert "\nerror: " not in out


# In JSON


def test_the_json_says_what_is_known_and_what_is_wrong(call: Call, golden: Golden, broken: str) -> None:
    code, out, err = call("check", broken, "--json")
    assert (code, err) == (1, "")
    golden("check_broken.json", out)


def test_the_json_has_the_members_that_are_promised(call: Call, broken: str) -> None:
    told = json.loads(call("check", broken, "--json")[1])
    assert {"ok", "nodes", "problems"} <= told.keys()
    assert told["ok"] is False
    assert list(told["nodes"]) == ["x", "fc1", "输出层", "relu"]
    assert told["nodes"]["fc1"]["output"] == [2, 256]
    assert told["nodes"]["fc1"]["parameters"] == {"weight": [256, 20], "bias": [256]}
    assert told["nodes"]["relu"]["output"] is told["nodes"]["relu"]["parameters"] is None
    (problem,) = told["problems"]
    assert {"severity", "node", "code", "message", "fixes"} <= problem.keys()
    assert (problem["severity"], problem["node"], problem["code"]) == ("error", "输出层", "wrong_features")
    assert 1 <= len(problem["fixes"]) <= 3


def test_a_fix_of_the_json_put_into_the_document_mends_it(call: Call, document: Write, broken: str) -> None:
    (problem,) = json.loads(call("check", broken, "--json")[1])["problems"]
    fix = next(fix for fix in problem["fixes"] if fix["code"] == "set_arguments" and fix["node"] == "输出层")
    nodes: dict[str, Any] = json.loads(json.dumps(BROKEN))
    nodes["输出层"]["args"].update(fix["arguments"])
    code, out, _ = call("check", document(nodes, BROKEN_EDGES), "--json")
    assert code == 0
    assert json.loads(out)["problems"] == []


def test_a_sound_network_is_ok_and_counts_as_a_run_does(call: Call) -> None:
    told = json.loads(call("check", EXAMPLE, "--json")[1])
    run = json.loads(call("run", EXAMPLE, "--json")[1])
    assert (told["ok"], told["problems"]) == (True, [])
    assert told["total_parameters"] == run["total_parameters"] == 7946
    for name, node in run["nodes"].items():
        assert told["nodes"][name] == {key: node[key] for key in ("type", "output", "parameters")}


def test_a_warning_leaves_the_network_ok(call: Call, document: Write) -> None:
    told = json.loads(call("check", stretched(document), "--json")[1])
    assert told["ok"] is True
    assert [(one["severity"], one["node"]) for one in told["problems"]] == [("warning", "add")]


def test_an_empty_network_is_an_error_of_no_node(call: Call, document: Write) -> None:
    code, out, _ = call("check", document({}), "--json")
    told = json.loads(out)
    assert (code, told["ok"]) == (1, False)
    assert [(one["node"], one["code"]) for one in told["problems"]] == [(None, "empty_network")]


# What it takes


def test_another_shape_of_an_input_is_followed(call: Call) -> None:
    code, out, _ = call("check", EXAMPLE, "--input", "x=7,30", "--json")
    assert code == 0
    assert json.loads(out)["nodes"]["fc1"]["parameters"]["weight"] == [256, 30]
    assert json.loads(out)["nodes"]["fc2"]["output"] == [7, 10]


def test_what_only_training_refuses_is_found_in_training_mode_alone(call: Call, document: Write) -> None:
    nodes = {"x": {"type": "Input", "args": {"shape": [1, 4]}}, "bn": {"type": "nn.LazyBatchNorm1d"}}
    path = document(nodes, [["x", "bn"]])
    assert call("check", path)[0] == 0
    code, out, _ = call("check", path, "--train", "--json")
    assert code == 1
    assert [one["node"] for one in json.loads(out)["problems"] if one["severity"] == "error"] == ["bn"]


def test_the_document_can_come_from_stdin(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = call("check", EXAMPLE)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(EXAMPLE.read_bytes())))
    assert call("check", "-") == expected


@pytest.mark.parametrize("words", [("check",), ("check", "a", "--nonsense"), ("check", EXAMPLE, "--seed", "1")])
def test_wrong_arguments_end_with_two(call: Call, words: tuple[object, ...]) -> None:
    code, out, err = call(*words)
    assert (code, out) == (2, "")
    assert "usage: lazygui check" in err


def test_a_file_that_is_not_there_ends_with_two(call: Call, tmp_path: Path) -> None:
    code, out, err = call("check", tmp_path / "none.json")
    assert (code, out) == (2, "")
    assert err == f"lazygui: {tmp_path / 'none.json'} cannot be read: No such file or directory.\n"


# What it does not do


def test_nothing_is_initialized(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    devices: list[str] = []

    def drawn(tensor: torch.Tensor, *_: object, **__: object) -> torch.Tensor:
        devices.append(tensor.device.type)
        return tensor

    for name in ("kaiming_uniform_", "uniform_"):
        monkeypatch.setattr(torch.nn.init, name, drawn)
    before = torch.random.get_rng_state()
    assert call("check", EXAMPLE)[0] == 0
    assert torch.equal(torch.random.get_rng_state(), before)
    assert set(devices) <= {"meta"}, "on meta a tensor has no numbers"


def test_no_code_of_the_document_runs(call: Call, document: Write, tmp_path: Path) -> None:
    path = with_code(document, tmp_path / "it ran")
    assert call("check", path)[0] == 0
    assert call("code", path)[0] == 0
    assert not (tmp_path / "it ran").exists()


def test_code_runs_only_when_it_is_allowed(call: Call, document: Write, tmp_path: Path) -> None:
    path = with_code(document, tmp_path / "it ran")
    code, out, _ = call("run", path, "--json")
    assert code == 1
    assert (json.loads(out)["error"]["node"], json.loads(out)["error"]["code"]) == ("touch", "code_not_allowed")
    assert not (tmp_path / "it ran").exists()
    code, out, _ = call("run", path, "--json", "--allow-code")
    assert code == 0
    assert json.loads(out)["nodes"]["touch"]["output"] == [2, 8]
    assert (tmp_path / "it ran").exists()


def test_a_run_that_refuses_code_says_how_to_allow_it(call: Call, document: Write, tmp_path: Path) -> None:
    code, _, err = call("run", with_code(document, tmp_path / "it ran"))
    assert code == 1
    assert "  fix: run again with --allow-code" in err


def test_where_nothing_is_known_yet_nothing_is_counted(call: Call, document: Write) -> None:
    out = call("check", document({"f": {"type": "nn.LazyLinear", "args": {"out_features": 2}}}))[1]
    assert "\n\nnothing is known yet\n" in out


# Sizes that were left to be filled in


def test_sizes_that_were_left_open_are_filled_in(call: Call, document: Write) -> None:
    nodes = json.loads(call("check", auto_sized(document), "--json")[1])["nodes"]
    assert nodes["rnn"]["parameters"]["weight_ih_l0"] == [64, 8]
    assert nodes["norm"]["parameters"] == {"weight": [16], "bias": [16]}


def test_code_has_the_numbers_that_were_filled_in(call: Call, document: Write) -> None:
    code, out, _ = call("code", auto_sized(document))
    assert code == 0
    assert "self.rnn = nn.LSTM(8, 16, batch_first=True)" in out
    assert "self.norm = nn.LayerNorm(" in out
    assert "auto" not in out
    compile(out, "the code that was printed", "exec")
