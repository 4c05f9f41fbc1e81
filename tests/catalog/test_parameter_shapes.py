"""Shapes before a run: what the arguments tell, and a question mark for the rest."""

from __future__ import annotations

import pytest

from lazygui.catalog import CATALOG
from lazygui.catalog.shapes import Dimension, parameter_shapes
from lazygui.catalog.spec import Value


def shapes(type: str, **arguments: Value) -> dict[str, tuple[Dimension, ...]]:
    return dict(parameter_shapes(CATALOG[type], arguments))


def test_a_lazy_width_is_unknown() -> None:
    assert shapes("nn.LazyLinear", out_features=256) == {"weight": (256, "?"), "bias": (256,)}


def test_a_tensor_that_is_switched_off_is_not_there() -> None:
    assert shapes("nn.LazyLinear", out_features=256, bias=False) == {"weight": (256, "?")}


@pytest.mark.parametrize("kernel", [3, (3, 3)])
def test_one_kernel_size_stands_for_all_axes(kernel: Value) -> None:
    assert shapes("nn.LazyConv2d", out_channels=8, kernel_size=kernel)["weight"] == (8, "?", 3, 3)


def test_groups_divide_the_channels() -> None:
    conv = shapes("nn.Conv1d", in_channels=6, out_channels=4, kernel_size=5, groups=2)
    assert conv["weight"] == (4, 3, 5)
    transposed = shapes("nn.LazyConvTranspose1d", out_channels=4, kernel_size=5, groups=2)
    assert transposed["weight"] == ("?", 2, 5)


@pytest.mark.parametrize("groups", [4, 0, None, "two"])
def test_groups_that_do_not_divide_leave_the_size_unknown(groups: Value) -> None:
    conv = shapes("nn.Conv1d", in_channels=6, out_channels=4, kernel_size=5, groups=groups)
    assert conv["weight"] == (4, "?", 5)


@pytest.mark.parametrize(("given", "shape"), [((4, 8), (4, 8)), ((8,), (8,)), (8, (8,))])
def test_a_normalized_shape_is_the_shape(given: Value, shape: tuple[int, ...]) -> None:
    assert shapes("nn.LayerNorm", normalized_shape=given) == {"weight": shape, "bias": shape}


def test_a_shift_needs_a_scale_and_its_own_switch() -> None:
    assert shapes("nn.LayerNorm", normalized_shape=8, bias=False) == {"weight": (8,)}
    assert shapes("nn.LayerNorm", normalized_shape=8, elementwise_affine=False) == {}


def test_the_defaults_of_torch_count_where_nothing_is_given() -> None:
    assert shapes("nn.InstanceNorm2d", num_features=4) == {}
    assert shapes("nn.LazyInstanceNorm2d") == {"weight": ("?",), "bias": ("?",)}


@pytest.mark.parametrize("value", [None, True, "wide", 2.0])
def test_what_is_no_size_is_unknown(value: Value) -> None:
    assert shapes("nn.Linear", in_features=value, out_features=2)["weight"] == (2, "?")


def test_a_missing_required_argument_is_unknown() -> None:
    assert shapes("nn.Conv2d")["weight"] == ("?", "?", "?", "?")


def test_a_layer_that_learns_nothing_has_no_shapes() -> None:
    assert shapes("nn.ReLU") == {}
