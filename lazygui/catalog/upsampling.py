"""The family of pooling: layers that raise the resolution by interpolation and learn nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import image_axes
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Family, Kind, LayerSpec

_SIZE: Final = ArgumentSpec(
    "size",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Output size"),
    QT_TRANSLATE_NOOP("Catalog", "Size of each axis behind the channels; None where a scale is given instead."),
    default=None,
    minimum=1,
    optional=True,
)
# torch also takes one factor for each axis; one for all of them is what networks use.
_SCALE_FACTOR: Final = ArgumentSpec(
    "scale_factor",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Scale"),
    QT_TRANSLATE_NOOP("Catalog", "Factor by which each axis grows; None where an output size is given instead."),
    default=None,
    initial=2.0,
    minimum=0,
    exclusive=True,
    optional=True,
)
_SEARCH: Final = ("interpolate", "resize", "enlarge", "上采样", "插值", "放大")

_UPSAMPLE: Final = LayerSpec(
    "nn.Upsample",
    QT_TRANSLATE_NOOP("Catalog", "Upsampling"),
    Family.POOLING,
    (
        _SIZE,
        _SCALE_FACTOR,
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
    search=_SEARCH,
    help=QT_TRANSLATE_NOOP("Catalog", "Enlarges the input by interpolation and learns nothing."),
    sample=((2, 3, 6, 7),),
    axes="=",
)


def _fixed(name: str, title: str, text: str, search: tuple[str, ...]) -> LayerSpec:
    size = replace(
        _SIZE,
        kind=Kind.SIZE,
        axes=2,
        help=QT_TRANSLATE_NOOP("Catalog", "Height and width of the output; None where a scale is given instead."),
    )
    return LayerSpec(
        f"nn.{name}",
        title,
        Family.POOLING,
        (size, _SCALE_FACTOR),
        face=("scale_factor", "size"),
        search=(*_SEARCH, *search),
        help=text,
        sample=((2, 3, 6, 7),),
        axes=image_axes(2),
    )


LAYERS: Final = (
    _UPSAMPLE,
    _fixed(
        "UpsamplingNearest2d",
        QT_TRANSLATE_NOOP("Catalog", "Nearest-neighbour upsampling 2-D"),
        QT_TRANSLATE_NOOP("Catalog", "Enlarges images by repeating pixels: an older name for upsampling with nearest."),
        ("nearest", "最近邻"),
    ),
    _fixed(
        "UpsamplingBilinear2d",
        QT_TRANSLATE_NOOP("Catalog", "Bilinear upsampling 2-D"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Enlarges images with straight lines between pixels, the corners aligned: an older name."
        ),
        ("bilinear", "双线性"),
    ),
)
