"""Fixes that work: every guess is applied to a copy of the drawing and inferred, and what fails there is dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from lazygui import catalog
from lazygui.engine import oddities
from lazygui.graph.findings import Finding, Fix
from lazygui.graph.fixes import ApplyFix
from lazygui.graph.model import Graph, Port
from lazygui.graph.problems import Refused

if TYPE_CHECKING:
    from lazygui.engine.infer import Inferer, Known

MOST_OFFERED: Final = 3
MOST_TRIED: Final = 16


@dataclass(frozen=True, slots=True)
class Bench:
    """Where fixes of one drawing are tried. `known` is what was inferred of it as it is."""

    inferer: Inferer
    graph: Graph
    known: Known
    is_training: bool


def offered(bench: Bench, finding: Finding, candidates: Iterable[Fix]) -> tuple[Fix, ...]:
    """Return the first few that mend the finding; those that leave nothing wrong anywhere come alone, if there are any.

    For a warning all candidates must leave the network as sound as it was.
    """
    whole: list[Fix] = []
    partly: list[tuple[int, Fix]] = []
    for fix in islice(_distinct(bench, candidates), MOST_TRIED):
        left = _errors_left(bench, finding, fix)
        if left is not None:
            whole.append(fix) if left == 0 else partly.append((left, fix))
        if len(whole) == MOST_OFFERED:
            break
    best = whole or [fix for _, fix in sorted(partly, key=lambda pair: pair[0])]
    return tuple(best[:MOST_OFFERED])


def _errors_left(bench: Bench, finding: Finding, fix: Fix) -> int | None:
    """Return how many errors the network has after the fix, or None where it helps nothing or breaks something.

    A fix that only leads into warnings counts as well: there may be a better one.
    """
    try:
        mended = ApplyFix(fix).apply(bench.graph)
    except Refused:
        return None
    after = bench.inferer.infer(mended, bench.is_training, should_explain=False)
    node = finding.problem.node
    if node in mended.nodes and node not in after.shapes:
        return None
    near = [key for key in mended.nodes if key == node or key not in bench.graph.nodes]
    odd = [one.problem for one in oddities.warnings_at(mended, after, bench.is_training, near)]
    if any((one.code, one.node) == (finding.problem.code, node) for one in odd):
        return None
    still = (key for key in bench.known.shapes if key in mended.nodes)
    if any(key not in after.shapes for key in still) or _has_lost_readers(bench.graph, mended, after, node):
        return None
    return sum(1 for one in after.findings if not one.is_unfinished) + len(odd)


def _has_lost_readers(before: Graph, mended: Graph, after: Known, node: str | None) -> bool:
    """Say whether a node that was taken out leaves anybody without what it read."""
    if node is None or node in mended.nodes:
        return False
    return any(edge.target.node not in after.shapes for edge in before.outputs.get(node, ()))


def _distinct(bench: Bench, fixes: Iterable[Fix]) -> Iterator[Fix]:
    """Leave out what was there before, in the same words or in others: axis -1 of a vector is axis 0."""
    seen: list[Fix] = []
    for fix in fixes:
        meant = _counted(bench, fix)
        if meant not in seen:
            seen.append(meant)
            yield fix


def _counted(bench: Bench, fix: Fix) -> Fix:
    """Return a fix that inserts a layer with its axes counted from the front."""
    spec, source = catalog.find(fix.type), bench.graph.edges.get(Port(fix.node, fix.port))
    known = bench.known.shapes.get(source.node) if source else None
    if spec is None or source is None or known is None or fix.code != "insert" or source.index >= len(known.outputs):
        return fix
    rank = len(known.outputs[source.index] or ()) + (1 if spec.axes.startswith("insert") else 0)
    axes = [name for name in fix.arguments if rank and (argument := spec.argument(name)) and argument.is_axis]
    told = {name: axis % rank for name in axes if isinstance(axis := fix.arguments[name], int)}
    return replace(fix, arguments={**fix.arguments, **told})
