"""Which indices are valid: what an Input may draw, and how many vectors an Embedding needs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lazygui.catalog.spec import AUTO, Value
from lazygui.graph.bounds import auto_bound, index_bound
from lazygui.graph.model import Graph, Node, Port

PASSING = {
    "torch.flatten": {},
    "torch.transpose": {"dim0": 0, "dim1": 1},
    "torch.narrow": {"dim": 1, "start": 0, "length": 2},
    "nn.Identity": {},
    "torch.Tensor.to": {"dtype": "int64"},
}


def indices(name: str = "x", **arguments: Value) -> Node:
    return Node(name, "Input", {"shape": (2, 4), "dtype": "int64", **arguments})


def embedding(name: str, count: Value) -> Node:
    return Node(name, "nn.Embedding", {"num_embeddings": count, "embedding_dim": 3})


def drawn(*nodes: Node, edges: list[tuple[str, str] | tuple[str, str, int]]) -> Graph:
    ends = {Port(edge[1], edge[2] if len(edge) > 2 else 0): Port(edge[0]) for edge in edges}
    return Graph({node.id: node for node in nodes}, ends)


def test_an_embedding_bounds_the_input_that_feeds_it() -> None:
    assert index_bound(drawn(indices(), embedding("e", 50), edges=[("x", "e")]), "x") == 50


@pytest.mark.parametrize("type", PASSING)
def test_the_bound_is_found_behind_layers_that_pass_values_on(type: str) -> None:
    between = Node("between", type, PASSING[type])
    graph = drawn(indices(), between, embedding("e", 50), edges=[("x", "between"), ("between", "e")])
    assert index_bound(graph, "x") == 50


def test_a_layer_that_computes_ends_the_way() -> None:
    graph = drawn(indices(), Node("more", "AddNumber"), embedding("e", 50), edges=[("x", "more"), ("more", "e")])
    assert index_bound(graph, "x") is None


def test_the_smallest_bound_wins() -> None:
    graph = drawn(indices(), embedding("a", 50), embedding("b", 20), edges=[("x", "a"), ("x", "b")])
    assert index_bound(graph, "x") == 20


def test_classes_of_one_hot_vectors_are_a_bound() -> None:
    hot = Node("hot", "F.one_hot", {"num_classes": 7})
    assert index_bound(drawn(indices(), hot, edges=[("x", "hot")]), "x") == 7


@pytest.mark.parametrize("count", [AUTO, "many", -1, True])
def test_a_bound_that_is_not_told_says_nothing(count: Value) -> None:
    hot = Node("hot", "F.one_hot", {"num_classes": count})
    assert index_bound(drawn(indices(), hot, edges=[("x", "hot")]), "x") is None


def test_each_input_has_its_own_bound() -> None:
    graph = drawn(indices("x"), indices("y"), embedding("a", 50), embedding("b", 20), edges=[("x", "a"), ("y", "b")])
    assert (index_bound(graph, "x"), index_bound(graph, "y")) == (50, 20)


def test_a_shared_embedding_has_the_bound_of_its_owner() -> None:
    again = Node("again", "nn.Embedding", shares="e")
    assert index_bound(drawn(indices(), embedding("e", 9), again, edges=[("x", "again")]), "x") == 9


def test_the_index_of_a_gather_is_not_passed_on() -> None:
    gather = Node("gather", "torch.gather", {"dim": 0})
    edges: list[tuple[str, str] | tuple[str, str, int]] = [("x", "gather", 1), ("gather", "e")]
    assert index_bound(drawn(indices(), gather, embedding("e", 9), edges=edges), "x") is None


def test_every_part_of_a_concatenation_is_bounded() -> None:
    edges: list[tuple[str, str] | tuple[str, str, int]] = [("x", "cat", 0), ("y", "cat", 1), ("z", "cat", 2)]
    graph = drawn(
        indices("x"),
        indices("y"),
        indices("z"),
        Node("cat", "torch.cat"),
        embedding("e", 9),
        edges=[*edges, ("cat", "e")],
    )
    assert [index_bound(graph, name) for name in "xyz"] == [9, 9, 9]


def test_an_unknown_layer_ends_the_way() -> None:
    graph = drawn(indices(), Node("odd", "nn.Odd"), embedding("e", 5), edges=[("x", "odd"), ("odd", "e")])
    assert index_bound(graph, "x") is None


@given(st.lists(st.sampled_from(sorted(PASSING)), max_size=6), st.integers(1, 10**6))
def test_any_way_through_passing_layers_leads_both_ways(types: list[str], bound: int) -> None:
    names = [f"n{number}" for number in range(len(types))]
    between = [Node(name, type, PASSING[type]) for name, type in zip(names, types, strict=True)]
    line = ["x", *names, "e"]
    edges: list[tuple[str, str] | tuple[str, str, int]] = list(pairwise(line))
    assert index_bound(drawn(indices(), *between, embedding("e", bound), edges=edges), "x") == bound
    high = indices(fill="randint", high=bound)
    assert auto_bound(drawn(high, *between, embedding("e", AUTO), edges=edges), "e") == bound


@pytest.mark.parametrize(
    ("arguments", "bound"),
    [
        ({"fill": "randint", "high": 28}, 28),
        ({"high": 28}, 28),
        ({"fill": "values", "values": ((0, 3), (7, 1))}, 8),
        ({"fill": "zeros"}, 1),
        ({"fill": "ones"}, 2),
        ({"fill": "randint"}, None),
        ({}, None),
    ],
)
def test_an_input_tells_how_many_vectors_are_needed(arguments: dict[str, Value], bound: int | None) -> None:
    one_hot = Node("hot", "F.one_hot", {"num_classes": AUTO})
    assert auto_bound(drawn(indices(**arguments), one_hot, edges=[("x", "hot")]), "hot") == bound


def joined(*inputs: Node) -> Graph:
    edges: list[tuple[str, str] | tuple[str, str, int]] = [(one.id, "cat", at) for at, one in enumerate(inputs)]
    hot = Node("hot", "F.one_hot", {"num_classes": AUTO})
    return drawn(*inputs, Node("cat", "torch.cat"), hot, edges=[*edges, ("cat", "hot")])


def test_of_several_inputs_the_largest_counts() -> None:
    assert auto_bound(joined(indices("x", high=5), indices("y", high=9)), "hot") == 9


def test_one_input_that_does_not_tell_leaves_it_open() -> None:
    assert auto_bound(joined(indices("x", high=5), indices("y")), "hot") is None


def test_without_an_input_nothing_is_told() -> None:
    assert auto_bound(drawn(Node("hot", "F.one_hot", {"num_classes": AUTO}), edges=[]), "hot") is None
    computed = drawn(
        indices(high=5), Node("more", "AddNumber"), Node("hot", "F.one_hot"), edges=[("x", "more"), ("more", "hot")]
    )
    assert auto_bound(computed, "hot") is None
