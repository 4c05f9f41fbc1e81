"""The rules say what a network may be, and the first reason why it may not."""

import math

import pytest
from drawings import CHAIN, DIAMOND, drawing, port

from lazygui.catalog.spec import ArgumentSpec, Kind
from lazygui.graph import rules
from lazygui.graph.model import Edge, Node, Port
from lazygui.graph.problems import Problem


@pytest.mark.parametrize(
    ("source", "target", "code", "node"),
    [
        ("ghost", "fc1", "missing_output", "ghost"),
        ("x:1", "fc1", "missing_output", "x"),
        ("x:-1", "fc1", "missing_output", "x"),
        ("x", "ghost", "missing_input", "ghost"),
        ("fc1", "x", "missing_input", "x"),
        ("x", "fc1:1", "missing_input", "fc1"),
        ("fc1", "fc1", "connects_itself", "fc1"),
        ("x", "fc2", "input_taken", "fc2"),
    ],
)
def test_an_edge_is_refused_with_the_first_reason(source, target, code, node):
    problem = rules.can_connect(CHAIN, port(source), port(target))
    assert (problem.code, problem.node) == (code, node)


def test_a_taken_input_names_who_took_it():
    assert rules.can_connect(CHAIN, port("x"), port("fc2")).details["by"] == "relu"


def test_a_cycle_is_refused_however_long():
    graph = CHAIN.without_edges([port("fc1")])
    problem = rules.can_connect(graph, port("fc2"), port("fc1"))
    assert (problem.code, problem.node, problem.details["source"]) == ("cycle", "fc1", "fc2")


def test_one_output_may_feed_several_inputs():
    assert rules.can_connect(DIAMOND.without_edges([port("add:1")]), port("fc1"), port("add:1")) is None


def test_variadic_and_unknown_layers_take_edges_in_any_order():
    graph = drawing("x cat odd fc")
    assert rules.can_connect(graph, port("x"), port("cat:7")) is None
    assert rules.can_connect(graph, port("x"), port("odd:7")) is None
    assert rules.can_connect(graph, port("odd:3"), port("fc")) is None
    assert rules.can_connect(graph, port("x"), port("cat:1000")).code == "missing_input"
    assert rules.can_connect(graph, port("odd:1000"), port("fc")).code == "missing_output"


def argument(kind, **facts):
    return ArgumentSpec("a", kind, "", "", **facts)


INTEGER = argument(Kind.INTEGER, minimum=1, maximum=9)
FLOAT = argument(Kind.FLOAT)
POSITIVE = argument(Kind.FLOAT, minimum=0, exclusive=True)
CHOICE = argument(Kind.CHOICE, choices=("zeros", 1))
SIZE = argument(Kind.SIZE, axes=2, minimum=1, words=("same",))
OPEN_SIZE = argument(Kind.SIZE, axes=2, optional=True, optional_axes=True)
SHAPE = argument(Kind.SHAPE, minimum=1)
NUMBERS = argument(Kind.NUMBERS)
ANY_INTEGER = argument(Kind.INTEGER)


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        (INTEGER, 1),
        (INTEGER, 9),
        (ANY_INTEGER, -(2**63)),
        (FLOAT, 1),
        (FLOAT, -1e300),
        (FLOAT, 1e300),
        (POSITIVE, 1e-300),
        (argument(Kind.BOOLEAN), False),
        (CHOICE, "zeros"),
        (CHOICE, 1),
        (SIZE, 3),
        (SIZE, (3, 5)),
        (SIZE, "same"),
        (OPEN_SIZE, None),
        (OPEN_SIZE, (None, 7)),
        (SHAPE, ()),
        (SHAPE, (2, 20)),
        (SHAPE, 7),
        (NUMBERS, 1.5),
        (NUMBERS, ()),
        (NUMBERS, ((1, 2), (3.5, 4))),
        (NUMBERS, ((), ())),
        (argument(Kind.INTEGER, optional=True), None),
    ],
)
def test_a_good_value_is_taken(spec, value):
    assert rules.check_argument(spec, value, "fc1") is None


