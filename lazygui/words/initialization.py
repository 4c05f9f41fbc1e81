"""What became of an initialization, in words. Pure."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.initialization import KEEP, Initializer, InitReport, InitRule, Part
from lazygui.words.problems import Translate, english, sentence

APPLIED: Final = QT_TRANSLATE_NOOP("Initialization", "Applied to {count} of {all} layers.")
NOTHING: Final = QT_TRANSLATE_NOOP("Initialization", "There is no layer that could be initialized.")
EDITED: Final = QT_TRANSLATE_NOOP("Initialization", "Numbers set by hand in {nodes}.")
EARLY: Final = QT_TRANSLATE_NOOP("Initialization", "Before the dry run: applied to {count} of {all} layers.")
MOST: Final = 3
"""So many reasons are told at most."""
MORE: Final = QT_TRANSLATE_NOOP("Initialization", "And {count} more.")

ALL_LAYERS: Final = QT_TRANSLATE_NOOP("Initialization", "All layers")
PARTS: Final = {
    Part.WEIGHT: QT_TRANSLATE_NOOP("Initialization", "weights: {call}"),
    Part.BIAS: QT_TRANSLATE_NOOP("Initialization", "biases: {call}"),
}
KEPT: Final = QT_TRANSLATE_NOOP("Initialization", "as drawn")
SAYS_NOTHING: Final = QT_TRANSLATE_NOOP("Initialization", "says nothing")


def target_words(kind: str, nodes: tuple[str, ...], translate: Translate = english) -> str:
    """Return whom a rule is for: "All layers", a class of torch, or nodes by their names."""
    return ", ".join(nodes) or kind or translate("Initialization", ALL_LAYERS)


def rule_words(rule: InitRule, translate: Translate = english) -> str:
    """Return a rule in two lines or three: whom it is for, and what is done to weights and to biases."""

    def call(one: Initializer) -> str:
        return translate("Initialization", KEPT) if one.name == KEEP else one.call

    told = [(part, one) for part in Part if (one := rule.initializer(part)) is not None]
    parts = [translate("Initialization", PARTS[part]).format(call=call(one)) for part, one in told]
    target = target_words(rule.kind, rule.nodes, translate)
    return "\n".join((target, *(parts or [translate("Initialization", SAYS_NOTHING)])))


def report_words(report: InitReport, translate: Translate = english) -> str:
    """Return to how many layers an initialization was applied, and why not to others."""
    template = EARLY if report.was_early else APPLIED
    told = []
    if report.count:
        told.append(translate("Initialization", template).format(count=len(report.applied), all=report.count))
    if report.edited:
        told.append(translate("Initialization", EDITED).format(nodes=", ".join(report.edited)))
    if not told and not report.unedited:
        return translate("Initialization", NOTHING)
    told += [sentence(problem, translate) for problem in (*report.unedited, *report.skipped[:MOST])]
    if len(report.skipped) > MOST:
        told.append(translate("Initialization", MORE).format(count=len(report.skipped) - MOST))
    return " ".join(told)
