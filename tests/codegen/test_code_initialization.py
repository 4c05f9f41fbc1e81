"""Rules of initialization as code: in the form of the book where they allow it, and always with the same weights."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from code_drawings import graph
from exported import assert_same, compute, filled, run_all

from lazygui.codegen.source import source
from lazygui.graph.initialization import KEEP, Initializer, InitRule, Rules, WeightEdit, init_cnn
from lazygui.graph.model import Graph
from lazygui.graph.tying import Share, Tie

XAVIER, ZEROS = Initializer("xavier_uniform_"), Initializer("zeros_")
SMALL = Initializer("normal_", {"std": 0.01})
LAYERS: dict[str, tuple[str, dict[str, Any]]] = {
    "x": ("Input", {"shape": (2, 1, 12, 12)}),
    "conv": ("nn.LazyConv2d", {"out_channels": 4, "kernel_size": 3}),
    "norm": ("nn.LazyBatchNorm2d", {}),
    "relu": ("nn.ReLU", {}),
    "flatten": ("nn.Flatten", {}),
    "fc1": ("nn.LazyLinear", {"out_features": 8}),
    "fc2": ("nn.LazyLinear", {"out_features": 8, "bias": False}),
}


def line(layers: dict[str, tuple[str, dict[str, Any]]]) -> Graph:
    return graph(layers, *pairwise(layers))


CHAIN = line(LAYERS)
GROUPED = CHAIN.renamed({"conv": "body.conv", "norm": "body.norm", "relu": "body.relu"})
NESTED = graph(
    {
        "x": ("Input", {"shape": (2, 5, 8)}),
        "encoder": ("nn.TransformerEncoderLayer", {"d_model": 8, "nhead": 2, "batch_first": True}),
        "rnn": ("nn.LSTM", {"input_size": 8, "hidden_size": 6, "batch_first": True}),
        "weight": ("nn.Parameter", {"shape": (6, 3)}),
        "mul": ("torch.matmul", {}),
    },
    ("x", "encoder"),
    ("encoder", "rnn"),
    ("rnn", "mul"),
    ("weight", "mul:1"),
)
EIGHTS = line(
    {
        "x": ("Input", {"shape": (2, 8)}),
        **{name: ("nn.LazyLinear", {"out_features": 8}) for name in ("fc1", "fc2", "fc3")},
    }
)
BY_HAND = (WeightEdit("fc1", "weight", (0, 3), 42), WeightEdit("fc2", "weight", (1, 1), -0.5))
CASES: dict[str, tuple[Graph, Rules]] = {
    "by hand": (CHAIN.with_weights(BY_HAND), ()),
    "by hand, after rules": (CHAIN.with_weights(BY_HAND), (InitRule(ZEROS),)),
    "by hand, in groups": (GROUPED.with_weights((WeightEdit("body.conv", "bias", (2,), 1e-05),)), ()),
    "by hand, nested": (NESTED.with_weights((WeightEdit("encoder", "self_attn.out_proj.weight", (0, 1), 9),)), ()),
    "book": (CHAIN, init_cnn()),
    "book with biases": (CHAIN, (InitRule(SMALL, ZEROS, "nn.Linear"), InitRule(XAVIER, kind="nn.Conv2d"))),
    "all": (CHAIN, (InitRule(XAVIER, ZEROS),)),
    "biases alone": (CHAIN, (InitRule(None, Initializer("constant_", {"val": 1})),)),
    "any weight": (CHAIN, (InitRule(Initializer("uniform_", {"a": -1.0})),)),
    "a node goes before its kind": (
        CHAIN,
        (InitRule(XAVIER), InitRule(SMALL, kind="nn.Linear"), InitRule(Initializer(KEEP), ZEROS, nodes=("fc1",))),
    ),
    "several nodes": (CHAIN, (InitRule(SMALL, nodes=("conv", "fc2")),)),
    "one-dimensional weights by kind": (CHAIN, (InitRule(XAVIER, ZEROS, "nn.BatchNorm2d"),)),
    "only matrices": (CHAIN, (InitRule(Initializer("sparse_", {"sparsity": 0.5})), InitRule(XAVIER, nodes=("norm",)))),
    "kernels": (CHAIN, (InitRule(Initializer("dirac_")),)),
    "groups": (GROUPED, (InitRule(XAVIER, ZEROS), InitRule(SMALL, nodes=("body.conv", "fc2")))),
    "nested": (NESTED, (InitRule(XAVIER, ZEROS), InitRule(SMALL, kind="nn.Linear"))),
    "nested by name": (NESTED, (InitRule(Initializer("uniform_"), nodes=("encoder", "rnn")),)),
    "shared": (Share("fc2", "fc1").apply(EIGHTS), (InitRule(Initializer("normal_")),)),
    "shared afar": (
        Share("b.fc", "a.fc").apply(EIGHTS.renamed({"fc1": "a.fc", "fc2": "b.fc"})),
        (InitRule(Initializer("normal_")),),
    ),
    "tied": (
        Tie("fc2", "weight", "fc1.weight").apply(EIGHTS),
        (InitRule(Initializer("normal_")),),
    ),
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    texts = [source(filled(drawn.with_initialization(rules)), 3) for drawn, rules in CASES.values()]
    return dict(zip(CASES, run_all(texts, tmp_path_factory.mktemp("scripts")), strict=True))


@pytest.mark.parametrize("case", CASES)
def test_the_script_has_the_weights_of_the_program(ran: dict[str, Any], case: str) -> None:
    drawn, rules = CASES[case]
    assert_same(ran[case], compute(filled(drawn.with_initialization(rules)), 3))


def function(drawn: Graph, rules: Rules) -> str:
    """Return the function that a script applies, as its own text."""
    tree = ast.parse(source(drawn.with_initialization(rules)))
    (found,) = (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == "init")
    return ast.unparse(found)


def test_rules_for_kinds_are_written_as_in_the_book() -> None:
    assert function(CHAIN, init_cnn()) == (
        "def init(module):\n"
        "    if type(module) in (nn.Linear, nn.Conv2d):\n"
        "        nn.init.xavier_uniform_(module.weight)"
    )


def test_other_rules_are_written_with_the_nearest_first() -> None:
    rules = (InitRule(XAVIER, ZEROS), InitRule(Initializer(KEEP), nodes=("fc1",)))
    assert function(CHAIN, rules) == (
        "def init(module):\n"
        "    for name, parameter in module.named_parameters(recurse=False):\n"
        "        if 'weight' in name:\n"
        "            if module is net[4]:\n"
        "                pass\n"
        "            elif parameter.dim() >= 2:\n"
        "                nn.init.xavier_uniform_(parameter)\n"
        "        elif 'bias' in name:\n"
        "            nn.init.zeros_(parameter)"
    )


def test_without_rules_there_is_no_function() -> None:
    assert "init" not in source(CHAIN).replace("__init__", "")


def test_a_rule_for_what_cannot_be_written_is_left_out(tmp_path: Path) -> None:
    broken = graph({"x": ("Input", {"shape": (2, 8)}), "fc": ("nn.LazyNothing", {})}, ("x", "fc"))
    assert "net.apply" not in source(broken.with_initialization((InitRule(XAVIER, nodes=("fc",)),)))
