"""How many pictures of cards one frame draws, and what is seen of those that have to wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from lazygui.catalog.spec import Family
from lazygui.graph.results import State
from lazygui.ui.canvas import easel as module
from lazygui.ui.canvas.easel import Easel
from lazygui.ui.canvas.face import Face
from lazygui.ui.theme import LIGHT

BEFORE = Face("fc1", "LazyLinear", "LazyLinear · 256", Family.LINEAR, State.UNINITIALIZED, "uninitialized", 1, 1)
AFTER = replace(BEFORE, state=State.INITIALIZED, state_word="initialized")


@pytest.fixture
def painter(qapp: object) -> Iterator[QPainter]:
    picture = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    yield painter
    painter.end()


@pytest.fixture
def easel(qapp: object) -> Easel:
    easel = Easel(lambda: None)
    easel.begin_frame()
    return easel


def test_with_time_left_a_card_is_seen_as_it_is(easel: Easel, painter: QPainter) -> None:
    assert easel.draw(painter, BEFORE, LIGHT) == BEFORE
    assert easel.draw(painter, AFTER, LIGHT, BEFORE) == AFTER
    assert not easel.is_behind


def test_when_a_frame_has_drawn_enough_a_card_is_seen_as_it_was_until_the_next(
    easel: Easel, painter: QPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    easel.draw(painter, BEFORE, LIGHT)
    monkeypatch.setattr(module, "NEW_SECONDS", 0.0)
    assert easel.draw(painter, AFTER, LIGHT, BEFORE) == BEFORE
    assert easel.is_behind
    monkeypatch.undo()
    easel.begin_frame()
    assert easel.draw(painter, AFTER, LIGHT, BEFORE) == AFTER
    assert not easel.is_behind


def test_a_card_that_was_never_seen_is_drawn_in_any_case(
    easel: Easel, painter: QPainter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "NEW_SECONDS", 0.0)
    assert easel.draw(painter, AFTER, LIGHT) == AFTER
    assert easel.draw(painter, replace(BEFORE, title="fc2"), LIGHT, BEFORE).title == "fc2", "no picture stands in"
