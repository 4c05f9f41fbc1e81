"""Multiply-adds of one call, counted by torch's own formulas for its operators. Knows torch and no layer."""

from __future__ import annotations

from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry


class Counter(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Counts the multiply-adds of what runs while it is entered.

    A formula of torch counts a multiplication and an addition apart, so half of its sum is meant. Operators without
    one (activations, sums, reshapes) count nothing, as everybody counts.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._operations = 0

    @property
    def macs(self) -> int:
        return self._operations // 2

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        result = func(*args, **kwargs)
        if func is torch.ops.aten._trilinear.default:
            self._operations += _bilinear(*args[:3])
        elif func._overloadpacket in flop_registry:
            self._operations += int(flop_registry[func._overloadpacket](*args, **kwargs, out_val=result))
        return result


def _bilinear(first: torch.Tensor, weight: torch.Tensor, second: torch.Tensor) -> int:
    """Return the operations of nn.Bilinear, for which torch has no formula: each output is x1ᵀ W x2."""
    return 2 * first.shape[0] * weight.numel()
