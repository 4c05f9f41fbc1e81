"""Each edit gives a new graph, or is refused with a reason."""

import pytest
from drawings import CHAIN, DIAMOND, drawing, node, port

from lazygui import catalog
from lazygui.graph import edits
from lazygui.graph.edits import (
    AddNodes,
    Connect,
    Edit,
    EditTitle,
    MoveNodes,
    Remove,
    RemoveUnknown,
    RenameNode,
    SetArgument,
    SpliceNode,
)
from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.graph.placement import COLUMN, ROW
from lazygui.graph.problems import Refused

RELU = catalog.CATALOG["nn.ReLU"]
LINEAR = catalog.CATALOG["nn.LazyLinear"]
INPUT = catalog.CATALOG["Input"]


def refusal(edit: Edit, graph: Graph) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        edit.apply(graph)
    return caught.value.problem.code, caught.value.problem.node


def test_adding_connects_and_places():
    edit = AddNodes((node("fc3"),), {"fc3": Point(9, 9)}, (Edge(port("fc2"), port("fc3")),))
    graph = edit.apply(CHAIN)
    assert list(graph.nodes)[-1] == "fc3"
    assert graph.edges[port("fc3")] == port("fc2")
    assert graph.layout["fc3"] == (9, 9)


def test_adding_is_refused_for_a_bad_name_and_a_bad_edge():
    assert refusal(AddNodes((node("fc1"),), {}), CHAIN) == ("name_taken", "fc1")
    assert refusal(AddNodes((node("fc3"), node("fc3")), {}), CHAIN) == ("name_taken", "fc3")
    edge = Edge(port("fc3"), port("fc1"))
    assert refusal(AddNodes((node("fc3"),), {}, (edge,)), CHAIN) == ("input_taken", "fc1")


def test_adding_is_refused_where_its_edges_would_close_a_cycle():
    edges = (Edge(port("fc2"), port("fc3")), Edge(port("fc3"), port("add")), Edge(port("add"), port("add:1")))
    added = (node("fc3"), node("add"))
    assert refusal(AddNodes(added, {}, edges), CHAIN) == ("connects_itself", "add")
    back = (*edges[:2], Edge(port("add"), port("fc1")))
    assert refusal(AddNodes(added, {}, back, cut=(port("fc1"),)), CHAIN) == ("cycle", "fc3")


def test_removing_a_node_takes_its_edges():
    graph = Remove(frozenset({"fc1", "relu"})).apply(CHAIN)
    assert list(graph.nodes) == ["x", "fc2"]
    assert graph.edges == {}
    assert refusal(Remove(frozenset({"ghost", "apple"})), CHAIN) == ("missing_node", "apple")


def test_removing_an_edge_leaves_its_nodes():
    graph = Remove(frozenset(), frozenset({port("relu")})).apply(CHAIN)
    assert list(graph.nodes) == list(CHAIN.nodes)
    assert port("relu") not in graph.edges


def test_connecting_and_carrying_an_end_elsewhere():
    open_chain = CHAIN.without_edges([port("fc2")])
    assert Connect(port("relu"), port("fc2")).apply(open_chain).edges == CHAIN.edges
    graph = Connect(port("fc1"), port("fc2"), instead_of=port("relu")).apply(open_chain)
    assert graph.edges == {port("fc1"): port("x"), port("fc2"): port("fc1")}


def test_carrying_an_end_to_a_taken_input_is_refused():
    assert refusal(Connect(port("x"), port("fc2"), instead_of=port("fc1")), CHAIN) == ("input_taken", "fc2")


def test_an_end_put_back_where_it_was_changes_nothing():
    assert Connect(port("x"), port("fc1"), instead_of=port("fc1")).apply(CHAIN) == CHAIN


def test_splicing_a_node_into_an_edge():
    graph = CHAIN.with_nodes([Node("drop", "nn.Dropout")])
    spliced = SpliceNode("drop", port("fc2")).apply(graph)
    assert spliced.edges[port("drop")] == port("relu")
    assert spliced.edges[port("fc2")] == port("drop")
    relu = CHAIN.layout["relu"]
    assert spliced.layout["drop"] == (relu.x + COLUMN, relu.y)
    assert spliced.layout["fc2"] == (relu.x + 2 * COLUMN, relu.y), "moved to make room"


@pytest.mark.parametrize("taken", [(), ((COLUMN, 0),)])
def test_an_edge_to_the_next_row_has_room_at_its_start(taken):
    """The second row begins at the left again: to move it, and all that follows, would tear the drawing apart."""
    others = {f"other{number}": Point(*place) for number, place in enumerate(taken)}
    rows = CHAIN.with_nodes([Node(name, "nn.ReLU") for name in others])
    rows = rows.with_layout({"x": Point(0, 0), "fc1": Point(-COLUMN, ROW), "relu": Point(0, ROW), **others})
    graph = edits.splice_new(rows, catalog.find("nn.Dropout"), port("fc1")).apply(rows)
    assert graph.layout == {**rows.layout, "dropout": (COLUMN, ROW * len(taken))}


