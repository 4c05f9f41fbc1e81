"""The theme in effect: which one it is, and how Qt's own widgets wear it. Colours come from `theme` alone.

`setColorScheme` does nothing on plain X and offscreen, so the tokens go into a QPalette and a small style sheet.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Final, cast

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from lazygui.ui import theme as tokens
from lazygui.ui.settings import THEME_CHOICES, Settings, ThemeChoice
from lazygui.ui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Theme

Role = QPalette.ColorRole

MARKS: Final = {
    "down": '<path d="M3 5l3 3 3-3"/>',
    "up": '<path d="M3 7l3-3 3 3"/>',
    "check": '<path d="M2.5 6.2l2.4 2.4 4.6-5"/>',
}
"""The small marks of Qt's controls on a grid of 12: a style sheet draws none unless it is given pictures."""

STYLE: Final = Template("""
QMainWindow, QDialog { background: $window; }
QFrame[card="true"] { background: $panel; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[card="canvas"] { background: $canvas; border: 1px solid $border; border-radius: ${radius}px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="faint"] { color: $text_faint; }
QLabel[role="error"] { color: $error; }
QLabel[role="link"] { color: $accent; }
QLabel[role="key"] { color: $text; background: $field; border: 1px solid $border; border-radius: 4px;
  padding: 1px 6px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border_strong; border-radius: 2px; margin: 3px; }

QPushButton { background: $panel; color: $text; border: 1px solid $border; border-radius: ${control}px;
  padding: 5px 12px; min-height: 20px; }
QPushButton:hover { background: $hover; border-color: $border_strong; }
QPushButton:pressed { background: $selected_row; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $faded; border-color: $border; background: $panel; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled { background: $hover; color: $faded; border-color: $border; }
QPushButton[flat="true"], QToolButton { background: transparent; color: $text; border: 1px solid transparent;
  border-radius: ${control}px; padding: 3px 6px; }
QPushButton[flat="true"]:hover, QToolButton:hover { background: $hover; }
QPushButton[flat="true"]:focus, QToolButton:focus { border-color: $accent; }
QToolButton:checked { background: $selected_row; }

QLineEdit, QAbstractSpinBox, QComboBox { background: $field; color: $text; border: 1px solid $border;
  border-radius: ${control}px; padding: 4px 8px; min-height: 20px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $faded; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"] { border-color: $error; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; padding: 0px;
  min-height: 0px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 18px; border: none; background: transparent; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url("$marks/up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$marks/down.svg"); width: 12px; height: 12px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$marks/down.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $selected_row; selection-color: $text; }
QSlider::groove:horizontal { background: $border; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $panel; border: 2px solid $accent; width: 10px; margin: -5px 0px;
  border-radius: 7px; }
QSlider::handle:horizontal:focus { background: $accent; }
QCheckBox { spacing: ${s2}px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $border_strong; border-radius: 4px;
  background: $field; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$marks/check.svg"); }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator:focus { border-color: $accent; }

QAbstractItemView { background: $panel; color: $text; outline: none; selection-background-color: $selected_row;
  selection-color: $text; }
QTreeView::item { padding: 3px 0px; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $text_muted; border: none; padding: 4px 4px;
  border-bottom: 1px solid $hairline; font-weight: 600; font-size: ${small}px; }
QFrame#zoom QPushButton { padding: 0px 6px; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $selected_row; color: $text; }
QPlainTextEdit, QTextEdit { background: transparent; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }

QAbstractItemView, QPlainTextEdit, QTextEdit { border: 1px solid transparent; border-radius: ${control}px; }
QAbstractItemView:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }

QPlainTextEdit[field="true"] { background: $field; border-color: $border; padding: 4px; }
QPlainTextEdit[field="true"]:focus { border-color: $accent; }

QTabWidget::pane { border: none; }
QTabWidget::tab-bar { left: 0px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $text_muted; padding: 6px 2px; margin-right: ${s4}px;
  border: none; border-bottom: 2px solid transparent; font-weight: 600; font-size: ${small}px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }

QMenuBar { background: $window; color: $text; padding: 2px 6px; spacing: 2px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: ${control}px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selected_row; }
QMenu { background: $panel; color: $text; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected_row; }
QMenu::item:disabled { color: $faded; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: 4px 6px; }
QStatusBar { background: $window; color: $text_muted; }
QStatusBar::item { border: none; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border: 3px solid transparent; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0px; height: 0px; }
QAbstractScrollArea::corner { background: transparent; }
""")


