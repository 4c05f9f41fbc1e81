"""What fits where: layers that somebody may choose are asked on the meta device, before they are in any drawing.

Nothing here decides on a shape: torch takes what arrives, or it does not.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping

from lazygui.catalog.spec import LayerSpec
from lazygui.engine.dtypes import Spec, Specs
from lazygui.engine.infer import Inferer
from lazygui.engine.messages import FitRequest, Fitted
from lazygui.engine.probe import sample_dtype
from lazygui.graph import rules
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.model import Node
from lazygui.graph.results import NodeShapes


def fitted(inferer: Inferer, request: FitRequest) -> Fitted:
    """Try each candidate with what may arrive, until torch takes one of the tries and its reader takes what comes."""
    shapes: dict[str, Shape | None] = {}
    misfits: list[str] = []
    with warnings.catch_warnings():
        # Nobody has chosen these layers: what torch has to say to them is no news.
        warnings.simplefilter("ignore")
        for node in request.candidates:
            found = next(_working(inferer, request, node), None)
            if found is None:
                misfits.append(node.type)
            else:
                # What a try with a sample gives is not what will come out here.
                shapes[node.type] = found.outputs[0] if found.outputs and not request.may_sample else None
    return Fitted(request.generation, shapes, tuple(misfits))


def _working(inferer: Inferer, request: FitRequest, node: Node) -> Iterator[NodeShapes]:
    """Give what comes out of each try that works."""
    for specs in _tries(request, node):
        outcome = inferer.alone(node, _by_port(node, specs), request.is_training)
        if not isinstance(outcome, Finding) and _is_read(inferer, request, outcome):
            yield outcome


def _tries(request: FitRequest, node: Node) -> Iterator[Specs]:
    for told in request.tries:
        yield tuple(Spec(shape, dtype) for shape, dtype in told)
    spec = node.spec
    if request.may_sample and spec is not None:
        yield tuple(Spec(shape, sample_dtype(spec, port)) for port, shape in enumerate(_samples(spec)))


def _samples(spec: LayerSpec) -> tuple[Shape, ...]:
    return spec.sample if spec.inputs else ()


def _by_port(node: Node, specs: Specs) -> Mapping[int, Spec]:
    """Have what arrives at the first ports; the others that must be fed get the last of it too."""
    if not specs:
        return {}
    names = node.input_names
    first = dict(enumerate(specs[: len(names)]))
    missing = rules.missing_inputs(node, ()) if node.spec else names
    return {port: first.get(port, specs[-1]) for port, name in enumerate(names) if port in first or name in missing}


def _is_read(inferer: Inferer, request: FitRequest, made: NodeShapes) -> bool:
    """Say whether the reader, if there is one, takes what was made; what only a run can tell it may take."""
    if request.reader is None or not made.outputs or made.outputs[0] is None:
        return True
    arriving = {port: Spec(shape, dtype) for port, shape, dtype in request.others}
    arriving[request.port] = Spec(made.outputs[0], made.dtypes[0])
    return not isinstance(inferer.alone(request.reader, arriving, request.is_training), Finding)
