"""The shipped translations without Qt, for the command line: reads the text of the `.ts` file that Qt's tools write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

Translate: TypeAlias = Callable[[str, str], str]
"""Gives a text of a context in the language of the reader."""


def english(context: str, text: str) -> str:
    """Give the text as it stands in the source."""
    return text


def language(environment: Mapping[str, str]) -> str:
    """Return the locale of messages, such as `zh_CN.UTF-8`: the first that is set wins, as POSIX says."""
    return next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")


def read(text: str) -> dict[tuple[str, str], str]:
    """Return the finished translations of a `.ts` file, by context and English text."""
    # Only who reads Chinese waits for it.
    from xml.etree import ElementTree

    found = {}
    for context in ElementTree.fromstring(text).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[name, message.findtext("source", "")] = translation.text
    return found
