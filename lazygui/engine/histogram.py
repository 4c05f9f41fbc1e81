"""True numbers of one tensor: moments and exact counts, in few passes over chunks. Knows torch; knows no modules.

`torch.histc` counts in float32, where a bin stops at 2**24, and spends 4 ns on each number. Here each number is
quantised to one of 64 levels, two levels make one 16-bit index, and `bincount` counts the pairs in int64.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

import numpy as np
import torch

from lazygui.engine.dtypes import dtype_name
from lazygui.graph.results import Histogram, TensorStatistics

LEVELS: Final = 64
"""The finest bins. A histogram has this many, or a half or a quarter of it. With 128 the table of all pairs, which each
`bincount` makes anew, takes a tenth more time."""
FEWEST: Final = 16
_STRIDE: Final = LEVELS + 1
"""The maximum falls on level 64, which is counted with 63, as every histogram closes its last bin."""
_CHUNK: Final = 1 << 18
"""So many numbers stay in the cache of a core between the passes over them; fewer pay too often for the table."""
MOST: Final = 1 << 12
"""So many values of an activation are drawn in its histogram at most."""
MOST_CUTS: Final = 4
"""So often at most is cut off what lies far away."""
OUTSIDE: Final = 0.0002
"""The share of the values that may lie outside of the bins on each side."""
_LONG_CHUNK: Final = 1 << 19
"""For four plain passes: less of the time goes into the calls."""
_FEW: Final = 1 << 14
"""Up to here the fixed cost counts, and all is done in float64 at once."""

Counts: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"


def statistics(name: str, tensor: torch.Tensor) -> TensorStatistics:
    """Return the true numbers of a tensor of any real dtype. Moments are in float64, whatever the dtype."""
    flat = _flat(tensor)
    finite, low, high, nans = _finite(flat)
    mean, std, zeros = _moments(finite, low, high)
    return TensorStatistics(
        name=name,
        shape=tuple(tensor.shape),
        dtype=dtype_name(tensor.dtype),
        count=flat.numel(),
        mean=mean,
        std=std,
        minimum=low,
        maximum=high,
        zeros=zeros,
        nans=nans,
        infinities=flat.numel() - finite.numel() - nans,
        histogram=_histogram(finite, low, high),
    )


def histogram(tensor: torch.Tensor) -> Histogram:
    """Return the exact counts of the finite values between their true minimum and maximum."""
    return _histogram(*_finite(_flat(tensor))[:3])


def _flat(tensor: torch.Tensor) -> torch.Tensor:
    flat = tensor.detach().reshape(-1).cpu()
    return flat.to(torch.uint8) if flat.dtype == torch.bool else flat


def _finite(flat: torch.Tensor) -> tuple[torch.Tensor, float, float, int]:
    """Return the finite values, their least and greatest, and how many NaNs were among the others."""
    low, high = _range(flat)
    if math.isfinite(low) and math.isfinite(high):
        return flat, low, high, 0
    finite = flat[torch.isfinite(flat)]
    return finite, *_range(finite), int(torch.isnan(flat).sum())


def _range(flat: torch.Tensor) -> tuple[float, float]:
    """Return the least and the greatest value; NaN when there is a NaN, or nothing at all."""
    if flat.numel() == 0:
        return math.nan, math.nan
    if flat.numel() <= _FEW or flat.dtype not in (torch.float32, torch.float64):
        least, greatest = torch.aminmax(flat)
        return least.item(), greatest.item()
    ends = [torch.stack(torch.aminmax(part)) for part in _chunks(flat, _CHUNK)]  # all at once takes twice the time
    whole = torch.stack(ends)
    return whole[:, 0].amin().item(), whole[:, 1].amax().item()


def _chunks(flat: torch.Tensor, size: int) -> Iterator[torch.Tensor]:
    return (flat[start : start + size] for start in range(0, flat.numel(), size))


def _unit(low: float, high: float) -> float:
    """Return the power of two that brings the values near 1, where neither squares nor differences overflow."""
    top = max(abs(low), abs(high))
    return 1.0 if 1e-100 < top < 1e100 else 2.0 ** min(-math.frexp(top)[1], 1000)


def _moments(finite: torch.Tensor, low: float, high: float) -> tuple[float, float, int]:
    """Return the mean, the standard deviation of the population, and the number of zeros."""
    count = finite.numel()
    if count == 0 or low == high:
        return low, low * 0.0, count if low == 0 else 0
    unit = _unit(low, high)
    # About a point of the range the squares lose at most a factor `count` of their digits to cancellation: the variance
    # is no less than the squared range by 2 * count. Where 0 is such a point, one pass is saved.
    middle = 0.0 if low <= 0 <= high else (low * unit + high * unit) / 2
    total = squares = 0.0
    zeros = 0
    for chunk in _chunks(finite, _CHUNK):
        numbers = _scratch(torch.float64)[: chunk.numel()].copy_(chunk)
        if low <= 0 <= high:
            zeros += _zeros(chunk if chunk.dtype == torch.float32 else numbers)
        if unit != 1.0:
            numbers.mul_(unit)
        if middle != 0.0:
            numbers.sub_(middle)
        total += float(numbers.sum())
        squares += float(numbers.dot(numbers))
    offset = total / count
    return (middle + offset) / unit, math.sqrt(max(squares / count - offset * offset, 0.0)) / unit, zeros


def _zeros(chunk: torch.Tensor) -> int:
    are_zeros = _scratch(torch.bool)[: chunk.numel()].numpy()
    return int(np.count_nonzero(np.equal(chunk.numpy(), 0, out=are_zeros)))


def sketch(name: str, tensor: torch.Tensor) -> TensorStatistics:
    """Return the true numbers of a tensor, with a histogram of evenly spread values where there are more than `MOST`.

    Moments, ends and counts are of all values; `TensorStatistics.seen` tells that the histogram is not. It is for
    activations, which are many: all of their histograms would take as long as the pass itself.
    """
    flat = _flat(tensor)
    if flat.numel() <= MOST or flat.dtype != torch.float32 or not flat.is_contiguous():
        return statistics(name, tensor)
    told = _fast_moments(flat)
    if told is None:
        return statistics(name, tensor)
    mean, std, low, high, zeros = told
    step = -(-flat.numel() // MOST)
    while math.gcd(step, flat.numel()) > 1:  # else only some features of a layer would be seen, again and again
        step += 1
    return TensorStatistics(
        name=name,
        shape=tuple(tensor.shape),
        dtype=dtype_name(tensor.dtype),
        count=flat.numel(),
        mean=mean,
        std=std,
        minimum=low,
        maximum=high,
        zeros=zeros,
        nans=0,
        infinities=0,
        histogram=_histogram(torch.from_numpy(flat.numpy()[::step].copy()), low, high),
    )


def _fast_moments(flat: torch.Tensor) -> tuple[float, float, float, float, int] | None:
    """Return mean, std, least, greatest and the number of zeros in half a nanosecond a value.

    Sums are in float32 within a chunk, good for six digits; None where that would not do: values that are not finite,
    or far from zero for how little they differ.
    """
    total = squares = 0.0
    low, high, zeros = math.inf, -math.inf, 0
    for chunk in _chunks(flat, _LONG_CHUNK):
        numbers = chunk.numpy()
        total += float(chunk.sum())
        squares += float(np.dot(numbers, numbers))  # in half the time of torch.dot
        least, greatest = (end.item() for end in torch.aminmax(chunk))
        low, high = min(low, least), max(high, greatest)
        if least <= 0 <= greatest:
            zeros += _zeros(chunk)
    mean = total / flat.numel()
    variance = squares / flat.numel() - mean * mean
    if not math.isfinite(squares) or variance < 1e-3 * mean * mean:
        return None
    return mean, math.sqrt(variance), low, high, zeros


def _histogram(finite: torch.Tensor, low: float, high: float) -> Histogram:
    if finite.numel() == 0 or low == high:
        return Histogram(low, high)
    levels, inside, ends = _levels(finite, low, high), finite, (low, high)
    for _ in range(MOST_CUTS):
        middle = _middle(levels, *ends)
        if middle is None:
            break
        cut = inside[(inside >= middle[0]) & (inside <= middle[1])]
        cut_ends = _range(cut)
        if not cut_ends[0] < cut_ends[1]:
            break
        levels, inside, ends = _levels(cut, *cut_ends), cut, cut_ends
    below, above = (int((finite < ends[0]).sum()), int((finite > ends[1]).sum())) if inside is not finite else (0, 0)
    return Histogram(*ends, _bins(levels), below, above)


def _middle(levels: list[int], low: float, high: float) -> tuple[float, float] | None:
    """Return the ends of the levels that hold all but a small share of the values on each side, where these are few.

    One number far away would leave one bar, and hide how all others are spread.
    """
    first, last = _quantiles(list(accumulate(levels)), OUTSIDE, 1 - OUTSIDE)
    if last - first + 1 > LEVELS // 16:
        return None
    width = high / LEVELS - low / LEVELS
    # The ends themselves, for far from zero a sum could cut off what is there.
    return low if first == 0 else low + width * first, high if last == LEVELS - 1 else low + width * (last + 1)


def _quantiles(running: list[int], *shares: float) -> list[int]:
    """Return the level up to which each share of the values lies, by the running sums of the levels."""
    return [bisect_left(running, share * running[-1]) for share in shares]


def _bins(levels: list[int]) -> tuple[int, ...]:
    running = list(accumulate(levels))
    together = LEVELS // _bin_count(running)
    return tuple([after - before for before, after in pairwise([0, *running[together - 1 :: together]])])


def _levels(finite: torch.Tensor, low: float, high: float) -> list[int]:
    """Return how many values fall on each of the 64 levels from `low` to `high`."""
    is_narrow = finite.dtype.is_floating_point and finite.dtype.itemsize <= 4
    if is_narrow and finite.numel() > _FEW and 1e-30 < high - low < 1e30:
        levels = _levels_of_many(finite, low, high)
    else:
        unit = _unit(low, high)
        scale = LEVELS / (high * unit - low * unit)
        levels = np.zeros(_STRIDE, dtype=np.int64)
        for chunk in _chunks(finite, _CHUNK):
            places = chunk.double().numpy() * unit
            places -= low * unit
            places *= scale
            levels += np.bincount(places.astype(np.int64), minlength=_STRIDE)
    *counts, last, top = levels.tolist()
    return [*counts, last + top]


def _levels_of_many(finite: torch.Tensor, low: float, high: float) -> Counts:
    """Count in float32 and by pairs: half as many increments, which are what takes the time."""
    pairs = torch.zeros(_STRIDE**2, dtype=torch.int64)
    last = 0
    for chunk in _chunks(finite, _CHUNK):
        level = _quantised(chunk, low, high)
        half = level.numel() // 2
        last = int(level[-1])
        pairs += torch.bincount(level[half : 2 * half].add_(level[:half], alpha=_STRIDE), minlength=_STRIDE**2)
    square = pairs.view(_STRIDE, _STRIDE)
    levels: Counts = (square.sum(0) + square.sum(1)).numpy()
    levels[last] += finite.numel() % 2  # only the last chunk can be odd, and its last number has no partner
    return levels


def _quantised(chunk: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """Return the level of each value, in room that the next call uses again."""
    scale = LEVELS / (high - low)
    places = _scratch(torch.float32)[: chunk.numel()]
    numbers = chunk if chunk.dtype == torch.float32 else places.copy_(chunk)
    if abs(low * scale) < 8 * LEVELS:
        torch.add(torch.tensor(-low * scale), numbers, alpha=scale, out=places)
    else:  # far from zero the sum above would cancel
        torch.sub(numbers, low, out=places).mul_(scale)
    return _scratch(torch.int16)[: chunk.numel()].copy_(places)


@cache
def _scratch(dtype: torch.dtype) -> torch.Tensor:
    """Return the room for one chunk, the same each time: fresh memory costs more than what is done in it."""
    return torch.empty(_LONG_CHUNK, dtype=dtype)


def _bin_count(running: list[int]) -> int:
    """Return how many bins to draw: the rule of Freedman and Diaconis, rounded up to a power of two of 16 to 64."""
    first, third = _quantiles(running, 0.25, 0.75)
    width = 2 * max(third - first, 1) / running[-1] ** (1 / 3)
    bins = FEWEST
    while bins < LEVELS and bins < LEVELS / width:
        bins *= 2
    return bins
