"""Histograms of all weights of a ResNet-50 against `torch.histc` on the same tensors; and what exact means.

Both find the range themselves. Ours has 64 bins before it chooses how many to draw; `histc` is asked for as many.
`statistics` adds mean, standard deviation and zeros, which `histc` does not give.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import torch
from interleave import interleaved, milliseconds, ratio

from lazygui.engine import histogram
from lazygui.engine.where import default_threads

ROUNDS = 15
TARGET = 4.0


def resnet50_shapes() -> Iterator[tuple[int, ...]]:
    """The shapes of the 161 parameters of a ResNet-50: 25,557,032 numbers."""
    yield from ((64, 3, 7, 7), (64,), (64,))
    came = 64
    for width, blocks in ((64, 3), (128, 4), (256, 6), (512, 3)):
        for block in range(blocks):
            for shape in ((width, came, 1, 1), (width, width, 3, 3), (width * 4, width, 1, 1)):
                yield from (shape, shape[:1], shape[:1])
            if block == 0:
                yield from ((width * 4, came, 1, 1), (width * 4,), (width * 4,))
            came = width * 4
    yield from ((1000, 2048), (1000,))


def bins_beyond_float32() -> tuple[int, int]:
    """Return how many of 20 million ones we count in their bin, and how many `histc` does."""
    ones = torch.ones(20_000_000)
    ones[0] = 0.0
    return max(histogram.histogram(ones).counts), int(torch.histc(ones, bins=16).max())


def main() -> int:
    torch.set_num_threads(default_threads())
    torch.manual_seed(0)
    tensors = [torch.randn(shape) * 0.05 for shape in resnet50_shapes()]
    seconds = interleaved(
        {
            "torch.histc": lambda: [torch.histc(tensor, bins=histogram.LEVELS) for tensor in tensors],
            "lazygui histogram": lambda: [histogram.histogram(tensor) for tensor in tensors],
            "lazygui statistics": lambda: [histogram.statistics("", tensor) for tensor in tensors],
        },
        ROUNDS,
    )
    count = sum(tensor.numel() for tensor in tensors)
    print(f"{len(tensors)} tensors, {count:,} numbers, {torch.get_num_threads()} thread(s), torch {torch.__version__}")
    for name, times in seconds.items():
        print(f"{name:20} {milliseconds(times)}  {ratio(seconds['torch.histc'], times):5.2f} x as fast as torch.histc")
    ours, theirs = bins_beyond_float32()
    print(f"19,999,999 equal values in one bin: lazygui counts {ours:,}, torch.histc {theirs:,}")
    return 0 if ratio(seconds["torch.histc"], seconds["lazygui histogram"]) >= TARGET and ours == 19_999_999 else 1


if __name__ == "__main__":
    sys.exit(main())
