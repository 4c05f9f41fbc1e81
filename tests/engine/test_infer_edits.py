"""One inferer through many edits says what a fresh one says: nothing that it remembers is stale."""

from __future__ import annotations

import random
from dataclasses import replace
from types import MappingProxyType

import pytest
from engine_networks import graph, line, node, sample

from lazygui.engine.infer import Inferer, Known, infer
from lazygui.graph import rules
from lazygui.graph.model import Edge, Graph, Node, Port

LAYERS = (
    lambda chance: ("nn.LazyLinear", {"out_features": chance.choice((4, 5))}),
    lambda chance: ("nn.Linear", {"in_features": 4, "out_features": 4}),
    lambda chance: ("nn.LazyBatchNorm1d", {}),
    lambda chance: ("nn.LayerNorm", {"normalized_shape": "auto"}),
    lambda chance: ("AddNumber", {"value": chance.choice((1, 1.0))}),
)


def start(chance: random.Random) -> Graph:
    layers = [Node(f"l{n}", *chance.choice(LAYERS)(chance)) for n in range(5)]
    return line(sample(chance.choice((1, 2)), 4), *layers)


def edited(drawing: Graph, chance: random.Random) -> Graph:
    one, other = (drawing.nodes[chance.choice(list(drawing.nodes))] for _ in range(2))
    match chance.randrange(6):
        case 0:
            return drawing.without_nodes((one.id,)) if one.id != "x" else drawing
        case 1 if one.type == other.type and one.id != other.id and one.id != "x":
            return drawing.with_nodes((replace(one, shares=other.id, arguments=other.arguments),))
        case 2 if "Linear" in one.type and "Linear" in other.type and one.id != other.id:
            return drawing.with_nodes((replace(one, ties=MappingProxyType({"weight": f"{other.id}.weight"})),))
        case 3 if one.id != "x":
            changed = Node(one.id, *chance.choice(LAYERS)(chance))
            return drawing.with_nodes((changed,))
        case 4:
            source, target = Port(one.id), Port(other.id)
            free = rules.can_connect(drawing, source, target) is None
            return drawing.with_edges((Edge(source, target),)) if free else drawing
        case _:
            return drawing.renamed({one.id: f"r{chance.randrange(100)}"}) if one.id != "x" else drawing


def told(known: Known) -> tuple[object, ...]:
    errors = sorted((f.problem.code, f.problem.node or "") for f in known.findings)
    return known.shapes, errors, known.waiting, known.totals


@pytest.mark.parametrize("seed", range(12))
def test_what_is_remembered_through_edits_and_modes_holds(seed: int) -> None:
    chance = random.Random(seed)
    inferer, drawing = Inferer(), start(chance)
    for _ in range(20):
        drawing = edited(drawing, chance)
        is_training = chance.random() < 0.3
        assert told(inferer.infer(drawing, is_training)) == told(infer(drawing, is_training)), drawing


def test_train_mode_after_eval_mode_finds_what_only_training_minds() -> None:
    network, inferer = line(sample(1, 4), node("norm", "nn.LazyBatchNorm1d")), Inferer()
    assert "norm" in inferer.infer(network).shapes
    assert "norm" not in inferer.infer(network, is_training=True).shapes
    assert "norm" in inferer.infer(network).shapes


def test_an_owner_that_is_shared_later_is_looked_at_again() -> None:
    a, b = (node(name, "nn.LazyLinear", out_features=3) for name in "ab")
    apart = graph((sample(2, 4), sample(2, 5, name="y"), a, b), "x>a", "y>b")
    inferer = Inferer()
    assert inferer.infer(apart).failed == set()
    assert inferer.infer(apart.with_nodes((replace(a, shares="b"),))).failed == {"b"}


def test_a_whole_number_and_a_floating_one_are_two_arguments() -> None:
    inferer = Inferer()
    for value, dtype in ((1, "int64"), (1.0, "float32"), (1, "int64")):
        network = line(sample(2, 3, dtype="int64"), node("add", "AddNumber", value=value))
        assert inferer.infer(network).shapes["add"].dtypes == (dtype,)


def test_ties_of_open_widths_are_compared_once_they_are_known() -> None:
    first = node("first", "nn.LazyLinear", out_features=5, bias=False)
    second = replace(node("second", "nn.LazyLinear", out_features=5, bias=False), ties={"weight": "first.weight"})
    (finding,) = [one for one in infer(line(sample(2, 4), first, second)).findings if one.is_error]
    assert (finding.problem.code, finding.problem.node) == ("tie_widths", "second")
    assert (finding.problem.details["shape"], finding.problem.details["other_shape"]) == ((5, 5), (5, 4))
    assert not [one for one in infer(line(sample(2, 5), first, second)).findings if one.is_error]
