"""What a layer, or a block, becomes when it is chosen for a place in the drawing: at the end of an edge that was let go
on empty canvas, into an edge, or behind what is chosen. Pure: gives edits, does none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from lazygui.catalog.spec import LayerSpec
from lazygui.graph import edits, grouping, groups, placement
from lazygui.graph.edits import AddNodes
from lazygui.graph.grouping import Block
from lazygui.graph.model import Edge, Graph, Node, Point, Port


@dataclass(frozen=True, slots=True)
class Behind:
    """Behind a node, connected to it; with None alone, at the end of the drawing."""

    node: str | None = None


@dataclass(frozen=True, slots=True)
class Into:
    """Into the edge that ends at this input."""

    target: Port


@dataclass(frozen=True, slots=True)
class From:
    """At a place, fed by this output."""

    source: Port
    place: Point


@dataclass(frozen=True, slots=True)
class Before:
    """At a place, to feed this input."""

    target: Port
    place: Point


Spot: TypeAlias = Behind | Into | From | Before
"""Where something is to be put."""


def source_of(graph: Graph, spot: Spot) -> Port | None:
    """Return the output that would feed what is put there, or None where nothing would."""
    match spot:
        case Behind(node):
            return Port(node) if node is not None and graph.output_count(node) else None
        case Into(target):
            return graph.edges.get(target)
        case From(source):
            return source
        case Before():
            return None


def place_of(graph: Graph, spot: Spot) -> Point:
    """Return where the card will stand."""
    match spot:
        case Behind(None):
            right = max((place.x for place in graph.layout.values()), default=-placement.COLUMN)
            return placement.free(Point(right + placement.COLUMN, 0), graph.layout.values())
        case Behind(str(node)):
            return placement.behind(graph, node)
        case Into(target):
            before = graph.place(graph.edges[target].node)
            return Point(before.x + placement.COLUMN, before.y)
        case From(_, place) | Before(_, place):
            return placement.snapped(place)
    raise AssertionError(spot)


def insert(graph: Graph, spec: LayerSpec, spot: Spot) -> AddNodes:
    """Return the edit that puts a new layer there, connected where both sides have a port for that."""
    match spot:
        case Behind(node):
            return edits.append_behind(graph, spec, node)
        case Into(target):
            return edits.splice_new(graph, spec, target)
    new = edits.new_node(graph, spec)
    return AddNodes((new,), {new.id: place_of(graph, spot)}, _edges(new, spot))


def insert_block(graph: Graph, block: Block, spot: Spot) -> AddNodes:
    """Return the edit that puts a block of the person's own there, as a group."""
    match spot:
        case Behind(node):
            return grouping.insert_block(graph, block, after=node)
        case Into(target):
            return _spliced_block(graph, block, target)
    edit = grouping.insert_block(graph, block, place_of(graph, spot))
    if isinstance(spot, Before):
        return replace(edit, edges=(*edit.edges, *_leaving(edit, spot.target)))
    names = _names(block, edit)
    ports = block.inputs[0] if len(block.inputs) == 1 else ()
    entering = tuple(Edge(spot.source, Port(names[port.node], port.index)) for port in ports)
    return replace(edit, edges=(*edit.edges, *entering))


def _spliced_block(graph: Graph, block: Block, target: Port) -> AddNodes:
    """A block with one input and one output goes into the edge; any other stands behind the start of the edge."""
    edit = grouping.insert_block(graph, block, after=graph.edges[target].node)
    leaving = _leaving(edit, target)
    is_fed = len(edit.edges) > len(block.piece.edges)
    return replace(edit, edges=(*edit.edges, *leaving), cut=(target,)) if leaving and is_fed else edit


def _edges(node: Node, spot: From | Before) -> tuple[Edge, ...]:
    if isinstance(spot, From):
        return (Edge(spot.source, Port(node.id)),) if node.input_names else ()
    return (Edge(Port(node.id), spot.target),) if node.output_names else ()


def _names(block: Block, edit: AddNodes) -> dict[str, str]:
    return dict(zip((node.id for node in block.piece.nodes), (node.id for node in edit.nodes), strict=True))


def _leaving(edit: AddNodes, target: Port) -> tuple[Edge, ...]:
    """Connect the one output of a block, if it has one."""
    alone = Graph({node.id: node for node in edit.nodes}, {to: start for start, to in edit.edges})
    outputs = groups.border_of(alone, alone.nodes).outputs
    return (Edge(outputs[0].inside[0], target),) if len(outputs) == 1 else ()
