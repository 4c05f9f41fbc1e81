"""Which file the drawing belongs to: new, open, save, recent files, the question about unsaved changes, recovery.

Asks through `Dialogs`, so that tests answer without a dialog. Knows no format: `storage` reads and writes.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox, QWidget

from lazygui.codegen import reading
from lazygui.graph.changes import GraphChanged
from lazygui.graph.model import Graph
from lazygui.graph.problems import Problem, Refused
from lazygui.storage import files as storage_files
from lazygui.storage.errors import StorageError
from lazygui.storage.format import SUFFIX
from lazygui.storage.recovery import Leftover, Recovery
from lazygui.ui.editor import Editor
from lazygui.ui.figure.choices import ENDINGS, Format, format_of
from lazygui.ui.pasting import of_code, taken_words
from lazygui.ui.settings import Settings
from lazygui.ui.words import sentence

CODE_SUFFIX: Final = ".py"
AUTOSAVE_MS: Final = 20_000


class Answer(Enum):
    """What a person wants done with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Dialogs(Protocol):
    """The questions. Each returns at once and calls back with the answer; a cancelled file dialog does not call."""

    def ask_open(self, folder: str, then: Callable[[str], None]) -> None: ...

    def ask_save(self, suggested: str, then: Callable[[str], None]) -> None: ...

    def ask_script(self, suggested: str, then: Callable[[str], None]) -> None: ...

    def ask_figure(self, suggested: str, then: Callable[[str], None]) -> None: ...

    def ask_unsaved(self, name: str, then: Callable[[Answer], None]) -> None: ...

    def ask_restore(self, name: str, when: str, then: Callable[[bool], None]) -> None: ...

    def ask_run_code(self, sources: tuple[tuple[str, str], ...], then: Callable[[bool], None]) -> None: ...

    def show_error(self, title: str, text: str) -> None: ...


