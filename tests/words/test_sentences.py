"""Every problem that any room can tell of has a sentence, and every sentence gets what it needs."""

import ast
from collections import defaultdict
from pathlib import Path
from string import Formatter

import pytest

import lazygui
from lazygui.graph.problems import Problem
from lazygui.words import problems
from lazygui.words.problems import NOUNS, SENTENCES, sentence

PACKAGE = Path(lazygui.__file__).parent

MAKERS = {"Problem", "problem", "refuse", "wrong", "_wrong", "failure", "reason", "_warning", "unreadable", "because"}
"""Functions whose first argument is a code."""

CALL = {"layer", "input", "port", "source"}
ALWAYS = {
    "problem": {"argument", "value"},
    "failure": {"path", "reason"},
    "_wrong": {"line"},
    "unreadable": {"line", "text"},
    "reason": CALL,
    "_warning": CALL,
    "because": {"parameter"},
}
"""Details that such a function adds by itself."""

CHOSEN = {
    "engine/reasons.py": {"wrong_features", "wrong_channels", "wrong_state"},
    "ui/inspector/values.py": {"not_integer", "not_number", "not_boolean", "not_a_choice", "not_a_size", "not_numbers"},
}
"""Codes that a file holds apart from the call that takes one of them."""


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def constants(value: ast.expr) -> list[str]:
    """The texts that an expression can give: itself, or the two ways of a condition."""
    if isinstance(value, ast.IfExp):
        return constants(value.body) + constants(value.orelse)
    return [value.value] if isinstance(value, ast.Constant) and isinstance(value.value, str) else []


def keys(value: ast.expr, function: ast.AST) -> set[str]:
    """The keys of a dict that is written there, or under a name in the same function."""
    if isinstance(value, ast.Name):
        assigned = [n for n in ast.walk(function) if isinstance(n, ast.Assign | ast.AnnAssign)]
        targets = [(n.targets[0] if isinstance(n, ast.Assign) else n.target, n.value) for n in assigned]
        values = [found for target, found in targets if getattr(target, "id", "") == value.id]
        return keys(values[0], function) if values else set()
    if not isinstance(value, ast.Dict):
        return set()
    written = {key.value for key in value.keys if isinstance(key, ast.Constant)}
    return written.union(*(keys(v, function) for k, v in zip(value.keys, value.values, strict=True) if k is None))


def detail_names(call: ast.Call, function: ast.AST) -> set[str]:
    """The names of the details that a call gives: as keywords, and as dicts."""
    dicts = (*call.args, *(keyword.value for keyword in call.keywords if keyword.arg is None))
    return {keyword.arg for keyword in call.keywords if keyword.arg}.union(*(keys(d, function) for d in dicts))


def made() -> dict[str, list[set[str]]]:
    """Every code that the sources construct, with the details of each place that does."""
    found = defaultdict(list)
    for file in PACKAGE.rglob("*.py"):
        functions = [n for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.FunctionDef)]
        for function in functions:
            for call in (node for node in ast.walk(function) if isinstance(node, ast.Call) and node.args):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                if name in MAKERS:
                    codes = constants(call.args[0]) or CHOSEN.get(file.relative_to(PACKAGE).as_posix(), ())
                    for code in codes:
                        found[code].append(detail_names(call, function) | ALWAYS.get(name, set()))
    return found


MADE = made()


def call(code: str, node: str, layer: str, **details: object) -> Problem:
    """A problem of one call, told with what every such problem has."""
    return Problem(code, node, {"layer": layer, "port": 0, "input": "input", "source": "x", **details})


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    assert set(MADE) == set(SENTENCES)


@pytest.mark.parametrize("code", SENTENCES)
def test_every_placeholder_is_fed_wherever_the_code_is_made(code):
    for details in MADE[code]:
        assert placeholders(SENTENCES[code]) - {"node"} <= details


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_one(code):
    text = SENTENCES[code]
    assert text.endswith(".")
    assert text[0] in "“{" or text[0].isupper()


def test_the_codes_of_a_file_stand_in_it():
    for file, codes in CHOSEN.items():
        texts = {
            n.value for n in ast.walk(ast.parse((PACKAGE / file).read_text("utf-8"))) if isinstance(n, ast.Constant)
        }
        assert codes <= texts


