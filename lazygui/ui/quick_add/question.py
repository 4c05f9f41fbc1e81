"""What the engine is asked before a layer is chosen for a place, and in which order layers are offered. Pure; no Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias, TypeVar

from lazygui import catalog
from lazygui.catalog.popularity import popular_first
from lazygui.catalog.spec import LayerSpec
from lazygui.engine.messages import Arrival, FitRequest
from lazygui.graph.inserting import Before, Behind, Into, Spot, source_of
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.results import Results
from lazygui.graph.swapping import as_layer

MOST_TRIES: Final = 4
"""So many of the shapes that the drawing has are tried at an input, beside a layer's own sample."""


@dataclass(frozen=True, slots=True)
class Swap:
    """In the place of these nodes."""

    nodes: tuple[str, ...]


Intent: TypeAlias = Spot | Swap
"""What a layer is chosen for."""


class _Typed(Protocol):
    @property
    def type(self) -> str: ...


Row = TypeVar("Row", bound=_Typed)


def candidates(graph: Graph, intent: Intent) -> tuple[LayerSpec, ...]:
    """Return the layers that can be chosen at all, the popular ones first; for a swap those of the same family."""
    specs = popular_first(catalog.CATALOG.values())
    if isinstance(intent, Swap):
        types = {graph.nodes[node].type for node in intent.nodes}
        families = {spec.family for one in types if (spec := catalog.find(one)) is not None}
        others = (spec for spec in specs if types != {spec.type})
        return tuple(sorted(others, key=lambda spec: spec.family not in families))
    if isinstance(intent, Before):
        return tuple(spec for spec in specs if spec.outputs)
    is_fed = source_of(graph, intent) is not None
    # What nothing can feed begins a drawing; behind something it would stand alone.
    return tuple(sorted(specs, key=lambda spec: bool(spec.inputs) != is_fed)) if is_fed or not graph.nodes else specs


def question(graph: Graph, results: Results, intent: Intent, specs: Iterable[LayerSpec]) -> FitRequest | None:
    """Return what to ask, or None where nothing is known of what arrives or is expected."""
    if isinstance(intent, Swap):
        return _about_swap(graph, results, intent, specs)
    nodes = tuple(Node(spec.type, spec.type, MappingProxyType(spec.start_arguments())) for spec in specs)
    if isinstance(intent, Before):
        return _read_by(graph, results, FitRequest(0, nodes, _known(graph, results), may_sample=True), intent.target)
    source = source_of(graph, intent)
    arrival = _arrival(results, source) if source is not None else None
    if arrival is None:
        return None
    request = FitRequest(0, tuple(node for node in nodes if node.input_names), ((arrival,),))
    return _read_by(graph, results, request, intent.target) if isinstance(intent, Into) else request


def sunk(rows: Iterable[Row], misfits: Collection[str], pinned: Collection[int] = ()) -> tuple[Row, ...]:
    """Return the rows with those that do not fit below the others; the pinned numbers keep the row that they have."""
    before = tuple(rows)
    kept = {number: before[number] for number in sorted(pinned) if 0 <= number < len(before)}
    free = [row for number, row in enumerate(before) if number not in kept]
    ordered = [*(row for row in free if row.type not in misfits), *(row for row in free if row.type in misfits)]
    for number, row in kept.items():
        ordered.insert(number, row)
    return tuple(ordered)


def _about_swap(graph: Graph, results: Results, swap: Swap, specs: Iterable[LayerSpec]) -> FitRequest | None:
    """The first of the nodes speaks for all: what arrives there must be taken, and who reads it must take the rest."""
    node = graph.nodes[swap.nodes[0]]
    arriving = [_arrival(results, source) for source, _ in graph.inputs.get(node.id, ())]
    known = tuple(one for one in arriving if one is not None)
    if not known or len(known) < len(arriving):
        return None
    nodes = (as_layer(node, spec) for spec in specs)
    request = FitRequest(0, tuple(Node(new.type, new.type, new.arguments) for new in nodes), (known,))
    leaving = graph.outputs.get(node.id, ())
    return _read_by(graph, results, request, leaving[0].target) if leaving else request


def _read_by(graph: Graph, results: Results, request: FitRequest, target: Port) -> FitRequest:
    """Have the node at the end take what comes, as far as its other inputs are known."""
    others = [(edge.target.index, _arrival(results, edge.source)) for edge in graph.inputs.get(target.node, ())]
    told = tuple((port, *arrival) for port, arrival in others if arrival is not None and port != target.index)
    reader = graph.nodes[target.node]
    return FitRequest(0, request.candidates, request.tries, request.may_sample, reader, target.index, told)


def _known(graph: Graph, results: Results) -> tuple[tuple[Arrival, ...], ...]:
    """Return the different tensors of a drawing, the latest first: one of them may well be what is to arrive."""
    found: dict[Arrival, None] = {}
    for node in reversed(tuple(graph.nodes)):
        arrival = _arrival(results, Port(node))
        if arrival is not None:
            found.setdefault(arrival)
    return tuple((one,) for one in list(found)[:MOST_TRIES])


def _arrival(results: Results, port: Port) -> Arrival | None:
    """Return what a run showed at an output, or what is inferred there."""
    told = results.result(port.node) or results.inferred(port.node)
    if told is None or port.index >= len(told.outputs):
        return None
    shape = told.outputs[port.index]
    return None if shape is None else (shape, told.dtypes[port.index])


def texts(graph: Graph, intent: Intent) -> tuple[str, Mapping[str, str | int]]:
    """Return a code for what is being chosen, with the names that its sentence needs."""
    return next(_texts(graph, intent))


def _texts(graph: Graph, intent: Intent) -> Iterator[tuple[str, Mapping[str, str | int]]]:
    match intent:
        case Swap((node,)):
            yield "swap_one", {"node": node}
        case Swap(nodes):
            yield "swap", {"count": len(nodes)}
        case Before(target):
            yield "before", {"node": target.node}
        case Into(target):
            yield "into", {"source": graph.edges[target].node, "node": target.node}
        case Behind(None):
            yield "alone", {}
        case _:
            source = source_of(graph, intent)
            yield ("behind", {"node": source.node}) if source is not None else ("alone", {})