def faded(theme: Theme) -> QColor:
    """The colour of text that cannot be used now."""
    return tokens.mixed(QColor(theme.panel), QColor(theme.text_faint), 0.55)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme."""
    colours = {
        Role.Window: theme.window,
        Role.WindowText: theme.text,
        Role.Base: theme.panel,
        Role.AlternateBase: theme.hover,
        Role.Text: theme.text,
        Role.PlaceholderText: theme.text_faint,
        Role.Button: theme.panel,
        Role.ButtonText: theme.text,
        Role.BrightText: theme.error,
        Role.ToolTipBase: theme.card,
        Role.ToolTipText: theme.text,
        Role.Highlight: theme.accent,
        Role.HighlightedText: theme.on_accent,
        Role.Accent: theme.accent,
        Role.Link: theme.accent,
        Role.Light: theme.panel,
        Role.Midlight: theme.hover,
        Role.Mid: theme.border,
        Role.Dark: theme.border_strong,
        Role.Shadow: theme.border_strong,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, faded(theme))
    return result


class Look(QObject):
    """The theme that something is drawn in. Who shows it repaints on `theme_changed`."""

    theme_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def theme(self) -> Theme:
        return self._theme


class Appearance(Look):
    """The theme of the program and the choice behind it."""

    def __init__(
        self, settings: Settings | None = None, parent: QObject | None = None, has_style_sheet: bool = True
    ) -> None:
        super().__init__(LIGHT, parent)
        self._settings = settings
        self._has_style_sheet = has_style_sheet
        self._choice: ThemeChoice = settings.theme if settings else "system"
        self._has_contrast = False
        self._marks = QTemporaryDir()
        _app().setStyle("Fusion")
        _app().setFont(tokens.ui_font())
        _app().styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._theme = self._wanted()
        self._wear()

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def dress(self) -> None:
        """Put on the style sheet, where that has waited until a window was whole.

        Qt works the style out anew for all that is in a widget each time that it is put into another one.
        """
        self._has_style_sheet = True
        _app().setStyleSheet(self._style_sheet())

    def set_choice(self, choice: str) -> None:
        """Take "light", "dark" or "system" and remember it."""
        if choice not in THEME_CHOICES:
            raise ValueError(choice)
        self._choice = choice
        if self._settings:
            self._settings.theme = self._choice
        self._update()

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._update()

    @property
    def has_contrast(self) -> bool:
        """Whether the colours are those for a weak projector. Not remembered: a start is always normal."""
        return self._has_contrast

    @has_contrast.setter
    def has_contrast(self, has_contrast: bool) -> None:
        self._has_contrast = has_contrast
        self._update()

    def _wanted(self) -> Theme:
        is_dark = self._choice == "dark"
        if self._choice == "system":
            is_dark = _app().styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._has_contrast:
            return DARK_CONTRAST if is_dark else LIGHT_CONTRAST
        return DARK if is_dark else LIGHT

    def _update(self) -> None:
        theme = self._wanted()
        if theme is not self._theme:
            self._theme = theme
            self._wear()
            self.theme_changed.emit()

    def _wear(self) -> None:
        _app().setPalette(palette(self._theme))
        if self._has_style_sheet:
            _app().setStyleSheet(self._style_sheet())

    def _style_sheet(self) -> str:
        theme = self._theme
        colours = {name: getattr(theme, name) for name in Theme.__slots__ if isinstance(getattr(theme, name), str)}
        return STYLE.substitute(
            colours,
            faded=faded(theme).name(),
            marks=self._draw_marks(),
            radius=tokens.RADIUS,
            control=tokens.CONTROL_RADIUS,
            s2=tokens.S2,
            s4=tokens.S4,
            small=tokens.SMALL,
        )

    def _draw_marks(self) -> str:
        """Write the marks in the colours of the theme; return their folder, one a theme, for Qt caches by name."""
        folder = Path(self._marks.path()) / self._theme.name
        folder.mkdir(exist_ok=True)
        for name, path in MARKS.items():
            colour = self._theme.on_accent if name == "check" else self._theme.text_muted
            stroke = f'fill="none" stroke="{colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"'
            picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12" {stroke}>{path}</svg>'
            (folder / f"{name}.svg").write_text(picture, encoding="ascii")
        return folder.as_posix()


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
