"""A row of cards in every state, in both themes and languages, looks like the pictures that were kept.

`pytest --lazygui-keep-pictures` keeps new ones: look at each before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from conftest import PlainAppearance
from PySide6.QtGui import QFontDatabase, QImage
from pytestqt.qtbot import QtBot

from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph, Node, Point, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Histogram, NodeResult, Results, TensorStatistics
from lazygui.testing.pictures import SQUARE, TOLERANCE, Gallery, difference, side_by_side
from lazygui.ui import fonts, theme
from lazygui.ui.canvas.view import CanvasView
from lazygui.ui.editor import Editor
from lazygui.ui.language import Language

CHINESE = "Droid Sans Fallback"
"""The one font of these pictures that does not come with the program: `make test` installs it."""
THEMES = {"light": theme.LIGHT, "dark": theme.DARK}


def row() -> Graph:
    """A lazy layer, and one whose fixed size does not fit."""
    nodes = (
        Node("x", "Input", {"shape": (2, 20)}),
        Node("fc1", "nn.LazyLinear", {"out_features": 256}),
        Node("relu", "nn.ReLU"),
        Node("fc2", "nn.Linear", {"in_features": 128, "out_features": 10}),
        Node("drop", "nn.Dropout"),
    )
    ports = [Port(node.id) for node in nodes]
    places = {node.id: Point(288 * number, 0) for number, node in enumerate(nodes)}
    return Graph({node.id: node for node in nodes}, dict(zip(ports[1:], ports, strict=False)), places)


def tensor(name: str, shape: tuple[int, ...], count: int) -> TensorStatistics:
    bars = Histogram(-0.224, 0.224, (9, 11, 10, 12, 8, 10, 11, 9, 10, 12, 9, 10, 11, 10, 9, 8))
    return TensorStatistics(name, shape, "float32", count, 0.0, 0.129, -0.224, 0.224, 0, 0, 0, bars)


def pass_first_layers(results: Results) -> None:
    results.begin()
    results.finish("x", NodeResult("Input", ((2, 20),), ("float32",), (), 0.001))
    learned = (tensor("weight", (256, 20), 5120), tensor("bias", (256,), 256))
    results.finish("fc1", NodeResult("nn.Linear", ((2, 256),), ("float32",), learned, 0.001))
    results.finish("relu", NodeResult("nn.ReLU", ((2, 256),), ("float32",), (), 0.001))
    results.start("fc2")


def fail(results: Results) -> None:
    pass_first_layers(results)
    told = {"layer": "Linear", "expected": 128, "got": 256, "source": "fc1", "argument": "in_features"}
    left = (("fc1", (("weight", (256, 20)), ("bias", (256,)))),)
    results.fail(row(), "fc2", Finding(Problem("wrong_features", "fc2", told), ((2, 256),), left=left))


def end(results: Results) -> None:
    pass_first_layers(results)
    results.end()


MOMENTS: dict[str, Callable[[Results], None]] = {
    "before": lambda results: None,
    "running": pass_first_layers,
    "failed": fail,
    "over": end,
}


@pytest.fixture
def language(qapp: object) -> Iterator[Language]:
    language = Language()
    language.set("en")
    yield language
    language.set("en")


@pytest.fixture
def paint(qtbot: QtBot, language: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[..., QImage]:
    """Return a function that paints the row at a moment of a run."""
    fonts.load()
    monkeypatch.setattr(theme, "CJK_FONTS", (CHINESE,))

    def paint(moment: str = "over", theme_name: str = "light", code: str = "en", graph: Graph | None = None) -> QImage:
        assert code == "en" or CHINESE in QFontDatabase.families(), f"install {CHINESE}: `lazygui doctor --tests`"
        language.set(code)
        editor = Editor()
        editor.open_graph(graph or row())
        view = CanvasView(editor, PlainAppearance(THEMES[theme_name]))  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(1420, 300)
        view.show()
        view.fit_all()
        MOMENTS[moment](editor.results)
        view.canvas_scene.show_due()
        return view.viewport().grab().toImage()

    return paint


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_row_looks_like_its_picture(
    moment: str, theme_name: str, code: str, paint: Callable[..., QImage], lazygui_pictures: Gallery
) -> None:
    lazygui_pictures.check(paint(moment, theme_name, code), f"row-{moment}-{theme_name}-{code}")


def test_one_letter_is_a_difference_and_it_is_shown(paint: Callable[..., QImage], lazygui_pictures: Gallery) -> None:
    wanted = paint("before")
    nodes = dict(row().nodes) | {"relu": Node("relu", "nn.ELU")}
    other = paint("before", graph=Graph(nodes, row().edges, row().layout))
    assert difference(wanted, wanted) == 0
    assert difference(wanted, other) > TOLERANCE
    gallery = Gallery(lazygui_pictures.failures, lazygui_pictures.failures, keeps=True)
    gallery.check(wanted, "row")
    with pytest.raises(AssertionError, match="row looks otherwise than"):
        Gallery(gallery.folder, gallery.failures).check(other, "row")
    shown = QImage(str(gallery.failures / "row-difference.png"))
    assert shown.size() == side_by_side(wanted, other).size()


def test_letters_that_are_smoothed_otherwise_are_no_difference(paint: Callable[..., QImage]) -> None:
    wanted = paint()
    faint = wanted.copy()
    for x in range(0, faint.width(), 2):
        for y in range(SQUARE):
            faint.setPixelColor(x, y, faint.pixelColor(x, y).darker(110))
    assert 0 < difference(wanted, faint) < TOLERANCE


def test_a_picture_that_nobody_has_kept_says_how_to_keep_it(lazygui_pictures: Gallery) -> None:
    with pytest.raises(AssertionError, match="--lazygui-keep-pictures"):
        Gallery(lazygui_pictures.folder, lazygui_pictures.failures).check(
            QImage(8, 8, QImage.Format.Format_RGB32), "no"
        )
