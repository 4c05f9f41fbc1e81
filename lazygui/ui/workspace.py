"""Where the panels stand: layers left, canvas and tabs in the middle, inspector right. Sizes are remembered.

Splitters rather than docks: a dock has no margins and no round corners, and nobody needs a floating inspector.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from lazygui.ui.appearance import Appearance
from lazygui.ui.cards import CanvasCard, Card
from lazygui.ui.settings import Settings
from lazygui.ui.theme import S2, S3

Panel = Literal["palette", "inspector", "bottom"]
PANELS: Final[tuple[Panel, ...]] = get_args(Panel)

COLUMNS: Final = (228, 744, 288)
ROWS: Final = (600, 208)


class Workspace(QWidget):
    """The four parts of the window as cards with gaps that can be dragged."""

    def __init__(
        self,
        top: QWidget,
        palette: QWidget,
        canvas: QWidget,
        inspector: QWidget,
        tabs: tuple[QWidget, ...],
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self.canvas_card = CanvasCard(canvas, appearance)
        self._inspector = inspector
        self._problem_count = 0
        self._tabs = QTabWidget()
        self._tabs.setObjectName("bottom")
        self._tabs.setDocumentMode(True)
        for tab in tabs:
            self._tabs.addTab(tab, "")
        bottom = Card(self._tabs, S2)
        self._cards: dict[Panel, Card] = {"palette": Card(palette), "inspector": Card(inspector), "bottom": bottom}
        self._rows = _splitter(Qt.Orientation.Vertical, (self.canvas_card, bottom), ROWS)
        parts = (self._cards["palette"], self._rows, self._cards["inspector"])
        self._columns = _splitter(Qt.Orientation.Horizontal, parts, COLUMNS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S3, S2, S3, S2)
        layout.setSpacing(S2)
        layout.addWidget(top)
        layout.addWidget(self._columns, 1)
        self.retranslate()

    def is_shown(self, panel: Panel) -> bool:
        return not self._cards[panel].isHidden()

    def show_panel(self, panel: Panel, is_shown: bool = True) -> None:
        self._cards[panel].setVisible(is_shown)

    def focus_inspector(self) -> None:
        """Show the inspector and give it the focus."""
        self.show_panel("inspector")
        self._inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_tab(self, tab: QWidget) -> None:
        """Show one of the tabs below the canvas."""
        self.show_panel("bottom")
        self._tabs.setCurrentWidget(tab)

    def set_problem_count(self, count: int) -> None:
        """Tell on their tab how many problems there are."""
        self._problem_count = count
        self.retranslate()

    @property
    def layout_state(self) -> QByteArray:
        """The sizes of the panels."""
        return self._columns.saveState() + self._rows.saveState()

    @layout_state.setter
    def layout_state(self, state: QByteArray) -> None:
        size = self._columns.saveState().size()
        self._columns.restoreState(state.first(size))
        self._rows.restoreState(state.sliced(size))

    def remember(self, settings: Settings) -> None:
        """Write sizes and open panels to the settings."""
        settings.set_layout("columns", self._columns.saveState())
        settings.set_layout("rows", self._rows.saveState())
        for panel in PANELS:
            settings.set_shown(panel, self.is_shown(panel))

    def restore(self, settings: Settings) -> None:
        """Take sizes and open panels from the settings; what they do not know stays."""
        self._columns.restoreState(settings.layout("columns"))
        self._rows.restoreState(settings.layout("rows"))
        for panel in PANELS:
            self.show_panel(panel, settings.is_shown(panel))

    def retranslate(self) -> None:
        count = self._problem_count
        problems = self.tr("Problems ({count})").format(count=count) if count else self.tr("Problems")
        others = (self.tr("Run log"), self.tr("History"), self.tr("Summary"), self.tr("Depth"), self.tr("Runs"))
        titles = (self.tr("Code"), problems, *others)
        for index, title in enumerate(titles):
            self._tabs.setTabText(index, title)
        for widget in (self._tabs, self._tabs.tabBar()):
            widget.setAccessibleName(self.tr("Code, problems, run log, history, summary, depth and runs"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _splitter(orientation: Qt.Orientation, parts: tuple[QWidget, ...], sizes: tuple[int, ...]) -> QSplitter:
    """Return a splitter in which the canvas alone takes what a larger window brings."""
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(S2)
    splitter.setChildrenCollapsible(False)
    widest = sizes.index(max(sizes))
    for index, part in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(index, int(index == widest))
    splitter.setSizes(list(sizes))
    return splitter
