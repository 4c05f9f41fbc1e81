"""Whatever is grouped, shared and tied at random: the code has the weights and the outputs of the program."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from exported import Ran, assert_same, compute, filled, run_all

from lazygui.codegen.source import source
from lazygui.graph.model import Graph, Node, Port

COUNT: Final = 80
PARTS: Final = ("a", "b", "c", "0", "1", "2")
KINDS: Final[tuple[tuple[str, int, dict[str, Any]], ...]] = (
    ("nn.Linear", 1, {"in_features": 4, "out_features": 4}),
    ("nn.Linear", 1, {"in_features": 4, "out_features": 4, "bias": False}),
    ("nn.LazyLinear", 1, {"out_features": 4}),
    ("nn.LazyLinear", 1, {"out_features": 4, "bias": False}),
    ("nn.ReLU", 1, {}),
    ("nn.RNN", 1, {"input_size": 4, "hidden_size": 4}),
    ("torch.tanh", 1, {}),
    ("torch.add", 2, {}),
    ("nn.Parameter", 0, {"shape": (2, 4), "init": "randn"}),
    ("Constant", 0, {"shape": (2, 4), "fill": "rand"}),
)


def drawing(seed: int) -> Graph:
    """Return a network with random groups, in a random order of the document."""
    choice = random.Random(seed)
    nodes = {name: Node(name, "Input", {"shape": (2, 4)}) for name in ("x", "y")}
    edges: dict[Port, Port] = {}
    groups = [""]
    for number in range(choice.randint(3, 14)):
        group = (
            choice.choice(groups) if choice.random() < 0.7 else ".".join(choice.choices(PARTS, k=choice.randint(0, 2)))
        )
        groups.append(group)
        inside = sum(name.rpartition(".")[0] == group for name in nodes)
        name = f"{group}.{choice.choice((f'n{number}', str(inside)))}".lstrip(".")
        if any(f"{one}.".startswith(f"{name}.") or f"{name}.".startswith(f"{one}.") for one in nodes):
            continue
        kind, inputs, arguments = choice.choice(KINDS)
        near = list(nodes)[-4:]
        edges |= {Port(name, index): Port(choice.choice(near)) for index in range(inputs)}
        nodes[name] = bound(choice, Node(name, kind, arguments), nodes)
    names = choice.sample(list(nodes), len(nodes)) if seed % 2 else list(nodes)
    return filled(Graph({name: nodes[name] for name in names}, edges))


def bound(choice: random.Random, node: Node, others: dict[str, Node]) -> Node:
    """Return the node as it is, or sharing what another one has, or tied to it."""
    free = [key for key, one in others.items() if not one.shares and not one.ties]
    alike = [key for key in free if (others[key].type, others[key].arguments) == (node.type, node.arguments)]
    if not alike or node.spec is None or not node.spec.parameters:
        return node
    owner, luck = choice.choice(alike), choice.random()
    if luck < 0.3:
        return replace(node, shares=owner)
    return replace(node, ties={"weight": f"{owner}.weight"}) if luck < 0.5 and node.type == "nn.Linear" else node


def test_the_code_of_a_random_network_computes_what_the_program_does(tmp_path: Path) -> None:
    drawings = [drawing(seed) for seed in range(COUNT)]
    ran = run_all([source(drawn, seed=3) for drawn in drawings], tmp_path)
    tried = 0
    for drawn, one in zip(drawings, ran, strict=True):
        expected = compute(drawn, seed=3)
        if expected.outputs:
            assert_same(in_order(one), replace(expected, outputs=sorted(expected.outputs)))
            tried += 1
    assert tried > COUNT // 2


def in_order(ran: Ran) -> Ran:
    """A group gives what nobody reads where it is called; the program, where the document has it."""
    return replace(ran, outputs=sorted(ran.outputs))
