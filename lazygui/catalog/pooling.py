"""The family of pooling: layers that lower the resolution and learn nothing, and those that undo it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import OUTPUT_SIZE, dilation, image_axes, kernel_size, padding, stride
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
_RETURN_INDICES: Final = ArgumentSpec(
    "return_indices",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Give indices"),
    QT_TRANSLATE_NOOP("Catalog", "Give the places of the largest values as a second output, which unpooling needs."),
    default=False,
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


_SAMPLES: Final = {1: (2, 3, 8), 2: (2, 3, 8, 10), 3: (2, 3, 6, 8, 10)}
_UNPOOL_SAMPLES: Final = {1: (2, 3, 4), 2: (2, 3, 4, 5), 3: (2, 3, 3, 4, 5)}
_OUTPUTS: Final = ("output", "indices")
_WINDOW_FACE: Final = ("kernel_size", "stride", "padding")
_SEARCH: Final = ("pool", "downsample", "subsample", "汇聚", "池化", "下采样")
_MAX_SEARCH: Final = (*_SEARCH, "maximum", "最大池化", "最大值")
_AVERAGE_SEARCH: Final = (*_SEARCH, "average", "mean", "平均池化", "均值")
_ADAPTIVE_SEARCH: Final = ("global", "自适应池化", "全局")


def _max(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.MaxPool{axes}d",
        title,
        Family.POOLING,
        (*_window(axes), dilation(axes), _RETURN_INDICES, _CEIL_MODE),
        outputs=_OUTPUTS,
        outputs_from="return_indices",
        face=_WINDOW_FACE,
        search=_MAX_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Keeps the largest value of each window."),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes, 2),
        # Torch takes integers over two and three axes, but not over one.
        floating=axes == 1,
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
        axes=image_axes(axes),
    )


def _adaptive_max(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.AdaptiveMaxPool{axes}d",
        title,
        Family.POOLING,
        (_output_size(axes), _RETURN_INDICES),
        outputs=_OUTPUTS,
        outputs_from="return_indices",
        face=("output_size",),
        search=(*_ADAPTIVE_SEARCH, *_MAX_SEARCH),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Keeps the largest value of each window, with windows that fit the output size."
        ),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes, 2),
        floating=True,
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
        axes=image_axes(axes),
        floating=True,
    )


_NORM_TYPE: Final = ArgumentSpec(
    "norm_type",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Order of the norm"),
    QT_TRANSLATE_NOOP(
        "Catalog", "The p of the p-norm of a window: 1 is the sum, and the larger it is, the more a maximum."
    ),
    initial=2.0,
    minimum=0,
    exclusive=True,
)
# torch also takes one ratio for each axis, and samples of the random windows; neither is a setting that networks use.
_OUTPUT_RATIO: Final = ArgumentSpec(
    "output_ratio",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Output ratio"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Size of the output as a part of that of the input, below 1; None where an output size is given."
    ),
    default=None,
    initial=0.5,
    minimum=0,
    maximum=1,
    exclusive=True,
    optional=True,
)


def _lp(axes: int, title: str) -> LayerSpec:
    window, step, _ = _window(axes)
    return LayerSpec(
        f"nn.LPPool{axes}d",
        title,
        Family.POOLING,
        (_NORM_TYPE, window, step, _CEIL_MODE),
        face=("norm_type", "kernel_size", "stride"),
        search=(*_SEARCH, "lp", "norm", "幂平均", "范数"),
        help=QT_TRANSLATE_NOOP("Catalog", "Takes the p-norm of each window."),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes),
    )


def _fractional(axes: int, title: str) -> LayerSpec:
    size = replace(
        _output_size(axes),
        help=QT_TRANSLATE_NOOP("Catalog", "Size of the output; None where an output ratio is given."),
        default=None,
        initial=None,
        optional=True,
        optional_axes=False,
    )
    return LayerSpec(
        f"nn.FractionalMaxPool{axes}d",
        title,
        Family.POOLING,
        (replace(kernel_size(axes), initial=2), size, _OUTPUT_RATIO, _RETURN_INDICES),
        outputs=_OUTPUTS,
        outputs_from="return_indices",
        face=("kernel_size", "output_ratio", "output_size"),
        search=(*_MAX_SEARCH, "random", "分数", "随机"),
        help=QT_TRANSLATE_NOOP("Catalog", "Keeps the largest value of each window; where the windows lie is random."),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes, 2),
        floating=True,
    )


def _unpool(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.MaxUnpool{axes}d",
        title,
        Family.POOLING,
        (*_window(axes), OUTPUT_SIZE),
        inputs=("input", "indices"),
        face=_WINDOW_FACE,
        search=("unpool", "upsample", "segnet", "反汇聚", "反池化", "上采样"),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Puts values back where max pooling took them from, with zeros between; it needs the indices."
        ),
        sample=(_UNPOOL_SAMPLES[axes],) * 2,
        sample_dtype=("float32", "int64"),
        axes=image_axes(axes),
        floating=True,
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
    _lp(1, QT_TRANSLATE_NOOP("Catalog", "Power-average pooling 1-D")),
    _lp(2, QT_TRANSLATE_NOOP("Catalog", "Power-average pooling 2-D")),
    _lp(3, QT_TRANSLATE_NOOP("Catalog", "Power-average pooling 3-D")),
    _fractional(2, QT_TRANSLATE_NOOP("Catalog", "Fractional max pooling 2-D")),
    _fractional(3, QT_TRANSLATE_NOOP("Catalog", "Fractional max pooling 3-D")),
    _unpool(1, QT_TRANSLATE_NOOP("Catalog", "Max unpooling 1-D")),
    _unpool(2, QT_TRANSLATE_NOOP("Catalog", "Max unpooling 2-D")),
    _unpool(3, QT_TRANSLATE_NOOP("Catalog", "Max unpooling 3-D")),
)
