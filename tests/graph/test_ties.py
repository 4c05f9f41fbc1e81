"""Who shares and who is tied, what shapes that binds together, and why a tie cannot be."""

import pytest
from drawings import SHARED, TIED, drawing, embedding, graph, head, linear

from lazygui.graph import rules, ties
from lazygui.graph.model import Node, Point
from lazygui.graph.ties import BondKind, Place


def code(problem):
    return problem and problem.code


def test_an_owner_comes_before_all_who_use_its_module():
    assert ties.members(SHARED, "second") == ("owner", "first", "second")
    assert ties.members(SHARED, "alone") == ("alone",)
    assert ties.owner(SHARED, "first") == "owner"


def test_a_bond_names_its_places_and_wears_a_number():
    everything = graph(*SHARED.nodes.values(), *TIED.nodes.values())
    modules, parameters = ties.bonds(everything)
    assert (modules.kind, modules.number) == (BondKind.MODULE, 1)
    assert modules.nodes == ("owner", "first", "second")
    assert (parameters.kind, parameters.number) == (BondKind.PARAMETER, 2)
    assert parameters.places == (Place("embed", "weight"), Place("head", "weight"))
    assert ties.bonds_of(everything, "head") == (parameters,)
    assert ties.bonds_of(everything, "alone") == ()


def test_bonds_are_numbered_in_the_order_of_the_document():
    assert [bond.kind for bond in ties.bonds(graph(*TIED.nodes.values(), *SHARED.nodes.values()))] == [
        BondKind.PARAMETER,
        BondKind.MODULE,
    ]


def test_moving_a_node_asks_nothing_again():
    assert ties.bonds(TIED.with_layout({"fc": Point(1, 1)})) is ties.bonds(TIED)


def test_shapes_are_tied_while_still_unknown():
    (bond,) = ties.bonds(SHARED)
    assert ties.tied_shapes(SHARED, bond) == {"weight": ((8, "?"),) * 3, "bias": ((8,),) * 3}
    (bond,) = ties.bonds(TIED)
    assert ties.tied_shapes(TIED, bond) == {"weight": ((16, 8), (16, 8))}


def test_a_parameter_whose_name_holds_dots_is_found_by_its_node():
    stack = Node("b.encoder", "my.Encoder")
    tied = graph(stack, linear("fc", weight="b.encoder.self_attn.out_proj.weight"))
    assert ties.root(tied, "fc", "weight") == ("b.encoder", "self_attn.out_proj.weight")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [((8, "?"), (8, 4), True), ((8, "?"), (9, "?"), False), ((8,), (8, 4), False), ((), (), True)],
)
def test_shapes_agree_where_nothing_known_differs(one, other, agree):
    assert ties.can_agree(one, other) is agree


def test_chains_of_shares_and_ties_lead_to_the_owner():
    chained = graph(
        linear("a"),
        linear("b", shares="a"),
        linear("c", shares="b"),
        embedding("embed"),
        head("head", weight="embed.weight"),
        head("again", weight="head.weight"),
    )
    straight = ties.normalised(chained)
    assert straight.nodes["c"].shares == "a"
    assert straight.nodes["again"].ties == {"weight": "embed.weight"}
    assert ties.bonds(straight) == ties.bonds(chained)
    assert ties.normalised(straight) is straight


def test_what_leads_nowhere_stays_as_it_was_written():
    odd = graph(
        linear("a", shares="b"),
        linear("b", shares="a"),
        linear("c", shares="ghost"),
        linear("d", weight="ghost.weight"),
    )
    assert ties.normalised(odd) is odd


@pytest.mark.parametrize(
    ("node", "owner", "expected"),
    [
        ("alone", "owner", None),
        ("alone", "first", None),
        ("explicit", "owner", None),
        ("owner", "owner", "share_itself"),
        ("owner", "first", "share_itself"),
        ("relu", "owner", "share_type"),
        ("add", "owner", "share_nothing"),
        ("alone", "odd", "share_nothing"),
        ("alone", "ghost", "missing_node"),
        ("ghost", "alone", "missing_node"),
    ],
)
def test_nodes_share_where_torch_makes_one_class_of_them(node, owner, expected):
    others = drawing("relu add odd").nodes.values()
    assert code(rules.check_share(graph(*SHARED.nodes.values(), *others, head("explicit")), node, owner)) == expected


