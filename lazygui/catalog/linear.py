"""The family of matrix products with learned weights: fully connected and bilinear layers."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import BIAS, IN_FEATURES, OUT_FEATURES
from lazygui.catalog.spec import AUTO, QT_TRANSLATE_NOOP, UNKNOWN, Auto, Family, LayerSpec, ParameterSpec

_SEARCH: Final = ("dense", "fully connected", "fc", "affine", "perceptron", "全连接", "稠密", "线性", "仿射")
_AXES: Final = "N F -> N F | ... F -> ... F"
_BIAS: Final = ParameterSpec("bias", ("out_features",), when=("bias",))

_IN1_FEATURES: Final = replace(
    IN_FEATURES,
    name="in1_features",
    title=QT_TRANSLATE_NOOP("Catalog", "First input features"),
    help=QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the first input."),
    initial=AUTO,
    auto=Auto("input1"),
)
_IN2_FEATURES: Final = replace(
    _IN1_FEATURES,
    name="in2_features",
    title=QT_TRANSLATE_NOOP("Catalog", "Second input features"),
    help=QT_TRANSLATE_NOOP("Catalog", "Length of the last axis of the second input."),
    auto=Auto("input2"),
)

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
        sample=((2, 3, 8),),
        axes=_AXES,
        sizes="... ? -> ... out_features",
        floating=True,
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
        sample=((2, 3, 8),),
        axes=_AXES,
        sizes="... in_features -> ... out_features",
        floating=True,
    ),
    LayerSpec(
        "nn.Bilinear",
        QT_TRANSLATE_NOOP("Catalog", "Bilinear layer"),
        Family.LINEAR,
        (_IN1_FEATURES, _IN2_FEATURES, OUT_FEATURES, BIAS),
        inputs=("input1", "input2"),
        parameters=(ParameterSpec("weight", ("out_features", "in1_features", "in2_features")), _BIAS),
        face=("out_features",),
        search=("pair", "interaction", "双线性", "交互", *_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Multiplies every feature of one input with every feature of the other by learned weights."
        ),
        sample=((2, 3, 8), (2, 3, 5)),
        axes="... F, ... F -> ... F",
        sizes="... in1_features, ... in2_features -> ... out_features",
        floating=True,
    ),
)
