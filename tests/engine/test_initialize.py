"""Initialization after the dry run: the weights of plain `net(X); net.apply(init)`, and who was left out, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch
from engine_networks import graph, line, node, sample
from torch import nn

from lazygui.catalog.initializers import INITIALIZERS, InitializerSpec
from lazygui.engine import initialize, plan, wire
from lazygui.engine.messages import (
    InitializationApplied,
    NodeFinished,
    NodeInitialized,
    NodePassed,
    RunFinished,
    RunRequest,
)
from lazygui.engine.run import run
from lazygui.graph.initialization import KEEP, Initializer, InitReport, InitRule, Rules, WeightEdit
from lazygui.graph.model import Graph
from lazygui.graph.spreads import fans, gain, spread

XAVIER, ZEROS = Initializer("xavier_uniform_"), Initializer("zeros_")
MLP = line(
    sample(2, 20),
    node("fc1", "nn.LazyLinear", out_features=16),
    node("norm", "nn.LazyBatchNorm1d"),
    node("relu", "nn.ReLU"),
    node("fc2", "nn.LazyLinear", out_features=10),
)
CNN = line(
    sample(1, 1, 12, 12),
    node("conv", "nn.LazyConv2d", out_channels=6, kernel_size=3),
    node("flatten", "nn.Flatten"),
    node("fc", "nn.LazyLinear", out_features=10),
)


def applied(network: Graph, *rules: InitRule, seed: int = 0, early: bool = False) -> dict[str, torch.Tensor]:
    """Run a network as the engine does, and return its weights by path."""
    network = network.with_initialization(rules)
    torch.manual_seed(seed)
    made = plan.make(network, seed)
    if early:
        initialize.apply(network, made.steps)
    values = plan.Values()
    for step in made.steps:
        assert isinstance(plan.perform(step, values), plan.Passed)
    if not early:
        initialize.apply(network, made.steps)
    return {
        f"{step.node.id}.{name}": tensor.detach()
        for step in made.steps
        if step.module is not None
        for name, tensor in step.module.named_parameters()
    }


def report(network: Graph, *rules: InitRule, early: bool = False) -> InitReport:
    request = RunRequest.of(network.with_initialization(rules), 1, 0, initializes_early=early)
    (found,) = (event.report for event in run(request) if isinstance(event, InitializationApplied))
    return found


def plain_cnn(init: Callable[[nn.Module], None]) -> nn.Module:
    """The same network and seed in plain PyTorch."""
    torch.manual_seed(0)
    net = nn.Sequential(nn.LazyConv2d(6, 3), nn.Flatten(), nn.LazyLinear(10)).eval()
    with torch.no_grad():
        net(torch.rand(1, 1, 12, 12, generator=torch.Generator().manual_seed(0)))
    net.apply(init)
    return net


ARGUMENTS: dict[str, dict[str, Any]] = {
    "sparse_": {"sparsity": 0.5},
    "constant_": {"val": 0.25},
    "kaiming_normal_": {"mode": "fan_out", "nonlinearity": "relu"},
    "kaiming_uniform_": {"a": 0.5},
    "xavier_normal_": {"gain": 2.0},
    "trunc_normal_": {"std": 0.5, "a": -0.6, "b": 0.7},
    "uniform_": {"a": -1.0, "b": 3.0},
    "normal_": {"mean": 0.5, "std": 0.01},
}


def told(spec: InitializerSpec) -> Initializer:
    return Initializer(spec.name, ARGUMENTS.get(spec.name, {}))


@pytest.mark.parametrize("spec", INITIALIZERS, ids=lambda spec: spec.name)
def test_every_initializer_gives_the_weights_of_plain_torch(spec: InitializerSpec) -> None:
    def init(module: nn.Module) -> None:
        if type(module) in (nn.Linear, nn.Conv2d) and spec.takes(module.weight.dim()):
            getattr(nn.init, spec.name)(module.weight, **ARGUMENTS.get(spec.name, {}))

    rules = (InitRule(told(spec), kind="nn.Linear"), InitRule(told(spec), kind="nn.Conv2d"))
    ours, theirs = applied(CNN, *rules), plain_cnn(init)
    pairs = zip(ours.values(), theirs.parameters(), strict=True)
    assert all(torch.equal(mine, other) for mine, other in pairs)


def test_torch_has_no_initializer_that_is_not_offered() -> None:
    theirs = {name for name in dir(nn.init) if name.endswith("_") and not name.startswith("_")}
    assert theirs == {spec.name for spec in INITIALIZERS}


def test_weights_and_biases_are_initialized_apart_and_the_nearest_rule_wins() -> None:
    rules = (InitRule(XAVIER, ZEROS), InitRule(Initializer("ones_"), nodes=("fc2",)))
    ours = applied(MLP, *rules)
    assert torch.all(ours["fc2.weight"] == 1)
    assert torch.all(ours["fc1.bias"] == 0)
    assert torch.all(ours["fc2.bias"] == 0)
    assert ours["fc1.weight"].abs().max() <= (6 / 36) ** 0.5


def test_a_rule_for_all_leaves_the_scale_of_a_normalization_alone() -> None:
    rule = InitRule(Initializer("constant_", {"val": 7}))
    assert torch.all(applied(MLP, rule)["norm.weight"] == 1)
    assert torch.all(applied(MLP, replace(rule, kind="nn.BatchNorm1d"))["norm.weight"] == 7)


def test_layers_inside_a_layer_are_reached_by_kind_and_by_the_name_of_the_whole() -> None:
    network = line(sample(2, 5, 8), node("encoder", "nn.TransformerEncoderLayer", d_model=8, nhead=2))
    by_kind = applied(network, InitRule(ZEROS, kind="nn.Linear"))
    assert torch.all(by_kind["encoder.linear1.weight"] == 0)
    assert torch.any(by_kind["encoder.self_attn.in_proj_weight"] != 0)
    by_name = applied(network, InitRule(ZEROS, nodes=("encoder",)))
    assert torch.all(by_name["encoder.self_attn.in_proj_weight"] == 0)
    assert torch.all(by_name["encoder.norm1.weight"] == 0)


def test_a_shared_module_is_one_layer_and_is_initialized_once() -> None:
    nodes = (
        sample(2, 8),
        node("fc", "nn.LazyLinear", out_features=8),
        replace(node("again", "nn.LazyLinear", out_features=8), shares="fc"),
    )
    network = line(*nodes)
    rule = InitRule(Initializer("normal_"), nodes=("again",))
    assert report(network, rule) == InitReport(("fc",), ())
    torch.manual_seed(0)
    layer = nn.LazyLinear(8)
    layer(layer(torch.ones(2, 8)))
    expected = nn.init.normal_(layer.weight).detach()
    assert torch.equal(applied(network, rule)["fc.weight"], expected)


def test_every_node_that_has_a_changed_tensor_tells_its_numbers() -> None:
    nodes = (
        sample(2, 8),
        node("fc", "nn.LazyLinear", out_features=8),
        replace(node("again", "nn.LazyLinear", out_features=8), shares="fc"),
        node("relu", "nn.ReLU"),
    )
    events = list(run(RunRequest.of(line(*nodes).with_initialization((InitRule(ZEROS),)), 1, 0)))
    said = [event for event in events if isinstance(event, NodeInitialized)]
    assert [event.node for event in said] == ["fc", "again"]
    assert all(event.calls == {"weight": ZEROS} for event in said)
    assert all(event.parameters[0].zeros == 64 for event in said)
    drawn = next(event for event in events if isinstance(event, NodeFinished) and event.node == "fc")
    assert drawn.result.parameters[0].zeros == 0
    behind = [type(event) for event in events if not isinstance(event, NodePassed)]
    assert behind[-2:] == [InitializationApplied, RunFinished]
    assert all(wire.decode(wire.encode(event)) == event for event in events)


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        ((InitRule(XAVIER),), {"norm": "init_axes"}),
        ((InitRule(Initializer("normal_")),), {"norm": "init_spared"}),
        ((InitRule(XAVIER, kind="nn.Linear"),), {"norm": "init_unsaid"}),
        ((InitRule(XAVIER, kind="nn.BatchNorm1d"),), {"fc1": "init_unsaid", "norm": "init_axes", "fc2": "init_unsaid"}),
        ((InitRule(Initializer("normal_")), InitRule(Initializer(KEEP), nodes=("fc1",))), {"fc1": "init_kept"}),
    ],
)
def test_layers_that_are_left_out_say_why(rules: Rules, codes: dict[str, str]) -> None:
    found = report(MLP, *rules)
    reasons = {str(problem.node): problem.code for problem in found.skipped}
    assert codes.items() <= reasons.items()
    assert set(found.applied) == {"fc1", "norm", "fc2"} - reasons.keys()


def test_what_torch_refuses_is_told_in_its_words_and_the_run_goes_on() -> None:
    found = report(CNN, InitRule(Initializer("dirac_", {"groups": 4}), kind="nn.Conv2d"))
    refused = next(problem for problem in found.skipped if problem.node == "conv")
    assert refused.code == "init_refused"
    assert "divisible" in str(refused.details["words"])


def test_before_the_dry_run_nothing_lazy_is_touched() -> None:
    rules = (InitRule(XAVIER, kind="nn.Linear"), InitRule(XAVIER, kind="nn.Conv2d"))
    found = report(CNN, *rules, early=True)
    assert found.applied == ()
    assert {problem.code for problem in found.skipped} == {"init_lazy"}
    assert found.was_early
    early, never = applied(CNN, *rules, early=True), applied(CNN)
    assert all(torch.equal(early[name], never[name]) for name in never)


def test_before_the_dry_run_layers_that_are_not_lazy_are_touched() -> None:
    network = line(sample(2, 4), node("fc", "nn.Linear", in_features=4, out_features=3))
    assert report(network, InitRule(ZEROS), early=True).applied == ("fc",)
    assert torch.all(applied(network, InitRule(ZEROS), early=True)["fc.weight"] == 0)


def test_a_bare_parameter_is_no_layer() -> None:
    network = graph(
        (sample(4), node("weight", "nn.Parameter", shape=(4,)), node("add", "torch.add")), "x>add:0", "weight>add:1"
    )
    assert report(network, InitRule(ZEROS)) == InitReport((), ())


@pytest.mark.parametrize("shape", [(40, 30), (12, 5, 3, 3), (7, 4, 9)])
def test_fans_are_those_of_torch(shape: tuple[int, ...]) -> None:
    assert fans(shape) == nn.init._calculate_fan_in_and_fan_out(torch.empty(shape))


@pytest.mark.parametrize("nonlinearity", ["relu", "leaky_relu", "tanh", "sigmoid", "selu", "linear", "conv2d"])
def test_gains_are_those_of_torch(nonlinearity: str) -> None:
    assert gain(nonlinearity) == pytest.approx(nn.init.calculate_gain(nonlinearity, 0.0))


SHAPE = (400, 500)
CRITICAL = 1.95
"""The statistic of Kolmogorov and Smirnov times the root of the count, which one sample in a thousand exceeds."""


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("spec", [one for one in INITIALIZERS if spread(told(one), SHAPE)], ids=lambda spec: spec.name)
def test_every_initializer_draws_what_it_promises(spec: InitializerSpec, seed: int) -> None:
    """The test of Kolmogorov and Smirnov with a false alarm once in a thousand draws; the seeds are fixed."""
    promised = spread(told(spec), SHAPE)
    assert promised is not None
    network = line(sample(2, SHAPE[1]), node("fc", "nn.LazyLinear", out_features=SHAPE[0]))
    drawn = applied(network, InitRule(told(spec)), seed=seed)["fc.weight"].double().flatten().sort().values
    low = max(promised.low, promised.mean - 9 * promised.std)
    high = min(promised.high, promised.mean + 9 * promised.std)
    assert promised.low <= drawn[0]
    assert drawn[-1] <= promised.high
    grid = torch.linspace(low, high, 20001, dtype=torch.float64)
    heights = torch.tensor([promised.density(float(place)) for place in (grid[1:] + grid[:-1]) / 2])
    mass = torch.cat([torch.zeros(1, dtype=torch.float64), heights.double().cumsum(0) * (grid[1] - grid[0])])
    share = torch.searchsorted(drawn, grid, right=True) / len(drawn)
    assert float((share - mass).abs().max()) * len(drawn) ** 0.5 < CRITICAL


def test_orthogonal_weights_keep_lengths() -> None:
    network = line(sample(2, 30), node("fc", "nn.LazyLinear", out_features=20))
    weight = applied(network, InitRule(Initializer("orthogonal_", {"gain": 2.0})))["fc.weight"].double()
    assert torch.allclose(weight @ weight.T, 4 * torch.eye(20, dtype=torch.float64), atol=1e-5)


def test_sparse_weights_have_the_share_of_zeros_in_each_column() -> None:
    network = line(sample(2, 30), node("fc", "nn.LazyLinear", out_features=20))
    weight = applied(network, InitRule(Initializer("sparse_", {"sparsity": 0.35})))["fc.weight"]
    assert ((weight == 0).sum(0) == 7).all()


def test_an_identity_gives_back_what_comes_in() -> None:
    network = line(sample(2, 5), node("fc", "nn.LazyLinear", out_features=5))
    assert torch.equal(applied(network, InitRule(Initializer("eye_")))["fc.weight"], torch.eye(5))
    conv = line(sample(1, 3, 8, 8), node("conv", "nn.LazyConv2d", out_channels=3, kernel_size=3, padding=1))
    kernel = applied(conv, InitRule(Initializer("dirac_")))["conv.weight"]
    image = torch.rand(1, 3, 8, 8)
    assert torch.allclose(nn.functional.conv2d(image, kernel, padding=1), image)


def test_a_number_set_by_hand_is_there_and_moves_in_both_tied_places() -> None:
    nodes = (
        sample(2, 8),
        node("one", "nn.LazyLinear", out_features=8),
        replace(node("two", "nn.LazyLinear", out_features=8), ties={"weight": "one.weight"}),
    )
    network = line(*nodes).with_weights((WeightEdit("two", "weight", (0, 3), 42),))
    events = list(run(RunRequest.of(network, 1, 0)))
    said = {event.node: event for event in events if isinstance(event, NodeInitialized)}
    assert {name: event.parameters[0].maximum for name, event in said.items()} == {"one": 42, "two": 42}
    assert all(not event.calls for event in said.values())
    (found,) = (event.report for event in events if isinstance(event, InitializationApplied))
    assert found == InitReport((), (), edited=("two",))


def test_it_is_set_after_the_initialization_also_after_one_that_came_too_early() -> None:
    edit = WeightEdit("fc1", "bias", (2,), 7)
    for early in (False, True):
        network = MLP.with_initialization((InitRule(None, ZEROS),)).with_weights((edit,))
        events = list(run(RunRequest.of(network, 1, 0, initializes_early=early)))
        (told_of,) = (event for event in events if isinstance(event, NodeInitialized) and event.node == "fc1")
        assert told_of.parameters[1].maximum == 7
        assert (told_of.parameters[1].zeros == 15) is not early


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (WeightEdit("fc1", "weight", (0, 20), 1), "weight_outside"),
        (WeightEdit("fc1", "weight", (0,), 1), "weight_outside"),
        (WeightEdit("relu", "weight", (0,), 1), "tie_parameter"),
    ],
)
def test_what_cannot_be_set_by_hand_is_told_and_changes_nothing(edit: WeightEdit, code: str) -> None:
    events = list(run(RunRequest.of(MLP.with_weights((edit,)), 1, 0)))
    (found,) = (event.report for event in events if isinstance(event, InitializationApplied))
    assert [problem.code for problem in found.unedited] == [code]
    assert found.edited == ()
    assert isinstance(events[-1], RunFinished)
    assert not any(isinstance(event, NodeInitialized) for event in events)
