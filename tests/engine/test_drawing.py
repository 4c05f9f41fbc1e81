"""The worker's drawing: differences give what the whole would."""

from __future__ import annotations

import pytest
from engine_networks import graph, line, node, sample

from lazygui.engine import drawing
from lazygui.engine.drawing import Drawing
from lazygui.engine.infer import infer
from lazygui.engine.messages import InferRequest
from lazygui.graph.model import Graph
from lazygui.graph.results import Inference

MLP = line(sample(2, 20), node("fc1", "nn.LazyLinear", out_features=256), node("fc2", "nn.LazyLinear", out_features=10))


def whole(graph: Graph, generation: int = 1) -> InferRequest:
    edges = tuple((*source, *target) for target, source in graph.edges.items())
    return InferRequest(generation, None, tuple(graph.nodes.values()), edges=edges)


def answer(drawing: Drawing, request: InferRequest) -> Inference:
    (said,) = drawing.answer(request)
    assert said.generation == request.generation
    return said.inference


def test_the_first_answer_tells_everything() -> None:
    said = answer(Drawing(), whole(MLP))
    assert said == infer(MLP).inference()


def test_a_changed_argument_is_told_with_what_is_behind_it() -> None:
    drawing = Drawing()
    answer(drawing, whole(MLP))
    said = answer(drawing, InferRequest(2, 1, (node("fc1", "nn.LazyLinear", out_features=64),)))
    assert {key: shapes.outputs for key, shapes in said.nodes.items()} == {"fc1": ((2, 64),), "fc2": ((2, 10),)}
    assert said.nodes["fc2"].sizes == {"in_features": 64}


def test_a_removed_node_is_told_as_gone_and_its_edges_with_it() -> None:
    drawing = Drawing()
    answer(drawing, whole(MLP))
    said = answer(drawing, InferRequest(2, 1, (), removed=("fc1",), cut=(("fc1", 0), ("fc2", 0))))
    assert set(said.gone) == {"fc1", "fc2"}
    assert [finding.problem.code for finding in said.findings if finding.is_error] == ["missing_inputs"]


def test_a_new_node_and_its_edge_are_taken_over() -> None:
    drawing = Drawing()
    answer(drawing, whole(MLP))
    said = answer(drawing, InferRequest(2, 1, (node("relu", "nn.ReLU"),), edges=(("fc2", 0, "relu", 0),)))
    assert {key: shapes.outputs for key, shapes in said.nodes.items()} == {"relu": ((2, 10),)}


def test_a_request_without_a_base_starts_anew() -> None:
    drawing = Drawing()
    answer(drawing, whole(MLP))
    other = line(sample(3, 4, name="y"))
    assert answer(drawing, whole(other, 2)) == infer(other).inference()


def test_differences_to_something_else_are_refused() -> None:
    drawing = Drawing()
    answer(drawing, whole(MLP))
    with pytest.raises(ValueError, match="was not the last one"):
        answer(drawing, InferRequest(5, 3, ()))


def test_shapes_do_not_wait_for_the_fixes_of_many_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "PATIENCE", 0.0)
    wrong = [node(f"n{i}", "nn.Linear", in_features=7, out_features=4) for i in range(3)]
    network = graph((sample(2, 20), *wrong), *(f"x>n{i}" for i in range(3)))
    worker = Drawing()
    said = [answer(worker, whole(network))]
    while not said[-1].is_complete:
        said.append(answer(worker, InferRequest(len(said) + 1, len(said), ())))
    assert not said[0].is_complete
    assert sum(bool(one.fixes) for one in said[0].findings) == 1
    assert all(one.fixes for one in said[-1].findings)
    assert said[0].nodes.keys() == {"x"}
