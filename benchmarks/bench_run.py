"""Run sample against a plain `net(X)`: a ResNet-50-sized network and an MLP, as drawings and as modules.

The forward pass: the same initialised modules, once called by plain torch code and once step by step, with the shapes,
dtypes and times of every node recorded. The first run: fresh lazy modules built and run, on either side.
What a run does besides is shown apart: the estimate on meta, and the statistics of all parameters.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import torch
from interleave import interleaved, milliseconds, ratio
from networks import RESNET_50, Drawing, drawn_resnet, plain_resnet
from torch import nn

from lazygui.engine import estimate, histogram, plan
from lazygui.engine.dtypes import dtype_name
from lazygui.engine.where import default_threads
from lazygui.graph.model import Graph
from lazygui.graph.topology import order

TARGET = 1.05


WIDTHS = (1024, 1024, 1024, 1024, 10)


def plain_mlp() -> nn.Module:
    layers = [layer for width in WIDTHS for layer in (nn.LazyLinear(width), nn.ReLU())]
    return nn.Sequential(*layers[:-1])


def drawn_mlp(batch: int) -> Graph:
    d = Drawing(batch, 784)
    top = "x"
    for number, width in enumerate(WIDTHS):
        top = d.add("nn.LazyLinear", top if number == 0 else d.add("nn.ReLU", top), out_features=width)
    return d.graph


@dataclass(frozen=True)
class Network:
    name: str
    graph: Graph
    plain: Callable[[], nn.Module]
    rounds: int


def walk(made: plan.Plan) -> list[tuple[object, ...]]:
    """Take all steps and record what a run records of each."""
    values = plan.Values()
    records: list[tuple[object, ...]] = []
    for step in made.steps:
        passed = plan.perform(step, values)
        assert isinstance(passed, plan.Passed)
        shapes = tuple((tuple(output.shape), dtype_name(output.dtype)) for output in passed.outputs)
        records.append((step.node.id, shapes, passed.seconds))
        del passed  # as a run does
    return records


def call(net: nn.Module, x: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        return net(x)


def same_modules(network: Network) -> tuple[plan.Plan, nn.Module, torch.Tensor]:
    """Return a plan and a plain network with equal weights, both initialised, and the sample of the plan."""
    torch.manual_seed(0)
    made = plan.make(network.graph, 0)
    values = plan.Values()
    first = plan.perform(made.steps[0], values)
    assert isinstance(first, plan.Passed)
    x = first.outputs[0]
    for step in made.steps[1:]:
        plan.perform(step, values)
    torch.manual_seed(0)
    net = network.plain().eval()
    call(net, x)
    assert sum(p.numel() for p in net.parameters()) == sum(
        p.numel() for step in made.steps if step.module for p in step.module.parameters()
    )
    return made, net, x


def measure(network: Network) -> float:
    """Print the table of one network and return the ratio of the forward passes."""
    made, net, x = same_modules(network)
    shape = tuple(x.shape)
    parameters = list(net.parameters())

    # The sample is drawn once on both sides: it is not part of a forward pass.
    def steps() -> list[tuple[object, ...]]:
        return walk(with_sample(made, x))

    def fresh_plain() -> torch.Tensor:
        torch.manual_seed(0)
        return call(network.plain().eval(), x)

    def fresh_steps() -> list[tuple[object, ...]]:
        torch.manual_seed(0)
        return walk(with_sample(plan.make(network.graph, 0), x))

    forward = interleaved({"plain net(X)": lambda: call(net, x), "lazygui steps": steps}, network.rounds)
    first = interleaved({"plain build + net(X)": fresh_plain, "lazygui build + steps": fresh_steps}, network.rounds)
    beside = interleaved(
        {
            "estimate on meta": lambda: estimate.refusal(network.graph),
            "all statistics": lambda: [histogram.statistics("", p) for p in parameters],
        },
        network.rounds,
    )
    count = sum(p.numel() for p in parameters)
    print(f"\n{network.name}: {len(order(network.graph))} nodes, {count:,} parameters, X {shape}")
    for group in (forward, first):
        (peer_name, peer), (name, ours) = group.items()
        print(f"  {peer_name:22} {milliseconds(peer)}")
        print(f"  {name:22} {milliseconds(ours)}  {ratio(ours, peer):.3f} x {peer_name}")
    for name, seconds in beside.items():
        print(f"  {name:22} {milliseconds(seconds)}")
    return ratio(forward["lazygui steps"], forward["plain net(X)"])


def with_sample(made: plan.Plan, x: torch.Tensor) -> plan.Plan:
    """Return the plan with its sample given instead of drawn."""
    first, *others = made.steps
    return plan.Plan((replace(first, function=lambda: x), *others))


def main() -> int:
    torch.set_num_threads(default_threads())
    print(f"{torch.get_num_threads()} thread(s), torch {torch.__version__}, eval, no_grad")
    networks = (
        Network("MLP", drawn_mlp(64), plain_mlp, 101),
        Network("ResNet-50", drawn_resnet(RESNET_50, 4), partial(plain_resnet, RESNET_50), 15),
    )
    ratios = [measure(network) for network in networks]
    return 0 if max(ratios) <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
