"""Multiply-adds against the table that anybody can work out by hand: out × in for each output that is computed."""

from __future__ import annotations

import pytest
from engine_networks import graph, line, node, sample, two_inputs

from lazygui.engine.infer import infer
from lazygui.graph.model import Graph

N, T, F, H = 2, 7, 64, 32


def linear(count: int, inputs: int, outputs: int) -> int:
    return count * inputs * outputs


def attention(queries: int, keys: int, width: int) -> int:
    """Four projections, then scores and their sum over the values."""
    projections = linear(N * queries, width, width) * 2 + linear(N * keys, width, width) * 2
    return projections + 2 * N * queries * keys * width


def self_attention(layer: str, **arguments: object) -> Graph:
    nodes = (sample(N, T, F), node("m", layer, **arguments))
    return graph(nodes, "x>m:0", "x>m:1", "x>m:2")


def recurrent(gates: int, steps: int, inputs: int, hidden: int) -> int:
    return steps * N * gates * hidden * (inputs + hidden)


TABLE = {
    "linear": (
        line(sample(N, T, F), node("m", "nn.LazyLinear", out_features=10)),
        linear(N * T, F, 10),
    ),
    "convolution": (
        line(sample(N, 4, 10, 10), node("m", "nn.LazyConv2d", out_channels=8, kernel_size=3)),
        N * 8 * (8 * 8) * 4 * 9,
    ),
    "grouped convolution": (
        line(sample(N, 4, 10, 10), node("m", "nn.LazyConv2d", out_channels=8, kernel_size=3, groups=2)),
        N * 8 * (8 * 8) * 2 * 9,
    ),
    "strided and padded convolution": (
        line(sample(N, 3, 9), node("m", "nn.LazyConv1d", out_channels=5, kernel_size=3, stride=2, padding=1)),
        N * 5 * 5 * 3 * 3,
    ),
    "transposed convolution: each input element meets each weight": (
        line(sample(N, 4, 10, 10), node("m", "nn.LazyConvTranspose2d", out_channels=8, kernel_size=3, stride=2)),
        N * 4 * (10 * 10) * 8 * 9,
    ),
    "grouped transposed convolution": (
        line(sample(N, 4, 10), node("m", "nn.LazyConvTranspose1d", out_channels=8, kernel_size=3, groups=4)),
        N * 4 * 10 * 2 * 3,
    ),
    "rnn": (
        line(sample(T, N, 28), node("m", "nn.RNN", input_size=28, hidden_size=H)),
        recurrent(1, T, 28, H),
    ),
    "gru": (
        line(sample(T, N, 28), node("m", "nn.GRU", input_size=28, hidden_size=H)),
        recurrent(3, T, 28, H),
    ),
    "lstm of two layers in both directions": (
        line(sample(T, N, 28), node("m", "nn.LSTM", input_size=28, hidden_size=H, num_layers=2, bidirectional=True)),
        2 * recurrent(4, T, 28, H) + 2 * recurrent(4, T, 2 * H, H),
    ),
    "long lstm, batch first": (
        line(sample(N, 501, 28), node("m", "nn.LSTM", input_size=28, hidden_size=H, batch_first=True)),
        recurrent(4, 501, 28, H),
    ),
    "lstm cell": (
        line(sample(N, 28), node("m", "nn.LSTMCell", input_size=28, hidden_size=H)),
        recurrent(4, 1, 28, H),
    ),
    "multi-head attention": (
        self_attention("nn.MultiheadAttention", embed_dim=F, num_heads=4, batch_first=True),
        attention(T, T, F),
    ),
    "transformer encoder layer": (
        line(
            sample(N, T, F),
            node("m", "nn.TransformerEncoderLayer", d_model=F, nhead=4, dim_feedforward=128, batch_first=True),
        ),
        attention(T, T, F) + 2 * linear(N * T, F, 128),
    ),
    "bilinear": (
        two_inputs("nn.Bilinear", (N, 5), (N, 6), in1_features=5, in2_features=6, out_features=7),
        N * 7 * 5 * 6,
    ),
    "batched matrices": (two_inputs("torch.bmm", (N, 3, 4), (N, 4, 5)), N * 3 * 4 * 5),
    "broadcast matrices": (two_inputs("torch.matmul", (N, 3, 4), (4, 5)), N * 3 * 4 * 5),
    "what only moves or compares": (line(sample(N, F), node("a", "nn.ReLU"), node("m", "nn.Flatten")), 0),
}


@pytest.mark.parametrize("name", TABLE)
def test_multiply_adds_are_those_of_the_table(name: str) -> None:
    network, expected = TABLE[name]
    assert infer(network).totals.macs == expected


def test_a_module_that_is_used_twice_works_twice() -> None:
    first = node("a", "nn.LazyLinear", out_features=8)
    second = type(first)("b", first.type, first.arguments, shares="a")
    assert infer(line(sample(N, 8), first, second)).totals.macs == 2 * linear(N, 8, 8)
