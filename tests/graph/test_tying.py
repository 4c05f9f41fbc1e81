"""Sharing and tying as edits: what takes over what, and who is left when one goes."""

from dataclasses import replace

import pytest
from drawings import CHAIN, SHARED, TIED, drawing, embedding, graph, head, linear

from lazygui.graph import edits, ties
from lazygui.graph.changes import GraphChanged
from lazygui.graph.document import Document
from lazygui.graph.edits import Remove, RenameNode, SetArgument
from lazygui.graph.findings import Fix
from lazygui.graph.fixes import ApplyFix
from lazygui.graph.model import Graph, Node, Point
from lazygui.graph.problems import Refused
from lazygui.graph.tying import Share, Tie, Unshare, Untie


def refusal(edit, drawn):
    with pytest.raises(Refused) as caught:
        edit.apply(drawn)
    return caught.value.problem.code


def units(drawn):
    return {
        key: node.arguments["out_features"] for key, node in drawn.nodes.items() if "out_features" in node.arguments
    }


def test_a_node_that_shares_takes_over_layer_and_arguments():
    shared = Share("alone", "first").apply(SHARED.with_nodes([head("alone", 3, 4)]))
    assert shared.nodes["alone"] == linear("alone", shares="owner")
    assert ties.members(shared, "alone") == ("owner", "first", "second", "alone")


def test_whoever_used_the_module_of_a_node_goes_with_it():
    shared = Share("owner", "alone").apply(SHARED.with_nodes([linear("alone", 5)]))
    assert ties.members(shared, "second") == ("alone", "first", "owner", "second")
    assert set(units(shared).values()) == {5}


def test_sharing_ends_a_tie_between_the_two():
    tied = graph(linear("a", weight="b.weight"), linear("b"), linear("c", weight="b.weight"))
    shared = Share("b", "a").apply(tied)
    assert shared.nodes["a"].ties == {}
    assert shared.nodes["c"].ties == {"weight": "a.weight"}


def test_what_cannot_be_shared_is_refused():
    assert refusal(Share("relu", "fc1"), CHAIN) == "share_type"
    assert refusal(Unshare("fc1"), CHAIN) == "not_shared"
    assert refusal(Unshare("ghost"), CHAIN) == "missing_node"


def test_a_node_gets_a_module_of_its_own_again():
    alone = Unshare("first").apply(SHARED)
    assert alone.nodes["first"] == linear("first")
    assert ties.members(alone, "owner") == ("owner", "second")


def test_an_owner_that_leaves_hands_over_to_the_first_of_the_others():
    left = Unshare("owner").apply(SHARED)
    assert ties.members(left, "second") == ("first", "second")
    assert ties.members(left, "owner") == ("owner",)


def test_a_share_of_a_missing_node_can_be_ended():
    assert Unshare("a").apply(graph(linear("a", shares="ghost"))).nodes["a"].shares == ""


def test_an_edit_of_one_is_an_edit_of_all():
    assert units(SetArgument("second", "out_features", 5).apply(SHARED)) == {
        "first": 5,
        "owner": 5,
        "second": 5,
        "alone": 8,
    }
    fix = ApplyFix(Fix("set_arguments", "first", {"out_features": 6}))
    assert units(fix.apply(SHARED)) == {"first": 6, "owner": 6, "second": 6, "alone": 8}


def test_a_parameter_is_tied_and_is_its_own_again():
    untied = Untie("head", "weight").apply(TIED)
    assert untied.nodes["head"].ties == {}
    assert Tie("head", "weight", "embed.weight").apply(untied).nodes["head"].ties == {"weight": "embed.weight"}
    assert refusal(Untie("head", "weight"), untied) == "not_tied"
    assert refusal(Untie("ghost", "weight"), untied) == "missing_node"
    assert refusal(Tie("fc", "weight", "embed.weight"), untied) == "tie_widths"
    assert refusal(Tie("fc", "weight", "embed"), untied) == "tie_parameter"
    assert refusal(Tie("ghost", "weight", "embed.weight"), untied) == "missing_node"


def test_a_tie_to_what_is_tied_names_the_tensor_itself():
    more = TIED.with_nodes([head("again")])
    assert Tie("again", "weight", "head.weight").apply(more).nodes["again"].ties == {"weight": "embed.weight"}


def test_what_was_tied_to_a_parameter_follows_it_into_a_tie():
    drawn = graph(head("a"), head("b", weight="a.weight"), embedding("embed"))
    tied = Tie("a", "weight", "embed.weight").apply(drawn)
    assert tied.nodes["b"].ties == tied.nodes["a"].ties == {"weight": "embed.weight"}


def test_the_parameters_of_a_shared_module_are_tied_at_its_owner():
    drawn = graph(linear("first", 16, shares="owner"), linear("owner", 16), embedding("embed"))
    tied = Tie("first", "weight", "embed.weight").apply(drawn)
    assert (tied.nodes["owner"].ties, tied.nodes["first"].ties) == ({"weight": "embed.weight"}, {})
    assert Untie("first", "weight").apply(tied) == drawn


def test_a_root_that_leaves_its_tie_leaves_the_others_tied():
    drawn = graph(embedding("embed"), head("a", weight="embed.weight"), head("b", weight="embed.weight"))
    left = Untie("embed", "weight").apply(drawn)
    assert (left.nodes["a"].ties, left.nodes["b"].ties) == ({}, {"weight": "a.weight"})


