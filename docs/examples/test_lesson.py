"""A lesson as a test: what happens when two sizes do not match, in both languages, and what mends it."""

import pytest

from lazygui.testing.canvas import State


@pytest.mark.parametrize(("language", "word"), [("en", "expects"), ("zh_CN", "需要")])
def test_a_wrong_size_is_explained_on_the_node_and_one_press_mends_it(open_lazygui, language, word):
    lazygui = open_lazygui(language=language)
    lazygui.wait_until_ready()
    linear = lazygui.direct.splice("Linear", "fc2")
    lazygui.direct.set_argument(linear, "in_features", 128)
    lazygui.wait_until_idle()

    # Before any run the node says what it expects, and what is behind it waits.
    assert word in lazygui.node(linear).message()
    assert "128" in lazygui.node(linear).message()
    assert "256" in lazygui.node(linear).message()

    lazygui.keys("F8")
    fixes = lazygui.problems.fixes()
    assert 1 <= len(fixes) <= 3
    lazygui.problems.press_fix(0)
    lazygui.wait_until_idle()
    assert lazygui.problems.rows() == []

    lazygui.run.sample()
    assert lazygui.node(linear).state() is State.INITIALIZED

    # The run is undone first, and then the fix, which was one step.
    lazygui.keys("Ctrl+Z")
    assert lazygui.node(linear).state() is State.UNINITIALIZED
    lazygui.keys("Ctrl+Z")
    lazygui.wait_until_idle()
    assert word in lazygui.node(linear).message()


def test_a_batch_of_another_size_changes_no_weight(lazygui):
    lazygui.run.sample()
    before = lazygui.node("fc1").weight_shape()
    lazygui.direct.set_argument("x", "shape", (64, 20))
    lazygui.run.sample()
    assert lazygui.node("fc1").weight_shape() == before == "256 × 20"
    assert lazygui.canvas.edge_label("fc2") == "64×256"


def test_a_class_steps_through_a_pass_and_back_again(lazygui):
    lazygui.wait_until_ready()
    lazygui.canvas.view.setFocus()
    for node in ("x", "fc1"):
        lazygui.keys("PgDown")
        lazygui.wait_until_idle()
        assert lazygui.node(node).state() is State.INITIALIZED
    assert lazygui.node("fc1").weight_shape() == "256 × 20"
    lazygui.keys("PgUp")
    assert lazygui.node("fc1").state() is State.UNINITIALIZED


def test_another_initialization_is_seen_after_the_dry_run(lazygui):
    lazygui.wait_until_ready()
    lazygui.initialization.open()
    lazygui.initialization.set("recipe", "Constant 1")
    lazygui.initialization.press("accept")
    lazygui.run.sample()
    lazygui.canvas.click("fc1")
    assert lazygui.inspector.number("mean") == "1"
