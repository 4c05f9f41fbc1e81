"""A network drawn by keys alone, what a screen reader says of it, and a monkey that tries to break it."""

from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.monkey import hunt


def test_a_layer_is_added_connected_and_run_by_keys(lazygui):
    lazygui.keys("Alt+1")
    lazygui.keys("Right")
    lazygui.keys("Right")
    assert lazygui.canvas.selected() == {"relu"}
    lazygui.keys("/")
    lazygui.palette.enter("LazyLinear")
    assert ("relu", "fc3") in lazygui.canvas.edges()
    lazygui.keys("F5")
    lazygui.wait_until_idle()
    assert lazygui.node("fc3").weight_shape().endswith("× 256")


def test_a_screen_reader_is_told_name_layer_and_state(lazygui):
    said = lazygui.canvas.spoken("fc1")
    assert "fc1" in said
    assert "LazyLinear" in said
    assert "uninitialized" in said
    lazygui.run.sample()
    assert "256 × 20" in lazygui.canvas.spoken("fc1")


def test_a_hundred_random_acts_leave_the_window_whole(open_lazygui):
    def small_window():
        return open_lazygui(size=(960, 600), live_shapes=False, dialogs=ScriptedDialogs())

    failure = hunt(seed=7, count=100, open_window=small_window, without=("run.sample",))
    assert failure is None, failure
