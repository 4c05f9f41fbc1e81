"""What a node shows, decided purely: words, shapes, state and histogram. Draws nothing and knows no widget."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, Final, NamedTuple

from lazygui.catalog.shapes import parameter_shapes
from lazygui.catalog.spec import AUTO, QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, Value
from lazygui.graph.findings import Finding, Shape
from lazygui.graph.groups import short_name
from lazygui.graph.model import EMPTY, Graph, Node
from lazygui.graph.results import Histogram, NodeResult, Results, State, TensorStatistics
from lazygui.graph.ties import bonds_of, owner
from lazygui.words.numbers import count_words, number_words
from lazygui.words.problems import Translate, sentence

TIMES = "\u00d7"
LONGEST_SUBTITLE = 3
"""How many arguments a card has room for."""
LONGEST_TEXT = 28
"""How many letters of a text, such as the equation of an einsum."""


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that a card shows. Equal faces look the same, so a face is the key of its picture.

    `shape` is the weight's shape in parts; an unknown part is "?". `side_note` is the second tensor ("bias 256").
    `is_inferred` says that both are what inference foretells: nothing is initialized.
    """

    title: str
    layer: str
    subtitle: str
    family: Family
    state: State
    state_word: str
    inputs: int
    outputs: int
    shape: tuple[str, ...] = ()
    side_note: str = ""
    count: str = ""
    histogram: Histogram | None = None
    constant: str = ""
    message: str = ""
    received: str = ""
    """What arrived at a node that failed."""
    words: str = ""
    """Torch's own words about the failure."""
    is_known: bool = True
    is_inferred: bool = False
    input_names: tuple[str, ...] = ()
    output_names: tuple[str, ...] = ()
    """Names of ports; where any number of inputs may come they have one name."""
    optional: frozenset[int] = frozenset()
    """The inputs that may stay free, by index."""
    waits: str = ""
    """In the place of the state's word: for whom the node waits."""
    warning: str = ""
    """The first thing that torch accepts in silence and that is hardly meant."""
    bonds: tuple[int, ...] = ()
    """The badges of what the node shares with others."""
    link: str = ""
    """What its parameters are in truth: those of another node."""
    path: str = ""
    """What comes before the title in the whole name; the frames around the card tell it."""
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Pictures are looked up by their faces in every frame.
        object.__setattr__(self, "_hash", hash(_what_is_shown(self)))

    def __hash__(self) -> int:
        return self._hash

    @property
    def has_body(self) -> bool:
        return bool(self.shape)

    @property
    def word(self) -> str:
        """What the card says of its state."""
        return self.waits or self.state_word

    @property
    def detail(self) -> str:
        """What arrived at a node that failed, and torch's own words."""
        return " ".join(filter(None, (self.received, self.words)))

    @property
    def notes(self) -> str:
        """All that the card says in sentences, a line for each."""
        return "\n".join(filter(None, (self.message, self.detail, self.warning, self.link)))

    @property
    def name(self) -> str:
        """The whole name of the node or the group."""
        return self.path + self.title

    @property
    def tip(self) -> str:
        """What the card says when it is pointed at: the name, where the title is but its end, and the sentences."""
        return "\n".join(filter(None, (self.path and self.name, self.notes)))

    def port_name(self, is_output: bool, index: int) -> str:
        """Return the name of a port."""
        names = self.output_names if is_output else self.input_names
        return names[min(index, len(names) - 1)] if names else ""

    @property
    def sign(self) -> Family | None:
        """The family whose tile the card wears; a layer that this version does not know has none."""
        return self.family if self.is_known else None


_what_is_shown: Final = attrgetter(*(one.name for one in fields(Face) if one.compare))


STATE_WORDS = {
    State.UNINITIALIZED: QT_TRANSLATE_NOOP("Canvas", "uninitialized"),
    State.RUNNING: QT_TRANSLATE_NOOP("Canvas", "running\u2026"),
    State.INITIALIZED: QT_TRANSLATE_NOOP("Canvas", "initialized"),
    State.REACHED: QT_TRANSLATE_NOOP("Canvas", "reached"),
    State.LEFT: QT_TRANSLATE_NOOP("Canvas", "not kept"),
    State.FAILED: QT_TRANSLATE_NOOP("Canvas", "failed"),
    State.WAITING: QT_TRANSLATE_NOOP("Canvas", "waiting"),
}

