"""The family of layers that change the resolution and learn nothing: pooling and upsampling."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import dilation, kernel_size, padding, stride
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec

_CEIL_MODE: Final = ArgumentSpec(
    "ceil_mode",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Round up"),
    QT_TRANSLATE_NOOP("Catalog", "Round the size of the output up, so that a window over the edge counts too."),
    default=False,
)
_COUNT_INCLUDE_PAD: Final = ArgumentSpec(
    "count_include_pad",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Count padding"),
    QT_TRANSLATE_NOOP("Catalog", "Let the zeros of the padding take part in the mean."),
    default=True,
)
_DIVISOR_OVERRIDE: Final = ArgumentSpec(
    "divisor_override",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Divisor"),
    QT_TRANSLATE_NOOP("Catalog", "Divide the sum of a window by this; None divides by the number of its elements."),
    default=None,
    minimum=1,
    optional=True,
)
_STRIDE_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "How many elements the window moves at each step; None moves it by its own size."
)
_PADDING_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Number of elements added at both ends of each axis; at most half the kernel size."
)
_OUTPUT_SIZE_HELP: Final = QT_TRANSLATE_NOOP("Catalog", "Size of the output, whatever the size of the input.")
_OUTPUT_SIZES_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog",
    "Size of the output, whatever the size of the input, for all axes or for each; None keeps an axis.",
)


def _window(axes: int) -> tuple[ArgumentSpec, ...]:
    return (
        replace(kernel_size(axes), initial=2),
        replace(stride(axes), help=_STRIDE_HELP, default=None, optional=True),
        replace(padding(axes), help=_PADDING_HELP),
    )


def _output_size(axes: int) -> ArgumentSpec:
    # Torch takes None for one of several axes, never in place of the whole size, nor over a single axis.
    return ArgumentSpec(
        "output_size",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Output size"),
        _OUTPUT_SIZES_HELP if axes > 1 else _OUTPUT_SIZE_HELP,
        initial=1,
        minimum=1,
        axes=axes,
        optional_axes=axes > 1,
    )


_SAMPLES: Final = {1: (2, 3, 8), 2: (2, 3, 8, 8), 3: (2, 3, 8, 8, 8)}
_WINDOW_FACE: Final = ("kernel_size", "stride", "padding")
_SEARCH: Final = ("pool", "downsample", "subsample", "汇聚", "池化", "下采样")
_MAX_SEARCH: Final = (*_SEARCH, "maximum", "最大池化", "最大值")
_AVERAGE_SEARCH: Final = (*_SEARCH, "average", "mean", "平均池化", "均值")
_ADAPTIVE_SEARCH: Final = ("global", "自适应池化", "全局")


def _max(axes: int, title: str) -> LayerSpec:
    # return_indices is left out, here and below: it would turn the one output into two.
    return LayerSpec(
        f"nn.MaxPool{axes}d",
        title,
        Family.POOLING,
        (*_window(axes), dilation(axes), _CEIL_MODE),
        face=_WINDOW_FACE,
        search=_MAX_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Keeps the largest value of each window."),
        sample=(_SAMPLES[axes],),
    )


def _average(axes: int, title: str) -> LayerSpec:
    divisor = (_DIVISOR_OVERRIDE,) if axes > 1 else ()
    return LayerSpec(
        f"nn.AvgPool{axes}d",
        title,
        Family.POOLING,
        (*_window(axes), _CEIL_MODE, _COUNT_INCLUDE_PAD, *divisor),
        face=_WINDOW_FACE,
        search=_AVERAGE_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Takes the mean of each window."),
        sample=(_SAMPLES[axes],),
    )


def _adaptive_max(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.AdaptiveMaxPool{axes}d",
        title,
        Family.POOLING,
        (_output_size(axes),),
        face=("output_size",),
        search=(*_ADAPTIVE_SEARCH, *_MAX_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Keeps the largest value of each window, with windows that fit the output size."
        ),
        sample=(_SAMPLES[axes],),
    )


def _adaptive_average(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.AdaptiveAvgPool{axes}d",
        title,
        Family.POOLING,
        (_output_size(axes),),
        face=("output_size",),
        search=(*_ADAPTIVE_SEARCH, *_AVERAGE_SEARCH),
        help=QT_TRANSLATE_NOOP("Catalog", "Takes the mean of each window, with windows that fit the output size."),
        sample=(_SAMPLES[axes],),
    )


_UPSAMPLE: Final = LayerSpec(
    "nn.Upsample",
    QT_TRANSLATE_NOOP("Catalog", "Upsampling"),
    Family.POOLING,
    (
        ArgumentSpec(
            "size",
            Kind.SHAPE,
            QT_TRANSLATE_NOOP("Catalog", "Output size"),
            QT_TRANSLATE_NOOP("Catalog", "Size of each axis behind the channels; None where a scale is given instead."),
            default=None,
            minimum=1,
            optional=True,
        ),
        # torch also takes one factor for each axis; one for all of them is what networks use.
        ArgumentSpec(
            "scale_factor",
            Kind.FLOAT,
            QT_TRANSLATE_NOOP("Catalog", "Scale"),
            QT_TRANSLATE_NOOP(
                "Catalog", "Factor by which each axis grows; None where an output size is given instead."
            ),
            default=None,
            initial=2.0,
            minimum=0,
            exclusive=True,
            optional=True,
        ),
        ArgumentSpec(
            "mode",
            Kind.CHOICE,
            QT_TRANSLATE_NOOP("Catalog", "Interpolation"),
            QT_TRANSLATE_NOOP(
                "Catalog",
                "How new values are found. linear needs a 3-D input, bilinear and bicubic a 4-D, trilinear a 5-D one.",
            ),
            default="nearest",
            choices=("nearest", "nearest-exact", "linear", "bilinear", "bicubic", "trilinear", "area"),
        ),
        ArgumentSpec(
            "align_corners",
            Kind.BOOLEAN,
            QT_TRANSLATE_NOOP("Catalog", "Align corners"),
            QT_TRANSLATE_NOOP(
                "Catalog",
                "Let the centres of the corner elements of input and output coincide. Only linear, bilinear, bicubic "
                "and trilinear take it; None means no.",
            ),
            default=None,
            optional=True,
        ),
        ArgumentSpec(
            "recompute_scale_factor",
            Kind.BOOLEAN,
            QT_TRANSLATE_NOOP("Catalog", "Recompute scale"),
            QT_TRANSLATE_NOOP(
                "Catalog", "Interpolate with the scale that the rounded output size gives; None means no."
            ),
            default=None,
            optional=True,
        ),
    ),
    face=("scale_factor", "size", "mode"),
    search=("interpolate", "resize", "enlarge", "上采样", "插值", "放大"),
    help=QT_TRANSLATE_NOOP("Catalog", "Enlarges the input by interpolation and learns nothing."),
    sample=((2, 3, 8, 8),),
)

LAYERS: Final = (
    _max(1, QT_TRANSLATE_NOOP("Catalog", "Max pooling 1-D")),
    _max(2, QT_TRANSLATE_NOOP("Catalog", "Max pooling 2-D")),
    _max(3, QT_TRANSLATE_NOOP("Catalog", "Max pooling 3-D")),
    _average(1, QT_TRANSLATE_NOOP("Catalog", "Average pooling 1-D")),
    _average(2, QT_TRANSLATE_NOOP("Catalog", "Average pooling 2-D")),
    _average(3, QT_TRANSLATE_NOOP("Catalog", "Average pooling 3-D")),
    _adaptive_max(1, QT_TRANSLATE_NOOP("Catalog", "Adaptive max pooling 1-D")),
    _adaptive_max(2, QT_TRANSLATE_NOOP("Catalog", "Adaptive max pooling 2-D")),
    _adaptive_max(3, QT_TRANSLATE_NOOP("Catalog", "Adaptive max pooling 3-D")),
    _adaptive_average(1, QT_TRANSLATE_NOOP("Catalog", "Adaptive average pooling 1-D")),
    _adaptive_average(2, QT_TRANSLATE_NOOP("Catalog", "Adaptive average pooling 2-D")),
    _adaptive_average(3, QT_TRANSLATE_NOOP("Catalog", "Adaptive average pooling 3-D")),
    _UPSAMPLE,
)
