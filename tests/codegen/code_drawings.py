"""Graphs whose code the tests read and run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lazygui.graph.model import Graph, Node, Port


def graph(nodes: dict[str, tuple[str, dict[str, Any]]], *edges: tuple[str, str]) -> Graph:
    """Return a graph from types and arguments by name; an edge's end may name a port, as in `add:1`."""
    return Graph(
        {name: Node(name, layer, arguments) for name, (layer, arguments) in nodes.items()},
        {_port(target): _port(source) for source, target in edges},
    )


def _port(end: str) -> Port:
    node, _, index = end.partition(":")
    return Port(node, int(index or 0))


LAZY_INIT = graph(
    {
        "x": ("Input", {"shape": (2, 20), "dtype": "float32", "fill": "rand"}),
        "fc1": ("nn.LazyLinear", {"out_features": 256}),
        "relu": ("nn.ReLU", {}),
        "fc2": ("nn.LazyLinear", {"out_features": 10}),
    },
    ("x", "fc1"),
    ("fc1", "relu"),
    ("relu", "fc2"),
)
RESIDUAL = graph(
    {
        "x": ("Input", {"shape": (2, 3, 6, 6), "fill": "randn"}),
        "b.conv1": ("nn.LazyConv2d", {"out_channels": 8, "kernel_size": 3, "padding": 1, "stride": 2}),
        "b.bn1": ("nn.LazyBatchNorm2d", {}),
        "b.relu1": ("F.relu", {}),
        "b.conv2": ("nn.LazyConv2d", {"out_channels": 8, "kernel_size": 3, "padding": 1}),
        "b.bn2": ("nn.LazyBatchNorm2d", {}),
        "b.conv3": ("nn.LazyConv2d", {"out_channels": 8, "kernel_size": 1, "stride": 2}),
        "b.add": ("torch.add", {}),
        "b.relu2": ("F.relu", {}),
    },
    ("x", "b.conv1"),
    ("b.conv1", "b.bn1"),
    ("b.bn1", "b.relu1"),
    ("b.relu1", "b.conv2"),
    ("b.conv2", "b.bn2"),
    ("x", "b.conv3"),
    ("b.bn2", "b.add"),
    ("b.conv3", "b.add:1"),
    ("b.add", "b.relu2"),
)
TWO_INPUTS = graph(
    {
        "image": ("Input", {"shape": (2, 1, 4, 4)}),
        "words": ("Input", {"shape": (2, 5), "dtype": "int64", "fill": "randint", "high": 50}),
        "weights": ("Input", {"shape": (2, 2), "fill": "values", "values": ((0.5, 1), (2, -1.5))}),
        "flatten": ("torch.flatten", {"start_dim": 1}),
        "embed": ("nn.Embedding", {"num_embeddings": 50, "embedding_dim": 3}),
        "flatten2": ("nn.Flatten", {}),
        "cat": ("torch.cat", {"dim": 1}),
        "fc": ("nn.LazyLinear", {"out_features": 4, "bias": False}),
        "score": ("nn.Linear", {"in_features": 2, "out_features": 3}),
    },
    ("image", "flatten"),
    ("words", "embed"),
    ("embed", "flatten2"),
    ("flatten", "cat"),
    ("flatten2", "cat:1"),
    ("weights", "cat:2"),
    ("cat", "fc"),
    ("weights", "score"),
)

