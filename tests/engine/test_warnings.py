"""What torch accepts in silence is told as a warning, with fixes that end it; sound networks have none."""

from __future__ import annotations

import pytest
from broken_networks import conv, linear
from engine_networks import EXAMPLE, LENET, graph, line, node, results, sample, two_inputs

from lazygui.engine.infer import infer
from lazygui.graph.findings import WARNING, Finding
from lazygui.graph.fixes import ApplyFix
from lazygui.graph.model import Graph, Node
from lazygui.storage import examples
from lazygui.words.problems import sentence

pytestmark = pytest.mark.filterwarnings("ignore:Using a target size:UserWarning")


def loss_of_columns() -> Graph:
    nodes = (sample(4, 1), sample(4, name="y"), node("loss", "nn.MSELoss"))
    return graph(nodes, "x>loss:0", "y>loss:1")


def explicit(name: str, taken: int, given: int) -> Node:
    return node(name, "nn.Linear", in_features=taken, out_features=given)


def beside_a_loss() -> Graph:
    nodes = (sample(2, 20), sample(2, 4, name="y"), linear("a"), linear("b"), linear("dead"), node("mse", "nn.MSELoss"))
    return graph(nodes, "x>a", "a>b", "a>dead", "b>mse:0", "y>mse:1")


def two_heads_of_a_recurrent_layer() -> Graph:
    nodes = (sample(4, 5, 20), node("lstm", "nn.LSTM", input_size=20, hidden_size=8), linear("a"), linear("b"))
    return graph((*nodes, linear("head")), "x>lstm", "lstm>a", "a>b", "lstm:1>head")


def summed(function: str, first: Node, second: Node, *shape: int) -> Graph:
    return graph((sample(*shape), first, second, node("both", function)), "x>a", "x>b", "a>both:0", "b>both:1")


STRANGE = {
    "warn_last_axis": line(sample(2, 3, 8, 8), conv(), linear()),
    "warn_broadcast": two_inputs("torch.add", (4, 1), (4,)),
    "warn_batchnorm_axis": line(sample(2, 7, 20), linear(), node("bn", "nn.LazyBatchNorm1d")),
    "warn_unbatched": line(sample(3, 8, 8), conv()),
    "warn_channels_last": line(sample(2, 28, 28, 3), conv()),
    "warn_fixed_size": line(
        sample(2, 1, 8, 8), conv(), node("flat", "nn.Flatten"), node("fc", "nn.Linear", in_features=144, out_features=5)
    ),
    "warn_unread": beside_a_loss(),
    "warn_one_value": line(sample(1, 20), linear(), node("bn", "nn.LazyBatchNorm1d")),
}

SOUND = {
    "the lesson": EXAMPLE,
    "LeNet": LENET,
    "Linear on a sequence": line(sample(2, 7, 20), linear()),
    "Linear on heads": line(sample(2, 7, 4, 20), linear("a"), linear("b")),
    "one length for all": two_inputs("torch.add", (4, 5), (4, 5)),
    "a scale for each channel": two_inputs("torch.mul", (2, 4, 8, 8), (2, 4, 1, 1)),
    "a learned offset": graph(
        (sample(2, 7, 8), node("p", "nn.Parameter", shape=(7, 8)), node("add", "torch.add")), "x>add:0", "p>add:1"
    ),
    "an axis that was added by hand": graph(
        (sample(4, 1), sample(4, name="y"), node("up", "torch.unsqueeze", dim=0), node("add", "torch.add")),
        "x>add:0", "y>up", "up>add:1",
    ),
    "BatchNorm behind a convolution": line(
        sample(2, 3, 9), node("c", "nn.LazyConv1d", out_channels=4, kernel_size=3), node("bn", "nn.LazyBatchNorm1d")
    ),
    "explicit sizes alone": line(sample(2, 20), explicit("a", 20, 8), explicit("b", 8, 3)),
    "the size of the input": line(sample(2, 20), explicit("a", 20, 8), linear("b")),
    "a head that stands alone beside a chain": graph(
        (sample(2, 20), linear("a"), linear("head"), linear("b"), linear("c")), "x>a", "a>b", "b>c", "a>head"
    ),
    "outputs of a layer that nobody reads": line(
        sample(4, 5, 20), node("lstm", "nn.LSTM", input_size=20, hidden_size=8), linear()
    ),
    "two heads of a recurrent layer": two_heads_of_a_recurrent_layer(),
    "a gate, one number for all features": summed("torch.mul", linear("a"), linear("b", 1), 2, 20),
    "a number for each channel, added": two_inputs("torch.add", (2, 4, 8, 8), (2, 4, 1, 1)),
    "a mask of attention, added": two_inputs("torch.add", (2, 4, 7, 7), (2, 1, 7, 7)),
    "a mean that kept its axis": graph(
        (sample(2, 20), node("mean", "torch.mean", dim=-1, keepdim=True), node("both", "torch.sub")),
        "x>mean", "x>both:0", "mean>both:1",
    ),
    "two heads": graph((sample(2, 20), linear("a"), linear("mean"), linear("scale")), "x>a", "a>mean", "a>scale"),
}  # fmt: skip