@pytest.mark.parametrize(
    ("spec", "value", "code"),
    [
        (INTEGER, None, "argument_missing"),
        (INTEGER, 0, "below_minimum"),
        (INTEGER, 10, "above_maximum"),
        (INTEGER, True, "not_integer"),
        (INTEGER, 2.0, "not_integer"),
        (INTEGER, "3", "not_integer"),
        (ANY_INTEGER, 2**63, "above_maximum"),
        (ANY_INTEGER, -(2**63) - 1, "below_minimum"),
        (FLOAT, "1", "not_number"),
        (FLOAT, True, "not_number"),
        (FLOAT, math.nan, "not_finite"),
        (FLOAT, -math.inf, "not_finite"),
        (FLOAT, 10**400, "above_maximum"),
        (POSITIVE, 0.0, "not_above"),
        (POSITIVE, -1, "not_above"),
        (argument(Kind.BOOLEAN), 1, "not_boolean"),
        (CHOICE, "ones", "not_a_choice"),
        (CHOICE, True, "not_a_choice"),
        (SIZE, "valid", "not_a_size"),
        (SIZE, (3,), "wrong_axes"),
        (SIZE, (3, 0), "below_minimum"),
        (SIZE, (3, None), "not_integer"),
        (SHAPE, (2, 0), "below_minimum"),
        (SHAPE, ((2,), 3), "not_integer"),
        (SHAPE, "2, 3", "not_integer"),
        (NUMBERS, "1", "not_numbers"),
        (NUMBERS, (1, (2,)), "not_numbers"),
        (NUMBERS, (1, ()), "not_numbers"),
        (NUMBERS, ((1, 2), (3,)), "not_numbers"),
        (NUMBERS, (1, math.nan), "not_numbers"),
        (NUMBERS, 10**400, "not_numbers"),
    ],
)
def test_a_bad_value_is_refused_with_the_reason(spec, value, code):
    problem = rules.check_argument(spec, value, "fc1")
    assert (problem.code, problem.node, problem.details["argument"]) == (code, "fc1", "a")


def test_the_first_bad_argument_of_a_node_is_told():
    assert rules.check_arguments(Node("fc", "nn.LazyLinear", {"out_features": 8})) is None
    assert rules.check_arguments(Node("fc", "nn.LazyLinear")).code == "argument_missing"
    assert rules.check_arguments(Node("fc", "nn.LazyLinear", {"out_features": 8, "bias": 1})).code == "not_boolean"
    assert rules.check_arguments(Node("odd", "my.Odd", {"depth": "?"})) is None


def test_arguments_that_the_catalogue_does_not_know_are_named():
    assert rules.unknown_arguments(Node("fc", "nn.LazyLinear", {"out_features": 8, "depth": 2})) == ("depth",)
    assert rules.unknown_arguments(Node("odd", "my.Odd", {"depth": 2})) == ()


def sample(**arguments):
    return rules.check_node(Node("x", "Input", {"fill": "values", **arguments}))


def test_the_values_of_an_input_have_its_shape():
    rows = ((1, 2, 3), (4, 5, 6))
    assert sample(shape=(2, 3), values=rows) is None
    assert sample(shape=2, values=(1, 2)) is None, "one length may stand alone"
    assert sample(shape=(3, 2), values=rows) == Problem("values_shape", "x", {"expected": (3, 2), "got": (2, 3)})
    assert sample(shape=()) == Problem("argument_missing", "x", {"argument": "values"})


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (Node("fc", "nn.LazyLinear", {"out_features": 8}), None),
        (Node("odd", "my.Odd"), "unknown_type"),
        (Node("relu", "nn.ReLU", {}, {"share": "r"}), "unsupported_member"),
        (Node("relu", "nn.ReLU", {"q": 1}), "unknown_argument"),
        (Node("fc", "nn.LazyLinear"), "argument_missing"),
    ],
)
def test_a_node_that_can_neither_run_nor_be_exported_says_why(node, code):
    problem = rules.check_node(node)
    assert (problem and problem.code) == code


def test_the_inputs_that_nothing_feeds_are_named():
    def edges(*indices):
        return [Edge(Port("x"), Port("n", index)) for index in indices]

    add, cat = Node("n", "torch.add"), Node("n", "torch.cat")
    assert rules.missing_inputs(add, edges()) == ("input", "other")
    assert rules.missing_inputs(add, edges(1)) == ("input",)
    assert rules.missing_inputs(add, edges(0, 1)) == ()
    assert rules.missing_inputs(cat, edges(2)) == ("input", "other")
    assert rules.missing_inputs(cat, edges(2, 5)) == (), "gaps do not matter where the edges are in order"
