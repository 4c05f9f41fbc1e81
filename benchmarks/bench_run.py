"""Run sample against a plain `net(X)`: a ResNet-50-sized network and an MLP, as drawings and as modules.

The forward pass: the same initialised modules, once called by plain torch code and once step by step, with the shapes,
dtypes and times of every node recorded. The first run: fresh lazy modules built and run, on either side.
What a run does besides is shown apart: the estimate on meta, and the statistics of all parameters.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import torch
from interleave import interleaved, milliseconds, ratio
from torch import nn

from lazygui.engine import estimate, histogram, plan
from lazygui.engine.run import default_threads, dtype_name
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.topology import order

TARGET = 1.05


class Drawing:
    """Grows a graph and, in the same calls, remembers what plain torch code would do."""

    def __init__(self, *shape: int) -> None:
        self.nodes = {"x": Node("x", "Input", {"shape": shape})}
        self.edges: list[Edge] = []

    def add(self, layer: str, *sources: str, **arguments: int | tuple[int, ...]) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes[name] = Node(name, layer, arguments)
        self.edges += [Edge(Port(source), Port(name, index)) for index, source in enumerate(sources)]
        return name

    @property
    def graph(self) -> Graph:
        return Graph(self.nodes).with_edges(self.edges)


class Block(nn.Module):
    """The bottleneck of a ResNet, as everybody writes it."""

    def __init__(self, width: int, stride: int, has_shortcut: bool) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *(nn.LazyConv2d(width, 1, bias=False), nn.LazyBatchNorm2d(), nn.ReLU()),
            *(nn.LazyConv2d(width, 3, stride=stride, padding=1, bias=False), nn.LazyBatchNorm2d(), nn.ReLU()),
            *(nn.LazyConv2d(4 * width, 1, bias=False), nn.LazyBatchNorm2d()),
        )
        shortcut = (nn.LazyConv2d(4 * width, 1, stride=stride, bias=False), nn.LazyBatchNorm2d())
        self.shortcut = nn.Sequential(*shortcut) if has_shortcut else None
        self.relu = nn.ReLU()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.relu(torch.add(self.body(x), x if self.shortcut is None else self.shortcut(x)))


STAGES = ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2))


def plain_resnet50() -> nn.Module:
    stem = (nn.LazyConv2d(64, 7, stride=2, padding=3, bias=False), nn.LazyBatchNorm2d(), nn.ReLU())
    blocks = [Block(w, s if i == 0 else 1, i == 0) for w, count, s in STAGES for i in range(count)]
    head = (nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LazyLinear(1000))
    return nn.Sequential(*stem, nn.MaxPool2d(3, stride=2, padding=1), *blocks, *head)


def drawn_resnet50(batch: int) -> Graph:
    d = Drawing(batch, 3, 224, 224)

    def conv(source: str, width: int, size: int, stride: int = 1) -> str:
        arguments = {"kernel_size": size, "stride": stride, "padding": size // 2, "bias": False}
        return d.add("nn.LazyBatchNorm2d", d.add("nn.LazyConv2d", source, out_channels=width, **arguments))

    top = d.add("nn.MaxPool2d", d.add("nn.ReLU", conv("x", 64, 7, 2)), kernel_size=3, stride=2, padding=1)
    for width, count, first_stride in STAGES:
        for number in range(count):
            stride = first_stride if number == 0 else 1
            inner = d.add("nn.ReLU", conv(d.add("nn.ReLU", conv(top, width, 1)), width, 3, stride))
            body = conv(inner, 4 * width, 1)
            top = d.add("nn.ReLU", d.add("torch.add", body, conv(top, 4 * width, 1, stride) if number == 0 else top))
    flat = d.add("nn.Flatten", d.add("nn.AdaptiveAvgPool2d", top, output_size=1))
    d.add("nn.LazyLinear", flat, out_features=1000)
    return d.graph


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
    given = plan.Step(first.node, lambda: x, None, (), first.keeps, first.frees)
    return plan.Plan((given, *others))


def main() -> int:
    torch.set_num_threads(default_threads())
    print(f"{torch.get_num_threads()} thread(s), torch {torch.__version__}, eval, no_grad")
    networks = (
        Network("MLP", drawn_mlp(64), plain_mlp, 101),
        Network("ResNet-50", drawn_resnet50(4), plain_resnet50, 15),
    )
    ratios = [measure(network) for network in networks]
    return 0 if max(ratios) <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
