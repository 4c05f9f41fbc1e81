"""The worker as a process, and its loop on plain streams."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import torch
from engine_networks import EXAMPLE, line, node, sample

from lazygui.engine import run, where, wire, worker
from lazygui.engine.messages import (
    EngineReady,
    Event,
    Inferred,
    InferRequest,
    NodeFailed,
    NodeFinished,
    RunFinished,
    RunRequest,
)
from lazygui.graph.model import Graph


def serve(*lines: bytes) -> list[wire.Message]:
    answers = io.BytesIO()
    worker.serve(io.BytesIO(b"".join(lines)), answers)
    return [wire.decode(said) for said in answers.getvalue().splitlines(keepends=True)]


def request(graph: Graph, generation: int = 1) -> bytes:
    return wire.encode(RunRequest.of(graph, generation, seed=0))


def last_of(messages: list[wire.Message], generation: int) -> wire.Message:
    return [m for m in messages if not isinstance(m, EngineReady) and m.generation == generation][-1]


def test_it_greets_and_answers_each_request_in_turn() -> None:
    bad = line(sample(2, 3), node("n", "nn.Nonsense"))
    said = serve(request(EXAMPLE, 1), request(bad, 2), request(EXAMPLE, 3))
    assert said[0] == EngineReady(str(torch.__version__), where.devices(), os.cpu_count() or 1)
    assert isinstance(last_of(said, 1), RunFinished)
    assert isinstance(last_of(said, 2), NodeFailed)
    assert isinstance(last_of(said, 3), RunFinished)


def test_inference_is_answered_between_runs() -> None:
    nodes, edges = tuple(EXAMPLE.nodes.values()), tuple((*s, *t) for t, s in EXAMPLE.edges.items())
    whole = wire.encode(InferRequest(1, None, nodes, edges=edges))
    said = serve(whole, request(EXAMPLE, 2), wire.encode(InferRequest(3, 1, (sample(5, 20),))))
    first, second = [message.inference for message in said if isinstance(message, Inferred)]
    assert first.nodes.keys() == EXAMPLE.nodes.keys()
    assert second.nodes["x"].outputs == ((5, 20),)
    assert isinstance(last_of(said, 2), RunFinished)


def test_an_unforeseen_error_is_reported_and_the_loop_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = run.run

    def failing(asked: RunRequest) -> Iterator[Event]:
        if asked.generation == 1:
            raise LookupError("a bug\nof ours")
        yield from real(asked)

    monkeypatch.setattr(run, "run", failing)
    said = serve(request(EXAMPLE, 1), request(EXAMPLE, 2))
    failed = last_of(said, 1)
    assert isinstance(failed, NodeFailed)
    assert (failed.node, failed.failure.problem.code) == (None, "engine_error")
    assert failed.failure.words == "LookupError: a bug"
    assert isinstance(last_of(said, 2), RunFinished)
    assert "a request failed" in caplog.text


@pytest.mark.parametrize("bad", [b"hello\n", wire.encode(EngineReady("1"))])
def test_a_line_that_is_no_request_is_reported(bad: bytes) -> None:
    said = serve(bad, request(EXAMPLE, 2))
    failed = last_of(said, -1)
    assert isinstance(failed, NodeFailed)
    assert failed.failure.problem.code == "engine_error"
    assert isinstance(last_of(said, 2), RunFinished)


NOISY = """
import os
from lazygui.engine import run, worker
real = run.run
def noisy(request):
    for event in real(request):
        print("a layer prints")
        os.write(1, b"and so does the C++ behind it\\n")
        yield event
run.run = noisy
worker.main()
"""


def test_prints_do_not_disturb_the_protocol_and_the_end_of_stdin_ends_the_process() -> None:
    process = subprocess.run(
        [sys.executable, "-c", NOISY],
        input=request(EXAMPLE),
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.returncode == 0, process.stderr.decode()
    said = [wire.decode(line) for line in process.stdout.splitlines(keepends=True)]
    assert [type(message) for message in said[:: len(said) - 1]] == [EngineReady, RunFinished]
    assert sum(isinstance(message, NodeFinished) for message in said) == len(EXAMPLE.nodes)
    assert b"a layer prints" in process.stderr
    assert b"C++" in process.stderr


def test_the_warm_up_network_runs() -> None:
    worker.warm_up()
    events = list(run.run(worker._WARM_UP))
    assert isinstance(events[-1], RunFinished)
