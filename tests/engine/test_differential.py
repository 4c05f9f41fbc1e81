"""Inference against plain eager torch: for random calls of every layer the same verdict, and the same shapes.

`--cases 5000` tries more of them, `--cases-seed N` others.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import torch
from random_calls import Case, cases
from torch import nn
from torch.nn import functional

from lazygui.catalog import CATALOG
from lazygui.catalog.spec import LayerSpec, Role
from lazygui.engine import probe, rehearsal
from lazygui.engine.infer import Inferer, sizes
from lazygui.graph import calling, rules
from lazygui.graph.calling import Construction, Setting, Tensor
from lazygui.graph.filling import filled, open_arguments
from lazygui.graph.model import Node

LAYERS = [spec for spec in CATALOG.values() if spec.role is Role.LAYER]
ROOTS = {"torch": torch, "nn": nn, "F": functional}


def resolve(name: str) -> Any:
    root, *path = name.split(".")
    found: Any = ROOTS[root]
    for part in path:
        found = getattr(found, part)
    return found


def block(spec: LayerSpec) -> Callable[..., Any]:
    names: dict[str, Any] = {"torch": torch, "nn": nn, "F": functional, "math": __import__("math")}
    exec(spec.source, names)
    return names[spec.name]


def constructed(told: Construction) -> Any:
    inner = {told.inner[0]: constructed(told.inner[1])} if told.inner else {}
    return resolve(told.type)(**inner, **{one.name: one.value for one in told.settings})


def content(part: Any, tensors: Mapping[int, torch.Tensor]) -> Any:
    if isinstance(part, Setting):
        return getattr(torch, str(part.value)) if part.name == "dtype" and part.value else part.value
    return tensors[part.index] if isinstance(part, Tensor) else tuple(tensors[one.index] for one in part)


def tensor(shape: tuple[int, ...], dtype: str) -> torch.Tensor:
    """Floating numbers between 0 and 1; integers that are valid indices of anything."""
    kind = getattr(torch, dtype)
    return torch.rand(shape).to(kind) if kind.is_floating_point else torch.zeros(shape, dtype=kind)


def flat(result: Any) -> list[torch.Tensor]:
    if isinstance(result, tuple | list):
        return [one for part in result for one in flat(part)]
    return [] if result is None else [result]


def eager(node: Node, case: Case) -> tuple[Any, ...] | Exception:
    """Build and call with real numbers, and return class, shapes, dtypes and parameters, or what torch raised."""
    assert node.spec is not None
    tensors = {index: tensor(shape, dtype) for index, shape, dtype in case.inputs}
    call = calling.calling(node, [index for index, _, _ in case.inputs])
    try:
        with torch.no_grad():
            if node.spec.is_module:
                target = constructed(calling.construction(node)).train(case.is_training)
            else:
                target = block(node.spec) if node.spec.source else resolve(node.spec.call.function)
            named = [part if isinstance(part, tuple) else (part.name, part) for part in call.keywords]
            result = target(
                *(content(part, tensors) for part in call.positional),
                **{name: content(part, tensors) for name, part in named},
            )
    except Exception as error:
        return error
    parameters = target.named_parameters() if isinstance(target, nn.Module) else ()
    return (
        f"nn.{type(target).__name__}" if isinstance(target, nn.Module) else node.type,
        tuple(tuple(one.shape) for one in flat(result)),
        tuple(str(one.dtype).removeprefix("torch.") for one in flat(result)),
        tuple((name, tuple(parameter.shape)) for name, parameter in parameters),
    )


def foretold(case: Case, inferer: Inferer) -> tuple[Any, ...] | str:
    known = inferer.infer(case.graph, case.is_training, should_explain=False)
    shapes = known.shapes.get("layer")
    if shapes is None:
        return str([(f.problem.code, dict(f.problem.details), f.words[:200]) for f in known.findings])
    return shapes.type, shapes.outputs, shapes.dtypes, shapes.parameters


def told(case: Case, inferer: Inferer) -> Node:
    """Return the node with the sizes that were left open filled in; those that cannot be stay as they are."""
    graph = case.graph
    return filled(graph, sizes(inferer.infer(graph, case.is_training, should_explain=False))).nodes["layer"]


def difference(case: Case, inferer: Inferer) -> str | None:
    node = told(case, inferer)
    if rules.check_node(node) or rules.missing_inputs(node, case.graph.inputs.get("layer", ())):
        return None
    ours = foretold(case, inferer)
    if open_arguments(node):
        return None if isinstance(ours, str) else f"open, and foretold: {ours}"
    theirs = eager(node, case)
    where = f"{node.type}({dict(node.arguments)}) <- {case.inputs} {'train' if case.is_training else 'eval'}"
    if isinstance(theirs, Exception):
        return None if isinstance(ours, str) else f"{where}\n  foretold {ours}\n  torch refuses: {theirs}"
    return None if ours == theirs else f"{where}\n  foretold {ours}\n  torch gives {theirs}"


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """So small a call on several threads of a busy machine takes ten times as long."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("spec", LAYERS, ids=lambda spec: spec.type)
def test_inference_and_torch_agree(spec: LayerSpec, pytestconfig: pytest.Config) -> None:
    torch.manual_seed(0)
    inferer = Inferer()
    tried = cases(spec, pytestconfig.getoption("--cases"), pytestconfig.getoption("--cases-seed"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wrong = [found for case in tried if (found := difference(case, inferer))]
    assert not wrong, f"{len(wrong)} of {len(tried)}:\n" + "\n".join(wrong[:5])


def is_usual(case: Case) -> bool:
    return all(dtype == probe.sample_dtype(case.spec, index) for index, _, dtype in case.inputs)


def has_empty(case: Case, inferer: Inferer) -> bool:
    """Say whether an output or a parameter is told that has an axis of no length."""
    told = inferer.infer(case.graph, case.is_training, should_explain=False).shapes.get("layer")
    return told is not None and any(0 in shape for shape in (*told.outputs, *(s for _, s in told.parameters)))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("spec", [s for s in LAYERS if not s.reads_values and not s.unlike_meta], ids=lambda s: s.type)
def test_what_is_too_large_to_be_tried_is_foretold_alike(
    spec: LayerSpec, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meta and our foresight are right by themselves, but for what the catalogue names, odd types and empty tensors."""
    monkeypatch.setattr(rehearsal, "MOST_NUMBERS", -1)
    inferer = Inferer()
    count = pytestconfig.getoption("--cases") // 4
    tried = [case for case in cases(spec, count, pytestconfig.getoption("--cases-seed")) if is_usual(case)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        wrong = [f for case in tried if (f := difference(case, inferer)) and not has_empty(case, inferer)]
    assert not wrong, f"{len(wrong)} of {len(tried)}:\n" + "\n".join(wrong[:5])
