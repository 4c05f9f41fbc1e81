"""The Python source of a custom node as text: its function and what it takes. Parses, and never runs a line of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 20_000
"""The most characters that a source may have."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the one function of a source is called, and the names of what it takes, in order."""

    name: str
    parameters: tuple[str, ...]


@lru_cache(maxsize=256)
def signature(source: str) -> Signature | None:
    """Return the signature of the function that the source defines; None where it is not exactly one plain function.

    Imports beside the function are allowed, for a person pastes them along.
    """
    if len(source) > LONGEST:
        return None
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    functions = [part for part in body if not isinstance(part, ast.Import | ast.ImportFrom)]
    if len(functions) != 1 or not isinstance(functions[0], ast.FunctionDef):
        return None
    given = functions[0].args
    if given.vararg or given.kwarg or given.kwonlyargs:
        return None
    return Signature(functions[0].name, tuple(one.arg for one in (*given.posonlyargs, *given.args)))
