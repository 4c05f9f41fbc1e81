"""Robots for the whole window. They speak the verbs of a user and act with real events; they find widgets by name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import QModelIndex, QPoint, QRegularExpression, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lazygui.testing import events
from lazygui.testing.canvas import CTRL, CanvasRobot, NodeRobot
from lazygui.testing.direct import DirectRobot
from lazygui.testing.finding import FindRobot
from lazygui.testing.initializing import InitializationRobot
from lazygui.testing.looking import LookRobot
from lazygui.testing.panels import FigureRobot, GalleryRobot, HistoryRobot, ProblemsRobot, SummaryRobot
from lazygui.testing.quick_add import QuickAddRobot
from lazygui.testing.widgets import find as find
from lazygui.ui.main_window import MainWindow

RUN_MS = 60_000
"""How long a run may take before a test gives up: a worker that starts on a busy machine needs seconds."""


class PaletteRobot:
    """Searches, drags and appends layers."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._held: QPoint | None = None
        self.search_field = find(window, QLineEdit, "palette.search")
        self.list = find(window, QListView, "palette.tree")

    def search(self, text: str) -> list[str]:
        """Type into the search field and return what is listed."""
        self.search_field.clear()
        events.type_text(self.search_field, text)
        return self.names()

    def names(self) -> list[str]:
        """Return the torch names of the layers that are listed, from top to bottom."""
        return [str(index.data()) for index in self._layers()]

    def headings(self) -> list[str]:
        """Return the families that are listed, from top to bottom."""
        model = self.list.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return [str(index.data()) for index in rows if index not in self._layers()]

    def place_of(self, name: str) -> QPoint:
        """Return a pixel of the list on the layer with this torch name, scrolled into sight."""
        index = self._layer(name)
        self.list.scrollTo(index)
        return self.list.visualRect(index).center()

    def place_of_heading(self, family: str) -> QPoint:
        """Return a pixel of the list on the heading of a family, scrolled into sight."""
        model = self.list.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        index = next(index for index in rows if index.data() == family and index not in self._layers())
        self.list.scrollTo(index)
        return self.list.visualRect(index).center()

    def spoken(self, name: str) -> str:
        """Return what is said of a layer: its torch name and its title in the language of the window."""
        return str(self._layer(name).data(Qt.ItemDataRole.AccessibleTextRole))

    def _layers(self) -> list[QModelIndex]:
        model = self.list.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        return [index for index in rows if index.flags() & Qt.ItemFlag.ItemIsSelectable]

    def _layer(self, name: str) -> QModelIndex:
        found = next((index for index in self._layers() if index.data() == name), None)
        assert found is not None, f"the palette does not list {name!r}"
        return found

    def drag(self, name: str, onto: QPoint, let_go: bool = True) -> None:
        """Drag a layer to a pixel of the canvas, as `CanvasRobot.at` gives it."""
        self._held = self.place_of(name)
        events.press(self.list.viewport(), self._held)
        self.carry(onto)
        if let_go:
            self.let_go()

    def carry(self, onto: QPoint) -> None:
        """Go on with a drag that was not let go, to another pixel of the canvas."""
        assert self._held is not None, "nothing is being dragged"
        viewport = self.list.viewport()
        canvas = find(self._window, QWidget, "canvas")
        end = viewport.mapFromGlobal(canvas.mapToGlobal(onto))
        events.glide(viewport, self._held, end)
        self._held = end

    def let_go(self) -> None:
        assert self._held is not None, "nothing is being dragged"
        events.release(self.list.viewport(), self._held)
        self._held = None

    def ghost(self) -> QLabel | None:
        """Return the picture that follows the pointer, while there is one."""
        ghost = self._window.findChild(QLabel, "ghost")
        return ghost if ghost is not None and ghost.isVisible() else None

    def escape(self) -> None:
        events.key(self.list, Qt.Key.Key_Escape)

    def double_click(self, name: str) -> None:
        events.double_click(self.list.viewport(), self.place_of(name))

    def enter(self, name: str) -> None:
        """Search for a layer and press Enter."""
        self.search(name)
        events.key(self.search_field, Qt.Key.Key_Return)


