"""Where the numbers of an error come from: the node and the argument that made them, and the way they took."""

from __future__ import annotations

import pytest
from broken_networks import conv, linear, reused
from engine_networks import graph, line, node, sample

from lazygui.catalog.spec import Value
from lazygui.engine.infer import infer
from lazygui.graph.findings import Cause, Finding
from lazygui.graph.model import Graph, Node


def error(network: Graph) -> Finding:
    return next(finding for finding in infer(network).findings if finding.is_error)


def cause(network: Graph, detail: str = "got") -> Cause:
    return next(cause for cause in error(network).causes if cause.detail == detail)


def wrong(features: int = 7) -> Node:
    return node("fc", "nn.Linear", in_features=features, out_features=3)


def test_both_numbers_are_told_with_the_nodes_that_carried_them() -> None:
    network = line(sample(2, 20), linear("fc1", 256), node("relu", "nn.ReLU"), wrong(128))
    assert error(network).causes == (
        Cause("expected", 128, "fc", "in_features", ("fc",)),
        Cause("got", 256, "fc1", "out_features", ("fc1", "relu", "fc")),
    )


@pytest.mark.parametrize(
    "carriers",
    [
        (node("a", "nn.ReLU"), node("b", "nn.Dropout"), node("c", "nn.LayerNorm", normalized_shape=(16,))),
        (node("a", "torch.transpose", dim0=0, dim1=1), node("b", "torch.transpose", dim0=1, dim1=0)),
        (node("a", "torch.unsqueeze", dim=0), node("b", "torch.squeeze", dim=0)),
        (node("a", "Scale", factor=2.0), node("b", "nn.Identity")),
        (node("a", "torch.permute", dims=(1, 0)), node("b", "torch.permute", dims=(1, 0))),
    ],
    ids=lambda nodes: nodes[0].type,
)
def test_a_length_is_followed_through_all_that_passes_it_on(carriers: tuple[Node, ...]) -> None:
    found = cause(line(sample(2, 20), linear("made", 16), *carriers, wrong()))
    assert (found.node, found.argument, found.number) == ("made", "out_features", 16)
    assert found.path == ("made", *(one.id for one in carriers), "fc")


@pytest.mark.parametrize(
    ("layer", "arguments", "argument", "number"),
    [
        ("nn.Embedding", {"num_embeddings": 9, "embedding_dim": 6}, "embedding_dim", 6),
        ("nn.RNN", {"input_size": "auto", "hidden_size": 6}, "hidden_size", 6),
        ("nn.LSTM", {"input_size": "auto", "hidden_size": 6, "proj_size": 5}, "proj_size", 5),
    ],
)
def test_the_argument_that_made_a_length_is_named(
    layer: str, arguments: dict[str, Value], argument: str, number: int
) -> None:
    x = sample(2, 5, dtype="int64") if layer == "nn.Embedding" else sample(2, 5, 4)
    found = cause(line(x, node("made", layer, **arguments), wrong()))
    assert (found.node, found.argument, found.number) == ("made", argument, number)


def test_a_sample_made_what_nothing_else_did() -> None:
    found = cause(line(sample(2, 20), node("relu", "nn.ReLU"), wrong()))
    assert (found.node, found.argument, found.path) == ("x", "shape", ("x", "relu", "fc"))


def test_behind_a_flatten_the_factors_are_told() -> None:
    network = line(sample(2, 1, 7, 7), conv("conv", out_channels=16), node("flatten", "nn.Flatten"), wrong())
    assert cause(network).node == "flatten"
    assert error(network).problem.details["arithmetic"] == "16 × 5 × 5 = 400"


def test_behind_a_concatenation_the_parts_are_told() -> None:
    nodes = (sample(2, 20), linear("a", 64), linear("b", 32), node("cat", "torch.cat", dim=1), wrong())
    network = graph(nodes, "x>a", "x>b", "a>cat:0", "b>cat:1", "cat>fc")
    assert cause(network).node == "cat"
    assert error(network).problem.details["arithmetic"] == "64 + 32 = 96"


