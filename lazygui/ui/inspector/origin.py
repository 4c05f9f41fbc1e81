"""Where the numbers of a tensor come from: its initializer with fans and formula. Names the lines of its plot."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lazygui.graph.initialization import Initializer
from lazygui.graph.results import Histogram, NodeResult, TensorStatistics
from lazygui.graph.spreads import Spread, fans, spread
from lazygui.ui.appearance import Appearance
from lazygui.ui.inspector.parts import label, selectable
from lazygui.ui.theme import S1, TINY
from lazygui.words.numbers import number_words


class Origin(QWidget):
    """Says how a tensor was initialized after the dry run; not seen where it was not."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._result: NodeResult | None = None
        self._tensor: TensorStatistics | None = None
        self.call = selectable(label(size=TINY, is_mono=True))
        self.call.setObjectName("inspector.initializer")
        self.facts = selectable(label("muted", TINY))
        self.facts.setObjectName("inspector.fans")
        self.legend = label("muted", TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S1)
        for widget in (self.legend, self.call, self.facts):
            column.addWidget(widget)

    def show_tensor(self, result: NodeResult | None, tensor: TensorStatistics | None) -> None:
        self._result, self._tensor = result, tensor
        self.retranslate()

    @property
    def initializer(self) -> Initializer | None:
        """How the tensor was initialized after the dry run, or None."""
        if self._result is None or self._tensor is None:
            return None
        return self._result.calls.get(self._tensor.name)

    @property
    def before(self) -> Histogram | None:
        """The tensor as its layer drew it, where it was initialized anew."""
        tensor, result = self._tensor, self._result
        if tensor is None or result is None or self.initializer is None:
            return None
        return next((one.histogram for one in result.drawn if one.name == tensor.name), None)

    @property
    def spread(self) -> Spread | None:
        """How the numbers should be distributed, where that can be told."""
        tensor, initializer = self._tensor, self.initializer
        return spread(initializer, tensor.shape) if tensor is not None and initializer is not None else None

    def retranslate(self) -> None:
        initializer = self.initializer
        self.setVisible(initializer is not None)
        if initializer is None or self._tensor is None:
            return
        self.call.setText(initializer.call)
        self.call.setAccessibleName(self.tr("Initializer"))
        self.facts.setText(self._facts(initializer, self._tensor))
        self.facts.setVisible(bool(self.facts.text()))
        is_over = self.before is not None and bool(self.before.counts)
        lines = [self.tr("━ as drawn")] if is_over else []
        lines += [self.tr("┅ as promised")] if self.spread is not None else []
        self.legend.setText("   ".join(lines))
        self.legend.setVisible(bool(lines))

    def _facts(self, initializer: Initializer, tensor: TensorStatistics) -> str:
        both, told, spec = fans(tensor.shape), self.spread, initializer.spec
        found = [self.tr("fan_in = {into}, fan_out = {out}").format(into=both.into, out=both.out)] if both else []
        if told is not None and spec is not None and spec.formula:
            found.append(f"{spec.formula} = {number_words(told.result)}")
        return "\n".join(found)
