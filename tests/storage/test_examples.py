"""The examples are the reference networks, and the engine finds in them what plain torch found."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import convert
import pytest

from lazygui.engine.messages import Event, NodeFinished, RunFinished, RunRequest
from lazygui.engine.run import run
from lazygui.graph.model import Graph
from lazygui.storage.examples import example, examples
from lazygui.storage.format import dump

NETWORKS = convert.networks()
CARD = (232, 168)
"""The width of a node's card and the most height that it takes, in pixels."""


def test_every_reference_network_is_an_example() -> None:
    assert [one.id for one in examples()] == list(NETWORKS)


def test_every_example_says_in_both_languages_what_it_is() -> None:
    for one in examples():
        for words in (one.title, one.about, one.section):
            assert set(words) == {"en", "zh_CN"}
            assert all(words.values())


@pytest.mark.parametrize("example_id", NETWORKS)
def test_an_example_is_the_reference_network(example_id: str) -> None:
    opened, wanted = example(example_id).open(), convert.graph(NETWORKS[example_id])
    assert opened.nodes == wanted.nodes
    assert opened.edges == wanted.edges
    assert example(example_id).file.read_text(encoding="utf-8") == dump(opened)


@pytest.mark.parametrize("example_id", NETWORKS)
def test_no_card_of_an_example_lies_on_another(example_id: str) -> None:
    layout = example(example_id).open().layout
    for one, other in combinations(layout.values(), 2):
        assert abs(one.x - other.x) > CARD[0] or abs(one.y - other.y) > CARD[1]


def test_the_example_of_the_section_has_the_names_of_the_book() -> None:
    assert list(example("lazy_init").open().nodes) == ["x", "fc1", "relu", "fc2"]


def finished(graph: Graph, mode: str) -> tuple[dict[str, NodeFinished], Event]:
    *events, last = run(RunRequest.of(graph, 1, seed=0, is_training=mode == "train"))
    return {event.node: event for event in events if isinstance(event, NodeFinished)}, last


@pytest.mark.parametrize("example_id", NETWORKS)
def test_the_engine_finds_what_plain_torch_found(example_id: str) -> None:
    network: dict[str, Any] = NETWORKS[example_id]
    found, last = finished(example(example_id).open(), network["mode"])
    assert isinstance(last, RunFinished)
    assert last.parameter_count == network["expected"]["total_params"]
    assert len(found) == len(network["expected"]["nodes"])
    for reference, expected in network["expected"]["nodes"].items():
        result = found[convert.name(network, reference)].result
        assert result.outputs == (tuple(expected["out_shape"]),)
        assert result.type == expected.get("materialized", result.type)
        shapes = {parameter.name: list(parameter.shape) for parameter in result.parameters}
        assert shapes == expected.get("params", {})
