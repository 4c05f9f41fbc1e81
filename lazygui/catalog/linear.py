"""The family of matrix products with learned weights: fully connected layers."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.arguments import BIAS, IN_FEATURES, OUT_FEATURES
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, UNKNOWN, Family, LayerSpec, ParameterSpec

_SEARCH: Final = ("dense", "fully connected", "fc", "affine", "perceptron", "全连接", "稠密", "线性", "仿射")
_BIAS: Final = ParameterSpec("bias", ("out_features",), when=("bias",))

LAYERS: Final = (
    LayerSpec(
        "nn.LazyLinear",
        QT_TRANSLATE_NOOP("Catalog", "Fully connected, lazy"),
        Family.LINEAR,
        (OUT_FEATURES, BIAS),
        parameters=(ParameterSpec("weight", ("out_features", UNKNOWN)), _BIAS),
        becomes="nn.Linear",
        face=("out_features",),
        search=("deferred", "延后初始化", "惰性", *_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog",
            "Multiplies the last axis by a weight matrix, whose width it finds at the first run, and adds a bias.",
        ),
    ),
    LayerSpec(
        "nn.Linear",
        QT_TRANSLATE_NOOP("Catalog", "Fully connected"),
        Family.LINEAR,
        (IN_FEATURES, OUT_FEATURES, BIAS),
        parameters=(ParameterSpec("weight", ("out_features", "in_features")), _BIAS),
        face=("out_features", "in_features"),
        search=_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Multiplies the last axis by a learned weight matrix and adds a bias."),
    ),
)
