"""`lazygui check`: the shapes of a network and what is wrong with it, without a window and without initializing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import prod
from typing import TYPE_CHECKING, Any, Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.cli.documents import FAILED, RAN, opened, parser
from lazygui.cli.tables import UNKNOWN, located, parameters_words, shapes_words, table, told
from lazygui.graph.calling import nested
from lazygui.graph.findings import ERROR, WARNING, Finding, Fix
from lazygui.graph.model import Graph, Node
from lazygui.graph.topology import order
from lazygui.words.findings import cause_words, fix_words
from lazygui.words.problems import Translate
from lazygui.words.totals import totals_words

if TYPE_CHECKING:
    from lazygui.engine.infer import Known

_SEVERITIES: Final[Mapping[str, str]] = {
    ERROR: QT_TRANSLATE_NOOP("Cli", "error"),
    WARNING: QT_TRANSLATE_NOOP("Cli", "warning"),
}
_SAID: Final = QT_TRANSLATE_NOOP("Cli", "{severity}: {message}")
_WAITS: Final = QT_TRANSLATE_NOOP("Cli", "waits for {node}")


def main(words: list[str], translate: Translate) -> int:
    """Infer all shapes and print them with all problems; return 1 when there are errors."""
    options = parser("check", "Print the shapes of a network and what is wrong with it.").parse_args(words)
    graph = opened(options, translate)
    from lazygui.engine import infer

    known = infer.infer(graph, options.train)
    print(_as_json(graph, known, translate) if options.json else _as_text(graph, known, translate))
    return FAILED if any(finding.is_error for finding in known.findings) else RAN


def _as_json(graph: Graph, known: Known, translate: Translate) -> str:
    said = {
        "ok": not any(finding.is_error for finding in known.findings),
        "nodes": {name: _node_json(graph.nodes[name], known) for name in order(graph)},
        "total_parameters": None if known.totals.unknown else known.totals.parameters,
        "macs": None if known.totals.unknown else known.totals.macs,
        "problems": [_problem_json(finding, graph, translate) for finding in known.findings],
    }
    return json.dumps(said, ensure_ascii=False)


def _node_json(node: Node, known: Known) -> dict[str, Any]:
    """What is known of a node; what only a run can tell, and what waits for another node, is null."""
    shapes = known.shapes.get(node.id)
    if shapes is None:
        return {"type": None, "output": None, "parameters": None}
    return {
        "type": shapes.type,
        "output": nested(node.spec, shapes.outputs),
        "parameters": dict(shapes.parameters),
    }


def _problem_json(finding: Finding, graph: Graph, translate: Translate) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "node": finding.problem.node,
        "code": finding.problem.code,
        "message": located(finding.problem, translate),
        "received": finding.received,
        "torch": finding.words,
        "causes": [cause_words(cause, translate) for cause in finding.causes],
        "fixes": [_fix_json(fix, graph, translate) for fix in finding.fixes],
    }


def _fix_json(fix: Fix, graph: Graph, translate: Translate) -> dict[str, Any]:
    said = {"text": fix_words(fix, graph, translate), "code": fix.code, "node": fix.node}
    return {**said, "type": fix.type or None, "arguments": dict(fix.arguments), "port": fix.port}


def _as_text(graph: Graph, known: Known, translate: Translate) -> str:
    rows = [_row(name, graph, known, translate) for name in order(graph)]
    said = [table(rows, None if known.totals.unknown else known.totals.parameters, translate)]
    said.append(totals_words(known.totals, is_inferred=True, translate=translate))
    return "\n\n".join([*said, *("\n".join(_told(one, graph, translate)) for one in known.findings)])


def _row(name: str, graph: Graph, known: Known, translate: Translate) -> tuple[str, ...]:
    shapes = known.shapes.get(name)
    if shapes is None:
        return (name, graph.nodes[name].type, _why_unknown(name, known, translate), "", "")
    parameters = parameters_words(shapes.parameters, translate)
    count = sum(prod(shape) for _, shape in shapes.parameters)
    return (name, shapes.type, shapes_words(shapes.outputs), parameters, f"{count:,}" if shapes.parameters else "")


def _why_unknown(name: str, known: Known, translate: Translate) -> str:
    """Say in the place of a shape why there is none: it does not fit, it waits, or only a run can tell."""
    if name in known.failed:
        return translate("Cli", _SEVERITIES[ERROR])
    waits = known.waiting.get(name)
    return translate("Cli", _WAITS).format(node=waits) if waits else UNKNOWN


def _told(finding: Finding, graph: Graph, translate: Translate) -> list[str]:
    first, *lines = told(finding, graph, translate)
    severity = translate("Cli", _SEVERITIES[finding.severity])
    said = translate("Cli", _SAID).format(severity=severity, message=first)
    return [said, *(f"  {line}" for line in lines)]
