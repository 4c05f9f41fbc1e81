"""What crosses the border between the window and the engine. Frozen values only; importing this never imports torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lazygui.graph.findings import Finding, Shape
from lazygui.graph.initialization import Initializer, InitReport, InitRule, WeightEdit
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.pictures import TensorPicture
from lazygui.graph.problems import Problem
from lazygui.graph.results import Activations, Gradients, Inference, NodeResult, TensorStatistics
from lazygui.graph.where import USUAL, Where

Arrival: TypeAlias = tuple[Shape, str]
"""The shape and the data type of a tensor that arrives."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Run a sample through these nodes. Answers carry the same generation, so that late ones can be told."""

    generation: int
    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, int, str, int], ...]
    """Source node, output index, target node, input index."""
    seed: int = 0
    is_training: bool = False
    may_run_code: bool = False
    """The person has said, for this document, that the source of its custom nodes may run."""
    initialization: tuple[InitRule, ...] = ()
    """What is done to the weights after the pass."""
    weights: tuple[WeightEdit, ...] = ()
    """Numbers that were set by hand, after all that."""
    where: Where = USUAL
    """The device, the precision and the threads."""
    initializes_early: bool = False
    """Do it before the pass instead, as an `__init__` does: what is lazy has nothing yet that could be initialized."""

    @staticmethod
    def of(
        graph: Graph,
        generation: int,
        seed: int,
        is_training: bool = False,
        may_run_code: bool = False,
        initializes_early: bool = False,
        where: Where = USUAL,
    ) -> RunRequest:
        """Return the request for a snapshot of a drawing."""
        return RunRequest(
            generation,
            tuple(graph.nodes.values()),
            tuple((*source, *target) for target, source in graph.edges.items()),
            seed,
            is_training,
            may_run_code=may_run_code,
            initialization=graph.initialization,
            weights=graph.weights,
            initializes_early=initializes_early,
            where=where,
        )

    @property
    def graph(self) -> Graph:
        nodes = {node.id: node for node in self.nodes}
        edges = {Port(t, j): Port(s, i) for s, i, t, j in self.edges}
        return Graph(nodes, edges, initialization=self.initialization, weights=self.weights)


@dataclass(frozen=True, slots=True)
class InferRequest:
    """Infer the shapes of a drawing on the meta device. Nothing is initialized, and no source of a document runs.

    Only what changed since the request `base` is told; with `base` None, all there is. `nodes` are new or changed
    ones, `removed` are gone; each of `edges` is new, and `cut` names the input where an edge ended that is gone.
    """

    generation: int
    base: int | None
    nodes: tuple[Node, ...]
    removed: tuple[str, ...] = ()
    edges: tuple[tuple[str, int, str, int], ...] = ()
    cut: tuple[tuple[str, int], ...] = ()
    is_training: bool = False


@dataclass(frozen=True, slots=True)
class FitRequest:
    """Say which of these layers fit at a place. Each is a node under the name of its type, in no drawing yet.

    `tries` are what may arrive at the first ports; a layer fits if it takes one of them. With `may_sample` its own
    sample is tried too. Where a `reader` is told it must take what comes out, at `port`, beside the `others`: port,
    shape, data type.
    """

    generation: int
    candidates: tuple[Node, ...]
    tries: tuple[tuple[Arrival, ...], ...] = ()
    may_sample: bool = False
    reader: Node | None = None
    port: int = 0
    others: tuple[tuple[int, Shape, str], ...] = ()
    is_training: bool = False


@dataclass(frozen=True, slots=True)
class LookRequest:
    """Show the numbers of one tensor of a run: a parameter of a node as it is in the end, or else an output.

    The run is made anew: its seed gives the same numbers. Nothing of it is told but the tensor.
    """

    run: RunRequest
    node: str
    parameter: str = ""
    output: int = 0

    @property
    def generation(self) -> int:
        return self.run.generation


@dataclass(frozen=True, slots=True)
class BackwardRequest:
    """Make a run anew and go back through it: from the output of the node `loss`, which must be one number, or without
    it from the mean of what nobody reads."""

    run: RunRequest
    loss: str = ""

    @property
    def generation(self) -> int:
        return self.run.generation


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The worker has imported torch, has warmed up, and takes requests. Sent once."""

    torch_version: str
    devices: tuple[str, ...] = ("cpu",)
    """Where a run can be."""
    threads: int = 1
    """How many threads the CPU may use."""


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
    failure: Finding


@dataclass(frozen=True, slots=True)
class NodeInitialized:
    """A layer's weights were initialized after the dry run. `calls` tells which parameters, and how."""

    generation: int
    node: str
    parameters: tuple[TensorStatistics, ...]
    calls: Mapping[str, Initializer]


@dataclass(frozen=True, slots=True)
class InitializationApplied:
    """All rules of the drawing have been applied, as far as they could be."""

    generation: int
    report: InitReport


@dataclass(frozen=True, slots=True)
class RunFinished:
    """Every node has run. `parameter_count` counts shared parameters once; `seconds` is the time inside the layers."""

    generation: int
    parameter_count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Inferred:
    """The answer to an InferRequest: what differs from the answer to its base."""

    generation: int
    inference: Inference


@dataclass(frozen=True, slots=True)
class Fitted:
    """The answer to a FitRequest: by type the shape of the first output, None where nobody can tell yet; and those that
    do not fit."""

    generation: int
    shapes: Mapping[str, Shape | None]
    misfits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """The answer to a LookRequest: the picture of the tensor, or why there is none."""

    generation: int
    picture: TensorPicture | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class NodePassed:
    """The sample has passed the node once more, with the weights that the initialization gave."""

    generation: int
    node: str
    activations: Activations


@dataclass(frozen=True, slots=True)
class BackwardDone:
    """The answer to a BackwardRequest: the gradients of every node, or why there are none."""

    generation: int
    gradients: Mapping[str, Gradients]
    problem: Problem | None = None


RunEvent = NodeStarted | NodeFinished | NodeFailed | NodeInitialized | NodePassed | InitializationApplied | RunFinished
"""What a run says: NodeStarted and NodeFinished for each node in order, then RunFinished or NodeFailed.

Where weights are initialized, NodeInitialized for each node that it concerns, InitializationApplied, and NodePassed for
each node come before RunFinished; those of an early initialization, of which no weights are told, begin the run.
"""

Event = EngineReady | RunEvent | Inferred | Fitted | Looked | BackwardDone
"""What a worker says."""
