"""Language and theme change while the program runs, everywhere at once; and everything has a name to be spoken."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from lazygui.catalog import CATALOG
from lazygui.testing.robots import AppRobot, find
from lazygui.ui.theme import DARK, LIGHT, Theme

NAMES = """
    LazyGUI PyTorch PySide Qt Python cpu nn torch English JSON NaN dtype ms Ctrl Shift Alt Esc Del Backspace Enter Tab
    PgUp PgDown
    float float32 bfloat int uint bool rand randn randint ones zeros weight bias output relu fc conv True False None
    KB MB GB input
"""
TECHNICAL = {
    *NAMES.split(),
    *(word for spec in CATALOG.values() for word in re.findall(r"[A-Za-z]{2,}", spec.type)),
    *(argument.name for spec in CATALOG.values() for argument in spec.arguments),
    *(word for spec in CATALOG.values() for argument in spec.arguments for word in argument.words),
}
"""Words that are the same in every language: names of PyTorch and its ports, of keys, units and of the program."""


def english_words(text: str) -> set[str]:
    """Return the words of a text that are neither names nor markup."""
    plain = re.sub(r"<[^>]*>", " ", text.replace("&", ""))
    return set(re.findall(r"[A-Za-z_]{2,}", plain)) - TECHNICAL


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


@pytest.fixture
def busy(lazygui: AppRobot) -> AppRobot:
    """A window in which much is shown: results, a failure with its sentence, a log, a chosen node."""
    lazygui.palette.enter("Conv2d")
    lazygui.run.sample()
    lazygui.canvas.click("conv1")
    return lazygui


STATES: dict[str, Callable[[AppRobot], object]] = {
    "nothing chosen": lambda r: r.canvas.click_empty(),
    "a layer": lambda r: r.canvas.click("fc1"),
    "a layer that failed": lambda r: r.canvas.click("conv1"),
    "several": lambda r: r.keys("Ctrl+A"),
    "an edge": lambda r: r.canvas.click_edge("fc1"),
    "after a run": lambda r: (r.canvas.click("conv1"), r.keys("Del"), r.run.sample(), r.canvas.click("fc1")),
    "an empty drawing": lambda r: (r.window.editor.document.mark_saved(), r.keys("Ctrl+N")),
}


@pytest.mark.parametrize("state", STATES)
def test_a_switch_leaves_no_english_behind(busy: AppRobot, state: str) -> None:
    STATES[state](busy)
    before = busy.texts()
    assert sum(bool(english_words(text)) for text in before.values()) > 60, "the walk sees the window"
    busy.choose("view.language.zh_CN")
    after = busy.texts()
    left = {where: text for where, text in after.items() if english_words(text) and not is_torchs(where, text)}
    assert left == {}
    assert after["title"].startswith("延后初始化") or state == "an empty drawing"


def is_torchs(where: str, text: str) -> bool:
    """Say whether a text is torch's own: its message about a failure, which nobody translates."""
    return "inspector.failure.words" in where or text.startswith("Expected 3D")


def test_a_switch_back_gives_every_text_back(busy: AppRobot) -> None:
    before = busy.texts()
    busy.choose("view.language.zh_CN")
    busy.choose("view.language.en")
    assert busy.texts() == before


def test_the_nodes_speak_the_language_too(busy: AppRobot) -> None:
    assert {busy.node(name).face.state_word for name in busy.canvas.node_names()} == {"reached", "not kept", "failed"}
    busy.choose("view.language.zh_CN")
    for name in busy.canvas.node_names():
        assert is_chinese(busy.node(name).face.state_word)
        assert is_chinese(busy.canvas.spoken(name))
        assert all(is_chinese(port) for port in busy.canvas.spoken_ports(name))
    assert is_chinese(busy.node("conv1").message())


