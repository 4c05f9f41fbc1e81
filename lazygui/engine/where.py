"""Puts torch where a run is to be, and puts it back. Knows torch; knows no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch

from lazygui.graph.problems import Problem
from lazygui.graph.where import DTYPES, Where


def devices() -> tuple[str, ...]:
    """Return the devices that this machine has, the CPU first."""
    found = ["cpu", *(f"cuda:{number}" for number in range(torch.cuda.device_count()))]
    return (*found, "mps") if torch.backends.mps.is_available() else tuple(found)


def default_threads() -> int:
    """One core is left to the window: torch on all cores of a busy machine can be four times slower."""
    return max(1, (os.cpu_count() or 1) - 1)


def check(where: Where) -> Problem | None:
    """Return why a run cannot be there, or None."""
    if where.device not in devices():
        return Problem("device_missing", None, {"device": where.device, "choices": devices()})
    if where.dtype not in DTYPES:
        return Problem("dtype_unknown", None, {"dtype": where.dtype, "choices": DTYPES})
    return None


@contextmanager
def being(where: Where) -> Iterator[torch.device]:
    """Have new floating point tensors be of the run's precision, and torch use its threads; give the device."""
    usual = torch.get_default_dtype()
    torch.set_num_threads(where.threads or default_threads())
    torch.set_default_dtype(getattr(torch, where.dtype))
    try:
        yield torch.device(where.device)
    finally:
        torch.set_default_dtype(usual)


def dtype_of_run(dtype: torch.dtype) -> torch.dtype:
    """Return the dtype that a tensor of the drawing has in this run: float32 is the precision of the run."""
    return torch.get_default_dtype() if dtype == torch.float32 else dtype


def finish(device: torch.device) -> None:
    """Wait until a device has done what it was told, so that the time of a step is its own."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
