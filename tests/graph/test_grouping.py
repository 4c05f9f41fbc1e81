"""Groups are made, renamed, dissolved, copied and put in from blocks; names change, the network does not."""

import pytest
from drawings import CHAIN, RESIDUAL, drawing, graph, head, linear, port

from lazygui.graph import edits, groups
from lazygui.graph.changes import GraphChanged
from lazygui.graph.document import Document
from lazygui.graph.edits import EditTitle
from lazygui.graph.grouping import Block, Dissolve, Group, RenameGroup, block, common_group, fresh_name, insert_block
from lazygui.graph.model import Edge, Graph, Point, Port
from lazygui.graph.placement import COLUMN
from lazygui.graph.problems import Refused


def refusal(edit, drawn):
    with pytest.raises(Refused) as caught:
        edit.apply(drawn)
    return caught.value.problem.code


def told(edit, drawn):
    return GraphChanged(drawn, edit.apply(drawn), edit.renames(drawn))


HIDDEN = Group(frozenset({"fc1", "relu"}), "hidden")


def test_nodes_go_into_a_group_in_their_order_with_their_edges():
    grouped = HIDDEN.apply(CHAIN)
    assert list(grouped.nodes) == ["x", "hidden.fc1", "hidden.relu", "fc2"]
    assert grouped.edges[port("fc2")] == port("hidden.relu")
    assert told(HIDDEN, CHAIN).affected == frozenset()


def test_a_group_is_made_within_the_group_that_holds_all():
    inner = Group(frozenset({"b1.conv.fc1", "b1.add"}), "most").apply(RESIDUAL)
    assert list(inner.nodes)[1:4] == ["b1.most.conv.fc1", "b1.conv.relu", "b1.most.add"]
    outer = Group(groups.expanded(RESIDUAL, ["b1", "fc"]), "stage").apply(RESIDUAL)
    assert list(outer.nodes)[1:] == ["stage.b1.conv.fc1", "stage.b1.conv.relu", "stage.b1.add", "stage.fc"]


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (Group(frozenset(), "b"), "empty_group"),
        (Group(frozenset({"ghost"}), "b"), "missing_node"),
        (Group(frozenset({"fc"}), "b1"), "group_taken"),
        (Group(frozenset({"fc"}), "x"), "name_taken"),
        (Group(frozenset({"fc"}), "x.b"), "name_nested"),
        (Group(frozenset({"fc"}), "1 b"), "name_invalid"),
        (Group(frozenset({"fc"}), "class"), "name_keyword"),
        (Group(frozenset({"fc"}), "b" * 199), "name_invalid"),
        (RenameGroup("ghost", "b"), "missing_group"),
        (RenameGroup("b1", "fc"), "name_taken"),
        (RenameGroup("b1.conv", "b1"), "group_taken"),
        (RenameGroup("b1", ""), "name_invalid"),
        (Dissolve("fc"), "missing_group"),
    ],
)
def test_what_cannot_be_is_refused(edit, code):
    assert refusal(edit, RESIDUAL) == code


def test_a_group_is_renamed_with_all_that_is_in_it():
    renamed = RenameGroup("b1", "stage.block").apply(RESIDUAL)
    assert list(renamed.nodes)[1:4] == ["stage.block.conv.fc1", "stage.block.conv.relu", "stage.block.add"]
    assert told(RenameGroup("b1", "b2"), RESIDUAL).affected == frozenset()
    assert RenameGroup("b1", "b1").apply(RESIDUAL) is RESIDUAL
    assert "b1.inner.conv.fc1" in RenameGroup("b1", "b1.inner").apply(RESIDUAL).nodes


def test_shares_and_ties_follow_into_a_group():
    drawn = graph(linear("a"), linear("b", shares="a"), head("c", 8, 3, weight="a.weight"))
    grouped = Group(frozenset({"a"}), "g").apply(drawn)
    assert (grouped.nodes["b"].shares, grouped.nodes["c"].ties) == ("g.a", {"weight": "g.a.weight"})


def test_a_dissolved_group_leaves_its_groups():
    assert list(Dissolve("b1").apply(RESIDUAL).nodes) == ["x", "conv.fc1", "conv.relu", "add", "fc"]
    assert list(Dissolve("b1.conv").apply(RESIDUAL).nodes)[1:4] == ["b1.fc1", "b1.relu", "b1.add"]


def test_a_name_that_is_taken_outside_becomes_another():
    drawn = drawing("b.fc b.fc2 b.in.relu fc in.relu")
    assert list(Dissolve("b").apply(drawn).nodes) == ["fc2", "fc3", "in2.relu", "fc", "in.relu"]


def test_a_group_may_hold_what_is_called_as_itself():
    assert list(Dissolve("fc").apply(drawing("fc.fc fc.relu")).nodes) == ["fc", "relu"]


def test_each_is_one_step_that_can_be_undone():
    document = Document(RESIDUAL)
    for edit in (Group(frozenset({"x", "fc"}), "ends"), RenameGroup("b1", "b2"), Dissolve("b2.conv")):
        assert document.do(edit) is None
    assert list(document.graph.nodes) == ["ends.x", "b2.fc1", "b2.relu", "b2.add", "ends.fc"]
    heard = []
    document.subscribe(heard.append)
    for _ in range(3):
        document.undo()
    assert document.graph == RESIDUAL
    assert all(change.affected == frozenset() for change in heard)


