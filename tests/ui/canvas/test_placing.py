"""The room that collapsed groups leave: what is closed up, what keeps its place, and the way back."""

from __future__ import annotations

import pytest

from lazygui.graph.model import Graph, Node, Point
from lazygui.graph.placement import COLUMN, ROW
from lazygui.graph.view import visible
from lazygui.ui.canvas.placing import Hidden, Squeeze, hidden, squeeze


def row(*columns: float) -> list[Point]:
    return [Point(column * COLUMN, 0) for column in columns]


def in_row(first: float, last: float) -> Hidden:
    """A collapsed group whose nodes stand in one row, from column to column."""
    return Hidden(*row(first, last))


def test_without_a_collapsed_group_everything_is_shown_where_it_is() -> None:
    assert squeeze((), row(0, 1, 2)) == Squeeze()
    assert Squeeze().shown(Point(7, -3)) == Squeeze().meant(Point(7, -3)) == Point(7, -3)


def test_what_follows_a_collapsed_group_in_its_row_moves_up_to_it() -> None:
    closed = squeeze([in_row(1, 4)], row(0, 1, 5, 6))
    assert [closed.shown(place) for place in row(0, 1, 5, 6)] == row(0, 1, 2, 3)


def test_rows_below_a_group_of_several_rows_move_up_too() -> None:
    closed = squeeze([Hidden(Point(0, 0), Point(0, 2 * ROW))], [Point(0, 0), Point(0, 3 * ROW)])
    assert closed.shown(Point(0, 3 * ROW)) == Point(0, ROW)


def test_room_that_another_card_stands_in_stays() -> None:
    beside = Point(2 * COLUMN, ROW)
    closed = squeeze([in_row(1, 2)], [*row(1, 3), beside])
    assert closed.shown(beside) == beside
    assert closed.shown(row(3)[0]) == row(3)[0]


def test_several_groups_close_up_one_after_the_other() -> None:
    closed = squeeze([in_row(0, 2), in_row(3, 5)], row(0, 3, 6))
    assert [closed.shown(place) for place in row(0, 3, 6)] == row(0, 1, 2)


def test_rows_far_below_each_other_are_closed_up_each_for_itself() -> None:
    def lower(*columns: float) -> list[Point]:
        return [Point(place.x, 3 * ROW) for place in row(*columns)]

    closed = squeeze([in_row(1, 4), Hidden(*lower(0, 2))], [*row(0, 1, 5), *lower(0, 3)])
    assert [closed.shown(place) for place in (*row(5), *lower(3))] == [*row(2), *lower(1)]
    assert [closed.meant(closed.shown(place)) for place in (*row(5), *lower(3))] == [*row(5), *lower(3)]


@pytest.mark.parametrize("column", [0, 0.5, 1, 5, 5.25, 9])
def test_a_place_that_is_shown_is_meant_again(column: float) -> None:
    closed = squeeze([in_row(1, 4)], row(0, 1, 5))
    place = row(column)[0]
    assert closed.meant(closed.shown(place)) == place


def test_what_is_let_go_beside_closed_room_never_lands_in_it() -> None:
    closed = squeeze([in_row(1, 4)], row(0, 1, 5))
    start, end = closed.bands[0].columns[0]
    assert all(not start < closed.meant(Point(x, 0)).x < end for x in range(0, 1500, 7))


def test_a_card_stands_at_the_upper_left_corner_of_what_it_holds() -> None:
    layout = {"g.a": Point(10, 50), "g.b": Point(10, 20), "g.c": Point(300, 0)}
    graph = Graph({name: Node(name, "nn.ReLU") for name in layout}, {}, layout)
    card = visible(graph, frozenset({"g"})).cards["g"]
    assert hidden(graph, card) == Hidden(Point(10, 0), Point(300, 50))
