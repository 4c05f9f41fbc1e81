"""A run gives what plain PyTorch code gives: the same classes, shapes, weights and counts, in the same order."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch
from engine_networks import EXAMPLE, LENET, events, graph, line, node, results, sample, two_inputs
from torch import nn

from lazygui.engine import plan
from lazygui.engine.messages import NodeFinished, NodeStarted, RunFinished
from lazygui.graph.model import Graph


def weights(network: Graph, seed: int) -> dict[str, torch.Tensor]:
    """Return the parameters that a run of this seed has, by the names of a state dict."""
    torch.manual_seed(seed)
    made = plan.make(network, seed)
    values = plan.Values()
    for step in made.steps:
        assert isinstance(plan.perform(step, values), plan.Passed)
    assert values == {}, "every value is freed after its last use"
    modules = {step.node.id: step.module for step in made.steps if step.module is not None}
    return {f"{key}.{name}": p.detach() for key, m in modules.items() for name, p in m.named_parameters()}


def test_the_example_walks_in_order_and_tells_all_it_saw() -> None:
    said = events(EXAMPLE)
    assert [type(event) for event in said] == [NodeStarted, NodeFinished] * 4 + [RunFinished]
    assert [event.node for event in said[:-1:2] if isinstance(event, NodeStarted)] == ["x", "fc1", "relu", "fc2"]
    seen = results(EXAMPLE)
    assert [(r.type, r.outputs, r.dtypes) for r in seen.values()] == [
        ("Input", ((2, 20),), ("float32",)),
        ("nn.Linear", ((2, 256),), ("float32",)),
        ("nn.ReLU", ((2, 256),), ("float32",)),
        ("nn.Linear", ((2, 10),), ("float32",)),
    ]
    assert [(p.name, p.shape, p.count) for p in seen["fc1"].parameters] == [
        ("weight", (256, 20), 5120),
        ("bias", (256,), 256),
    ]
    finished = said[-1]
    assert isinstance(finished, RunFinished)
    assert finished.parameter_count == 7946
    assert finished.seconds > 0


def test_the_weights_are_those_of_plain_code_under_the_same_seed() -> None:
    torch.manual_seed(7)
    net = nn.Sequential(nn.LazyLinear(256), nn.ReLU(), nn.LazyLinear(10))
    net(torch.zeros(2, 20))
    ours = weights(EXAMPLE, 7)
    for ours_name, name in (("fc1.weight", "0.weight"), ("fc1.bias", "0.bias"), ("fc2.weight", "2.weight")):
        assert torch.equal(ours[ours_name], net.state_dict()[name])
    assert not torch.equal(ours["fc1.weight"], weights(EXAMPLE, 8)["fc1.weight"])


def test_explicit_layers_draw_when_they_are_built_as_in_plain_code() -> None:
    mixed = line(
        sample(2, 20),
        node("fc1", "nn.LazyLinear", out_features=8),
        node("fc2", "nn.Linear", in_features=8, out_features=4),
    )
    torch.manual_seed(3)
    net = nn.Sequential(nn.LazyLinear(8), nn.Linear(8, 4))
    net(torch.zeros(2, 20))
    ours = weights(mixed, 3)
    assert torch.equal(ours["fc1.weight"], net[0].weight)
    assert torch.equal(ours["fc2.weight"], net[1].weight)


def test_the_shape_of_the_sample_and_the_state_outside_do_not_shift_the_weights() -> None:
    wide = replace(EXAMPLE.nodes["x"], arguments={"shape": (64, 20), "fill": "randn"})
    torch.rand(5)
    assert torch.equal(weights(EXAMPLE, 1)["fc2.weight"], weights(EXAMPLE.with_nodes([wide]), 1)["fc2.weight"])
    assert results(EXAMPLE)["fc1"].parameters == results(EXAMPLE)["fc1"].parameters


def test_branches_meet_and_operations_keep_their_type() -> None:
    network = graph(
        (
            sample(2, 8),
            node("a", "nn.LazyLinear", out_features=8),
            node("add", "torch.add"),
            node("cat", "torch.cat", dim=1),
        ),
        *("x>a", "x>add:0", "a>add:1", "x>cat:0", "a>cat:2", "add>cat:5"),
    )
    seen = results(network)
    assert seen["add"].type == "torch.add"
    assert seen["cat"].outputs == ((2, 24),)


def test_a_gathering_operation_takes_its_inputs_by_index() -> None:
    nodes = (sample(2, 1, name="ones", fill="ones"), sample(2, 1, name="zeros", fill="zeros"))
    network = graph((*nodes, node("cat", "torch.cat", dim=1)), "zeros>cat:3", "ones>cat:1")
    made = plan.make(network, 0)
    values = plan.Values()
    passed = [plan.perform(step, values) for step in made.steps]
    assert isinstance(passed[-1], plan.Passed)
    assert passed[-1].outputs[0].tolist() == [[1, 0], [1, 0]]


def test_subtraction_knows_first_from_second() -> None:
    network = graph(
        (sample(2, name="one", fill="ones"), sample(2, name="none", fill="zeros"), node("sub", "torch.sub", alpha=3)),
        *("none>sub:0", "one>sub:1"),
    )
    made = plan.make(network, 0)
    values = plan.Values()
    *_, passed = [plan.perform(step, values) for step in made.steps]
    assert isinstance(passed, plan.Passed)
    assert passed.outputs[0].tolist() == [-3, -3]


def test_lenet_has_its_shapes() -> None:
    seen = results(LENET)
    assert seen["conv1"].type == "nn.Conv2d"
    assert seen["flatten"].outputs == ((2, 400),)
    assert sum(result.parameter_count for result in seen.values()) == 61706


def test_training_mode_is_what_was_asked() -> None:
    network = line(sample(2, 1000, fill="ones"), node("drop", "nn.Dropout", p=0.5))
    for is_training, zeros in ((False, False), (True, True)):
        made = plan.make(network, 0, is_training=is_training)
        values = plan.Values()
        *_, passed = [plan.perform(step, values) for step in made.steps]
        assert isinstance(passed, plan.Passed)
        assert bool((passed.outputs[0] == 0).any()) is zeros


def test_parameters_can_be_trained_afterwards() -> None:
    made = plan.make(EXAMPLE, 0)
    values = plan.Values()
    for step in made.steps:
        plan.perform(step, values)
    first = made.steps[1].module
    assert first is not None
    first(torch.rand(2, 20)).sum().backward()
    assert first.weight.grad is not None  # type: ignore[union-attr]


def test_a_nested_tuple_gives_one_output_for_each_tensor() -> None:
    (step,) = plan.make(line(sample(2, 3)), 0).steps
    nested = (torch.ones(2), (torch.ones(3), torch.ones(1, 4)))
    passed = plan.perform(replace(step, function=lambda: nested), plan.Values())
    assert isinstance(passed, plan.Passed)
    assert [tuple(t.shape) for t in passed.outputs] == [(2,), (3,), (1, 4)]


@pytest.mark.parametrize("operation", ["torch.add", "torch.sub", "torch.mul"])
def test_two_samples_of_one_run_differ(operation: str) -> None:
    made = plan.make(two_inputs(operation, (4, 4), (4, 4)), 0)
    values = plan.Values()
    first, second, _ = [plan.perform(step, values) for step in made.steps]
    assert isinstance(first, plan.Passed)
    assert isinstance(second, plan.Passed)
    assert not torch.equal(first.outputs[0], second.outputs[0])