LSTM = graph(
    {
        "X": ("Input", {"shape": (5, 2, 8)}),
        "state": ("Input", {"shape": (1, 2, 16), "fill": "zeros"}),
        "rnn": ("nn.LSTM", {"input_size": "auto", "hidden_size": 16}),
        "rnn2": ("nn.LSTM", {"input_size": "auto", "hidden_size": 16}),
        "fc": ("nn.LazyLinear", {"out_features": 4}),
        "score": ("torch.matmul", {}),
        "turn": ("torch.transpose", {"dim0": 1, "dim1": 2}),
    },
    ("X", "rnn"),
    ("state", "rnn:1"),
    ("state", "rnn:2"),
    ("rnn", "rnn2"),
    ("rnn:1", "rnn2:1"),
    ("rnn:2", "rnn2:2"),
    ("rnn2", "fc"),
    ("rnn2:1", "turn"),
    ("rnn2:1", "score"),
    ("turn", "score:1"),
)
ATTENTION = graph(
    {
        "queries": ("Input", {"shape": (2, 3, 8)}),
        "keys": ("Input", {"shape": (2, 5, 8)}),
        "valid_lens": ("Input", {"shape": (2,), "dtype": "int64", "fill": "values", "values": (2, 4)}),
        "keys_T": ("torch.transpose", {"dim0": 1, "dim1": 2}),
        "scores": ("torch.bmm", {}),
        "scale": ("Scale", {"factor": 0.125}),
        "masked_softmax": ("block.masked_softmax", {}),
        "context": ("torch.bmm", {}),
    },
    ("keys", "keys_T"),
    ("queries", "scores"),
    ("keys_T", "scores:1"),
    ("scores", "scale"),
    ("scale", "masked_softmax"),
    ("valid_lens", "masked_softmax:1"),
    ("masked_softmax", "context"),
    ("keys", "context:1"),
)


def with_node(drawn: Graph, node: Node, *edges: tuple[str, str]) -> Graph:
    """Return the graph with one node more, or another one in its place, behind these edges."""
    drawn = drawn.with_nodes([node])
    return replace(drawn, edges={**drawn.edges, **{_port(target): _port(start) for start, target in edges}})


TIED = with_node(
    graph(
        {
            "tokens": ("Input", {"shape": (2, 5), "dtype": "int64"}),
            "embed": ("nn.Embedding", {"num_embeddings": 20, "embedding_dim": 8}),
            "fc1": ("nn.LazyLinear", {"out_features": 8}),
            "relu": ("nn.ReLU", {}),
        },
        ("tokens", "embed"),
        ("embed", "fc1"),
        ("fc1", "relu"),
    ).with_nodes([Node("fc2", "nn.LazyLinear", {"out_features": 8}, shares="fc1")]),
    Node("head", "nn.LazyLinear", {"out_features": 20, "bias": False}, ties={"weight": "embed.weight"}),
    ("relu", "fc2"),
    ("fc2", "head"),
)
HALVE = """import torch

def halve(X, limit):
    while X.abs().sum() > limit:
        X = X / 2
    return X
"""
CUSTOM = graph(
    {
        "x": ("Input", {"shape": (2, 4)}),
        "fc": ("nn.LazyLinear", {"out_features": 4}),
        "halve": ("Custom", {"source": HALVE, "numbers": (1.0,)}),
        "halve2": ("Custom", {"source": HALVE, "numbers": (0.5,)}),
        "other": ("Custom", {"source": "def halve(a, b):\n    return a + b if a.sum() > 0 else halve(a + 1, b)"}),
    },
    ("x", "fc"),
    ("fc", "halve"),
    ("halve", "halve2"),
    ("halve2", "other"),
    ("fc", "other:1"),
)
PARAMETERS = graph(
    {
        "x": ("Input", {"shape": (2, 3, 6)}),
        "conv": ("nn.Conv1d", {"in_channels": 3, "out_channels": 4, "kernel_size": 3}),
        "cls_token": ("nn.Parameter", {"shape": (1, 4, 1), "init": "zeros"}),
        "scale": ("nn.Parameter", {"shape": (4, 4), "init": "xavier_uniform"}),
        "rand_weight": ("Constant", {"shape": (4, 4), "fill": "rand"}),
        "steps": ("Constant", {"shape": (2, 2), "fill": "arange"}),
        "expand": ("torch.Tensor.expand", {"size": (2, 4, 4)}),
        "add": ("torch.add", {}),
        "mul": ("torch.mul", {}),
        "matmul": ("torch.matmul", {}),
        "fc": ("nn.Linear", {"in_features": 4, "out_features": 2}),
        "matmul2": ("torch.matmul", {}),
    },
    ("x", "conv"),
    ("cls_token", "expand"),
    ("conv", "add"),
    ("expand", "add:1"),
    ("add", "mul"),
    ("scale", "mul:1"),
    ("mul", "matmul"),
    ("rand_weight", "matmul:1"),
    ("matmul", "fc"),
    ("fc", "matmul2"),
    ("steps", "matmul2:1"),
)
