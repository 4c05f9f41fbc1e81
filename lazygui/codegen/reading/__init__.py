"""From the text of a Python program that uses PyTorch to a graph. Pure; knows no torch, no Qt and no files.

Nothing is executed: the text is parsed, and an interpreter of its own follows the few kinds of expressions and
statements that networks are written in. Whatever else the text holds is refused, with its line, or left out where no
layer depends on it.
"""

from __future__ import annotations

import ast
import textwrap
import warnings
from dataclasses import dataclass
from typing import Final

from lazygui.codegen.reading.script import Script
from lazygui.codegen.reading.values import Unreadable, unreadable
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem

LONGEST: Final = 200_000
"""The most characters of a text that is read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: the network, and the numbers of the lines that say nothing of it."""

    graph: Graph
    left_out: tuple[int, ...] = ()


def read(text: str) -> Reading | Problem:
    """Return the network of a text, or what cannot be read, where it stands and how to mend it."""
    try:
        return _read(text)
    except Unreadable as refusal:
        return refusal.problem
    except RecursionError:
        return unreadable("code_too_deep").at(1, text[:60].partition("\n")[0]).problem


def _read(text: str) -> Reading:
    if len(text) > LONGEST:
        raise unreadable("code_too_long", limit=LONGEST)
    text = textwrap.dedent(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4))
    script = Script(_parsed(text), text)
    graph = script.graph()
    return Reading(graph, tuple(sorted(script.left_out)))


def _parsed(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            # What the text does not say well, such as "\d", is not this program's to warn of.
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        line = error.lineno or 1
        lines = text.split("\n")
        shown = lines[line - 1].strip()[:60] if 0 < line <= len(lines) else ""
        raise unreadable("code_syntax").at(line, shown) from None
    except (ValueError, MemoryError):
        raise unreadable("code_syntax").at(1, text[:60].partition("\n")[0]) from None
