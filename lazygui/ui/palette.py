"""The palette: every layer of the catalogue under its family, found by a search, dragged or appended.

Knows no document: it says which layer is wanted, and where it was dragged. The drag is our own, inside the window, so
that it needs no nested event loop and shows what the canvas draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from lazygui import catalog
from lazygui.catalog.spec import FAMILY_TITLES, Family, LayerSpec
from lazygui.ui import icons
from lazygui.ui.appearance import Appearance
from lazygui.ui.glyphs import tile_pixmap
from lazygui.ui.theme import BODY, CONTROL_RADIUS, S1, S2, S3, TINY, mono_font, ui_font

Row: TypeAlias = Family | LayerSpec
Index: TypeAlias = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 36
HEADING_HEIGHT: Final = 32
TILE: Final = 24
_ROW_ROLE: Final = Qt.ItemDataRole.UserRole


def catalog_words(text: str) -> str:
    """Return a text of the catalogue in the language of the window."""
    return QCoreApplication.translate("Catalog", text)


def rows(query: str) -> tuple[Row, ...]:
    """Return what the palette lists: families with their layers, or what a query finds, the best first."""
    if query.strip():
        return catalog.search(query, catalog_words)
    found: list[Row] = []
    for family, layers in catalog.by_family():
        found += (family, *layers)
    return tuple(found)


def spoken(spec: LayerSpec) -> str:
    """Return what a screen reader says of a layer: `LazyLinear, fully connected, lazy`."""
    title = catalog_words(spec.title)
    # A title that is the name itself, such as "ReLU as a function", keeps its letters.
    begins_as_word = title[1:2].islower() and not title.casefold().startswith(spec.name.casefold())
    return f"{spec.name}, {title[:1].lower() + title[1:] if begins_as_word else title}"


class LayerModel(QAbstractListModel):
    """The rows of the palette: headings, which cannot be chosen, and layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows("")

    def show_query(self, query: str) -> None:
        """List what the query finds; an empty one lists everything."""
        self.beginResetModel()
        self._rows = rows(query)
        self.endResetModel()

    def first_layer(self) -> QModelIndex:
        """Return the best hit, or an invalid index when there is none."""
        number = next((n for n, row in enumerate(self._rows) if isinstance(row, LayerSpec)), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def layer(self, index: Index) -> LayerSpec | None:
        """Return the layer of a row, or None for a heading and where there is no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, LayerSpec) else None

    def find(self, layer_type: str) -> QModelIndex:
        """Return the row of a layer; invalid while a query hides it."""
        for number, row in enumerate(self._rows):
            if isinstance(row, LayerSpec) and row.type == layer_type:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.layer(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if isinstance(row, Family):
            return catalog_words(FAMILY_TITLES[row]) if role in _TEXT_ROLES else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return catalog_words(row.help) or None
        return None


_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class RowDelegate(QStyledItemDelegate):
    """Paints headings in small capitals, and layers as tile, torch name and title."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._heading = ui_font(TINY, QFont.Weight.DemiBold)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self._name = ui_font(BODY, QFont.Weight.Medium)
        self._title = ui_font(TINY)
        self._tiles: dict[tuple[str, Family, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = isinstance(index.data(_ROW_ROLE), Family)
        return QSize(0, HEADING_HEIGHT if is_heading else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        if isinstance(row, Family):
            self._paint_heading(painter, rect, index.data())
        else:
            self._paint_ground(painter, rect, option.state)
            self._paint_layer(painter, rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setFont(self._heading)
        painter.setPen(QColor(self._appearance.theme.text_muted))
        line = rect.adjusted(S2, 0, -S2, -6)
        painter.drawText(line, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, title.upper())

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._appearance.theme
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selected_row if is_chosen else theme.hover))
        painter.drawRoundedRect(rect, CONTROL_RADIUS, CONTROL_RADIUS)
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_layer(self, painter: QPainter, rect: QRect, spec: LayerSpec) -> None:
        theme = self._appearance.theme
        ratio = painter.device().devicePixelRatio()
        top = rect.top() + (rect.height() - TILE) // 2
        painter.drawPixmap(rect.left() + S2, top, self._tile(spec.family, ratio))
        text = rect.adjusted(S2 + TILE + S2, 3, -2, -3)
        upper, lower = QRect(text), QRect(text)
        upper.setHeight(17)
        lower.setTop(text.bottom() - 13)
        # In the middle: the end of a name is what tells 1d from 2d.
        _draw_line(painter, upper, spec.name, self._name, QColor(theme.text), Qt.TextElideMode.ElideMiddle)
        _draw_line(painter, lower, catalog_words(spec.title), self._title, QColor(theme.text_faint))

    def _tile(self, family: Family, ratio: float) -> QPixmap:
        theme = self._appearance.theme
        key = (theme.name, family, ratio)
        if key not in self._tiles:
            self._tiles[key] = tile_pixmap(family, theme, TILE, ratio)
        return self._tiles[key]


def _draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    color: QColor,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(text, elide, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class LayerList(QListView):
    """The list, with a drag of its own: press, move, release. Escape and a window that loses the focus cancel it."""

    drag_started = Signal(str, QPoint)
    drag_moved = Signal(QPoint)
    drag_ended = Signal(QPoint)
    drag_cancelled = Signal()
    append_requested = Signal(str)
    search_requested = Signal(str)
    """A character was typed, or "" to go back to the search field."""

    def __init__(self, model: LayerModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._layers = model
        self._pressed: tuple[str, QPoint] | None = None
        self._is_dragging = False
        self._empty_words = ""
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)

    def show_empty_words(self, words: str) -> None:
        """Say these words where the list would be while it has no rows."""
        self._empty_words = words
        self.viewport().update()

    def append_current(self) -> None:
        """Ask for the chosen layer to be appended; without one, do nothing."""
        spec = self._layers.layer(self.currentIndex())
        if spec is not None:
            self.append_requested.emit(spec.type)

    def cancel_drag(self) -> None:
        """End the drag without a drop; without a drag, do nothing."""
        if self._stop_drag():
            self.drag_cancelled.emit()

    def _begin_drag(self, place: QPoint) -> None:
        if self._pressed is not None:
            self._is_dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.drag_started.emit(self._pressed[0], place)

    def _stop_drag(self) -> bool:
        """Forget the press; return whether there was a drag."""
        was_dragging, self._is_dragging, self._pressed = self._is_dragging, False, None
        self.viewport().unsetCursor()
        return was_dragging

    def _is_above_all(self) -> bool:
        first = self._layers.first_layer()
        return not self.currentIndex().isValid() or self.currentIndex().row() <= first.row()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        spec = self._layers.layer(self.indexAt(place))
        if event.button() == Qt.MouseButton.LeftButton and spec is not None:
            self._pressed = (spec.type, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint()
        if self._is_dragging:
            self.drag_moved.emit(place)
        elif self._pressed is None:
            super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            self._begin_drag(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._stop_drag():
            self.drag_ended.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._layers.layer(self.indexAt(event.position().toPoint())) is not None:
            self.append_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_dragging and event.key() == Qt.Key.Key_Escape:
            self.cancel_drag()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.append_current()
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and self._is_above_all()):
            self.search_requested.emit("")
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.search_requested.emit(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # The window's own Escape must not win over the drag.
        if event.type() == QEvent.Type.ShortcutOverride and self._is_dragging:
            event.accept()
            return True
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.cancel_drag()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._is_dragging:
            QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._layers.rowCount() == 0:
            painter = QPainter(self.viewport())
            area = self.viewport().rect().adjusted(S2, S3, -S2, 0)
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._empty_words)


_Modifier = Qt.KeyboardModifier
_COMMANDS: Final = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier


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

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
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
        self.tree.search_requested.connect(self._on_search_requested)
        for name in ("drag_started", "drag_moved", "drag_ended", "drag_cancelled", "append_requested"):
            getattr(self.tree, name).connect(getattr(self, name))
        appearance.theme_changed.connect(self.tree.viewport().update)

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
