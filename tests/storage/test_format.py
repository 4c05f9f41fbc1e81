"""The document format: what is written, what is kept, and what is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from random_graphs import graphs, json_values

from lazygui import resources
from lazygui.catalog.spec import AUTO
from lazygui.graph import rules
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.storage.errors import FormatError
from lazygui.storage.format import dump, load, load_bytes

DOCUMENT = """\
{
  "format": "lazygui/1",
  "nodes": {
    "x": {"type": "Input", "args": {"shape": [2, 20], "dtype": "float32", "fill": "rand"}},
    "fc1": {"type": "nn.LazyLinear", "args": {"out_features": 256}},
    "relu": {"type": "nn.ReLU"},
    "b.cat": {"type": "torch.cat", "args": {"dim": -1}}
  },
  "edges": [
    ["x", "fc1"],
    ["fc1", "relu"],
    ["relu", "b.cat"],
    ["fc1", "b.cat:1"]
  ],
  "layout": {
    "x": [0, 0],
    "fc1": [336, 0],
    "relu": [672, -12.5],
    "b.cat": [1008, 0]
  }
}
"""
FUTURE = DOCUMENT.replace(
    '{"type": "nn.ReLU"}', '{"type": "my.Layer", "args": {"q": {"z": [1.5, null]}}, "note": {"卷": [[], {}]}}'
).replace("\n  }\n}", '\n  },\n  "made_by": {"name": "卷", "tags": [1, [2]]},\n  "more": null\n}')

SCHEMA = json.loads(resources.path("schema/lazygui-1.schema.json").read_text(encoding="utf-8"))


def refusal(text: str) -> FormatError:
    with pytest.raises(FormatError) as caught:
        load(text)
    return caught.value


def test_a_document_becomes_a_graph() -> None:
    graph = load(DOCUMENT)
    assert list(graph.nodes) == ["x", "fc1", "relu", "b.cat"]
    assert graph.nodes["x"] == Node("x", "Input", {"shape": (2, 20), "dtype": "float32", "fill": "rand"})
    assert graph.edges[Port("b.cat", 1)] == Port("fc1")
    assert graph.layout["relu"] == Point(672, -12.5)


@pytest.mark.parametrize("text", [DOCUMENT, FUTURE], ids=["known", "future"])
def test_a_document_is_written_byte_for_byte_as_it_was(text: str) -> None:
    assert dump(load(text)) == text


def test_an_empty_graph_is_a_document() -> None:
    text = '{\n  "format": "lazygui/1",\n  "nodes": {},\n  "edges": [],\n  "layout": {}\n}\n'
    assert dump(Graph()) == text
    assert load(text) == Graph()


def test_what_is_not_known_is_kept() -> None:
    graph = load(FUTURE)
    assert graph.nodes["relu"].spec is None
    assert graph.nodes["relu"].arguments["q"] == {"z": (1.5, None)}
    assert graph.nodes["relu"].extra == {"note": {"卷": ((), {})}}
    assert list(graph.extra) == ["made_by", "more"]


def test_one_edit_changes_one_line() -> None:
    before = load(DOCUMENT)
    after = dump(before.with_nodes([before.nodes["fc1"].with_argument("out_features", 128)]))
    changed = [new for old, new in zip(DOCUMENT.splitlines(), after.splitlines(), strict=True) if old != new]
    assert changed == ['    "fc1": {"type": "nn.LazyLinear", "args": {"out_features": 128}},']


def test_nodes_without_a_place_are_laid_out_from_left_to_right() -> None:
    graph = load(DOCUMENT.replace('    "fc1": [336, 0],\n', ""))
    assert graph.layout["x"] == Point(0, 0)
    assert graph.layout["fc1"].x > graph.layout["x"].x
    everything = load(DOCUMENT[: DOCUMENT.index(',\n  "layout"')] + "}")
    assert everything.layout["x"].x < everything.layout["fc1"].x < everything.layout["relu"].x


def test_a_place_for_no_node_is_not_kept() -> None:
    assert "gone" not in load(DOCUMENT.replace('"x": [0, 0]', '"gone": [5, 5], "x": [0, 0]')).layout


def test_a_byte_order_mark_is_no_part_of_the_document() -> None:
    assert load_bytes(b"\xef\xbb\xbf" + DOCUMENT.encode()) == load(DOCUMENT)


TIED = """\
{
  "format": "lazygui/1",
  "nodes": {
    "x": {"type": "Input", "args": {"shape": [2, 4], "dtype": "int64", "fill": "randint", "high": 16}},
    "embed": {"type": "nn.Embedding", "args": {"num_embeddings": 16, "embedding_dim": 8}},
    "fc": {"type": "nn.Linear", "args": {"in_features": 8, "out_features": 8}},
    "again": {"type": "nn.Linear", "args": {"in_features": 8, "out_features": 8}, "shares": "fc"},
    "norm": {"type": "nn.LayerNorm", "args": {"normalized_shape": "auto"}},
    "head": {"type": "nn.Linear", "args": {"in_features": 8, "out_features": 16}, "ties": {"weight": "embed.weight"}}
  },
  "edges": [
    ["x", "embed"],
    ["embed", "fc"],
    ["fc", "again"],
    ["again", "norm"],
    ["norm", "head"]
  ],
  "layout": {
    "x": [0, 0],
    "embed": [336, 0],
    "fc": [672, 0],
    "again": [1008, 0],
    "norm": [1344, 0],
    "head": [1680, 0]
  }
}
"""


def test_shares_ties_and_open_sizes_are_written_as_they_were() -> None:
    graph = load(TIED)
    assert dump(graph) == TIED
    assert graph.nodes["again"].shares == "fc"
    assert graph.nodes["head"].ties == {"weight": "embed.weight"}
    assert graph.nodes["norm"].value("normalized_shape") == AUTO


def test_a_node_that_shares_may_leave_out_what_is_its_owners() -> None:
    short = TIED.replace('{"type": "nn.Linear", "args": {"in_features": 8, "out_features": 8}, "shares"', '{"shares"')
    assert dump(load(short)) == TIED


def test_a_share_of_a_share_is_one_of_the_owner() -> None:
    chained = load(
        TIED.replace('{"type": "nn.LayerNorm", "args": {"normalized_shape": "auto"}}', '{"shares": "again"}')
    )
    assert chained.nodes["norm"].shares == "fc"
    assert chained.nodes["norm"].arguments == chained.nodes["fc"].arguments


@pytest.mark.parametrize(
    ("old", "new", "node", "code"),
    [
        ('"shares": "fc"', '"shares": "ghost"', "again", "share_missing"),
        ('"shares": "fc"', '"shares": "again"', "again", "share_circle"),
        ('"embed.weight"', '"ghost.weight"', "head", "tie_missing"),
        ('"embed.weight"', '"embed.bias"', "head", "tie_parameter"),
    ],
)
def test_a_share_or_tie_that_leads_nowhere_opens_and_is_told_at_the_node(
    old: str, new: str, node: str, code: str
) -> None:
    text = TIED.replace(old, new)
    graph = load(text)
    assert dump(graph) == text
    assert [key for key, one in graph.nodes.items() if rules.check_ties(graph, one)] == [node]
    problem = rules.check_ties(graph, graph.nodes[node])
    assert problem is not None
    assert problem.code == code


def test_opening_runs_nothing_that_a_document_brings(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    source = f"open({str(trace)!r}, 'w')\ndef f(x):\n    open({str(trace)!r}, 'w')\n    return x\n"
    node = {"type": "Custom", "args": {"source": source}, "note": "__import__('os')"}
    text = json.dumps({"format": "lazygui/1", "nodes": {"odd": node}, "edges": []})
    graph = load(text)
    assert graph.nodes["odd"].arguments["source"] == source
    assert graph.nodes["odd"].input_names
    assert rules.check_node(graph.nodes["odd"]) is not None
    assert load(dump(graph)) == graph
    assert not trace.exists()


FC1 = '"fc1": {"type": "nn.LazyLinear", "args": {"out_features": 256}}'
REFUSED: list[tuple[str, str, str, str | None, dict[str, Any]]] = [
    # What stands there, what is written instead, and the code, node and details of the refusal.
    ('"relu": {', '"fc1": {', "duplicate_node", "fc1", {"line": 6, "first_line": 5}),
    ('"dim": -1', '"dim": -1, "dim": 0', "duplicate_key", None, {"line": 7, "first_line": 7, "key": "dim"}),
    ("256}", "256,}", "not_json", None, {"line": 5, "column": 67, "expected": "key"}),
    ('"x", "fc1"', '"x" "fc1"', "not_json", None, {"line": 10, "column": 10, "expected": ", ]"}),
    ('"nodes": {', '"nodes" {', "not_json", None, {"line": 3, "column": 11, "expected": ":"}),
    ('["x", "fc1"]', '["x", "fc1",]', "not_json", None, {"line": 10, "column": 17, "expected": "value"}),
    ('"nn.ReLU"', '"nn.ReLU\\x"', "not_json", None, {"line": 6, "column": 22, "expected": "string"}),
    ("-12.5", "01", "not_json", None, {"line": 18, "column": 19, "expected": "value"}),
    ("256", "NaN", "number_not_finite", None, {"line": 5, "text": "NaN"}),
    ("256", "-Infinity", "number_not_finite", None, {"line": 5, "text": "-Infinity"}),
    ("-12.5", "1e999", "number_not_finite", None, {"line": 18, "text": "1e999"}),
    ("256", "9" * 5000, "number_not_finite", None, {"line": 5}),
    ("256", "[" * 100 + "]" * 100, "too_deep", None, {"line": 5, "limit": 64}),
    ("nn.ReLU", "\\ud800", "bad_character", None, {"line": 6}),
    ("lazygui/1", "lazygui/2", "newer_format", None, {"line": 2, "found": "lazygui/2"}),
    ("lazygui/1", "netron/1", "foreign_format", None, {"line": 2, "found": "netron/1"}),
    ('"lazygui/1"', "1", "foreign_format", None, {"line": 2, "found": "1"}),
    ('"format"', '"fmt"', "not_a_document", None, {"line": 1}),
    ('"edges"', '"edge"', "missing_member", None, {"member": "edges"}),
    ('"nodes"', '"node"', "missing_member", None, {"member": "nodes"}),
    ('{"type": "nn.ReLU"}', "3", "wrong_member", "relu", {"line": 6, "member": "relu", "expected": "object"}),
    ('{"out_features": 256}', "[256]", "wrong_member", "fc1", {"line": 5, "member": "args", "expected": "object"}),
    ('{"type": "nn.ReLU"}', "{}", "missing_type", "relu", {"line": 6}),
    ('"relu":', '"1relu":', "name_invalid", "1relu", {"line": 6}),
    ('"relu":', '"class":', "name_keyword", "class", {"line": 6}),
    ('"relu":', '"b":', "name_nested", "b.cat", {"line": 7, "other": "b"}),
    ("256", "-1", "below_minimum", "fc1", {"line": 5, "argument": "out_features"}),
    ("256", '{"a": 1}', "not_integer", "fc1", {"line": 5, "argument": "out_features"}),
    (', "args": {"out_features": 256}', "", "argument_missing", "fc1", {"line": 5, "argument": "out_features"}),
    ('["x", "fc1"]', '["x", "fc9"]', "missing_end", None, {"line": 10, "end": "fc9"}),
    ('["x", "fc1"]', '["x", "fc1:a"]', "wrong_port", None, {"line": 10, "end": "fc1:a"}),
    ('["x", "fc1"]', '["x", "fc1:1"]', "missing_input", "fc1", {"line": 10, "port": 1}),
    ('["x", "fc1"]', '["x:1", "fc1"]', "missing_output", "x", {"line": 10, "port": 1}),
    ('["x", "fc1"]', '["x", "b.cat:99999"]', "missing_input", "b.cat", {"line": 10, "port": 99999}),
    ('["x", "fc1"]', '["x"]', "wrong_edge", None, {"line": 10}),
    ('["x", "fc1"]', '["x", 1]', "wrong_edge", None, {"line": 10}),
    ('["x", "fc1"]', '["fc1", "fc1"]', "connects_itself", "fc1", {"line": 10}),
    ('["fc1", "relu"]', '["x", "fc1"]', "input_taken", "fc1", {"line": 11, "by": "x"}),
    ('["x", "fc1"]', '["relu", "fc1"]', "cycle_in_file", "relu", {"line": 11, "nodes": ("relu", "fc1")}),
    ('{"type": "nn.ReLU"}', '{"type": "nn.ReLU", "shares": 1}', "wrong_member", "relu", {"expected": "string"}),
    ('{"type": "nn.ReLU"}', '{"type": "nn.ReLU", "ties": []}', "wrong_member", "relu", {"expected": "object"}),
    ('{"type": "nn.ReLU"}', '{"type": "nn.ReLU", "ties": {"weight": 1}}', "wrong_tie", "relu", {"line": 6}),
    ('{"type": "nn.ReLU"}', '{"type": "nn.ReLU", "ties": {"weight": "fc1"}}', "wrong_tie", "relu", {"line": 6}),
    ('{"type": "nn.ReLU"}', '{"type": "nn.ReLU", "ties": {"weight": "fc1."}}', "wrong_tie", "relu", {"line": 6}),
    ('{"type": "nn.ReLU"}', '{"shares": "relu"}', "missing_type", "relu", {"line": 6}),
    ('{"type": "nn.ReLU"}', '{"shares": "ghost"}', "missing_type", "relu", {"line": 6}),
    ("[336, 0]", "[336]", "wrong_place", "fc1", {"line": 17}),
    ("[336, 0]", "[336, 1e300]", "wrong_place", "fc1", {"line": 17}),
    ("[336, 0]", "[336, true]", "wrong_place", "fc1", {"line": 17}),
]


@pytest.mark.parametrize(("old", "new", "code", "node", "details"), REFUSED)
def test_what_is_wrong_is_refused_with_its_place(
    old: str, new: str, code: str, node: str | None, details: dict[str, Any]
) -> None:
    assert old in DOCUMENT
    problem = refusal(DOCUMENT.replace(old, new, 1)).problem
    assert (problem.code, problem.node) == (code, node)
    assert details.items() <= dict(problem.details).items()


@pytest.mark.parametrize("text", ["", "[]", "null", '"lazygui/1"', "{}"])
def test_another_text_is_no_document(text: str) -> None:
    assert refusal(text).problem.code in ("not_json", "not_a_document")


def test_a_cycle_names_its_nodes_and_no_node_behind_it() -> None:
    text = DOCUMENT.replace('["x", "fc1"]', '["relu", "fc1"]').replace('["relu", "b.cat"],', '["x", "b.cat"],')
    assert set(refusal(text).problem.details["nodes"]) == {"fc1", "relu"}  # type: ignore[arg-type]


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    with pytest.raises(FormatError) as caught:
        load_bytes(DOCUMENT.encode().replace(b"nn.ReLU", b"nn.\xff"))
    assert (caught.value.problem.code, caught.value.problem.details["line"]) == ("not_utf8", 6)


@given(graphs())
def test_save_then_open_gives_the_identical_graph(graph: Graph) -> None:
    text = dump(graph)
    opened = load(text)
    assert opened == graph
    assert (list(opened.nodes), list(opened.edges)) == (list(graph.nodes), list(graph.edges))
    assert dump(opened) == text


@given(graphs())
def test_every_document_that_is_written_keeps_the_schema(graph: Graph) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(dump(graph)))) == []


@pytest.mark.parametrize(
    "code",
    [
        "foreign_format",
        "missing_member",
        "wrong_member",
        "wrong_tie",
        "wrong_port",
        "wrong_edge",
        "wrong_place",
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(code: str) -> None:
    for old, new, *_ in (case for case in REFUSED if case[2] == code):
        assert not Draft202012Validator(SCHEMA).is_valid(json.loads(DOCUMENT.replace(old, new, 1)))


def survives(data: bytes) -> None:
    """Open or refuse, and nothing else; what opens is written and opens again as the same."""
    try:
        graph = load_bytes(data)
    except FormatError:
        return
    assert load(dump(graph)) == graph


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_in_words(data: bytes) -> None:
    survives(data)


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_document_opens_or_is_refused(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([DOCUMENT, FUTURE, TIED])).encode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    new = data.draw(st.binary(max_size=4) | st.text('{}[]",:0x.-e', max_size=6).map(str.encode))
    survives(text[:start] + new + text[end:])


@settings(max_examples=300)
@given(st.data())
def test_a_wrong_value_anywhere_is_kept_or_refused(data: st.DataObject) -> None:
    document = json.loads(data.draw(st.sampled_from([FUTURE, TIED])))
    inside: Any = document
    while True:
        key = data.draw(st.sampled_from(list(inside) if isinstance(inside, dict) else list(range(len(inside)))))
        if not (inside[key] and isinstance(inside[key], dict | list) and data.draw(st.booleans())):
            break
        inside = inside[key]
    inside[key] = data.draw(json_values)
    survives(json.dumps(document).encode())
