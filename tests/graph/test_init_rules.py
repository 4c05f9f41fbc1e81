"""Rules of initialization: which one decides, what an edit of them does, and what they promise of numbers."""

from __future__ import annotations

import math
from typing import Any

import pytest

from lazygui.catalog.initializers import INITIALIZERS, RECIPES
from lazygui.graph import initialization as init
from lazygui.graph import initializing
from lazygui.graph.changes import GraphChanged
from lazygui.graph.document import Document
from lazygui.graph.edits import Remove, RenameNode
from lazygui.graph.initialization import KEEP, Initializer, InitRule, Part, WeightEdit
from lazygui.graph.initializing import SetInitialization, SetWeight
from lazygui.graph.model import Graph, Node
from lazygui.graph.spreads import fans, gain, spread
from lazygui.graph.tying import Share

XAVIER, ZEROS, SMALL = Initializer("xavier_uniform_"), Initializer("zeros_"), Initializer("normal_", {"std": 0.01})
ALL = InitRule(XAVIER, ZEROS)
LINEAR = InitRule(SMALL, kind="nn.Linear")
FC2 = InitRule(Initializer(KEEP), nodes=("fc2",))


@pytest.fixture
def drawn() -> Graph:
    nodes = (
        Node("x", "Input", {"shape": (2, 20)}),
        Node("fc1", "nn.LazyLinear", {"out_features": 8}),
        Node("norm", "nn.LazyBatchNorm1d"),
        Node("fc2", "nn.LazyLinear", {"out_features": 8}),
    )
    return Graph({node.id: node for node in nodes})


@pytest.mark.parametrize(
    ("node", "part", "wanted"),
    [
        ("fc1", Part.WEIGHT, (LINEAR, SMALL)),
        ("fc1", Part.BIAS, (ALL, ZEROS)),
        ("fc2", Part.WEIGHT, (FC2, Initializer(KEEP))),
        ("fc2", Part.BIAS, (ALL, ZEROS)),
        ("norm", Part.WEIGHT, (ALL, XAVIER)),
    ],
)
@pytest.mark.parametrize("rules", [(ALL, LINEAR, FC2), (FC2, ALL, LINEAR)])
def test_the_nearest_rule_decides_for_each_part_in_any_order(
    drawn: Graph, rules: init.Rules, node: str, part: Part, wanted: object
) -> None:
    graph = drawn.with_initialization(rules)
    assert initializing.chosen(graph, graph.nodes[node], part) == wanted


def test_without_a_rule_nothing_is_chosen(drawn: Graph) -> None:
    assert initializing.chosen(drawn, drawn.nodes["fc1"], Part.WEIGHT) is None


def test_who_shares_a_module_speaks_for_its_owner(drawn: Graph) -> None:
    shared = Share("fc2", "fc1").apply(drawn).with_initialization((InitRule(SMALL, nodes=("fc2",)),))
    assert initializing.chosen(shared, shared.nodes["fc1"], Part.WEIGHT) == (InitRule(SMALL, nodes=("fc1",)), SMALL)


def test_a_rule_takes_the_place_of_one_for_the_same_layers() -> None:
    rules = init.with_rule((ALL, LINEAR), InitRule(ZEROS, kind="nn.Linear"))
    assert rules == (ALL, InitRule(ZEROS, kind="nn.Linear"))
    assert init.with_rule(rules, InitRule(kind="nn.Linear")) == (ALL,)


def test_a_node_leaves_the_rule_that_it_had() -> None:
    both = InitRule(SMALL, nodes=("fc1", "fc2"))
    assert init.with_rule((both,), FC2) == (InitRule(SMALL, nodes=("fc1",)), FC2)


def test_names_follow_and_nodes_that_go_leave_their_rules(drawn: Graph) -> None:
    graph = drawn.with_initialization((ALL, FC2))
    assert RenameNode("fc2", "head").apply(graph).initialization[1].nodes == ("head",)
    assert Remove(frozenset({"fc2"})).apply(graph).initialization == (ALL,)


