"""One small network for each family of errors, by a name that reads well, with the code that it is told by."""

from __future__ import annotations

from typing import NamedTuple

from engine_networks import graph, line, node, sample, two_inputs

from lazygui.graph.model import Graph, Node

X = sample(2, 3, 8, 8)
"""Two small images."""


class Broken(NamedTuple):
    """A network, what is wrong with it, and some of the numbers that the sentence tells."""

    network: Graph
    code: str
    details: dict[str, object]
    is_training: bool = False


def linear(name: str = "fc", out: int = 4) -> Node:
    return node(name, "nn.LazyLinear", out_features=out)


def conv(name: str = "conv", **arguments: int | str) -> Node:
    return node(name, "nn.LazyConv2d", **{"out_channels": 4, "kernel_size": 3, **arguments})


def attention(width: int, embed_dim: int | str) -> Graph:
    mha = node("mha", "nn.MultiheadAttention", embed_dim=embed_dim, num_heads=4)
    return graph((sample(7, 2, width), mha), "x>mha:0", "x>mha:1", "x>mha:2")


def loss(layer: str, input: tuple[int, ...], target: tuple[int, ...], dtype: str = "float32") -> Graph:
    target_node = sample(*target, name="y", dtype=dtype)
    return graph((sample(*input), target_node, node("loss", layer)), "x>loss:0", "y>loss:1")


def reused(owner: Node) -> Node:
    return Node("again", owner.type, owner.arguments, shares=owner.id)


