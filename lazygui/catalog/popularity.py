"""What people reach for first: the order of the layers while nothing has been typed. Knows names alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lazygui.catalog.spec import LayerSpec

POPULAR: Final = (
    *("nn.LazyLinear", "nn.ReLU", "nn.LazyConv2d", "nn.Dropout", "nn.Flatten", "nn.MaxPool2d", "torch.add"),
    *("nn.LazyBatchNorm2d", "torch.cat", "nn.AdaptiveAvgPool2d", "nn.AvgPool2d", "nn.LayerNorm", "nn.GELU"),
    *("torch.transpose", "F.relu", "nn.Embedding", "nn.Sigmoid", "nn.Tanh", "nn.Softmax", "nn.LSTM", "nn.GRU"),
    *("nn.MultiheadAttention", "nn.TransformerEncoderLayer", "torch.bmm", "torch.matmul", "torch.mul", "torch.sub"),
    *("nn.LazyBatchNorm1d", "nn.LazyConv1d", "nn.Linear", "nn.Conv2d", "nn.LeakyReLU", "nn.SiLU", "nn.Identity"),
    *("torch.reshape", "torch.permute", "torch.squeeze", "torch.unsqueeze", "torch.mean", "torch.sum", "Scale"),
)
"""Layers that stand in most of the networks of the book come first, then what is common in papers."""

_RANK: Final = {layer_type: number for number, layer_type in enumerate(POPULAR)}


def popular_first(specs: Iterable[LayerSpec]) -> tuple[LayerSpec, ...]:
    """Return the layers with the popular ones first; the others keep their order."""
    return tuple(sorted(specs, key=lambda spec: _RANK.get(spec.type, len(_RANK))))
