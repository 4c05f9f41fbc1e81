"""What Qt writes as SVG, made fit for other programs: shorter, and for who has not our fonts. Knows no drawing."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from lazygui.ui.theme import MONO_FONT, UI_FONT

FONT: Final = r'\s*font-family="([^"]*)" font-size="([^"]*)" font-weight="([^"]*)" font-style="([^"]*)"\s*'
"""What Qt tells of the font with every shape, and with a text once more."""
FIRST_CJK: Final = "\u2e80"
SIZE: Final = r'width="[^"]*mm" height="[^"]*mm"\s*viewBox="0 0 (\d+) (\d+)"'
"""Millimetres, which some programs cannot turn into pixels."""
GENERIC: Final = {UI_FONT: "sans-serif", MONO_FONT: "monospace"}


def tidied(svg: str) -> str:
    """Return an SVG without what says nothing; each text has its length and a family that every program knows.

    Where our fonts lack, another one is then as wide as ours: numbers stay in their pills.
    """
    svg = re.sub(SIZE, r'width="\1" height="\2"\nviewBox="0 0 \1 \2"', svg, count=1)
    svg = re.sub(rf"(<g [^>]*?){FONT}>", r"\1>", svg)
    svg = re.sub(r"<g [^>]*>\s*</g>\s*", "", svg)
    svg = svg.replace(' vector-effect="none" fill-rule="evenodd"', "")
    return re.sub(rf"(<text [^>]*?){FONT}>([^<]*)</text>", _text, svg)


def _text(found: re.Match[str]) -> str:
    start, families, size, weight, style, text = found.groups()
    if text.strip():
        start += f' textLength="{_length(families, size, weight, style, text):g}" lengthAdjust="spacingAndGlyphs"'
    font = f'font-family="{_families(families, text)}" font-size="{size}" font-weight="{weight}"'
    slant = f' font-style="{style}"' if style != "normal" else ""
    return f"{start} {font}{slant}>{text}</text>"


def _families(families: str, text: str) -> str:
    """Return the families for a text: those that draw Chinese where there is some, and the last resort."""
    first = families.partition(",")[0]
    named = families if any(sign >= FIRST_CJK for sign in text) else first
    return f"{named},{GENERIC[first]}" if first in GENERIC else families


@lru_cache(maxsize=4096)
def _length(families: str, size: str, weight: str, style: str, text: str) -> float:
    font = QFont()
    font.setFamilies(families.split(","))
    font.setPixelSize(round(float(size)))
    font.setWeight(QFont.Weight(int(weight)))
    font.setItalic(style != "normal")
    return round(QFontMetricsF(font).horizontalAdvance(unescape(text)), 2)