class QtDialogs(QObject):
    """The questions as dialogs of Qt, which never stop the event loop of the caller."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent

    def ask_open(self, folder: str, then: Callable[[str], None]) -> None:
        filters = ";;".join((f"LazyGUI, Python (*{SUFFIX} *{CODE_SUFFIX})", self.tr("All files (*)")))
        dialog = QFileDialog(self._parent, self.tr("Open a drawing or PyTorch code"), folder, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, then)

    def ask_save(self, suggested: str, then: Callable[[str], None]) -> None:
        self._save(self.tr("Save the drawing"), suggested, self._filters(), then)

    def ask_script(self, suggested: str, then: Callable[[str], None]) -> None:
        self._save(self.tr("Save the code as a script"), suggested, "Python (*.py)", then)

    def ask_figure(self, suggested: str, then: Callable[[str], None]) -> None:
        filters = " ".join(f"*{ending}" for ending in ENDINGS)
        self._save(self.tr("Export the figure"), suggested, f"SVG, PDF, PNG ({filters})", then)

    def ask_unsaved(self, name: str, then: Callable[[Answer], None]) -> None:
        box = self._box(QMessageBox.Icon.Warning, "dialog.unsaved", self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to “{name}”?").format(name=name))
        box.setInformativeText(self.tr("Otherwise they are lost."))
        answers: dict[QAbstractButton, Answer] = {
            box.addButton(self.tr("Save"), QMessageBox.ButtonRole.AcceptRole): Answer.SAVE,
            box.addButton(self.tr("Don't Save"), QMessageBox.ButtonRole.DestructiveRole): Answer.DISCARD,
            box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole): Answer.CANCEL,
        }
        box.finished.connect(lambda: then(answers.get(box.clickedButton(), Answer.CANCEL)))
        box.open()

    def ask_restore(self, name: str, when: str, then: Callable[[bool], None]) -> None:
        box = self._box(QMessageBox.Icon.Question, "dialog.restore", self.tr("Restore a drawing"))
        box.setText(self.tr("LazyGUI ended while “{name}” was not saved.").format(name=name))
        box.setInformativeText(self.tr("There is a copy of {when}. Restore it?").format(when=when))
        restore = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(lambda: then(box.clickedButton() is restore))
        box.open()

    def ask_run_code(self, sources: tuple[tuple[str, str], ...], then: Callable[[bool], None]) -> None:
        # Few drawings bring code: the others shall not wait for this at the start.
        from lazygui.ui.consent_dialog import ConsentDialog

        dialog = ConsentDialog(sources, self._parent)
        dialog.finished.connect(lambda result: then(result == ConsentDialog.DialogCode.Accepted))
        dialog.open()

    def show_error(self, title: str, text: str) -> None:
        box = self._box(QMessageBox.Icon.Critical, "dialog.error", title)
        box.setText(text)
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.open()

    def _filters(self) -> str:
        return ";;".join((f"LazyGUI (*{SUFFIX})", self.tr("All files (*)")))

    def _save(self, title: str, suggested: str, filters: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._parent, title, str(Path(suggested).parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested)
        self._open(dialog, then)

    def _open(self, dialog: QFileDialog, then: Callable[[str], None]) -> None:
        dialog.setObjectName("dialog.file")
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _box(self, icon: QMessageBox.Icon, name: str, title: str) -> QMessageBox:
        box = QMessageBox(icon, title, "", QMessageBox.StandardButton.NoButton, self._parent)
        box.setObjectName(name)
        box.finished.connect(box.deleteLater)
        return box


class Files(QObject):
    """The file of the drawing, and every way to another one."""

    changed = Signal()
    """The path or the title is another."""
    shown = Signal()
    """Another drawing was put in the place of the old one."""
    said = Signal(str)
    """A sentence for the status bar."""

    def __init__(
        self,
        editor: Editor,
        settings: Settings,
        dialogs: Dialogs,
        recovery: Recovery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._settings = settings
        self._dialogs = dialogs
        self._recovery = recovery
        self._path: Path | None = None
        self._example: Callable[[], str] | None = None
        self._kept: Graph | None = None
        self._timer = QTimer(self, interval=AUTOSAVE_MS)
        self._timer.timeout.connect(self.autosave)
        self._timer.start()
        editor.graph_changed.connect(self._on_graph_changed)

    @property
    def path(self) -> Path | None:
        return self._path

    @property
    def title(self) -> str:
        """The drawing's name: that of its file or example, without the suffix."""
        if self._path is not None:
            return self._path.name.removesuffix(SUFFIX)
        return self._example() if self._example else self.tr("Untitled")

    def new(self) -> None:
        """Begin an empty drawing, after the question about unsaved changes."""
        self.leave(lambda: self._show(Graph()))

    def show_example(self, name: Callable[[], str], graph: Graph) -> None:
        """Show a drawing that has no file yet, after the question about unsaved changes; `name` in any language."""
        self.leave(lambda: self._show(graph, example=name))

    def open(self) -> None:
        """Ask for a file and open it."""
        self.leave(lambda: self._dialogs.ask_open(self._folder(), lambda path: self._load(Path(path))))

    def choose(self, then: Callable[[str], None]) -> None:
        """Ask for a file, and leave the drawing as it is."""
        self._dialogs.ask_open(self._folder(), then)

    def open_path(self, path: str | Path) -> None:
        """Open a file, after the question about unsaved changes."""
        self.leave(lambda: self._load(Path(path)))

    def open_recent(self, path: str) -> None:
        """Open a recent file; one that is gone is said and taken from the list."""
        if Path(path).is_file():
            self.open_path(path)
            return
        self._settings.drop_recent(path)
        self.said.emit(self.tr("“{path}” is no longer there; it was taken from the recent files.").format(path=path))
        self.changed.emit()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the drawing's file, or ask for one. `then` is called once it is saved."""
        if self._path is None:
            self.save_as(then)
        else:
            self._write(self._path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file and save to it."""
        suggested = str(self._path or Path(self._folder()) / f"{self.title}{SUFFIX}")
        self._dialogs.ask_save(suggested, lambda path: self._write(with_suffix(Path(path)), then))

    def save_script(self, code: str) -> None:
        """Ask for a file and write code to it."""
        suggested = str(Path(self._folder()) / f"{self.title}.py")
        title = self.tr("The script is not saved")

        def write(path: str) -> None:
            self._write_bytes(with_suffix(Path(path), ".py"), lambda _path: code.encode(), title)

        self._dialogs.ask_script(suggested, write)

    def save_figure(self, ending: str, draw: Callable[[Format], bytes], then: Callable[[str], None]) -> None:
        """Ask for a file and write a figure to it, of the format that its name ends in; `then` is told that ending."""
        suggested = str(Path(self._folder()) / f"{self.title}{ending}")
        title = self.tr("The figure is not saved")

        def write(name: str) -> None:
            path = with_suffix(Path(name), ending)
            if self._write_bytes(path, lambda path: draw(format_of(str(path))), title):
                then(path.suffix.lower())

        self._dialogs.ask_figure(suggested, write)

    def leave(self, then: Callable[[], None]) -> None:
        """Call `then` once nothing would be lost: at once, after a save, or when the changes are not wanted."""

        def on_answer(answer: Answer) -> None:
            if answer is Answer.SAVE:
                self.save(then)
            elif answer is Answer.DISCARD:
                then()

        if self._editor.document.is_modified:
            self._dialogs.ask_unsaved(self.title, on_answer)
        else:
            then()

    def autosave(self) -> None:
        """Keep a copy of unsaved changes for the case that the program does not end well."""
        graph = self._editor.graph
        if not self._editor.document.is_modified or graph is self._kept:
            return
        try:
            self._recovery.write(graph, self._path)
        except StorageError as error:
            self.said.emit(sentence(error.problem))
        else:
            self._kept = graph

    def forget_copy(self) -> None:
        """Drop the copy: the drawing is saved, or nobody wants it."""
        self._kept = None
        self._recovery.clear()

    def offer_restore(self) -> None:
        """Ask about the newest drawing that a program which ended badly has left, if there is one."""
        leftovers = self._recovery.left_behind()
        if not leftovers:
            return
        leftover = leftovers[0]
        name = leftover.document.name if leftover.document else self.tr("Untitled")
        when = QDateTime.fromSecsSinceEpoch(int(leftover.seconds))
        words = QLocale().toString(when, QLocale.FormatType.ShortFormat)
        self._dialogs.ask_restore(name, words, lambda is_wanted: self._on_restore_answered(leftover, is_wanted))

    def _on_restore_answered(self, leftover: Leftover, is_wanted: bool) -> None:
        if is_wanted:
            self._show(leftover.graph, leftover.document)
            self._editor.document.mark_unsaved()
            self.autosave()
            self.changed.emit()
        self._recovery.discard(leftover)

    def _load(self, path: Path) -> None:
        if path.suffix == CODE_SUFFIX:
            self._import(path)
            return
        try:
            graph = storage_files.open_file(path)
        except StorageError as error:
            self._dialogs.show_error(self.tr("This file cannot be opened"), sentence(error.problem))
            return
        self._show(graph, path.absolute())
        self._settings.add_recent(str(path.absolute()))
        self.said.emit(self.tr("Opened {path}").format(path=path))
        self.changed.emit()

    def _import(self, path: Path) -> None:
        """Show the network of a Python file as a drawing that has no file yet: the code itself stays as it is."""
        try:
            found = reading.read(storage_files.open_text(path))
            problem = found if isinstance(found, Problem) else None
        except StorageError as error:
            problem = error.problem
        if problem is not None:
            self._dialogs.show_error(self.tr("This code cannot be drawn"), sentence(problem))
            return
        assert isinstance(found, reading.Reading)
        self._show(found.graph, example=lambda: path.stem)
        self._editor.document.mark_unsaved()
        self._settings.add_recent(str(path.absolute()))
        self.said.emit(taken_words(of_code(found)))
        self.changed.emit()

    def _write(self, path: Path, then: Callable[[], None] | None) -> None:
        try:
            storage_files.save(self._editor.graph, path)
        except StorageError as error:
            self._dialogs.show_error(self.tr("The drawing is not saved"), sentence(error.problem))
            return
        self._path = path.absolute()
        self._editor.document.mark_saved()
        self.forget_copy()
        self._settings.add_recent(str(self._path))
        self.said.emit(self.tr("Saved to {path}").format(path=self._path))
        self.changed.emit()
        if then is not None:
            then()

    def _write_bytes(self, path: Path, make: Callable[[Path], bytes], title: str) -> bool:
        """Write what is no document; say under a title why it could not be, and return whether it could."""
        try:
            storage_files.write(make(path), path)
        except (Refused, StorageError) as error:
            self._dialogs.show_error(title, sentence(error.problem))
            return False
        self.said.emit(self.tr("Saved to {path}").format(path=path))
        return True

    def _show(self, graph: Graph, path: Path | None = None, example: Callable[[], str] | None = None) -> None:
        self._path, self._example = path, example
        self._editor.open_graph(graph)
        self.forget_copy()
        self.changed.emit()
        self.shown.emit()

    def _folder(self) -> str:
        recent = self._settings.recent_files
        return str((self._path or Path(recent[0])).parent) if self._path or recent else str(Path.home())

    def _on_graph_changed(self, _change: GraphChanged) -> None:
        if self._kept is not None and not self._editor.document.is_modified:
            self.forget_copy()


def with_suffix(path: Path, suffix: str = SUFFIX) -> Path:
    """Return the path with a suffix where a person has typed none."""
    return path if path.suffix else path.with_name(path.name + suffix)
