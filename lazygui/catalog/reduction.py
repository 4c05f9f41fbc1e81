"""Operations of torch that look along an axis: sums, means, largest values, norms, softmax."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Call, Family, Kind, LayerSpec

_REDUCE: Final = ("reduce", "aggregate", "汇总", "归约", "降维")

_DIMS: Final = ArgumentSpec(
    "dim",
    Kind.SHAPE,
    QT_TRANSLATE_NOOP("Catalog", "Axes"),
    QT_TRANSLATE_NOOP("Catalog", "The axes to work along, each counted from 0; None takes all of them."),
    default=None,
    optional=True,
    is_axis=True,
)
_ONE_DIM: Final = replace(
    DIM,
    help=QT_TRANSLATE_NOOP("Catalog", "The axis to work along, counted from 0; None looks at all elements at once."),
    default=None,
    initial=-1,
    optional=True,
)
_KEEPDIM: Final = ArgumentSpec(
    "keepdim",
    Kind.BOOLEAN,
    QT_TRANSLATE_NOOP("Catalog", "Keep the axis"),
    QT_TRANSLATE_NOOP("Catalog", "Leave an axis of length 1 where it was worked along."),
    default=False,
)
_CORRECTION: Final = ArgumentSpec(
    "correction",
    Kind.INTEGER,
    QT_TRANSLATE_NOOP("Catalog", "Correction"),
    QT_TRANSLATE_NOOP("Catalog", "What is taken from the number of elements: 1 for a sample, 0 for the whole."),
    default=1,
    minimum=0,
)
_ORD: Final = ArgumentSpec(
    "ord",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Order of the norm"),
    QT_TRANSLATE_NOOP("Catalog", "2 is the length of the vector, 1 the sum of magnitudes."),
    default=2,
)
_P: Final = ArgumentSpec(
    "p",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Order of the norm"),
    QT_TRANSLATE_NOOP("Catalog", "2 is the length of the vector, 1 the sum of magnitudes."),
    default=2.0,
    minimum=0,
)
_EPS: Final = ArgumentSpec(
    "eps",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Epsilon"),
    QT_TRANSLATE_NOOP("Catalog", "The least that is divided by, so that nothing is divided by zero."),
    default=1e-12,
    minimum=0,
)
# torch's default None guesses the axis from the rank of the input, and warns that it does.
_SOFTMAX_DIM: Final = replace(DIM, default=None, initial=-1, optional=True)
_LAST: Final = replace(DIM, initial=-1)


def _operation(
    function: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    outputs: tuple[str, ...] = ("output",),
    axes: str = "",
    floating: bool = False,
) -> LayerSpec:
    return LayerSpec(
        function,
        title,
        Family.MATH,
        arguments,
        outputs=outputs,
        call=Call(function),
        face=tuple(argument.name for argument in arguments[:2]),
        search=search,
        help=text,
        axes=axes,
        floating=floating,
    )


LAYERS: Final = (
    _operation(
        "F.softmax",
        QT_TRANSLATE_NOOP("Catalog", "Softmax as a function"),
        QT_TRANSLATE_NOOP("Catalog", "Turns the values along an axis into probabilities that sum to 1."),
        _SOFTMAX_DIM,
        search=("functional", "probability", "attention", "函数", "概率", "注意力", "激活"),
        axes="=",
        floating=True,
    ),
    _operation(
        "F.log_softmax",
        QT_TRANSLATE_NOOP("Catalog", "Log softmax as a function"),
        QT_TRANSLATE_NOOP("Catalog", "The logarithm of softmax along an axis, computed stably."),
        _SOFTMAX_DIM,
        search=("functional", "probability", "函数", "对数", "概率"),
        axes="=",
        floating=True,
    ),
    _operation(
        "torch.sum",
        QT_TRANSLATE_NOOP("Catalog", "Sum"),
        QT_TRANSLATE_NOOP("Catalog", "Adds up all elements, or those along the axes that you name."),
        _DIMS,
        _KEEPDIM,
        search=("total", "求和", "总和", *_REDUCE),
        axes="drop dim",
    ),
    _operation(
        "torch.mean",
        QT_TRANSLATE_NOOP("Catalog", "Mean"),
        QT_TRANSLATE_NOOP("Catalog", "The mean of all elements, or of those along the axes that you name."),
        _DIMS,
        _KEEPDIM,
        search=("average", "global average pooling", "均值", "平均", "平均值", *_REDUCE),
        floating=True,
        axes="drop dim",
    ),
    _operation(
        "torch.amax",
        QT_TRANSLATE_NOOP("Catalog", "Largest element"),
        QT_TRANSLATE_NOOP("Catalog", "The largest element, of all or along the axes that you name."),
        replace(_DIMS, default=()),
        _KEEPDIM,
        search=("max", "maximum", "最大值", *_REDUCE),
        axes="drop dim",
    ),
    _operation(
        "torch.amin",
        QT_TRANSLATE_NOOP("Catalog", "Smallest element"),
        QT_TRANSLATE_NOOP("Catalog", "The smallest element, of all or along the axes that you name."),
        replace(_DIMS, default=()),
        _KEEPDIM,
        search=("min", "minimum", "最小值", *_REDUCE),
        axes="drop dim",
    ),
    _operation(
        "torch.max",
        QT_TRANSLATE_NOOP("Catalog", "Maximum and its place"),
        QT_TRANSLATE_NOOP("Catalog", "The largest element along an axis, and where it stands."),
        _LAST,
        _KEEPDIM,
        search=("argmax", "largest", "最大值", "位置", *_REDUCE),
        outputs=("values", "indices"),
        axes="drop dim",
    ),
    _operation(
        "torch.min",
        QT_TRANSLATE_NOOP("Catalog", "Minimum and its place"),
        QT_TRANSLATE_NOOP("Catalog", "The smallest element along an axis, and where it stands."),
        _LAST,
        _KEEPDIM,
        search=("argmin", "smallest", "最小值", "位置", *_REDUCE),
        outputs=("values", "indices"),
        axes="drop dim",
    ),
    _operation(
        "torch.argmax",
        QT_TRANSLATE_NOOP("Catalog", "Place of the maximum"),
        QT_TRANSLATE_NOOP("Catalog", "Where the largest element stands along an axis: the class that is predicted."),
        _ONE_DIM,
        _KEEPDIM,
        search=("predict", "class", "greedy", "最大值", "预测", "类别", *_REDUCE),
        axes="drop dim",
    ),
    _operation(
        "torch.argmin",
        QT_TRANSLATE_NOOP("Catalog", "Place of the minimum"),
        QT_TRANSLATE_NOOP("Catalog", "Where the smallest element stands along an axis."),
        _ONE_DIM,
        _KEEPDIM,
        search=("nearest", "最小值", "最近", *_REDUCE),
        axes="drop dim",
    ),
    _operation(
        "torch.var",
        QT_TRANSLATE_NOOP("Catalog", "Variance"),
        QT_TRANSLATE_NOOP("Catalog", "The variance of all elements, or of those along the axes that you name."),
        _DIMS,
        _CORRECTION,
        _KEEPDIM,
        search=("statistics", "方差", *_REDUCE),
        floating=True,
        axes="drop dim",
    ),
    _operation(
        "torch.std",
        QT_TRANSLATE_NOOP("Catalog", "Standard deviation"),
        QT_TRANSLATE_NOOP(
            "Catalog", "The standard deviation of all elements, or of those along the axes that you name."
        ),
        _DIMS,
        _CORRECTION,
        _KEEPDIM,
        search=("statistics", "标准差", *_REDUCE),
        floating=True,
        axes="drop dim",
    ),
    _operation(
        "torch.logsumexp",
        QT_TRANSLATE_NOOP("Catalog", "Log of a sum of exponentials"),
        QT_TRANSLATE_NOOP("Catalog", "The logarithm of the sum of exponentials along axes, computed stably."),
        replace(_DIMS, help=DIM.help, default=DIM.default, initial=(-1,), optional=False),
        _KEEPDIM,
        search=("softmax", "partition", "对数", "指数", *_REDUCE),
        floating=True,
        axes="drop dim",
    ),
    _operation(
        "torch.linalg.vector_norm",
        QT_TRANSLATE_NOOP("Catalog", "Vector norm"),
        QT_TRANSLATE_NOOP("Catalog", "The length of all elements as one vector, or of the vectors along axes."),
        _ORD,
        _DIMS,
        _KEEPDIM,
        search=("length", "l2", "l1", "magnitude", "范数", "长度", *_REDUCE),
        floating=True,
        axes="drop dim",
    ),
    _operation(
        "F.normalize",
        QT_TRANSLATE_NOOP("Catalog", "Unit length"),
        QT_TRANSLATE_NOOP("Catalog", "Divides the vectors along an axis by their norm."),
        _P,
        replace(DIM, default=1, initial=-1),
        _EPS,
        search=("l2", "cosine", "unit vector", "单位向量", "规范化", "归一化", "范数"),
        axes="=",
        floating=True,
    ),
    _operation(
        "torch.cumsum",
        QT_TRANSLATE_NOOP("Catalog", "Cumulative sum"),
        QT_TRANSLATE_NOOP("Catalog", "Adds up the elements along an axis one after the other, and keeps every sum."),
        _LAST,
        search=("running", "prefix", "scan", "累加", "累积和", "前缀和"),
        axes="=",
    ),
)
