"""The gallery: all examples with their pictures, found by search, opened by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.storage.examples import Example, examples
from lazygui.testing import events
from lazygui.ui.appearance import Appearance
from lazygui.ui.gallery import Gallery
from lazygui.ui.gallery.delegate import Pictures
from lazygui.ui.gallery.rows import rows
from lazygui.ui.gallery.thumbnail import thumbnail
from lazygui.ui.theme import DARK, LIGHT, Theme


def an_example(id: str, topic: str) -> Example:
    both = {"en": f"{id} title", "zh_CN": f"{id} 标题"}
    return Example(id, Path(), both, {"en": "about", "zh_CN": "关于"}, both, {"en": topic, "zh_CN": f"{topic}类"})


BOOK = (an_example("mlp", "Linear"), an_example("lenet", "Vision"), an_example("alexnet", "Vision"))


def names(query: str, code: str = "en") -> list[str]:
    return [row if isinstance(row, str) else row.id for row in rows(BOOK, query, code)]


def test_examples_stand_below_their_topics() -> None:
    assert names("") == ["Linear", "mlp", "Vision", "lenet", "alexnet"]
    assert names("", "zh_CN")[0] == "Linear类"


@pytest.mark.parametrize("query", ["alex", "ALEXNET", "标题 alex", "vision alex", " alex  title "])
def test_every_word_of_a_query_must_be_found_in_either_language(query: str) -> None:
    assert names(query) == ["Vision", "alexnet"]


def test_a_topic_without_examples_is_not_listed() -> None:
    assert names("nothing is called so") == []


# The pictures

LINE = Graph(
    {"x": Node("x", "Input", {"shape": (2, 8)}), "conv": Node("conv", "nn.LazyConv2d", {"out_channels": 4})},
    {Port("conv"): Port("x")},
    {"x": Point(0, 0), "conv": Point(400, 0)},
)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_picture_has_every_pixel_of_the_screen(qapp: QApplication, ratio: float) -> None:
    picture = thumbnail(LINE, 120, 60, ratio, LIGHT)
    assert picture.size() == QSize(round(120 * ratio), round(60 * ratio))
    assert picture.devicePixelRatio() == ratio


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_layer_has_the_colour_of_its_family(qapp: QApplication, theme: Theme) -> None:
    # Five hundred layers in a row: each is a speck that is nothing but its colour.
    nodes = {f"c{n}": Node(f"c{n}", "nn.LazyConv2d", {"out_channels": 4}) for n in range(500)}
    line = Graph(nodes, layout={key: Point(300.0 * n, 0) for n, key in enumerate(nodes)})
    image = thumbnail(line, 200, 100, 1.0, theme).toImage()
    found = {image.pixelColor(x, y).name() for x in range(200) for y in range(100) if image.pixelColor(x, y).alpha()}
    assert QColor(theme.families[LINE.nodes["conv"].spec.family]).name() in found  # type: ignore[union-attr]


def test_a_picture_stays_within_its_frame_and_in_its_middle(qapp: QApplication) -> None:
    image = thumbnail(LINE, 200, 100, 1.0, LIGHT).toImage()
    painted = [(x, y) for x in range(200) for y in range(100) if image.pixelColor(x, y).alpha()]
    left, right = min(x for x, _ in painted), max(x for x, _ in painted)
    top, bottom = min(y for _, y in painted), max(y for _, y in painted)
    assert min(left, top) >= 10
    assert abs(left - (199 - right)) <= 2
    assert abs(top - (99 - bottom)) <= 2


def test_an_empty_drawing_is_an_empty_picture(qapp: QApplication) -> None:
    image = thumbnail(Graph(), 20, 20, 1.0, LIGHT).toImage()
    assert not any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_edges_are_drawn(qapp: QApplication) -> None:
    bare = LINE.without_edges([Port("conv")])
    assert Edge(Port("x"), Port("conv")) in LINE.inputs["conv"]
    assert thumbnail(LINE, 200, 100, 1.0, LIGHT).toImage() != thumbnail(bare, 200, 100, 1.0, LIGHT).toImage()


# The dialog


class Opened:
    """A gallery over a window, with what was chosen in it."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        self.pictures: Pictures = {}
        self.gallery = Gallery(appearance, "en", parent, self.pictures)
        self.gallery.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.chosen: list[str] = []
        self.gallery.example_chosen.connect(lambda example: self.chosen.append(example.id))

    def current(self) -> str:
        example = self.gallery.model.example(self.gallery.list.currentIndex())
        assert example is not None
        return example.id

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            events.key(self.gallery.focusWidget() or self.gallery.search, key)


@pytest.fixture
def opened(qtbot: QtBot, appearance: Appearance) -> Iterator[Opened]:
    parent = QWidget()
    parent.resize(1280, 800)
    qtbot.addWidget(parent)
    parent.show()
    opened = Opened(appearance, parent)
    opened.gallery.open()
    qtbot.waitExposed(opened.gallery)
    yield opened
    opened.gallery.close()


def test_enter_opens_the_first_that_the_search_finds(opened: Opened) -> None:
    opened.gallery.search.setFocus()
    events.type_text(opened.gallery.search, "resnet-18")
    opened.press(Qt.Key.Key_Return)
    assert opened.chosen == ["resnet18"]
    assert not opened.gallery.isVisible()


def test_the_arrow_keys_go_over_the_cards_in_every_direction(opened: Opened) -> None:
    opened.gallery.search.setFocus()
    opened.press(Qt.Key.Key_Down)
    first = opened.current()
    assert opened.gallery.list.hasFocus()
    opened.press(Qt.Key.Key_Down)
    below = opened.current()
    opened.press(Qt.Key.Key_Up)
    assert below != first
    assert opened.current() == first
    opened.press(Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert opened.current() == first
    opened.press(Qt.Key.Key_Return)
    assert opened.chosen == [first]


def test_every_example_can_be_reached_and_says_what_it_is(opened: Opened) -> None:
    model = opened.gallery.model
    listed = [example for row in range(model.rowCount()) if (example := model.example(model.index(row)))]
    assert [example.id for example in listed] == [example.id for example in examples()]
    index = model.first()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == listed[0].title["en"]
    assert listed[0].about["en"] in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_a_double_click_opens(opened: Opened) -> None:
    view = opened.gallery.list
    events.double_click(view.viewport(), view.visualRect(view.currentIndex()).center())
    assert opened.chosen == [examples()[0].id]


def test_pictures_come_one_by_one_and_only_for_the_cards_in_sight(qtbot: QtBot, opened: Opened) -> None:
    qtbot.waitUntil(lambda: not opened.gallery.delegate.is_late)
    drawn = len(opened.pictures)
    assert 0 < drawn <= len(examples())
    opened.gallery.list.scrollToBottom()
    opened.gallery.list.viewport().repaint()
    qtbot.waitUntil(lambda: not opened.gallery.delegate.is_late)
    last = examples()[-1]
    assert last.id in {example for example, _, _ in opened.pictures}


def test_a_search_without_a_hit_says_so_and_enter_does_nothing(opened: Opened) -> None:
    events.type_text(opened.gallery.search, "zzz")
    opened.press(Qt.Key.Key_Return)
    assert opened.chosen == []
    assert opened.gallery.isVisible()
    assert not opened.gallery.list.isVisible()
