"""What a failed pass leaves behind: the very layers and shapes that plain torch is left with."""

from __future__ import annotations

import pytest
import torch
from engine_networks import failure, line, node, sample
from torch import nn
from torch.nn.parameter import is_lazy

from lazygui.graph.model import Graph


def left_in_plain_torch(net: nn.Sequential, x: torch.Tensor) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return what is initialized after a pass that must fail."""
    with pytest.raises(RuntimeError):
        net(x)
    lazy = {name for name, layer in net.named_children() if name.startswith("lazy")}
    found = {name: dict(net.get_submodule(name).named_parameters()) for name in lazy}
    return {
        name: {key: tuple(parameter.shape) for key, parameter in named.items()}
        for name, named in found.items()
        if not any(map(is_lazy, named.values()))
    }


def named(**layers: nn.Module) -> nn.Sequential:
    net = nn.Sequential()
    for name, layer in layers.items():
        net.add_module(name, layer)
    return net


CASES = {
    "before a wrong layer": (
        line(
            sample(2, 20),
            node("lazy1", "nn.LazyLinear", out_features=8),
            node("wrong", "nn.Linear", in_features=3, out_features=2),
            node("lazy2", "nn.LazyLinear", out_features=2),
        ),
        lambda: named(lazy1=nn.LazyLinear(8), wrong=nn.Linear(3, 2), lazy2=nn.LazyLinear(2)),
        (2, 20),
    ),
    "the failing layer itself": (
        line(
            sample(2, 3, 4, 4),
            node("lazy1", "nn.LazyConv2d", out_channels=8, kernel_size=3),
            node("lazy2", "nn.LazyConv2d", out_channels=8, kernel_size=5),
            node("lazy3", "nn.LazyConv2d", out_channels=8, kernel_size=1),
        ),
        lambda: named(lazy1=nn.LazyConv2d(8, 3), lazy2=nn.LazyConv2d(8, 5), lazy3=nn.LazyConv2d(8, 1)),
        (2, 3, 4, 4),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_same_layers_are_left_initialized_as_in_plain_torch(case: str) -> None:
    network, plain, shape = CASES[case]
    assert isinstance(network, Graph)
    told = {name: dict(parameters) for name, parameters in failure(network).left}
    assert told == left_in_plain_torch(plain(), torch.rand(shape))
    assert "lazy1" in told
