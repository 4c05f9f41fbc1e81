"""The family of sources: where tensors come from that no layer computes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec, ParameterSpec, Role

_SHAPE: Final = ArgumentSpec(
    "shape",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Shape"),
    QT_TRANSLATE_NOOP("Catalog", "Length of each axis of the sample tensor, the batch size first."),
    initial=(2, 20),
    minimum=1,
)
_DTYPE: Final = ArgumentSpec(
    "dtype",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Data type"),
    QT_TRANSLATE_NOOP("Catalog", "Type of the elements. Most layers take float32; an embedding takes integers."),
    default="float32",
    choices=("float32", "float64", "float16", "bfloat16", "int64", "int32", "uint8", "bool"),
)
_FILL: Final = ArgumentSpec(
    "fill",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Values from"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. randint: integers from 0 to "
        "below the upper bound. values: the numbers that you give. Integers are randint unless you say otherwise.",
    ),
    default="rand",
    choices=("rand", "randn", "randint", "ones", "zeros", "values"),
)
_HIGH: Final = ArgumentSpec(
    "high",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Upper bound"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "For randint: every number drawn is at least 0 and less than this. None asks the embedding that the indices "
        "reach, and draws below 10 where there is none.",
    ),
    default=None,
    minimum=1,
    optional=True,
)
_VALUES: Final = ArgumentSpec(
    "values",
    Kind.NUMBERS,
    QT_TRANSLATE_NOOP("Catalog", "Values"),
    QT_TRANSLATE_NOOP("Catalog", "For values: nested rows of numbers in the shape given above; None otherwise."),
    default=None,
    optional=True,
)
_LEARNED_SHAPE: Final = replace(
    _SHAPE, help=QT_TRANSLATE_NOOP("Catalog", "Length of each axis of the tensor that is learned."), initial=(1, 8)
)
_INIT: Final = ArgumentSpec(
    "init",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Initial values"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. trunc_normal: the same without "
        "its tails. The Xavier and Kaiming rules need two axes at least.",
    ),
    default="randn",
    choices=("zeros", "ones", "rand", "randn", "trunc_normal", "xavier_uniform", "kaiming_uniform"),
)
_FIXED_SHAPE: Final = replace(
    _SHAPE, help=QT_TRANSLATE_NOOP("Catalog", "Length of each axis of the constant tensor."), initial=(1, 8)
)
_FIXED_FILL: Final = ArgumentSpec(
    "fill",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Values from"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "rand: uniform in [0, 1). randn: normal with mean 0 and standard deviation 1. arange: 0, 1, 2 and so on. "
        "values: the numbers that you give.",
    ),
    default="rand",
    choices=("rand", "randn", "ones", "zeros", "arange", "values"),
)

LAYERS: Final = (
    LayerSpec(
        "Input",
        QT_TRANSLATE_NOOP("Catalog", "Sample tensor"),
        Family.IO,
        (_SHAPE, _DTYPE, _FILL, _HIGH, _VALUES),
        inputs=(),
        role=Role.INPUT,
        face=("shape", "dtype"),
        search=("source", "data", "x", "random", "placeholder", "输入", "样本", "数据", "张量", "随机"),
        help=QT_TRANSLATE_NOOP("Catalog", "Makes the tensor that walks through the network, random or given."),
        sample=(),
    ),
    LayerSpec(
        "nn.Parameter",
        QT_TRANSLATE_NOOP("Catalog", "Bare parameter"),
        Family.IO,
        (_LEARNED_SHAPE, _INIT),
        inputs=(),
        parameters=(ParameterSpec("value", ("shape",)),),
        role=Role.PARAMETER,
        face=("shape", "init"),
        search=("learned", "weight", "token", "position", "class token", "参数", "权重", "可学习", "位置", "词元"),
        help=QT_TRANSLATE_NOOP("Catalog", "A tensor that is learned and belongs to no layer, such as a class token."),
        sample=(),
    ),
    LayerSpec(
        "Constant",
        QT_TRANSLATE_NOOP("Catalog", "Constant tensor"),
        Family.IO,
        (_FIXED_SHAPE, _DTYPE, _FIXED_FILL, _VALUES),
        inputs=(),
        role=Role.CONSTANT,
        face=("shape", "fill"),
        search=("buffer", "fixed", "mask", "not learned", "常量", "常数", "缓冲区", "固定"),
        help=QT_TRANSLATE_NOOP("Catalog", "A tensor that is not learned and stays as it is: a buffer of the network."),
        sample=(),
    ),
)
