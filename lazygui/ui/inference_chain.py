"""What one worker was told of a drawing and has answered: asks for the difference alone. Knows no process and no Qt."""

from __future__ import annotations

from dataclasses import replace

from lazygui.engine.messages import InferRequest
from lazygui.graph.model import Graph
from lazygui.graph.results import Inference, NodeShapes


class Chain:
    """Requests to one worker, each told as the difference to the one before, and its answers put together again."""

    def __init__(self) -> None:
        self._base: int | None = None
        self._graph = Graph()
        self._shapes: dict[str, NodeShapes] = {}

    def request(self, generation: int, graph: Graph, is_training: bool) -> InferRequest:
        """Return the request for a snapshot. The next one builds on it, so it has to be sent."""
        old, base = self._graph, self._base
        self._graph, self._base = graph, generation
        return difference(generation, base, old, graph, is_training)

    def whole(self, news: Inference) -> Inference:
        """Return the answer to the latest request with the shapes of all nodes, also those that it need not repeat."""
        self._shapes.update(news.nodes)
        for node in news.gone:
            self._shapes.pop(node, None)
        for node in self._shapes.keys() - self._graph.nodes.keys():
            del self._shapes[node]
        return replace(news, nodes=dict(self._shapes), gone=())


def difference(generation: int, base: int | None, old: Graph, new: Graph, is_training: bool) -> InferRequest:
    """Return what leads from one snapshot to another. Cheap, for snapshots share the parts that did not change."""
    nodes, removed, edges, cut = [], [], [], []
    if old.nodes is not new.nodes:
        nodes = [node for key, node in new.nodes.items() if old.nodes.get(key) is not node]
        removed = [key for key in old.nodes if key not in new.nodes]
    if old.edges is not new.edges:
        edges = [(*source, *target) for target, source in new.edges.items() if old.edges.get(target) != source]
        cut = [(target.node, target.index) for target in old.edges if target not in new.edges]
    return InferRequest(generation, base, tuple(nodes), tuple(removed), tuple(edges), tuple(cut), is_training)
