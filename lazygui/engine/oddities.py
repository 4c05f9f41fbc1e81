"""What torch accepts in silence and is hardly meant: warnings, each with what may be put in its place. Pure.

Better silent than wrong: a warning that a sound network gets teaches people to overlook them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

from lazygui import catalog
from lazygui.catalog.spec import Family, LayerSpec, Role
from lazygui.engine import provenance
from lazygui.engine.case import Case
from lazygui.engine.dtypes import Spec
from lazygui.engine.remedies import sizes
from lazygui.engine.remedies.patient import FEW_CHANNELS, Patient, there
from lazygui.graph import axes, ties
from lazygui.graph.findings import WARNING, Finding, Fix, Shape
from lazygui.graph.memory import remembered
from lazygui.graph.model import Edge, Graph, Node, Port
from lazygui.graph.problems import Detail, Problem

if TYPE_CHECKING:
    from lazygui.engine.infer import Known

IMAGE: Final = 4
"""A batch of images has so many axes."""
SUMS: Final = ("torch.add", "torch.sub")
"""A gate or a mask of one number for all features is multiplied; added, it is hardly meant."""


class Odd(NamedTuple):
    """A warning, and what might take its place."""

    finding: Finding
    fixes: tuple[Fix, ...] = ()


def warnings(graph: Graph, known: Known, is_training: bool) -> list[Odd]:
    """Return all that is strange, in running order."""
    return list(_Look(graph, known, is_training).all())


def warnings_at(graph: Graph, known: Known, is_training: bool, node_ids: Iterable[str]) -> list[Finding]:
    """Return the warnings of a few nodes, where their shapes are known."""
    look = _Look(graph, known, is_training)
    return [odd.finding for key in node_ids if key in known.shapes for odd in look.of(graph.nodes[key])]


class _Look:
    """One network, looked at for what is strange in it."""

    def __init__(self, graph: Graph, known: Known, is_training: bool) -> None:
        self.graph, self.known, self.is_training = graph, known, is_training

    def all(self) -> Iterator[Odd]:
        for key in self.known.shapes:
            yield from self.of(self.graph.nodes[key])

    def of(self, node: Node) -> Iterator[Odd]:
        edges = self.graph.inputs.get(node.id, ())
        if edges and node.spec is not None:
            shapes = [self.known.shapes[source.node].outputs[source.index] or () for source, _ in edges]
            feeder = self.graph.nodes[edges[0].source.node]
            # Most layers are looked at by a glance alone: this is done after each edit.
            judges = [judge for glance, judge in _checks(node.spec) if glance(self, feeder, shapes)]
            case = self._case(node, edges) if judges else None
            yield from (odd for judge in judges if case and (odd := judge(self, case)) is not None)
        if not self.graph.outputs.get(node.id) and (odd := self._unread(node)):
            yield odd

    def _case(self, node: Node, edges: tuple[Edge, ...]) -> Case:
        told = self.known.shapes
        arrived = {}
        for source, target in edges:
            shape = told[source.node].outputs[source.index]
            if shape is not None:
                arrived[target.index] = Spec(shape, told[source.node].dtypes[source.index])
        return Case(node, arrived, {target.index: source.node for source, target in edges})

    @cached_property
    def _letters(self) -> Mapping[Port, axes.Letters]:
        shapes = {
            Port(key, index): shape
            for key, told in self.known.shapes.items()
            for index, shape in enumerate(told.outputs)
            if shape is not None
        }
        return axes.letters(self.graph, shapes)

    def letters(self, case: Case) -> axes.Letters:
        """Return what the axes of the first input are called by the layers before it."""
        source = self.graph.edges[Port(case.node.id, 0)]
        return self._letters.get(source, ())

    def feeder(self, case: Case, port: int = 0) -> Node:
        return self.graph.nodes[case.sources[port]]

    # Single layers.

    def last_axis(self, case: Case) -> Odd | None:
        shape = case.first or ()
        if self.letters(case)[-1:] in ((), ("F",), ("",)):
            return None
        finding = _warning("warn_last_axis", case, axis=len(shape) - 1, got=shape[-1], shape=shape)
        return Odd(finding, (Fix("insert", case.node.id, {}, "nn.Flatten"),))

    def channel_axis(self, case: Case) -> Odd | None:
        shape = case.first or ()
        if self.letters(case)[-1:] != ("F",):
            return None
        finding = _warning("warn_batchnorm_axis", case, axis=1, got=shape[1], shape=shape)
        turn = {"dim0": 1, "dim1": 2}
        # What reads the node still expects the features where they were.
        codes = ("wrap", "insert") if self.graph.outputs.get(case.node.id) else ("insert", "wrap")
        return Odd(finding, tuple(Fix(code, case.node.id, turn, "torch.transpose") for code in codes))

    def one_value(self, case: Case) -> Odd | None:
        shape = case.first or ()
        finding = _warning("warn_one_value", case, axis=0, shape=shape)
        source = self._sample_before(case.node)
        value = source.value("shape") if source else None
        if source is None or not isinstance(value, tuple) or value[:1] != (1,):
            return Odd(finding)
        return Odd(finding, (Fix("set_arguments", source.id, {"shape": (2, *value[1:])}),))

    def _sample_before(self, node: Node) -> Node | None:
        """Return the Input that a chain of layers begins with, or None where there is no single one."""
        seen = 0
        while node.spec is not None and not node.spec.is_input:
            edges, seen = self.graph.inputs.get(node.id, ()), seen + 1
            if not edges or seen > len(self.graph.nodes):
                return None
            node = self.graph.nodes[edges[0].source.node]
        return node

    def unbatched(self, case: Case) -> Odd | None:
        shape = case.first or ()
        if len(shape) + 1 not in _image_ranks(case.spec) or len(shape) in _batch_ranks(case.spec):
            return None
        finding = _warning("warn_unbatched", case, shape=shape)
        return Odd(finding, (Fix("insert", case.node.id, {"dim": 0}, "torch.unsqueeze"),))

    def channels_last(self, case: Case) -> Odd | None:
        shape = case.first or ()
        if len(shape) != IMAGE or shape[-1] not in FEW_CHANNELS or shape[1] in FEW_CHANNELS:
            return None
        if shape[1] < 2 * max(FEW_CHANNELS) or shape[2] < 2 * max(FEW_CHANNELS):
            return None
        finding = _warning("warn_channels_last", case, axis=1, got=shape[1], last=shape[-1], shape=shape)
        return Odd(finding, (Fix("insert", case.node.id, {"dims": (0, 3, 1, 2)}, "torch.permute"),))

    def fixed_size(self, case: Case) -> Odd | None:
        """A layer among lazy ones that is told a size which was computed: it breaks at the first edit before it.

        A size that somebody chose at another layer, or that of the input, may well be told twice.
        """
        lazy = sizes.lazy_twin(case.spec)
        size = next((a.name for a in case.spec.arguments if lazy and lazy.argument(a.name) is None), "")
        value = case.whole(size) if size else None
        if lazy is None or value is None or self._is_shared(case.node):
            return None
        source, axis = self.graph.edges[Port(case.node.id, 0)], (case.first or ()).index(value)
        made = provenance.origin(self.graph, self.known.shapes, source, axis)
        if made is None or len(made.factors) < 2:
            return None
        finding = _warning("warn_fixed_size", case, axis=axis, argument=size, got=value, arithmetic=made.arithmetic)
        told = sizes.lazy_arguments(case.node, lazy)
        return Odd(finding, (Fix("make_lazy", case.node.id, told, lazy.type),))

    def _is_shared(self, node: Node) -> bool:
        """Say whether others use the parameters of the node, which torch can tie only when they are there."""
        return bool(ties.bonds_of(self.graph, node.id))

    # Several layers.

    def broadcast(self, case: Case) -> Odd | None:
        first, second = case.shapes[0], case.shapes[1]
        if not first or not second:
            return None
        if not _is_odd_pair(first, second) and not self._stretches_features(case):
            return None
        if any(self._is_made_for_it(self.feeder(case, port)) for port in (0, 1)):
            return None
        told = self.known.shapes[case.node.id].outputs[0]
        result = _stretched(first, second) if case.spec.family is Family.LOSS else told or ()
        finding = _warning(
            "warn_broadcast", case, 1, first=first, second=second, shape=result, other=case.sources[0], other_port=0
        )
        patient = Patient(self.graph, self.known.shapes, finding, case.node)
        return Odd(finding, (*_aligned(case.node.id, first, second), *_widened(patient, first, second)))

    def _stretches_features(self, case: Case) -> bool:
        """Say whether a sum gives all features, or all channels, of an example one number."""
        first, second = case.shapes[0], case.shapes[1]
        if case.node.type not in SUMS or len(first) != len(second) or len(first) < 2:
            return False
        stretched = [axis for axis, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
        if len(stretched) != 1 or prod(first) == 1 or prod(second) == 1:
            return False
        names = [self._letters.get(self.graph.edges[Port(case.node.id, port)], ()) for port in (0, 1)]
        told = {letters[axis] for letters in names for axis in stretched if len(letters) == len(first)}
        return bool(told & {"F", "C"}) or len(first) == 2

    def _is_made_for_it(self, node: Node) -> bool:
        """Say whether a tensor was given its axes of length 1 by hand, or belongs to no batch."""
        while node.spec is not None:
            if node.spec.role is not Role.LAYER:
                return not node.spec.is_input
            if node.spec.family is Family.SHAPE or node.value("keepdim") is True:
                return True
            before = self.graph.inputs.get(node.id, ())
            if len(before) == 0 or node.input_names[0] not in (*node.spec.passes_values,):
                return False
            node = self.graph.nodes[before[0].source.node]
        return False

    def _unread(self, node: Node) -> Odd | None:
        """Return the warning for a node that nobody reads and that is no output of the network either.

        A layer that nobody reads is an output: a network may have several, and the oldest of them looks like any other.
        """
        ends = _ends(self.graph)
        if len(ends) < 2 or node.spec is None:
            return None
        is_source = node.spec.role is not Role.LAYER and not node.spec.inputs
        if not is_source and not self._learns_nothing(node, ends):
            return None
        finding = Finding(Problem("warn_unread", node.id), severity=WARNING)
        return Odd(finding, (Fix("remove", node.id),))

    def _learns_nothing(self, node: Node, ends: frozenset[str]) -> bool:
        """Say whether a layer has parameters that no loss will ever teach, in a drawing that has losses."""
        kinds = {key: spec.family for key in ends if (spec := self.graph.nodes[key].spec) is not None}
        has_losses = Family.LOSS in kinds.values()
        return has_losses and bool(self.known.shapes[node.id].parameters) and kinds.get(node.id) is not Family.LOSS


def _warning(code: str, case: Case, port: int = 0, /, **details: Detail) -> Finding:
    problem = case.reason(code, port, **details)
    return Finding(problem, tuple(case.shapes.values()), severity=WARNING)


def _is_odd_pair(first: Shape, second: Shape) -> bool:
    """Say whether two shapes are stretched against each other in a way that is easily overlooked.

    The scale of a channel, (N, C, 1, 1), is what broadcasting is for, and so is one number for each step of a sequence.
    """
    result = _stretched(first, second)
    if first == second or prod(first) == 1 or prod(second) == 1:
        return False
    if result not in (first, second):
        return True
    small = second if result == first else first
    if len(small) < len(result):
        return True
    return len(result) < 3 and small[0] != result[0]


def _stretched(first: Shape, second: Shape) -> Shape:
    rank = max(len(first), len(second))
    one, two = ((1,) * (rank - len(shape)) + shape for shape in (first, second))
    return tuple(b if a == 1 else a for a, b in zip(one, two, strict=True))


def _aligned(node: str, first: Shape, second: Shape) -> Iterator[Fix]:
    """Let the shorter shape have the axis that it lacks, or the longer one lose it."""
    low, high = (0, 1) if len(first) < len(second) else (1, 0)
    longer = (first, second)[high]
    if len(first) != len(second):
        if longer[-1] == 1:
            yield Fix("insert", node, {"dim": -1}, "torch.squeeze", high)
        yield from (Fix("insert", node, {"dim": dim}, "torch.unsqueeze", low) for dim in (-1, 1))
    elif len(first) == 2:
        yield Fix("insert", node, {"dim0": 0, "dim1": 1}, "torch.transpose", low)


def _widened(patient: Patient, first: Shape, second: Shape) -> Iterator[Fix]:
    """Let what makes an axis of length 1 make as many as the other tensor has."""
    if len(first) == len(second):
        for axis, (a, b) in enumerate(zip(first, second, strict=True)):
            if a != b and 1 in (a, b):
                yield from there(patient, patient.origin(0 if a == 1 else 1, axis), max(a, b))


def _image_ranks(spec: LayerSpec) -> frozenset[int]:
    return frozenset(len(part.partition("->")[0].split()) for part in spec.axes.split("|"))


def _batch_ranks(spec: LayerSpec) -> frozenset[int]:
    parts = (part.partition("->")[0].split() for part in spec.axes.split("|"))
    return frozenset(len(part) for part in parts if "N" in part)


@remembered("nodes", "edges")
def _ends(graph: Graph) -> frozenset[str]:
    """Return the nodes that nobody reads."""
    return frozenset(key for key in graph.nodes if not graph.outputs.get(key))


@remembered("nodes")
def _sized(graph: Graph) -> tuple[int, int]:
    """Return how many layers are told their size that need not be, and how many find it."""
    becoming = {spec.becomes for spec in catalog.CATALOG.values() if spec.becomes}
    explicit = sum(1 for node in graph.nodes.values() if node.type in becoming)
    return explicit, sum(1 for node in graph.nodes.values() if node.spec and node.spec.is_lazy)


# What is seen at a glance: the layer before and the shapes that arrive.

Glance = Callable[[_Look, Node, list[Shape]], bool]
Judge = Callable[[_Look, Case], "Odd | None"]
Check = tuple[Glance, Judge]


def _is_image(look: _Look, feeder: Node, shapes: list[Shape]) -> bool:
    return len(shapes[0]) >= IMAGE


def _is_sequence(look: _Look, feeder: Node, shapes: list[Shape]) -> bool:
    return len(shapes[0]) == 3


def _is_single(look: _Look, feeder: Node, shapes: list[Shape]) -> bool:
    return not look.is_training and len(shapes[0]) > 1 and prod(shapes[0]) == shapes[0][1]


def _is_sample(look: _Look, feeder: Node, shapes: list[Shape]) -> bool:
    return feeder.spec is not None and feeder.spec.is_input


def _is_lazy(look: _Look, feeder: Node, shapes: list[Shape]) -> bool:
    explicit, lazies = _sized(look.graph)
    return explicit <= lazies


def _differ(look: _Look, feeder: Node, shapes: list[Shape]) -> bool:
    return len(shapes) == 2 and shapes[0] != shapes[1]


@cache
def _checks_of(type: str) -> tuple[Check, ...]:
    return tuple(_chosen(catalog.CATALOG[type]))


def _checks(spec: LayerSpec) -> tuple[Check, ...]:
    """Return what to look for at a layer of this kind."""
    return _checks_of(spec.type)


def _chosen(spec: LayerSpec) -> Iterator[Check]:
    if spec.family is Family.LINEAR and len(spec.inputs) == 1:
        yield _is_image, _Look.last_axis
    if spec.argument("momentum") and spec.argument("track_running_stats"):
        yield _is_single, _Look.one_value
        if len(spec.sizes.split(" | ")[0].split()) == 2:
            yield _is_sequence, _Look.channel_axis
    if spec.family in (Family.CONVOLUTION, Family.POOLING) and "->" in spec.axes and len(spec.inputs) == 1:
        yield _is_sample, _Look.unbatched
        if spec.argument("out_channels"):
            yield _is_sample, _Look.channels_last
    if spec.broadcasts and not any(name in spec.inputs for name in ("condition", "mask")):
        yield _differ, _Look.broadcast
    if sizes.lazy_twin(spec) is not None:
        yield _is_lazy, _Look.fixed_size
