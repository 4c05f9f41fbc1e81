"""A change says what is new, what is gone, and whose results no longer hold."""

import pytest
from drawings import CHAIN, DIAMOND, drawing, port

from lazygui.graph.changes import GraphChanged
from lazygui.graph.edits import AddNodes, Connect, Edit, MoveNodes, Remove, RenameNode, SetArgument
from lazygui.graph.model import Edge, Graph, Node, Point

PARTS = ("added", "removed", "changed", "moved", "connected", "disconnected")


def change(edit: Edit, graph: Graph = CHAIN) -> GraphChanged:
    return GraphChanged(graph, edit.apply(graph), edit.renames(graph))


def parts(told: GraphChanged) -> dict[str, tuple]:
    return {name: getattr(told, name) for name in PARTS if getattr(told, name)}


RELU_TO_FC2 = Edge(port("relu"), port("fc2"))


def test_each_edit_tells_its_part_alone():
    assert parts(change(AddNodes((Node("drop", "nn.Dropout"),), {"drop": Point(0, 0)}))) == {"added": ("drop",)}
    assert parts(change(SetArgument("fc1", "out_features", 9))) == {"changed": ("fc1",)}
    assert parts(change(MoveNodes({"x": Point(1, 1)}))) == {"moved": ("x",)}
    assert parts(change(Remove(frozenset(), frozenset({port("fc2")})))) == {"disconnected": (RELU_TO_FC2,)}
    assert parts(change(Connect(port("relu"), port("fc2")), CHAIN.without_edges([port("fc2")]))) == {
        "connected": (RELU_TO_FC2,)
    }


def test_removing_a_node_tells_its_edges_too():
    assert parts(change(Remove(frozenset({"fc2"})))) == {"removed": ("fc2",), "disconnected": (RELU_TO_FC2,)}


def test_an_input_that_is_fed_from_elsewhere_is_disconnected_and_connected():
    told = GraphChanged(CHAIN, CHAIN.with_edges([Edge(port("x"), port("fc2"))]))
    assert parts(told) == {"connected": (Edge(port("x"), port("fc2")),), "disconnected": (RELU_TO_FC2,)}


def test_a_renamed_node_is_neither_new_nor_gone():
    assert parts(change(RenameNode("fc1", "hidden"))) == {}
    back = GraphChanged(RenameNode("fc1", "hidden").apply(CHAIN), CHAIN, {"hidden": "fc1"})
    assert parts(back) == {}


def test_with_a_renaming_the_new_names_are_told():
    after = CHAIN.renamed({"fc1": "hidden"}).with_layout({"hidden": Point(7, 7)}).without_edges([port("hidden")])
    after = SetArgument("hidden", "bias", False).apply(after)
    assert parts(GraphChanged(CHAIN, after, {"fc1": "hidden"})) == {
        "changed": ("hidden",),
        "moved": ("hidden",),
        "disconnected": (Edge(port("x"), port("hidden")),),
    }


@pytest.mark.parametrize(
    ("edit", "affected"),
    [
        (MoveNodes({"fc1": Point(1, 1)}), set()),
        (RenameNode("fc1", "left"), set()),
        (SetArgument("fc1", "out_features", 9), {"fc1", "add"}),
        (SetArgument("x", "shape", (1, 1)), {"x", "fc1", "fc2", "add"}),
        (Remove(frozenset({"fc1"})), {"add"}),
        (Remove(frozenset(), frozenset({port("add:1")})), {"add"}),
        (AddNodes((Node("r", "nn.ReLU"),), {}, (Edge(port("x"), port("r")),)), {"r"}),
        (
            AddNodes((Node("r", "nn.ReLU"),), {}, (Edge(port("r"), port("fc1")),), cut=(port("fc1"),)),
            {"r", "fc1", "add"},
        ),
    ],
)
def test_results_end_at_what_changed_and_behind_it(edit, affected):
    assert change(edit, DIAMOND).affected == affected


def test_a_replacement_affects_everything():
    assert GraphChanged(CHAIN, CHAIN, is_replacement=True).affected == set(CHAIN.nodes)


def test_two_equal_snapshots_tell_nothing():
    assert (
        parts(
            GraphChanged(
                CHAIN,
                drawing("x fc1 relu fc2")
                .with_edges(Edge(source, target) for target, source in CHAIN.edges.items())
                .with_layout(CHAIN.layout),
            )
        )
        == {}
    )
