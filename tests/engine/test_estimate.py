"""What does not fit is refused before it is tried, with the number of bytes."""

from __future__ import annotations

import pytest
from engine_networks import EXAMPLE, events, graph, line, node, sample

from lazygui.engine import estimate
from lazygui.engine.messages import NodeFailed
from lazygui.graph.model import Graph, Node

FLOAT = 4


def only_event(network: Graph) -> NodeFailed:
    (event,) = events(network)
    assert isinstance(event, NodeFailed)
    return event


def test_forty_terabytes_are_refused_before_anything_runs() -> None:
    event = only_event(line(sample(2, 1000), node("fc", "nn.LazyLinear", out_features=10**10)))
    assert event.node == "fc"
    assert event.failure.problem.code == "too_large"
    weights = (10**10 * 1000 + 10**10) * FLOAT
    values = (2 * 1000 + 2 * 10**10) * FLOAT
    assert event.failure.problem.details["bytes"] == weights + values
    assert event.failure.problem.details["available"] > 0  # type: ignore[operator]


@pytest.mark.parametrize(
    "layer",
    [
        node("n", "nn.Linear", in_features=1000, out_features=10**10),
        node("n", "nn.LazyLinear", out_features=2**62),
        node("n", "nn.Linear", in_features=2**40, out_features=2**40),
        node("n", "nn.LazyLinear", out_features=2**63 - 1),
    ],
    ids=lambda layer: str(dict(layer.arguments)),
)
def test_sizes_beyond_all_counting_are_refused_too(layer: Node) -> None:
    event = only_event(line(sample(2, 1000), layer))
    assert (event.node, event.failure.problem.code) == ("n", "too_large")
    assert event.failure.problem.details["bytes"] >= 4 * 10**13  # type: ignore[operator]


def test_a_huge_sample_is_refused_at_the_input() -> None:
    event = only_event(line(sample(10**6, 10**9), node("relu", "nn.ReLU")))
    assert (event.node, event.failure.problem.code) == ("x", "too_large")
    assert event.failure.problem.details["bytes"] == 10**15 * FLOAT
    assert only_event(line(sample(2**40, 2**40))).failure.problem.code == "too_large"


def test_bytes_are_weights_and_what_is_alive_at_once() -> None:
    fc1 = (256 * 20 + 256) * FLOAT
    at_relu = fc1 + 2 * 2 * 256 * FLOAT
    at_fc2 = fc1 + (256 * 10 + 10) * FLOAT + 2 * (256 + 10) * FLOAT
    assert at_fc2 > at_relu
    assert estimate.refusal(EXAMPLE, limit=at_fc2) is None
    problem = estimate.refusal(EXAMPLE, limit=at_fc2 - 1)
    assert problem is not None
    assert (problem.node, problem.details) == ("fc2", {"bytes": at_fc2, "available": at_fc2 - 1})


def test_views_of_one_storage_count_once() -> None:
    network = line(sample(2, 10, 10), node("flatten", "nn.Flatten"), node("same", "nn.Identity"))
    assert estimate.refusal(network, limit=200 * FLOAT) is None
    assert estimate.refusal(network, limit=200 * FLOAT - 1) is not None


def test_a_branch_keeps_its_value_alive() -> None:
    network = graph(
        (sample(2, 10), node("a", "nn.ReLU"), node("b", "nn.ReLU"), node("add", "torch.add")),
        *("x>a", "a>b", "x>add:0", "b>add:1"),
    )
    assert estimate.refusal(network, limit=3 * 20 * FLOAT) is None
    assert estimate.refusal(network, limit=3 * 20 * FLOAT - 1) is not None


def test_another_fault_is_left_to_the_run_to_tell() -> None:
    network = line(sample(2, 20), node("n", "nn.Linear", in_features=30, out_features=4))
    assert estimate.refusal(network) is None
    assert estimate.refusal(line(sample(2, 20), node("n", "nn.Nonsense"))) is None


def test_a_refusal_comes_before_a_fault_further_on() -> None:
    network = line(sample(2, 1000), node("fc", "nn.LazyLinear", out_features=10**10), node("n", "nn.Nonsense"))
    assert only_event(network).failure.problem.code == "too_large"
