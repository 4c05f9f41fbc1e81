"""The latest ten runs: kept, compared, and what nothing but another sample did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lazygui.graph.findings import Finding
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.recording import Recording, Step
from lazygui.graph.results import Histogram, NodeResult, TensorStatistics
from lazygui.graph.runs import MOST, Run, Runs, Same, SampleChange, compare, sample_change
from lazygui.words.runs import change_words


def graph(*shape: int) -> Graph:
    nodes = (Node("x", "Input", {"shape": shape}), Node("fc", "nn.LazyLinear", {"out_features": 4}))
    return Graph({node.id: node for node in nodes}).with_edges((Edge(Port("x"), Port("fc")),))


def weight(width: int, mean: float = 0.0) -> TensorStatistics:
    return TensorStatistics("weight", (4, width), "float32", 4 * width, mean, 1, -1, 1, 0, 0, 0, Histogram(-1, 1, (1,)))


def run(*shape: int, mean: float = 0.0, number: int = 1, **facts: Any) -> Run:
    """Return a run of a linear layer on a sample of this shape."""
    layer = NodeResult("nn.Linear", ((shape[0], 4),), ("float32",), (weight(shape[-1], mean),), 0.1)
    steps = (Step("x", NodeResult("Input", (shape,), ("float32",), (), 0.0)), Step("fc", layer))
    return Run(number, "12:00:00", replace(Recording(graph(*shape), 0, False, steps, None, 4, 0.1), **facts))


def test_the_oldest_of_ten_runs_goes_and_numbers_go_on() -> None:
    runs = Runs()
    for _ in range(MOST + 3):
        runs.add(run(2, 8).recording, "12:00:00")
    assert [one.number for one in runs.runs] == list(range(4, MOST + 4))
    runs.clear()
    assert runs.runs == ()


def test_a_run_tells_what_went_in_and_what_came_out() -> None:
    assert run(2, 8).samples == ((2, 8),)
    assert run(2, 8).outputs == ((2, 4),)


@pytest.mark.parametrize(
    ("other", "weights"),
    [(run(2, 8), Same.SAME), (run(2, 8, mean=0.5), Same.OTHER_NUMBERS), (run(2, 9), Same.OTHER_SHAPES)],
)
def test_weights_are_compared_by_shapes_and_numbers(other: Run, weights: Same) -> None:
    told = {one.node: one for one in compare(run(2, 8), other)}
    assert told["fc"].weights is weights
    assert told["x"].weights is Same.NONE
    assert told["fc"].is_equal == (weights is Same.SAME)


def test_a_node_that_only_one_run_has_is_told() -> None:
    short = run(2, 8)
    short = Run(2, "", replace(short.recording, steps=short.recording.steps[:1]))
    (_, missing) = compare(run(2, 8), short)
    assert (missing.node, missing.second, missing.is_equal) == ("fc", None, False)


def test_another_batch_changes_no_weight_and_says_so() -> None:
    change = sample_change(run(2, 8), run(16, 8))
    assert change == SampleChange((2, 8), (16, 8), 1, (), is_batch=True)
    assert change_words(change) == "Only the batch changed, 2 to 16: every weight is as it was."


def test_another_width_makes_other_weight_shapes() -> None:
    change = sample_change(run(2, 8), run(2, 9))
    assert change == SampleChange((2, 8), (2, 9), 1, (("fc", "weight", (4, 8), (4, 9)),))
    assert change is not None
    assert change.shapes_before == {"fc": {"weight": (4, 8)}}
    assert change_words(change) == (
        "The sample changed from 2 × 8 to 2 × 9: fresh modules, with other weight shapes: fc.weight 4 × 8 → 4 × 9."
    )


def test_a_batch_with_other_weights_is_not_called_only_a_batch() -> None:
    change = sample_change(run(2, 8), run(16, 8, mean=0.5))
    assert change is not None
    assert not change.is_batch
    assert change_words(change) == "The sample changed from 2 × 8 to 16 × 8: no weight has another shape."


FAILURE = ("fc", Finding(Problem("cycle", "fc")))
OTHER = graph(2, 9).with_nodes((Node("fc", "nn.LazyLinear", {"out_features": 5}),))


@pytest.mark.parametrize(
    "other",
    [
        run(2, 8),
        run(2, 9, seed=1),
        run(2, 9, failure=FAILURE),
        run(2, 9, graph=OTHER),
    ],
)
def test_where_more_or_nothing_is_other_no_change_of_the_sample_is_told(other: Run) -> None:
    assert sample_change(run(2, 8), other) is None
