"""What a pasted text means: a piece of a drawing as JSON, edges, or PyTorch code. Decides; touches no widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from lazygui.codegen import reading
from lazygui.graph.edits import Clip, clip
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem
from lazygui.storage import clipboard
from lazygui.storage.errors import StorageError
from lazygui.words.numbers import spans

_LOOKS_LIKE_CODE: Final = re.compile(r"\b(?:nn|torch|F)\.|\bLazy[A-Z]|\b(?:class|def|import)\b|[A-Za-z_)\]]\s*\(|=")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a text holds; `left_out` are the lines of code that say nothing of the network."""

    piece: Clip
    is_code: bool = False
    left_out: tuple[int, ...] = ()


def understood(text: str) -> Pasted | Problem | None:
    """Return what a text holds, why that cannot be taken, or None for a text that means nothing here."""
    problem: Problem | None = None
    if clipboard.is_meant(text):
        try:
            return Pasted(clipboard.from_text(text))
        except StorageError as error:
            problem = error.problem
    if problem is None and not _LOOKS_LIKE_CODE.search(text):
        return None
    found = reading.read(text)
    if isinstance(found, Problem):
        return problem or found
    return of_code(found)


def of_code(found: reading.Reading) -> Pasted:
    graph: Graph = found.graph
    return Pasted(clip(graph, frozenset(graph.nodes)), is_code=True, left_out=found.left_out)


def left_out_words(lines: tuple[int, ...]) -> str:
    """Return a sentence about the lines that were left out; "" where there are none."""
    if not lines:
        return ""
    if len(lines) == 1:
        template = QCoreApplication.translate("Pasting", "Line {lines} was left out.")
    else:
        template = QCoreApplication.translate("Pasting", "{count} lines were left out: {lines}.")
    return template.format(count=len(lines), lines=spans(lines))


def taken_words(pasted: Pasted) -> str:
    """Return what to say after pasted code became nodes."""
    count = len(pasted.piece.nodes)
    if count == 1:
        said = QCoreApplication.translate("Pasting", "The code became 1 node.")
    else:
        said = QCoreApplication.translate("Pasting", "The code became {count} nodes.").format(count=count)
    left = left_out_words(pasted.left_out)
    return QCoreApplication.translate("Pasting", "{said} {left}").format(said=said, left=left) if left else said