def test_what_a_text_expects_has_a_noun():
    tree = ast.parse((PACKAGE / "storage" / "json_text.py").read_text("utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "attr", "") == "expected"]
    assert {code for call in calls for code in constants(call.args[0])} <= set(NOUNS)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem("name_taken", "fc1"), "Another node is already called “fc1”: choose another name."),
        (
            Problem("below_minimum", "fc1", {"argument": "out_features", "value": 0, "minimum": 1.0}),
            "“out_features” must be at least 1, not 0.",
        ),
        (
            Problem("not_integer", "fc1", {"argument": "out_features", "value": 2.0}),
            "“out_features” must be made of whole numbers; 2.0 is not.",
        ),
        (
            Problem("not_a_choice", "x", {"argument": "fill", "value": "a", "choices": ("rand", 1)}),
            "“fill” must be one of rand, 1, not 'a'.",
        ),
        (
            Problem("too_large", "fc1", {"bytes": 40 * 10**12, "available": 8 * 10**9}),
            "“fc1” would need 40 TB of memory, and 8 GB are free: make it or its input smaller.",
        ),
        (
            Problem("values_shape", "x", {"expected": (2, 20), "got": ()}),
            "The values of “x” have the shape (), but its shape says 2 × 20: make them agree.",
        ),
        (
            Problem(
                "tie_widths",
                "fc2",
                {"place": "fc2.weight", "shape": (8, "?"), "other": "fc1.weight", "other_shape": (16, "?")},
            ),
            "“fc2.weight” is 8 × ? and “fc1.weight” is 16 × ?: one tensor cannot have both shapes. Set the sizes of "
            "one to those of the other.",
        ),
        (
            Problem("share_arguments", "b", {"other": "a", "argument": "out_features", "value": 8, "their": 9}),
            "“b” uses the module of “a”, but their out_features differ, 8 and 9: make them equal, or end the sharing.",
        ),
        (
            Problem("cycle_in_file", "a", {"nodes": ("a", "b"), "line": 7}),
            "Line 7: The edges make a cycle (a → b → a), so that no node could be first: remove one of them.",
        ),
        (
            Problem("not_json", None, {"line": 3, "column": 9, "expected": ", }"}),
            "Line 3: This is not JSON: at column 9 there should be a comma or a closing brace.",
        ),
        (
            Problem("file_too_large", None, {"path": "a.json", "limit": 64_000_000}),
            "a.json holds more than 64 MB, so it is no drawing: choose another file.",
        ),
        (
            Problem("missing_inputs", "add", {"inputs": ("input", "other"), "needed": 2, "got": 0}),
            "“add” needs an edge to “input”, “other”: connect an output to it.",
        ),
        (
            call("wrong_rank", "c", "Conv2d", ranks=(3, 4), got=2, shape=(2, 20)),
            "The number of axes at “input” of Conv2d “c” must be 3 or 4, but it is 2 in 2 × 20 from “x”: add an axis "
            "or take one away.",
        ),
        (
            call("wrong_rank", "e", "Bag", ranks=(1,), got=2, shape=(2, 20)),
            "The number of axes at “input” of Bag “e” must be 1, but it is 2 in 2 × 20 from “x”: add an axis or take "
            "one away.",
        ),
        (
            call("wrong_elements", "view", "reshape", argument="shape", sizes=(2, 7), got=40),
            "“view” cannot make 2 × 7 (shape) of 40 elements: choose lengths whose product is 40.",
        ),
        (
            call("unequal_lengths", "cat", "cat", first=(2, 3), second=(2, 4), a=3, b=4, other="a"),
            "“cat” receives 2 × 3 from “a” and 2 × 4 from “x”, where 3 and 4 should be one length: make them the same.",
        ),
        (
            call("cannot_broadcast", "add", "add", first=(2, 6), second=(2, 3), a=6, b=3, other="a", axis=-1),
            "“add” cannot combine 2 × 6 from “a” with 2 × 3 from “x”: the lengths 6 and 3 of the last axis differ, and "
            "none is 1.",
        ),
        (
            call("cannot_expand", "wide", "expand", shape=(2, 9), axis=-2, got=2, expected=3),
            "“wide” cannot stretch axis 2 from the end of 2 × 9 from 2 to 3: only an axis of length 1 can be "
            "stretched.",
        ),
    ],
)
def test_a_problem_reads_as_a_sentence(problem, words):
    assert sentence(problem) == words


def test_a_long_value_is_cut():
    words = sentence(Problem("not_number", "x", {"argument": "p", "value": "9" * 10_000}))
    assert len(words) < 120
    assert words.endswith("….")


def test_braces_in_a_name_are_left_alone():
    assert sentence(Problem("name_invalid", "{0}{by}")).startswith("“{0}{by}”")


def test_a_sentence_is_translated_with_its_line_and_its_nouns():
    table = {
        problems.AT_LINE: "第 {line} 行：{sentence}",
        SENTENCES["wrong_member"]: "“{member}”必须是{expected}。",
        NOUNS["object"]: "对象",
    }
    problem = Problem("wrong_member", None, {"member": "nodes", "expected": "object", "line": 2})
    assert sentence(problem, lambda context, text: table[text]) == "第 2 行：“nodes”必须是对象。"


def test_one_length_is_shown_as_it_was_typed():
    problem = Problem("below_minimum", "x", {"argument": "shape", "minimum": 1, "value": (0,)})
    assert sentence(problem) == "“shape” must be at least 1, not 0."