@pytest.mark.parametrize(
    ("edit", "title"),
    [
        (HIDDEN, EditTitle("group", 2, "hidden")),
        (RenameGroup("a", "b"), EditTitle("rename_group", 1, "a")),
        (Dissolve("a"), EditTitle("dissolve", 1, "a")),
    ],
)
def test_an_edit_of_groups_has_a_title(edit, title):
    assert edit.title == title


@pytest.mark.parametrize(
    ("paths", "common"),
    [(["a.b.c", "a.b.d"], "a.b"), (["a.b.c", "a.d"], "a"), (["a", "b"], ""), (["ab.c", "a.c"], ""), ([], "")],
)
def test_the_common_group_is_the_innermost_that_holds_all(paths, common):
    assert common_group(paths) == common


def test_a_new_group_gets_a_name_that_is_free_where_it_stands():
    assert fresh_name(CHAIN, ["fc1"]) == "block1"
    assert fresh_name(drawing("block1.fc s.block1.fc s.relu"), ["s.relu"]) == "block2"


def copies(drawn, *chosen):
    piece = edits.clip(drawn, groups.expanded(drawn, chosen))
    pasted = edits.paste(drawn, piece, Point(0, 0)).apply(drawn)
    return [node for node in pasted.nodes if node not in drawn.nodes]


def test_a_group_that_is_copied_whole_gets_another_name_as_one():
    assert copies(RESIDUAL, "b1") == ["b2.conv.fc1", "b2.conv.relu", "b2.add"]
    assert copies(RESIDUAL, "b1.conv") == ["b1.conv2.fc1", "b1.conv2.relu"]
    assert copies(drawing("seq.0.fc seq.1.fc seq.relu"), "seq.0") == ["seq.2.fc"]


def test_a_part_of_a_group_is_copied_into_it():
    assert copies(RESIDUAL, "b1.conv.fc1", "b1.add") == ["b1.conv.fc2", "b1.add2"]


def test_a_group_of_another_drawing_is_never_mixed_with_one_of_its_name():
    piece = edits.clip(RESIDUAL, groups.expanded(RESIDUAL, ["b1"]))
    pasted = edits.paste(CHAIN, piece, Point(0, 0)).apply(CHAIN)
    assert list(pasted.nodes)[4:] == ["b1.conv.fc1", "b1.conv.relu", "b1.add"]
    other = drawing("b1.fc")
    assert list(edits.paste(other, piece, Point(0, 0)).apply(other).nodes)[1:] == [
        "b2.conv.fc1",
        "b2.conv.relu",
        "b2.add",
    ]


def test_a_copy_of_the_same_group_twice_counts_on():
    piece = edits.clip(RESIDUAL, groups.expanded(RESIDUAL, ["b1"]))
    once = edits.paste(RESIDUAL, piece, Point(0, 0)).apply(RESIDUAL)
    assert "b3.add" in edits.paste(once, piece, Point(0, 0)).apply(once).nodes


SAVED = block(RESIDUAL, groups.expanded(RESIDUAL, ["b1"]), "Residual block")


def test_a_block_is_a_piece_without_the_groups_around_it():
    assert [node.id for node in SAVED.piece.nodes] == ["conv.fc1", "conv.relu", "add"]
    assert SAVED.inputs == ((port("conv.fc1"), port("add:1")),)


def test_a_block_is_put_in_as_a_group_behind_the_chosen_node():
    edit = insert_block(CHAIN, SAVED, after="fc2")
    grown = edit.apply(CHAIN)
    assert list(grown.nodes)[4:] == [f"Residual_block.{node.id}" for node in SAVED.piece.nodes]
    assert grown.edges[port("Residual_block.conv.fc1")] == grown.edges[port("Residual_block.add:1")] == port("fc2")
    assert grown.layout["Residual_block.conv.fc1"].x >= 4 * COLUMN
    assert edit.title == EditTitle("insert_block", 3, "Residual_block")
    assert "Residual_block2.add" in insert_block(grown, SAVED).apply(grown).nodes


def test_a_block_stands_at_its_place_unconnected():
    placed = Block("b", edits.clip(CHAIN, frozenset({"fc1", "relu"})), ((port("fc1"),),))
    grown = insert_block(Graph(), placed, at=Point(10, 20)).apply(Graph())
    assert grown.layout == {"b.fc1": (10, 20), "b.relu": (10 + COLUMN, 20)}
    assert grown.edges == {port("b.relu"): port("b.fc1")}


def test_a_block_with_two_inputs_waits_for_the_person_to_connect_it():
    two = block(drawing("b.fc b.add", ["b.fc > b.add"]), frozenset({"b.fc", "b.add"}), "two")
    assert two.inputs == ((port("fc"),), (port("add:1"),))
    assert set(insert_block(CHAIN, two, after="fc2").edges) == {Edge(Port("two.fc"), Port("two.add"))}


@pytest.mark.parametrize(
    ("name", "group"), [("残差 块", "残差_块"), ("3 × 3", "block"), ("class", "block"), ("!", "block")]
)
def test_the_group_of_a_block_is_called_as_an_attribute_can_be(name, group):
    named = Block(name, edits.clip(CHAIN, frozenset({"fc1"})))
    assert [node.id for node in insert_block(Graph(), named).nodes] == [f"{group}.fc1"]


def test_what_a_block_shares_within_it_is_shared_among_the_copies():
    drawn = graph(linear("g.a"), linear("g.b", shares="g.a"), linear("far"), linear("g.c", shares="far"))
    saved = block(drawn, groups.expanded(drawn, ["g"]), "g")
    assert [node.shares for node in insert_block(Graph(), saved).nodes] == ["", "g.a", ""]
