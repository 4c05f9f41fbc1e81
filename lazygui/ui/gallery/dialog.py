"""The gallery: a search field over the cards of all examples. Says which one is wanted, and opens none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from lazygui.storage.examples import examples
from lazygui.ui.appearance import Appearance
from lazygui.ui.gallery.delegate import CARD, GAP, ExampleDelegate, Pictures
from lazygui.ui.gallery.rows import ExampleModel
from lazygui.ui.theme import S2, S3

COLUMNS: Final = 4
START_HEIGHT: Final = 720
SCROLLBAR: Final = 20


class CardList(QListView):
    """Cards in rows as wide as the window allows, below headings of the whole width."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: ExampleModel) -> None:
        super().__init__()
        self.setObjectName("gallery.list")
        self.setModel(model)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change the width, and with it the rows.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(CARD.height() // 4)
        self.doubleClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The headings are as wide as the view, which the layout would not ask again.
        self.scheduleDelayedItemsLayout()


class SearchLine(QLineEdit):
    """The search field: the arrow down leads to the cards, Enter opens the first one."""

    left_downwards = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.left_downwards.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)


class Gallery(QDialog):
    """All examples. Closes itself when one is chosen."""

    example_chosen = Signal(object)
    """The Example that is to be shown."""

    def __init__(self, appearance: Appearance, code: str, parent: QWidget, pictures: Pictures) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.gallery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Examples"))
        self.model = ExampleModel(examples(), code)
        self.list = CardList(self.model)
        self.delegate = ExampleDelegate(appearance, code, self.list, pictures)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(self.tr("Examples"))
        self.search = SearchLine()
        self.search.setObjectName("gallery.search")
        self.search.setPlaceholderText(self.tr("Search examples"))
        self.search.setAccessibleName(self.tr("Search examples"))
        self._nothing = QLabel(self.tr("No example is called so."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("role", "faint")
        self._nothing.hide()
        self._lay_out(parent)
        self._connect()

    def _lay_out(self, parent: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(S3, S3, S3, S3)
        column.setSpacing(S2)
        column.addWidget(self.search)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        wide = COLUMNS * (CARD.width() + GAP) + 2 * S3 + SCROLLBAR
        self.resize(QSize(wide, START_HEIGHT).boundedTo(parent.size()))
        self.list.setCurrentIndex(self.model.first())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_query_changed)
        self.search.left_downwards.connect(self.list.setFocus)
        self.search.entered.connect(lambda: self._choose(self.list.currentIndex()))
        self.list.chosen.connect(self._choose)

    def _on_query_changed(self, query: str) -> None:
        self.model.show_query(query)
        first = self.model.first()
        self.list.setCurrentIndex(first)
        self.list.setVisible(first.isValid())
        self._nothing.setVisible(not first.isValid())

    def _choose(self, index: QModelIndex) -> None:
        example = self.model.example(index)
        if example is not None:
            self.accept()
            self.example_chosen.emit(example)
