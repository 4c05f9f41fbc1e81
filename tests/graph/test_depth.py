"""Activations and gradients by depth: in running order, on axes that have room for all."""

from __future__ import annotations

import math
from types import MappingProxyType

import pytest

from lazygui.graph import depth
from lazygui.graph.depth import Layer
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.results import Activations, Dead, Gradients, Histogram, NodeResult, Results, TensorStatistics

GRAPH = Graph({key: Node(key, "nn.ReLU") for key in ("b", "a")}).with_edges((Edge(Port("a"), Port("b")),))


def tensor(mean: float = 0.0, std: float = 1.0, low: float = -9.0, high: float = 9.0) -> TensorStatistics:
    return TensorStatistics("output", (8,), "float32", 8, mean, std, low, high, 0, 0, 0, Histogram(low, high, (4, 4)))


def result(activations: Activations) -> NodeResult:
    return NodeResult("nn.ReLU", ((8,),), ("float32",), (), 0.1, activations=activations)


def test_layers_come_in_running_order_with_their_dead_units() -> None:
    results = Results()
    results.finish("b", result(Activations((tensor(),), Dead(1, 4))))
    results.finish("a", result(Activations((tensor(2.0),))))
    assert depth.activations(GRAPH, results) == (Layer("a", tensor(2.0)), Layer("b", tensor(), Dead(1, 4)))


def test_what_has_no_numbers_is_left_out() -> None:
    results = Results()
    results.finish("a", result(Activations()))
    assert depth.activations(GRAPH, results) == ()
    assert depth.gradients(GRAPH, results) == ()


def test_gradients_hold_until_a_result_is_lost() -> None:
    results = Results()
    for key in GRAPH.nodes:
        results.finish(key, result(Activations((tensor(),))))
    results.go_back(MappingProxyType({"a": Gradients(outputs=(tensor(),))}))
    assert depth.gradients(GRAPH, results) == (Layer("a", tensor()),)
    assert results.has_gradients
    results.show({"a": result(Activations((tensor(),)))})
    assert not results.has_gradients
    assert results.gradients("a") is None


def test_forgetting_a_run_forgets_its_gradients_and_rings_for_them() -> None:
    results, rung = Results(), set[str]()
    results.finish("a", result(Activations()))
    results.go_back({"a": Gradients(), "b": Gradients(outputs=(tensor(),))})
    results.subscribe(lambda change: rung.update(change.nodes))
    results.forget_all()
    assert rung == {"a", "b"}
    assert not results.has_gradients


def test_the_common_axis_has_room_for_the_bulk_of_all() -> None:
    layers = (Layer("a", tensor(0.0, 1.0, -100.0, 3.0)), Layer("b", tensor(1.0, 0.1, 0.9, 1.2)))
    assert depth.common_ends(layers) == (-4, 3)
    assert depth.common_ends(()) == (-0.5, 0.5)
    assert depth.common_ends((Layer("a", tensor(math.nan, math.nan)),)) == (-0.5, 0.5)


@pytest.mark.parametrize(
    ("deviations", "ends"),
    [((1.0,), (0, 1)), ((0.02, 3.0), (-2, 1)), ((0.0,), (-1, 0)), ((1e-9, math.inf, 2e4), (-9, 5))],
)
def test_powers_of_ten_have_all_deviations_between_them(deviations: tuple[float, ...], ends: tuple[int, int]) -> None:
    assert depth.magnitudes([Layer("a", tensor(0.0, std)) for std in deviations]) == ends