FAMILIES = {
    "features of Linear": Broken(
        line(
            sample(2, 20),
            linear("fc1", 256),
            node("relu", "nn.ReLU"),
            node("fc2", "nn.Linear", in_features=128, out_features=10),
        ),
        "wrong_features",
        {"layer": "Linear", "expected": 128, "got": 256, "argument": "in_features", "source": "relu"},
    ),
    "integers into Linear": Broken(
        line(sample(2, 20, dtype="int64"), linear()), "not_floating", {"dtype": "int64", "source": "x"}
    ),
    "doubles into Linear": Broken(
        line(sample(2, 20, dtype="float64"), linear()), "wrong_dtype", {"dtype": "float64", "expected": "float32"}
    ),
    "halves into Linear": Broken(line(sample(2, 20, dtype="float16"), linear()), "wrong_dtype", {"dtype": "float16"}),
    "channels of a convolution": Broken(
        line(X, node("conv", "nn.Conv2d", in_channels=1, out_channels=4, kernel_size=3)),
        "wrong_channels",
        {"expected": 1, "got": 3, "axis": 1},
    ),
    "channels of a transposed convolution": Broken(
        line(X, node("conv", "nn.ConvTranspose2d", in_channels=1, out_channels=4, kernel_size=3)),
        "wrong_channels",
        {"expected": 1, "got": 3},
    ),
    "channels come last": Broken(
        line(sample(2, 8, 8, 3), node("conv", "nn.Conv2d", in_channels=3, out_channels=4, kernel_size=3)),
        "wrong_channels",
        {"expected": 3, "got": 8},
    ),
    "axes of a convolution": Broken(line(sample(28, 28), conv()), "wrong_rank", {"ranks": (3, 4), "got": 2}),
    "a kernel larger than its input": Broken(
        line(sample(2, 3, 4, 4), conv(kernel_size=5)),
        "window_too_large",
        {"kernel": 5, "size": 4, "arithmetic": "⌊(4 + 2 × 0 − 5) / 1⌋ + 1 = 0"},
    ),
    "a kernel larger than the channels that come last": Broken(
        line(sample(4, 28, 28, 3), conv(kernel_size=5)), "window_too_large", {"kernel": 5, "got": 3}
    ),
    "vectors into a convolution": Broken(line(sample(2, 20), conv()), "wrong_rank", {"ranks": (3, 4), "got": 2}),
    "groups that do not divide what arrives": Broken(
        line(X, conv(groups=2)), "not_divisible", {"by": 2, "number": 3, "divisor": "groups"}
    ),
    "groups that do not divide the output": Broken(
        line(X, conv(groups=3)), "not_divisible", {"by": 3, "number": 4, "argument": "out_channels"}
    ),
    "more groups than output channels": Broken(
        line(sample(2, 8, 8, 8), conv(groups=8)), "not_divisible", {"by": 8, "number": 4}
    ),
    "the same size with a stride": Broken(
        line(X, conv(padding="same", stride=2)), "same_with_stride", {"stride": (2, 2)}
    ),
    "too much pooling": Broken(
        line(sample(2, 3, 1, 1), node("pool", "nn.MaxPool2d", kernel_size=2)),
        "window_too_large",
        {"kernel": 2, "got": 1},
    ),
    "padding of pooling": Broken(
        line(X, node("pool", "nn.AvgPool2d", kernel_size=2, padding=2)),
        "padding_over_half",
        {"padding": 2, "kernel": 2},
    ),
    "mirrored padding": Broken(
        line(X, conv(padding=8, padding_mode="reflect")), "padding_over_input", {"padding": 8, "got": 8}
    ),
    "output padding": Broken(
        line(X, node("up", "nn.LazyConvTranspose2d", out_channels=4, kernel_size=3, output_padding=1)),
        "output_padding_too_large",
        {"padding": 1, "stride": 1},
    ),
    "a transposed layer that leaves nothing": Broken(
        line(X, node("up", "nn.LazyConvTranspose2d", out_channels=4, kernel_size=1, padding=5)),
        "nothing_left",
        {"got": 8},
    ),
    "a factor that leaves nothing": Broken(
        line(X, node("up", "nn.UpsamplingBilinear2d", scale_factor=0.1)), "shrinks_to_nothing", {"got": 8}
    ),
    "size and factor at once": Broken(
        line(X, node("up", "nn.Upsample", scale_factor=2.0, size=16)), "one_of_two", {"instead": "scale_factor"}
    ),
    "one value for each channel": Broken(
        line(sample(1, 4), node("bn", "nn.LazyBatchNorm1d")), "one_value", {"shape": (1, 4)}, is_training=True
    ),
    "axes of BatchNorm": Broken(
        line(sample(2, 4), node("bn", "nn.LazyBatchNorm2d")), "wrong_rank", {"ranks": (4,), "got": 2}
    ),
    "features of BatchNorm": Broken(
        line(X, node("bn", "nn.BatchNorm2d", num_features=5)), "wrong_channels", {"expected": 5, "got": 3}
    ),
    "a sum": Broken(
        two_inputs("torch.add", (2, 6), (2, 3)),
        "cannot_broadcast",
        {"a": 6, "b": 3, "axis": -1, "other": "a", "source": "b"},
    ),
    "a product": Broken(two_inputs("torch.mul", (2, 6), (2, 3)), "cannot_broadcast", {"a": 6, "b": 3}),
    "a residual connection": Broken(
        graph((X, conv("down", stride=2, padding=1), node("add", "torch.add")), "x>down", "x>add:0", "down>add:1"),
        "cannot_broadcast",
        {"first": (2, 3, 8, 8), "second": (2, 4, 4, 4)},
    ),
    "lengths of a concatenation": Broken(
        two_inputs("torch.cat", (2, 8, 4, 4), (2, 8, 5, 5), dim=1), "unequal_lengths", {"a": 4, "b": 5, "axis": 2}
    ),
    "axes of a concatenation": Broken(
        two_inputs("torch.cat", (2, 8), (2, 8, 5), dim=1), "unequal_ranks", {"first": (2, 8), "second": (2, 8, 5)}
    ),
    "a stack": Broken(two_inputs("torch.stack", (2, 8), (2, 9)), "unequal_lengths", {"a": 8, "b": 9}),
    "a batch of products": Broken(two_inputs("torch.bmm", (2, 3, 4), (2, 5, 4)), "unequal_lengths", {"a": 4, "b": 5}),
    "a matrix product": Broken(two_inputs("torch.matmul", (2, 3), (4, 5)), "unequal_lengths", {"a": 3, "b": 4}),
    "data types of a product": Broken(
        graph((sample(2, 3), sample(3, 4, name="b", dtype="float64"), node("mm", "torch.matmul")), "x>mm:0", "b>mm:1"),
        "mixed_dtypes",
        {"first": "float32", "dtype": "float64"},
    ),
    "features of a recurrent layer": Broken(
        line(sample(7, 2, 27), node("rnn", "nn.LSTM", input_size=28, hidden_size=32)),
        "wrong_features",
        {"expected": 28, "got": 27},
    ),
    "the batch of a state": Broken(
        graph(
            (sample(7, 2, 28), sample(1, 3, 32, name="h"), node("rnn", "nn.GRU", input_size=28, hidden_size=32)),
            "x>rnn",
            "h>rnn:1",
        ),
        "unequal_lengths",
        {"a": 2, "b": 3, "source": "h"},
    ),
    "the size of a state": Broken(
        graph(
            (sample(7, 2, 28), sample(1, 2, 30, name="h"), node("rnn", "nn.RNN", input_size=28, hidden_size=32)),
            "x>rnn",
            "h>rnn:1",
        ),
        "wrong_state",
        {"expected": 32, "got": 30, "source": "h"},
    ),
    "LayerNorm": Broken(
        line(sample(2, 3, 5), node("ln", "nn.LayerNorm", normalized_shape=(4,))),
        "wrong_features",
        {"expected": 4, "got": 5},
    ),
    "RMSNorm": Broken(
        line(sample(2, 3, 5), node("ln", "nn.RMSNorm", normalized_shape=(4,))),
        "wrong_features",
        {"expected": 4, "got": 5},
    ),
    "GroupNorm": Broken(
        line(sample(2, 6, 5), node("gn", "nn.GroupNorm", num_groups=4, num_channels="auto")),
        "not_divisible",
        {"by": 4, "number": 6},
    ),
    "the width of attention": Broken(attention(96, 100), "wrong_features", {"expected": 100, "got": 96}),
    "the heads of attention": Broken(
        attention(99, "auto"), "not_divisible", {"by": 4, "number": 99, "divisor": "num_heads"}
    ),
    "the width of a transformer": Broken(
        line(sample(7, 2, 28), node("enc", "nn.TransformerEncoderLayer", d_model=32, nhead=4)),
        "wrong_features",
        {"expected": 32, "got": 28, "argument": "d_model"},
    ),
    "fractions into an embedding": Broken(
        line(sample(2, 5), node("embed", "nn.Embedding", num_embeddings=10, embedding_dim=4)),
        "needs_integers",
        {"dtype": "float32"},
    ),
    "a mask of numbers": Broken(
        two_inputs("torch.masked_fill", (2, 5), (2, 5), value=0.0), "needs_mask", {"dtype": "float32"}
    ),
    "a type that nobody computes with": Broken(
        line(sample(2, 9, dtype="bool"), node("top", "torch.topk", k=2)), "not_floating", {"dtype": "bool"}
    ),
    "reshape": Broken(
        line(sample(2, 3), node("view", "torch.reshape", shape=(4, 2))), "wrong_elements", {"expected": 8, "got": 6}
    ),
    "unflatten": Broken(
        line(sample(2, 6), node("view", "nn.Unflatten", dim=1, unflattened_size=(4, 2))),
        "wrong_elements",
        {"expected": 8, "got": 6},
    ),
    "permute": Broken(
        line(sample(2, 3, 4, 5), node("turn", "torch.permute", dims=(0, 2, 1))),
        "wrong_order",
        {"dims": (0, 2, 1), "got": 4},
    ),
    "transpose": Broken(
        line(sample(2, 3), node("turn", "torch.transpose", dim0=1, dim1=2)), "axis_out_of_range", {"axis": 2, "last": 1}
    ),
    "softmax": Broken(line(sample(2, 3), node("prob", "nn.Softmax", dim=2)), "axis_out_of_range", {"axis": 2}),
    "expand": Broken(
        line(sample(2, 9), node("wide", "torch.Tensor.expand", size=(3, -1))),
        "cannot_expand",
        {"expected": 3, "got": 2},
    ),
    "split": Broken(
        line(sample(2, 9), node("parts", "torch.split", split_size_or_sections=(4, 4), dim=1)),
        "wrong_parts",
        {"expected": 8, "got": 9},
    ),
    "narrow": Broken(
        line(sample(2, 9), node("cut", "torch.narrow", dim=1, start=6, length=5)),
        "beyond_axis",
        {"number": 11, "got": 9},
    ),
    "select": Broken(line(sample(2, 9), node("cut", "torch.select", dim=1, index=9)), "beyond_axis", {"got": 9}),
    "the letters of an Einstein sum": Broken(
        two_inputs("torch.einsum", (2, 3, 4), (2, 5, 4), equation="bij,bjk->bik"), "unequal_lengths", {"a": 4, "b": 5}
    ),
    "the axes of an Einstein sum": Broken(
        line(sample(2, 3), node("sum", "torch.einsum", equation="bij->bji")), "equation_axes", {"letters": 3, "got": 2}
    ),
    "the inputs of an Einstein sum": Broken(
        line(sample(2, 3), node("sum", "torch.einsum", equation="ij,jk->ik")), "equation_inputs", {"terms": 2, "got": 1}
    ),
    "bilinear": Broken(
        two_inputs("nn.Bilinear", (2, 3), (2, 4), in1_features=3, in2_features=5, out_features=2),
        "wrong_features",
        {"argument": "in2_features", "expected": 5, "got": 4},
    ),
    "pixel shuffle": Broken(
        line(sample(2, 6, 4, 4), node("shuffle", "nn.PixelShuffle", upscale_factor=2)),
        "not_divisible",
        {"by": 4, "number": 6},
    ),
    "the batch of a target": Broken(
        loss("nn.CrossEntropyLoss", (4, 10), (5,), "int64"), "unequal_lengths", {"a": 4, "b": 5, "source": "y"}
    ),
    "fractions as classes": Broken(
        loss("nn.CrossEntropyLoss", (4, 10), (4,)), "needs_integers", {"dtype": "float32", "input": "target"}
    ),
    "the shape of a target": Broken(
        loss("nn.BCELoss", (4, 1), (4,)), "unequal_shapes", {"first": (4, 1), "second": (4,)}
    ),
    "fractions as integers": Broken(
        line(sample(2, 3, dtype="int64", fill="rand")), "fill_needs_floating", {"fill": "rand", "dtype": "int64"}
    ),
    "the valid lengths of a mask": Broken(
        graph(
            (sample(2, 4, 6), sample(3, name="lens", dtype="int64"), node("mask", "block.masked_softmax")),
            "x>mask:0",
            "lens>mask:1",
        ),
        "unequal_lengths",
        {"a": 2, "b": 3, "source": "lens"},
    ),
    "the arguments of shared weights": Broken(
        graph(
            (sample(2, 20), linear("own", 5), Node("again", "nn.LazyLinear", {"out_features": 6}, shares="own")),
            "x>own",
            "x>again",
        ),
        "share_arguments",
        {"argument": "out_features", "value": 6, "their": 5},
    ),
    "the width of shared weights": Broken(
        graph((sample(2, 20), sample(2, 30, name="y"), linear("own"), reused(linear("own"))), "x>own", "y>again"),
        "shared_width",
        {"owner": "own", "expected": 20, "got": 30},
    ),
}

NOTHING_HELPS = {"the axes of an Einstein sum", "the inputs of an Einstein sum"}
"""Families that no single edit of ours mends."""
