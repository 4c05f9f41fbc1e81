"""PyTorch code as people write it becomes the drawing that it means."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lazygui.codegen.reading import Reading, read
from lazygui.graph.model import Graph


def graph(text: str) -> Graph:
    found = read(text)
    assert isinstance(found, Reading), found
    return found.graph


def types(text: str) -> dict[str, str]:
    return {key: node.type for key, node in graph(text).nodes.items()}


def edges(text: str) -> set[tuple[str, str]]:
    return {(source.node, target.node) for target, source in graph(text).edges.items()}


def forward(body: str, init: str = "self.fc = nn.LazyLinear(4)", head: str = "self, x") -> str:
    lines = body.replace("\n", "\n        ")
    return (
        f"class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        {init}\n\n"
        f"    def forward({head}):\n        {lines}\n"
    )


def test_a_bare_layer_becomes_one_node() -> None:
    node = graph("nn.LazyLinear(10)").nodes["fc1"]
    assert (node.type, dict(node.arguments)) == ("nn.LazyLinear", {"out_features": 10})


def test_lines_of_layers_become_nodes_with_their_names() -> None:
    assert types("fc = nn.LazyLinear(10)\nact = nn.ReLU()\n") == {"fc": "nn.LazyLinear", "act": "nn.ReLU"}


def test_lines_of_self_need_no_class() -> None:
    text = "        self.fc = nn.LazyLinear(10)\n        self.act = nn.ReLU()\n"
    assert types(text) == {"fc": "nn.LazyLinear", "act": "nn.ReLU"}


def test_methods_need_no_class() -> None:
    text = (
        "    def __init__(self):\n        self.fc = nn.LazyLinear(10)\n"
        "    def forward(self, X):\n        return F.relu(self.fc(X))\n"
    )
    assert edges(text) == {("X", "fc"), ("fc", "relu")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nn.Sequential(nn.LazyLinear(8), nn.ReLU())", ["x", "0", "1"]),
        ("nn.Sequential(OrderedDict([('fc', nn.LazyLinear(8)), ('act', nn.ReLU())]))", ["x", "fc", "act"]),
        ("nn.Sequential(*[nn.LazyLinear(8) for _ in range(3)])", ["x", "0", "1", "2"]),
        ("nn.Sequential(nn.Sequential(nn.LazyLinear(8), nn.ReLU()), nn.LazyLinear(2))", ["x", "0.0", "0.1", "1"]),
        ("net = nn.Sequential()\nnet.add_module('fc', nn.LazyLinear(8))\nnet.append(nn.ReLU())", ["x", "fc", "1"]),
        ("from torch.nn import Linear, Sequential\nSequential(Linear(2, 3))", ["x", "0"]),
        ("import torch\ntorch.nn.Sequential(torch.nn.ReLU())", ["x", "0"]),
    ],
)
def test_a_sequence_is_a_chain_behind_an_input(text: str, names: list[str]) -> None:
    assert list(graph(text).nodes) == names
    assert edges(text) == set(pairwise(names))


def test_a_sample_becomes_the_input() -> None:
    node = graph(
        "net = nn.Sequential(nn.Embedding(50, 8))\ntokens = torch.randint(0, 50, (2, 5))\nnet(tokens)\n"
    ).nodes["tokens"]
    assert dict(node.arguments) == {"shape": (2, 5), "dtype": "int64", "fill": "randint", "high": 50}


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        ("nn.Linear(20, 4)", (2, 3, 20)),
        ("nn.LazyConv2d(8, 3)", (2, 1, 96, 96)),
        ("nn.Conv2d(3, 8, 3)", (2, 3, 96, 96)),
        ("nn.LSTM(7, 4)", (5, 2, 7)),
    ],
)
def test_an_input_without_a_sample_has_a_shape_that_fits(layer: str, shape: tuple[int, ...]) -> None:
    found = graph(f"nn.Sequential({layer})").nodes["x"].value("shape")
    assert isinstance(found, tuple)
    assert (len(found), found[-1] if len(shape) < 4 else found[1]) == (
        len(shape),
        shape[-1] if len(shape) < 4 else shape[1],
    )


def test_positional_arguments_have_the_order_of_torch() -> None:
    node = graph("nn.Conv2d(3, 8, 5, 2, 1)").nodes["conv1"]
    assert dict(node.arguments) == {"in_channels": 3, "out_channels": 8, "kernel_size": 5, "stride": 2, "padding": 1}


@pytest.mark.parametrize(
    ("expression", "type", "arguments"),
    [
        ("F.relu(x)", "F.relu", {}),
        ("torch.relu(x)", "F.relu", {}),
        ("x.relu()", "F.relu", {}),
        ("F.softmax(x, dim=-1)", "F.softmax", {"dim": -1}),
        ("x.softmax(-1)", "F.softmax", {"dim": -1}),
        ("F.max_pool2d(x, 2)", "nn.MaxPool2d", {"kernel_size": 2}),
        ("F.dropout(x, 0.1, self.training)", "nn.Dropout", {"p": 0.1}),
        ("torch.cat((x, x), dim=1)", "torch.cat", {"dim": 1}),
        ("torch.flatten(x, 1)", "torch.flatten", {"start_dim": 1}),
        ("x.flatten(1)", "torch.flatten", {"start_dim": 1}),
        ("x.view(x.size(0), -1)", "torch.flatten", {"start_dim": 1, "end_dim": -1}),
        ("x.reshape(-1, 4, 2)", "torch.reshape", {"shape": (-1, 4, 2)}),
        ("x.permute(0, 2, 1)", "torch.permute", {"dims": (0, 2, 1)}),
        ("x.transpose(1, 2)", "torch.transpose", {"dim0": 1, "dim1": 2}),
        ("x.mean(dim=(2, 3), keepdim=True)", "torch.mean", {"dim": (2, 3), "keepdim": True}),
        ("x.unsqueeze(0)", "torch.unsqueeze", {"dim": 0}),
        ("x[:, 0]", "torch.select", {"dim": 1, "index": 0}),
        ("x[:, 1:3]", "torch.narrow", {"dim": 1, "start": 1, "length": 2}),
        ("x[None]", "torch.unsqueeze", {"dim": 0}),
        ("x + x", "torch.add", {}),
        ("x @ x", "torch.matmul", {}),
        ("x + 1.5", "AddNumber", {"value": 1.5}),
        ("x - 2", "AddNumber", {"value": -2}),
        ("0.5 * x", "Scale", {"factor": 0.5}),
        ("x / 4", "Scale", {"factor": 0.25}),
        ("x ** 2", "torch.pow", {"exponent": 2}),
        ("-x", "torch.neg", {}),
        ("x.float()", "torch.Tensor.to", {"dtype": "float32"}),
        ("x.to(torch.int64)", "torch.Tensor.to", {"dtype": "int64"}),
        ("x.expand(2, 3)", "torch.Tensor.expand", {"size": (2, 3)}),
        ("F.one_hot(x, 5)", "F.one_hot", {"num_classes": 5}),
        ("torch.einsum('ij,jk->ik', x, x)", "torch.einsum", {"equation": "ij,jk->ik"}),
        ("F.cross_entropy(x, x)", "nn.CrossEntropyLoss", {}),
        ("d2l.masked_softmax(x)", "block.masked_softmax", {}),
    ],
)
def test_an_expression_becomes_its_node(expression: str, type: str, arguments: dict[str, object]) -> None:
    nodes = [node for node in graph(forward(f"return {expression}")).nodes.values() if node.type != "Input"]
    assert [(node.type, dict(node.arguments)) for node in nodes] == [(type, arguments)]


def test_what_a_recurrent_layer_gives_is_unpacked() -> None:
    text = forward(
        "out, (h, c) = self.rnn(x)\nreturn self.fc(h), self.fc(out)",
        "self.rnn = nn.LSTM(4, 8); self.fc = nn.LazyLinear(4)",
    )
    found = graph(text)
    ports = {target.node: (source.node, source.index) for target, source in found.edges.items()}
    assert (ports["fc"], ports["fc2"]) == (("rnn", 1), ("rnn", 0))


def test_a_layer_that_is_called_twice_is_shared() -> None:
    found = graph(forward("x = self.fc(x)\nreturn self.fc(F.relu(x))"))
    assert [node.shares for node in found.nodes.values() if node.type == "nn.LazyLinear"] == ["", "fc"]


def test_tied_weights_are_tied() -> None:
    text = forward(
        "return self.head(self.embed(x))",
        "self.embed = nn.Embedding(20, 8); self.head = nn.Linear(8, 20); self.head.weight = self.embed.weight",
    )
    assert dict(graph(text).nodes["head"].ties) == {"weight": "embed.weight"}


def test_loops_conditions_and_defaults_are_followed() -> None:
    text = (
        "class Block(nn.Module):\n"
        "    def __init__(self, width, deep=True, *, bias=False):\n"
        "        super().__init__()\n"
        "        self.layers = nn.ModuleList(nn.LazyLinear(width * (i + 1), bias=bias) for i in range(2))\n"
        "        self.last = nn.ReLU() if deep else None\n"
        "    def forward(self, x):\n"
        "        for number, layer in enumerate(self.layers):\n"
        "            x = layer(x) if number else torch.tanh(layer(x))\n"
        "        if self.last is not None:\n"
        "            x = self.last(x)\n"
        "        return x\n"
        "net = Block(8)\n"
    )
    assert types(text) == {
        "x": "Input",
        "layers.0": "nn.LazyLinear",
        "tanh": "torch.tanh",
        "layers.1": "nn.LazyLinear",
        "last": "nn.ReLU",
    }
    assert graph(text).nodes["layers.1"].arguments["out_features"] == 16


def test_two_networks_keep_their_names_apart() -> None:
    text = "a = nn.Sequential(nn.ReLU())\nb = nn.Sequential(nn.ReLU())\nx = torch.rand(2, 3)\ny = b(a(x))\n"
    assert edges(text) == {("x", "a.0"), ("a.0", "b.0")}


def test_a_network_that_is_called_again_stays_one() -> None:
    text = "net = nn.Sequential(nn.LazyLinear(4))\nnet(torch.rand(2, 3))\nnet(torch.rand(5, 3))\n"
    found = read(text)
    assert isinstance(found, Reading)
    assert (list(found.graph.nodes), found.left_out) == (["x", "0"], (3,))


def test_a_training_loop_is_left_out_and_told() -> None:
    text = (
        "net = nn.Sequential(nn.LazyLinear(4))\n"
        "optimizer = torch.optim.SGD(net.parameters(), lr=0.1)\n"
        "for epoch in range(3):\n"
        "    for X, y in data:\n"
        "        loss = F.cross_entropy(net(X), y)\n"
        "        optimizer.step()\n"
        "print('done')\n"
    )
    found = read(text)
    assert isinstance(found, Reading)
    assert (list(found.graph.nodes), found.left_out) == (["x", "0"], (2, 4, 5, 6, 7))


def test_names_that_no_node_may_have_are_mended() -> None:
    found = graph(
        "class N(nn.Module):\n    def __init__(self):\n        self.type = nn.ReLU()\n"
        "    def forward(self, to):\n        return self.type(to)\n"
    )
    assert list(found.nodes) == ["to_", "type_"]


def test_every_node_has_a_place() -> None:
    found = graph(forward("return self.fc(x) + x"))
    assert found.layout.keys() == found.nodes.keys()
