"""A button never offers what does not run: each fix, applied as an edit, makes the network run for real."""

from __future__ import annotations

import pytest
from broken_networks import FAMILIES, NOTHING_HELPS, Broken, conv, linear
from engine_networks import events, failure, graph, line, node, results, sample

from lazygui.catalog.spec import AUTO
from lazygui.engine.fixing import MOST_OFFERED
from lazygui.engine.infer import Inferer, infer
from lazygui.engine.messages import RunFinished
from lazygui.graph.findings import Fix
from lazygui.graph.fixes import ApplyFix
from lazygui.graph.model import Graph, Node

pytestmark = pytest.mark.filterwarnings("ignore:Using a target size:UserWarning")


def offered(network: Graph, is_training: bool = False) -> tuple[Fix, ...]:
    (error,) = (finding for finding in infer(network, is_training).findings if finding.is_error)
    return error.fixes


def codes(network: Graph) -> list[tuple[str, str]]:
    return [(fix.code, fix.type or next(iter(fix.arguments), "")) for fix in offered(network)]


@pytest.mark.parametrize("broken", FAMILIES.values(), ids=FAMILIES)
def test_every_fix_that_is_offered_makes_the_network_run(broken: Broken) -> None:
    for fix in offered(broken.network, broken.is_training):
        last = events(ApplyFix(fix).apply(broken.network), 0, broken.is_training)[-1]
        assert isinstance(last, RunFinished), fix


@pytest.mark.parametrize("name", FAMILIES)
def test_each_family_has_one_to_three_fixes_unless_nothing_helps(name: str) -> None:
    fixes = offered(FAMILIES[name].network, FAMILIES[name].is_training)
    assert len(fixes) <= MOST_OFFERED
    assert bool(fixes) == (name not in NOTHING_HELPS)


def test_a_wrong_width_can_be_left_to_torch_or_set_at_either_end() -> None:
    assert offered(FAMILIES["features of Linear"].network) == (
        Fix("make_lazy", "fc2", {"out_features": 10}, "nn.LazyLinear"),
        Fix("set_arguments", "fc2", {"in_features": 256}),
        Fix("set_arguments", "fc1", {"out_features": 128}),
    )


def test_a_layer_without_a_lazy_class_is_left_to_the_program() -> None:
    fixes = offered(FAMILIES["features of a recurrent layer"].network)
    assert fixes[0] == Fix("make_auto", "rnn", {"input_size": AUTO})


def test_channels_that_come_last_are_moved_first() -> None:
    fixes = offered(FAMILIES["channels come last"].network)
    assert fixes[0] == Fix("insert", "conv", {"dims": (0, 3, 1, 2)}, "torch.permute")


def test_channels_that_come_last_are_moved_first_where_the_window_finds_too_few_of_them() -> None:
    fixes = offered(FAMILIES["a kernel larger than the channels that come last"].network)
    assert fixes == (Fix("insert", "conv", {"dims": (0, 3, 1, 2)}, "torch.permute"),)


def test_a_padding_that_is_0_already_is_not_set_again() -> None:
    pool = node("pool", "nn.MaxPool2d", kernel_size=3)
    fixes = offered(line(sample(1, 1, 3, 3), conv(kernel_size=5), pool))
    assert Fix("set_arguments", "conv", {"kernel_size": 1}) in fixes
    assert not any("padding" in fix.arguments and fix.arguments["padding"] == 0 for fix in fixes)


def test_a_vector_becomes_an_image_for_a_convolution() -> None:
    assert offered(FAMILIES["vectors into a convolution"].network) == (
        Fix("insert", "conv", {"dim": 1, "unflattened_size": (1, 4, 5)}, "nn.Unflatten"),
        Fix("set_arguments", "x", {"shape": (2, 1, 4, 5)}),
    )
    assert offered(line(sample(4, 784), conv()))[0].arguments["unflattened_size"] == (1, 28, 28)


@pytest.mark.parametrize("broken", FAMILIES.values(), ids=FAMILIES)
def test_no_fix_leads_into_a_warning(broken: Broken) -> None:
    before = {finding.problem.code for finding in infer(broken.network, broken.is_training).findings}
    for fix in offered(broken.network, broken.is_training):
        after = {finding.problem.code for finding in infer(ApplyFix(fix).apply(broken.network)).findings}
        assert after <= before, fix


