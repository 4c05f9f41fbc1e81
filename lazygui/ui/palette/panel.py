"""The palette's search field above its list of layers. Says which layer is wanted, and knows no document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from lazygui.graph.grouping import Block
from lazygui.ui import icons
from lazygui.ui.appearance import Appearance
from lazygui.ui.blocks import BlockShelf, block_type
from lazygui.ui.palette.block_dialogs import ask_to_delete, ask_to_rename, ask_to_save, tell
from lazygui.ui.palette.delegate import RowDelegate
from lazygui.ui.palette.layer_list import LayerList
from lazygui.ui.palette.rows import BlockRow, LayerModel
from lazygui.ui.theme import S1, S2, TINY, mono_font


class SearchField(QLineEdit):
    """The search field: a magnifier in front, and the key that leads here behind while it is empty."""

    left_downwards = Signal()
    entered = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setTextMargins(20, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.left_downwards.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = icons.pixmap("search", QColor(theme.text_faint), 16, self.devicePixelRatio())
        painter.drawPixmap(S2, (self.height() - 16) // 2, picture)
        if not self.text() and not self.hasFocus():
            key = QRectF(self.width() - 18 - S1 - 2, (self.height() - 18) / 2, 18, 18)
            painter.setPen(QColor(theme.border_strong))
            painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), S1, S1)
            painter.setPen(QColor(theme.text_faint))
            painter.setFont(mono_font(TINY))
            painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "/")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the list stood before a query, to go back to when the query is cleared."""

    layer_type: str
    scroll: int


class Palette(QWidget):
    """Search field and list of layers. Signals say what to append, and follow a drag in global positions."""

    drag_started = Signal(str, QPoint)
    drag_moved = Signal(QPoint)
    drag_ended = Signal(QPoint)
    drag_cancelled = Signal()
    append_requested = Signal(str)

    def __init__(self, appearance: Appearance, shelf: BlockShelf | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._shelf = shelf or BlockShelf()
        self._place: _Place | None = None
        self.model = LayerModel(self)
        self.search = SearchField(appearance, self)
        self.search.setObjectName("palette.search")
        self.tree = LayerList(self.model, self)
        self.tree.setObjectName("palette.tree")
        self.tree.setItemDelegate(RowDelegate(appearance, self.tree))
        self.setFocusProxy(self.search)
        self._lay_out()
        self._connect(appearance)
        self.retranslate()

    def focus_search(self) -> None:
        """Put the cursor into the search field, with what is there selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def name_block(self, block: Block) -> None:
        """Ask under which name a block is to be kept, and list it."""
        ask_to_save(self.window(), block.name, lambda name: self._shelf.add(replace(block, name=name)))

    def retranslate(self) -> None:
        self.search.setPlaceholderText(self.tr("Search layers"))
        self.search.setAccessibleName(self.tr("Search layers"))
        self.tree.setAccessibleName(self.tr("Layers"))
        self._on_query_changed(self.search.text())

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(S2, S2, S1, S2)
        box.setSpacing(S1)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, S1, 0)
        line.addWidget(self.search)
        box.addLayout(line)
        box.addWidget(self.tree, 1)
        self.setMinimumWidth(184)

    def _connect(self, appearance: Appearance) -> None:
        self.search.textChanged.connect(self._on_query_changed)
        self.search.entered.connect(self.tree.append_current)
        self.search.left_downwards.connect(self._on_left_downwards)
        self.tree.menu_requested.connect(self._show_menu)
        self._shelf.changed.connect(self._list_blocks)
        # The folder is read when the window has been painted.
        QTimer.singleShot(0, self, self._list_blocks)
        self.tree.search_requested.connect(self._on_search_requested)
        for name in ("drag_started", "drag_moved", "drag_ended", "drag_cancelled", "append_requested"):
            getattr(self.tree, name).connect(getattr(self, name))
        appearance.theme_changed.connect(self.tree.viewport().update)

    def _list_blocks(self) -> None:
        current = self.model.layer(self.tree.currentIndex())
        scroll = self.tree.verticalScrollBar().value()
        self.model.show_blocks(
            BlockRow(block.name, block_type(block.name), len(block.piece.nodes)) for block in self._shelf.blocks
        )
        self.tree.setCurrentIndex(self.model.find(current.type if current else ""))
        self.tree.doItemsLayout()
        self.tree.verticalScrollBar().setValue(scroll)

    def _show_menu(self, row: BlockRow, at: QPoint) -> None:
        """Offer what can be done with a block of the person's own."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window, shelf = self.window(), self._shelf
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: ask_to_rename(window, row.name, partial(shelf.rename, row.name)))
        delete = menu.addAction(self.tr("Delete"))
        delete.triggered.connect(lambda: ask_to_delete(window, row.name, partial(self._delete, row.name)))
        menu.popup(at)

    def _delete(self, name: str) -> None:
        problem = self._shelf.remove(name)
        if problem is not None:
            tell(self.window(), problem)

    def _on_query_changed(self, query: str) -> None:
        if query.strip() and self._place is None:
            spec = self.model.layer(self.tree.currentIndex())
            self._place = _Place(spec.type if spec else "", self.tree.verticalScrollBar().value())
        self.model.show_query(query)
        empty = self.tr("No layer is called “{query}”. Try another word.")
        self.tree.show_empty_words(empty.format(query=query.strip()))
        if query.strip():
            self.tree.setCurrentIndex(self.model.first_layer())
            self.tree.scrollToTop()
        elif self._place is not None:
            self._go_back(self._place)

    def _go_back(self, place: _Place) -> None:
        self._place = None
        self.tree.setCurrentIndex(self.model.find(place.layer_type))
        self.tree.doItemsLayout()
        self.tree.verticalScrollBar().setValue(place.scroll)

    def _on_left_downwards(self) -> None:
        if not self.model.layer(self.tree.currentIndex()):
            self.tree.setCurrentIndex(self.model.first_layer())
        elif self.search.text():
            below = self.model.index(self.tree.currentIndex().row() + 1)
            self.tree.setCurrentIndex(below if below.isValid() else self.tree.currentIndex())
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_search_requested(self, text: str) -> None:
        self.focus_search()
        if text:
            self.search.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
