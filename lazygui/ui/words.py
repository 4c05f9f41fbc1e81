"""The sentences of `lazygui.words`, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lazygui.graph.edits import EditTitle
from lazygui.graph.problems import Problem
from lazygui.graph.results import Shape
from lazygui.words import edits, problems
from lazygui.words.numbers import shape_words


def sentence(problem: Problem) -> str:
    """Return what a problem means and how it can be mended."""
    return problems.sentence(problem, QCoreApplication.translate)


def edit_name(title: EditTitle) -> str:
    """Return what an edit is called in a menu, such as "move of 3 nodes"."""
    return edits.edit_name(title, QCoreApplication.translate)


def shapes(several: tuple[Shape, ...]) -> str:
    """Return the shapes of several tensors, with commas between them."""
    return ", ".join(map(shape_words, several))


def duration(seconds: float) -> str:
    """Return a time as people read it: `0.12 ms`, `1.2 ms`, `340 ms`, `2.5 s`."""
    if seconds >= 1:
        return f"{seconds:.1f} s"
    milliseconds = seconds * 1000
    digits = 0 if milliseconds >= 100 else 1 if milliseconds >= 1 else 2
    return f"{milliseconds:.{digits}f} ms"
