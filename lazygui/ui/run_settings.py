"""The dialog of where a run computes: device, precision, threads. Changes nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lazygui.graph.where import DTYPES, Where
from lazygui.ui.inspector.parts import label
from lazygui.ui.theme import S2, S3, S4


class RunSettings(QDialog):
    """Asks where runs shall be. `devices` are those that the engine has found."""

    chosen = Signal(object)
    """The Where that is wanted."""

    def __init__(self, where: Where, devices: Sequence[str], cores: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.where")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Run settings"))
        self.device = _combo("where.device", self.tr("Device"), devices, where.device)
        self.dtype = _combo("where.dtype", self.tr("Precision"), DTYPES, where.dtype)
        self.threads = QSpinBox()
        self.threads.setObjectName("where.threads")
        self.threads.setAccessibleName(self.tr("Threads"))
        self.threads.setRange(0, max(cores, where.threads or 0))
        self.threads.setSpecialValueText(self.tr("automatic"))
        self.threads.setValue(where.threads or 0)
        self.threads.lineEdit().setTextMargins(S2, 0, 0, 0)
        self._lay_out()

    @property
    def where(self) -> Where:
        """What the fields say."""
        return Where(self.device.currentText(), self.dtype.currentText(), self.threads.value() or None)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(S2)
        form.setHorizontalSpacing(S3)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in (self.device, self.dtype, self.threads):
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            name = QLabel(field.accessibleName())
            name.setBuddy(field)
            name.setMinimumHeight(field.sizeHint().height())
            form.addRow(name, field)
        note = label("muted")
        note.setText(
            self.tr(
                "float32 in a drawing is the precision of the run. Another precision or device draws other numbers "
                "from the same seed; the exported code stays as it is."
            )
        )
        box = QDialogButtonBox()
        accept, cancel = QPushButton(self.tr("Use for runs")), QPushButton(self.tr("Cancel"))
        accept.setObjectName("where.accept")
        cancel.setObjectName("where.cancel")
        accept.setProperty("primary", "true")
        accept.setDefault(True)
        cancel.setAutoDefault(False)
        box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._on_accepted)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(S4, S4, S4, S4)
        column.setSpacing(S3)
        column.addLayout(form)
        column.addWidget(note)
        column.addStretch(1)
        column.addWidget(box)
        self.resize(420, 260)

    def _on_accepted(self) -> None:
        self.chosen.emit(self.where)
        self.accept()


def _combo(name: str, title: str, choices: Sequence[str], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.addItems(list(dict.fromkeys((*choices, chosen))))
    box.setCurrentText(chosen)
    return box
