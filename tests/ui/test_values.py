"""Texts of the form: every value comes back from its text, and what is no value is a Problem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lazygui import catalog
from lazygui.catalog.spec import ArgumentSpec, Kind, Value
from lazygui.graph.problems import Problem
from lazygui.ui.inspector.values import parse, show, step


def argument(kind: Kind, **facts: object) -> ArgumentSpec:
    return ArgumentSpec("a", kind, "A", "help", **facts)  # type: ignore[arg-type]


INTEGER = argument(Kind.INTEGER)
FLOAT = argument(Kind.FLOAT)
SIZE = argument(Kind.SIZE, axes=2, minimum=0, optional_axes=True, words=("same", "valid"))
SHAPE = argument(Kind.SHAPE, minimum=1)
NUMBERS = argument(Kind.NUMBERS, optional=True)


@given(st.integers(-(2**63) + 1, 2**63 - 1))
def test_every_integer_comes_back(value: int) -> None:
    assert parse(INTEGER, show(INTEGER, value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False, max_value=9e18))
def test_every_float_comes_back(value: float) -> None:
    assert parse(FLOAT, show(FLOAT, value)) == value


@given(st.lists(st.integers(1, 2**40), min_size=1).map(tuple))
def test_every_shape_comes_back(value: tuple[int, ...]) -> None:
    assert parse(SHAPE, show(SHAPE, value)) == value


@given(
    st.tuples(*[st.one_of(st.none(), st.integers(0, 99))] * 2) | st.integers(0, 99) | st.sampled_from(["same", "valid"])
)
def test_every_size_comes_back(value: Value) -> None:
    assert parse(SIZE, show(SIZE, value)) == value


@given(st.lists(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3).map(tuple), min_size=1).map(tuple))
def test_every_table_of_numbers_comes_back(value: Value) -> None:
    assert parse(NUMBERS, show(NUMBERS, value)) == value


def test_the_form_shows_and_returns_every_argument_of_the_catalogue() -> None:
    for spec in catalog.CATALOG.values():
        for setting in spec.arguments:
            assert parse(setting, show(setting, setting.start)) == setting.start, (spec.type, setting.name)


@pytest.mark.parametrize(
    ("setting", "text", "value"),
    [
        (INTEGER, " 256 ", 256),
        (INTEGER, "１２８", 128),
        (FLOAT, "1e-5", 1e-5),
        (FLOAT, "1", 1),
        (argument(Kind.FLOAT, default=1.0), "1", 1.0),
        (argument(Kind.FLOAT, default=1), "1.0", 1),
        (SIZE, "3", 3),
        (SIZE, "3, 5", (3, 5)),
        (SIZE, "3，5", (3, 5)),
        (SIZE, "3×5", (3, 5)),
        (SIZE, "(3, 5)", (3, 5)),
        (SIZE, "None, 7", (None, 7)),
        (SIZE, "'same'", "same"),
        (SHAPE, "2 20", (2, 20)),
        (SHAPE, "[2, 20]", (2, 20)),
        (SHAPE, "5", (5,)),
        (NUMBERS, "[[1, 2], [3, 4]]", ((1, 2), (3, 4))),
        (NUMBERS, "1, 2", (1, 2)),
        (NUMBERS, "", None),
        (argument(Kind.CHOICE, choices=("none", "tanh")), "tanh", "tanh"),
        (argument(Kind.BOOLEAN), "False", False),
    ],
)
def test_texts_that_people_write_are_understood(setting: ArgumentSpec, text: str, value: Value) -> None:
    found = parse(setting, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("setting", "text", "code"),
    [
        (INTEGER, "", "argument_missing"),
        (INTEGER, "a", "not_integer"),
        (INTEGER, "1.5", "not_integer"),
        (INTEGER, "9" * 5000, "not_integer"),
        (INTEGER, str(2**63), "above_maximum"),
        (argument(Kind.INTEGER, minimum=1), "0", "below_minimum"),
        (argument(Kind.FLOAT, minimum=0, exclusive=True), "0", "not_above"),
        (FLOAT, "nan", "not_finite"),
        (FLOAT, "inf", "not_finite"),
        (FLOAT, "1,5", "not_number"),
        (SIZE, "3, 5, 7", "wrong_axes"),
        (SIZE, "full", "not_a_size"),
        (SIZE, "3, -5", "below_minimum"),
        (SHAPE, "2, twenty", "not_integer"),
        (SHAPE, "2, 0", "below_minimum"),
        (NUMBERS, "[[1, 2], [3]]", "not_numbers"),
        (NUMBERS, "__import__('os')", "not_numbers"),
        (NUMBERS, "[" * 10_000, "not_numbers"),
        (NUMBERS, "{'a': 1}", "not_numbers"),
        (NUMBERS, "[1, 2", "not_numbers"),
        (argument(Kind.CHOICE, choices=("none", "tanh")), "sinh", "not_a_choice"),
        (argument(Kind.BOOLEAN), "perhaps", "not_boolean"),
    ],
)
def test_what_is_no_value_is_told(setting: ArgumentSpec, text: str, code: str) -> None:
    found = parse(setting, text)
    assert isinstance(found, Problem)
    assert (found.code, found.details["argument"]) == (code, "a")


def test_a_step_ends_at_the_bounds() -> None:
    bounded = argument(Kind.INTEGER, minimum=1, maximum=5)
    assert [step(bounded, 4, by) for by in (1, 2, -10)] == [5, 5, 1]
    assert step(INTEGER, 2**63 - 1, 1) == 2**63 - 1
    assert step(argument(Kind.INTEGER, optional=True), None, -1) == -1


def test_small_floats_are_written_as_people_write_them() -> None:
    assert show(FLOAT, 1e-5) == "1e-5"
    assert show(FLOAT, 1e22) == "1e22"
    assert show(FLOAT, 0.1) == "0.1"
