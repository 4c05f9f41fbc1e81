"""A tensor of a run as a picture: the same numbers, in the same places, and means where there is too much of them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch
from engine_networks import line, node, results, sample

from lazygui.engine import wire
from lazygui.engine.look import MOST_TILES, MOST_VALUES, look, picture
from lazygui.engine.messages import Looked, LookRequest, RunRequest
from lazygui.graph.initialization import Initializer, InitRule, WeightEdit
from lazygui.graph.model import Graph
from lazygui.graph.pictures import TensorPicture

CNN = line(
    sample(2, 1, 8, 8, fill="randn"),
    node("conv", "nn.LazyConv2d", out_channels=3, kernel_size=3),
    node("flatten", "nn.Flatten"),
    node("fc", "nn.LazyLinear", out_features=5),
)


def seen(network: Graph, name: str, parameter: str = "", output: int = 0) -> Looked:
    request = LookRequest(RunRequest.of(network, 7, 3), name, parameter, output)
    assert wire.decode(wire.encode(request)) == request
    answer = look(request)
    assert wire.decode(wire.encode(answer)) == answer
    assert answer.generation == 7
    return answer


def shown(network: Graph, name: str, parameter: str = "") -> TensorPicture:
    found = seen(network, name, parameter).picture
    assert found is not None
    return found


def test_a_weight_is_the_one_of_the_run() -> None:
    found = shown(CNN, "fc", "weight")
    weight = next(one for one in results(CNN, 3)["fc"].parameters if one.name == "weight")
    assert (found.shape, found.low, found.high) == (weight.shape, weight.minimum, weight.maximum)
    numbers = [value for tile in found.tiles for value in tile]
    assert math.fsum(numbers) / len(numbers) == pytest.approx(weight.mean)


def test_kernels_are_tiles_and_each_place_has_its_index() -> None:
    tensor = torch.arange(2 * 3 * 4 * 5, dtype=torch.float32).reshape(2, 3, 4, 5)
    found = picture(tensor)
    assert (found.count, found.rows, found.columns, found.is_exact) == (6, 4, 5, True)
    for tile in range(6):
        for row in range(4):
            for column in range(5):
                assert tensor[found.index(tile, row, column)] == found.value(tile, row, column)


@pytest.mark.parametrize("shape", [(), (7,), (3, 4), (2, 0)])
def test_tensors_of_few_axes_are_one_plane(shape: tuple[int, ...]) -> None:
    tensor = torch.rand(shape)
    found = picture(tensor)
    numbers = [value for tile in found.tiles for value in tile]
    assert numbers == tensor.double().flatten().tolist()
    if numbers:
        assert tensor[found.index(0, found.rows - 1, found.columns - 1)] == numbers[-1]


def test_a_large_plane_is_shown_by_means_of_blocks() -> None:
    tensor = torch.rand(1000, 301)
    found = picture(tensor)
    (numbers,) = found.tiles
    down, across = found.block
    assert len(numbers) == found.rows * found.columns <= MOST_VALUES
    assert found.value(0, 2, 1) == pytest.approx(
        float(tensor[2 * down : 3 * down, across : 2 * across].double().mean())
    )
    last = tensor[(found.rows - 1) * down :, (found.columns - 1) * across :].double().mean()
    assert numbers[-1] == pytest.approx(float(last))
    assert found.high == tensor.max()


def test_of_many_tiles_the_first_ones_are_shown_and_all_are_counted() -> None:
    found = picture(torch.rand(512, 256, 3, 3))
    assert (len(found.tiles), found.count) == (MOST_TILES, 512 * 256)


def test_what_is_no_number_stays_so() -> None:
    found = picture(torch.tensor([[1.0, math.nan], [math.inf, -2.0]]))
    assert (found.low, found.high) == (-2, 1)
    assert math.isnan(found.tiles[0][1])


def test_truth_values_and_integers_are_numbers() -> None:
    assert picture(torch.tensor([True, False])).tiles == ((1, 0),)
    assert picture(torch.tensor([[3, -4]])).dtype == "int64"


def test_an_output_is_the_one_that_the_node_gave() -> None:
    found = shown(CNN, "conv")
    assert (found.shape, found.count) == ((2, 3, 6, 6), 6)


def test_weights_are_seen_as_they_are_in_the_end() -> None:
    rules = CNN.with_initialization((InitRule(Initializer("zeros_")),))
    edited = rules.with_weights((WeightEdit("fc", "weight", (4, 1), 42),))
    found = shown(edited, "fc", "weight")
    assert found.high == 42
    assert found.value(0, 4, 1) == 42
    assert sum(found.tiles[0]) == 42


def test_what_cannot_be_shown_says_why() -> None:
    missing = seen(CNN, "fc", "nothing").problem
    assert missing is not None
    assert missing.code == "tie_parameter"
    port = seen(CNN, "fc", "", 3).problem
    assert port is not None
    assert port.code == "missing_output"
    broken = line(sample(2, 4), node("fc", "nn.Linear", in_features=3, out_features=2))
    failed = seen(broken, "fc", "weight").problem
    assert failed is not None
    assert failed.code == "wrong_features"


def test_source_that_may_not_run_is_not_run_for_a_look() -> None:
    custom = replace(node("custom", "Custom", source="def f(x):\n    return x\n"))
    refused = seen(line(sample(2, 4), custom), "custom").problem
    assert refused is not None
    assert refused.code == "code_not_allowed"
