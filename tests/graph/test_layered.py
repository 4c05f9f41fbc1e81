"""Tidying: columns from left to right, rows that stay, groups as rectangles, and a small edit moves little."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from itertools import combinations, pairwise

import pytest
from drawings import CHAIN, drawing

from lazygui.graph import edits, layered, placement
from lazygui.graph.model import EMPTY, Graph, Node, Point, Port
from lazygui.graph.placement import COLUMN, GRID, ROW
from lazygui.graph.topology import order
from lazygui.storage.examples import examples

CARD = layered.CARD


def tidied(graph: Graph, heights: Mapping[str, float] = EMPTY) -> Graph:
    return graph.with_layout(layered.tidied(graph, graph.nodes, heights))


def overlaps(graph: Graph, heights: Mapping[str, float] = EMPTY) -> list[tuple[str, str]]:
    def meet(one: str, other: str) -> bool:
        a, b = sorted((one, other), key=lambda name: graph.place(name).y)
        return abs(graph.place(a).x - graph.place(b).x) < CARD and graph.place(b).y < graph.place(a).y + heights.get(
            a, 144
        )

    return [(a, b) for a, b in combinations(graph.layout, 2) if meet(a, b)]


def chain(count: int, residual: bool = False) -> Graph:
    """A chain of layers; a residual one has a sum at every fourth place, which reads the one four before it too."""
    names = [f"n{number}" for number in range(count)]
    sums = range(7, count, 4) if residual else ()
    nodes = {name: Node(name, "torch.add" if number in sums else "nn.ReLU") for number, name in enumerate(names)}
    edges = {Port(after): Port(before) for before, after in pairwise(names)}
    return Graph(nodes, edges | {Port(names[number], 1): Port(names[number - 4]) for number in sums})


def random_graph(seed: int, count: int = 40) -> Graph:
    """Layers that read one to three earlier ones, some of them in groups within groups."""
    draw = random.Random(seed)
    paths = ["", "", "a.", "a.b.", "c."]
    names = [f"{draw.choice(paths)}n{number}" for number in range(count)]
    edges = {
        Port(name, index): Port(names[draw.randrange(max(0, number - 8), number)])
        for number, name in enumerate(names)
        for index in range(draw.randint(1, 3) if number else 0)
    }
    return Graph({name: Node(name, "torch.cat") for name in names}, edges)


def test_a_chain_becomes_one_row() -> None:
    messy = CHAIN.with_layout({"fc1": Point(100, 500), "relu": Point(-48, 96), "fc2": Point(2000, -300)})
    assert tidied(messy).layout == CHAIN.layout


def test_what_is_tidy_stays() -> None:
    assert layered.tidied(CHAIN, CHAIN.nodes) == {}


@pytest.mark.parametrize("key", ["lenet", "resnet18", "densenet", "transformer_encoder_block", "vit", "nin"])
def test_an_example_that_was_laid_out_so_stays_in_its_lines(key: str) -> None:
    graph = next(one for one in examples() if one.id == key).open()
    assert layered.tidied(graph, graph.nodes) == {}


@pytest.mark.parametrize("seed", range(20))
def test_tidying_twice_moves_nothing_and_no_card_lies_on_another(seed: int) -> None:
    graph = random_graph(seed)
    draw = random.Random(seed)
    heights = {name: draw.choice((56.0, 106.0, 166.0, 240.0, 388.0)) for name in graph.nodes}
    once = tidied(placement.completed(graph), heights)
    assert layered.tidied(once, once.nodes, heights) == {}
    assert overlaps(once, heights) == []


@pytest.mark.parametrize("seed", range(20))
def test_nothing_strange_lies_in_the_frame_of_a_group(seed: int) -> None:
    graph = tidied(random_graph(seed))
    for group in ("a.", "a.b.", "c."):
        inside = [graph.place(name) for name in graph.nodes if name.startswith(group)]
        others = [graph.place(name) for name in graph.nodes if not name.startswith(group)]
        left, right = min(place.x for place in inside), max(place.x for place in inside)
        top, bottom = min(place.y for place in inside), max(place.y for place in inside)
        assert not [
            place for place in others if left - CARD < place.x < right + CARD and top - 144 < place.y < bottom + 144
        ]


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_the_document_does_not_move_what_is_tidy(seed: int) -> None:
    graph = tidied(random_graph(seed))
    names = list(graph.nodes)
    random.Random(seed).shuffle(names)
    shuffled = Graph({name: graph.nodes[name] for name in names}, graph.edges, graph.layout)
    again = tidied(shuffled)
    assert again.layout.keys() == graph.layout.keys()
    assert overlaps(again) == []


def test_edges_run_to_the_right_within_a_line() -> None:
    graph = tidied(chain(60, residual=True))
    assert all(graph.place(s.node).x < graph.place(t.node).x for t, s in graph.edges.items())


def test_what_a_shortcut_goes_past_leaves_its_row_free() -> None:
    graph = tidied(chain(8, residual=True))
    shortcut = {graph.place(name).y for name in ("n3", "n7")}
    assert len(shortcut) == 1
    assert shortcut.isdisjoint({graph.place(name).y for name in ("n4", "n5", "n6")})


def test_a_layer_that_is_put_into_a_chain_moves_only_what_makes_room() -> None:
    before = tidied(chain(40, residual=True))
    spec = before.nodes["n0"].spec
    assert spec is not None
    edit = edits.splice_new(before, spec, Port("n21"))
    after = tidied(edit.apply(before))
    moved = [name for name in before.nodes if after.place(name) != before.place(name)]
    ahead = set(order(before)[21:])
    assert set(moved) <= ahead or set(moved).isdisjoint(ahead)
    assert {round(abs(after.place(name).x - before.place(name).x)) for name in moved} <= {round(COLUMN)}
    assert {after.place(name).y - before.place(name).y for name in moved} == {0}


def test_a_layer_that_is_moved_goes_back_and_no_other_moves() -> None:
    before = tidied(chain(40, residual=True))
    stray = before.with_layout({"n20": Point(-500, 900)})
    assert layered.tidied(stray, stray.nodes) == {"n20": before.place("n20")}


def test_lines_that_a_person_has_broken_stay_broken() -> None:
    graph = chain(6)
    lines = {f"n{number}": Point(number % 3 * COLUMN, number // 3 * 2 * ROW + number) for number in range(6)}
    places = tidied(graph.with_layout(lines)).layout
    assert [places[f"n{number}"].x for number in range(6)] == [0, COLUMN, 2 * COLUMN] * 2
    assert places["n0"].y == places["n2"].y < places["n3"].y == places["n5"].y


def test_of_two_branches_the_higher_one_stays_above() -> None:
    ends = ["x > fc1", "x > fc2", "fc1 > add", "fc2 > add:1"]
    swapped = {"x": (0, 0), "fc2": (COLUMN, -20), "fc1": (COLUMN, 300), "add": (2 * COLUMN, 0)}
    places = tidied(drawing("x fc1 fc2 add", ends, swapped)).layout
    assert places["fc2"].y < places["fc1"].y


def test_only_what_is_chosen_is_tidied_and_lies_on_nothing_else() -> None:
    messy = CHAIN.with_layout({"fc1": Point(COLUMN, 40), "relu": Point(COLUMN + 50, 60)})
    moved = layered.tidied(messy, ("fc1", "relu"))
    assert moved.keys() <= {"fc1", "relu"}
    assert overlaps(messy.with_layout(moved)) == []


def test_a_high_card_makes_room_below_itself() -> None:
    graph = drawing("x fc1 fc2", ["x > fc1", "x > fc2"])
    usual, high = tidied(graph, {"fc1": 166.0}), tidied(graph, {"fc1": 300.0})
    assert usual.place("fc2").y - usual.place("fc1").y == ROW
    assert high.place("fc2").y - high.place("fc1").y >= 300 + GRID


def test_a_thousand_layers_are_tidied_and_laid_out_well_under_a_second() -> None:
    graph = placement.completed(chain(1000, residual=True))
    begin = time.process_time()
    tidied(graph)
    layered.arranged(graph)
    assert time.process_time() - begin < 0.8


def test_a_drawing_without_places_is_arranged_and_one_with_some_keeps_them() -> None:
    long = chain(30)
    rows = {place.y for place in layered.completed(long).layout.values()}
    assert len(rows) > 1
    assert overlaps(layered.completed(long)) == []
    kept = drawing("x fc", ["x > fc"], {"x": (50, 70)})
    assert layered.completed(kept).layout == {"x": (50, 70), "fc": (50 + COLUMN, 70)}
    assert layered.completed(CHAIN) is CHAIN
    assert layered.completed(Graph()).layout == {}


def test_nothing_needs_no_place() -> None:
    assert layered.arranged(Graph()) == layered.tidied(Graph(), ()) == {}
