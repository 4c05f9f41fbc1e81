"""The family of layers that change the shape of a tensor and none of its values: joining, splitting, turning axes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM, END_DIM, START_DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Call, Family, Kind, LayerSpec

_FLATTEN_SEARCH: Final = ("reshape", "view", "vector", "展平", "扁平", "拉平", "变形")
_TRANSPOSE_SEARCH: Final = ("swapaxes", "swapdims", "T", "axes", "转置", "交换", "轴")
_REPEAT_SEARCH: Final = ("tile", "copy", "broadcast", "重复", "复制", "平铺", "广播")

_UNFLATTENED_SIZE: Final = ArgumentSpec(
    "unflattened_size",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "New axes"),
    QT_TRANSLATE_NOOP(
        "Catalog", "Lengths of the axes that take the place of the old one; one of them may be -1, the rest."
    ),
    initial=(2, -1),
    minimum=-1,
)
_SHAPE: Final = ArgumentSpec(
    "shape",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "New shape"),
    QT_TRANSLATE_NOOP("Catalog", "Length of each axis of the output; one of them may be -1, the rest."),
    initial=(2, -1),
    minimum=-1,
)
_DIMS: Final = ArgumentSpec(
    "dims",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Order of the axes"),
    QT_TRANSLATE_NOOP("Catalog", "Every axis of the input once, in the order of the output: (0, 2, 1) swaps the last."),
    initial=(0, 2, 1),
    is_axis=True,
)
_DIM0: Final = ArgumentSpec(
    "dim0",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "One axis"),
    QT_TRANSLATE_NOOP("Catalog", "The first of the two axes that change places, counted from 0; -1 is the last one."),
    initial=-2,
    is_axis=True,
)
_DIM1: Final = ArgumentSpec(
    "dim1",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Other axis"),
    QT_TRANSLATE_NOOP("Catalog", "The second of the two axes that change places, counted from 0; -1 is the last one."),
    initial=-1,
    is_axis=True,
)
_SOURCE: Final = ArgumentSpec(
    "source",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "From"),
    QT_TRANSLATE_NOOP("Catalog", "The axes to move, where they are now."),
    initial=(1,),
    is_axis=True,
)
_DESTINATION: Final = ArgumentSpec(
    "destination",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "To"),
    QT_TRANSLATE_NOOP("Catalog", "Where each of them goes; the other axes keep their order."),
    initial=(-1,),
    is_axis=True,
)
_SQUEEZED: Final = replace(
    DIM,
    help=QT_TRANSLATE_NOOP("Catalog", "The axis of length 1 to take away; None takes away all of them."),
    default=None,
    initial=-1,
    optional=True,
)
_NEW_AXIS: Final = replace(
    DIM, help=QT_TRANSLATE_NOOP("Catalog", "Where the new axis stands, counted from 0; -1 puts it last."), initial=-1
)
_EXPANDED: Final = ArgumentSpec(
    "size",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Expanded shape"),
    QT_TRANSLATE_NOOP("Catalog", "Length of each axis of the output; -1 leaves an axis as it is."),
    initial=(3, -1, -1),
    minimum=-1,
)
_REPEATS: Final = ArgumentSpec(
    "repeats",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Repeats"),
    QT_TRANSLATE_NOOP("Catalog", "How often the tensor is laid side by side along each axis."),
    initial=(1, 2),
    minimum=0,
)
_TIMES: Final = ArgumentSpec(
    "repeats",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Repeats"),
    QT_TRANSLATE_NOOP("Catalog", "How often each element is repeated before the next one follows."),
    initial=2,
    minimum=0,
)
_INTERLEAVED: Final = replace(
    DIM,
    help=QT_TRANSLATE_NOOP("Catalog", "The axis to repeat along; None flattens the tensor first."),
    default=None,
    initial=0,
    optional=True,
)
_DIMS_OF_FLIP: Final = replace(
    _DIMS,
    title=QT_TRANSLATE_NOOP("Catalog", "Axes"),
    help=QT_TRANSLATE_NOOP("Catalog", "The axes to turn around, each counted from 0; -1 is the last one."),
    initial=(-1,),
)
_SHIFTS: Final = ArgumentSpec(
    "shifts",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Shifts"),
    QT_TRANSLATE_NOOP("Catalog", "How many places the elements move along each of the axes; what falls off comes in."),
    initial=(1,),
)
_DIMS_OF_ROLL: Final = replace(
    _DIMS,
    title=QT_TRANSLATE_NOOP("Catalog", "Axes"),
    help=QT_TRANSLATE_NOOP("Catalog", "One axis for each shift; None flattens the tensor first and restores it."),
    default=None,
    initial=(-1,),
    optional=True,
)


def _operation(
    function: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    sample: tuple[int, ...] = (2, 8),
    axes: str = "",
) -> LayerSpec:
    """Return an operation that moves the values of one tensor about and computes none."""
    return LayerSpec(
        function,
        title,
        Family.SHAPE,
        arguments,
        call=Call(function),
        face=tuple(argument.name for argument in arguments),
        search=search,
        help=text,
        sample=(sample,),
        axes=axes,
        passes_values=("input",),
    )


LAYERS: Final = (
    LayerSpec(
        "nn.Flatten",
        QT_TRANSLATE_NOOP("Catalog", "Flatten"),
        Family.SHAPE,
        (START_DIM, END_DIM),
        face=("start_dim", "end_dim"),
        search=_FLATTEN_SEARCH,
        help=QT_TRANSLATE_NOOP("Catalog", "Joins all axes but the batch into one."),
        sample=((2, 3, 4, 4),),
        axes="flatten start_dim end_dim",
        passes_values=("input",),
    ),
    LayerSpec(
        "nn.Unflatten",
        QT_TRANSLATE_NOOP("Catalog", "Unflatten"),
        Family.SHAPE,
        (replace(DIM, initial=1), _UNFLATTENED_SIZE),
        face=("unflattened_size", "dim"),
        search=("reshape", "view", "split", "变形", "还原", "拆分"),
        help=QT_TRANSLATE_NOOP("Catalog", "Splits one axis into several."),
        passes_values=("input",),
    ),
    LayerSpec(
        "nn.Identity",
        QT_TRANSLATE_NOOP("Catalog", "Identity"),
        Family.SHAPE,
        search=("pass", "noop", "skip", "placeholder", "恒等", "占位", "直通"),
        help=QT_TRANSLATE_NOOP("Catalog", "Passes the input on unchanged."),
        axes="=",
        passes_values=("input",),
    ),
    _operation(
        "torch.flatten",
        QT_TRANSLATE_NOOP("Catalog", "Flatten as a function"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Joins neighbouring axes into one, the batch included unless the first axis is 1."
        ),
        replace(START_DIM, default=0),
        END_DIM,
        search=("functional", "函数", *_FLATTEN_SEARCH),
        sample=(2, 3, 4, 4),
        axes="flatten start_dim end_dim",
    ),
    _operation(
        "torch.reshape",
        QT_TRANSLATE_NOOP("Catalog", "Reshape"),
        QT_TRANSLATE_NOOP("Catalog", "Gives the same elements, in the same order, another shape."),
        _SHAPE,
        search=("view", "resize", "变形", "形状", "重塑", "改变形状"),
    ),
    _operation(
        "torch.unflatten",
        QT_TRANSLATE_NOOP("Catalog", "Unflatten as a function"),
        QT_TRANSLATE_NOOP("Catalog", "Splits one axis into several."),
        replace(DIM, initial=-1),
        replace(_UNFLATTENED_SIZE, name="sizes"),
        search=("reshape", "view", "heads", "函数", "拆分", "变形"),
    ),
    _operation(
        "torch.permute",
        QT_TRANSLATE_NOOP("Catalog", "Permute axes"),
        QT_TRANSLATE_NOOP("Catalog", "Puts the axes into another order."),
        _DIMS,
        search=("transpose", "rearrange", "NHWC", "转置", "重排", "置换", "轴"),
        sample=(2, 3, 4),
        axes="permute dims",
    ),
    _operation(
        "torch.transpose",
        QT_TRANSLATE_NOOP("Catalog", "Transpose"),
        QT_TRANSLATE_NOOP("Catalog", "Makes two axes change places."),
        _DIM0,
        _DIM1,
        search=_TRANSPOSE_SEARCH,
        axes="swap dim0 dim1",
    ),
    _operation(
        "torch.movedim",
        QT_TRANSLATE_NOOP("Catalog", "Move axes"),
        QT_TRANSLATE_NOOP("Catalog", "Moves axes to another place; the others keep their order."),
        _SOURCE,
        _DESTINATION,
        search=("moveaxis", "channels last", "移动", "轴", "转置"),
        sample=(2, 3, 4),
    ),
    _operation(
        "torch.unsqueeze",
        QT_TRANSLATE_NOOP("Catalog", "Add an axis"),
        QT_TRANSLATE_NOOP("Catalog", "Inserts an axis of length 1."),
        _NEW_AXIS,
        search=("expand_dims", "newaxis", "None", "增加维度", "添加轴", "升维"),
        axes="insert dim",
    ),
    _operation(
        "torch.squeeze",
        QT_TRANSLATE_NOOP("Catalog", "Remove an axis"),
        QT_TRANSLATE_NOOP("Catalog", "Takes away an axis of length 1; an axis of another length stays."),
        _SQUEEZED,
        search=("drop axis", "删除维度", "去掉轴", "压缩", "降维"),
        sample=(2, 8, 1),
        axes="drop dim",
    ),
    _operation(
        "torch.Tensor.expand",
        QT_TRANSLATE_NOOP("Catalog", "Expand"),
        QT_TRANSLATE_NOOP("Catalog", "Makes axes of length 1 longer, and adds axes in front, without copying memory."),
        _EXPANDED,
        search=("broadcast_to", "class token", *_REPEAT_SEARCH, "扩展"),
        sample=(1, 2, 8),
        axes="=",
    ),
    _operation(
        "torch.Tensor.repeat",
        QT_TRANSLATE_NOOP("Catalog", "Repeat"),
        QT_TRANSLATE_NOOP("Catalog", "Lays copies of the whole tensor side by side."),
        _REPEATS,
        search=_REPEAT_SEARCH,
        axes="=",
    ),
    _operation(
        "torch.repeat_interleave",
        QT_TRANSLATE_NOOP("Catalog", "Repeat each element"),
        QT_TRANSLATE_NOOP("Catalog", "Repeats every element along an axis, before the next one follows."),
        _TIMES,
        _INTERLEAVED,
        search=_REPEAT_SEARCH,
        axes="=",
    ),
    _operation(
        "torch.flip",
        QT_TRANSLATE_NOOP("Catalog", "Flip"),
        QT_TRANSLATE_NOOP("Catalog", "Turns the order of the elements along axes around."),
        _DIMS_OF_FLIP,
        search=("reverse", "mirror", "翻转", "反转", "镜像"),
        axes="=",
    ),
    _operation(
        "torch.roll",
        QT_TRANSLATE_NOOP("Catalog", "Roll"),
        QT_TRANSLATE_NOOP("Catalog", "Shifts the elements along axes in a circle, as shifted windows do."),
        _SHIFTS,
        _DIMS_OF_ROLL,
        search=("shift", "swin", "circular", "滚动", "循环移位", "平移"),
        axes="=",
    ),
)
