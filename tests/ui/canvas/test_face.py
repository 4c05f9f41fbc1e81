"""What a card shows in each state, decided without a widget."""

from __future__ import annotations

import pytest

from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Failure, Histogram, NodeResult, Results, State, TensorStatistics
from lazygui.ui.canvas.face import Face, face_arguments, node_face, shape_text


def english(_context: str, text: str) -> str:
    return text


def drawing() -> Graph:
    nodes = (
        Node("x", "Input", {"shape": (2, 20)}),
        Node("fc1", "nn.LazyLinear", {"out_features": 256}),
        Node("relu", "nn.ReLU"),
        Node("fc2", "nn.Linear", {"in_features": 128, "out_features": 10}),
    )
    ports = [Port(node.id) for node in nodes]
    return Graph({node.id: node for node in nodes}, dict(zip(ports[1:], ports, strict=False)))


def tensor(name: str, shape: tuple[int, ...], counts: tuple[int, ...] = (3, 5, 2), **other: float) -> TensorStatistics:
    values = {"minimum": -0.25, "maximum": 0.25, "nans": 0, "infinities": 0, **other}
    count = 1
    for length in shape:
        count *= length
    return TensorStatistics(
        name,
        shape,
        "float32",
        count,
        0.0,
        0.1,
        values["minimum"],
        values["maximum"],
        0,
        int(values["nans"]),
        int(values["infinities"]),
        Histogram(values["minimum"], values["maximum"], counts),
    )


def face(results: Results, node: str) -> Face:
    return node_face(drawing(), results, node, english)


def linear_result(weight: TensorStatistics) -> NodeResult:
    return NodeResult("nn.Linear", ((2, 256),), ("float32",), (weight, tensor("bias", (256,))), 0.001)


def test_a_lazy_layer_that_has_not_run_shows_what_is_unknown() -> None:
    shown = face(Results(), "fc1")
    assert shown.shape == ("256", "?")
    assert shown.state is State.UNINITIALIZED
    assert shown.state_word == "uninitialized"
    assert shown.layer == "LazyLinear"
    assert shown.histogram is None
    assert shown.count == ""


def test_an_explicit_layer_that_has_not_run_shows_its_shape_and_is_still_uninitialized() -> None:
    shown = face(Results(), "fc2")
    assert shown.shape == ("10", "128")
    assert shown.state is State.UNINITIALIZED


def test_a_layer_without_parameters_is_not_called_uninitialized() -> None:
    shown = face(Results(), "relu")
    assert shown.state_word == "not run"
    assert shown.shape == ()


def test_after_a_run_the_class_the_shape_the_count_and_the_histogram_are_those_of_the_run() -> None:
    results = Results()
    results.finish("fc1", linear_result(tensor("weight", (256, 20))))
    shown = face(results, "fc1")
    assert (shown.layer, shown.shape, shown.side_note) == ("Linear", ("256", "20"), "bias 256")
    assert shown.count == "5,376 params"
    assert shown.histogram is not None
    assert shown.histogram.counts == (3, 5, 2)


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (tensor("weight", (256, 20), (), minimum=1.0, maximum=1.0), "constant 1"),
        (tensor("weight", (2, 2), (), nans=3, infinities=1), "no finite value"),
    ],
)
def test_what_a_plot_would_not_show_is_said(weight: TensorStatistics, words: str) -> None:
    results = Results()
    results.finish("fc1", linear_result(weight))
    shown = face(results, "fc1")
    assert shown.constant == words
    assert shown.histogram is None


def test_a_failure_is_on_its_node_and_the_others_say_what_became_of_them() -> None:
    graph, results = drawing(), Results()
    results.finish("x", NodeResult("Input", ((2, 20),), ("float32",), (), 0.0))
    problem = Problem(
        "wrong_features", "fc1", {"layer": "nn.Linear", "argument": "in_features", "expected": 128, "got": 20}
    )
    results.fail(graph, "fc1", Failure(problem, ((2, 20),), "mat1 and mat2"))
    assert face(results, "x").state is State.REACHED
    assert face(results, "fc1").state is State.FAILED
    assert "128" in face(results, "fc1").message
    assert face(results, "relu").state is State.WAITING
    assert "fc1" in face(results, "relu").message
    assert face(results, "fc1").layer == "LazyLinear", "a failed run initializes nothing"


def test_a_card_shows_required_arguments_bare_and_others_by_name_where_they_differ() -> None:
    node = Node("conv", "nn.LazyConv2d", {"out_channels": 6, "kernel_size": 5, "padding": 2, "stride": 1})
    assert face_arguments(node) == ["6", "5\u00d75", "padding 2\u00d72"]


def test_an_unknown_layer_is_shown_as_a_placeholder() -> None:
    graph = Graph({"a": Node("a", "nn.Mystery", {"size": 3})})
    shown = node_face(graph, Results(), "a", english)
    assert shown.state_word == "unknown layer"
    assert not shown.is_known
    assert shown.layer == "Mystery"
    assert (shown.inputs, shown.outputs) == (1, 1)


def test_a_scalar_has_a_shape_too() -> None:
    assert shape_text(()) == "()"
    assert shape_text((2, 16, 28, 28)) == "2\u00d716\u00d728\u00d728"