class InspectorRobot:
    """Reads and fills the form of the chosen node."""

    def __init__(self, window: QWidget) -> None:
        self._panel = find(window, QWidget, "inspector")

    def field(self, argument: str) -> QWidget:
        fields = self._panel.findChildren(QWidget, f"inspector.argument.{argument}")
        assert fields, f"the form has no argument {argument!r}"
        # The form that it has taken the place of may not be gone yet.
        return next((field for field in reversed(fields) if field.isVisible()), fields[-1])

    def type_into(self, argument: str, text: str) -> None:
        """Replace the text of a field by typing, without leaving the field."""
        field = self.field(argument)
        if isinstance(field, QPlainTextEdit):
            self._paste_into(field, text)
            return
        assert isinstance(field, QLineEdit), f"{argument} is not typed but chosen"
        field.setFocus()
        field.selectAll()
        events.type_text(field, text) if text else events.key(field, Qt.Key.Key_Delete)

    def _paste_into(self, field: QPlainTextEdit, text: str) -> None:
        """Put lines in the place of what is there; typed, each would be indented by the field itself."""
        QApplication.clipboard().setText(text)
        field.setFocus()
        events.key(field, Qt.Key.Key_A, CTRL)
        events.key(field, Qt.Key.Key_V, CTRL)

    def set(self, argument: str, text: str) -> None:
        """Fill a field of any kind as a person would: choose, switch to True or False, or type and press Enter."""
        field = self.field(argument)
        if isinstance(field, QCheckBox):
            if str(field.isChecked()) != text:
                field.setFocus()
                events.key(field, Qt.Key.Key_Space)
            assert str(field.isChecked()) == text, f"{text!r} is neither True nor False"
        elif isinstance(field, QComboBox):
            field.setFocus()
            while field.currentText() != text:
                before = field.currentIndex()
                forward = field.findText(text) > before
                events.key(field, Qt.Key.Key_Down if forward else Qt.Key.Key_Up)
                assert field.currentIndex() != before, f"{text!r} cannot be chosen for {argument}"
        else:
            self.type_into(argument, text)
            # In lines of source Enter alone begins another line.
            keys = CTRL if isinstance(field, QPlainTextEdit) else events.PLAIN
            events.key(field, Qt.Key.Key_Return, keys)

    def value(self, argument: str) -> str:
        """Return what a field shows."""
        field = self.field(argument)
        if isinstance(field, QCheckBox):
            return str(field.isChecked())
        return field.currentText() if isinstance(field, QComboBox) else find_text(field)

    def problem(self, argument: str) -> str:
        """Return the sentence below a field, or nothing when its text is good."""
        field = self.field(argument)
        return field.accessibleDescription() if field.property("invalid") == "true" else ""

    def rename(self, name: str) -> None:
        field = find(self._panel, QLineEdit, "inspector.name")
        field.setFocus()
        field.selectAll()
        events.type_text(field, name)
        events.key(field, Qt.Key.Key_Return)

    def tooltip(self, argument: str) -> str:
        return self.field(argument).toolTip()

    def arguments(self) -> list[str]:
        """Return the names of the arguments that the form asks for."""
        fields = self._panel.findChildren(QWidget, QRegularExpression(r"^inspector\.argument\."))
        return [field.objectName().rpartition(".")[2] for field in fields if field.isVisible()]

    def number(self, name: str) -> str:
        """Return one number of the tensor that is shown: `mean`, `std`, `count`, `shape` ..."""
        return find(self._panel, QLabel, f"inspector.{name}").text()


