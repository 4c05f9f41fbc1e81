"""Run sample as a person meets it: how it is started, what is seen on the way, and that the numbers are torch's own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lazygui.graph.results import ResultsChanged, State, TensorStatistics
from lazygui.storage.examples import example
from lazygui.testing.robots import RUN_MS, AppRobot
from lazygui.testing.stage import Stage
from lazygui.ui.engine_client import EngineClient
from lazygui.ui.run_controller import RunStarted

Open = Callable[..., AppRobot]

PLAIN_TORCH = """
import json, sys, torch
from torch import nn

torch.manual_seed(int(sys.argv[1]))
net = nn.Sequential(nn.LazyLinear(256), nn.ReLU(), nn.LazyLinear(10)).eval()
with torch.no_grad():
    net(torch.rand(2, 20, generator=torch.Generator().manual_seed(0)))

def numbers(tensor):
    wide = tensor.detach().double()
    return {
        "count": wide.numel(),
        "mean": wide.mean().item(),
        "std": wide.std(correction=0).item(),
        "minimum": wide.min().item(),
        "maximum": wide.max().item(),
        "zeros": int((wide == 0).sum()),
        "nans": int(wide.isnan().sum()),
        "infinities": int(wide.isinf().sum()),
    }

print(json.dumps({name: numbers(tensor) for name, tensor in net.named_parameters()}))
"""
"""The first example without LazyGUI; prints the numbers of every parameter."""


@pytest.fixture
def lazygui(open_lazygui: Callable[..., AppRobot]) -> AppRobot:
    """The first example in a window that infers nothing: what a run finds is seen here, not what is foreseen."""
    return open_lazygui(live_shapes=False)


def plain_torch(seed: int) -> dict[str, dict[str, float]]:
    command = [sys.executable, "-c", PLAIN_TORCH, str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    numbers: dict[str, dict[str, float]] = json.loads(done.stdout)
    return numbers


def open_example(open_lazygui: Open, name: str) -> AppRobot:
    return open_lazygui(example(name).file)


def states(app: AppRobot) -> set[State]:
    return {app.node(name).state() for name in app.canvas.node_names()}


def weights(app: AppRobot, node: str) -> tuple[TensorStatistics, ...]:
    result = app.window.editor.results.result(node)
    assert result is not None
    return result.parameters


def start(app: AppRobot, way: str) -> None:
    if way == "button":
        app.run.press()
    elif way == "menu":
        app.choose("run.sample")
    else:
        app.keys(way)


# How it is started


@pytest.mark.parametrize("way", ["button", "menu", "Ctrl+R", "F5"])
def test_every_way_to_start_a_run_initializes_all_nodes(lazygui: AppRobot, way: str) -> None:
    start(lazygui, way)
    assert lazygui.run.is_running()
    lazygui.wait_until_idle()
    assert states(lazygui) == {State.INITIALIZED}


@pytest.fixture
def cold_app(qtbot: QtBot, tmp_path: Path) -> Iterator[AppRobot]:
    """The program with an engine of its own that nobody has started yet."""
    client = EngineClient()
    stage = Stage(qtbot, tmp_path, client)
    yield stage.open()
    stage.close()
    client.shutdown()


def test_a_run_cannot_be_started_twice(cold_app: AppRobot) -> None:
    told: list[object] = []
    cold_app.window.runs.happened.connect(told.append)
    cold_app.run.press()
    cold_app.keys("Ctrl+R")
    cold_app.keys("F5")
    assert cold_app.run.is_running(), "it waits for the engine"
    assert not cold_app.menu("run.sample").isEnabled()
    cold_app.wait_until_idle()
    assert [type(event) for event in told].count(RunStarted) == 1
    assert cold_app.menu("run.sample").isEnabled()


def test_a_run_that_is_asked_for_before_the_engine_is_ready_waits_for_it(cold_app: AppRobot) -> None:
    assert not cold_app.window.runs.is_engine_ready
    cold_app.run.press()
    assert cold_app.run.is_running()
    assert cold_app.status("engine") == "Starting PyTorch…"
    cold_app.wait_until_idle()
    assert states(cold_app) == {State.INITIALIZED}
    assert cold_app.status("engine").endswith("ready")


def test_a_run_that_waits_for_the_engine_can_be_cancelled(cold_app: AppRobot, qtbot: QtBot) -> None:
    cold_app.run.press()
    cold_app.run.cancel()
    assert not cold_app.run.is_running()
    cold_app.wait_until_ready()
    assert states(cold_app) == {State.UNINITIALIZED}


# What is seen on the way


def test_each_node_in_running_order_turns_running_and_then_initialized(lazygui: AppRobot) -> None:
    seen: list[tuple[str, State]] = []

    def look(change: ResultsChanged) -> None:
        seen.extend((node, lazygui.node(node).state()) for node in change.nodes)

    lazygui.window.editor.results_changed.connect(look)
    lazygui.run.sample()
    on_the_way = [State.RUNNING, State.INITIALIZED]
    assert seen == [(node, state) for node in ("x", "fc1", "relu", "fc2") for state in on_the_way]


def test_the_shapes_of_lenet_stand_on_its_edges_and_its_parameters_in_the_status_bar(open_lazygui: Open) -> None:
    app = open_example(open_lazygui, "lenet")
    assert {app.canvas.edge_label(target) for _, target in app.canvas.edges()} == {""}
    app.run.sample()
    assert [app.canvas.edge_label(target) for _, target in app.canvas.edges()] == [
        "1×1×28×28",
        *["1×6×28×28"] * 2,
        "1×6×14×14",
        *["1×16×10×10"] * 2,
        "1×16×5×5",
        "1×400",
        *["1×120"] * 2,
        *["1×84"] * 2,
    ]
    assert app.window.runs.parameter_count == 61_706
    assert app.status("parameters").startswith("61.7 K parameters")


def test_the_numbers_of_parameters_are_unknown_until_a_run_and_again_after_a_reset(lazygui: AppRobot) -> None:
    unknown = "parameters unknown until a sample has run"
    assert lazygui.status("parameters") == unknown
    lazygui.run.sample()
    assert lazygui.status("parameters") == "7,946 parameters"
    lazygui.run.reset()
    assert lazygui.status("parameters") == unknown


# The sample


def leave_the_input_alone(app: AppRobot) -> None:
    for name in ("fc1", "relu", "fc2"):
        app.canvas.click(name)
        app.choose("edit.delete")
    app.canvas.click("x")


def test_the_sample_has_the_shape_and_dtype_of_the_input(lazygui: AppRobot) -> None:
    leave_the_input_alone(lazygui)
    lazygui.inspector.set("shape", "7, 3, 20")
    lazygui.inspector.set("dtype", "float64")
    lazygui.palette.enter("ReLU")
    lazygui.run.sample()
    assert lazygui.canvas.edge_label("relu") == "7×3×20"
    assert lazygui.window.inspector.node_page.output.shapes.text() == "7 × 3 × 20  float64"


@pytest.mark.parametrize(
    ("fill", "rows", "state"),
    [
        ("zeros", 1, State.INITIALIZED),
        ("ones", 1, State.FAILED),
        ("ones", 2, State.INITIALIZED),
        ("randint", 10, State.INITIALIZED),
        ("randint", 9, State.FAILED),
    ],
)
def test_the_sample_is_drawn_from_the_distribution_of_the_input(
    lazygui: AppRobot, fill: str, rows: int, state: State
) -> None:
    """An Embedding tells which numbers came: it fails at the first one that is no row of it."""
    editor = lazygui.window.editor
    leave_the_input_alone(lazygui)
    for argument, value in (("shape", "40, 50"), ("dtype", "int64"), ("fill", fill)):
        lazygui.inspector.set(argument, value)
    editor.set_argument("x", "high", 10)
    lazygui.palette.enter("Embedding")
    lazygui.inspector.set("num_embeddings", str(rows))
    lazygui.run.sample()
    assert lazygui.node(editor.selected_node.id).state() is state  # type: ignore[union-attr]


# Seed and mode


def test_the_same_seed_gives_the_same_weights_and_another_one_others(lazygui: AppRobot) -> None:
    def weights_of(seed: int) -> tuple[TensorStatistics, ...]:
        lazygui.run.set_seed(seed)
        lazygui.run.sample()
        return weights(lazygui, "fc1") + weights(lazygui, "fc2")

    first, other, again = weights_of(1), weights_of(2), weights_of(1)
    assert first == again
    assert all(a.mean != b.mean for a, b in zip(first, other, strict=True))


def test_a_new_seed_of_the_menu_is_shown_and_gives_other_weights(lazygui: AppRobot) -> None:
    lazygui.run.sample()
    before, seed = weights(lazygui, "fc1"), lazygui.window.runs.seed
    lazygui.choose("run.new_seed")
    assert lazygui.window.bar.seed.value() == lazygui.window.runs.seed != seed
    lazygui.run.sample()
    assert weights(lazygui, "fc1") != before


def test_training_mode_is_what_the_layers_run_in(lazygui: AppRobot) -> None:
    """A BatchNorm cannot train on one value a channel, and can be evaluated on it."""
    lazygui.canvas.click("x")
    lazygui.inspector.set("shape", "1, 20")
    lazygui.canvas.click("fc2")
    lazygui.palette.enter("LazyBatchNorm1d")
    norm = lazygui.window.editor.selected_node
    assert norm is not None
    for state in (State.INITIALIZED, State.FAILED, State.INITIALIZED):
        lazygui.run.sample()
        assert lazygui.node(norm.id).state() is state
        lazygui.choose("run.train")
    assert lazygui.window.log.model.rows[0].event == RunStarted(0, False)


# The numbers


@pytest.mark.parametrize("seed", [0, 1234])
def test_every_number_of_every_parameter_is_what_plain_torch_computes(lazygui: AppRobot, seed: int) -> None:
    lazygui.run.set_seed(seed)
    lazygui.run.sample()
    expected = plain_torch(seed)
    shown = {
        f"{at}.{tensor.name}": tensor for at, node in ((0, "fc1"), (2, "fc2")) for tensor in weights(lazygui, node)
    }
    assert shown.keys() == expected.keys()
    for name, numbers in expected.items():
        for key, number in numbers.items():
            assert getattr(shown[name], key) == pytest.approx(number, rel=1e-9, abs=1e-12), (name, key)
        assert sum(shown[name].histogram.counts) == numbers["count"]


def test_the_inspector_shows_these_numbers_and_the_histogram(lazygui: AppRobot) -> None:
    lazygui.run.sample()
    lazygui.canvas.click("fc1")
    expected = plain_torch(0)["0.weight"]
    for name in ("mean", "std", "minimum", "maximum"):
        assert lazygui.inspector.number(name) == f"{expected[name]:.4g}".replace("-", "\u2212")
    shown = {
        name: lazygui.inspector.number(name) for name in ("shape", "dtype", "count", "zeros", "nans", "infinities")
    }
    assert shown == {
        "shape": "256 × 20",
        "dtype": "float32",
        "count": "5,120",
        "zeros": "0",
        "nans": "0",
        "infinities": "0",
    }
    edges, counts = lazygui.window.inspector.node_page.parameters.plot.points
    assert counts == weights(lazygui, "fc1")[0].histogram.counts
    assert (edges[0], edges[-1]) == pytest.approx((expected["minimum"], expected["maximum"]))


def test_zeros_and_constant_parameters_are_counted_and_said(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc2")
    lazygui.palette.enter("LazyBatchNorm1d")
    lazygui.run.sample()
    section = lazygui.window.inspector.node_page.parameters
    assert [lazygui.inspector.number(name) for name in ("mean", "std", "zeros")] == ["1", "0", "0"]
    section.tabs.setCurrentIndex(1)
    assert [lazygui.inspector.number(name) for name in ("mean", "std", "zeros")] == ["0", "0", "10"]
    assert section.constant.text()


def test_a_selected_node_is_followed_through_a_run(lazygui: AppRobot) -> None:
    lazygui.canvas.click("fc1")
    header = lazygui.window.inspector.node_page.header
    assert header.state.word == "uninitialized"
    lazygui.run.sample()
    assert header.layer.text() == "nn.LazyLinear → nn.Linear"
    assert header.state.word != "uninitialized"


# Nothing to run


def test_a_drawing_without_nodes_says_so(lazygui: AppRobot) -> None:
    lazygui.choose("file.new")
    lazygui.run.sample()
    assert lazygui.status("message") == "The network is empty: add an Input and a layer."


def test_a_drawing_without_an_input_says_so(lazygui: AppRobot) -> None:
    lazygui.canvas.click("x")
    lazygui.choose("edit.delete")
    lazygui.run.sample()
    assert lazygui.status("message") == "The network has no Input: add one, for a sample starts there."
    assert states(lazygui) == {State.UNINITIALIZED}
    lazygui.choose("edit.undo")
    lazygui.run.sample()
    assert states(lazygui) == {State.INITIALIZED}


def test_the_program_on_its_own_runs_a_sample_and_never_imports_torch(tmp_path: Path) -> None:
    script = """
import sys
from PySide6.QtCore import QSettings
from lazygui import app
from lazygui.ui.run_controller import RunStarted
from lazygui.engine.messages import RunFinished

def look(event):
    if isinstance(event, RunFinished):
        print(event.parameter_count, "torch" in sys.modules)
        application.quit()

start = app.start

def begin(window, client, path):
    global application
    application = app.QApplication.instance()
    start(window, client, path)
    window.runs.happened.connect(look)
    window.runs.run()

app.start = begin
app.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=RUN_MS / 1000
    )
    assert done.stdout.split() == ["7946", "False"]
