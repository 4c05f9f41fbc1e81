"""A drawing as a table: what goes into each node and comes out, what it learns, costs and takes. Pure.

What a run showed comes first, what inference foretells fills the gaps, and what nobody knows is None, never a guess.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lazygui.graph import ties
from lazygui.graph.findings import Shape
from lazygui.graph.groups import Crossing, border, children, members, parent
from lazygui.graph.model import Graph, Port
from lazygui.graph.results import Results
from lazygui.graph.topology import order

DEFAULT_DTYPE = "float32"
"""Of parameters before a run: nothing here makes others."""
ITEM_BYTES: Mapping[str, int] = {
    **dict.fromkeys(("bool", "int8", "uint8"), 1),
    **dict.fromkeys(("float16", "bfloat16", "int16"), 2),
    **dict.fromkeys(("float32", "int32"), 4),
    **dict.fromkeys(("float64", "int64", "complex64"), 8),
    "complex128": 16,
}
Shapes = tuple[Shape | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A node, or a group with the `rows` in it, whose numbers are the sums of theirs.

    `parameters` and `bytes` are those that this row is the first to have: shared and tied ones count where they are.
    `macs` are multiply-adds of one pass. Any of them is None while it is unknown, and so is a sum that lacks a part;
    `seconds` are known of what has run. `shared` names the node whose parameters it uses again, or is empty.
    """

    path: str
    layer: str
    inputs: Shapes
    outputs: Shapes
    parameters: int | None
    bytes: int | None
    macs: int | None
    seconds: float | None
    shared: str = ""
    rows: tuple[Row, ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Row]]:
        """Yield this row and those in it, with how deep they lie."""
        yield depth, self
        for row in self.rows:
            yield from row.walk(depth + 1)


def summary(graph: Graph, results: Results) -> tuple[Row, ...]:
    """Return the rows of the top, in running order; a group stands where its first node does."""
    return _Table(graph, results).rows("")


def total(rows: Iterable[Row]) -> Row:
    """Return the sum of rows, as a row without a name."""
    return _sum("", tuple(rows), (), ())


class _Table:
    def __init__(self, graph: Graph, results: Results) -> None:
        self._graph, self._results = graph, results
        self._rank = {node: number for number, node in enumerate(order(graph))}

    def rows(self, group: str) -> tuple[Row, ...]:
        graph = self._graph
        nodes = [node for node in (members(graph, group) if group else graph.nodes) if parent(node) == group]
        first = {path: min(map(self._rank.__getitem__, members(graph, path))) for path in children(graph, group)}
        rank = {**first, **{node: self._rank[node] for node in nodes}}
        ordered = sorted(rank, key=rank.__getitem__)
        return tuple(self._group(one) if one in first else self._node(one) for one in ordered)

    def _node(self, node: str) -> Row:
        graph, results = self._graph, self._results
        ran, foretold = results.result(node), results.inferred(node)
        known = ran or foretold
        owner = ties.owner(graph, node)
        own = None if known is None else list(self._own_parameters(node))
        return Row(
            node,
            known.type if known else graph.nodes[node].type,
            tuple(self._shape(edge.source) for edge in graph.inputs.get(node, ())),
            self._outputs(node),
            None if own is None else sum(count for count, _ in own),
            None if own is None else sum(count * ITEM_BYTES[dtype] for count, dtype in own),
            foretold.macs if foretold else None,
            ran.seconds if ran else None,
            owner if owner != node else "",
        )

    def _own_parameters(self, node: str) -> Iterator[tuple[int, str]]:
        """Yield the count and the data type of each parameter that is no other one's."""
        ran, foretold = self._results.result(node), self._results.inferred(node)
        if ran is not None:
            told = [(one.name, one.count, one.dtype) for one in ran.parameters]
        else:
            told = [(name, math.prod(s), DEFAULT_DTYPE) for name, s in (foretold.parameters if foretold else ())]
        for name, count, dtype in told:
            if ties.root(self._graph, node, name) == ties.Place(node, name):
                yield count, dtype

    def _group(self, path: str) -> Row:
        crossed = border(self._graph, path)
        entering = tuple(self._shape(one.outside[0]) for one in crossed.inputs if one.outside)
        return _sum(path, self.rows(path), entering, tuple(map(self._leaving, crossed.outputs)))

    def _leaving(self, crossing: Crossing) -> Shape | None:
        return self._shape(crossing.inside[0])

    def _shape(self, port: Port) -> Shape | None:
        found = self._outputs(port.node)
        return found[port.index] if port.index < len(found) else None

    def _outputs(self, node: str) -> Shapes:
        shown, foretold = self._results.outputs(node), self._results.inferred(node)
        return shown or (foretold.outputs if foretold else ())


def _sum(path: str, rows: tuple[Row, ...], inputs: Shapes, outputs: Shapes) -> Row:
    return Row(
        path,
        "",
        inputs,
        outputs,
        _added([row.parameters for row in rows]),
        _added([row.bytes for row in rows]),
        _added([row.macs for row in rows]),
        _added_seconds([row.seconds for row in rows]),
        rows=rows,
    )


def _added(several: Iterable[int | None]) -> int | None:
    known = list(several)
    return None if None in known else sum(one for one in known if one is not None)


def _added_seconds(several: Iterable[float | None]) -> float | None:
    known = list(several)
    return None if None in known else math.fsum(one for one in known if one is not None)
