"""Tensors without their values: shapes, and data types by the names that documents and results write."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import torch

from lazygui.graph.findings import Shape


class Spec(NamedTuple):
    """What is known of a tensor without its values."""

    shape: Shape
    dtype: str

    @property
    def is_floating(self) -> bool:
        """True for floating point and complex numbers."""
        return "float" in self.dtype or "complex" in self.dtype


Specs = tuple[Spec, ...]


def spec_of(tensor: torch.Tensor) -> Spec:
    return Spec(tuple(tensor.shape), dtype_name(tensor.dtype))


@cache
def dtype_name(dtype: torch.dtype) -> str:
    """Return `float32` for `torch.float32`."""
    return str(dtype).removeprefix("torch.")
