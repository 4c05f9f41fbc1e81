"""Shapes, sums and problems without a run, with the real engine behind the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lazygui.graph.model import Edge, Graph, Node, Point, Port
from lazygui.graph.results import State
from lazygui.storage.files import save
from lazygui.testing.robots import AppRobot

Open = Callable[..., AppRobot]


def inferred_output(app: AppRobot, node: str) -> object:
    shapes = app.window.editor.results.inferred(node)
    return shapes.outputs if shapes else None


@pytest.fixture
def mismatch(lazygui: AppRobot) -> AppRobot:
    """The first example with a Linear(128, 10) behind its 10 features."""
    lazygui.wait_until_ready()
    lazygui.canvas.click("fc2")
    lazygui.palette.enter("Linear")
    lazygui.inspector.rename("head")
    lazygui.inspector.set("in_features", "128")
    lazygui.wait_until_idle()
    return lazygui


def test_every_node_has_its_shape_after_each_edit_and_nothing_is_initialized(lazygui: AppRobot) -> None:
    lazygui.wait_until_ready()
    lazygui.wait_until_idle()
    assert inferred_output(lazygui, "fc2") == ((2, 10),)
    lazygui.canvas.click("fc1")
    lazygui.inspector.set("out_features", "64")
    lazygui.wait_until_idle()
    assert inferred_output(lazygui, "relu") == ((2, 64),)
    assert lazygui.node("fc1").state() is State.UNINITIALIZED
    lazygui.choose("edit.undo")
    lazygui.wait_until_idle()
    assert inferred_output(lazygui, "relu") == ((2, 256),)


def test_the_sums_before_a_run_are_those_that_the_run_counts(lazygui: AppRobot) -> None:
    lazygui.wait_until_ready()
    lazygui.wait_until_idle()
    foreseen = lazygui.status("parameters")
    assert foreseen.startswith("7,946 parameters · 31.8 KB · ")
    assert foreseen.endswith(" · inferred")
    lazygui.run.sample()
    lazygui.wait_until_idle()
    assert lazygui.status("parameters") == foreseen.removesuffix(" · inferred")


def test_a_class_that_is_to_be_surprised_sees_nothing_before_the_run(lazygui: AppRobot) -> None:
    lazygui.wait_until_ready()
    lazygui.wait_until_idle()
    lazygui.choose("view.live_shapes")
    assert inferred_output(lazygui, "fc2") is None
    lazygui.canvas.click("fc1")
    lazygui.inspector.set("out_features", "64")
    lazygui.wait_until_idle()
    assert inferred_output(lazygui, "fc2") is None
    lazygui.run.sample()
    assert lazygui.node("fc2").state() is State.INITIALIZED


def test_a_problem_is_known_without_a_run_and_goes_when_it_is_mended(mismatch: AppRobot) -> None:
    assert mismatch.status("problems") == "1 error"
    assert mismatch.problems.rows()[0].startswith("Error: Linear “head” ")
    assert mismatch.node("head").state() is State.FAILED
    mismatch.canvas.click("head")
    mismatch.inspector.set("in_features", "10")
    mismatch.wait_until_idle()
    assert mismatch.status("problems") == ""
    assert mismatch.node("head").state() is State.UNINITIALIZED


def test_a_row_and_its_key_lead_to_the_node(mismatch: AppRobot) -> None:
    mismatch.canvas.click("x")
    mismatch.keys("F8")
    assert mismatch.canvas.selected() == {"head"}
    mismatch.canvas.click("x")
    mismatch.problems.click(0)
    assert mismatch.canvas.selected() == {"head"}


def test_shapes_follow_while_a_run_is_on(open_lazygui: Open, lazygui_engine: object) -> None:
    app = open_lazygui()
    app.qtbot.waitUntil(lambda: lazygui_engine.has_standby, timeout=60_000)  # type: ignore[attr-defined]
    app.canvas.click("x")
    app.inspector.set("shape", "16384, 4096")
    app.canvas.click("fc1")
    app.inspector.set("out_features", "4096")
    app.run.press()
    app.choose("run.train")
    app.qtbot.waitUntil(lambda: app.window.inference.is_settled, timeout=60_000)
    assert app.run.is_running()
    assert inferred_output(app, "fc1") == ((16384, 4096),)
    app.run.cancel()


def test_opening_a_file_with_code_runs_nothing_of_it(open_lazygui: Open, tmp_path: Path) -> None:
    trace = tmp_path / "it ran"
    source = f"def touch(input):\n    open({str(trace)!r}, 'w').close()\n    return input\n"
    graph = Graph(
        {"x": Node("x", "Input", {"shape": (2, 20)}), "touch": Node("touch", "Custom", {"source": source})},
        layout={"x": Point(0, 0), "touch": Point(400, 0)},
    ).with_edges([Edge(Port("x"), Port("touch"))])
    path = tmp_path / "code.lazygui.json"
    save(graph, path)
    app = open_lazygui(path)
    app.wait_until_ready()
    app.wait_until_idle()
    app.canvas.click("touch")
    assert not trace.exists()


def test_the_gallery_opens_what_is_searched_for(lazygui: AppRobot) -> None:
    lazygui.keys("Ctrl+Shift+O")
    assert lazygui.gallery.search("alexnet") == ["AlexNet"]
    lazygui.gallery.enter()
    assert lazygui.title().startswith("AlexNet")


def test_each_fix_that_the_list_offers_mends_the_problem_in_one_step(mismatch: AppRobot) -> None:
    mismatch.keys("F8")
    offered = mismatch.problems.fixes()
    assert "Make head lazy" in offered
    assert "Set in_features of head to 10" in offered
    for number in range(len(offered)):
        mismatch.problems.press_fix(number)
        mismatch.wait_until_idle()
        assert mismatch.status("problems") == "", offered[number]
        mismatch.choose("edit.undo")
        mismatch.wait_until_idle()
        assert mismatch.status("problems") == "1 error"
        mismatch.keys("F8")
