"""Where the sizes come from that a lazy layer finds: "in_features = 20: the last axis of what arrived". Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lazygui import catalog
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, LayerSpec, Value
from lazygui.graph.findings import Shape
from lazygui.words.translations import Translate, english

LAST_AXIS: Final = QT_TRANSLATE_NOOP("Found", "{argument} = {value}: the last axis of what arrived.")
AXIS: Final = QT_TRANSLATE_NOOP("Found", "{argument} = {value}: axis {axis} of what arrived, counted from 0.")
PLAIN: Final = QT_TRANSLATE_NOOP("Found", "{argument} = {value}.")


def found_words(
    type: str, sizes: Mapping[str, Value], arrived: Sequence[Shape], translate: Translate = english
) -> tuple[str, ...]:
    """Return a sentence for each size that a layer, by the class that it became, has found in what arrived."""
    return tuple(_sentence(catalog.find(type), name, value, arrived, translate) for name, value in sizes.items())


def _sentence(spec: LayerSpec | None, name: str, value: Value, arrived: Sequence[Shape], translate: Translate) -> str:
    axis = axis_of(spec, name, len(arrived[0])) if spec is not None and arrived else None
    if axis is None or arrived[0][axis] != value:
        return translate("Found", PLAIN).format(argument=name, value=value)
    text = LAST_AXIS if axis == len(arrived[0]) - 1 else AXIS
    return translate("Found", text).format(argument=name, value=value, axis=axis)


def axis_of(spec: LayerSpec, name: str, rank: int) -> int | None:
    """Return the axis of a first input of so many axes that an argument is the length of, or None.

    Read from what the catalogue says of lengths: `n in_channels h w -> ... | in_channels h w -> ...`.
    """
    for alternative in spec.sizes.split(" | "):
        axes = alternative.split(" -> ")[0].split()
        if name not in axes:
            continue
        if axes[0] == "...":
            return rank - (len(axes) - axes.index(name))
        if len(axes) == rank:
            return axes.index(name)
    return None
