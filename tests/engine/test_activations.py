"""What comes out of layers and what comes back through them: the numbers of plain torch, and counts that add up."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from engine_networks import graph, line, node, results, sample
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from lazygui.engine import histogram, wire
from lazygui.engine.activations import dead_units
from lazygui.engine.backward import backward
from lazygui.engine.messages import BackwardDone, BackwardRequest, NodeFinished, NodePassed, RunRequest
from lazygui.engine.run import run
from lazygui.graph.initialization import Initializer, InitRule
from lazygui.graph.model import Graph
from lazygui.graph.results import Dead, NoGradient, TensorStatistics

NETWORK = line(
    sample(6, 20, fill="randn"),
    node("fc1", "nn.LazyLinear", out_features=32),
    node("relu", "nn.ReLU"),
    node("norm", "nn.LazyBatchNorm1d"),
    node("fc2", "nn.LazyLinear", out_features=4),
)


def plain(init: Callable[[nn.Module], None] | None = None) -> tuple[nn.Sequential, list[torch.Tensor]]:
    """The same network and seed in plain PyTorch, with what came out of each layer, which still has its gradients."""
    torch.manual_seed(5)
    net = nn.Sequential(nn.LazyLinear(32), nn.ReLU(), nn.LazyBatchNorm1d(), nn.LazyLinear(4)).eval()
    x = torch.randn(6, 20, generator=torch.Generator().manual_seed(5))
    with torch.no_grad():
        net(x)
    if init is not None:
        net.apply(init)
    outputs = []
    for layer in net:
        x = layer(x)
        x.retain_grad()
        outputs.append(x)
    return net, outputs


def init(module: nn.Module) -> None:
    if type(module) is nn.Linear:
        nn.init.normal_(module.weight, std=0.01)


SMALL = NETWORK.with_initialization((InitRule(Initializer("normal_", {"std": 0.01}), kind="nn.Linear"),))


def assert_of(told: TensorStatistics, tensor: torch.Tensor) -> None:
    values = tensor.detach().double()
    assert told.shape == tuple(tensor.shape)
    assert told.mean == pytest.approx(values.mean().item(), rel=1e-5, abs=1e-8)
    assert told.std == pytest.approx(values.std(correction=0).item(), rel=1e-5, abs=1e-8)
    assert (told.minimum, told.maximum) == (values.min().item(), values.max().item())
    assert told.zeros == int((values == 0).sum())


def test_activations_are_those_of_plain_torch() -> None:
    found, (_, outputs) = results(NETWORK, 5), plain()
    for name, output in zip(("fc1", "relu", "norm", "fc2"), outputs, strict=True):
        (told,) = found[name].activations.outputs
        assert_of(told, output)


def test_after_an_initialization_the_sample_passes_once_more_with_the_new_weights() -> None:
    events = list(run(RunRequest.of(SMALL, 1, 5)))
    again = {event.node: event.activations for event in events if isinstance(event, NodePassed)}
    _, outputs = plain(init)
    for name, output in zip(("fc1", "relu", "norm", "fc2"), outputs, strict=True):
        assert_of(again[name].outputs[0], output)


def test_dead_units_of_a_relu_are_counted() -> None:
    found, (_, outputs) = results(NETWORK, 5), plain()
    dead = int((outputs[1] == 0).all(0).sum())
    assert found["relu"].activations.dead == Dead(dead, 32)
    assert found["fc1"].activations.dead is None


def test_channels_of_images_are_units_and_features_of_sequences() -> None:
    images = torch.ones(2, 3, 4, 4)
    images[:, 1] = 0
    assert dead_units(images) == Dead(1, 3)
    steps = torch.ones(2, 5, 4)
    steps[..., :3] = 0
    assert dead_units(steps) == Dead(3, 4)
    assert dead_units(torch.ones(3)) is None


def test_buffers_are_told_apart_from_parameters() -> None:
    names = [one.name for one in results(NETWORK, 5)["norm"].buffers]
    assert names == ["running_mean", "running_var", "num_batches_tracked"]


def test_a_sketch_has_the_true_numbers_and_says_that_its_histogram_has_not_all() -> None:
    tensor = torch.randn(300_000).relu()
    sketch, exact = histogram.sketch("x", tensor), histogram.statistics("x", tensor)
    assert sketch.seen == sketch.histogram.count < exact.count
    assert exact.seen is None
    assert (sketch.minimum, sketch.maximum, sketch.zeros) == (exact.minimum, exact.maximum, exact.zeros)
    assert (sketch.mean, sketch.std) == pytest.approx((exact.mean, exact.std), rel=1e-5)


@pytest.mark.parametrize("shape", [(8, 1024, 768), (64, 128, 256), (4, 64, 112, 112)])
def test_the_part_that_a_sketch_counts_has_all_features_in_it(shape: tuple[int, ...]) -> None:
    tensor = torch.randn(shape, generator=torch.Generator().manual_seed(1)) * torch.linspace(0.01, 40, shape[-1])
    told = histogram.sketch("x", tensor).histogram
    width = (told.high - told.low) / len(told.counts)
    middles = [told.low + width * (number + 0.5) for number in range(len(told.counts))]
    counted = sum(count * place**2 for count, place in zip(told.counts, middles, strict=True)) / sum(told.counts)
    assert math.sqrt(counted) == pytest.approx(float(tensor.double().std()), rel=0.1)


def test_a_layer_that_works_in_place_on_the_sample_does_not_change_it_for_the_next_pass() -> None:
    network = line(
        sample(4, 20, fill="randn"),
        node("leaky", "nn.LeakyReLU", negative_slope=0.5, inplace=True),
        node("fc", "nn.LazyLinear", out_features=2),
    ).with_initialization((InitRule(Initializer("ones_")),))
    events = list(run(RunRequest.of(network, 1, 5)))
    first = next(one.result for one in events if isinstance(one, NodeFinished) and one.node == "leaky")
    again = next(one.activations for one in events if isinstance(one, NodePassed) and one.node == "leaky")
    assert again.outputs == first.activations.outputs
    assert first.activations.outputs[0].minimum < -1


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_sketch_of_what_is_not_finite_is_exact(value: float) -> None:
    tensor = torch.randn(100_000)
    tensor[77_777] = value
    told = histogram.sketch("x", tensor)
    assert told.nans + told.infinities == 1
    assert told.histogram.count == 99_999


def test_a_sketch_of_numbers_far_from_zero_is_exact() -> None:
    tensor = 1e4 + torch.rand(100_000)
    assert histogram.sketch("x", tensor) == histogram.statistics("x", tensor)


DTYPES = (torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int8, torch.uint8, torch.bool)


@given(st.sampled_from(DTYPES), st.integers(0, 3000), st.integers(0, 5), st.integers(0, 2**31))
def test_counts_sum_to_the_elements_for_every_dtype_with_nan_and_infinities(
    dtype: torch.dtype, count: int, odd: int, seed: int
) -> None:
    generator = torch.Generator().manual_seed(seed)
    numbers = torch.randn(count, generator=generator) * 3
    if count and odd % 2:
        numbers[0] *= 1e4 if dtype != torch.float16 else 1e3
    tensor = numbers.to(dtype)
    if dtype.is_floating_point:
        for place, value in zip(
            range(min(odd, count)), (math.nan, math.inf, -math.inf, math.nan, math.inf), strict=False
        ):
            tensor[place] = value
    told = histogram.statistics("x", tensor)
    assert told.count == count
    counted = told.histogram.count if told.histogram.counts else told.count - told.nans - told.infinities
    assert counted + told.nans + told.infinities == count
    assert not told.histogram.counts or told.histogram.low < told.histogram.high


def test_more_than_2_to_the_24_equal_values_are_counted() -> None:
    count = 2**24 + 5
    ones = torch.ones(1, dtype=torch.uint8).expand(count)
    assert histogram.statistics("x", ones).count == count
    mixed = torch.ones(count, dtype=torch.uint8)
    mixed[: count // 8] = 0
    assert sum(histogram.statistics("x", mixed).histogram.counts) == count


def test_numbers_far_away_are_counted_beside_the_bins() -> None:
    tensor = torch.cat([torch.randn(100_000), torch.tensor([1e4, 2e4, -5e3])])
    told = histogram.statistics("x", tensor).histogram
    assert (told.below, told.above) == (1, 2)
    assert told.count == 100_003
    assert -10 < told.low < told.high < 10
    assert len(told.counts) >= 32


def test_numbers_that_are_spread_evenly_have_none_outside() -> None:
    told = histogram.statistics("x", torch.rand(10_000)).histogram
    assert (told.below, told.above, sum(told.counts)) == (0, 0, 10_000)


# Backward


def gone_back(network: Graph, loss: str = "") -> BackwardDone:
    request = BackwardRequest(RunRequest.of(network, 7, 5), loss)
    assert wire.decode(wire.encode(request)) == request
    answer = backward(request)
    assert wire.decode(wire.encode(answer)) == answer
    return answer


@pytest.mark.parametrize("initialized", [False, True])
def test_gradients_of_the_mean_output_are_those_of_plain_torch(initialized: bool) -> None:
    answer = gone_back(SMALL if initialized else NETWORK)
    net, outputs = plain(init if initialized else None)
    outputs[-1].mean().backward()
    for name, layer, output in zip(("fc1", "relu", "norm", "fc2"), net, outputs, strict=True):
        told = answer.gradients[name]
        named = dict(layer.named_parameters())
        assert [one.name for one in told.parameters] == list(named)
        for one in told.parameters:
            gradient = named[one.name].grad
            assert gradient is not None
            assert_of(one, gradient)
        assert output.grad is not None
        assert_of(told.outputs[0], output.grad)
    assert answer.gradients["x"].outputs == ()


def test_dropout_has_the_masks_of_the_run_on_the_way_back() -> None:
    network = line(sample(6, 40), node("fc", "nn.LazyLinear", out_features=64), node("drop", "nn.Dropout"))
    request = RunRequest.of(network, 1, 5, is_training=True)
    dropped = next(one.result for one in run(request) if isinstance(one, NodeFinished) and one.node == "drop")
    (gradient,) = backward(BackwardRequest(request)).gradients["fc"].outputs
    assert gradient.zeros == dropped.activations.outputs[0].zeros
    torch.manual_seed(5)
    net = nn.Sequential(nn.LazyLinear(64), nn.Dropout())
    out = net(torch.rand(6, 40, generator=torch.Generator().manual_seed(5)))
    out.mean().backward()
    assert net[0].weight.grad is not None
    assert_of(backward(BackwardRequest(request)).gradients["fc"].parameters[0], net[0].weight.grad)


def test_one_goes_back_from_a_loss_of_the_drawing() -> None:
    nodes = (
        sample(6, 20, fill="randn"),
        sample(6, name="label", dtype="int64", fill="zeros"),
        node("fc", "nn.LazyLinear", out_features=4),
        node("loss", "nn.CrossEntropyLoss"),
    )
    network = graph(nodes, "x>fc", "fc>loss:0", "label>loss:1")
    (weight, _) = gone_back(network, "loss").gradients["fc"].parameters
    torch.manual_seed(5)
    layer = nn.LazyLinear(4)
    x = torch.randn(6, 20, generator=torch.Generator().manual_seed(5))
    nn.functional.cross_entropy(layer(x), torch.zeros(6, dtype=torch.int64)).backward()
    assert layer.weight.grad is not None
    assert_of(weight, layer.weight.grad)


def test_where_no_gradient_comes_it_is_told_why() -> None:
    nodes = (
        sample(6, 20, fill="randn"),
        node("fc", "nn.LazyLinear", out_features=4),
        node("side", "nn.LazyLinear", out_features=2),
        node("which", "torch.argmax", dim=1),
        sample(6, name="label", dtype="int64", fill="zeros"),
        node("loss", "nn.CrossEntropyLoss"),
    )
    network = graph(nodes, "x>fc", "x>side", "fc>which", "fc>loss:0", "label>loss:1")
    gradients = gone_back(network, "loss").gradients
    told = {name: one.why for name, one in gradients.items()}
    assert told == {
        **{"x": NoGradient.NOTHING_LEARNS, "label": NoGradient.DISCRETE, "which": NoGradient.DISCRETE},
        **{"side": NoGradient.NOT_REACHED, "fc": "", "loss": ""},
    }


@pytest.mark.parametrize(
    ("network", "loss", "code"),
    [
        (NETWORK, "fc2", "loss_not_scalar"),
        (line(sample(2, 3), node("relu", "nn.ReLU")), "", "no_gradient"),
        (line(sample(2, 3), node("fc", "nn.Linear", in_features=4, out_features=2)), "", "wrong_features"),
        (line(sample(2, 3), node("mean", "torch.mean")), "mean", "loss_no_gradient"),
        (Graph(), "", "empty_network"),
    ],
)
def test_where_nothing_can_go_back_it_is_said_why(network: Graph, loss: str, code: str) -> None:
    answer = gone_back(network, loss)
    assert answer.problem is not None
    assert answer.problem.code == code
    assert answer.gradients == {}


def test_what_the_output_does_not_depend_on_gets_no_gradient() -> None:
    nodes = (
        sample(2, 3),
        node("fc", "nn.LazyLinear", out_features=2),
        node("dropped", "nn.LazyLinear", out_features=2),
        node("argmax", "torch.argmax"),
    )
    network = graph(nodes, "x>fc", "x>dropped", "dropped>argmax")
    found = gone_back(network).gradients
    assert [one.name for one in found["fc"].parameters] == ["weight", "bias"]
    assert found["dropped"].parameters == ()


def test_layers_that_work_in_place_can_be_gone_back_through() -> None:
    network = line(
        sample(2, 3, fill="randn"),
        node("fc", "nn.LazyLinear", out_features=2),
        node("relu", "nn.ReLU", inplace=True),
        node("fc2", "nn.LazyLinear", out_features=2),
    )
    assert len(gone_back(network).gradients["fc"].parameters) == 2
