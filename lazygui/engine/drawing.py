"""The drawing as the worker knows it: kept in step with the window by differences, and inferred anew after each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from lazygui.engine.fitting import fitted
from lazygui.engine.infer import Inferer, Known
from lazygui.engine.messages import FitRequest, Fitted, Inferred, InferRequest
from lazygui.graph.model import Edge, Graph, Port

PATIENCE: Final = 0.1
"""So many seconds shapes wait for the fixes of problems; the others come when they are asked for again."""


class Drawing:
    """One drawing with what was told of it last."""

    def __init__(self) -> None:
        self._inferer = Inferer()
        self._graph = Graph()
        self._generation: int | None = None
        self._known = Known()

    def answer(self, request: InferRequest) -> Iterator[Inferred]:
        """Take over what changed and tell what differs from the answer to the request's base.

        Raises ValueError for a base that is not the request before this one: the differences would mean nothing.
        """
        if request.base is None:
            self._graph, self._known = Graph(), Known()
        elif request.base != self._generation:
            raise ValueError(f"request {request.base} was not the last one")
        self._graph, self._generation = _changed(self._graph, request), request.generation
        before, self._known = self._known, self._inferer.infer(self._graph, request.is_training, patience=PATIENCE)
        yield Inferred(request.generation, self._known.inference(before))

    def fit(self, request: FitRequest) -> Iterator[Fitted]:
        """Tell which layers fit at a place; what torch said of them before is remembered."""
        yield fitted(self._inferer, request)


def _changed(graph: Graph, request: InferRequest) -> Graph:
    """Apply the differences. Edges first go, then nodes, so that nothing is lost with a node that comes back."""
    cut = [Port(*target) for target in request.cut]
    graph = graph.without_edges(cut) if cut else graph
    if request.removed:
        gone = frozenset(request.removed)
        graph = replace(graph, nodes=MappingProxyType({k: n for k, n in graph.nodes.items() if k not in gone}))
    graph = graph.with_nodes(request.nodes) if request.nodes else graph
    edges = [Edge(Port(source, i), Port(target, j)) for source, i, target, j in request.edges]
    return graph.with_edges(edges) if edges else graph
