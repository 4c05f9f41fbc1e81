"""Operations that pick, cut or pad: parts of a tensor go on, or become several tensors."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Auto, Call, Family, Kind, LayerSpec

_SPLIT_SEARCH: Final = ("divide", "parts", "heads", "gates", "channel", "分割", "拆分", "切分", "分块")
_PICK_SEARCH: Final = ("slice", "index", "crop", "索引", "切片", "选取", "裁剪")

_SECTIONS: Final = ArgumentSpec(
    "split_size_or_sections",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Lengths of the parts"),
    QT_TRANSLATE_NOOP("Catalog", "Length of each part along the axis; together they are the whole axis."),
    initial=(4, 4),
    minimum=0,
)
_CHUNKS: Final = ArgumentSpec(
    "chunks",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Number of parts"),
    QT_TRANSLATE_NOOP("Catalog", "Into how many equal parts the axis is cut; the last part may be shorter."),
    initial=2,
    minimum=1,
)
_INDEX: Final = ArgumentSpec(
    "index",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Index"),
    QT_TRANSLATE_NOOP("Catalog", "Which slice to take, counted from 0; -1 is the last one."),
    initial=0,
)
_START: Final = ArgumentSpec(
    "start",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Start"),
    QT_TRANSLATE_NOOP("Catalog", "The first element to keep, counted from 0; a negative one counts from the end."),
    initial=0,
)
_LENGTH: Final = ArgumentSpec(
    "length",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Length"),
    QT_TRANSLATE_NOOP("Catalog", "How many elements to keep."),
    initial=4,
    minimum=0,
)
_PAD: Final = ArgumentSpec(
    "pad",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Padding"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "Elements added before and after the last axis, then before and after the one before it, and so on; a negative "
        "number cuts off.",
    ),
    initial=(1, 1),
)
_PAD_MODE: Final = ArgumentSpec(
    "mode",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Padding values"),
    QT_TRANSLATE_NOOP(
        "Catalog", "What the padding holds: a constant, the mirrored input, its edge repeated, or its other end."
    ),
    default="constant",
    choices=("constant", "reflect", "replicate", "circular"),
)
_PAD_VALUE: Final = ArgumentSpec(
    "value",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Value"),
    QT_TRANSLATE_NOOP("Catalog", "The constant to pad with; None is zero."),
    default=None,
    optional=True,
)
_SIZE: Final = ArgumentSpec(
    "size",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Output size"),
    QT_TRANSLATE_NOOP("Catalog", "Length of each spatial axis of the output; None where a factor is given instead."),
    default=None,
    minimum=1,
    optional=True,
)
_SCALE_FACTOR: Final = ArgumentSpec(
    "scale_factor",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Scale factor"),
    QT_TRANSLATE_NOOP(
        "Catalog", "By how much every spatial axis becomes longer; None where an output size is given instead."
    ),
    default=None,
    initial=2.0,
    minimum=0,
    exclusive=True,
    optional=True,
)
_INTERPOLATION: Final = ArgumentSpec(
    "mode",
    Kind.CHOICE,
    QT_TRANSLATE_NOOP("Catalog", "Interpolation"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "How new elements are found. linear is for one spatial axis, bilinear and bicubic for two, trilinear for "
        "three.",
    ),
    default="nearest",
    choices=("nearest", "nearest-exact", "linear", "bilinear", "bicubic", "trilinear", "area"),
)
_ALIGN_CORNERS: Final = ArgumentSpec(
    "align_corners",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Align corners"),
    QT_TRANSLATE_NOOP(
        "Catalog",
        "Put the centres of the corner elements onto each other; None for the modes that do not interpolate linearly.",
    ),
    default=None,
    optional=True,
)
_RECOMPUTE: Final = ArgumentSpec(
    "recompute_scale_factor",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Recompute the factor"),
    QT_TRANSLATE_NOOP("Catalog", "Compute the factor anew from the rounded output size; None means no."),
    default=None,
    optional=True,
)
_ANTIALIAS: Final = ArgumentSpec(
    "antialias",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Smooth when shrinking"),
    QT_TRANSLATE_NOOP("Catalog", "Average the elements that fall together, for bilinear and bicubic only."),
    default=False,
)
_NUM_CLASSES: Final = ArgumentSpec(
    "num_classes",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Classes"),
    # torch also takes -1, and then the largest index decides on the length: what follows could have no shape.
    QT_TRANSLATE_NOOP("Catalog", "Length of the new axis; every index must be less than this."),
    initial=10,
    minimum=1,
    auto=Auto("input", is_bound=True),
)
_K: Final = ArgumentSpec(
    "k",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "How many"),
    QT_TRANSLATE_NOOP("Catalog", "How many elements to keep along the axis."),
    initial=2,
    minimum=0,
)
_LARGEST: Final = ArgumentSpec(
    "largest",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Largest"),
    QT_TRANSLATE_NOOP("Catalog", "Take the largest elements; otherwise the smallest."),
    default=True,
)
_SORTED: Final = ArgumentSpec(
    "sorted",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Sorted"),
    QT_TRANSLATE_NOOP("Catalog", "Give the elements in their order of size."),
    default=True,
)
_LAST: Final = replace(DIM, default=-1)
_FIRST: Final = replace(DIM, default=0)


def _operation(
    function: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    inputs: tuple[str, ...] = ("input",),
    outputs: tuple[str, ...] = ("output",),
    outputs_from: str | None = None,
    sample: tuple[tuple[int, ...], ...] = ((2, 8),),
    sample_dtype: str | tuple[str, ...] = "float32",
    axes: str = "",
    passes_values: tuple[str, ...] = ("input",),
    index_inputs: tuple[tuple[str, str], ...] = (),
    sizes: str = "",
) -> LayerSpec:
    """Return an operation on one tensor; a second one is an index, which torch wants by its name."""
    return LayerSpec(
        function,
        title,
        Family.SHAPE,
        arguments,
        inputs,
        outputs,
        call=Call(function),
        face=tuple(argument.name for argument in arguments[:3]),
        search=search,
        help=text,
        sample=sample,
        sample_dtype=sample_dtype,
        keywords=inputs[1:],
        outputs_from=outputs_from,
        axes=axes,
        passes_values=passes_values,
        index_inputs=index_inputs,
        sizes=sizes,
    )


LAYERS: Final = (
    _operation(
        "torch.split",
        QT_TRANSLATE_NOOP("Catalog", "Split"),
        QT_TRANSLATE_NOOP("Catalog", "Cuts the tensor along an axis into parts of the lengths that you give."),
        _SECTIONS,
        replace(_FIRST, initial=-1),
        search=_SPLIT_SEARCH,
        outputs_from="split_size_or_sections",
        axes="=",
    ),
    _operation(
        "torch.chunk",
        QT_TRANSLATE_NOOP("Catalog", "Chunk"),
        QT_TRANSLATE_NOOP("Catalog", "Cuts the tensor along an axis into so many equal parts."),
        _CHUNKS,
        replace(_FIRST, initial=-1),
        search=_SPLIT_SEARCH,
        outputs_from="chunks",
        axes="=",
    ),
    _operation(
        "torch.select",
        QT_TRANSLATE_NOOP("Catalog", "Select"),
        QT_TRANSLATE_NOOP("Catalog", "Takes one slice of an axis, which then is gone: X[:, 0] picks the first token."),
        replace(DIM, initial=1),
        _INDEX,
        search=("class token", *_PICK_SEARCH),
        sample=((2, 3, 8),),
        axes="drop dim",
    ),
    _operation(
        "torch.narrow",
        QT_TRANSLATE_NOOP("Catalog", "Narrow"),
        QT_TRANSLATE_NOOP("Catalog", "Keeps a run of elements along an axis: X[:, 1:5]."),
        replace(DIM, initial=-1),
        _START,
        _LENGTH,
        search=_PICK_SEARCH,
        axes="=",
    ),
    _operation(
        "torch.index_select",
        QT_TRANSLATE_NOOP("Catalog", "Select by index"),
        QT_TRANSLATE_NOOP("Catalog", "Picks slices of an axis by a list of indices."),
        replace(DIM, initial=0),
        search=("lookup", "rows", *_PICK_SEARCH),
        inputs=("input", "index"),
        sample=((2, 8), (3,)),
        sample_dtype=("float32", "int64"),
        axes="=",
        sizes="..., k | ...,",
    ),
    _operation(
        "torch.gather",
        QT_TRANSLATE_NOOP("Catalog", "Gather"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Picks along an axis one element for each index; the output has the index's shape."
        ),
        replace(DIM, initial=-1),
        search=("lookup", "pick", "收集", "聚集", *_PICK_SEARCH),
        inputs=("input", "index"),
        sample=((2, 8), (2, 3)),
        sample_dtype=("float32", "int64"),
        axes="=",
    ),
    _operation(
        "torch.topk",
        QT_TRANSLATE_NOOP("Catalog", "Largest elements"),
        QT_TRANSLATE_NOOP("Catalog", "Gives the largest elements along an axis, and where they stood."),
        _K,
        _LAST,
        _LARGEST,
        _SORTED,
        search=("top", "router", "mixture of experts", "最大", "前k个", "排序"),
        outputs=("values", "indices"),
        passes_values=(),
        axes="=",
    ),
    _operation(
        "F.one_hot",
        QT_TRANSLATE_NOOP("Catalog", "One-hot encoding"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Turns each index into a row of zeros with a single one, of integers as torch has it."
        ),
        _NUM_CLASSES,
        search=("categorical", "dummy", "onehot", "独热", "编码"),
        sample_dtype="int64",
        passes_values=(),
        index_inputs=(("input", "num_classes"),),
        axes="... -> ... F",
    ),
    _operation(
        "F.pad",
        QT_TRANSLATE_NOOP("Catalog", "Pad as a function"),
        QT_TRANSLATE_NOOP("Catalog", "Adds elements at the ends of axes, beginning with the last axis."),
        _PAD,
        _PAD_MODE,
        _PAD_VALUE,
        search=("border", "zero", "crop", "填充", "补零", "边界"),
        passes_values=(),
        axes="=",
    ),
    _operation(
        "F.interpolate",
        QT_TRANSLATE_NOOP("Catalog", "Interpolate"),
        QT_TRANSLATE_NOOP("Catalog", "Resizes the spatial axes by interpolation, up or down."),
        _SIZE,
        _SCALE_FACTOR,
        _INTERPOLATION,
        _ALIGN_CORNERS,
        _RECOMPUTE,
        _ANTIALIAS,
        search=("upsample", "resize", "bilinear", "resolution", "上采样", "下采样", "插值", "缩放"),
        sample=((2, 3, 8, 8),),
        axes="N C H W -> N C H W | N C T -> N C T",
        passes_values=(),
    ),
)
