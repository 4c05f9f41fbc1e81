"""What a node shows, decided purely: words, shapes, state and histogram. Draws nothing and knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lazygui.catalog.shapes import parameter_shapes
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, Value
from lazygui.graph.model import Graph, Node
from lazygui.graph.results import Failure, Histogram, NodeResult, Results, State, TensorStatistics
from lazygui.words.numbers import count_words, number_words
from lazygui.words.problems import Translate, sentence

TIMES = "\u00d7"
LONGEST_SUBTITLE = 3
"""How many arguments a card has room for."""


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that a card shows. Equal faces look the same, so a face is the key of its picture.

    `shape` is the weight's shape in parts; an unknown part is "?". `side_note` is the second tensor ("bias 256").
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
    detail: str = ""
    """What arrived at a node that failed, and torch's own words."""
    is_known: bool = True

    @property
    def has_body(self) -> bool:
        return bool(self.shape)

    @property
    def sign(self) -> Family | None:
        """The family whose tile the card wears; a layer that this version does not know has none."""
        return self.family if self.is_known else None


STATE_WORDS = {
    State.UNINITIALIZED: QT_TRANSLATE_NOOP("Canvas", "uninitialized"),
    State.RUNNING: QT_TRANSLATE_NOOP("Canvas", "running\u2026"),
    State.INITIALIZED: QT_TRANSLATE_NOOP("Canvas", "initialized"),
    State.REACHED: QT_TRANSLATE_NOOP("Canvas", "reached"),
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


def node_face(graph: Graph, results: Results, node_id: str, translate: Translate) -> Face:
    """Return what the card of this node shows now."""
    node = graph.nodes[node_id]
    result = results.result(node_id)
    state = results.state(node_id)
    shapes = dict(parameter_shapes(node.spec, node.arguments)) if node.spec else {}
    words = STATE_WORDS if shapes else PLAIN_WORDS
    return Face(
        title=node.id,
        layer=layer_name(node, result),
        subtitle=" \u00b7 ".join([layer_name(node, result), *face_arguments(node)]),
        family=node.spec.family if node.spec else Family.IO,
        state=state,
        state_word=translate(
            "Canvas", words[state] if node.spec or state is not State.UNINITIALIZED else UNKNOWN_LAYER
        ),
        inputs=graph.input_count(node_id),
        outputs=graph.output_count(node_id),
        message=_message(node, results, translate),
        detail=_detail(results.failure(node_id), translate),
        is_known=node.spec is not None,
        **_body(shapes, result, translate),
    )


def ghost_face(node: Node, translate: Translate) -> Face:
    """Return what a node that is not yet on the canvas would show."""
    return node_face(Graph({node.id: node}), Results(), node.id, translate)


def layer_name(node: Node, result: NodeResult | None) -> str:
    """Return the layer as it is called now: `LazyLinear` before a run, `Linear` after it."""
    return (result.type if result else node.type).removeprefix("nn.")


def face_arguments(node: Node) -> list[str]:
    """Return the face's arguments in words: required ones bare, the others where they differ from torch's default."""
    if node.spec is None:
        return []
    found = []
    for name in node.spec.face:
        argument, value = node.spec.argument(name), node.value(name)
        if argument is None or value is None:
            continue
        if argument.is_required:
            found.append(value_words(argument, value))
        elif value != argument.default:
            found.append(f"{name} {value_words(argument, value)}")
    return found[:LONGEST_SUBTITLE]


def value_words(argument: ArgumentSpec, value: Value) -> str:
    """Return a value as a card writes it: `5×5` for a kernel, `2×20` for a shape."""
    if argument.kind is Kind.SIZE and isinstance(value, int) and argument.axes > 1:
        value = (value,) * argument.axes
    if isinstance(value, tuple):
        return TIMES.join(str(part) for part in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as edges write it, without spaces for it has little room; a scalar is `()`."""
    return TIMES.join(map(str, shape)) if shape else "()"


def _body(shapes: dict[str, tuple[int | str, ...]], result: NodeResult | None, translate: Translate) -> dict[str, Any]:
    """The parts below the header: of true numbers after a run, of arguments and question marks before."""
    if not shapes:
        return {}
    if result is None or not result.parameters:
        (_, first), *others = shapes.items()
        note = ", ".join(f"{name} {TIMES.join(map(str, shape))}" for name, shape in others)
        return {"shape": tuple(map(str, first)), "side_note": note}
    weight, *rest = result.parameters
    return {
        "shape": tuple(map(str, weight.shape)),
        "side_note": ", ".join(f"{tensor.name} {shape_text(tensor.shape)}" for tensor in rest),
        "count": translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "{n} params")).format(
            n=count_words(result.parameter_count)
        ),
        "histogram": weight.histogram if weight.histogram.counts else None,
        "constant": _constant(weight, translate),
    }


def _constant(tensor: TensorStatistics, translate: Translate) -> str:
    """Say what a plot would not show: that all values are one, or that none is finite."""
    if tensor.histogram.counts:
        return ""
    if tensor.count == tensor.nans + tensor.infinities:
        return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "no finite value"))
    return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "constant {value}")).format(
        value=number_words(tensor.minimum)
    )


def _message(node: Node, results: Results, translate: Translate) -> str:
    failure = results.failure(node.id)
    if failure:
        return sentence(failure.problem, translate)
    waits_for = results.waits_for(node.id)
    if waits_for:
        return translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "Waits for {node}.")).format(node=waits_for)
    return ""


def _detail(failure: Failure | None, translate: Translate) -> str:
    if failure is None:
        return ""
    received = ", ".join(map(shape_text, failure.received))
    words = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "Received {shapes}.")).format(shapes=received)
    torch = translate("Canvas", QT_TRANSLATE_NOOP("Canvas", "PyTorch: {words}")).format(words=failure.words)
    return " ".join([*([words] if received else []), *([torch] if failure.words else [])])
