"""What a canvas shows while groups are collapsed."""

import pytest
from drawings import RESIDUAL, drawing, port, stack
from hypothesis import given
from hypothesis import strategies as st

from lazygui.graph import groups, view
from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.graph.view import visible


def ends(seen):
    return {(f"{edge.source.node}:{edge.source.index}", f"{edge.target.node}:{edge.target.index}") for edge in seen}


def test_with_all_groups_open_everything_shows_itself():
    seen = visible(RESIDUAL, frozenset())
    assert seen.nodes == tuple(RESIDUAL.nodes)
    assert seen.cards == {}
    assert seen.edges == {target: Edge(source, target) for target, source in RESIDUAL.edges.items()}
    assert seen.frames == {
        "b1": ("b1.conv.fc1", "b1.conv.relu", "b1.add"),
        "b1.conv": ("b1.conv.fc1", "b1.conv.relu"),
    }


def test_a_collapsed_group_is_a_card_with_the_ports_that_cross_its_border():
    seen = visible(RESIDUAL, frozenset({"b1"}))
    assert seen.nodes == ("x", "fc")
    card = seen.cards["b1"]
    assert (card.title, card.count, card.border) == ("b1", 1, groups.border(RESIDUAL, "b1"))
    assert seen.edges[port("b1.conv.fc1")] == seen.edges[port("b1.add:1")] == Edge(port("x"), port("b1"))
    assert seen.edges[port("fc")] == Edge(port("b1"), port("fc"))
    assert port("b1.add") not in seen.edges
    assert seen.frames == {}
    assert seen.shown["b1.conv.relu"] == "b1"


def test_a_group_inside_collapses_alone():
    seen = visible(RESIDUAL, frozenset({"b1.conv"}))
    assert seen.nodes == ("x", "b1.add", "fc")
    assert seen.frames == {"b1": ("b1.conv", "b1.add")}
    assert ends(seen.edges.values()) == {
        ("x:0", "b1.conv:0"),
        ("b1.conv:0", "b1.add:0"),
        ("x:0", "b1.add:1"),
        ("b1.add:0", "fc:0"),
    }


def test_the_outermost_collapsed_group_wins():
    assert list(visible(RESIDUAL, frozenset({"b1", "b1.conv"})).cards) == ["b1"]


def test_what_is_no_group_says_nothing():
    assert visible(RESIDUAL, frozenset({"fc", "ghost"})) == visible(RESIDUAL, frozenset())


def test_alike_neighbours_become_one_card():
    seen = visible(stack(4, mask=True), frozenset({f"net.{number}" for number in range(4)}))
    (card,) = seen.cards.values()
    assert (card.id, card.title, card.count) == ("net.0", "net.0–3", 4)
    assert [one.outside for one in card.border.inputs] == [(port("x"),), (port("x2"),)]
    assert [one.inside for one in card.border.outputs] == [(port("net.3.add"),)]
    assert ends(seen.edges.values()) == {("x:0", "net.0:0"), ("x2:0", "net.0:1")}
    assert seen.frames == {"net": ("net.0",)}


def test_only_those_that_are_collapsed_become_one():
    seen = visible(stack(4), frozenset({"net.0", "net.1", "net.3"}))
    assert [card.title for card in seen.cards.values()] == ["net.0–1", "net.3"]
    assert seen.frames["net.2"] == ("net.2.fc", "net.2.add")


def test_an_output_read_inside_and_outside_leads_out_only():
    drawn = drawing("b.fc b.relu fc", ["b.fc > b.relu", "b.fc > fc"])
    assert visible(drawn, frozenset({"b"})).edges == {port("fc"): Edge(port("b"), port("fc"))}


def test_a_card_stands_where_what_it_holds_begins():
    drawn = RESIDUAL.with_layout({"b1.conv.fc1": Point(30, 40), "b1.conv.relu": Point(10, 50), "b1.add": Point(20, 5)})
    assert view.place(drawn, visible(drawn, frozenset({"b1"})).cards["b1"]) == Point(10, 5)


def test_moving_asks_nothing_again():
    seen = visible(RESIDUAL, frozenset({"b1"}))
    assert visible(RESIDUAL.with_layout({"fc": Point(1, 1)}), frozenset({"b1"})) is seen


names = st.sampled_from(["x", "a.one", "a.two", "a.in.one", "a.in.two", "b.one", "b.two", "b.in.one", "b.in.two"])


@given(st.sets(st.tuples(names, names)), st.frozensets(st.sampled_from(["a", "a.in", "b", "b.in"])))
def test_every_edge_is_seen_or_lies_in_one_card(pairs, collapsed):
    taken = ["x", "a.one", "a.two", "a.in.one", "a.in.two", "b.one", "b.two", "b.in.one", "b.in.two"]
    later = [(s, t) for s, t in pairs if taken.index(s) < taken.index(t)]
    drawn = Graph(
        {name: Node(name, "my.Odd") for name in taken},
        {Port(target, number): Port(source) for number, (source, target) in enumerate(later)},
    )
    seen = visible(drawn, collapsed)
    assert set(seen.nodes) | set(seen.cards) == set(seen.shown.values())
    for target, source in drawn.edges.items():
        shown = seen.edges.get(target)
        assert (shown is None) == (seen.shown[source.node] == seen.shown[target.node])
        if shown:
            assert (shown.source.node, shown.target.node) == (seen.shown[source.node], seen.shown[target.node])
            assert source in behind(seen, shown.source, "outputs")
            assert target in behind(seen, shown.target, "inputs")


def behind(seen, end, side):
    """The ports of the drawing that a shown end stands for."""
    card = seen.cards.get(end.node)
    return getattr(card.border, side)[end.index].inside if card else (end,)


@pytest.mark.parametrize("depth", [0, 1])
def test_five_thousand_nodes_are_looked_at_once(depth):
    drawn = stack(2500)
    collapsed = frozenset(path for path in groups.groups(drawn) if path.count(".") == depth)
    seen = visible(drawn, collapsed)
    assert [card.count for card in seen.cards.values()] == [[1], [2500]][depth]


def test_an_argument_alone_changes_nothing_of_what_is_seen():
    changed = RESIDUAL.with_nodes([RESIDUAL.nodes["fc"].with_argument("out_features", 99)])
    for collapsed in (frozenset(), frozenset({"b1"})):
        assert visible(changed, collapsed) is visible(RESIDUAL, collapsed)


def test_another_name_another_edge_and_another_port_are_seen():
    grown = RESIDUAL.with_nodes([Node("more", "nn.ReLU")])
    cut = RESIDUAL.without_edges([port("fc")])
    split = RESIDUAL.with_nodes([Node("b1.add", "torch.cat")])
    assert visible(grown, frozenset()).nodes == (*RESIDUAL.nodes, "more")
    assert port("fc") not in visible(cut, frozenset()).edges
    assert visible(split, frozenset({"b1"})).cards["b1"].border == groups.border(split, "b1")
