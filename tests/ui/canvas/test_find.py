"""Finding nodes on the canvas: typing, walking, marking, closing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor

from lazygui.graph.results import Inference, NodeShapes
from lazygui.testing.robots import AppRobot
from lazygui.ui.theme import LIGHT

Open = Callable[..., AppRobot]


def opened(open_lazygui: Open, **how: bool) -> AppRobot:
    lazygui = open_lazygui(live_shapes=False, **how)
    lazygui.window.canvas.setFocus()
    lazygui.keys("Ctrl+F")
    return lazygui


def chosen(lazygui: AppRobot) -> set[str]:
    return set(lazygui.window.editor.selected_nodes)


def test_ctrl_f_opens_the_bar_and_typing_chooses_the_first(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)
    assert lazygui.find.is_open()
    assert lazygui.find.field.hasFocus()
    assert lazygui.find.type("lazy") == "1 of 2"
    assert chosen(lazygui) == {"fc1"}
    assert lazygui.find.rings() == {"fc1", "fc2"}
    assert lazygui.find.type("lazyX") == "None"
    assert lazygui.find.field.property("invalid") == "true"
    assert lazygui.find.type("") == ""


def test_enter_walks_on_and_round_the_end_and_shift_goes_back(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)
    lazygui.find.type("lazylinear")
    assert [lazygui.find.enter() for _ in range(2)] == ["2 of 2", "1 of 2"]
    assert lazygui.find.enter(is_back=True) == "2 of 2"
    assert chosen(lazygui) == {"fc2"}
    assert lazygui.find.press("previous") == "1 of 2"
    assert lazygui.find.press("next") == "2 of 2"


def test_escape_closes_and_the_found_one_stays_chosen(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)
    lazygui.find.type("relu")
    lazygui.find.escape()
    assert not lazygui.find.is_open()
    assert chosen(lazygui) == {"relu"}
    assert lazygui.window.canvas.hasFocus()
    lazygui.keys("Ctrl+F")
    assert lazygui.find.field.selectedText() == "relu"
    assert lazygui.find.rings() == {"relu"}
    lazygui.find.press("close")
    assert not lazygui.find.is_open()


def test_a_shape_finds_weights_and_outputs(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)
    assert lazygui.find.type("256x?") == "1 of 1"
    assert chosen(lazygui) == {"fc1"}
    assert lazygui.find.type("2×256") == "None"
    shapes = {"relu": NodeShapes("ReLU", ((2, 256),), ("float32",))}
    lazygui.window.editor.results.infer(Inference(shapes))
    assert lazygui.find.count() == "0 of 1"
    lazygui.find.enter()
    assert chosen(lazygui) == {"relu"}


def test_a_state_is_found_in_the_language_of_the_window_and_in_english(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui, language="zh_CN")  # type: ignore[arg-type]
    assert lazygui.find.type("uninit") == "第 1 个，共 2 个"
    assert lazygui.find.type("未初始化") == "第 1 个，共 2 个"
    assert lazygui.find.type("全连接") != "没有"


def test_what_a_closed_group_hides_is_marked_by_its_card_and_opened_by_enter(open_lazygui: Open) -> None:
    lazygui = open_lazygui(live_shapes=False)
    editor = lazygui.window.editor
    editor.select(("fc1", "relu"))
    group = editor.group_selection()
    assert group is not None
    editor.collapse(group)
    lazygui.keys("Ctrl+F")
    assert lazygui.find.type("relu") == "1 of 1"
    assert editor.collapsed == {group}
    assert lazygui.find.enter() == "1 of 1"
    assert editor.collapsed == frozenset()
    assert chosen(lazygui) == {f"{group}.relu"}


def test_the_finds_follow_the_drawing(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)
    lazygui.find.type("fc")
    lazygui.window.editor.rename("fc1", "hidden")
    assert lazygui.find.count() == "0 of 1"
    assert lazygui.find.rings() == {"fc2"}
    lazygui.window.editor.undo()
    assert lazygui.find.rings() == {"fc2"}
    lazygui.find.count()
    assert lazygui.find.rings() == {"fc1", "fc2"}


def test_rings_are_painted_around_what_is_found(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)

    def count_of_ring() -> int:
        image = lazygui.window.canvas.viewport().grab().toImage()
        ring = QColor(LIGHT.found).rgb()
        return sum(image.pixel(x, y) == ring for x in range(image.width()) for y in range(0, image.height(), 3))

    assert count_of_ring() == 0
    lazygui.find.type("relu")
    assert count_of_ring() > 0
    lazygui.find.escape()
    assert count_of_ring() == 0


def test_what_is_found_does_not_stand_behind_the_bar(open_lazygui: Open) -> None:
    lazygui = opened(open_lazygui)
    canvas = lazygui.window.canvas
    canvas.zoom_reset()
    canvas.verticalScrollBar().setValue(0)
    lazygui.find.type("relu")
    card = canvas.mapFromScene(canvas.canvas_scene.cards_rect(("relu",))).boundingRect()
    assert card.top() > canvas.find_bar.geometry().bottom()


def test_a_slash_still_searches_layers(open_lazygui: Open) -> None:
    lazygui = open_lazygui(live_shapes=False)
    lazygui.window.canvas.setFocus()
    lazygui.keys("/")
    assert lazygui.palette.search_field.hasFocus()
    assert not lazygui.find.is_open()


def test_the_bar_keeps_within_a_narrow_canvas(open_lazygui: Open) -> None:
    lazygui = open_lazygui(live_shapes=False, size=(960, 600), language="zh_CN")
    lazygui.keys("Ctrl+F")
    canvas, bar = lazygui.window.canvas, lazygui.window.canvas.find_bar
    assert lazygui.find.type("lazy") == "第 1 个，共 2 个"
    assert canvas.rect().contains(bar.geometry())
    parts = [part.geometry() for part in (bar.field, bar.count)]
    assert all(bar.rect().contains(part) for part in parts)
    assert parts[1].width() >= bar.count.sizeHint().width()