def test_the_other_axes_of_a_concatenation_are_those_of_its_parts() -> None:
    nodes = (sample(2, 5, 8), sample(2, 3, 8, name="y"), node("cat", "torch.cat", dim=1), wrong())
    found = cause(graph(nodes, "x>cat:0", "y>cat:1", "cat>fc"))
    assert found.path == ("x", "cat", "fc")


def test_the_channels_of_a_convolution_go_through_pooling() -> None:
    pool = node("pool", "nn.MaxPool2d", kernel_size=2)
    last = node("last", "nn.Conv2d", in_channels=3, out_channels=3, kernel_size=1)
    found = cause(line(sample(2, 1, 8, 8), conv("conv", out_channels=6), pool, last))
    assert (found.node, found.argument, found.path) == ("conv", "out_channels", ("conv", "pool", "last"))


def test_a_window_tells_what_made_its_input_so_small() -> None:
    first, last = conv("conv", kernel_size=5), conv("last", kernel_size=5)
    network = line(sample(2, 1, 8, 8), first, last)
    assert error(network).problem.details["arithmetic"] == "⌊(4 + 2 × 0 − 5) / 1⌋ + 1 = 0"
    assert cause(network).node == "conv"
    assert cause(network, "kernel") == Cause("kernel", 5, "last", "kernel_size", ("last",))


def test_both_sides_of_a_sum_are_followed() -> None:
    nodes = (sample(2, 20), linear("a", 5), node("relu", "nn.ReLU"), linear("b", 6), node("add", "torch.add"))
    network = graph(nodes, "x>a", "a>relu", "x>b", "relu>add:0", "b>add:1")
    assert [(one.number, one.node, one.path) for one in error(network).causes] == [
        (5, "a", ("a", "relu", "add")),
        (6, "b", ("b", "add")),
    ]


def test_a_shared_width_was_made_where_the_owner_first_got_it() -> None:
    own = linear("own", 5)
    nodes = (sample(2, 20), sample(2, 30, name="y"), own, reused(own))
    expected = cause(graph(nodes, "x>own", "y>again"), "expected")
    assert (expected.number, expected.node, expected.argument, expected.path) == (20, "x", "shape", ("x", "own"))


def test_a_data_type_is_followed_to_the_node_that_chose_it() -> None:
    embed = node("embed", "nn.Embedding", num_embeddings=10, embedding_dim=4)
    network = line(sample(2, 3), node("turn", "torch.transpose", dim0=0, dim1=1), embed)
    assert cause(network, "dtype") == Cause("dtype", "float32", "x", "dtype", ("x", "turn", "embed"))
    turned = line(sample(2, 3), node("cast", "torch.Tensor.to", dtype="int64"), linear())
    assert cause(turned, "dtype") == Cause("dtype", "int64", "cast", "dtype", ("cast", "fc"))


def test_a_data_type_that_a_layer_computed_has_no_single_cause() -> None:
    embed = node("embed", "nn.Embedding", num_embeddings=10, embedding_dim=4)
    assert error(line(sample(2, 3), linear(), embed)).causes == ()


def test_a_number_of_axes_or_of_elements_comes_from_the_last_node_that_changed_the_shape() -> None:
    relu, flat = node("relu", "nn.ReLU"), node("flat", "nn.Flatten")
    plain = line(sample(2, 20), relu, conv())
    assert cause(plain, "shape") == Cause("shape", (2, 20), "x", "shape", ("x", "relu", "conv"))
    flattened = line(sample(2, 3, 8, 8), flat, relu, conv())
    assert cause(flattened, "shape") == Cause("shape", (2, 192), "flat", "", ("flat", "relu", "conv"))
    reshaped = line(sample(2, 20), node("view", "torch.reshape", shape=(2, 7)))
    assert cause(reshaped, "shape") == Cause("shape", (2, 20), "x", "shape", ("x", "view"))