def test_one_edit_sets_the_rules_and_is_undone(drawn: Graph) -> None:
    document = Document(drawn)
    assert document.do(SetInitialization((ALL, FC2))) is None
    assert document.graph.initialization == (ALL, FC2)
    assert document.is_modified
    document.undo()
    assert document.graph.initialization == ()
    assert not document.is_modified


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (InitRule(XAVIER, nodes=("nobody",)), "missing_node"),
        (InitRule(XAVIER, kind="nn.ReLU"), "initialization_kind"),
        (InitRule(Initializer("reset_parameters")), "initializer_unknown"),
        (InitRule(Initializer(KEEP, {"std": 1})), "initializer_unknown"),
        (InitRule(Initializer("normal_", {"variance": 1})), "initializer_argument"),
        (InitRule(Initializer("normal_", {"std": -1})), "below_minimum"),
        (InitRule(Initializer("normal_", {"std": "wide"})), "not_number"),
        (InitRule(Initializer("constant_")), "argument_missing"),
        (InitRule(Initializer("sparse_", {"sparsity": 2})), "above_maximum"),
        (InitRule(None, Initializer("uniform_", {"a": 2, "b": 2})), "initializer_bounds"),
        (InitRule(Initializer("kaiming_normal_", {"nonlinearity": "gelu"})), "not_a_choice"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(drawn: Graph, rule: InitRule, code: str) -> None:
    document = Document(drawn)
    problem = document.do(SetInitialization((ALL, rule)))
    assert problem is not None
    assert problem.code == code
    assert document.graph is drawn


def test_other_rules_make_the_weights_of_all_layers_that_learn_untrue(drawn: Graph) -> None:
    changed = GraphChanged(drawn, drawn.with_initialization((ALL,)))
    assert changed.affected == {"fc1", "norm", "fc2"}
    renamed = RenameNode("fc2", "head").apply(drawn.with_initialization((FC2,)))
    assert GraphChanged(drawn.with_initialization((FC2,)), renamed, {"fc2": "head"}).affected == frozenset()


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_every_recipe_is_a_rule_that_can_be(recipe: Any) -> None:
    for kind in recipe.kinds or ("",):
        assert initializing.check_rule(init.of_recipe(recipe, kind), ()) is None


def test_layers_that_only_hold_others_are_no_kind_of_their_own() -> None:
    kinds = init.kinds()
    assert {"nn.Linear", "nn.Conv2d", "nn.LSTM", "nn.MultiheadAttention", "nn.BatchNorm1d"} <= set(kinds)
    assert not {"nn.LazyLinear", "nn.TransformerEncoderLayer", "nn.ReLU"} & set(kinds)


@pytest.mark.parametrize(
    ("name", "part"),
    [("weight", "weight"), ("weight_hh_l0_reverse", "weight"), ("self_attn.in_proj_bias", "bias"), ("value", None)],
)
def test_a_parameter_belongs_to_the_part_in_its_name(name: str, part: str | None) -> None:
    found = init.part_of(name)
    assert (found.value if found else None) == part


@pytest.mark.parametrize("one", [one for one in INITIALIZERS if spread(Initializer(one.name), (30, 20))])
def test_densities_have_the_mass_one_and_the_moments_that_are_told(one: Any) -> None:
    told = spread(Initializer(one.name), (30, 20))
    assert told is not None
    low, high = max(told.low, told.mean - 8 * told.std), min(told.high, told.mean + 8 * told.std)
    step = (high - low) / 20000
    places = [low + step * (number + 0.5) for number in range(20000)]
    mass = sum(map(told.density, places)) * step
    mean = sum(place * told.density(place) for place in places) * step
    variance = sum((place - mean) ** 2 * told.density(place) for place in places) * step
    assert (mass, mean, math.sqrt(variance)) == pytest.approx((1, told.mean, told.std), abs=1e-4)


def test_fans_are_known_for_two_axes_and_more() -> None:
    assert fans((30, 20)) == (20, 30)
    assert fans((16, 3, 5, 5)) == (75, 400)
    assert fans((8,)) is None
    assert spread(XAVIER, (8,)) is None


def test_the_gain_of_leaky_relu_depends_on_its_slope() -> None:
    assert gain("leaky_relu", 0.2) == pytest.approx(math.sqrt(2 / 1.04))
    assert gain("linear") == 1


def test_a_number_set_by_hand_is_one_step_and_can_be_freed(drawn: Graph) -> None:
    document = Document(drawn)
    assert document.do(SetWeight("fc1", "weight", (0, 3), 42)) is None
    assert document.do(SetWeight("fc1", "weight", (0, 3), 7)) is None
    assert document.graph.weights == (WeightEdit("fc1", "weight", (0, 3), 7),)
    assert GraphChanged(drawn, document.graph).affected == {"fc1"}
    document.do(SetWeight("fc1", "weight", (0, 3), None))
    assert document.graph == drawn
    document.undo()
    assert document.graph.weights[0].value == 7


def test_numbers_set_by_hand_follow_names_and_go_with_their_nodes(drawn: Graph) -> None:
    graph = drawn.with_weights((WeightEdit("fc1", "bias", (0,), 1),))
    assert RenameNode("fc1", "first").apply(graph).weights == (WeightEdit("first", "bias", (0,), 1),)
    assert Remove(frozenset({"fc1"})).apply(graph).weights == ()


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetWeight("nobody", "weight", (0, 0), 1), "missing_node"),
        (SetWeight("fc1", "scale", (0,), 1), "tie_parameter"),
        (SetWeight("fc1", "bias", (8,), 1), "weight_outside"),
        (SetWeight("fc1", "bias", (0, 0), 1), "weight_outside"),
        (SetWeight("fc1", "bias", (0,), math.inf), "weight_not_finite"),
    ],
)
def test_what_cannot_be_set_by_hand_is_refused(drawn: Graph, edit: SetWeight, code: str) -> None:
    document = Document(drawn)
    problem = document.do(edit)
    assert problem is not None
    assert problem.code == code
    assert document.graph is drawn
