"""Projector mode: large type, strong colours, nothing but the canvas and the bar. Everything comes back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from lazygui.ui.workspace import PANELS, Panel

if TYPE_CHECKING:
    from lazygui.ui.main_window import MainWindow

TYPE_SCALE: Final = 1.75
"""How much larger the type of the window is; the cards are drawn as large as there is room, up to this."""

SETTLE_MS: Final = 400
"""How long a window system may take to give the window its old size."""


@dataclass(frozen=True, slots=True)
class Before:
    """How the window was."""

    panels: frozenset[Panel]
    layout: QByteArray
    state: Qt.WindowState
    has_minimap: bool
    zoom: float
    centre: QPointF
    is_fitted: bool


class Projector(QObject):
    """Turns one window into what a class sees from the last row, and back."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: Before | None = None
        self._fonts: dict[QWidget, QFont] = {}
        self._place = 1.0, QPointF(), True
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        window.canvas.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return self._before is not None

    def set_on(self, is_on: bool) -> None:
        if is_on != self.is_on:
            (self._enter if is_on else self._leave)()
            self.changed.emit()

    def _enter(self) -> None:
        window = self._window
        canvas, workspace = window.canvas, window.workspace
        zoom, centre, is_fitted = canvas.place
        self._before = Before(
            frozenset(panel for panel in PANELS if workspace.is_shown(panel)),
            workspace.layout_state,
            window.windowState(),
            canvas.minimap.is_wanted,
            zoom,
            centre,
            is_fitted,
        )
        for panel in PANELS:
            workspace.show_panel(panel, False)
        window.menuBar().hide()
        window.statusBar().hide()
        canvas.minimap.is_wanted = False
        window.appearance.has_contrast = True
        self._enlarge()
        canvas.largest_fit = TYPE_SCALE
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        self._arrange()
        canvas.fit_all()
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        window, before = self._window, self._before
        assert before is not None
        self._before = None
        canvas, workspace = window.canvas, window.workspace
        for widget, font in self._fonts.items():
            widget.setFont(font)
        self._fonts = {}
        window.appearance.has_contrast = False
        window.menuBar().show()
        window.statusBar().show()
        canvas.minimap.is_wanted = before.has_minimap
        for panel in PANELS:
            workspace.show_panel(panel, panel in before.panels)
        workspace.layout_state = before.layout
        window.setWindowState(before.state)
        self._arrange()
        canvas.largest_fit = 1.0
        self._place = before.zoom, before.centre, before.is_fitted
        self._settling.start()
        self._put_back()

    def _put_back(self) -> None:
        """Have seen what was seen before."""
        self._window.canvas.place = self._place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A window system gives a window its old size when it pleases.
        if event.type() == QEvent.Type.Resize and self._settling.isActive():
            QTimer.singleShot(0, self, self._put_back)
        return False

    def _arrange(self) -> None:
        """Have everything in its new place before the camera looks."""
        layout = self._window.layout()
        assert layout is not None
        layout.activate()

    def _enlarge(self) -> None:
        """Make the type larger of all that may be seen now. Each widget gets its own font back."""
        window = self._window
        for root in (window.bar, window.workspace.canvas_card):
            for widget in (root, *root.findChildren(QWidget)):
                if widget.font().pixelSize() > 0:
                    self._fonts[widget] = QFont(widget.font())
        for widget, font in self._fonts.items():
            larger = QFont(font)
            larger.setPixelSize(round(font.pixelSize() * TYPE_SCALE))
            widget.setFont(larger)
            # A widget that is gone by then needs no font.
            widget.destroyed.connect(lambda _object=None, gone=widget: self._fonts.pop(gone, None))
