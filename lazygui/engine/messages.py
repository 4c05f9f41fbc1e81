"""What crosses the border between the window and the engine. Frozen values only; importing this never imports torch."""

from __future__ import annotations

from dataclasses import dataclass

from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.results import Failure, NodeResult


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Run a sample through these nodes. Answers carry the same generation, so that late ones can be told."""

    generation: int
    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, int, str, int], ...]
    """Source node, output index, target node, input index."""
    seed: int = 0
    is_training: bool = False
    threads: int | None = None
    """How many threads torch may use, or None for the engine's choice."""

    @staticmethod
    def of(graph: Graph, generation: int, seed: int, is_training: bool = False) -> RunRequest:
        """Return the request for a snapshot of a drawing."""
        edges = tuple((*source, *target) for target, source in graph.edges.items())
        return RunRequest(generation, tuple(graph.nodes.values()), edges, seed, is_training)

    @property
    def graph(self) -> Graph:
        return Graph({n.id: n for n in self.nodes}, {Port(t, j): Port(s, i) for s, i, t, j in self.edges})


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The worker has imported torch, has warmed up, and takes requests. Sent once."""

    torch_version: str


@dataclass(frozen=True, slots=True)
class NodeStarted:
    generation: int
    node: str


@dataclass(frozen=True, slots=True)
class NodeFinished:
    generation: int
    node: str
    result: NodeResult


@dataclass(frozen=True, slots=True)
class NodeFailed:
    """The run ends here. `node` is None when it is not one node's fault (an empty network)."""

    generation: int
    node: str | None
    failure: Failure


@dataclass(frozen=True, slots=True)
class RunFinished:
    """Every node has run. `parameter_count` counts shared parameters once; `seconds` is the time inside the layers."""

    generation: int
    parameter_count: int
    seconds: float


RunEvent = NodeStarted | NodeFinished | NodeFailed | RunFinished
"""What a run says: NodeStarted and NodeFinished for each node in order, then RunFinished or NodeFailed."""

Event = EngineReady | RunEvent
"""What a worker says."""