PLAIN_WORDS = {
    **STATE_WORDS,
    State.UNINITIALIZED: QT_TRANSLATE_NOOP("Canvas", "not run"),
    State.INITIALIZED: QT_TRANSLATE_NOOP("Canvas", "has run"),
}
"""The words for a node that learns nothing: there is nothing in it to initialize."""

UNKNOWN_LAYER = QT_TRANSLATE_NOOP("Canvas", "unknown layer")
MISFIT = QT_TRANSLATE_NOOP("Canvas", "does not fit")
"""Of a node that has not failed yet, and would."""


class Facts(NamedTuple):
    """All that the card of a node is made of: equal facts make equal faces, and are gathered in far less time."""

    node: Node
    result: NodeResult | None
    state: State
    parameters: tuple[tuple[str, Shape], ...]
    sizes: Mapping[str, Value]
    failure: Finding | None
    has_failed: bool
    waits_for: str | None
    warning: Finding | None
    inputs: int
    outputs: int
    badges: tuple[int, ...]
    owner: str


def facts_of(graph: Graph, results: Results, node_id: str) -> Facts:
    """Return what there is to show of this node now."""
    inferred = results.inferred(node_id)
    return Facts(
        graph.nodes[node_id],
        results.result(node_id),
        results.state(node_id),
        inferred.parameters if inferred else (),
        inferred.sizes if inferred else EMPTY,
        results.failure(node_id),
        results.has_failed(node_id),
        results.waits_for(node_id),
        next((f for f in results.findings_of(node_id) if not f.is_error), None),
        graph.input_count(node_id),
        graph.output_count(node_id),
        tuple([bond.number for bond in bonds_of(graph, node_id)]),
        owner(graph, node_id),
    )


def node_face(graph: Graph, results: Results, node_id: str, translate: Translate) -> Face:
    """Return what the card of this node shows now."""
    return face_of(facts_of(graph, results, node_id), translate)


def face_of(facts: Facts, translate: Translate) -> Face:
    """Return what a card shows of these facts."""
    node, result, state = facts.node, facts.result, facts.state
    shapes = dict(facts.parameters) or _told_parameters(node)
    words = STATE_WORDS if shapes else PLAIN_WORDS
    return Face(
        title=short_name(node.id),
        path=node.id.removesuffix(short_name(node.id)),
        layer=layer_name(node, result),
        subtitle=" \u00b7 ".join([layer_name(node, result), *face_arguments(node, facts.sizes)]),
        family=node.spec.family if node.spec else Family.IO,
        state=state,
        state_word=translate("Canvas", _state_word(facts, words)),
        inputs=facts.inputs,
        outputs=facts.outputs,
        is_known=node.spec is not None,
        bonds=facts.badges,
        link=_link(node, facts.owner, translate),
        **_ports(node),
        **_sentences(facts, translate),
        **_body(shapes, facts.parameters, result, translate),
    )


def _state_word(facts: Facts, words: Mapping[State, str]) -> str:
    if facts.state is State.UNINITIALIZED and facts.node.spec is None:
        return UNKNOWN_LAYER
    return MISFIT if facts.state is State.FAILED and not facts.has_failed else words[facts.state]


def ghost_face(node: Node, translate: Translate) -> Face:
    """Return what a node that is not yet on the canvas would show."""
    return node_face(Graph({node.id: node}), Results(), node.id, translate)


def layer_name(node: Node, result: NodeResult | None) -> str:
    """Return the layer as it is called now: `LazyLinear` before a run, `Linear` after it."""
    return (result.type if result else node.type).removeprefix("nn.")


def face_arguments(node: Node, sizes: Mapping[str, Value] = EMPTY) -> list[str]:
    """Return the face's arguments in words: required ones bare, the others where they differ from torch's default.

    An argument that is left to the program shows what `sizes` says that it was filled in with: `auto \u2192 512`.
    """
    if node.spec is None:
        return []
    found = []
    for name in node.spec.face:
        argument, value = node.spec.argument(name), node.value(name)
        if argument is None or value is None:
            continue
        if argument.is_required:
            found.append(_told(argument, value, sizes))
        elif value != argument.default:
            found.append(f"{name} {_told(argument, value, sizes)}")
    return found[:LONGEST_SUBTITLE]


def _told(argument: ArgumentSpec, value: Value, sizes: Mapping[str, Value]) -> str:
    if argument.auto is None or value != AUTO or argument.name not in sizes:
        return value_words(argument, value)
    return f"{AUTO} \u2192 {value_words(argument, sizes[argument.name])}"


