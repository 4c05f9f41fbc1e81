"""A drawing as a flat list of steps that torch can take one after the other. Knows torch; knows no messages."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

import torch
from torch import nn

from lazygui.engine import build, explain, sample
from lazygui.graph import rules
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Failure
from lazygui.graph.topology import cyclic_nodes, order

CPU: Final = torch.device("cpu")

Values = dict[Port, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Step:
    """One node, ready to run: what it calls, the values it reads, and those that nobody reads after it."""

    node: Node
    function: build.Function
    module: nn.Module | None
    reads: tuple[Port, ...]
    keeps: tuple[int, ...]
    """The outputs that some later step reads."""
    frees: tuple[Port, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps in running order, up to the first node that cannot run; `fault` says which, and why."""

    steps: tuple[Step, ...]
    fault: Failure | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """What one step gave, and the time inside its call."""

    outputs: tuple[torch.Tensor, ...]
    seconds: float


@dataclass(slots=True)
class _Maker:
    """Builds the steps of one graph in order, all modules on one device and in one mode."""

    graph: Graph
    generator: torch.Generator
    device: torch.device
    is_training: bool
    last_reader: dict[Port, str] = field(default_factory=dict)

    def step(self, node: Node) -> Step:
        """Return the node's step; raises whatever the constructor of its module raises."""
        module = None
        function = self._function(node)
        if isinstance(function, nn.Module):
            module = function.train(self.is_training)
        edges = self.graph.inputs.get(node.id, ())
        reads = tuple(edge.source for edge in edges)
        keeps = sorted({edge.source.index for edge in self.graph.outputs.get(node.id, ())})
        frees = tuple({port for port in reads if self.last_reader[port] == node.id})
        return Step(node, function, module, reads, tuple(keeps), frees)

    def _function(self, node: Node) -> build.Function:
        assert node.spec is not None
        if node.spec.is_input:
            return lambda: sample.draw(node, self.generator, self.device)
        if node.spec.call:
            return build.operation(node, node.spec.call)
        with self.device:
            return build.module(node)


def make(graph: Graph, seed: int, device: torch.device = CPU, is_training: bool = False) -> Plan:
    """Return fresh modules in their order. Samples come from a generator of their own, so that weights do not shift.

    Every Input draws from the one generator in running order: two of them are never the same numbers.
    """
    ordered = order(graph)
    maker = _Maker(graph, torch.Generator().manual_seed(seed), device, is_training)
    maker.last_reader = {e.source: node for node in ordered for e in graph.inputs.get(node, ())}
    steps: list[Step] = []
    for name in ordered:
        node = graph.nodes[name]
        fault = check_node(node, graph.inputs.get(name, ()))
        if fault:
            return Plan(tuple(steps), Failure(fault))
        try:
            steps.append(maker.step(node))
        except Exception as error:  # torch's border: a constructor may raise anything
            return Plan(tuple(steps), explain.construction(node, error))
    for name in cyclic_nodes(graph):
        return Plan(tuple(steps), Failure(Problem("cycle", name)))
    return Plan(tuple(steps))


def perform(step: Step, values: Values) -> Passed | Failure:
    """Take one step: read its inputs from `values`, put there what others will read, drop what nobody will."""
    inputs = [values[port] for port in step.reads]
    try:
        # no_grad, for parameters that are born in inference mode never get a gradient afterwards.
        with torch.no_grad():
            begin = time.perf_counter()
            result = step.function(*inputs)
            seconds = time.perf_counter() - begin
    except Exception as error:  # torch's border: a layer may raise anything
        return explain.forward(step.node, error, inputs)
    outputs = (result,) if isinstance(result, torch.Tensor) else _flat(result)
    for index in step.keeps:
        values[Port(step.node.id, index)] = outputs[index]
    for port in step.frees:
        del values[port]
    return Passed(outputs, seconds)


def _flat(result: object) -> tuple[torch.Tensor, ...]:
    """Return the tensors of nested tuples in order: `(y, (h, c))` of an LSTM is three outputs."""
    if isinstance(result, torch.Tensor):
        return (result,)
    assert isinstance(result, tuple | list)
    return tuple(tensor for part in result for tensor in _flat(part))


def check_node(node: Node, edges: tuple[Edge, ...] = ()) -> Problem | None:
    """Return why the node cannot run, before anything is called, or None. `edges` are those that end at it."""
    found = rules.check_node(node) or _missing_inputs(node, edges)
    is_input = node.spec is not None and node.spec.is_input
    return found or (sample.check(node) if is_input else None)


def _missing_inputs(node: Node, edges: tuple[Edge, ...]) -> Problem | None:
    free = rules.missing_inputs(node, edges)
    if not free:
        return None
    return Problem("missing_inputs", node.id, {"inputs": free, "needed": len(node.input_names), "got": len(edges)})
