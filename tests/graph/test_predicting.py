"""A guess of a shape: how it may be written, and which axes of it are wrong."""

from __future__ import annotations

import pytest

from lazygui.graph.predicting import compare, read_shape


@pytest.mark.parametrize("text", ["2, 256", "2x256", "2 × 256", "(2, 256)", " 2  256 ", "[2,256]", "2*256"])
def test_a_shape_is_read_however_it_is_written(text: str) -> None:
    assert read_shape(text) == (2, 256)


@pytest.mark.parametrize("text", ["", "  ", "two", "2, ?", "-1, 3", "256 features"])
def test_what_is_no_shape_is_none(text: str) -> None:
    assert read_shape(text) is None


def test_a_number_without_axes_is_a_shape_too() -> None:
    assert read_shape("()") == ()


def test_a_guess_is_compared_axis_by_axis() -> None:
    assert compare((2, 256), (2, 256)).is_right
    assert compare((2, 20), (2, 256)).wrong == (1,)
    assert compare((20, 2), (2, 256)).wrong == (0, 1)


def test_another_number_of_axes_is_told_as_such() -> None:
    verdict = compare((2, 3, 4), (2, 12))
    assert (verdict.is_right, verdict.has_axes, verdict.wrong) == (False, 3, ())
