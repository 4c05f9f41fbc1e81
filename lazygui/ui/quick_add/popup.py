"""The popup: what is being chosen, a field, the list, and a line of help. Says what was chosen, and does nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from lazygui.catalog.spec import LayerSpec
from lazygui.engine.messages import Fitted
from lazygui.ui.appearance import Appearance
from lazygui.ui.palette.delegate import ROW_HEIGHT
from lazygui.ui.palette.rows import BlockRow, catalog_words
from lazygui.ui.quick_add.list import SuggestionDelegate, SuggestionList
from lazygui.ui.quick_add.rows import SuggestionModel
from lazygui.ui.theme import RADIUS, S1, S2, S3, TINY, Theme, ui_font

WIDTH: Final = 348
ROWS: Final = 6
HELP_LINES: Final = 2
SHADOW: Final = 10
"""Room around the card for its shadow, and so how near it comes to the edges of the window."""
SHADE: Final = 7
"""The darkness of one of the rings that make the shadow: an effect of Qt's would be painted anew for each letter."""

STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}

OWN_KEYS: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, *STEPS)


class QueryField(QLineEdit):
    """The field of the popup: arrows step through the list, Enter chooses, Escape closes."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        # Before the window's own Escape, which cancels a run.
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and event.key() in OWN_KEYS:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in STEPS:
            self.stepped.emit(STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class Popup(QFrame):
    """One popup for each choice. It lives over the window, so that no panel cuts it off."""

    chosen = Signal(str)
    """The type of a layer or of a block."""
    closed = Signal(bool)
    """Carries whether the focus was in it until now, so that somebody has to take it."""

    def __init__(self, window: QWidget, appearance: Appearance, title: str) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self._ground: QPixmap | None = None
        self._is_over = False
        self._has_aimed = False
        """Whether the person has pointed at a row: by typing, by the arrows or by the pointer."""
        self.setObjectName("quick_add")
        self.setAccessibleName(title)
        self.model = SuggestionModel(self)
        self.field = QueryField(self)
        self.field.setObjectName("quick_add.field")
        self.field.setAccessibleName(title)
        self.list = SuggestionList(self.model, self)
        self.list.setObjectName("quick_add.list")
        self.list.setAccessibleName(self.tr("Layers"))
        self.list.setItemDelegate(SuggestionDelegate(appearance, self.list))
        self.help = QLabel(self)
        self._lay_out(title)
        self._connect()

    def begin(self, specs: Iterable[LayerSpec], blocks: Iterable[BlockRow], text: str, at: QPoint) -> None:
        """Open with its corner near a point of the window, and with a text typed already."""
        self.model.begin(specs, blocks)
        self.adjustSize()
        room = self._window.rect()
        x = max(room.left(), min(at.x() - SHADOW, room.right() - self.width()))
        y = max(room.top(), min(at.y() - SHADOW, room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._show_current(0)
        if text:
            self.field.setText(text)

    def hear(self, answer: Fitted) -> None:
        """Show what fits. The row that the person has aimed at, or that the pointer is on, does not move."""
        current = self.list.currentIndex().row()
        pinned = [row for row in (current if self._has_aimed else -1, self.list.hovered_row) if row >= 0]
        scroll = self.list.verticalScrollBar().value()
        self.model.hear(answer, pinned)
        self._show_current(current if self._has_aimed else 0)
        self.list.verticalScrollBar().setValue(scroll)

    def end(self) -> None:
        """Close without a choice; the second time nothing happens."""
        if not self._is_over:
            self._is_over = True
            had_focus = self.field.hasFocus()
            self.hide()
            self.deleteLater()
            self.closed.emit(had_focus)

    def _lay_out(self, title: str) -> None:
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        heading = QLabel(title, self)
        heading.setObjectName("quick_add.title")
        keys = QLabel(self.tr("Enter chooses, arrows step, Esc closes."), self)
        for label, role in ((heading, "muted"), (self.help, "muted"), (keys, "faint")):
            label.setProperty("role", role)
            label.setFont(ui_font(TINY))
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setObjectName("quick_add.help")
        self.help.setWordWrap(True)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.help.setFixedHeight(self.help.fontMetrics().lineSpacing() * HELP_LINES + 2)
        self.field.setPlaceholderText(self.tr("Type a layer, such as relu or conv"))
        self.list.setFixedHeight(ROW_HEIGHT * ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + S3, SHADOW + S2, SHADOW + S3, SHADOW + S2)
        column.setSpacing(S1 + 2)
        for part in (heading, self.field, self.list, self.help, keys):
            column.addWidget(part)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.stepped.connect(self._on_stepped)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self.end)
        self.list.picked.connect(self._choose)
        self.list.selectionModel().currentChanged.connect(self._show_help)

    def _on_text_changed(self, text: str) -> None:
        self._has_aimed = bool(text.strip())
        self.model.show_query(text)
        self.list.show_empty_words(
            self.tr("No layer is called “{query}”. Try another word.").format(query=text.strip())
        )
        self._show_current(0)

    def _on_stepped(self, by: int) -> None:
        self._has_aimed = True
        last = self.model.rowCount() - 1
        self._show_current(max(0, min(self.list.currentIndex().row() + by, last)))

    def _on_entered(self) -> None:
        row = self.model.layer(self.list.currentIndex())
        if row is not None:
            self._choose(row.type)

    def _choose(self, layer_type: str) -> None:
        self.end()
        self.chosen.emit(layer_type)

    def _show_current(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row) if row < self.model.rowCount() else self.model.index(-1))
        self._show_help()

    def _show_help(self) -> None:
        row = self.model.layer(self.list.currentIndex())
        self.help.setText(catalog_words(row.help) if isinstance(row, LayerSpec) else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatioF() != ratio:
            self._ground = card_with_shadow(self.size(), ratio, self._appearance.theme)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        painter.end()


def card_with_shadow(size: QSize, ratio: float, theme: Theme) -> QPixmap:
    """Return the ground of a popup of this size, shadow included, as a picture: it is painted for each letter."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = QRectF(0, 0, size.width(), size.height()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, SHADE))
    for ring in range(1, SHADOW + 1):
        painter.drawRoundedRect(card.adjusted(-ring, -ring / 2, ring, ring), RADIUS + ring, RADIUS + ring)
    painter.setPen(QColor(theme.border_strong))
    painter.setBrush(QColor(theme.panel))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.end()
    return picture
