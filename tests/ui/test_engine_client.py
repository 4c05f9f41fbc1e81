"""The client of the engine with real worker processes, and with small scripts in their place where only Qt matters."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

import psutil
import pytest
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import Inferred, NodeFailed, NodeFinished, NodeStarted, RunFinished
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.ui.engine_client import EngineClient

SLOW = 120_000
"""Milliseconds that two imports of torch may take on a machine that is busy with other tests."""


def line(*nodes: Node) -> Graph:
    return Graph({node.id: node for node in nodes}).with_edges(Edge(Port(a.id), Port(b.id)) for a, b in pairwise(nodes))


EXAMPLE = line(
    Node("x", "Input", {"shape": (2, 20)}),
    Node("fc1", "nn.LazyLinear", {"out_features": 256}),
    Node("relu", "nn.ReLU"),
    Node("fc2", "nn.LazyLinear", {"out_features": 10}),
)
HUGE = line(
    Node("x", "Input", {"shape": (10_000, 6000)}),
    *(Node(f"fc{i}", "nn.LazyLinear", {"out_features": 6000}) for i in range(3)),
)


class Log:
    """What a client has said, in order."""

    def __init__(self, client: EngineClient) -> None:
        self.events: list[object] = []
        self.versions: list[str] = []
        self.deaths: list[str] = []
        client.event_received.connect(self.events.append)
        client.ready.connect(self.versions.append)
        client.worker_died.connect(self.deaths.append)

    @property
    def is_finished(self) -> bool:
        return bool(self.events) and isinstance(self.events[-1], RunFinished | NodeFailed)


@pytest.fixture
def client(qtbot: QtBot) -> Iterator[EngineClient]:
    # Other tests of the session may share an engine of their own.
    others = workers()
    client = EngineClient()
    yield client
    client.shutdown()
    assert workers() == others


@pytest.fixture
def log(client: EngineClient) -> Log:
    return Log(client)


def workers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE]


def wait_for_standby(qtbot: QtBot, client: EngineClient) -> None:
    qtbot.waitUntil(lambda: client.is_ready and client.has_standby, timeout=SLOW)


def run_example(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    log.events.clear()
    generation = client.run(EXAMPLE, seed=0)
    qtbot.waitUntil(lambda: log.is_finished, timeout=SLOW)
    assert log.events[-1] == RunFinished(generation, 7946, log.events[-1].seconds)  # type: ignore[attr-defined]


def test_it_gets_ready_and_runs_the_example_in_order(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    client.start()
    assert not client.is_ready
    qtbot.waitUntil(lambda: client.is_ready, timeout=SLOW)
    assert log.versions
    assert log.versions[0][0].isdigit()
    run_example(qtbot, client, log)
    assert [type(event) for event in log.events] == [NodeStarted, NodeFinished] * 4 + [RunFinished]
    assert not client.is_running


def test_a_request_that_comes_before_the_engine_waits_for_it(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    client.start()
    client.run(EXAMPLE, seed=0)
    assert client.is_running
    assert not client.is_ready
    qtbot.waitUntil(lambda: log.is_finished, timeout=SLOW)
    assert isinstance(log.events[-1], RunFinished)


def test_cancel_in_the_middle_of_a_huge_layer_frees_the_engine_at_once(
    qtbot: QtBot, client: EngineClient, log: Log
) -> None:
    client.start()
    wait_for_standby(qtbot, client)
    first = client.worker_pid
    client.run(HUGE, seed=0)
    qtbot.waitUntil(lambda: any(isinstance(e, NodeStarted) and e.node != "x" for e in log.events), timeout=SLOW)
    client.cancel()
    assert client.is_ready, "the standby takes over in the same turn"
    assert not client.is_running
    assert client.worker_pid != first
    said = len(log.events)
    run_example(qtbot, client, log)
    assert said
    assert log.deaths == []
    qtbot.waitUntil(lambda: first not in [w.pid for w in workers()], timeout=SLOW)


def test_a_worker_that_is_killed_is_told_and_replaced(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    client.start()
    wait_for_standby(qtbot, client)
    client.run(HUGE, seed=0)
    qtbot.waitUntil(lambda: len(log.events) > 0, timeout=SLOW)
    assert client.worker_pid is not None
    os.kill(client.worker_pid, signal.SIGTERM)
    qtbot.waitUntil(lambda: len(log.deaths) == 1, timeout=SLOW)
    assert not client.is_running
    assert client.is_ready
    run_example(qtbot, client, log)


def test_events_of_an_earlier_generation_are_dropped(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    client.start()
    qtbot.waitUntil(lambda: client.is_ready, timeout=SLOW)
    old = client.run(HUGE, seed=0)
    new = client.run(EXAMPLE, seed=0)
    qtbot.waitUntil(lambda: log.is_finished, timeout=SLOW)
    assert new > old
    assert {event.generation for event in log.events} == {new}  # type: ignore[attr-defined]


def test_a_waiting_request_that_is_cancelled_is_never_sent(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    client.start()
    pid = client.worker_pid
    client.run(EXAMPLE, seed=0)
    client.cancel()
    assert not client.is_running
    run_example(qtbot, client, log)
    assert client.worker_pid == pid, "nothing was running there that had to be killed"


def test_shutdown_in_the_middle_of_a_run_leaves_no_process(qtbot: QtBot, client: EngineClient, log: Log) -> None:
    others = workers()
    client.start()
    wait_for_standby(qtbot, client)
    client.run(HUGE, seed=0)
    qtbot.waitUntil(lambda: len(log.events) > 0, timeout=SLOW)
    client.shutdown()
    assert workers() == others
    assert not client.is_ready
    assert client.worker_pid is None


def test_a_worker_that_cannot_start_is_given_up_with_its_last_words(qtbot: QtBot) -> None:
    client = EngineClient(command=(sys.executable, "-c", "raise SystemExit('no module named torch')"))
    log = Log(client)
    client.start()
    client.run(EXAMPLE, seed=0)
    qtbot.waitUntil(lambda: bool(log.deaths), timeout=SLOW)
    assert log.deaths == ["no module named torch"]
    assert not client.is_running
    assert client.worker_pid is None
    client.shutdown()


def test_a_program_that_is_not_there_is_given_up(qtbot: QtBot) -> None:
    client = EngineClient(command=("/no/such/python",))
    log = Log(client)
    client.start()
    qtbot.waitUntil(lambda: bool(log.deaths), timeout=SLOW)
    assert not client.is_ready
    assert client.worker_pid is None
    client.shutdown()


CHATTY = """
import sys
from lazygui.engine import wire
from lazygui.engine.messages import EngineReady, NodeStarted, RunFinished
say = sys.stdout.buffer
say.write(wire.encode(EngineReady("9.9")))
say.flush()
for line in sys.stdin.buffer:
    generation = wire.decode(line).generation
    say.write(b"not a message\\n")
    for i in range(5000):
        say.write(wire.encode(NodeStarted(generation, f"n{i}")))
    say.write(wire.encode(RunFinished(generation, 0, 0.0)))
    say.flush()
