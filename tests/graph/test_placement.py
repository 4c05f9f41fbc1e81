"""Where nodes go when nobody said so."""

from itertools import combinations, pairwise

from drawings import CHAIN, DIAMOND, drawing

from lazygui.graph import placement
from lazygui.graph.model import Graph, Node, Point, Port


def overlaps(graph: Graph) -> list[tuple[str, str]]:
    def near(a: Point, b: Point) -> bool:
        return abs(a.x - b.x) < 232 and abs(a.y - b.y) < placement.ROW - placement.GRID

    return [(a, b) for a, b in combinations(graph.layout, 2) if near(graph.layout[a], graph.layout[b])]


def test_a_place_snaps_to_the_nearest_point_of_the_grid():
    assert placement.snapped(Point(11, 13)) == Point(0, 24)
    assert placement.snapped(Point(-30, -50)) == Point(-24, -48)


def test_a_chain_is_laid_out_left_to_right_in_one_row():
    graph = placement.completed(drawing("x fc1 relu", ["x > fc1", "fc1 > relu"]))
    assert graph.layout == {"x": (0, 0), "fc1": (placement.COLUMN, 0), "relu": (2 * placement.COLUMN, 0)}


def test_edges_run_to_the_right_and_cards_do_not_overlap():
    graph = placement.completed(drawing("x fc add", ["x > add", "x > fc", "fc > add:1"]))
    assert graph.layout["x"].x < graph.layout["fc"].x < graph.layout["add"].x
    assert overlaps(placement.completed(DIAMOND)) == []
    assert overlaps(placement.completed(drawing("x x2 x3 fc"))) == []


def test_what_has_a_place_keeps_it():
    graph = placement.completed(drawing("x fc", ["x > fc"], {"x": (50, 70)}))
    assert graph.layout == {"x": (50, 70), "fc": (50 + placement.COLUMN, 70)}
    assert placement.completed(CHAIN) is CHAIN


def test_a_free_place_is_the_wanted_one_or_the_first_below():
    assert placement.free(Point(0, 0), []) == Point(0, 0)
    assert placement.free(Point(0, 0), [Point(1000, 0)]) == Point(0, 0)
    assert placement.free(Point(0, 0), [Point(24, 0), Point(0, placement.ROW)]) == Point(0, 2 * placement.ROW)
    assert placement.free(Point(0, 0), [Point(0, 1000)]) == Point(0, 0)
    assert placement.free(Point(0, 0), [Point(0, -48)]) == Point(0, placement.ROW - 48)


def test_behind_a_node_is_to_its_right():
    assert placement.behind(CHAIN, "fc2") == Point(4 * placement.COLUMN, 0)
    assert placement.behind(CHAIN, "x") == Point(placement.COLUMN, placement.ROW)


def test_a_copy_goes_below_all_cards_in_its_columns() -> None:
    piece = (Point(0, 0), Point(336, 192))
    assert placement.clear(piece, piece) == Point(0, 2 * placement.ROW)
    in_the_way, beside = Point(336, 500), Point(1344, 400)
    assert placement.clear(piece, (*piece, in_the_way, beside)) == Point(0, 500 + placement.ROW)


def test_what_a_shortcut_goes_past_stands_a_row_lower() -> None:
    names = ("x", "conv1", "relu", "conv2", "add", "out")
    types = ("Input", "nn.LazyConv2d", "nn.ReLU", "nn.LazyConv2d", "torch.add", "nn.ReLU")
    nodes = {name: Node(name, kind) for name, kind in zip(names, types, strict=True)}
    edges = {Port(after): Port(before) for before, after in pairwise(names)}
    drawn = placement.completed(Graph(nodes, {**edges, Port("add", 1): Port("x")}))
    rows = {name: drawn.place(name).y for name in names}
    assert {rows["x"], rows["add"], rows["out"]} == {0}
    assert {rows["conv1"], rows["relu"], rows["conv2"]} == {placement.ROW}


def test_new_cards_stand_right_of_the_chosen_ones_and_below_what_is_there() -> None:
    piece, chosen = [Point(0, 0), Point(placement.COLUMN, 0)], [Point(100, 50)]
    assert placement.beside(piece, chosen, chosen) == Point(100 + placement.COLUMN, 50)
    in_the_way = [*chosen, Point(100 + placement.COLUMN, 50)]
    assert placement.beside(piece, chosen, in_the_way) == Point(100 + placement.COLUMN, 50 + placement.ROW)
    assert placement.beside(piece, [], []) == Point(0, 0)
