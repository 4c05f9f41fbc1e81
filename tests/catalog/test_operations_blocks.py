"""Each block computes what the book says, in one line of its source or another, and tells its shapes on meta."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch

from lazygui.catalog import CATALOG
from lazygui.catalog.custom import EXAMPLE, HALVE_UNTIL, SHIPPED_SOURCES
from lazygui.catalog.spec import LayerSpec, Role
from lazygui.engine import build, functions
from lazygui.graph import custom
from lazygui.graph.model import Node

BLOCKS = [spec for spec in CATALOG.values() if spec.source]
each_block = pytest.mark.parametrize("spec", BLOCKS, ids=lambda spec: spec.type)


def block(name: str, *inputs: torch.Tensor, **arguments: Any) -> torch.Tensor:
    node = Node("node", f"block.{name}", arguments)
    result = build.function(node, range(len(inputs)))(*inputs)
    assert isinstance(result, torch.Tensor)
    return result


def samples(spec: LayerSpec, device: str = "cpu") -> list[torch.Tensor]:
    dtypes = spec.sample_dtype if isinstance(spec.sample_dtype, tuple) else (spec.sample_dtype,) * len(spec.sample)
    return [
        torch.ones(shape, dtype=getattr(torch, dtype), device=device)
        for shape, dtype in zip(spec.sample, dtypes, strict=True)
    ]


def by_hand(scores: torch.Tensor, lengths: list[list[int]]) -> torch.Tensor:
    """Softmax with the valid lengths, one row after the other."""
    result = torch.zeros_like(scores)
    for batch, rows in enumerate(lengths):
        for row, length in enumerate(rows):
            exponentials = [math.exp(value) for value in scores[batch, row, :length].tolist()]
            for key, value in enumerate(exponentials):
                result[batch, row, key] = value / sum(exponentials)
    return result


def test_masked_softmax_with_a_length_for_each_sample() -> None:
    scores = torch.randn(2, 2, 4)
    wanted = by_hand(scores, [[2, 2], [3, 3]])
    torch.testing.assert_close(block("masked_softmax", scores, torch.tensor([2, 3])), wanted)


def test_masked_softmax_with_a_length_for_each_query() -> None:
    scores = torch.randn(2, 2, 4)
    wanted = by_hand(scores, [[1, 3], [2, 4]])
    torch.testing.assert_close(block("masked_softmax", scores, torch.tensor([[1, 3], [2, 4]])), wanted)


def test_masked_softmax_without_lengths_is_a_softmax() -> None:
    scores = torch.randn(2, 2, 4)
    torch.testing.assert_close(block("masked_softmax", scores), by_hand(scores, [[4, 4], [4, 4]]))


def test_what_is_masked_everywhere_is_shared_equally() -> None:
    # -1e6 rather than minus infinity, as the book has it: no length gives no NaN.
    found = block("masked_softmax", torch.randn(1, 1, 4), torch.tensor([0]))
    torch.testing.assert_close(found, torch.full((1, 1, 4), 0.25))


def test_heads_are_slices_of_the_last_axis() -> None:
    x = torch.randn(2, 5, 6)
    found = block("split_heads", x, num_heads=3)
    assert found.shape == (6, 5, 2)
    for sample in range(2):
        for head in range(3):
            assert torch.equal(found[3 * sample + head], x[sample, :, 2 * head : 2 * head + 2])


def test_merging_undoes_splitting() -> None:
    x = torch.randn(2, 5, 6)
    assert torch.equal(block("merge_heads", block("split_heads", x, num_heads=3), num_heads=3), x)


@pytest.mark.parametrize("width", [8, 7])
def test_the_positional_encoding_is_the_formula_of_the_book(width: int) -> None:
    found = block("positional_encoding", torch.zeros(2, 6, width))
    for step in range(6):
        for column in range(width):
            angle = step / 10000 ** (column // 2 * 2 / width)
            wanted = math.cos(angle) if column % 2 else math.sin(angle)
            assert found[1, step, column].item() == pytest.approx(wanted, abs=1e-6)


def test_the_positional_encoding_is_added_in_the_dtype_of_the_input() -> None:
    x = torch.randn(1, 3, 4, dtype=torch.float64)
    found = block("positional_encoding", x)
    assert found.dtype == torch.float64
    torch.testing.assert_close(found[:, 0], x[:, 0] + torch.tensor([0.0, 1, 0, 1], dtype=torch.float64))


def test_a_token_is_repeated_for_every_sample() -> None:
    token = torch.randn(1, 1, 4)
    assert torch.equal(block("expand_batch", token, torch.zeros(3, 7)), torch.cat([token] * 3))


def test_a_table_is_cut_to_the_length_of_the_input() -> None:
    table = torch.randn(1, 9, 4)
    assert torch.equal(block("narrow_like", table, torch.zeros(2, 6, 4)), table[:, :6])
    assert torch.equal(block("narrow_like", table, torch.zeros(2, 6, 3), dim=2), table[..., :3])


def test_the_steps_that_are_named_are_picked() -> None:
    x, steps = torch.randn(2, 6, 4), torch.tensor([[5, 0, 0], [1, 2, 3]])
    wanted = torch.stack([torch.stack([x[b, s] for s in steps[b].tolist()]) for b in range(2)])
    assert torch.equal(block("gather_positions", x, steps), wanted)


def test_one_hot_vectors_are_rows_of_the_identity() -> None:
    found = block("one_hot_float", torch.tensor([[2, 0]]), num_classes=3)
    assert torch.equal(found, torch.eye(3)[[2, 0]].unsqueeze(0))


@each_block
def test_a_block_tells_its_shape_on_meta(spec: LayerSpec) -> None:
    node = Node("node", spec.type, spec.start_arguments())
    function = build.function(node, range(len(spec.sample)))
    real, meta = function(*samples(spec)), function(*samples(spec, "meta"))
    assert (meta.shape, meta.dtype) == (real.shape, real.dtype)


@each_block
def test_a_block_is_one_function_that_takes_its_ports_and_then_its_arguments(spec: LayerSpec) -> None:
    found = custom.signature(spec.source)
    assert found is not None
    assert found.name == spec.name
    assert found.parameters == (*spec.inputs, *(argument.name for argument in spec.arguments))


def test_halve_until_halves_while_the_sum_is_above_the_limit() -> None:
    halve_until = functions.function(HALVE_UNTIL)
    assert torch.equal(halve_until(torch.tensor([3.0, -5.0]), 1.0), torch.tensor([0.375, -0.625]))
    assert torch.equal(halve_until(torch.tensor([0.5]), 1.0), torch.tensor([0.5]))


def test_a_new_custom_node_runs() -> None:
    spec = CATALOG["Custom"]
    node = Node("node", "Custom", spec.start_arguments())
    assert spec.role is Role.CUSTOM
    assert node.input_names == ("X",)
    assert torch.equal(build.function(node, (0,))(torch.tensor([0.25])), torch.tensor([0.5]))
    assert torch.equal(build.function(node, (0,))(torch.tensor([4.0])), torch.tensor([4.0]))


def test_sources_that_come_with_the_program_are_known_as_such() -> None:
    assert {EXAMPLE, HALVE_UNTIL} == SHIPPED_SOURCES
    assert f"{HALVE_UNTIL}# changed\n" not in SHIPPED_SOURCES
