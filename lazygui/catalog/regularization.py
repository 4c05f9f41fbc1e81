"""The family of layers that disturb training on purpose and do nothing in prediction."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.arguments import INPLACE
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec

_P: Final = ArgumentSpec(
    "p",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Dropout probability"),
    QT_TRANSLATE_NOOP("Catalog", "Probability with which an element or a channel is dropped in training, from 0 to 1."),
    default=0.5,
    minimum=0,
    maximum=1,
)


def _dropout(name: str, title: str, text: str, *search: str, sample: tuple[int, ...] = (2, 8)) -> LayerSpec:
    return LayerSpec(
        f"nn.{name}",
        title,
        Family.REGULARIZATION,
        (_P, INPLACE),
        face=("p",),
        search=("drop", "regularization", "暂退法", "丢弃", "丢弃法", "随机失活", "正则化", *search),
        help=text,
        sample=(sample,),
        axes="=",
    )


_CHANNELS_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "In training, makes whole channels zero at random and scales up the others."
)

LAYERS: Final = (
    _dropout(
        "Dropout",
        QT_TRANSLATE_NOOP("Catalog", "Dropout"),
        QT_TRANSLATE_NOOP("Catalog", "In training, makes elements zero at random and scales up the others."),
    ),
    _dropout(
        "Dropout1d",
        QT_TRANSLATE_NOOP("Catalog", "Dropout of 1-D channels"),
        _CHANNELS_HELP,
        "spatial",
        "通道",
        sample=(2, 4, 8),
    ),
    _dropout(
        "Dropout2d",
        QT_TRANSLATE_NOOP("Catalog", "Dropout of 2-D channels"),
        _CHANNELS_HELP,
        "spatial",
        "通道",
        sample=(2, 4, 7, 8),
    ),
    _dropout(
        "Dropout3d",
        QT_TRANSLATE_NOOP("Catalog", "Dropout of 3-D channels"),
        _CHANNELS_HELP,
        "spatial",
        "通道",
        sample=(2, 3, 4, 5, 6),
    ),
    _dropout(
        "AlphaDropout",
        QT_TRANSLATE_NOOP("Catalog", "Alpha dropout"),
        QT_TRANSLATE_NOOP("Catalog", "Dropout for SELU networks: it keeps mean 0 and variance 1."),
        "selu",
        "self-normalizing",
        "自归一化",
    ),
    _dropout(
        "FeatureAlphaDropout",
        QT_TRANSLATE_NOOP("Catalog", "Alpha dropout of channels"),
        QT_TRANSLATE_NOOP("Catalog", "Alpha dropout of whole channels."),
        "selu",
        "self-normalizing",
        "自归一化",
        "通道",
        sample=(2, 4, 7, 8),
    ),
)
