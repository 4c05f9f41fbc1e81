"""The family of layers that change a shape by a fixed rule: padding, and channels laid out as pixels."""

from __future__ import annotations

from typing import Final

from lazygui.catalog.arguments import image_axes
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec

_SAMPLES: Final = {1: (2, 3, 8), 2: (2, 3, 6, 7), 3: (2, 3, 5, 6, 7)}
_SIDES_HELP: Final = {
    1: QT_TRANSLATE_NOOP("Catalog", "Number of elements added: one for both ends, or one for the left and the right."),
    2: QT_TRANSLATE_NOOP(
        "Catalog", "Number of elements added: one for all sides, or left, right, top and bottom, in this order."
    ),
    3: QT_TRANSLATE_NOOP(
        "Catalog",
        "Number of elements added: one for all sides, or left, right, top, bottom, front and back, in this order.",
    ),
}
_VALUE: Final = ArgumentSpec(
    "value",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Padding value"),
    QT_TRANSLATE_NOOP("Catalog", "What the added elements are."),
    initial=0.0,
)
_SEARCH: Final = ("pad", "border", "填充", "补边", "边界")


def _pad(name: str, axes: int, title: str, text: str, search: tuple[str, ...], *more: ArgumentSpec) -> LayerSpec:
    sides = ArgumentSpec(
        "padding",
        Kind.SIZE,
        QT_TRANSLATE_NOOP("Catalog", "Padding"),
        _SIDES_HELP[axes],
        initial=1,
        axes=2 * axes,
    )
    return LayerSpec(
        f"nn.{name}Pad{axes}d",
        title,
        Family.SHAPE,
        (sides, *more),
        face=("padding", *(one.name for one in more)),
        search=(*_SEARCH, *search),
        help=text,
        sample=(_SAMPLES[axes],),
        axes=image_axes(axes),
        passes_values=("input",),
    )


def _constant(axes: int, title: str) -> LayerSpec:
    text = QT_TRANSLATE_NOOP("Catalog", "Surrounds the input with one value; a negative number cuts off instead.")
    return _pad("Constant", axes, title, text, ("constant", "常量"), _VALUE)


def _zero(axes: int, title: str) -> LayerSpec:
    text = QT_TRANSLATE_NOOP("Catalog", "Surrounds the input with zeros; a negative number cuts off instead.")
    return _pad("Zero", axes, title, text, ("zeros", "零", "补零"))


def _reflection(axes: int, title: str) -> LayerSpec:
    text = QT_TRANSLATE_NOOP("Catalog", "Surrounds the input with its mirror image, without repeating the edge.")
    return _pad("Reflection", axes, title, text, ("reflect", "mirror", "镜像", "反射"))


def _replication(axes: int, title: str) -> LayerSpec:
    text = QT_TRANSLATE_NOOP("Catalog", "Surrounds the input with copies of its edge.")
    return _pad("Replication", axes, title, text, ("replicate", "edge", "复制", "边缘"))


def _circular(axes: int, title: str) -> LayerSpec:
    text = QT_TRANSLATE_NOOP("Catalog", "Surrounds the input with its other end, as if it went round.")
    return _pad("Circular", axes, title, text, ("circular", "wrap", "循环填充", "环绕"))


_UPSCALE_FACTOR: Final = ArgumentSpec(
    "upscale_factor",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Scale"),
    QT_TRANSLATE_NOOP("Catalog", "By how much height and width grow. Its square must divide the channels."),
    initial=2,
    minimum=1,
)
_DOWNSCALE_FACTOR: Final = ArgumentSpec(
    "downscale_factor",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Scale"),
    QT_TRANSLATE_NOOP("Catalog", "By how much height and width shrink. It must divide both."),
    initial=2,
    minimum=1,
)
_GROUPS: Final = ArgumentSpec(
    "groups",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Groups"),
    QT_TRANSLATE_NOOP("Catalog", "Into how many groups the channels are split. It must divide their number."),
    initial=2,
    minimum=1,
)
_PIXEL_AXES: Final = "... C H W -> ... C H W"

