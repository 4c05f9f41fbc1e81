"""Makes a run anew for one of its tensors, and draws that as tiles of numbers. Knows torch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

import torch

from lazygui.engine import histogram, infer, initialize, plan, run, where
from lazygui.engine.dtypes import dtype_name
from lazygui.engine.messages import Looked, LookRequest
from lazygui.graph.findings import Finding
from lazygui.graph.pictures import TensorPicture
from lazygui.graph.problems import Problem

MOST_TILES: Final = 64
MOST_VALUES: Final = 1 << 13
"""So many numbers are told at most, of all tiles together."""


def look(request: LookRequest) -> Looked:
    """Return the picture of the tensor that is asked for, or why the run does not come to it."""
    problem = where.check(request.run.where)
    if problem:
        return Looked(request.generation, None, problem)
    with where.being(request.run.where):
        found = _tensor(request)
    if isinstance(found, torch.Tensor):
        return Looked(request.generation, picture(found))
    return Looked(request.generation, None, found)


def _tensor(request: LookRequest) -> torch.Tensor | Problem:
    built = run.prepared(request.run, infer.Inferer())
    if isinstance(built, Problem):
        return built
    graph, made = built
    values = plan.Values()
    for step in made.steps:
        passed = plan.perform(step, values)
        if isinstance(passed, Finding):
            return passed.problem
        if step.node.id == request.node and not request.parameter:
            outputs = [output for output in passed.outputs if output is not None]
            if request.output < len(outputs):
                return outputs[request.output]
            return Problem("missing_output", request.node, {"port": request.output})
        del passed
    if made.fault:
        return made.fault.problem
    initialize.finish(graph, made.steps)
    module = next((step.module for step in made.steps if step.node.id == request.node), None)
    tensors = dict(module.named_parameters(remove_duplicate=False)) if module is not None else {}
    found = tensors.get(request.parameter)
    return Problem("tie_parameter", request.node, {"parameter": request.parameter}) if found is None else found


def picture(tensor: torch.Tensor) -> TensorPicture:
    """Return what can be seen of a tensor at once; means of blocks where there is too much of it."""
    whole = tensor.detach().cpu()
    whole = whole.to(torch.uint8) if whole.dtype == torch.bool else whole
    height, width = (whole.shape[-2] if whole.dim() > 1 else 1), (whole.shape[-1] if whole.dim() else 1)
    planes = whole.reshape(-1, height, width) if whole.numel() else whole.new_zeros(0, height, width)
    told = min(len(planes), MOST_TILES)
    block = _block(height, width, MOST_VALUES // max(told, 1))
    tiles = tuple(tuple(_means(plane.double(), *block)) for plane in planes[:told])
    numbers = histogram.statistics("", whole)
    rows, columns = math.ceil(height / block[0]), math.ceil(width / block[1])
    shape, dtype = tuple(tensor.shape), dtype_name(tensor.dtype)
    return TensorPicture(shape, dtype, rows, columns, block, tiles, len(planes), numbers.minimum, numbers.maximum)


def _block(height: int, width: int, most: int) -> tuple[int, int]:
    """Return how many values one number stands for, down and across, so that there are no more than so many numbers."""
    down = across = 1
    while math.ceil(height / down) * math.ceil(width / across) > most:
        if height / down >= width / across:
            down *= 2
        else:
            across *= 2
    return down, across


def _means(plane: torch.Tensor, down: int, across: int) -> Iterator[float]:
    """Yield the mean of each block of a plane, row by row; blocks at the ends may be smaller."""
    height, width = plane.shape
    if (down, across) == (1, 1):
        yield from plane.flatten().tolist()
        return
    for top in range(0, height, down):
        rows = plane[top : top + down]
        yield from (rows[:, left : left + across].mean().item() for left in range(0, width, across))
