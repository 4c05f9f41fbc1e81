"""What a card shows in each state, decided without a widget."""

from __future__ import annotations

import pytest

from lazygui.catalog.spec import ArgumentSpec, Kind
from lazygui.graph.findings import WARNING, Finding
from lazygui.graph.model import Graph, Node, Port
from lazygui.graph.problems import Problem
from lazygui.graph.results import Histogram, Inference, NodeResult, NodeShapes, Results, State, TensorStatistics
from lazygui.ui.canvas.face import Face, face_arguments, node_face, shape_text, value_words


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
        "wrong_features",
        "fc1",
        {"layer": "nn.Linear", "argument": "in_features", "expected": 128, "got": 20, "source": "x"},
    )
    results.fail(graph, "fc1", Finding(problem, ((2, 20),), "mat1 and mat2"))
    assert face(results, "x").state is State.REACHED
    assert (face(results, "fc1").state, face(results, "fc1").state_word) == (State.FAILED, "failed")
    assert "128" in face(results, "fc1").message
    assert face(results, "relu").state is State.WAITING
    assert "fc1" in face(results, "relu").message
    assert face(results, "fc1").layer == "LazyLinear", "a failed run initializes nothing"


def test_a_card_shows_required_arguments_bare_and_others_by_name_where_they_differ() -> None:
    node = Node("conv", "nn.LazyConv2d", {"out_channels": 6, "kernel_size": 5, "padding": 2, "stride": 1})
    assert face_arguments(node) == ["6", "5\u00d75", "padding 2\u00d72"]


def test_within_a_group_the_title_is_the_end_of_the_name() -> None:
    shown = alone(Node("blks.0.attention.W_q", "nn.ReLU"))
    assert (shown.title, shown.name) == ("W_q", "blks.0.attention.W_q")
    assert shown.tip == "blks.0.attention.W_q"
    assert alone(Node("net.0", "nn.ReLU")).title == "net.0"
    at_top = alone(Node("relu", "nn.ReLU"))
    assert (at_top.title, at_top.name, at_top.tip) == ("relu", "relu", "")


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


# What is inferred


def inferred(**nodes: NodeShapes) -> Results:
    results = Results()
    results.infer(Inference(nodes=nodes))
    return results


FC1 = NodeShapes("nn.Linear", ((2, 256),), ("float32",), (("weight", (256, 20)), ("bias", (256,))))


def test_inference_fills_in_the_shape_and_initializes_nothing() -> None:
    shown = face(inferred(fc1=FC1), "fc1")
    assert (shown.shape, shown.side_note, shown.count) == (("256", "20"), "bias 256", "5,376 params")
    assert shown.is_inferred
    assert shown.state is State.UNINITIALIZED
    assert (shown.state_word, shown.layer) == ("uninitialized", "LazyLinear")


def test_a_run_speaks_louder_than_inference() -> None:
    results = inferred(fc1=FC1)
    results.finish("fc1", linear_result(tensor("weight", (256, 20))))
    shown = face(results, "fc1")
    assert not shown.is_inferred
    assert shown.state is State.INITIALIZED


def test_an_argument_left_to_the_program_shows_what_it_was_filled_in_with() -> None:
    node = Node("norm", "nn.LayerNorm", {"normalized_shape": "auto"})
    assert face_arguments(node) == ["auto"]
    assert face_arguments(node, {"normalized_shape": 512}) == ["auto \u2192 512"]
    assert face_arguments(Node("norm", "nn.LayerNorm", {"normalized_shape": (4, 8)}), {"normalized_shape": 9}) == [
        "4\u00d78"
    ]


def foreseen(*findings: Finding, **waiting: str) -> Results:
    results = Results()
    results.infer(Inference(findings=findings, waiting=waiting))
    return results


WRONG = Problem(
    "wrong_features",
    "fc2",
    {"layer": "nn.Linear", "argument": "in_features", "expected": 128, "got": 256, "source": "x"},
)


def test_what_would_fail_is_told_before_a_run_and_what_is_behind_it_says_for_whom_it_waits() -> None:
    results = foreseen(Finding(WRONG, ((2, 256),), "mat1 and mat2"), relu="fc2")
    shown = face(results, "fc2")
    assert (shown.state, shown.state_word) == (State.FAILED, "does not fit")
    assert "128" in shown.message
    assert shown.received == "Received 2\u00d7256."
    assert "mat1 and mat2" in shown.words
    waiting = face(results, "relu")
    assert (waiting.state, waiting.word) == (State.WAITING, "waits for fc2")


def test_a_warning_is_no_failure() -> None:
    shown = face(foreseen(Finding(WRONG, severity=WARNING)), "fc2")
    assert shown.state is State.UNINITIALIZED
    assert "128" in shown.warning
    assert shown.message == ""
    assert "128" in shown.notes


def test_an_unfinished_drawing_is_not_red() -> None:
    shown = face(foreseen(Finding(Problem("missing_inputs", "fc2", {"inputs": ("input",)}))), "fc2")
    assert (shown.state, shown.message, shown.warning) == (State.UNINITIALIZED, "", "")


# Ports and ties


def alone(node: Node) -> Face:
    return node_face(Graph({node.id: node}), Results(), node.id, english)


def test_ports_have_their_names_and_optional_ones_are_told_apart() -> None:
    shown = alone(Node("lstm", "nn.LSTM", {"input_size": 8, "hidden_size": 8}))
    assert shown.input_names == ("input", "h_0", "c_0")
    assert shown.output_names == ("output", "h_n", "c_n")
    assert shown.optional == {1, 2}
    assert shown.port_name(True, 1) == "h_n"


def test_any_number_of_inputs_has_one_name() -> None:
    shown = alone(Node("cat", "torch.cat"))
    assert len(shown.input_names) == 1
    assert {shown.port_name(False, index) for index in range(5)} == set(shown.input_names)


def test_those_who_share_wear_one_badge_and_the_sharer_counts_nothing_of_its_own() -> None:
    graph = drawing().with_nodes([Node("again", "nn.LazyLinear", {"out_features": 256}, shares="fc1")])
    results = inferred(fc1=FC1, again=FC1)
    owner, sharer = (node_face(graph, results, name, english) for name in ("fc1", "again"))
    assert owner.bonds == sharer.bonds == (1,)
    assert (owner.link, sharer.link) == ("", "shared with fc1")


def test_a_tied_parameter_says_which_one_it_is() -> None:
    nodes = (
        Node("embed", "nn.Embedding", {"num_embeddings": 9, "embedding_dim": 4}),
        Node("head", "nn.Linear", {"in_features": 4, "out_features": 9}, ties={"weight": "embed.weight"}),
    )
    shown = node_face(Graph({node.id: node for node in nodes}), Results(), "head", english)
    assert (shown.link, shown.bonds) == ("weight = embed.weight", (1,))


def test_a_long_text_shows_its_beginning() -> None:
    text = ArgumentSpec("equation", Kind.TEXT, "", "")
    assert value_words(text, "ij,jk->ik") == "ij,jk->ik"
    assert value_words(text, "def f(x):\n    return x") == "def f(x):\u2026"
    assert len(value_words(text, "i" * 99)) == 29
