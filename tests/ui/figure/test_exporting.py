"""The commands about figures: the dialog with its preview, the file that comes of it, and the picture to paste."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from doubles import FakeEngine
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from lazygui.graph.edits import MoveNodes
from lazygui.graph.model import Graph, Point
from lazygui.storage.examples import example
from lazygui.storage.recovery import Recovery
from lazygui.testing import events
from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.robots import AppRobot
from lazygui.ui import fonts
from lazygui.ui.appearance import Appearance
from lazygui.ui.figure.choices import Choices, read
from lazygui.ui.figure.dialog import Preview
from lazygui.ui.figure.exporting import COPIED_AREA
from lazygui.ui.language import Language
from lazygui.ui.main_window import MainWindow
from lazygui.ui.settings import Settings
from lazygui.ui.theme import DARK


@pytest.fixture
def robot(
    qtbot: QtBot, store: QSettings, engine: FakeEngine, dialogs: ScriptedDialogs, appearance: Appearance, tmp_path: Path
) -> Iterator[AppRobot]:
    """The window with the first example, on an engine that does nothing by itself."""
    fonts.load()
    settings, language = Settings(store), Language(Settings(store))
    language.set("en")
    recovery = Recovery(tmp_path / "recovery")
    window = MainWindow(engine, appearance, language, settings, recovery, dialogs)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show_example(example("lazy_init"))
    window.show()
    yield AppRobot(window, qtbot)
    window.editor.document.mark_saved()
    language.deleteLater()


def names(svg: bytes) -> set[str]:
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return {text.text or "" for text in found} & {"x", "fc1", "relu", "fc2"}


def preview(robot: AppRobot) -> QImage:
    return robot.figure.dialog.findChild(Preview, "figure.preview").picture


def is_open(robot: AppRobot) -> bool:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return any(window.objectName() == "dialog.figure" for window in QApplication.topLevelWidgets())


def test_a_figure_is_exported_where_a_person_says(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "net.pdf"
    robot.keys("Ctrl+Shift+P")
    robot.figure.press("export")
    assert (tmp_path / "net.pdf").read_bytes().startswith(b"%PDF")
    assert "net.pdf" in robot.status("message")
    assert not is_open(robot)


def test_the_name_that_is_suggested_has_the_title_and_the_last_ending(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    for path in (tmp_path / "a.png", tmp_path / "b"):
        dialogs.path = path
        robot.choose("file.figure")
        robot.figure.press("export")
    title = robot.window.files.title
    assert [Path(asked).name for asked in dialogs.questions] == [f"{title}.svg", f"{title}.png"]
    assert (tmp_path / "b.png").exists()


def test_enter_exports(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "net.svg"
    robot.choose("file.figure")
    events.key(robot.figure.dialog.findChild(QComboBox, "figure.theme"), Qt.Key.Key_Return)
    assert (tmp_path / "net.svg").exists()


def test_the_preview_follows_the_choices(robot: AppRobot) -> None:
    robot.choose("file.figure")
    pictures = [preview(robot)]
    assert pictures[0].pixelColor(1, 1) == QColor("white")
    for field, text in (("theme", "Dark"), ("margin", "120"), ("ground", "Transparent")):
        robot.figure.set(field, text)
        pictures.append(preview(robot))
    assert pictures[1].pixelColor(1, 1) == QColor(DARK.canvas)
    assert pictures[2].size() != pictures[1].size()
    assert pictures[3].pixelColor(1, 1).alpha() == 0
    robot.figure.press("cancel")
    assert not is_open(robot)


def test_the_size_follows_the_scale_and_says_when_it_is_too_large(robot: AppRobot) -> None:
    robot.choose("file.figure")
    robot.figure.set("scale", "1.5")
    wide, high = (int(number) for number in robot.figure.size().splitlines()[0].removesuffix(" px").split(" × "))
    assert f"{round(wide * 1.5)} × {round(high * 1.5)} pixels" in robot.figure.size()
    robot.figure.set("margin", "400")
    robot.figure.set("scale", "16")
    assert "is too large: choose a scale of" in robot.figure.size()
    robot.figure.press("cancel")


def test_choices_are_remembered(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "net.svg"
    robot.choose("file.figure")
    for field, text in (("theme", "Dark"), ("shapes", "False"), ("histograms", "False"), ("margin", "60")):
        robot.figure.set(field, text)
    robot.figure.press("export")
    assert read(robot.window.settings.figure) == Choices(True, False, False, margin=60)
    robot.choose("file.figure")
    assert robot.figure.dialog.findChild(QComboBox, "figure.theme").currentText() == "Dark"
    robot.figure.press("cancel")


def test_the_selection_can_be_exported_alone(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "net.svg"
    robot.choose("file.figure")
    assert not robot.figure.dialog.findChild(QComboBox, "figure.content").isEnabled()
    robot.figure.press("cancel")
    robot.window.editor.select(["fc1", "relu"])
    robot.choose("file.figure")
    robot.figure.set("content", "Selection")
    robot.figure.press("export")
    assert names((tmp_path / "net.svg").read_bytes()) == {"fc1", "relu"}


@pytest.mark.parametrize(("name", "word"), [("net.jpg", "none of .svg"), ("no/folder/net.svg", "cannot be written")])
def test_what_cannot_be_written_is_said_and_the_dialog_stays(
    robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path, name: str, word: str
) -> None:
    dialogs.path = tmp_path / name
    robot.choose("file.figure")
    robot.figure.press("export")
    assert word in dialogs.errors[0]
    assert not dialogs.path.exists()
    assert is_open(robot)
    robot.figure.press("cancel")


def test_a_picture_is_copied_as_png_and_as_svg(robot: AppRobot) -> None:
    robot.keys("Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    picture, svg = QImage.fromData(data.data("image/png")), bytes(data.data("image/svg+xml").data())
    width = ElementTree.fromstring(svg).get("width")
    assert picture.width() == 2 * int(width or 0)
    assert names(svg) == {"x", "fc1", "relu", "fc2"}
    assert data.hasImage()
    assert "clipboard" in robot.status("message")


def test_a_large_drawing_is_copied_smaller(robot: AppRobot) -> None:
    robot.window.editor.do(MoveNodes({"fc2": Point(9000, 6000)}))
    robot.choose("edit.copy_image")
    picture = QImage.fromData(QGuiApplication.clipboard().mimeData().data("image/png"))
    assert 0.9 * COPIED_AREA < picture.width() * picture.height() <= COPIED_AREA


def test_what_is_chosen_is_copied_alone(robot: AppRobot) -> None:
    robot.window.editor.select(["fc1"])
    robot.choose("edit.copy_image")
    assert names(bytes(QGuiApplication.clipboard().mimeData().data("image/svg+xml").data())) == {"fc1"}


def test_the_dialog_copies_with_its_choices(robot: AppRobot) -> None:
    robot.choose("file.figure")
    robot.figure.set("theme", "Dark")
    robot.figure.press("copy")
    svg = bytes(QGuiApplication.clipboard().mimeData().data("image/svg+xml").data()).decode()
    assert DARK.text.lower() in svg
    assert not is_open(robot)


@pytest.mark.parametrize("command", ["file.figure", "edit.copy_image"])
def test_an_empty_drawing_is_no_figure(robot: AppRobot, command: str) -> None:
    robot.window.editor.open_graph(Graph())
    robot.choose(command)
    assert robot.status("message") == "There is nothing to draw: add some nodes first."
    assert not is_open(robot)


def test_an_export_changes_nothing_in_the_window(robot: AppRobot, dialogs: ScriptedDialogs, tmp_path: Path) -> None:
    dialogs.path = tmp_path / "net.svg"
    editor, theme = robot.window.editor, robot.window.appearance.theme
    editor.select(["fc1"])
    before = editor.graph, editor.selected_nodes, editor.document.is_modified, editor.results.findings
    robot.choose("file.figure")
    robot.figure.set("theme", "Dark")
    robot.figure.press("export")
    assert (editor.graph, editor.selected_nodes, editor.document.is_modified, editor.results.findings) == before
    assert robot.window.appearance.theme is theme
