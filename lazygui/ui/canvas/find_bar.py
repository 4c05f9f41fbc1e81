"""The slim bar over the canvas that finds nodes: a field, how many there are, and ways to the next and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from lazygui.ui import icons
from lazygui.ui import theme as tokens
from lazygui.ui.appearance import Appearance
from lazygui.ui.canvas.finder import Finder
from lazygui.ui.theme import S1, S2, S3, SMALL, ui_font

if TYPE_CHECKING:
    from lazygui.ui.canvas.view import CanvasView

FIELD, NARROWEST = 264, 120
COUNT = 76
RING_OUT = 7.0
RING = 3.0
"""The ring around what is found, in pixels of the screen: outside the ring of what is chosen."""


class FindField(QLineEdit):
    """Enter goes on, with Shift back; Escape closes."""

    def __init__(self, bar: FindBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def event(self, event: QEvent) -> bool:
        # Before the window's own Esc cancels a run.
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._bar.step(-1 if is_back else 1)
            case Qt.Key.Key_Down:
                self._bar.step(1)
            case Qt.Key.Key_Up:
                self._bar.step(-1)
            case Qt.Key.Key_Escape:
                self._bar.leave()
            case _:
                super().keyPressEvent(event)
                # Else the canvas would hear what the field has no use for.
                event.accept()


class FindBar(QFrame):
    """Stands at the top of one canvas while something is looked for."""

    def __init__(self, canvas: CanvasView, appearance: Appearance) -> None:
        super().__init__(canvas)
        self._canvas, self._appearance = canvas, appearance
        self.finder = Finder(canvas.editor, self)
        self.setObjectName("find")
        self.setProperty("card", "true")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._sign = QLabel()
        self.field = FindField(self)
        self.field.setObjectName("find.field")
        self.count = QLabel()
        self.count.setObjectName("find.count")
        self.count.setProperty("role", "muted")
        self.count.setFont(ui_font(SMALL))
        self._back, self._on, self._close = (_flat(name) for name in ("previous", "next", "close"))
        self._lay_out()
        self._connect()
        self._draw_icons()
        self.retranslate()
        self.hide()

    def open(self) -> None:
        """Show the bar with the cursor in the field, and what was asked last selected."""
        self.follow_canvas()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.finder.ask(self.field.text())

    def leave(self) -> None:
        """Close the bar and go back to the canvas; what was found stays chosen."""
        self.hide()
        self.finder.forget()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, direction: int) -> None:
        """Go to the next or the one before; the first time to the one that a closed group hides still."""
        finder = self.finder
        if finder.current is not None and finder.current not in self._canvas.canvas_scene.nodes and finder.number:
            self._canvas.reveal(finder.current)
        else:
            finder.step(direction)
            if finder.current is not None:
                self._canvas.reveal(finder.current)

    def paint_rings(self, painter: QPainter, seen: QRectF, zoom: float) -> None:
        """Draw a ring around each card that shows something that is found, while the bar is open."""
        if not self.isVisible():
            return
        scene = self._canvas.canvas_scene
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._appearance.theme.found), RING / zoom))
        for card in scene.cards_of(node for node in self.finder.nodes if node in scene.view.shown):
            ring = scene.cards_rect((card,)).adjusted(-RING_OUT, -RING_OUT, RING_OUT, RING_OUT)
            if ring.intersects(seen):
                painter.drawRoundedRect(ring, tokens.RADIUS + RING_OUT, tokens.RADIUS + RING_OUT)

    def follow_canvas(self) -> None:
        """Stand in the middle of the canvas's upper edge, as wide as there is room."""
        wide = self.sizeHint().width() + FIELD - self.field.sizeHint().width()
        self.resize(min(wide, self._canvas.width() - 2 * S3), self.sizeHint().height())
        self.move((self._canvas.width() - self.width()) // 2, S3)

    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Name, layer, shape or state"))
        self.field.setAccessibleName(self.tr("Find in the drawing"))
        self.field.setToolTip(self.tr("For example: conv, LazyLinear, 64×12, 16×?×5, failed"))
        for button, words in (
            (self._back, self.tr("Previous one (Shift+Enter)")),
            (self._on, self.tr("Next one (Enter)")),
            (self._close, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.finder.forget_words()
        self._show_count()
        self.follow_canvas()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(S3, S2, S2, S2)
        row.setSpacing(S1)
        self.field.setMinimumWidth(NARROWEST)
        self.count.setMinimumWidth(COUNT)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self._sign, self.field, self.count, self._back, self._on, self._close):
            row.addWidget(part, int(part is self.field))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_edited)
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.leave)
        self.finder.changed.connect(self._show_count)
        self.finder.changed.connect(self._canvas.viewport().update)
        self._appearance.theme_changed.connect(self._draw_icons)

    def _on_edited(self, text: str) -> None:
        self.finder.ask(text)
        if self.finder.current is not None:
            # Without opening a group, which would open another with each letter.
            self._canvas.show_cards_of((self.finder.current,))

    def _show_count(self) -> None:
        finder = self.finder
        has_asked = bool(finder.question.strip())
        words = self.tr("{number} of {count}").format(number=finder.number, count=len(finder.nodes))
        self.count.setText((words if finder.nodes else self.tr("None")) if has_asked else "")
        self.field.setAccessibleDescription(f"{self.count.text()} {finder.current or ''}".strip())
        self.field.setProperty("invalid", "true" if has_asked and not finder.nodes else "false")
        self.field.style().polish(self.field)
        for button in (self._back, self._on):
            button.setEnabled(bool(finder.nodes))

    def _draw_icons(self) -> None:
        theme = self._appearance.theme
        self._sign.setPixmap(icons.pixmap("search", QColor(theme.text_faint), 16, self.devicePixelRatioF()))
        for button, name in ((self._back, "chevron-up"), (self._on, "chevron-down"), (self._close, "close")):
            button.setIcon(icons.icon(name, theme))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _flat(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(f"find.{name}")
    button.setProperty("flat", "true")
    return button
