"""A layer in the place of another, over the whole catalogue."""

import pytest
from drawings import CHAIN, drawing, embedding, linear, node, port
from hypothesis import given
from hypothesis import strategies as st

from lazygui.catalog import CATALOG
from lazygui.catalog.spec import AUTO
from lazygui.graph import rules
from lazygui.graph.edits import EditTitle
from lazygui.graph.model import Edge, Graph, Node
from lazygui.graph.problems import Refused
from lazygui.graph.swapping import SwapLayers, as_layer, start

TYPES = st.sampled_from(sorted(CATALOG))


def swap(graph, layer, *nodes):
    return SwapLayers(frozenset(nodes), layer).apply(graph)


def made(layer, name="one", **arguments):
    return Node(name, layer, {**CATALOG[layer].start_arguments(), **arguments})


@pytest.mark.parametrize(
    ("old", "arguments", "new", "kept"),
    [
        ("nn.LazyLinear", {"out_features": 7}, "nn.Linear", {"out_features": 7}),
        ("nn.RNN", {"hidden_size": 7}, "nn.LSTM", {"input_size": AUTO, "hidden_size": 7}),
        ("nn.Linear", {"in_features": 3, "out_features": 7, "bias": False}, "nn.LazyLinear", {"out_features": 7}),
        ("nn.Conv2d", {"out_channels": 6, "kernel_size": 5, "padding": 2}, "nn.LazyConv2d", {"padding": 2}),
        ("nn.MaxPool2d", {"kernel_size": 3, "stride": 1}, "nn.AvgPool2d", {"kernel_size": 3, "stride": 1}),
        ("nn.LSTM", {"hidden_size": 9, "num_layers": 2}, "nn.GRU", {"hidden_size": 9, "num_layers": 2}),
        ("nn.Conv2d", {"kernel_size": (3, 5)}, "nn.Conv1d", {"kernel_size": 3}),
    ],
)
def test_common_arguments_stay(old, arguments, new, kept):
    swapped = as_layer(made(old, **arguments), CATALOG[new])
    for name, value in kept.items():
        assert swapped.arguments[name] == value


def test_edges_and_places_stay_and_a_made_name_follows():
    graph = swap(CHAIN, "nn.GELU", "relu")
    assert graph.edges == {port("fc1"): port("x"), port("gelu"): port("fc1"), port("fc2"): port("gelu")}
    assert graph.layout["gelu"] == CHAIN.layout["relu"]
    assert list(graph.nodes) == ["x", "fc1", "gelu", "fc2"]
    assert SwapLayers(frozenset({"relu"}), "nn.GELU").renames(CHAIN) == {"relu": "gelu"}


def test_a_name_that_a_person_gave_stays():
    graph = Graph({"squash": made("nn.ReLU", "squash"), "b.relu2": made("nn.ReLU", "b.relu2")})
    assert list(swap(graph, "nn.Tanh", "squash", "b.relu2").nodes) == ["squash", "b.tanh"]


def test_a_name_that_suits_both_layers_stays():
    assert list(swap(CHAIN, "nn.Linear", "fc2").nodes) == list(CHAIN.nodes)


def test_several_are_swapped_at_once_under_names_of_their_own():
    graph = Graph({name: made("nn.ReLU", name) for name in ("relu", "relu2", "gelu")})
    assert set(swap(graph, "nn.GELU", "relu", "relu2").nodes) == {"gelu", "gelu2", "gelu3"}


def test_edges_to_ports_that_are_gone_go():
    graph = drawing("x fc1 add relu", ["x > add", "fc1 > add:1", "add > relu"])
    assert swap(graph, "nn.ReLU", "add").edges == {port("relu2"): port("x"), port("relu"): port("relu2")}


def test_who_uses_the_same_module_is_swapped_too():
    graph = Graph({"fc1": linear("fc1"), "fc2": linear("fc2", shares="fc1")})
    swapped = swap(graph, "nn.Linear", "fc2")
    assert {one.type for one in swapped.nodes.values()} == {"nn.Linear"}
    assert swapped.nodes["fc2"].shares == "fc1"
    assert all(rules.check_ties(swapped, one) is None for one in swapped.nodes.values())


def test_what_has_no_module_shares_none():
    graph = Graph({"fc1": linear("fc1"), "fc2": linear("fc2", shares="fc1")})
    assert {one.shares for one in swap(graph, "F.relu", "fc1").nodes.values()} == {""}


def test_a_tie_to_a_parameter_that_is_gone_goes():
    graph = Graph({"embed": embedding("embed"), "fc1": linear("fc1", 16, weight="embed.weight")})
    assert swap(graph, "nn.ReLU", "embed").nodes["fc1"].ties == {}
    assert swap(graph, "nn.Linear", "fc1").nodes["fc1"].ties == {"weight": "embed.weight"}


def test_an_unknown_layer_can_be_swapped_for_one_that_is_known():
    graph = Graph({"odd": node("odd"), "x": node("x")}, {port("odd"): port("x")})
    assert swap(graph, "nn.ReLU", "odd").nodes["relu"].type == "nn.ReLU"


def test_what_is_not_there_is_refused():
    for edit, code in (
        (SwapLayers(frozenset({"gone"}), "nn.ReLU"), "missing_node"),
        (SwapLayers(frozenset({"relu"}), "my.Odd"), "unknown_type"),
    ):
        with pytest.raises(Refused) as caught:
            edit.apply(CHAIN)
        assert caught.value.problem.code == code


def test_the_edit_has_a_title():
    assert SwapLayers(frozenset({"relu"}), "nn.GELU").title == EditTitle("swap", 1, "relu")


@given(TYPES, TYPES)
def test_any_layer_can_be_swapped_for_any_other(old, new):
    before = made(old)
    after = as_layer(before, CATALOG[new])
    told = {name for name in before.arguments if name in after.arguments}
    assert set(after.arguments) == {*start(CATALOG[new])} | told
    for name, value in after.arguments.items():
        argument = CATALOG[new].argument(name)
        is_kept = name in before.arguments and rules.check_argument(argument, before.arguments[name]) is None
        assert value == (before.arguments[name] if is_kept else start(CATALOG[new])[name])


@given(TYPES, TYPES)
def test_every_edge_that_is_left_ends_at_a_port(old, new):
    source = Node("source", "nn.LSTM", made("nn.LSTM").arguments)
    reader = Node("reader", "torch.cat")
    one = made(old)
    ins = {port(f"one:{i}"): port("source") for i in range(len(one.input_names))}
    outs = {port(f"reader:{i}"): port(f"one:{i}") for i in range(len(one.output_names))}
    graph = Graph({"source": source, "one": one, "reader": reader}, {**ins, **outs})
    after = SwapLayers(frozenset({"one"}), new).apply(graph)
    edges = dict(after.edges)
    swapped = next(name for name in after.nodes if name not in ("source", "reader"))
    kept = min(len(one.output_names), len(after.nodes[swapped].output_names))
    assert [t.index for t in after.edges if t.node == "reader"] == list(range(kept))
    for target, begin in after.edges.items():
        rest = {key: value for key, value in edges.items() if key != target}
        assert rules.check_ends(after.nodes, rest, *Edge(begin, target)) is None
