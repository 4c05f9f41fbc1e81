"""What the tests of the command line call and write, and the network that most of them break."""

from __future__ import annotations

from collections.abc import Callable

BROKEN = {
    "x": {"type": "Input", "args": {"shape": [2, 20]}},
    "fc1": {"type": "nn.LazyLinear", "args": {"out_features": 256}},
    "输出层": {"type": "nn.Linear", "args": {"in_features": 128, "out_features": 10}},
    "relu": {"type": "nn.ReLU"},
}
BROKEN_EDGES = [["x", "fc1"], ["fc1", "输出层"], ["输出层", "relu"]]

Call = Callable[..., tuple[int, str, str]]
Write = Callable[..., str]
