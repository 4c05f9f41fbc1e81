"""Exported code reads as a person would write it, runs by itself, and computes what the program computes."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from exported import LAZY_INIT, RESIDUAL, TWO_INPUTS, Ran, graph, run_all

from lazygui.catalog import CATALOG
from lazygui.catalog.spec import LayerSpec
from lazygui.codegen.names import RESERVED, identifiers
from lazygui.codegen.source import source
from lazygui.engine.messages import NodeFinished, RunFinished, RunRequest
from lazygui.engine.run import run
from lazygui.graph.model import Graph, Node, Port
from lazygui.storage.examples import example

GOLDEN = Path(__file__).parent / "golden"
DRAWINGS = {
    "lazy_init": LAZY_INIT,
    "lenet": example("lenet").open(),
    "residual": RESIDUAL,
    "two_inputs": TWO_INPUTS,
}
INSTANCE_NORM = graph({"x": ("Input", {"shape": (2, 3, 8)}), "n": ("nn.LazyInstanceNorm1d", {})}, ("x", "n"))


def layer_alone(spec: LayerSpec) -> Graph:
    """The start of a layer behind inputs of its sample shapes."""
    fill = {} if spec.sample_dtype.startswith("float") else {"fill": "randint"}
    inputs = {
        f"x{index}": Node(f"x{index}", "Input", {"shape": shape, "dtype": spec.sample_dtype, **fill})
        for index, shape in enumerate(spec.sample)
    }
    edges = {Port("layer", index): Port(f"x{index}") for index in range(len(spec.sample))}
    return Graph({**inputs, "layer": Node("layer", spec.type, spec.start_arguments())}, edges)


LAYERS = {spec.type: layer_alone(spec) for spec in CATALOG.values() if not spec.is_input}
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
ALL = {**DRAWINGS, "instance norm": INSTANCE_NORM, **LAYERS, **SAMPLES}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    results = run_all([source(drawn, seed=3) for drawn in ALL.values()], tmp_path_factory.mktemp("scripts"))
    return dict(zip(ALL, results, strict=True))


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_code_is_the_golden_file(name: str) -> None:
    assert source(DRAWINGS[name]) == (GOLDEN / f"{name}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*DRAWINGS, "instance norm", *LAYERS])
def test_the_code_has_the_shapes_and_weights_of_the_program(name: str, ran: dict[str, Ran]) -> None:
    *events, last = run(RunRequest.of(ALL[name], 1, seed=3))
    assert isinstance(last, RunFinished)
    results = [event.result for event in events if isinstance(event, NodeFinished)]
    weights = [parameter for result in results for parameter in result.parameters]
    assert [shape for shape, _ in ran[name].parameters] == [weight.shape for weight in weights]
    sums = [weight.mean * weight.count for weight in weights]
    assert [total for _, total in ran[name].parameters] == pytest.approx(sums, rel=1e-5, abs=1e-5)
    ends = [event.result.outputs[0] for event in events if isinstance(event, NodeFinished)]
    assert ran[name].output in ends[-2:] if name == "two_inputs" else ran[name].output == ends[-1]
    assert ran[name].printed.splitlines()[-1] == f"parameters: {last.parameter_count}"


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


def with_node(node: Node, *edges: tuple[str, str]) -> Graph:
    drawn = LAZY_INIT.with_nodes([node])
    return replace(drawn, edges={**drawn.edges, **{Port(target): Port(start) for start, target in edges}})


FAULTS = {
    "add": (with_node(Node("add", "torch.add"), ("fc2", "add")), "'add': not connected: other"),
    "cat": (with_node(Node("cat", "torch.cat"), ("fc2", "cat")), "'cat': not connected: other"),
    "alone": (with_node(Node("fc3", "nn.LazyLinear", {"out_features": 3})), "'fc3': not connected: input"),
    "unknown type": (with_node(Node("u", "my.Layer"), ("fc2", "u")), "'u': LazyGUI does not know the type 'my.Layer'"),
    "unknown argument": (
        with_node(Node("relu", "nn.ReLU", {"q": 1})),
        "'relu': LazyGUI does not know its argument 'q'",
    ),
    "unknown member": (
        with_node(Node("relu", "nn.ReLU", {}, {"share": "fc1"})),
        "'relu': LazyGUI does not know its member 'share'",
    ),
    "bad argument": (
        with_node(Node("fc2", "nn.LazyLinear", {})),
        "'fc2': its argument 'out_features' is missing or not what the layer takes",
    ),
    "bad values": (
        with_node(Node("x", "Input", {"shape": (2, 2), "fill": "values", "values": (1, 2)})),
        "'x': its values do not have its shape",
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
        tree = ast.parse(source(with_node(node, ("fc2", node.id))))
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
    assert identifiers(Graph({node: Node(node, "nn.ReLU")})) == {node: identifier if node else "layer_"}


def test_identifiers_differ() -> None:
    drawn = Graph({name: Node(name, "nn.ReLU") for name in ("b.1", "b_1", "b.1_2", "torch", "torch_", "ﬁ", "fi")})
    found = list(identifiers(drawn).values())
    assert found == ["b_1", "b_1_2", "b_1_2_2", "torch_", "torch_2", "fi", "fi_2"]
    assert not RESERVED & set(found)
