"""Every way in which a run can fail: the code, the node, the details, and that nothing of it stays behind."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from engine_networks import EXAMPLE, LENET, events, failure, graph, line, node, results, sample

from lazygui.engine import explain
from lazygui.engine.messages import NodeFailed, NodeFinished
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Results, State

X = sample(2, 3, 8, 8)


@pytest.mark.parametrize(
    ("network", "problem"),
    [
        (Graph(), Problem("empty_network")),
        (graph((node("relu", "nn.ReLU"),)), Problem("no_input")),
        (line(X, node("n", "nn.Nonsense")), Problem("unknown_type", "n", {"type": "nn.Nonsense"})),
        (
            line(X, node("n", "nn.ReLU", speed=3)),
            Problem("unknown_argument", "n", {"argument": "speed", "type": "nn.ReLU"}),
        ),
        (
            line(X, Node("n", "nn.ReLU", {}, {"shares": "m"})),
            Problem("unsupported_member", "n", {"member": "shares"}),
        ),
        (
            graph((X, node("n", "nn.ReLU"))),
            Problem("missing_inputs", "n", {"inputs": ("input",), "needed": 1, "got": 0}),
        ),
        (
            graph((X, node("n", "torch.add")), "x>n:1"),
            Problem("missing_inputs", "n", {"inputs": ("input",), "needed": 2, "got": 1}),
        ),
        (
            graph((X, node("n", "torch.cat")), "x>n:4"),
            Problem("missing_inputs", "n", {"inputs": ("input", "other"), "needed": 2, "got": 1}),
        ),
        (
            graph((X, node("a", "nn.ReLU"), node("b", "nn.ReLU")), "a>b", "b>a"),
            Problem("cycle", "a"),
        ),
        (
            line(sample(2, 3, dtype="int64", fill="rand")),
            Problem("fill_needs_floating", "x", {"fill": "rand", "dtype": "int64"}),
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_each_fault_has_its_code_and_details(network: Graph, problem: Problem) -> None:
    assert failure(network).problem == problem


def test_a_bad_argument_is_what_the_rules_say_it_is() -> None:
    found = failure(line(X, node("n", "nn.LazyConv2d", out_channels=4))).problem
    assert (found.code, found.node, found.details["argument"]) == ("argument_missing", "n", "kernel_size")


def test_what_arrived_and_what_torch_said_come_with_the_failure() -> None:
    found = failure(line(sample(2, 20), node("n", "nn.Linear", in_features=30, out_features=4)))
    assert found.received == ((2, 20),)
    assert "20" in found.words
    assert "30" in found.words


def test_a_batch_of_one_fails_in_training_only() -> None:
    network = line(sample(1, 4), node("n", "nn.LazyBatchNorm1d"))
    assert failure(network, is_training=True).problem.code == "one_value"
    assert results(network)["n"].type == "nn.BatchNorm1d"


@pytest.mark.parametrize(
    "error", [MemoryError(), torch.OutOfMemoryError("no"), RuntimeError("DefaultCPUAllocator: no")]
)
def test_a_failed_allocation_is_called_so(error: Exception) -> None:
    fc = node("n", "nn.LazyLinear", out_features=4)
    assert explain.forward(fc, error, ()).problem == Problem("out_of_memory", "n")
    assert explain.construction(fc, error).problem == Problem("out_of_memory", "n")
    assert explain.words(MemoryError()) == "MemoryError"


def broken(network: Graph, name: str) -> Graph:
    """Return the network with a fault at one node that shows only when the sample gets there."""
    old = network.nodes[name]
    faults: dict[str, Node] = {
        "Input": replace(old, arguments={**old.arguments, "dtype": "int64", "fill": "rand"}),
        "nn.Flatten": node(name, "nn.Flatten", start_dim=7),
        "nn.LazyLinear": node(name, "nn.Linear", in_features=7, out_features=10),
        "nn.LazyConv2d": node(name, "nn.Conv2d", in_channels=7, out_channels=10, kernel_size=3),
        "nn.AvgPool2d": node(name, "nn.AvgPool2d", kernel_size=99),
    }
    return network.with_nodes([faults.get(old.type, node(name, "nn.Linear", in_features=7, out_features=7))])


@pytest.mark.parametrize("name", LENET.nodes)
def test_after_a_fault_anywhere_the_corrected_network_runs_as_if_nothing_had_been(name: str) -> None:
    untouched = results(LENET)
    order = list(LENET.nodes)
    said = events(broken(LENET, name))
    last = said[-1]
    assert isinstance(last, NodeFailed)
    assert last.node == name
    reached = [event.node for event in said if isinstance(event, NodeFinished)]
    assert reached == order[: order.index(name)]
    mended = results(LENET)
    assert {key: replace(result, seconds=0) for key, result in mended.items()} == {
        key: replace(result, seconds=0) for key, result in untouched.items()
    }


def test_nodes_before_a_failure_are_reached_and_never_initialized() -> None:
    network = broken(EXAMPLE, "relu")
    store = Results()
    store.begin()
    for event in events(network):
        if isinstance(event, NodeFinished):
            store.finish(event.node, event.result)
        if isinstance(event, NodeFailed):
            assert event.node is not None
            store.fail(network, event.node, event.failure)
    assert [store.state(name) for name in network.nodes] == [State.REACHED, State.LEFT, State.FAILED, State.WAITING]


def test_a_fault_of_the_drawing_shows_when_the_run_gets_there() -> None:
    unfinished = EXAMPLE.without_edges([Port("fc2")])
    said = events(unfinished)
    assert isinstance(said[-1], NodeFailed)
    assert said[-1].failure.problem.code == "missing_inputs"
    assert [event.node for event in said if isinstance(event, NodeFinished)] == ["x", "fc1", "relu"]
