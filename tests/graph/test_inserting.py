"""What a layer or a block becomes where it is put."""

import pytest
from drawings import CHAIN, drawing, port

from lazygui.catalog import CATALOG
from lazygui.graph.grouping import block
from lazygui.graph.inserting import Before, Behind, From, Into, insert, insert_block, place_of, source_of
from lazygui.graph.model import Edge, Point
from lazygui.graph.placement import COLUMN

RELU = CATALOG["nn.ReLU"]
INPUT = CATALOG["Input"]
BLOCK = block(drawing("fc1 relu", ["fc1 > relu"]), frozenset({"fc1", "relu"}), "hidden")
TWO_WAYS = block(drawing("fc1 add", ["fc1 > add"]), frozenset({"fc1", "add"}), "two")
HERE = Point(480, 240)
SPOTS = (Behind("fc2"), Behind(), Into(port("fc2")), From(port("fc1"), HERE), Before(port("add:1"), HERE))


def test_an_edge_let_go_brings_what_it_feeds():
    edit = insert(CHAIN, RELU, From(port("fc1"), Point(481, 239)))
    assert edit.edges == (Edge(port("fc1"), port("relu2")),)
    assert edit.layout == {"relu2": HERE}


def test_an_edge_pulled_from_an_input_brings_what_feeds_it():
    graph = drawing("x fc1", [])
    assert insert(graph, RELU, Before(port("fc1"), HERE)).edges == (Edge(port("relu"), port("fc1")),)


def test_what_has_no_port_for_it_stays_unconnected():
    assert insert(CHAIN, INPUT, From(port("fc1"), HERE)).edges == ()


def test_behind_a_node_and_into_an_edge():
    assert insert(CHAIN, RELU, Behind("fc2")).edges == (Edge(port("fc2"), port("relu2")),)
    graph = insert(CHAIN, RELU, Into(port("fc2"))).apply(CHAIN)
    assert graph.edges[port("fc2")] == port("relu2")
    assert graph.edges[port("relu2")] == port("relu")


def test_a_block_is_fed_and_feeds_where_it_has_one_way():
    assert Edge(port("fc1"), port("hidden.fc1")) in insert_block(CHAIN, BLOCK, From(port("fc1"), HERE)).edges
    graph = drawing("x fc1", [])
    assert Edge(port("hidden.relu"), port("fc1")) in insert_block(graph, BLOCK, Before(port("fc1"), HERE)).edges
    spliced = insert_block(CHAIN, BLOCK, Into(port("fc2"))).apply(CHAIN)
    assert spliced.edges[port("fc2")] == port("hidden.relu")
    assert spliced.edges[port("hidden.fc1")] == port("relu")


def test_a_block_with_two_ways_in_is_not_guessed_at():
    assert insert_block(CHAIN, TWO_WAYS, From(port("fc1"), HERE)).edges == (Edge(port("two.fc1"), port("two.add")),)
    assert insert_block(CHAIN, TWO_WAYS, Into(port("fc2"))).cut == ()


@pytest.mark.parametrize("spot", SPOTS)
def test_it_stands_where_it_was_said_that_it_would(spot):
    graph = drawing("x fc1 relu fc2 add", ["x > fc1", "fc1 > relu", "relu > fc2"], dict(CHAIN.layout))
    edit = insert(graph, RELU, spot)
    assert edit.layout["relu2"] == place_of(graph, spot)
    assert edit.apply(graph).layout["relu2"] == place_of(graph, spot)


def test_what_would_feed_it_is_known():
    sources = [source_of(CHAIN, spot) for spot in SPOTS]
    assert sources == [port("fc2"), None, port("relu"), port("fc1"), None]
    assert place_of(CHAIN, Behind()) == (4 * COLUMN, 0)
