"""The family of convolutions and transposed convolutions over one to three axes, and of their windows as columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import (
    BIAS,
    IN_CHANNELS,
    OUT_CHANNELS,
    OUTPUT_SIZE,
    dilation,
    image_axes,
    image_sizes,
    kernel_size,
    padding,
    stride,
)
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, UNKNOWN, ArgumentSpec, Family, Kind, LayerSpec, ParameterSpec

_GROUPS: Final = ArgumentSpec(
    "groups",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Groups"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "Into how many groups the channels are split. It must divide both input channels and output channels.",
    ),
    default=1,
    minimum=1,
)
_PADDING_MODE: Final = ArgumentSpec(
    "padding_mode",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Padding values"),
    QT_TRANSLATE_NOOP(
        "Catalog", "What the padding holds: zeros, the mirrored input, its edge repeated, or its other end."
    ),
    default="zeros",
    choices=("zeros", "reflect", "replicate", "circular"),
)
_PADDING_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Number of elements added at both ends of each axis; same keeps the size at stride 1, valid adds none."
)
_PADDING_TRANSPOSED_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "Number of elements that the output loses at both ends of each axis."
)
_STRIDE_TRANSPOSED_HELP: Final = QT_TRANSLATE_NOOP(
    "Catalog", "How far apart neighbouring inputs land in the output; 2 doubles the resolution."
)


def _output_padding(axes: int) -> ArgumentSpec:
    return ArgumentSpec(
        "output_padding",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Output padding"),
        QT_TRANSLATE_NOOP(
            "Catalog",
            "Number of elements added at one end of the output. It must be less than the stride or the dilation.",
        ),
        default=0,
        minimum=0,
        axes=axes,
    )


def _arguments(axes: int) -> tuple[ArgumentSpec, ...]:
    return (
        OUT_CHANNELS,
        kernel_size(axes),
        stride(axes),
        replace(padding(axes), help=_PADDING_HELP, words=("same", "valid")),
        dilation(axes),
        _GROUPS,
        BIAS,
        _PADDING_MODE,
    )


def _transposed_arguments(axes: int) -> tuple[ArgumentSpec, ...]:
    # padding_mode is left out: torch allows nothing but its default "zeros" here.
    return (
        OUT_CHANNELS,
        kernel_size(axes),
        replace(stride(axes), help=_STRIDE_TRANSPOSED_HELP),
        replace(padding(axes), help=_PADDING_TRANSPOSED_HELP),
        _output_padding(axes),
        _GROUPS,
        BIAS,
        dilation(axes),
        OUTPUT_SIZE,
    )


_FACE: Final = ("out_channels", "kernel_size", "stride", "padding")
_BIAS: Final = ParameterSpec("bias", ("out_channels",), when=("bias",))
_SAMPLES: Final = {1: (2, 4, 16), 2: (2, 4, 8, 9), 3: (2, 4, 6, 7, 8)}
_SEARCH: Final = ("conv", "cnn", "filter", "kernel", "卷积", "滤波", "互相关")
_LAZY_SEARCH: Final = ("deferred", "延后初始化", "惰性")
_TRANSPOSED_SEARCH: Final = ("deconvolution", "upsample", "转置卷积", "反卷积", "逆卷积", "上采样")
_AXES_SEARCH: Final = {
    1: ("sequence", "signal", "序列", "信号", "一维"),
    2: ("image", "图像", "二维"),
    3: ("volume", "video", "体积", "视频", "三维"),
}


def _lazy(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.LazyConv{axes}d",
        title,
        Family.CONVOLUTION,
        _arguments(axes),
        parameters=(ParameterSpec("weight", ("out_channels", UNKNOWN, "kernel_size")), _BIAS),
        becomes=f"nn.Conv{axes}d",
        face=_FACE,
        search=(*_LAZY_SEARCH, *_SEARCH, *_AXES_SEARCH[axes]),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Slides learned filters over the input, whose number of channels it finds at the first run."
        ),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes),
        sizes=image_sizes(axes, "?", "out_channels"),
        divides=(("groups", f"@{-1 - axes}"), ("groups", "out_channels")),
        floating=True,
    )


def _explicit(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.Conv{axes}d",
        title,
        Family.CONVOLUTION,
        (IN_CHANNELS, *_arguments(axes)),
        parameters=(ParameterSpec("weight", ("out_channels", "in_channels/groups", "kernel_size")), _BIAS),
        face=_FACE,
        search=(*_SEARCH, *_AXES_SEARCH[axes]),
        help=QT_TRANSLATE_NOOP("Catalog", "Slides learned filters over the input."),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes),
        sizes=image_sizes(axes, "in_channels", "out_channels"),
        divides=(("groups", "in_channels"), ("groups", "out_channels")),
        floating=True,
    )


def _lazy_transposed(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.LazyConvTranspose{axes}d",
        title,
        Family.CONVOLUTION,
        _transposed_arguments(axes),
        parameters=(ParameterSpec("weight", (UNKNOWN, "out_channels/groups", "kernel_size")), _BIAS),
        becomes=f"nn.ConvTranspose{axes}d",
        face=_FACE,
        search=(*_LAZY_SEARCH, *_TRANSPOSED_SEARCH, *_SEARCH, *_AXES_SEARCH[axes]),
        help=QT_TRANSLATE_NOOP(
            "Catalog",
            "Enlarges the input with learned filters; it finds the number of input channels at the first run.",
        ),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes),
        sizes=image_sizes(axes, "?", "out_channels"),
        # A lazy layer asks nobody whether the groups suit the output: torch rounds down, and then the bias is too long.
        divides=(("groups", f"@{-1 - axes}"), ("groups", "out_channels", "bias")),
        unlike_meta=axes == 1,  # There meta alone refuses an output of length 0.
        floating=True,
    )


def _explicit_transposed(axes: int, title: str) -> LayerSpec:
    return LayerSpec(
        f"nn.ConvTranspose{axes}d",
        title,
        Family.CONVOLUTION,
        (IN_CHANNELS, *_transposed_arguments(axes)),
        parameters=(ParameterSpec("weight", ("in_channels", "out_channels/groups", "kernel_size")), _BIAS),
        face=_FACE,
        search=(*_TRANSPOSED_SEARCH, *_SEARCH, *_AXES_SEARCH[axes]),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Enlarges the input with learned filters: the mirror image of a convolution."
        ),
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes),
        sizes=image_sizes(axes, "in_channels", "out_channels"),
        divides=(("groups", "in_channels"), ("groups", "out_channels")),
        unlike_meta=axes == 1,  # There meta alone refuses an output of length 0.
        floating=True,
    )


_COLUMN_SIZE: Final = ArgumentSpec(
    "output_size",
    Kind.SIZE,
    QT_TRANSLATE_NOOP("Catalog", "Output size"),
    QT_TRANSLATE_NOOP("Catalog", "Height and width of the image that the windows are laid on."),
    initial=(8, 9),
    minimum=1,
    axes=2,
)
_COLUMNS: Final = (
    kernel_size(2),
    dilation(2),
    replace(padding(2), help=QT_TRANSLATE_NOOP("Catalog", "Number of zeros added at both ends of each axis.")),
    stride(2),
)
_COLUMNS_FACE: Final = ("kernel_size", "stride", "padding")

LAYERS: Final = (
    _lazy(1, QT_TRANSLATE_NOOP("Catalog", "1-D convolution, lazy")),
    _lazy(2, QT_TRANSLATE_NOOP("Catalog", "2-D convolution, lazy")),
    _lazy(3, QT_TRANSLATE_NOOP("Catalog", "3-D convolution, lazy")),
    _lazy_transposed(1, QT_TRANSLATE_NOOP("Catalog", "1-D transposed convolution, lazy")),
    _lazy_transposed(2, QT_TRANSLATE_NOOP("Catalog", "2-D transposed convolution, lazy")),
    _lazy_transposed(3, QT_TRANSLATE_NOOP("Catalog", "3-D transposed convolution, lazy")),
    _explicit(1, QT_TRANSLATE_NOOP("Catalog", "1-D convolution")),
    _explicit(2, QT_TRANSLATE_NOOP("Catalog", "2-D convolution")),
    _explicit(3, QT_TRANSLATE_NOOP("Catalog", "3-D convolution")),
    _explicit_transposed(1, QT_TRANSLATE_NOOP("Catalog", "1-D transposed convolution")),
    _explicit_transposed(2, QT_TRANSLATE_NOOP("Catalog", "2-D transposed convolution")),
    _explicit_transposed(3, QT_TRANSLATE_NOOP("Catalog", "3-D transposed convolution")),
    LayerSpec(
        "nn.Unfold",
        QT_TRANSLATE_NOOP("Catalog", "Windows to columns (unfold)"),
        Family.CONVOLUTION,
        _COLUMNS,
        face=_COLUMNS_FACE,
        search=("im2col", "patch", "window", "块", "展开", "窗口", "滑动窗口"),
        help=QT_TRANSLATE_NOOP("Catalog", "Makes a column of every window of an image: (N, C, H, W) to (N, C K, L)."),
        sample=((2, 4, 8, 9),),
        axes="N C H W -> N C L | C H W -> C L",
        floating=True,
    ),
    LayerSpec(
        "nn.Fold",
        QT_TRANSLATE_NOOP("Catalog", "Columns to windows (fold)"),
        Family.CONVOLUTION,
        (_COLUMN_SIZE, *_COLUMNS),
        face=("output_size", *_COLUMNS_FACE),
        search=("col2im", "patch", "window", "块", "折叠", "窗口", "滑动窗口"),
        help=QT_TRANSLATE_NOOP(
            "Catalog", "Lays columns back as windows on an image and adds up where they overlap: the reverse of unfold."
        ),
        sample=((2, 36, 42),),
        axes="N C L -> N C H W | C L -> C H W",
        floating=True,
    ),
)
