"""What is wrong in a network, completed: where each number comes from, and fixes that were tried on meta.

A finding is completed once, and again only when something near it has changed: an edit elsewhere tries nothing anew.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lazygui.engine import fixing, oddities, provenance, remedies
from lazygui.engine.fixing import Bench
from lazygui.engine.remedies.patient import Patient
from lazygui.graph.findings import Cause, Finding, Fix
from lazygui.graph.model import Edge, Graph, Node
from lazygui.graph.topology import downstream

if TYPE_CHECKING:
    from lazygui.engine.infer import Inferer, Known

MOST_COMPLETED: Final = 20
"""So many errors get causes and fixes; whoever has more mends these first."""
MOST_REMEMBERED: Final = 200


@dataclass(frozen=True, slots=True)
class _Completed:
    """A finding with what it rests on: the nodes near its fixes, what feeds them, and who reads them."""

    finding: Finding
    nodes: tuple[tuple[str, Node | None], ...]
    fed: tuple[tuple[str, tuple[Edge, ...]], ...]
    read: tuple[tuple[str, tuple[Edge, ...]], ...]

    def holds(self, graph: Graph) -> bool:
        return (
            all(graph.nodes.get(key) is node for key, node in self.nodes)
            and all(graph.inputs.get(key, ()) == edges for key, edges in self.fed)
            and all(graph.outputs.get(key, ()) == edges for key, edges in self.read)
        )


@dataclass(slots=True)
class Memory:
    """What was completed before, by what was found; and the strange things that were looked for."""

    completed: dict[object, _Completed] = field(default_factory=dict)


def explain(inferer: Inferer, graph: Graph, known: Known, is_training: bool, patience: float) -> None:
    """Give the findings their causes and fixes, and add the warnings.

    After `patience` seconds what nobody remembers is left for the next time: `known.is_complete` is false then.
    """
    bench, deadline = Bench(inferer.bench, graph, known, is_training), time.monotonic() + patience
    found = oddities.warnings(graph, known, is_training) if known.shapes else []
    errors, others = known.findings[:MOST_COMPLETED], known.findings[MOST_COMPLETED:]
    asked: list[tuple[Finding, Iterable[Fix]]] = [(one, ()) for one in errors]
    asked += [(one.finding, one.fixes) for one in found]
    told: list[Finding] = []
    has_tried = False
    for finding, candidates in asked:
        recalled = _recalled(inferer.diagnosed, bench, finding)
        # One at least each time, so that whoever asks again comes to an end.
        if recalled is None and has_tried and time.monotonic() > deadline:
            known.is_complete = False
            told.append(finding)
            continue
        has_tried = has_tried or recalled is None
        told.append(recalled or _diagnosed(inferer.diagnosed, bench, finding, candidates))
    known.findings = [*told[: len(errors)], *others, *told[len(errors) :]]


def completed(inferer: Inferer, graph: Graph, finding: Finding, is_training: bool) -> Finding:
    """Return the finding of a run with causes and fixes. Torch's words stay those of the run."""
    node = finding.problem.node
    if node is None or finding.is_unfinished:
        return finding
    known = inferer.infer(graph, is_training, should_explain=False)
    foreseen = next((one for one in known.findings if one.is_error and one.problem.node == node), None)
    if foreseen is not None and finding.received in ((), foreseen.received):
        # What inference says is told of the whole drawing: of shared weights it knows who made them.
        finding = replace(foreseen, words=finding.words or foreseen.words)
    return _complete(Bench(inferer.bench, graph, known, is_training), finding, ())


def _recalled(memory: Memory, bench: Bench, finding: Finding) -> Finding | None:
    """Return what is known of a finding without trying anything, or None."""
    if finding.is_unfinished or finding.problem.node is None:
        return finding
    before = memory.completed.get(_key(finding, bench.is_training))
    return before.finding if before is not None and before.holds(bench.graph) else None


def _diagnosed(memory: Memory, bench: Bench, finding: Finding, candidates: Iterable[Fix]) -> Finding:
    result = _complete(bench, finding, candidates)
    if len(memory.completed) >= MOST_REMEMBERED:
        memory.completed.clear()
    memory.completed[_key(finding, bench.is_training)] = _rested(bench, finding, result)
    return result


def _key(finding: Finding, is_training: bool) -> object:
    problem = finding.problem
    return problem.code, problem.node, tuple(problem.details.items()), finding.received, is_training


def _complete(bench: Bench, finding: Finding, candidates: Iterable[Fix]) -> Finding:
    problem, node = finding.problem, bench.graph.nodes.get(finding.problem.node or "")
    if node is None or node.spec is None:
        return finding
    causes, arithmetic = provenance.causes(bench.graph, bench.known.shapes, problem)
    if arithmetic and "arithmetic" not in problem.details:
        problem = replace(problem, details=MappingProxyType({**problem.details, "arithmetic": arithmetic}))
    told = replace(finding, problem=problem, causes=causes)
    patient = Patient(bench.graph, bench.known.shapes, told, node)
    guesses = candidates if not finding.is_error else remedies.remedies(patient)
    return replace(told, fixes=fixing.offered(bench, told, guesses))


def _rested(bench: Bench, finding: Finding, result: Finding) -> _Completed:
    """Remember what the result rests on: all that is known behind the nodes that its causes and fixes touch."""
    graph, known = bench.graph, bench.known.shapes
    touched = {finding.problem.node or "", *(fix.node for fix in result.fixes), *_walked(result.causes)}
    behind = downstream(graph, [key for key in touched if key in graph.nodes])
    near = {key for key in behind if key in known} | {key for key in touched if key in graph.nodes}
    before = {edge.source.node for key in near for edge in graph.inputs.get(key, ())}
    return _Completed(
        result,
        tuple((key, graph.nodes[key]) for key in near | before),
        tuple((key, graph.inputs.get(key, ())) for key in near),
        tuple((key, graph.outputs.get(key, ())) for key in near),
    )


def _walked(causes: Iterable[Cause]) -> Iterable[str]:
    return (key for cause in causes for key in (cause.node, *cause.path))
