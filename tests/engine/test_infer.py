"""Inference on the meta device: the shapes of a run, without a run, and without asking torch twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine_networks import failure, graph, line, node, results, sample, two_inputs

from lazygui.engine import meta
from lazygui.engine.infer import Inferer, infer, sizes
from lazygui.graph.edits import Connect, Remove, SetArgument
from lazygui.graph.filling import filled
from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph, Port
from lazygui.storage.examples import examples

MLP = line(
    sample(2, 20),
    node("fc1", "nn.LazyLinear", out_features=256),
    node("relu", "nn.ReLU"),
    node("fc2", "nn.LazyLinear", out_features=10),
)
SHARED = line(
    sample(2, 8),
    node("a", "nn.LazyLinear", out_features=8),
    replace(node("b", "nn.LazyLinear", out_features=8), shares="a"),
)
TIED = line(
    sample(2, 5, dtype="int64"),
    node("embed", "nn.Embedding", num_embeddings=30, embedding_dim=8),
    replace(node("head", "nn.LazyLinear", out_features=30, bias=False), ties={"weight": "embed.weight"}),
)


def shapes(network: Graph, is_training: bool = False) -> dict[str, tuple[tuple[int, ...] | None, ...]]:
    return {key: found.outputs for key, found in infer(network, is_training).shapes.items()}


def findings(network: Graph) -> list[Finding]:
    return [finding for finding in infer(network).findings if finding.is_error]


def test_the_network_of_the_book_has_the_shapes_of_its_run() -> None:
    known = infer(MLP)
    assert {key: found.outputs for key, found in known.shapes.items()} == {
        "x": ((2, 20),),
        "fc1": ((2, 256),),
        "relu": ((2, 256),),
        "fc2": ((2, 10),),
    }
    assert known.shapes["fc1"].type == "nn.Linear"
    assert known.shapes["fc1"].parameters == (("weight", (256, 20)), ("bias", (256,)))
    assert known.shapes["fc1"].sizes == {"in_features": 20}
    assert (known.totals.parameters, known.totals.bytes, known.totals.unknown) == (7946, 4 * 7946, 0)
    assert known.totals.macs == 2 * 20 * 256 + 2 * 256 * 10


@pytest.mark.parametrize("example", [one for one in examples() if one.id in ("lenet", "nin", "tied_mlp", "bigru")])
def test_it_foretells_what_a_run_shows(example) -> None:
    network = example.open()
    known, ran = infer(network), results(network)
    assert known.shapes.keys() == ran.keys()
    for key, result in ran.items():
        foretold = known.shapes[key]
        assert (foretold.type, foretold.outputs, foretold.dtypes) == (result.type, result.outputs, result.dtypes)
        assert foretold.parameters == tuple((tensor.name, tensor.shape) for tensor in result.parameters)


def test_all_errors_are_found_and_what_is_behind_them_waits() -> None:
    wide = node("wide", "nn.Linear", in_features=30, out_features=4)
    network = graph(
        (sample(2, 20), wide, node("behind", "nn.ReLU"), replace(wide, id="other"), node("fine", "nn.ReLU")),
        *("x>wide", "wide>behind", "x>other", "x>fine"),
    )
    known = infer(network)
    assert [finding.problem.node for finding in known.findings if finding.is_error] == ["wide", "other"]
    assert known.waiting == {"behind": "wide"}
    assert known.shapes.keys() == {"x", "fine"}


def test_what_is_not_connected_yet_is_unfinished_and_no_fault() -> None:
    (finding,) = findings(graph((sample(2, 20), node("fc", "nn.LazyLinear", out_features=3))))
    assert finding.is_unfinished
    assert finding.problem.code == "missing_inputs"


def test_torch_is_asked_once_for_the_same_layer_and_input(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    evaluate = meta.evaluate

    def counted(told, *others):
        asked.append(told.id)
        return evaluate(told, *others)

    monkeypatch.setattr(meta, "evaluate", counted)
    inferer = Inferer()
    inferer.infer(MLP)
    assert asked == ["x", "fc1", "relu", "fc2"]
    inferer.infer(MLP)
    inferer.infer(SetArgument("fc2", "out_features", 11).apply(MLP))
    assert asked[4:] == ["fc2"]


def test_an_answer_holds_only_what_differs_from_the_one_before() -> None:
    inferer = Inferer()
    first = inferer.infer(MLP)
    edited = SetArgument("fc1", "out_features", 64).apply(MLP)
    assert inferer.infer(edited).inference(first).nodes.keys() == {"fc1", "relu", "fc2"}
    removed = Remove(frozenset({"fc2"})).apply(MLP)
    answer = inferer.infer(removed).inference(first)
    assert (dict(answer.nodes), answer.gone) == ({}, ("fc2",))


def test_a_new_edge_is_seen() -> None:
    loose = MLP.without_edges((Port("fc2"),))
    inferer = Inferer()
    assert "fc2" not in inferer.infer(loose).shapes
    joined = Connect(Port("fc1"), Port("fc2")).apply(loose)
    assert inferer.infer(joined).shapes["fc2"].outputs == ((2, 10),)


def test_a_module_that_is_used_again_counts_once_and_keeps_its_width() -> None:
    known = infer(SHARED)
    assert known.shapes["b"].parameters == known.shapes["a"].parameters
    assert known.totals.parameters == 8 * 8 + 8
    narrow = SetArgument("b", "out_features", 6).apply(SHARED)
    narrow = SetArgument("a", "out_features", 6).apply(narrow)
    (finding,) = findings(narrow)
    assert finding.problem.node == "b"


def test_the_open_size_of_a_shared_module_is_told_at_both_places() -> None:
    rnn = node("rnn", "nn.LSTM", input_size="auto", hidden_size=4)
    network = graph((sample(7, 2, 4), rnn, replace(rnn, id="again", shares="rnn")), "x>rnn", "rnn>again")
    told = filled(network, sizes(infer(network))).nodes
    assert told["rnn"].arguments == told["again"].arguments == {"input_size": 4, "hidden_size": 4}
    assert results(network)["again"].outputs == ((7, 2, 4), (1, 2, 4), (1, 2, 4))


def test_a_lazy_layer_that_is_shared_and_tied_is_explicit_at_both_places() -> None:
    embed = node("embed", "nn.Embedding", num_embeddings=8, embedding_dim=8)
    head = replace(node("head", "nn.LazyLinear", out_features=8, bias=False), ties={"weight": "embed.weight"})
    again = replace(node("again", "nn.LazyLinear", out_features=8, bias=False), shares="head")
    network = line(sample(2, 5, dtype="int64"), embed, head, again)
    told = filled(network, sizes(infer(network))).nodes
    assert told["head"].type == told["again"].type == "nn.Linear"
    assert infer(network).totals.parameters == 8 * 8
    assert results(network)["again"].parameters == results(network)["embed"].parameters


def test_a_tied_weight_counts_once_and_the_lazy_layer_is_told_its_size() -> None:
    known = infer(TIED)
    assert known.totals.parameters == 30 * 8
    head = filled(TIED, sizes(known)).nodes["head"]
    assert (head.type, head.arguments) == ("nn.Linear", {"in_features": 8, "out_features": 30, "bias": False})


def test_a_size_left_open_is_filled_in_from_what_arrives() -> None:
    network = line(sample(2, 7, 24), node("norm", "nn.LayerNorm", normalized_shape="auto"))
    known = infer(network)
    assert known.shapes["norm"].sizes == {"normalized_shape": (24,)}
    assert filled(network, sizes(known)).nodes["norm"].arguments == {"normalized_shape": (24,)}


def test_a_size_left_open_stays_open_where_nothing_arrives() -> None:
    network = graph((sample(2, 3), node("norm", "nn.LayerNorm", normalized_shape="auto")))
    assert filled(network, sizes(infer(network))) == network


@pytest.mark.parametrize(("layer", "states"), [("nn.RNN", 1), ("nn.GRU", 1), ("nn.LSTM", 2)])
@pytest.mark.parametrize("batch_first", [False, True])
@pytest.mark.parametrize("shape", [(300, 3, 4), (5, 3, 4), (1, 3, 4), (300, 4)])
def test_long_sequences_cost_no_more_than_short_ones_and_have_their_length(
    layer: str, states: int, batch_first: bool, shape: tuple[int, ...]
) -> None:
    network = line(sample(*shape), node("rnn", layer, input_size="auto", hidden_size=6, batch_first=batch_first))
    foretold = infer(network).shapes["rnn"]
    result = results(network)["rnn"]
    assert len(foretold.outputs) == 1 + states
    assert (foretold.outputs, foretold.dtypes) == (result.outputs, result.dtypes)


def test_a_custom_node_is_foretold_by_what_it_says_and_never_runs() -> None:
    source = "def halve(X, limit):\n    raise SystemExit('it ran')\n"
    custom = node("halve", "Custom", source=source, numbers=(1.0,))
    assert shapes(line(sample(2, 20), custom, node("relu", "nn.ReLU")))["relu"] == ((2, 20),)
    unknown = line(sample(2, 20), custom.with_argument("like", None), node("relu", "nn.ReLU"))
    assert shapes(unknown) == {"x": ((2, 20),), "halve": (None,)}
    assert infer(unknown).totals.unknown == 1
    assert findings(unknown) == []


def test_an_operation_of_two_tensors_is_asked_with_both() -> None:
    assert shapes(two_inputs("torch.matmul", (2, 3, 4), (4, 5)))["both"] == ((2, 3, 5),)


def test_train_mode_is_asked_in_train_mode() -> None:
    network = line(sample(1, 4), node("norm", "nn.LazyBatchNorm1d"))
    assert shapes(network)["norm"] == ((1, 4),)
    assert "norm" not in shapes(network, is_training=True)


def test_torch_says_what_it_would_say_in_a_run() -> None:
    network = line(sample(2, 256), node("fc", "nn.Linear", in_features=128, out_features=10))
    (finding,) = findings(network)
    assert finding.words == "mat1 and mat2 shapes cannot be multiplied (2x256 and 128x10)"
    assert finding.words == failure(network).words
