"""Fixes and causes in words: what a button says, in either language, whatever the fix is made of."""

from __future__ import annotations

import pytest

from lazygui.graph.findings import Cause, Fix
from lazygui.graph.model import Graph, Node
from lazygui.words.findings import cause_words, fix_words


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (Fix("make_lazy", "fc2", {"out_features": 10}, "nn.LazyLinear"), "Make fc2 lazy"),
        (Fix("make_auto", "ln", {"normalized_shape": "auto"}), "Let normalized_shape of ln be filled in (auto)"),
        (Fix("set_arguments", "fc2", {"in_features": 256}), "Set in_features of fc2 to 256"),
        (Fix("set_arguments", "conv", {"padding": (1, 2)}), "Set padding of conv to 1 × 2"),
        (Fix("set_arguments", "conv", {"padding": 1, "stride": 2}), "Set padding = 1, stride = 2 of conv"),
        (Fix("set_arguments", "conv", {"bias": False}), "Set bias of conv to False"),
        (Fix("insert", "fc1", {}, "nn.Flatten"), "Insert Flatten before fc1"),
        (
            Fix("insert", "add", {"out_channels": 64, "kernel_size": 1}, "nn.LazyConv2d"),
            "Insert a 1 × 1 convolution (out_channels = 64) before add",
        ),
        (Fix("remove", "relu"), "Remove relu"),
        (
            Fix("wrap", "bn", {"dim0": 1, "dim1": 2}, "torch.transpose"),
            "Insert Transpose (dim0 = 1, dim1 = 2) before bn and behind it",
        ),
        (Fix("replace", "norm", {"num_features": 3}, "nn.BatchNorm2d"), None),
        (Fix("a code of tomorrow", "fc1"), "Change fc1"),
        (Fix("insert", "fc1", {}, "nn.FromTomorrow"), "Insert nn.FromTomorrow before fc1"),
        (Fix("set_arguments", "fc1"), None),
    ],
)
def test_every_fix_has_words(fix: Fix, words: str | None) -> None:
    said = fix_words(fix)
    assert fix.node in said
    assert "{" not in said
    if words is not None:
        assert said == words


def test_an_input_is_called_by_its_name_where_there_are_several() -> None:
    graph = Graph({"add": Node("add", "torch.add"), "fc1": Node("fc1", "nn.LazyLinear", {"out_features": 3})})
    second = Graph(graph.nodes).nodes["add"].input_names[1]
    assert fix_words(Fix("insert", "add", {}, "nn.Flatten", port=1), graph).endswith(f"before “{second}” of add")
    assert fix_words(Fix("insert", "fc1", {}, "nn.Flatten"), graph).endswith("before fc1")


def test_a_fix_is_told_in_the_language_of_the_reader() -> None:
    def bracketed(_context: str, text: str) -> str:
        return f"[{text}]"

    assert fix_words(Fix("insert", "fc1", {}, "nn.Flatten"), translate=bracketed).startswith("[Insert [")
    assert fix_words(Fix("remove", "fc1"), translate=bracketed) == "[Remove fc1]"


def test_a_cause_names_the_argument_or_else_the_node() -> None:
    assert cause_words(Cause("received", 128, "fc1", "out_features")) == "128: out_features of fc1"
    assert cause_words(Cause("received", 7, "flatten")) == "7: comes from flatten"


def test_a_cause_may_tell_of_a_data_type_or_a_whole_shape() -> None:
    assert cause_words(Cause("dtype", "float32", "x", "dtype")) == "float32: dtype of x"
    assert cause_words(Cause("shape", (2, 20), "x", "shape")) == "2 × 20: shape of x"


def test_tensors_that_are_joined_are_counted() -> None:
    graph = Graph({"cat": Node("cat", "torch.cat")})
    assert fix_words(Fix("insert", "cat", {}, "nn.Flatten", port=1), graph) == "Insert Flatten before tensor 2 of cat"
