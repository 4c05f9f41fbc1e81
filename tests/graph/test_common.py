"""What several nodes have in common, and one edit for all."""

import pytest
from drawings import linear

from lazygui.catalog import CATALOG
from lazygui.graph.common import SetArguments, common_arguments, common_value
from lazygui.graph.edits import EditTitle
from lazygui.graph.model import Graph, Node
from lazygui.graph.problems import Refused


def made(layer, **arguments):
    return Node(layer, layer, {**CATALOG[layer].start_arguments(), **arguments})


def names(*nodes):
    return [argument.name for argument in common_arguments(nodes)]


def test_nodes_of_one_layer_have_all_arguments_in_common():
    assert names(made("nn.Dropout"), made("nn.Dropout")) == [one.name for one in CATALOG["nn.Dropout"].arguments]


def test_nodes_of_two_layers_have_those_of_one_name_and_one_kind():
    assert names(made("nn.LazyLinear"), made("nn.Linear")) == ["out_features", "bias"]
    assert "kernel_size" not in names(made("nn.Conv1d"), made("nn.Conv2d"))
    assert names(made("nn.ReLU"), made("nn.Flatten")) == []


def test_an_unknown_layer_has_nothing_in_common():
    assert names(made("nn.ReLU"), Node("odd", "my.Odd")) == []
    assert names() == []


def test_a_value_is_common_where_it_is_the_same_everywhere():
    assert common_value((linear("a", 8), linear("b", 8)), "out_features") == (True, 8)
    assert common_value((linear("a", 8), linear("b", 9)), "out_features") == (False, 8)


def test_one_edit_sets_all():
    graph = Graph({"a": linear("a", 8), "b": linear("b", 9), "c": linear("c", 10)})
    after = SetArguments(frozenset({"a", "b"}), "out_features", 4).apply(graph)
    assert [node.value("out_features") for node in after.nodes.values()] == [4, 4, 10]


def test_what_one_of_them_refuses_none_of_them_gets():
    graph = Graph({"a": linear("a"), "b": linear("b")})
    with pytest.raises(Refused):
        SetArguments(frozenset({"a", "b"}), "out_features", -1).apply(graph)


def test_steps_of_one_gesture_are_one():
    one, two = (SetArguments(frozenset("ab"), "p", value, 3) for value in (0.1, 0.2))
    assert one.merge_key == two.merge_key is not None
    assert SetArguments(frozenset("ab"), "p", 0.1).merge_key is None
    assert one.title == EditTitle("set_arguments", 2, "p")
