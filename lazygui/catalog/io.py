"""The family of sources: where the tensors of a sample come from."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec

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
        "below the upper bound. values: the numbers that you give.",
    ),
    default="rand",
    choices=("rand", "randn", "randint", "ones", "zeros", "values"),
)
_HIGH: Final = ArgumentSpec(
    "high",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Upper bound"),
    QT_TRANSLATE_NOOP("Catalog", "For randint: every number drawn is at least 0 and less than this."),
    default=10,
    minimum=1,
)
_VALUES: Final = ArgumentSpec(
    "values",
    Kind.NUMBERS,
    QT_TRANSLATE_NOOP("Catalog", "Values"),
    QT_TRANSLATE_NOOP("Catalog", "For values: nested rows of numbers in the shape given above; None otherwise."),
    default=None,
    optional=True,
)

LAYERS: Final = (
    LayerSpec(
        "Input",
        QT_TRANSLATE_NOOP("Catalog", "Sample tensor"),
        Family.IO,
        (_SHAPE, _DTYPE, _FILL, _HIGH, _VALUES),
        inputs=(),
        face=("shape", "dtype"),
        search=("source", "data", "x", "random", "placeholder", "输入", "样本", "数据", "张量", "随机"),
        help=QT_TRANSLATE_NOOP("Catalog", "Makes the tensor that walks through the network, random or given."),
        sample=(),
    ),
)
