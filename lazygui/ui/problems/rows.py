"""What the list of problems holds: findings in order of their weight, and what each says. Knows no view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from lazygui.catalog.spec import QT_TRANSLATE_NOOP
from lazygui.graph.findings import Finding
from lazygui.ui.words import sentence

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole


class Weight(Enum):
    """How much a finding matters; in the order of the list. The value is the icon's name."""

    ERROR = "error"
    WARNING = "warning"
    UNFINISHED = "pending"

    @property
    def words(self) -> str:
        return QCoreApplication.translate("Problems", _WORDS[self])

    @property
    def role(self) -> str:
        """The theme's name for its colour."""
        return {Weight.ERROR: "error", Weight.WARNING: "warning"}.get(self, "text_faint")


_WORDS: Final = {
    Weight.ERROR: QT_TRANSLATE_NOOP("Problems", "Error"),
    Weight.WARNING: QT_TRANSLATE_NOOP("Problems", "Warning"),
    Weight.UNFINISHED: QT_TRANSLATE_NOOP("Problems", "Unfinished"),
}
_SAID: Final = QT_TRANSLATE_NOOP("Problems", "{weight}, {node}: {sentence}")
_SAID_PLAIN: Final = QT_TRANSLATE_NOOP("Problems", "{weight}: {sentence}")


def weight(finding: Finding) -> Weight:
    if finding.is_unfinished:
        return Weight.UNFINISHED
    return Weight.ERROR if finding.is_error else Weight.WARNING


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings there are of the two kinds that matter."""

    errors: int = 0
    warnings: int = 0

    @staticmethod
    def of(findings: Iterable[Finding]) -> Counts:
        weights = [weight(finding) for finding in findings]
        return Counts(weights.count(Weight.ERROR), weights.count(Weight.WARNING))


def key(finding: Finding) -> tuple[str | None, str]:
    """What makes a finding the same one after an edit, although its numbers may be others."""
    return finding.problem.node, finding.problem.code


class ProblemModel(QAbstractListModel):
    """The findings as rows, errors first."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()

    def show(self, findings: Iterable[Finding]) -> None:
        """List other findings."""
        order = list(Weight)
        self.beginResetModel()
        self.findings = tuple(sorted(findings, key=lambda finding: order.index(weight(finding))))
        self.endResetModel()

    def refresh(self) -> None:
        """Have the words read again, in another language."""
        if self.findings:
            self.dataChanged.emit(self.index(0), self.index(len(self.findings) - 1))

    def row_of(self, wanted: tuple[str | None, str]) -> int | None:
        return next((row for row, finding in enumerate(self.findings) if key(finding) == wanted), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return sentence(finding.problem)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(finding)
        return finding if role == ROW_ROLE else None


def named(finding: Finding) -> str:
    """Return the node that a row names before its sentence; "" where the sentence names it itself."""
    node = finding.problem.node or ""
    return "" if f"\u201c{node}\u201d" in sentence(finding.problem) else node


def spoken(finding: Finding) -> str:
    """Return what a screen reader says of a row: "Error, fc1: ..."; a node is named once."""
    template = _SAID if named(finding) else _SAID_PLAIN
    return QCoreApplication.translate("Problems", template).format(
        weight=weight(finding).words, node=named(finding), sentence=sentence(finding.problem)
    )
