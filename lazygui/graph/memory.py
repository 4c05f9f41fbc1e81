"""Answers that stay while the parts of a graph that they were made from stay. Knows nothing of what is asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Concatenate, ParamSpec, TypeVar

from lazygui.graph.model import Graph

P = ParamSpec("P")
R = TypeVar("R")

KEPT = 4
"""How many answers are remembered: those of a few snapshots, so that an undo finds its own again."""


def remembered(
    *parts: str,
) -> Callable[[Callable[Concatenate[Graph, P], R]], Callable[Concatenate[Graph, P], R]]:
    """Have a pure function of a graph answer once for the same `parts` (names of fields) and the same other arguments.

    A part is compared by identity: a graph replaces only what an edit touches, so a move asks nothing again.
    """

    def remember(function: Callable[Concatenate[Graph, P], R]) -> Callable[Concatenate[Graph, P], R]:
        known: deque[tuple[tuple[object, ...], object, R]] = deque(maxlen=KEPT)

        @wraps(function)
        def answer(graph: Graph, *args: P.args, **kwargs: P.kwargs) -> R:
            asked = tuple(getattr(graph, part) for part in parts)
            for found, others, result in tuple(known):
                if all(map(is_, found, asked)) and others == (args, kwargs):
                    return result
            result = function(graph, *args, **kwargs)
            known.append((asked, (args, kwargs), result))
            return result

        return answer  # type: ignore[return-value]  # wraps() hides the type that it keeps

    return remember
