"""What a screen reader of another process is told through AT-SPI, before and after a run that F5 began."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xvfb

SCRIPT = Path(__file__).with_name("screen_reader.py")
ROOT = Path(__file__).parents[2]
Told = list[Any]


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Told]:
    """The canvas before and after a run: role, name and children of each thing."""
    home = str(tmp_path_factory.mktemp("home"))
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "PYTHONPATH": str(ROOT)}
    environment |= {"LANG": "C.UTF-8", "XDG_RUNTIME_DIR": home}
    command = ["dbus-run-session", "--", sys.executable, str(SCRIPT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout.splitlines()[-1])
    return before, after


def names(told: Told) -> list[str]:
    return [name for _, name, _ in told[2]]


def test_the_canvas_is_a_list_of_nodes_and_edges(moments: tuple[Told, Told]) -> None:
    role, name, children = moments[0]
    assert (role, name) == ("list", "Canvas")
    assert [name.partition(",")[0] for _, name, _ in children] == [
        *("x", "fc1", "relu", "fc2"),
        *("edge from x to fc1", "edge from fc1 to relu", "edge from relu to fc2"),
    ]
    assert {role for role, *_ in children} == {"list item"}


def test_a_node_says_its_layer_and_that_it_is_uninitialized(moments: tuple[Told, Told]) -> None:
    assert names(moments[0])[1].startswith("fc1, LazyLinear, weight uninitialized")


def test_after_the_run_it_says_its_true_shape(moments: tuple[Told, Told]) -> None:
    assert names(moments[1])[1].startswith("fc1, Linear, weight initialized, 256 × 20")
    assert "N 2 · F 256" in names(moments[1])[5]


def test_the_ports_of_a_node_say_where_they_lead(moments: tuple[Told, Told]) -> None:
    ports = moments[1][2][1][2]
    assert [role for role, *_ in ports] == ["push button", "push button"]
    assert ports[0][1].startswith("input, input of fc1, connected to x")
    assert ports[1][1].startswith("output, output of fc1, connected to relu")
