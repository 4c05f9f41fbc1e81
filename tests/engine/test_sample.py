"""The tensor of an Input: its numbers, its types, and that nobody else's random numbers move."""

from __future__ import annotations

import pytest
import torch
from engine_networks import sample as input_node

from lazygui.catalog.spec import Value
from lazygui.engine import sample
from lazygui.engine.plan import CPU
from lazygui.graph.model import Graph, Node


def draw(*shape: int, seed: int = 0, **arguments: Value) -> torch.Tensor:
    return drawn(input_node(*shape, **arguments), torch.Generator().manual_seed(seed))


def drawn(node: Node, generator: torch.Generator, device: torch.device = CPU) -> torch.Tensor:
    return sample.draw(Graph({node.id: node}), node, generator, device)


def test_it_is_drawn_from_a_generator_of_its_own() -> None:
    before = torch.get_rng_state()
    x = draw(2, 20)
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.equal(x, torch.rand(2, 20, generator=torch.Generator().manual_seed(0)))
    torch.rand(100)
    assert torch.equal(draw(2, 20), x)
    assert not torch.equal(draw(2, 20, seed=1), x)


@pytest.mark.parametrize("dtype", ["float32", "float64", "float16", "bfloat16"])
@pytest.mark.parametrize("fill", ["rand", "randn", "randint", "ones", "zeros"])
def test_floating_samples_take_every_fill(dtype: str, fill: str) -> None:
    node = input_node(3, 4, dtype=dtype, fill=fill)
    assert sample.check(node) is None
    x = drawn(node, torch.Generator())
    assert x.shape == (3, 4)
    assert x.dtype == getattr(torch, dtype)


@pytest.mark.parametrize("dtype", ["int64", "int32", "uint8", "bool"])
@pytest.mark.parametrize("said", [{"fill": "randint"}, {}])
def test_whole_numbers_are_drawn_by_randint_alone(dtype: str, said: dict[str, str]) -> None:
    assert sample.check(input_node(2, dtype=dtype, **said)) is None
    x = draw(1000, dtype=dtype, **said)
    assert x.dtype == getattr(torch, dtype)
    assert set(x.int().tolist()) == set(range(2 if dtype == "bool" else 10))
    for fill in ("rand", "randn"):
        problem = sample.check(input_node(2, dtype=dtype, fill=fill))
        assert problem is not None
        assert (problem.code, problem.node) == ("fill_needs_floating", "x")
        assert problem.details == {"fill": fill, "dtype": dtype}


@pytest.mark.parametrize(
    ("dtype", "largest"), [("uint8", 256), ("int32", 2**31), ("float32", 2**24), ("bfloat16", 2**8)]
)
def test_the_bound_must_fit_the_type(dtype: str, largest: int) -> None:
    fits = input_node(5, dtype=dtype, fill="randint", high=largest)
    assert sample.check(fits) is None
    assert drawn(fits, torch.Generator()).max().item() < largest
    problem = sample.check(input_node(5, dtype=dtype, fill="randint", high=largest + 1))
    assert problem is not None
    assert problem.code == "high_too_large"


def test_given_values_are_taken_when_they_have_the_shape() -> None:
    assert draw(2, 3, fill="values", values=((1, 2, 3), (4, 5, 6.5))).tolist() == [[1, 2, 3], [4, 5, 6.5]]
    assert draw(3, fill="values", values=(1, 2, 3)).tolist() == [1, 2, 3]


def test_on_meta_it_has_a_shape_and_no_numbers() -> None:
    x = drawn(input_node(10**9, 10**6, dtype="int64"), torch.Generator(), torch.device("meta"))
    assert x.is_meta
    assert (x.shape, x.dtype) == ((10**9, 10**6), torch.int64)