def find_text(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


class RunRobot:
    """Presses the buttons of a run."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def press(self) -> None:
        """Press Run sample, and do not wait."""
        self._click("run.sample")

    def sample(self) -> None:
        """Press Run sample and wait until the run is over, however it ends."""
        self.press()
        self._qtbot.waitUntil(lambda: not self._window.runs.is_running, timeout=RUN_MS)

    def reset(self) -> None:
        self._click("run.reset")

    def cancel(self) -> None:
        self._click("run.cancel")

    def set_seed(self, seed: int) -> None:
        find(self._window, QSpinBox, "run.seed").setValue(seed)

    def is_running(self) -> bool:
        return self._window.runs.is_running

    def _click(self, name: str) -> None:
        button = find(self._window, QPushButton, name)
        assert button.isVisible(), f"the button {name} is not shown"
        assert button.isEnabled(), f"the button {name} is disabled"
        events.click(button, button.rect().center())


class AppRobot:
    """The program, opened for one test with settings of its own."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.canvas = CanvasRobot(window.canvas)
        self.direct = DirectRobot(window.editor)
        self.quick_add = QuickAddRobot(window)
        self.palette = PaletteRobot(window)
        self.inspector = InspectorRobot(window)
        self.run = RunRobot(window, qtbot)
        self.problems = ProblemsRobot(window)
        self.gallery = GalleryRobot(window)
        self.figure = FigureRobot(window)
        self.initialization = InitializationRobot(window)
        self.look = LookRobot(window, qtbot)
        self.find = FindRobot(window)
        self.history = HistoryRobot(window)
        self.summary = SummaryRobot(window)

    @property
    def windows(self) -> list[AppRobot]:
        """The open windows of the program, this one included, in the order in which they were opened."""
        return [self if window is self.window else AppRobot(window, self.qtbot) for window in self.window.siblings()]

    def node(self, name: str) -> NodeRobot:
        return self.canvas.node(name)

    def keys(self, sequence: str) -> None:
        """Press a key sequence such as `Ctrl+Z` where the focus is, and let the window do what follows."""
        target = self.window.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(sequence))
        QApplication.processEvents()

    def menu(self, action: str) -> QAction:
        """Return a command of the menus by its id, `edit.undo`, to be read or triggered."""
        found = self.window.findChild(QAction, action)
        assert found is not None, f"no command is called {action!r}"
        return found

    def choose(self, action: str) -> None:
        """Choose a command from the menus, which must be enabled, and let the window do what follows."""
        command = self.menu(action)
        assert command.isEnabled(), f"the command {action} is disabled"
        command.trigger()
        QApplication.processEvents()

    def words(self, action: str) -> str:
        """Return what a command is called now, without the mark of its letter: `Undo move of 3 nodes`."""
        return self.menu(action).text().replace("&", "")

    def entries(self, menu: str) -> list[QAction]:
        """Open a submenu by its id, `file.recent`, and return the commands in it and in its own submenus."""
        found = find(self.window, QMenu, f"menu.{menu}")
        found.aboutToShow.emit()
        return list(_commands_in(found))

    def title(self) -> str:
        """Return the window's title as it is shown: a star stands behind the name while changes are not saved."""
        return self.window.windowTitle().replace("[*]", "*" if self.window.isWindowModified() else "")

    def texts(self) -> dict[str, str]:
        """Return every text of the window by where it stands: labels, buttons, tabs, menus, tooltips, spoken names."""
        found: dict[str, str] = {"title": self.title()}
        for command in self.window.findChildren(QAction):
            if command.objectName():
                found[f"{command.objectName()} command"] = command.text()
        for number, widget in enumerate(self.window.findChildren(QWidget)):
            place = f"{type(widget).__name__} {widget.objectName()} {number}"
            if widget.isVisible() or isinstance(widget, QMenu):
                found.update({f"{place} {kind}": text for kind, text in _texts_of(widget) if text})
        return found

    def popup(self) -> QMenu:
        """Return the context menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        return menu

    def code(self) -> str:
        """Return the code as the panel shows it, once it has caught up with the drawing."""
        self.wait_until_idle()
        return find(self.window, QPlainTextEdit, "code.text").toPlainText()

    def status(self, part: str) -> str:
        """Return a part of the status bar: `engine`, `problems`, `parameters`, `message`, `zoom`."""
        found = self.window.findChild(QWidget, f"status.{part}")
        assert isinstance(found, QLabel | QAbstractButton), f"the status bar has no part {part!r}"
        return found.text() if found.isVisible() else ""

    def wait_until_ready(self) -> None:
        """Wait until the engine takes requests."""
        self.qtbot.waitUntil(lambda: self.window.runs.is_engine_ready, timeout=RUN_MS)

    def wait_until_idle(self) -> None:
        """Wait until no run is on, shapes are known, and everything that edits have caused is done and painted."""
        self.qtbot.waitUntil(self._is_idle, timeout=RUN_MS)
        QApplication.processEvents()
        # The frame that was painted just now may have left pictures to the next.
        self.qtbot.waitUntil(self._is_idle, timeout=RUN_MS)

    def _is_idle(self) -> bool:
        window = self.window
        panels = (window.code, window.problems, window.summary, window.depth_panel, window.log.model)
        is_late = any(panel.is_late for panel in panels) or not window.inference.is_settled
        scene = window.canvas.canvas_scene
        is_busy = window.runs.is_running or window.runs.is_asked or scene.motion.is_running or scene.is_late
        return not (is_busy or is_late) and window.quick_add.is_settled


def _commands_in(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _commands_in(inner)
        elif not action.isSeparator():
            yield action


def _texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget says: to those who see it, to the pointer over it, and to those who do not see it."""
    yield "tooltip", widget.toolTip()
    yield "name", widget.accessibleName()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QMenu():
            yield "title", widget.title()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
        case QTabBar():
            for index in range(widget.count()):
                yield f"tab {index}", widget.tabText(index)
        case QTreeView():
            model = widget.model()
            for row, column in product(range(model.rowCount()), range(model.columnCount())):
                yield f"cell {row} {column}", str(model.index(row, column).data() or "")
