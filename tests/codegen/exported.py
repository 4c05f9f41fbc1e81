"""Exported scripts, run in a process of their own, and what the program itself computes for the same drawing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import run_scripts
import torch
from run_scripts import told, weights

from lazygui.engine import infer, initialize, plan
from lazygui.graph import filling
from lazygui.graph.model import Graph

Told = tuple[tuple[int, ...], float, float]
"""The shape of a tensor, its sum, and the sum of its absolute values."""
Weights = tuple[tuple[int, ...], str]
"""The shape of a parameter and a digest of its bits."""


@dataclass(frozen=True)
class Ran:
    """What a script printed, its parameters by all their names, what came out, and why it failed if it did."""

    printed: str
    parameters: dict[str, Weights]
    outputs: list[Told]
    error: str = ""


def run_all(sources: Iterable[str], folder: Path) -> list[Ran]:
    """Run scripts one after the other in one fresh process."""
    paths = []
    for number, text in enumerate(sources):
        path = folder / f"script_{number}.py"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    command = [sys.executable, run_scripts.__file__, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return list(map(_ran, results))


def _ran(one: dict[str, Any]) -> Ran:
    if "error" in one:
        return Ran("", {}, [], one["error"])
    parameters = {name: (tuple(shape), digest) for name, (shape, digest) in one["parameters"].items()}
    outputs = [(tuple(shape), *sums) for shape, *sums in one["outputs"]]
    return Ran(one["printed"], parameters, outputs)


@dataclass(frozen=True)
class Computed:
    """What the program computes: parameters by the path of their node, and what no node reads."""

    parameters: dict[str, Weights]
    outputs: list[Told]
    count: int


def assert_same(ran: Ran, expected: Computed) -> None:
    """Check that a script had the weights and the outputs of the program, and printed how many weights these are."""
    assert ran.error == ""
    # A layer that shares a module has no other weights than its owner.
    assert set(ran.parameters.values()) == set(expected.parameters.values())
    assert [shape for shape, *_ in ran.outputs] == [shape for shape, *_ in expected.outputs]
    for (_, *sums), (_, *wanted) in zip(ran.outputs, expected.outputs, strict=True):
        assert sums == pytest.approx(wanted, rel=1e-4, abs=1e-4)
    assert ran.printed.splitlines()[-1] == f"parameters: {expected.count}"


def filled(drawn: Graph) -> Graph:
    """Return the graph with all sizes told that inference can tell."""
    return filling.filled(drawn, infer.sizes(infer.infer(drawn)))


def compute(drawn: Graph, seed: int) -> Computed:
    """Run the drawing as the engine does. The graph is filled in already."""
    torch.manual_seed(seed)
    made = plan.make(drawn, seed, may_run_code=True)
    assert made.fault is None, made.fault
    values, outputs = plan.Values(), []
    for step in made.steps:
        passed = plan.perform(step, values)
        assert isinstance(passed, plan.Passed), passed
        spec = step.node.spec
        if step.node.id not in drawn.outputs and spec and spec.inputs:
            outputs += [told(output) for output in passed.outputs if output is not None]
    initialize.finish(drawn, made.steps)
    parameters = {
        f"{step.node.id}.{name}": parameter
        for step in made.steps
        if step.module is not None
        for name, parameter in step.module.named_parameters()
    }
    count = sum({id(parameter): parameter.numel() for parameter in parameters.values()}.values())
    return Computed({name: weights(parameter) for name, parameter in parameters.items()}, outputs, count)