"""


def test_a_flood_of_events_arrives_whole_and_in_order_over_many_turns(qtbot: QtBot) -> None:
    client = EngineClient(command=(sys.executable, "-c", CHATTY))
    log = Log(client)
    client.start()
    client.run(EXAMPLE, seed=0)
    qtbot.waitUntil(lambda: log.is_finished, timeout=SLOW)
    assert [e.node for e in log.events[:-1]] == [f"n{i}" for i in range(5000)]  # type: ignore[attr-defined]
    assert log.versions == ["9.9"]
    client.shutdown()


INFERRING = """
import os, sys
from lazygui.engine import wire
from lazygui.engine.messages import EngineReady, Inferred, InferRequest, NodeFailed, NodeStarted
from lazygui.graph.findings import Finding
from lazygui.graph.problems import Problem
from lazygui.graph.results import Inference, NodeShapes
say = sys.stdout.buffer
def tell(message):
    say.write(wire.encode(message))
    say.flush()
tell(EngineReady("9.9"))
for line in sys.stdin.buffer:
    request = wire.decode(line)
    if not isinstance(request, InferRequest):
        tell(NodeStarted(request.generation, "x"))  # and the run never ends
        continue
    if any(node.id == "deadly" for node in request.nodes):
        sys.exit("that was too much")
    if any(node.id == "broken" for node in request.nodes):
        tell(NodeFailed(request.generation, None, Finding(Problem("engine_error"))))
        continue
    told = {node.id: NodeShapes(f"{request.base} {os.getpid()}", ((1,),), ("float32",)) for node in request.nodes}
    tell(Inferred(request.generation, Inference(told, request.removed)))
"""
"""Answers each request for shapes with the nodes that it was told of; `type` holds what they were told on top of."""


class Shapes:
    """A client on workers that infer at once, and what it has said of shapes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.client = EngineClient(command=(sys.executable, "-c", INFERRING))
        self.answers: list[Inferred] = []
        self._qtbot = qtbot
        self.client.inferred.connect(self.answers.append)

    def of(self, graph: Graph) -> dict[str, tuple[str, ...]]:
        """Ask, wait for the answer, and return what each node was told on top of, and by whom."""
        generation = self.client.infer(graph)
        self.wait_until(lambda: self.answers and self.answers[-1].generation == generation)
        return {node: tuple(shapes.type.split()) for node, shapes in self.answers[-1].inference.nodes.items()}

    def wait_until(self, is_true: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(is_true()), timeout=SLOW)

    def wait_for_both(self) -> None:
        self.client.start()
        self.wait_until(lambda: self.client.is_ready and self.client.has_standby)


