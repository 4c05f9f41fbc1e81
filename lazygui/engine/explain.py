"""Why torch refused, told from the layer and the shapes that came. Torch's words are passed on and never parsed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch

from lazygui.catalog.spec import Role
from lazygui.engine import reasons
from lazygui.engine.case import Case
from lazygui.engine.dtypes import Specs
from lazygui.graph.findings import Finding
from lazygui.graph.model import Edge, Node
from lazygui.graph.problems import Problem

_ALLOCATOR: Final = "DefaultCPUAllocator"
LONGEST: Final = 4000
"""Torch's words are cut after so many characters."""


class Foreseen(Exception):  # noqa: N818  # Nothing has failed yet.
    """A real device would refuse this, and meta would not: nobody has said any words yet."""


def construction(node: Node, error: Exception, specs: Specs = (), edges: Sequence[Edge] = ()) -> Finding:
    """Return the failure of a layer that could not even be built."""
    if _is_memory(error):
        return Finding(Problem("out_of_memory", node.id), (), words(error))
    case = _case(node, specs, edges)
    problem = reasons.of_arguments(case) or (reasons.of_call(case) if specs else None)
    problem = problem or case.reason("construction_failed")
    return Finding(problem, tuple(spec.shape for spec in specs), words(error))


def forward(node: Node, error: Exception, specs: Specs, edges: Sequence[Edge] = ()) -> Finding:
    """Return the failure of a layer that raised `error` when it was called with these inputs.

    `edges` tell where each of them came from, in the same order; without them they came to the first ports.
    """
    case = _case(node, specs, edges)
    return Finding(_problem(case, error), tuple(spec.shape for spec in specs), words(error))


def foreseen(node: Node, taken: Sequence[int], specs: Specs) -> Foreseen | None:
    """Return Foreseen for what a real device would refuse and meta does not, such as a dtype it cannot compute with."""
    case = Case(node, dict(zip(taken, specs, strict=True)), {})
    return Foreseen() if reasons.unseen_by_meta(case) else None


def words(error: BaseException) -> str:
    """Return what torch says, or the exception's name when it says nothing. What was only foreseen says nothing."""
    return "" if isinstance(error, Foreseen) else str(error)[:LONGEST] or type(error).__name__


def _case(node: Node, specs: Specs, edges: Sequence[Edge]) -> Case:
    if not edges:
        return Case(node, dict(enumerate(specs)), {})
    ports = [target.index for _, target in edges]
    sources = {target.index: source.node for source, target in edges}
    return Case(node, dict(zip(ports, specs, strict=True)) if specs else {}, sources)


def _problem(case: Case, error: Exception) -> Problem:
    if _is_memory(error):
        return Problem("out_of_memory", case.node.id)
    if case.spec.role is Role.CUSTOM:
        return case.reason("custom_failed", error=type(error).__name__)
    found = reasons.unseen_by_meta(case) or reasons.of_arguments(case) or reasons.of_call(case)
    if found is None and isinstance(error, IndexError | RuntimeError):
        found = reasons.of_values(case)
    return found or case.reason("forward_failed")


def _is_memory(error: Exception) -> bool:
    # The CPU allocator raises a plain RuntimeError; its own name in the text is the only sign it gives.
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or _ALLOCATOR in str(error)