def warnings(network: Graph, is_training: bool = False) -> list[Finding]:
    return [finding for finding in infer(network, is_training).findings if finding.severity == WARNING]


@pytest.mark.parametrize("code", STRANGE)
def test_what_is_hardly_meant_is_told(code: str) -> None:
    assert [finding.problem.code for finding in warnings(STRANGE[code])] == [code]


@pytest.mark.parametrize("code", STRANGE)
def test_a_warning_reads_as_a_sentence_that_names_the_node(code: str) -> None:
    (found,) = warnings(STRANGE[code])
    assert f"“{found.problem.node}”" in sentence(found.problem)


@pytest.mark.parametrize("code", STRANGE)
def test_each_fix_ends_the_warning_and_the_network_runs(code: str) -> None:
    (found,) = warnings(STRANGE[code])
    assert found.fixes
    for fix in found.fixes:
        mended = ApplyFix(fix).apply(STRANGE[code])
        assert code not in [finding.problem.code for finding in infer(mended).findings]
        assert results(mended)


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_network_has_no_warning(name: str) -> None:
    assert infer(SOUND[name]).findings == []


@pytest.mark.parametrize("example", examples.examples(), ids=lambda example: example.id)
@pytest.mark.parametrize("is_training", [False, True])
def test_the_networks_of_the_book_have_no_warning(example: examples.Example, is_training: bool) -> None:
    assert infer(example.open(), is_training).findings == []


def test_a_single_value_is_a_warning_before_and_an_error_in_training() -> None:
    (found,) = infer(STRANGE["warn_one_value"], is_training=True).findings
    assert (found.problem.code, found.is_error) == ("one_value", True)


def test_a_warning_turns_nothing_red_and_stops_no_run() -> None:
    assert results(STRANGE["warn_unbatched"])["conv"].outputs == ((4, 6, 6),)


def test_a_stretched_pair_names_both_sides() -> None:
    (found,) = warnings(loss_of_columns())
    assert sentence(found.problem).startswith("“loss” stretches 4 × 1 from “x” and 4 from “y” to 4 × 4")


@pytest.mark.parametrize(
    "network",
    [
        summed("torch.add", linear("a"), linear("b", 1), 2, 20),
        summed("torch.sub", linear("a", 1), linear("b"), 2, 7, 20),
        summed("torch.add", conv("a"), conv("b", out_channels=1), 2, 3, 8, 8),
    ],
    ids=["features", "features of a sequence", "channels"],
)
def test_a_sum_that_gives_all_features_one_number_is_told_and_can_be_widened(network: Graph) -> None:
    (found,) = warnings(network)
    assert (found.problem.code, found.problem.node) == ("warn_broadcast", "both")
    (fix,) = found.fixes
    assert infer(ApplyFix(fix).apply(network)).findings == []


def test_features_behind_a_batch_norm_stay_where_its_reader_expects_them() -> None:
    network = line(sample(4, 10, 8), node("bn", "nn.LazyBatchNorm1d"), linear())
    (found,) = warnings(network)
    (fix,) = found.fixes
    mended = infer(ApplyFix(fix).apply(network))
    assert mended.findings == []
    assert mended.shapes["bn"].parameters[0] == ("weight", (8,))
    assert mended.shapes["fc"].outputs == ((4, 10, 4),)


def test_one_fix_is_offered_once_however_its_axis_is_counted() -> None:
    (found,) = warnings(two_inputs("torch.sub", (4, 1), (4,)))
    assert [fix.type for fix in found.fixes] == ["torch.squeeze", "torch.unsqueeze"]


def test_a_sample_that_nobody_reads_is_told() -> None:
    network = graph((sample(2, 20), sample(2, 3, name="z"), linear("a")), "x>a")
    assert [(found.problem.code, found.problem.node) for found in warnings(network)] == [("warn_unread", "z")]
