"""What another sample has done to a network, in words. Pure."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.runs import SampleChange
from lazygui.words.numbers import shape_words
from lazygui.words.problems import Translate, english

BATCH: Final = QT_TRANSLATE_NOOP("Runs", "Only the batch changed, {before} to {after}: every weight is as it was.")
NOTHING: Final = QT_TRANSLATE_NOOP("Runs", "The sample changed from {before} to {after}: no weight has another shape.")
RESHAPED: Final = QT_TRANSLATE_NOOP(
    "Runs", "The sample changed from {before} to {after}: fresh modules, with other weight shapes: {parameters}."
)
ONE: Final = QT_TRANSLATE_NOOP("Runs", "{name} {before} → {after}")
MOST: Final = 4


def change_words(change: SampleChange, translate: Translate = english) -> str:
    """Return what happened when nothing but the sample changed between two runs."""
    shapes = {"before": shape_words(change.before), "after": shape_words(change.after)}
    if change.is_batch:
        return translate("Runs", BATCH).format(before=change.before[0], after=change.after[0])
    if not change.reshaped:
        return translate("Runs", NOTHING).format(**shapes)
    told = [
        translate("Runs", ONE).format(name=f"{node}.{name}", before=shape_words(before), after=shape_words(after))
        for node, name, before, after in change.reshaped[:MOST]
    ]
    more = "…" if len(change.reshaped) > MOST else ""
    return translate("Runs", RESHAPED).format(**shapes, parameters=", ".join(told) + more)
