"""The sums over a network in one line. Pure."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.results import Totals
from lazygui.words.numbers import bytes_words, count_words
from lazygui.words.problems import Translate, english

KNOWN: Final = QT_TRANSLATE_NOOP("Totals", "{parameters} parameters · {bytes} · {macs} MACs")
AT_LEAST: Final = QT_TRANSLATE_NOOP("Totals", "at least {parameters} parameters · {bytes} · {macs} MACs")
NOTHING: Final = QT_TRANSLATE_NOOP("Totals", "nothing is known yet")
INFERRED: Final = QT_TRANSLATE_NOOP("Totals", "{totals} · inferred")


def totals_words(totals: Totals, is_inferred: bool = False, translate: Translate = english) -> str:
    """Return parameters, their bytes and the multiply-adds of one pass: "4,712 parameters · 18.8 KB · 3.1 M MACs".

    "At least", where nothing could be said of some node; `is_inferred` says that no weight exists yet.
    """
    if totals.unknown and not totals.parameters and not totals.macs:
        return translate("Totals", NOTHING)
    text = translate("Totals", AT_LEAST if totals.unknown else KNOWN).format(
        parameters=count_words(totals.parameters),
        bytes=bytes_words(totals.bytes, translate),
        macs=count_words(totals.macs),
    )
    return translate("Totals", INFERRED).format(totals=text) if is_inferred else text
