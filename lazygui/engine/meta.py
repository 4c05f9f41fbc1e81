"""One node on the meta device: built, called once, and asked for its shapes. Knows torch and no graph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import torch
from torch import nn
from torch.nn.parameter import is_lazy

from lazygui import catalog
from lazygui.catalog.spec import Role, Value
from lazygui.engine import build, explain, plan, rehearsal, sample
from lazygui.engine.dtypes import Specs, dtype_name
from lazygui.engine.macs import Counter
from lazygui.graph import rules
from lazygui.graph.findings import Shape
from lazygui.graph.model import Node
from lazygui.graph.results import NodeShapes

META: Final = torch.device("meta")
FEW_STEPS: Final = 2
"""A layer that unrolls is asked for so many steps: meta would take each of them, at milliseconds a step."""


class Refused(NamedTuple):
    """Torch did not take it: what it raised, and whether that was while the module was built."""

    error: Exception
    is_construction: bool


def _refused(error: Exception, is_construction: bool = False) -> Refused:
    """Keep what was raised and none of the tensors that its frames hold: it is remembered for long."""
    error.__traceback__ = error.__context__ = error.__cause__ = None
    return Refused(error, is_construction)


def evaluate(
    node: Node, taken: tuple[int, ...], specs: Specs, is_training: bool, filled: tuple[str, ...] = ()
) -> NodeShapes | Refused:
    """Build the node and call it once. `specs` arrive at the `taken` ports; the arguments `filled` were left AUTO."""
    assert node.spec is not None
    if node.spec.role in (Role.CUSTOM, Role.INPUT):
        return _foretold(node, specs)
    try:
        module = _module(node, is_training)
    except Exception as error:  # torch's border: a constructor may raise anything
        return _refused(error, is_construction=True)
    asked = _asked(node, taken, specs, module, filled)
    foreseen = explain.foreseen(node, taken, specs) if isinstance(asked, NodeShapes) else None
    told = asked if isinstance(asked, NodeShapes) else None
    due = rehearsal.is_due(node, taken, specs, told, foreseen is not None)
    if due and rehearsal.is_small(specs, module, told):
        return _rehearsed(node, taken, specs, is_training, filled, told)
    return Refused(foreseen, is_construction=False) if foreseen else asked


def _asked(
    node: Node, taken: tuple[int, ...], specs: Specs, module: nn.Module | None, filled: tuple[str, ...]
) -> NodeShapes | Refused:
    """Ask meta. Where values decide it has no answer, and the outputs are unknown."""
    assert node.spec is not None
    if node.spec.reads_values:
        return _told(node, module, (None,) * len(node.output_names), None, filled)
    steps = _steps(node, specs)
    try:
        outputs, macs = _call(node, taken, module, _shortened(specs, steps))
    except Exception as error:  # torch's border: a layer may raise anything
        return _refused(error)
    return _lengthened(_told(node, module, outputs, macs, filled), steps)


def _rehearsed(
    node: Node,
    taken: tuple[int, ...],
    specs: Specs,
    is_training: bool,
    filled: tuple[str, ...],
    told: NodeShapes | None,
) -> NodeShapes | Refused:
    """Call it with numbers. Only meta counts multiply-adds."""
    try:
        module, outputs = rehearsal.call(node, taken, specs, is_training)
    except Exception as error:  # torch's border: a layer may raise anything
        return _refused(error)
    return _told(node, module, outputs, told.macs if told else None, filled)


def _foretold(node: Node, specs: Specs) -> NodeShapes:
    """Return what an Input will be, or what a custom node says of itself: its source never runs here."""
    assert node.spec is not None
    if node.spec.is_input:
        shape: Any = rules.sample_shape(node)
        return NodeShapes(node.type, (shape,), (str(node.value("dtype")),))
    like = node.value("like")
    if isinstance(like, int) and 0 <= like < len(specs):
        count = len(node.output_names)
        return NodeShapes(node.type, (specs[like].shape,) * count, (specs[like].dtype,) * count, macs=None)
    return NodeShapes(node.type, (None,) * len(node.output_names), ("",) * len(node.output_names), macs=None)


def _module(node: Node, is_training: bool) -> nn.Module | None:
    assert node.spec is not None
    with META:
        if node.spec.is_module:
            return _with_counters(build.module(node).train(is_training))
        if node.spec.role is Role.PARAMETER:
            return build.Held(sample.parameter(node))
        return build.Held(sample.constant(node)) if node.spec.role is Role.CONSTANT else None


def _with_counters(module: nn.Module) -> nn.Module:
    """Give a module real numbers where it counts with them: how many batches a BatchNorm has seen."""
    for part in module.modules():
        for name, buffer in part.named_buffers(recurse=False):
            if not is_lazy(buffer) and buffer.dim() == 0:
                setattr(part, name, torch.zeros((), dtype=buffer.dtype, device="cpu"))
    return module


def _call(node: Node, taken: tuple[int, ...], module: nn.Module | None, specs: Specs) -> tuple[plan.Outputs, int]:
    """Return the outputs and the multiply-adds; raises what torch raises."""
    inputs = [torch.empty(shape, dtype=build.dtype(dtype), device=META) for shape, dtype in specs]
    with torch.no_grad(), Counter() as counter:
        outputs = plan.flat(build.function(node, taken, module)(*inputs))
    return outputs, counter.macs


def _told(
    node: Node, module: nn.Module | None, outputs: plan.Outputs, macs: int | None, filled: tuple[str, ...]
) -> NodeShapes:
    parameters = module.named_parameters() if module is not None else ()
    is_torch = module is not None and not isinstance(module, build.Held)
    return NodeShapes(
        type=f"nn.{type(module).__name__}" if is_torch else node.type,
        outputs=tuple(None if output is None else tuple(output.shape) for output in outputs),
        dtypes=tuple("" if output is None else dtype_name(output.dtype) for output in outputs),
        parameters=tuple((name, tuple(parameter.shape)) for name, parameter in parameters),
        sizes=MappingProxyType({name: node.arguments[name] for name in filled} | found_sizes(node, module)),
        macs=macs,
    )


def found_sizes(node: Node, module: nn.Module | None) -> dict[str, Value]:
    """Return what a lazy layer found, under the arguments that the class has which it became."""
    assert node.spec is not None
    becomes = catalog.find(node.spec.becomes) if node.spec.becomes else None
    names = [a.name for a in becomes.arguments if node.spec.argument(a.name) is None] if becomes else []
    return {name: getattr(module, name) for name in names}


@dataclass(frozen=True, slots=True)
class _Steps:
    """The time axis of a layer that unrolls, and how long it really is."""

    axis: int
    count: int


def _steps(node: Node, specs: Specs) -> _Steps | None:
    if node.spec is None or not node.spec.unrolls or not specs:
        return None
    shape = specs[0].shape
    axis = 1 if node.value("batch_first") and len(shape) == 3 else 0
    return _Steps(axis, shape[axis]) if len(shape) in (2, 3) and shape[axis] > FEW_STEPS else None


def _shortened(specs: Specs, steps: _Steps | None) -> Specs:
    return (
        specs if steps is None else (specs[0]._replace(shape=_with(specs[0].shape, steps.axis, FEW_STEPS)), *specs[1:])
    )


def _lengthened(shapes: NodeShapes, steps: _Steps | None) -> NodeShapes:
    if steps is None or shapes.outputs[0] is None:
        return shapes
    outputs = (_with(shapes.outputs[0], steps.axis, steps.count), *shapes.outputs[1:])
    return replace(shapes, outputs=outputs, macs=(shapes.macs or 0) // FEW_STEPS * steps.count)


def _with(shape: Shape, axis: int, length: int) -> Shape:
    return (*shape[:axis], length, *shape[axis + 1 :])
