"""What mends a problem and where its numbers come from, in words. Pure.

A fix that has no sentence of its own is told by its fields, so that no button is without words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import AUTO, QT_TRANSLATE_NOOP, Value
from lazygui.graph.findings import Cause, Fix
from lazygui.graph.model import Graph
from lazygui.words.numbers import shape_words
from lazygui.words.problems import Translate, english

SENTENCES: Final[Mapping[str, str]] = {
    "make_lazy": QT_TRANSLATE_NOOP("Fix", "Make {node} lazy"),
    "make_auto": QT_TRANSLATE_NOOP("Fix", "Let {names} of {node} be filled in (auto)"),
    "set_arguments": QT_TRANSLATE_NOOP("Fix", "Set {settings} of {node}"),
    "replace": QT_TRANSLATE_NOOP("Fix", "Replace {node} by {layer}"),
    "insert": QT_TRANSLATE_NOOP("Fix", "Insert {layer} before {place}"),
    "wrap": QT_TRANSLATE_NOOP("Fix", "Insert {layer} before {node} and behind it"),
    "remove": QT_TRANSLATE_NOOP("Fix", "Remove {node}"),
}
SET_ONE: Final = QT_TRANSLATE_NOOP("Fix", "Set {argument} of {node} to {value}")
CHANGE: Final = QT_TRANSLATE_NOOP("Fix", "Change {node}")
POINTWISE: Final = QT_TRANSLATE_NOOP("Fix", "a 1 × 1 convolution")
WITH: Final = QT_TRANSLATE_NOOP("Fix", "{layer} ({settings})")
INPUT_OF: Final = QT_TRANSLATE_NOOP("Fix", "“{port}” of {node}")
TENSOR_OF: Final = QT_TRANSLATE_NOOP("Fix", "tensor {number} of {node}")
BETWEEN: Final = QT_TRANSLATE_NOOP("Fix", ", ")
CAUSE: Final = QT_TRANSLATE_NOOP("Fix", "{number}: {argument} of {node}")
CAUSE_NODE: Final = QT_TRANSLATE_NOOP("Fix", "{number}: comes from {node}")


def fix_words(fix: Fix, graph: Graph | None = None, translate: Translate = english) -> str:
    """Return what a fix does, for a button: "Set in_features of fc2 to 256". `graph` tells several inputs apart."""
    names = tuple(fix.arguments)
    sets_one = fix.code == "set_arguments" and len(names) == 1
    template = SET_ONE if sets_one else SENTENCES.get(fix.code, CHANGE)
    return translate("Fix", template).format(
        node=fix.node,
        names=translate("Fix", BETWEEN).join(names),
        argument=names[0] if names else "",
        value=_value_words(fix, names[0], graph) if names else "",
        settings=_settings(fix, names, graph, translate),
        layer=_layer(fix, translate),
        place=_place(fix, graph, translate),
    )


def cause_words(cause: Cause, translate: Translate = english) -> str:
    """Return where a number of a sentence comes from: "128: out_features of fc1"."""
    template = CAUSE if cause.argument else CAUSE_NODE
    number = shape_words(cause.number) if isinstance(cause.number, tuple) else cause.number
    return translate("Fix", template).format(number=number, argument=cause.argument, node=cause.node)


def value_words(value: Value) -> str:
    """Return a setting as a person reads it: 256, 3 × 3, auto, true."""
    match value:
        case bool():
            return str(value)
        case tuple() if all(isinstance(one, int) for one in value):
            return shape_words([str(one) for one in value])
        case _:
            return AUTO if value == AUTO else str(value)


def _value_words(fix: Fix, name: str, graph: Graph | None) -> str:
    """Axes are listed, (0, 2, 1); lengths are a shape, 3 × 5."""
    node = graph.nodes.get(fix.node) if graph else None
    spec = catalog.find(fix.type) if fix.type else node.spec if node else None
    argument, value = spec.argument(name) if spec else None, fix.arguments[name]
    if argument is not None and argument.is_axis and isinstance(value, tuple):
        return f"({', '.join(map(str, value))})"
    return value_words(value)


def _settings(fix: Fix, names: Iterable[str], graph: Graph | None, translate: Translate) -> str:
    return translate("Fix", BETWEEN).join(f"{name} = {_value_words(fix, name, graph)}" for name in names)


def _layer(fix: Fix, translate: Translate) -> str:
    """Return the new layer by the term of the field, with the settings that make it what it is."""
    spec = catalog.find(fix.type)
    if spec is None:
        return fix.type
    told = dict(fix.arguments)
    is_pointwise = "Conv" in spec.name and set(_numbers(told.get("kernel_size"))) == {1}
    if is_pointwise:
        del told["kernel_size"]
    # A title that is an English name, such as Flatten, stands as it is in both languages.
    title = translate("Fix", POINTWISE) if is_pointwise else translate("Catalog", spec.title)
    shown = [name for name in told if name in spec.face]
    return (
        translate("Fix", WITH).format(layer=title, settings=_settings(fix, shown, None, translate)) if shown else title
    )


def _numbers(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _place(fix: Fix, graph: Graph | None, translate: Translate) -> str:
    node = graph.nodes.get(fix.node) if graph else None
    if node is not None and node.spec and node.spec.call and node.spec.call.gathers:
        return translate("Fix", TENSOR_OF).format(number=fix.port + 1, node=fix.node)
    if node is None or len(node.input_names) <= 1 or fix.port >= len(node.input_names):
        return fix.node
    return translate("Fix", INPUT_OF).format(port=node.input_names[fix.port], node=fix.node)
