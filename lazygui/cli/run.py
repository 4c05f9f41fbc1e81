"""`lazygui run`: a sample through a network in this process, and what every node became."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, assert_never

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.cli.documents import FAILED, RAN, opened, parser
from lazygui.cli.tables import explained, parameters_words, shapes_words, table, told
from lazygui.graph.calling import nested
from lazygui.graph.findings import Finding
from lazygui.graph.initialization import InitReport
from lazygui.graph.model import Graph, Node
from lazygui.graph.results import Results, State
from lazygui.graph.rules import LARGEST
from lazygui.graph.topology import order
from lazygui.words.initialization import report_words
from lazygui.words.problems import Translate, sentence

if TYPE_CHECKING:
    import argparse

_STATES: Final[Mapping[State, str]] = {
    State.FAILED: QT_TRANSLATE_NOOP("Cli", "failed"),
    State.WAITING: QT_TRANSLATE_NOOP("Cli", "waits for {node}"),
    State.UNINITIALIZED: QT_TRANSLATE_NOOP("Cli", "not run"),
}
_ALLOW: Final = QT_TRANSLATE_NOOP("Cli", "fix: run again with --allow-code, once you have read the source")


def main(words: list[str], translate: Translate) -> int:
    """Run a sample and print what every node became; return the exit code."""
    import sys

    options = _parser().parse_args(words)
    graph = opened(options, translate)
    run = followed(graph, options.seed, options.train, options.allow_code)
    print(_as_json(run, translate) if options.json else _as_table(run, translate))
    if run.initialization and not options.json:
        print(report_words(run.initialization, translate))
    if run.failure is None:
        return RAN
    if not options.json:
        print("lazygui:", "\n  ".join(why(run.failure, run.graph, translate)), file=sys.stderr)
    return FAILED


def why(failure: Finding, graph: Graph, translate: Translate) -> list[str]:
    """Return the lines that say why a run ended, and how it can go on."""
    lines = told(failure, graph, translate)
    return [*lines, translate("Cli", _ALLOW)] if failure.problem.code == "code_not_allowed" else lines


def _parser() -> argparse.ArgumentParser:
    made = parser("run", "Run a sample and print what every node became.")
    add_options(made)
    return made


def add_options(made: argparse.ArgumentParser) -> None:
    """Add what every run may be told."""
    made.add_argument("--seed", metavar="N", type=_seed, default=0, help="of the weights and the sample (default 0)")
    made.add_argument(
        "--allow-code", action="store_true", help="run the Python source of custom nodes: read it before you say so"
    )


def _seed(text: str) -> int:
    if not re.fullmatch("[0-9]{1,19}", text) or int(text) > LARGEST:
        from argparse import ArgumentTypeError

        raise ArgumentTypeError(f"a seed is a whole number from 0 to {LARGEST}")
    return int(text)


@dataclass
class Run:
    """A run as far as it came."""

    graph: Graph
    results: Results = field(default_factory=Results)
    failure: Finding | None = None
    parameter_count: int | None = None
    """Shared parameters counted once; None when the run failed."""
    initialization: InitReport | None = None


def followed(
    graph: Graph, seed: int, is_training: bool = False, may_run_code: bool = False, results: Results | None = None
) -> Run:
    """Run a sample in this process; `results` may hold already what is inferred."""
    from lazygui.engine.messages import (
        InitializationApplied,
        NodeFailed,
        NodeFinished,
        NodeInitialized,
        NodePassed,
        NodeStarted,
        RunFinished,
        RunRequest,
    )
    from lazygui.engine.run import run

    followed = Run(graph, results or Results())
    followed.results.begin()
    for event in run(RunRequest.of(graph, 0, seed, is_training, may_run_code)):
        match event:
            case NodeStarted(_, node):
                followed.results.start(node)
            case NodeFinished(_, node, result):
                followed.results.finish(node, result)
            case NodeFailed(_, failed, failure):
                followed.failure = failure
                if failed is not None:
                    followed.results.fail(graph, failed, failure)
            case NodeInitialized(_, node, parameters, calls):
                before = followed.results.result(node)
                assert before is not None
                followed.results.finish(node, before.initialized(parameters, calls))
            case NodePassed():
                pass  # what comes out is no part of the table
            case InitializationApplied(_, report):
                followed.initialization = report
            case RunFinished(_, parameter_count):
                followed.parameter_count = parameter_count
                followed.results.end()
            case _:
                assert_never(event)
    return followed


def _as_json(run: Run, translate: Translate) -> str:
    nodes = {name: _node_json(run.graph.nodes[name], run.results) for name in order(run.graph)}
    said: dict[str, Any] = {"ok": run.failure is None, "nodes": nodes, "total_parameters": run.parameter_count}
    if run.initialization:
        skipped = {str(one.node): sentence(one, translate) for one in run.initialization.skipped}
        said["initialization"] = {"applied": run.initialization.applied, "skipped": skipped}
    if run.failure:
        problem = run.failure.problem
        message = "\n".join(explained(run.failure, translate))
        said["error"] = {"node": problem.node, "code": problem.code, "message": message}
    return json.dumps(said, ensure_ascii=False)


def _node_json(node: Node, results: Results) -> dict[str, Any]:
    """What became of a node. What no run has shown is null."""
    result, outputs = results.result(node.id), results.outputs(node.id)
    return {
        "state": results.state(node.id).value,
        "type": result.type if result else node.type,
        "output": nested(node.spec, outputs) if outputs else None,
        "parameters": {tensor.name: tensor.shape for tensor in result.parameters} if result else None,
    }


def _as_table(run: Run, translate: Translate) -> str:
    """One row for each node in running order, and the total below."""
    rows = [_row(run.graph.nodes[name], run.results, translate) for name in order(run.graph)]
    return table(rows, run.parameter_count, translate)


def _row(node: Node, results: Results, translate: Translate) -> tuple[str, ...]:
    result, state = results.result(node.id), results.state(node.id)
    shapes = shapes_words(results.outputs(node.id))
    became = translate("Cli", _STATES[state]).format(node=results.waits_for(node.id)) if state in _STATES else shapes
    if result is None:
        return (node.id, node.type, became, "", "")
    parameters = parameters_words([(tensor.name, tensor.shape) for tensor in result.parameters], translate)
    return (node.id, result.type, became, parameters, f"{result.parameter_count:,}" if result.parameters else "")
