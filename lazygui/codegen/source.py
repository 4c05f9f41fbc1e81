"""A graph as the PyTorch code that a person would write. Pure; what cannot be exported is said, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import ArgumentSpec, Kind, LayerSpec, Value
from lazygui.codegen import faults
from lazygui.codegen.names import identifiers
from lazygui.graph import rules
from lazygui.graph.model import Graph, Node
from lazygui.graph.topology import chain, order

_INDENT: Final = "    "
_NUMBER_OF: Final = 'print("parameters:", sum(p.numel() for p in net.parameters()))'
_SHAPES_OF: Final = "parameters = {name: tuple(p.shape) for name, p in layer.named_parameters()}"


def source(graph: Graph, seed: int = 0) -> str:
    """Return a script: `nn.Sequential` for a chain of modules, else an `nn.Module`; run by itself it prints all shapes.

    Modules are built in running order under `torch.manual_seed(seed)`, and samples come from a generator of their own,
    so the script has the very weights and samples that a run of the program with this seed has.
    """
    if not graph.nodes:
        return "# The network is empty.\n"
    script = _Script(graph, seed)
    parts = script.sequential() if script.is_sequential else script.module()
    return "\n".join((*script.imports(parts), *parts)) + "\n"


@dataclass(frozen=True)
class _Script:
    """The parts of one script, each a list of lines."""

    graph: Graph
    seed: int
    names: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", identifiers(self.graph))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes in running order."""
        return tuple(self.graph.nodes[key] for key in order(self.graph))

    @cached_property
    def inputs(self) -> tuple[Node, ...]:
        return tuple(n for n in self.nodes if n.spec and n.spec.is_input and not faults.of_node(n))

    @cached_property
    def modules(self) -> tuple[Node, ...]:
        """The layers that can be constructed, also those that nothing is connected to."""
        return tuple(n for n in self.nodes if n.spec and n.spec.is_module and not faults.of_node(n))

    @cached_property
    def faults(self) -> Mapping[str, str]:
        found = {node.id: faults.of_node(node) or faults.of_inputs(self.graph, node) for node in self.nodes}
        return {node: reason for node, reason in found.items() if reason}

    @property
    def is_sequential(self) -> bool:
        """True for a line of modules behind one input."""
        in_line = chain(self.graph) is not None and len(self.inputs) == 1
        return in_line and not self.faults and len(self.modules) == len(self.nodes) - 1

    def imports(self, parts: Iterable[str]) -> list[str]:
        """Return the imports that the lines need, and the space behind them."""
        text = "\n".join(parts)
        functional = ["from torch.nn import functional as F"] if " F." in text else []
        return ["import torch", "from torch import nn", *functional, ""]

    def sequential(self) -> list[str]:
        layers = [f"{_INDENT}{_constructor(node)}," for node in self.modules]
        x = self.names[self.inputs[0].id]
        return [
            f"torch.manual_seed({self.seed})",
            *(["net = nn.Sequential(", *layers, ")"] if layers else ["net = nn.Sequential()"]),
            "",
            *_main(
                *self.samples(),
                "net.eval()",
                "with torch.no_grad():",
                f"{_INDENT}for layer in net:",
                f"{_INDENT * 2}{x} = layer({x})",
                f"{_INDENT * 2}{_SHAPES_OF}",
                f"{_INDENT * 2}print(type(layer).__name__, tuple({x}.shape), parameters)",
                _NUMBER_OF,
            ),
        ]

    def module(self) -> list[str]:
        variables = ", ".join(self.names[node.id] for node in self.inputs)
        return [
            "",
            "class Net(nn.Module):",
            f"{_INDENT}def __init__(self):",
            f"{_INDENT * 2}super().__init__()",
            *(f"{_INDENT * 2}self.{self.names[node.id]} = {_constructor(node)}" for node in self.modules),
            "",
            f"{_INDENT}def forward(self{', ' if variables else ''}{variables}):",
            *(f"{_INDENT * 2}{line}" for line in self.forward()),
            "",
            "",
            *_main(
                f"torch.manual_seed({self.seed})",
                "net = Net()",
                *self.samples(),
                "",
                "def show(layer, inputs, output):",
                f"{_INDENT}{_SHAPES_OF}",
                f"{_INDENT}print(type(layer).__name__, tuple(output.shape), parameters)",
                "",
                "for layer in net.children():",
                f"{_INDENT}layer.register_forward_hook(show)",
                "net.eval()",
                "with torch.no_grad():",
                f"{_INDENT}output = net({variables})",
                self.last_shapes(),
                _NUMBER_OF,
            ),
        ]

    def forward(self) -> list[str]:
        """Return the body of `forward`: a line for each node that can be computed, then the result or the faults."""
        computed = {node.id for node in self.inputs}
        lines: list[str] = []
        for node in self.nodes:
            sources = {edge.source.node for edge in self.graph.inputs.get(node.id, ())}
            if node not in self.inputs and node.id not in self.faults and sources <= computed:
                computed.add(node.id)
                lines.append(f"{self.names[node.id]} = {self.call(node)}")
        return [*lines, *(self.refusals() or [f"return {', '.join(self.results())}"])]

    def refusals(self) -> list[str]:
        reasons = tuple(self.faults.values())
        comments = [f"# {reason}" for reason in reasons]
        return [*comments, f"raise NotImplementedError({reasons[0]!r})"] if reasons else []

    def results(self) -> list[str]:
        """Return the variables that no node reads. Inputs are results only when there is nothing else."""
        ends = [node for node in self.nodes if node.id not in self.graph.outputs]
        computed = [node for node in ends if node not in self.inputs]
        return [self.names[node.id] for node in computed or ends]

    def last_shapes(self) -> str:
        if len(self.results()) > 1:
            return 'print("output:", *(tuple(tensor.shape) for tensor in output))'
        return 'print("output:", tuple(output.shape))'

    def call(self, node: Node) -> str:
        """Return the expression that computes a node from the variables of its inputs."""
        assert node.spec is not None
        variables = ", ".join(self.names[edge.source.node] for edge in self.graph.inputs[node.id])
        if node.spec.call is None:
            return f"self.{self.names[node.id]}({variables})"
        tensors = f"({variables})" if node.spec.call.gathers else variables
        return f"{node.spec.call.function}({', '.join((tensors, *_arguments(node, node.spec)))})"

    def samples(self) -> list[str]:
        """Return the lines that draw the samples, in the order and from the generator that the program uses."""
        lines = [f"{self.names[node.id]} = {_sample(node)}" for node in self.inputs]
        needs_generator = any("generator=" in line for line in lines)
        return [*([f"generator = torch.Generator().manual_seed({self.seed})"] if needs_generator else ()), *lines]


