"""Runs of what is more than a line of layers: shared and tied parameters, bare ones, constants and custom source."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from engine_networks import events, failure, graph, line, node, results, sample, two_inputs
from torch import nn

from lazygui.catalog.custom import HALVE_UNTIL
from lazygui.engine import plan
from lazygui.engine.messages import NodeFailed, NodeFinished, RunFinished, RunRequest
from lazygui.engine.run import run
from lazygui.graph.model import Graph

pytestmark = pytest.mark.filterwarnings("ignore:Lazy modules are a new feature")

SHARED = line(
    sample(2, 20),
    node("fc", "nn.LazyLinear", out_features=8),
    node("a", "nn.LazyLinear", out_features=8),
    replace(node("b", "nn.LazyLinear", out_features=8), shares="a"),
)


def values(network: Graph) -> plan.Values:
    torch.manual_seed(0)
    made, found = plan.make(network, 0), plan.Values()
    assert made.fault is None
    for step in made.steps:
        step_keeps_all = replace(step, frees=())
        assert isinstance(plan.perform(step_keeps_all, found), plan.Passed)
    return found


def test_a_shared_module_is_one_and_counts_once() -> None:
    said = events(SHARED)
    assert isinstance(said[-1], RunFinished)
    assert said[-1].parameter_count == 20 * 8 + 8 + 8 * 8 + 8
    ran = results(SHARED)
    assert ran["a"].parameters == ran["b"].parameters
    assert ran["b"].type == "nn.Linear"


def test_a_tied_weight_is_that_of_the_embedding() -> None:
    network = line(
        sample(2, 5, dtype="int64"),
        node("embed", "nn.Embedding", num_embeddings=30, embedding_dim=8),
        replace(node("head", "nn.LazyLinear", out_features=30, bias=False), ties={"weight": "embed.weight"}),
    )
    said = events(network)
    assert isinstance(said[-1], RunFinished)
    assert said[-1].parameter_count == 30 * 8
    ran = results(network)
    assert ran["head"].parameters == ran["embed"].parameters


def test_a_tie_to_a_tied_weight_reaches_the_one_behind_it() -> None:
    layers = [node(name, "nn.Linear", in_features=4, out_features=4, bias=False) for name in "abc"]
    a, b, c = layers
    network = line(sample(2, 4), a, replace(b, ties={"weight": "a.weight"}), replace(c, ties={"weight": "b.weight"}))
    network = Graph(dict(reversed(network.nodes.items())), network.edges)
    ran = results(network)
    assert ran["a"].parameters == ran["b"].parameters == ran["c"].parameters


def test_a_bare_parameter_is_learned_and_drawn_like_plain_torch_does() -> None:
    network = two_inputs("torch.add", (2, 3), (2, 3))
    network = network.with_nodes((node("b", "nn.Parameter", shape=(2, 3), init="randn"),))
    assert results(network)["b"].parameters[0].shape == (2, 3)
    assert results(network)["b"].type == "nn.Parameter"
    torch.manual_seed(0)
    made = plan.make(network, 0)
    torch.manual_seed(0)
    expected = nn.Parameter(torch.randn(2, 3))
    (drawn,) = [step.module for step in made.steps if step.node.id == "b" and step.module is not None]
    assert torch.equal(drawn.value, expected)


def test_a_constant_is_no_parameter() -> None:
    network = two_inputs("torch.add", (2, 3), (2, 3))
    network = network.with_nodes((node("b", "Constant", shape=(2, 3), fill="values", values=((1, 2, 3), (4, 5, 6))),))
    said = events(network)
    assert isinstance(said[-1], RunFinished)
    assert said[-1].parameter_count == 0
    assert results(network)["b"].outputs == ((2, 3),)


def test_source_that_comes_with_the_program_runs() -> None:
    network = line(sample(2, 20, fill="ones"), node("halve", "Custom", source=HALVE_UNTIL, numbers=(1.0,)))
    assert results(network)["halve"].outputs == ((2, 20),)


def test_source_of_a_document_runs_only_after_it_was_allowed() -> None:
    custom = node("double", "Custom", source="def double(X):\n    return X * 2 if X.sum() > 0 else X\n")
    network = line(sample(2, 3), custom)
    assert failure(network).problem.code == "code_not_allowed"
    *_, last = run(RunRequest.of(network, 1, 0, may_run_code=True))
    assert isinstance(last, RunFinished)


@pytest.mark.parametrize("source", ["def f(X):\n    return 'words'\n", "def f(X):\n    raise KeyError(3)\n"])
def test_source_that_fails_is_told_on_its_node(source: str) -> None:
    network = line(sample(2, 3), node("f", "Custom", source=source))
    *_, last = run(RunRequest.of(network, 1, 0, may_run_code=True))
    assert isinstance(last, NodeFailed)
    assert (last.node, bool(last.failure.words)) == ("f", True)


TWO = "def two(X):\n    return X, X.sum(0)\n"


def test_a_custom_node_has_as_many_outputs_as_it_says() -> None:
    custom = node("two", "Custom", source=TWO, numbers=(), outputs=2)
    network = graph((sample(2, 3), custom, node("relu", "nn.ReLU")), "x>two", "two:1>relu")
    said = list(run(RunRequest.of(network, 1, 0, may_run_code=True)))
    assert isinstance(said[-1], RunFinished)
    shapes = {event.node: event.result.outputs for event in said if isinstance(event, NodeFinished)}
    assert shapes["two"] == ((2, 3), (3,))
    assert shapes["relu"] == ((3,),)


def test_a_custom_node_that_gives_another_number_of_tensors_fails_in_words() -> None:
    network = line(sample(2, 3), node("two", "Custom", source=TWO, numbers=()))
    *_, last = run(RunRequest.of(network, 1, 0, may_run_code=True))
    assert isinstance(last, NodeFailed)
    assert "returned 2 tensors" in last.failure.words


def test_a_state_of_two_needs_both() -> None:
    rnn = node("lstm", "nn.LSTM", input_size="auto", hidden_size=6)
    network = graph((sample(5, 2, 4), sample(1, 2, 6, name="h"), rnn), "x>lstm:0", "h>lstm:1")
    problem = failure(network).problem
    assert (problem.code, problem.details["inputs"]) == ("missing_inputs", ("c_0",))


def test_states_go_in_and_come_out_as_ports() -> None:
    nodes = (
        sample(5, 2, 4),
        sample(1, 2, 6, name="h"),
        sample(1, 2, 6, name="c"),
        node("lstm", "nn.LSTM", input_size="auto", hidden_size=6),
        node("last", "nn.ReLU"),
    )
    network = graph(nodes, "x>lstm:0", "h>lstm:1", "c>lstm:2", "lstm:2>last")
    ran = results(network)
    assert ran["lstm"].outputs == ((5, 2, 6), (1, 2, 6), (1, 2, 6))
    assert ran["last"].outputs == ((1, 2, 6),)


def test_integers_are_drawn_below_the_bound_of_the_embedding_they_reach() -> None:
    network = line(
        sample(4, 500, dtype="int64"),
        node("T", "torch.transpose", dim0=0, dim1=1),
        node("embed", "nn.Embedding", num_embeddings=3, embedding_dim=2),
    )
    results(network)
    (drawn,) = [value for port, value in values(network).items() if port.node == "x"]
    assert set(drawn.unique().tolist()) == {0, 1, 2}


def test_an_auto_layer_cannot_be_told_from_the_explicit_one() -> None:
    auto = line(
        sample(2, 7, 24),
        node("fc", "nn.Linear", in_features=24, out_features=4),
        node("rnn", "nn.GRU", input_size="auto", hidden_size=5),
    )
    told = auto.with_nodes((node("rnn", "nn.GRU", input_size=4, hidden_size=5),))
    assert results(auto)["rnn"].parameters == results(told)["rnn"].parameters
    assert results(auto)["rnn"].type == results(told)["rnn"].type == "nn.GRU"