LAYERS: Final = (
    _constant(1, QT_TRANSLATE_NOOP("Catalog", "Constant padding 1-D")),
    _constant(2, QT_TRANSLATE_NOOP("Catalog", "Constant padding 2-D")),
    _constant(3, QT_TRANSLATE_NOOP("Catalog", "Constant padding 3-D")),
    _zero(1, QT_TRANSLATE_NOOP("Catalog", "Zero padding 1-D")),
    _zero(2, QT_TRANSLATE_NOOP("Catalog", "Zero padding 2-D")),
    _zero(3, QT_TRANSLATE_NOOP("Catalog", "Zero padding 3-D")),
    _reflection(1, QT_TRANSLATE_NOOP("Catalog", "Reflection padding 1-D")),
    _reflection(2, QT_TRANSLATE_NOOP("Catalog", "Reflection padding 2-D")),
    _reflection(3, QT_TRANSLATE_NOOP("Catalog", "Reflection padding 3-D")),
    _replication(1, QT_TRANSLATE_NOOP("Catalog", "Replication padding 1-D")),
    _replication(2, QT_TRANSLATE_NOOP("Catalog", "Replication padding 2-D")),
    _replication(3, QT_TRANSLATE_NOOP("Catalog", "Replication padding 3-D")),
    _circular(1, QT_TRANSLATE_NOOP("Catalog", "Circular padding 1-D")),
    _circular(2, QT_TRANSLATE_NOOP("Catalog", "Circular padding 2-D")),
    _circular(3, QT_TRANSLATE_NOOP("Catalog", "Circular padding 3-D")),
    LayerSpec(
        "nn.PixelShuffle",
        QT_TRANSLATE_NOOP("Catalog", "Channels to pixels (pixel shuffle)"),
        Family.SHAPE,
        (_UPSCALE_FACTOR,),
        face=("upscale_factor",),
        search=(
            "depth to space",
            "super-resolution",
            "subpixel",
            "upsample",
            "像素重排",
            "亚像素",
            "超分辨率",
            "上采样",
        ),
        help=QT_TRANSLATE_NOOP("Catalog", "Lays groups of channels out as blocks of pixels, which enlarges the image."),
        sample=((2, 12, 4, 5),),
        axes=_PIXEL_AXES,
        sizes="... c h w",
        divides=(("upscale_factor*upscale_factor", "@-3"),),
        passes_values=("input",),
    ),
    LayerSpec(
        "nn.PixelUnshuffle",
        QT_TRANSLATE_NOOP("Catalog", "Pixels to channels (pixel unshuffle)"),
        Family.SHAPE,
        (_DOWNSCALE_FACTOR,),
        face=("downscale_factor",),
        search=("space to depth", "subpixel", "downsample", "像素重排", "亚像素", "下采样"),
        help=QT_TRANSLATE_NOOP("Catalog", "Makes channels of blocks of pixels: the reverse of pixel shuffle."),
        sample=((2, 3, 4, 6),),
        axes=_PIXEL_AXES,
        sizes="... c h w",
        divides=(("downscale_factor", "@-2"), ("downscale_factor", "@-1")),
        passes_values=("input",),
    ),
    LayerSpec(
        "nn.ChannelShuffle",
        QT_TRANSLATE_NOOP("Catalog", "Channel shuffle"),
        Family.SHAPE,
        (_GROUPS,),
        face=("groups",),
        search=("shufflenet", "group", "通道重排", "通道混洗", "分组"),
        help=QT_TRANSLATE_NOOP("Catalog", "Mixes the channels of the groups, so that grouped convolutions can talk."),
        sample=((2, 6, 4, 5),),
        axes="=",
        divides=(("groups", "@1"),),
        passes_values=("input",),
    ),
)
