"""What the statistics of all activations cost: a pass with them against the plain pass, beside torchinfo and histc.

The same initialised modules on all sides, and the same sample. `torchinfo.summary` records shapes and counts of each
layer in its own forward pass; it tells no numbers of activations.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
import torchinfo
from bench_run import with_sample
from interleave import have_memory_of_worker, interleaved, milliseconds, ratio
from networks import RESNET_50, Drawing, drawn_resnet, plain_resnet
from torch import nn

from lazygui.engine import activations, histogram, infer, plan
from lazygui.engine.where import default_threads
from lazygui.graph import filling
from lazygui.graph.model import Graph

TARGET = 1.25
WEIGHTS_TARGET = 0.1
ROUNDS = 11


class PlainVit(nn.Module):
    """ViT-B/16: twelve encoder layers of width 768 on patches of 16 pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.patches = nn.LazyConv2d(768, 16, stride=16)
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(768, 12, 3072, 0.0, "gelu", batch_first=True, norm_first=True) for _ in range(12)
        )
        self.norm, self.head = nn.LayerNorm(768), nn.LazyLinear(1000)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = torch.permute(torch.flatten(self.patches(x), 2), (0, 2, 1))
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x))


def drawn_vit(batch: int) -> Graph:
    d = Drawing(batch, 3, 224, 224)
    x = d.add("nn.LazyConv2d", "x", out_channels=768, kernel_size=16, stride=16)
    x = d.add("torch.permute", d.add("torch.flatten", x, start_dim=2), dims=(0, 2, 1))
    for _ in range(12):
        settings = {"d_model": 768, "nhead": 12, "dim_feedforward": 3072, "dropout": 0.0, "activation": "gelu"}
        x = d.add("nn.TransformerEncoderLayer", x, **settings, batch_first=True, norm_first=True)
    d.add("nn.LazyLinear", d.add("nn.LayerNorm", x, normalized_shape=768), out_features=1000)
    return d.graph


def walk(made: plan.Plan, has_numbers: bool) -> int:
    """Take all steps, with the numbers of what comes out or without them; return how many values came out."""
    values, count = plan.Values(), 0
    for step in made.steps:
        passed = plan.perform(step, values)
        assert isinstance(passed, plan.Passed), passed
        if has_numbers:
            activations.activations(step, passed)
        count += sum(output.numel() for output in passed.outputs if output is not None)
        del passed
    return count


def histc_of_all(made: plan.Plan) -> None:
    values = plan.Values()
    for step in made.steps:
        passed = plan.perform(step, values)
        assert isinstance(passed, plan.Passed)
        for output in passed.outputs:
            if output is not None:
                torch.histc(output, bins=histogram.LEVELS)
        del passed


def measure(name: str, graph: Graph, plain: Callable[[], nn.Module]) -> tuple[float, float]:
    """Print the table of one network; return the costs of activations and of weights, by the plain pass."""
    graph = filling.filled(graph, infer.sizes(infer.infer(graph)))
    torch.manual_seed(0)
    made = plan.make(graph, 0)
    first = plan.perform(made.steps[0], plan.Values())
    assert isinstance(first, plan.Passed)
    x = first.outputs[0]
    assert x is not None
    made = with_sample(made, x)
    count = walk(made, has_numbers=False)
    torch.manual_seed(0)
    net = plain().eval()

    def call() -> torch.Tensor:
        with torch.no_grad():
            return net(x)

    call()
    parameters = list(net.parameters())
    seconds = interleaved(
        {
            "plain net(X)": call,
            "lazygui steps": partial(walk, made, has_numbers=False),
            "with activations": partial(walk, made, has_numbers=True),
            "with torch.histc": partial(histc_of_all, made),
            "torchinfo.summary": lambda: torchinfo.summary(net, input_data=x, verbose=0),
            "weights, counts": lambda: [histogram.histogram(parameter) for parameter in parameters],
            "weights, all": lambda: [histogram.statistics("", parameter) for parameter in parameters],
            "weights, histc": lambda: [torch.histc(parameter, histogram.LEVELS) for parameter in parameters],
        },
        ROUNDS,
    )
    peer = seconds["plain net(X)"]
    print(f"\n{name}: {len(made.steps)} nodes, {count:,} activations, X {tuple(x.shape)}")
    for rival, times in seconds.items():
        print(f"  {rival:18} {milliseconds(times)}  {ratio(times, peer):.3f} x plain net(X)")
    return ratio(seconds["with activations"], peer), ratio(seconds["weights, counts"], peer)


def main() -> int:
    have_memory_of_worker()
    torch.set_num_threads(default_threads())
    print(f"{torch.get_num_threads()} thread(s), torch {torch.__version__}, eval, no_grad, {Path(__file__).name}")
    found = [
        measure("ResNet-50", drawn_resnet(RESNET_50, 4), partial(plain_resnet, RESNET_50)),
        measure("ViT-B", drawn_vit(4), PlainVit),
    ]
    is_met = max(cost for cost, _ in found) <= TARGET and found[0][1] <= WEIGHTS_TARGET
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
