"""What is said of a step: which class the layer became, which sizes it found and where, and the shapes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.findings import Shape
from lazygui.graph.recording import Recording
from lazygui.ui.words import sentence, shapes
from lazygui.words.found import found_words

BEGIN = QT_TRANSLATE_NOOP("Theatre", "Nothing has been passed yet: no lazy layer knows its sizes.")
BECAME = QT_TRANSLATE_NOOP("Theatre", "{layer} became {other}.")


def caption(recording: Recording, position: int) -> str:
    """Return what is said of the step that led to a position."""
    if position == 0:
        return _words(BEGIN)
    if recording.failure is not None and recording.is_failed_at(position):
        return f"{recording.failure[0]}: {sentence(recording.failure[1].problem)}"
    node, result = recording.steps[position - 1]
    arrived = _arrived(recording, node)
    way = " → ".join(filter(None, (shapes(arrived), shapes(result.outputs))))
    layer = recording.graph.nodes[node].type
    became = ""
    if result.type != layer:
        became = _words(BECAME).format(layer=layer.removeprefix("nn."), other=result.type.removeprefix("nn."))
    found = found_words(result.type, result.sizes, arrived, QCoreApplication.translate)
    return " ".join(filter(None, (f"{node}:", f"{way}.", became, *found)))


def _arrived(recording: Recording, node: str) -> tuple[Shape, ...]:
    results = recording.results(len(recording.steps))
    edges = recording.graph.inputs.get(node, ())
    return tuple(results[edge.source.node].outputs[edge.source.index] for edge in edges)


def _words(text: str) -> str:
    return QCoreApplication.translate("Theatre", text)
