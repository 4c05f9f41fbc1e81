"""A problem in its network, and what all remedies need: shapes, origins of numbers, layers to put in. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lazygui.catalog.spec import Kind, LayerSpec, Role, Value
from lazygui.engine import provenance
from lazygui.engine.provenance import Origin
from lazygui.graph.findings import Finding, Fix, Shape
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.results import NodeShapes

CONVOLUTIONS: Final = {3: "nn.LazyConv1d", 4: "nn.LazyConv2d", 5: "nn.LazyConv3d"}
POOLS: Final = {3: "nn.AdaptiveAvgPool1d", 4: "nn.AdaptiveAvgPool2d", 5: "nn.AdaptiveAvgPool3d"}
"""What can be put into an edge, by the number of axes there."""
FEW_CHANNELS: Final = (1, 3)
"""So many channels has an image that nothing has looked at."""


@dataclass(frozen=True, slots=True)
class Patient:
    """A problem in its network, with all shapes that are known."""

    graph: Graph
    shapes: Mapping[str, NodeShapes]
    finding: Finding
    node: Node

    def number(self, name: str) -> int:
        value = self.finding.problem.details.get(name)
        return value if isinstance(value, int) else 0

    def text(self, name: str) -> str:
        return str(self.finding.problem.details.get(name) or "")

    def numbers(self, name: str) -> tuple[int, ...]:
        value = self.finding.problem.details.get(name)
        return tuple(one for one in value if isinstance(one, int)) if isinstance(value, tuple) else ()

    @property
    def spec(self) -> LayerSpec:
        assert self.node.spec is not None
        return self.node.spec

    @property
    def port(self) -> int:
        return self.number("port")

    def arrived(self, port: int) -> Shape:
        """Return the shape at an input, () where none is known."""
        source = self.graph.edges.get(Port(self.node.id, port))
        known = self.shapes.get(source.node) if source else None
        shape = known.outputs[source.index] if known and source and source.index < len(known.outputs) else None
        return shape or ()

    def origin(self, port: int, axis: int) -> Origin | None:
        return provenance.origin_at(self.graph, self.shapes, self.node.id, port, axis)

    def set(self, **arguments: Value) -> Fix:
        return Fix("set_arguments", self.node.id, arguments)

    def insert(self, type: str, port: int | None = None, node: str = "", **arguments: Value) -> Fix:
        return Fix("insert", node or self.node.id, arguments, type, self.port if port is None else port)


def kept(p: Patient, made: Origin | None) -> Iterator[Fix]:
    """The layer whose window made it so small might keep the length that arrives there."""
    node = p.graph.nodes[made.node] if made is not None else None
    if node is None or node.spec is None or not node.spec.argument("stride") or node.id == p.node.id:
        return
    kernel = node.value("kernel_size")
    if isinstance(kernel, int) and node.value("padding") == 0:
        yield Fix("set_arguments", node.id, {"padding": kernel // 2})
    if node.value("stride") != 1:
        yield Fix("set_arguments", node.id, {"stride": 1})


def there(p: Patient, made: Origin | None, number: int) -> Iterator[Fix]:
    """Set the number where it was made."""
    if made is None or not made.argument or number < 1:
        return
    node = p.graph.nodes[made.node]
    argument = node.spec.argument(made.argument) if node.spec else None
    value = node.value(made.argument)
    if argument is None or argument.is_axis:
        return
    if argument.name == "shape" and node.spec and node.spec.role is not Role.LAYER and node.value("fill") != "values":
        shape = value if isinstance(value, tuple) else (value,)
        yield Fix("set_arguments", node.id, {"shape": (*shape[: made.axis], number, *shape[made.axis + 1 :])})
    elif argument.kind is Kind.INTEGER and isinstance(value, int) and made.number % value == 0:
        times = made.number // value
        if number % times == 0:
            yield Fix("set_arguments", node.id, {argument.name: number // times})


def adapted(p: Patient, port: int, shape: Shape, axis: int, number: int) -> Iterator[Fix]:
    """Put a layer in between that makes the wanted number of channels, or of features."""
    if axis == 1 and len(shape) in CONVOLUTIONS:
        yield p.insert(CONVOLUTIONS[len(shape)], port, out_channels=number, kernel_size=1)
    elif shape and axis == len(shape) - 1:
        yield p.insert("nn.LazyLinear", port, out_features=number)


def maker_of_dtype(graph: Graph, shapes: Mapping[str, NodeShapes], source: Port) -> str | None:
    """Return the sample or constant whose data type has come this far, through what passes values on."""
    path = provenance.dtype_path(graph, shapes, source)
    spec = graph.nodes[path[0]].spec if path else None
    return path[0] if spec is not None and spec.role in (Role.INPUT, Role.CONSTANT) else None
