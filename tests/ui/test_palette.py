"""The palette: what it lists, how a search chooses, and the drag, driven by keys and mouse events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lazygui import catalog
from lazygui.catalog.spec import Family, LayerSpec
from lazygui.ui.appearance import Appearance
from lazygui.ui.palette import Palette
from lazygui.ui.palette.delegate import HEADING_HEIGHT, ROW_HEIGHT
from lazygui.ui.palette.rows import BlockRow, Heading, Own, rows, spoken

Key = Qt.Key


@pytest.fixture
def palette(qtbot: QtBot, appearance: Appearance) -> Palette:
    palette = Palette(appearance)
    qtbot.addWidget(palette)
    palette.resize(220, 600)
    palette.show()
    return palette


def layer(name: str) -> LayerSpec:
    spec = catalog.find(name)
    assert spec is not None
    return spec


def chosen(palette: Palette) -> str:
    spec = palette.model.layer(palette.tree.currentIndex())
    return spec.type if spec else ""


def middle(palette: Palette, layer_type: str) -> QPoint:
    index = palette.model.find(layer_type)
    palette.tree.scrollTo(index)
    return palette.tree.visualRect(index).center()


def send_mouse(palette: Palette, kind: QEvent.Type, place: QPoint, is_down: bool = True) -> None:
    viewport = palette.tree.viewport()
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.LeftButton if is_down else Qt.MouseButton.NoButton
    where = QPointF(viewport.mapToGlobal(place))
    event = QMouseEvent(kind, QPointF(place), where, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def begin_drag(palette: Palette, layer_type: str) -> QPoint:
    """Press a layer and move far enough; return where the mouse is."""
    start = middle(palette, layer_type)
    send_mouse(palette, QEvent.Type.MouseButtonPress, start)
    place = start + QPoint(QApplication.startDragDistance() + 5, 0)
    send_mouse(palette, QEvent.Type.MouseMove, place)
    return place


def test_without_a_query_every_family_heads_its_layers() -> None:
    listed = rows("")
    assert listed[0] is Family.IO
    assert [row for row in listed if isinstance(row, LayerSpec)] == list(catalog.CATALOG.values())
    assert [row for row in listed if isinstance(row, Family)] == [family for family, _ in catalog.by_family()]


def test_a_query_lists_hits_alone_the_best_first() -> None:
    assert rows("linear")[0] is layer("nn.Linear")
    assert all(isinstance(row, LayerSpec) for row in rows("linear"))
    assert rows("no such layer") == ()


def test_a_closed_heading_hides_its_layers_and_no_others() -> None:
    listed = rows("", closed={Family.LINEAR})
    assert Family.LINEAR in listed
    assert layer("nn.Linear") not in listed
    assert layer("nn.Conv2d") in listed
    assert layer("nn.Linear") in rows("linear", closed={Family.LINEAR})


def test_blocks_of_the_persons_own_come_first_and_are_found_by_name() -> None:
    block = BlockRow("residual", "my:residual", 5)
    assert rows("", [block])[:2] == (Own.BLOCKS, block)
    assert rows("resid", [block])[0] == block
    assert block not in rows("conv", [block])
    assert spoken(block) == "residual, 5 layers"


def test_a_layer_is_spoken_with_its_title() -> None:
    assert spoken(layer("nn.LazyLinear")) == "LazyLinear, fully connected, lazy"


def test_a_row_tells_its_help_and_a_heading_cannot_be_chosen(palette: Palette) -> None:
    index = palette.model.find("nn.LazyLinear")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == layer("nn.LazyLinear").help
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken(layer("nn.LazyLinear"))
    heading = palette.model.index(0)
    assert heading.data() == "Input"
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert palette.tree.visualRect(heading).height() == HEADING_HEIGHT
    assert palette.tree.visualRect(index).height() == ROW_HEIGHT


def test_typing_and_enter_appends_the_best_hit(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.search, "lazylin")
    with qtbot.waitSignal(palette.append_requested) as asked:
        qtbot.keyClick(palette.search, Key.Key_Return)
    assert asked.args == ["nn.LazyLinear"]


def test_enter_without_a_choice_appends_nothing(palette: Palette, qtbot: QtBot) -> None:
    asked = QSignalSpy(palette.append_requested)
    qtbot.keyClick(palette.search, Key.Key_Return)
    qtbot.keyClicks(palette.search, "no such layer")
    qtbot.keyClick(palette.search, Key.Key_Return)
    assert asked.count() == 0


def test_down_goes_to_the_list_and_up_comes_back(palette: Palette, qtbot: QtBot) -> None:
    palette.activateWindow()
    palette.focus_search()
    qtbot.keyClick(palette.search, Key.Key_Down)
    assert palette.tree.hasFocus()
    assert chosen(palette) == "Input"
    qtbot.keyClick(palette.tree, Key.Key_Down)
    assert chosen(palette) == list(catalog.CATALOG)[1]
    qtbot.keyClick(palette.tree, Key.Key_Up)
    qtbot.keyClick(palette.tree, Key.Key_Up)
    assert palette.search.hasFocus()


def test_down_in_a_search_goes_to_the_second_hit(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.search, "conv")
    first = chosen(palette)
    qtbot.keyClick(palette.search, Key.Key_Down)
    assert chosen(palette) == rows("conv")[1].type != first  # type: ignore[union-attr]


def test_letters_in_the_list_go_to_the_search(palette: Palette, qtbot: QtBot) -> None:
    palette.activateWindow()
    palette.tree.setFocus()
    qtbot.keyClicks(palette.tree, "r")
    assert palette.search.hasFocus()
    assert palette.search.text() == "r"


def test_escape_clears_the_search_and_the_list_is_where_it_was(palette: Palette, qtbot: QtBot) -> None:
    palette.tree.setCurrentIndex(palette.model.find("nn.Conv2d"))
    palette.tree.verticalScrollBar().setValue(120)
    qtbot.keyClicks(palette.search, "relu")
    assert chosen(palette) == "nn.ReLU"
    qtbot.keyClick(palette.search, Key.Key_Escape)
    assert palette.search.text() == ""
    assert chosen(palette) == "nn.Conv2d"
    assert palette.tree.verticalScrollBar().value() == 120


def test_an_empty_list_says_so(palette: Palette, qtbot: QtBot) -> None:
    palette.search.setText("zzz")
    with_words = palette.tree.grab().toImage()
    palette.tree.show_empty_words("")
    assert with_words != palette.tree.grab().toImage()


def click_heading(palette: Palette, qtbot: QtBot, heading: Heading) -> None:
    index = palette.model.find_heading(heading)
    palette.tree.scrollTo(index)
    place = palette.tree.visualRect(index).center()
    qtbot.mouseClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_press_on_a_heading_closes_its_family_and_opens_it_again(palette: Palette, qtbot: QtBot) -> None:
    click_heading(palette, qtbot, Family.LINEAR)
    assert not palette.model.find("nn.Linear").isValid()
    assert palette.model.find("nn.Conv2d").isValid()
    click_heading(palette, qtbot, Family.LINEAR)
    assert palette.model.find("nn.Linear").isValid()


def test_a_closed_family_is_still_searched(palette: Palette, qtbot: QtBot) -> None:
    click_heading(palette, qtbot, Family.LINEAR)
    qtbot.keyClicks(palette.search, "lazylinear")
    assert chosen(palette) == "nn.LazyLinear"
    qtbot.keyClick(palette.search, Key.Key_Escape)
    assert not palette.model.find("nn.LazyLinear").isValid()


def test_left_closes_a_family_and_right_opens_it_by_keys(palette: Palette, qtbot: QtBot) -> None:
    palette.tree.setFocus()
    palette.tree.setCurrentIndex(palette.model.find("nn.Linear"))
    qtbot.keyClick(palette.tree, Key.Key_Left)
    assert palette.tree.currentIndex() == palette.model.find_heading(Family.LINEAR)
    assert palette.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Linear, closed"
    asked = QSignalSpy(palette.append_requested)
    qtbot.keyClick(palette.tree, Key.Key_Return)
    assert asked.count() == 0
    assert chosen(palette) == "nn.LazyLinear"
    qtbot.keyClick(palette.tree, Key.Key_Left)
    qtbot.keyClick(palette.tree, Key.Key_Right)
    assert chosen(palette) == "nn.LazyLinear"


def test_keys_pass_open_headings_and_stop_at_closed_ones(palette: Palette, qtbot: QtBot) -> None:
    palette.tree.setFocus()
    palette.tree.setCurrentIndex(palette.model.find("nn.Linear"))
    qtbot.keyClick(palette.tree, Key.Key_Left)
    qtbot.keyClick(palette.tree, Key.Key_Down)
    after = dict(catalog.by_family())[Family.CONVOLUTION][0].type
    assert chosen(palette) == after
    qtbot.keyClick(palette.tree, Key.Key_Up)
    assert palette.tree.currentIndex() == palette.model.find_heading(Family.LINEAR)


def test_enter_in_the_list_and_a_double_click_append(palette: Palette, qtbot: QtBot) -> None:
    asked = QSignalSpy(palette.append_requested)
    palette.tree.setCurrentIndex(palette.model.find("nn.Linear"))
    qtbot.keyClick(palette.tree, Key.Key_Enter)
    place = middle(palette, "nn.LazyLinear")
    qtbot.mouseClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [asked.at(n)[0] for n in range(asked.count())] == ["nn.Linear", "nn.LazyLinear"]


def test_a_drag_is_followed_to_its_end(palette: Palette) -> None:
    started, moved, ended = (QSignalSpy(s) for s in (palette.drag_started, palette.drag_moved, palette.drag_ended))
    place = begin_drag(palette, "nn.LazyLinear")
    target = place + QPoint(300, 40)
    send_mouse(palette, QEvent.Type.MouseMove, target)
    send_mouse(palette, QEvent.Type.MouseButtonRelease, target, is_down=False)
    viewport = palette.tree.viewport()
    assert started.at(0) == ["nn.LazyLinear", viewport.mapToGlobal(place)]
    assert moved.at(0) == [viewport.mapToGlobal(target)]
    assert ended.at(0) == [viewport.mapToGlobal(target)]
    assert (started.count(), ended.count()) == (1, 1)


def test_a_trembling_click_is_no_drag(palette: Palette) -> None:
    started, ended = QSignalSpy(palette.drag_started), QSignalSpy(palette.drag_ended)
    place = middle(palette, "nn.LazyLinear")
    send_mouse(palette, QEvent.Type.MouseButtonPress, place)
    send_mouse(palette, QEvent.Type.MouseMove, place + QPoint(2, 0))
    send_mouse(palette, QEvent.Type.MouseButtonRelease, place, is_down=False)
    assert (started.count(), ended.count()) == (0, 0)


def test_a_heading_cannot_be_dragged(palette: Palette) -> None:
    started = QSignalSpy(palette.drag_started)
    place = palette.tree.visualRect(palette.model.index(0)).center()
    send_mouse(palette, QEvent.Type.MouseButtonPress, place)
    send_mouse(palette, QEvent.Type.MouseMove, place + QPoint(100, 0))
    assert started.count() == 0


def test_escape_cancels_a_drag_before_the_window_hears_of_it(palette: Palette, qtbot: QtBot) -> None:
    cancelled, ended = QSignalSpy(palette.drag_cancelled), QSignalSpy(palette.drag_ended)
    place = begin_drag(palette, "nn.LazyLinear")
    qtbot.keyClick(palette.tree, Key.Key_Escape)
    send_mouse(palette, QEvent.Type.MouseMove, place + QPoint(50, 0))
    send_mouse(palette, QEvent.Type.MouseButtonRelease, place, is_down=False)
    assert (cancelled.count(), ended.count()) == (1, 0)


@pytest.mark.parametrize("kind", [QEvent.Type.WindowDeactivate, QEvent.Type.Hide])
def test_a_window_that_goes_away_cancels_a_drag(palette: Palette, kind: QEvent.Type) -> None:
    cancelled = QSignalSpy(palette.drag_cancelled)
    begin_drag(palette, "nn.LazyLinear")
    QApplication.sendEvent(palette.tree, QEvent(kind))
    QApplication.sendEvent(palette.tree, QEvent(kind))
    assert cancelled.count() == 1


def test_the_palette_speaks_the_language_of_the_window(palette: Palette, other_language: object) -> None:
    assert palette.search.placeholderText() == "[Search layers]"
    assert palette.model.index(0).data() == "[Input]"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_palette_wears_the_theme(palette: Palette, appearance: Appearance, choice: str) -> None:
    appearance.set_choice(choice)
    palette.tree.setCurrentIndex(palette.model.find("nn.LazyLinear"))
    image = palette.tree.viewport().grab().toImage()
    row = palette.tree.visualRect(palette.tree.currentIndex())
    assert image.pixelColor(row.right() - 8, row.center().y()).name() == appearance.theme.selected_row.lower()
