"""The reader of JSON that remembers places."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_graphs import json_values

from lazygui.storage import json_text
from lazygui.storage.errors import FormatError
from lazygui.storage.json_text import parse


@given(json_values, st.none() | st.integers(0, 3), st.booleans())
def test_it_reads_what_the_standard_library_writes(value: Any, indent: int | None, ascii_only: bool) -> None:
    read, _ = parse(json.dumps(value, indent=indent, ensure_ascii=ascii_only))
    assert read == value
    assert json.dumps(read) == json.dumps(value)


@given(st.text('{}[]",:0123456789.-+eEtruefalsn \n\\u', max_size=12))
def test_it_takes_no_text_that_the_standard_library_refuses(text: str) -> None:
    try:
        value, _ = parse(text)
    except FormatError:
        return
    assert json.dumps(value) == json.dumps(json.loads(text))


def test_lines_are_counted_from_one() -> None:
    _, places = parse('{\n"a": [\n1,\n {"b": 2}]}')
    assert [places.line(path) for path in [(), ("a",), ("a", 0), ("a", 1, "b")]] == [1, 2, 3, 4]


def test_a_missing_value_stands_where_it_is_missed() -> None:
    _, places = parse('{"a":\n{}}')
    assert places.line(("a", "missing", 3)) == places.line(("a",))


@pytest.mark.parametrize("text", ["nul", "nullx", "1.", ".5", "+1", "0x1", "1_0", "'a'", '"a\nb"', "[1 2]", "[]]", "١"])
def test_near_misses_are_refused(text: str) -> None:
    with pytest.raises(FormatError) as caught:
        parse(text)
    assert caught.value.problem.code == "not_json"


@given(
    st.text('{}[]",:019.-eEtruefalsnNaI \n\\uda8', max_size=14)
    | json_values.map(lambda value: json.dumps(value, ensure_ascii=False))
)
def test_what_is_read_quickly_is_what_the_careful_reader_reads(text: str) -> None:
    try:
        quick = json_text._quickly(text)
    except (ValueError, RecursionError):
        return
    assert json.dumps(quick) == json.dumps(json_text._Reader(text).whole())


@pytest.mark.parametrize("text", ["NaN", "[-Infinity]", "1e999", '{"a": 1, "a": 2}', '"\\ud800"', "9" * 401, "[" * 65])
def test_what_is_odd_is_left_to_the_careful_reader(text: str) -> None:
    closed = text + "]" * text.count("[" * 65) * 65
    with pytest.raises(ValueError, match=r".*"):
        json_text._quickly(closed)
    with pytest.raises(FormatError):
        parse(closed)
