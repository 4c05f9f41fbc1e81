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

MAKERS = {"Problem", "problem", "refuse", "wrong", "_wrong", "failure"}
"""Functions whose first argument is a code."""

ALWAYS = {"problem": {"argument", "value"}, "failure": {"path", "reason"}, "_wrong": {"line"}}
"""Details that such a function adds by itself."""

CHOSEN = {
    "engine/explain.py": {"wrong_features", "wrong_channels"},
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
            "“add” needs an edge to input, other: connect an output to it.",
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
