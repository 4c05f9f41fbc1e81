"""The cards that the window is made of: a panel with a border, the canvas with its zoom bar, and tabs in a card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lazygui.ui.appearance import Appearance
from lazygui.ui.icons import icon
from lazygui.ui.theme import RADIUS, S1, S3, SMALL, ui_font


class Card(QFrame):
    """A panel on a card of its own."""

    def __init__(self, panel: QWidget, margin: int = 1) -> None:
        super().__init__()
        self.setProperty("card", "true")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(panel)


class ZoomBar(QFrame):
    """Minus, the zoom, plus and fit, floating over the canvas."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setObjectName("zoom")
        self.setProperty("card", "true")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.out = _flat("zoom.out")
        self.percent = _flat("zoom.reset")
        self.into = _flat("zoom.in")
        self.fit = _flat("zoom.fit")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(S1, 3, S1, 3)
        layout.setSpacing(0)
        for button in (self.out, self.percent, self.into, self.fit):
            layout.addWidget(button)
        self.percent.setMinimumWidth(56)
        self._draw_icons()
        appearance.theme_changed.connect(self._draw_icons)
        self.retranslate()

    def set_zoom(self, percent: int) -> None:
        self.percent.setText(self.tr("{percent} %").format(percent=percent))

    def retranslate(self) -> None:
        self.fit.setText(self.tr("Fit"))
        for button, name in (
            (self.out, self.tr("Zoom out")),
            (self.percent, self.tr("Zoom to 100 %")),
            (self.into, self.tr("Zoom in")),
            (self.fit, self.tr("Fit the drawing into the window")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.adjustSize()

    def _draw_icons(self) -> None:
        self.out.setIcon(icon("minus", self._appearance.theme))
        self.into.setIcon(icon("plus", self._appearance.theme))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class RoundedEdge(QWidget):
    """The border and the corners of a card, over a view that would paint them square; blue while it has the focus."""

    def __init__(self, view: QWidget, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._appearance = view, appearance
        view.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside = QPainterPath()
        inside.addRoundedRect(line, RADIUS, RADIUS)
        painter.fillPath(outside - inside, QColor(self._appearance.theme.window))
        theme = self._appearance.theme
        painter.strokePath(inside, QColor(theme.accent if self._view.hasFocus() else theme.border))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        # A mask keeps the view's own repaints from repainting the whole cover.
        area = self.rect()
        shown = QRegion(area) - QRegion(area.adjusted(1, 1, -1, -1))
        for x in (area.left(), area.right() + 1 - RADIUS):
            for y in (area.top(), area.bottom() + 1 - RADIUS):
                shown += QRegion(x, y, RADIUS, RADIUS)
        self.setMask(shown)


class CanvasCard(QWidget):
    """The canvas with rounded corners and the zoom bar at its lower left."""

    def __init__(self, canvas: QWidget, appearance: Appearance) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(canvas)
        self._edge = RoundedEdge(canvas, appearance, self)
        self.zoom_bar = ZoomBar(appearance, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._edge.setGeometry(self.rect())
        bar = self.zoom_bar
        bar.adjustSize()
        bar.move(S3, self.height() - bar.height() - S3)


def _flat(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("flat", "true")
    button.setFont(ui_font(SMALL))
    return button
