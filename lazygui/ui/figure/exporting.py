"""Figures of a window's drawing: into a file after a dialog, or at once onto the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from lazygui.graph.problems import Refused
from lazygui.ui.figure.choices import Choices, Subject, demand_nodes, largest_scale, read
from lazygui.ui.figure.dialog import FigureDialog
from lazygui.ui.figure.figure import Figure, encoded
from lazygui.ui.words import sentence

if TYPE_CHECKING:
    from lazygui.ui.main_window import MainWindow

COPIED_SCALE: Final = 2.0
COPIED_AREA: Final = 2**24
"""Of a large drawing a smaller picture is copied: what is pasted shall not take seconds."""


class Exporting(QObject):
    """What the commands about figures do. `window` has the drawing, the files and the settings."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def subject(self) -> Subject:
        """What is in the window now."""
        editor = self._window.editor
        title = self._window.files.title
        chosen = editor.selected_nodes, editor.selected_comments
        return Subject(editor.graph, editor.results, title, editor.collapsed, *chosen)

    def ask(self) -> None:
        """Show the dialog of a figure."""
        window, subject = self._window, self.subject

        def open_dialog() -> None:
            demand_nodes(subject)
            kept = read(window.settings.figure)
            dialog = FigureDialog(
                window.appearance,
                lambda choices: Figure(subject, choices),
                kept,
                bool(subject.chosen or subject.comments),
                window,
            )
            dialog.export_requested.connect(lambda choices: self._export(dialog, subject, choices))
            dialog.copy_requested.connect(lambda choices: self._copy_and_close(dialog, subject, choices))
            dialog.open()

        self._say_refusal(open_dialog)

    def copy(self) -> None:
        """Put what is chosen, or else the whole drawing, onto the clipboard as a picture."""
        kept = replace(read(self._window.settings.figure), of_selection=True)
        self._say_refusal(lambda: self._copy(self.subject, kept))

    def _export(self, dialog: FigureDialog, subject: Subject, choices: Choices) -> None:
        def on_written(ending: str) -> None:
            self._window.settings.figure = replace(choices, ending=ending).text()
            dialog.accept()

        self._window.files.save_figure(choices.ending, Figure(subject, choices).data, on_written)

    def _copy_and_close(self, dialog: FigureDialog, subject: Subject, choices: Choices) -> None:
        self._window.settings.figure = choices.text()
        self._say_refusal(lambda: self._copy(subject, choices))
        dialog.accept()

    def _copy(self, subject: Subject, choices: Choices) -> None:
        figure = Figure(subject, choices)
        most = largest_scale(figure.size.width(), figure.size.height(), COPIED_AREA)
        picture = figure.image(min(COPIED_SCALE, most))
        data = QMimeData()
        data.setData("image/png", encoded(picture))
        data.setData("image/svg+xml", figure.svg())
        data.setImageData(picture)
        QGuiApplication.clipboard().setMimeData(data)
        self._window.status_line.say(self.tr("The figure is on the clipboard, as PNG and as SVG."))

    def _say_refusal(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Refused as refusal:
            self._window.status_line.say(sentence(refusal.problem))