@pytest.mark.parametrize(
    ("place", "other", "expected"),
    [
        (("fc", "weight"), ("embed", "weight"), "tie_widths"),
        (("free", "weight"), ("embed", "weight"), None),
        (("head", "weight"), ("embed", "weight"), "tie_itself"),
        (("embed", "weight"), ("head", "weight"), "tie_itself"),
        (("head", "weight"), ("head", "weight"), "tie_itself"),
        (("head", "bias"), ("embed", "weight"), "tie_widths"),
        (("head", "scale"), ("embed", "weight"), "tie_parameter"),
        (("head", "weight"), ("embed", "bias"), "tie_parameter"),
        (("head", "weight"), ("ghost", "weight"), "missing_node"),
    ],
)
def test_parameters_are_tied_unless_their_shapes_are_known_to_differ(place, other, expected):
    assert code(rules.check_tie(TIED.with_nodes([linear("free", 16)]), *place, *other)) == expected


def test_widths_are_explained_in_the_terms_of_the_tie():
    problem = rules.check_tie(TIED.with_nodes([head("wide", 16, 32)]), "wide", "weight", "embed", "weight")
    assert problem.details == {
        "place": "wide.weight",
        "shape": (16, 32),
        "other": "embed.weight",
        "other_shape": (16, 8),
    }


def test_a_new_end_must_fit_all_that_are_tied_already():
    lazy = graph(linear("a", 8), linear("b", 8, weight="a.weight"), head("c", 9, 4))
    assert code(rules.check_tie(lazy, "c", "weight", "b", "weight")) == "tie_widths"


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (linear("n", shares="owner"), None),
        (head("n", 8, 3), None),
        (Node("n", "nn.Linear", {"in_features": 3, "out_features": 8}, shares="owner"), None),
        (linear("n", 9, shares="owner"), "share_arguments"),
        (linear("n", shares="ghost"), "share_missing"),
        (linear("n", shares="n"), "share_circle"),
        (Node("n", "nn.ReLU", shares="owner"), "share_type"),
        (linear("n", shares="owner", weight="embed.weight"), "share_tied"),
        (linear("n", 16, weight="embed.weight"), None),
        (linear("n", 9, weight="embed.weight"), "tie_widths"),
        (linear("n", weight="ghost.weight"), "tie_missing"),
        (linear("n", weight="embed.bias"), "tie_parameter"),
        (linear("n", scale="embed.weight"), "tie_parameter"),
        (linear("n", weight="n.weight"), "tie_itself"),
    ],
)
def test_a_document_may_name_what_cannot_be_and_a_run_is_told(node, expected):
    assert code(rules.check_ties(graph(linear("owner"), embedding("embed"), node), node)) == expected


def test_two_nodes_that_share_in_a_circle_are_both_told():
    circle = graph(linear("a", shares="b"), linear("b", shares="a"))
    assert {code(rules.check_ties(circle, node)) for node in circle.nodes.values()} == {"share_circle"}


def test_two_parameters_that_are_tied_in_a_circle_are_both_told():
    circle = graph(linear("a", weight="b.weight"), linear("b", weight="a.weight"))
    assert {code(rules.check_ties(circle, node)) for node in circle.nodes.values()} == {"tie_itself"}


@pytest.mark.parametrize("step", [1, -1])
def test_a_long_chain_is_straightened_whichever_end_comes_first(step):
    shares = [linear("fc0"), *(linear(f"fc{n}", shares=f"fc{n - 1}") for n in range(1, 300))]
    tied = [head("h0"), *(head(f"h{n}", weight=f"h{n - 1}.weight") for n in range(1, 300))]
    straight = ties.normalised(graph(*(shares + tied)[::step]))
    assert {straight.nodes[f"fc{n}"].shares for n in range(1, 300)} == {"fc0"}
    assert {straight.nodes[f"h{n}"].ties["weight"] for n in range(1, 300)} == {"h0.weight"}


def test_a_tie_to_a_text_of_any_length_is_a_tie_to_what_is_not_there():
    odd = graph(head("head", weight="z" + ".b" * 200_000))
    assert code(rules.check_ties(odd, odd.nodes["head"])) == "tie_missing"
