"""The engine's process: requests in on stdin, events out on what was stdout. Ends when stdin does.

Run as `python -m lazygui.engine.worker`; it speaks the lines of `wire`.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Iterator
from typing import BinaryIO, Final

import torch

from lazygui.engine import backward, explain, infer, look, run, where, wire
from lazygui.engine.drawing import Drawing
from lazygui.engine.messages import (
    BackwardRequest,
    EngineReady,
    Event,
    FitRequest,
    InferRequest,
    LookRequest,
    NodeFailed,
    RunRequest,
)
from lazygui.graph.findings import Finding
from lazygui.graph.model import Node
from lazygui.graph.problems import Problem

log = logging.getLogger("lazygui.engine")

_WARM_UP: Final = RunRequest(
    generation=-1,
    nodes=(
        Node("x", "Input", {"shape": (2, 3, 8, 8)}),
        Node("conv", "nn.LazyConv2d", {"out_channels": 4, "kernel_size": 3}),
        Node("norm", "nn.LazyBatchNorm2d"),
        Node("relu", "nn.ReLU"),
        Node("flatten", "nn.Flatten"),
        Node("fc", "nn.LazyLinear", {"out_features": 4}),
        Node("add", "torch.add"),
    ),
    edges=(
        ("x", 0, "conv", 0),
        ("conv", 0, "norm", 0),
        ("norm", 0, "relu", 0),
        ("relu", 0, "flatten", 0),
        ("flatten", 0, "fc", 0),
        ("fc", 0, "add", 0),
        ("fc", 0, "add", 1),
    ),
)


def private_stdout() -> BinaryIO:
    """Return a stream for the protocol alone and send everything else that is printed, by torch too, to stderr."""
    sys.stdout.flush()
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


def warm_up() -> None:
    """Take the slow first steps, above all torch's 800 modules for meta, before anybody waits for them."""
    infer.infer(_WARM_UP.graph)
    for event in run.run(_WARM_UP):
        if isinstance(event, NodeFailed):
            log.error("the engine could not warm up: %s", event.failure)
    gc.collect()
    gc.freeze()


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer every request in turn until there are no more."""

    def say(event: Event) -> None:
        answers.write(wire.encode(event))
        answers.flush()

    say(EngineReady(str(torch.__version__), where.devices(), os.cpu_count() or 1))
    drawing = Drawing()
    for line in requests:
        generation = -1
        try:
            request = wire.decode(line)
            if not isinstance(request, RunRequest | InferRequest | FitRequest | LookRequest | BackwardRequest):
                raise ValueError(f"not a request: {type(request).__name__}")
            generation = request.generation
            for event in _answers(request, drawing):
                say(event)
        except BrokenPipeError:
            return
        except Exception as error:  # the process border: report, and live on
            log.exception("a request failed")
            words = f"{type(error).__name__}: {explain.words(error)}".splitlines()[0]
            say(NodeFailed(generation, None, Finding(Problem("engine_error"), words=words)))


def _answers(
    request: RunRequest | InferRequest | FitRequest | LookRequest | BackwardRequest, drawing: Drawing
) -> Iterator[Event]:
    match request:
        case RunRequest():
            yield from run.run(request)
        case InferRequest():
            yield from drawing.answer(request)
        case FitRequest():
            yield from drawing.fit(request)
        case LookRequest():
            yield look.look(request)
        case BackwardRequest():
            yield backward.backward(request)


def main() -> None:
    """Serve the process that started this one."""
    # Ctrl+C in a terminal is meant for the window; this process ends when the window closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(stream=sys.stderr)
    answers = private_stdout()
    warm_up()
    try:
        serve(sys.stdin.buffer, answers)
    except BrokenPipeError:
        log.info("nobody listens any more")


if __name__ == "__main__":
    main()
