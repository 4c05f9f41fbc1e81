"""The list of layers with a drag of its own, inside the window: no nested event loop, and the ghost is the card.

A press on a heading closes or opens what stands below it; so do the keys Left and Right.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QToolTip, QWidget

from lazygui.ui.palette.rows import BlockRow, Heading, LayerModel
from lazygui.ui.theme import S2, S3


class LayerList(QListView):
    """The list, with a drag of its own: press, move, release. Escape and a window that loses the focus cancel it."""

    drag_started = Signal(str, QPoint)
    drag_moved = Signal(QPoint)
    drag_ended = Signal(QPoint)
    drag_cancelled = Signal()
    append_requested = Signal(str)
    search_requested = Signal(str)
    """A character was typed, or "" to go back to the search field."""
    menu_requested = Signal(object, QPoint)
    """The BlockRow whose menu is wanted, and where on the screen."""

    def __init__(self, model: LayerModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._layers = model
        self._pressed: tuple[str, QPoint] | None = None
        self._pressed_heading: Heading | None = None
        self._is_dragging = False
        self._empty_words = ""
        self.hovered_row = -1
        """The row under the pointer, or -1."""
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

    def toggle(self, heading: Heading) -> None:
        """Close or open what stands below a heading, which stays where it is; what is chosen and hidden now is not."""
        current = self._layers.layer(self.currentIndex())
        scroll = self.verticalScrollBar().value()
        self._layers.toggle(heading)
        self.hovered_row = -1
        self.setCurrentIndex(self._layers.find(current.type) if current else self.currentIndex())
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scroll)

    def cancel_drag(self) -> None:
        """End the drag without a drop; without a drag, do nothing."""
        if self._stop_drag():
            self.drag_cancelled.emit()

    def _key_close(self) -> None:
        """Close the family of the current row, and go to its heading."""
        heading = self._layers.heading_of(self.currentIndex())
        if heading is not None and self._layers.is_open(heading) and not self._layers.is_searching:
            self.toggle(heading)
            self.setCurrentIndex(self._layers.find_heading(heading))

    def _key_open(self) -> bool:
        """Open the family whose closed heading is the current row, and go to its first layer; else return False."""
        heading = self._layers.row(self.currentIndex())
        if not isinstance(heading, Heading):
            return False
        self.toggle(heading)
        self.setCurrentIndex(self._layers.index(self._layers.find_heading(heading).row() + 1))
        return True

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

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
        return not self.currentIndex().isValid() or self.currentIndex().row() <= self._layers.first_row()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A block of the person's own has a menu: the one under the pointer, or by key the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self._layers.layer(index)
        if isinstance(row, BlockRow):
            at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_requested.emit(row, at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        spec = self._layers.layer(self.indexAt(place))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if spec is not None:
            self._pressed = (spec.type, place)
        row = self._layers.row(self.indexAt(place))
        self._pressed_heading = row if isinstance(row, Heading) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.globalPosition().toPoint()
        if self._is_dragging:
            self.drag_moved.emit(place)
        elif self._pressed is None:
            self._hover(self.indexAt(event.position().toPoint()).row())
            # With a button held Qt would choose each row on the way, though a heading cannot be dragged.
            if event.buttons() == Qt.MouseButton.NoButton:
                super().mouseMoveEvent(event)
        elif (event.position().toPoint() - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            self._begin_drag(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            if self._stop_drag():
                self.drag_ended.emit(event.globalPosition().toPoint())
            self._release_heading(event.position().toPoint())

    def _release_heading(self, place: QPoint) -> None:
        heading, self._pressed_heading = self._pressed_heading, None
        if heading is not None and self._layers.row(self.indexAt(place)) == heading:
            self.toggle(heading)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._layers.layer(self.indexAt(event.position().toPoint())) is not None:
            self.append_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_dragging and event.key() == Qt.Key.Key_Escape:
            self.cancel_drag()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._key_open():
                self.append_current()
        elif event.key() == Qt.Key.Key_Left:
            self._key_close()
        elif event.key() == Qt.Key.Key_Right:
            self._key_open()
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
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
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
