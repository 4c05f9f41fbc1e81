"""Runs in other precisions and on other threads: the numbers of plain torch there, and nothing left behind."""

from __future__ import annotations

import os

import pytest
import torch
from engine_networks import line, node, sample
from torch import nn

from lazygui.engine import where
from lazygui.engine.backward import backward
from lazygui.engine.look import look
from lazygui.engine.messages import BackwardRequest, LookRequest, NodeFailed, NodeFinished, RunFinished, RunRequest
from lazygui.engine.run import run
from lazygui.graph.model import Graph
from lazygui.graph.results import NodeResult
from lazygui.graph.where import DTYPES, Where

NETWORK = line(
    sample(4, 20),
    node("fc1", "nn.LazyLinear", out_features=16),
    node("norm", "nn.LazyBatchNorm1d"),
    node("relu", "nn.ReLU"),
    node("fc2", "nn.LazyLinear", out_features=3),
)


def results(network: Graph, place: Where) -> dict[str, NodeResult]:
    events = list(run(RunRequest.of(network, 1, 7, where=place)))
    assert isinstance(events[-1], RunFinished), events[-1]
    return {event.node: event.result for event in events if isinstance(event, NodeFinished)}


@pytest.mark.parametrize("dtype", DTYPES)
def test_weights_and_outputs_are_those_of_plain_torch_in_that_precision(dtype: str) -> None:
    told = results(NETWORK, Where(dtype=dtype))
    torch.set_default_dtype(getattr(torch, dtype))
    try:
        torch.manual_seed(7)
        net = nn.Sequential(nn.LazyLinear(16), nn.LazyBatchNorm1d(), nn.ReLU(), nn.LazyLinear(3)).eval()
        with torch.no_grad():
            out = net(torch.rand(4, 20, generator=torch.Generator().manual_seed(7)))
    finally:
        torch.set_default_dtype(torch.float32)
    assert told["fc2"].dtypes == (dtype,)
    weight = told["fc1"].parameters[0]
    assert (weight.dtype, weight.minimum, weight.maximum) == (
        dtype,
        net[0].weight.min().item(),
        net[0].weight.max().item(),
    )
    (output,) = told["fc2"].activations.outputs
    assert (output.minimum, output.maximum) == (out.min().item(), out.max().item())


@pytest.mark.parametrize("dtype", DTYPES)
def test_a_run_leaves_the_precision_of_the_process_as_it_was(dtype: str) -> None:
    events = run(RunRequest.of(NETWORK, 1, 0, where=Where(dtype=dtype)))
    next(events)
    events.close()
    assert torch.get_default_dtype() == torch.float32


def test_integers_stay_integers() -> None:
    network = line(
        sample(4, 3, dtype="int64", fill="zeros"), node("embed", "nn.Embedding", num_embeddings=5, embedding_dim=2)
    )
    told = results(network, Where(dtype="float64"))
    assert (told["x"].dtypes, told["embed"].dtypes) == (("int64",), ("float64",))


def test_so_many_threads_are_used_as_one_wants() -> None:
    results(NETWORK, Where(threads=1))
    assert torch.get_num_threads() == 1
    results(NETWORK, Where())
    assert torch.get_num_threads() == max(1, (os.cpu_count() or 1) - 1)


@pytest.mark.parametrize(
    ("place", "code"), [(Where("cuda:77"), "device_missing"), (Where(dtype="complex64"), "dtype_unknown")]
)
def test_what_is_not_there_is_told_by_runs_and_by_questions(place: Where, code: str) -> None:
    request = RunRequest.of(NETWORK, 1, 0, where=place)
    (failed,) = run(request)
    assert isinstance(failed, NodeFailed)
    assert failed.failure.problem.code == code
    for problem in (look(LookRequest(request, "fc1", "weight")).problem, backward(BackwardRequest(request)).problem):
        assert problem is not None
        assert problem.code == code


def test_questions_are_answered_in_the_precision_of_the_run() -> None:
    request = RunRequest.of(NETWORK, 1, 7, where=Where(dtype="float64"))
    picture = look(LookRequest(request, "fc1", "weight")).picture
    assert picture is not None
    assert picture.dtype == "float64"
    assert backward(BackwardRequest(request)).gradients["fc1"].parameters[0].dtype == "float64"
    assert torch.get_default_dtype() == torch.float32


def test_the_cpu_is_the_first_device() -> None:
    assert where.devices()[0] == "cpu"


@pytest.mark.parametrize("device", [one for one in where.devices() if one != "cpu"] or ["cpu"])
def test_every_device_of_the_machine_gives_the_same_shapes(device: str) -> None:
    here, there = results(NETWORK, Where()), results(NETWORK, Where(device))
    assert {key: one.outputs for key, one in here.items()} == {key: one.outputs for key, one in there.items()}
