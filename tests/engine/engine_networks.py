"""Small networks for the tests of the engine, and the events of a run in a shape that reads well."""

from __future__ import annotations

from itertools import pairwise

from lazygui.catalog.spec import Value
from lazygui.engine.messages import Event, NodeFailed, NodeFinished, RunFinished, RunRequest
from lazygui.engine.run import run
from lazygui.graph.findings import Finding
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.results import NodeResult


def node(name: str, layer: str, **arguments: Value) -> Node:
    return Node(name, layer, arguments)


def sample(*shape: int, name: str = "x", **arguments: Value) -> Node:
    return Node(name, "Input", {"shape": shape, **arguments})


def graph(nodes: tuple[Node, ...], *edges: str) -> Graph:
    """Connect nodes by edges written as `a>b` or `a:1>b:0`."""

    def port(text: str) -> Port:
        name, _, index = text.partition(":")
        return Port(name, int(index or 0))

    ends = (edge.split(">") for edge in edges)
    return Graph({n.id: n for n in nodes}).with_edges(Edge(port(a), port(b)) for a, b in ends)


def line(*nodes: Node) -> Graph:
    return graph(nodes, *(f"{a.id}>{b.id}" for a, b in pairwise(nodes)))


def two_inputs(layer: str, first: tuple[int, ...], second: tuple[int, ...], **arguments: Value) -> Graph:
    """Return two samples that meet in one operation called `both`."""
    nodes = (sample(*first, name="a"), sample(*second, name="b"), node("both", layer, **arguments))
    return graph(nodes, "a>both:0", "b>both:1")


def events(network: Graph, seed: int = 0, is_training: bool = False) -> list[Event]:
    return list(run(RunRequest.of(network, 1, seed, is_training)))


def results(network: Graph, seed: int = 0, is_training: bool = False) -> dict[str, NodeResult]:
    """Return the result of every node of a run that must succeed."""
    said = events(network, seed, is_training)
    assert isinstance(said[-1], RunFinished), said[-1]
    return {event.node: event.result for event in said if isinstance(event, NodeFinished)}


def failure(network: Graph, is_training: bool = False) -> Finding:
    """Return why a run fails that must fail; the event and the problem name the same node."""
    last = events(network, 0, is_training)[-1]
    assert isinstance(last, NodeFailed), last
    assert last.node == last.failure.problem.node
    return last.failure


EXAMPLE = line(
    sample(2, 20),
    node("fc1", "nn.LazyLinear", out_features=256),
    node("relu", "nn.ReLU"),
    node("fc2", "nn.LazyLinear", out_features=10),
)

LENET = line(
    sample(2, 1, 28, 28),
    node("conv1", "nn.LazyConv2d", out_channels=6, kernel_size=5, padding=2),
    node("act1", "nn.Sigmoid"),
    node("pool1", "nn.AvgPool2d", kernel_size=2, stride=2),
    node("conv2", "nn.LazyConv2d", out_channels=16, kernel_size=5),
    node("act2", "nn.Sigmoid"),
    node("pool2", "nn.AvgPool2d", kernel_size=2, stride=2),
    node("flatten", "nn.Flatten"),
    node("fc1", "nn.LazyLinear", out_features=120),
    node("act3", "nn.Sigmoid"),
    node("fc2", "nn.LazyLinear", out_features=84),
    node("act4", "nn.Sigmoid"),
    node("fc3", "nn.LazyLinear", out_features=10),
)
