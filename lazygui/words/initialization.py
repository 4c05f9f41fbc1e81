"""What became of an initialization, in words. Pure."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.initialization import InitReport
from lazygui.words.problems import Translate, english, sentence

APPLIED: Final = QT_TRANSLATE_NOOP("Initialization", "Applied to {count} of {all} layers.")
NOTHING: Final = QT_TRANSLATE_NOOP("Initialization", "There is no layer that could be initialized.")
EARLY: Final = QT_TRANSLATE_NOOP("Initialization", "Before the dry run: applied to {count} of {all} layers.")
MOST: Final = 3
"""So many reasons are told at most."""
MORE: Final = QT_TRANSLATE_NOOP("Initialization", "And {count} more.")


def report_words(report: InitReport, translate: Translate = english) -> str:
    """Return to how many layers an initialization was applied, and why not to others."""
    if not report.count:
        return translate("Initialization", NOTHING)
    template = EARLY if report.was_early else APPLIED
    told = [translate("Initialization", template).format(count=len(report.applied), all=report.count)]
    told += [sentence(problem, translate) for problem in report.skipped[:MOST]]
    if len(report.skipped) > MOST:
        told.append(translate("Initialization", MORE).format(count=len(report.skipped) - MOST))
    return " ".join(told)
