"""A drawing as a flat list of steps that torch can take one after the other. Knows torch; knows no messages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import torch
from torch import nn

from lazygui.catalog.custom import SHIPPED_SOURCES
from lazygui.catalog.spec import Role
from lazygui.engine import build, explain, sample, where
from lazygui.engine.dtypes import spec_of
from lazygui.graph import filling, rules, ties
from lazygui.graph.findings import Finding
from lazygui.graph.model import Edge, Graph, Node, Port, divided
from lazygui.graph.problems import Problem
from lazygui.graph.topology import cyclic_nodes, order

CPU: Final = torch.device("cpu")

Values = dict[Port, torch.Tensor]
Outputs = tuple[torch.Tensor | None, ...]
"""What a node gave. An output that torch leaves out is None."""


@dataclass(frozen=True, slots=True)
class Step:
    """One node, ready to run: what it calls, the values it reads, and those that nobody reads after it."""

    node: Node
    function: build.Function
    module: nn.Module | None
    edges: tuple[Edge, ...]
    """Where its inputs come from, in the order of its ports."""
    reads: tuple[Port, ...]
    keeps: tuple[int, ...]
    """The outputs that some later step reads."""
    frees: tuple[Port, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in running order, up to the first node that cannot run; `fault` says which, and why."""

    steps: tuple[Step, ...]
    fault: Finding | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """What one step gave, and the time inside its call."""

    outputs: Outputs
    seconds: float


@dataclass(slots=True)
class _Maker:
    """Builds the steps of one graph in order, all modules on one device and in one mode."""

    graph: Graph
    generator: torch.Generator
    device: torch.device
    is_training: bool
    last_reader: dict[Port, str] = field(default_factory=dict)
    modules: dict[str, nn.Module] = field(default_factory=dict)
    """By the node that owns them: who shares one uses it again."""

    def step(self, node: Node) -> Step:
        """Return the node's step; raises whatever the constructor of its module raises."""
        module = self._module(node)
        edges = self.graph.inputs.get(node.id, ())
        reads = tuple(edge.source for edge in edges)
        keeps = sorted({edge.source.index for edge in self.graph.outputs.get(node.id, ())})
        frees = tuple({port for port in reads if self.last_reader[port] == node.id})
        return Step(node, self._function(node, module, edges), module, edges, reads, tuple(keeps), frees)

    def tie(self) -> None:
        """Make tied parameters one. What a layer drew for its own is dropped, as plain code does it."""
        for node in self.graph.nodes.values():
            for own, path in node.ties.items():
                other, parameter = divided(path, self.graph.nodes)
                here, there = self._built(node.id), self._built(other)
                if here is not None and there is not None:
                    place, _, name = own.rpartition(".")
                    setattr(here.get_submodule(place), name, there.get_parameter(parameter))

    def _built(self, key: str) -> nn.Module | None:
        node = self.graph.nodes.get(key)
        return self.modules.get(node.shares or key) if node else None

    def _module(self, node: Node) -> nn.Module | None:
        make = self._constructor(node)
        if make is None:
            return None
        owner = node.shares or node.id
        if owner not in self.modules:
            with self.device:
                self.modules[owner] = make().train(self.is_training)
        return self.modules[owner]

    def _constructor(self, node: Node) -> Callable[[], nn.Module] | None:
        assert node.spec is not None
        if node.spec.is_module:
            return lambda: build.module(node)
        if node.spec.role is Role.PARAMETER:
            return lambda: build.Held(sample.parameter(node))
        if node.spec.role is Role.CONSTANT:
            return lambda: build.Held(sample.constant(node))
        return None

    def _function(self, node: Node, module: nn.Module | None, edges: tuple[Edge, ...]) -> build.Function:
        assert node.spec is not None
        if node.spec.is_input:
            return lambda: sample.draw(self.graph, node, self.generator, self.device)
        if node.spec.role is Role.CUSTOM and self.device.type == "meta":
            return _foretold(node)
        return build.function(node, [edge.target.index for edge in edges], module)


def make(
    graph: Graph, seed: int, device: torch.device = CPU, is_training: bool = False, may_run_code: bool = False
) -> Plan:
    """Return fresh modules in their order. Samples come from a generator of their own, so that weights do not shift.

    Every Input draws from the one generator in running order: two of them are never the same numbers.
    """
    graph = ties.normalised(graph)
    ordered = order(graph)
    maker = _Maker(graph, torch.Generator().manual_seed(seed), device, is_training)
    maker.last_reader = {e.source: node for node in ordered for e in graph.inputs.get(node, ())}
    steps: list[Step] = []
    fault = None
    for name in ordered:
        fault = _add_step(maker, graph.nodes[name], steps, may_run_code or device.type == "meta")
        if fault:
            break
    maker.tie()
    loose = cyclic_nodes(graph)
    return Plan(tuple(steps), fault or (Finding(Problem("cycle", loose[0])) if loose else None))


