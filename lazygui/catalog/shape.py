"""The family of layers that change the shape of a tensor and none of its values."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM, END_DIM, START_DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Call, Family, Kind, LayerSpec

_FLATTEN_SEARCH: Final = ("reshape", "view", "vector", "展平", "扁平", "拉平", "变形")
_UNFLATTENED_SIZE: Final = ArgumentSpec(
    "unflattened_size",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "New axes"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Lengths of the axes that take the place of the old one; one of them may be -1, the rest."
    ),
    initial=(2, -1),
    minimum=-1,
)

LAYERS: Final = (
    LayerSpec(
        "nn.Flatten",
        QT_TRANSLATE_NOOP("Catalog", "Flatten"),
        Family.SHAPE,
        (START_DIM, END_DIM),
        face=("start_dim", "end_dim"),
        search=_FLATTEN_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Joins all axes but the batch into one."),
        sample=((2, 3, 4, 4),),
    ),
    LayerSpec(
        "torch.flatten",
        QT_TRANSLATE_NOOP("Catalog", "Flatten as a function"),
        Family.SHAPE,
        (replace(START_DIM, default=0), END_DIM),
        call=Call("torch.flatten"),
        face=("start_dim", "end_dim"),
        search=("functional", "函数", *_FLATTEN_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Joins neighbouring axes into one, the batch included unless the first axis is 1."
        ),
        sample=((2, 3, 4, 4),),
    ),
    LayerSpec(
        "nn.Unflatten",
        QT_TRANSLATE_NOOP("Catalog", "Unflatten"),
        Family.SHAPE,
        (replace(DIM, initial=1), _UNFLATTENED_SIZE),
        face=("unflattened_size", "dim"),
        search=("reshape", "view", "split", "变形", "还原", "拆分"),
        help=QT_TRANSLATE_NOOP("Catalog", "Splits one axis into several."),
    ),
    LayerSpec(
        "nn.Identity",
        QT_TRANSLATE_NOOP("Catalog", "Identity"),
        Family.SHAPE,
        search=("pass", "noop", "skip", "placeholder", "恒等", "占位", "直通"),
        help=QT_TRANSLATE_NOOP("Catalog", "Passes the input on unchanged."),
    ),
)