def value_words(argument: ArgumentSpec, value: Value) -> str:
    """Return a value as a card writes it: `5×5` for a kernel, `2×20` for a shape."""
    if argument.kind is Kind.SIZE and isinstance(value, int) and argument.axes > 1:
        value = (value,) * argument.axes
    if isinstance(value, tuple):
        return TIMES.join(str(part) for part in value)
    if argument.kind is Kind.TEXT and isinstance(value, str):
        first = value.strip().partition("\n")[0]
        return f"{first[:LONGEST_TEXT]}\u2026" if len(first) > LONGEST_TEXT or first != value.strip() else first
    return f"{value:g}" if isinstance(value, float) else str(value)


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as edges write it, without spaces for it has little room; a scalar is `()`."""
    return TIMES.join(map(str, shape)) if shape else "()"


def _told_parameters(node: Node) -> dict[str, tuple[int | str, ...]]:
    """The shapes of what the node learns, as its arguments tell them."""
    return dict(parameter_shapes(node.spec, node.arguments)) if node.spec else {}


def _ports(node: Node) -> dict[str, Any]:
    optional = node.spec.optional if node.spec else ()
    names = node.input_names
    return {
        "input_names": names[:1] if node.spec and node.spec.is_variadic else names,
        "output_names": node.output_names,
        "optional": frozenset(index for index, name in enumerate(names) if name in optional),
    }


def _body(
    shapes: Mapping[str, tuple[int | str, ...]],
    inferred: tuple[tuple[str, Shape], ...],
    result: NodeResult | None,
    translate: Translate,
) -> dict[str, Any]:
    """The parts below the header: true numbers after a run; before, what is inferred or told by arguments."""
    if not shapes:
        return {}
    if result is None or not result.parameters:
        (_, first), *others = shapes.items()
        note = ", ".join(f"{name} {TIMES.join(map(str, shape))}" for name, shape in others)
        is_inferred = bool(inferred)
        count = sum(math.prod(shape) for _, shape in inferred)
        return {
            "shape": tuple(map(str, first)),
            "side_note": note,
            "is_inferred": is_inferred,
            "count": _count(count, translate) if is_inferred else "",
        }
    weight, *rest = result.parameters
    return {
        "shape": tuple(map(str, weight.shape)),
        "side_note": ", ".join(f"{tensor.name} {shape_text(tensor.shape)}" for tensor in rest),
        "count": _count(result.parameter_count, translate),
        "histogram": weight.histogram if weight.histogram.counts else None,
        "constant": _constant(weight, translate),
    }


def _count(count: int, translate: Translate) -> str:
    return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "{n} params")).format(n=count_words(count))


def _link(node: Node, whose: str, translate: Translate) -> str:
    """Say whose parameters the node uses, where they are not its own; the network counts those once, at their owner."""
    if whose != node.id:
        return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "shared with {node}")).format(node=whose)
    return ", ".join(f"{own} = {path}" for own, path in node.ties.items())


def _constant(tensor: TensorStatistics, translate: Translate) -> str:
    """Say what a plot would not show: that all values are one, or that none is finite."""
    if tensor.histogram.counts:
        return ""
    if tensor.count == tensor.nans + tensor.infinities:
        return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "no finite value"))
    return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "constant {value}")).format(
        value=number_words(tensor.minimum)
    )


def _sentences(facts: Facts, translate: Translate) -> dict[str, Any]:
    """What went or would go wrong here or before, and what is strange."""
    failure, waits_for = facts.failure, facts.waits_for
    told = {"warning": sentence(facts.warning.problem, translate) if facts.warning else ""}
    if failure:
        return told | {
            "message": sentence(failure.problem, translate),
            "received": _received(failure, translate),
            "words": _words(failure, translate),
        }
    if waits_for:
        message = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "Waits for {node}."))
        waits = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "waits for {node}"))
        return told | {"message": message.format(node=waits_for), "waits": waits.format(node=waits_for)}
    return told


def _received(failure: Finding, translate: Translate) -> str:
    received = ", ".join(map(shape_text, failure.received))
    words = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "Received {shapes}."))
    return words.format(shapes=received) if received else ""


def _words(failure: Finding, translate: Translate) -> str:
    torch = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "PyTorch: {words}"))
    return torch.format(words=failure.words) if failure.words else ""
