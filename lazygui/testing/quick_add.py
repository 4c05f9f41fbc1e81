"""A robot for the list that opens on the canvas: types, steps and chooses as a person does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QWidget

from lazygui.testing import events
from lazygui.testing.widgets import find
from lazygui.ui.palette.rows import Entry
from lazygui.ui.quick_add.rows import FIT_ROLE, SuggestionModel


class QuickAddRobot:
    """Reads and drives the popup of one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def is_open(self) -> bool:
        return any(popup.isVisible() for popup in self._window.findChildren(QFrame, "quick_add"))

    def title(self) -> str:
        """Return what is being chosen: `Add behind fc2`."""
        return find(self._popup, QLabel, "quick_add.title").text()

    def text(self) -> str:
        return self._field.text()

    def rows(self) -> list[str]:
        """Return the torch names that are listed, in order."""
        return [row.name for row in self._entries()]

    def current(self) -> str:
        """Return the name of the row that Enter would choose."""
        return str(self._list.currentIndex().data())

    def fit(self, name: str) -> str:
        """Return what stands at the right of a row: the shape that it would give, that it does not fit, or nothing."""
        return str(self._list.model().index(self.rows().index(name), 0).data(FIT_ROLE))

    def type(self, text: str) -> None:
        events.type_text(self._field, text)

    def step(self, by: int) -> None:
        """Go down by so many rows, or up."""
        for _ in range(abs(by)):
            events.key(self._field, Qt.Key.Key_Down if by > 0 else Qt.Key.Key_Up)

    def enter(self, text: str = "") -> None:
        """Type, and choose the current row."""
        if text:
            self._field.selectAll()
            self.type(text)
        events.key(self._field, Qt.Key.Key_Return)

    def click(self, name: str) -> None:
        events.click(self._list.viewport(), self._place_of(name))

    def hover(self, name: str) -> None:
        events.move(self._list.viewport(), self._place_of(name), held=Qt.MouseButton.NoButton)

    def escape(self) -> None:
        events.key(self._field, Qt.Key.Key_Escape)

    def _place_of(self, name: str) -> QPoint:
        index = self._list.model().index(self.rows().index(name), 0)
        self._list.scrollTo(index)
        return self._list.visualRect(index).center()

    def _entries(self) -> list[Entry]:
        model = self._list.model()
        assert isinstance(model, SuggestionModel)
        found = (model.layer(model.index(number)) for number in range(model.rowCount()))
        return [row for row in found if row is not None]

    @property
    def _popup(self) -> QFrame:
        popup = next((one for one in self._window.findChildren(QFrame, "quick_add") if one.isVisible()), None)
        assert popup is not None, "no list is open on the canvas"
        return popup

    @property
    def _field(self) -> QLineEdit:
        return find(self._popup, QLineEdit, "quick_add.field")

    @property
    def _list(self) -> QListView:
        return find(self._popup, QListView, "quick_add.list")
