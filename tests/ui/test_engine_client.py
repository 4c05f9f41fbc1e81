"""The client of the engine with real worker processes, and with small scripts in their place where only Qt matters."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from itertools import pairwise

import psutil
import pytest
from pytestqt.qtbot import QtBot

from lazygui.engine.messages import NodeFailed, NodeFinished, NodeStarted, RunFinished
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.ui.engine_client import EngineClient

SLOW = 30_000
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