def test_splicing_is_refused_where_it_cannot_be():
    assert refusal(SpliceNode("fc1", port("x")), CHAIN) == ("missing_input", "x")
    assert refusal(SpliceNode("relu", port("relu")), CHAIN) == ("connects_itself", "relu")
    assert refusal(SpliceNode("fc1", port("fc2")), CHAIN) == ("input_taken", "fc1")
    assert refusal(SpliceNode("ghost", port("fc2")), CHAIN) == ("missing_input", "ghost")


def test_moving_changes_places_alone():
    graph = MoveNodes({"x": Point(1, 2)}).apply(CHAIN)
    assert graph.layout == {**CHAIN.layout, "x": (1, 2)}
    assert (graph.nodes, graph.edges) == (CHAIN.nodes, CHAIN.edges)
    assert refusal(MoveNodes({"ghost": Point(0, 0)}), CHAIN) == ("missing_node", "ghost")


def test_renaming():
    assert list(RenameNode("fc1", "hidden").apply(CHAIN).nodes) == ["x", "hidden", "relu", "fc2"]
    assert RenameNode("fc1", "fc1").apply(CHAIN) is CHAIN
    assert refusal(RenameNode("ghost", "a"), CHAIN) == ("missing_node", "ghost")
    assert refusal(RenameNode("fc1", "fc2"), CHAIN) == ("name_taken", "fc2")
    assert refusal(RenameNode("fc1", "a b"), CHAIN) == ("name_invalid", "a b")


def test_a_node_may_move_into_a_group_of_its_own_name():
    assert "fc1.inner" in RenameNode("fc1", "fc1.inner").apply(CHAIN).nodes
    assert "fc1" in RenameNode("fc1.inner", "fc1").apply(RenameNode("fc1", "fc1.inner").apply(CHAIN)).nodes


def test_setting_an_argument():
    graph = SetArgument("fc1", "out_features", 256).apply(CHAIN)
    assert graph.nodes["fc1"].arguments == {"out_features": 256}
    assert list(graph.nodes) == list(CHAIN.nodes)
    assert refusal(SetArgument("fc1", "out_features", 0), CHAIN) == ("below_minimum", "fc1")
    assert refusal(SetArgument("fc1", "depth", 1), CHAIN) == ("unknown_argument", "fc1")
    assert refusal(SetArgument("odd", "depth", 1), drawing("odd")) == ("unknown_argument", "odd")
    assert refusal(SetArgument("ghost", "bias", True), CHAIN) == ("missing_node", "ghost")


def test_what_is_unknown_of_a_node_can_be_taken_away():
    fc1 = Node("fc1", "nn.LazyLinear", {"out_features": 8, "depth": 2}, {"note": "mine"})
    mended = RemoveUnknown("fc1").apply(CHAIN.with_nodes((fc1,)))
    assert mended.nodes["fc1"] == Node("fc1", "nn.LazyLinear", {"out_features": 8})
    assert refusal(RemoveUnknown("ghost"), CHAIN) == ("missing_node", "ghost")


@pytest.mark.parametrize(
    ("edit", "title"),
    [
        (AddNodes((node("fc3"),), {}), EditTitle("add", 1, "fc3")),
        (AddNodes((node("fc3"), node("fc4")), {}, verb="paste"), EditTitle("paste", 2)),
        (Remove(frozenset({"fc1"})), EditTitle("remove", 1, "fc1")),
        (Remove(frozenset({"fc1", "x"}), frozenset({port("fc2")})), EditTitle("remove", 2)),
        (Remove(frozenset(), frozenset({port("fc2")})), EditTitle("disconnect", 1)),
        (Connect(port("x"), port("fc1")), EditTitle("connect", 1, "fc1")),
        (Connect(port("x"), port("fc1"), port("fc2")), EditTitle("reconnect", 1, "fc1")),
        (SpliceNode("relu", port("fc1")), EditTitle("splice", 1, "relu")),
        (MoveNodes({"x": Point(0, 0)}), EditTitle("move", 1, "x")),
        (RenameNode("fc1", "a"), EditTitle("rename", 1, "fc1")),
        (RemoveUnknown("fc1"), EditTitle("set_argument", 1, "fc1")),
        (SetArgument("fc1", "bias", False), EditTitle("set_argument", 1, "fc1.bias")),
    ],
)
def test_an_edit_has_a_title(edit, title):
    assert edit.title == title


