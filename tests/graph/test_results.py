"""What runs have shown holds as long as nothing upstream changes, and is never brought back."""

import pytest
from drawings import CHAIN, DIAMOND, drawing, port

from lazygui.graph.document import Document
from lazygui.graph.edits import AddNodes, MoveNodes, Remove, RenameNode, SetArgument
from lazygui.graph.findings import Cause, Finding, Fix
from lazygui.graph.model import Edge, Graph, Node, Point
from lazygui.graph.problems import Problem
from lazygui.graph.results import Histogram, Inference, NodeResult, Results, State, TensorStatistics
from lazygui.graph.topology import order

UNINITIALIZED, INITIALIZED, REACHED = State.UNINITIALIZED, State.INITIALIZED, State.REACHED
FAILED, WAITING, RUNNING = State.FAILED, State.WAITING, State.RUNNING


def result(count: int = 6) -> NodeResult:
    weight = TensorStatistics("weight", (count,), "float32", count, 0, 1, -1, 1, 0, 0, 0, Histogram(-1, 1, (count,)))
    return NodeResult("nn.Linear", ((2, 8),), ("float32",), (weight,), 0.1)


def run(results: Results, graph: Graph, failing: str | None = None) -> None:
    """Report a run as the engine does, up to the node that fails."""
    results.begin()
    for name in order(graph):
        results.start(name)
        if name == failing:
            results.fail(graph, name, Finding(Problem("forward_failed", name)))
            return
        results.finish(name, result())
    results.end()


def opened(graph: Graph, failing: str | None = None) -> tuple[Document, Results]:
    document, results = Document(graph), Results()
    document.subscribe(results.on_graph_changed)
    run(results, graph, failing)
    return document, results


def states(results: Results, graph: Graph) -> dict[str, State]:
    return {name: results.state(name) for name in graph.nodes}


def test_without_a_run_every_node_is_uninitialized():
    results = Results()
    assert results.state("fc1") is UNINITIALIZED
    assert results.result("fc1") is None
    assert results.outputs("fc1") == ()
    assert results.parameter_count == 0


def test_a_node_runs_and_is_then_initialized():
    results = Results()
    results.begin()
    results.start("x")
    assert results.state("x") is RUNNING
    results.finish("x", result())
    assert results.state("x") is INITIALIZED
    assert results.outputs("x") == ((2, 8),)


def test_only_one_node_runs_at_a_time():
    results = Results()
    results.start("x")
    results.start("fc1")
    assert (results.state("x"), results.state("fc1")) == (UNINITIALIZED, RUNNING)
    results.end()
    assert results.state("fc1") is UNINITIALIZED


def test_parameters_are_counted_over_all_initialized_nodes():
    _, results = opened(CHAIN)
    assert results.parameter_count == 24


def test_a_failing_run_leaves_nodes_reached_failed_and_waiting():
    _, results = opened(DIAMOND, failing="fc2")
    assert states(results, DIAMOND) == {"x": REACHED, "fc1": REACHED, "fc2": FAILED, "add": WAITING}
    assert results.waits_for("add") == "fc2"
    assert results.failure("fc2").problem.code == "forward_failed"
    assert [name for name, _ in results.failures] == ["fc2"]


def test_a_reached_node_shows_its_shape_but_no_weights():
    _, results = opened(DIAMOND, failing="fc2")
    assert results.outputs("fc1") == ((2, 8),)
    assert results.result("fc1") is None
    assert results.parameter_count == 0


def test_a_node_beside_the_failure_is_neither_reached_nor_waiting():
    graph = drawing("x fc1 fc2", ["x > fc1", "x > fc2"])
    _, results = opened(graph, failing="fc1")
    assert states(results, graph) == {"x": REACHED, "fc1": FAILED, "fc2": UNINITIALIZED}


def test_a_new_run_forgets_the_failure():
    _, results = opened(CHAIN, failing="relu")
    run(results, CHAIN)
    assert set(states(results, CHAIN).values()) == {INITIALIZED}
    assert results.failures == ()


def test_a_reset_forgets_everything():
    for failing in (None, "relu"):
        _, results = opened(CHAIN, failing)
        results.forget_all()
        assert set(states(results, CHAIN).values()) == {UNINITIALIZED}
        assert results.outputs("x") == ()


def test_changing_a_node_forgets_it_and_all_behind_it():
    document, results = opened(DIAMOND)
    document.do(SetArgument("fc1", "out_features", 9))
    assert states(results, DIAMOND) == {
        "x": INITIALIZED,
        "fc1": UNINITIALIZED,
        "fc2": INITIALIZED,
        "add": UNINITIALIZED,
    }


def test_moving_forgets_nothing_and_rings_nobody():
    document, results = opened(CHAIN)
    heard = []
    results.subscribe(heard.append)
    document.do(MoveNodes({"fc1": Point(9, 9)}))
    assert set(states(results, CHAIN).values()) == {INITIALIZED}
    assert heard == []


