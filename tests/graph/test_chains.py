"""What closes when nodes leave a chain, and what of several nodes goes into an edge."""

import pytest
from drawings import CHAIN, DIAMOND, drawing, port

from lazygui.graph.chains import RemoveClosing, SplicePiece, TakeOut, below, is_in_chain
from lazygui.graph.edits import EditTitle, SpliceNode
from lazygui.graph.model import Point
from lazygui.graph.placement import COLUMN, ROW
from lazygui.graph.problems import Refused


def taken(*nodes):
    return TakeOut(frozenset(nodes))


def test_a_chain_closes_behind_a_node_that_is_taken_out():
    graph = taken("relu").apply(CHAIN)
    assert graph.edges == {port("fc1"): port("x"), port("fc2"): port("fc1")}
    assert "relu" in graph.nodes


def test_a_chain_closes_behind_several_nodes_whose_own_edges_stay():
    graph = taken("fc1", "relu").apply(CHAIN)
    assert graph.edges == {port("relu"): port("fc1"), port("fc2"): port("x")}


def test_every_reader_gets_what_came():
    graph = drawing("x fc1 fc2 fc3", ["x > fc1", "fc1 > fc2", "fc1 > fc3"])
    assert taken("fc1").apply(graph).edges == {port("fc2"): port("x"), port("fc3"): port("x")}


def test_one_tensor_that_comes_in_twice_is_one():
    graph = drawing("x add fc1", ["x > add", "x > add:1", "add > fc1"])
    assert taken("add").apply(graph).edges == {port("fc1"): port("x")}


def test_where_several_tensors_meet_nothing_is_guessed():
    graph = drawing("x fc1 fc2 add fc3", ["x > fc1", "x > fc2", "fc1 > add", "fc2 > add:1", "add > fc3"])
    assert taken("add").apply(graph).edges == {port("fc1"): port("x"), port("fc2"): port("x")}
    assert not is_in_chain(graph, ("add",))


def test_a_branch_of_a_diamond_closes_to_a_shortcut():
    assert taken("fc1").apply(DIAMOND).edges[port("add")] == port("x")


def test_the_ends_of_a_chain_close_nothing():
    assert [is_in_chain(CHAIN, (node,)) for node in CHAIN.nodes] == [False, True, True, False]


def test_what_leaves_goes_straight_down_and_covers_nothing():
    places = below(CHAIN, ("relu",))
    assert places == {"relu": Point(2 * COLUMN, ROW)}
    assert TakeOut(frozenset({"relu"}), places).apply(CHAIN).layout["relu"] == places["relu"]


def test_deleting_can_close_the_chain():
    graph = RemoveClosing(frozenset({"fc1", "relu"})).apply(CHAIN)
    assert list(graph.nodes) == ["x", "fc2"]
    assert graph.edges == {port("fc2"): port("x")}


@pytest.mark.parametrize("edit", [taken("gone"), RemoveClosing(frozenset({"gone"}))])
def test_a_node_that_is_not_there_is_refused(edit):
    with pytest.raises(Refused) as caught:
        edit.apply(CHAIN)
    assert caught.value.problem.code == "missing_node"


def test_a_group_with_one_way_in_and_one_way_out_goes_into_an_edge():
    graph = drawing(
        "x fc1 b.fc1 b.relu",
        ["x > fc1", "b.fc1 > b.relu"],
        {"x": (0, 0), "fc1": (COLUMN, 0), "b.fc1": (0, 400), "b.relu": (COLUMN, 400)},
    )
    spliced = SplicePiece(frozenset({"b.fc1", "b.relu"}), port("fc1")).apply(graph)
    assert spliced.edges == {port("b.relu"): port("b.fc1"), port("b.fc1"): port("x"), port("fc1"): port("b.relu")}
    assert spliced.layout["b.fc1"] == (COLUMN, 0)
    assert spliced.layout["b.relu"] == (2 * COLUMN, 0)
    assert spliced.layout["fc1"] == (3 * COLUMN, 0)


def test_an_edge_that_leads_back_has_its_piece_where_that_was():
    graph = drawing("x fc1 fc2 relu", ["x > fc1", "fc2 > relu"], {"x": (900, 0), "fc1": (0, 0), "fc2": (0, 500)})
    assert SplicePiece(frozenset({"fc2", "relu"}), port("fc1")).apply(graph).layout["fc2"] == (0, 500)


@pytest.mark.parametrize(("nodes", "edges"), [("add1 relu", ["add1 > relu"]), ("fc3 fc4", [])])
def test_a_piece_with_other_ends_is_refused(nodes, edges):
    graph = drawing(f"x fc1 {nodes}", ["x > fc1", *edges])
    with pytest.raises(Refused) as caught:
        SplicePiece(frozenset(nodes.split()), port("fc1")).apply(graph)
    assert caught.value.problem.code == "piece_ends"


def test_a_piece_that_is_connected_already_is_refused():
    with pytest.raises(Refused):
        SplicePiece(frozenset({"fc1", "relu"}), port("fc2")).apply(CHAIN)


def test_a_card_with_several_inputs_is_spliced_by_its_first():
    graph = drawing("x fc1 add", ["x > fc1"])
    assert SpliceNode("add", port("fc1")).apply(graph).edges == {port("add"): port("x"), port("fc1"): port("add")}


def test_the_edits_have_titles():
    assert taken("relu").title == EditTitle("take_out", 1, "relu")
    assert RemoveClosing(frozenset({"relu", "fc1"})).title == EditTitle("remove_closing", 2)
    assert SplicePiece(frozenset({"relu", "fc1"}), port("fc2")).title == EditTitle("splice", 2)