def test_the_names_of_edits_in_the_menu_are_chinese(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+A")
    lazygui.keys("Shift+Down")
    lazygui.choose("view.language.zh_CN")
    assert is_chinese(lazygui.words("edit.undo"))
    assert "4" in lazygui.words("edit.undo")
    assert not english_words(lazygui.words("edit.undo"))


def test_a_switch_disturbs_neither_drawing_nor_results(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    lazygui.run.sample()
    before = lazygui.window.editor.graph
    lazygui.choose("view.language.zh_CN")
    lazygui.choose("view.theme.dark")
    assert lazygui.window.editor.graph is before
    assert lazygui.node("fc1").weight_shape() == "256 × 20"
    assert lazygui.canvas.selected() == {"fc1"}
    assert "7,946" in lazygui.status("parameters")


def test_the_choice_is_remembered_by_the_next_window(open_lazygui: Callable[..., AppRobot]) -> None:
    first = open_lazygui()
    first.choose("view.language.zh_CN")
    assert first.menu("view.language.zh_CN").isChecked()
    assert not first.menu("view.language.en").isChecked()
    second = open_lazygui(language="zh_CN")
    assert is_chinese(second.words("file.open"))


# Theme


def colour(widget: QWidget, at: QPoint) -> QColor:
    return widget.grab().toImage().pixelColor(at)


@pytest.mark.parametrize(("choice", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_a_theme_reaches_every_part_of_the_window_at_once(lazygui: AppRobot, choice: str, theme: Theme) -> None:
    lazygui.canvas.click("fc1")
    other = "dark" if choice == "light" else "light"
    lazygui.choose(f"view.theme.{other}")
    lazygui.choose(f"view.theme.{choice}")
    window = lazygui.window
    assert colour(lazygui.canvas.view.viewport(), QPoint(3, 60)) in (QColor(theme.canvas), QColor(theme.dots))
    palette = find(window, QWidget, "palette")
    assert colour(window, palette.mapTo(window, QPoint(3, 3))) == QColor(theme.panel)
    assert colour(window, QPoint(3, 300)) == QColor(theme.window)
    assert is_card_dark(lazygui) == theme.is_dark
    label = find(window, QLabel, "document.title")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(theme.text)


def is_card_dark(lazygui: AppRobot) -> bool:
    """Say whether the ground of a card, beside its title, is painted dark."""
    at = lazygui.canvas.title_of("fc1")
    return colour(lazygui.canvas.view.viewport(), QPoint(at.x() + 20, at.y() - 8)).lightness() < 128


def test_the_theme_of_the_system_is_followed(lazygui: AppRobot) -> None:
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    lazygui.choose("view.theme.light" if is_dark else "view.theme.dark")
    assert is_card_dark(lazygui) != is_dark
    lazygui.choose("view.theme.system")
    assert is_card_dark(lazygui) == is_dark
    assert lazygui.menu("view.theme.system").isChecked()


# Names for those who do not see


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("state", STATES)
def test_every_control_that_takes_the_focus_has_a_name(busy: AppRobot, state: str, language: str) -> None:
    busy.choose(f"view.language.{language}")
    STATES[state](busy)
    nameless = set()
    for _ in range(60):
        busy.keys("Tab")
        widget = busy.window.focusWidget()
        assert widget is not None
        if not (widget.accessibleName() or getattr(widget, "text", str)()):
            nameless.add(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == set()


def test_tab_leads_to_every_panel_and_back(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    met = []
    for _ in range(40):
        lazygui.keys("Tab")
        focus = lazygui.window.focusWidget()
        assert focus is not None
        met.append(focus.objectName())
    order = ["inspector.name", "inspector.argument.out_features", "inspector.argument.bias", "run.seed", "run.sample"]
    assert [name for name in met if name in order][:5] == order
    assert {"palette.search", "palette.tree", "canvas", "zoom.fit", "code.text"} <= set(met)


def test_nodes_and_ports_are_spoken(lazygui: AppRobot) -> None:
    lazygui.choose("view.live_shapes")
    assert lazygui.canvas.spoken("fc1") == "fc1, LazyLinear, weight uninitialized, 256 × unknown"
    lazygui.choose("view.live_shapes")
    lazygui.wait_until_ready()
    lazygui.wait_until_idle()
    assert lazygui.canvas.spoken("fc1") == "fc1, LazyLinear, weight uninitialized, inferred 256 × 20"
    lazygui.run.sample()
    assert lazygui.canvas.spoken("fc1") == "fc1, Linear, weight initialized, 256 × 20"
    assert lazygui.canvas.spoken_ports("fc1") == [
        "input, input of fc1, connected to x, N 2 · F 20",
        "output, output of fc1, connected to relu, N 2 · F 256",
    ]
