"""What is done in one turn of the event loop is shared: who comes after others gets what they have left."""

from __future__ import annotations

import pytest

from lazygui.ui import turns
from lazygui.ui.turns import LEAST_SECONDS, SLICE_SECONDS, TURN_SECONDS, Turns


class Clock:
    """A clock that goes when it is told."""

    now = 100.0

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(turns, "time", made)
    return made


def work(told: Turns, who: str, seconds: float, clock: Clock) -> float:
    """Return how long somebody may work, who then works so long."""
    room = told.begin(who) - clock.now
    since = clock.now
    clock.now += seconds
    told.spend(since)
    return room


def test_alone_one_gets_a_slice(clock: Clock) -> None:
    assert work(Turns(), "a", 0.003, clock) == pytest.approx(SLICE_SECONDS)


def test_who_comes_later_gets_what_is_left_and_a_little_in_any_case(clock: Clock) -> None:
    told = Turns()
    work(told, "paint", TURN_SECONDS - 0.003, clock)
    assert work(told, "a", 0.003, clock) == pytest.approx(0.003)
    assert work(told, "b", 0.001, clock) == pytest.approx(LEAST_SECONDS)


def test_who_comes_again_begins_a_turn(clock: Clock) -> None:
    told = Turns()
    work(told, "paint", 0.050, clock)
    assert work(told, "a", 0.001, clock) == pytest.approx(LEAST_SECONDS)
    assert work(told, "a", 0.001, clock) == pytest.approx(SLICE_SECONDS)
    assert work(told, "b", 0.001, clock) == pytest.approx(SLICE_SECONDS)
