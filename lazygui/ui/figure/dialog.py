"""The dialog of a figure: its choices, and beside them how it will look. Says what is wanted, and writes no file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lazygui.graph.problems import Refused
from lazygui.ui.appearance import Appearance
from lazygui.ui.cards import Card
from lazygui.ui.figure.choices import MARGINS, SCALES, Choices, pixels
from lazygui.ui.figure.figure import Figure
from lazygui.ui.theme import S2, S3, S4, SMALL, Theme, ui_font
from lazygui.ui.words import sentence

START_SIZE: Final = QSize(860, 480)
FORM_WIDTH: Final = 256
CHECK: Final = 8
"""The side of the squares that stand for what is transparent."""


class FigureDialog(QDialog):
    """Asks how a figure shall be. `draw` makes the figure of choices, which is shown at once."""

    export_requested = Signal(object)
    """The Choices with which a file is wanted."""
    copy_requested = Signal(object)
    """The Choices with which a picture on the clipboard is wanted."""

    def __init__(
        self,
        appearance: Appearance,
        draw: Callable[[Choices], Figure],
        choices: Choices,
        has_chosen: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draw, self._before, self._has_chosen = draw, choices, has_chosen
        self.setObjectName("dialog.figure")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export figure"))
        self.preview = Preview(appearance, self)
        self.preview.setAccessibleName(self.tr("Preview"))
        self._make_fields()
        self._fill(choices)
        self._lay_out()
        self._listen()
        self._show()

    @property
    def choices(self) -> Choices:
        """What the fields say now."""
        return replace(
            self._before,
            is_dark=self.theme.currentIndex() == 1,
            # What was wanted while something was chosen is still wanted the next time that something is.
            of_selection=self.content.currentIndex() == 1 if self._has_chosen else self._before.of_selection,
            is_transparent=self.ground.currentIndex() == 1,
            has_shapes=self.shapes.isChecked(),
            has_histograms=self.histograms.isChecked(),
            margin=self.margin.value(),
            scale=self.scale.value(),
        )

    def _make_fields(self) -> None:
        self.theme = _choice("theme", self.tr("Theme"), self.tr("Light"), self.tr("Dark"))
        self.content = _choice("content", self.tr("Shows"), self.tr("Whole drawing"), self.tr("Selection"))
        self.ground = _choice("ground", self.tr("Ground"), self.tr("Plain"), self.tr("Transparent"))
        self.shapes = _check("shapes", self.tr("Shapes"))
        self.histograms = _check("histograms", self.tr("Histograms"))
        self.margin = QSpinBox()
        self.margin.setRange(*MARGINS)
        self.margin.setSingleStep(4)
        self.margin.setSuffix(self.tr(" px"))
        self.margin.setObjectName("figure.margin")
        self.margin.setAccessibleName(self.tr("Margin"))
        self.scale = QDoubleSpinBox()
        self.scale.setRange(*SCALES)
        self.scale.setSingleStep(0.25)
        self.scale.setPrefix("\u00d7 ")
        for box in (self.margin, self.scale):
            box.lineEdit().setTextMargins(S2, 0, 0, 0)
        self.scale.setObjectName("figure.scale")
        self.scale.setAccessibleName(self.tr("Scale of a PNG"))
        self._size = QLabel()
        self._size.setObjectName("figure.size")
        self._size.setFont(ui_font(SMALL))
        self._size.setWordWrap(True)
        self._size.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _fill(self, choices: Choices) -> None:
        self.theme.setCurrentIndex(int(choices.is_dark))
        self.content.setCurrentIndex(int(choices.of_selection and self._has_chosen))
        self.content.setEnabled(self._has_chosen)
        self.ground.setCurrentIndex(int(choices.is_transparent))
        self.shapes.setChecked(choices.has_shapes)
        self.histograms.setChecked(choices.has_histograms)
        self.margin.setValue(choices.margin)
        self.scale.setValue(choices.scale)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(S2)
        form.setHorizontalSpacing(S3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in (self.content, self.theme, self.ground, self.margin, self.scale):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label = QLabel(field.accessibleName())
            label.setBuddy(field)
            label.setMinimumHeight(field.sizeHint().height())
            form.addRow(label, field)
        form.addRow("", self.shapes)
        form.addRow("", self.histograms)
        column = QVBoxLayout()
        column.setSpacing(S3)
        column.addLayout(form)
        column.addWidget(self._size, 1)
        side = QWidget()
        side.setFixedWidth(FORM_WIDTH)
        side.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(S4)
        row.addWidget(Card(self.preview), 1)
        row.addWidget(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(S4, S4, S4, S4)
        whole.setSpacing(S4)
        whole.addLayout(row, 1)
        whole.addWidget(self._buttons())
        self.resize(START_SIZE)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        export, copy = QPushButton(self.tr("Export…")), QPushButton(self.tr("Copy"))
        cancel = QPushButton(self.tr("Cancel"))
        export.setProperty("primary", "true")
        for button, name in ((export, "export"), (copy, "copy"), (cancel, "cancel")):
            button.setObjectName(f"figure.{name}")
            button.setAutoDefault(button is export)
        export.setDefault(True)
        export.setToolTip(self.tr("The ending of the file's name says whether it is SVG, PDF or PNG"))
        box.addButton(export, QDialogButtonBox.ButtonRole.ApplyRole)
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        export.clicked.connect(lambda: self.export_requested.emit(self.choices))
        copy.clicked.connect(lambda: self.copy_requested.emit(self.choices))
        box.rejected.connect(self.reject)
        return box

    def _listen(self) -> None:
        for box in (self.theme, self.content, self.ground):
            box.currentIndexChanged.connect(self._show)
        for check in (self.shapes, self.histograms):
            check.toggled.connect(self._show)
        self.margin.valueChanged.connect(self._show)
        self.scale.valueChanged.connect(self._show_size)

    def _show(self) -> None:
        """Draw the figure anew."""
        self.preview.show_figure(self._draw(self.choices))
        self._show_size()

    def _show_size(self) -> None:
        size = self.preview.figure_size
        told = self.tr("{width} × {height} px").format(width=size.width(), height=size.height())
        try:
            wide, high = pixels(size.width(), size.height(), self.scale.value())
        except Refused as refusal:
            told, role = f"{told}\n{sentence(refusal.problem)}", "error"
        else:
            png = self.tr("As a PNG: {width} × {height} pixels").format(width=wide, height=high)
            told, role = f"{told}\n{png}", "muted"
        self._size.setText(told)
        self._size.setProperty("role", role)
        self._size.style().polish(self._size)


class Preview(QWidget):
    """A figure as large as there is room for, on squares where it is transparent."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figure.preview")
        self.setMinimumSize(240, 160)
        self._appearance = appearance
        self._figure: Figure | None = None
        self._picture = QImage()

    @property
    def figure_size(self) -> QSize:
        return self._figure.size if self._figure else QSize()

    @property
    def picture(self) -> QImage:
        """The figure as it is shown."""
        if self._picture.isNull() and self._figure is not None:
            room = self.size() - QSize(2 * S4, 2 * S4)
            self._picture = self._figure.preview(room, self.devicePixelRatioF())
        return self._picture

    def show_figure(self, figure: Figure) -> None:
        self._figure, self._picture = figure, QImage()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._picture = QImage()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self.picture.deviceIndependentSize().toSize()
        place = QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)
        painter = QPainter(self)
        paint_squares(painter, place, self._appearance.theme)
        painter.drawImage(place, self.picture)
        painter.end()


def paint_squares(painter: QPainter, place: QRect, theme: Theme) -> None:
    """Draw the squares on which one sees what is transparent, with a line around them."""
    painter.fillRect(place, QColor(theme.panel))
    painter.save()
    painter.setClipRect(place)
    for top in range(place.top(), place.bottom() + 1, CHECK):
        shift = (top - place.top()) // CHECK % 2 * CHECK
        for left in range(place.left() + shift, place.right() + 1, 2 * CHECK):
            painter.fillRect(left, top, CHECK, CHECK, QColor(theme.hover))
    painter.restore()
    painter.setPen(QColor(theme.border))
    painter.drawRect(place.adjusted(-1, -1, 0, 0))


def _choice(name: str, title: str, *texts: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(f"figure.{name}")
    box.setAccessibleName(title)
    box.addItems(texts)
    return box


def _check(name: str, title: str) -> QCheckBox:
    check = QCheckBox(title)
    check.setObjectName(f"figure.{name}")
    return check
