"""The line at the window's foot: engine, one sentence, problems, sums and zoom. Shows; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from lazygui.ui.appearance import Appearance
from lazygui.ui.icons import icon
from lazygui.ui.theme import S1, S2, S4, SMALL, ui_font

DOT = 8
ICON = 14
PAUSE_MS = 100
ROW = 28
"""The height of what stands in the line: nothing moves when the problems come and go."""


class Elided(QLabel):
    """A label that gives way: what does not fit ends in dots and stands whole in the tooltip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment()), words)
        painter.end()


class Dot(QWidget):
    """A disc in the colour of a state; the words beside it say the same."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._role = "idle"
        self.setFixedSize(DOT, DOT)

    @property
    def role(self) -> str:
        return self._role

    def set_role(self, role: str) -> None:
        if role != self._role:
            self._role = role
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._appearance.theme, self._role)))
        painter.drawEllipse(self.rect())
        painter.end()


class StatusLine(QStatusBar):
    """What the window has to say. A sentence stays until another takes its place; a hint covers it while it holds."""

    problems_requested = Signal()
    """A person wants to see the problems."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("status")
        self._appearance = appearance
        self._counts = 0, 0
        self.setSizeGripEnabled(False)
        self._sentence = ""
        self._hint = ""
        self._dot = Dot(appearance)
        self._engine = _label("status.engine")
        self._engine_now = "", self._dot.role
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._show_engine)
        self._message = Elided("status.message")
        self._message.setFont(ui_font(SMALL))
        self._message.setProperty("role", "muted")
        self._problems = QToolButton()
        self._problems.setObjectName("status.problems")
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._problems.setIconSize(QSize(ICON, ICON))
        self._problems.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._problems.setFont(ui_font(SMALL))
        self._problems.clicked.connect(self.problems_requested)
        appearance.theme_changed.connect(self._show_problems)
        self._parameters = _label("status.parameters")
        self._zoom = _label("status.zoom")
        self.addWidget(self._row(), 1)
        self.retranslate()

    def set_engine(self, words: str, role: str) -> None:
        """Show what the engine does; `role` names the theme's colour of the dot.

        A run may come to hundreds of nodes in a second, which nobody can read, and for each the line is laid out anew.
        """
        self._engine_now = words, role
        if not (self._pause.isActive() and role == self._dot.role == "running"):
            self._show_engine()

    def _show_engine(self) -> None:
        words, role = self._engine_now
        if (words, role) != (self._engine.text(), self._dot.role):
            self._engine.setText(words)
            self._dot.set_role(role)
            self._pause.start()

    def set_parameters(self, words: str) -> None:
        self._parameters.setText(words)

    def set_problems(self, errors: int, warnings: int) -> None:
        """Show how many problems there are; with none there is nothing to press."""
        self._counts = errors, warnings
        self._show_problems()

    def set_zoom(self, percent: int) -> None:
        self._zoom.setText(self.tr("{percent} %").format(percent=percent))

    def say(self, sentence: str) -> None:
        """Show a sentence; "" takes the last one away."""
        self._sentence = sentence
        self._show()

    def hint(self, line: str) -> None:
        """Show a line in front of the sentence while the pointer means something; "" ends it."""
        self._hint = line
        self._show()

    @property
    def sentence(self) -> str:
        return self._message.text()

    def retranslate(self) -> None:
        for label, name in (
            (self._engine, self.tr("Engine")),
            (self._message, self.tr("Message")),
            (self._parameters, self.tr("Parameters")),
            (self._zoom, self.tr("Zoom")),
        ):
            label.setAccessibleName(name)
        self._problems.setToolTip(self.tr("Show the problems"))
        self._show_problems()

    def _show(self) -> None:
        self._message.setText(self._hint or self._sentence)

    def _show_problems(self) -> None:
        errors, warnings = self._counts
        self._problems.setVisible(bool(errors or warnings))
        name, role = ("error", "error") if errors else ("warning", "warning")
        self._problems.setIcon(icon(name, self._appearance.theme, role))
        self._problems.setText(" · ".join(filter(None, (self._error_words(errors), self._warning_words(warnings)))))

    def _error_words(self, count: int) -> str:
        if count <= 1:
            return self.tr("1 error") if count else ""
        return self.tr("{count} errors").format(count=count)

    def _warning_words(self, count: int) -> str:
        if count <= 1:
            return self.tr("1 warning") if count else ""
        return self.tr("{count} warnings").format(count=count)

    def _row(self) -> QWidget:
        row = QWidget()
        row.setMinimumHeight(ROW)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(S2, 0, S2, S1)
        layout.setSpacing(S4)
        engine = QHBoxLayout()
        engine.setSpacing(S2)
        engine.addWidget(self._dot)
        engine.addWidget(self._engine)
        layout.addLayout(engine)
        layout.addWidget(self._message, 1)
        layout.addWidget(self._problems)
        layout.addWidget(self._parameters)
        layout.addWidget(self._zoom)
        return row

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setFont(ui_font(SMALL))
    label.setProperty("role", "muted")
    return label
