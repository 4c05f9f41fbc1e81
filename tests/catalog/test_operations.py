"""Every operation of the catalogue computes what plain torch code computes, and tells the same shapes on meta."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch.nn import functional

from lazygui.catalog import CATALOG, OTHER_NAMES, find
from lazygui.catalog.spec import LayerSpec, Value
from lazygui.engine import build
from lazygui.graph.model import Node
from lazygui.graph.rules import check_node

Tensors = tuple[torch.Tensor, ...]
Plain = Callable[..., Any]

X = torch.arange(24.0).reshape(2, 3, 4) - 7.5
Y = X.flip(0) / 3 + 1
M = torch.arange(8.0).reshape(2, 4)
INDEX = torch.tensor([2, 0])
MASK = X > 0

CASES: list[tuple[str, dict[str, Value], Tensors, Plain]] = [
    ("Scale", {"factor": 2.5}, (X,), lambda x: x * 2.5),
    ("AddNumber", {"value": -3}, (X,), lambda x: x - 3),
    ("torch.add", {"alpha": 2}, (X, Y), lambda x, y: x + 2 * y),
    ("torch.sub", {}, (X, Y), lambda x, y: x - y),
    ("torch.mul", {}, (X, Y), lambda x, y: x * y),
    ("torch.div", {}, (X, Y), lambda x, y: x / y),
    ("torch.div", {"rounding_mode": "floor"}, (X, Y), lambda x, y: (x / y).floor()),
    ("torch.maximum", {}, (X, Y), lambda x, y: torch.where(x > y, x, y)),
    ("torch.minimum", {}, (X, Y), lambda x, y: torch.where(x < y, x, y)),
    ("torch.matmul", {}, (X, Y.mT), lambda x, y: x @ y),
    ("torch.bmm", {}, (X, Y.mT), lambda x, y: x @ y),
    ("torch.baddbmm", {"beta": 0.5}, (X @ Y.mT, X, Y.mT), lambda c, x, y: 0.5 * c + x @ y),
    ("torch.addmm", {"alpha": 2}, (M @ M.T, M, M.T), lambda c, x, y: c + 2 * (x @ y)),
    ("torch.outer", {}, (M[0], M[1]), lambda x, y: x[:, None] * y[None, :]),
    ("torch.einsum", {"equation": "bij,bkj->bik"}, (X, Y), lambda x, y: x @ y.mT),
    ("torch.einsum", {"equation": "bij->bji"}, (X,), lambda x: x.mT),
    ("torch.cat", {"dim": 1}, (X, Y, X), lambda *all: torch.concatenate(all, 1)),
    ("torch.stack", {"dim": -1}, (X, Y), lambda x, y: torch.cat((x[..., None], y[..., None]), -1)),
    ("torch.where", {}, (MASK, X, Y), lambda m, x, y: torch.where(m, x, y)),
    ("torch.masked_fill", {"value": -1.0}, (X, MASK), lambda x, m: torch.where(m, -torch.ones_like(x), x)),
    ("F.scaled_dot_product_attention", {}, (X, Y, Y), lambda q, k, v: functional.softmax(q @ k.mT / 2, -1) @ v),
    (
        "F.scaled_dot_product_attention",
        {"scale": 1.0},
        (X, Y, Y, torch.eye(3)),
        lambda q, k, v, m: functional.softmax(q @ k.mT + m, -1) @ v,
    ),
    ("F.relu", {}, (X,), lambda x: x.clamp(min=0)),
    ("F.gelu", {"approximate": "tanh"}, (X,), lambda x: torch.nn.GELU("tanh")(x)),
    ("F.silu", {}, (X,), lambda x: x * x.sigmoid()),
    ("torch.tanh", {}, (X,), lambda x: x.tanh()),
    ("torch.sigmoid", {}, (X,), lambda x: x.sigmoid()),
    ("torch.exp", {}, (X,), lambda x: x.exp()),
    ("torch.log", {}, (X.exp(),), lambda x: x.log()),
    ("torch.sqrt", {}, (X.exp(),), lambda x: x.sqrt()),
    ("torch.rsqrt", {}, (X.exp(),), lambda x: 1 / x.sqrt()),
    ("torch.pow", {"exponent": 3}, (X,), lambda x: x * x * x),
    ("torch.abs", {}, (X,), lambda x: torch.where(x < 0, -x, x)),
    ("torch.neg", {}, (X,), lambda x: -x),
    ("torch.reciprocal", {}, (X,), lambda x: 1 / x),
    ("torch.sin", {}, (X,), lambda x: x.sin()),
    ("torch.cos", {}, (X,), lambda x: x.cos()),
    ("torch.sign", {}, (X,), lambda x: x / x.abs()),
    ("torch.clamp", {"min": -1.0, "max": 2}, (X,), lambda x: x.clip(-1, 2)),
    ("torch.eq", {}, (X, X), lambda x, y: x == y),
    ("torch.ne", {}, (X, Y), lambda x, y: x != y),
    ("torch.lt", {}, (X, Y), lambda x, y: x < y),
    ("torch.gt", {}, (X, Y), lambda x, y: x > y),
    ("torch.logical_not", {}, (MASK,), lambda m: ~m),
    ("torch.logical_and", {}, (MASK, Y > 0), lambda m, n: m & n),
    ("torch.logical_or", {}, (MASK, Y > 0), lambda m, n: m | n),
    ("torch.tril", {"diagonal": -1}, (X,), lambda x: x * torch.ones(3, 4).tril(-1)),
    ("torch.triu", {}, (X,), lambda x: x * torch.ones(3, 4).triu()),
    ("torch.Tensor.to", {"dtype": "int64"}, (X,), lambda x: x.long()),
    ("F.softmax", {"dim": 1}, (X,), lambda x: x.exp() / x.exp().sum(1, keepdim=True)),
    ("F.log_softmax", {"dim": -1}, (X,), lambda x: functional.softmax(x, -1).log()),
    ("torch.sum", {}, (X,), lambda x: x.sum()),
    ("torch.sum", {"dim": (0, 2), "keepdim": True}, (X,), lambda x: x.sum((0, 2), keepdim=True)),
    ("torch.mean", {"dim": 1}, (X,), lambda x: x.mean(1)),
    ("torch.amax", {"dim": -1}, (X,), lambda x: x.max(-1)[0]),
    ("torch.amin", {}, (X,), lambda x: x.min()),
    ("torch.max", {"dim": 1}, (X,), lambda x: x.max(1)),
    ("torch.min", {"dim": 1}, (X,), lambda x: x.min(1)),
    ("torch.argmax", {"dim": 1}, (X,), lambda x: x.argmax(1)),
    ("torch.argmin", {}, (X,), lambda x: x.argmin()),
    ("torch.var", {"dim": 1, "correction": 0}, (X,), lambda x: x.var(1, correction=0)),
    ("torch.std", {}, (X,), lambda x: x.std()),
    ("torch.logsumexp", {"dim": (1,)}, (X,), lambda x: x.exp().sum(1).log()),
    ("torch.linalg.vector_norm", {"dim": (2,)}, (X,), lambda x: (x * x).sum(2).sqrt()),
    ("F.normalize", {"dim": -1}, (X,), lambda x: x / (x * x).sum(-1, keepdim=True).sqrt()),
    ("torch.cumsum", {"dim": 2}, (X,), lambda x: x.cumsum(2)),
    ("torch.flatten", {"start_dim": 1}, (X,), lambda x: x.reshape(2, 12)),
    ("torch.reshape", {"shape": (4, -1)}, (X,), lambda x: x.view(4, 6)),
    ("torch.unflatten", {"dim": 2, "sizes": (2, -1)}, (X,), lambda x: x.view(2, 3, 2, 2)),
    ("torch.permute", {"dims": (2, 0, 1)}, (X,), lambda x: x.movedim(2, 0)),
    ("torch.transpose", {"dim0": 0, "dim1": 1}, (X,), lambda x: x.swapaxes(0, 1)),
    ("torch.movedim", {"source": (0, 1), "destination": (1, 2)}, (X,), lambda x: x.permute(2, 0, 1)),
    ("torch.unsqueeze", {"dim": 1}, (X,), lambda x: x[:, None]),
    ("torch.squeeze", {"dim": 1}, (X[:, :1],), lambda x: x[:, 0]),
    ("torch.squeeze", {"dim": None}, (X[:1, :1],), lambda x: x[0, 0]),
    ("torch.Tensor.expand", {"size": (5, -1, -1)}, (X[:1],), lambda x: torch.cat([x] * 5)),
    ("torch.Tensor.repeat", {"repeats": (2, 1, 1)}, (X,), lambda x: torch.cat((x, x))),
    ("torch.repeat_interleave", {"repeats": 2, "dim": 0}, (X,), lambda x: x[[0, 0, 1, 1]]),
    ("torch.flip", {"dims": (0,)}, (X,), lambda x: x[[1, 0]]),
    ("torch.roll", {"shifts": (1,), "dims": (2,)}, (X,), lambda x: x[..., [3, 0, 1, 2]]),
    ("torch.split", {"split_size_or_sections": (1, 3), "dim": 2}, (X,), lambda x: (x[..., :1], x[..., 1:])),
    ("torch.chunk", {"chunks": 2, "dim": 0}, (X,), lambda x: (x[:1], x[1:])),
    ("torch.select", {"dim": 1, "index": -1}, (X,), lambda x: x[:, -1]),
    ("torch.narrow", {"dim": 1, "start": 1, "length": 2}, (X,), lambda x: x[:, 1:3]),
    ("torch.index_select", {"dim": 1}, (X, INDEX), lambda x, i: x[:, i]),
    ("torch.gather", {"dim": 2}, (X, X.argmax(2, True)), lambda x, i: x.amax(2, True)),
    ("torch.topk", {"k": 2, "dim": 1}, (X,), lambda x: x.topk(2, 1)),
    ("F.one_hot", {"num_classes": 4}, (INDEX,), lambda i: torch.eye(4, dtype=torch.int64)[i]),
    ("F.pad", {"pad": (1, 0), "value": 9.0}, (X,), lambda x: torch.cat((torch.full((2, 3, 1), 9.0), x), -1)),
    ("F.interpolate", {"scale_factor": 2.0}, (X,), lambda x: x.repeat_interleave(2, -1)),
    ("F.interpolate", {"size": (2,)}, (X,), lambda x: x[..., ::2]),
]
OPERATIONS = [spec for spec in CATALOG.values() if spec.call]


def computed(type: str, arguments: dict[str, Value], inputs: Tensors) -> tuple[torch.Tensor, ...]:
    node = Node("node", type, arguments)
    assert check_node(node) is None
    return several(build.function(node, range(len(inputs)))(*inputs))


def several(result: Any) -> tuple[torch.Tensor, ...]:
    return (result,) if isinstance(result, torch.Tensor) else tuple(result)


@pytest.mark.parametrize(("type", "arguments", "inputs", "plain"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_it_computes_what_plain_torch_does(type: str, arguments: Any, inputs: Tensors, plain: Plain) -> None:
    found, wanted = computed(type, arguments, inputs), several(plain(*inputs))
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        torch.testing.assert_close(one, other)


@pytest.mark.parametrize(("type", "arguments", "inputs", "plain"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_meta_tells_the_same_shapes(type: str, arguments: Any, inputs: Tensors, plain: Plain) -> None:
    real = computed(type, arguments, inputs)
    meta = computed(type, arguments, tuple(one.to("meta") for one in inputs))
    assert [(one.shape, one.dtype) for one in meta] == [(one.shape, one.dtype) for one in real]


def test_every_operation_is_tried() -> None:
    assert {spec.type for spec in OPERATIONS} == {case[0] for case in CASES}


@pytest.mark.parametrize("spec", OPERATIONS, ids=lambda spec: spec.type)
def test_a_new_node_runs_on_its_sample_and_has_the_outputs_that_it_shows(spec: LayerSpec) -> None:
    dtypes = spec.sample_dtype if isinstance(spec.sample_dtype, tuple) else (spec.sample_dtype,) * len(spec.sample)
    inputs = tuple(
        torch.rand(shape).to(getattr(torch, dtype)) for shape, dtype in zip(spec.sample, dtypes, strict=True)
    )
    node = Node("node", spec.type, spec.start_arguments())
    assert len(computed(spec.type, spec.start_arguments(), inputs)) == len(node.output_names)


@pytest.mark.parametrize("spec", [s for s in OPERATIONS if s.passes_values], ids=lambda spec: spec.type)
def test_what_passes_values_on_computes_none(spec: LayerSpec) -> None:
    shapes = dict(zip(spec.inputs, spec.sample, strict=True))
    picks = {"condition": torch.bool, "mask": torch.bool, "index": torch.int64}
    inputs = tuple(
        torch.zeros(shape, dtype=picks[name]) if name in picks else torch.randint(5, 9, shape)
        for name, shape in shapes.items()
    )
    arguments = {**spec.start_arguments(), **({"dtype": "int64"} if spec.argument("dtype") else {})}
    for output in computed(spec.type, arguments, inputs):
        assert bool(((output >= 5) & (output < 9)).all())


def test_a_split_has_as_many_outputs_as_lengths() -> None:
    assert Node("s", "torch.split", {"split_size_or_sections": (1, 2, 3)}).output_names == (
        "output 0",
        "output 1",
        "output 2",
    )
    assert Node("s", "torch.chunk", {"chunks": 2}).output_names == ("output 0", "output 1")


def test_one_length_for_all_parts_of_a_split_does_not_tell_how_many_there_are() -> None:
    assert Node("s", "torch.split", {"split_size_or_sections": 4}).output_names == ("output",)


@pytest.mark.parametrize(("name", "known"), OTHER_NAMES.items())
def test_a_second_name_of_torch_means_the_same(name: str, known: str) -> None:
    spec = find(name)
    assert spec is CATALOG[known]
    assert spec.call is not None
    torch.manual_seed(0)
    tensors = [torch.rand(shape) for shape in spec.sample]
    start = Node("n", known, spec.start_arguments())
    other = {"torch": torch, "F": functional}[name.partition(".")[0]]
    named = {key: value for key, value in start.arguments.items() if key not in spec.call.follows}
    given = (tensors,) if spec.call.gathers else tuple(tensors)
    expected = build.function(start, range(len(tensors)))(*tensors)
    assert torch.equal(getattr(other, name.partition(".")[2])(*given, **named), expected)