def test_an_image_is_flattened_where_its_size_is_what_linear_expects() -> None:
    network = line(sample(2, 3, 4, 4), node("fc", "nn.Linear", in_features=48, out_features=10))
    assert ("insert", "nn.Flatten") in codes(network)


def test_a_residual_connection_gets_a_convolution_with_a_stride() -> None:
    fixes = offered(FAMILIES["a residual connection"].network)
    told = {"out_channels": 4, "kernel_size": 1, "stride": 2}
    assert Fix("insert", "add", told, "nn.LazyConv2d", 0) in fixes


def test_pooling_before_a_flatten_makes_the_features_right_where_its_widths_are_shared() -> None:
    fc = node("fc", "nn.Linear", in_features=16, out_features=10)
    again = Node("again", "nn.Linear", fc.arguments, shares="fc")
    nodes = (sample(2, 3, 8, 8), conv(), node("flatten", "nn.Flatten"), fc, again, sample(2, 16, name="y"))
    network = graph(nodes, "x>conv", "conv>flatten", "flatten>fc", "y>again")
    assert Fix("insert", "flatten", {"output_size": 2}, "nn.AdaptiveAvgPool2d", 0) in offered(network)


def test_no_fix_breaks_what_passed_before() -> None:
    """Setting fc1 to 128 would mend fc2, but the other reader of fc1 needs its 256."""
    nodes = (
        sample(2, 20),
        linear("fc1", 256),
        node("fc2", "nn.Linear", in_features=128, out_features=10),
        node("side", "nn.Linear", in_features=256, out_features=10),
    )
    fixes = offered(graph(nodes, "x>fc1", "fc1>side", "fc1>fc2"))
    assert [fix.node for fix in fixes] == ["fc2", "fc2", "fc2"]


def test_of_two_errors_each_has_fixes_of_its_own() -> None:
    nodes = (
        sample(2, 20),
        node("a", "nn.Linear", in_features=30, out_features=5),
        node("b", "nn.Linear", in_features=40, out_features=5),
    )
    findings = infer(graph(nodes, "x>a", "x>b")).findings
    assert [finding.problem.node for finding in findings] == ["a", "b"]
    assert all(fix.node in (finding.problem.node, "x") for finding in findings for fix in finding.fixes)
    assert all(finding.fixes for finding in findings)


def test_an_index_that_is_too_large_finds_room_or_is_made_smaller() -> None:
    embed = node("embed", "nn.Embedding", num_embeddings=10, embedding_dim=4)
    network = line(sample(2, 3, dtype="int64", fill="randint", high=1000), embed)
    fixes = failure(network).fixes
    assert [(fix.node, *fix.arguments) for fix in fixes] == [("embed", "num_embeddings"), ("x", "fill", "high")]
    for fix in fixes:
        assert "embed" in results(ApplyFix(fix).apply(network))


def test_fixes_are_remembered_while_nothing_near_them_changes() -> None:
    network = FAMILIES["features of Linear"].network
    aside = graph((*network.nodes.values(), sample(2, 5, name="y"), linear("side", 7)), "y>side").with_edges(
        edge for edges in network.inputs.values() for edge in edges
    )
    inferer = Inferer()
    (before,) = inferer.infer(aside).findings
    (after,) = inferer.infer(aside.with_nodes((linear("side", 8),))).findings
    assert after is before


def test_fixes_are_tried_again_when_a_reader_of_what_they_change_comes() -> None:
    network, inferer = FAMILIES["features of Linear"].network, Inferer()
    before = inferer.infer(network).findings[0]
    side = node("side", "nn.Linear", in_features=256, out_features=10)
    edges = [edge for found in network.inputs.values() for edge in found]
    joined = graph((*network.nodes.values(), side), "fc1>side").with_edges(edges)
    after = inferer.infer(joined).findings[0]
    assert Fix("set_arguments", "fc1", {"out_features": 128}) in before.fixes
    assert Fix("set_arguments", "fc1", {"out_features": 128}) not in after.fixes
