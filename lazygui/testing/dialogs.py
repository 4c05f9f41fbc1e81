"""Answers to the questions of the program, put down before they are asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lazygui.ui.files import Answer


class ScriptedDialogs:
    """Answers every question at once with what a test has put here, and remembers what was asked and said.

    `path` is where file dialogs lead; while it is empty they are cancelled. `answer` is what becomes of unsaved
    changes, `restores` whether a copy left by a crash is wanted, and `allows` whether code of a document may run.
    """

    def __init__(self) -> None:
        self.path: str | Path = ""
        self.answer = Answer.CANCEL
        self.restores = True
        self.allows = False
        self.code: list[tuple[tuple[str, str], ...]] = []
        """The nodes with their sources that it was asked about, each time."""
        self.questions: list[str] = []
        """What was asked: the name of the drawing, or the file that was suggested."""
        self.errors: list[str] = []
        """The sentences of the errors that were shown."""

    def ask_open(self, folder: str, then: Callable[[str], None]) -> None:
        self._give_path(then)

    def ask_save(self, suggested: str, then: Callable[[str], None]) -> None:
        self.questions.append(suggested)
        self._give_path(then)

    def ask_script(self, suggested: str, then: Callable[[str], None]) -> None:
        self.ask_save(suggested, then)

    def ask_figure(self, suggested: str, then: Callable[[str], None]) -> None:
        self.ask_save(suggested, then)

    def ask_unsaved(self, name: str, then: Callable[[Answer], None]) -> None:
        self.questions.append(name)
        then(self.answer)

    def ask_restore(self, name: str, when: str, then: Callable[[bool], None]) -> None:
        self.questions.append(name)
        then(self.restores)

    def ask_run_code(self, sources: tuple[tuple[str, str], ...], then: Callable[[bool], None]) -> None:
        self.code.append(sources)
        then(self.allows)

    def show_error(self, title: str, text: str) -> None:
        self.errors.append(text)

    def _give_path(self, then: Callable[[str], None]) -> None:
        if self.path:
            then(str(self.path))
