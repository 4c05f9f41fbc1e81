"""Columns of text in a terminal. Pure functions."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Return how many columns a text takes: a Chinese sign takes two, and one that combines with another none."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else not unicodedata.combining(sign) for sign in text)


def filled(text: str, columns: int) -> str:
    """Return a text with spaces behind it, up to so many columns."""
    return text + " " * (columns - width(text))
