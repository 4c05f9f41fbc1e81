"""The way of an edge between cards, without Qt: what it keeps clear of, and what it does not depend on."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from lazygui.ui.canvas.routing import AIR, CLEAR, Box, Ground, Spot, Way, crossed, cubic_at, route

WIDTH, PORT = 232.0, 28.0
GAP = 24.0
"""The least room between two cards of these drawings: one step of the grid."""


def card(x: float, y: float, height: float = 106.0) -> Box:
    return x, y, x + WIDTH, y + height


def ground(*boxes: Box) -> Ground[str]:
    held: Ground[str] = Ground()
    for number, box in enumerate(boxes):
        held.put(str(number), box)
    return held


def output(box: Box) -> Spot:
    return box[2], box[1] + PORT


def input_of(box: Box) -> Spot:
    return box[0], box[1] + PORT


def between(held: Ground[str], source: str = "0", target: str = "1") -> Way:
    one, other = held.box(source), held.box(target)
    assert one
    assert other
    return route(output(one), input_of(other), held, (source, target))


def points(held: Ground[str], way: Way, source: str = "0", target: str = "1") -> list[Spot]:
    """The points of a way from one to the next a straight line, of a cubic close enough together."""
    one, other = held.box(source), held.box(target)
    assert one
    assert other
    start, end = output(one), input_of(other)
    if way.corners:
        return [start, *way.corners, end]
    return [cubic_at(start, end, step / 64) for step in range(65)]


def runs_through(held: Ground[str], line: list[Spot]) -> set[str]:
    """The cards whose inside a line runs through."""
    return {name for one, other in pairwise(line) for name in held.near(_box(one, other))}


def _box(one: Spot, other: Spot) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


@st.composite
def drawings(draw: st.DrawFn) -> Ground[str]:
    """Up to fourteen cards anywhere that leave each other a step of the grid."""
    held: Ground[str] = Ground()
    step = st.integers(-50, 50)
    for number in range(draw(st.integers(2, 14))):
        box = card(draw(step) * 12.0, draw(step) * 12.0, draw(st.sampled_from((56.0, 106.0, 166.0, 230.0))))
        if not held.near((box[0] - GAP, box[1] - GAP, box[2] + GAP, box[3] + GAP)):
            held.put(str(number), box)
    if held.box("1") is None or held.box("0") is None:
        held = ground(card(0, 0), card(336, 0))
    return held


@given(drawings())
@settings(max_examples=200, deadline=None)
def test_a_way_runs_through_no_card_where_all_leave_room(held: Ground[str]) -> None:
    way = between(held)
    line = points(held, way)
    assert not runs_through(held, line)
    assert not way.corners or not crossed(line, held), "lines keep as far as the pill on them needs"


@given(drawings(), st.integers(-60, 60), st.integers(-60, 60))
def test_a_card_that_stands_outside_of_what_was_looked_at_changes_nothing(
    held: Ground[str], column: int, row: int
) -> None:
    way = between(held)
    other = card(column * 12.0, row * 12.0)
    if not held.near(other):
        held.put("new", other)
        left, top, right, bottom = way.looked
        is_outside = other[2] <= left or other[0] >= right or other[3] <= top or other[1] >= bottom
        assert not is_outside or between(held) == way


@given(drawings(), st.randoms(use_true_random=False))
def test_a_way_does_not_depend_on_the_order_in_which_cards_came(held: Ground[str], random: object) -> None:
    names = [name for name in map(str, range(14)) if held.box(name)]
    random.shuffle(names)  # type: ignore[attr-defined]
    again: Ground[str] = Ground()
    for name in names:
        box = held.box(name)
        assert box
        again.put(name, box)
    assert between(again) == between(held)


def test_where_nothing_is_in_the_way_an_edge_is_one_cubic() -> None:
    way = between(ground(card(0, 0), card(336, 192), card(0, 192)))
    assert way.corners == ()
    assert way.middle == (284, 124)


def test_a_skip_goes_closely_above_the_cards_between() -> None:
    held = ground(card(0, 0), card(1008, 0), card(336, 0), card(672, 0, 166))
    way = between(held)
    assert [y for _, y in way.corners] == [28, -CLEAR - AIR, -CLEAR - AIR, 28]
    assert way.middle == (620, -CLEAR - AIR), "the shape stands in the middle of the lane"


def test_a_skip_takes_the_side_that_is_nearer() -> None:
    held = ground(card(0, 0), card(1008, 0), card(336, -72), card(672, -72))
    assert {y for _, y in between(held).corners} == {28, 52}


def test_a_way_back_goes_around_its_own_cards() -> None:
    held = ground(card(672, 0), card(0, 192), card(336, 0), card(336, 192))
    line = points(held, between(held))
    assert not runs_through(held, line)
    assert {y for _, y in line} == {28, 174, 220}, "between both rows"


def test_lines_from_other_rows_turn_at_other_places() -> None:
    wall = card(336, -192, 1000)
    turns = set()
    for row in (0.0, 192.0):
        held = ground(card(0, row), card(672, row), wall)
        turns.add(between(held).corners[0][0])
    assert len(turns) == 2


def test_lines_within_each_other_have_lanes_of_their_own() -> None:
    row = [card(336.0 * column, 0) for column in range(9)]
    lanes = []
    for first in range(4):
        held = ground(row[first], row[8 - first], *row)
        way = between(held)
        assert way.middle[0] == 1460
        lanes.append(way.middle[1])
    assert all(inner - outer >= 20 for outer, inner in pairwise(lanes))


def test_a_lane_for_which_there_is_no_room_is_closer_to_the_cards() -> None:
    row = [card(336.0 * column, 0) for column in range(9)]
    held = ground(row[0], row[8], *row, *(card(box[0], -132) for box in row))
    assert between(held).middle[1] == -CLEAR


def test_a_port_under_a_card_is_reached_all_the_same() -> None:
    held = ground(card(0, 0), card(672, 0), card(600, 0), card(336, 0))
    assert between(held).corners == (), "no way could help, so it is the plainest"
    back = ground(card(672, 0), card(0, 0), card(700, 0))
    assert points(back, between(back))[-1] == (0, 28)


def test_a_pill_stands_beside_a_card_that_would_hide_it() -> None:
    held = ground(card(0, 0), card(672, 480), card(470, 130))
    way = between(held)
    assert way.corners == ()
    assert not held.near((way.middle[0] - 40, way.middle[1] - 10, way.middle[0] + 40, way.middle[1] + 10))


def test_what_is_taken_from_the_ground_is_no_longer_there() -> None:
    held = ground(card(0, 0), card(336, 0), card(672, 0))
    held.put("1", card(5000, 0))
    held.drop("2")
    held.drop("nobody")
    assert set(held.near((-100, -100, 1000, 100))) == {"0"}
    assert len(held) == 2
