"""The bar at the top: the drawing's name and state on the left; undo, seed, reset and the one primary button right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpinBox, QWidget

from lazygui.ui.actions import Actions
from lazygui.ui.appearance import Appearance
from lazygui.ui.icons import icon
from lazygui.ui.status import Elided
from lazygui.ui.theme import S1, S2, S3, SMALL, TITLE, ui_font

SEED_LIMIT: Final = 2**31 - 1
ICON: Final = QSize(16, 16)


class ActionButton(QPushButton):
    """A button for a command of the menus: it is enabled when the command is, and says the same under the pointer."""

    def __init__(self, actions: Actions, id: str, appearance: Appearance, role: str = "text") -> None:
        super().__init__()
        self._actions, self._id, self._appearance, self._role = actions, id, appearance, role
        self._drawn = ""
        self.setObjectName(id)
        self.setIconSize(ICON)
        self.clicked.connect(lambda: actions[id].trigger())
        actions[id].changed.connect(self.follow)
        appearance.theme_changed.connect(lambda: self.draw(self._drawn))

    def draw(self, name: str = "") -> None:
        """Draw the command's icon, or another one."""
        name = name or self._actions.icon_name(self._id)
        self._drawn = name
        self.setIcon(icon(name, self._appearance.theme, self._role))

    def follow(self) -> None:
        action = self._actions[self._id]
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip())


class RunBar(QWidget):
    """Title and summary of the drawing, and the controls of a run."""

    seed_changed = Signal(int)

    def __init__(self, actions: Actions, appearance: Appearance) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setObjectName("document.title")
        self._title.setFont(ui_font(TITLE, QFont.Weight.DemiBold))
        self._summary = Elided("document.summary")
        self._summary.setFont(ui_font(SMALL))
        self._summary.setProperty("role", "muted")
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._seed_label = QLabel()
        self._seed_label.setProperty("role", "muted")
        self.seed = QSpinBox()
        self.seed.setObjectName("run.seed")
        self.seed.setRange(0, SEED_LIMIT)
        self.seed.setFixedWidth(104)
        # A style sheet cannot pad the field of a spin box.
        self.seed.lineEdit().setTextMargins(S2, 0, 0, 0)
        self.seed.valueChanged.connect(self.seed_changed)
        self._seed_label.setBuddy(self.seed)
        self._undo = ActionButton(actions, "edit.undo", appearance)
        self._redo = ActionButton(actions, "edit.redo", appearance)
        self._back, self.play, self._step = (
            ActionButton(actions, f"run.{id}", appearance) for id in ("back", "play", "step")
        )
        self._reset = ActionButton(actions, "run.reset", appearance)
        self._run = ActionButton(actions, "run.sample", appearance, "on_accent")
        self._run.setProperty("primary", "true")
        self._cancel = ActionButton(actions, "run.cancel", appearance)
        self._cancel.hide()
        self._lay_out()
        self.retranslate()
        for button in self._buttons:
            button.draw()
            button.follow()

    @property
    def _buttons(self) -> tuple[ActionButton, ...]:
        return self._undo, self._redo, self._back, self.play, self._step, self._reset, self._run, self._cancel

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_summary(self, words: str) -> None:
        self._summary.setText(words)

    def set_running(self, is_running: bool) -> None:
        """Show Cancel in the place of Run sample, or the other way round; the focus stays in that place."""
        shown, hidden = (self._cancel, self._run) if is_running else (self._run, self._cancel)
        had_focus = hidden.hasFocus()
        hidden.hide()
        shown.show()
        if had_focus:
            shown.setFocus()

    def retranslate(self) -> None:
        self._undo.setText(self.tr("Undo"))
        self._redo.setText(self.tr("Redo"))
        self._reset.setText(self.tr("Reset"))
        self._back.setAccessibleName(self.tr("Step back"))
        self._step.setAccessibleName(self.tr("Step"))
        self.play.setAccessibleName(self.tr("Play or pause"))
        self._run.setText(self.tr("Run sample"))
        self._cancel.setText(self.tr("Cancel"))
        self._seed_label.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed draws the same sample and the same weights"))
        self._title.setAccessibleName(self.tr("Drawing"))
        self._summary.setAccessibleName(self.tr("State of the drawing"))
        self._reserve_width()

    def _reserve_width(self) -> None:
        """Give Run sample and Cancel one width, so that nothing moves when one takes the other's place."""
        width = max(self._run.sizeHint().width(), self._cancel.sizeHint().width())
        self._run.setMinimumWidth(width)
        self._cancel.setMinimumWidth(width)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(S1, 0, 0, 0)
        layout.setSpacing(S2)
        layout.addWidget(self._title)
        layout.addSpacing(S2)
        layout.addWidget(self._summary, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._redo)
        layout.addSpacing(S3)
        transport = (self._back, self.play, self._step)
        for widget in (self._seed_label, self.seed, *transport, self._reset, self._run, self._cancel):
            layout.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange and self.layout() is not None:
            self._reserve_width()
