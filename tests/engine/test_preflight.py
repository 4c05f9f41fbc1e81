"""What the meta device accepts and a real one refuses is refused before a run, too; and nothing else is."""

from __future__ import annotations

import pytest
import torch
from engine_networks import graph, line, node, results, sample

from lazygui.catalog.spec import Value
from lazygui.engine import probe
from lazygui.engine.infer import infer
from lazygui.graph.model import Graph


def one(layer: str, shape: tuple[int, ...], dtype: str = "float32", **arguments: Value) -> Graph:
    return line(sample(*shape, dtype=dtype), node("n", layer, **arguments))


REFUSED = {
    "integers into a convolution": one("nn.LazyConv2d", (2, 3, 8, 8), "int64", out_channels=4, kernel_size=3),
    "integers into BatchNorm": one("nn.LazyBatchNorm1d", (2, 4), "int64"),
    "integers into GELU": one("nn.GELU", (2, 4), "int64"),
    "integers into average pooling": one("nn.AvgPool2d", (2, 3, 8, 8), "int32", kernel_size=2),
    "doubles into float32 weights": one("nn.LazyLinear", (2, 4), "float64", out_features=4),
    "doubles into LayerNorm": one("nn.LayerNorm", (2, 4), "float64", normalized_shape=(4,)),
    "truth values into a softmax": one("nn.Softmax", (2, 4), "bool", dim=1),
    "an axis that is not there": one("F.softmax", (2, 4), dim=2),
    "more groups than outputs": one("nn.LazyConv2d", (2, 8, 8, 8), out_channels=4, kernel_size=3, groups=8),
    "transposed channels": one("nn.ConvTranspose1d", (2, 3, 8), in_channels=4, out_channels=4, kernel_size=3),
    "transposed output padding": one(
        "nn.LazyConvTranspose1d", (2, 3, 8), out_channels=4, kernel_size=3, stride=2, output_padding=2
    ),
    "rows of indices": graph(
        (sample(4, 3), sample(2, 2, name="i", dtype="int64"), node("n", "torch.index_select", dim=0)), "x>n:0", "i>n:1"
    ),
}
ACCEPTED = {
    "integers into ReLU": one("nn.ReLU", (2, 4), "int64"),
    "doubles into a sigmoid": one("nn.Sigmoid", (2, 4), "float64"),
    "half numbers into BatchNorm": one("nn.LazyBatchNorm1d", (2, 4), "bfloat16"),
    "doubles into a norm that learns nothing": one("nn.InstanceNorm1d", (2, 4, 8), "float64", num_features=4),
    "integers that are added to fractions": graph(
        (sample(2, 3), sample(2, 3, name="i", dtype="int64"), node("n", "torch.add")), "x>n:0", "i>n:1"
    ),
    "int32 into an embedding": one("nn.Embedding", (2, 4), "int32", num_embeddings=9, embedding_dim=3),
    "pictures of bytes, enlarged": one("nn.Upsample", (2, 3, 4, 4), "uint8", scale_factor=2.0),
}


@pytest.mark.parametrize("network", REFUSED.values(), ids=REFUSED)
def test_what_meta_alone_would_accept_is_refused_with_a_reason(network: Graph) -> None:
    (found,) = infer(network).findings
    assert found.is_error
    assert found.problem.code not in ("forward_failed", "construction_failed")
    with pytest.raises(AssertionError):
        results(network)


@pytest.mark.parametrize("network", ACCEPTED.values(), ids=ACCEPTED)
def test_what_a_real_device_accepts_is_accepted(network: Graph) -> None:
    known = infer(network)
    assert known.findings == []
    assert known.shapes["n"].outputs[0] == results(network)["n"].outputs[0]


def test_asking_for_data_types_leaves_the_random_numbers_alone() -> None:
    torch.manual_seed(3)
    before = torch.get_rng_state()
    dropout = node("n", "nn.RReLU")
    assert not probe.takes(dropout, (0,), ("int64",))
    assert torch.equal(torch.get_rng_state(), before)
