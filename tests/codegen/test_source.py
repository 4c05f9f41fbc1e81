"""Exported code reads as a person would write it, runs by itself, and computes what the program computes."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest
from code_drawings import (
    ATTENTION,
    CUSTOM,
    LAZY_INIT,
    LSTM,
    PARAMETERS,
    RESIDUAL,
    TIED,
    TWO_INPUTS,
    graph,
    with_node,
)
from exported import Computed, Ran, assert_same, compute, filled, run_all

from lazygui import resources
from lazygui.catalog import CATALOG
from lazygui.catalog.spec import LayerSpec
from lazygui.codegen.names import RESERVED, identifiers
from lazygui.codegen.source import source
from lazygui.graph.model import Graph, Node, Port
from lazygui.storage.files import open_file

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    path.name.partition(".")[0]: filled(open_file(path))
    for path in sorted(Path(str(resources.path("examples"))).glob("*.lazygui.json"))
}
DRAWINGS = {
    "lazy_init": LAZY_INIT,
    "lenet": EXAMPLES["lenet"],
    "resnet18": EXAMPLES["resnet18"],
    "residual": RESIDUAL,
    "two_inputs": TWO_INPUTS,
    "lstm": LSTM,
    "attention": ATTENTION,
    "tied": TIED,
    "custom": CUSTOM,
    "parameters": PARAMETERS,
}
DRAWINGS = {name: filled(drawn) for name, drawn in DRAWINGS.items()}
INSTANCE_NORM = graph({"x": ("Input", {"shape": (2, 3, 8)}), "n": ("nn.LazyInstanceNorm1d", {})}, ("x", "n"))


def layer_alone(spec: LayerSpec, has_all: bool = False) -> Graph:
    """The start of a layer behind inputs of its sample shapes: those that it needs, or all that it takes.

    Integers are zeros: a valid index wherever one is asked for, and a mask that hides nothing.
    """
    needed = [index for index, name in enumerate(spec.inputs) if name not in spec.optional]
    ports = range(len(spec.sample)) if has_all or spec.is_variadic else needed
    dtypes = spec.sample_dtype if isinstance(spec.sample_dtype, tuple) else (spec.sample_dtype,) * len(spec.sample)
    fills = {index: {} if "float" in dtypes[index] else {"fill": "zeros"} for index in ports}
    inputs = {
        f"x{index}": Node(f"x{index}", "Input", {"shape": spec.sample[index], "dtype": dtypes[index], **fills[index]})
        for index in ports
    }
    start = spec.start_arguments() if not has_all else layer_alone(spec).nodes["layer"].arguments
    nodes = {**inputs, "layer": Node("layer", spec.type, start)}
    return filled(Graph(nodes, {Port("layer", index): Port(f"x{index}") for index in ports}))


NEVER_ALL = ("nn.EmbeddingBag",)
"""What refuses all of its optional inputs at once: offsets are for an input of one axis."""
LAYERS = {spec.type: layer_alone(spec) for spec in CATALOG.values() if spec.inputs}
LAYERS |= {
    f"{spec.type} with all inputs": layer_alone(spec, has_all=True)
    for spec in CATALOG.values()
    if spec.optional and spec.type not in NEVER_ALL
}
SAMPLES = {
    f"{fill} {dtype}": graph({"x": ("Input", {"shape": (2, 3), "dtype": dtype, "fill": fill})})
    for fill, dtypes in {
        "rand": ("float32", "float64", "float16", "bfloat16"),
        "randn": ("float32", "bfloat16"),
        "randint": ("int64", "uint8", "bool", "float32"),
        "ones": ("float32", "int32"),
        "zeros": ("bool",),
    }.items()
    for dtype in dtypes
}
COMPUTED = {**EXAMPLES, **DRAWINGS, "instance norm": INSTANCE_NORM, **LAYERS}
ALL = {**COMPUTED, **SAMPLES}


@cache
def expected(name: str) -> Computed:
    return compute(COMPUTED[name], seed=3)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    results = run_all([source(drawn, seed=3) for drawn in ALL.values()], tmp_path_factory.mktemp("scripts"))
    return dict(zip(ALL, results, strict=True))


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_code_is_the_golden_file(name: str) -> None:
    assert source(DRAWINGS[name]) == (GOLDEN / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMPUTED)
def test_the_code_has_the_weights_and_outputs_of_the_program(name: str, ran: dict[str, Ran]) -> None:
    assert_same(ran[name], expected(name))


PLAIN_STACKS = {"conv_edge", "conv_pad21", "fcn_head", "lazy_init", "linreg"}
"""What nobody numbered and is still one chain: its layers are numbered in `nn.Sequential`, as people write it."""


@pytest.mark.parametrize("name", sorted(EXAMPLES.keys() - PLAIN_STACKS))
def test_every_parameter_has_the_path_of_its_node(name: str, ran: dict[str, Ran]) -> None:
    sharing = tuple(f"{node.id}." for node in EXAMPLES[name].nodes.values() if node.shares)
    paths = {path.removesuffix(".value") for path in expected(name).parameters if not path.startswith(sharing)}
    assert paths <= set(ran[name].parameters)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_of_every_kind_is_drawn(name: str, ran: dict[str, Ran]) -> None:
    assert ran[name].printed == "parameters: 0\n"


def test_a_script_prints_every_layer_with_its_shapes(ran: dict[str, Ran]) -> None:
    assert ran["lazy_init"].printed.splitlines() == [
        "Linear (2, 256) {'weight': (256, 20), 'bias': (256,)}",
        "ReLU (2, 256) {}",
        "Linear (2, 10) {'weight': (10, 256), 'bias': (10,)}",
        "parameters: 7946",
    ]


def test_several_results_are_all_printed(ran: dict[str, Ran]) -> None:
    assert "output: (2, 4) (2, 3)" in ran["two_inputs"].printed


def test_another_seed_is_another_script() -> None:
    assert source(LAZY_INIT, seed=7) == source(LAZY_INIT).replace("manual_seed(0)", "manual_seed(7)")


def test_lazy_instance_norm_says_what_its_explicit_twin_does_otherwise() -> None:
    assert "nn.LazyInstanceNorm1d(affine=True, track_running_stats=True)" in source(INSTANCE_NORM)


def test_an_empty_network_is_a_comment() -> None:
    assert source(Graph()) == "# The network is empty.\n"


FAULTS = {
    "add": (with_node(LAZY_INIT, Node("add", "torch.add"), ("fc2", "add")), "'add': not connected: other"),
    "cat": (with_node(LAZY_INIT, Node("cat", "torch.cat"), ("fc2", "cat")), "'cat': not connected: other"),
    "alone": (with_node(LAZY_INIT, Node("fc3", "nn.LazyLinear", {"out_features": 3})), "'fc3': not connected: input"),
    "unknown type": (
        with_node(LAZY_INIT, Node("u", "my.Layer"), ("fc2", "u")),
        "'u': LazyGUI does not know the type 'my.Layer'",
    ),
    "unknown argument": (
        with_node(LAZY_INIT, Node("relu", "nn.ReLU", {"q": 1})),
        "'relu': LazyGUI does not know its argument 'q'",
    ),
    "unknown member": (
        with_node(LAZY_INIT, Node("relu", "nn.ReLU", {}, {"share": "fc1"})),
        "'relu': LazyGUI does not know its member 'share'",
    ),
    "bad argument": (
        with_node(LAZY_INIT, Node("fc2", "nn.LazyLinear", {})),
        "'fc2': its argument 'out_features' is missing or not what the layer takes",
    ),
    "bad values": (
        with_node(LAZY_INIT, Node("x", "Input", {"shape": (2, 2), "fill": "values", "values": (1, 2)})),
        "'x': its values do not have its shape",
    ),
    "open size": (
        with_node(LAZY_INIT, Node("norm", "nn.LayerNorm", {"normalized_shape": "auto"}), ("fc2", "norm")),
        "'norm': its argument 'normalized_shape' is left to what arrives, which is not known yet",
    ),
    "shared with another layer": (
        with_node(LAZY_INIT, Node("fc3", "nn.LazyLinear", {"out_features": 3}, shares="relu"), ("fc2", "fc3")),
        "'fc3': it cannot share the parameters of 'relu'",
    ),
    "tied to nothing": (
        with_node(
            LAZY_INIT, Node("fc3", "nn.LazyLinear", {"out_features": 3}, ties={"weight": "gone.weight"}), ("fc2", "fc3")
        ),
        "'fc3': it cannot be tied to 'gone.weight'",
    ),
    "no input": (graph({"fc1": ("nn.LazyLinear", {"out_features": 3})}), "'fc1': not connected: input"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_exported_is_said(name: str) -> None:
    drawn, reason = FAULTS[name]
    code = source(drawn)
    ast.parse(code)
    assert f"        # {reason}\n" in code
    assert f"raise NotImplementedError({reason!r})" in code
    assert "return" not in code


EVIL = ['x"""\nimport os', "'); import os; ('", "\r\nimport os", "\u2028import os", "\u202eimport os", "\\", "#"]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_of_a_document_becomes_code(text: str) -> None:
    nodes = [
        Node(text, text, {text: text}, {text: text}),
        Node("relu", "nn.ReLU", {text: text}),
        Node("conv", "nn.LazyConv2d", {"out_channels": 1, "kernel_size": 1, "padding_mode": text}),
    ]
    for node in nodes:
        tree = ast.parse(source(with_node(LAZY_INIT, node, ("fc2", node.id))))
        assert [line.names[0].name for line in ast.walk(tree) if isinstance(line, ast.Import)] == ["torch"]


@pytest.mark.parametrize(
    ("node", "identifier"),
    [
        ("fc1", "fc1"),
        ("b2.0.conv1", "b2_0_conv1"),
        ("0", "layer0"),
        ("0.1", "layer0_1"),
        ("torch", "torch_"),
        ("F", "F_"),
        ("forward", "forward_"),
        ("training", "training_"),
        ("class", "class_"),
        ("_parameters", "parameters_"),
        ("卷积", "卷积"),
        ("x²", "x2"),
        ("a b", "a_b"),
        ("", "layer"),
    ],
)
def test_a_node_has_an_identifier(node: str, identifier: str) -> None:
    assert identifiers([node]) == {node: identifier}


def test_identifiers_differ() -> None:
    found = list(identifiers(("b.1", "b_1", "b.1_2", "torch", "torch_", "ﬁ", "fi")).values())
    assert found == ["b_1", "b_1_2", "b_1_2_2", "torch_", "torch_2", "fi", "fi_2"]
    assert not RESERVED & set(found)
