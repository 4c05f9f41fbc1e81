"""The sentences of `lazygui.words`, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lazygui.graph.edits import EditTitle
from lazygui.graph.findings import Fix, Shape
from lazygui.graph.initialization import InitReport, InitRule
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.graph.results import Totals
from lazygui.graph.runs import SampleChange
from lazygui.words import edits, findings, initialization, problems, runs
from lazygui.words.numbers import shape_words
from lazygui.words.totals import totals_words as totals_of


def sentence(problem: Problem) -> str:
    """Return what a problem means and how it can be mended."""
    return problems.sentence(problem, QCoreApplication.translate)


def edit_name(title: EditTitle) -> str:
    """Return what an edit is called in a menu, such as "move of 3 nodes"."""
    return edits.edit_name(title, QCoreApplication.translate)


def shapes(several: tuple[Shape, ...]) -> str:
    """Return the shapes of several tensors, with commas between them."""
    return ", ".join(map(shape_words, several))


def init_words(report: InitReport) -> str:
    """Return to how many layers an initialization was applied, and why not to others."""
    return initialization.report_words(report, QCoreApplication.translate)


def change_words(change: SampleChange) -> str:
    """Return what happened when nothing but the sample changed between two runs."""
    return runs.change_words(change, QCoreApplication.translate)


def rule_words(rule: InitRule) -> str:
    """Return a rule of initialization in two lines or three."""
    return initialization.rule_words(rule, QCoreApplication.translate)


def target_words(kind: str, nodes: tuple[str, ...]) -> str:
    """Return whom a rule of initialization is for."""
    return initialization.target_words(kind, nodes, QCoreApplication.translate)


def duration(seconds: float) -> str:
    """Return a time as people read it: `0.12 ms`, `1.2 ms`, `340 ms`, `2.5 s`."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    milliseconds = seconds * 1000
    digits = 0 if milliseconds >= 100 else 1 if milliseconds >= 1 else 2
    return f"{milliseconds:.{digits}f} ms"


def fix_name(fix: Fix, graph: Graph | None = None) -> str:
    """Return what a fix does, for its button."""
    return findings.fix_words(fix, graph, QCoreApplication.translate)


def totals_words(totals: Totals, is_inferred: bool) -> str:
    """Return parameters, bytes and multiply-adds of a network."""
    return totals_of(totals, is_inferred, QCoreApplication.translate)
