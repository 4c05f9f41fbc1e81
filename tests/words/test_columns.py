"""Columns of a terminal are counted as it draws them."""

from __future__ import annotations

import pytest

from lazygui.words.columns import filled, width


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("fc1", 3), ("层 1", 4), ("，", 2), ("e\u0301", 1)])
def test_a_chinese_sign_takes_two_columns_and_a_combining_one_none(text: str, columns: int) -> None:
    assert width(text) == columns


def test_a_column_is_filled_with_spaces() -> None:
    assert [filled(text, 4) for text in ("fc", "层", "层层")] == ["fc  ", "层  ", "层层"]
