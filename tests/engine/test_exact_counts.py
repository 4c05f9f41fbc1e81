"""The numbers of a tensor are true ones, for every dtype, size and kind of value."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from lazygui.engine.histogram import histogram, statistics
from lazygui.graph.results import TensorStatistics


def of(tensor: torch.Tensor) -> TensorStatistics:
    return statistics("weight", tensor)


def check_against_numpy(tensor: torch.Tensor) -> None:
    """Compare with float64 arithmetic of numpy on all values at once."""
    found, numbers = of(tensor), tensor.double().numpy().reshape(-1)
    finite = numbers[np.isfinite(numbers)]
    assert found.count == numbers.size
    assert found.nans == np.isnan(numbers).sum()
    assert found.infinities == np.isinf(numbers).sum()
    assert found.zeros == (finite == 0).sum()
    assert (found.minimum, found.maximum) == (finite.min(), finite.max())
    assert found.mean == pytest.approx(finite.mean(), rel=1e-9, abs=1e-12)
    assert found.std == pytest.approx(finite.std(), rel=1e-6, abs=1e-12)
    if finite.min() < finite.max():
        low, high = found.histogram.low, found.histogram.high
        inside = finite[(finite >= low) & (finite <= high)]
        assert sum(found.histogram.counts) == inside.size >= 0.998 * finite.size
        assert (found.histogram.below, found.histogram.above) == ((finite < low).sum(), (finite > high).sum())
        assert (low, high) == (inside.min(), inside.max())
        assert len(found.histogram.counts) in (16, 32, 64)


@pytest.mark.parametrize("size", [2, 3, 100, 16_384, 16_385, 131_072, 131_073, 524_289])
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.float16, torch.bfloat16])
def test_floating_tensors(dtype: torch.dtype, size: int) -> None:
    check_against_numpy(torch.randn(size, generator=torch.Generator().manual_seed(size)).to(dtype))


@pytest.mark.parametrize("dtype", [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool])
def test_whole_numbers(dtype: torch.dtype) -> None:
    check_against_numpy(torch.randint(0, 100, (50_000,)).to(dtype))


@pytest.mark.parametrize("size", [1000, 200_000])
def test_bins_are_those_of_numpy(size: int) -> None:
    tensor = torch.rand(size, generator=torch.Generator().manual_seed(1)) - 0.5
    found = histogram(tensor)
    expected, _ = np.histogram(tensor.double().numpy(), bins=len(found.counts), range=(found.low, found.high))
    # In many values a float32 may round over the edge of its bin; nothing is lost on the way.
    assert np.abs(np.array(found.counts) - expected).max() <= (0 if size == 1000 else 2)


@pytest.mark.parametrize("size", [1000, 50_000])
def test_far_from_zero_the_bins_and_the_spread_stay_true(size: int) -> None:
    tensor = 1 + torch.arange(size, dtype=torch.float32) % 100 * 2**-20
    found = of(tensor)
    check_against_numpy(tensor)
    assert found.std == pytest.approx(tensor.double().std(correction=0).item(), rel=1e-9)
    assert max(found.histogram.counts) <= size / 100 * math.ceil(100 / len(found.histogram.counts))


def test_what_is_not_finite_is_counted_apart() -> None:
    tensor = torch.tensor([1.0, math.nan, math.inf, 0.0, -math.inf, math.nan, 3.0])
    found = of(tensor)
    assert (found.nans, found.infinities, found.zeros, found.count) == (2, 2, 1, 7)
    assert (found.minimum, found.maximum, found.mean) == (0, 3, pytest.approx(4 / 3))
    assert sum(found.histogram.counts) == 3
    check_against_numpy(torch.cat([torch.randn(40_000), tensor]))


@pytest.mark.parametrize("tensor", [torch.empty(0, 4), torch.tensor([math.nan, math.inf])])
def test_without_a_finite_value_the_moments_are_nan(tensor: torch.Tensor) -> None:
    found = of(tensor)
    moments = (found.mean, found.std, found.minimum, found.maximum, found.histogram.low)
    assert all(math.isnan(moment) for moment in moments)
    assert (found.histogram.counts, found.shape) == ((), tuple(tensor.shape))


@pytest.mark.parametrize("value", [0.0, -2.5])
def test_a_constant_is_said_and_not_drawn(value: float) -> None:
    found = of(torch.full((3, 5), value))
    assert (found.mean, found.std, found.minimum, found.maximum) == (value, 0, value, value)
    assert found.zeros == (15 if value == 0 else 0)
    assert found.histogram.counts == ()


@pytest.mark.parametrize("dtype", [torch.bool, torch.int8, torch.bfloat16])
def test_a_bin_counts_on_beyond_two_to_the_24th(dtype: torch.dtype) -> None:
    ones = torch.ones(20_000_000, dtype=dtype)
    ones[:3] = 0
    found = of(ones)
    assert (found.histogram.counts[0], found.histogram.counts[-1]) == (3, 19_999_997)
    assert found.zeros == 3


@pytest.mark.parametrize("scale", [1e300, 1e-300, 5e-324])
def test_the_largest_and_smallest_numbers_do_not_overflow(scale: float) -> None:
    tensor = torch.tensor([-1.0, 0.0, 1.0, 1.0], dtype=torch.float64) * scale
    before = tensor.clone()
    found = of(tensor)
    assert torch.equal(tensor, before), "looking at a tensor must not change it"
    assert found.histogram.counts[0] == 1
    assert found.histogram.counts[-1] == 2
    assert found.mean == pytest.approx(0.25 * scale)
    assert math.isfinite(found.std)


def test_strided_and_trained_tensors_are_taken_as_they_are() -> None:
    tensor = torch.arange(12.0).reshape(3, 4).T.requires_grad_()
    assert of(tensor).shape == (4, 3)
    check_against_numpy(tensor.detach())


@given(
    arrays(
        np.float32,
        array_shapes(max_dims=2, max_side=30),
        elements=st.floats(width=32, allow_nan=True, allow_infinity=True),
    )
)
def test_whatever_comes_nothing_is_lost(numbers: np.ndarray) -> None:  # type: ignore[type-arg]
    found = of(torch.from_numpy(numbers.copy()))
    finite = numbers[np.isfinite(numbers)]
    assert found.nans + found.infinities + finite.size == numbers.size
    if finite.size:
        assert (found.minimum, found.maximum) == (finite.min(), finite.max())
        assert found.minimum <= found.mean * (1 + 1e-12) + 1e-300 or found.mean == pytest.approx(found.minimum)
        assert sum(found.histogram.counts) in (0, finite.size)


@pytest.mark.parametrize("outlier", [5.0, -1e30, math.inf, math.nan])
@pytest.mark.parametrize("place", [0, 200_000, 299_999])
def test_a_number_far_from_all_others_is_neither_lost_nor_counted_elsewhere(outlier: float, place: int) -> None:
    tensor = torch.randn(300_000, generator=torch.Generator().manual_seed(2)) * 0.05
    tensor[place] = outlier
    check_against_numpy(tensor)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_on_a_grid_every_count_is_exact(dtype: torch.dtype) -> None:
    tensor = torch.rand(300_001, generator=torch.Generator().manual_seed(3)).mul(256).round().div(256).to(dtype)
    found = histogram(tensor)
    expected, _ = np.histogram(tensor.double().numpy(), bins=len(found.counts), range=(found.low, found.high))
    assert list(found.counts) == expected.tolist()
