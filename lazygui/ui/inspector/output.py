"""What came out of a node in the latest run, or would come out, and what its axes are."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt

from lazygui.catalog.spec import AUTO, UNKNOWN, Role
from lazygui.graph.axes import BATCH, Letters, letters
from lazygui.graph.findings import Shape
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.results import NodeShapes, Results, State
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.labels import known_shapes, outputs_of
from lazygui.ui.inspector.parts import Section, label, selectable
from lazygui.ui.theme import TINY, Theme
from lazygui.ui.words import duration
from lazygui.words.findings import value_words
from lazygui.words.numbers import count_words, shape_words


class OutputSection(Section):
    """Shape and type of each output, and the time it took."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "inspector.output")
        self._appearance = appearance
        self._shown: tuple[Graph, Node, Results] | None = None
        self.shapes = selectable(label(is_mono=True))
        self.shapes.setObjectName("inspector.output.shapes")
        self.axes = selectable(label(size=TINY, is_mono=True))
        self.axes.setObjectName("inspector.output.axes")
        self.axes.setTextFormat(Qt.TextFormat.RichText)
        self.batch = label("faint", TINY)
        self.facts = selectable(label("muted", TINY))
        self.facts.setObjectName("inspector.output.facts")
        self.note = label("muted")
        for widget in (self.shapes, self.axes, self.batch, self.facts, self.note):
            self.body.addWidget(widget)
        appearance.theme_changed.connect(self._update)
        self.retranslate()

    def show_node(self, graph: Graph, node: Node, results: Results) -> None:
        self._shown = (graph, node, results)
        outputs, is_inferred = outputs_of(results, node.id)
        result, inferred = results.result(node.id), results.inferred(node.id)
        told = result or (inferred if is_inferred else None)
        self.shapes.setText("\n".join(_lines(node, outputs, told.dtypes if told else ())))
        # A selectable label takes no notice of an italic font that it is given later.
        self.shapes.setStyleSheet("font-style: italic" if is_inferred else "")
        self._show_axes(graph, node, results, outputs)
        self.facts.setText("\n".join(self._facts(node, inferred) if inferred else ()))
        self.note.setText(self._note(node, results, is_inferred and any(outputs)))
        for widget in (self.shapes, self.facts, self.note):
            widget.setVisible(bool(widget.text()))

    def _show_axes(self, graph: Graph, node: Node, results: Results, outputs: tuple[Shape | None, ...]) -> None:
        """Write each axis with its letter; the batch is grey, for no weight has it."""
        known = letters(graph, known_shapes(graph, results)) if any(outputs) else {}
        told = [(shape, known.get(Port(node.id, index), ())) for index, shape in enumerate(outputs)]
        lines = [_axes_html(shape, names, self._appearance.theme) for shape, names in told if shape and any(names)]
        self.axes.setText("<br>".join(lines))
        self.axes.setVisible(bool(lines))
        self.batch.setVisible(any(BATCH in names for shape, names in told if shape))

    def _facts(self, node: Node, inferred: NodeShapes) -> list[str]:
        """Say how much there is to compute, and which sizes the program has found."""
        lines = []
        if inferred.macs:
            lines.append(self.tr("{n} multiply-adds").format(n=count_words(inferred.macs)))
        # The form says what it was left to the program to fill in.
        found = {name: value for name, value in inferred.sizes.items() if node.value(name) != AUTO}
        for name, value in found.items():
            lines.append(self.tr("Found: {argument} = {value}").format(argument=name, value=value_words(value)))
        return lines

    def _update(self) -> None:
        if self._shown is not None:
            self.show_node(*self._shown)

    def retranslate(self) -> None:
        self.set_title(self.tr("Output"))
        self.batch.setText(self.tr("N is the batch: not part of any weight."))
        self._update()

    def _note(self, node: Node, results: Results, is_inferred: bool) -> str:
        result = results.result(node.id)
        if result is not None:
            return self.tr("Computed in {time}.").format(time=duration(result.seconds))
        match results.state(node.id):
            case State.REACHED | State.LEFT:
                here = self.tr("The sample came through here, and failed further on.")
                return " ".join(filter(None, (here, self._left_words(node, results))))
            case State.WAITING:
                return self.tr("Waits for {node}.").format(node=results.waits_for(node.id))
            case State.FAILED if not results.has_failed(node.id):
                return self.tr("Nothing can come out: what arrives does not fit.")
            case State.FAILED:
                nothing = self.tr("Nothing came out: the layer failed.")
                return " ".join(filter(None, (nothing, self._left_words(node, results))))
            case State.RUNNING:
                return self.tr("The sample is in this layer now.")
            case _ if is_inferred and node.spec is not None and node.spec.role is Role.CUSTOM:
                return self.tr("Assumed: only a run can tell what this code returns.")
            case _ if is_inferred:
                return self.tr("Inferred: no sample has been here.")
            case _ if results.inferred(node.id):
                return self.tr("Only a run can tell this shape.")
            case _:
                return self.tr("Not known yet: run a sample.")

    def _left_words(self, node: Node, results: Results) -> str:
        """Say what plain code would be left with, and why nothing of it is kept here."""
        told = ", ".join(f"{name} {shape_words(shape)}" for name, shape in results.left_behind(node.id))
        if not told:
            return ""
        return self.tr(
            "In plain code PyTorch would leave this layer initialized ({parameters}) in a network that is not: a "
            "failed pass cannot be taken back. Each run here is on fresh modules, so nothing of it is kept."
        ).format(parameters=told)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _lines(node: Node, outputs: tuple[Shape | None, ...], dtypes: tuple[str, ...]) -> list[str]:
    """Return one line for each output; its name stands before it where there are several."""
    lines = []
    for number, shape in enumerate(outputs):
        names = node.output_names
        name = f"{names[number] if number < len(names) else number}: " if len(outputs) > 1 else ""
        kind = f"  {dtypes[number]}" if number < len(dtypes) and dtypes[number] else ""
        lines.append(f"{name}{UNKNOWN if shape is None else shape_words(shape)}{kind}")
    return lines


def _axes_html(shape: Shape, names: Letters, theme: Theme) -> str:
    return " \u00b7 ".join(_axis_html(name, length, theme) for name, length in zip(names, shape, strict=False))


def _axis_html(name: str, length: int, theme: Theme) -> str:
    color = theme.text_faint if name == BATCH else theme.text
    return f'<span style="color: {color}">{f"{escape(name)} {length}".strip()}</span>'
