"""Rules of initialization in a document: saved and opened alike, and refused in words where they are none."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from lazygui import resources
from lazygui.graph.initialization import KEEP, Initializer, InitRule, WeightEdit
from lazygui.graph.model import Graph, Node
from lazygui.storage.errors import FormatError
from lazygui.storage.format import dump, load

SCHEMA = json.loads(resources.path("schema/lazygui-1.schema.json").read_text(encoding="utf-8"))
SMALL = Initializer("normal_", {"std": 0.01})
RULES = (
    InitRule(Initializer("xavier_uniform_"), Initializer("zeros_")),
    InitRule(SMALL, kind="nn.Linear"),
    InitRule(None, Initializer(KEEP), nodes=("fc",)),
)


def written(*rules: Any) -> str:
    nodes = {"fc": {"type": "nn.LazyLinear", "args": {"out_features": 8}}}
    return json.dumps({"format": "lazygui/1", "nodes": nodes, "edges": [], "init": rules})


def test_a_drawing_with_rules_comes_back_as_it_was() -> None:
    graph = load(written()).with_initialization(RULES)
    text = dump(graph)
    assert load(text) == graph
    assert dump(load(text)) == text
    jsonschema.validate(json.loads(text), SCHEMA)
    assert '{"for": "nn.Linear", "weight": {"normal_": {"std": 0.01}}}' in text


def test_a_drawing_without_rules_says_nothing_of_them() -> None:
    assert '"init"' not in dump(Graph({"fc": Node("fc", "nn.LazyLinear", {"out_features": 8})}))


def test_a_later_rule_for_the_same_layers_takes_the_place_of_an_earlier_one() -> None:
    first, second = {"for": "all", "weight": {"ones_": {}}}, {"for": "all", "weight": {"zeros_": {}}}
    assert load(written(first, second)).initialization == (InitRule(Initializer("zeros_")),)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("xavier_uniform_", "wrong_init"),
        ({"weight": {"ones_": {}}}, "wrong_init"),
        ({"for": "all"}, "wrong_init"),
        ({"for": 7, "weight": {"ones_": {}}}, "wrong_init"),
        ({"for": [], "weight": {"ones_": {}}}, "wrong_init"),
        ({"for": "all", "weight": "ones_"}, "wrong_init"),
        ({"for": "all", "weight": {"ones_": {}, "zeros_": {}}}, "wrong_init"),
        ({"for": "all", "weight": {"ones_": {}}, "mean": {"ones_": {}}}, "wrong_init"),
        ({"for": ["nobody"], "weight": {"ones_": {}}}, "missing_node"),
        ({"for": "nn.ReLU", "weight": {"ones_": {}}}, "initialization_kind"),
        ({"for": "all", "weight": {"eval": {}}}, "initializer_unknown"),
        ({"for": "all", "weight": {"ones_": {"generator": None}}}, "initializer_argument"),
        ({"for": "all", "weight": {"normal_": {"std": "x"}}}, "not_number"),
    ],
)
def test_what_is_no_rule_is_refused(rule: Any, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        load(written(rule))
    assert caught.value.problem.code == code
    if code == "wrong_init":
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(json.loads(written(rule)))


EDITS = (WeightEdit("fc", "weight", (0, 3), 42), WeightEdit("fc", "bias", (7,), -0.5))


def by_hand(*edits: Any) -> str:
    return json.dumps({**json.loads(written()), "weights": edits})


def test_numbers_set_by_hand_come_back_as_they_were() -> None:
    graph = load(written()).with_weights(EDITS)
    text = dump(graph)
    assert load(text) == graph
    jsonschema.validate(json.loads(text), SCHEMA)
    assert '["fc.weight", [0, 3], 42]' in text
    assert '"weights"' not in dump(load(written()))


def test_the_last_of_two_numbers_for_one_place_holds() -> None:
    assert load(by_hand(["fc.bias", [1], 2], ["fc.bias", [1], 3])).weights == (WeightEdit("fc", "bias", (1,), 3),)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (["fc.bias", [1]], "wrong_weight"),
        (["fc", [1], 2], "wrong_weight"),
        (["fc.bias", 1, 2], "wrong_weight"),
        (["fc.bias", [-1], 2], "wrong_weight"),
        (["fc.bias", [1], "2"], "wrong_weight"),
        (["fc.bias", [True], 2], "wrong_weight"),
        (["nobody.bias", [1], 2], "missing_node"),
        (["fc.scale", [1], 2], "tie_parameter"),
        (["fc.bias", [8], 2], "weight_outside"),
        (["fc.weight", [1], 2], "weight_outside"),
    ],
)
def test_what_is_no_number_set_by_hand_is_refused(edit: Any, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        load(by_hand(edit))
    assert caught.value.problem.code == code
    if code == "wrong_weight":
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(json.loads(by_hand(edit)))
