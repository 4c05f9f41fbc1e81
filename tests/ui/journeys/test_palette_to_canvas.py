"""From the palette to the drawing: dragged, spliced, appended, found by any of its names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect

from lazygui.graph.model import Point, Port
from lazygui.testing import events
from lazygui.testing.robots import AppRobot


def test_the_ghost_is_the_picture_of_the_node_and_follows_the_pointer(lazygui: AppRobot) -> None:
    canvas, palette = lazygui.canvas, lazygui.palette
    palette.drag("LazyLinear", onto=canvas.at(200, 300), let_go=False)
    ghost = palette.ghost()
    assert ghost is not None
    before, picture = ghost.pos(), ghost.pixmap().toImage()
    palette.carry(canvas.at(200, 300) + QPoint(40, 25))
    assert ghost.pos() - before == QPoint(40, 25)
    palette.let_go()
    assert palette.ghost() is None
    node, view = lazygui.node("fc3").face, canvas.view
    assert (node.title, node.subtitle) == ("fc3", "LazyLinear · 256")
    painted = view.canvas_scene.cards_rect(["fc3"]).size() * view.transform().m11()
    size = picture.deviceIndependentSize()
    assert painted.width() <= size.width() <= painted.width() + 40
    assert painted.height() <= size.height() <= painted.height() + 40


def test_the_node_lies_where_the_ghost_was(lazygui: AppRobot) -> None:
    canvas, palette = lazygui.canvas, lazygui.palette
    palette.drag("Conv2d", onto=canvas.at(260, 330), let_go=False)
    ghost = palette.ghost()
    assert ghost is not None
    middle = ghost.mapToGlobal(ghost.rect().center())
    palette.let_go()
    card = canvas.view.canvas_scene.cards_rect(["conv1"])
    offset = canvas.to_global(canvas.view.mapFromScene(card.center())) - middle
    assert offset.manhattanLength() <= 24, "further from the ghost than the grid explains"


def test_escape_cancels_the_drag(lazygui: AppRobot) -> None:
    before = lazygui.window.editor.graph
    lazygui.palette.drag("LazyLinear", onto=lazygui.canvas.at(200, 300), let_go=False)
    lazygui.palette.escape()
    assert lazygui.palette.ghost() is None
    lazygui.palette.let_go()
    assert lazygui.window.editor.graph is before
    assert not lazygui.menu("edit.undo").isEnabled()


def test_a_layer_let_go_outside_the_canvas_is_not_added(lazygui: AppRobot) -> None:
    before, canvas = lazygui.window.editor.graph, lazygui.canvas
    for outside in (QPoint(-60, 80), QPoint(80, -30), canvas.view.rect().bottomRight() + QPoint(60, 0)):
        lazygui.palette.drag("LazyLinear", onto=outside)
        assert lazygui.palette.ghost() is None
        assert lazygui.window.editor.graph is before


def test_an_edge_is_lit_while_a_layer_hovers_over_it_and_takes_the_layer_in(lazygui: AppRobot) -> None:
    canvas, palette, editor = lazygui.canvas, lazygui.palette, lazygui.window.editor
    before = {name: editor.graph.place(name) for name in editor.graph.nodes}
    middle = canvas.middle_of_edge("fc2")
    palette.drag("LazyBatchNorm1d", onto=middle, let_go=False)
    assert canvas.lit_edge() == "fc2"
    assert ghost_opacity(lazygui) < 1, "the light is behind the ghost"
    palette.carry(canvas.at(0, 400))
    assert canvas.lit_edge() is None
    assert ghost_opacity(lazygui) == 1
    palette.carry(middle)
    palette.let_go()
    assert canvas.lit_edge() is None
    assert canvas.edges()[1:] == [("fc1", "relu"), ("relu", "bn1"), ("bn1", "fc2")]
    assert canvas.selected() == {"bn1"}
    after = editor.graph
    assert [after.place(name) for name in ("x", "fc1", "relu")] == [before[name] for name in ("x", "fc1", "relu")]
    assert after.place("fc2").x > before["fc2"].x, "no room was made"
    scene = canvas.view.canvas_scene
    cards = [scene.cards_rect([name]) for name in ("relu", "bn1", "fc2")]
    assert all(left.right() < right.left() for left, right in pairwise(cards))


def ghost_opacity(lazygui: AppRobot) -> float:
    ghost = lazygui.palette.ghost()
    assert ghost is not None
    veil = ghost.graphicsEffect()
    assert isinstance(veil, QGraphicsOpacityEffect)
    return veil.opacity()


def test_a_splice_is_one_step_of_the_history(lazygui: AppRobot) -> None:
    before = lazygui.window.editor.graph
    lazygui.palette.drag("Dropout", onto=lazygui.canvas.middle_of_edge("relu"))
    lazygui.keys("Ctrl+Z")
    assert lazygui.window.editor.graph == before


def test_what_has_no_input_is_not_spliced(lazygui: AppRobot) -> None:
    canvas = lazygui.canvas
    edges = canvas.edges()
    lazygui.palette.drag("Input", onto=canvas.middle_of_edge("fc2"), let_go=False)
    assert canvas.lit_edge() is None
    lazygui.palette.let_go()
    assert canvas.edges() == edges


@pytest.mark.parametrize("way", ["double click", "Enter in the search", "Enter in the list"])
def test_a_layer_is_appended_behind_the_chosen_node(lazygui: AppRobot, way: str) -> None:
    canvas, palette = lazygui.canvas, lazygui.palette
    canvas.click("fc1")
    if way == "double click":
        palette.double_click("GELU")
    elif way == "Enter in the search":
        palette.enter("GELU")
    else:
        lazygui.keys("Alt+0")
        events.type_text(palette.search_field, "GELU")
        events.key(palette.search_field, Qt.Key.Key_Down)
        assert palette.list.hasFocus()
        events.key(palette.list, Qt.Key.Key_Return)
    assert ("fc1", "gelu") in canvas.edges()
    assert canvas.selected() == {"gelu"}
    places = lazygui.window.editor.graph
    assert places.place("gelu").x > places.place("fc1").x
    card = canvas.view.canvas_scene.cards_rect(["gelu"])
    others = [canvas.view.canvas_scene.cards_rect([name]) for name in canvas.node_names() if name != "gelu"]
    assert not any(card.intersects(other) for other in others)


def test_layers_appended_one_after_the_other_are_a_chain_and_stay_in_sight(lazygui: AppRobot) -> None:
    for _ in range(3):
        lazygui.palette.enter("LazyLinear")
    assert lazygui.canvas.edges()[-3:] == [("fc2", "fc3"), ("fc3", "fc4"), ("fc4", "fc5")]
    assert lazygui.canvas.view.viewport().rect().contains(lazygui.canvas.title_of("fc5"))


def test_with_nothing_to_append_to_a_layer_stands_alone(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+N")
    assert lazygui.canvas.node_names() == []
    lazygui.palette.enter("Input")
    assert lazygui.canvas.node_names() == ["x"]
    assert lazygui.window.editor.graph.place("x") == Point(0, 0)
    lazygui.palette.enter("LazyLinear")
    assert lazygui.window.editor.graph.edges == {Port("fc1"): Port("x")}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("LazyConv2d", "LazyConv2d"),
        ("nn.GroupNorm", "GroupNorm"),
        ("torch.cat", "cat"),
        ("fully connected", "LazyLinear"),
        ("max pooling", "MaxPool2d"),
        ("concat", "cat"),
        ("全连接", "LazyLinear"),
        ("汇聚", "MaxPool2d"),
        ("池化", "MaxPool2d"),
        ("卷积", "LazyConv2d"),
        ("暂退", "Dropout"),
        ("激活", "ReLU"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_layer_is_found_by_english_chinese_and_torch_names(
    open_lazygui: Callable[..., AppRobot], language: str, query: str, found: str
) -> None:
    palette = open_lazygui(language=language).palette
    # Chinese comes from an input method as whole words, not as keys.
    palette.search_field.setText(query)
    assert found in palette.names()
    assert len(palette.names()) < 60, "a search that finds all finds nothing"


def test_a_word_that_no_layer_knows_lists_nothing_and_appends_nothing(lazygui: AppRobot) -> None:
    before = lazygui.window.editor.graph
    lazygui.palette.enter("quux")
    assert lazygui.palette.names() == []
    assert lazygui.window.editor.graph is before
    lazygui.palette.search("")
    assert "LazyLinear" in lazygui.palette.names()


def test_a_heading_cannot_be_dragged_and_chooses_nothing_on_the_way(lazygui: AppRobot) -> None:
    viewport, model = lazygui.palette.list.viewport(), lazygui.palette.list.model()
    heading = lazygui.palette.list.visualRect(model.index(0, 0)).center()
    events.press(viewport, heading)
    events.glide(viewport, heading, lazygui.palette.place_of("Linear"))
    assert lazygui.palette.ghost() is None
    assert not lazygui.palette.list.selectionModel().hasSelection()
    events.release(viewport, lazygui.palette.place_of("Linear"))


def test_a_family_that_was_closed_is_closed_in_the_next_window(open_lazygui: Callable[..., AppRobot]) -> None:
    first = open_lazygui()
    assert "LazyLinear" in first.palette.names()
    events.click(first.palette.list.viewport(), first.palette.place_of_heading("Linear"))
    assert "LazyLinear" not in first.palette.names()
    first.window.close()
    second = open_lazygui()
    assert "LazyLinear" not in second.palette.names()
    assert "LazyConv2d" in second.palette.names()
    assert "LazyLinear" in second.palette.search("LazyLinear")