def test_renaming_keeps_shares_and_ties():
    assert RenameNode("owner", "core").apply(SHARED).nodes["first"].shares == "core"
    renamed = RenameNode("embed", "b.table").apply(TIED)
    assert renamed.nodes["head"].ties == {"weight": "b.table.weight"}
    assert GraphChanged(TIED, renamed, {"embed": "b.table"}).changed == ()


def test_the_first_heir_of_a_deleted_owner_owns():
    left = Remove(frozenset({"owner"})).apply(SHARED)
    assert left.nodes["first"].shares == ""
    assert left.nodes["second"].shares == "first"
    assert Remove(frozenset({"owner", "first"})).apply(SHARED).nodes["second"].shares == ""


def test_ties_follow_the_heir():
    drawn = graph(linear("owner", 16), linear("heir", 16, shares="owner"), embedding("embed"))
    to_owner = drawn.with_nodes([head("head", 16, 8, weight="owner.weight")])
    assert Remove(frozenset({"owner"})).apply(to_owner).nodes["head"].ties == {"weight": "heir.weight"}
    from_owner = Tie("owner", "weight", "embed.weight").apply(drawn)
    assert Remove(frozenset({"owner"})).apply(from_owner).nodes["heir"].ties == {"weight": "embed.weight"}


def test_what_was_tied_to_a_deleted_parameter_stays_together():
    drawn = graph(embedding("embed"), head("a", weight="embed.weight"), head("b", weight="embed.weight"))
    left = Remove(frozenset({"embed"})).apply(drawn)
    assert (left.nodes["a"].ties, left.nodes["b"].ties) == ({}, {"weight": "a.weight"})
    assert Remove(frozenset({"embed"})).apply(TIED).nodes["head"].ties == {}


def test_the_end_of_a_chain_goes_to_its_beginning():
    chained = graph(linear("a"), linear("b", shares="a"), linear("c", shares="b"))
    assert Remove(frozenset({"b"})).apply(chained).nodes["c"].shares == "a"


def test_undo_gives_back_every_tie():
    document = Document(SHARED)
    for edit in (Share("alone", "owner"), Unshare("first"), Remove(frozenset({"owner"}))):
        assert document.do(edit) is None
    for _ in range(3):
        document.undo()
    assert document.graph == SHARED


def test_results_end_for_all_that_have_parameters_in_common():
    drawn = drawing("x x2 fc1 fc2 relu", ["x > fc1", "x2 > fc2", "fc2 > relu"])
    drawn = Share("fc2", "fc1").apply(drawn)
    changed = GraphChanged(drawn, SetArgument("x", "shape", (2, 5)).apply(drawn))
    assert changed.affected == {"x", "fc1", "fc2", "relu"}


def test_a_copy_shares_within_the_copy_or_with_the_original():
    whole = edits.paste(SHARED, edits.clip(SHARED, frozenset({"owner", "first"})), Point(0, 0)).apply(SHARED)
    assert whole.nodes["first2"].shares == "owner2"
    alone = edits.paste(SHARED, edits.clip(SHARED, frozenset({"first"})), Point(0, 0)).apply(SHARED)
    assert alone.nodes["first2"].shares == "owner"


def test_a_copy_into_another_drawing_keeps_no_share_with_what_is_not_there():
    piece = edits.clip(SHARED, frozenset({"first", "second"}))
    pasted = edits.paste(Graph(), piece, Point(0, 0)).apply(Graph())
    assert ties.members(pasted, "second") == ("first", "second")
    head_alone = edits.clip(TIED, frozenset({"head"}))
    assert edits.paste(Graph(), head_alone, Point(0, 0)).apply(Graph()).nodes["head"].ties == {}


def test_what_goes_to_each_call_stays_its_own():
    def attention(name, weights, shares=""):
        given = {"embed_dim": 8, "num_heads": 2, "need_weights": weights}
        return Node(name, "nn.MultiheadAttention", given, shares=shares)

    drawn = graph(attention("a", True), attention("b", False))
    shared = Share("b", "a").apply(drawn)
    assert shared.nodes["b"].arguments["need_weights"] is False
    changed = SetArgument("b", "need_weights", True).apply(SetArgument("a", "need_weights", False).apply(shared))
    assert changed.nodes["a"].arguments["need_weights"] is False


def test_a_fix_leaves_what_goes_to_each_call_of_a_shared_module():
    owner = Node("owner", "nn.MultiheadAttention", {"embed_dim": 8, "num_heads": 3})
    user = replace(owner, id="user", shares="owner", arguments={**owner.arguments, "need_weights": False})
    mended = ApplyFix(Fix("set_arguments", "owner", {"num_heads": 2})).apply(graph(owner, user))
    assert dict(mended.nodes["user"].arguments) == {"embed_dim": 8, "num_heads": 2, "need_weights": False}
    assert "need_weights" not in mended.nodes["owner"].arguments


def test_a_copy_does_not_share_with_another_copy_that_got_the_name_of_its_owner():
    piece = edits.clip(graph(linear("fc2"), linear("fc3"), linear("fc4", shares="fc3")), frozenset({"fc2", "fc4"}))
    pasted = edits.paste(graph(linear("fc2")), piece, Point(0, 0)).apply(graph(linear("fc2")))
    assert {name: node.shares for name, node in pasted.nodes.items()} == {"fc2": "", "fc3": "", "fc4": ""}
