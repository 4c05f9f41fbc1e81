"""The family of operations that make one tensor of several."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lazygui.catalog.arguments import DIM
from lazygui.catalog.spec import QT_TRANSLATE_NOOP, ArgumentSpec, Call, Family, Kind, LayerSpec

_ALPHA: Final = ArgumentSpec(
    "alpha",
    Kind.FLOAT,
    QT_TRANSLATE_NOOP("Catalog", "Factor"),
    QT_TRANSLATE_NOOP("Catalog", "The second tensor is multiplied by this first."),
    default=1,
)


def _operation(
    name: str,
    title: str,
    text: str,
    *arguments: ArgumentSpec,
    search: tuple[str, ...],
    sample: tuple[tuple[int, ...], tuple[int, ...]] = ((2, 8), (2, 8)),
    gathers: bool = False,
) -> LayerSpec:
    return LayerSpec(
        f"torch.{name}",
        title,
        Family.MERGE,
        arguments,
        inputs=("input", "other"),
        is_variadic=gathers,
        call=Call(f"torch.{name}", gathers=gathers),
        face=tuple(argument.name for argument in arguments),
        search=search,
        help=text,
        sample=sample,
    )


LAYERS: Final = (
    _operation(
        "add",
        QT_TRANSLATE_NOOP("Catalog", "Addition"),
        QT_TRANSLATE_NOOP(
            "Catalog", "Adds two tensors element by element, with broadcasting: the end of a residual connection."
        ),
        _ALPHA,
        search=("+", "sum", "plus", "residual", "skip", "shortcut", "加", "相加", "残差", "跳跃连接", "求和"),
    ),
    _operation(
        "sub",
        QT_TRANSLATE_NOOP("Catalog", "Subtraction"),
        QT_TRANSLATE_NOOP("Catalog", "Takes the second tensor from the first, element by element, with broadcasting."),
        _ALPHA,
        search=("-", "minus", "difference", "减", "相减", "差"),
    ),
    _operation(
        "mul",
        QT_TRANSLATE_NOOP("Catalog", "Multiplication"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies two tensors element by element, with broadcasting."),
        search=("*", "times", "product", "hadamard", "gate", "乘", "相乘", "按元素", "点乘", "哈达玛积"),
    ),
    _operation(
        "matmul",
        QT_TRANSLATE_NOOP("Catalog", "Matrix multiplication"),
        QT_TRANSLATE_NOOP("Catalog", "Multiplies matrices over the last two axes; the axes before them are broadcast."),
        search=("@", "bmm", "dot", "product", "attention", "矩阵乘法", "点积", "内积", "注意力"),
        sample=((2, 8), (8, 3)),
    ),
    _operation(
        "cat",
        QT_TRANSLATE_NOOP("Catalog", "Concatenation"),
        QT_TRANSLATE_NOOP("Catalog", "Joins any number of tensors along one axis; their other axes must agree."),
        replace(DIM, default=0),
        search=("concatenate", "join", "inception", "densenet", "连结", "拼接", "连接", "级联"),
        gathers=True,
    ),
)
