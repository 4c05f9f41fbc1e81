"""Graphs to export, and their scripts run in a process of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lazygui.graph.model import Graph, Node, Port

RUNNER = Path(__file__).with_name("run_scripts.py")


@dataclass(frozen=True)
class Ran:
    """What a script printed, and the shape and sum of each of its parameters."""

    printed: str
    parameters: list[tuple[tuple[int, ...], float]]

    @property
    def output(self) -> tuple[int, ...]:
        """The shape of what the network gave: that of the last layer, or the line that says it."""
        shape = self.printed.splitlines()[-2].partition("(")[2].partition(")")[0]
        return tuple(int(length) for length in shape.split(",") if length.strip())


def run_all(sources: Iterable[str], folder: Path) -> list[Ran]:
    """Run scripts one after the other in one fresh process."""
    paths = []
    for number, text in enumerate(sources):
        path = folder / f"script_{number}.py"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    command = [sys.executable, "-W", "error", str(RUNNER), *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return [Ran(one["printed"], [(tuple(shape), total) for shape, total in one["parameters"]]) for one in results]


def graph(nodes: dict[str, tuple[str, dict[str, Any]]], *edges: tuple[str, str]) -> Graph:
    """Return a graph from types and arguments by name; an edge's end may name a port, as in `add:1`."""

    def port(end: str) -> Port:
        node, _, index = end.partition(":")
        return Port(node, int(index or 0))

    return Graph(
        {name: Node(name, layer, arguments) for name, (layer, arguments) in nodes.items()},
        {port(target): port(source) for source, target in edges},
    )


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
