"""Messages survive the way over the border; lines that are no messages are refused."""

from __future__ import annotations

import json

import pytest
from engine_networks import EXAMPLE
from hypothesis import given
from hypothesis import strategies as st

from lazygui.engine import wire
from lazygui.engine.messages import (
    EngineReady,
    Inferred,
    InferRequest,
    NodeFailed,
    NodeFinished,
    NodeStarted,
    RunFinished,
    RunRequest,
)
from lazygui.graph.findings import ERROR, WARNING, Cause, Finding, Fix
from lazygui.graph.model import Graph, Node
from lazygui.graph.problems import Problem
from lazygui.graph.results import Histogram, Inference, NodeResult, NodeShapes, TensorStatistics, Totals

text = st.text(st.characters(), max_size=8)
floats = st.floats(allow_nan=False)
shapes = st.lists(st.integers(0, 2**63), max_size=4).map(tuple)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | floats | text,
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=6,
)
mappings = st.dictionaries(text, values, max_size=3)
names = st.dictionaries(text, text, max_size=2)
nodes = st.builds(Node, text, text, mappings, st.dictionaries(text, values | mappings, max_size=2), text, names)
histograms = st.builds(Histogram, floats, floats, st.lists(st.integers(0), max_size=5).map(tuple))
tensors = st.builds(
    TensorStatistics,
    *(text, shapes, text, st.integers(0), floats, floats, floats, floats),
    *(st.integers(0), st.integers(0), st.integers(0), histograms),
)
node_results = st.builds(
    NodeResult,
    text,
    st.lists(shapes, max_size=2).map(tuple),
    st.lists(text, max_size=2).map(tuple),
    st.lists(tensors, max_size=2).map(tuple),
    floats,
)
causes = st.builds(Cause, text, st.integers(), text, text, st.lists(text, max_size=2).map(tuple))
fixes = st.builds(Fix, text, text, mappings, text, st.integers(0, 9))
failures = st.builds(
    Finding,
    *(st.builds(Problem, text, st.none() | text, mappings), st.lists(shapes, max_size=2).map(tuple), text),
    st.sampled_from((ERROR, WARNING)),
    *(st.lists(causes, max_size=2).map(tuple), st.lists(fixes, max_size=2).map(tuple)),
)
inferred = st.builds(
    NodeShapes,
    text,
    st.lists(st.none() | shapes, max_size=2).map(tuple),
    st.lists(text, max_size=2).map(tuple),
    st.lists(st.tuples(text, shapes), max_size=2).map(tuple),
    mappings,
    st.none() | st.integers(0),
)
inferences = st.builds(
    Inference,
    st.dictionaries(text, inferred, max_size=2),
    st.lists(text, max_size=2).map(tuple),
    st.lists(failures, max_size=2).map(tuple),
    names,
    st.builds(Totals, st.integers(0), st.integers(0), st.integers(0), st.integers(0)),
)
edges = st.tuples(text, st.integers(0, 9), text, st.integers(0, 9))
messages = (
    st.builds(
        RunRequest,
        *(st.integers(), st.lists(nodes, max_size=3).map(tuple), st.lists(edges, max_size=3).map(tuple)),
        *(st.integers(), st.booleans(), st.none() | st.integers(1, 9), st.booleans()),
    )
    | st.builds(
        InferRequest,
        *(st.integers(), st.none() | st.integers(), st.lists(nodes, max_size=3).map(tuple)),
        *(st.lists(text, max_size=3).map(tuple), st.lists(edges, max_size=3).map(tuple)),
        *(st.lists(st.tuples(text, st.integers(0, 9)), max_size=3).map(tuple), st.booleans()),
    )
    | st.builds(Inferred, st.integers(), inferences)
    | st.builds(EngineReady, text)
    | st.builds(NodeStarted, st.integers(), text)
    | st.builds(NodeFinished, st.integers(), text, node_results)
    | st.builds(NodeFailed, st.integers(), st.none() | text, failures)
    | st.builds(RunFinished, st.integers(), st.integers(0), floats)
)


@given(messages)
def test_every_message_comes_back_as_it_was(message: wire.Message) -> None:
    line = wire.encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert wire.decode(line) == message


def test_a_request_carries_the_whole_graph_in_its_order() -> None:
    request = wire.decode(wire.encode(RunRequest.of(EXAMPLE, 4, 7, True)))
    assert isinstance(request, RunRequest)
    assert request.graph == EXAMPLE
    assert list(request.graph.nodes) == list(EXAMPLE.nodes)
    assert (request.generation, request.seed, request.is_training) == (4, 7, True)


def test_a_large_message_is_written_in_parts_none_of_which_is_long() -> None:
    nodes = {f"fc{number}": Node(f"fc{number}", "nn.LazyLinear", {"out_features": number}) for number in range(1000)}
    request = RunRequest.of(Graph(nodes), 4, 7)
    parts = list(wire.parts(request))
    assert wire.decode("".join(parts).encode()) == request
    assert max(part.count("nn.LazyLinear") for part in parts) <= wire.PART < len(nodes)


def test_numbers_that_are_not_finite_cross_too() -> None:
    message = wire.decode(b'{"RunFinished": [1, 2, NaN]}')
    assert isinstance(message, RunFinished)
    assert message.seconds != message.seconds
    assert wire.decode(wire.encode(RunFinished(1, 2, float("-inf")))) == RunFinished(1, 2, float("-inf"))


def test_a_mapping_with_the_name_of_a_message_stays_a_mapping() -> None:
    request = RunRequest(1, (Node("n", "t", {}, {"EngineReady": ("2",), "": {"Node": ()}}),), ())
    assert wire.decode(wire.encode(request)) == request


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello",
        b"\xff\xfe",
        b"3",
        b"[1, 2]",
        b'{"": {}}',
        b"{}",
        b'{"Nonsense": []}',
        b'{"NodeStarted": [1]}',
        b'{"NodeStarted": {"": 1}}',
        b'{"NodeStarted": [1, "a"], "x": 2}',
        b'{"Node": ["a", "b", {"": {}}, {"": {}}]}',
        b'{"": [1]}',
        b'{"EngineReady": [' + b"[" * 100_000,
    ],
)
def test_a_malformed_line_is_refused_in_words(line: bytes) -> None:
    with pytest.raises(ValueError, match="not a message"):
        wire.decode(line)


def test_what_nobody_registered_cannot_cross() -> None:
    with pytest.raises(TypeError, match="set cannot cross the border"):
        wire.encode(NodeFailed(1, None, Finding(Problem("code", None, {"a": {1}}))))  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="keys"):
        wire.encode(RunRequest(1, (Node("n", "t", {3: 1}),), ()))  # type: ignore[dict-item]


def test_a_line_is_compact() -> None:
    assert json.loads(wire.encode(NodeStarted(3, "fc1"))) == {"NodeStarted": [3, "fc1"]}
