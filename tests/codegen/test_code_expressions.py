"""One node as Python: operators, methods, keywords and literals as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from lazygui.codegen.expressions import call, constructor, literal
from lazygui.codegen.layout import Expression, flat, statement
from lazygui.graph.model import Node


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (True, "True"),
        (None, "None"),
        ("same", '"same"'),
        ('a"b', "'a\"b'"),
        ("a\nb", "'a\\nb'"),
        ("\u2028", "'\\u2028'"),
        ((3, 5), "(3, 5)"),
        ((3,), "(3,)"),
        ((), "()"),
        ((None, 7), "(None, 7)"),
    ],
)
def test_a_value_is_written_as_people_do(value: Any, text: str) -> None:
    assert literal("padding", value) == text


def test_a_dtype_is_one_of_torch() -> None:
    assert literal("dtype", "int64") == "torch.int64"


CALLS = [
    ("torch.add", {}, "a + b"),
    ("torch.sub", {}, "a - b"),
    ("torch.mul", {}, "a * b"),
    ("torch.div", {}, "a / b"),
    ("torch.matmul", {}, "a @ b"),
    ("torch.add", {"alpha": 2}, "torch.add(a, b, alpha=2)"),
    ("torch.cat", {"dim": 1}, "torch.cat((a, b), dim=1)"),
    ("torch.einsum", {"equation": "ij,jk->ik"}, 'torch.einsum("ij,jk->ik", a, b)'),
    ("F.scaled_dot_product_attention", {}, "F.scaled_dot_product_attention(a, b, c)"),
]


@pytest.mark.parametrize(("layer", "arguments", "text"), CALLS)
def test_an_operation_is_called_as_people_write_it(layer: str, arguments: dict[str, Any], text: str) -> None:
    tensors = dict(enumerate("abc" if "attention" in layer else "ab"))
    node = Node("node", layer, arguments)
    assert node.spec is not None
    assert node.spec.call is not None
    assert call(node, tensors, node.spec.call.function) == text


@pytest.mark.parametrize(
    ("layer", "arguments", "text"),
    [
        ("Scale", {"factor": 0.125}, "x * 0.125"),
        ("AddNumber", {"value": 1.0}, "x + 1.0"),
        ("AddNumber", {"value": -1.0}, "x - 1.0"),
        ("torch.Tensor.to", {"dtype": "int64"}, "x.to(torch.int64)"),
        ("torch.Tensor.expand", {"size": (2, 3)}, "x.expand(2, 3)"),
    ],
)
def test_numbers_and_methods(layer: str, arguments: dict[str, Any], text: str) -> None:
    node = Node("node", layer, arguments)
    assert node.spec is not None
    assert node.spec.call is not None
    assert call(node, {0: "x"}, node.spec.call.function) == text


def test_a_stack_is_built_of_its_inner_layer() -> None:
    arguments = {"d_model": 16, "nhead": 4, "num_layers": 2, "dropout": 0.0}
    assert flat(constructor(Node("stack", "nn.TransformerEncoder", arguments))) == (
        "nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 4, dropout=0.0), num_layers=2)"
    )


def test_what_is_asked_at_the_call_is_not_built() -> None:
    node = Node("mha", "nn.MultiheadAttention", {"embed_dim": 8, "num_heads": 2, "need_weights": False})
    assert flat(constructor(node)) == "nn.MultiheadAttention(8, 2)"
    assert call(node, {0: "q", 1: "k", 2: "v"}, "self.mha") == "self.mha(q, k, v, need_weights=False)"


def test_states_go_as_one_tuple() -> None:
    node = Node("rnn", "nn.LSTM", {"input_size": 8, "hidden_size": 4})
    assert call(node, {0: "X", 1: "h", 2: "c"}, "self.rnn") == "self.rnn(X, hx=(h, c))"


def test_what_does_not_fit_a_line_has_a_line_for_each_part() -> None:
    long = Expression("nn.Sequential(", tuple(Expression("x" * 30) for _ in range(4)), ")")
    lines = [line.text for line in statement(long, "net = ", level=1)]
    assert lines == ["    net = nn.Sequential(", *[f"        {'x' * 30},"] * 4, "    )"]