@pytest.fixture
def shapes(qtbot: QtBot) -> Iterator[Shapes]:
    shapes = Shapes(qtbot)
    yield shapes
    shapes.client.shutdown()


def test_a_second_question_tells_only_what_is_new_and_its_answer_is_whole(shapes: Shapes) -> None:
    shapes.wait_for_both()
    first = shapes.of(EXAMPLE)
    second = shapes.of(EXAMPLE.with_nodes([Node("fc1", "nn.LazyLinear", {"out_features": 3})]))
    assert {base for base, _ in first.values()} == {"None"}
    assert list(second) == ["x", "fc1", "relu", "fc2"]
    assert {node for node in second if second[node] != first[node]} == {"fc1"}
    assert second["fc1"][0] == str(shapes.answers[-2].generation)


def test_a_node_that_has_gone_is_in_no_answer_any_more(shapes: Shapes) -> None:
    shapes.wait_for_both()
    shapes.of(EXAMPLE)
    assert list(shapes.of(EXAMPLE.without_nodes(["fc2"]))) == ["x", "fc1", "relu"]


def test_a_run_does_not_make_shapes_wait(shapes: Shapes) -> None:
    shapes.wait_for_both()
    shapes.client.run(EXAMPLE, seed=0)
    told = shapes.of(EXAMPLE)
    assert shapes.client.is_running
    assert str(shapes.client.worker_pid) not in {pid for _, pid in told.values()}


def test_of_the_drawings_that_wait_only_the_newest_is_inferred(shapes: Shapes) -> None:
    shapes.wait_for_both()
    drawings = [EXAMPLE.without_nodes([gone]) for gone in ("fc2", "relu", "fc1", "x")]
    generations = [shapes.client.infer(drawing) for drawing in drawings]
    shapes.wait_until(lambda: not shapes.client.is_inferring)
    assert [answer.generation for answer in shapes.answers] == generations[-1:]
    assert list(shapes.answers[0].inference.nodes) == ["fc1", "relu", "fc2"]


def test_a_question_before_the_engine_is_ready_waits_for_it(shapes: Shapes) -> None:
    shapes.client.start()
    assert not shapes.client.is_ready
    assert list(shapes.of(EXAMPLE)) == list(EXAMPLE.nodes)


def test_shapes_that_nobody_wants_any_more_are_not_told(shapes: Shapes) -> None:
    shapes.wait_for_both()
    shapes.client.infer(EXAMPLE)
    shapes.client.forget_inference()
    assert not shapes.client.is_inferring
    shapes.of(EXAMPLE)
    assert len(shapes.answers) == 1


def test_another_worker_answers_for_one_that_was_cancelled(shapes: Shapes) -> None:
    shapes.wait_for_both()
    before = shapes.of(EXAMPLE)
    shapes.client.run(EXAMPLE, seed=0)
    shapes.client.cancel()
    shapes.wait_until(lambda: shapes.client.has_standby)
    after = shapes.of(EXAMPLE)
    assert {base for base, _ in after.values()} == {"None"}, "a new worker is told everything"
    assert list(after) == list(before)


def test_a_drawing_that_kills_its_workers_is_given_up_until_it_changes(shapes: Shapes) -> None:
    shapes.wait_for_both()
    shapes.client.infer(EXAMPLE.with_nodes([Node("deadly", "nn.ReLU")]))
    shapes.wait_until(lambda: not shapes.client.is_inferring)
    assert shapes.answers == []
    assert list(shapes.of(EXAMPLE)) == list(EXAMPLE.nodes)


def test_an_inference_that_breaks_in_the_engine_is_no_failed_run_and_the_next_begins_anew(
    shapes: Shapes,
) -> None:
    shapes.wait_for_both()
    log = Log(shapes.client)
    shapes.of(EXAMPLE)
    shapes.client.infer(EXAMPLE.with_nodes([Node("broken", "nn.ReLU")]))
    shapes.wait_until(lambda: not shapes.client.is_inferring)
    assert (len(shapes.answers), log.events) == (1, [])
    assert {base for base, _ in shapes.of(EXAMPLE).values()} == {"None"}


def test_a_large_drawing_arrives_whole_also_after_one_that_was_given_up_on_its_way(
    qtbot: QtBot, client: EngineClient, log: Log
) -> None:
    large = line(Node("x", "Input", {"shape": (2, 20)}), *(Node(f"relu{i}", "nn.ReLU") for i in range(900)))
    client.start()
    qtbot.waitUntil(lambda: client.is_ready, timeout=SLOW)
    client.run(large, seed=0)
    generation = client.run(large, seed=1)
    qtbot.waitUntil(lambda: log.is_finished, timeout=SLOW)
    assert [type(event) for event in log.events] == [NodeStarted, NodeFinished] * 901 + [RunFinished]
    assert {event.generation for event in log.events} == {generation}  # type: ignore[attr-defined]