def _add_step(maker: _Maker, node: Node, steps: list[Step], may_run_code: bool) -> Finding | None:
    problem = check_node(maker.graph, node) or _check_ready(node, may_run_code)
    if problem:
        return Finding(problem)
    try:
        steps.append(maker.step(node))
    except Exception as error:  # torch's border: a constructor may raise anything
        return explain.construction(node, error, edges=maker.graph.inputs.get(node.id, ()))
    return None


def perform(step: Step, values: Values, with_gradients: bool = False) -> Passed | Finding:
    """Take one step: read its inputs from `values`, put there what others will read, drop what nobody will."""
    inputs = [values[port] for port in step.reads]
    try:
        # no_grad, for parameters that are born in inference mode never get a gradient afterwards.
        with torch.set_grad_enabled(with_gradients):
            begin = time.perf_counter()
            result = step.function(*inputs)
            if inputs:
                where.finish(inputs[0].device)
            seconds = time.perf_counter() - begin
            outputs = (result,) if isinstance(result, torch.Tensor) else flat(result)
            _check_count(step.node, outputs)
    except Exception as error:  # torch's border: a layer may raise anything
        return explain.forward(step.node, error, tuple(map(spec_of, inputs)), step.edges)
    passed = Passed(outputs, seconds)
    missing = keep(step, passed, values)
    return passed if missing is None else Finding(missing)


def keep(step: Step, passed: Passed, values: Values) -> Problem | None:
    """Put into `values` what others will read, drop what nobody will; return a Problem where an output is missing."""
    for index in step.keeps:
        output = passed.outputs[index] if index < len(passed.outputs) else None
        if output is None:
            return Problem("missing_output", step.node.id, {"port": index})
        values[Port(step.node.id, index)] = output
    for port in step.frees:
        del values[port]
    return None


def _check_count(node: Node, outputs: Outputs) -> None:
    """Raise ValueError for a custom node that did not give what its ports promise."""
    promised = len(node.output_names)
    if node.spec is not None and node.spec.role is Role.CUSTOM and len(outputs) != promised:
        raise ValueError(f"the function returned {len(outputs)} tensors, and the node has {promised} outputs")


def flat(result: object) -> Outputs:
    """Return the tensors of nested tuples in order: `(y, (h, c))` of an LSTM is three outputs.

    Nothing is left of an output at the end that torch leaves out, as the weights of attention. Raises TypeError for
    anything else that a custom node may have returned.
    """
    outputs = list(_flattened(result))
    while outputs and outputs[-1] is None:
        outputs.pop()
    return tuple(outputs)


def _flattened(result: object) -> Iterator[torch.Tensor | None]:
    if isinstance(result, torch.Tensor) or result is None:
        yield result
    elif isinstance(result, tuple | list):
        for part in result:
            yield from _flattened(part)
    else:
        raise TypeError(f"a tensor or a tuple of tensors was expected, not {type(result).__name__}")


def check_network(graph: Graph) -> Problem | None:
    """Return what no single node is to blame for, or None: nothing to run, or nothing to run on."""
    if not graph.nodes:
        return Problem("empty_network")
    if not any(node.spec and not node.spec.inputs for node in graph.nodes.values()):
        return Problem("no_input")
    return None


def check_node(graph: Graph, node: Node) -> Problem | None:
    """Return why the node cannot run, before anything is called, or None."""
    found = rules.check_node(node) or rules.check_ties(graph, node)
    found = found or _missing_inputs(node, graph.inputs.get(node.id, ()))
    has_values = node.spec is not None and node.spec.role in (Role.INPUT, Role.CONSTANT)
    return found or (sample.check(node) if has_values else None)


def may_run(node: Node, may_run_code: bool) -> bool:
    """Say whether the node's source, if it has any of the document, may run."""
    is_custom = node.spec is not None and node.spec.role is Role.CUSTOM
    return may_run_code or not is_custom or node.value("source") in SHIPPED_SOURCES


def _check_ready(node: Node, may_run_code: bool) -> Problem | None:
    """Return what only a run minds, or None: a source that may not run, a size that nothing could fill in."""
    if not may_run(node, may_run_code):
        return Problem("code_not_allowed", node.id)
    for argument in filling.open_arguments(node):
        return Problem("auto_unknown", node.id, {"argument": argument})
    return None


def _foretold(node: Node) -> build.Function:
    """Return a custom node's stand-in on the meta device, where its source never runs."""
    index = node.value("like")

    def function(*inputs: torch.Tensor) -> tuple[torch.Tensor, ...]:
        if not isinstance(index, int) or not 0 <= index < len(inputs):
            raise NotImplementedError("only a run can tell what a custom node gives")
        return tuple(torch.empty_like(inputs[index]) for _ in node.output_names)

    return function


def _missing_inputs(node: Node, edges: tuple[Edge, ...]) -> Problem | None:
    free = rules.missing_inputs(node, edges)
    if not free:
        return None
    return Problem("missing_inputs", node.id, {"inputs": free, "needed": len(node.input_names), "got": len(edges)})
