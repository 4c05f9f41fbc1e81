"""Shapes before a run: what the arguments tell, and a question mark for the rest."""

from __future__ import annotations

import pytest

from lazygui.catalog import CATALOG
from lazygui.catalog.shapes import MOST_REPEATS, Dimension, parameter_shapes
from lazygui.catalog.spec import AUTO, Value


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


def test_the_gates_of_a_recurrent_layer_lie_on_top_of_each_other() -> None:
    assert shapes("nn.LSTM", input_size=28, hidden_size=32) == {
        "weight_ih_l0": (128, 28),
        "weight_hh_l0": (128, 32),
        "bias_ih_l0": (128,),
        "bias_hh_l0": (128,),
    }
    assert shapes("nn.GRU", input_size=28, hidden_size=32)["weight_hh_l0"] == (96, 32)


def test_the_size_of_the_input_is_unknown_while_it_is_left_open() -> None:
    gru = shapes("nn.GRU", input_size=AUTO, hidden_size=32, num_layers=2)
    assert (gru["weight_ih_l0"], gru["weight_ih_l1"]) == ((96, "?"), (96, 32))
    assert shapes("nn.LayerNorm", normalized_shape=AUTO) == {"weight": ("?",), "bias": ("?",)}


def test_layers_and_directions_take_turns_and_the_upper_layers_read_both_directions() -> None:
    rnn = shapes("nn.RNN", input_size=5, hidden_size=3, num_layers=2, bidirectional=True, bias=False)
    assert list(rnn.items()) == [
        ("weight_ih_l0", (3, 5)),
        ("weight_hh_l0", (3, 3)),
        ("weight_ih_l0_reverse", (3, 5)),
        ("weight_hh_l0_reverse", (3, 3)),
        ("weight_ih_l1", (3, 6)),
        ("weight_hh_l1", (3, 3)),
        ("weight_ih_l1_reverse", (3, 6)),
        ("weight_hh_l1_reverse", (3, 3)),
    ]


def test_a_projection_is_there_once_it_has_a_size() -> None:
    assert "weight_hr_l0" not in shapes("nn.LSTM", input_size=5, hidden_size=4)
    lstm = shapes("nn.LSTM", input_size=5, hidden_size=4, proj_size=3)
    assert (lstm["weight_hh_l0"], lstm["weight_hr_l0"]) == ((16, 3), (3, 4))


def test_attention_learns_one_matrix_where_all_are_as_wide_and_three_where_not() -> None:
    assert shapes("nn.MultiheadAttention", embed_dim=8, num_heads=2)["in_proj_weight"] == (24, 8)
    assert shapes("nn.MultiheadAttention", embed_dim=8, kdim=8)["in_proj_weight"] == (24, 8)
    wider = shapes("nn.MultiheadAttention", embed_dim=8, vdim=6)
    assert "in_proj_weight" not in wider
    assert (wider["k_proj_weight"], wider["v_proj_weight"]) == ((8, 8), (8, 6))


def test_a_stack_has_the_tensors_of_its_layer_once_for_each() -> None:
    layer = shapes("nn.TransformerEncoderLayer", d_model=8, nhead=2)
    stack = shapes("nn.TransformerEncoder", d_model=8, nhead=2, num_layers=2)
    assert stack == {f"layers.{number}.{name}": shape for number in range(2) for name, shape in layer.items()}


@pytest.mark.parametrize("times", [None, "two", 2.0, 0, -1])
def test_what_cannot_be_counted_is_not_told(times: Value) -> None:
    assert shapes("nn.TransformerEncoder", d_model=8, num_layers=times) == {}


def test_a_stack_of_very_many_layers_is_told_in_part() -> None:
    assert len(shapes("nn.RNN", num_layers=10**12, bias=False)) == 2 * MOST_REPEATS


def test_a_tuple_counts_with_all_its_members_in_a_product() -> None:
    joint = shapes("nn.LinearCrossEntropyLoss", in_features=8, num_classes=10, out_features=(4, 3))
    assert joint == {"linear.weight": (120, 8)}


def test_what_only_torch_can_compute_is_unknown() -> None:
    clusters = shapes("nn.AdaptiveLogSoftmaxWithLoss", in_features=8, n_classes=10, cutoffs=(4, 7))
    assert clusters["tail.1.0.weight"] == ("?", 8)


def test_a_layer_that_learns_nothing_has_no_shapes() -> None:
    assert shapes("nn.ReLU") == {}
