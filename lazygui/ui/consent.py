"""Whether the source code that a drawing brings may run: asked before a run, once a document. Runs and reads nothing.

Opening a file asks nothing, for it executes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

from lazygui.catalog.custom import SHIPPED_SOURCES
from lazygui.catalog.spec import Role
from lazygui.graph.model import Graph
from lazygui.ui.files import Dialogs
from lazygui.ui.settings import Settings

Sources: TypeAlias = tuple[tuple[str, str], ...]
"""Nodes by name with their source, in the order of the document."""


def foreign_sources(graph: Graph) -> Sources:
    """Return the custom nodes whose source does not come with the program."""
    custom = (node for node in graph.nodes.values() if node.spec is not None and node.spec.role is Role.CUSTOM)
    sources = ((node.id, str(node.value("source"))) for node in custom)
    return tuple((node, source) for node, source in sources if source not in SHIPPED_SOURCES)


def fingerprint(sources: Sources) -> str:
    """Return what stands for this code and no other. The names of the nodes do not matter, nor does their order."""
    # Not from the start, for few drawings bring code and this loads a library of its own.
    import hashlib

    code = json.dumps(sorted({source for _, source in sources}))
    return hashlib.sha256(code.encode()).hexdigest()


class Consent:
    """Asks a person whether the code of a drawing may run, and remembers a yes for just this code."""

    def __init__(self, settings: Settings, dialogs: Dialogs) -> None:
        self._settings, self._dialogs = settings, dialogs

    def has_allowed(self, graph: Graph) -> bool:
        """Say whether the person has said yes to just the code that a drawing brings; without code, no."""
        sources = foreign_sources(graph)
        return bool(sources) and self._settings.may_run(fingerprint(sources))

    def ask(self, graph: Callable[[], Graph], run: Callable[[bool], None], decline: Callable[[], None]) -> None:
        """Call `run` with whether code of the document may run, at once where there is nothing to ask; or `decline`.

        `graph` gives the drawing of the moment: what runs after a yes is what the yes was said to.
        """
        sources = foreign_sources(graph())
        code = fingerprint(sources)

        def on_answer(is_allowed: bool) -> None:
            if is_allowed:
                self._settings.allow_to_run(code)
                # Another drawing may have come while the question stood: its code was not allowed.
                self.ask(graph, run, decline)
            else:
                decline()

        if not sources or self._settings.may_run(code):
            run(bool(sources))
        else:
            self._dialogs.ask_run_code(sources, on_answer)
