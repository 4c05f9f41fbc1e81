"""Where a found size comes from: the axis is read from the catalogue, and never said where it does not fit."""

from __future__ import annotations

import pytest

from lazygui.catalog import CATALOG
from lazygui.words.found import found_words


def test_a_linear_layer_finds_the_last_axis() -> None:
    assert found_words("nn.Linear", {"in_features": 20}, [(2, 20)]) == (
        "in_features = 20: the last axis of what arrived.",
    )
    assert "the last axis" in found_words("nn.Linear", {"in_features": 7}, [(2, 3, 5, 7)])[0]


def test_a_convolution_finds_its_channels_with_a_batch_and_without() -> None:
    assert "axis 1 of" in found_words("nn.Conv2d", {"in_channels": 3}, [(2, 3, 28, 28)])[0]
    assert "axis 0 of" in found_words("nn.Conv2d", {"in_channels": 3}, [(3, 28, 28)])[0]


def test_what_does_not_fit_is_told_without_an_axis() -> None:
    assert found_words("nn.Linear", {"in_features": 20}, [(2, 21)]) == ("in_features = 20.",)
    assert found_words("nn.Linear", {"in_features": 20}, []) == ("in_features = 20.",)


@pytest.mark.parametrize("spec", [spec for spec in CATALOG.values() if spec.becomes], ids=lambda spec: spec.type)
def test_every_lazy_layer_says_where_its_size_comes_from(spec) -> None:
    (shape,) = spec.sample[:1]
    other = CATALOG[spec.becomes]
    (name,) = (argument.name for argument in other.arguments if spec.argument(argument.name) is None)
    said = [found_words(spec.becomes, {name: length}, [shape])[0] for length in set(shape)]
    assert sum("axis" in sentence for sentence in said) == 1
