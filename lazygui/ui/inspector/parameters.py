"""The tensors that a node learns: their symbolic shapes before a run; afterwards numbers and a histogram of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QTabBar, QWidget

from lazygui.catalog.spec import Family
from lazygui.graph import ties
from lazygui.graph.model import Graph, Node
from lazygui.graph.results import Gradients, NodeResult, NodeShapes, NoGradient, Results, TensorStatistics
from lazygui.ui.appearance import Appearance
from lazygui.ui.inspector.origin import Origin
from lazygui.ui.inspector.parts import Section, label, selectable, shape_html
from lazygui.ui.inspector.plot import HistogramPlot
from lazygui.ui.theme import S1, S2, S4, SMALL, TINY, Theme, ui_font
from lazygui.words.numbers import number_words, shape_words


class ParametersSection(Section):
    """Shows the parameters of one node. The chosen tab is kept by name from run to run."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "inspector.parameters")
        self._graph = Graph()
        self._node: Node | None = None
        self._result: NodeResult | None = None
        self._inferred: NodeShapes | None = None
        self._gradients: Gradients | None = None
        self._results = Results()
        self._chosen = ""
        self.note = label("muted")
        self.shapes = selectable(label(is_mono=True))
        self.shapes.setObjectName("inspector.shapes")
        self.shapes.setTextFormat(Qt.TextFormat.RichText)
        self.tabs = QTabBar()
        self.tabs.setObjectName("inspector.tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.plot = HistogramPlot()
        self.origin = Origin(appearance)
        self.options = PlotOptions()
        self.remarks = label("muted", TINY)
        self.remarks.setObjectName("inspector.remarks")
        self.constant = label(size=SMALL)
        self.numbers = NumberGrid()
        self.warning = label("error")
        told = (self.constant, self.origin, self.warning, self.remarks, self.numbers)
        for widget in (self.shapes, self.note, self.tabs, self.plot, self.options, *told):
            self.body.addWidget(widget)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.options.changed.connect(self._show_tensor)
        appearance.theme_changed.connect(self._update)
        self.retranslate()

    def show_node(self, graph: Graph, node: Node, results: Results) -> None:
        self._graph, self._node = graph, node
        self._results = results
        self._result, self._inferred = results.result(node.id), results.inferred(node.id)
        self._gradients = results.gradients(node.id)
        self._update()

    @property
    def tensors(self) -> tuple[TensorStatistics, ...]:
        """All that is known in numbers: parameters, buffers, what came out, and the gradients of these."""
        return tensors_of(self._result, self._gradients)

    @property
    def tensor(self) -> TensorStatistics | None:
        """The tensor whose numbers are shown, or None."""
        number, known = self.tabs.currentIndex(), self.tensors
        return known[number] if 0 <= number < len(known) else None

    def retranslate(self) -> None:
        self.set_title(self.tr("Tensors"))
        self.tabs.setAccessibleName(self.tr("Tensor"))
        self.options.retranslate()
        self.numbers.retranslate()
        self.origin.retranslate()
        self._update()

    def _update(self) -> None:
        if self._node is None:
            return
        parameters = self._result.parameters if self._result else ()
        inferred = self._inferred.parameters if self._inferred else ()
        shapes = dict(inferred or ties.shapes_of(self._node).items())
        spec = self._node.spec
        self.setVisible(spec is not None and (bool(spec.inputs) or bool(shapes)))
        self.shapes.setVisible(bool(shapes) and not parameters)
        rows = ((name, shape, self._other(name)) for name, shape in shapes.items())
        self.shapes.setText(_shapes_table(rows, bool(inferred), self._appearance.theme))
        self.note.setText(self._note(bool(shapes), bool(inferred)))
        self.note.setVisible(not parameters)
        self._fill_tabs(self.tensors)
        self._show_tensor()

    def _other(self, parameter: str) -> str:
        """Return the parameter that this one is in truth, `fc1.weight`; nothing where it is the node's own."""
        node = self._node.id if self._node else ""
        place = ties.root(self._graph, node, parameter)
        return ".".join(place) if place != (node, parameter) else ""

    def _note(self, can_learn: bool, is_inferred: bool) -> str:
        if not can_learn:
            return self.tr("This layer learns nothing: it has no parameters.")
        if is_inferred:
            return self.tr("Inferred, not initialized: run a sample to see its values.")
        return self.tr("Uninitialized: run a sample to see its values.")

    def _fill_tabs(self, parameters: tuple[TensorStatistics, ...]) -> None:
        names = [parameter.name for parameter in parameters]
        self.tabs.setVisible(len(names) > 1)
        if names == [self.tabs.tabText(number) for number in range(self.tabs.count())]:
            return
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for name in names:
            self.tabs.addTab(name)
        self.tabs.setCurrentIndex(names.index(self._chosen) if self._chosen in names else 0)
        self.tabs.blockSignals(False)

    def _on_tab_changed(self, number: int) -> None:
        self._chosen = self.tabs.tabText(number)
        self._show_tensor()

    def _show_tensor(self) -> None:
        tensor = self.tensor
        bins = tensor.histogram.counts if tensor else ()
        self.plot.setVisible(bool(bins))
        self.options.setVisible(bool(bins))
        self.remarks.setText(" ".join(self._remarks(tensor)))
        self.remarks.setVisible(bool(self.remarks.text()))
        self.constant.setVisible(tensor is not None and not bins)
        self.numbers.setVisible(tensor is not None)
        self.warning.setVisible(tensor is not None and bool(tensor.nans or tensor.infinities))
        self.origin.show_tensor(self._result, tensor)
        if tensor is None:
            return
        self.numbers.show_tensor(tensor)
        self.warning.setText(self._warning(tensor))
        if bins:
            self._show_plot(tensor)
        else:
            self.constant.setText(self._constant(tensor))

    def _show_plot(self, tensor: TensorStatistics) -> None:
        family = self._node.spec.family if self._node and self._node.spec else Family.IO
        titles = (self.tr("value"), self.tr("count"))
        shown = (tensor.histogram, family, self._appearance.theme, titles)
        self.plot.show_histogram(
            *shown,
            before=self.origin.before,
            spread=self.origin.spread,
            is_log=self.options.log.isChecked(),
            shared=self._shared_ends(tensor.name) if self.options.shared.isChecked() else None,
        )
        self.plot.setAccessibleName(self.tr("Histogram of {name}").format(name=tensor.name))

    def _shared_ends(self, name: str) -> tuple[float, float] | None:
        """Return the ends of an axis on which the tensors of that name of all nodes have room."""
        results = self._results
        known = (tensors_of(results.result(key), results.gradients(key)) for key in self._graph.nodes)
        shown = [one.histogram for several in known for one in several if one.name == name and one.histogram.counts]
        return (min(one.low for one in shown), max(one.high for one in shown)) if shown else None

    def _remarks(self, tensor: TensorStatistics | None) -> list[str]:
        """Say what the plot does not show, and what one would look for."""
        found = []
        before = self._results.shape_before(self._node.id, tensor.name) if tensor is not None and self._node else None
        if before is not None:
            found.append(self.tr("In the run before it was {shape}.").format(shape=shape_words(before)))
        if tensor is not None and tensor.seen is not None:
            text = self.tr("The histogram shows {seen} of {count} values.")
            found.append(text.format(seen=f"{tensor.seen:,}", count=f"{tensor.count:,}"))
        outside = tensor.histogram.below + tensor.histogram.above if tensor is not None else 0
        if outside:
            found.append(self.tr("{count} values lie outside of its range.").format(count=f"{outside:,}"))
        dead = self._result.activations.dead if self._result else None
        if dead is not None:
            text = self.tr("{dead} of {units} units are zero for the whole sample.")
            found.append(text.format(dead=f"{dead.dead:,}", units=f"{dead.units:,}"))
        if self._result is not None:
            found.append(self._gradient_words())
        return [words for words in found if words]

    def _gradient_words(self) -> str:
        if not self._results.has_gradients:
            return self.tr("Gradients: no backward yet.")
        match self._gradients.why if self._gradients else NoGradient.NOT_REACHED:
            case NoGradient.DISCRETE:
                return self.tr("No gradient has come here: what comes out are whole numbers or truth values.")
            case NoGradient.NOTHING_LEARNS:
                return self.tr("No gradient has come here: neither this node nor one before it learns.")
            case NoGradient.NOT_REACHED:
                return self.tr("No gradient has come here: the loss is not made of what comes out.")
        return ""

    def _constant(self, tensor: TensorStatistics) -> str:
        if tensor.count == 0:
            return self.tr("This tensor has no elements.")
        if tensor.nans + tensor.infinities == tensor.count:
            return self.tr("No value is finite.")
        return self.tr("Every value is the same: constant {value}.").format(value=number_words(tensor.minimum))

    def _warning(self, tensor: TensorStatistics) -> str:
        return self.tr("Not every value is finite: {nans} NaN and {infinities} infinite of {count}.").format(
            nans=f"{tensor.nans:,}", infinities=f"{tensor.infinities:,}", count=f"{tensor.count:,}"
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class PlotOptions(QWidget):
    """How a histogram is drawn: two switches below it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.log, self.shared = QCheckBox(), QCheckBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S4)
        for box, name in ((self.log, "log"), (self.shared, "shared")):
            box.setObjectName(f"inspector.{name}")
            box.setFont(ui_font(TINY))
            box.toggled.connect(lambda _on: self.changed.emit())
            row.addWidget(box)
        row.addStretch(1)

    def retranslate(self) -> None:
        self.log.setText(self.tr("Log counts"))
        self.shared.setText(self.tr("Same axis in all nodes"))
        self.shared.setToolTip(self.tr("Show every node on the axis that has room for the widest of them"))


GRADIENT: Final = "∇ "
"""What stands before the name of a tensor whose gradient is meant."""


def tensors_of(result: NodeResult | None, gradients: Gradients | None) -> tuple[TensorStatistics, ...]:
    """Return all tensors of a node that are known in numbers, each under a name of its own."""
    if result is None:
        return ()
    told = (*gradients.parameters, *gradients.outputs) if gradients else ()
    return (
        *result.parameters,
        *result.buffers,
        *result.activations.outputs,
        *(replace(one, name=f"{GRADIENT}{one.name}") for one in told),
    )


class NumberGrid(QWidget):
    """Shape, type and moments of one tensor: the words muted, the numbers in mono, two pairs a line."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, QLabel] = {}
        self._words: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S2)
        grid.setVerticalSpacing(S1)
        places = {"shape": (0, 0), "dtype": (1, 0), "count": (1, 2), "mean": (2, 0), "std": (2, 2), "minimum": (3, 0)}
        places |= {"maximum": (3, 2), "zeros": (4, 0), "nans": (4, 2), "infinities": (5, 0)}
        for name, (row, column) in places.items():
            self._words[name] = label("muted", TINY)
            self._values[name] = selectable(label(size=TINY, is_mono=True))
            self._values[name].setObjectName(f"inspector.{name}")
            self._values[name].setWordWrap(name == "shape")
            grid.addWidget(self._words[name], row, column, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self._values[name], row, column + 1, 1, 3 if name == "shape" else 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def show_tensor(self, tensor: TensorStatistics) -> None:
        texts = {
            "shape": shape_words(tensor.shape),
            "dtype": tensor.dtype,
            "count": f"{tensor.count:,}",
            "zeros": f"{tensor.zeros:,}",
            "nans": f"{tensor.nans:,}",
            "infinities": f"{tensor.infinities:,}",
            **{name: number_words(getattr(tensor, name)) for name in ("mean", "std", "minimum", "maximum")},
        }
        for name, text in texts.items():
            self._values[name].setText(text)

    def text(self, name: str) -> str:
        """Return what is shown for a fact such as `mean`."""
        return self._values[name].text()

    def retranslate(self) -> None:
        words = {
            "shape": self.tr("shape"),
            "dtype": self.tr("dtype"),
            "count": self.tr("count"),
            "mean": self.tr("mean"),
            "std": self.tr("std"),
            "minimum": self.tr("min"),
            "maximum": self.tr("max"),
            "zeros": self.tr("zeros"),
            "nans": self.tr("NaN"),
            "infinities": self.tr("infinite"),
        }
        for name, word in words.items():
            self._words[name].setText(word)
            self._values[name].setAccessibleName(word)


def _shapes_table(rows: Iterable[tuple[str, ties.Shape, str]], is_inferred: bool, theme: Theme) -> str:
    """Return name and shape of each parameter, and the one that it is in truth; italic what is only inferred."""
    style = "font-style: italic; " if is_inferred else ""
    name_style = f"color: {theme.text_muted}; padding: 2px {S4}px 2px 0"
    lines = (
        f'<tr><td style="{name_style}">{escape(name)}</td>'
        f'<td style="{style}padding: 2px 0">{shape_html(shape, theme)}{_same_html(other, theme)}</td></tr>'
        for name, shape, other in rows
    )
    return f"<table cellspacing=0 cellpadding=0>{''.join(lines)}</table>"


def _same_html(other: str, theme: Theme) -> str:
    return f'<br><span style="color: {theme.accent}">= {escape(other)}</span>' if other else ""
