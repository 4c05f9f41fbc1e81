"""Tables and sentences as a terminal shows them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.words.columns import filled, width
from lazygui.words.findings import cause_words, fix_words
from lazygui.words.numbers import shape_words
from lazygui.words.problems import Translate, sentence

COLUMNS: Final = (
    QT_TRANSLATE_NOOP("Cli", "node"),
    QT_TRANSLATE_NOOP("Cli", "layer"),
    QT_TRANSLATE_NOOP("Cli", "output"),
    QT_TRANSLATE_NOOP("Cli", "parameters"),
    QT_TRANSLATE_NOOP("Cli", "count"),
)
TOTAL: Final = QT_TRANSLATE_NOOP("Cli", "total")
_RECEIVED: Final = QT_TRANSLATE_NOOP("Cli", "received: {shapes}")
_TORCH_SAYS: Final = QT_TRANSLATE_NOOP("Cli", "PyTorch: {words}")
_ORIGIN: Final = QT_TRANSLATE_NOOP("Cli", "where the numbers come from:")
_FIX: Final = QT_TRANSLATE_NOOP("Cli", "fix: {fix}")
_MORE: Final = QT_TRANSLATE_NOOP("Cli", "{n} more")
UNKNOWN: Final = "?"
MOST_PARAMETERS: Final = 4
"""So many parameters of one node have room in a row."""


def table(rows: Iterable[Sequence[str]], total: int | None, translate: Translate) -> str:
    """Return rows of the five COLUMNS under their titles, with the total below where there is one."""
    told = [tuple(translate("Cli", title) for title in COLUMNS), *map(tuple, rows)]
    if total is not None:
        told.append((translate("Cli", TOTAL), "", "", "", f"{total:,}"))
    widths = [max(map(width, column)) for column in zip(*told, strict=True)]
    return "\n".join(_line(row, widths) for row in told)


def shapes_words(shapes: Iterable[Shape | None]) -> str:
    return ", ".join(UNKNOWN if shape is None else shape_words(shape) for shape in shapes)


def parameters_words(shapes: Sequence[tuple[str, Shape]], translate: Translate) -> str:
    """Return the parameters of a node, "weight 256 × 20, bias 256"; of a whole stack the first few."""
    shown = shapes if len(shapes) <= MOST_PARAMETERS else shapes[: MOST_PARAMETERS - 1]
    told = [f"{name} {shape_words(shape)}" for name, shape in shown]
    if len(shown) < len(shapes):
        told.append(translate("Cli", _MORE).format(n=len(shapes) - len(shown)))
    return ", ".join(told)


def explained(finding: Finding, translate: Translate) -> list[str]:
    """Return the lines that tell of a finding: our sentence, what arrived, and torch's own words."""
    lines = [located(finding.problem, translate)]
    if finding.received:
        lines.append(translate("Cli", _RECEIVED).format(shapes=shapes_words(finding.received)))
    if finding.words:
        lines.append(translate("Cli", _TORCH_SAYS).format(words=" ".join(finding.words.split())))
    return lines


def told(finding: Finding, graph: Graph, translate: Translate) -> list[str]:
    """Return all lines of a finding: what is wrong, where the numbers come from, what mends it, and torch's words."""
    first, *words = explained(replace(finding, received=()), translate)
    lines = [first, *explained(replace(finding, words=""), translate)[1:], *filter(None, [finding.arithmetic])]
    if finding.causes:
        lines += [translate("Cli", _ORIGIN), *(f"  {cause_words(cause, translate)}" for cause in finding.causes)]
    lines += [translate("Cli", _FIX).format(fix=fix_words(fix, graph, translate)) for fix in finding.fixes]
    return lines + words


def located(problem: Problem, translate: Translate) -> str:
    """Return the sentence, behind the node's name where it does not tell it: those on arguments are made for a form."""
    said = sentence(problem, translate)
    return said if problem.node is None or problem.node in said else f"{problem.node}: {said}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells in their columns; the last one, a number, ends where its column ends."""
    *texts, last = cells
    gap = " " * (widths[-1] - width(last))
    return "  ".join((*map(filled, texts, widths), gap + last)).rstrip()
