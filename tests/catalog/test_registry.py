"""The catalogue agrees with itself: names, families, arguments and texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import FrozenInstanceError

import pytest

from lazygui import catalog
from lazygui.catalog.spec import FAMILY_TITLES, UNKNOWN, ArgumentSpec, Family, Kind, LayerSpec
from lazygui.graph.rules import check_argument

LAYERS = tuple(catalog.CATALOG.values())
ARGUMENTS = tuple(dict.fromkeys(argument for spec in LAYERS for argument in spec.arguments))
each_layer = pytest.mark.parametrize("spec", LAYERS, ids=lambda spec: spec.type)
each_argument = pytest.mark.parametrize("argument", ARGUMENTS, ids=lambda argument: argument.name)


def test_each_layer_is_found_by_its_type() -> None:
    assert all(catalog.find(type) is spec and spec.type == type for type, spec in catalog.CATALOG.items())


def test_an_unknown_type_is_not_found() -> None:
    assert catalog.find("nn.NoSuchLayer") is None


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        catalog.CATALOG["nn.Linear"] = LAYERS[0]  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        LAYERS[0].title = "other"  # type: ignore[misc]


def test_types_names_and_titles_are_unique() -> None:
    layers = [spec for _, specs in catalog.by_family() for spec in specs]
    for values in ([s.type for s in layers], [s.name for s in layers], [s.title for s in layers]):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_every_family_has_a_title_and_layers_of_its_own() -> None:
    families = catalog.by_family()
    assert tuple(family for family, _ in families) == tuple(Family)
    assert set(Family) == FAMILY_TITLES.keys()
    for family, specs in families:
        assert specs
        assert {spec.family for spec in specs} == {family}


def test_the_palette_order_is_that_of_the_families() -> None:
    assert tuple(spec for _, specs in catalog.by_family() for spec in specs) == LAYERS


@each_layer
def test_a_face_shows_arguments_of_the_layer(spec: LayerSpec) -> None:
    assert all(spec.argument(name) for name in spec.face)
    assert len(set(spec.face)) == len(spec.face)


@each_layer
def test_argument_names_are_unique(spec: LayerSpec) -> None:
    assert len({argument.name for argument in spec.arguments}) == len(spec.arguments)


@each_layer
def test_parameters_speak_of_arguments_of_the_layer(spec: LayerSpec) -> None:
    for parameter in spec.parameters:
        words = (*parameter.shape, *parameter.when, *parameter.unless, *parameter.repeat)
        names = {name for word in words for name in re.split(r"[*/|=]", word) if not name.isdecimal()}
        assert all(name == UNKNOWN or spec.argument(name) for name in names)


@each_layer
def test_a_parameter_that_repeats_has_a_field_in_its_name_for_each_of_the_numbers(spec: LayerSpec) -> None:
    for parameter in spec.parameters:
        assert len(re.findall(r"\{\d\}", parameter.name)) == len(parameter.repeat)


@each_layer
def test_only_lazy_layers_have_unknown_sizes(spec: LayerSpec) -> None:
    # The widths of its clusters follow from a rule that only torch knows.
    is_open = spec.is_lazy or spec.type == "nn.AdaptiveLogSoftmaxWithLoss"
    assert any(UNKNOWN in parameter.shape for parameter in spec.parameters) == is_open


@each_layer
def test_a_layer_explains_itself_and_can_be_searched_in_both_languages(spec: LayerSpec) -> None:
    assert spec.help.endswith(".")
    assert any(word.isascii() for word in spec.search)
    assert any(not word.isascii() for word in spec.search)


@each_layer
def test_there_is_one_sample_shape_for_each_input(spec: LayerSpec) -> None:
    assert len(spec.sample) == len(spec.inputs)


@each_layer
def test_a_new_node_has_every_required_argument(spec: LayerSpec) -> None:
    start = spec.start_arguments()
    assert {argument.name for argument in spec.arguments if argument.is_required} <= set(start)
    assert None not in start.values()


@each_argument
def test_an_argument_explains_itself(argument: ArgumentSpec) -> None:
    assert argument.title
    assert argument.help.endswith(".")


@each_argument
def test_the_default_is_allowed(argument: ArgumentSpec) -> None:
    assert check_argument(argument, argument.start) is None


@each_layer
def test_a_new_node_has_allowed_arguments(spec: LayerSpec) -> None:
    for argument in spec.arguments:
        assert check_argument(argument, spec.start_arguments().get(argument.name, argument.start)) is None


@each_argument
def test_a_choice_offers_several_values_and_nothing_else_does(argument: ArgumentSpec) -> None:
    assert (len(argument.choices) > 1) == (argument.kind is Kind.CHOICE)


@each_argument
def test_a_help_that_speaks_of_none_belongs_to_an_argument_that_takes_it(argument: ArgumentSpec) -> None:
    assert ("None" in argument.help) <= (argument.optional or argument.optional_axes)