@pytest.mark.parametrize(
    "edit",
    [
        SetArgument("fc1", "out_features", 9),
        Remove(frozenset({"fc1"})),
        Remove(frozenset(), frozenset({port("fc1")})),
        AddNodes(
            (Node("r", "nn.ReLU"),), {}, (Edge(port("x"), port("r")), Edge(port("r"), port("fc1"))), (port("fc1"),)
        ),
    ],
)
def test_undo_brings_no_result_back(edit):
    document, results = opened(CHAIN)
    document.do(edit)
    document.undo()
    assert document.graph is CHAIN
    assert states(results, CHAIN) == {
        "x": INITIALIZED,
        "fc1": UNINITIALIZED,
        "relu": UNINITIALIZED,
        "fc2": UNINITIALIZED,
    }


def test_undo_forgets_what_was_run_after_the_edit():
    document, results = opened(CHAIN)
    document.do(SetArgument("relu", "inplace", True))
    run(results, document.graph)
    document.undo()
    assert states(results, CHAIN) == {"x": INITIALIZED, "fc1": INITIALIZED, "relu": UNINITIALIZED, "fc2": UNINITIALIZED}


def test_results_follow_a_renaming_and_its_undo():
    document, results = opened(CHAIN)
    document.do(RenameNode("fc1", "hidden"))
    assert results.state("hidden") is INITIALIZED
    assert results.state("fc1") is UNINITIALIZED
    document.undo()
    assert set(states(results, CHAIN).values()) == {INITIALIZED}


def test_a_failure_follows_a_renaming():
    document, results = opened(CHAIN, failing="relu")
    for old, new in (("fc1", "hidden"), ("relu", "act"), ("fc2", "head")):
        document.do(RenameNode(old, new))
    assert states(results, document.graph) == {"x": REACHED, "hidden": REACHED, "act": FAILED, "head": WAITING}
    assert results.waits_for("head") == "act"
    assert results.failure("act").problem.node == "act"


def test_the_running_node_follows_a_renaming():
    document, results = opened(CHAIN)
    results.start("fc1")
    document.do(RenameNode("fc1", "hidden"))
    assert results.state("hidden") is RUNNING


@pytest.mark.parametrize(
    "mending",
    [SetArgument("fc1", "out_features", 9), Remove(frozenset({"fc1"})), Remove(frozenset(), frozenset({port("fc1")}))],
)
def test_mending_the_failed_node_keeps_nobody_waiting(mending):
    document, results = opened(CHAIN, failing="fc1")
    document.do(mending)
    assert [results.state(name) for name in ("x", "fc1", "relu", "fc2")] == [REACHED, *[UNINITIALIZED] * 3]
    assert results.failures == ()


def test_a_change_behind_the_failure_leaves_the_failure():
    document, results = opened(CHAIN, failing="fc1")
    document.do(SetArgument("fc2", "out_features", 9))
    assert states(results, CHAIN) == {"x": REACHED, "fc1": FAILED, "relu": WAITING, "fc2": UNINITIALIZED}


def test_another_document_has_no_results_of_this_one():
    document, results = opened(CHAIN, failing="relu")
    document.replace(CHAIN)
    assert set(states(results, CHAIN).values()) == {UNINITIALIZED}


def test_observers_hear_which_nodes_show_something_else():
    results = Results()
    heard: list[set[str]] = []
    leave = results.subscribe(lambda change: heard.append(set(change.nodes)))
    run(results, CHAIN, failing="fc1")
    assert heard == [set(), {"x"}, {"x"}, {"fc1"}, {"x", "fc1", "relu", "fc2"}]
    leave()
    results.forget_all()
    assert len(heard) == 5


def test_an_answer_rings_only_for_those_of_whom_it_tells_something_else():
    _, results = opened(CHAIN)
    one, other = (Finding(Problem("tensor_mismatch", node)) for node in list(CHAIN.nodes)[:2])
    results.infer(Inference(findings=(one,), waiting={"ghost": one.problem.node}))
    rung: list[frozenset[str]] = []
    results.subscribe(lambda change: rung.append(change.nodes))
    results.infer(Inference(findings=(one, other), waiting={"ghost": one.problem.node}))
    results.infer(Inference(findings=(other,)))
    assert rung == [{other.problem.node}, {one.problem.node, "ghost"}]


def test_a_finding_speaks_of_renamed_nodes_by_their_new_names() -> None:
    problem = Problem("wrong_length", "b", {"source": "a", "argument": "a", "got": 4})
    finding = Finding(problem, causes=(Cause("got", 4, "a", "out_features", ("a", "b")),), fixes=(Fix("remove", "a"),))
    renamed = finding.renamed({"a": "z"})
    assert renamed.problem == Problem("wrong_length", "b", {"source": "z", "argument": "a", "got": 4})
    assert (renamed.causes[0].node, renamed.causes[0].path, renamed.fixes[0].node) == ("z", ("z", "b"), "z")
    assert finding.renamed({"b": "y"}).problem.node == "y"
