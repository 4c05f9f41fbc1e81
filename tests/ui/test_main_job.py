"""The main job, end to end, on real torch: drag, connect, run, see every weight find its shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from lazygui.graph.results import State
from lazygui.testing import events
from lazygui.testing.robots import AppRobot


@pytest.fixture
def lazygui(open_lazygui: Callable[..., AppRobot]) -> AppRobot:
    """The first example in a window that infers nothing: what a run finds is seen here, not what is foreseen."""
    return open_lazygui(live_shapes=False)


def test_the_first_example_is_uninitialized_until_a_sample_has_run(lazygui: AppRobot) -> None:
    assert lazygui.node("fc1").weight_shape() == "256 × ?"
    assert not lazygui.node("fc1").has_histogram()
    lazygui.run.sample()
    assert lazygui.node("fc1").weight_shape() == "256 × 20"
    assert lazygui.node("fc2").weight_shape() == "10 × 256"
    assert lazygui.node("fc1").face.layer == "Linear"
    assert lazygui.node("fc1").has_histogram()
    assert lazygui.canvas.edge_label("fc2") == "2×256"
    assert "7,946" in lazygui.status("parameters")


def test_a_layer_dragged_from_the_palette_lies_where_it_was_let_go(lazygui: AppRobot) -> None:
    lazygui.palette.drag("LazyLinear", onto=lazygui.canvas.at(300, 300))
    assert lazygui.canvas.selected() == {"fc3"}
    assert lazygui.node("fc3").weight_shape().endswith("× ?")
    card = lazygui.canvas.view.canvas_scene.cards_rect(["fc3"])
    assert card.contains(300, 300)


def test_reset_forgets_everything(lazygui: AppRobot) -> None:
    lazygui.run.sample()
    lazygui.run.reset()
    assert {lazygui.node(name).state() for name in lazygui.canvas.node_names()} == {State.UNINITIALIZED}
    assert lazygui.canvas.edge_label("fc2") == ""


def test_escape_lets_go_of_an_edge_before_it_cancels_a_run(lazygui: AppRobot) -> None:
    lazygui.run.press()
    start = lazygui.canvas.output_of("fc2")
    events.press(lazygui.canvas.view.viewport(), start)
    events.glide(lazygui.canvas.view.viewport(), start, lazygui.canvas.at(1000, 300))
    lazygui.canvas.key(Qt.Key.Key_Escape)
    lazygui.canvas.let_go(lazygui.canvas.at(1000, 300))
    lazygui.wait_until_idle()
    assert lazygui.node("fc2").state() is State.INITIALIZED, "the run went on"
    assert lazygui.canvas.edges() == [("x", "fc1"), ("fc1", "relu"), ("relu", "fc2")]


def test_a_failing_node_is_chosen_and_shows_what_torch_said(lazygui: AppRobot) -> None:
    lazygui.palette.enter("Linear")
    lazygui.inspector.set("in_features", "128")
    lazygui.run.sample()
    assert lazygui.canvas.selected() == {"fc3"}
    assert "128" in lazygui.node("fc3").message()
    assert "mat1 and mat2" in lazygui.node("fc3").face.detail
    assert "2×10" in lazygui.node("fc3").face.detail


def test_a_layer_that_learns_nothing_leaves_the_count_known(lazygui: AppRobot) -> None:
    lazygui.run.sample()
    lazygui.canvas.click("fc2")
    lazygui.palette.enter("ReLU")
    assert "7,946" in lazygui.status("parameters")
    lazygui.palette.enter("LazyLinear")
    assert "7,946" not in lazygui.status("parameters")


def test_cancel_says_that_nothing_is_kept(lazygui: AppRobot) -> None:
    lazygui.run.press()
    lazygui.run.cancel()
    assert "cancelled" in lazygui.status("message")
    assert not lazygui.run.is_running()


def test_tab_leads_to_the_code_and_to_its_buttons(lazygui: AppRobot) -> None:
    lazygui.choose("go.code")
    reached = [lazygui.window.focusWidget()]
    while len(reached) < 2 or reached[-1] is not reached[0]:
        lazygui.keys("Tab")
        reached.append(lazygui.window.focusWidget())
        assert len(reached) < 30, "Tab never comes back"
    code = lazygui.window.code
    assert {code.text, code.copy_button, code.save_button} <= set(reached)
