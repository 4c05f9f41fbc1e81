"""Every family of errors has its own code and numbers, told from the drawing alone, and by a run in the same words."""

from __future__ import annotations

import pytest
from broken_networks import FAMILIES, Broken
from engine_networks import failure, graph, line, node, sample

from lazygui.engine.infer import infer
from lazygui.graph.findings import Finding
from lazygui.graph.model import Graph
from lazygui.words.problems import sentence

pytestmark = pytest.mark.filterwarnings("ignore:Using a target size:UserWarning")

families = pytest.mark.parametrize("broken", FAMILIES.values(), ids=FAMILIES)


def only_error(network: Graph, is_training: bool = False) -> Finding:
    (error,) = (finding for finding in infer(network, is_training).findings if finding.is_error)
    return error


@families
def test_each_family_has_its_code_and_numbers(broken: Broken) -> None:
    problem = only_error(broken.network, broken.is_training).problem
    assert problem.code == broken.code
    assert {name: problem.details[name] for name in broken.details} == broken.details


@families
def test_a_run_says_what_was_foretold_with_torchs_own_words(broken: Broken) -> None:
    told, failed = only_error(broken.network, broken.is_training), failure(broken.network, broken.is_training)
    assert (failed.problem, failed.causes, failed.fixes) == (told.problem, told.causes, told.fixes)
    assert failed.words or not failed.received  # the drawing's own rules speak before torch


@families
def test_each_reads_as_a_sentence_that_names_the_node(broken: Broken) -> None:
    problem = only_error(broken.network, broken.is_training).problem
    assert f"“{problem.node}”" in sentence(problem)


def test_the_sentence_of_a_wrong_width_names_both_ends() -> None:
    words = sentence(only_error(FAMILIES["features of Linear"].network).problem)
    assert words.startswith("Linear “fc2” expects 128 features, but receives 256 from “relu”")


def test_nodes_behind_an_error_wait_for_it_and_have_none() -> None:
    broken = node("fc2", "nn.Linear", in_features=128, out_features=10)
    network = line(sample(2, 20), node("fc1", "nn.LazyLinear", out_features=256), broken, node("relu", "nn.ReLU"))
    known = infer(network)
    assert [finding.problem.node for finding in known.findings] == ["fc2"]
    assert known.waiting == {"relu": "fc2"}


def test_an_index_that_is_too_large_shows_in_the_run_only() -> None:
    embed = node("embed", "nn.Embedding", num_embeddings=10, embedding_dim=4)
    network = line(sample(2, 3, dtype="int64", fill="randint", high=1000), embed)
    assert infer(network).findings == []
    problem = failure(network).problem
    assert (problem.code, problem.details["largest"]) == ("index_too_large", 9)


def test_what_only_torch_understands_is_left_to_its_words() -> None:
    network = line(sample(2, 9), node("glu", "nn.GLU", dim=1))
    found = only_error(network)
    assert found.problem.code == "forward_failed"
    assert "even" in found.words


def test_the_second_of_several_inputs_is_blamed_when_it_is_the_odd_one() -> None:
    nodes = (sample(7, 2, 16), sample(5, 2, 15, name="m"), node("d", "nn.TransformerDecoderLayer", d_model=16, nhead=4))
    problem = only_error(graph(nodes, "x>d:0", "m>d:1")).problem
    assert (problem.details["input"], problem.details["source"]) == ("memory", "m")
