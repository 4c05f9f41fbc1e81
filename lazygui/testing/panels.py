"""Robots for the list of problems, for the gallery of examples and for the dialog of a figure."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRegularExpression, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QWidget,
)

from lazygui.testing import events
from lazygui.testing.widgets import find
from lazygui.ui.main_window import MainWindow


class ProblemsRobot:
    """Reads the list of problems, and goes where it leads."""

    def __init__(self, window: MainWindow) -> None:
        self._panel = window.problems

    def rows(self) -> list[str]:
        """Return what a screen reader says of each row: `Error, fc1: ...`."""
        self._panel.refresh()
        model = self._panel.model
        return [str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]

    def click(self, row: int = 0) -> None:
        """Click a row of the list, which must be shown."""
        self._panel.refresh()
        view = self._panel.list
        assert view.isVisible(), "the list of problems is not shown"
        events.click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())

    def fixes(self) -> list[str]:
        """Return what the buttons of the chosen problem say."""
        return [button.accessibleName() for button in self._fix_buttons()]

    def press_fix(self, number: int = 0) -> None:
        button = self._fix_buttons()[number]
        events.click(button, button.rect().center())

    def _fix_buttons(self) -> list[QPushButton]:
        return self._panel.detail.findChildren(QPushButton, QRegularExpression(r"^problems\.fix\."))


class HistoryRobot:
    """Reads the steps of the drawing, and goes to one."""

    def __init__(self, window: MainWindow) -> None:
        self._panel = window.history

    def rows(self) -> list[str]:
        """Return what a screen reader says of each step: `Move of fc1, now, saved`."""
        self._panel.refresh()
        model = self._panel.model
        return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]

    def click(self, row: int) -> None:
        """Click a step of the list, which must be shown."""
        view = self._panel.view
        assert view.isVisible(), "the history is not shown"
        events.click(view.viewport(), view.visualRect(self._panel.model.index(row, 1)).center())

    def press(self, code: Qt.Key) -> None:
        """Press a key in the list."""
        events.key(self._panel.view, code)


class SummaryRobot:
    """Reads the table of all nodes, sorts it, and goes to a row."""

    def __init__(self, window: MainWindow) -> None:
        self._panel = window.summary

    def rows(self) -> list[tuple[str, ...]]:
        """Return the cells of each row that is seen, from above, the sum last."""
        view, model = self._panel.view, self._panel.model
        found, index = [], model.index(0, 0)
        while index.isValid():
            cells = (index.siblingAtColumn(column) for column in range(model.columnCount()))
            found.append(tuple(str(cell.data()) for cell in cells))
            index = view.indexBelow(index)
        return found

    def sort(self, column: int) -> None:
        """Click a heading."""
        header = self._panel.view.header()
        at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        events.click(header.viewport(), at)

    def press(self, code: Qt.Key) -> None:
        """Press a key in the table."""
        events.key(self._panel.view, code)


class GalleryRobot:
    """Looks through the examples and opens one."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def dialog(self) -> QDialog:
        return find(self._window, QDialog, "dialog.gallery")

    def search(self, text: str) -> list[str]:
        """Type into the search field and return the names of the examples that are listed."""
        field = find(self.dialog, QLineEdit, "gallery.search")
        field.clear()
        events.type_text(field, text)
        return self.names()

    def names(self) -> list[str]:
        """Return the titles of the examples that are listed, without their topics."""
        model = find(self.dialog, QListView, "gallery.list").model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return [str(index.data()) for index in rows if index.flags() & Qt.ItemFlag.ItemIsSelectable]

    def enter(self) -> None:
        """Press Enter in the search field: the first example opens."""
        events.key(find(self.dialog, QLineEdit, "gallery.search"), Qt.Key.Key_Return)
        QApplication.processEvents()


class FigureRobot:
    """Works in the dialog of a figure."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def dialog(self) -> QDialog:
        return find(self._window, QDialog, "dialog.figure")

    def set(self, field: str, text: str) -> None:
        """Fill a field: `theme` Dark, `content` Selection, `shapes` False, `margin` 40, `scale` 1.5 ..."""
        widget = find(self.dialog, QWidget, f"figure.{field}")
        if isinstance(widget, QCheckBox):
            if str(widget.isChecked()) != text:
                events.key(widget, Qt.Key.Key_Space)
        elif isinstance(widget, QComboBox):
            steps = widget.findText(text) - widget.currentIndex()
            for _ in range(abs(steps)):
                events.key(widget, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        else:
            assert isinstance(widget, QSpinBox | QDoubleSpinBox), f"{field} is no field of the dialog"
            widget.selectAll()
            events.type_text(widget, text)
        QApplication.processEvents()

    def size(self) -> str:
        """Return what the dialog says of the size of the figure."""
        return find(self.dialog, QLabel, "figure.size").text()

    def press(self, button: str) -> None:
        """Press `export`, `copy` or `cancel`."""
        found = find(self.dialog, QPushButton, f"figure.{button}")
        events.click(found, found.rect().center())
        QApplication.processEvents()
