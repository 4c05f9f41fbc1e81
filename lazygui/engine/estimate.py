"""What a network will need, before it gets it: the same steps on the meta device, which allocates nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from math import prod
from typing import Final

import psutil
import torch
from torch import nn
from torch.nn.parameter import is_lazy

from lazygui.engine import plan
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.model import Graph, Node
from lazygui.graph.problems import Problem

META: Final = torch.device("meta")
OVERFLOW: Final = 2**63
"""The first number of bytes that torch cannot count."""


def available() -> int:
    """Return how many bytes of memory can be had without driving the machine into swap."""
    return int(psutil.virtual_memory().available)


def refusal(graph: Graph, is_training: bool = False, limit: int | None = None) -> Problem | None:
    """Return which node will not fit into `limit` bytes (what is available, unless given), or None.

    Counted are all parameters so far and the values alive at once. Where meta itself fails for another reason the
    estimate ends: the run will say it better.
    """
    limit = available() if limit is None else limit
    made = plan.make(graph, 0, META, is_training)
    needed, values = 0, plan.Values()
    for step in made.steps:
        needed += weight_bytes(step.module)
        if needed > limit:
            return _too_large(step.node.id, needed, limit)
    for step in made.steps:
        before = tuple(values.values())
        received = tuple(tuple(values[port].shape) for port in step.reads)
        known = weight_bytes(step.module)
        passed = plan.perform(step, values)
        if isinstance(passed, Finding):
            return _too_large(step.node.id, OVERFLOW, limit) if _overflows(step.node, received) else None
        needed += weight_bytes(step.module) - known
        if needed + value_bytes((*before, *passed.outputs)) > limit:
            return _too_large(step.node.id, needed + value_bytes((*before, *passed.outputs)), limit)
    return _refused_construction(graph, made.fault, limit)


def weight_bytes(module: nn.Module | None) -> int:
    """Return the bytes of a module's parameters and buffers; those that are still lazy have none."""
    if module is None:
        return 0
    tensors = chain(module.parameters(), module.buffers())
    return sum(tensor.numel() * tensor.element_size() for tensor in tensors if not is_lazy(tensor))


def value_bytes(tensors: Iterable[torch.Tensor | None]) -> int:
    """Return the bytes of some values, where views of one storage, as Flatten gives, count once."""
    storages = (tensor.untyped_storage() for tensor in tensors if tensor is not None)
    return sum({storage._cdata: storage.nbytes() for storage in storages}.values())


def _too_large(node: str, needed: int, limit: int) -> Problem:
    return Problem("too_large", node, {"bytes": needed, "available": limit})


def _refused_construction(graph: Graph, fault: Finding | None, limit: int) -> Problem | None:
    if fault is None or fault.problem.code != "construction_failed" or fault.problem.node is None:
        return None
    return _too_large(fault.problem.node, OVERFLOW, limit) if _overflows(graph.nodes[fault.problem.node]) else None


def _overflows(node: Node, received: tuple[Shape, ...] = ()) -> bool:
    """Say whether the sizes of a layer that meta refused multiply to more bytes than torch can count."""
    sizes = [abs(size) for size in chain(_integers(tuple(node.arguments.values())), *received) if size]
    return prod(sizes) * 4 >= OVERFLOW


def _integers(value: object) -> Iterable[int]:
    if isinstance(value, tuple):
        return [number for part in value for number in _integers(part)]
    return [value] if isinstance(value, int) else []
