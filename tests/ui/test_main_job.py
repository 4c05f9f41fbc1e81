"""The main job, end to end, on real torch: drag, connect, run, see every weight find its shape."""

from __future__ import annotations

from lazygui.graph.results import State
from lazygui.testing.robots import AppRobot


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
