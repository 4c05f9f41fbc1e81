"""A monkey at the window: thousands of random acts of a hand leave it whole. `--monkey-acts` asks for more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication

from lazygui.testing.dialogs import ScriptedDialogs
from lazygui.testing.monkey import Act, Monkey, acts_of, hunt, shrunk
from lazygui.testing.robots import AppRobot

Open = Callable[..., AppRobot]
WINDOWS = 20
SMALL = (960, 600)
RUNS = ("run.sample", "run.cancel", "run.step", "run.back", "run.play", "run.rewind", "run.reset")


@pytest.mark.parametrize("number", range(WINDOWS))
def test_random_acts_of_a_hand_leave_the_window_whole(
    number: int, open_lazygui: Open, pytestconfig: pytest.Config
) -> None:
    seed = pytestconfig.getoption("--monkey-seed") + number
    count = pytestconfig.getoption("--monkey-acts") // WINDOWS
    failure = hunt(seed, count, lambda: open_small(open_lazygui, live_shapes=False), without=RUNS)
    assert failure is None, failure


def open_small(open_lazygui: Open, live_shapes: bool) -> AppRobot:
    return open_lazygui(size=SMALL, live_shapes=live_shapes, dialogs=ScriptedDialogs())


def test_with_the_engine_at_work_they_do_too(open_lazygui: Open) -> None:
    failure = hunt(1000, 150, lambda: open_small(open_lazygui, live_shapes=True))
    assert failure is None, failure


def test_after_all_its_acts_no_item_is_left_over(open_lazygui: Open) -> None:
    robot = open_small(open_lazygui, live_shapes=False)
    scene, monkey = robot.canvas.view.canvas_scene, Monkey(robot, RUNS)
    sizes = []
    for seed in range(3):
        assert monkey.play(acts_of(seed, 150, monkey.verbs)) is None
        robot.direct.delete(*robot.window.editor.graph.nodes)
        QApplication.processEvents()
        sizes.append(len(scene.items()))
    assert len(set(sizes)) == 1


def test_a_seed_always_gives_the_same_acts() -> None:
    assert acts_of(3, 50, ("a", "b")) == acts_of(3, 50, ("a", "b"))
    assert acts_of(3, 50, ("a", "b")) != acts_of(4, 50, ("a", "b"))


def test_a_failing_list_shrinks_to_what_matters() -> None:
    def fails(acts: Sequence[int]) -> bool:
        return {3, 70} <= set(acts)

    assert shrunk(range(100), fails) == (3, 70)
    assert shrunk((7,), lambda acts: True) == (7,)


def break_it(robot: AppRobot, how: Callable[[], None]) -> None:
    """Put a mistake into one command."""
    robot.menu("view.zoom_in").triggered.connect(how)


def forget_a_card(robot: AppRobot) -> None:
    nodes = robot.canvas.view.canvas_scene.nodes
    nodes.pop(next(iter(nodes), ""), None)


def raise_something(robot: AppRobot) -> None:
    raise ValueError("a mistake")


@pytest.mark.parametrize(
    ("mistake", "why"),
    [
        (forget_a_card, "the cards are not those of the drawing"),
        (raise_something, "ValueError: a mistake"),
        (lambda robot: qWarning("a leak"), "Qt says: a leak"),
    ],
)
def test_a_mistake_is_found_and_told_with_the_acts_that_show_it(
    mistake: Callable[[AppRobot], None], why: str, open_lazygui: Open
) -> None:
    def open_broken() -> AppRobot:
        robot = open_small(open_lazygui, live_shapes=False)
        break_it(robot, lambda: mistake(robot))
        return robot

    others = [spec for spec in Monkey(open_broken())._commands if spec not in ("view.zoom_in", "view.fit")]
    failure = hunt(5, 100, open_broken, without=others)
    assert failure is not None
    assert failure.why == why
    assert [act.verb for act in failure.acts] == ["command"]
    assert f"seed 5: {why}" in str(failure)
    assert Act(*failure.acts[0]) in failure.acts