def test_a_new_node_has_a_free_name_and_the_required_arguments():
    new = edits.new_node(CHAIN, LINEAR)
    assert (new.id, new.type, list(new.arguments)) == ("fc3", "nn.LazyLinear", ["out_features"])


def test_appending_goes_behind_a_node_and_connects():
    graph = edits.append_behind(CHAIN, RELU, "fc2").apply(CHAIN)
    assert graph.edges[port("relu2")] == port("fc2")
    assert graph.layout["relu2"] == (4 * COLUMN, 0)


def test_appending_behind_nothing_goes_to_the_right_of_all():
    assert edits.append_behind(Graph(), RELU, None).layout == {"relu": (0, 0)}
    edit = edits.append_behind(CHAIN, RELU, None)
    assert (edit.layout["relu2"], edit.edges) == (Point(4 * COLUMN, 0), ())


def test_an_input_is_appended_without_an_edge():
    assert edits.append_behind(CHAIN, INPUT, "fc2").edges == ()


def test_dropping_on_the_canvas_adds_unconnected():
    edit = edits.add_at(CHAIN, RELU, Point(5, 6))
    assert (edit.layout, edit.edges) == ({"relu2": (5, 6)}, ())


def test_dropping_on_an_edge_splices_a_new_layer_in():
    graph = edits.splice_new(CHAIN, RELU, port("fc1")).apply(CHAIN)
    assert graph.edges[port("relu2")] == port("x")
    assert graph.edges[port("fc1")] == port("relu2")


def test_what_lies_behind_makes_room_for_a_layer_dropped_on_an_edge():
    graph = edits.splice_new(CHAIN, RELU, port("fc2")).apply(CHAIN)
    assert [graph.layout[name].x for name in ("x", "fc1", "relu", "relu2", "fc2")] == [n * COLUMN for n in range(5)]
    assert edits.splice_new(graph, RELU, port("fc1")).layout.keys() == {"relu3", "fc1", "relu", "relu2", "fc2"}


def test_a_layer_dropped_on_a_long_edge_moves_nobody():
    graph = CHAIN.with_layout({"fc2": Point(9 * COLUMN, 0)})
    assert edits.splice_new(graph, RELU, port("fc2")).layout == {"relu2": (3 * COLUMN, 0)}


def test_an_input_cannot_be_dropped_on_an_edge():
    assert refusal(edits.splice_new(CHAIN, INPUT, port("fc1")), CHAIN) == ("missing_input", "x2")


def test_a_clip_holds_the_edges_with_both_ends_in_it():
    piece = edits.clip(CHAIN, frozenset({"relu", "fc1"}))
    assert [n.id for n in piece.nodes] == ["fc1", "relu"]
    assert piece.edges == (Edge(port("fc1"), port("relu")),)
    assert list(piece.layout) == ["fc1", "relu"]


def test_a_paste_takes_free_names_and_moves_by_the_offset():
    piece = edits.clip(CHAIN, frozenset({"fc1", "relu"}))
    graph = edits.paste(CHAIN, piece, Point(0, ROW)).apply(CHAIN)
    assert list(graph.nodes)[4:] == ["fc3", "relu2"]
    assert graph.edges[port("relu2")] == port("fc3")
    assert graph.layout["fc3"] == (COLUMN, ROW)
    assert graph.nodes["fc3"].arguments == CHAIN.nodes["fc1"].arguments


def test_a_paste_keeps_all_edges_of_variadic_and_unknown_layers():
    graph = drawing("x x2 cat odd", ["x2 > cat:4", "x > cat", "cat > odd:5"])
    everything = edits.clip(graph, frozenset(graph.nodes))
    assert edits.paste(Graph(), everything, Point(0, 0)).apply(Graph()).edges == graph.edges


def test_a_paste_into_its_own_drawing_never_touches_the_old_nodes():
    graph = edits.paste(DIAMOND, edits.clip(DIAMOND, frozenset(DIAMOND.nodes)), Point(0, 0)).apply(DIAMOND)
    assert list(graph.nodes) == ["x", "fc1", "fc2", "add", "x2", "fc3", "fc4", "add2"]
    assert {target: graph.edges[target] for target in DIAMOND.edges} == DIAMOND.edges
    assert graph.edges[Port("add2", 1)] == Port("fc4")


def test_a_paste_of_numbered_children_takes_the_next_number():
    children = Graph({name: Node(name, "nn.ReLU") for name in ("seq.0", "seq.1", "seq.last")})
    piece = edits.clip(children, frozenset({"seq.0", "seq.1"}))
    assert list(edits.paste(children, piece, Point(0, 0)).apply(children).nodes)[3:] == ["seq.2", "seq.3"]
