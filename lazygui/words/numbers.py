"""Numbers as people read them; all but the word "bytes" is the same in every language. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.words.translations import Translate, english

_FEW_BYTES: Final = QT_TRANSLATE_NOOP("Numbers", "{count} bytes")
_BYTES = ("", "KB", "MB", "GB", "TB", "PB", "EB")
_COUNTS = ("", " K", " M", " G", " T")


def bytes_words(count: int, translate: Translate = english) -> str:
    """Return an amount of memory in units of a thousand: `40 TB`, `1.5 GB`, `999 bytes`."""
    number, unit = _scaled(count, len(_BYTES))
    return f"{number} {_BYTES[unit]}" if unit else translate("Numbers", _FEW_BYTES).format(count=number)


def count_words(count: int) -> str:
    """Return a number of things: all digits up to `9,999`, then about three: `31.6 K`, `25.6 M`."""
    if count < 10_000:
        return f"{count:,}"
    number, unit = _scaled(count, len(_COUNTS))
    return f"{number}{_COUNTS[unit]}"


def shape_words(shape: Sequence[int | str]) -> str:
    """Return the lengths of all axes: `2 × 20`; `()` for a single number, which has no axis."""
    return " × ".join(map(str, shape)) if shape else "()"


def number_words(number: float, digits: int = 4) -> str:
    """Return a number in so many digits, with a true minus sign: `−0.2236`; NaN is a dash."""
    return "\u2013" if number != number else f"{number:.{digits}g}".replace("-", "\u2212")


def _scaled(count: int, units: int) -> tuple[str, int]:
    """Return three digits, or all of them where no larger unit is left, and the power of a thousand they count in."""
    value, unit = float(count), 0
    # 999.95 would be rounded to 1000.0, which belongs to the next unit.
    while value >= (999.5 if unit == 0 else 999.95) and unit < units - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:,.1f}".removesuffix(".0") if unit else str(count), unit


def spans(numbers: Iterable[int]) -> str:
    """Return rising numbers, such as those of lines, as people write them: `3, 5–8`."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
