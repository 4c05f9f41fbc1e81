"""How storage says no: exceptions that carry a Problem. Knows no words."""

from __future__ import annotations

from types import MappingProxyType

from lazygui.graph.problems import Detail, Problem


class StorageError(Exception):
    """A document could not be read or written; `problem` says what, where and how it can be mended."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: node {problem.node}, {dict(problem.details)}")
        self.problem = problem


class FormatError(StorageError):
    """A text is no document. Its problem has the detail `line`, counted from 1, wherever a line can be named."""


def wrong(code: str, node: str | None = None, **details: Detail) -> FormatError:
    """Return the exception for a text that breaks the format, to be raised by the caller."""
    return FormatError(Problem(code, node, MappingProxyType(details)))
