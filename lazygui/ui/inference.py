"""Live shapes: asks the engine after each edit and hands its answers to the results. Knows no widget and no process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from lazygui.engine.messages import Inferred
from lazygui.graph.changes import GraphChanged
from lazygui.graph.results import Inference, Results
from lazygui.ui.editor import Editor
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.run_controller import RunController
from lazygui.ui.settings import Settings


class InferenceController(QObject):
    """Keeps what is inferred in step with the drawing, or keeps still while it is switched off."""

    changed = Signal()
    """`is_on` is another, or the results hold a new inference."""
    _outdated = Signal()

    def __init__(
        self,
        editor: Editor,
        client: EngineClient,
        runs: RunController,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._client, self._runs, self._settings = editor, client, runs, settings
        self._is_on = settings.has_live_shapes
        self._is_training = runs.is_training
        self._generation = 0
        self._is_outdated = False
        # All edits of one turn of the event loop are one question. Posted, for a timer would come after the painting.
        self._outdated.connect(self._ask, Qt.ConnectionType.QueuedConnection)
        client.inferred.connect(self._on_inferred)
        editor.graph_changed.connect(self._on_graph_changed)
        runs.changed.connect(self._on_runs_changed)

    @property
    def is_on(self) -> bool:
        return self._is_on

    @is_on.setter
    def is_on(self, is_on: bool) -> None:
        if is_on == self._is_on:
            return
        self._is_on = self._settings.has_live_shapes = is_on
        if is_on:
            self._ask_soon()
        else:
            self._is_outdated = False
            self._client.forget_inference()
            self._editor.results.forget_inference()
        self.changed.emit()

    @property
    def is_settled(self) -> bool:
        """True while no answer is to come that would change what is shown."""
        return not self._is_on or not (self._is_outdated or self._client.is_inferring)

    def _ask_soon(self) -> None:
        if not self._is_outdated:
            self._is_outdated = True
            self._outdated.emit()

    def _ask(self) -> None:
        if not self._is_outdated:
            return
        self._is_outdated = False
        self._generation = self._client.infer(self._editor.graph, self._is_training)

    def _on_graph_changed(self, change: GraphChanged) -> None:
        old, new = change.before, change.after
        has_only_moved = old.nodes is new.nodes and old.edges is new.edges
        if self._is_on and (change.is_replacement or not has_only_moved):
            self._ask_soon()

    def _on_runs_changed(self) -> None:
        if self._runs.is_training != self._is_training:
            self._is_training = self._runs.is_training
            if self._is_on:
                self._ask_soon()

    def _on_inferred(self, answer: Inferred) -> None:
        # Another drawing may be there already that the engine has not yet been asked about.
        if self._is_on and answer.generation == self._generation and not self._is_outdated:
            self._editor.results.infer(news(answer.inference, self._editor.results, self._editor.graph.nodes.keys()))
            self.changed.emit()
            if not answer.inference.is_complete:
                self._ask_soon()


def news(whole: Inference, results: Results, nodes: Iterable[str]) -> Inference:
    """Return what of an inference of all nodes the results do not hold yet; so that only that is painted again."""
    held = ((node, shapes, results.inferred(node)) for node, shapes in whole.nodes.items())
    # Mostly the very same object, and far cheaper to be compared so.
    told = {node: shapes for node, shapes, before in held if before is not shapes and before != shapes}
    gone = tuple(node for node in nodes if node not in whole.nodes and results.inferred(node) is not None)
    return replace(whole, nodes=told, gone=gone)