def _main(*lines: str) -> list[str]:
    return ['if __name__ == "__main__":', *(f"{_INDENT}{line}" if line else "" for line in lines)]


def _constructor(node: Node) -> str:
    assert node.spec is not None
    return f"{node.spec.type}({', '.join(_arguments(node, node.spec))})"


def _arguments(node: Node, spec: LayerSpec) -> list[str]:
    """Return the arguments as people write them: `6, kernel_size=5`. What is required comes first and needs no name."""
    is_positional = spec.is_module
    written: list[str] = []
    for argument in spec.arguments:
        is_positional = is_positional and argument.is_required and argument.kind is not Kind.SIZE
        if argument.name in node.arguments or _is_ambiguous(spec, argument):
            value = repr(node.value(argument.name))
            written.append(value if is_positional else f"{argument.name}={value}")
    return written


def _is_ambiguous(spec: LayerSpec, argument: ArgumentSpec) -> bool:
    """Say whether the lazy class and the one it becomes differ in this default, as LazyInstanceNorm2d's affine does."""
    twin = catalog.find(spec.becomes) if spec.becomes else None
    other = twin.argument(argument.name) if twin else None
    return other is not None and other.default != argument.default


def _sample(node: Node) -> str:
    """Return the call that draws the sample of an Input. Only what differs from torch's default is written."""
    fill, dtype = node.value("fill"), f"torch.{node.value('dtype')}"
    sizes = rules.sample_shape(node)
    if fill == "values":
        return f"torch.tensor({_rows(node.value('values'))}, dtype={dtype})"
    if fill == "randint":
        high = 2 if dtype == "torch.bool" else node.value("high")
        return f"torch.randint({high}, {sizes}, generator=generator{_unless('torch.int64', dtype)})"
    size = ", ".join(map(str, sizes)) or "()"
    generator = ", generator=generator" if fill in ("rand", "randn") else ""
    return f"torch.{fill}({size}{generator}{_unless('torch.float32', dtype)})"


def _unless(default: str, dtype: str) -> str:
    return "" if dtype == default else f", dtype={dtype}"


def _rows(values: Value) -> str:
    return f"[{', '.join(map(_rows, values))}]" if isinstance(values, tuple) else repr(values)
