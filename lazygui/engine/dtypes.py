"""Names of data types, as documents and results write them."""

from __future__ import annotations

from functools import cache

import torch


@cache
def dtype_name(dtype: torch.dtype) -> str:
    """Return `float32` for `torch.float32`."""
    return str(dtype).removeprefix("torch.")
